"""Lamps of a level: each baked once as a picture of how much of its light arrives where.

Rules of this module:
- Texels are half pixels of the picture: ``TEXELS`` along a tile. A lamp's box may reach over the map's edge.
- Brightness falls as (1 - d/r)^1.7 and is stopped by walls, ``BLEED`` tiles deep; five points of an area
  light make the penumbra, which costs nothing once baked.
- A lamp whose beam sweeps has no picture: it is drawn as a torch is.
- Steady lamps that burn are summed into one map; flickering ones are added frame by frame.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from game.show import visibility

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from game.data.level import Level
    from game.data.things import Light
    from game.ecs.column import Array
    from game.show.visibility import Segments

TEXELS = 8
"""Light texels along a tile: half of its 16 pixels."""
BLEED = 0.85  # tile; how deep light and sight reach into a wall, so that its face shows
PROP_BLEED = 4.0  # tile; most of a bus: whoever sees one side of a wreck sees the whole top of it
SOURCE = 0.16  # tile; radius of a lamp's glowing part
SAMPLES = 5
LARGEST_PROP = 8  # tile; a wreck is no longer than that
FALL = 1.7  # 1; exponent of the fall-off: 1 is flat, 3 a small hot spot
STRENGTH = 1.9  # 1; what strength 1 adds at the lamp
VIVID = 1.8  # 1; authors pick colours as they look, light adds up as it is: between 1 and sRGB's 2.2
CONE_EDGE = 0.3  # share of a cone's half width over which it fades
SPILL, SPILL_REACH = 0.45, 1.6  # share and tile; light around the lamp outside its cone
NO_BOX = np.zeros((0, 0), np.uint8)
STEADY = 0.04  # flicker below this is not drawn


@dataclass(frozen=True)
class Lit:
    """One lamp: its box of light and how it burns.

    Attributes:
        lamp: the level's thing.
        box: uint8 ``[h, w]``, 255 is all its light.
        x, y: texel of the box's corner on the map.
    """

    lamp: Light
    box: Array
    x: int
    y: int

    @cached_property
    def colour(self) -> Array:
        """Light it adds at its centre, float32 ``(3,)``."""
        colour = np.array(self.lamp.colour, np.float32) / 255
        largest = np.float32(max(colour.max(), 1e-3))
        vivid = (colour / largest) ** np.float32(VIVID) * largest
        return vivid * np.float32(self.lamp.strength * STRENGTH)

    def level_at(self, time_s: float) -> float:
        """How bright it burns now, around 1: two waves that never quite repeat (Quake's lesson)."""
        phase = self.lamp.id * 2.399963
        wave = 0.55 * math.sin(time_s * 11.3 + phase) + 0.45 * math.sin(time_s * 23.7 + phase * 1.7)
        slow = 0.5 + 0.5 * math.sin(time_s * 1.9 + phase)
        return 1 - self.lamp.flicker * (0.2 + 0.3 * wave + 0.2 * slow)


def bake(level: Level) -> list[Array]:
    """The box of every lamp of a level, in the level's order; empty for one whose beam sweeps."""
    walls = visibility.segments(np.pad(level.opaque, 1))
    return [NO_BOX if lamp.sweep else _box(lamp, *_around(level, lamp, walls)) for lamp in level.lights]


def _around(level: Level, lamp: Light, walls: Segments) -> tuple[Segments, Array]:
    """What stands in a lamp's way: everything but the wreck or the like that it burns on."""
    column, row = (math.floor(v) for v in lamp.area.at)
    props = level.opaque & (level.walls < 0)
    inside = 0 <= row < level.height and 0 <= column < level.width
    if not inside or not props[row, column]:
        return walls, level.opaque
    own = np.zeros_like(props)
    own[row, column] = True
    for _ in range(LARGEST_PROP):
        padded = np.pad(own, 1)
        own |= props & (padded[:-2, 1:-1] | padded[2:, 1:-1] | padded[1:-1, :-2] | padded[1:-1, 2:])
    opaque = level.opaque & ~own
    return visibility.segments(np.pad(opaque, 1)), opaque


def place(level: Level, boxes: list[Array]) -> list[Lit]:
    """Put baked boxes back where they belong."""
    return [Lit(lamp, box, *corner(lamp)) for lamp, box in zip(level.lights, boxes, strict=True)]


def corner(lamp: Light) -> tuple[int, int]:
    """Texel of the box's corner."""
    x, y = lamp.area.at
    return math.floor((x - lamp.radius) * TEXELS), math.floor((y - lamp.radius) * TEXELS)


def _box(lamp: Light, walls: Segments, opaque: Array) -> Array:
    (left, top), (x, y) = corner(lamp), lamp.area.at
    side = math.ceil(2 * lamp.radius * TEXELS) + 1
    column, row = np.arange(left, left + side), np.arange(top, top + side)
    height, width = opaque.shape
    inside = opaque[np.clip(row // TEXELS, 0, height - 1)[:, None], np.clip(column // TEXELS, 0, width - 1)]
    dx, dy = (column + 0.5) / TEXELS - x, ((row + 0.5) / TEXELS - y)[:, None]
    distance = np.hypot(dx, dy).astype(np.float32)
    seen = _soft_sight(walls, inside, (x, y), dx, dy, lamp.radius)
    fall = np.clip(1 - distance / lamp.radius, 0, 1) ** FALL
    out: Array = (np.clip(seen * fall * _cone(lamp, dx, dy, distance), 0, 1) * 255 + 0.5).astype(np.uint8)
    return out


def _soft_sight(
    walls: Segments, solid: Array, at: tuple[float, float], dx: Array, dy: Array, reach: float
) -> Array:
    """Share of an area light that each texel sees."""
    total = np.zeros(solid.shape, np.float32)
    for sample in range(SAMPLES):
        turn = sample * visibility.TURN / SAMPLES
        ox, oy = SOURCE * math.cos(turn), SOURCE * math.sin(turn)
        # the map was padded by one tile, so that its own edge is a wall
        free = visibility.cast(walls, at[0] + ox + 1, at[1] + oy + 1, reach)
        angle = np.arctan2(dy - oy, dx - ox) * (visibility.BINS / visibility.TURN)
        open_to = free[np.floor(angle).astype(np.intp) % visibility.BINS] + BLEED * solid
        total += np.clip((open_to - np.hypot(dx - ox, dy - oy)) * 5 + 0.5, 0, 1)
    return total / SAMPLES


def _cone(lamp: Light, dx: Array, dy: Array, distance: Array) -> Array | float:
    if lamp.cone >= 360:  # noqa: PLR2004 - degrees, all round
        return 1.0
    aside = np.arctan2(dy, dx) - math.radians(lamp.angle)
    aside = np.abs((aside + np.pi) % (2 * np.pi) - np.pi)
    half = math.radians(lamp.cone / 2)
    beam = np.clip((half - aside) / (half * CONE_EDGE), 0, 1)
    return np.maximum(beam, np.clip(1 - distance / SPILL_REACH, 0, 1) * SPILL)


def burning(lamps: list[Lit], running: Container[str]) -> Iterator[Lit]:
    """Those whose circuit runs, or that need none."""
    return (lit for lit in lamps if not lit.lamp.circuit or lit.lamp.circuit in running)


def steady_map(lamps: list[Lit], running: Container[str], shape: tuple[int, int], margin: int) -> Array:
    """Sum of the lamps that do not flicker.

    Args:
        lamps: all of them.
        running: names of circuits that run.
        shape: texels of the map, height and width.
        margin: texels added on every side.

    Returns:
        float32 ``[3, height + 2 margin, width + 2 margin]``.
    """
    total = np.zeros((3, shape[0] + 2 * margin, shape[1] + 2 * margin), np.float32)
    for lit in burning(lamps, running):
        if lit.lamp.flicker <= STEADY:
            add(total, lit, 1.0, margin, margin)
    return total


def add(total: Array, lit: Lit, level: float, x: int, y: int) -> None:
    """Add one lamp to planes ``[3, h, w]`` whose texel (0, 0) lies at (-x, -y) on the map."""
    left, top = lit.x + x, lit.y + y
    x0, y0 = max(left, 0), max(top, 0)
    x1 = min(left + lit.box.shape[1], total.shape[2])
    y1 = min(top + lit.box.shape[0], total.shape[1])
    if x0 >= x1 or y0 >= y1:
        return
    part = lit.box[y0 - top : y1 - top, x0 - left : x1 - left].astype(np.float32)
    for plane, colour in zip(total, lit.colour * np.float32(level / 255), strict=True):
        plane[y0:y1, x0:x1] += part * colour
