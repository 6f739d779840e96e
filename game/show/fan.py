"""A fan: light by direction and distance from a torch, where the texels of a picture look theirs up.

Rules of this module:
- A fan has ``BINS`` directions, half as many as sight: a torch is no point, and what it shows at its edge is
  soft anyway.
- Cell ``direction * ROW + PAD + distance`` is what is that many texels away. Texels of walls look up to
  ``PAD`` nearer, so the light at distance 0 stands ``PAD`` times before it; after the longest beam there is
  always a cell of darkness, where all that is farther looks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.show import visibility
from game.show.lamps import PROP_BLEED, TEXELS

if TYPE_CHECKING:
    from game.ecs.column import Array

BINS = visibility.BINS // 2
FURTHEST = 29  # tile; no beam is drawn further: the tables grow with its square
PAD = int(PROP_BLEED * TEXELS) + 1
ROW = PAD + FURTHEST * TEXELS + 1


def cells(angle: Array, distance: Array) -> Array:
    """Return the cell of each place, int32: by angle, radians clockwise from east, and distance, texels."""
    direction = np.floor(angle * (BINS / visibility.TURN)).astype(np.int32) & (BINS - 1)
    return np.asarray(direction * ROW + PAD + np.minimum(distance.astype(np.int32), ROW - PAD - 1))


class Fan:
    """A fan that beams of one shape are put in, one after another; dark where they do not reach."""

    def __init__(self) -> None:
        self._light = np.zeros(BINS * ROW, np.float32)

    def put(self, beam: Array) -> None:
        """Take a beam, float32 ``[directions, texels]``, in place of the last; its first direction is 0."""
        count, length = beam.shape
        rows = self._light.reshape(BINS, ROW)[:count]
        rows[:, :PAD] = beam[:, :1]
        rows[:, PAD : PAD + length] = beam

    def clear(self, shape: tuple[int, int]) -> None:
        """Take out beams of a shape."""
        count, length = shape
        self._light.reshape(BINS, ROW)[:count, : PAD + length] = 0

    def look_up(self, places: Array, first: int) -> Array:
        """Return the light at cells, int32, of a beam that begins ``first`` directions from east."""
        return self._light.take(places - np.int32(first * ROW), mode="wrap")
