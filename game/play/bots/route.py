"""Finding ways over a half-known map: unknown ground is taken for free, walls are learnt when seen.

Rules of this module: one field of distances from where one stands prices every place at once; costs
are those of ``game.sim.waves``: 10 a tile straight, 14 across, times what the tile is worth avoiding.
"""

from __future__ import annotations

import math
from functools import cached_property
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from game.play.bots.leaps import add_leaps
from game.play.memory import tiles_of
from game.sim.resources import NEIGHBOURS
from game.sim.waves import NO_WAY, STRAIGHT, UNREACHED, descend, distance_field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from game.play.observation import Observation

__all__ = ["FAR", "STRAIGHT", "Place", "Tile", "Ways"]

Tile = tuple[int, int]
Place = tuple[float, float]
ACROSS = 14  # what a step across costs, where a straight one costs 10
POCKET = 12  # tiles; whoever can reach no more has squeezed in between furniture, and comes out as they came
BESIDE = 3  # tiles; so far off one looks for a tile to begin from, between rows of furniture
FOOTHOLDS = 9  # of these tiles that are tried
DOOR = 3  # what stepping through a closed door costs, in tiles
FAR = int(UNREACHED)
"""The price of a place no way leads to."""


class Ways:
    """All ways from one place over what is known of the ground.

    Args:
        seen: whose map it is, and where they stand.
        cost: ``[h, w]`` int32, how many tiles of walking a tile is worth avoiding, at least 1.
        shut: ids of doors that are known not to open.
        hoped: ids of doors that are taken to open though they were locked.
        leaps: whether gaps are leapt over.
        runs_up: whether there is time to gather momentum for that.
    """

    def __init__(
        self,
        seen: Observation,
        cost: NDArray[np.int32],
        shut: Iterable[int] = (),
        hoped: Iterable[int] = (),
        *,
        leaps: bool = False,
        runs_up: bool = False,
    ) -> None:
        links, cost, closed, hopes = seen.links.copy(), cost.copy(), tuple(shut), tuple(hoped)
        for door in seen.doors:
            opens = seen.me.keys or not door.is_locked or door.thing in hopes
            if not door.is_open and door.thing not in closed and opens:
                _open(links, door.box)
                cost[tiles_of(door.box, links.shape)] += DOOR
        if leaps:
            add_leaps(links, seen, runs_up=runs_up)
        self.links = _agreed(links)
        self.cost = cost
        self.start, self.distance = self._begin(_footholds(self.links, seen))

    def _begin(self, footholds: list[Tile]) -> tuple[Tile, NDArray[np.int32]]:
        """The nearest foothold that leads anywhere, and the distances from it."""
        fields = ((tile, distance_field(self.links, [tile], self.cost)) for tile in footholds)
        first = next(fields)
        leads = (each for each in chain((first,), fields) if np.count_nonzero(each[1] < FAR) > POCKET)
        return next(leads, first)

    def price(self, goals: Iterable[Tile]) -> int:
        """What the cheapest way to one of these tiles costs; ``FAR`` when none leads there."""
        return min((int(self.distance[y, x]) for x, y in goals), default=FAR)

    def way(self, goals: Iterable[Tile]) -> list[Tile]:
        """The cheapest way to one of these tiles, the start included.

        When none leads there: to the tile nearest to them that can be reached.
        """
        tiles = sorted(goals)
        best = min(tiles, key=lambda goal: self.distance[goal[1], goal[0]], default=self.start)
        if self.distance[best[1], best[0]] >= FAR:
            best = self._nearest(tiles)
        return self._trace(best)

    def cost_of(self, way: list[Tile], goals: Iterable[Tile]) -> int:
        """What walking a way costs as things are now; ``FAR`` when it is shut or ends elsewhere."""
        if way[-1] not in goals:
            return FAR
        total = 0
        for here, there in pairwise(way):
            step = there[0] - here[0], there[1] - here[1]
            if step not in NEIGHBOURS or not self.links[here[1], here[0]] >> NEIGHBOURS.index(step) & 1:
                return FAR
            total += (STRAIGHT if 0 in step else ACROSS) * int(self.cost[there[1], there[0]])
        return total

    def _nearest(self, goals: list[Tile]) -> Tile:
        """The tile within reach that lies nearest to the box around the goals."""
        xs, ys = [x for x, _ in goals], [y for _, y in goals]
        rows, cols = np.nonzero(self.distance < FAR)
        dx = np.maximum(np.maximum(min(xs) - cols, cols - max(xs)), 0)
        dy = np.maximum(np.maximum(min(ys) - rows, rows - max(ys)), 0)
        away = dx * dx + dy * dy
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
        return [self.start, *way[::-1]]


def _footholds(links: NDArray[np.uint8], seen: Observation) -> list[Tile]:
    """Tiles to begin from, nearest first: one may stand on the edge of a tile whose middle is furniture."""
    at, known = seen.me.pos, seen.known
    x, y = int(at[0]), int(at[1])
    beside = range(-BESIDE, BESIDE + 1)
    around = [(x + dx, y + dy) for dy in beside for dx in beside]
    able = [t for t in around if _is_inside(t, links.shape) and known[t[1], t[0]] and links[t[1], t[0]]]
    able.sort(key=lambda t: math.hypot(t[0] + 0.5 - at[0], t[1] + 0.5 - at[1]))
    return able[:FOOTHOLDS] or [(x, y)]


def _is_inside(tile: Tile, shape: tuple[int, ...]) -> bool:
    return 0 <= tile[0] < shape[1] and 0 <= tile[1] < shape[0]


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
