"""Film grain: it moves with every frame, and it is the dithering that hides the bands of a dark picture."""

from __future__ import annotations

import numpy as np
import pygame

from game.show.layers import HEIGHT, WIDTH, from_pixels

SPREAD = 128  # px; the sheet is so much larger than the picture
STRENGTH = 4.0  # of 255; standard deviation
TINT = (1, 2, 4)  # of 255; the dark is ink, not black
FRAMES_PER_S = 60


class Grain:
    """Two sheets of noise: what is added, with the tint, and what is taken away."""

    def __init__(self) -> None:
        noise = np.random.default_rng(5).normal(0, STRENGTH, (HEIGHT + SPREAD, WIDTH + SPREAD))
        up, down = (np.clip(part, 0, 255).astype(np.uint8)[..., None] for part in (noise, -noise))
        self._up, self._down = from_pixels(up + np.array(TINT, np.uint8)), from_pixels(down.repeat(3, axis=2))

    def add(self, picture: pygame.Surface, time_s: float) -> None:
        """Lay the grain of a moment over the picture."""
        frame = int(time_s * FRAMES_PER_S)
        area = ((frame * 73) % SPREAD, (frame * 41) % SPREAD, WIDTH, HEIGHT)
        picture.blit(self._up, (0, 0), area, special_flags=pygame.BLEND_RGB_ADD)
        picture.blit(self._down, (0, 0), area, special_flags=pygame.BLEND_RGB_SUB)
