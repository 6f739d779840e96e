"""Names: the tags hang on the fence, each one is read aloud until it is light; windows answer, one by one."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from tools.art.arrays import Mask, Plane
from tools.art.city import Skyline, skyline
from tools.art.figures import Lamp, draw
from tools.art.layered import Layer, Moving, Spot, cover, sheet, uncovered, work
from tools.art.noise import generator
from tools.art.stances import CHEONGSAN, NAMRA, ONJO, SUHYEOK, dressed, limping, standing
from tools.art.still import HEIGHT, WIDTH, X, Y, quantise, tiled, wide
from tools.art.store import Work

SKY: Final = "171b28 212637 303446 464555 615660 83696a a98274 cc9f7e e8c08e f7dca8 fff0cc"
FAR: Final = "2a2a38 3b3744 564a52 76605d 9a7b6a"
MID: Final = "16161f 20202a 2e2a33 42383c"
GROUND: Final = "0f0f16 18171e 242128 352e33 4c4041 6b5752 907263 b69478"
SUN: Final = (404, 208)
GROUND_Y: Final = 262
NIGHT: Final = (12, 16, 34, 176)
DAWN_S: Final = (10.0, 40.0)
"""From when to when the night leaves, s."""

SUN_S: Final = (24.0, 42.0)
"""From when to when the sun comes, s."""

WINDOWS: Final = 31
"""So many are lit by morning."""

LIT: Final = (255, 208, 128)
LIGHT_UP_S: Final = (6.0, 44.0)
"""When the first and the last window light up, s."""

WIRES: Final = ((66.0, 214.0, 12.0), (158.0, 244.0, 15.0), (250.0, 274.0, 15.0))
"""Height at the left and right border and sag of each wire, px."""

POSTS: Final = ((34, 13), (214, 7), (352, 4), (452, 3), (528, 2), (588, 2))
"""x and width of the posts, px."""

FRAMES: Final = 8
FRAME_MS: Final = 170
BANDS: Final = ((44, 68, 108), (122, 36, 44), (52, 92, 74))
"""Colours of the years on the tags."""


def _sun() -> Plane:
    return np.asarray(np.exp(-(((X - SUN[0]) / 150) ** 2 + ((Y - SUN[1] - 6) / 80) ** 2)))


def _sky() -> Plane:
    high = np.clip(1 - Y / 250, 0, 1)
    cloud = wide(4, 14, 8, 5) - 0.5
    return quantise(0.30 + 0.34 * (1 - high) + 0.36 * _sun() + 0.24 * cloud * (1 - 0.3 * high), SKY, 1.1)


def _disc(canvas: Plane) -> None:
    far = np.sqrt((X - SUN[0]) ** 2 + (Y - SUN[1]) ** 2)
    canvas[..., :3] = (255, 232, 176)
    canvas[..., 3] = np.round(np.clip(1 - (far - 17) / 9, 0, 1) ** 2 * 5) * 22
    cover(canvas, far < 17, (255, 243, 214))


def _city(canvas: Plane) -> tuple[Skyline, Skyline]:
    sun = _sun()
    far = skyline(230, 12, (12, 30), (10, 44), 0.5)
    mid = skyline(250, 22, (20, 52), (14, 60), 0.7)
    cover(canvas, far.mask & (Y < GROUND_Y), quantise(0.34 + 0.30 * sun - 0.001 * (Y - 200), FAR))
    cover(
        canvas, mid.mask & (Y < GROUND_Y), quantise(0.26 + 0.16 * sun + 0.10 * (tiled(128, 16, 2) - 0.5), MID)
    )
    cover(canvas, mid.edge & (Y < GROUND_Y), quantise(0.5 + 0.5 * sun, FAR))
    mist = np.exp(-(((Y - 246) / 20) ** 2)) * 0.33 * (0.5 + wide(5, 6, 44))
    canvas[..., :3] += (
        (np.array((214.0, 170.0, 134.0)) - canvas[..., :3]) * mist[..., None] * (canvas[..., 3:] > 0)
    )
    return far, mid


def _windows(city: tuple[Skyline, Skyline], layers: dict[str, Layer]) -> list[Spot]:
    """First one, then one across the river, then more and more: windows that nothing stands before."""
    places = sorted({place for one in city for place in one.windows((7, 8), 244)})
    panes = [Spot(x, y, LIT, 2, 4, 2) for x, y in places if x > 12 and abs(x - SUN[0]) > 26]
    free = uncovered(Moving(layers, panes))
    chosen = [free[i] for i in generator(31).permutation(len(free))[:WINDOWS]]
    first, last = LIGHT_UP_S
    return [
        replace(pane, at=round(first + (last - first) * (number / WINDOWS) ** 0.75, 2))
        for number, pane in enumerate(chosen)
    ]


def _ground(canvas: Plane) -> None:
    light = 0.24 * np.exp(-(((X - SUN[0]) / 190) ** 2)) * np.clip(1 - (Y - GROUND_Y) / 80, 0, 1)
    drifts = tiled(128, 8, 7, 5)
    slope = (drifts - np.roll(drifts, (2, 1), (0, 1))) * 0.7
    cover(
        canvas,
        Y >= GROUND_Y,
        quantise(0.20 + light + slope + 0.08 * (drifts - 0.5) - 0.05 * (Y - 262) / 98, GROUND),
    )


FOLK: Final = (
    (SUHYEOK, 318, 304, 96, standing(0.006, 0.008, (0.06, 0.02), view="back")),
    (ONJO, 364, 308, 90, standing(-0.004, -0.004, (0.02, 0.10), view="back", stance=0.8)),
    (CHEONGSAN, 444, 306, 96, limping()),
    (NAMRA, 486, 301, 89, standing(-0.008, -0.012, (0.12, 0.03), view="back", stance=0.8)),
)
"""Who stands there: outfit, x, y of the feet, height in px, stance."""


def _folk(canvas: Plane) -> None:
    for _, x, y, _, _ in FOLK:
        reach = np.clip((Y - y) / 74, 0, 1)
        middle, half = x + (x - SUN[0]) * 0.010 * (Y - y), 6 + (Y - y) * 0.10
        dark = (y <= Y) & (np.abs(X - middle) < half) & (reach < 1)
        canvas[dark, :3] *= (0.55 + 0.40 * reach[dark])[:, None]
    for outfit, x, y, height, pose in FOLK:
        towards = np.array(((SUN[0] - x) / 70, -0.5))
        towards = towards / max(1.0, float(np.sqrt((towards**2).sum())))
        lamp = Lamp((float(towards[0]), float(towards[1])), (255, 224, 162), 0.9, (0.40, 0.16))
        draw(canvas, dressed(pose, outfit), x, y, height, lamp)


def _wire(ends: tuple[float, float, float]) -> Plane:
    part = np.arange(WIDTH) / WIDTH
    return np.asarray(ends[0] + (ends[1] - ends[0]) * part**0.8 + ends[2] * np.sin(np.pi * part))


def _fence(canvas: Plane) -> None:
    top, low = _wire((28, 204, 8)), _wire((352, 298, 6))
    for x, width in POSTS:
        inside = (x <= X) & (x + width > X) & (int(top[x]) <= Y) & (int(low[x]) > Y)
        cover(canvas, inside, (13, 12, 17))
        cover(canvas, inside & (x + width - 1 == X), (90 + 40 * x // WIDTH, 72, 58))
        cover(
            canvas,
            (np.abs(X - x - (width - 1) / 2) <= width / 2 + 1) & (np.abs(Y - top[x]) < 2),
            (30, 25, 28),
        )
    for ends in WIRES:
        line = _wire(ends)[None, :].astype(int)
        cover(canvas, (line == Y) & (X < 300), (18, 15, 20))
        cover(canvas, (line == Y) & (X >= 300), (52, 40, 40))
        cover(canvas, (line + 1 == Y) & (X < 240), (58, 46, 44))


@dataclass(frozen=True)
class _Tag:
    """Where a tag hangs, its size in px, how it hangs and where in the wind's swing it is."""

    x: int
    y: int
    width: int
    height: int
    slant: float
    phase: float
    seed: int


