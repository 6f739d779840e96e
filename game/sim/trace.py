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
    if not len(start):
        return share
    walk = _Walk(grid, start.astype(np.float64), end.astype(np.float64))
    live = np.arange(len(start))
    while len(live):
        reached, hit = walk.step()
        inside = reached <= 1.0
        hit &= inside
        share[live[hit]] = np.minimum(reached[hit], SHORT)
        keep = inside > hit
        walk.keep(keep)
        live = live[keep]
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
    """Lines on their way.

    Attributes:
        set: the grid with a margin of set tiles, flat: a line ends before it could leave that.
        tile: ``(3, k)`` flat index of the tile each is in, and how it moves with a column and with a row.
        next: ``(4, k)`` where along the line the next column and the next row begin; how far apart
            columns and rows lie.
    """

    def __init__(self, grid: NDArray[np.bool_], start: Real, end: Real) -> None:
        way, first = end - start, np.floor(start).astype(np.intp)
        moves, far = way != 0, np.abs(way)
        length = np.where(moves, far, 1.0)
        edge = np.where(way > 0, first + 1 - start, start - first)
        self.next: Real = np.empty((4, len(start)))
        self.next[:2] = np.where(moves, edge / length, FAR).T
        self.next[2:] = np.where(moves, 1.0 / length, FAR).T
        margin = 1 + _beyond(grid.shape, first)
        wide = grid.shape[1] + 2 * margin
        whole = np.ones((grid.shape[0] + 2 * margin, wide), np.bool_)
        whole[margin:-margin, margin:-margin] = grid
        self.set = whole.reshape(-1)
        sign = np.sign(way)
        self.tile: Cells = np.empty((3, len(start)), np.intp)
        self.tile[0] = (first[:, 1] + margin) * wide + first[:, 0] + margin
        self.tile[1], self.tile[2] = sign[:, 0], sign[:, 1] * wide

    def keep(self, lines: Any) -> None:
        """Drop the lines that are done."""
        self.tile, self.next = self.tile.compress(lines, axis=1), self.next.compress(lines, axis=1)

    def step(self) -> tuple[Real, Any]:
        """Enter the next tile of every line; return where along it that is, and whether it is stopped."""
        tile, (column, row, *apart) = self.tile, self.next
        reached = np.minimum(column, row)
        across, along = column == reached, row == reached
        aside, below = tile[1] * across, tile[2] * along
        corner = across & along
        stopped = self.set[tile[0] + aside + below]
        if corner.any():
            stopped |= corner & self.set[tile[0] + aside] & self.set[tile[0] + below]
        tile[0] += aside + below
        column += apart[0] * across
        row += apart[1] * along
        return reached, stopped


def _beyond(shape: tuple[int, ...], tile: Cells) -> int:
    """Return how many tiles outside a map of this shape the farthest of ``tile (k, 2)`` lies."""
    (left, top), (right, bottom) = tile.min(axis=0).tolist(), tile.max(axis=0).tolist()
    return int(max(0, -left, -top, right - shape[1] + 1, bottom - shape[0] + 1))
