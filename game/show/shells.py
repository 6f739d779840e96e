"""Spent shells: thrown out to the shooter's right, they fall, hop twice, roll and lie still.

Rules of this module:
- Where one is follows in closed form from the shot. It comes to rest where the ground is free; there it is a
  mark like any other (``decals``), and stays.
- A shotgun's are red, all others brass; bows and blows throw none.
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
from game.show.layers import HEIGHT, WIDTH
from game.sim.components import Weapon
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.data.level import Level
    from game.ecs.column import Array
    from game.show.light import Lighting
    from game.sim.happenings import Fired

GUNS = (Weapon.PISTOL, Weapon.SHOTGUN, Weapon.RIFLE)
REST_TICKS = 54  # from the shot until it lies still
HOPS = ((0.34, 11.0), (0.18, 3.5), (0.10, 1.0))  # s and px; length and height of each hop
BREECH = 7.0  # px; how high the first one starts
SLOWS = 5.0  # 1/s; how fast its way along the ground dies away
FAR, FAR_MOST = 9.0, 17.0  # px; how far it is thrown
TUMBLES = 26.0  # frames a second while it flies
KEPT = 48  # in the air at once
SEEN = 0.12
RED = (150, 30, 26)
BRASS = 150  # of 255; the head of a red shell is darker than this and stays brass


@dataclass(frozen=True)
class Shell:
    """One shell: where it starts and comes to rest, px of the map; when; which way it lies in the end."""

    x: float
    y: float
    to_x: float
    to_y: float
    tick: int
    turn: int
    is_red: bool

    def place(self, age_s: float) -> tuple[float, float, float]:
        """Where it is, px of the map, and how high above the ground, px."""
        whole = 1 - np.exp(-SLOWS * REST_TICKS / TICKS_PER_SECOND)
        share = float(min((1 - np.exp(-SLOWS * age_s)) / whole, 1))
        return self.x + (self.to_x - self.x) * share, self.y + (self.to_y - self.y) * share, _height(age_s)


def _height(age_s: float) -> float:
    """Parabolas one after another, each lower than the last; the first begins at the breech."""
    start, begins = BREECH, 0.0
    for lasts, high in HOPS:
        part = (age_s - begins) / lasts
        if part < 1:
            return start * (1 - part) + 4 * high * part * (1 - part)
        start, begins = 0.0, begins + lasts
    return 0.0


def thrown(fired: Fired, level: Level, tick: int) -> list[Shell]:
    """The shells of one tick's shots."""
    found = []
    for i in np.flatnonzero(np.isin(fired.weapon, GUNS)).tolist():
        way, at = fired.way[i].astype(float), fired.pos[i].astype(float) * TILE_PX
        chance = (int(at[0]) * 7 + int(at[1]) * 13 + tick * 5) % 97 / 97
        side = np.array([-way[1], way[0]]) * (FAR + (FAR_MOST - FAR) * chance) - way * (8 * chance - 2)
        to = _free(level, at, side)
        is_red = int(fired.weapon[i]) == Weapon.SHOTGUN
        (x, y), (to_x, to_y) = at.tolist(), to.tolist()
        found.append(Shell(x, y, to_x, to_y, tick, int(chance * 97) % 4, is_red))
    return found


def _free(level: Level, at: Array, side: Array) -> Array:
    """Where a throw ends that stops before what is in its way."""
    for share in (1.0, 0.66, 0.33):
        x, y = (at + side * share) / TILE_PX
        row, column = int(y), int(x)
        if 0 <= row < level.height and 0 <= column < level.width and not level.solid[row, column]:
            return np.asarray(at + side * share)
    return at


class Shells:
    """The shells in the air."""

    def __init__(self) -> None:
        self.flying: deque[Shell] = deque(maxlen=KEPT)

    def blits(
        self, camera: tuple[int, int], now: float, light: Lighting
    ) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
        """Those in the air and in sight."""
        for each in self.flying:
            age = now - each.tick / TICKS_PER_SECOND
            if not 0 <= age < REST_TICKS / TICKS_PER_SECOND:
                continue
            x, y, high = each.place(age)
            left, top = int(x) - camera[0], int(y - high) - camera[1]
            if 0 <= left < WIDTH and 0 <= top < HEIGHT and light.sees(x / TILE_PX, y / TILE_PX) > SEEN:
                turn = int(each.turn + TUMBLES * min(age, sum(lasts for lasts, _ in HOPS)))
                art = pictures(is_red=each.is_red)[turn % 4]
                yield art, (left - 2, top - 2)


@cache
def pictures(*, is_red: bool) -> tuple[pygame.Surface, ...]:
    """A shell lying each of four ways."""
    frames = effect("shell").frames
    return tuple(_red(frame) for frame in frames) if is_red else frames


def _red(frame: pygame.Surface) -> pygame.Surface:
    art = frame.copy()
    for x in range(art.get_width()):
        for y in range(art.get_height()):
            if art.get_at((x, y)).a and art.get_at((x, y)).g > BRASS:
                art.set_at((x, y), RED)
    return art
