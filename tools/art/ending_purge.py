"""Purge: the code is sent. Fire walks up the river; On-jo stands on the tower's roof, radio in hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from tools.art.arrays import Plane
from tools.art.city import skyline, streaks
from tools.art.figures import Capsule, Garment, Lamp, draw
from tools.art.grid import shift
from tools.art.layered import Layer, Moving, Spot, cover, sheet, work
from tools.art.noise import generator
from tools.art.stances import ONJO, dressed, standing
from tools.art.still import HEIGHT, WIDTH, X, Y, quantise, tiled, wide
from tools.art.store import Work

SHORE, NEAR_SHORE, PARAPET = 232, 304, 310
"""Where the far bank, the near bank and the roof begin, px."""

FRAMES: Final = 6
FRAME_MS: Final = 420

FIRES: Final = (
    (392, 21, 186, 1.0),
    (250, 13, 122, 0.8),
    (522, 16, 150, 0.9),
    (120, 9, 84, 0.55),
    (612, 10, 92, 0.6),
)
"""x of the foot, half width, height of the column, px, and strength."""

SKY: Final = "06060a 0b090d 140b0f 220d11 370f12 551615 7c2117 aa361a d65d1f f08a2a ffbe52 ffe29a fff3d2"
BANK: Final = "07060a 150b0e 2a0f10 451512 6a2014 933419"
WATER: Final = "07060a 100a0e 200d11 3c1213 661d15 9f3a19 dc7c28 ffc45a"
ROOF: Final = "050508 0b090d 150d10 241214 3d1a17 5c261a"
CAP: Final = "120a0e 2c1214 5c2018 9a3f1d e08029"


def _glow() -> Plane:
    total = np.zeros((HEIGHT, WIDTH))
    for x, half, _, strength in FIRES:
        across, down = (X - x) / (half * 4.2), (Y - 220) / (half * 2.8)
        total += strength * 0.85 * np.exp(-(across * across + down * down))
    return total


def _columns(frame: int) -> Plane:
    """Fire below, lit smoke above; the billows climb by a whole tile over all frames."""
    climb = frame * 128 // FRAMES
    billow = np.roll(tiled(128, 8, 14, 5), -climb, axis=0) - 0.5
    curl = np.roll(tiled(128, 16, 21, 4), -2 * climb, axis=0) - 0.5
    up = np.clip(SHORE - Y, 0, None)
    total = np.zeros((HEIGHT, WIDTH))
    for x, half, high, strength in FIRES:
        part = up / high
        middle = x + up * 0.13 + billow * (10 + 34 * part) + curl * 9
        girth = half * (0.72 + 1.25 * part)
        body = np.exp(-(((X - middle) / girth) ** 2)) * np.clip(1.12 - part, 0, 1)
        heat = 1.0 - 0.62 * np.clip(part * 1.15, 0, 1) + 0.75 * billow + 0.40 * curl * (part > 0.08)
        total = np.maximum(total, strength * body * np.clip(heat, 0.05, 1.25))
    return total * (Y < SHORE)


def _light(frame: int) -> Plane:
    cloud = wide(7, 11, 4, 5) - 0.5
    return np.asarray(
        0.05 + 0.09 * Y / HEIGHT + _glow() * (0.50 + 0.5 * cloud) + _columns(frame) + 0.09 * cloud
    )


def _sky(light: Plane) -> Plane:
    return quantise(light, SKY, 1.0)


def _water(light: Plane, frame: int) -> Plane:
    """The fires stand on their heads in the river, torn by the waves."""
    rows = np.clip((SHORE - (Y - SHORE - 8) * 1.6).astype(int), 0, HEIGHT - 1)
    columns = np.clip(X + (streaks(9 + frame) - 0.5) * 14, 0, WIDTH - 1).astype(int)
    value = (
        light[rows, columns] * (0.30 + 1.05 * streaks(29 + frame)) * np.clip(1.05 - (Y - 240) / 105, 0.25, 1)
    )
    out = sheet()
    cover(out, (Y >= SHORE + 8) & (Y < NEAR_SHORE + 8), quantise(value * 0.86, WATER))
    return out


def _banks(canvas: Plane, glow: Plane) -> None:
    far = skyline(SHORE + 2, 3, (9, 26), (8, 46), 0.5)
    near = far.mask & (Y < SHORE + 10)
    cover(canvas, near, quantise(np.clip(0.10 + glow * 0.30 - (Y - 190) / 400, 0, 0.45), BANK))
    lit = near & ~shift(far.mask, 0, -1) & (glow > 0.12)
    cover(canvas, lit, quantise(np.clip(glow * 0.9, 0, 1), BANK))
    cover(canvas, (Y >= SHORE + 6) & (Y < SHORE + 10), (10, 7, 9))


def _bridge(canvas: Plane) -> None:
    """What is left of a bridge: piers, and a deck that stops over the middle of the river."""
    for number, pier in enumerate(range(448, 660, 34)):
        cover(canvas, (np.abs(X - pier) < 2) & (250 + number < Y) & (284 + number * 3 > Y), (12, 8, 10))
    deck = (X > 430) & (np.abs(Y - 248 - (X - 430) * 0.02) < 3)
    cover(canvas, deck & ~((X < 446) & (Y < 249 - (446 - X) * 0.2)), (14, 9, 11))
    cover(canvas, deck & ~shift(deck, 1, 0), (120, 44, 22))


def _roofs(canvas: Plane, glow: Plane) -> None:
    near = skyline(318, 8, (26, 60), (6, 30), 0.5)
    cover(canvas, near.mask & (Y > 250), (9, 7, 10))
    cover(canvas, near.edge & (Y > 250), quantise(np.clip(0.2 + shift(glow, 80, 0) * 0.6, 0, 1), BANK))


def _parapet(canvas: Plane, glow: Plane) -> None:
    below = np.clip((470 - Y).astype(int), 0, HEIGHT - 1)
    value = 0.20 + glow[below, X.astype(int)] * 0.42 - (Y - PARAPET) / 110 + (tiled(128, 16, 3) - 0.5) * 0.14
    cover(canvas, Y > PARAPET, quantise(np.clip(value, 0, 0.62), ROOF))
    cover(
        canvas,
        (Y >= PARAPET - 3) & (Y < PARAPET + 2),
        quantise(0.22 + glow[218][None, :] * 0.75 + 0 * X, CAP),
    )
    for post in range(12, WIDTH, 52):
        cover(canvas, (np.abs(X - post) < 1) & (Y > 288) & (Y < PARAPET), (16, 10, 12))
        cover(canvas, (post + 1 == X) & (Y > 288) & (Y < PARAPET), (104, 40, 24))
    for rail in (289, 299):
        cover(canvas, np.abs(Y - rail) < 0.5, (20, 11, 13))


def _mast(canvas: Plane) -> None:
    """The tower's own lattice mast, its lamp dark, beside her."""
    for y in range(330):
        half = 7 + (y + 60) * 0.058
        for side in (-1, 1):
            at = int(566 + side * half)
            canvas[y, at - 1 : at + 2] = (12, 8, 10, 255)
            canvas[y, at - 1] = (110, 42, 22, 255) if y > 90 else (52, 22, 18, 255)
    for number, top in enumerate(range(-20, 330, 26)):
        for step in range(26):
            y, half = top + step, 7 + (top + step + 60) * 0.058
            part = step / 26 if number % 2 else 1 - step / 26
            at = int(566 - half + 2 * half * part)
            cover(canvas, (y == Y) & (np.abs(X - at) < 1), (16, 10, 12))
        cover(canvas, (top == Y) & (np.abs(X - 566) < 7 + (top + 60) * 0.058), (20, 11, 13))


