"""Who stands where: the count of bodies on every tile."""

from __future__ import annotations

import numpy as np

from game.ecs.schedule import system
from game.sim.components import Actor, Body, Drive, Side
from game.sim.resources import Crowd, Ground


@system
def count_crowd(body: Body, drive: Drive, actor: Actor, crowd: Crowd, ground: Ground) -> None:  # noqa: ARG001 - Drive names the living
    """Count the living, and of them the dead, on every tile."""
    high, wide = ground.solid.shape
    tile = body.pos[:, 1].astype(np.int32) * wide + body.pos[:, 0].astype(np.int32)
    crowd.count = np.bincount(tile, minlength=high * wide).astype(np.int32).reshape(high, wide)
    dead = tile[actor.side == Side.DEAD]
    crowd.dead = np.bincount(dead, minlength=high * wide).astype(np.int32).reshape(high, wide)
