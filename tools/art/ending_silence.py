"""Silence: nothing is sent. The radio is off, the dead lie down in the streets, the stars are back."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from tools.art.arrays import Plane
from tools.art.city import skyline
from tools.art.figures import Lamp, draw
from tools.art.grid import shift
from tools.art.layered import Layer, Moving, Spot, cover, sheet, work
from tools.art.noise import generator
from tools.art.stances import ONJO, SUHYEOK, dressed, resting, seated
from tools.art.still import HEIGHT, WIDTH, Colour, X, Y, quantise, tiled, wide
from tools.art.store import Work

SKY: Final = "04050a 070a12 0b101b 111826 182233 223042 304154 44576a"
LEDGE: Final = "05070c 0a0e15 121822 1c2430 2a343f 3d4751 58616a"
FACE: Final = "04060a 080b12 0e131b 161d27"
LEDGE_Y: Final = 254
LEDGE_END: Final = 286
MAST_X: Final = 498
LIT: Final = 10
"""So many windows are lit."""

WINDOW: Final[Colour] = (255, 196, 112)
DEAD: Final[Colour] = (206, 232, 190)
LIE_DOWN_S: Final = (6.0, 30.0)
"""From when to when the eyes below go out, s."""


def _milky() -> Plane:
    band = np.exp(-(((Y - 110 + (X - 320) * 0.30) / 46) ** 2))
    return np.asarray(band * (0.4 + 0.8 * wide(9, 9, 21, 5)))


def _sky() -> Plane:
    milky = _milky()
    out = quantise(
        0.10 + 0.18 * np.clip(Y / 260, 0, 1) + 0.06 * (wide(5, 6, 3, 5) - 0.5) + milky * 0.17, SKY, 1.0
    )
    stream = generator(14)
    for _ in range(1100):
        x, y = int(stream.integers(0, WIDTH)), int(min(258, abs(stream.normal()) * 130))
        bright = stream.random() ** 5 * (1 + 1.2 * milky[y, x])
        colour = np.array((206.0, 220.0, 236.0)) * min(1.0, 0.14 + bright)
        out[y, x] = np.maximum(out[y, x], colour)
    return out


def _stars() -> list[Spot]:
    """Stars bright enough to twinkle."""
    stream, found = generator(15), []
    for number in range(46):
        x, y = int(stream.integers(4, WIDTH - 4)), int(min(190, abs(stream.normal()) * 90))
        colour = ((226, 236, 255), (255, 238, 214))[number % 2]
        found.append(Spot(x, y, colour, 1, 2 + (number % 9 == 0), 0, "twinkle"))
    return found


def _city(canvas: Plane) -> list[tuple[int, int]]:
    """Paint the dark city; give back where its windows are."""
    places: list[tuple[int, int]] = []
    for base, seed, width, height, body, edge, top in (
        (262, 41, (10, 28), (10, 46), (8, 12, 20), (12, 17, 27), 190),
        (286, 47, (18, 46), (12, 62), (6, 9, 15), (19, 28, 40), 200),
        (336, 53, (34, 80), (14, 66), (4, 6, 10), (17, 24, 35), 240),
    ):
        line = skyline(base, seed, width, height)
        cover(canvas, line.mask & (top < Y), body)
        cover(canvas, line.edge & (top < Y), edge)
        stream = generator(seed)
        for x, y in line.windows((6, 7), 344):
            if y > top + 4 and stream.random() < 0.62:
                canvas[y : y + 2, x : x + 2, :3] = np.array(body) + 5
                places.append((x, y))
    return places


def _mast(canvas: Plane) -> None:
    for y in range(166, 300):
        half = 1 + max(0, y - 176) * 0.055
        for side in (-1, 1):
            canvas[y, int(MAST_X + side * half)] = (26, 36, 49, 255)
        if y % 9 == 0:
            canvas[y, int(MAST_X - half) : int(MAST_X + half) + 1] = (20, 28, 40, 255)
    cover(canvas, (np.abs(X - MAST_X) < 7) & (np.abs(Y - 206) < 4), (10, 14, 21))
    cover(canvas, (np.abs(X - MAST_X) < 7) & (Y == 203), (44, 58, 74))


def _windows(places: list[tuple[int, int]]) -> list[Spot]:
    stream = generator(10)
    free = [(x, y) for x, y in places if x > LEDGE_END + 20 and y < 300]
    chosen = [free[i] for i in stream.permutation(len(free))[:LIT]]
    return [Spot(x, y, WINDOW, 2, 4, 1, "fire") for x, y in chosen]


def _eyes() -> list[Spot]:
    """Pairs of eyes in the streets below; they go out as the dead lie down."""
    stream, found = generator(23), []
    for _ in range(34):
        x, y = int(stream.integers(LEDGE_END + 12, WIDTH - 8)), int(stream.integers(318, 356))
        gap = 2 + (y > 338)
        until = round(float(stream.uniform(*LIE_DOWN_S)), 2)
        found += [Spot(x + way * gap, y, DEAD, 1, 2, 1, "breath", 0.0, until) for way in (0, 1)]
    return found


def _ledge(canvas: Plane) -> None:
    slab = (Y >= LEDGE_Y) & (X < LEDGE_END) & (Y < 272)
    value = (
        0.36
        + 0.18 * (tiled(128, 8, 12, 5) - 0.5)
        - 0.34 * np.clip((Y - 256) / 40, 0, 1)
        - (LEDGE_END - X) / 1100
    )
    cover(canvas, slab, quantise(value, LEDGE))
    face = (Y >= 272) & (X < LEDGE_END - 4)
    cover(canvas, face, quantise(0.20 + 0.14 * (tiled(128, 16, 19) - 0.5) - 0.16 * (Y - 270) / 90, FACE))
    cover(canvas, slab & ~shift(slab, 1, 0), (104, 116, 126))
    cover(canvas, slab & ~shift(slab, 0, -1), (64, 76, 88))
    cover(canvas, face & ~shift(face, 0, -1), (30, 39, 50))
    for row in range(284, HEIGHT, 13):
        cover(canvas, face & (row == Y), (6, 8, 13))


def _housing(canvas: Plane) -> None:
    """The machine room behind them, its door open on the dark stairs."""
    block = (X < 66) & (Y >= 150) & (Y < LEDGE_Y)
    cover(canvas, block, quantise(0.20 + 0.12 * (tiled(128, 16, 5) - 0.5) + (X - 40) / 400, FACE))
    cover(canvas, block & (~shift(block, 1, 0) | ~shift(block, 0, -1)), (52, 64, 76))
    cover(canvas, (X > 24) & (X < 52) & (Y > 196) & (Y < LEDGE_Y), (3, 4, 7))
    cover(canvas, (X > 22) & (X < 54) & (np.abs(Y - 195) < 1), (34, 43, 54))


def _radio(canvas: Plane) -> None:
    """Switched off, its aerial folded out."""
    box = (X >= 196) & (X < 207) & (Y >= 239) & (Y < LEDGE_Y)
    cover(canvas, box, (18, 22, 29))
    cover(canvas, box & ((X == 196) | (Y == 239)), (84, 96, 108))
    for row in (243, 245, 247, 249):
        cover(canvas, box & (row == Y) & (X > 198) & (X < 205), (8, 10, 15))
    cover(canvas, (X == 205) & (Y >= 224) & (Y < 239), (70, 82, 94))
    canvas[252, 203, :3] = (40, 10, 12)


LAMP: Final = Lamp((-0.25, -0.72), (150, 172, 196), 0.75, (0.56, 0.12), 0.86)


def _folk(onjo: Plane, suhyeok: Plane) -> None:
    sitting = replace(seated(0.03), wind=-0.03)
    draw(onjo, dressed(sitting, replace(ONJO, coat=0.05)), 262, LEDGE_Y + 1, 150, LAMP)
    draw(suhyeok, dressed(resting(), SUHYEOK), 138, LEDGE_Y + 1, 158, LAMP)


def silence() -> Moving:
    """Paint it."""
    city, front, onjo, suhyeok = sheet(), sheet(), sheet(), sheet()
    _mast(city)
    places = _city(city)
    _housing(front)
    _ledge(front)
    _radio(front)
    _folk(onjo, suhyeok)
    lamp = Spot(MAST_X, 165, (255, 74, 60), 2, 9, 1, "lamp")
    spots = [*_stars(), lamp, *_windows(places), *_eyes()]
    layers = {
        "sky": Layer([_sky()], 0.5),
        "city": Layer([city], 2.0),
        "front": Layer([front], 5.0),
        "suhyeok": Layer([suhyeok], 5.0, rise=0.5),
        "onjo": Layer([onjo], 5.0, rise=0.5),
    }
    return Moving(layers, spots, ((150, 162, 178), 26))


def ending_silence() -> Work:
    """Make the ending's layers."""
    return work("ending-silence", silence())
