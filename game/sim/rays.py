"""Which tiles one sees from a tile, and over which one may walk straight.

Rules of this module:
- One tile sees another when no opaque tile's inside lies on the line between their centres, and the
  line does not slip through the corner between two opaque tiles. The ends do not count.
- The rule is geometric, in whole numbers, so it is exactly symmetric and turns and mirrors with the map.
- From point to point, not from centre to centre, ``trace`` decides.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Grid = NDArray[np.bool_]
Tiles = NDArray[np.intp]


@dataclass(frozen=True)
class Fan:
    """The lines from the middle of a square window to each of its tiles.

    Attributes:
        one, other: ``(m,)`` window indices; a line is cut where both of a pair are opaque. An ordinary
            crossing names one tile twice, a corner names the two tiles beside it.
        starts: ``(k,)`` where each line's pairs begin.
        ends: ``(k,)`` window index of each line's last tile.
    """

    one: Tiles
    other: Tiles
    starts: Tiles
    ends: Tiles


def crossed(dx: int, dy: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Return what the line from the centre of tile (0, 0) to that of (dx, dy) passes, in order.

    Each item is two tiles: the same twice where the line crosses a tile, the two beside a corner where
    it passes exactly through one. Neither end is listed.
    """
    right, down = (1 if dx > 0 else -1), (1 if dy > 0 else -1)
    wide, high = abs(dx), abs(dy)
    x = y = across = along = 0
    passed = []
    while across < wide or along < high:
        ahead = (2 * across + 1) * high - (2 * along + 1) * wide
        if ahead == 0:
            passed.append(((x + right, y), (x, y + down)))
        if ahead <= 0:
            x, across = x + right, across + 1
        if ahead >= 0:
            y, along = y + down, along + 1
        passed.append(((x, y), (x, y)))
    return passed[:-1]


@cache
def fan(radius: int) -> Fan:
    """Return the lines to all tiles within ``radius`` tiles; made once a radius."""
    side = 2 * radius + 1
    never = side * side  # one more cell, never opaque: it keeps short lines from being empty
    one: list[int] = []
    other: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    for dy in range(-radius, radius + 1):
        for dx in range(-radius, radius + 1):
            if dx * dx + dy * dy > radius * radius + radius:
                continue
            starts.append(len(one))
            ends.append((dy + radius) * side + dx + radius)
            one.append(never)
            other.append(never)
            for (ax, ay), (bx, by) in crossed(dx, dy):
                one.append((ay + radius) * side + ax + radius)
                other.append((by + radius) * side + bx + radius)
    return Fan(*(np.array(part, np.intp) for part in (one, other, starts, ends)))


def window(shape: tuple[int, ...], x: int, y: int, radius: int) -> tuple[tuple[slice, slice], ...]:
    """Return where a window around tile (x, y) lies in a map of this shape, and the map in the window."""
    high, wide = shape
    top, left = max(0, y - radius), max(0, x - radius)
    low, right = min(high, y + radius + 1), min(wide, x + radius + 1)
    up, back = y - radius, x - radius
    there = slice(top, low), slice(left, right)
    here = slice(top - up, low - up), slice(left - back, right - back)
    return there, here


def field_of_view(opaque: Grid, x: int, y: int, radius: int) -> Grid:
    """Return which tiles see tile (x, y), and are seen from it.

    Args:
        opaque: ``(h, w)`` tiles nobody sees through; beyond the map nothing is seen.
        x: column of the tile; it must lie on the map.
        y: row of the tile.
        radius: farthest distance, tiles.

    Returns:
        ``(2 * radius + 1, 2 * radius + 1)``; element [dy + radius, dx + radius] is tile (x + dx, y + dy).
    """
    lines, side = fan(radius), 2 * radius + 1
    there, here = window(opaque.shape, x, y, radius)
    around = np.ones(side * side + 1, np.bool_)
    around[:-1].reshape(side, side)[here] = opaque[there]
    around[-1] = False
    cut = np.logical_or.reduceat(around.take(lines.one) & around.take(lines.other), lines.starts)
    seen = np.zeros((side, side), np.bool_)
    seen.reshape(-1)[lines.ends] = ~cut
    outside = np.ones((side, side), np.bool_)
    outside[here] = False
    seen[outside] = False
    return seen
