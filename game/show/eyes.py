"""Eyes in the dark: they shine, drawn after the light, and only those that look at you are there.

Rules of this module:
- An eye is drawn when its owner is in sight and faces the viewer; eyes that vanish have turned away.
- Shape before colour: two pale eyes are the dead, two red a screamer or a brute, one gold a half-bie, two
  gold one of the dead that obeys; gold is seen from behind too.
- They pulse with the owner's phase; in a beam they are dimmer, for the face is seen as well.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import TILE_PX
from game.show.layers import plain
from game.show.sprites import EYES, cast
from game.sim.components import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ecs.column import Array
    from game.show.actors import Shown
    from game.show.light import Lighting

    Blit = tuple[pygame.Surface, list[int]]

LEVELS = 8
LEAST = 0.06  # below this an eye is not drawn
FADE_TILES, FAR_LEAST = 34.0, 0.25  # tile and share: distant eyes are dimmer, never below the share
IN_BEAM = 0.45  # share of brightness lost in full light
PULSE = 0.45  # share of brightness that comes and goes with the phase: a horde in step blinks as one
TURNED = 1.6  # 1; how soon an eye vanishes as its owner turns away
LOOKS: dict[str, tuple[tuple[int, int, int], tuple[int, int, int], int, float]] = {
    "pale": ((120, 138, 104), (226, 240, 196), 5, 0.30),
    "red": ((214, 42, 26), (255, 140, 104), 6, 0.42),
    "gold": ((242, 168, 30), (255, 236, 150), 9, 0.50),
    "bound": ((242, 168, 30), (255, 236, 150), 5, 0.34),
}
"""Halo, core, radius of the halo in pixels, and its strength."""
KINDS = (*EYES, "bound")
RADII = np.array([LOOKS[kind][2] if kind else 0 for kind in KINDS])
ASIDE, UP, AHEAD = 1.6, 8.0, 2.5  # px; where eyes are taken to be when the sheet shows the back of a head


@cache
def glow(radius: int, colour: tuple[int, int, int], power: float) -> pygame.Surface:
    """A round glow on black, to be added."""
    y, x = np.mgrid[-radius : radius + 1, -radius : radius + 1]
    share = np.clip(1 - np.hypot(x, y) / (radius + 0.5), 0, 1) ** power
    pixels = (share[..., None] * np.array(colour)).astype(np.uint8)
    surface = plain((2 * radius + 1, 2 * radius + 1))
    pygame.surfarray.blit_array(surface, pixels.swapaxes(0, 1))
    return surface


@cache
def eye(kind: str, level: int) -> pygame.Surface:
    """One eye at one of the brightness levels."""
    halo, core, radius, strength = LOOKS[kind]
    share = (level + 1) / LEVELS
    dimmed = tuple(int(v * share * strength) for v in halo)
    surface = glow(radius, (dimmed[0], dimmed[1], dimmed[2]), 2.6).copy()
    middle = tuple(int(v * (0.35 + 0.65 * share)) for v in core)
    surface.set_at((radius, radius), middle)
    if kind == "gold":
        for dx in (-1, 1):
            surface.set_at((radius + dx, radius), tuple(int(v * 0.7) for v in middle))
    return surface


def brightness(shown: Shown, light: Lighting, viewer: tuple[float, float], time_s: float) -> Array:
    """How bright everybody's eyes are for a viewer at a place in tiles: float32 ``(n,)``, 0 is not drawn."""
    x, y = shown.pos[:, 0], shown.pos[:, 1]
    dx, dy = viewer[0] - x, viewer[1] - y
    far = np.sqrt(dx * dx + dy * dy)
    toward = (dx * shown.heading[:, 0] + dy * shown.heading[:, 1]) / np.maximum(far, 1e-3)
    is_gold = (cast().eye[shown.look] == EYES.index("gold")) | (shown.side == Side.HALFBIE)
    faces = np.where(is_gold, 1, np.clip(toward * TURNED, 0, 1))
    beam = np.clip(light.lit(x, y) * 1.4, 0, 1)
    pulse = 1 - PULSE * (0.5 - 0.5 * np.cos(shown.theta * (2 * np.pi / 65536)))
    blink = np.sin(time_s * 1.3 + (shown.ids & 0xFFFF) * 2.4) > -0.985  # noqa: PLR2004 - a tenth of a second
    distance = np.clip(1.25 - far / FADE_TILES, FAR_LEAST, 1)
    alive = ~shown.is_dead
    found: Array = light.seen(x, y) * faces * (1 - IN_BEAM * beam) * pulse * distance * blink * alive
    return np.where(found > LEAST, found, 0).astype(np.float32)


def blits(shown: Shown, bright: Array, camera: tuple[int, int]) -> Iterator[Blit]:
    """Eyes to add to the picture."""
    tables = cast()
    kind = tables.eye[shown.look]
    rows = np.flatnonzero((bright > 0) & (kind > 0))
    kind, halfbie = kind[rows], shown.side[rows] == Side.HALFBIE
    kind = np.where(halfbie & (kind != KINDS.index("gold")), KINDS.index("bound"), kind)
    cell = tables.first[shown.look[rows]] + shown.cell[rows]
    at, shows = tables.eyes[cell], tables.has_eye[cell]
    away = ~shows.any(axis=1)
    at[away], shows[away] = _behind(shown.heading[rows[away]]), (kind[away] != KINDS.index("gold"))[:, None]
    feet = (shown.pos[rows] * TILE_PX).astype(int) - camera - RADII[kind][:, None]
    level = np.minimum((bright[rows] * LEVELS).astype(int), LEVELS - 1)
    who, which = shows.nonzero()
    art = [eye(KINDS[k], n) for k, n in zip(kind[who].tolist(), level[who].tolist(), strict=True)]
    return zip(art, (feet[who] + at[who, which]).tolist(), strict=True)


def _behind(heading: Array) -> Array:
    """Where the eyes of those are who look away from the picture, at a viewer further up: ``(n, 2, 2)``."""
    x, y, side = heading[:, :1], heading[:, 1:], np.array([-1, 1])
    aside, up = x * AHEAD - y * ASIDE * side, y * AHEAD + x * ASIDE * side - UP
    out: Array = np.rint(np.stack([aside, up], axis=2)).astype(np.int64)
    return out
