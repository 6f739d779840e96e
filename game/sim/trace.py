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
        reached = np.minimum(walk.next[:, 0], walk.next[:, 1])
        inside = reached <= 1.0
        walk, live, reached = walk.only(inside), live[inside], reached[inside]
        hit = walk.step(grid)
        share[live[hit]] = np.minimum(reached[hit], SHORT)
        walk, live = walk.only(~hit), live[~hit]
    return share


def is_clear(grid: NDArray[np.bool_], start: Vec, end: Vec) -> Flag:
    """Return whether nothing set lies between the tile of ``start`` and the tile of ``end``, ``(k,)``.

    The same both ways: neither end's own tile counts.
    """
    share = first_block(grid, start, end)
    entered = start + (end - start) * share[:, None]
    last = np.floor(end)
    inside = (entered >= last - np.float32(1e-4)) & (entered <= last + np.float32(1.0001))
    return (share >= np.float32(1)) | inside.all(axis=1)


class _Walk:
    """Lines on their way: the tile each is in, and where along it the next column and row begin."""

    def __init__(self, start: Real, end: Real) -> None:
        way = end - start
        moves = np.abs(way) > 0
        length = np.where(moves, np.abs(way), 1.0)
        self.tile: Cells = np.floor(start).astype(np.intp)
        self.sign: Cells = np.sign(way).astype(np.intp)
        edge = np.where(way > 0, self.tile + 1 - start, start - self.tile)
        self.next: Real = np.where(moves, edge / length, FAR)
        self.pace: Real = np.where(moves, 1.0 / length, FAR)

    def only(self, keep: Any) -> _Walk:
        """Drop the lines that are done."""
        kept = _Walk.__new__(_Walk)
        kept.tile, kept.sign = self.tile[keep], self.sign[keep]
        kept.next, kept.pace = self.next[keep], self.pace[keep]
        return kept

    def step(self, grid: NDArray[np.bool_]) -> Any:
        """Enter the next tile of every line; return which of them are set, ``(k,)``."""
        goes = np.stack([self.next[:, 0] <= self.next[:, 1], self.next[:, 1] <= self.next[:, 0]], axis=1)
        corner = goes.all(axis=1)
        aside = [_is_set(grid, self.tile + self.sign * axis) for axis in (np.array([1, 0]), np.array([0, 1]))]
        self.tile = self.tile + self.sign * goes
        self.next = self.next + self.pace * goes
        return _is_set(grid, self.tile) | (corner & aside[0] & aside[1])


def _is_set(grid: NDArray[np.bool_], tile: Cells) -> Any:
    height, width = grid.shape
    x, y = tile[:, 0], tile[:, 1]
    inside = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    return grid[np.where(inside, y, 0), np.where(inside, x, 0)] | ~inside
