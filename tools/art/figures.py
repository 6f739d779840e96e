"""Grown figures for still pictures: capsules joined by a smooth distance field, dark, with one rim light.

The mini-models of the game have large heads; at poster size these do not. A figure is 1 high with its
feet at y = 0; up is negative, as on the screen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.art.arrays import Ints, Mask, Plane
from tools.art.noise import generator
from tools.art.palette import colours
from tools.art.still import HEIGHT, WIDTH, Colour

MATERIALS: Final = {
    "hair": colours("07070a 0e0d12 18161d 262330"),
    "dead": colours("171d1b 29332e 46523f 6d7758"),
    "navy": colours("0a0c14 121726 1c2438 2c3852"),
    "grey": colours("0d0e12 181a20 272a31 3c4046"),
    "leather": colours("0e0a09 1a1210 2b1e18 453122"),
}

SMOOTH: Final = 0.012
"""Radius within which capsules melt into each other, as a share of the height."""


@dataclass(frozen=True)
class Capsule:
    """A thick line from (x0, y0) to (x1, y1) with a radius at each end."""

    x0: float
    y0: float
    r0: float
    x1: float
    y1: float
    r1: float
    material: str


@dataclass(frozen=True)
class Lamp:
    """Where the rim light comes from (screen axes, length 1), its colour, width and strength."""

    towards: tuple[float, float]
    colour: Colour
    width: float = 0.03
    strength: float = 0.9


@dataclass(frozen=True)
class _Field:
    """Signed distance to the figure, and per pixel the number of the material on top."""

    distance: Plane
    material: Ints


def _legs(lean: float) -> list[Capsule]:
    parts = []
    for side in (-1, 1):
        hip, knee = side * 0.042, side * 0.05
        parts += [
            Capsule(hip, -0.50, 0.056, knee, -0.27, 0.044, "grey"),
            Capsule(knee, -0.27, 0.044, side * 0.055, -0.045, 0.030, "grey"),
            Capsule(side * 0.055, -0.022, 0.024, side * 0.069, -0.016, 0.022, "leather"),
        ]
    return [*parts, Capsule(0, -0.51, 0.086, lean * 0.5, -0.64, 0.080, "navy")]


def _arms(lean: float, lifted: tuple[float, float]) -> list[Capsule]:
    parts = []
    for side, lift in zip((-1, 1), lifted, strict=True):
        elbow = (lean + side * (0.165 + lift * 0.07), -0.64 - lift * 0.05)
        hand = (lean + side * (0.150 + lift * 0.17), -0.475 - lift * 0.16)
        parts += [
            Capsule(lean + side * 0.120, -0.788, 0.040, *elbow, 0.030, "navy"),
            Capsule(*elbow, 0.030, *hand, 0.022, "navy"),
            Capsule(*hand, 0.023, hand[0] + side * 0.004, hand[1] + 0.035, 0.018, "dead"),
        ]
    return parts


def pupil(lean: float, tilt: float, arms: tuple[float, float]) -> list[Capsule]:
    """A dead pupil seen from behind; ``arms``: how far each hand is lifted, 0..1."""
    head = lean + tilt
    return [
        *_legs(lean),
        Capsule(lean * 0.5, -0.64, 0.080, lean, -0.76, 0.092, "navy"),
        Capsule(lean - 0.090, -0.795, 0.040, lean + 0.090, -0.795, 0.040, "navy"),
        Capsule(lean, -0.83, 0.030, lean + tilt * 0.3, -0.875, 0.027, "dead"),
        *_arms(lean, arms),
        Capsule(head, -0.944, 0.057, head + tilt * 0.1, -0.91, 0.050, "dead"),
        Capsule(head - 0.012, -0.962, 0.056, head + 0.014, -0.962, 0.056, "hair"),
        Capsule(head, -0.952, 0.058, head, -0.918, 0.050, "hair"),
    ]


def _field(capsules: list[Capsule], u: Plane, v: Plane) -> _Field:
    distance, material = np.full(u.shape, 9.0), np.full(u.shape, -1)
    names = list(MATERIALS)
    for part in capsules:
        dx, dy = part.x1 - part.x0, part.y1 - part.y0
        along = np.clip(((u - part.x0) * dx + (v - part.y0) * dy) / (dx * dx + dy * dy + 1e-9), 0, 1)
        radius = part.r0 + (part.r1 - part.r0) * along
        near = np.sqrt((u - part.x0 - dx * along) ** 2 + (v - part.y0 - dy * along) ** 2) - radius
        material = np.where(near < 0, names.index(part.material), material)
        blend = np.clip(0.5 + 0.5 * (distance - near) / SMOOTH, 0, 1)
        distance = distance * (1 - blend) + near * blend - SMOOTH * blend * (1 - blend)
    return _Field(distance, material)


def _facing(field: _Field, lamp: Lamp) -> Plane:
    down, right = np.gradient(field.distance)
    steep = np.sqrt(right * right + down * down) + 1e-9
    return np.asarray(np.clip((right * lamp.towards[0] + down * lamp.towards[1]) / steep, 0, 1))


def _body(canvas: Plane, field: _Field, lit: Plane) -> Mask:
    solid = (field.distance < 0) & (field.material >= 0)
    value = 0.16 + 0.45 * lit * np.clip(1 + field.distance / 0.05, 0, 1)
    grain = generator(7).random(value.shape) - 0.5
    tone = np.clip((value * 4 + grain * 0.16).astype(int), 0, 3)
    for number, ramp in enumerate(MATERIALS.values()):
        mine = solid & (field.material == number)
        canvas[mine] = ramp[tone][mine]
    return solid


def draw(canvas: Plane, capsules: list[Capsule], x: float, y: float, height: float, lamp: Lamp) -> None:
    """Draw a figure ``height`` px tall with its feet at (x, y)."""
    pad = int(height * 0.75)
    left, right = max(0, int(x - pad)), min(WIDTH, int(x + pad))
    top, bottom = max(0, int(y - height * 1.12)), min(HEIGHT, int(y + height * 0.35))
    rows, columns = np.mgrid[top:bottom, left:right]
    field = _field(capsules, (columns + 0.5 - x) / height, (rows + 0.5 - y) / height)
    lit, place = _facing(field, lamp), canvas[top:bottom, left:right]
    solid = _body(place, field, lit)
    rim = np.clip(1 + field.distance / lamp.width, 0, 1) * lit
    part = (np.sqrt(rim) * lamp.strength)[..., None]
    edge = solid & (rim > 0.22)
    place[edge] = (place * (1 - part) + np.array(lamp.colour, float) * part)[edge]
