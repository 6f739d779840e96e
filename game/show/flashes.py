"""Muzzle flashes, kept safe for those whom flashing harms (WCAG 2.3.1, three flashes or below threshold).

Rules of this module:
- A flash lights a small disc, never the whole picture: ``RADIUS`` tiles is 7 % of it, and no flash more
  than ``flash_area_cap``.
- At most ``flash_hz_cap`` of them light up each second; further shots show their spark alone, a few pixels.
- The player's setting scales their brightness, 0 turns them off.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import TILE_PX
from game.show import style
from game.show.actors import direction_of
from game.show.fx import turned
from game.sim.components import Weapon
from game.sim.happenings import Fired
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pygame

    from game.ecs.events import Told
    from game.show.light import Lighting

RADIUS = 4.4  # tile
PICTURE = style.WIDTH * style.HEIGHT / TILE_PX**2  # tile^2
COLOUR = (1.5, 1.15, 0.7)
LASTS = 4  # ticks
MUZZLE = 0.75  # tile before the shooter's middle
SEEN = 0.12
KEPT = 64
GUNS = (Weapon.PISTOL, Weapon.SHOTGUN, Weapon.RIFLE)


@dataclass(frozen=True)
class Flash:
    """One shot: where its muzzle is (tiles), the direction it points (of 16), when, and whether it lights."""

    x: float
    y: float
    direction: int
    tick: int
    lights: bool


class Flashes:
    """The flashes of one level.

    Args:
        most_per_s: how many may light the surroundings each second.
        most_area: share of the picture one may light.

    Attributes:
        radius: how far one lights, tile.
    """

    def __init__(self, most_per_s: float, most_area: float) -> None:
        self.radius = min(RADIUS, math.sqrt(most_area * PICTURE / math.pi))
        self.apart = TICKS_PER_SECOND / max(most_per_s, 1e-3)
        self.shots: deque[Flash] = deque(maxlen=KEPT)
        self._lit_at = -1e9

    def hear(self, told: Sequence[Told]) -> None:
        """Take the shots of one tick's journal."""
        for each in told:
            if isinstance(each.event, Fired):
                self._take(each.event, each.tick)

    def _take(self, fired: Fired, tick: int) -> None:
        directions = direction_of(fired.way)
        for i in np.flatnonzero(np.isin(fired.weapon, GUNS)).tolist():
            lights = tick - self._lit_at >= self.apart
            if lights:
                self._lit_at = tick
            x, y = (fired.pos[i] + fired.way[i] * np.float32(MUZZLE)).tolist()
            self.shots.append(Flash(x, y, int(directions[i]), tick, lights))

    def forget(self) -> None:
        """Time went back."""
        self.shots.clear()
        self._lit_at = -1e9

    def burning(self, tick: int) -> Iterator[Flash]:
        """Those that burn at a tick."""
        return (shot for shot in self.shots if 0 <= tick - shot.tick < LASTS)

    def light(self, lighting: Lighting, tick: int, share: float) -> None:
        """Add their light to the frame."""
        for shot in self.burning(tick):
            if shot.lights and share > 0:
                fade = share * (1 - (tick - shot.tick) / LASTS)
                lighting.glow(
                    shot.x, shot.y, (COLOUR[0] * fade, COLOUR[1] * fade, COLOUR[2] * fade), self.radius
                )

    def blits(
        self, lighting: Lighting, camera: tuple[int, int], tick: int
    ) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
        """The sparks at the muzzles, to add after the light."""
        for shot in self.burning(tick):
            if lighting.sees(shot.x, shot.y) > SEEN:
                art = turned("flash", min(tick - shot.tick, 2), shot.direction)
                width, height = art.get_size()
                x, y = (
                    int(shot.x * TILE_PX) - camera[0] - width // 2,
                    int(shot.y * TILE_PX) - camera[1] - height // 2,
                )
                yield art, (x, y - 6)
