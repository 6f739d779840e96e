"""Laying the light map over the picture: scaled up smoothly, multiplied, then haze added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.show.compass import HEIGHT, RIM, WIDTH
from game.show.layers import clear

if TYPE_CHECKING:
    from game.show.light import Lighting


class Overlay:
    """Working surfaces of the light map at the picture's size."""

    def __init__(self) -> None:
        self._light, self._haze = clear((2 * WIDTH, 2 * HEIGHT)), clear((2 * WIDTH, 2 * HEIGHT))

    def lay(self, picture: pygame.Surface, light: Lighting, camera: tuple[int, int], *, haze: bool) -> None:
        """Light the picture taken from ``camera``, its top-left pixel on the map."""
        corner = (-(camera[0] % 2) - 2 * RIM, -(camera[1] % 2) - 2 * RIM)
        pygame.transform.smoothscale(light.map, self._light.get_size(), self._light)
        picture.blit(self._light, corner, special_flags=pygame.BLEND_RGB_MULT)
        if haze:
            pygame.transform.smoothscale(light.haze, self._haze.get_size(), self._haze)
            picture.blit(self._haze, corner, special_flags=pygame.BLEND_RGB_ADD)
