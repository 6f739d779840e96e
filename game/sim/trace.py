"""Straight lines through the tile grid, many at once: shots, blows, throws.

The walk is exact: a line visits every tile it enters, in order (Amanatides and Woo 1987, "A fast voxel
traversal algorithm"), here for all lines together. A line through the very corner of four tiles is
stopped only when both tiles beside it are set, or the one beyond is.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.sim.components import Flag, Num, Vec

Real = NDArray[np.float64]
Cells = NDArray[np.intp]
SHORT = np.float32(1) - np.float32(2.0**-24)
"""The largest share below 1: a line that ends on the very edge of a set tile is stopped by it."""
FAR = 1e30
"""Stands for never, in lengths of the line."""


def first_block(grid: NDArray[np.bool_], start: Vec, end: Vec) -> Num:
    """Return how far along each line the first set tile begins, 0..1; 1 when there is none.

    Args:
        grid: ``(h, w)``; beyond it everything counts as set.
        start: ``(k, 2)`` tile; the tile a line starts in does not count.
        end: ``(k, 2)`` tile.
    """
    share = np.ones(len(start), np.float32)
    walk = _Walk(start.astype(np.float64), end.astype(np.float64))
    live = np.arange(len(start))
    while len(live):
        reached = np.minimum(*walk.next)
        inside = (reached <= 1.0).nonzero()[0]
        if len(inside) < len(live):
            walk, live, reached = walk.only(inside), live[inside], reached[inside]
        hit = walk.step(grid)
        share[live[hit]] = np.minimum(reached[hit], SHORT)
        if hit.any():
            on = (~hit).nonzero()[0]
            walk, live = walk.only(on), live[on]
    return share


def is_clear(grid: NDArray[np.bool_], start: Vec, end: Vec) -> Flag:
    """Return whether nothing set lies between the tile of ``start`` and the tile of ``end``, ``(k,)``.

    The same both ways: neither end's own tile counts, and every line is walked from its western end.
    """
    back = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    start, end = (np.where(back[:, None], *ends) for ends in ((end, start), (start, end)))
    share = first_block(grid, start, end)
    entered = start + (end - start) * share[:, None]
    last = np.floor(end)
    inside = (entered >= last - np.float32(1e-4)) & (entered <= last + np.float32(1.0001))
    return (share >= np.float32(1)) | inside.all(axis=1)


class _Walk:
    """Lines on their way, ``(2, k)`` by column and row: each one's tile, and where the next begins."""

    def __init__(self, start: Real, end: Real) -> None:
        start, way = start.T, (end - start).T
        size = np.abs(way)
        moves = size > 0
        length = np.where(moves, size, 1.0)
        tile = np.floor(start)
        edge = np.where(way > 0, tile + 1 - start, start - tile)
        self.tile, self.sign = tile.astype(np.intp), np.sign(way).astype(np.intp)
        self.next = np.where(moves, edge / length, FAR)
        self.pace = np.where(moves, 1.0 / length, FAR)

    def only(self, keep: Cells) -> _Walk:
        """Drop the lines that are done."""
        kept = _Walk.__new__(_Walk)
        kept.tile, kept.sign = self.tile.take(keep, axis=1), self.sign.take(keep, axis=1)
        kept.next, kept.pace = self.next.take(keep, axis=1), self.pace.take(keep, axis=1)
        return kept

    def step(self, grid: NDArray[np.bool_]) -> Any:
        """Enter the next tile of every line; return which of them are set, ``(k,)``."""
        enters = self.next <= self.next[::-1]
        shut = enters[0] & enters[1]  # through a corner
        if shut.any():
            (x, y), (beyond_x, beyond_y) = self.tile, self.tile + self.sign
            shut &= _is_set(grid, beyond_x, y) & _is_set(grid, x, beyond_y)
        self.tile = self.tile + self.sign * enters
        self.next = self.next + self.pace * enters
        return shut | _is_set(grid, *self.tile)


def _is_set(grid: NDArray[np.bool_], x: Cells, y: Cells) -> Any:
    height, width = grid.shape
    outside = (x < 0) | (y < 0) | (x >= width) | (y >= height)
    return grid.reshape(-1).take(y * width + x, mode="clip") | outside
