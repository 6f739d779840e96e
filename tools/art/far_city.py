"""The dead city as it is seen from the roofs: a square that repeats, blocks and streets far below.

Haze takes everything but the highest roofs; nothing is lit there but eyes, which gather in the streets.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np

from tools.art.arrays import Mask, Plane
from tools.art.grid import opaque
from tools.art.noise import blue, fractal, generator, spread_over
from tools.art.palette import shade
from tools.art.store import Work

SIDE: Final = 1024
"""Side of the square in px."""

AVENUE, LANE, PATH = 26, 12, 4
"""Width in px of an avenue, of a street, and of the gap between two houses."""

HOUSE: Final = 20
"""Least side of a plot in px that is divided further."""

EMPTY: Final = 0.07
"""Share of plots that are bare."""

PAINTS: Final = ("navy", "navy", "navy", "ink", "asphalt", "asphalt")
"""Ramps of the houses."""

CROWDS: Final = 120
"""How many crowds stand in the streets."""

FACE: Final = 0.55
"""Pixels of face a house shows to the south for a pixel of height."""

Plot = tuple[int, int, int, int]


def _divided(plot: Plot, chance: np.random.Generator, gap: int) -> Iterator[Plot]:
    """Halve a plot along its longer side until it is a house's."""
    x, y, wide, deep = plot
    if max(wide, deep) < HOUSE + gap + 20 * chance.random():
        yield plot
        return
    share = 0.36 + 0.28 * chance.random()
    less = max(gap - 5, PATH - 2)
    if wide > deep:
        cut = int(wide * share)
        yield from _divided((x, y, cut, deep), chance, less)
        yield from _divided((x + cut + gap, y, wide - cut - gap, deep), chance, less)
    else:
        cut = int(deep * share)
        yield from _divided((x, y, wide, cut), chance, less)
        yield from _divided((x, y + cut + gap, wide, deep - cut - gap), chance, less)


def _quarters() -> Iterator[Plot]:
    """Four by three quarters between avenues, in rows that do not meet."""
    down = (0, 300, 690)
    for row, (top, bottom) in enumerate(zip(down, (*down[1:], SIDE), strict=True)):
        across = [int(v) + (40, 150, -20)[row] for v in (0, 270, 520, 760)]
        for left, right in zip(across, (*across[1:], across[0] + SIDE), strict=True):
            yield left, top + AVENUE, right - left - AVENUE, bottom - top - AVENUE


def _wrapped(plane: Plane, plot: Plot, value: float | Plane) -> None:
    x, y, wide, deep = plot
    if wide > 0 and deep > 0:
        plane[np.ix_(np.arange(y, y + deep) % SIDE, np.arange(x, x + wide) % SIDE)] = value


def _face(wide: int, deep: int, tone: float) -> Plane:
    """Rows of windows, lost towards the street."""
    y, x = np.mgrid[0:deep, 0:wide]
    pane = (x % 4 > 1) & (y % 4 > 1) & (x < wide - 1)
    return np.asarray(np.where(pane, tone * 0.35, tone * 0.8) * (1 - 0.7 * y / max(deep, 1)))


def _house(tones: Plane, plot: Plot, chance: np.random.Generator) -> None:
    x, y, wide, deep = plot
    high = float(chance.choice([6, 10, 16, 30, 46], p=[0.34, 0.28, 0.2, 0.12, 0.06]))
    tone = 0.17 + high * 0.0062 + 0.05 * chance.random()
    face = min(int(high * FACE), deep - 4)
    _wrapped(tones, (x + 3, y + deep, wide + int(high * 0.2), 4), 0.0)
    _wrapped(tones, (x + wide, y + 4, 2 + int(high * 0.2), deep), 0.0)
    _wrapped(tones, (x, y, wide, deep), tone * 1.25)
    _wrapped(tones, (x + 1, y + 1, wide - 2, deep - face - 2), tone)
    _wrapped(tones, (x, y + deep - face, wide, face), _face(wide, face, tone))
    for _ in range(int(wide * deep / 200)):
        at = (
            x + 3 + int(chance.random() * max(wide - 9, 1)),
            y + 3 + int(chance.random() * max(deep - face - 8, 1)),
        )
        size = int(chance.integers(2, 5)), int(chance.integers(2, 4))
        _wrapped(tones, (at[0] + 1, at[1] + 1, *size), tone * 0.5)
        _wrapped(tones, (*at, *size), tone * (1.3 if chance.random() < 0.6 else 0.7))


def _streets(chance: np.random.Generator) -> Plane:
    """Asphalt, what is left of its lines, and cars where they stopped."""
    tones = np.full((SIDE, SIDE), 0.10)
    for top in (0, 300, 690):
        for x in range(0, SIDE, 14):
            _wrapped(tones, (x, top + AVENUE // 2, 7, 1), 0.19)
        for _ in range(46):
            at = int(chance.integers(0, SIDE)), top + int(chance.integers(4, AVENUE - 4))
            _wrapped(tones, (*at, 5, 3), 0.2 + 0.12 * chance.random())
    return tones


def _eyes(free: Mask, chance: np.random.Generator) -> Iterator[tuple[int, int, int]]:
    """Where the dead stand: crowds in the streets, and a few alone."""
    for crowd in range(CROWDS):
        middle, reach = chance.integers(0, SIDE, 2), 9 + 30 * chance.random()
        for _ in range(int(4 + 30 * chance.random())):
            x, y = (int(v) % SIDE for v in middle + chance.normal(size=2) * reach)
            if free[y, x] and free[y, (x + 2) % SIDE]:
                yield x, y, int(crowd % 9 == 0)


def far_city() -> Work:
    """Make ``city.png``; ``city.json`` says where eyes shine, and which: x, y, 1 for red ones."""
    chance = generator(77)
    tones, built = _streets(chance), np.zeros((SIDE, SIDE))
    for quarter in _quarters():
        for plot in _divided(quarter, chance, LANE):
            if chance.random() > EMPTY:
                _house(tones, plot, chance)
                _wrapped(built, plot, float(chance.integers(1, len(PAINTS) + 1)))
    haze, grain = fractal(SIDE, 4, 9, 4), spread_over(blue(), SIDE, SIDE)
    tones = np.clip(tones * (0.72 + 0.5 * haze) + 0.05 * (haze - 0.4), 0, 0.66)
    picture = shade(tones, "navy", grain, 0.7)
    for number, ramp in enumerate(PAINTS):
        picture[built == number + 1] = shade(tones, ramp, grain, 0.7)[built == number + 1]
    eyes = sorted(_eyes(built == 0, chance))
    return Work(
        {"assets/art/city.png": opaque(picture)}, {"assets/art/city.json": {"eyes": [list(e) for e in eyes]}}
    )
