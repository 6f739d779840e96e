"""The painted level as surfaces: chunks of ground, and of what lies over actors, blitted where in view.

Rules of this module:
- All surfaces are converted to the picture's format once: an unconverted one costs forty times as much.
- Pure black ground is open air: chunks that hold any let the city through that was drawn before.
- What lies over actors has a colour key and run lengths; chunks without any of it do not exist.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.show.bake.abyss import AIR
from game.show.bake.painter import CHUNK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ecs.column import Array
    from game.show.bake import Baked

WIDTH, HEIGHT = 640, 360
"""Size of the picture in pixels, before it is enlarged."""
KEY = (255, 0, 255)
DEPTH = 32


def plain(size: tuple[int, int]) -> pygame.Surface:
    """An opaque surface in the format everything is drawn in."""
    return pygame.Surface(size, 0, DEPTH)


def clear(size: tuple[int, int]) -> pygame.Surface:
    """A surface with alpha, fully transparent."""
    return pygame.Surface(size, pygame.SRCALPHA, DEPTH)


def from_pixels(pixels: Array) -> pygame.Surface:
    """A surface of uint8 ``[h, w, 3]`` (opaque) or ``[h, w, 4]`` (with alpha), in drawing format."""
    if pixels.shape[2] == 4:  # noqa: PLR2004 - RGBA
        return from_native(pixels[..., [2, 1, 0, 3]])
    height, width, _ = pixels.shape
    surface = plain((width, height))
    surface.blit(pygame.image.frombytes(pixels.tobytes(), (width, height), "RGB"), (0, 0))
    return surface


def from_native(pixels: Array) -> pygame.Surface:
    """A surface with alpha of uint8 ``[h, w, 4]``, BGRA as surfaces lie in memory: nothing is converted."""
    height, width, _ = pixels.shape
    return pygame.image.frombuffer(pixels.tobytes(), (width, height), "BGRA")


def add_pixels(picture: pygame.Surface, places: Array, colours: Array) -> None:
    """Add light to pixels of a picture, int ``(n, 2)`` by uint8 ``(n, 3)``; of two on one, one counts."""
    pixels, (x, y) = pygame.surfarray.pixels3d(picture), places.T
    pixels[x, y] = np.minimum(pixels[x, y] + colours.astype(np.uint16), 255)


class Layers:
    """The chunks of one level."""

    def __init__(self, baked: Baked, *, aloft: bool = False) -> None:
        """Cut a painted level into chunks; ``aloft``: its black is open air."""
        self.ground = dict(_cut(baked.ground))
        if aloft:
            for (column, row), chunk in self.ground.items():
                there = baked.ground[row * CHUNK : (row + 1) * CHUNK, column * CHUNK : (column + 1) * CHUNK]
                if not there.any(axis=2).all():
                    chunk.set_colorkey(AIR, pygame.RLEACCEL)
        keyed = np.where(baked.mask[..., None], baked.over, np.array(KEY, np.uint8))
        painted = {at for at, mask in _squares(baked.mask) if mask.any()}
        self.over = {at: _keyed(chunk) for at, chunk in _squares(keyed) if at in painted}
        self._unmarked: dict[tuple[int, int], pygame.Surface] = {}  # chunks as they were before any mark

    def draw_ground(self, picture: pygame.Surface, camera: tuple[int, int]) -> None:
        """Blit the ground in view; beyond the map's edge nothing is drawn."""
        picture.fblits(_in_view(self.ground, camera))

    def stamp(self, art: pygame.Surface, x: int, y: int) -> None:
        """Leave a mark on the ground for good, its corner at pixel (x, y) of the map."""
        for column, row in _touched(x, y, *art.get_size()):
            chunk = self.ground.get((column, row))
            if chunk is not None:
                if (column, row) not in self._unmarked:
                    self._unmarked[column, row] = chunk.copy()
                chunk.blit(art, (x - column * CHUNK, y - row * CHUNK))

    def clean(self) -> None:
        """Take every mark off the ground."""
        for at, chunk in self._unmarked.items():
            self.ground[at].blit(chunk, (0, 0))

    def draw_over(self, picture: pygame.Surface, camera: tuple[int, int]) -> None:
        """Blit what hides actors."""
        picture.fblits(_in_view(self.over, camera))


def _squares(pixels: Array) -> Iterator[tuple[tuple[int, int], Array]]:
    for y in range(0, pixels.shape[0], CHUNK):
        for x in range(0, pixels.shape[1], CHUNK):
            yield (x // CHUNK, y // CHUNK), pixels[y : y + CHUNK, x : x + CHUNK]


def _cut(pixels: Array) -> Iterator[tuple[tuple[int, int], pygame.Surface]]:
    for at, chunk in _squares(pixels):
        yield at, from_pixels(chunk)


def _keyed(chunk: Array) -> pygame.Surface:
    surface = from_pixels(chunk)
    surface.set_colorkey(KEY, pygame.RLEACCEL)
    return surface


def _touched(x: int, y: int, width: int, height: int) -> Iterator[tuple[int, int]]:
    """Chunks under a rectangle of pixels."""
    for row in range(y // CHUNK, (y + height - 1) // CHUNK + 1):
        for column in range(x // CHUNK, (x + width - 1) // CHUNK + 1):
            yield column, row


def _in_view(
    chunks: dict[tuple[int, int], pygame.Surface], camera: tuple[int, int]
) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
    left, top = camera
    for column, row in _touched(left, top, WIDTH, HEIGHT):
        chunk = chunks.get((column, row))
        if chunk is not None:
            yield chunk, (column * CHUNK - left, row * CHUNK - top)
