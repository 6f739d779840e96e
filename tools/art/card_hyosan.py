"""The card of the first place: the school over the ash yard, a bus burning behind the wall, a hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.art.arrays import Mask, Pixels, Plane
from tools.art.figures import Lamp, draw
from tools.art.grid import over, shift
from tools.art.noise import generator
from tools.art.palette import RAMPS
from tools.art.raycast import BackLight, Style, level, render, unit
from tools.art.solid import Solid, about_x, about_z
from tools.art.stances import PUPILS, dressed, standing
from tools.art.still import HEIGHT, WIDTH, X, Y, drift, finish, paint, quantise, tiled, wide

SKY: Final = "07080c 0c0e14 14161d 201d21 34251f 54341f 804a20 b36a26 e09a3a ffcf74"
SCHOOL: Final = "07080c 0d0f15 15161c 1f1d21 2f2522"
BURNING: Final = "140d0c 34251f 804a20 e09a3a"
WALL: Final = "08090d 101116 1c1a1d 332620 5c3a22"
GROUND: Final = "0c0d11 14151a 1f1f23 2d2b2d 403a38 5a4e46 7d6a58 a48a6c"
SIDE: Final = 240
"""Side of the square a model is drawn in, px."""

EDGE: Final = (66, 52, 46)

FLAME: Final = "3a120c 7a2210 b8401a e2722a f6a944 ffd983 fff2c8"
HULL: Final = "050506 0a090b 110e0f 1a1414"
GLOW: Final = "6a2410 b04a1c e0842e f8b850 ffe092"

TONGUES: Final = (
    *((474, 206, 9, 34), (496, 204, 12, 58), (516, 206, 9, 40), (540, 207, 14, 72), (562, 208, 10, 46)),
    *((584, 209, 12, 62), (600, 212, 7, 30), (528, 205, 7, 88), (456, 214, 5, 22)),
)
"""Tongues of fire: x and y of the foot, half width and height, px."""

FIRE: Final[Plane] = np.exp(-(((X - 526) / 132) ** 2 + ((Y - 200) / 92) ** 2))
"""Light of the burning bus, 0..1."""


def _box(left: float, right: float, top: float, bottom: float) -> Mask:
    return (left <= X) & (right > X) & (top <= Y) & (bottom > Y)


def _cloud() -> Plane:
    return wide(6, 9, 5, 5) - 0.5


def _sky() -> Plane:
    cloud = _cloud()
    return quantise(0.12 + 0.10 * Y / HEIGHT + FIRE * (0.60 + 0.9 * cloud) + 0.16 * cloud, SKY, 1.1)


def _school(canvas: Plane) -> None:
    column = np.arange(WIDTH)
    broken = 92 + (wide(18, 3, 61)[0] - 0.25) * 30 + 60 * np.clip((column - 350) / 80, 0, 1) ** 2
    block = _box(97, 430, 93, 270) & (broken.astype(int)[None, :] < Y)
    near = np.clip((X - 120) / 300, 0, 1) ** 2
    value = 0.26 + 0.36 * near * (0.5 + FIRE) + 0.14 * (tiled(128, 16, 9) - 0.5)
    paint(canvas, block, quantise(value, SCHOOL))
    paint(canvas, block & ~shift(block, 1, 0), EDGE)
    inner = quantise(0.35 + 0.5 * FIRE + 0.3 * _cloud(), BURNING)
    for top in (116, 152, 188, 224):
        for left in range(112, 420, 26):
            pane = block & _box(left, left + 17, top, top + 22)
            burns = left > 300 and generator(left + top).random() < 0.55
            paint(canvas, pane, inner if burns else (6, 6, 9))
            paint(canvas, pane & ((left + 8 == X) | (top + 10 == Y)), (14, 13, 16))


def _clock(canvas: Plane) -> None:
    paint(canvas, _box(215, 258, 85, 130), (13, 15, 21))
    paint(canvas, _box(213, 260, 83, 86), EDGE)
    far = np.sqrt((X - 236) ** 2 + (Y - 112) ** 2)
    paint(canvas, far < 11, (118, 106, 92))
    paint(canvas, far < 9, (30, 28, 32))
    paint(canvas, _box(236, 237, 105, 113) | _box(236, 242, 112, 113), (176, 164, 140))


@dataclass(frozen=True)
class Setting:
    """Where a model stands on the card, how it is turned and lit, and how dark it is."""

    at: tuple[int, int]
    turn: float
    style: Style
    dim: float


def _lay(canvas: Plane, model: Solid, setting: Setting) -> None:
    """Draw a model under the level camera; what shines is not dimmed."""
    foot = (SIDE / 2, SIDE * 0.6)
    frame = render(model, level(setting.turn, 0.10), SIDE, foot, setting.style)
    picture, shines = frame.colour.copy(), frame.glow[..., 3:] > 0
    picture[..., :3] = np.where(shines, picture[..., :3], picture[..., :3] * setting.dim)
    below = canvas.astype(np.uint8)
    over(below, picture, int(setting.at[0] - foot[0]), int(setting.at[1] - foot[1]))
    canvas[:] = below


def _flames(canvas: Plane) -> None:
    """Fire out of the windows and the roof, in tongues that the wind bends to the right."""
    value = np.zeros((HEIGHT, WIDTH))
    lick, curl = tiled(128, 8, 77, 4) - 0.5, tiled(64, 8, 78, 3) - 0.5
    for x, foot, half, high in TONGUES:
        up = np.clip((foot - Y) / high, 0, 1.4)
        middle = x + up * up * 16 + (lick * 26 + curl * 9) * up
        body = 1 - np.abs(X - middle) / (half * (1.05 - 0.72 * up) + 0.5)
        value = np.maximum(value, np.clip(body, 0, 1) * (1.15 - up) * (foot > Y) + curl * 0.12 * (body > 0))
    burning = value > 0.10
    paint(canvas, burning, quantise(value * 1.15, FLAME, 0.7))


def _side(canvas: Plane, top: Plane) -> Mask:
    """The hull from the side: black, torn along the roof, with a lit edge; gives back where it is."""
    ragged = np.round((tiled(64, 16, 8, 2)[0] - 0.5) * 5)[None, :]
    hull = (X > 446) & (X < 606) & (top + ragged * (X < 590) < Y) & (Y < 270)
    hull &= ~((X < 452) & (top + (452 - X) * 1.6 > Y)) & ~((X > 600) & (top + (X - 600) * 1.6 > Y))
    paint(canvas, hull, quantise(0.18 + 0.2 * (tiled(128, 16, 12) - 0.5) + 0.2 * (Y - 196) / 60, HULL))
    paint(canvas, hull & (~shift(hull, 1, 0) | ~shift(hull, 2, 0)), (222, 140, 62))
    paint(canvas, hull & (np.abs(Y - top - 33) < 1), (52, 30, 20))
    paint(canvas, hull & (np.abs(Y - top - 36) < 1), (96, 52, 28))
    return np.asarray(hull)


def _bus(canvas: Plane) -> None:
    """The school bus burns behind the wall: ribs and window posts stand black before the fire inside."""
    top = 190 + 0.045 * (X - 446)
    _flames(canvas)
    hull = _side(canvas, top)
    inside = quantise(0.62 + 1.0 * (tiled(64, 8, 31, 3) - 0.5) + 0.010 * (Y - top), GLOW)
    for number, left in enumerate(range(468, 594, 21)):
        broken = 4 * np.abs(((X + number * 5) % 9) - 4.5) / 4.5 * (number % 3 == 1)
        pane = hull & (left <= X) & (left + 16 > X) & (top + 9 + broken < Y) & (top + 29 > Y)
        paint(canvas, pane, inside)
        seat = pane & (top + 22 + (number % 2) * 2 < Y) & (np.abs(X - left - 5) < 4)
        paint(canvas, seat, (40, 16, 12))
    front = hull & (X > 449) & (X < 464) & (top + 8 < Y) & (top + 33 > Y)
    paint(canvas, front, inside)
    paint(canvas, front & (np.abs(X - 457) < 1), (20, 12, 12))
    paint(canvas, hull & (np.abs(X - 466) < 1) & (top + 6 < Y), (14, 10, 11))
    mirror = (X > 438) & (X < 444) & (Y > 204) & (Y < 216)
    paint(canvas, mirror | ((np.abs(Y - 203) < 1) & (X > 440) & (X < 450)), (12, 9, 10))


def _yard(canvas: Plane) -> None:
    wall = _box(0, WIDTH, 247, 276)
    paint(canvas, wall, quantise(0.22 + 0.34 * FIRE + 0.1 * (tiled(128, 32, 3) - 0.5), WALL))
    paint(canvas, _box(0, WIDTH, 245, 248), (44, 36, 34))
    paint(canvas, _box(263, 330, 247, 276), (8, 8, 11))
    for bar in range(264, 330, 6):
        paint(canvas, _box(bar, bar + 1, 240, 276), (40, 34, 34))
    drifts = tiled(128, 8, 7, 5)
    slope = (drifts - shift(drifts, 3, 2)) * 0.68
    lit = 0.30 * np.exp(-(((X - 430) / 170) ** 2 + ((Y - 276) / 50) ** 2))
    paint(canvas, Y >= 276, quantise(0.30 + lit + slope - 0.14 * (Y - 276) / 84 + 0.06 * _cloud(), GROUND))


def _goal(canvas: Plane) -> None:
    for x0, y0, x1, y1 in ((70, 214, 70, 292), (70, 214, 158, 206), (158, 206, 158, 278)):
        for part in np.linspace(0, 1, 120):
            x, y = int(x0 + (x1 - x0) * part), int(y0 + (y1 - y0) * part)
            canvas[y, x : x + 2] = (92, 86, 80)


NAME: Final = (
    "###..#.....####.#...####..#",
    "..#..#.....#..#.#....##...#",
    "..#..###...#..#.#....#.#..#",
    ".#...#.....####.#...#...#.#",
    "#....#..........#.........#",
    "..###......#..............#",
    ".#...#.....#..............#",
    "..###......#####..........#",
)
"""The name on the tag that the game begins with, a box each pixel."""

PIXEL: Final = 1.75
"""Side of such a box, px."""


def _tag(model: Solid, middle: tuple[float, float, float]) -> None:
    turn = about_x(0.18) @ about_z(0.1)
    x, y, z = middle
    model.box(middle, (1.2, 27, 16), "white", turn, tone=-0.12)
    model.box((x + 1.3, y - 1.6, z + 11.6), (0.4, 26.6, 3.6), "teal", turn, tone=-0.05)
    for row, line in enumerate(NAME):
        for column, sign in enumerate(line):
            if sign == "#":
                place = (x + 1.6, y + (column - 13.5) * PIXEL, z - 1 - row * PIXEL)
                model.box(place, (0.3, PIXEL / 2, PIXEL / 2), "ink", turn, bias=4)
    model.stain((x, y + 19, z - 10), (5, 9, 8), "blood", only="white")


SMOOTH: Final = 0.16
"""Spacing of the balls of a limb that is seen large, in radii."""

FINGERS: Final = ((-15.0, 19.0, -0.10), (-5.5, 25.0, -0.03), (4.5, 24.0, 0.04), (13.5, 18.0, 0.12))
"""Across the palm, length, and slant of each finger, in px."""


def _hand(canvas: Plane, x: int, y: int) -> None:
    """Hold a tag up: four fingers bent over its upper edge, the thumb in front."""
    model = Solid()
    model.limb((-4, 2, -62), (0, 0, 0), 15, "pale", 12, tone=-0.05, spacing=SMOOTH)
    model.ball((0, 0, 14), (11, 20, 18), "pale", tone=-0.02)
    _tag(model, (11, 3, 38))
    for across, length, slant in FINGERS:
        root, bend = (1.0, across, 26.0), (3.0, across + slant * length, 32.0 + length)
        model.limb(root, bend, 5.2, "pale", 4.8, spacing=SMOOTH)
        tip = (17.0, across + slant * length * 1.3, 27.0 + length * 0.86)
        model.limb(bend, tip, 4.8, "pale", 3.8, tone=0.03, spacing=SMOOTH)
        model.stain(tip, (3.2, 3.0, 3.0), "meat", only="pale", tone=-0.12)
    model.limb((6, 18, 8), (14, 26, 24), 5.4, "pale", 4.8, spacing=SMOOTH).limb(
        (14, 26, 24), (17, 17, 34), 4.8, "pale", 3.8, spacing=SMOOTH
    )
    back = BackLight(unit((0.85, -0.3, -0.2)), "gold", 0.7, 2)
    style = Style(light=unit((-0.45, -0.55, 0.6)), ambient=0.08, rise=0.0, crease=0.12, back=back)
    _lay(canvas, model, Setting((x, y), -0.12, style, 0.86))
    stream = generator(3)
    for _ in range(300):
        off, up = stream.normal() * 26, abs(stream.normal()) * 9
        row, column = int(y + 50 - up * (1 - min(1.0, abs(off) / 60))), int(x + off)
        if 0 <= row < HEIGHT:
            canvas[row, column : column + 2] = RAMPS["ash"][int(stream.integers(0, 4))] * 0.8


def hyosan() -> Pixels:
    """Paint the card."""
    canvas = _sky()
    _school(canvas)
    _clock(canvas)
    _bus(canvas)
    _yard(canvas)
    _goal(canvas)
    canvas[((X - 362) / 24) ** 2 + ((Y - 303) / 4.5) ** 2 < 1] *= 0.6
    lamp = Lamp((0.91, -0.41), (240, 160, 74), 0.9, (0.40, 0.10))
    draw(canvas, dressed(standing(0.02, 0.03, (0.15, 0.05), view="back"), PUPILS[0]), 356, 302, 74, lamp)
    _hand(canvas, 190, 316)
    drift(canvas, 420, 4, (220, 190, 150), canvas.max(-1) / 255, (0.07, 1.0))
    drift(canvas, 70, 5, (255, 150, 60), np.clip(FIRE * 1.4, 0, 1), (0.0, 1.2))
    return finish(canvas)
