"""The card of the laboratory: a corridor of tanks, somebody folded in each; a white shirt limps away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.art.arrays import Mask, Pixels, Plane
from tools.art.figures import Capsule, Garment, Lamp, draw
from tools.art.grid import shift
from tools.art.noise import generator
from tools.art.stances import CHEONGSAN, dressed, limping
from tools.art.still import HEIGHT, WIDTH, X, Y, drift, finish, paint, quantise, wide

ROOM: Final = "05080c 081015 0d1a21 13282f 1a3a41 22525a 2b7077 3a9797 6cc4bd b8ebe0"
GLASS: Final = "071015 0d2228 12363d 1a565b 248085 3fb5b2 86dfd6 d3f7ee"
METAL: Final = "07090c 10161b 1d272d 2f3e43 4b6063 7f9795"
VANISH: Final = (372.0, 150.0)
"""Where all lines meet, px."""

ACROSS, FLOOR, CEILING = 268.0, 182.0, 128.0
"""Half width, depth of the floor and height of the ceiling at the near end, px."""

DISTANCES: Final = (0.9, 1.25, 1.75, 2.5, 3.6, 5.4)
"""How far the tanks of one side stand, in lengths of the first."""

DARK: Final = (3, 6)
BROKEN: Final = 3
"""Numbers of the tanks without light, and of the one that something got out of."""

dx, dy = X - VANISH[0], Y - VANISH[1]
DEPTH: Final[Plane] = np.clip(np.maximum(np.abs(dx) / ACROSS, np.maximum(dy / FLOOR, -dy / CEILING)), 0.02, 2)
GROUND: Final[Mask] = dy / FLOOR > np.abs(dx) / ACROSS
ROOF: Final[Mask] = -dy / CEILING > np.abs(dx) / ACROSS


@dataclass(frozen=True)
class _Tank:
    """Foot, half width and height in px; number from the near end; which side it stands on."""

    x: float
    y: float
    half: float
    high: float
    number: int
    side: int

    @property
    def is_lit(self) -> bool:
        return self.number not in DARK


def _tanks() -> list[_Tank]:
    """From the farthest to the nearest."""
    found = []
    for place, far in enumerate(DISTANCES):
        for side in (-1, 1):
            x, y = VANISH[0] + side * 232 / far, VANISH[1] + 150 / far
            found.append(_Tank(x, y, 44 / far, 212 / far, place * 2 + (side > 0), side))
    return sorted(found, key=lambda tank: -tank.number)


def _teal(tanks: list[_Tank]) -> Plane:
    light = 0.5 * np.exp(-((dx / 26) ** 2 + (dy / 30) ** 2))
    for tank in (tank for tank in tanks if tank.is_lit):
        middle = tank.y - tank.high * 0.4
        around = ((X - tank.x) / (tank.half * 2 + 8)) ** 2 + ((Y - middle) / (tank.high * 0.62 + 6)) ** 2
        light += (0.34 + 0.03 * tank.number) * np.exp(-around)
        spill = ((X - tank.x) / (tank.half * 2.2)) ** 2 + (
            (Y - tank.y - tank.high * 0.10) / (tank.high * 0.22 + 3)
        ) ** 2
        light += np.where(GROUND, 0.40 * np.exp(-spill), 0)
    return light


def _room(tanks: list[_Tank]) -> Plane:
    away = 1 / DEPTH
    tile = (np.floor(away * 3) + np.floor(dx / (DEPTH * 60))) % 2
    value = 0.10 + 0.05 * np.clip(DEPTH, 0, 1) + np.where(GROUND, 0.07 + 0.04 * tile, 0)
    seam = GROUND & ((np.abs((away * 3) % 1) < 0.05) | (np.abs((dx / (DEPTH * 60)) % 1) < 0.03))
    value = np.where(seam, value - 0.05, value)
    rib = ROOF & (np.abs((away * 2) % 1) < 0.10)
    pipe = ROOF & (np.abs(np.abs(dx / DEPTH) - 120) < 9)
    value = np.where(rib, value + 0.05, value) + np.where(
        pipe, 0.06 - 0.012 * np.abs(np.abs(dx / DEPTH) - 117), 0
    )
    return quantise(np.clip(value + _teal(tanks) * 0.62, 0, 1) + 0.06 * (wide(30, 18, 4, 3) - 0.5), ROOM, 1.0)


def _lamps(canvas: Plane) -> None:
    """Dead strip lights on the ceiling; one, far in, is red."""
    for number in range(1, 7):
        far = 0.75 + number * 0.62
        y, half, high = VANISH[1] - CEILING / far, 30 / far, 2.6 / far
        strip = (np.abs(X - VANISH[0]) < half) & (np.abs(Y - y) < max(0.8, high))
        paint(canvas, strip, (168, 30, 34) if number == 5 else (24, 38, 44))
    red = np.exp(-(((X - VANISH[0]) / 46) ** 2 + ((Y - 118) / 22) ** 2))
    canvas += red[..., None] * np.array((74.0, 8.0, 12.0))


def _cylinder(canvas: Plane, tank: _Tank) -> Mask:
    inside = (np.abs(X - tank.x) < tank.half) & (tank.y > Y) & (tank.y - tank.high < Y)
    across = (X - tank.x) / tank.half
    round_ = np.sqrt(np.clip(1 - across**2, 0, 1))
    if tank.number == BROKEN:
        teeth = 0.30 + 0.22 * np.abs(np.sin(across * 7 + 1)) + 0.12 * np.sin(across * 17)
        inside &= tank.y - tank.high * teeth < Y
        value = 0.16 + 0.14 * round_ + 0.3 * (np.abs(Y - tank.y + tank.high * teeth) < 2)
    else:
        murk = 0.11 * (wide(24, 14, tank.number // 2, 3) - 0.5)
        value = (
            0.28 + 0.36 * round_ - 0.10 * (tank.y - Y) / tank.high if tank.is_lit else 0.06 + 0.08 * round_
        ) + murk
    paint(canvas, inside, quantise(value, GLASS))
    return np.asarray(inside)


def _folded(tank: _Tank) -> list[Garment]:
    """Somebody folded up: back bent, head on the knees, one hand against the glass."""
    s = -tank.side
    back = (
        Capsule(-0.10 * s, -0.62, 0.115, -0.02 * s, -0.34, 0.125),
        Capsule(-0.10 * s, -0.62, 0.115, 0.03 * s, -0.74, 0.075),
    )
    head = (Capsule(0.10 * s, -0.775, 0.082, 0.12 * s, -0.735, 0.070),)
    thigh = (Capsule(0.00 * s, -0.31, 0.085, 0.20 * s, -0.50, 0.062),)
    shin = (
        Capsule(0.20 * s, -0.50, 0.058, 0.10 * s, -0.20, 0.040),
        Capsule(0.10 * s, -0.20, 0.036, 0.20 * s, -0.16, 0.028),
    )
    arm = (
        Capsule(-0.02 * s, -0.62, 0.045, 0.16 * s, -0.62, 0.038),
        Capsule(0.16 * s, -0.62, 0.036, 0.26 * s, -0.70, 0.026),
    )
    return [Garment("gown", part) for part in (back, head, thigh, shin, arm)]


def _fill(canvas: Plane, tank: _Tank, inside: Mask) -> None:
    """Hang the folded one in the water, seen through it."""
    before = canvas.copy()
    lamp = Lamp((-tank.side * 0.6, -0.3), (150, 232, 222), 0.5 if tank.is_lit else 0.1, (0.30, 0.04), 0.42)
    stream = generator(tank.number)
    height = tank.high * (0.62 + 0.06 * stream.random())
    draw(canvas, _folded(tank), tank.x, tank.y - tank.high * 0.12, height, lamp)
    through = 0.74 if tank.is_lit else 0.45
    canvas[:] = np.where(inside[..., None], before * (1 - through) + canvas * through, before)
    for _ in range(int(18 * tank.is_lit)):  # bubbles
        x, y = (
            int(tank.x + stream.normal() * tank.half * 0.4),
            int(tank.y - stream.random() * tank.high * 0.9),
        )
        if 0 <= x < WIDTH and 0 <= y < HEIGHT and inside[y, x]:
            canvas[y, x] = canvas[y, x] * 0.5 + np.array((96.0, 124.0, 120.0))


def _caps(canvas: Plane, tank: _Tank) -> None:
    round_ = np.sqrt(np.clip(1 - ((X - tank.x) / tank.half / 1.12) ** 2, 0, 1))
    for y, half in ((tank.y, tank.high * 0.05), (tank.y - tank.high, tank.high * 0.07)):
        if tank.number == BROKEN and y < tank.y - 2:
            continue
        ring = (np.abs(X - tank.x) < tank.half * 1.12) & (np.abs(Y - y) < half)
        value = 0.18 + 0.34 * round_ * (1.0 if tank.is_lit else 0.5) - 0.16 * (y + half * 0.2 < Y)
        paint(canvas, ring, quantise(value, METAL))
        paint(canvas, ring & ~shift(ring, 1, 0), quantise(value + 0.25, METAL))


def _shine(canvas: Plane, tank: _Tank, inside: Mask) -> None:
    across = (X - tank.x) / tank.half
    for at, width, part in ((-0.62, 0.07, 0.45), (0.74, 0.04, 0.22)):
        streak = inside & (np.abs(across - at) < width)
        share = part if tank.is_lit else part * 0.35
        canvas[streak] = canvas[streak] * (1 - share) + np.array((190.0, 240.0, 230.0)) * share


def _spilled(canvas: Plane) -> None:
    """What ran out of the broken tank, and the shards in it."""
    tank = next(one for one in _tanks() if one.number == BROKEN)
    ragged = 1 + 0.5 * (wide(40, 30, 13, 3) - 0.5)
    pool = ((X - tank.x + 34) / 76) ** 2 + ((Y - tank.y - 10) / 15) ** 2 < ragged
    canvas[pool & GROUND] = canvas[pool & GROUND] * 0.55 + np.array((18.0, 62.0, 64.0))
    stream = generator(9)
    for _ in range(46):
        x, y = int(tank.x - 34 + stream.normal() * 34), int(tank.y + 9 + stream.normal() * 6)
        if 0 <= x < WIDTH - 1 and GROUND[y, x]:
            canvas[y, x] = (146, 214, 206)


def _lines(canvas: Plane) -> None:
    """The red line to ward C on the floor, and the trail of one who did not follow it."""
    line = GROUND & (np.abs(dx / DEPTH - 20) < 3.2)
    canvas[line] = canvas[line] * 0.5 + np.array((72.0, 13.0, 17.0))
    dragged = GROUND & (np.abs(dx / DEPTH + 34 - 9 * np.sin(1.7 / DEPTH)) < 16 * (wide(60, 60, 8, 3) - 0.36))
    canvas[dragged] = canvas[dragged] * 0.5 + np.array((48.0, 9.0, 13.0))


def _cheongsan(canvas: Plane) -> None:
    x, y = 346, 300
    shade = ((X - x - 8) / 32) ** 2 + ((Y - y + 2) / 7) ** 2 < 1
    canvas[shade] *= 0.42
    draw(
        canvas,
        dressed(limping(), CHEONGSAN),
        x,
        y,
        158,
        Lamp((-0.55, -0.30), (136, 228, 218), 0.85, (0.44, 0.10)),
    )


def laboratory() -> Pixels:
    """Paint the card."""
    tanks = _tanks()
    canvas = _room(tanks)
    _lamps(canvas)
    _lines(canvas)
    for tank in tanks:
        inside = _cylinder(canvas, tank)
        if tank.number != BROKEN:
            _fill(canvas, tank, inside)
        _shine(canvas, tank, inside)
        _caps(canvas, tank)
    _spilled(canvas)
    _cheongsan(canvas)
    canvas *= np.clip((X - 20) / 250, 0.25, 1)[..., None]
    drift(canvas, 180, 4, (170, 220, 214), canvas.max(-1) / 255, (0.04, 0.8))
    return finish(canvas)
