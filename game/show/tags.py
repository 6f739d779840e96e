"""Name tags in the wind: the cloth ripples with it, and a gust lifts it off its place a little."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.show.fx import effect
from game.show.layers import clear

if TYPE_CHECKING:
    from game.show.wind import Wind

FRAMES = 12
FLAP = 4.2  # px; the wind's way from one frame to the next
SWAY = 2.3  # px; how far the loose end swings
LIFT = 2.4  # px; how far a mean wind moves the tag about its place


@cache
def ripples() -> tuple[pygame.Surface, ...]:
    """The tag held at its upper edge, a wave running down the cloth."""
    art = effect("tag").frames[0]
    return tuple(_rippled(art, 2 * math.pi * number / FRAMES) for number in range(FRAMES))


def _rippled(art: pygame.Surface, phase: float) -> pygame.Surface:
    width, height = art.get_size()
    made = clear((width, height))
    top = art.get_bounding_rect().top
    for y in range(top, height):
        share = (y - top) / max(height - top, 1)
        aside = round(SWAY * share * (0.7 + math.sin(phase - 3.6 * share)))
        made.blit(art, (aside, y), (0, y, width, 1))
    return made


def frame(number: int, now: float, wind: Wind) -> pygame.Surface:
    """How tag ``number`` hangs now."""
    frames = ripples()
    return frames[int(wind.carried(now) / FLAP + number * 5) % len(frames)]


def drift(number: int, now: float, wind: Wind) -> tuple[float, float]:
    """How far tag ``number`` has been moved about its place, px."""
    far = LIFT * wind.gust(now + number % 7 * 0.3)
    turn = np.array([now * 0.9 + number, now * 1.7 + number * 2.1])
    x, y = (np.sin(turn) * far).tolist()
    return x, -abs(y) * 0.6
