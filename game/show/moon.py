"""Moonlight that falls into rooms through their windows, as cold patches on the floor.

Rules of this module:
- The moon stands in the north-west, as the walls' rims and shadows say. Out of doors it is the ambient light.
- A pane lets it in when the sky lies before it and a room behind it; walls and wrecks stop it.
- It never changes, so it is worked out once and added to the lamps that burn steadily.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import WALL_NUMBER
from game.show.lamps import TEXELS

if TYPE_CHECKING:
    from game.data.level import Level
    from game.ecs.column import Array

COLOUR = (0.16, 0.22, 0.36)  # 1; what a patch adds at its brightest
REACH = 26  # texels; how far into a room it falls: three tiles
WAY = (1.0, 0.8)  # texels along x and y a step: to the south-east, as every shadow falls
PANE = WALL_NUMBER["glass"]
OUTSIDE = 10  # texels before the pane where the sky must be


def under_roof(level: Level) -> Array:
    """Tiles with a roof over them: bool ``[h, w]``."""
    under = np.zeros(level.ground.shape, bool)
    for zone in level.zones:
        window, inside = zone.area.raster(under.shape)
        if zone.indoor:
            under[window] |= inside
    return under


def shine_in(level: Level) -> Array:
    """How bright the moon shines on each texel of the floors, 0..1: float32 ``[h, w]``."""
    panes = _texels(level.walls == PANE)
    if not panes.any():
        return np.zeros(panes.shape, np.float32)
    under, solid = _texels(under_roof(level)), _texels(level.opaque)
    light = np.zeros(panes.shape, np.float32)
    beam = panes & ~_shifted(under | solid, *_offset(OUTSIDE))
    for step in range(1, REACH + TEXELS):
        beam = _onward(beam, step) & ~solid
        fade = 1 - step / (REACH + TEXELS)
        light[beam & under & ~panes & (light < fade)] = fade
    return light


def add(total: Array, patches: Array, margin: int) -> None:
    """Add the patches to planes ``[3, h + 2 margin, w + 2 margin]``."""
    height, width = patches.shape
    for plane, share in zip(total, COLOUR, strict=True):
        plane[margin : margin + height, margin : margin + width] += patches * np.float32(share)


def _texels(tiles: Array) -> Array:
    return tiles.repeat(TEXELS, axis=0).repeat(TEXELS, axis=1)


def _offset(step: int) -> tuple[int, int]:
    return round(step * WAY[0]), round(step * WAY[1])


def _onward(cells: Array, step: int) -> Array:
    """Cells at a step, from where they were one step before."""
    (x, y), (x0, y0) = _offset(step), _offset(step - 1)
    return _shifted(cells, x - x0, y - y0)


def _shifted(cells: Array, x: int, y: int) -> Array:
    out = np.zeros_like(cells)
    height, width = cells.shape
    out[y:, x:] = cells[: height - y, : width - x]
    return out
