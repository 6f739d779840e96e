"""Dust that fills the air when the story says so: a wall comes down, a gate grinds open.

Rules of this module: clouds rise one after another while it lasts, billow, and settle; they follow from when
it began and from the place, and lie over the picture after its light.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import numpy as np

from game.data.verbs import Cue
from game.show.fx import effect
from game.show.layers import HEIGHT, WIDTH
from game.sim.happenings import Cued
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pygame

    from game.ecs.events import Told
    from game.show.wind import Wind

CLOUDS = 64
CLOUD_S = 3.2  # how long each hangs, s
LEAST_S = 0.5  # a cue that says no time lasts so long
COLD = 0.5  # share of the smoke's frames that its fire lights: dust is lit by none
BORDER = 44  # px; a cloud's size, so that none comes or goes at the picture's edge
DRIFT = 0.5  # share of the wind's way that dust goes
KEPT = 4


class Veil:
    """The dust of one level."""

    def __init__(self, wind: Wind) -> None:
        self.wind = wind
        self._begun: deque[tuple[float, float]] = deque(maxlen=KEPT)  # when, and how long it rises, s
        self._place = np.random.default_rng(31).random((CLOUDS, 3))

    def hear(self, told: Sequence[Told]) -> None:
        """Take the story's cues of one tick's journal."""
        for each in told:
            if isinstance(each.event, Cued):
                for what, lasts in zip(each.event.what, each.event.lasts.tolist(), strict=True):
                    if what == Cue.DUST:
                        self._begun.append((each.tick / TICKS_PER_SECOND, max(lasts, LEAST_S)))

    def forget(self) -> None:
        """Time went back: there was no dust."""
        self._begun.clear()

    def blits(self, camera: tuple[int, int], now: float) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
        """Clouds in the picture."""
        for start, lasts in self._begun:
            if 0 <= now - start < lasts + CLOUD_S:
                yield from self._clouds(camera, now, start, lasts)

    def _clouds(
        self, camera: tuple[int, int], now: float, start: float, lasts: float
    ) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
        x, y, order = self._place.T
        age = (now - start - order * lasts) / CLOUD_S
        blown = (self.wind.carried(now) - self.wind.carried(start)) * DRIFT
        left = (x * (WIDTH + BORDER) + blown - camera[0]) % (WIDTH + BORDER) - BORDER
        top = (y * (HEIGHT + BORDER) - 14 * np.maximum(age, 0) - camera[1]) % (HEIGHT + BORDER) - BORDER
        frames = effect("smoke").frames
        first = int(len(frames) * COLD)
        for i in np.flatnonzero((age >= 0) & (age < 1)).tolist():
            yield frames[first + int(age[i] * (len(frames) - first))], (int(left[i]), int(top[i]))
