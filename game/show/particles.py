"""What blows, shots and steps throw up for a moment: blood, dust, glass, sparks, smoke of powder.

Rules of this module:
- Nothing here is simulated: where a particle is follows in closed form from when and where it was born, so
  the same tick gives the same picture, forwards and backwards.
- Bursts are born from the journal.
- Lit ones are drawn before the light, so that the dark hides them and beams reveal them; glowing ones after.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import TILE_PX
from game.show.fx import effect
from game.show.layers import plain
from game.sim.components import Weapon
from game.sim.happenings import Died, DoorChange, DoorMoved, Fired, Heard, Impact, Noise, Wound
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.data.level import Level
    from game.ecs.column import Array
    from game.ecs.events import Event, Told
    from game.show.light import Lighting

    Blit = tuple[pygame.Surface, tuple[float, float]]

BURSTS = 96  # bursts kept
SEEN = 0.12  # sight below this shows no particle: what happens unseen is not told


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
    art: str = ""  # an effect whose frames show its age; specks of one pixel without


BLOOD = Sort(((113, 21, 27), (147, 36, 31), (81, 15, 25)), 9, 4.2, 0.55, 46, 260, 4.0, 0.42)
SPARK = Sort(((255, 224, 122), (242, 176, 30), (255, 247, 214)), 6, 5.0, 0.6, 20, 120, 5.0, 0.22, glows=True)
CHIPS = Sort(((122, 119, 109), (93, 93, 91), (153, 147, 127)), 7, 2.4, 0.7, 26, 130, 4.0, 0.5)
DUST = Sort(((0, 0, 0),), 3, 0.9, 0.8, 6, 2, 3.0, 0.75, art="dust")
FALL = Sort(((0, 0, 0),), 5, 1.3, 1.0, 3, 2, 3.5, 0.8, art="dust")
GLASS = Sort(((156, 185, 176), (52, 188, 203)), 12, 3.0, 1.0, 40, 220, 3.0, 0.5)
GLINT = Sort(((174, 242, 238), (246, 243, 228)), 4, 3.0, 1.0, 40, 220, 3.0, 0.4, glows=True)
SPLINTERS = Sort(((77, 53, 38), (141, 108, 66), (51, 35, 31)), 12, 2.6, 0.9, 40, 190, 3.0, 0.6)
POWDER = Sort(((0, 0, 0),), 3, 1.6, 0.35, 7, -6, 3.0, 0.9, art="dust")
PUFF = Sort(((198, 189, 169), (163, 156, 144)), 3, 0.6, 1.0, 8, 6, 3.0, 0.6)
GUNS = (Weapon.PISTOL, Weapon.SHOTGUN, Weapon.RIFLE)
MUZZLE = 0.75  # tile before the shooter's middle


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
    place = (each.pos + way) * TILE_PX
    height = np.maximum(each.rise * age_s - each.sort.weight * age_s * age_s / 2, 0)
    place[:, 1] -= height
    found: Array = place
    return found


class Particles:
    """The particles of one level."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.bursts: deque[Burst] = deque(maxlen=BURSTS)

    def hear(self, told: Sequence[Told]) -> None:
        """Throw up what one tick's journal throws up."""
        for each in told:
            self._take(each.event, each.tick / TICKS_PER_SECOND)

    def _take(self, event: Event, now: float) -> None:
        if isinstance(event, Wound):
            self._throw(BLOOD, event.pos, event.way, now)
        elif isinstance(event, Fired):
            shot = np.isin(event.weapon, GUNS)
            self._throw(POWDER, (event.pos + event.way * np.float32(MUZZLE))[shot], event.way[shot], now)
        elif isinstance(event, Impact):
            self._strike(event, now)
        elif isinstance(event, DoorMoved):
            self._door(event, now)
        elif isinstance(event, Died):
            self._throw(FALL, event.pos, np.zeros_like(event.pos), now)
        elif isinstance(event, Noise):
            self._puffs(event, now)

    def _strike(self, event: Impact, now: float) -> None:
        """A bottle bursts; a bullet strikes sparks and dust out of the wall."""
        bottle = event.weapon == Weapon.BOTTLE
        for sort in (GLASS, GLINT):
            self._throw(sort, event.pos[bottle], -event.way[bottle], now)
        for sort in (SPARK, CHIPS, DUST):
            self._throw(sort, event.pos[~bottle], -event.way[~bottle], now)

    def _door(self, event: DoorMoved, now: float) -> None:
        """Blows raise dust; what breaks flies in splinters."""
        struck = np.isin(event.how, (DoorChange.DENTED, DoorChange.BROKE))
        broke = event.how == DoorChange.BROKE
        still = np.zeros_like(event.pos)
        self._throw(DUST, event.pos[struck], still[struck], now)
        for sort in (SPLINTERS, FALL):
            self._throw(sort, event.pos[broke], still[broke], now)

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

    def lit(self, camera: tuple[int, int], now: float, light: Lighting) -> Iterator[Blit]:
        """Particles in sight to draw before the light."""
        yield from self._burst_blits(camera, now, light, glows=False)

    def glowing(self, camera: tuple[int, int], now: float, light: Lighting) -> Iterator[Blit]:
        """Sparks and glints in sight, to add after the light."""
        yield from self._burst_blits(camera, now, light, glows=True)

    def _burst_blits(
        self, camera: tuple[int, int], now: float, light: Lighting, *, glows: bool
    ) -> Iterator[Blit]:
        for each in self.bursts:
            age, (x, y) = now - each.born_s, each.pos[0].tolist()
            if each.sort.glows == glows and 0 <= age < each.sort.life_s and light.sees(x, y) > SEEN:
                yield from _drawn(each, age, camera)


def _drawn(each: Burst, age: float, camera: tuple[int, int]) -> Iterator[Blit]:
    places = flight(each, age) - np.array(camera)
    if each.sort.art:
        art = effect(each.sort.art)
        frame = art.frames[int(age / each.sort.life_s * len(art.frames))]
        places -= np.array(art.centre)
        yield from ((frame, (int(x), int(y))) for x, y in places.tolist())
        return
    for (x, y), colour in zip(places.tolist(), each.colour.tolist(), strict=True):
        yield _speck(each.sort.colours[colour]), (x, y)


@cache
def _speck(colour: tuple[int, int, int]) -> pygame.Surface:
    surface = plain((1, 1))
    surface.fill(colour)
    return surface
