"""The sheet of materials the floor is baked from, and the two sheets of noise."""

from __future__ import annotations

from typing import Final

import numpy as np

from tools.art.arrays import Pixels
from tools.art.grid import clear, opaque
from tools.art.ground import GROUND, SIZE
from tools.art.noise import blue, fractal
from tools.art.store import Work
from tools.art.thin import MASKS, THIN, TILE, piece
from tools.art.walls import SKIRT, SKIRTS, TOPS

COLUMNS: Final = 8
NOISE: Final = 256
"""Side of a noise sheet in px."""


def _cell(number: int) -> tuple[int, int]:
    return number % COLUMNS * SIZE, number // COLUMNS * SIZE


def _place(sheet: Pixels, part: Pixels, x: int, y: int) -> list[int]:
    sheet[y : y + part.shape[0], x : x + part.shape[1]] = part
    return [x, y]


def materials() -> Work:
    """Make ``materials.png``: grounds and tops of 128 px, then skirts, then thin pieces."""
    tiles = [paint() for _, paint in GROUND] + [paint() for paint in TOPS]
    skirts_at = -(-len(tiles) // COLUMNS) * SIZE
    thin_at = skirts_at + SKIRT * len(SKIRTS)
    sheet = clear(thin_at + TILE * len(THIN), COLUMNS * SIZE)
    spots = [_place(sheet, opaque(tile), *_cell(i)) for i, tile in enumerate(tiles)]
    manifest = {
        "size": SIZE,
        "ground": spots[: len(GROUND)],
        "wall_top": spots[len(GROUND) :],
        "wall_skirt": [_place(sheet, skirt(), 0, skirts_at + SKIRT * i) for i, skirt in enumerate(SKIRTS)],
        "skirt_height": SKIRT,
        "wall_thin": {
            str(kind): _place(sheet, _pieces(kind), 0, thin_at + TILE * i) for i, kind in enumerate(THIN)
        },
    }
    return Work({"assets/art/materials.png": sheet}, {"assets/art/materials.json": manifest})


def _pieces(kind: int) -> Pixels:
    return np.concatenate([piece(kind, joins) for joins in range(MASKS)], axis=1)


def noise() -> Work:
    """Make the grey sheets ``noise_blue.png`` and ``noise_fractal.png``."""
    cloud = fractal(NOISE, 8, 21, 6)
    cloud = (cloud - cloud.min()) / (cloud.max() - cloud.min())
    sheets = {"noise_blue": blue(NOISE, 3), "noise_fractal": cloud}
    return Work({f"assets/art/{name}.png": (plane * 255).astype(np.uint8) for name, plane in sheets.items()})
