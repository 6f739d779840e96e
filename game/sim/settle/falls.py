"""Whoever stands on nothing falls.

Rules
  1. A hero is held for ``edges.grace_s`` after the last ground, and as long as a leap carries him. Then he
     falls: it costs what the Gap he falls into says; he is back where the ground was last firm,
     and needs ``edges.rise_s`` to get up.
  2. Everybody else is gone at once; nothing of them is left to find.
  3. Difficulty eases a fall as it eases a blow.
"""

from __future__ import annotations

import numpy as np

from game.data.level import Level
from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Actor, Body, Feet, Health, Sort, Weapon
from game.sim.edges import has_void, over_void
from game.sim.happenings import Fell, Wound
from game.sim.resources import Clock, Ground, Story, ticks


@system
def fall(
    body: Mut[Body],
    feet: Mut[Feet],
    health: Mut[Health],
    entity: Entity,
    clock: Clock,
    ground: Ground,
    level: Level,
    tuning: Tuning,
    rules: Rules,
    story: Story,
    fell: Emit[Fell],
    wounds: Emit[Wound],
) -> None:
    """Note where heroes last had ground; let those fall who have none."""
    if not has_void(level):
        return
    now, over = clock.tick, over_void(level, body.pos)
    for row in range(len(over)):  # heroes are few: plain numbers
        x, y = int(body.pos[row, 0]), int(body.pos[row, 1])
        if not over[row]:
            feet.grounded_at[row] = now
            if ground.links[y, x] and feet.lands_at[row] <= now:
                feet.safe[row] = x + 0.5, y + 0.5
        elif feet.lands_at[row] <= now and now - feet.grounded_at[row] > ticks(tuning.edges.grace_s):
            cost = _cost(level, body.pos[row].tolist(), tuning)
            lost = np.float32(cost * rules.damage * rules.let_through(story.deaths))
            fell(who=entity.id[row], pos=body.pos[row])
            wounds(who=entity.id[row], pos=feet.safe[row], way=(0, 1), damage=lost, weapon=Weapon.HANDS)
            health.hp[row], health.hurt_at[row] = max(float(health.hp[row] - lost), 0.0), now
            body.pos[row] = body.was[row] = feet.safe[row]
            body.vel[row], body.shove[row], feet.flight[row], feet.momentum[row] = 0, 0, 0, 0
            feet.lands_at[row] = clock.after(tuning.edges.rise_s)


def _cost(level: Level, at: list[float], tuning: Tuning) -> float:
    """Return what it costs to fall at a place, HP."""
    inside = (gap.fall_damage for gap in level.gaps if gap.area.contains(*at))
    return float(next(inside, tuning.edges.fall_damage))


@system
def drop(
    health: Mut[Health], body: Body, actor: Actor, entity: Entity, level: Level, fell: Emit[Fell]
) -> None:
    """Let everybody else fall who stands on nothing."""
    if not has_void(level):
        return
    over = over_void(level, body.pos)
    who = (over & (actor.sort < Sort.NAMRA.value) & (health.hp > 0)).nonzero()[0]
    if len(who):
        health.hp[who] = 0
        fell(who=entity.id[who], pos=body.pos[who])
