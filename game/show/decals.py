"""Marks that play leaves on the level: blood, casings, pits of bullets, and footprints in ash.

Rules of this module:
- Blood, casings and pits are stamped into the ground's chunks: they stay and cost nothing afterwards.
- Footprints are drawn each frame and fade after ``PRINT_S``; trackers of the dead read the same ash.
- Which stain and where exactly follows from the place and the tick, never from a generator that drifts.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import DECALS
from game.show.bake.art import decals, expose
from game.show.layers import clear, from_pixels
from game.sim.happenings import Died, Fired, Heard, Impact, Noise, Wound
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pygame

    from game.data.level import Level
    from game.ecs.column import Array
    from game.ecs.events import Event, Told
    from game.show.layers import Layers

TILE = 16
SPLASH, POOL = DECALS.index("blood"), DECALS.index("blood, spread")
PRINT_S = 30.0  # s; how long ash holds a print
PRINTS = 400  # prints kept
PRINT_LEVELS = 6
ASIDE = 2.0  # px; left and right foot
THROWN = 7.0  # px; how far behind somebody their blood falls
CASING = (163, 113, 25)
PIT = (11, 13, 20)


@dataclass(frozen=True)
class Print:
    """One footprint: its pixel on the map and when it was made."""

    x: int
    y: int
    tick: int


class Marks:
    """What play has left on one level."""

    def __init__(self, level: Level, layers: Layers) -> None:
        self.level, self.layers = level, layers
        self.prints: deque[Print] = deque(maxlen=PRINTS)
        self._last: dict[int, tuple[float, float]] = {}

    def hear(self, told: Sequence[Told]) -> None:
        """Leave the marks of one tick's journal."""
        for each in told:
            self._take(each.event, each.tick)

    def _take(self, event: Event, tick: int) -> None:
        if isinstance(event, Wound):
            self._blood(SPLASH, event.pos + event.way * np.float32(THROWN / TILE), tick)
        elif isinstance(event, Died):
            self._blood(POOL, event.pos, tick)
        elif isinstance(event, Fired):
            side = np.stack([-event.way[:, 1], event.way[:, 0]], axis=1)
            self._dots(event.pos + side * np.float32(0.6), CASING, tick)
        elif isinstance(event, Impact):
            self._dots(event.pos, PIT, tick)
        elif isinstance(event, Noise):
            self._steps(event, tick)

    def _blood(self, kind: int, places: Array, tick: int) -> None:
        art = stains(kind)
        for x, y in (places * TILE).astype(int).tolist():
            stain = art[(x * 7 + y * 13 + tick) % len(art)]
            width, height = stain.get_size()
            self.layers.stamp(stain, x - width // 2, y - height // 2)

    def _dots(self, places: Array, colour: tuple[int, int, int], tick: int) -> None:
        for number, (x, y) in enumerate((places * TILE).astype(int).tolist()):
            jitter = (tick * 5 + number * 3) % 7 - 3
            self.layers.stamp(_dot(colour), x + jitter, y + (jitter * 5) % 7 - 3)

    def _steps(self, noise: Noise, tick: int) -> None:
        for i in np.flatnonzero(noise.heard == Heard.STEP).tolist():
            x, y, who = float(noise.pos[i, 0]), float(noise.pos[i, 1]), int(noise.source[i])
            row, column = int(y), int(x)
            inside = 0 <= row < self.level.height and 0 <= column < self.level.width
            if inside and self.level.ash[row, column]:
                self.prints.append(self._print(x, y, who, tick))
            self._last[who] = (x, y)

    def _print(self, x: float, y: float, who: int, tick: int) -> Print:
        """Beside the way from the last step, left and right in turn."""
        before = self._last.get(who, (x - 1, y))
        dx, dy = x - before[0], y - before[1]
        length = max((dx * dx + dy * dy) ** 0.5, 1e-3)
        side = ASIDE if len(self.prints) % 2 else -ASIDE
        return Print(round(x * TILE - dy / length * side), round(y * TILE + dx / length * side), tick)

    def blits(self, camera: tuple[int, int], tick: int) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
        """Footprints that have not faded."""
        lasts = PRINT_S * TICKS_PER_SECOND
        for each in self.prints:
            age = (tick - each.tick) / lasts
            if 0 <= age < 1:
                level = int((1 - age) * PRINT_LEVELS)
                yield _footprint(level), (each.x - camera[0] - 1, each.y - camera[1] - 1)

    def forget_after(self, tick: int) -> None:
        """Time went back to a checkpoint: later prints were never made."""
        while self.prints and self.prints[-1].tick > tick:
            self.prints.pop()
        self._last.clear()


@cache
def stains(kind: int) -> tuple[pygame.Surface, ...]:
    """Every variant of a decal as a surface with alpha."""
    made = []
    for stamp in decals()[kind]:
        pixels = stamp.pixels.copy()
        pixels[..., :3] = expose(pixels[..., :3])
        made.append(from_pixels(pixels))
    return tuple(made)


@cache
def _dot(colour: tuple[int, int, int]) -> pygame.Surface:
    surface = clear((2, 2))
    surface.fill((*colour, 255), (0, 0, 2, 1))
    surface.fill((0, 0, 0, 120), (0, 1, 2, 1))
    return surface


@cache
def _footprint(level: int) -> pygame.Surface:
    surface = clear((3, 3))
    surface.fill((20, 18, 20, 24 * (level + 1)), (0, 0, 3, 2))
    surface.fill((255, 250, 240, 7 * (level + 1)), (0, 2, 3, 1))
    return surface
