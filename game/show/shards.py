"""Glass on the ground: splinters that glint where light falls on them and one moves past.

Rules of this module: where the splinters lie follows from the level; whether one glints, from the light on it
and from where one looks from, so that they sparkle as one walks and lie still as one stands.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import GROUND_NUMBER, TILE_PX
from game.show.layers import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.data.level import Level
    from game.show.light import Lighting

EACH = 4  # splinters on a tile that may glint
LIT = 0.30  # light below this wakes none
SEEN = 0.4
SHARE = 0.16  # of the splinters that point at one at a time
PER_TILE = 1.7  # turns that a splinter's glint goes through as one walks a tile


class Shards:
    """The broken glass of one level."""

    def __init__(self, level: Level) -> None:
        rows, columns = np.nonzero((level.ground == GROUND_NUMBER["glass shards"]) & ~level.solid)
        chance = np.random.default_rng([level.width, level.height, 21])
        corner = np.stack([columns, rows], axis=1).repeat(EACH, axis=0)
        self.places = (corner + chance.random(corner.shape)).astype(np.float32)
        self._turn = chance.random(len(corner)).astype(np.float32)

    def glints(
        self, camera: tuple[int, int], light: Lighting
    ) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
        """Those that glint now, to add after the light."""
        x, y = self.places.T
        seen = np.flatnonzero(light.seen(x, y) > SEEN)
        bright = light.lit(x[seen], y[seen])
        way = (camera[0] * 0.8 + camera[1]) / TILE_PX * PER_TILE
        points = (self._turn[seen] + way * (0.5 + self._turn[seen])) % 1
        shining = (points < SHARE) & (bright > LIT)
        levels = np.minimum(bright[shining] * 4, 3).astype(int).tolist()
        for i, level in zip(seen[shining].tolist(), levels, strict=True):
            yield _glint(level), (int(x[i] * TILE_PX) - camera[0], int(y[i] * TILE_PX) - camera[1])


@cache
def _glint(level: int) -> pygame.Surface:
    surface = plain((1, 1))
    surface.fill(tuple(v * (level + 1) // 4 for v in (190, 225, 225)))
    return surface
