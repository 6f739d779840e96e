"""Grown figures for still pictures: garments raised into a relief, lit from the front, a lamp behind.

The mini-models of the game have large heads; at poster size these do not. A figure is 1 high with its
feet at y = 0; up is negative, as on the screen. A garment is made of capsules that melt into each other;
the next garment lies over it and leaves a line of shade.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from tools.art.arrays import Mask, Plane
from tools.art.noise import blue, fractal, spread_over
from tools.art.palette import colours
from tools.art.still import HEIGHT, WIDTH, Colour

MATERIALS: Final = {
    "hair": colours("050508 0b0a0f 14121a 1f1c27 2e2a37"),
    "skin": colours("1f1315 3a2322 5f3d33 8e6149 bd8c66"),
    "pale": colours("1c181e 332c34 564b54 857676 b9a99c"),
    "dead": colours("101615 1e2725 323d35 4d5a49 727f66"),
    "navy": colours("07090f 0e121d 171e2e 232d43 35435f"),
    "maroon": colours("10070a 200b11 381219 551e24 7a3034"),
    "yellow": colours("1d1307 3b270a 69490f 9f7420 d0a144"),
    "coat": colours("060b0e 0c171b 15272d 21404a 37606a"),
    "shirt": colours("14161b 2a2d34 4c5056 7d7f7d b5b4a5"),
    "white": colours("2a2c31 50525a 85868a b8b6ac e6e2d0"),
    "ink": colours("040508 07090d 0c0f15 141821 1f2530"),
    "grey": colours("08090c 111318 1b1e24 282c33 3b4048"),
    "olive": colours("090c07 141910 20271a 313a26 484f34"),
    "gown": colours("11191c 202e30 36494a 547072 7f9a94"),
    "leather": colours("090706 14100e 241a15 38291f 54402f"),
    "trainer": colours("26282c 4a4c50 7d7e7e b0aea6 dcd8ca"),
}
"""Dark to light."""

MELT: Final = 0.016
"""Width over which the capsules of a garment melt into each other, as a share of the height."""

SHADE: Final = 0.012
"""Width of the shade a garment leaves on what is below it, as a share of the height."""

REACH: Final = 1.1
"""No figure reaches farther to a side, as a share of the height."""

DULL: Final = 0.55
"""Hair takes so much of the rim light."""

FRONT: Final = (-0.35, -0.55, 0.76)
"""Where the soft light of the front comes from: right, down, towards us; length 1."""


@dataclass(frozen=True)
class Capsule:
    """A thick line from (x0, y0) to (x1, y1) with a radius at each end."""

    x0: float
    y0: float
    r0: float
    x1: float
    y1: float
    r1: float


@dataclass(frozen=True)
class Garment:
    """Capsules of one material; ``folds``: how deeply the cloth is creased, 0..1."""

    material: str
    capsules: tuple[Capsule, ...]
    folds: float = 0.0


@dataclass(frozen=True)
class Lamp:
    """The light on a figure.

    Attributes:
        towards: where the lamp behind it is, screen axes: length 1 is far to the side, less is behind it.
        colour: of that lamp.
        strength: of that lamp, 0..1.
        front: strength of the soft light of the front, and how light the rest is, 0..1.
        dark: everything but the rim is multiplied by it.
    """

    towards: tuple[float, float]
    colour: Colour
    strength: float = 0.9
    front: tuple[float, float] = (0.5, 0.12)
    dark: float = 1.0


@dataclass(frozen=True)
class _Place:
    """The part of the canvas a figure may touch, in its own coordinates."""

    rows: slice
    columns: slice
    u: Plane
    v: Plane
    height: float
    grain: Plane
    creases: Plane = field(repr=False)


def _place(x: float, y: float, height: float) -> _Place:
    rows = slice(max(0, int(y - height * 1.15)), min(HEIGHT, int(y + height * 0.4)))
    columns = slice(max(0, int(x - height * REACH)), min(WIDTH, int(x + height * REACH)))
    down, right = np.mgrid[rows, columns]
    grain = spread_over(blue(), HEIGHT, WIDTH)[rows, columns]
    creases = spread_over(fractal(128, 12, 41, 3), HEIGHT, WIDTH)[rows, columns] - 0.5
    return _Place(
        rows, columns, (right + 0.5 - x) / height, (down + 0.5 - y) / height, height, grain, creases
    )


def _near(part: Capsule, u: Plane, v: Plane) -> tuple[Plane, Plane]:
    """Distance from the line of a capsule, and its radius there."""
    dx, dy = part.x1 - part.x0, part.y1 - part.y0
    along = np.clip(((u - part.x0) * dx + (v - part.y0) * dy) / (dx * dx + dy * dy + 1e-9), 0, 1)
    off = np.sqrt((u - part.x0 - dx * along) ** 2 + (v - part.y0 - dy * along) ** 2)
    return off, part.r0 + (part.r1 - part.r0) * along


def _raised(garment: Garment, place: _Place) -> tuple[Plane, Plane]:
    """Signed distance to a garment and height of its surface, shares of the figure: smooth union (Quilez)."""
    distance, height = np.full(place.u.shape, 9.0), np.zeros(place.u.shape)
    for part in garment.capsules:
        off, radius = _near(part, place.u, place.v)
        blend = np.clip(0.5 + 0.5 * (distance - off + radius) / MELT, 0, 1)
        distance = distance * (1 - blend) + (off - radius) * blend - MELT * blend * (1 - blend)
        round_ = radius * np.sqrt(np.clip(1 - (off / radius) ** 2, 0, 1))
        lift = np.clip(0.5 + 0.5 * (round_ - height) / MELT, 0, 1)
        height = height * (1 - lift) + round_ * lift + MELT * 0.5 * lift * (1 - lift)
    return distance, height + garment.folds * 0.016 * place.creases


def _normal(height: Plane, pixels: float) -> Plane:
    """Outward direction of a surface given by its height, length 1: (h, w, 3)."""
    down, right = np.gradient(height * pixels)
    out = np.stack([-right, -down, np.ones_like(right)], -1)
    return np.asarray(out / np.sqrt((out * out).sum(-1, keepdims=True)))


def _rim(normal: Plane, distance: Plane, lamp: Lamp) -> Plane:
    """How strongly the lamp behind catches an edge, 0..1 in three steps."""
    right, down = normal[..., 0], normal[..., 1]
    behind = 1 - np.sqrt(lamp.towards[0] ** 2 + lamp.towards[1] ** 2)
    facing = right * lamp.towards[0] + down * lamp.towards[1] + behind * np.sqrt(right**2 + down**2)
    edge = np.clip(1 + distance / 0.03, 0, 1)
    caught = np.clip(facing * 1.5 - 0.42, 0, 1) * (0.25 + 0.75 * edge)
    return np.asarray(np.floor(np.clip(caught, 0, 1) * 3.3) / 3 * lamp.strength)


def _lay(out: Plane, garment: Garment, place: _Place, lamp: Lamp) -> Mask:
    distance, height = _raised(garment, place)
    normal = _normal(height, place.height)
    solid = (distance < 0) & (height > 0)
    key, ambient = lamp.front
    value = ambient + key * np.clip((normal * np.array(FRONT)).sum(-1), 0, 1)
    ramp = MATERIALS[garment.material].astype(float) * lamp.dark
    tone = np.clip((value * len(ramp) + (place.grain - 0.5) * 0.5).astype(int), 0, len(ramp) - 1)
    part = (_rim(normal, distance, lamp) * (DULL if garment.material == "hair" else 1.0))[..., None]
    below = (distance > 0) & (distance < SHADE) & (out[..., 3] > 0)
    out[below, :3] *= 0.62
    colour = ramp[tone] * (1 - part) + np.array(lamp.colour, float) * part
    out[solid, :3] = colour[solid]
    out[solid, 3] = 255
    return np.asarray(solid)


def draw(canvas: Plane, garments: list[Garment], x: float, y: float, height: float, lamp: Lamp) -> None:
    """Draw a figure ``height`` px tall with its feet at (x, y) on an RGB or RGBA canvas of floats."""
    place = _place(x, y, height)
    out = np.zeros((*place.u.shape, 4))
    for garment in garments:
        _lay(out, garment, place, lamp)
    solid, under = out[..., 3] > 0, canvas[place.rows, place.columns]
    under[solid, :3] = out[solid, :3]
    under[solid, 3:] = 255
