"""The colours of the game: short ramps, dark to light, and how a value becomes one of their colours.

Sprites, props, materials and tiles use nothing else, so that one light model suits them all.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

import numpy as np

from tools.art.arrays import Ints, Pixels, Plane

_HEX: Final = """
ink      06070b 0b0d14 12161f 1a202c 252d3b
asphalt  171a22 21252e 2c3139 3a3f45 4c5052 63645f 807d72
concrete 1f2128 2f3138 44464b 5d5d5b 7a776d 99937f b8b096
ash      2d2e34 45454a 615f60 807b76 a39c90 c6bda9 e4dcc6
brick    211418 381f23 552f2d 774639 9a6447 bd8a60
wood     1e1517 33231f 4d3526 6c4e31 8d6c42 b08f5a
earth    1b1718 2b2522 40372f 594c3e 76664f 95836a
lab      141f25 20323a 314b53 4b6b70 6f9190 9cb9b0 cfdfd0
roof     101c1a 192c26 254235 365c46 51785a 7a9971 aebd8e
blood    16070c 2e0a12 510f19 71151b 93241f b8402c
skin     3d2226 6b3f39 9c6a50 cb9870 eec79b
pale     2c2530 574a54 8a7778 bda79c ead9c6
dead     18211f 2a3833 445546 667759 8f9a75 b9bd98
olive    13170f 22281a 363e27 515836 747650 9a976e
teal     0b161c 12272e 1c3f45 2d5d5f 4b8079
navy     0c0f1a 151b2e 222c48 364465 566689
maroon   1c0c12 33131c 521e29 78303a a04f50
hair     08080c 131219 221f2a 37323d 524a52
leather  17100f 2a1c18 422d22 614431 866447
metal    111419 1e242c 323a43 4d565d 727a7a a0a499 d3d2bf
rust     1c1210 352019 563021 7c4729 a66635 cc8c4c
yellow   3a260c 6b4711 a27119 d3a02c f0c95a
gold     5c3206 a8620d f2b01e ffe07a fff7d6
cyan     0a3340 12687a 34bccb aef2ee
red      3c0a12 8a1420 d62a32 ff7a5e ffd2b8
white    6d7276 a9aca6 dcdccf f6f3e4
bruise   131118 25202a 3d333e 5b4750 7d6265 a98a80
meat     1d060b 3f0d14 6b151a 8f241d b04330
wan      26262b 4a4a4e 75736f a3a094 cdc9b6 ebe7d4
bone     3a352f 6f6757 a89c7f d6cba8 f2ead0
grey     15171c 23262d 363a42 50545b 70736f 96968a
gown     1d2b2e 35494b 587170 84a09a b3c9bd d9e6d8
shirt    30343c 565b62 878b8b b9bab1 dedccd f4f1e2
coat     0a1216 122026 1c333b 2a4c54 3f6b70 5f9090
glassy   0b2a33 10535f 1b8a93 46c4c4 9cecdf
scorch   0d0b0c 1a1515 2b211e 43312a 61463a 86604c
"""


def colours(text: str) -> Pixels:
    """Read ``"06070b 0b0d14"`` as (n, 3) bytes."""
    rows = [[int(word[i : i + 2], 16) for i in (0, 2, 4)] for word in text.split()]
    return np.array(rows, np.uint8)


def _read(table: str) -> dict[str, Pixels]:
    lines = (line.split(maxsplit=1) for line in table.strip().splitlines())
    return {name: colours(words) for name, words in lines}


RAMPS: Final[Mapping[str, Pixels]] = MappingProxyType(_read(_HEX))

BAYER: Final[Plane] = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16.0 + 1 / 32
"""Ordered 4x4 thresholds: for a few pixels of a sprite, never for a floor (it looks like a screen door)."""


def bayer(height: int, width: int) -> Plane:
    """Tile the ordered thresholds over a picture, 0..1."""
    y, x = np.mgrid[0:height, 0:width]
    return np.asarray(BAYER[y % 4, x % 4])


def step(value: Plane, count: int, grain: Plane | None = None, spread: float = 0.0) -> Ints:
    """Turn 0..1 into the numbers 0..count-1; ``grain`` (0..1) moves the edges by ``spread`` steps."""
    shift = 0.0 if grain is None else (grain - 0.5) * spread
    return np.clip(np.floor(value * count + shift), 0, count - 1).astype(np.int64)


def shade(value: Plane, name: str, grain: Plane | None = None, spread: float = 0.0) -> Pixels:
    """Paint a plane of values 0..1 in the colours of a ramp: (h, w) to (h, w, 3)."""
    colour = RAMPS[name]
    return np.asarray(colour[step(value, len(colour), grain, spread)])


def every_colour() -> set[tuple[int, int, int]]:
    """List all colours of all ramps."""
    return {(int(r), int(g), int(b)) for ramp in RAMPS.values() for r, g, b in ramp}
