"""The pictures of the three tilesets, as the editor shows them: 16 px a tile, in tile order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from tools.art.arrays import Pixels
from tools.art.decals import DECALS, tile
from tools.art.grid import clear, opaque, over
from tools.art.ground import GROUND
from tools.art.palette import RAMPS
from tools.art.store import Work
from tools.art.thin import EAST, THIN, WEST, piece
from tools.art.walls import SKIRTS, TOPS

TILE: Final = 16
COLUMNS: Final = {"ground": 10, "walls": 6, "decals": 8}
FACE: Final = 7
"""Rows of a solid wall tile that show its face."""


def _ground_tile(number: int) -> Pixels:
    y, x = 16, 32
    picture = opaque(GROUND[number][1]()[y : y + TILE, x : x + TILE])
    if GROUND[number][0] == "void":
        row, column = np.mgrid[0:TILE, 0:TILE]
        picture[(row + column) % 8 == 0, :3] = RAMPS["ink"][2]
    return picture


def _wall_tile(number: int) -> Pixels:
    if number in THIN:
        return piece(number, EAST | WEST)
    top, skirt = TOPS[number]()[40:56, 40:56], SKIRTS[number]()[:FACE, :TILE]
    picture = opaque(top)
    over(picture[..., :3], skirt, 0, TILE - FACE)
    picture[0, :, :3] = RAMPS["concrete"][4]
    return picture


def _grid(tiles: Sequence[Pixels], columns: int) -> Pixels:
    sheet = clear(-(-len(tiles) // columns) * TILE, columns * TILE)
    for number, picture in enumerate(tiles):
        y, x = number // columns * TILE, number % columns * TILE
        sheet[y : y + TILE, x : x + TILE] = picture
    return sheet


def tilesets() -> Work:
    """Make ``maps/ground.png``, ``maps/walls.png`` and ``maps/decals.png``."""
    tiles = {
        "ground": [_ground_tile(i) for i in range(len(GROUND))],
        "walls": [_wall_tile(i) for i in range(len(TOPS))],
        "decals": [tile(i) for i in range(len(DECALS))],
    }
    return Work({f"maps/{name}.png": _grid(part, COLUMNS[name]) for name, part in tiles.items()})
