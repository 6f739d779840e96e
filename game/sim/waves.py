"""Shortest ways over tiles, as waves that spread from their goals.

Rules of this module:
- A step costs 10 straight and 14 aslant, times the cost of the tile stepped on; it exists where the
  link's bit is set, so furniture and corners are respected. Links lead both ways.
- A wave settles by label correcting (after Bellman and Ford, only what improved moves on), one ring of
  tiles at a time. It stops and goes on anywhere, so the work of a tick can be fixed.
- Several waves spread as one, over as many copies of the map laid end to end: a ring of many costs hardly
  more than a ring of one.
- All is integers: the result does not depend on the order of work.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.sim.resources import NEIGHBOURS

if TYPE_CHECKING:
    from collections.abc import Iterable

Links = NDArray[np.uint8]
Distance = NDArray[np.int32]
Tiles = NDArray[np.intp]

STRAIGHT = 10
UNREACHED = np.int32(1 << 30)
"""The distance of a tile no way leads from."""
NO_WAY = 255
"""The direction on a tile no way leads from, and on a goal."""
STEP_COST = np.array([STRAIGHT if 0 in (dx, dy) else 14 for dx, dy in NEIGHBOURS], np.int32)


@cache
def strides(width: int) -> Tiles:
    """Return how far the flat index moves with each neighbour, ``(256, 8)``: a row for all bits of a link.

    Where the link's bit is not set one stays, and staying never is a shorter way.
    """
    steps = np.array([dy * width + dx for dx, dy in NEIGHBOURS], np.intp)
    is_open = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1, bitorder="little")
    return np.where(is_open, steps, 0)


@dataclass
class Wave:
    """A search under way.

    Attributes:
        distance: ``(h * w,)`` best cost known, in units of ``STEP_COST``; or several maps end to end.
        front: ``(m,)`` tiles that improved and have not told their neighbours, ascending.
        reach: costs above this are not followed.
        scale: what every cost is multiplied by; below it there is room for which seed a wave is from.
    """

    distance: Distance
    front: Tiles
    reach: int = int(UNREACHED) - 1
    scale: int = 1

    @classmethod
    def start(cls, size: int, seeds: Tiles, reach: int = int(UNREACHED) - 1) -> Wave:
        """Begin at the goals ``seeds (k,)`` of a map of ``size`` tiles."""
        distance = np.full(size, UNREACHED, np.int32)
        distance[seeds] = 0
        return cls(distance, distinct(seeds), reach)

    def spread(self, links: Links, width: int, cost: NDArray[np.int32] | None = None) -> int:
        """Move the front one ring on; return how many tiles did so.

        Args:
            links: of every tile of ``distance``.
            width: of the map, tiles.
            cost: of every tile of ``distance``, at least 1, or None for 1 everywhere.
        """
        front = self.front
        tile = strides(width).take(links.take(front), axis=0)
        tile += front[:, None]
        step = STEP_COST if self.scale == 1 else STEP_COST * np.int32(self.scale)
        if cost is not None:
            step = step * cost.take(tile)
        value = self.distance.take(front)[:, None] + step
        better = value < self.distance.take(tile)
        better &= value <= self.reach
        tile = tile[better]
        np.minimum.at(self.distance, tile, value[better])
        self.front = distinct(tile)
        return len(front)

    def run(self, links: Links, width: int, cost: NDArray[np.int32] | None = None) -> Distance:
        """Spread until nothing improves."""
        while len(self.front):
            self.spread(links, width, cost)
        return self.distance


def distinct(tiles: Tiles) -> Tiles:
    """Return each tile once, ascending."""
    ordered = np.sort(tiles, kind="stable")
    keep = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=keep[1:])
    return ordered[keep]


def distance_field(
    links: Links, goals: Iterable[tuple[int, int]], cost: NDArray[np.int32] | None = None
) -> Distance:
    """Return the cost of the shortest way from every tile to the nearest goal.

    Args:
        links: ``(h, w)`` as in ``Ground.links``.
        goals: tiles (x, y).
        cost: ``(h, w)`` what stepping on a tile costs, at least 1.

    Returns:
        ``(h, w)``, 10 a straight step, ``UNREACHED`` where no way leads.
    """
    width = links.shape[1]
    seeds = np.array([y * width + x for x, y in goals], np.intp)
    wave = Wave.start(links.size, seeds)
    flat = None if cost is None else cost.reshape(-1)
    return wave.run(links.reshape(-1), width, flat).reshape(links.shape)


def descend(distance: Distance, links: Links) -> NDArray[np.uint8]:
    """Return the neighbour that leads on from every tile, ``(h, w)``: a number of ``NEIGHBOURS``.

    ``NO_WAY`` on goals and where no way leads.
    """
    width, tiles = links.shape[1], np.arange(links.size)
    flat = np.minimum(distance.reshape(-1), UNREACHED)
    return downhill(flat, links.reshape(-1), width, tiles, np.zeros_like(tiles)).reshape(links.shape)


def downhill(
    distance: NDArray[Any], links: Links, width: int, tiles: Tiles, base: Tiles
) -> NDArray[np.uint8]:
    """Return the neighbour that leads on from each of some tiles, ``(k,)``, or ``NO_WAY``.

    Args:
        distance: one or several flat fields, one after another; int32 or uint16, the largest value of
            uint16, or ``UNREACHED``, where no way leads.
        links: ``(h * w,)``.
        width: of the map, tiles.
        tiles: ``(k,)`` where one stands.
        base: ``(k,)`` where the field to follow begins in ``distance``.
    """
    stride = strides(width).take(links.take(tiles), axis=0)
    is_open = stride != 0
    here = tiles + base
    there = distance.take(stride + here[:, None]).astype(np.int32)
    total = np.where(is_open, there + STEP_COST, UNREACHED)
    best = total.argmin(axis=1)
    each = np.arange(len(tiles))
    found = is_open[each, best] & (total[each, best] <= distance[here])
    return np.where(found, best, NO_WAY).astype(np.uint8)
