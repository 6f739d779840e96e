"""What lies beside a roof: the street far below, and the face of the house one stands on.

Rules of this module:
- A cell that is void is deep: whatever is painted there, lane marks too, is seen from high above, darkly.
- Only houses have faces: ground at least ``HOUSE`` cells thick both ways. Planks, gratings and footbridges
  hang free, and show their thickness.
- A face is seen to the south of its house, is lightest under the roof, and is lost in the dark below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from game.show.bake import grid

if TYPE_CHECKING:
    from game.data.level import Level
    from game.ecs.column import Array
    from game.show.bake.grid import Window

HOUSE = 7  # tile; the widest footbridge is five
STOREYS = 4  # tiles of a face that are seen before it is lost
STREET_LIGHT = 0.42  # share of light left down there
THICK = 4  # px; the edge of what hangs free
FACE, PANE, EDGE = (58, 62, 74), (15, 18, 27), (44, 46, 54)
PANE_EVERY, PANE_FROM = (10, 12), (3, 4)  # px; columns and rows of a face's windows, and where one begins
FADE = 1.6  # 1; how soon a face is lost: at 1 evenly down to its last storey


def paint(level: Level, picture: Array, window: Window) -> None:
    """Paint what is deep in a window: uint8 ``[H, W, 3]``, in place."""
    deep = window.cut(level.void)
    if not deep.any():
        return
    where = grid.grow(deep)
    picture[where] = picture[where] * STREET_LIGHT
    _faces(picture, window.cut(storeys(level)), window)
    hangs = np.zeros_like(deep)
    hangs[1:] = deep[1:] & ~deep[:-1]
    edge = grid.grow(hangs) & (np.arange(window.size[0]) % grid.TILE < THICK)[:, None]
    picture[edge] = EDGE


def storeys(level: Level) -> Array:
    """How many cells below the roof of a house each void cell is: int8 ``[h, w]``, 0 where there is none."""
    above = houses(level)
    found = np.zeros(above.shape, np.int8)
    for storey in range(1, STOREYS + 1):
        under = np.zeros_like(above)
        under[1:] = above[:-1]
        above = under & level.void
        found[above] = storey
    return found


def houses(level: Level) -> Array:
    """Ground that is ``HOUSE`` cells thick: all squares of that size that fit, bool ``[h, w]``."""
    solid = np.pad(~level.void, HOUSE - 1)
    fits = sliding_window_view(solid, (HOUSE, HOUSE)).all(axis=(2, 3))
    return np.asarray(sliding_window_view(np.pad(fits, HOUSE - 1), (HOUSE, HOUSE)).any(axis=(2, 3)))[
        HOUSE - 1 : -(HOUSE - 1), HOUSE - 1 : -(HOUSE - 1)
    ]


def _faces(picture: Array, storey: Array, window: Window) -> None:
    """Plaster with rows of dark windows, less and less of it."""
    where = grid.grow(storey > 0)
    if not where.any():
        return
    down = (grid.grow(storey).astype(np.float32) - 1) * grid.TILE
    down += (np.arange(window.size[0], dtype=np.float32) % grid.TILE)[:, None]
    across = np.arange(window.column * grid.TILE, window.column * grid.TILE + window.size[1])
    (every_x, every_y), (from_x, from_y) = PANE_EVERY, PANE_FROM
    panes = (across % every_x >= from_x)[None, :] & (down % every_y >= from_y)
    light = np.clip(1 - down / (STOREYS * grid.TILE), 0, 1) ** FADE
    plaster = np.where(panes[..., None], np.array(PANE), np.array(FACE)) * light[..., None]
    picture[where] = np.maximum(picture, plaster.astype(np.uint8))[where]
