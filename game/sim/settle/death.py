"""Whoever has no hit points left dies.

Rules
  1. A corpse lies where it fell, unless that was over an edge. A soldier's weapon lies beside it:
     a pistol, with its rounds.
  2. A dead hero stays in the world, does nothing, and ends the story; the session brings the hero back.
"""

from __future__ import annotations

import numpy as np

from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.components import CORPSE, Actor, Body, Corpse, Drive, Goods, Health, Sort, Weapon
from game.sim.edges import over_void
from game.sim.happenings import Died, Reached
from game.sim.resources import Clock, Story
from game.sim.spawn import lay


@system
def die(
    drive: Mut[Drive],
    health: Health,
    body: Body,
    actor: Actor,
    entity: Entity,
    clock: Clock,
    story: Story,
    level: Level,
    tuning: Tuning,
    world: World,
    died: Emit[Died],
    reached: Emit[Reached],
) -> None:
    """Bury whoever has no hit points left; end the story with the hero."""
    over = health.hp <= 0
    if not over.any():
        return
    heroes = actor.sort >= Sort.NAMRA
    drive.want[over & heroes] = 0
    ends = bool((over & heroes).any()) and story.outcome != "dead"
    who = np.flatnonzero(over & ~heroes) if not ends else np.flatnonzero(over)
    died(
        who=entity.id[who],
        sort=actor.sort[who],
        side=actor.side[who],
        thing=actor.thing[who],
        pos=body.pos[who],
        by=health.hurt_by[who],
    )
    if ends:
        story.outcome = "dead"
        reached(what="dead")
    fallen = np.flatnonzero(over & ~heroes)
    if not len(fallen):
        return
    gone = fallen[over_void(level, body.pos[fallen])]
    world.kill(entity.id[gone])
    fallen = fallen[~over_void(level, body.pos[fallen])]
    place = body.pos[fallen]
    world.spawn_many(
        CORPSE,
        len(fallen),
        Body(pos=place, was=place, heading=body.heading[fallen], radius=0),
        Corpse(sort=actor.sort[fallen], look=actor.look[fallen], died_at=clock.tick),
    )
    for row in fallen[actor.sort[fallen] == Sort.SOLDIER].tolist():
        x, y = body.pos[row].tolist()
        lay(world, (x, y), Goods.PISTOL, int(tuning.armoury.mag[Weapon.PISTOL]))
    world.kill(entity.id[fallen])
