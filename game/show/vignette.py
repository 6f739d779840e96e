"""The rim of the picture: gold when hunger has the hero, red when little health is left.

Rules of this module:
- It breathes slower than ``SAFE_HZ`` and a blow lights it at most so often: never a flash that harms
  (WCAG 2.3.1), and the settings scale it.
- It is added to the 640 x 360 picture before it is enlarged.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
import pygame

from game.show import style

SAFE_HZ = 2.0
BREATHS_HZ = 0.5
"""How often the rim swells, 1/s; in frenzy twice as often."""
LEVELS = 24
"""Steps between dark and bright that are kept drawn."""
RISES_S = 0.4
"""How long the rim takes to come and go, s: nothing jumps."""
LOW_HEALTH = 0.35
"""Share of health under which the rim is red."""
BLOW_FADES_S = 0.6
GOLD, RED = (150, 96, 14), (150, 22, 18)
BEGINS = 0.5
"""Where the rim begins, as a share of the way from the middle to a corner."""


class Vignette:
    """The rim of one scene."""

    def __init__(self) -> None:
        self.now = 0.0
        self.gold = self.red = 0.0
        self.blow, self.blown_at = 0.0, -1 / SAFE_HZ

    def struck(self) -> None:
        """A blow reached the hero; another within the safe time shows nothing."""
        if self.now - self.blown_at >= 1 / SAFE_HZ:
            self.blow, self.blown_at = 1.0, self.now

    def update(self, seconds: float, hunger: float, health: float) -> None:
        """Let time pass.

        Args:
            seconds: how much.
            hunger: 0 none, 1 masked, 2 frenzy.
            health: share that is left.
        """
        self.now += seconds
        self.blow = max(0.0, self.blow - seconds / BLOW_FADES_S)
        lack = max(0.0, 1 - health / LOW_HEALTH) if health > 0 else 0.0
        self.gold = _toward(self.gold, hunger / 2, seconds)
        self.red = _toward(self.red, 0.35 + 0.65 * lack if lack else 0.0, seconds)

    def draw(self, picture: pygame.Surface, flashes: float = 1.0) -> None:
        """Add the rim; ``flashes`` 0..1 scales what a blow adds."""
        rate = BREATHS_HZ * (2 if self.gold > 0.5 else 1)  # noqa: PLR2004 - half is masked, more is frenzy
        swell = 0.75 + 0.25 * math.sin(self.now * rate * 2 * math.pi)
        _add(picture, GOLD, self.gold * swell)
        _add(picture, RED, min(1.0, self.red * swell + 0.5 * self.blow * flashes))


def _toward(value: float, goal: float, seconds: float) -> float:
    step = seconds / RISES_S
    return min(goal, value + step) if goal > value else max(goal, value - step)


def _add(picture: pygame.Surface, colour: style.Colour, strength: float) -> None:
    level = round(strength * LEVELS)
    if level > 0:
        picture.blit(_rim(colour, level), (0, 0), special_flags=pygame.BLEND_RGB_ADD)


@lru_cache(maxsize=2 * LEVELS)
def _rim(colour: style.Colour, level: int) -> pygame.Surface:
    y, x = np.mgrid[0 : style.HEIGHT, 0 : style.WIDTH]
    across, down = x / (style.WIDTH / 2) - 1, y / (style.HEIGHT / 2) - 1
    far = np.sqrt((across * across + down * down) / 2)
    shade = np.clip((far - BEGINS) / (1 - BEGINS), 0, 1) ** 1.6 * (level / LEVELS)
    dither = np.random.default_rng(7).random(shade.shape)
    pixels = shade[..., None] * np.array(colour) + dither[..., None]
    surface = pygame.Surface((style.WIDTH, style.HEIGHT))
    pygame.surfarray.blit_array(surface, pixels.astype(np.uint8).swapaxes(0, 1))
    return surface
