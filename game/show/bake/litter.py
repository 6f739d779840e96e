"""What lies about: decals painted by authors, and debris where there is a reason for it.

Debris is drawn from a generator seeded by the row of tiles, so it does not depend on the window.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import GROUND_NUMBER, TILE_PX, WALL_NUMBER
from game.show.bake import grid
from game.show.bake.art import Stamp, decals
from game.show.bake.ground import INDOORS, WATER
from game.show.bake.walls import over

if TYPE_CHECKING:
    from game.data.level import Level
    from game.ecs.column import Array
    from game.show.bake.grid import Window

INK = (11, 13, 20)
CHIPS = ((68, 70, 75), (93, 93, 91), (122, 119, 109), (153, 147, 127))
BRICKS = ((85, 47, 45), (119, 70, 57), (154, 100, 71))
PAPERS = ((150, 153, 146), (190, 190, 178), (206, 204, 192))
GLASS = ((52, 188, 203), (156, 185, 176))
KINDS = ("paper", "chip", "brick", "glass")
RUBBLE = (GROUND_NUMBER["rough rubble"], GROUND_NUMBER["glass shards"])
HEAP = WALL_NUMBER["rubble heap"]
DENSITY = {"rubble": 2.2, "room": 0.7, "street": 0.36}
"""Pieces a tile: near fallen masonry, in rooms, anywhere else."""
MIX = {
    "rubble": (0.0, 0.75, 0.25, 0.0),
    "room": (0.34, 0.34, 0.12, 0.20),
    "street": (0.10, 0.70, 0.20, 0.0),
}
"""Share of each of ``KINDS``."""


def stamp(picture: Array, art: Stamp, x: int, y: int) -> None:
    """Blend a stamp over a picture, its centre at pixel (x, y), clipped."""
    height, width = art.pixels.shape[:2]
    left, top = x - art.centre[0], y - art.centre[1]
    x0, y0 = max(left, 0), max(top, 0)
    x1, y1 = min(left + width, picture.shape[1]), min(top + height, picture.shape[0])
    if x0 < x1 and y0 < y1:
        over(picture[y0:y1, x0:x1], art.pixels[y0 - top : y1 - top, x0 - left : x1 - left])


def paint_decals(level: Level, picture: Array, window: Window) -> None:
    """Put every decal of the window on the ground, in one of its variants."""
    numbers = window.cut(level.decals)
    kinds = decals()
    for row, column in np.argwhere((numbers >= 0) & (numbers < len(kinds))):
        variants = kinds[int(numbers[row, column])]
        which = ((int(row) + window.row) * 31 + (int(column) + window.column) * 17) % len(variants)
        stamp(picture, variants[which], int(column) * TILE_PX + 8, int(row) * TILE_PX + 8)


def paint_debris(level: Level, picture: Array, window: Window) -> None:
    """Scatter paper, chips, bricks and glass."""
    mess = {"rubble": np.isin(level.ground, RUBBLE) | (level.walls == HEAP)}
    mess["rubble"] = (grid.pattern(mess["rubble"]) > 0) | mess["rubble"]
    mess["room"] = np.isin(level.ground, INDOORS) & ~mess["rubble"]
    mess["street"] = ~mess["rubble"] & ~mess["room"]
    is_free = (level.walls < 0) & ~level.void & (level.ground != WATER)
    first, last = max(window.row, 0), min(window.row + window.rows, level.height)
    for row in range(first, last):
        for number, (name, where) in enumerate(mess.items()):
            columns = np.flatnonzero(where[row] & is_free[row])
            chance = np.random.default_rng([row, number, 5])
            count = int(len(columns) * DENSITY[name])
            if count:
                _scatter(picture, chance, columns[chance.integers(0, len(columns), count)], row, name, window)


def _scatter(
    picture: Array, chance: np.random.Generator, columns: Array, row: int, name: str, window: Window
) -> None:
    x = (columns - window.column) * TILE_PX + chance.integers(0, 12, len(columns))
    y = (row - window.row) * TILE_PX + chance.integers(0, 12, len(columns))
    kinds = chance.choice(len(KINDS), len(columns), p=MIX[name])
    sizes, shades = chance.integers(1, 4, (len(columns), 2)), chance.integers(0, 12, len(columns))
    fits = (x >= 0) & (x < picture.shape[1] - 5) & (y >= 0) & (y < picture.shape[0] - 5)
    for i in np.flatnonzero(fits).tolist():
        _piece(picture[y[i] : y[i] + 5, x[i] : x[i] + 5], KINDS[kinds[i]], sizes[i].tolist(), int(shades[i]))


def _piece(place: Array, kind: str, size: list[int], shade: int) -> None:
    width, height = size
    if kind == "paper":
        place[1 : height + 1, 1 : width + 2] //= 2
        place[:height, : width + 1] = PAPERS[shade % len(PAPERS)]
    elif kind == "chip":
        side = 1 + shade % 2
        place[side, :side] = INK
        place[:side, :side] = CHIPS[shade % len(CHIPS)]
    elif kind == "brick":
        place[2, :3] = INK
        place[:2, :3] = BRICKS[shade % len(BRICKS)]
    else:
        place[0, 0] = GLASS[shade % len(GLASS)]
