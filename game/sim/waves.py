"""Shortest ways over tiles, as waves that spread from their goals.

Rules of this module:
- A step costs 10 straight and 14 aslant, times the cost of the tile stepped on; it exists where the
  link's bit is set, so furniture and corners are respected. Links lead both ways.
- A wave settles by label correcting (after Bellman and Ford, only what improved moves on), one ring of
  tiles at a time. It stops and goes on anywhere, so the work of a tick can be fixed.
- All is integers: the result does not depend on the order of work.
"""

from __future__ import annotations

from dataclasses import dataclass, field
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
    """Return how far the flat index moves with each of the eight neighbours."""
    return np.array([dy * width + dx for dx, dy in NEIGHBOURS], np.intp)


@dataclass
class Wave:
    """A search under way.

    Attributes:
        distance: ``(h * w,)`` best cost known, in units of ``STEP_COST``.
        front: ``(m,)`` tiles that improved and have not told their neighbours, ascending.
        reach: costs above this are not followed.
    """

    distance: Distance
    front: Tiles
    reach: int = int(UNREACHED) - 1
    scale: int = field(default=1)

    @classmethod
    def start(cls, size: int, seeds: Tiles, reach: int = int(UNREACHED) - 1) -> Wave:
        """Begin at the goals ``seeds (k,)`` of a map of ``size`` tiles."""
        distance = np.full(size, UNREACHED, np.int32)
        distance[seeds] = 0
        return cls(distance, distinct(seeds), reach)

    def spread(self, links: Links, width: int, cost: NDArray[np.int32] | None = None) -> int:
        """Move the front one ring on; return how many tiles did so.

        Args:
            links: ``(h * w,)``.
            width: of the map, tiles.
            cost: ``(h * w,)`` at least 1, or None for 1 everywhere.
        """
        done = len(self.front)
        bits = np.unpackbits(links[self.front][:, None], axis=1, bitorder="little")
        source, way = np.nonzero(bits)
        tile = self.front[source] + strides(width)[way]
        step = STEP_COST[way] * np.int32(self.scale)
        value = self.distance[self.front][source] + (step if cost is None else step * cost[tile])
        better = (value < self.distance[tile]) & (value <= self.reach)
        tile = tile[better]
        np.minimum.at(self.distance, tile, value[better])
        self.front = distinct(tile)
        return done

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
    open_ways = np.unpackbits(links[tiles][:, None], axis=1, bitorder="little").view(np.bool_)
    here = tiles + base
    there = distance[here[:, None] + np.where(open_ways, strides(width), 0)].astype(np.int32)
    total = np.where(open_ways, there + STEP_COST, UNREACHED)
    best = total.argmin(axis=1)
    each = np.arange(len(tiles))
    found = open_ways[each, best] & (total[each, best] <= distance[here])
    return np.where(found, best, NO_WAY).astype(np.uint8)
