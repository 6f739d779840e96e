"""How bright the dark is: a gamma curve on the world's picture. What is white stays white."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

if TYPE_CHECKING:
    from game.ecs.column import Array

NEUTRAL = 100


def brighten(picture: pygame.Surface, gamma: int) -> None:
    """Apply a gamma in percent to a picture in place; 100 leaves it alone, 160 lifts the dark."""
    if gamma == NEUTRAL:
        return
    pixels = pygame.surfarray.pixels2d(picture).T.view(np.uint8)  # while it lives the surface is locked
    np.take(_curve(gamma), pixels, out=pixels)


@lru_cache(maxsize=32)
def _curve(gamma: int) -> Array:
    """Return 256 values: what each becomes."""
    light = np.linspace(0, 1, 256) ** (NEUTRAL / gamma)
    return np.round(255 * light).astype(np.uint8)
