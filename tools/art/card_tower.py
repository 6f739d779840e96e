"""The card of the tower: On-jo at the rail over a city without a light; eyes in its streets for stars."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from tools.art.arrays import Pixels, Plane
from tools.art.city import skyline
from tools.art.figures import Lamp, draw
from tools.art.noise import blur, generator
from tools.art.stances import ONJO, dressed, standing
from tools.art.still import HEIGHT, WIDTH, X, Y, drift, finish, paint, quantise, tiled, wide

SKY: Final = "05060b 090c14 0e131e 151c2a 1e2838 2a3648 3a485a"
ROOF: Final = "05070c 0a0e15 121822 1c2430 2a343f 3d4751 58616a"
HORIZON: Final = 150
RAIL: Final = 292

ROWS: Final = (
    (158, 61, (7, 20), (5, 26)),
    (186, 63, (14, 34), (8, 34)),
    (232, 67, (26, 60), (10, 48)),
    (300, 71, (46, 96), (14, 60)),
)
"""Rows of houses from far to near: base in px, seed, range of widths and heights."""

SCOPE: Final = (470, 252)
"""Where the eyepiece of the telescope is, px."""


def _sky() -> Plane:
    moonlit = np.exp(-(((X - 150) / 240) ** 2 + ((Y - 60) / 110) ** 2))
    value = 0.16 + 0.34 * np.clip(Y / HORIZON, 0, 1) ** 2 + 0.16 * moonlit + 0.16 * (wide(5, 9, 8, 5) - 0.5)
    return quantise(value, SKY, 1.0)


def _eyes(canvas: Plane, glow: Plane, base: int, count: int, seed: int) -> None:
    """Pairs of eyes in the street before a row of houses; nearer ones are wider apart."""
    stream = generator(seed)
    near = (base - HORIZON) / (RAIL - HORIZON)
    for _ in range(count):
        x, y = int(stream.integers(4, WIDTH - 8)), int(base + stream.normal() * (2 + 8 * near))
        if not HORIZON < y < RAIL - 4:
            continue
        shade = (0.35 + 0.55 * near) * (0.6 + 0.4 * stream.random())
        for eye in (x, x + 1 + round(2 * near)):
            canvas[y, eye] = np.maximum(canvas[y, eye], np.array((214.0, 236.0, 190.0)) * shade)
            glow[y, eye] = np.array((120.0, 150.0, 110.0)) * shade


def _city(canvas: Plane, glow: Plane) -> None:
    for number, (base, seed, width, height) in enumerate(ROWS):
        line = skyline(base, seed, width, height)
        shade = 13 - 2.4 * number
        paint(
            canvas, line.mask & (Y > HORIZON - 30), (int(shade * 0.62), int(shade * 0.86), int(shade * 1.3))
        )
        paint(canvas, line.edge & (Y > HORIZON - 30), (20 + 3 * number, 28 + 4 * number, 40 + 5 * number))
        stream = generator(seed)
        for x, y in line.windows((6 + 2 * number, 7 + 2 * number), RAIL):
            if stream.random() < 0.6:
                canvas[y : y + 1 + number, x : x + 1 + number] *= 0.62
        _eyes(canvas, glow, base, 34, seed + 1)


def _roof(canvas: Plane) -> None:
    value = 0.34 + 0.16 * (tiled(128, 8, 12, 5) - 0.5) - 0.26 * (Y - 314) / 46
    paint(canvas, Y >= 314, quantise(value, ROOF))
    paint(canvas, (Y >= 312) & (Y < 314), (92, 104, 116))
    for post in range(18, WIDTH, 58):
        paint(canvas, (np.abs(X - post) < 2) & (Y > RAIL - 26) & (Y < 314), (14, 18, 25))
        paint(canvas, (post - 2 == X) & (Y > RAIL - 26) & (Y < 314), (66, 78, 92))
    for rail in (RAIL - 26, RAIL - 6):
        paint(canvas, (np.abs(Y - rail) < 2), (12, 16, 22))
        canvas[rail - 1] = (78, 92, 106)


def _telescope(canvas: Plane) -> None:
    """A coin telescope on its post, turned to the streets."""
    x, y = SCOPE
    paint(canvas, (np.abs(X - x) < 4) & (y < Y) & (Y < 330), (18, 23, 31))
    paint(canvas, (np.abs(X - x + 3) < 1) & (y < Y) & (Y < 330), (70, 84, 98))
    tube = (np.abs((Y - y + 8) - (X - x) * 0.22) < 8 - (X - x) * 0.06) & (np.abs(X - x) < 26)
    paint(canvas, tube, quantise(0.30 - (Y - y + 8 - (X - x) * 0.22) / 22, ROOF))
    paint(canvas, (np.abs(X - x) < 13) & (Y > 326) & (Y < 332), (22, 28, 36))


def tower() -> Pixels:
    """Paint the card."""
    canvas, glow = _sky(), np.zeros((HEIGHT, WIDTH, 3))
    _city(canvas, glow)
    canvas = canvas + blur(glow, 1.4) * 1.1
    _roof(canvas)
    _telescope(canvas)
    pose = replace(standing(-0.004, 0.006, (0.02, 0.06), view="back", stance=0.8), wind=0.022)
    canvas[((X - 404) / 34) ** 2 + ((Y - 348) / 6) ** 2 < 1] *= 0.5
    draw(
        canvas, dressed(pose, ONJO), 400, 348, 178, Lamp((-0.62, -0.62), (150, 172, 198), 0.85, (0.40, 0.08))
    )
    drift(canvas, 170, 6, (160, 174, 192), canvas.clip(0, 255).max(-1) / 255, (0.08, 0.8))
    return finish(canvas)
