"""The city far below the roofs: it moves less than they do, and ten of its windows are lit.

Rules of this module:
- It is drawn first; the ground lets it through where there is open air, and the light falls on both.
- Windows and eyes shine after the light, only through open air. The windows are somebody's: never more,
  never fewer. The eyes are small as stars, and some close for a while.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pygame

from game.data import paths
from game.data.tiles import TILE_PX
from game.show.bake import abyss
from game.show.bake.art import expose, read_manifest, read_picture
from game.show.layers import HEIGHT, WIDTH, from_pixels

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.data.level import Level

    Blit = tuple[pygame.Surface, tuple[int, int]]

SLOWER = 0.5  # 1; 0.2..0.9, px the city moves for a px of the roofs: the less, the deeper it lies
HAZE = 0.55  # 0..1; share of its light that comes up to the roofs: above .8 streets look like floors
WINDOWS: Final = 10  # "I counted eleven lit windows last night. Tonight it is ten."
APART = 90  # px; least distance between two lit windows, so that each is alone
EYES: Final = ((92, 96, 88), (150, 34, 30))  # pairs of pale eyes, and of red ones
SHUT = 0.35  # -1..1; below which sine of its own time a pair is seen
GOLDEN = 2.4  # rad; keeps neighbours out of step
BLINK = 0.23  # rad/s; how slowly they come and go
GLOW: Final = (255, 178, 84)
HALO = 9  # px; how far a window lights the haze about it
HALO_SHARE = 0.26  # share of a window's light in its halo


class City:
    """What one sees of it from one level; nothing from a level without a drop."""

    def __init__(self, level: Level) -> None:
        self.air = level.void
        if level.void.any():
            self.air = abyss.far_below(level)
        self._is_there = bool(self.air.any())
        self._square = _square() if self._is_there else None
        self._window = _window()
        self._lit = _lit(level) if self._is_there else []
        self._eyes = np.array(_told()["eyes"] if self._is_there else [], np.int64).reshape(-1, 3)
        self._pairs = [_pair(colour) for colour in EYES]

    @property
    def is_there(self) -> bool:
        """Whether the level lies above it."""
        return self._is_there

    def draw(self, picture: pygame.Surface, camera: tuple[int, int]) -> None:
        """Fill the picture with it; without a city, with black."""
        if self._square is None:
            picture.fill((0, 0, 0))
            return
        side = self._square.get_width()
        left, top = (int(-at * SLOWER) % side for at in camera)
        picture.fblits(
            [
                (self._square, (x, y))
                for x in range(left - side, WIDTH, side)
                for y in range(top - side, HEIGHT, side)
                if x + side > 0 and y + side > 0
            ]
        )

    def shine(self, camera: tuple[int, int], now: float) -> Iterator[Blit]:
        """What shines down there, to add after the light."""
        yield from self.eyes(camera, now)
        yield from self.windows(camera)

    def windows(self, camera: tuple[int, int]) -> Iterator[Blit]:
        """The lit windows in view, to add after the light."""
        for x, y in self._lit:
            left, top = x - int(camera[0] * SLOWER), y - int(camera[1] * SLOWER)
            if 0 <= left < WIDTH and 0 <= top < HEIGHT and self._through((left, top), camera):
                yield self._window, (left - HALO, top - HALO)

    def eyes(self, camera: tuple[int, int], now: float) -> Iterator[Blit]:
        """The eyes in the streets in view, to add after the light."""
        if self._square is None or not len(self._eyes):
            return
        side, corner = self._square.get_width(), np.array(camera)
        at = (self._eyes[:, :2] - (corner * SLOWER).astype(int)) % side
        own = np.arange(len(at)) * GOLDEN
        open_ = (at[:, 0] < WIDTH) & (at[:, 1] < HEIGHT) & (np.sin(own + now * BLINK) < SHUT)
        rows = np.flatnonzero(open_)
        cells = (at[rows] + corner) // TILE_PX
        height, width = self.air.shape
        column, row = np.clip(cells[:, 0], 0, width - 1), np.clip(cells[:, 1], 0, height - 1)
        for i in rows[self.air[row, column]].tolist():
            yield self._pairs[self._eyes[i, 2]], (int(at[i, 0]), int(at[i, 1]))

    def _through(self, at: tuple[int, int], camera: tuple[int, int]) -> bool:
        column, row = ((at[i] + camera[i]) // TILE_PX for i in (0, 1))
        height, width = self.air.shape
        return not (0 <= row < height and 0 <= column < width) or bool(self.air[row, column])


def _square() -> pygame.Surface:
    picture = expose(read_picture(paths.asset("art", "city.png"))[..., :3])
    return from_pixels((picture * HAZE).astype(np.uint8))


def _told() -> Any:
    return read_manifest(paths.asset("art", "city.json"))


def _pair(colour: tuple[int, int, int]) -> pygame.Surface:
    """Two pixels with a dark one between them."""
    return from_pixels(np.array([[colour, (0, 0, 0), colour]], np.uint8))


def _window() -> pygame.Surface:
    """A pane of two by three pixels in its halo, to add."""
    y, x = np.mgrid[-HALO : HALO + 1, -HALO : HALO + 1]
    light = np.clip(1 - np.sqrt(x * x + y * y) / HALO, 0, 1) ** 2 * HALO_SHARE
    light[HALO - 1 : HALO + 2, HALO : HALO + 2] = 1
    return from_pixels((light[..., None] * np.array(GLOW)).astype(np.uint8))


def _lit(level: Level) -> list[tuple[int, int]]:
    """Where the windows are, px of the city: far from one another, the same on every night."""
    chance = np.random.default_rng(WINDOWS)
    wide = int(level.width * TILE_PX * SLOWER + WIDTH * (1 - SLOWER))
    high = int(level.height * TILE_PX * SLOWER + HEIGHT * (1 - SLOWER))
    found: list[tuple[int, int]] = []
    apart = min(APART, min(wide, high) // (WINDOWS // 2))
    while len(found) < WINDOWS:
        x, y = int(chance.integers(0, wide)), int(chance.integers(0, high))
        if all((x - a) ** 2 + (y - b) ** 2 >= apart * apart for a, b in found):
            found.append((x, y))
    return found
