"""Strokes of small cells: painting where a mask says so, distances from the middle."""

from __future__ import annotations

import numpy as np

from tools.art.arrays import Ints, Mask, Pixels, Plane
from tools.art.palette import RAMPS


def axes(height: int, width: int) -> tuple[Ints, Ints]:
    """Row and column of every pixel."""
    y, x = np.mgrid[0:height, 0:width]
    return y, x


def put(out: Pixels, where: Mask, ramp: str, tone: int, alpha: int = 255) -> None:
    """Paint where a mask says so, in a tone of a ramp."""
    out[where, :3] = RAMPS[ramp][tone]
    out[where, 3] = alpha


def ball(side: int, radius: float) -> Plane:
    """Distance from the middle as a share of ``radius``."""
    y, x = axes(side, side)
    middle = (side - 1) / 2
    return np.asarray(np.sqrt((x - middle) ** 2 + (y - middle) ** 2) / radius)
