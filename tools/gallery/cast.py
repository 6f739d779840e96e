"""Everything on the sheets: the cast, things, faces and signs, large enough to see every pixel."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from game.data import paths
from tools.gallery.picture import BACK, Picture, Pixels, contact, enlarged, on_ground

SCALE: Final = 3
SOUTH: Final = 4
"""Column of a sheet that looks at us."""

GROUND: Final = (58, 60, 64)
"""About a street under a lamp: what is drawn on it must be told from it."""


def _read(name: str) -> tuple[dict[str, Any], NDArray[np.uint8]]:
    told = json.loads(paths.asset("art", f"{name}.json").read_text(encoding="utf-8"))
    return told, _pixels(paths.asset("art", f"{name}.png"))


def _pixels(path: Path) -> NDArray[np.uint8]:
    with Image.open(path) as image:
        return np.asarray(image.convert("RGBA"))


def _shown(pixels: NDArray[np.uint8], times: int = SCALE) -> Pixels:
    return enlarged(on_ground(pixels, GROUND), times)


def cast() -> Iterator[Picture]:
    """Everybody: standing in all directions, then each action from the front."""
    for path in sorted(paths.asset("art", "actors").glob("*.json")):
        told, sheet = _read(f"actors/{path.stem}")
        side, tiles = told["size"], []
        for action, about in told["actions"].items():
            rows = range(about["row"], about["row"] + about["frames"])
            frames = [sheet[r * side : (r + 1) * side, SOUTH * side : (SOUTH + 1) * side] for r in rows]
            tiles.append((f"{action}, {about['ms']} ms", _shown(np.concatenate(frames, axis=1))))
        around = contact([(f"{path.stem}, every direction", _shown(sheet[:side]))], 1)
        yield Picture("cast", path.stem, contact([("", around), ("", contact(tiles, 3))], 1))


def props() -> Iterator[Picture]:
    """Every thing that stands on a map: its first turns, every variant."""
    told, sheet = _read("props")
    tiles = []
    for name, about in told.items():
        x, y, wide, high = about["rect"]
        turns = min(about["turns"], max(1, 200 // wide))
        part = sheet[y : y + high * about["variants"], x : x + wide * turns]
        tiles.append((f"{name} {about['turns']}x{about['variants']}", _shown(part, 2)))
    tiles.sort(key=lambda tile: tile[1].shape[0])
    yield Picture("props", "props", contact(tiles, 5))


def faces() -> Iterator[Picture]:
    """Who speaks on the radio: at rest, speaking, signal lost."""
    tiles = [
        (path.stem, _shown(_pixels(path))) for path in sorted(paths.asset("art", "portraits").glob("*.png"))
    ]
    yield Picture("portraits", "portraits", contact(tiles, 2))


def signs() -> Iterator[Picture]:
    """Every icon."""
    told, sheet = _read("icons")
    boxes = {name: box for name, box in told.items() if name != "lessons"}
    tiles = [
        (name, enlarged(on_ground(sheet[y : y + h, x : x + w]), SCALE))
        for name, (x, y, w, h) in boxes.items()
    ]
    cell = np.empty((max(t.shape[0] for _, t in tiles), max(t.shape[1] for _, t in tiles), 3), np.uint8)
    cell[:] = BACK
    placed = []
    for name, tile in tiles:
        place = cell.copy()
        place[: tile.shape[0], : tile.shape[1]] = tile
        placed.append((name, place))
    yield Picture("icons", "icons", contact(placed, 8))
