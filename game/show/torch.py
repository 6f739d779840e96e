"""Torches: a polar image of a beam, with the shadows of walls and of whoever stands in it.

Rules of this module:
- The image has one row per direction of a ``Fan`` and one column per texel of distance. It is blurred along
  the angle only, so that penumbra widens with distance as a real torch's does.
- Each texel of the picture looks its value up once; texels of walls look ``BLEED`` tiles nearer, so that a
  wall's face catches the light that stops at its foot.
- Torches alike in shape and colour are worked out together: their light is summed before it is coloured.
- A body shadows what is behind it, more softly than a wall: people are thin and beams have a size.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from game.show import visibility
from game.show.fan import BINS
from game.show.lamps import TEXELS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ecs.column import Array
    from game.show.light import Lighting

Box = tuple[slice, slice]
Near = list[tuple["Torch", Box]]
EDGE = math.radians(9)  # over how wide an angle a beam fades
SKIRT = math.radians(5)  # dim light outside the beam proper
SHARPNESS = 0.7  # 1 / texel; of the shadow's edge along the beam
BODY = 0.30  # tile; half width of a shadowing body
BODY_NEAR, BODY_FAR = 0.6, 15.0  # tile; bodies at these distances throw shadows
BEHIND = 0.42  # tile; a shadow begins this far behind a body's middle
TAKEN, DARKEST = 0.38, 0.26  # share of light that each body takes, and what any number of them leave
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


def add(scene: Lighting, torches: Sequence[Torch], bodies: Array) -> None:
    """Add torches to the light of a frame.

    Args:
        scene: whose ``light`` is added to.
        torches: the beams.
        bodies: float32 ``(n, 2)``, whoever throws a shadow.
    """
    alike: dict[tuple[object, ...], Near] = {}
    for torch in torches:
        box = _box(scene, torch)
        if box is not None and scene.sight[box].max() > 0:
            alike.setdefault((torch.reach, torch.half, torch.colour), []).append((torch, box))
    for group in alike.values():
        _lay(scene, group, _polar(scene, [torch for torch, _ in group], bodies))


def _lay(scene: Lighting, group: Near, polar: Array) -> None:
    """Look each texel up in the beams, ``[torches, directions, texels]``, and add what it has."""
    rows, columns = _around([box for _, box in group])
    light = np.zeros((rows.stop - rows.start, columns.stop - columns.start), np.float32)
    nearer = scene.deeper[scene.window()]
    for (torch, box), image in zip(group, polar, strict=True):
        y, x = box
        table, window = scene.compass_at(torch.x, torch.y)
        scene.fan.put(image)
        found = scene.fan.look_up(table.cell[window][box] - nearer[box], _first(torch))
        top, left = y.start - rows.start, x.start - columns.start
        light[top : top + found.shape[0], left : left + found.shape[1]] += found
    scene.fan.clear(polar.shape[1:])
    light *= scene.sight[rows, columns]
    for plane, share in zip(scene.light, group[0][0].colour, strict=True):
        plane[rows, columns] += light * np.float32(share)


def _around(boxes: Sequence[Box]) -> Box:
    """Return the box around boxes."""
    rows, columns = zip(*boxes, strict=True)
    y, x = (slice(min(p.start for p in s), max(p.stop for p in s)) for s in (rows, columns))
    return y, x


def _first(torch: Torch) -> int:
    """Return the bin a beam begins at."""
    return round((torch.angle - torch.half - SKIRT) / visibility.TURN * BINS)


def _polar(scene: Lighting, torches: Sequence[Torch], bodies: Array) -> Array:
    """Return beams of one shape, shadows and all: float32 ``[torches, directions, texels]``."""
    shape = beam(torches[0].reach, torches[0].half)
    rows, columns = shape.light.shape
    places = np.array([(torch.x, torch.y) for torch in torches], np.float32)
    first = np.array([_first(torch) for torch in torches])
    free = visibility.cast_all(scene.segments, places + 1, torches[0].reach, first, rows, BINS)[:, :, None]
    image = np.empty((len(torches), rows, columns), np.float32)
    np.subtract(free * np.float32(TEXELS * SHARPNESS) + np.float32(0.5), shape.ruler, out=image)
    np.clip(image, 0, 1, out=image)
    image *= _past_bodies(image.shape, places, first, bodies)
    blurred = image[:, :-2] + image[:, 2:]
    blurred *= np.float32(0.25)
    image[:, 1:-1] *= np.float32(0.5)
    image[:, 1:-1] += blurred
    image *= shape.light
    return image


def _past_bodies(shape: tuple[int, ...], places: Array, first: Array, bodies: Array) -> Array:
    """Return the share of light that gets past bodies to each cell of ``[torches, directions, texels]``."""
    _, rows, columns = shape
    dx, dy = (bodies.T[:, None] - places.T[:, :, None]).astype(np.float32)
    far = np.sqrt(dx * dx + dy * dy)
    torch, body = ((far > BODY_NEAR) & (far < min(BODY_FAR, columns / TEXELS))).nonzero()
    far, turn = far[torch, body], BINS / visibility.TURN
    middle = np.arctan2(dy[torch, body], dx[torch, body]) * turn
    middle = (middle - first[torch] + BINS / 2) % BINS - BINS / 2
    width = np.arctan(BODY / far) * turn
    low = np.maximum(middle - width, 0).astype(np.intp)
    count = np.maximum(np.minimum(middle + width + 1, rows).astype(np.intp) - low, 0)
    start = ((far + BEHIND) * TEXELS).astype(np.intp)
    row = np.arange(count.sum()) + np.repeat(torch * rows + low - np.cumsum(count) + count, count)
    start = np.repeat(start, count)
    inside = start < columns
    before = np.zeros(shape, np.int32)  # of whole numbers, sums run five times as fast
    np.add.at(before.ravel(), (row * columns + start)[inside], np.int32(1))
    share = np.cumsum(before, axis=2, out=before).astype(np.float32)
    share *= np.float32(-TAKEN)
    share += 1
    return np.clip(share, DARKEST, 1, out=share)


def _box(scene: Lighting, torch: Torch) -> Box | None:
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
