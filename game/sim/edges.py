"""Where the ground ends, and where it drops: who stands on nothing, and who crosses a ledge.

Rules of this module:
- A Ledge is crossed downwards only, from left to right of the way it was drawn.
- Levels without such places answer without looking at anybody.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.sim.components import Flag, Int, Num, Vec
from game.sim.maths import cross
from game.sim.resources import NEIGHBOURS
from game.sim.tiles import under

Grid = NDArray[np.bool_]
Lines = tuple[Vec, Vec, NDArray[np.int8]]
"""Where pieces of ledges begin and end ``(k, 2)``, tile, and how many storeys they drop ``(k,)``."""


@lru_cache(maxsize=8)
def has_edges(level: Level) -> bool:
    """Whether there is anywhere in a level to fall or to drop."""
    return bool(level.void.any()) or bool(level.ledges)


def over_void(level: Level, pos: Vec) -> Flag:
    """Return who stands on nothing, of places ``(k, 2)`` within the map, ``(k,)``."""
    return under(level.void, pos)


def storeys(level: Level, was: Vec, pos: Vec) -> Int:
    """Return how many storeys each drops by a step from ``was`` to ``pos (k, 2)``; less than 0 climbs."""
    drops = np.zeros(len(pos), np.int8)
    if not level.ledges:
        return drops
    for row in under(_near(level), pos).nonzero()[0].tolist():  # few are near a ledge: each by itself
        drops[row] = _crossed(_lines(level), was[row], pos[row])
    return drops


@lru_cache(maxsize=8)
def cut_links(level: Level) -> NDArray[np.uint8]:
    """Return the links that no walk may follow ``(h, w)``, bits as in ``NEIGHBOURS``: over a ledge."""
    cut = np.zeros(level.void.shape, np.uint8)
    rows, cols = (_near(level) if level.ledges else cut).nonzero()
    for y, x in zip(rows.tolist(), cols.tolist(), strict=True):
        here = np.array([x + 0.5, y + 0.5], np.float32)
        for bit, way in enumerate(NEIGHBOURS):
            if _crossed(_lines(level), here, here + np.array(way, np.float32)):
                cut[y, x] |= 1 << bit
    return cut


def _crossed(lines: Lines, was: Num, pos: Num) -> int:
    """Return how many storeys one step ``(2,)`` to ``(2,)`` leads down; up is less than 0."""
    begin, end, drop = lines
    along, step = end - begin, np.broadcast_to(pos - was, begin.shape)
    was_low, is_low = cross(along, was - begin) > 0, cross(along, pos - begin) > 0
    hits = (cross(step, begin - was) <= 0) != (cross(step, end - was) <= 0)
    down, up = drop[hits & is_low & ~was_low], drop[hits & was_low & ~is_low]
    return int(down.max(initial=0)) - int(up.max(initial=0))


@lru_cache(maxsize=8)
def _lines(level: Level) -> Lines:
    """Return the straight pieces of all ledges, in file order."""
    pieces = [(*line, ledge.drop) for ledge in level.ledges for line in pairwise(ledge.area.points)]
    ends = np.array([piece[:2] for piece in pieces], np.float32).reshape(-1, 2, 2)
    return ends[:, 0], ends[:, 1], np.array([piece[2] for piece in pieces], np.int8)


@lru_cache(maxsize=8)
def _near(level: Level) -> Grid:
    """Return the tiles within two of a ledge's box, ``(h, w)``."""
    near = np.zeros(level.void.shape, np.bool_)
    begin, end, _ = _lines(level)
    low, high = np.minimum(begin, end).astype(np.int32) - 2, np.maximum(begin, end).astype(np.int32) + 3
    for (x0, y0), (x1, y1) in zip(low.clip(0).tolist(), high.tolist(), strict=True):
        near[y0:y1, x0:x1] = True
    return near
