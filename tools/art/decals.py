"""Marks on the floor: blood, cracks, painted lines and arrows, posters, leaves, papers, tyre marks.

The order is the tile order of ``decals.tsx``. For the baked floor every mark comes in several shapes,
larger than its tile where it should cover its neighbours' edges; for the editor it is one 16 px tile.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.art.arrays import Mask, Pixels, Plane
from tools.art.cells import axes, put
from tools.art.grid import clear, roll
from tools.art.noise import blue, fractal, generator, spread_over
from tools.art.palette import RAMPS, shade

TILE: Final = 16
POOL: Final = 44
"""Side of a blood pool or a crack in px: its tile and 14 px on every side."""

ASTRAY: Final = 5.0
"""How far in px the ground leads blood out of round."""

MOST_FORKS: Final = 3

DASH: Final = 4
"""Width of a warning stripe in px, of 8."""

WET: Final = 0.42
"""From which share on a smear is seen."""

Painter = Callable[[np.random.Generator], Pixels]


def _worn(side: int, stream: np.random.Generator, share: float) -> Mask:
    rough = fractal(64, 16, int(stream.integers(1, 999)), 2)[:side, :side]
    return np.asarray(rough < share)


def _metaballs(balls: list[tuple[float, float, float]], stream: np.random.Generator) -> Plane:
    """Run balls (y, x, radius) together on a ``POOL``, where the ground leads them astray."""
    y, x = axes(POOL, POOL)
    rough = fractal(64, 16, int(stream.integers(1, 999)), 2)[:POOL, :POOL] - 0.5
    rougher = fractal(64, 16, int(stream.integers(1, 999)), 2)[:POOL, :POOL] - 0.5
    down, across = y + rough * ASTRAY, x + rougher * ASTRAY
    field = np.zeros((POOL, POOL))
    for cy, cx, radius in balls:
        far = (across - cx) ** 2 + (down - cy) ** 2
        field += np.clip(1.2 - far / (radius * radius + 0.5), 0, 1.2)
    return field


def _splash(stream: np.random.Generator, turn: float) -> list[tuple[float, float, float]]:
    """Where it fell, drawn out along the way it was thrown, and the drops that flew on."""
    balls, centre = [], POOL / 2
    for along, aside, radius in stream.random((8, 3)):
        balls.append(_at(centre, turn, (along * 11 - 6, aside * 7 - 3.5), 1.6 + 2.4 * radius))
    for along, aside, radius in stream.random((13, 3)):
        far = 6 + 14 * along**1.5
        spread = (aside - 0.5) * far * 0.9
        drop = 0.6 + 1.0 * radius * (1.2 - along)
        balls += [_at(centre, turn, (far + part * drop, spread), drop) for part in (0.0, 0.9)]
    return balls


def _at(centre: float, turn: float, way: tuple[float, float], radius: float) -> tuple[float, float, float]:
    """Return a ball so far along a direction and aside of it."""
    along, aside = way
    ahead, across = np.cos(turn), np.sin(turn)
    return centre + across * along + ahead * aside, centre + ahead * along - across * aside, radius


def _trail(stream: np.random.Generator, turn: float) -> list[tuple[float, float, float]]:
    steps = np.arange(2.0, 17.0, 1.5)
    drift = stream.normal(size=len(steps)) * 0.9
    widths = 1.0 + 1.5 * stream.random(len(steps)) * (1 - steps / 22)
    return [_at(POOL / 2, turn, (s, d), w) for s, d, w in zip(steps, drift, widths, strict=True)]


def blood(stream: np.random.Generator, *, trail: bool = False) -> Pixels:
    """A splash: thick and dark where it fell, thinner to its ragged edge, with few wet lights."""
    turn = stream.random() * 2 * np.pi
    field = _metaballs(_splash(stream, turn) + (_trail(stream, turn + np.pi) if trail else []), stream)
    clots = fractal(64, 16, int(stream.integers(1, 999)), 3)[:POOL, :POOL] - 0.5
    out = clear(POOL, POOL)
    out[..., :3] = shade(
        0.44 + clots * 0.36 - 0.13 * (field > 1.5), "blood", spread_over(blue(), POOL, POOL), 0.4
    )
    out[..., 3] = np.where(field > 0.45, np.clip(120 + field * 95, 0, 226).astype(np.uint8), 0)
    put(out, (field > 1.2) & (clots > 0.14) & (stream.random((POOL, POOL)) < 0.3), "blood", 4, 230)
    return out


def cracks(stream: np.random.Generator) -> Pixels:
    """Random walks that branch, each with a lit lower edge."""
    line = np.zeros((POOL, POOL), bool)
    first = stream.random() * 2 * np.pi
    heads = [(POOL / 2, POOL / 2, first + part + stream.normal() * 0.4) for part in (0.0, 2.2, 4.1)]
    forks = MOST_FORKS
    while heads:
        y, x, turn = heads.pop()
        for _ in range(int(stream.integers(7, 17))):
            turn += stream.normal() * 0.22
            y, x = y + np.sin(turn), x + np.cos(turn)
            if not (1 <= y < POOL - 1 and 1 <= x < POOL - 1):
                break
            line[int(y), int(x)] = True
            if forks and stream.random() < 0.12:
                forks -= 1
                heads.append((y, x, turn + stream.choice([-0.9, 0.9])))
    out = clear(POOL, POOL)
    put(out, roll(line, 1, 1), "ash", 3, 60)
    put(out, line, "ink", 1, 220)
    return out


def line(stream: np.random.Generator) -> Pixels:
    """A worn yellow line across the tile."""
    y, _ = axes(TILE, TILE)
    out = clear(TILE, TILE)
    put(out, (y > 5) & (y < 9) & _worn(TILE, stream, 0.58), "yellow", 2, 225)
    return out


def guide(stream: np.random.Generator) -> Pixels:
    """A worn red line across the tile, with a thin one beside it: the way through a laboratory."""
    y, _ = axes(TILE, TILE)
    out, whole = clear(TILE, TILE), _worn(TILE, stream, 0.66)
    put(out, (y > 5) & (y < 9) & whole, "red", 1, 225)
    put(out, (y == 6) & whole, "red", 2, 205)
    put(out, (y == 11) & whole, "red", 1, 150)
    return out


def stripes(stream: np.random.Generator) -> Pixels:
    """A worn band of yellow and black, slanting."""
    y, x = axes(TILE, TILE)
    out, band = clear(TILE, TILE), (y > 3) & (y < 12)
    whole = band & _worn(TILE, stream, 0.68)
    put(out, band & whole, "ink", 1, 200)
    put(out, whole & ((x + y) % 8 < DASH), "yellow", 2, 230)
    return out


def drag(stream: np.random.Generator) -> Pixels:
    """What a body leaves that is pulled across the tile: two heels, a smear between, drops beside it."""
    y, x = axes(POOL, POOL)
    middle = POOL / 2 + np.sin(x / 9.0 + stream.random() * 6) * 1.6
    off = np.abs(y - middle)
    fade = np.clip(1.5 - np.abs(x - POOL / 2) / (TILE * 0.8), 0, 1)
    rough = fractal(64, 12, int(stream.integers(1, 999)), 3)[:POOL, :POOL]
    streak = fractal(64, 24, int(stream.integers(1, 999)), 2)[:1, :POOL].repeat(POOL, axis=0).T
    field = (
        fade * (np.exp(-((off - 4) ** 2) / 3) + 0.85 * np.exp(-(off**2) / 14)) + (rough + streak - 1) * 0.55
    )
    wet = field > WET
    out = clear(POOL, POOL)
    out[..., :3] = shade(np.clip(0.22 + field * 0.26, 0, 0.62), "blood", spread_over(blue(), POOL, POOL), 0.6)
    out[..., 3] = np.where(wet, np.clip(90 + field * 130, 0, 205).astype(np.uint8), 0)
    return out


def arrow(stream: np.random.Generator) -> Pixels:
    """A worn white arrow to the north."""
    y, x = axes(TILE, TILE)
    aside = np.abs(x - 7.5)
    shape = ((aside < 2) & (y > 6)) | ((y <= 7) & (aside < y - 0.5))
    out = clear(TILE, TILE)
    put(out, shape & _worn(TILE, stream, 0.62), "white", 1, 225)
    return out


def poster(stream: np.random.Generator, ramp: str, tone: int) -> Pixels:
    """A fallen sheet: coloured head, lines of print, one torn corner."""
    y, x = axes(TILE, TILE)
    lean = int(stream.integers(-1, 2))
    left = 4 + (lean * (y - 8)) // 4
    sheet = (x >= left) & (x < left + 8) & (y > 2) & (y < 14)
    sheet &= ~((x - left + y) < 5 + int(stream.integers(0, 3)))
    out = clear(TILE, TILE)
    put(out, roll(sheet, 1, 1), "ink", 0, 120)
    put(out, sheet, "white", 1)
    put(out, sheet & (y < 7) & (x > left) & (x < left + 7), ramp, tone)
    printed = sheet & (y % 2 == 1) & (y > 7) & (x > left) & (x < left + 6)
    put(out, printed, "ink", 3)
    return out


def _scattered(stream: np.random.Generator, count: int, highest: int) -> list[tuple[int, int]]:
    return [(int(y), int(x)) for y, x in stream.integers(1, highest, (count, 2))]


def leaves(stream: np.random.Generator) -> Pixels:
    """A handful of dry leaves."""
    out = clear(TILE, TILE)
    for y, x in _scattered(stream, 9, 13):
        tone = int(stream.integers(2, 5))
        wide = bool(stream.random() < 0.5)
        out[y + 1 : y + 3, x + 1 : x + 3] = (*RAMPS["ink"][0], 90)
        out[y : y + 1 + (not wide), x : x + 1 + wide, :3] = RAMPS["rust"][tone]
        out[y : y + 1 + (not wide), x : x + 1 + wide, 3] = 255
    return out


def papers(stream: np.random.Generator) -> Pixels:
    """A few sheets with their shadow."""
    out = clear(TILE, TILE)
    for y, x in _scattered(stream, 4, 11):
        height, width = (int(v) for v in stream.integers(2, 5, 2))
        out[y + 1 : y + 1 + height, x + 1 : x + 1 + width] = (*RAMPS["ink"][0], 140)
        out[y : y + height, x : x + width, :3] = RAMPS["white"][int(stream.integers(1, 3))]
        out[y : y + height, x : x + width, 3] = 255
        out[y + height - 1, x : x + width, :3] = RAMPS["white"][0]
    return out


def tyre(stream: np.random.Generator) -> Pixels:
    """Two rubber tracks across the tile."""
    y, x = axes(TILE, TILE)
    track = (np.abs(y - 4) < 2) | (np.abs(y - 11) < 2)
    out = clear(TILE, TILE)
    put(out, track & _worn(TILE, stream, 0.62), "ink", 1, 110)
    put(out, track & _worn(TILE, stream, 0.62) & ((x + y) % 3 == 0), "ink", 0, 150)
    return out


def _turned(painter: Painter) -> Painter:
    return lambda stream: np.ascontiguousarray(np.rot90(painter(stream), -1))


@dataclass(frozen=True)
class Mark:
    """One decal: name, painter, number of shapes."""

    name: str
    painter: Painter
    variants: int = 4


DECALS: Final = (
    Mark("blood", blood, 6),
    Mark("cracks", cracks, 6),
    Mark("lines", line),
    Mark("arrows", arrow, 2),
    Mark("posters", lambda stream: poster(stream, "red", 1)),
    Mark("leaves", leaves),
    Mark("papers", papers),
    Mark("tyre", tyre),
    Mark("blood2", lambda stream: blood(stream, trail=True), 6),
    Mark("cracks2", cracks, 6),
    Mark("linesv", _turned(line)),
    Mark("arrowse", _turned(arrow), 2),
    Mark("posters2", lambda stream: poster(stream, "navy", 2)),
    Mark("leaves2", leaves),
    Mark("papers2", papers),
    Mark("tyrev", _turned(tyre)),
    Mark("guide", guide),
    Mark("guidev", _turned(guide)),
    Mark("stripes", stripes),
    Mark("stripesv", _turned(stripes)),
    Mark("drag", drag, 6),
    Mark("dragv", _turned(drag), 6),
)
"""Every decal by tile number."""


def shapes(number: int) -> list[Pixels]:
    """Draw all shapes of a decal."""
    mark = DECALS[number]
    return [mark.painter(generator(900 + number * 31 + k)) for k in range(mark.variants)]


def tile(number: int) -> Pixels:
    """Draw the 16 px picture the editor shows."""
    picture = shapes(number)[0]
    edge = (picture.shape[0] - TILE) // 2
    return picture[edge : edge + TILE, edge : edge + TILE]
