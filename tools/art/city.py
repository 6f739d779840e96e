"""Cities far off: edges of roofs against the sky, with their windows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tools.art.arrays import Mask, Plane
from tools.art.grid import shift
from tools.art.noise import generator
from tools.art.still import HEIGHT, WIDTH


@dataclass(frozen=True)
class House:
    """One block: left edge, top, width, px."""

    left: int
    top: int
    width: int


@dataclass(frozen=True)
class Skyline:
    """What a city covers of the sky, and its blocks."""

    mask: Mask
    houses: tuple[House, ...]

    @property
    def edge(self) -> Mask:
        """The uppermost pixels."""
        return np.asarray(self.mask & ~shift(self.mask, 1, 0))

    def windows(self, step: tuple[int, int], low: int) -> Iterator[tuple[int, int]]:
        """Corners of windows, ``step`` px apart across and down, not below ``low``."""
        for house in self.houses:
            for y in range(house.top + 5, low, step[1]):
                for x in range(max(0, house.left + 4), min(WIDTH - 2, house.left + house.width - 3), step[0]):
                    if self.mask[y, x] and self.mask[max(0, y - 3), x]:
                        yield x, y


def skyline(
    base: int, seed: int, width: tuple[int, int], height: tuple[int, int], broken: float = 0.0
) -> Skyline:
    """Draw blocks that stand on ``base``: widths and heights in px; ``broken``: share with a torn roof."""
    stream = generator(seed)
    mask, houses, left = np.zeros((HEIGHT, WIDTH), bool), [], -10
    while left < WIDTH:
        wide, high = int(stream.integers(*width)), int(stream.integers(*height))
        house = House(left, base - high, wide)
        _raise(mask, house, stream, broken)
        houses.append(house)
        left += wide + int(stream.integers(-2, 4))
    return Skyline(mask, tuple(houses))


def _raise(mask: Mask, house: House, stream: np.random.Generator, broken: float) -> None:
    columns = np.arange(max(0, house.left), min(WIDTH, house.left + house.width))
    high = HEIGHT - house.top
    mask[house.top :, columns] = True
    kind = stream.random()
    if broken and kind < broken and len(columns) > 6:
        side, stair = float(stream.integers(0, 2)), int(stream.integers(3, 6))
        deep = int(stream.integers(5, max(6, int(high * 0.35))))
        for number, column in enumerate(columns):
            part = abs((number // stair * stair) / len(columns) - side)
            mask[house.top : house.top + int(deep * part**1.6), column] = False
    elif kind > 0.62 and house.width > 12 and len(columns) > 8:
        box = int(stream.integers(4, max(5, house.width // 3)))
        at = int(columns[0]) + int(stream.integers(1, max(2, len(columns) - box)))
        mask[house.top - int(stream.integers(2, 6)) : house.top, at : at + box] = True
    if stream.random() < 0.3 and 0 < house.left + house.width // 2 < WIDTH:
        mask[house.top - int(stream.integers(5, 14)) : house.top, house.left + house.width // 2] = True


def streaks(seed: int, cells: int = 40) -> Plane:
    """Noise that is long across and changes with every row, 0..1: light on water."""
    lattice = generator(seed).random((HEIGHT, cells))
    at = np.arange(WIDTH) / WIDTH * (cells - 2)
    left, part = at.astype(int), at % 1
    return np.asarray(lattice[:, left] * (1 - part) + lattice[:, left + 1] * part)
