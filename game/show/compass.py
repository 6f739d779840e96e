"""Texels of the light map: where they lie on the level, and how far and which way each is from an eye.

Rules of this module:
- A texel is 2 x 2 pixels. The map of light is ``WIDTH`` x ``HEIGHT`` texels, ``RIM`` more than the picture
  on every side, so that scaling it up has no edge.
- Distances and directions from an eye are tables for the four places an eye can have within a texel, made
  once; a frame looks through a window of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from game.show import fan, visibility
from game.show.lamps import TEXELS

if TYPE_CHECKING:
    from game.ecs.column import Array

RIM = 2
WIDTH, HEIGHT = 320 + 2 * RIM, 180 + 2 * RIM
AWAY = fan.FURTHEST * TEXELS  # how far outside the picture a beam may start and still shine into it


@dataclass(frozen=True)
class Frame:
    """Where the light map lies: texel (0, 0) is texel (x, y) of the level."""

    x: int
    y: int

    @classmethod
    def of(cls, camera: tuple[int, int]) -> Frame:
        """The frame of a camera whose top-left pixel is given."""
        return cls(camera[0] // 2 - RIM, camera[1] // 2 - RIM)

    def reach(self, x: float, y: float) -> float:
        """How far its farthest corner is from a place, both in tiles."""
        column, row = x * TEXELS - self.x, y * TEXELS - self.y
        return math.hypot(max(column, WIDTH - column), max(row, HEIGHT - row)) / TEXELS

    def texel(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Row and column of places in tiles, clipped to the frame."""
        column = np.floor(x * TEXELS).astype(np.intp) - self.x
        row = np.floor(y * TEXELS).astype(np.intp) - self.y
        row, column = np.maximum(row, 0), np.maximum(column, 0)
        return np.minimum(row, HEIGHT - 1), np.minimum(column, WIDTH - 1)


@dataclass(frozen=True)
class Compass:
    """Distance and direction of texels from an eye, for one of four places within a texel.

    Attributes:
        distance: float32, tiles.
        bin: int16, one of ``visibility.BINS`` directions.
        cell: int32, where it looks its light up (``fan``).
    """

    distance: Array
    bin: Array
    cell: Array

    def window(self, column: int, row: int) -> tuple[slice, slice]:
        """The part that covers the frame when the eye is at this texel of it."""
        top, left = HEIGHT + AWAY - row, WIDTH + AWAY - column
        return slice(top, top + HEIGHT), slice(left, left + WIDTH)


@cache
def compass(right: int, down: int) -> Compass:
    """The compass for an eye in the left or right (0, 1) and upper or lower (0, 1) pixel of its texel."""
    y = np.arange(-HEIGHT - AWAY, HEIGHT + AWAY, dtype=np.float32)[:, None] + (0.25 - 0.5 * down)
    x = np.arange(-WIDTH - AWAY, WIDTH + AWAY, dtype=np.float32) + (0.25 - 0.5 * right)
    distance = (np.hypot(x, y) / TEXELS).astype(np.float32)
    angle = np.arctan2(y, x)
    direction = np.floor(angle * (visibility.BINS / visibility.TURN)).astype(np.int16)
    return Compass(distance, direction & (visibility.BINS - 1), fan.cells(angle, distance * TEXELS))
