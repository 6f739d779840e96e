"""The title: one gold eye is the only light. It shows lids, hair and ash near it, nothing else."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tools.art.arrays import Mask, Pixels, Plane
from tools.art.far_eyes import far_eyes
from tools.art.grid import shift
from tools.art.noise import blur, generator
from tools.art.still import HEIGHT, WIDTH, Colour, X, Y, drift, finish, paint, quantise, tiled, wide
from tools.art.store import Work

CENTRE: Final = (452.0, 158.0)
SCALE: Final = 96.0
"""Pixels from the middle of the eye to a corner."""

TILT: Final = -0.10
IRIS: Final = 0.385
"""Radius of the iris as a share of ``SCALE``."""

SKIN: Final = "05060a 0a0a0e 120f10 1c1514 2c1d16 42291a 5f3a1e 845225 ac7030 cf9547"
WHITE: Final = "0b090b 1c1413 38251c 5c4029 8a6a42 b99a68 dcc794"
GOLD: Final = "1c0d04 3d2105 6e3f06 a8620d d68a14 f2b01e ffcf52 ffe07a fff7d6"

OPEN: Final = 0.92
"""How far the eye is open when it rests."""

LIDS: Final = 8
"""Frames from shut to open."""


@dataclass(frozen=True)
class Lids:
    """The opening: eye coordinates u, v (1 = a corner), upper and lower lid, what lies between."""

    openness: float
    u: Plane
    v: Plane
    upper: Plane
    lower: Plane
    inside: Mask

    @property
    def power(self) -> float:
        """How much the eye shines."""
        return 0.04 + 0.96 * self.openness if self.openness < 0.2 else 0.25 + 0.75 * self.openness


def _to_eye(x: Plane, y: Plane) -> tuple[Plane, Plane]:
    u, v = (x - CENTRE[0]) / SCALE, (y - CENTRE[1]) / SCALE
    c, s = math.cos(TILT), math.sin(TILT)
    return u * c - v * s, u * s + v * c


def _lids(openness: float) -> Lids:
    u, v = _to_eye(X, Y)
    bulge = np.clip(1 - u * u, 0, 1)
    shut = min(1.0, openness / 0.15)
    upper = -(0.10 * shut + 0.48 * openness) * bulge**0.80 * (1 + 0.22 * u)
    lower = (0.12 + 0.16 * openness) * bulge**0.92 * (1 - 0.18 * u)
    upper = np.where(shut < 1, upper * shut + (lower - 0.01) * (1 - shut), upper)
    return Lids(openness, u, v, upper, lower, (np.abs(u) < 1) & (v > upper) & (v < lower))


def _gauss(value: Plane, width: float) -> Plane:
    return np.asarray(np.exp(-((value / width) ** 2)))


def _veins(lids: Lids) -> Plane:
    """Dark veins that creep from the corners."""
    near = np.exp(-((np.abs(wide(9, 9, 23) - 0.5) / 0.012) ** 1.2))
    near = near * np.clip(1.5 - np.sqrt((lids.u - 0.9) ** 2 + (lids.v - 0.45) ** 2), 0, 1)
    far = np.exp(-((np.abs(wide(12, 8, 29) - 0.52) / 0.010) ** 1.2))
    far = far * np.clip(1.35 - np.sqrt((lids.u + 0.75) ** 2 + (lids.v - 0.62) ** 2), 0, 1)
    return np.asarray(np.clip(near + far, 0, 1))


def _form(lids: Lids) -> Plane:
    """Relief of the socket: folds of the lids, the bag below, the nose, pores."""
    u, v, openness = lids.u, lids.v, lids.openness
    fold = _gauss(v - (lids.upper - 0.13 - 0.05 * openness), 0.035) * (np.abs(u) < 0.98)
    crease = _gauss(v - (lids.lower + 0.17), 0.05) * (np.abs(u) < 0.8)
    bag = _gauss(v - (lids.lower + 0.10), 0.07) * (np.abs(u) < 0.85)
    nose = np.clip((-u - 1.05) * 1.6, 0, 1)
    pores = tiled(128, 32, 8, 3) * 0.6 + wide(20, 12, 5) * 0.6
    relief = 0.72 + 0.20 * np.sin(0.4 - v * 2.3) + 0.16 * (pores - 0.6)
    return np.asarray(relief - 0.55 * fold - 0.26 * crease + 0.16 * bag - 0.22 * nose)


def _spill(lids: Lids) -> Plane:
    """Light the eye throws on the face."""
    far = np.sqrt((X - CENTRE[0]) ** 2 + (Y - CENTRE[1]) ** 2)
    return np.asarray(lids.power**0.7 * (np.exp(-far / 70) * 1.25 + np.exp(-far / 170) * 0.26))


def _skin(lids: Lids) -> Plane:
    lit = _spill(lids) * np.clip(_form(lids) - 0.42 * _veins(lids), 0, 1.3)
    lit = lit * np.clip(1.25 - 0.55 * np.sqrt((lids.u * 0.85) ** 2 + (lids.v * 0.95) ** 2), 0, 1)
    oval = np.sqrt(((X - CENTRE[0] - 30) / 175) ** 2 + ((Y - CENTRE[1] - 42) / 235) ** 2)
    return quantise(lit * np.sqrt(np.clip(1.2 - oval, 0, 1)) * 1.18, SKIN, 0.95)


def _stroke(
    canvas: Plane, start: tuple[float, float], turn: float, length: float, keep: float, colour: Colour
) -> None:
    for step in np.arange(0, length, 0.5):
        x, y = int(start[0] + math.cos(turn) * step), int(start[1] + math.sin(turn) * step * 0.8)
        if 0 <= x < WIDTH and 0 <= y < HEIGHT:
            canvas[y, x] = canvas[y, x] * keep + np.array(colour) * (1 - keep)


def _brow(canvas: Plane, lids: Lids) -> None:
    stream = generator(11)
    for _ in range(330):
        part = stream.random()
        x = CENTRE[0] + (2.1 * part - 1.02) * SCALE
        arch = 0.68 * (part - 0.42) ** 2 - 0.16 * part - 0.70 - 0.20 * lids.openness
        y = CENTRE[1] + (arch + stream.normal() * 0.028) * SCALE
        turn = 1.15 * part - 0.95 + stream.normal() * 0.12
        _stroke(canvas, (x, y), turn, 7 + 8 * stream.random(), 0.30, (8, 6, 8))


def _white(lids: Lids) -> Plane:
    shade = 0.42 + 0.5 * (1 - np.abs(lids.u)) - 1.54 * np.clip(lids.upper + 0.22 - lids.v, 0, 1)
    colour = quantise(np.clip(shade, 0, 1) * (0.30 + 0.70 * lids.power) * 0.86, WHITE, 0.8)
    red = np.exp(-np.abs(wide(16, 16, 41) - 0.5) / 0.014) * np.clip(np.abs(lids.u) * 1.5 - 0.5, 0, 1)
    part = red[..., None] * 0.75
    return np.asarray(colour * (1 - part) + np.array((112.0, 26.0, 20.0)) * part)


def _fibres(angle: Plane, radius: Plane) -> Plane:
    """Noise by angle, another on the inner ring."""
    strength = generator(2).random(720)
    strength = np.convolve(np.tile(strength, 3), np.ones(5) / 5, "same")[720:1440]
    index = ((angle + np.pi) / (2 * np.pi) * 719).astype(int)
    return np.asarray(np.where(radius < 0.62, strength[index], np.roll(strength, 211)[index]))


def _iris(lids: Lids, radius: Plane) -> Plane:
    u, v = lids.u + 0.02, lids.v - 0.03
    value = 0.20 + 0.55 * np.clip(1 - np.abs(radius - 0.52) / 0.52, 0, 1)
    value = value + 0.34 * (_fibres(np.arctan2(v, u), radius) - 0.45) + 0.18 * (lids.v > 0)
    value = np.where(radius > 0.90, 0.14, value) * (0.55 + 0.45 * lids.power)
    value = value - 1.49 * np.clip(lids.upper + 0.20 - lids.v, 0, 1)
    low = np.sqrt(u * u + (lids.v - 0.22) ** 2)
    return quantise(value + 0.20 * np.clip(1 - low / 0.22, 0, 1), GOLD)


def _ball(canvas: Plane, lids: Lids) -> Mask:
    """Paint the eyeball and give back the shining part of the iris."""
    radius = np.sqrt((lids.u + 0.02) ** 2 + (lids.v * 1.02 - 0.03) ** 2) / IRIS
    iris = (radius < 1) & lids.inside
    wide_ = 0.085 + 0.05 * lids.openness
    pupil = ((lids.u + 0.02) / wide_) ** 2 + ((lids.v - 0.03) / 0.27) ** 2 < 1
    paint(canvas, lids.inside & ~iris, _white(lids))
    paint(canvas, iris, _iris(lids, radius))
    paint(canvas, pupil & lids.inside, (6, 4, 5))
    paint(canvas, pupil & lids.inside & ~(shift(pupil, 0, 1) & shift(pupil, 0, -1)), (46, 22, 4))
    glint_y = lids.v + 0.13 - 0.06 * (1 - lids.openness)
    glint = ((lids.u + 0.15) / 0.055) ** 2 + (glint_y / 0.05) ** 2 < 1
    glint |= ((lids.u - 0.13) / 0.024) ** 2 + ((lids.v - 0.16) / 0.02) ** 2 < 1
    paint(canvas, lids.inside & glint, (255, 247, 214))
    return iris & ~pupil


def _edges(canvas: Plane, lids: Lids) -> None:
    """Wet line below, dark line above."""
    wet = lids.inside & ~shift(lids.inside, -2, 0) & (lids.v > 0)
    part = 0.6 * (0.4 + 0.6 * lids.power)
    canvas[wet] = canvas[wet] * 0.4 + np.array((196, 128, 74)) * part
    paint(canvas, lids.inside & ~shift(lids.inside, 3, 0), (7, 5, 6))
    paint(canvas, ~lids.inside & shift(lids.inside, -2, 0) & (lids.v < 0.1), (9, 7, 8))
    if lids.openness < 0.12:
        line = (np.abs(lids.v - lids.lower) < 0.012) & (np.abs(lids.u) < 0.98)
        paint(canvas, line, (4, 4, 6))


def _lashes(canvas: Plane, lids: Lids) -> None:
    stream = generator(21)
    reach, c, s = 0.10 + 0.48 * lids.openness, math.cos(TILT), math.sin(TILT)
    down = 1 - 2 * (lids.openness < 0.12)
    for number in range(34):
        u = -0.92 + 1.84 * number / 33 + stream.normal() * 0.012
        v = -reach * max(0.0, 1 - u * u) ** 0.80 * (1 + 0.22 * u) if down > 0 else 0.12 * max(0.0, 1 - u * u)
        length = (10 + 4.5 * (u + 1) + stream.normal() * 1.5) * (0.7 + 0.3 * lids.openness)
        for step in np.arange(0, length, 0.4):
            turn = down * (u * 0.75 * down - math.pi / 2 + 0.14) + step / length * 0.38 * (
                1 if u > -0.2 else -1
            )
            ex, ey = u * SCALE + math.cos(turn) * step, v * SCALE + math.sin(turn) * step * 0.9
            x, y = int(CENTRE[0] + ex * c + ey * s), int(CENTRE[1] - ex * s + ey * c)
            if 0 <= x < WIDTH - 1 and 0 <= y < HEIGHT:
                canvas[y, x : x + 1 + (step < length * 0.45)] = (6, 5, 7)


def _strands(canvas: Plane, lids: Lids) -> None:
    """Hair across the face: dark bodies, rims lit gold where the eye reaches them."""
    stream = generator(21)
    sides = (1,) * 7 + (-1,) * 5
    hairs = [
        (
            CENTRE[0] + side * (70 + 90 * stream.random() ** 1.3),
            side * (14 + 26 * stream.random()),
            1 + 4 * stream.random() ** 2,
            stream.random() * 6,
        )
        for side in sides
    ]
    hairs += [(CENTRE[0] + 118, 40.0, 3.4, 1.0), (CENTRE[0] - 122, -44.0, 3.0, 2.2)]
    for start, bend, width, phase in hairs:
        for y in range(HEIGHT):
            x = (
                start
                - bend * 0.55
                + bend * math.sin(min(1.0, y / 300) * 1.9)
                + 2.2 * math.sin(y / 47 + phase)
            )
            half = (width * min(1.0, max(0.0, (330 - y) / 150)) + 0.6) / 2
            left, right = max(0, int(x - half)), min(WIDTH, int(x + half + 1))
            if right <= left:
                continue
            canvas[y, left:right] = canvas[y, left:right] * 0.18 + np.array((5, 5, 8)) * 0.82
            lit = left if x > CENTRE[0] else right - 1
            glow = math.exp(-math.hypot(lit - CENTRE[0], y - CENTRE[1]) / 58) * lids.power**0.7
            if glow > 0.05:
                canvas[y, lit] = np.minimum(255, canvas[y, lit] + np.array((255, 176, 60)) * glow * 1.5)


def _aura(canvas: Plane, iris: Mask, lids: Lids) -> Plane:
    """Let the iris glow into the air."""
    light = iris.astype(float)
    strength = (blur(light, 9) * 0.22 + blur(light, 26) * 0.30) * lids.power * 0.8
    return np.asarray(np.clip(canvas + strength[..., None] * np.array((255.0, 170.0, 40.0)), 0, 255))


def _darkened(canvas: Plane) -> Plane:
    """Fade to black on the left, where the name and the menu stand."""
    part = np.clip((X - 150) / 190, 0, 1)
    part = (part * part * (3 - 2 * part))[..., None]
    return np.asarray(canvas * part + np.array((5.0, 6.0, 9.0)) * (1 - part))


def title(openness: float) -> Pixels:
    """Paint the title with the eye open by ``openness``: 0 shut, ``OPEN`` at rest."""
    lids = _lids(openness)
    canvas = _skin(lids)
    _brow(canvas, lids)
    iris = _ball(canvas, lids)
    _edges(canvas, lids)
    _lashes(canvas, lids)
    _strands(canvas, lids)
    canvas = _darkened(_aura(canvas, iris, lids))
    light = np.clip(_spill(lids) * 1.1, 0, 1)
    drift(canvas, 520, 5, (232, 190, 120), light, (0.03, 1.05))
    drift(canvas, 90, 6, (255, 206, 110), np.clip(light * 1.6, 0, 1), (0.0, 1.2))
    return finish(canvas)


def title_screen() -> Work:
    """Make the title, the frames of its opening eye, the far eyes and the manifest."""
    frames = [title(OPEN * number / (LIDS - 1)) for number in range(LIDS)]
    manifest: dict[str, Any] = {
        "rect": [0, 0, WIDTH, HEIGHT],
        "frames": LIDS,
        "ms": 70,
        "gold": [int(CENTRE[0]), int(CENTRE[1])],
    }
    return Work(
        {
            "assets/art/title.png": frames[-1],
            "assets/art/title_eye.png": np.concatenate(frames, axis=1),
            "assets/art/title_far.png": far_eyes(),
        },
        {"assets/art/title.json": manifest},
    )
