"""Small things in the air: ash, embers, flames, blood, casings, dust, sparks.

Rules of this module:
- Nothing here is simulated: where a particle is follows in closed form from when and where it was born, so
  the same tick gives the same picture, forwards and backwards.
- Bursts are born from the journal; ash, embers and flames from time alone.
- Lit ones are drawn before the light, so that the dark hides them and beams reveal them; glowing ones after.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.show.eyes import glow
from game.show.fx import effect
from game.show.layers import HEIGHT, WIDTH, plain
from game.sim.components import Weapon
from game.sim.happenings import DoorMoved, Fired, Heard, Impact, Noise, Wound

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.data.level import Level
    from game.ecs.column import Array
    from game.ecs.events import Told
    from game.show.light import Lighting

    Blit = tuple[pygame.Surface, tuple[float, float]]

TILE = 16
FLAKES = 230  # flakes of ash in the picture at full wind
DRIFT, FALL = 16.0, 9.0  # px/s; of ash, before depth
EMBERS = 9  # per fire
EMBER_S, EMBER_RISE = 2.2, 26.0  # s and px/s
FAR = 60  # px; fires this far outside the picture are not drawn
BURSTS = 64  # bursts kept
SEEN = 0.3  # sight below this shows no glowing particle


@dataclass(frozen=True)
class Sort:
    """How the particles of one kind fly."""

    colours: tuple[tuple[int, int, int], ...]
    count: int
    speed: float  # tile/s
    spread: float  # share of speed that goes anywhere
    rise: float  # px/s upward at birth
    weight: float  # px/s^2 downward
    drag: float  # 1/s
    life_s: float
    glows: bool = False


BLOOD = Sort(((113, 21, 27), (147, 36, 31), (81, 15, 25)), 9, 4.2, 0.55, 46, 260, 4.0, 0.42)
SHELL = Sort(((240, 202, 90), (163, 113, 25)), 1, 2.6, 0.2, 70, 300, 1.5, 0.45)
SPARK = Sort(((255, 224, 122), (242, 176, 30), (255, 247, 214)), 6, 5.0, 0.6, 20, 120, 5.0, 0.22, glows=True)
DUST = Sort(((122, 119, 109), (93, 93, 91), (153, 147, 127)), 7, 1.5, 1.0, 12, 10, 4.0, 0.7)
GLASS = Sort(((156, 185, 176), (52, 188, 203)), 12, 3.0, 1.0, 40, 220, 3.0, 0.5)
PUFF = Sort(((198, 189, 169), (163, 156, 144)), 3, 0.6, 1.0, 8, 6, 3.0, 0.6)


@dataclass(frozen=True)
class Burst:
    """Particles born together.

    Attributes:
        sort: how they fly.
        born_s: when, in the world's time.
        pos, vel: float32 ``(n, 2)``, tiles and tiles a second.
        rise: float32 ``(n,)``, px/s.
        colour: index of each one's colour.
    """

    sort: Sort
    born_s: float
    pos: Array
    vel: Array
    rise: Array
    colour: Array


def burst(sort: Sort, place: Array, way: Array, born_s: float, seed: int) -> Burst:
    """Particles thrown from a place (tiles) along a way (unit vector)."""
    chance = np.random.default_rng([seed, int(born_s * 60), int(place[0] * 64), int(place[1] * 64)])
    turn = chance.random(sort.count) * (2 * np.pi)
    aside = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    speed = sort.speed * (0.35 + 0.65 * chance.random(sort.count))[:, None]
    vel = (way * (1 - sort.spread) + aside * sort.spread) * speed
    rise = sort.rise * (0.5 + chance.random(sort.count))
    colour = chance.integers(0, len(sort.colours), sort.count)
    return Burst(sort, born_s, np.repeat(place[None], sort.count, axis=0), vel, rise, colour)


def flight(each: Burst, age_s: float) -> Array:
    """Where a burst's particles are, px of the map ``(n, 2)``: drag slows them, weight lands them."""
    drag = each.sort.drag
    way = each.vel * ((1 - np.exp(-drag * age_s)) / drag)
    place = (each.pos + way) * TILE
    height = np.maximum(each.rise * age_s - each.sort.weight * age_s * age_s / 2, 0)
    place[:, 1] -= height
    found: Array = place
    return found


