"""Fire keeps heads down.

Rules
  1. A shot that passes within ``army.near_miss_tiles`` of a soldier or a companion it could hurt, with no
     wall between, pins them for ``army.pinned_s``, and they know where it came from.
  2. The dead have no nerves: fire means nothing to them until it hits.
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Read
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import Actor, Body, Nerve
from game.sim.happenings import Fired
from game.sim.resources import Clock, Ground, ticks
from game.sim.sides import HARMS
from game.sim.trace import is_clear


@system
def pin_down(
    nerve: Mut[Nerve],
    body: Body,
    actor: Actor,
    fired: Read[Fired],
    clock: Clock,
    ground: Ground,
    tuning: Tuning,
    world: World,
) -> None:
    """Let those whom shots pass close by keep their heads down."""
    if not len(fired):
        return
    by, alive = world.resolve(fired.who)
    side = world.table["Actor.side"][by]
    gap = body.pos[:, None, :] - fired.pos[None, :, :]
    across, down = gap[:, :, 0], gap[:, :, 1]
    along = across * fired.way[:, 0] + down * fired.way[:, 1]
    aside = np.abs(across * fired.way[:, 1] - down * fired.way[:, 0])
    near = (along > 0) & (along <= np.float32(tuning.shooting.bullet_tiles))
    near &= (aside <= np.float32(tuning.army.near_miss_tiles)) & alive
    near &= HARMS[side[None, :], actor.side[:, None]]
    who, shot = near.nonzero()
    if not len(who):
        return
    is_open = is_clear(ground.shield, fired.pos[shot], body.pos[who])
    who, shot = who[is_open], shot[is_open]
    nerve.pinned_until[who] = clock.tick + ticks(tuning.army.pinned_s)
    nerve.threat[who] = fired.pos[shot]
