"""The card of the rooftops: a leap over a black street, a searchlight after it, the tower far off."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from tools.art.arrays import Pixels, Plane
from tools.art.city import skyline
from tools.art.figures import Capsule, Garment, Lamp, draw
from tools.art.grid import shift
from tools.art.noise import blur, generator
from tools.art.stances import PUPILS, SUHYEOK, dressed, leaping, reaching
from tools.art.still import HEIGHT, WIDTH, Colour, X, Y, drift, finish, paint, quantise, tiled, wide

SKY: Final = "04060b 070b14 0b121e 111b2a 192638 243449 33465c 4a5e72"
DECK: Final = "0a1214 13211f 1e3229 2c4a38 41644a 668a68"
FACADE: Final = "05070b 0a0e14 10161f 18212c 222e3a"
COPTER: Final = (424, 62)
"""Where the searchlight hangs, px."""

AIM: Final = (322, 200)
"""What it has found, px."""

ROOFS: Final = ((-10, 232, 268, 3), (414, 650, 284, 7))
"""Left, right and height of the near roofs, px; seed of their stains."""

WARM: Final[Colour] = (255, 186, 92)


def _beam() -> Plane:
    """Light in the air: a cone from the lamp through the runner, thinner where it goes down."""
    angle = np.arctan2(Y - COPTER[1], X - COPTER[0])
    far = np.sqrt((X - COPTER[0]) ** 2 + (Y - COPTER[1]) ** 2)
    middle = math.atan2(AIM[1] - COPTER[1], AIM[0] - COPTER[0])
    cone = np.clip(1 - np.abs(angle - middle) / 0.20, 0, 1)
    dust = 0.72 + 0.6 * (wide(9, 9, 5) - 0.5)
    return np.asarray(np.sqrt(cone) * np.clip(1 - far / 390, 0, 1) * dust)


def _far(canvas: Plane, beam: Plane) -> None:
    line = skyline(256, 71, (10, 28), (16, 70))
    paint(canvas, line.mask & (Y > 150), (10, 15, 24))
    paint(canvas, line.edge & (Y > 150), (18, 26, 38))
    canvas += (beam * (line.mask & (Y > 150)))[..., None] * np.array((20.0, 26.0, 34.0))


def _tower(canvas: Plane) -> None:
    """The tower on its hill: shaft, deck, mast; one window of the deck is lit."""
    for y in range(70, 252):
        half = 1 + max(0.0, (y - 132) * 0.062)
        row = (y == Y) & (np.abs(X - 540) < half)
        paint(canvas, row, (14, 20, 30))
        paint(canvas, row & (540 - half + 1.2 > X), (44, 58, 74))
        if y > 136 and y % 7 == 0:
            paint(canvas, row, (24, 33, 46))
    for low, half in ((122, 13), (126, 16), (130, 16), (134, 11)):
        band = (np.abs(Y - low) < 2.5) & (np.abs(X - 540) < half)
        paint(canvas, band, (18, 25, 36))
        paint(canvas, band & (low - 2 == Y), (58, 74, 92))
    canvas[129:131, 534:537] = WARM
    hill = 250 - 26 * np.exp(-(((X - 540) / 90) ** 2)) < Y
    paint(canvas, hill & (Y < 262) & (X > 400), (8, 12, 19))


def _mid(canvas: Plane, beam: Plane) -> None:
    line = skyline(300, 77, (26, 60), (20, 84))
    body, edge = line.mask & (Y > 190), line.edge & (Y > 190)
    canvas[body] = np.array((7.0, 10.0, 17.0)) + beam[body][:, None] * np.array((60.0, 74.0, 92.0))
    canvas[edge] = np.array((20.0, 29.0, 42.0)) + beam[edge][:, None] * np.array((140.0, 160.0, 180.0))
    stream = generator(19)
    for x, y in line.windows((8, 9), 330):
        if y > 200 and stream.random() < 0.7:
            canvas[y : y + 4, x : x + 3] *= 0.55


def _roof(canvas: Plane, beam: Plane, edge: tuple[int, int, int, int]) -> None:
    left, right, y, seed = edge
    across = (left < X) & (right > X)
    stains, bricks = tiled(128, 8, seed, 5) - 0.5, tiled(128, 16, seed + 2) - 0.5
    paint(
        canvas,
        across & (y < Y) & (y + 16 > Y),
        quantise(0.42 + 0.5 * beam + 0.20 * stains - (Y - y) / 90, DECK),
    )
    front = across & (y + 16 <= Y)
    paint(canvas, front, quantise(0.20 + 0.25 * beam + 0.12 * bricks - 0.10 * (Y - y) / 160, FACADE))
    lip = across & (np.abs(Y - y) < 2)
    canvas[lip] = np.array((86.0, 98.0, 108.0)) + beam[lip][:, None] * 140
    paint(canvas, across & (y + 16 == Y), (14, 19, 24))
    end = right - 2 if right < WIDTH else left + 1
    paint(canvas, front & (np.abs(X - end) < 2), (44, 56, 68))
    for row in range(y + 30, HEIGHT, 22):
        for column in range(max(4, left + 14), right - 14, 24):
            pane = across & (np.abs(X - column - 6) < 6) & (np.abs(Y - row - 5) < 6)
            paint(canvas, pane, (5, 7, 11))
            paint(canvas, pane & (row == Y), (28, 37, 48))
            paint(canvas, pane & (column + 6 == X), (11, 14, 20))


def _clutter(canvas: Plane) -> None:
    """Machines of the roofs: boxes with slats, a water tank on legs, an aerial, washing left on a line."""
    for x, y, wide_, high in ((24, 236, 34, 32), (560, 250, 50, 34), (494, 264, 28, 20)):
        box = (x <= X) & (x + wide_ > X) & (y <= Y) & (y + high > Y)
        paint(canvas, box, (13, 18, 25))
        paint(canvas, box & ((y + 1 >= Y) | (x == X)), (54, 66, 78))
        paint(canvas, box & ((Y - y) % 4 == 0) & (y + 4 < Y) & (x + 2 < X) & (x + wide_ - 3 > X), (7, 10, 15))
    tank = (np.abs(X - 618) < 17) & (Y > 222) & (Y < 258)
    paint(canvas, tank, quantise(0.25 + 0.5 * np.clip((X - 618) / -20, -0.4, 0.6), FACADE))
    paint(canvas, tank & ~shift(tank, 1, 0), (70, 84, 98))
    for leg in (603, 618, 633):
        paint(canvas, (np.abs(X - leg) < 1) & (Y >= 258) & (Y < 284), (18, 24, 32))
    for row in range(206, 268):
        canvas[row, 92] = (24, 32, 42)
    for row in (210, 216, 222):
        canvas[row, 86:99] = (30, 40, 52)
    for x in range(434, 494):
        canvas[int(250 + 5 * math.sin((x - 434) / 60 * math.pi)), x] = (34, 42, 52)
    for x, drop in ((444, 17), (458, 13), (474, 19)):
        cloth = (x <= X) & (x + 9 > X) & (Y > 253) & (253 + drop > Y)
        paint(canvas, cloth, (38, 46, 56))
        paint(canvas, cloth & (x == X), (86, 98, 110))


def _window(canvas: Plane, glow: Plane) -> None:
    """The one lit window of a safe roof, and whoever stands in it."""
    canvas[334:345, 566:578] = (214, 150, 62)
    canvas[334:336, 566:578] = (246, 196, 104)
    canvas[338:345, 570:574] = (70, 42, 22)
    canvas[336:339, 571:573] = (70, 42, 22)
    glow[334:345, 566:578] = np.array(WARM)


HULL: Final = (
    Garment("navy", (Capsule(0.28, -0.13, 0.046, 1.02, -0.20, 0.020),)),
    Garment(
        "navy",
        (Capsule(0.97, -0.20, 0.030, 1.05, -0.37, 0.016), Capsule(0.97, -0.18, 0.018, 1.03, -0.09, 0.010)),
    ),
    Garment(
        "navy",
        (Capsule(-0.22, -0.10, 0.135, 0.16, -0.12, 0.155), Capsule(0.16, -0.12, 0.150, 0.42, -0.14, 0.055)),
    ),
    Garment("coat", (Capsule(-0.30, -0.10, 0.085, -0.14, -0.15, 0.090),)),
    Garment(
        "ink",
        (Capsule(0.02, -0.28, 0.050, 0.20, -0.28, 0.042), Capsule(0.10, -0.30, 0.018, 0.10, -0.37, 0.014)),
    ),
    Garment(
        "grey",
        (Capsule(-0.34, 0.13, 0.010, 0.30, 0.13, 0.010), Capsule(-0.34, 0.13, 0.010, -0.40, 0.10, 0.008)),
    ),
    Garment(
        "grey",
        (Capsule(-0.14, 0.02, 0.008, -0.18, 0.13, 0.008), Capsule(0.14, 0.03, 0.008, 0.18, 0.13, 0.008)),
    ),
    Garment("navy", (Capsule(-0.02, -0.06, 0.060, 0.14, -0.06, 0.060),)),
)
"""A helicopter that looks to the left: boom, fin, hull, glass, engine, skids, open door."""


def _helicopter(canvas: Plane, glow: Plane) -> None:
    x, y, size = COPTER[0] + 16, COPTER[1] - 4, 64
    disc = (np.abs(Y - (y - 25) + (X - x) * 0.03) < 1.3) & (np.abs(X - x - 6) < 72)
    share = np.clip(1 - np.abs(X - x - 6) / 78, 0, 1)
    canvas[disc] = canvas[disc] * 0.45 + np.array((66.0, 80.0, 96.0)) * share[disc][:, None]
    tail = ((X - x - 67) ** 2 + (Y - y + 20) ** 2 < 90) & ((X - x - 67) ** 2 + (Y - y + 20) ** 2 > 52)
    canvas[tail] = canvas[tail] * 0.7 + np.array((26.0, 33.0, 42.0))
    draw(canvas, list(HULL), x, y, size, Lamp((-0.25, -0.65), (128, 150, 174), 0.8, (0.52, 0.16)))
    canvas[y - 5 : y - 1, x - 2 : x + 8] = (12, 14, 18)
    lamp = (X - COPTER[0]) ** 2 + (Y - COPTER[1] - 4) ** 2 < 8
    paint(canvas, lamp, (250, 252, 246))
    glow[lamp] = 255
    for px, py, colour in ((x + 66, y - 23, (255, 60, 50)), (x - 2, y + 5, (70, 210, 120))):
        canvas[py : py + 2, px : px + 2] = colour
        glow[py : py + 2, px : px + 2] = np.array(colour) * 0.7


PURSUERS: Final = ((206, 0.3, 92, 0), (150, -0.6, 88, 2), (104, 0.9, 84, 4))
"""x of the feet, stride, height in px and clothes of those who run after him."""


def _pursuers(canvas: Plane, glow: Plane) -> None:
    for x, stride, height, clothes in PURSUERS:
        lamp = Lamp((0.62, -0.50), (146, 166, 184), 0.75, (0.46, 0.10), 0.9)
        draw(canvas, dressed(reaching(stride), PUPILS[clothes]), x, 269, height, lamp)
        ex, ey = int(x + 0.200 * height), int(269 - 0.862 * height)
        for eye in (ex, ex + 3):
            canvas[ey, eye] = (222, 244, 200)
            glow[ey, eye] = (120, 140, 110)


def _runner(canvas: Plane) -> None:
    lamp = Lamp((0.42, -0.72), (236, 242, 248), 0.9, (0.62, 0.20))
    draw(canvas, dressed(leaping(), SUHYEOK), 322, 250, 128, lamp)
    stream = generator(12)
    for _ in range(26):  # grit that his heel threw up, and the air he tears
        x, y = int(238 + stream.random() * 40), int(262 - stream.random() ** 2 * 46)
        canvas[y, x] = canvas[y, x] * 0.4 + np.array((70.0, 78.0, 86.0))
    for number in range(16):
        y, x = 178 + number % 4 * 15, 214 + number * 4
        canvas[y, x : x + 3] = canvas[y, x : x + 3] * 0.7 + 26


def seoul() -> Pixels:
    """Paint the card."""
    canvas = quantise(0.10 + 0.20 * np.clip(Y / 300, 0, 1) + 0.09 * (wide(5, 8, 3, 5) - 0.5), SKY, 1.0)
    beam, glow = _beam(), np.zeros((HEIGHT, WIDTH, 3))
    _far(canvas, beam)
    _tower(canvas)
    canvas += beam[..., None] * np.array((150.0, 176.0, 205.0)) * 0.55
    _mid(canvas, beam)
    for edge in ROOFS:
        _roof(canvas, beam, edge)
    _clutter(canvas)
    _window(canvas, glow)
    _pursuers(canvas, glow)
    _runner(canvas)
    _helicopter(canvas, glow)
    canvas = canvas + blur(glow, 2) * 0.8 + blur(glow, 8) * 0.9
    drift(canvas, 260, 6, (170, 186, 204), canvas.clip(0, 255).max(-1) / 255, (0.06, 1.0))
    return finish(canvas)
