"""Torches: a polar image of a beam, with the shadows of walls and of whoever stands in it.

Rules of this module:
- The image has one row per direction bin of the beam and one column per texel of distance. It is blurred
  along the angle only, so that penumbra widens with distance as a real torch's does.
- Each texel of the picture looks its value up once; texels of walls look ``BLEED`` tiles nearer, so that a
  wall's face catches the light that stops at its foot.
- A body shadows what is behind it, more softly than a wall: people are thin and beams have a size.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from game.show import visibility
from game.show.lamps import TEXELS

if TYPE_CHECKING:
    from game.ecs.column import Array
    from game.show.light import Lighting

BINS = visibility.BINS
EDGE = math.radians(9)  # over how wide an angle a beam fades
SKIRT = math.radians(5)  # dim light outside the beam proper
SHARPNESS = 0.7  # 1 / texel; of the shadow's edge along the beam
BODY = 0.30  # tile; half width of a shadowing body
BODY_NEAR, BODY_FAR = 0.6, 15.0  # tile; bodies at these distances throw shadows
BEHIND = 0.42  # tile; a shadow begins this far behind a body's middle
THROUGH, DARKEST = 0.62, 0.26  # share of light that passes one body, and that passes any number
HALVED = 0.72  # share of the reach at which a beam has half its light
HEAD = 0.45  # tile; how far in front of its holder a torch shines from


@dataclass(frozen=True)
class Torch:
    """One beam: where it starts and points (radians), how far and wide (half, radians) it shines."""

    x: float
    y: float
    angle: float
    reach: float
    half: float
    colour: tuple[float, float, float]


@dataclass(frozen=True)
class Beam:
    """What only depends on reach and width.

    Attributes:
        light: float32 ``[directions, texels]``, how bright each is with nothing in the way.
        ruler: float32 ``[texels]``, distances, scaled for the edges of shadows.
    """

    light: Array
    ruler: Array


@cache
def beam(reach: float, half: float) -> Beam:
    """The unshadowed beam: a soft disc of light, a hot core, a faint ring near its edge."""
    distance = (np.arange(int(reach * TEXELS)) + 0.5) / TEXELS
    rise = np.clip((distance - 0.2) / 3.4, 0, 1)
    rise = rise * rise * (3 - 2 * rise)
    fall = (0.22 + 0.78 * rise) / (1 + (distance / (HALVED * reach)) ** 2)
    fall *= np.clip(1 - (distance / reach) ** 2, 0, 1)
    count = math.ceil(2 * (half + SKIRT) / visibility.TURN * BINS)
    aside = np.linspace(-(half + SKIRT), half + SKIRT, count)
    edge = np.clip((half - np.abs(aside)) / EDGE, 0, 1)
    edge = edge * edge * (3 - 2 * edge) * (0.55 + 0.45 * np.exp(-((aside / (half * 0.47)) ** 2)))
    ring = 0.16 * np.exp(-(((np.abs(aside) - half * 0.78) / 0.05) ** 2))
    ruler = distance * (TEXELS * SHARPNESS)
    return Beam(((edge + ring)[:, None] * fall).astype(np.float32), ruler.astype(np.float32))


class TorchLight:
    """Adds torches to the light of a frame; keeps its working memory between frames."""

    def __init__(self) -> None:
        self._flat = np.empty(0, np.float32)

    def add(self, scene: Lighting, torch: Torch, bodies: Array, deeper: Array) -> None:
        """Add one torch.

        Args:
            scene: whose ``light`` is added to.
            torch: the beam.
            bodies: float32 ``(n, 2)``.
            deeper: the frame's texels, int16: how many texels nearer each one looks.
        """
        shape = beam(torch.reach, torch.half)
        box = _box(scene, torch)
        if box is None or not scene.sight[box].any():
            return
        first = round((torch.angle - torch.half - SKIRT) / visibility.TURN * BINS)
        polar = self._polar(scene, torch, shape, first, bodies)
        rows, columns = shape.light.shape
        table, window = scene.compass_at(torch.x, torch.y)
        row = table.bin[window][box] - np.int16(first)
        row &= np.int16(BINS - 1)
        np.minimum(row, np.int16(rows), out=row)
        column = table.column[window][box] - deeper[box]
        np.maximum(column, np.int16(0), out=column)
        np.minimum(column, np.int16(columns - 1), out=column)
        place = row.astype(np.intp)
        place *= columns
        place += column
        light = polar.take(place)
        for plane, share in zip(scene.light, torch.colour, strict=True):
            plane[box] += light * np.float32(share)

    def _polar(self, scene: Lighting, torch: Torch, shape: Beam, first: int, bodies: Array) -> Array:
        """The beam with its shadows, flat: a row of distances for each direction, and one dark row."""
        rows, columns = shape.light.shape
        bins = (np.arange(first, first + rows)) & (BINS - 1)
        free = scene.cast(torch.x, torch.y, torch.reach)[bins][:, None]
        if self._flat.size < (rows + 1) * columns:
            self._flat = np.empty((rows + 1) * columns, np.float32)
        flat = self._flat[: (rows + 1) * columns].reshape(rows + 1, columns)
        image = flat[:-1]
        np.subtract(free * np.float32(TEXELS * SHARPNESS) + np.float32(0.5), shape.ruler, out=image)
        np.maximum(image, 0, out=image)
        np.minimum(image, 1, out=image)
        _bodies(image, torch, first, bodies)
        for step in (1, 2):
            blurred = image[: -2 * step] + image[2 * step :]
            blurred *= np.float32(0.25)
            image[step:-step] *= np.float32(0.5)
            image[step:-step] += blurred
        image *= shape.light
        flat[-1] = 0
        return flat.ravel()


def _bodies(image: Array, torch: Torch, first: int, bodies: Array) -> None:
    """Darken what lies behind bodies, in place."""
    dx, dy = bodies[:, 0] - torch.x, bodies[:, 1] - torch.y
    far = np.sqrt(dx * dx + dy * dy)
    near = np.flatnonzero((far > BODY_NEAR) & (far < min(BODY_FAR, torch.reach)))
    middle = np.arctan2(dy[near], dx[near]) * (BINS / visibility.TURN)
    middle = (middle - first + BINS / 2) % BINS - BINS / 2
    width = np.arctan(BODY / far[near]) * (BINS / visibility.TURN)
    low = np.maximum(middle - width, 0).astype(np.intp)
    high = np.minimum(middle + width + 1, image.shape[0]).astype(np.intp)
    start = ((far[near] + BEHIND) * TEXELS).astype(np.intp)
    within = low < high
    if not within.any():
        return
    shade = np.ones_like(image)
    for a, b, c in zip(low[within].tolist(), high[within].tolist(), start[within].tolist(), strict=True):
        shade[a:b, c:] *= np.float32(THROUGH)
    np.maximum(shade, np.float32(DARKEST), out=shade)
    image *= shade


def _box(scene: Lighting, torch: Torch) -> tuple[slice, slice] | None:
    """The frame's texels that the beam can reach."""
    height, width = scene.sight.shape
    angles = [torch.angle + side * (torch.half + SKIRT) for side in (-1, 1)]
    angles += [q * np.pi / 2 for q in range(-4, 9) if angles[0] < q * np.pi / 2 < angles[1]]
    x = [torch.x] + [torch.x + torch.reach * math.cos(a) for a in angles]
    y = [torch.y] + [torch.y + torch.reach * math.sin(a) for a in angles]
    x0, x1 = (math.floor(f(x) * TEXELS) - scene.frame.x for f in (min, max))
    y0, y1 = (math.floor(f(y) * TEXELS) - scene.frame.y for f in (min, max))
    x0, x1 = max(x0 - 1, 0), min(x1 + 2, width)
    y0, y1 = max(y0 - 1, 0), min(y1 + 2, height)
    return (slice(y0, y1), slice(x0, x1)) if x0 < x1 and y0 < y1 else None