def _tags() -> list[_Tag]:
    stream = generator(31)
    tags: list[_Tag] = []
    for number, ends in enumerate(WIRES):
        x, line = 60.0 + number * 17, _wire(ends)
        while x < 600:
            part = x / WIDTH
            scale = 1.9 * (1 - part) ** 1.1 + 0.26
            width, slant = max(3, int(25 * scale)), float(stream.normal() * 0.12)
            if number == 0 or not 286 < x < 520:  # nothing hangs before the four
                high = max(2, int(14 * scale))
                tags.append(
                    _Tag(int(x), int(line[int(x)]), width, high, slant, x * 0.021 + number, len(tags))
                )
            x += width * (1.25 + 0.7 * stream.random()) + 7 * scale
    return tags


def _plate(tag: _Tag, u: Plane, v: Plane) -> tuple[Plane, Mask]:
    """Colour of a tag at its own coordinates (-1..1 across, 0..1 down), and where its hook is."""
    stream = generator(700 + tag.seed)
    light = 0.60 + 0.38 * tag.x / WIDTH
    out = np.empty((*u.shape, 3))
    out[:] = np.array((226.0, 212.0, 186.0)) * light
    band = np.array(BANDS[int(stream.integers(0, 3))]) * (light + 0.15)
    marks, stain = stream.random((3, 4, 4)), stream.random(2) * (1.2, 0.8) - (0.6, 0.2)
    if tag.width > 12:
        for number in range(3):  # syllables of a name, illegible on purpose
            across, down = (u + 0.75 - number * 0.55) / 0.4 * 4, (v - 0.40) / 0.42 * 4
            inside = (across >= 0) & (across < 4) & (down >= 0) & (down < 4)
            row, column = np.clip(down.astype(int), 0, 3), np.clip(across.astype(int), 0, 3)
            out[inside & (marks[number][row, column] > 0.45)] = (38, 34, 42)
    out[v < 0.26] = band
    ragged = 0.40 + 0.75 * (tiled(64, 16, tag.seed)[: u.shape[0], : u.shape[1]] - 0.5)
    bloody = (
        ((u - stain[0]) ** 2 + ((v - 0.7) / 1.1) ** 2 < ragged**2) & (tag.width > 6) & (tag.seed % 3 != 1)
    )
    out[bloody] = out[bloody] * 0.28 + np.array((78.0, 20.0, 17.0)) * 0.72
    out[(v > 0.93) | (u > 0.95)] *= 0.72
    out[(u < -0.95) | (v < 0.05)] *= 1.2
    return out, (np.abs(u) < 0.07) & (v < 0) & (v > -0.45)


