"""Tileable noise for the painter: the same on every run, cheap to make, never in the simulation."""

from __future__ import annotations

from functools import cache

import numpy as np

from game.ecs.column import Array

SIDE = 256
"""Pixels after which the noise repeats."""


def _smooth(lattice: Array) -> Array:
    """A lattice ``[n, n]`` interpolated to ``[SIDE, SIDE]``, wrapping round (value noise)."""
    count = len(lattice)
    place = np.arange(SIDE, dtype=np.float32) * count / SIDE
    low = place.astype(np.intp)
    part = place - low
    part = part * part * (3 - 2 * part)
    high = (low + 1) % count
    rows = lattice[low] * (1 - part)[:, None] + lattice[high] * part[:, None]
    out: Array = (rows[:, low] * (1 - part) + rows[:, high] * part).astype(np.float32)
    return out


@cache
def fractal(cells: int, seed: int, octaves: int = 4) -> Array:
    """Fractal value noise, float32 ``[SIDE, SIDE]``, mean about 0.5, within 0..1.

    Args:
        cells: bumps of the coarsest octave along one side.
        seed: which noise.
        octaves: each twice as fine and 0.55 as strong.
    """
    chance = np.random.default_rng([seed, cells])
    total, weight, share = np.zeros((SIDE, SIDE), np.float32), 0.0, 1.0
    for octave in range(octaves):
        count = min(cells << octave, SIDE)
        total += share * _smooth(chance.random((count, count), dtype=np.float32))
        weight += share
        share *= 0.55
    return total / np.float32(weight)


@cache
def ranked(cells: int, seed: int, octaves: int = 4) -> Array:
    """``fractal`` with every value equally common: a threshold t covers exactly the share 1 - t."""
    noise = fractal(cells, seed, octaves).ravel()
    order = np.empty(noise.size, np.float32)
    order[noise.argsort(kind="stable")] = np.linspace(0, 1, noise.size, dtype=np.float32)
    return order.reshape(SIDE, SIDE)
