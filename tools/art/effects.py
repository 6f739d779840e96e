"""Small things that fly, glow or lie about: embers, shells, drops, dust, light, flames, things to pick up."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tools.art import burning, items
from tools.art.arrays import Pixels
from tools.art.cells import axes, ball, put
from tools.art.grid import clear
from tools.art.noise import generator, value_noise
from tools.art.palette import RAMPS, bayer
from tools.art.store import Work
from tools.art.strips import row, shelves

WIDTH: Final = 256


def glow(side: int) -> list[Pixels]:
    """A white disc of light that falls off as (1 - d^2)^2; to be tinted and added."""
    value = np.clip(1 - ball(side, side / 2) ** 2, 0, 1) ** 2
    out = clear(side, side)
    out[..., :3] = 255
    out[..., 3] = np.round(value * 15) * 17
    return [out]


def ember() -> list[Pixels]:
    """A spark that cools: white, gold, red, gone."""
    tones = (("gold", 4), ("gold", 3), ("gold", 2), ("red", 2), ("red", 1))
    frames = []
    for number, (ramp, tone) in enumerate(tones):
        out, far = clear(3, 3), ball(3, 1.5)
        put(out, (far < 1) & (number < 2), "gold", 1, 150)
        put(out, far < 0.3, ramp, tone)
        frames.append(out)
    return frames


def shell() -> list[Pixels]:
    """A spent cartridge, tumbling."""
    frames = []
    for turn in range(4):
        out = clear(5, 5)
        for step in (-1, 0, 1):
            x = round(2 + step * math.cos(turn * math.pi / 4))
            y = round(2 + step * math.sin(turn * math.pi / 4))
            out[y, x] = (*RAMPS["yellow"][3 if step < 1 else 1], 255)
        frames.append(out)
    return frames


def drop() -> list[Pixels]:
    """Drops of blood in the air, four sizes."""
    frames = []
    for radius in (0.6, 1.1, 1.6, 2.1):
        out, far = clear(6, 6), ball(6, radius)
        put(out, far < 1, "blood", 3)
        put(out, (far < 1) & (axes(6, 6)[0] < 3) & (axes(6, 6)[1] < 3), "blood", 5)
        frames.append(out)
    return frames


def splat() -> list[Pixels]:
    """Blood that has landed, six shapes."""
    frames = []
    for seed in range(6):
        stream, out = generator(300 + seed), clear(12, 12)
        y, x = axes(12, 12)
        for _ in range(5):
            cy, cx, r = 3 + 6 * stream.random(), 3 + 6 * stream.random(), 0.7 + 1.5 * stream.random()
            put(out, (y - cy) ** 2 + (x - cx) ** 2 < r * r, "blood", 2 + int(stream.random() < 0.6), 220)
        frames.append(out)
    return frames


def puff(ramp: str, frames: int, side: int, alpha: int) -> list[Pixels]:
    """Dust that billows, grows and thins."""
    noise = value_noise(64, 16, 5)
    y, x = axes(side, side)
    pictures = []
    for number in range(frames):
        part = number / (frames - 1)
        billow = noise[(y * 2 + number * 9) % 64, (x * 2 + 11) % 64] - 0.5
        field = 1 - ball(side, side * (0.20 + 0.28 * part)) + billow * 1.5
        lit = field + (bayer(side, side) - 0.5) * 0.5 - (x + y - side) / side * 0.5
        out = clear(side, side)
        put(out, field > 0.10, ramp, 2, int(alpha * (1 - 0.8 * part)))
        put(out, (field > 0.10) & (lit > 0.55), ramp, 3, int(alpha * (1 - 0.75 * part)))
        put(out, (field > 0.30) & (lit > 1.0), ramp, 4, int(alpha * (1 - 0.7 * part)))
        pictures.append(out)
    return pictures


def paper() -> list[Pixels]:
    """A sheet of paper that tumbles in the wind, eight frames; the first lies flat."""
    shapes = (
        ("###", "###"), (".##", "##."), ("..#", ".#.", "#.."), (".#", ".#", "#."),
        ("##", "##"), ("#..", "##.", ".##"), ("#..", ".##"), ("###",),
    )  # fmt: skip
    frames = []
    for number, rows in enumerate(shapes):
        out = clear(5, 5)
        for y, row_ in enumerate(rows):
            for x, sign in enumerate(row_):
                if sign == "#":
                    out[y + 1, x + 1] = (*RAMPS["white"][2 if number % 3 else 1], 255)
        frames.append(out)
    return frames


def flash() -> list[Pixels]:
    """A muzzle flash to the east, three frames."""
    frames = []
    for length, width in ((9.0, 3.4), (13.0, 2.6), (7.0, 1.4)):
        y, x = axes(11, 16)
        along, aside = x / length, np.abs(y - 5) / width
        field = 1 - along - aside * (0.6 + along)
        spike = (np.abs(np.abs(y - 5) - x * 0.6) < 0.7) & (x < length * 0.5)
        out = clear(11, 16)
        for level, tone in ((0.0, 1), (0.15, 2), (0.35, 3), (0.55, 4)):
            put(out, (field > level) | (spike & (level < 0.1)), "gold", tone)
        frames.append(out)
    return frames


def spark() -> list[Pixels]:
    """A hit on metal or stone, three frames."""
    frames = []
    for number in range(3):
        out, stream = clear(9, 9), generator(40)
        for _ in range(7):
            turn, far = stream.random() * 2 * math.pi, 1 + number * (1 + stream.random() * 0.6)
            y, x = round(4 + far * math.sin(turn)), round(4 + far * math.cos(turn))
            out[min(8, max(0, y)), min(8, max(0, x))] = (*RAMPS["gold"][4 - number], 255)
        frames.append(out)
    return frames


def glint() -> list[Pixels]:
    """The four-pointed gleam of a name tag, growing and going, six frames."""
    frames = []
    for arm in (0, 1, 2, 3, 2, 1):
        y, x = axes(9, 9)
        dy, dx = np.abs(y - 4), np.abs(x - 4)
        out = clear(9, 9)
        put(out, ((dx == 0) & (dy <= arm)) | ((dy == 0) & (dx <= arm)), "white", 2, 190)
        put(out, dx + dy <= arm / 3, "white", 3)
        frames.append(out)
    return frames


def footprint() -> list[Pixels]:
    """A print in ash, facing east: left, right."""
    frames = []
    for side in (-1, 1):
        y, x = axes(7, 7)
        sole = ((x - 4) / 2.2) ** 2 + ((y - 3 - side * 1.2) / 1.2) ** 2 < 1
        heel = ((x - 1.2) / 1.1) ** 2 + ((y - 3 - side * 1.2) / 1.0) ** 2 < 1
        out = clear(7, 7)
        put(out, sole | heel, "ink", 2, 120)
        frames.append(out)
    return frames


def flake() -> list[Pixels]:
    """Flakes of ash: one pixel, two, a cluster."""
    frames = []
    for cells in (((1, 1),), ((1, 1), (1, 2)), ((1, 1), (1, 2), (2, 1))):
        out = clear(4, 4)
        for number, (y, x) in enumerate(cells):
            out[y, x] = (*RAMPS["ash"][6 - number], 255 - 60 * number)
        frames.append(out)
    return frames


def ring() -> list[Pixels]:
    """An arc of sound, white, to be tinted: eight widths."""
    frames = []
    for number in range(8):
        far = ball(64, 1.0)
        radius = 4 + number * 3.9
        out = clear(64, 64)
        out[np.abs(far - radius) < 0.8] = (255, 255, 255, 230 - number * 26)
        frames.append(out)
    return frames


def shadow() -> list[Pixels]:
    """The soft shadow under a body: small, large."""
    frames = []
    for wide in (7.0, 14.0):
        y, x = axes(20, 32)
        far = ((x - 15.5) / wide) ** 2 + ((y - 9.5) / (wide * 0.62)) ** 2
        out = clear(20, 32)
        put(out, far < 1, "ink", 0, 110)
        put(out, (far >= 0.75) & (far < 1), "ink", 0, 60)
        frames.append(out)
    return frames


@dataclass(frozen=True)
class Effect:
    """Frames of an effect, ms a frame (0 for shapes to choose from), whether to add it as light."""

    draw: Callable[[], list[Pixels]]
    ms: int = 0
    add: bool = False


EFFECTS: Final[dict[str, Effect]] = {
    "ammo": Effect(items.ammo),
    "battery": Effect(items.battery),
    "bottle": Effect(items.bottle, 60),
    "drop": Effect(drop),
    "dust": Effect(lambda: puff("ash", 7, 18, 130), 70),
    "ember": Effect(ember, 180, add=True),
    "flake": Effect(flake),
    "flame": Effect(lambda: burning.flame(16), 70, add=True),
    "flame_big": Effect(lambda: burning.flame(28), 70, add=True),
    "flash": Effect(flash, 30, add=True),
    "footprint": Effect(footprint),
    "glint": Effect(glint, 90, add=True),
    "glow_8": Effect(lambda: glow(8), add=True),
    "glow_16": Effect(lambda: glow(16), add=True),
    "glow_32": Effect(lambda: glow(32), add=True),
    "glow_64": Effect(lambda: glow(64), add=True),
    "key": Effect(items.key),
    "medkit": Effect(items.medkit),
    "paper": Effect(paper, 90),
    "pipe": Effect(items.pipe),
    "pistol": Effect(items.pistol),
    "radio": Effect(items.radio),
    "ring": Effect(ring, 60, add=True),
    "shadow": Effect(shadow),
    "shell": Effect(shell, 40),
    "smoke": Effect(burning.smoke),
    "spark": Effect(spark, 40, add=True),
    "splat": Effect(splat),
    "tag": Effect(items.tag),
}
"""Every effect by name."""


def _entry(effect: Effect, frames: list[Pixels], corner: tuple[int, int]) -> dict[str, Any]:
    height, width = frames[0].shape[:2]
    return {
        "rect": [*corner, width, height],
        "frames": len(frames),
        "ms": effect.ms,
        "centre": [width // 2, height // 2],
        "add": effect.add,
    }


def effects() -> Work:
    """Make ``fx.png`` and ``fx.json``."""
    frames = {name: effect.draw() for name, effect in EFFECTS.items()}
    placed = shelves({name: row(pictures) for name, pictures in frames.items()}, WIDTH)
    manifest = {name: _entry(EFFECTS[name], frames[name], placed.at[name]) for name in EFFECTS}
    return Work({"assets/art/fx.png": placed.sheet}, {"assets/art/fx.json": manifest})
