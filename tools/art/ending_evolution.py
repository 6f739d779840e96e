"""Evolution: they stand before the school and on its roof and look at us. One gold eye, then all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np

from tools.art.arrays import Mask, Plane
from tools.art.figures import Capsule, Garment, Lamp, draw
from tools.art.grid import shift
from tools.art.layered import Layer, Moving, Spot, cover, sheet, work
from tools.art.noise import blue, generator, spread_over
from tools.art.stances import NAMRA, PUPILS, Outfit, Stance, dressed, standing
from tools.art.still import HEIGHT, WIDTH, Colour, X, Y, quantise, tiled, wide
from tools.art.store import Work

SKY: Final = "06060b 0b0b14 12121f 1a1a2c 26263a 37354a 4e4959 6d6468 91836f b8a377 dcc58a"
MOON: Final = "6d6468 91836f b8a377 dcc58a f0dfae"
SCHOOL: Final = "06060b 0a0a12 100f1a 181722 22202b 2e2a33"
GROUND: Final = "06060b 0b0a12 13121c 1d1b26 2a2732 3a3540"
GOLD: Final[Colour] = (255, 206, 97)
RIM: Final[Colour] = (206, 184, 132)
MOON_AT: Final = (320, 116)
MOON_RADIUS: Final = 66

ROWS: Final = ((258, 44, 46, 0.42), (280, 62, 30, 0.55), (312, 92, 19, 0.72), (358, 140, 12, 0.92))
"""Rows of the dead: ground line and height in px, how many, how light."""

WAKES_S: Final = (5.0, 17.0)
"""When the nearest and the farthest eye open, s."""

NAMRA_HEIGHT: Final = 344
NAMRA_AT: Final = (316, 432)


def _moon() -> Plane:
    return np.sqrt((X - MOON_AT[0]) ** 2 + (Y - MOON_AT[1]) ** 2)


def _sky() -> Plane:
    far = _moon()
    band = np.exp(-(((Y - 150) / 100) ** 2)) * np.exp(-(((X - 320) / 300) ** 2))
    halo = np.exp(-np.clip(far - MOON_RADIUS, 0, None) / 52)
    value = 0.09 + 0.22 * band + 0.12 * (wide(5, 9, 6, 5) - 0.5) + halo * 0.34
    out = quantise(value, SKY, 1.0)
    seas = 0.74 + 0.5 * (wide(16, 11, 12) - 0.5) - 0.0015 * np.sqrt((X - 296) ** 2 + (Y - 96) ** 2)
    face = far < MOON_RADIUS
    out[face] = quantise(seas, MOON)[face]
    return out


def _facade() -> Mask:
    column = np.arange(WIDTH)
    torn = 132 + (wide(16, 4, 31, 3)[0] - 0.3) * 18 + 26 * np.exp(-(((column - 196) / 24) ** 2))
    steps = np.floor(torn / 3) * 3
    return np.asarray((X > 84) & (X < 556) & (Y < 266) & (steps[None, :] < Y))


def _school(canvas: Plane) -> None:
    front = _facade()
    light = (
        0.26 + 0.16 * (tiled(128, 16, 4) - 0.5) + 0.14 * np.exp(-(((X - 320) / 160) ** 2)) - (Y - 130) / 900
    )
    cover(canvas, front, quantise(light, SCHOOL))
    cover(canvas, front & ~shift(front, 1, 0), (92, 82, 72))
    for top in (148, 180, 212):
        cover(canvas, front & (np.abs(Y - top + 6) < 1), (12, 11, 18))
        for left in range(100, 548, 28):
            pane = front & (left <= X) & (left + 18 > X) & (top <= Y) & (top + 20 > Y)
            cover(canvas, pane, (5, 5, 9))
            cover(canvas, pane & ((top == Y) | (left == X)), (44, 40, 48))
            cover(canvas, pane & ((left + 9 == X) | (top + 10 == Y)), (16, 15, 21))


def _ground(canvas: Plane) -> None:
    path = np.exp(-(((X - 320) / (70 + (Y - 250) * 1.1)) ** 2))
    value = 0.20 + 0.34 * path + 0.22 * (tiled(128, 8, 7, 5) - 0.5) - (Y - 250) / 520
    cover(canvas, Y >= 244, quantise(value, GROUND))
    for number in range(5):
        top = 244 + number * 4
        cover(canvas, (top == Y) & (np.abs(X - 320) < 150 + number * 12), (56, 50, 52))


def _wakes(x: float, y: float) -> float:
    """When an eye opens: the nearer to her, the sooner."""
    far = float(np.hypot(x - 320, (y - 250) * 1.6)) / 400
    return round(WAKES_S[0] + (WAKES_S[1] - WAKES_S[0]) * min(1.0, far), 2)


def _person(stream: np.random.Generator) -> tuple[Outfit, Stance]:
    outfit = PUPILS[int(stream.integers(0, len(PUPILS)))]
    lean, tilt = stream.normal() * 0.014, stream.normal() * 0.014
    arms = (0.25 * stream.random() ** 2, 0.25 * stream.random() ** 2)
    build = outfit.build * (0.95 + 0.12 * stream.random())
    pose = standing(lean, tilt, arms)
    chest = (pose.chest[0], pose.chest[1] + 0.012 * stream.random())
    return replace(outfit, build=build), replace(pose, chest=chest)


def _row(number: int, spots: list[Spot]) -> Plane:
    ground, tall, count, light = ROWS[number]
    stream, out = generator(50 + number), sheet()
    for place in range(count):
        x = (place + 0.5 + stream.normal() * 0.13) / count * (WIDTH + 60) - 30
        y, outfit_and_pose = ground + stream.normal() * 3, _person(stream)
        height = tall * (0.94 + 0.12 * stream.random())
        if tall > 80 and abs(x - 320) < tall * 0.60:
            continue
        outfit, pose = outfit_and_pose
        lamp = Lamp((np.sign(320 - x) * 0.35, -0.55), RIM, 0.45 * light + 0.15, (0.42, 0.10), light)
        draw(out, dressed(pose, outfit), x, y, height, lamp)
        eye = (int(x + (pose.head[0] + 0.020) * height), int(y - 0.932 * height))
        if 2 <= eye[0] < WIDTH - 3:
            size = 2 if tall > 120 else 1
            spots.append(Spot(*eye, GOLD, size, 2 + number, 2 + number, "breath", _wakes(*eye)))
    return out


def _on_the_roof(canvas: Plane, spots: list[Spot]) -> None:
    front, stream = _facade(), generator(77)
    for x in (112, 131, 149, 236, 252, 395, 414, 431, 455, 476, 498, 521, 541):
        top = int(np.argmax(front[:, x]))
        outfit, pose = _person(stream)
        draw(canvas, dressed(pose, outfit), x, top + 2, 26, Lamp((0.0, -0.5), RIM, 0.5, (0.2, 0.04), 0.6))
        spots.append(Spot(x, int(top - 22), GOLD, 1, 2, 1, "breath", _wakes(x, top)))


def _in_the_windows(spots: list[Spot]) -> None:
    stream, front = generator(5), _facade()
    for top in (158, 190, 222):
        for left in range(103, 548, 28):
            x, y = left + int(stream.integers(2, 11)), top - int(stream.integers(0, 5))
            if stream.random() < 0.62 and front[y - 8, x] and abs(x - 320) > 40:
                spots.append(Spot(x, y, GOLD, 1, 2, 1, "breath", _wakes(x, y)))


def _fog(seed: int, middle: int, width: float, strength: float) -> Plane:
    """A bank of mist that repeats across the picture."""
    sheet_ = np.zeros((HEIGHT, WIDTH, 4))
    thick = np.exp(-(((Y - middle) / width) ** 2)) * np.clip(tiled(128, 4, seed, 4) * 2.0 - 0.55, 0, 1)
    sheet_[..., :3] = (124, 110, 92)
    grain = spread_over(blue(), HEIGHT, WIDTH) - 0.5
    sheet_[..., 3] = np.round(np.clip(thick, 0, 1) * strength * 10 + grain).clip(0) * 25
    return sheet_


POSE: Final = Stance(
    hip=(0.020, -0.50),
    chest=(-0.006, -0.755),
    head=(0.006, -0.916),
    elbows=((-0.142, -0.635), (0.150, -0.640)),
    hands=((-0.118, -0.480), (0.205, -0.545)),
    knees=((-0.040, -0.27), (0.075, -0.28)),
    feet=((-0.055, -0.035), (0.090, -0.05)),
    shoulders=0.098,
    wind=0.022,
)
"""Her weight on one leg, one hand held out to us, palm up."""


def _at(spot: tuple[float, float]) -> tuple[int, int]:
    """Turn a place on Nam-ra into px."""
    return int(NAMRA_AT[0] + spot[0] * NAMRA_HEIGHT), int(NAMRA_AT[1] + spot[1] * NAMRA_HEIGHT)


def _hand() -> list[Garment]:
    """Four fingers and a thumb of the hand she holds out."""
    x, y = POSE.hands[1]
    palm = Capsule(x + 0.010, y - 0.006, 0.020, x + 0.026, y - 0.012, 0.018)
    fingers = [
        Capsule(
            x + 0.030,
            y - 0.018 + 0.011 * n,
            0.0072,
            x + 0.068 - 0.006 * abs(n - 1),
            y - 0.034 + 0.013 * n,
            0.0050,
        )
        for n in range(4)
    ]
    thumb = Capsule(x + 0.014, y - 0.020, 0.0085, x + 0.034, y - 0.046, 0.0055)
    return [Garment("pale", (palm, thumb)), *(Garment("pale", (finger,)) for finger in fingers)]


def _cardigan() -> list[Garment]:
    """A white shirt in the neck of the cardigan, the ribbon, and the edge down its middle."""
    (cx, cy), (hx, hy) = POSE.chest, POSE.hip
    shirt = Garment("shirt", (Capsule(cx - 0.002, cy - 0.034, 0.026, cx, cy + 0.040, 0.006),))
    left = Garment("white", (Capsule(cx - 0.034, cy - 0.064, 0.010, cx - 0.010, cy - 0.016, 0.008),))
    right = Garment("white", (Capsule(cx + 0.034, cy - 0.064, 0.010, cx + 0.008, cy - 0.016, 0.008),))
    bow = Garment(
        "maroon",
        (
            Capsule(cx - 0.018, cy - 0.006, 0.007, cx + 0.016, cy - 0.002, 0.007),
            Capsule(cx - 0.002, cy, 0.005, cx - 0.006, cy + 0.030, 0.005),
        ),
    )
    edge = Garment(
        "maroon",
        (
            Capsule(cx, cy + 0.035, 0.009, (cx + hx) / 2, (cy + hy) / 2, 0.009),
            Capsule((cx + hx) / 2, (cy + hy) / 2, 0.009, hx - 0.004, hy + 0.03, 0.009),
        ),
    )
    return [shirt, left, right, bow, edge]


def _strands() -> tuple[Capsule, ...]:
    """Hair to the jaw that the wind takes to one side."""
    x, y = POSE.head
    return tuple(
        Capsule(
            x + s * 0.045, y + 0.010, 0.015, x + s * 0.046 + 0.012 * (n + 1), y + 0.064 + 0.008 * n, 0.005
        )
        for s in (-1, 1)
        for n in range(3)
    )


def _dressed() -> list[Garment]:
    *body, hair, face, fringe = dressed(POSE, NAMRA)
    blown = replace(hair, capsules=hair.capsules + _strands())
    return [*body[:-1], blown, body[-1], *_cardigan(), face, fringe, *_hand()]


def _features(canvas: Plane, spots: list[Spot]) -> None:
    """One eye open and gold, one in shade; brow, nose and mouth only hinted at."""
    x, y = _at(POSE.head)
    y += 2
    glow = np.exp(-np.sqrt((X - x - 7) ** 2 + (Y - y) ** 2) / 9.0)
    face = (((X - x) / 17) ** 2 + ((Y - y - 6) / 23) ** 2 < 1) & (y - 5 < Y) & (canvas[..., 3] > 0)
    canvas[face, :3] *= 1.3
    canvas[face, :3] += glow[face][:, None] * np.array((110.0, 66.0, 20.0))
    for left, right, down, colour in (
        (x - 10, x - 3, 0, (20, 14, 16)),
        (x - 9, x - 4, 1, (44, 34, 36)),
        (x - 11, x - 3, -4, (22, 16, 18)),
        (x + 3, x + 12, -4, (30, 18, 14)),
        (x - 1, x + 1, 8, (58, 40, 36)),
        (x - 4, x + 4, 13, (52, 26, 28)),
        (x - 2, x + 3, 15, (128, 96, 84)),
    ):
        canvas[y + down, left:right, :3] = colour
    for dy in range(-2, 3):
        for dx in range(-4, 5):
            off = (dx / 4.4) ** 2 + (dy / 2.3) ** 2
            if off < 1:
                canvas[y + dy, x + 7 + dx, :3] = (255, 224, 122) if off < 0.4 else (222, 150, 26)
    canvas[y - 1 : y + 2, x + 7, :3] = (24, 10, 4)
    spots.append(Spot(x + 7, y, (255, 214, 110), 1, 12, 7, "breath"))


def _tag(canvas: Plane) -> None:
    """The familiar tag on her breast."""
    x, y = _at((0.024, -0.690))
    canvas[y : y + 8, x : x + 19, :3] = (176, 166, 146)
    canvas[y : y + 2, x : x + 19, :3] = (52, 74, 116)
    for syllable in range(3):
        canvas[y + 4 : y + 6, x + 3 + 5 * syllable : x + 6 + 5 * syllable, :3] = (60, 54, 58)
    canvas[y + 4 : y + 8, x + 14 : x + 19, :3] = (92, 26, 24)


def _namra(canvas: Plane, spots: list[Spot]) -> None:
    lamp = Lamp((0.08, -0.42), (236, 208, 146), 0.68, (0.48, 0.12), 0.94)
    draw(canvas, _dressed(), *NAMRA_AT, NAMRA_HEIGHT, lamp)
    _features(canvas, spots)
    _tag(canvas)


def evolution() -> Moving:
    """Paint it."""
    spots: list[Spot] = []
    school, front = sheet(), sheet()
    _on_the_roof(school, spots)
    _school(school)
    _ground(school)
    _in_the_windows(spots)
    rows = [_row(number, spots) for number in range(len(ROWS))]
    _namra(front, spots)
    layers = {
        "sky": Layer([_sky()], 0.5),
        "school": Layer([school], 1.0),
        "row1": Layer([rows[0]], 1.5, rise=0.5),
        "row2": Layer([rows[1]], 2.0, rise=0.5),
        "row3": Layer([rows[2]], 3.0, rise=1.0),
        "row4": Layer([rows[3]], 4.5, rise=1.0),
        "fog": Layer([_fog(19, 306, 34, 0.30)], drift=5.0),
        "front": Layer([front], 6.0, rise=1.0),
    }
    return Moving(layers, spots, ((176, 160, 126), 46))


def ending_evolution() -> Work:
    """Make the ending's layers."""
    return work("ending-evolution", evolution())