class Particles:
    """The particles of one level."""

    def __init__(self, level: Level, fires: Sequence[tuple[float, float, bool]]) -> None:
        self.level, self.fires = level, tuple(fires)
        self.bursts: deque[Burst] = deque(maxlen=BURSTS)
        self._indoor = _indoor(level)
        chance = np.random.default_rng([level.width, level.height, 7])
        self._flake = chance.random((FLAKES, 3)).astype(np.float32)
        self._spark = chance.random((EMBERS, 3)).astype(np.float32)

    def hear(self, told: Sequence[Told]) -> None:
        """Throw up what one tick's journal throws up."""
        for each in told:
            event, now = each.event, each.tick / 60
            if isinstance(event, Wound):
                self._throw(BLOOD, event.pos, event.way, now)
            elif isinstance(event, Fired):
                self._throw(SHELL, event.pos, np.stack([-event.way[:, 1], event.way[:, 0]], 1), now)
            elif isinstance(event, Impact):
                bottle = event.weapon == Weapon.BOTTLE
                self._throw(GLASS, event.pos[bottle], -event.way[bottle], now)
                self._throw(SPARK, event.pos[~bottle], -event.way[~bottle], now)
                self._throw(DUST, event.pos[~bottle], -event.way[~bottle], now)
            elif isinstance(event, DoorMoved):
                self._throw(DUST, event.pos, np.zeros_like(event.pos), now)
            elif isinstance(event, Noise):
                self._puffs(event, now)

    def _puffs(self, noise: Noise, now: float) -> None:
        """Steps on ash raise it."""
        pos = noise.pos[noise.heard == Heard.STEP]
        row = np.clip(pos[:, 1].astype(int), 0, self.level.height - 1)
        column = np.clip(pos[:, 0].astype(int), 0, self.level.width - 1)
        on_ash = pos[self.level.ash[row, column]]
        self._throw(PUFF, on_ash, np.zeros_like(on_ash), now)

    def _throw(self, sort: Sort, places: Array, ways: Array, now: float) -> None:
        for number, (place, way) in enumerate(zip(places, ways, strict=True)):
            self.bursts.append(burst(sort, place, way, now, number))

    def lit(self, camera: tuple[int, int], now: float) -> Iterator[Blit]:
        """Particles to draw before the light."""
        yield from self._burst_blits(camera, now, glows=False)

    def glowing(self, camera: tuple[int, int], now: float, light: Lighting) -> Iterator[Blit]:
        """Sparks, flames and embers in sight, to add after the light."""
        yield from self._burst_blits(camera, now, glows=True)
        for number, (x, y, big) in enumerate(self.fires):
            sx, sy = x * TILE - camera[0], y * TILE - camera[1]
            near = -FAR < sx < WIDTH + FAR and -FAR < sy < HEIGHT + FAR
            if near and light.sees(x, y) > SEEN:
                yield from self._fire(sx, sy, now + number * 1.7, big=big)

    def _burst_blits(self, camera: tuple[int, int], now: float, *, glows: bool) -> Iterator[Blit]:
        for each in self.bursts:
            age = now - each.born_s
            if each.sort.glows == glows and 0 <= age < each.sort.life_s:
                places = flight(each, age) - np.array(camera)
                for (x, y), colour in zip(places.tolist(), each.colour.tolist(), strict=True):
                    yield _speck(each.sort.colours[colour]), (x, y)

    def _fire(self, x: float, y: float, now: float, *, big: bool) -> Iterator[Blit]:
        """Flames, the glow of their heart, and embers that rise from it."""
        flame, radius = effect("flame_big" if big else "flame"), 36 if big else 16
        width, height = flame.frames[0].get_size()
        yield flame.at(now), (x - width // 2, y - height * 3 // 4)
        if big:
            small = effect("flame")
            yield small.at(now * 1.13 + 0.3), (x - 17, y - 12)
            yield small.at(now * 0.91 + 0.1), (x + 3, y - 9)
        breath = 3 + int(2 * math.sin(now * 7.3) + 1.5 * math.sin(now * 12.1))
        heart = glow(radius, (92 + 4 * breath, 40 + 2 * breath, 8), 2.4)
        yield heart, (x - radius, y - radius - 4)
        a, b, c = self._spark.T
        age = (now / EMBER_S + a) % 1
        across = (b - 0.5) * 16 + 7 * np.sin(now * 2 + c * 20) * age
        up = age * EMBER_RISE * EMBER_S * (0.4 + c)
        frames = effect("ember").frames
        for share, dx, dy in zip(age.tolist(), across.tolist(), up.tolist(), strict=True):
            yield frames[int(share * len(frames))], (x + dx - 1, y - dy - 1)

    def ash(self, camera: tuple[int, int], now: float) -> Iterator[Blit]:
        """Flakes under the open sky, near ones faster; they move with the world."""
        wind = self.level.wind
        depth = 0.55 + self._flake[:, 2]
        x = self._flake[:, 0] * WIDTH + now * DRIFT * (0.4 + 2 * wind) * depth
        x = (x + 6 * np.sin(now * 0.7 + self._flake[:, 2] * 9) - camera[0]) % WIDTH
        y = (self._flake[:, 1] * HEIGHT + now * FALL * depth - camera[1]) % HEIGHT
        row = np.clip(((y + camera[1]) / TILE).astype(int), 0, self.level.height - 1)
        column = np.clip(((x + camera[0]) / TILE).astype(int), 0, self.level.width - 1)
        count = int(FLAKES * (0.35 + 0.65 * min(wind, 1)))
        size = (self._flake[:, 2] * 2.99).astype(int).tolist()
        for i in np.flatnonzero(~self._indoor[row, column][:count]).tolist():
            yield _flake(size[i]), (float(x[i]), float(y[i]))


def _indoor(level: Level) -> Array:
    """Tiles with a roof over them."""
    under = np.zeros(level.ground.shape, bool)
    for zone in level.zones:
        window, inside = zone.area.raster(under.shape)
        if zone.indoor:
            under[window] |= inside
    return under


@cache
def _speck(colour: tuple[int, int, int]) -> pygame.Surface:
    surface = plain((1, 1))
    surface.fill(colour)
    return surface


@cache
def _flake(size: int) -> pygame.Surface:
    side, grey = ((1, 118), (1, 165), (2, 200))[size]
    surface = plain((side, side))
    surface.fill((grey, grey, int(grey * 0.95)))
    return surface
