"""One band of a level after another: ground, litter, contact shadows, walls, props, exposure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import TILE_PX
from game.show.bake import abyss, ground, litter, props, walls
from game.show.bake.art import expose
from game.show.bake.grid import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.data.level import Level
    from game.ecs.column import Array

CHUNK = 256
"""Pixels along a chunk; the floor is blitted in such squares."""
MARGIN = 4  # tiles painted around each band, so that blurs and shadows join


@dataclass(frozen=True)
class Band:
    """A row of chunks, exposed: colours of the ground, of what is drawn over actors, and where."""

    ground: Array
    over: Array
    mask: Array


def band_count(level: Level) -> int:
    """How many bands a level has."""
    return -(-level.height * TILE_PX // CHUNK)


def bands(level: Level) -> Iterator[Band]:
    """Paint a level from north to south, ``CHUNK`` pixels at a time."""
    under = ground.beneath(level.ground)
    for number in range(band_count(level)):
        yield _band(level, under, number)


def _band(level: Level, under: Array, number: int) -> Band:
    tiles = CHUNK // TILE_PX
    columns = -(-level.width * TILE_PX // CHUNK) * tiles
    window = Window(-MARGIN, number * tiles - MARGIN, columns + 2 * MARGIN, tiles + 2 * MARGIN)
    picture = paint(level, under, window)
    edge = MARGIN * TILE_PX
    inner = np.s_[edge:-edge, edge:-edge]
    _cut_off(picture, level, number, edge)
    return Band(expose(picture.ground[inner]), expose(picture.over[inner]), picture.mask[inner])


def _cut_off(picture: Band, level: Level, number: int, edge: int) -> None:
    """Beyond the map's edge there is nothing, whatever the chunks' size."""
    right, bottom = level.width * TILE_PX, level.height * TILE_PX - number * CHUNK
    for pixels in (picture.ground, picture.mask):
        pixels[:, edge + right :] = 0
        pixels[edge + bottom :] = 0


def paint(level: Level, under: Array, window: Window) -> Band:
    """Paint any window of a level, not exposed."""
    picture = ground.paint(level, under, window)
    litter.paint_decals(level, picture, window)
    filled = window.cut(ground.masonry(level))
    ground.shade(picture, filled)
    litter.paint_debris(level, picture, window)
    abyss.paint(level, picture, window)
    over, mask = np.zeros_like(picture), np.zeros(picture.shape[:2], bool)
    walls.paint(level, picture, over, mask, window)
    props.paint(level, picture, over, mask, window)
    picture[mask] = over[mask]
    abyss.close(level, picture, window)
    return Band(picture, over, mask)