def _hang(canvas: Plane, tag: _Tag, frame: int) -> None:
    swing = 0.10 * math.sin(2 * math.pi * frame / FRAMES - tag.phase) + 0.05
    angle = tag.slant + swing
    reach = int(tag.width * 0.8 + tag.height) + 4
    rows = slice(max(0, tag.y - 2), min(HEIGHT, tag.y + reach))
    columns = slice(max(0, tag.x - reach), min(WIDTH, tag.x + reach))
    dx, dy = X[rows, columns] - tag.x, Y[rows, columns] - tag.y
    c, s = math.cos(angle), math.sin(angle)
    u = (dx * c + dy * s) / (tag.width / 2)
    v = (-dx * s + dy * c - 3 - tag.height * 0.15) / tag.height
    colour, hook = _plate(tag, u, v)
    inside, place = (np.abs(u) <= 1) & (v >= 0) & (v <= 1), canvas[rows, columns]
    place[hook] = (70, 56, 52, 255)
    place[inside, :3] = colour[inside].clip(0, 255)
    place[inside, 3] = 255


def _swinging() -> list[Plane]:
    tags, frames = _tags(), []
    for frame in range(FRAMES):
        out = sheet()
        for tag in tags:
            _hang(out, tag, frame)
        frames.append(out)
    return frames


def names() -> Moving:
    """Paint it."""
    sun, city, folk, fence, night = sheet(), sheet(), sheet(), sheet(), sheet()
    _disc(sun)
    lines = _city(city)
    _ground(folk)
    _folk(folk)
    _fence(fence)
    night[:] = NIGHT
    layers = {
        "sky": Layer([_sky()], 0.5),
        "sun": Layer([sun], 0.5, comes=SUN_S),
        "city": Layer([city], 1.5),
        "folk": Layer([folk], 3.0),
        "fence": Layer([fence], 5.0, mirrors=False),
        "tags": Layer(_swinging(), 5.0, ms=FRAME_MS),
        "night": Layer([night], leaves=DAWN_S),
    }
    return Moving(layers, _windows(lines, layers), ((226, 206, 176), 34))


def ending_names() -> Work:
    """Make the ending's layers."""
    return work("ending-names", names())
