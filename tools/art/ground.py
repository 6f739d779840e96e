"""The twenty ground materials: 128 px tileable albedo, indexed by position so that no seam shows.

The order is the tile order of ``ground.tsx``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from tools.art.arrays import Ints, Mask, Pixels, Plane
from tools.art.grid import roll
from tools.art.noise import blue, fractal, generator, spread_over, value_noise, worley
from tools.art.palette import RAMPS, shade

SIZE: Final = 128
"""Pixels after which every material repeats: eight tiles."""

GRAIN: Final = 0.9
"""How many steps of a ramp the blue noise mixes."""


def axes() -> tuple[Ints, Ints]:
    """Give the y and x of every pixel."""
    y, x = np.mgrid[0:SIZE, 0:SIZE]
    return y, x


def cloud(seed: int, cells: int = 8, octaves: int = 5) -> Plane:
    """Fractal noise about zero."""
    return fractal(SIZE, cells, seed, octaves) - 0.5


def paint(value: Plane, ramp: str, grain: float = GRAIN) -> Pixels:
    """Quantise to a ramp with blue noise."""
    return shade(np.clip(value, 0.0, 0.97), ramp, spread_over(blue(), SIZE, SIZE), grain)


def crack_lines(seed: int, points: int, width: float, bend: float) -> Mask:
    """Borders between bent Worley cells."""
    sway = fractal(SIZE, 16, seed + 5) - 0.5
    near, next_near, _ = worley(SIZE, points, seed + 1, (sway * bend, sway.T * bend))
    return np.asarray(next_near - near < width)


def specks(seed: int, share: float) -> Mask:
    """Single random pixels."""
    return np.asarray(generator(seed).random((SIZE, SIZE)) < share)


def joints(period_y: int, period_x: int) -> tuple[Mask, Mask]:
    """Lines of a grid, and the pixels just below or right of them."""
    y, x = axes()
    line = (y % period_y == 0) | (x % period_x == 0)
    return line, ((y % period_y == 1) | (x % period_x == 1)) & ~line


def plates(period: int, amount: float) -> Plane:
    """Give every plate of a grid its own tone."""
    y, x = axes()
    return ((y // period * 31 + x // period * 17) * 29 % 13 / 13 - 0.5) * amount


def _asphalt_value(seed: int = 1) -> Plane:
    value = 0.36 + 0.16 * cloud(seed, 16, 4)
    crack = crack_lines(seed, 7, 0.8, 11.0) & (cloud(seed + 9, 4, 2) > 0.04)
    value = value + 0.10 * specks(seed, 0.028) - 0.08 * specks(seed + 1, 0.03)
    value = np.where(crack, 0.17, value)
    value = np.where(roll(crack, -1, -1) & ~crack, value - 0.05, value)
    return np.where(roll(crack, 1, 1) & ~crack, value + 0.06, value)


def asphalt() -> Pixels:
    """Worn street: fine grain, a few long cracks with a lit lower lip."""
    return paint(_asphalt_value(), "asphalt", 0.6)


def road_paint() -> Pixels:
    """Paint a zebra on the asphalt, scuffed through."""
    out = asphalt()
    y, _ = axes()
    kept = (y % 8 < 5) & (cloud(8, 16, 3) < 0.12)
    out[kept] = RAMPS["white"][0]
    worn = kept & (cloud(18, 16, 3) > 0.05)
    out[worn] = RAMPS["asphalt"][5]
    return out


def masonry(seed: int, slab: int, ramp: str = "concrete", base: float = 0.46, crack: float = 0.0) -> Pixels:
    """Concrete: slabs of ``slab`` px with their own tone (0 for none), stains, sparse cracks."""
    value = base + 0.14 * cloud(seed)
    if slab:
        line, lit = joints(slab, slab)
        y, x = axes()
        value += ((y // slab * 7 + x // slab * 13) * 29 % 7 / 7 - 0.5) * 0.05
        value = np.where(line, value - 0.16, np.where(lit, value + 0.06, value))
    split = crack_lines(seed, 10, 0.8, 12.0) & (cloud(seed + 3, 4, 2) > crack)
    value = np.where(split, value - 0.20, value)
    value = np.where(roll(split, 1, 1) & ~split, value + 0.05, value)
    return paint(value - 0.07 * specks(seed, 0.015), ramp, 0.7)


def sidewalk() -> Pixels:
    """Small paving slabs."""
    return masonry(2, 16, base=0.47)


def dirt() -> Pixels:
    """Trodden earth with pebbles."""
    value = 0.40 + 0.25 * cloud(8, 16, 4) + 0.14 * specks(8, 0.03) - 0.10 * specks(9, 0.02)
    return paint(value, "earth")


def ash() -> Pixels:
    """Drifted ash: slopes that face the moon are light."""
    height = fractal(SIZE, 8, 7, 5)
    value = 0.50 + (height - roll(height, 2, 2)) * 0.9 + 0.10 * (height - 0.5)
    return paint(value - 0.18 * specks(7, 0.015) + 0.15 * specks(17, 0.012), "ash", 0.8)


STONES: Final = ((9.0, 26), (6.0, 60), (3.6, 130), (2.2, 220))
"""Radius in px and number of the stones of a rubble tile, large ones first."""

STONE_RAMPS: Final = ("concrete", "ash", "brick", "asphalt")
STONE_SHARES: Final = (0.62, 0.17, 0.13, 0.08)


def _stone(out: Pixels, stream: np.random.Generator, radius: float) -> None:
    y, x = axes()
    cy, cx = stream.random(2) * SIZE
    turn, long = stream.random() * 3.14, radius * (0.6 + 0.6 * stream.random())
    short = long * (0.55 + 0.4 * stream.random())
    ramp = str(stream.choice(STONE_RAMPS, p=STONE_SHARES))
    dy, dx = (y - cy + SIZE / 2) % SIZE - SIZE / 2, (x - cx + SIZE / 2) % SIZE - SIZE / 2
    along = np.abs(dx * np.cos(turn) + dy * np.sin(turn)) / long
    across = np.abs(dy * np.cos(turn) - dx * np.sin(turn)) / short
    corner = 0.62 + 0.08 * stream.random()
    body = np.maximum.reduce([along, across, (along + across) * corner]) < 1
    if radius > 3:
        out[roll(body, 2, 1) & ~body] = RAMPS["concrete"][0]
    value = 0.50 - (dx * 0.5 + dy * 0.7) / max(long, 1) * 0.16 + 0.10 * (stream.random() - 0.5)
    value = np.where(body & ~roll(body, 1, 1), value + 0.17, value)
    value = np.where(body & ~roll(body, -1, -1), value - 0.22, value)
    out[body] = paint(value - 0.1 * (ramp == "asphalt"), ramp, 0.4)[body]


def rubble() -> Pixels:
    """Broken masonry: angular stones of four sizes with a lit and a dark side."""
    out = masonry(3, 0, base=0.30)
    stream = generator(3)
    for radius, count in STONES:
        for _ in range(count):
            _stone(out, stream, radius)
    return out


def planks() -> Pixels:
    """Floor boards, worn dark in patches."""
    y, x = axes()
    row = y // 8
    start = generator(4).integers(0, SIZE, SIZE // 8)[row]
    board = row * 5 + (x + start) // 32
    value = 0.46 + 0.16 * ((board * 53) % 17 / 17 - 0.5) + 0.14 * cloud(4, 4, 3)
    value = value + 0.10 * (value_noise(SIZE, 64, 6) - 0.5) * np.cos(y * 1.3)
    seam = (y % 8 == 7) | ((x + start) % 32 == 0)
    value = np.where(seam, value - 0.22, np.where(y % 8 == 0, value + 0.05, value))
    return paint(value - 0.18 * (cloud(12, 8, 3) > 0.10), "wood", 0.6)


def corridor_slab() -> Pixels:
    """Large dull slabs."""
    return masonry(12, 32, base=0.36, crack=-0.03)


def white_tile() -> Pixels:
    """Small pale tiles gone grey."""
    line, _ = joints(8, 8)
    value = 0.52 + plates(8, 0.07) + 0.12 * cloud(46, 8, 4)
    value = np.where(line, 0.30, value) - 0.14 * np.clip((cloud(50, 4, 4) - 0.02) * 4, 0, 1)
    return paint(value, "concrete", 0.6)


def lab_floor() -> Pixels:
    """Teal tiles with bright upper edges, a few missing, a few cracked."""
    line, lit = joints(16, 16)
    y, x = axes()
    tone = plates(16, 1.0)
    value = 0.55 + 0.06 * tone + 0.13 * cloud(5, 8, 4)
    value = np.where(line, 0.24, np.where(lit, value + 0.09, value))
    value = np.where(((y % 16 == 15) | (x % 16 == 15)) & ~line, value - 0.06, value)
    split = crack_lines(5, 9, 0.75, 14.0) & (cloud(11, 4, 2) > 0.05)
    value = np.where(split, 0.18, value)
    value = np.where((tone > 0.42) & ~line, 0.27 + 0.14 * cloud(14, 32, 2), value)
    return paint(value - 0.16 * np.clip((cloud(9, 4, 4) - 0.02) * 4, 0, 1), "lab", 0.6)


def concrete() -> Pixels:
    """Poured floor in large bays."""
    return masonry(52, 32, base=0.42, crack=0.02)


def green_roof() -> Pixels:
    """Waterproof paint of Korean roofs, peeling off the concrete, puddles."""
    height = cloud(6)
    line, lit = joints(64, 64)
    value = np.where(line, -0.10, np.where(lit, 0.05, 0.0)) + 0.45 + 0.14 * height
    out = paint(value, "roof", 0.7)
    peeled = cloud(10, 8, 4) > 0.13
    puddle = (cloud(13, 4, 4) > 0.145) & ~peeled
    out[puddle] = paint(0.28 + 0.08 * height, "roof", 0.5)[puddle]
    out[peeled] = masonry(8, 0, base=0.42)[peeled]
    out[peeled & ~roll(peeled, 1, 1)] = RAMPS["roof"][1]
    out[~peeled & roll(peeled, -1, -1)] = RAMPS["roof"][4]
    return out


def grey_roof() -> Pixels:
    """Felt sheets with seams and damp."""
    y, x = axes()
    seam = (y % 32 == 0) | (x % 64 == 0)
    value = 0.34 + 0.14 * cloud(49) - 0.10 * seam - 0.12 * (cloud(52, 4, 3) > 0.08)
    return paint(value, "concrete", 0.7)


def grating() -> Pixels:
    """Metal grid over a dark pit."""
    y, x = axes()
    bars, frame = (x % 4 == 0) | (y % 8 == 0), (x % 32 == 0) | (y % 32 == 0)
    value = 0.40 + 0.15 * cloud(45, 8, 3)
    value = np.where(frame, 0.62, np.where(bars, value + 0.17, value - 0.16))
    return paint(value, "metal", 0.4)


def shards() -> Pixels:
    """Paving under broken glass."""
    out = masonry(48, 16, base=0.40)
    stream = generator(47)
    for _ in range(260):
        y, x = stream.integers(0, SIZE, 2)
        out[y, x] = RAMPS["cyan"][3] if stream.random() < 0.4 else RAMPS["lab"][5]
        if stream.random() < 0.5:
            out[(y + 1) % SIZE, x] = RAMPS["lab"][3]
    return out


def void() -> Pixels:
    """Nothing below."""
    return np.broadcast_to(RAMPS["ink"][0], (SIZE, SIZE, 3)).copy()


def water() -> Pixels:
    """Shallow water: bent ripples with rare bright crests."""
    y, x = axes()
    height = cloud(43, 8, 4)
    ripple = np.sin((y + 54 * height) * (2 * np.pi * 11 / SIZE) + x * (2 * np.pi / SIZE))
    value = 0.30 + 0.16 * height + 0.05 * ripple
    return paint(value + 0.22 * ((ripple > 0.93) & (height > 0)), "teal", 0.5)


def grass() -> Pixels:
    """Dry grass: lit blades, bare patches."""
    blades = specks(41, 0.07)
    value = 0.34 + 0.30 * cloud(41) + 0.12 * (value_noise(SIZE, 64, 44) - 0.5)
    value = value + 0.12 * blades - 0.08 * (roll(blades, 1, 0) & ~blades)
    out = paint(value, "olive", 0.8)
    bare = cloud(50, 8, 3) > 0.06
    out[bare] = paint(value - 0.02, "earth", 0.8)[bare]
    return out


def carpet() -> Pixels:
    """Woven dark red."""
    y, x = axes()
    return paint(0.42 + 0.2 * cloud(44, 8, 4) + 0.04 * ((x // 2 + y // 2) % 2), "maroon", 0.5)


def stair() -> Pixels:
    """Treads of eight pixels, light at the nose."""
    y, _ = axes()
    value = np.where(y % 8 == 0, 0.76, 0.58 - 0.04 * (y % 8)) + 0.08 * cloud(5, 8, 3)
    return paint(value, "concrete", 0.5)


GROUND: Final[tuple[tuple[str, Callable[[], Pixels]], ...]] = (
    ("asphalt", asphalt),
    ("road paint", road_paint),
    ("sidewalk", sidewalk),
    ("dirt", dirt),
    ("ash", ash),
    ("rough rubble", rubble),
    ("planks", planks),
    ("corridor slab", corridor_slab),
    ("white tile", white_tile),
    ("lab floor", lab_floor),
    ("concrete", concrete),
    ("green roof", green_roof),
    ("grey roof", grey_roof),
    ("metal grating", grating),
    ("glass shards", shards),
    ("void", void),
    ("shallow water", water),
    ("dry grass", grass),
    ("carpet", carpet),
    ("stair", stair),
)
"""Name and painter of every ground tile, by tile number."""
