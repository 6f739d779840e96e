"""Cover: the map's things to crouch behind, seen from where the foe is.

Rules of this module:
- The place behind a cover is a step beyond its middle, on the side away from the foe. A cover hides only
  from one side: with another foe it is another place.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.sim.components import Flag, Num, Vec
from game.sim.maths import length, unit

BEHIND = np.float32(1.0)
"""One stands so far behind the middle of a cover, tile."""
NEARER = np.float32(1.0)
"""A cover farther on is so much nearer to the foe than one's own place, tile."""
NONE = np.float32(np.inf)
"""Distance of what is no cover."""


@lru_cache(maxsize=8)
def covers(level: Level) -> Vec:
    """Return the middles of all cover, ``(c, 2)``, tile."""
    return np.array([cover.area.at for cover in level.covers], np.float32).reshape(-1, 2)


def shelter(level: Level, pos: Vec, threat: Vec, reach: float) -> tuple[Flag, Vec]:
    """Return who has cover within reach, ``(k,)``, and the nearest place behind one, ``(k, 2)``.

    Args:
        level: the map.
        pos: ``(k, 2)`` where they stand, tile.
        threat: ``(k, 2)`` where from they are shot at, tile.
        reach: how far they would run for it, tile.
    """
    behind, far = _behind(level, pos, threat)
    return _nearest(behind, far, reach)


def next_shelter(
    level: Level, pos: Vec, foe: Vec, reach: float, keep: tuple[float, float]
) -> tuple[Flag, Vec]:
    """Return who has cover on the way to the foe within reach, and the nearest place; as ``shelter``.

    Args:
        level: the map.
        pos: ``(k, 2)`` where they stand, tile.
        foe: ``(k, 2)`` where the foe is, tile.
        reach: how far off it may lie, tile.
        keep: the distance from the foe they fight at, tile; nearer than that is no cover.
    """
    behind, far = _behind(level, pos, foe)
    gap = length((behind - foe[:, None, :]).reshape(-1, 2)).reshape(far.shape)
    own = length(foe - pos)
    leads = (gap >= np.float32(keep[0])) & (gap <= own[:, None] - NEARER)
    return _nearest(behind, np.where(leads, far, NONE), reach)


def _behind(level: Level, pos: Vec, threat: Vec) -> tuple[Vec, Num]:
    """Return the places behind all cover ``(k, c, 2)``, and how far off each is ``(k, c)``, tile."""
    places = covers(level)
    gap = places[None, :, :] - threat[:, None, :]
    behind = places + unit(gap.reshape(-1, 2)).reshape(gap.shape) * BEHIND
    far = length((behind - pos[:, None, :]).reshape(-1, 2)).reshape(gap.shape[:2])
    return np.asarray(behind, np.float32), far


def _nearest(behind: Vec, far: Num, reach: float) -> tuple[Flag, Vec]:
    """Return who has a place within reach, and the nearest of them."""
    count, places = far.shape
    if not places:
        return np.zeros(count, np.bool_), np.zeros((count, 2), np.float32)
    each: NDArray[np.intp] = np.arange(count)
    best = far.argmin(axis=1)
    return far[each, best] <= np.float32(reach), behind[each, best]
