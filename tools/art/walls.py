"""The twelve wall kinds: tileable tops, skirts (the strip of face one sees below a top), thin pieces.

The order is the tile order of ``walls.tsx``. Seven kinds are thin: they stand on the floor as strips
that join their neighbours, so they also come as 16 pieces of 16x16, one for each set of neighbours
(1 north, 2 east, 4 south, 8 west).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from tools.art.arrays import Ints, Pixels, Plane
from tools.art.grid import opaque
from tools.art.ground import SIZE, axes, cloud, masonry, paint, planks, rubble
from tools.art.noise import blue, spread_over
from tools.art.palette import RAMPS, shade

SKIRT: Final = 10
"""Height of a skirt in px: the lip, the face, the dark foot."""


def _plain(ramp: str, base: float, seed: int, rough: float = 0.24) -> Pixels:
    return paint(base + rough * cloud(seed, 16, 4), ramp, 0.8)


def _folds(ramp: str, period: int, low: float, high: float) -> Pixels:
    _, x = axes()
    wave = 0.5 + 0.5 * np.cos(x * (2 * np.pi / period))
    return paint(low + (high - low) * wave + 0.1 * cloud(31, 8, 3), ramp, 0.5)


def _lattice(ramp: str) -> Pixels:
    y, x = axes()
    wire = ((x + y) % 8 == 0) | ((x - y) % 8 == 0)
    return paint(np.where(wire, 0.62, 0.12) + 0.06 * cloud(33, 8, 3), ramp, 0.3)


def _goods(seed: int = 5) -> Pixels:
    """Shelves from above: boards with rows of packets."""
    y, x = axes()
    stream = np.random.default_rng(seed)
    out = _plain("metal", 0.34, 35, 0.1)
    names = ("red", "yellow", "teal", "white", "maroon", "ink", "navy")
    for row in range(2, SIZE, 8):
        for column in range(1, SIZE, 3):
            ramp = RAMPS[str(stream.choice(names))]
            out[row : row + 4, column : column + 2] = ramp[2]
            out[row, column : column + 2] = ramp[3]
    out[(y % 8 == 7) & (x >= 0)] = RAMPS["ink"][1]
    return out


TOPS: Final[tuple[Callable[[], Pixels], ...]] = (
    lambda: _plain("concrete", 0.30, 60),
    lambda: _plain("concrete", 0.36, 61),
    lambda: _plain("metal", 0.30, 62, 0.14),
    lambda: _plain("lab", 0.42, 63, 0.12),
    lambda: _lattice("metal"),
    lambda: _plain("concrete", 0.58, 65),
    rubble,
    planks,
    _goods,
    lambda: _plain("scorch", 0.34, 69, 0.30),
    lambda: _folds("teal", 8, 0.28, 0.66),
    lambda: _folds("rust", 4, 0.18, 0.58),
)
"""Painter of every wall top, by tile number."""


def _strip_axes() -> tuple[Ints, Ints]:
    y, x = np.mgrid[0:SKIRT, 0:SIZE]
    return y, x


def _face(value: Plane, ramp: str, lip: Pixels) -> Pixels:
    """Shade a strip with a lit lip above and a dark foot."""
    y, _ = _strip_axes()
    value = value - 0.014 * y - 0.20 * (y == SKIRT - 1)
    grain = spread_over(blue(), SKIRT, SIZE)
    out = shade(np.clip(value, 0.02, 0.9), ramp, grain, 0.6)
    out[0] = lip
    chipped = cloud(8, 32, 1)[0] < -0.12
    out[0, chipped] = RAMPS["concrete"][2]
    return opaque(out)


def _soot(seed: int) -> Plane:
    return 0.08 * cloud(seed, 32, 1)[:SKIRT] - 0.16 * (cloud(seed + 3, 16, 3)[:SKIRT] > 0.12)


def _brick(ramp: str, seed: int) -> Pixels:
    y, x = _strip_axes()
    joint = (y % 4 == 0) | ((x + y // 4 % 2 * 4) % 8 == 0)
    return _face(0.56 - 0.22 * joint + _soot(seed), ramp, RAMPS["concrete"][5])


def _panel(ramp: str, period: int, base: float, seed: int) -> Pixels:
    _, x = _strip_axes()
    return _face(base - 0.14 * (x % period == 0) + _soot(seed), ramp, RAMPS[ramp][-2])


def _pierced(pattern: Callable[[Ints, Ints], Plane], ramp: str) -> Pixels:
    """A skirt one sees through: pattern values below zero are holes."""
    y, x = _strip_axes()
    value = pattern(y, x)
    out = opaque(shade(np.clip(value, 0, 0.97), ramp))
    out[value < 0, 3] = 0
    return out


def _mesh(y: Ints, x: Ints) -> Plane:
    wire = ((x + y) % 4 == 0) | ((x - y) % 4 == 0)
    return np.where(y == 0, 0.8, np.where(y == SKIRT - 1, 0.1, np.where(wire, 0.5, -1.0)))


def _grille(y: Ints, x: Ints) -> Plane:
    bar = np.where(x % 4 == 1, 0.72, np.where(x % 4 == 2, 0.1, -1.0))
    return np.where(y == 0, 0.95, np.where(y == 1, 0.6, np.where(y == SKIRT - 2, 0.35, bar)))


def _pane(y: Ints, x: Ints) -> Plane:
    frame = (y == 0) | (y == SKIRT - 1) | (x % 16 == 0)
    gleam = ((x + y) % 16 == 5) | ((x + y) % 16 == 6)
    return np.where(frame, 0.14, np.where(gleam, 0.80, 0.46))


def _cloth(_: Ints, x: Ints) -> Plane:
    return np.asarray(0.47 + 0.26 * np.cos(x * (np.pi / 2)))


SKIRTS: Final[tuple[Callable[[], Pixels], ...]] = (
    lambda: _brick("brick", 70),
    lambda: _panel("concrete", 24, 0.50, 71),
    lambda: _panel("lab", 16, 0.50, 72),
    lambda: _pierced(_pane, "lab"),
    lambda: _pierced(_mesh, "metal"),
    lambda: _panel("concrete", 32, 0.52, 75),
    lambda: opaque(masonry(76, 0, base=0.34)[:SKIRT]),
    lambda: _panel("leather", 6, 0.62, 77),
    lambda: opaque(_goods(6)[8 : 8 + SKIRT]),
    lambda: _brick("rust", 79),
    lambda: _pierced(_cloth, "teal"),
    lambda: _pierced(_grille, "metal"),
)
"""Painter of every skirt, by tile number: (SKIRT, SIZE, 4)."""
