"""Finding ways over a half-known map: unknown ground is taken for free, walls are learnt when seen.

Rules of this module: one field of distances from where one stands prices every place at once; costs
are those of ``game.sim.waves``: 10 a tile straight, 14 across, times what the tile is worth avoiding.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from game.play.memory import tiles_of
from game.sim.resources import NEIGHBOURS
from game.sim.waves import NO_WAY, STRAIGHT, UNREACHED, descend, distance_field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from game.play.observe import Observation

__all__ = ["FAR", "STRAIGHT", "Place", "Tile", "Ways"]

Tile = tuple[int, int]
Place = tuple[float, float]
DOOR = 3  # what stepping through a closed door costs, in tiles
FAR = int(UNREACHED)
"""The price of a place no way leads to."""


class Ways:
    """All ways from one place over what is known of the ground.

    Args:
        seen: whose map it is, and where they stand.
        cost: ``[h, w]`` int32, how many tiles of walking a tile is worth avoiding, at least 1.
        shut: ids of doors that are known not to open.
    """

    def __init__(self, seen: Observation, cost: NDArray[np.int32], shut: Iterable[int] = ()) -> None:
        links, cost, closed = seen.links.copy(), cost.copy(), tuple(shut)
        for door in seen.doors:
            if not door.is_open and door.thing not in closed and (seen.me.keys or not door.is_locked):
                _open(links, door.box)
                cost[tiles_of(door.box, links.shape)] += DOOR
        self.links = _agreed(links)
        self.start = int(seen.me.pos[0]), int(seen.me.pos[1])
        self.distance = distance_field(self.links, [self.start], cost)

    def price(self, goals: Iterable[Tile]) -> int:
        """What the cheapest way to one of these tiles costs; ``FAR`` when none leads there."""
        return min((int(self.distance[y, x]) for x, y in goals), default=FAR)

    def way(self, goals: Iterable[Tile]) -> list[Tile]:
        """The cheapest way to one of these tiles, without the start.

        When none leads there: to the tile nearest to them that can be reached.
        """
        best = min(goals, key=lambda goal: self.distance[goal[1], goal[0]], default=self.start)
        if self.distance[best[1], best[0]] >= FAR:
            best = self._nearest(best)
        return self._trace(best)

    def _nearest(self, goal: Tile) -> Tile:
        rows, cols = np.nonzero(self.distance < FAR)
        away = (rows - goal[1]) * (rows - goal[1]) + (cols - goal[0]) * (cols - goal[0])
        nearest = int(away.argmin()) if len(away) else 0
        return (int(cols[nearest]), int(rows[nearest])) if len(away) else self.start

    @cached_property
    def _back(self) -> NDArray[np.uint8]:
        """The neighbour that leads back to the start, of every tile."""
        return descend(self.distance, self.links)

    def _trace(self, tile: Tile) -> list[Tile]:
        way: list[Tile] = []
        while tile != self.start:
            way.append(tile)
            step = self._back[tile[1], tile[0]]
            if step == NO_WAY:
                return []
            tile = tile[0] + NEIGHBOURS[step][0], tile[1] + NEIGHBOURS[step][1]
        return way[::-1]


def _agreed(links: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Keep the links both ends agree on, and none that leaves the map."""
    height, width = links.shape
    framed = np.zeros((height + 2, width + 2), np.uint8)
    framed[1:-1, 1:-1] = links
    both = np.zeros_like(links)
    for bit, (dx, dy) in enumerate(NEIGHBOURS):
        there = framed[1 + dy : 1 + dy + height, 1 + dx : 1 + dx + width]
        both |= ((links >> bit) & (there >> (bit + 4) % 8) & 1) << bit
    return both


def _open(links: NDArray[np.uint8], box: tuple[float, float, float, float]) -> None:
    """Let a closed door be walked through, straight; walls beside it stay walls."""
    rows, cols = tiles_of(box, links.shape)
    for bit, (dx, dy) in enumerate(NEIGHBOURS):
        if dx == 0 or dy == 0:
            links[rows, cols] |= np.uint8(1 << bit)
            _join(links, (rows, cols), (dx, dy), (bit + 4) % 8)


def _join(links: NDArray[np.uint8], tiles: tuple[slice, slice], step: Tile, back: int) -> None:
    """Set a bit on the tiles one step away that can be stood on."""
    height, width = links.shape
    rows, cols = tiles
    r = slice(max(rows.start + step[1], 0), min(rows.stop + step[1], height))
    c = slice(max(cols.start + step[0], 0), min(cols.stop + step[0], width))
    there: Any = links[r, c]
    there |= np.where(there != 0, np.uint8(1 << back), np.uint8(0))
