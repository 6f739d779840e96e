"""Where the ground ends: who stands on nothing, and whether a level has such places at all."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.data.level import Level
from game.sim.components import Flag, Vec


@lru_cache(maxsize=8)
def has_void(level: Level) -> bool:
    """Whether one can fall anywhere in a level."""
    return bool(level.void.any())


def over_void(level: Level, pos: Vec) -> Flag:
    """Return who stands on nothing, of places ``(k, 2)`` within the map, ``(k,)``."""
    tile = pos.astype(np.int32)
    return level.void.reshape(-1).take(tile[:, 1] * level.width + tile[:, 0], mode="clip")
