"""Small moves on whole pictures: shift, stamp, repeat."""

from __future__ import annotations

from typing import TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from tools.art.arrays import Mask, Pixels

Any2D = TypeVar("Any2D", bound=NDArray[np.generic])


def shift(plane: Any2D, down: int, right: int) -> Any2D:
    """Move a picture; what comes in from outside repeats the border."""
    height, width = plane.shape[:2]
    rows = np.clip(np.arange(height) - down, 0, height - 1)
    columns = np.clip(np.arange(width) - right, 0, width - 1)
    return cast("Any2D", plane[rows][:, columns])


def roll(plane: Any2D, down: int, right: int) -> Any2D:
    """Move a tile; what leaves on one side comes back on the other."""
    return cast("Any2D", np.roll(plane, (down, right), (0, 1)))


def rim(mask: Mask) -> Mask:
    """Find the pixels outside a shape that touch it by a side."""
    near = shift(mask, 1, 0) | shift(mask, -1, 0) | shift(mask, 0, 1) | shift(mask, 0, -1)
    return near & ~mask


def over(below: Pixels, above: Pixels, x: int, y: int) -> None:
    """Lay an RGBA picture on an RGB one in place, its top left at (x, y), cut at the border."""
    height, width = above.shape[:2]
    x0, y0 = max(0, x), max(0, y)
    x1, y1 = min(below.shape[1], x + width), min(below.shape[0], y + height)
    if x0 >= x1 or y0 >= y1:
        return
    part = above[y0 - y : y1 - y, x0 - x : x1 - x]
    alpha = part[..., 3:] / 255.0
    place = below[y0:y1, x0:x1]
    place[:] = (place * (1 - alpha) + part[..., :3] * alpha).astype(below.dtype)


def clear(height: int, width: int) -> Pixels:
    """Make an empty RGBA picture."""
    return np.zeros((height, width, 4), np.uint8)


def opaque(colour: Pixels) -> Pixels:
    """Give an RGB picture a full alpha."""
    alpha = np.full((*colour.shape[:2], 1), 255, np.uint8)
    return np.concatenate([colour, alpha], axis=-1)
