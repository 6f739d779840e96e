"""What burns: flames, the glow of their heart, embers on the wind, and smoke.

Rules of this module:
- Everything is a function of place and time: the n-th puff or ember of a fire is born, rises, is carried by
  the wind and is gone, over and over, in closed form.
- Smoke is laid over the picture after its light, for its own fire lights it from below; it rises over walls
  and roofs, so it is seen from where its fire is not. Flames and embers are added where they are in sight.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import TILE_PX
from game.show.eyes import glow
from game.show.fx import effect
from game.show.layers import HEIGHT, WIDTH
from game.show.wind import SOUTH

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pygame

    from game.ecs.column import Array
    from game.show.light import Lighting
    from game.show.wind import Wind

    Blit = tuple[pygame.Surface, Sequence[float]]

FAR = 110  # px; fires this far outside the picture are not drawn: their smoke would be gone
SEEN = 0.3  # sight below this shows no flame
EMBERS, EMBER_S = (14, 5), 3.4  # of a large and a small fire, and how long one glows, s
EMBER_RISE = 20.0  # px/s
PUFFS, PUFF_S = (13, 6), 4.8  # puffs of smoke of a large and a small fire, and how long one lasts, s
PUFF_RISE = (17.0, 9.0)  # px/s; of a large and a small fire
PUFF_START, PUFF_ASIDE = (14, 6), (14, 5)  # px; how high above a fire it begins, and over how wide a place
APART_S = 1.7  # s between the cycles of one fire and the next
LEAN = 0.55  # share of the wind that smoke goes with: it is heavier than ash and still in the lee
ABLAZE = ((-13, 3, 1.13, 0.3), (12, 5, 0.91, 0.1))
"""Tongues of a large fire: px beside and below its middle, how fast, and how far apart in time."""


class Fires:
    """The fires of one level.

    Args:
        places: x and y in tiles, and whether it is large, of each.
        wind: what carries their smoke.
    """

    def __init__(self, places: Sequence[tuple[float, float, bool]], wind: Wind) -> None:
        self.places, self.wind = tuple(places), wind
        self._ember = np.random.default_rng(11).random((max(EMBERS), 3))
        self._puff = np.random.default_rng(12).random(max(PUFFS))

    def _near(self, camera: tuple[int, int]) -> Iterator[tuple[int, float, float, bool]]:
        """Number, pixel of the picture and size of every fire in or near the picture."""
        for number, (x, y, big) in enumerate(self.places):
            left, top = x * TILE_PX - camera[0], y * TILE_PX - camera[1]
            if -FAR < left < WIDTH + FAR and -FAR < top < HEIGHT + FAR:
                yield number, left, top, big

    def smoke(self, camera: tuple[int, int], now: float) -> Iterator[Blit]:
        """Smoke, to lay over the lit picture; of each fire the oldest first, which is the highest."""
        near, art = list(self._near(camera)), effect("smoke")
        if not near:
            return
        number, x, y, big = (np.array(each) for each in zip(*near, strict=True))
        fire, age, east, south = self._puffs(now + number * APART_S, big)
        place = np.stack([x[fire] + east, y[fire] + south], axis=1) - art.centre
        oldest = np.lexsort((-age, fire))
        frames = (age * len(art.frames)).astype(int)[oldest].tolist()
        yield from zip([art.frames[i] for i in frames], place[oldest].astype(int).tolist(), strict=True)

    def _puffs(self, time_s: Array, big: Array) -> tuple[Array, Array, Array, Array]:
        """Return of each puff which fire it is of, its age (0..1), and how far it has gone, px.

        Args:
            time_s: of each fire's own clock.
            big: whether it is large.
        """
        count = np.where(big, *PUFFS)
        fire = np.repeat(np.arange(len(count)), count)
        number = np.arange(len(fire)) - np.repeat(np.cumsum(count) - count, count)
        big, count, time_s = big[fire], count[fire], time_s[fire]
        round_, age = np.divmod(time_s / PUFF_S + number / count, 1)
        chance = self._puff[(number + round_.astype(int)) % len(self._puff)] - 0.5
        along = self._blown(time_s, age * PUFF_S) * LEAN + chance * np.where(big, *PUFF_ASIDE)
        up = np.where(big, *PUFF_START) + age * PUFF_S * np.where(big, *PUFF_RISE) * (1 - 0.25 * age)
        return fire, age, along, along * SOUTH - up

    def _blown(self, now: float | Array, age_s: Array) -> Array:
        """How far the wind has carried what is so old, px."""
        present = np.asarray(now)
        return self.wind.carried(present) - self.wind.carried(present - age_s)

    def flames(self, camera: tuple[int, int], now: float, light: Lighting) -> Iterator[Blit]:
        """Flames and embers in sight, to add after the light."""
        for number, x, y, big in self._near(camera):
            if light.sees((x + camera[0]) / TILE_PX, (y + camera[1]) / TILE_PX) > SEEN:
                yield from _tongues(x, y, now + number * APART_S, big=big)
                yield from self._embers(x, y, now + number * APART_S, big=big)

    def _embers(self, x: float, y: float, now: float, *, big: bool) -> Iterator[Blit]:
        start, across, pace = self._ember[: EMBERS[not big]].T
        age = (now / EMBER_S + start) % 1
        swirl = 5 * np.sin(now * 2.1 + pace * 20) * age
        along = (across - 0.5) * 18 + swirl + self._blown(now, age * EMBER_S) * (0.4 + 0.5 * pace)
        up = age * EMBER_S * EMBER_RISE * (0.4 + pace) * (1 - 0.4 * age)
        frames = effect("ember").frames
        for share, dx, dy in zip(age.tolist(), along.tolist(), up.tolist(), strict=True):
            yield frames[int(share * len(frames))], (x + dx - 1, y - dy - 1)


def _tongues(x: float, y: float, now: float, *, big: bool) -> Iterator[Blit]:
    """Flames over the breathing glow of their heart."""
    radius = 40 if big else 18
    breath = 3 + int(2 * math.sin(now * 7.3) + 1.5 * math.sin(now * 12.1))
    heart = glow(radius, (58 + 4 * breath, 24 + 2 * breath, 5), 2.2)
    yield heart, (x - radius, y - radius - 4)
    small = effect("flame")
    if big:
        flame = effect("flame_big")
        width, height = flame.frames[0].get_size()
        yield flame.at(now), (x - width // 2, y - height + 9)
        for aside, below, pace, apart in ABLAZE:
            left, top = x + aside - small.centre[0], y + below - small.frames[0].get_height() + 9
            yield small.at(now * pace + apart), (left, top)
    else:
        yield small.at(now), (x - small.centre[0], y - small.frames[0].get_height() + 6)
