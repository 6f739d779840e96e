"""Nooks: the map in cells of some tiles, and each cell in what hangs together in it.

Rules of this module:
- Air parts at what stops a shot, and nowhere else: not at a fence, not at a door, shut or open. So nooks
  never change, and are made once for a level.
- What one breathes reaches the own nook, and those of the eight cells around to which two steps from nook
  to nook lead. In the open that is all nine cells; through a wall it is nothing.
- A wall's own tiles belong to no nook: they have the number ``count``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.sim.components import Flag, Vec
from game.sim.tiles import under

Grid = NDArray[np.bool_]
Numbers = NDArray[np.intp]
Pairs = tuple[Numbers, Numbers]


@dataclass(frozen=True, eq=False)
class Nooks:
    """The nooks of a level.

    Attributes:
        count: how many.
        cell: width of a cell, tile.
        of_tile: ``(h, w)`` number of each tile's nook.
        beside: ``(e,), (e,)`` pairs of nooks that touch; each is beside itself too.
        around: ``(f,), (f,)`` pairs of a nook, and one whose breath reaches it.
    """

    count: int
    cell: int
    of_tile: Numbers
    beside: Pairs
    around: Pairs

    def at(self, pos: Vec) -> Numbers:
        """Return the nooks of places ``(k, 2)`` on the map, ``(k,)``."""
        return under(self.of_tile, pos)

    def sums(self, nook: Numbers, weights: NDArray[Any], kinds: int = 1) -> NDArray[np.float64]:
        """Sum whole numbers ``(k,)`` by nook and what reaches it, ``(kinds * (count + 1),)``; 0 for a wall.

        Kinds do not reach one another: the nooks of each further kind are numbered from ``count + 1`` on.
        """
        room, (one, other) = self.count + 1, self.around
        own = np.bincount(nook, weights, kinds * room).reshape(kinds, room)
        return np.concatenate([np.bincount(one, kind.take(other), room) for kind in own])

    def reach(self, nook: int, steps: int) -> Flag:
        """Return which nooks lie at most so many steps from one, ``(count + 1,)``."""
        found = np.zeros(self.count + 1, np.bool_)
        found[nook] = True
        for _ in range(steps):
            found[self.beside[1][found[self.beside[0]]]] = True
        return found


@lru_cache(maxsize=4)
def nooks_of(level: Level, cell: int) -> Nooks:
    """Return the nooks of a level in cells of so many tiles."""
    air = ~level.shield
    first = _first_tile(air, cell)
    tiles, numbers = np.unique(first, return_inverse=True)
    of_tile: Numbers = np.asarray(numbers, np.intp).reshape(air.shape)  # walls come last
    count = int((tiles < first.size).sum())
    y, x = np.divmod(tiles[:count], level.width)
    beside = _touching(of_tile, air, count)
    return Nooks(count, cell, of_tile, beside, _around(beside, (x // cell, y // cell), count))


def _first_tile(air: Grid, cell: int) -> NDArray[np.int64]:
    """Return the lowest flat index of what hangs together in its cell, ``(h, w)``; walls have the largest.

    The least label floods each cell along rows and columns until nothing changes.
    """
    high, wide = air.shape
    room = np.zeros((-(-high // cell) * cell, -(-wide // cell) * cell), np.bool_)
    room[:high, :wide] = air
    label = np.full(room.shape, air.size, np.int64)
    label[:high, :wide] = np.arange(air.size).reshape(high, wide)
    label[~room] = air.size
    cells = label.reshape(room.shape[0] // cell, cell, room.shape[1] // cell, cell)
    wall = ~room.reshape(cells.shape)
    while True:
        before = cells.copy()
        for axis in (1, 3):
            here = np.moveaxis(cells, axis, 0)
            np.minimum(here[1:], here[:-1], out=here[1:])
            cells[wall] = air.size
            np.minimum(here[:-1], here[1:], out=here[:-1])
            cells[wall] = air.size
        if np.array_equal(before, cells):
            return label[:high, :wide]


def _touching(nook: Numbers, air: Grid, count: int) -> Pairs:
    """Return the pairs of nooks that touch, both ways, and each with itself; not across a corner of wall."""
    east, south = air[:, :-1] & air[:, 1:], air[:-1] & air[1:]
    square = south[:, :-1] & south[:, 1:]
    first = [nook[:, :-1][east], nook[:-1][south], nook[:-1, :-1][square], nook[:-1, 1:][square]]
    second = [nook[:, 1:][east], nook[1:][south], nook[1:, 1:][square], nook[1:, :-1][square]]
    one = np.concatenate([*first, *second, np.arange(count)])
    other = np.concatenate([*second, *first, np.arange(count)])
    return _distinct(one, other, count)


def _around(beside: Pairs, cell: Pairs, count: int) -> Pairs:
    """Return the pairs of nooks two steps apart whose cells are the same or neighbours."""
    one, other = beside
    starts = np.searchsorted(one, np.arange(count + 1))
    degree = np.diff(starts)[other]
    first = np.repeat(one, degree)
    number = np.arange(len(first)) - np.repeat(np.cumsum(degree) - degree, degree)
    second = other[np.repeat(starts[other], degree) + number]
    near = [abs(axis[first] - axis[second]) <= 1 for axis in cell]
    keep = near[0] & near[1]
    return _distinct(first[keep], second[keep], count)


def _distinct(one: NDArray[Any], other: NDArray[Any], count: int) -> Pairs:
    """Return each pair once, ascending."""
    pairs = np.unique(one.astype(np.int64) * max(count, 1) + other)
    first, second = np.divmod(pairs, max(count, 1))
    return first.astype(np.intp), second.astype(np.intp)
