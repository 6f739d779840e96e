"""Who stands where: the count of bodies on every tile, made anew when bodies are about to make room."""

from __future__ import annotations

import numpy as np

from game.ecs.schedule import system
from game.sim.components import Actor, Body, Side
from game.sim.resources import Clock, Crowd, Ground
from game.sim.tiles import flat_tiles
from game.sim.turns import making_room

DEAD_SIDE = int(Side.DEAD)


@system
def count_crowd(body: Body, actor: Actor, crowd: Crowd, ground: Ground, clock: Clock) -> None:
    """Count the living, and of them the dead, on every tile."""
    if not making_room(clock.tick):
        return
    high, wide = ground.solid.shape
    tile = flat_tiles(body.pos, wide)
    crowd.count = np.bincount(tile, minlength=high * wide).astype(np.int32).reshape(high, wide)
    crowd.dead = crowd.count.copy()
    alive = tile[actor.side != DEAD_SIDE]  # few, as a rule
    np.subtract.at(crowd.dead.reshape(-1), alive, 1)
