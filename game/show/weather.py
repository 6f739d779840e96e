"""What the wind carries through the streets: ash, and paper.

Rules of this module:
- Both follow from place and time alone, and move with the world when the picture does.
- Neither falls or blows under a roof. Paper is drawn before the light. Ash is added after it, in the colour
  of the light where it falls: it shows in beams and about fires, and is all but lost in the dark.
- A sheet of paper goes along a free stretch of street, tumbling; at either end it turns its edge to us and
  is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import TILE_PX, VOID
from game.show.fx import effect
from game.show.layers import HEIGHT, WIDTH
from game.show.moon import under_roof

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.data.level import Level
    from game.ecs.column import Array
    from game.show.light import Lighting
    from game.show.wind import Wind

    Blit = tuple[pygame.Surface, Sequence[float]]

FLAKES = 900  # flakes of ash in the picture at full wind
SIZES = (0.4, 0.78)  # depths (0 far, 1 near) from which on a flake is drawn brighter, and larger
GREYS = np.array([120, 200, 190], np.float32)  # of 255; far, middle and near flakes in full light
LARGE = 2  # flakes so near are two pixels wide and high
BESIDE = ((1, 0), (0, 1), (1, 1))  # px; the other pixels of a large flake
FALL = 9.0  # px/s; of ash, before depth
NEAREST, FURTHEST = 1.55, 0.55  # how fast near and far flakes go beside the mean
FLUTTER, FLUTTER_UP = 5.0, 3.0  # px; how far a flake swings to either side, and up and down
STRETCH = 9  # tiles of free street that a sheet of paper needs
PAPERS_APART = 5  # tiles; between the streets' rows that have one
PAPER_PACE = 0.8  # share of the wind's way that paper goes
EDGE_ON = 0.04  # share of its way over which it comes and goes


class Weather:
    """Ash and paper of one level.

    Args:
        level: where they blow.
        wind: what carries them.
    """

    def __init__(self, level: Level, wind: Wind) -> None:
        self.level, self.wind = level, wind
        self._roofed = under_roof(level)
        self._falls = bool(level.ash.any())
        chance = np.random.default_rng([level.width, level.height, 7])
        self._flake = chance.random((FLAKES, 3)).astype(np.float32)
        self._size = np.searchsorted(SIZES, self._flake[:, 2])
        self._streets = stretches(level, self._roofed) if self._falls else np.zeros((0, 3), np.float32)

    def ash(
        self, camera: tuple[int, int], now: float, light: Lighting, share: float = 1.0
    ) -> tuple[Array, Array]:
        """Flakes under the open sky, near ones larger and faster; ``share`` (0..1) of them.

        Returns:
            pixels of the picture, int ``(n, 2)``, and what is added to each, uint8 ``(n, 3)``.
        """
        count = int(FLAKES * (0.35 + 0.65 * min(self.wind.strength, 1)) * share) if self._falls else 0
        depth = self._flake[:count, 2:]
        place = self._places(self._flake[:count, :2], depth, camera, now)
        x, y = (place + np.array(camera, np.float32)).T / TILE_PX
        column = np.clip(x.astype(int), 0, self.level.width - 1)
        row = np.clip(y.astype(int), 0, self.level.height - 1)
        shown = np.flatnonzero(~self._roofed[row, column])
        size = self._size[shown]
        bright = np.minimum(light.colour(x[shown], y[shown]), 1) * GREYS[size]
        bright = bright.astype(np.uint8)
        shows = bright.any(axis=0)
        pixels, bright = place[shown[shows]].astype(int), bright[:, shows].T
        large = np.flatnonzero(size[shows] == LARGE)
        beside = (pixels[large, None] + BESIDE).reshape(-1, 2)
        pixels = np.concatenate([pixels, beside])
        bright = np.concatenate([bright, bright[large].repeat(len(BESIDE), axis=0)])
        inside = (pixels < (WIDTH, HEIGHT)).all(axis=1)
        return pixels[inside], bright[inside]

    def _places(self, start: Array, depth: Array, camera: tuple[int, int], now: float) -> Array:
        """Where flakes are by now, pixels of the picture: float32 ``(n, 2)``."""
        size = np.array((WIDTH, HEIGHT), np.float32)
        pace = np.float32(FURTHEST) + np.float32(NEAREST - FURTHEST) * depth
        gone = pace * np.array((self.wind.carried(now), now * FALL), np.float32)
        swing = np.sin(depth * np.array((40, 70), np.float32) + np.array((now * 0.9, now * 1.3), np.float32))
        swing *= np.array((FLUTTER, FLUTTER_UP), np.float32)
        found: Array = (start * size + gone + swing - np.array(camera, np.float32)) % size
        return found

    def paper(self, camera: tuple[int, int], now: float) -> Iterator[Blit]:
        """Sheets of paper in view."""
        x, y, length = self._streets.T
        start = np.arange(len(x)) * 0.381966  # the golden section: no two set out together
        done = (self.wind.carried(now) * PAPER_PACE / np.maximum(length, 1) + start) % 1
        left = x + done * length - camera[0]
        hop = np.abs(np.sin(done * length * 0.05)) * 5 * min(self.wind.gust(now), 1.5)
        top = y + 3 * np.sin(done * 9 + start * 60) - hop - camera[1]
        inside = (left > -TILE_PX) & (left < WIDTH) & (top > -TILE_PX) & (top < HEIGHT)
        art = effect("paper")
        for i in np.flatnonzero(inside).tolist():
            is_on_edge = min(done[i], 1 - done[i]) < EDGE_ON
            turn = int(done[i] * length[i] / 5) % len(art.frames)
            yield art.frames[-1 if is_on_edge else turn], (int(left[i]), int(top[i]))


def stretches(level: Level, roofed: Array) -> Array:
    """Free stretches of street that run east, not all of them: x, y and length, px, float32 ``(n, 3)``."""
    free = ~(level.solid | roofed | (level.ground == VOID))
    found = []
    for row in range(2, level.height, PAPERS_APART):
        marks = np.diff(np.concatenate([[0], free[row], [0]]).astype(np.int8))
        begins, ends = np.flatnonzero(marks == 1), np.flatnonzero(marks == -1)
        long = ends - begins >= STRETCH
        pairs = zip(begins[long].tolist(), ends[long].tolist(), strict=True)
        found += [(a * TILE_PX, row * TILE_PX + 4, (b - a) * TILE_PX - 6) for a, b in pairs]
    return np.array(found, np.float32).reshape(-1, 3)
