"""What lies beside a roof: air, the face of the house one stands on, and pits in its floors.

Rules of this module:
- Air is left ``AIR`` (pure black, which stays so under any exposure): the city far below is drawn there each
  frame, since it moves less than the roofs do. Nothing else is ever that black.
- A void of fewer than ``PIT`` cells that hang together is a hole in a floor: what is painted there is seen,
  darkly.
- Only houses have faces: ground at least ``HOUSE`` cells thick both ways. Planks, gratings and footbridges
  hang free, and show their thickness.
- A face is seen to the south of its house, is lightest under the roof, and dissolves, grain by
  grain, into the haze below.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from game.data.tiles import TILE_PX
from game.show.bake import grid
from game.show.bake.art import grain

if TYPE_CHECKING:
    from game.data.level import Level
    from game.ecs.column import Array
    from game.show.bake.grid import Window

HOUSE = 7  # tile; the widest footbridge is five
AIR = (0, 0, 0)
PIT = 40  # cell; 12..100: the widest hole in a floor is about thirty, the least gap between roofs a hundred
STOREYS = 4  # tiles of a face that are seen before it is lost
STREET_LIGHT = 0.42  # share of light left down there
THICK = 4  # px; the edge of what hangs free
FACE, PANE, EDGE = (58, 62, 74), (15, 18, 27), (44, 46, 54)
PANE_EVERY, PANE_FROM = (10, 12), (3, 4)  # px; columns and rows of a face's windows, and where one begins
FADE = 1.2  # 1; how soon a face is lost: at 1 evenly down to its last storey
HAZE = 0.3  # 0..1; share of a face's colours left where it is lost
DISSOLVES = 0.5  # 0..1; from which light down a face has holes


def paint(level: Level, picture: Array, window: Window) -> None:
    """Paint what is deep in a window: uint8 ``[H, W, 3]``, in place."""
    deep = window.cut(level.void)
    if not deep.any():
        return
    air = window.cut(open_air(level))
    pit = grid.grow(deep & ~air)
    picture[pit] = np.maximum(picture[pit] * STREET_LIGHT, 1)
    picture[grid.grow(air)] = AIR
    _faces(picture, np.where(air, window.cut(storeys(level)), 0), window)
    hangs = np.zeros_like(deep)
    hangs[1:] = deep[1:] & ~deep[:-1]
    edge = grid.grow(hangs) & (np.arange(window.size[0]) % TILE_PX < THICK)[:, None]
    picture[edge] = EDGE


def close(level: Level, picture: Array, window: Window) -> None:
    """Let nothing but air be ``AIR``, in place."""
    if level.void.any():
        ground = grid.grow(~window.cut(open_air(level)))
        picture[ground] = np.maximum(picture[ground], 1)


def open_air(level: Level) -> Array:
    """Which void cells see the city: those that hang together, ``PIT`` or more of them, bool ``[h, w]``."""
    numbers = np.where(level.void, np.arange(1, level.void.size + 1).reshape(level.void.shape), 0)
    for _ in range(level.void.size):
        most = numbers.copy()
        for axis in (0, 1):
            for ahead in (slice(None), slice(None, None, -1)):
                most = _swept(most, axis, ahead)
        if (most == numbers).all():
            break
        numbers = most
    sizes = np.bincount(numbers.ravel())
    return level.void & (sizes[numbers] >= PIT)


def far_below(level: Level) -> Array:
    """Where the city far below is seen, and no face of a house before it: bool ``[h, w]``."""
    below: Array = open_air(level) & (storeys(level) == 0)
    return below


def _swept(numbers: Array, axis: int, ahead: slice) -> Array:
    """The highest number so far of every unbroken run of cells along an axis."""
    lines = np.moveaxis(numbers, axis, 0)[ahead].copy()
    for before, line in pairwise(lines):
        line[:] = np.where(line > 0, np.maximum(line, before), 0)
    return np.moveaxis(lines[ahead], 0, axis)


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
    down = (grid.grow(storey).astype(np.float32) - 1) * TILE_PX
    down += (np.arange(window.size[0], dtype=np.float32) % TILE_PX)[:, None]
    across = np.arange(window.column * TILE_PX, window.column * TILE_PX + window.size[1])
    (every_x, every_y), (from_x, from_y) = PANE_EVERY, PANE_FROM
    panes = (across % every_x >= from_x)[None, :] & (down % every_y >= from_y)
    light = np.clip(1 - down / (STOREYS * TILE_PX), 0, 1) ** FADE
    plaster = np.where(panes[..., None], np.array(PANE), np.array(FACE)) * (
        HAZE + (1 - HAZE) * light[..., None]
    )
    shown = where & (light > window.tiled(grain()) * DISSOLVES)
    picture[shown] = np.maximum(plaster, 1).astype(np.uint8)[shown]
