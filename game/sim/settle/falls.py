"""Whoever stands on nothing falls; whoever steps off a ledge lands hard.

Rules
  1. A hero is held for ``edges.grace_s`` after the last ground, and as long as a leap carries him. Then he
     falls: it costs what the Gap he falls into says; he is back where the ground was last firm,
     and needs ``edges.rise_s`` to get up.
  2. Everybody else is gone at once; nothing of them is left to find.
  3. A ledge stepped off costs ``edges.storey_damage`` a storey, and is heard. Who leaps down, as the dead do
     when they lunge, is unhurt; a leap of a hero's is heard where it ends.
  4. Difficulty eases a fall as it eases a blow.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.data.level import Level
from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Act, Actor, Body, Deed, Feet, Health, Ids, Int, Sort, Stage, Vec, Weapon
from game.sim.edges import has_edges, over_void, storeys
from game.sim.happenings import Fell, Heard, Noise, Wound
from game.sim.resources import Clock, Ground, Story, ticks


@system
def fall(
    body: Mut[Body],
    feet: Mut[Feet],
    health: Mut[Health],
    actor: Actor,
    entity: Entity,
    clock: Clock,
    ground: Ground,
    level: Level,
    tuning: Tuning,
    rules: Rules,
    story: Story,
    fell: Emit[Fell],
    wounds: Emit[Wound],
    noise: Emit[Noise],
) -> None:
    """Note where heroes last had ground; let those fall who have none, and those land who step down."""
    if not has_edges(level):
        return
    now, over = clock.tick, over_void(level, body.pos)
    eased, drops = rules.damage * rules.let_through(story.deaths), storeys(level, body.was, body.pos)
    for row in range(len(over)):  # heroes are few: plain numbers
        lost = 0.0
        if not over[row]:
            lost = tuning.edges.storey_damage * max(int(drops[row]), 0) if feet.lands_at[row] < now else 0.0
            if lost > 0:
                noise(**_thud(body.pos[row], entity.id[row], actor.side[row], tuning))
            _stand(body, feet, row, ground, now)
        elif feet.lands_at[row] <= now and now - feet.grounded_at[row] > ticks(tuning.edges.grace_s):
            lost = _cost(level, body.pos[row].tolist(), tuning)
            fell(who=entity.id[row], pos=body.pos[row])
            _put_back(body, feet, row, clock.after(tuning.edges.rise_s))
        if lost > 0:
            lost *= eased
            wounds(who=entity.id[row], pos=body.pos[row], way=(0, 0), damage=lost, weapon=Weapon.HANDS)
            health.hp[row], health.hurt_at[row] = max(float(health.hp[row]) - lost, 0.0), now


def _stand(body: Body, feet: Feet, row: int, ground: Ground, now: int) -> None:
    """Note that somebody has ground underfoot, and whether it is firm all around."""
    x, y = int(body.pos[row, 0]), int(body.pos[row, 1])
    feet.grounded_at[row] = now
    if ground.links[y, x] and feet.lands_at[row] <= now:
        feet.safe[row] = x + 0.5, y + 0.5


def _put_back(body: Body, feet: Feet, row: int, rises_at: int) -> None:
    """Let somebody lie where the ground was last firm."""
    body.pos[row] = body.was[row] = feet.safe[row]
    body.vel[row], body.shove[row], feet.flight[row], feet.momentum[row] = 0, 0, 0, 0
    feet.lands_at[row] = rises_at


def _cost(level: Level, at: list[float], tuning: Tuning) -> float:
    """Return what it costs to fall at a place, HP."""
    inside = (gap.fall_damage for gap in level.gaps if gap.area.contains(*at))
    return float(next(inside, tuning.edges.fall_damage))


@system
def drop(
    health: Mut[Health],
    body: Body,
    deed: Deed,
    actor: Actor,
    entity: Entity,
    level: Level,
    tuning: Tuning,
    fell: Emit[Fell],
    noise: Emit[Noise],
) -> None:
    """Let everybody else fall who stands on nothing; let land who was shoved off a ledge."""
    if not has_edges(level):
        return
    over, drops = over_void(level, body.pos), storeys(level, body.was, body.pos)
    others = actor.sort < Sort.NAMRA.value
    lands = (others & (drops > 0) & ~over).nonzero()[0]
    leaps = (deed.act[lands] == Act.LUNGE.value) & (deed.stage[lands] == Stage.ACTIVE.value)
    hurt = lands[~leaps]
    health.hp[hurt] -= np.float32(tuning.edges.storey_damage) * drops[hurt]
    noise(**_thud(body.pos[lands], entity.id[lands], actor.side[lands], tuning))
    who = (others & over & (health.hp > 0)).nonzero()[0]
    if len(who):
        health.hp[who] = 0
        fell(who=entity.id[who], pos=body.pos[who])


def _thud(pos: Vec, who: Ids, side: Int, tuning: Tuning) -> dict[str, Any]:
    """Return the noise of those who land at ``pos (k, 2)``."""
    return {"pos": pos, "loudness": tuning.noise.sprint, "heard": Heard.STEP, "source": who, "side": side}
