"""Walls: the dark mass with its lit rim, the skirt of face below it, and thin walls.

Rules of this module:
- A wall's top goes to the *over* picture, which is drawn over whoever stands behind it; its skirt, and thin
  walls, go to the ground picture, so that heads of those in front are never cut.
- The moon stands in the north-west: north and west rims are bright, east edges dark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import TILE_PX, WALL_NUMBER
from game.show.bake import grid, noise
from game.show.bake.art import materials
from game.show.bake.ground import MASONRY

if TYPE_CHECKING:
    from game.data.level import Level
    from game.ecs.column import Array
    from game.show.bake.grid import Window

CORE_FROM, CORE_DEPTH = 4.0, 7.0  # px; where the top begins to darken, and over what distance
CORE = 0.6  # share of light lost in the middle of a thick wall
MASS_LIGHT = 0.5  # share of light left on roofs of the solid city
RIM_NORTH, RIM_WEST, RIM_EAST = (184, 176, 150), (153, 147, 127), (31, 33, 40)
CHIPPED = 0.30  # share of the rim that has crumbled away
HEAP = WALL_NUMBER["rubble heap"]
HEAP_SIGMA = 5.0  # px


def paint(level: Level, ground: Array, over: Array, mask: Array, window: Window) -> None:
    """Paint all walls of a window.

    Args:
        level: whose walls.
        ground: uint8 ``[H, W, 3]``, gets skirts, heaps and thin walls.
        over: uint8 ``[H, W, 3]``, gets the tops.
        mask: bool ``[H, W]``, set where ``over`` is painted.
        window: which part.
    """
    kinds = window.cut(level.walls)
    filled = np.isin(kinds, MASONRY)
    _heaps(ground, kinds == HEAP, window)
    _thin(ground, kinds)
    if filled.any():
        _skirts(ground, kinds, filled, window)
        top = grid.grow(filled) & ~_skirt_rows(filled)
        painted = _tops(kinds, filled, window)
        _roofs(painted, level, filled, window)
        over[top] = painted[top]
        mask |= top


def _skirt_height() -> int:
    return int(materials().skirts.shape[1])


def _skirt_rows(filled: Array) -> Array:
    """The lowest pixels of every wall that has open ground to its south."""
    open_south = filled & ((grid.pattern(filled) & grid.SOUTH) == 0)
    rows = (np.arange(TILE_PX) >= TILE_PX - _skirt_height())[:, None]
    out: Array = np.kron(open_south, np.broadcast_to(rows, (TILE_PX, TILE_PX))).astype(bool)
    return out


def _skirts(ground: Array, kinds: Array, filled: Array, window: Window) -> None:
    skirts = materials().skirts
    height, where = _skirt_height(), _skirt_rows(filled)
    block = np.zeros((len(skirts), TILE_PX, *skirts.shape[2:]), np.uint8)
    block[:, -height:] = skirts
    columns = np.arange(window.column * TILE_PX, window.column * TILE_PX + window.size[1])
    rows = (np.arange(window.size[0]) % TILE_PX)[:, None]
    faces = block[grid.grow(np.maximum(kinds, 0)), rows, columns % skirts.shape[2]]
    shown = where & (faces[..., 3] > 0)
    ground[shown] = faces[shown][:, :3]


def _tops(kinds: Array, filled: Array, window: Window) -> Array:
    tops = materials().tops
    side, (height, width) = tops.shape[1], window.size
    rows = (np.arange(window.row * TILE_PX, window.row * TILE_PX + height) % side)[:, None]
    columns = np.arange(window.column * TILE_PX, window.column * TILE_PX + width) % side
    around = grid.pattern(filled)
    depth = grid.spread(grid.nearest(present=False, furthest=12.0), around)
    light = 1 - CORE * np.clip((depth - CORE_FROM) / CORE_DEPTH, 0, 1)
    faces = tops[grid.grow(np.maximum(kinds, 0)), rows, columns]
    painted: Array = (faces * light[..., None]).astype(np.uint8)
    _rims(painted, filled, around, window)
    return painted


def _rims(painted: Array, filled: Array, around: Array, window: Window) -> None:
    """Bright edges to the north and west and above the skirt, a dark one to the east."""
    last = TILE_PX - 1 - _skirt_height()
    y, x = np.mgrid[0:TILE_PX, 0:TILE_PX]
    whole = window.tiled(noise.ranked(64, 8, 1)) > CHIPPED
    edges = (
        (grid.EAST, x == TILE_PX - 1, RIM_EAST, None),
        (grid.WEST, x == 0, RIM_WEST, whole),
        (grid.SOUTH, y == last, RIM_NORTH, whole),
        (grid.NORTH, y == 0, RIM_NORTH, whole),
    )
    for bit, line, colour, kept in edges:
        where = np.kron(filled & ((around & bit) == 0), line).astype(bool)
        painted[where if kept is None else where & kept] = colour


def _roofs(painted: Array, level: Level, filled: Array, window: Window) -> None:
    """Where a roof is drawn on a thick wall, its middle shows that material, dark."""
    roof = window.cut(level.roof)
    inner = filled & (roof >= 0)
    if not inner.any():
        return
    edge = grid.pattern(inner)
    deep = grid.spread(grid.nearest(present=False, furthest=12.0), edge) > 7  # noqa: PLR2004 - px of parapet
    where = grid.grow(inner) & deep
    textures = materials().ground
    for number in np.unique(roof[inner]):
        here = where & grid.grow(roof == number)
        painted[here] = window.tiled(textures[number])[here] * MASS_LIGHT
    lip = where & ~grid.shift(where, 1, 1)
    painted[lip] = RIM_EAST


def _heaps(ground: Array, heaps: Array, window: Window) -> None:
    """Fallen masonry: rubble that rises from a dark foot."""
    if not heaps.any():
        return
    share = grid.soft(heaps, HEAP_SIGMA)
    where = share + (window.tiled(noise.fractal(32, 31, 3)) - 0.5) * 0.5 > 0.46  # noqa: PLR2004 - just outside
    foot = grid.shift(where, 4, 3) & ~where
    ground[foot] = ground[foot] * 0.45
    lift = (0.62 + 0.62 * share)[..., None]
    rubble = np.clip(window.tiled(materials().tops[HEAP]) * lift, 0, 255)
    ground[where] = rubble[where]


def _thin(ground: Array, kinds: Array) -> None:
    """Glass, fences, bars and the like: pieces that join their neighbours, blended over the floor."""
    pieces = materials().thin
    joins = grid.pattern(kinds >= 0)
    for row, column in np.argwhere(np.isin(kinds, list(pieces))):
        bits = int(joins[row, column])
        number = sum(1 << i for i in range(4) if bits >> (2 * i) & 1)
        top, left = row * TILE_PX, column * TILE_PX
        place = ground[top : top + TILE_PX, left : left + TILE_PX]
        _shadow(place, pieces[int(kinds[row, column])][number])
        over(place, pieces[int(kinds[row, column])][number])


def _shadow(place: Array, piece: Array) -> None:
    solid = piece[..., 3] > 0
    cast = (grid.shift(solid, 1, 1) | grid.shift(solid, 2, 2) | grid.shift(solid, 3, 2)) & ~solid
    place[cast] = place[cast] * 0.6


def over(place: Array, piece: Array) -> None:
    """Blend an RGBA piece over a part of a picture of the same size, in place."""
    share = piece[..., 3:].astype(np.uint16)
    place[:] = (place * (255 - share) + piece[..., :3] * share) // 255
