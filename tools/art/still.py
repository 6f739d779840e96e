"""What the still pictures share: a wide canvas, noise that does not tile, quantising, drifting ash.

A still is painted in float layers, quantised to one short ramp a picture with blue-noise dither, then
given a few exact accents. Coordinates are pixels of 640x360.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import numpy as np

from tools.art.arrays import Mask, Pixels, Plane
from tools.art.noise import blue, fractal, generator, spread_over
from tools.art.palette import colours

WIDTH, HEIGHT = 640, 360

_y, _x = np.mgrid[0:HEIGHT, 0:WIDTH]
X: Final[Plane] = _x.astype(float)
Y: Final[Plane] = _y.astype(float)

Colour = tuple[int, int, int]


def tiled(size: int, cells: int, seed: int, octaves: int = 4) -> Plane:
    """Fractal noise repeated over the canvas."""
    return spread_over(fractal(size, cells, seed, octaves), HEIGHT, WIDTH)


@cache
def wide(across: int, down: int, seed: int, octaves: int = 4) -> Plane:
    """Value noise over the whole canvas with its own number of cells each way, 0..1."""
    out, weight, total = np.zeros((HEIGHT, WIDTH)), 1.0, 0.0
    for octave in range(octaves):
        nx, ny = max(2, across << octave), max(2, down << octave)
        lattice = generator(seed + octave * 31).random((ny + 2, nx + 2))
        fx, fy = X / WIDTH * nx, Y / HEIGHT * ny
        ix, iy = fx.astype(int), fy.astype(int)
        u, v = fx - ix, fy - iy
        u, v = u * u * (3 - 2 * u), v * v * (3 - 2 * v)
        top = lattice[iy, ix] * (1 - u) + lattice[iy, ix + 1] * u
        bottom = lattice[iy + 1, ix] * (1 - u) + lattice[iy + 1, ix + 1] * u
        out += weight * (top * (1 - v) + bottom * v)
        total, weight = total + weight, weight * 0.5
    return out / total


def quantise(value: Plane, ramp: str, spread: float = 0.9) -> Plane:
    """Turn 0..1 into the colours of a ramp, dithered: (h, w) to (h, w, 3) floats."""
    table = colours(ramp).astype(float)
    last = len(table) - 1
    grain = spread_over(blue(), HEIGHT, WIDTH)
    step = np.floor(np.clip(value, 0, 1) * last + (grain - 0.5) * spread + 0.5)
    return np.asarray(table[np.clip(step, 0, last).astype(int)])


def paint(canvas: Plane, where: Mask, colour: Plane | Colour) -> None:
    """Set the pixels of a mask from a colour or from another canvas."""
    canvas[where] = colour[where] if isinstance(colour, np.ndarray) else colour


def drift(
    canvas: Plane, count: int, seed: int, colour: Colour, light: Plane, gain: tuple[float, float]
) -> None:
    """Scatter ash: a flake shows by ``gain`` = (base, share of the light where it is)."""
    stream, tint = generator(seed), np.array(colour, float)
    for _ in range(count):
        x, y, near = int(stream.integers(2, WIDTH - 3)), int(stream.integers(2, HEIGHT - 3)), stream.random()
        shown = min(0.95, (gain[0] + float(light[y, x]) * gain[1]) * (0.25 + 0.75 * near))
        reach = ((0, 0, 1.0), (0, 1, 0.7), (1, 0, 0.7), (1, 1, 0.45))
        for dy, dx, share in reach[: 1 + (near > 0.72) + 2 * (near > 0.9)]:
            part = shown * share
            canvas[y + dy, x + dx] = canvas[y + dy, x + dx] * (1 - part) + tint * part


def finish(canvas: Plane) -> Pixels:
    """Round to RGB bytes."""
    return canvas.clip(0, 255).astype(np.uint8)
