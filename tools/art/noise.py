"""Tileable noise: value noise and its octaves, Worley cells, blue noise.

Sizes are in pixels; every result repeats without a seam, and depends on nothing but its seed.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from tools.art.arrays import Ints, Plane


def generator(seed: int) -> np.random.Generator:
    """Give the random stream of one seed."""
    return np.random.default_rng(seed)


def value_noise(size: int, cells: int, seed: int) -> Plane:
    """Smoothly joined random values on a ``cells`` x ``cells`` lattice: (size, size), 0..1."""
    lattice = generator(seed).random((cells, cells))
    at = np.arange(size) * cells / size
    low = at.astype(int)
    part = at - low
    part = part * part * (3 - 2 * part)
    high = (low + 1) % cells
    across, down = part[None, :], part[:, None]
    top = lattice[np.ix_(low, low)] * (1 - across) + lattice[np.ix_(low, high)] * across
    bottom = lattice[np.ix_(high, low)] * (1 - across) + lattice[np.ix_(high, high)] * across
    return np.asarray(top * (1 - down) + bottom * down)


def fractal(size: int, cells: int, seed: int, octaves: int = 4) -> Plane:
    """Value noise at doubling frequency and halving strength (Perlin's turbulence sum), 0..1."""
    total, weight, out = 0.0, 1.0, np.zeros((size, size))
    for octave in range(octaves):
        if cells << octave > size:
            break
        out += weight * value_noise(size, cells << octave, seed + octave * 17)
        total += weight
        weight *= 0.5
    return out / total


def worley(
    size: int, points: int, seed: int, bend: tuple[Plane, Plane] | None = None
) -> tuple[Plane, Plane, Ints]:
    """Distances to the nearest and second nearest of random points, and which is nearest.

    Worley, "A cellular texture basis function" (1996). ``bend`` shifts the places asked about (y, x).
    """
    spots = generator(seed).random((points, 2)) * size
    y, x = (axis.astype(float) for axis in np.mgrid[0:size, 0:size])
    if bend is not None:
        y, x = y + bend[0], x + bend[1]
    first, second = np.full((size, size), np.inf), np.full((size, size), np.inf)
    owner = np.zeros((size, size), np.int64)
    for number, (py, px) in enumerate(spots):
        dy, dx = (np.minimum(np.abs(d) % size, size - np.abs(d) % size) for d in (y - py, x - px))
        far = np.sqrt(dy * dy + dx * dx)
        near = far < first
        second = np.where(near, first, np.minimum(second, far))
        owner, first = np.where(near, number, owner), np.where(near, far, first)
    return first, second, owner


def blur(plane: Plane, sigma: float, *, wrap: bool = False) -> Plane:
    """Gaussian blur along the first two axes; the border is repeated, or wrapped for a tile."""
    reach = int(3 * sigma + 0.5)
    kernel = np.exp(-0.5 * (np.arange(-reach, reach + 1) / sigma) ** 2)
    kernel /= kernel.sum()
    for axis in (0, 1):
        margin = [(0, 0)] * plane.ndim
        margin[axis] = (reach, reach)
        wide = np.pad(plane, margin, mode="wrap" if wrap else "edge")
        length = plane.shape[axis]
        plane = sum(weight * np.take(wide, range(i, i + length), axis) for i, weight in enumerate(kernel))
    return plane


@cache
def blue(size: int = 64, seed: int = 1) -> Plane:
    """Noise without low frequencies: white noise less its own blur, ranked, six times over; 0..1."""
    plane = generator(seed).random((size, size))
    for _ in range(6):
        rough = plane - blur(plane, 1.6, wrap=True)
        order = np.argsort(rough, axis=None, kind="stable")
        ranks = np.empty(size * size)
        ranks[order] = np.arange(size * size)
        plane = (ranks + 0.5).reshape(size, size) / (size * size)
    return plane


def spread_over(tile: Plane, height: int, width: int) -> Plane:
    """Repeat a square tile over a picture."""
    size = tile.shape[0]
    y, x = np.mgrid[0:height, 0:width]
    return np.asarray(tile[y % size, x % size])