def _onjo(canvas: Plane) -> None:
    lamp = Lamp((0.80, -0.60), (255, 166, 70), 0.95, (0.34, 0.06))
    pose = replace(standing(0.004, 0.012, (0.0, 0.10), view="back", stance=0.8), wind=-0.020)
    hand = pose.hands[1]
    radio = Garment(
        "grey", (Capsule(hand[0] + 0.004, hand[1] + 0.05, 0.017, hand[0] + 0.004, hand[1] + 0.10, 0.017),)
    )
    aerial = Garment(
        "grey", (Capsule(hand[0] + 0.014, hand[1] + 0.05, 0.004, hand[0] + 0.022, hand[1] - 0.05, 0.003),)
    )
    draw(canvas, [aerial, *dressed(pose, ONJO), radio], 176, 350, 172, lamp)


def _planes(canvas: Plane) -> None:
    """Three aircraft leave: no faces, nobody to blame."""
    for x, y in ((398, 40), (428, 32), (456, 45)):
        cover(canvas, (y == Y) & (np.abs(X - x) < 5), (24, 12, 14))
        cover(canvas, (np.abs(Y - y) < 3) & (x == X), (24, 12, 14))
        cover(canvas, (y + 2 == Y) & (np.abs(X - x) < 2), (24, 12, 14))


def purge() -> Moving:
    """Paint it."""
    glow, lights = _glow(), [_light(frame) for frame in range(FRAMES)]
    banks, bridge, front, planes = sheet(), sheet(), sheet(), sheet()
    _banks(banks, glow)
    _bridge(bridge)
    _roofs(bridge, glow)
    _planes(planes)
    _mast(front)
    _parapet(front, glow)
    _onjo(front)
    stream = generator(6)
    embers = [
        Spot(
            int(stream.integers(40, 620)),
            int(stream.integers(236, 300)),
            (255, 150, 60),
            1,
            3,
            2,
            "fire",
            0.0,
        )
        for _ in range(12)
    ]
    layers = {
        "sky": Layer([_sky(light) for light in lights], 1.0, ms=FRAME_MS, fades=True),
        "planes": Layer([planes], 1.5),
        "water": Layer(
            [_water(light, frame) for frame, light in enumerate(lights)], 1.5, ms=FRAME_MS, fades=True
        ),
        "banks": Layer([banks], 1.5),
        "bridge": Layer([bridge], 2.5),
        "front": Layer([front], 5.0),
    }
    return Moving(layers, embers, ((230, 122, 56), 60))


def ending_purge() -> Work:
    """Make the ending's layers."""
    return work("ending-purge", purge())
