"""Pairs of eyes far off in the dark, as a layer over the title: they blink in step."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from tools.art.arrays import Pixels, Plane
from tools.art.grid import clear
from tools.art.noise import generator
from tools.art.still import HEIGHT, WIDTH

PAIRS: Final = (
    *((70, 300, 3), (132, 322, 4), (206, 306, 3), (262, 330, 5), (318, 300, 3), (352, 336, 5), (412, 322, 4)),
    *((470, 338, 5), (528, 316, 4), (584, 330, 5), (24, 326, 4), (616, 296, 3), (168, 338, 5), (100, 340, 5)),
    *((296, 318, 4), (378, 298, 2), (556, 300, 3), (444, 300, 2), (498, 296, 2)),
)
"""Pairs of far eyes: x, y, gap in px; nearer is wider apart."""

MENU: Final = (262, 318)
"""No far eyes left of and above this point."""


def _pair(out: Plane, x: int, y: int, gap: int) -> None:
    strength = 0.35 + 0.13 * gap
    for place in (x, x + gap + 1):
        for dy in range(-6, 7):
            for dx in range(-6, 7):
                halo = max(0.0, 1 - math.hypot(dx, dy) / 6.5) ** 2.4 * 0.26 * strength
                yy, xx = y + dy, place + dx
                if 0 <= yy < HEIGHT and 0 <= xx < WIDTH:
                    out[yy, xx] = max(out[yy, xx], halo)
        out[y, place : place + 1 + (gap >= 4)] = strength
        if gap >= 5:
            out[y + 1, place] = strength * 0.6


def far_eyes() -> Pixels:
    """Paint the pairs of eyes in the dark as a layer to lay over the title, and to blink in step."""
    strength, stream = np.zeros((HEIGHT, WIDTH)), generator(77)
    for x, y, gap in PAIRS:
        place = x + int(stream.integers(-6, 7))
        if not (place < MENU[0] and y < MENU[1]) and place < WIDTH - 8:
            _pair(strength, place, y, gap)
    out = clear(HEIGHT, WIDTH)
    out[..., :3] = (214, 236, 190)
    out[..., 3] = np.round(np.clip(strength, 0, 1) * 31) * (255 / 31)
    return out
