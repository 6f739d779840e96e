"""The sheet of floor marks the game bakes into the floor."""

from __future__ import annotations

from typing import Final

from tools.art.decals import DECALS, shapes
from tools.art.store import Work
from tools.art.strips import row, shelves

WIDTH: Final = 264


def decals() -> Work:
    """Make ``decals.png``; ``decals.json`` lists every decal by number, shapes to the right."""
    strips = {str(number): row(shapes(number)) for number in range(len(DECALS))}
    placed = shelves(strips, WIDTH)
    entries = []
    for number, mark in enumerate(DECALS):
        height = strips[str(number)].shape[0]
        entries.append(
            {
                "name": mark.name,
                "rect": [*placed.at[str(number)], height, height],
                "centre": [height // 2, height // 2],
                "variants": mark.variants,
            }
        )
    return Work({"assets/art/decals.png": placed.sheet}, {"assets/art/decals.json": {"decals": entries}})
