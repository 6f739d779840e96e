"""The ways of somebody who knows a place by heart: for bots that are measured on their habits.

Rules of this module: the map is the level's as it was drawn, doors as they were; a goal's field is worked out
once and kept for everybody who walks that level.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from game.data.tuning import load_tuning
from game.play.bots.walk import tile, unit
from game.sim.ground import lay_ground
from game.sim.resources import CORNER, NEIGHBOURS
from game.sim.waves import NO_WAY, STRAIGHT, UNREACHED, descend, distance_field

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.data.level import Level

Tile = tuple[int, int]
Place = tuple[float, float]
LATTICE = 6  # tiles between two places worth going to
NEAR_CENTRE = 0.3  # of a tile: then on to the next


class KnownWays:
    """All ways through a level.

    Attributes:
        places: a free tile in every square of ``LATTICE`` tiles that has one in the main part of the map.
        nooks: tiles in corners.
    """

    def __init__(self, links: NDArray[np.uint8], home: Tile) -> None:
        self.links = links
        self._fields: dict[Tile, tuple[NDArray[np.int32], NDArray[np.uint8]]] = {}
        reached = self.field(home) < UNREACHED
        self.places = _lattice(reached)
        corner = np.unpackbits(links[..., None], axis=2).sum(axis=2) == CORNER
        y, x = np.nonzero(corner & reached)
        self.nooks: list[Tile] = list(zip(x.tolist(), y.tolist(), strict=True))

    def field(self, goal: Tile) -> NDArray[np.int32]:
        """Return how far every tile is from a goal on foot, ``(h, w)``, ``STRAIGHT`` a tile."""
        return self._known(goal)[0]

    def far(self, at: Place, goal: Tile) -> float:
        """Return how far it is to a goal, tile."""
        x, y = tile(at)
        return float(self.field(goal)[y, x]) / STRAIGHT

    def toward(self, at: Place, goal: Tile) -> Place:
        """Return which way to go, a unit vector; none at the goal."""
        x, y = tile(at)
        step = int(self._known(goal)[1][y, x])
        dx, dy = NEIGHBOURS[step] if step != NO_WAY else (0, 0)
        to = x + dx + 0.5 - at[0], y + dy + 0.5 - at[1]
        return (0.0, 0.0) if abs(to[0]) + abs(to[1]) < NEAR_CENTRE and step == NO_WAY else unit(*to)

    def _known(self, goal: Tile) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
        if goal not in self._fields:
            distance = distance_field(self.links, [goal])
            self._fields[goal] = distance, descend(distance, self.links)
        return self._fields[goal]


def square(at: Place) -> Tile:
    """Return which square of the lattice of places this lies in: its column and row."""
    x, y = tile(at)
    return x // LATTICE, y // LATTICE


def _lattice(reached: NDArray[np.bool_]) -> list[Tile]:
    places = []
    for y in range(0, reached.shape[0], LATTICE):
        for x in range(0, reached.shape[1], LATTICE):
            rows, cols = np.nonzero(reached[y : y + LATTICE, x : x + LATTICE])
            if len(rows):
                middle = np.abs(rows - LATTICE // 2) + np.abs(cols - LATTICE // 2)
                best = int(middle.argmin())
                places.append((x + int(cols[best]), y + int(rows[best])))
    return places


@lru_cache(maxsize=4)
def known_ways(level: Level) -> KnownWays:
    """Return the ways of a level, from where its first Start stands."""
    ground = lay_ground(level, np.zeros((level.height, level.width), np.bool_), load_tuning().noise)
    return KnownWays(ground.links, tile(level.starts[0].area.at))
