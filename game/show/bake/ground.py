"""What lies underfoot: materials by position, organic edges, kerbs, wear and contact shadows.

Rules of this module:
- Loose ground (water, grass, dirt, ash, rubble, shards) has organic edges: its cells are blurred, noise is
  added, and where the sum passes one half it covers what lies below. Later kinds lie on earlier ones.
- Everything else meets at its cells' edges, but for road and pavement, whose kerb is a smooth curve.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import GROUND_NUMBER, TILE_PX, WALL_NUMBER
from game.show.bake import grid, noise
from game.show.bake.art import materials

if TYPE_CHECKING:
    from game.data.level import Level
    from game.ecs.column import Array
    from game.show.bake.grid import Window

LOOSE = tuple(
    GROUND_NUMBER[n] for n in ("shallow water", "dry grass", "dirt", "ash", "rough rubble", "glass shards")
)
ROAD = tuple(GROUND_NUMBER[n] for n in ("asphalt", "road paint"))
PAVEMENT = GROUND_NUMBER["sidewalk"]
PAINT, WATER = GROUND_NUMBER["road paint"], GROUND_NUMBER["shallow water"]
ASH = GROUND_NUMBER["ash"]
BARE = (WATER, GROUND_NUMBER["void"])
"""Where nothing lies for long."""
INDOORS = tuple(
    GROUND_NUMBER[n] for n in ("planks", "corridor slab", "white tile", "lab floor", "carpet", "stair")
)
MASONRY = tuple(WALL_NUMBER[n] for n in ("brick", "concrete", "lab", "burnt wall"))
"""Walls that fill their cell: they have a top, a skirt and a shadow."""

EDGE_SIGMA = 6.5  # px; blur of loose ground's cells: below 4 the cells show, above 9 paths of one cell vanish
KERB_SIGMA = 11.0  # px; how round the kerb's curves are
OCCLUSION_REACH = 9.0  # px; darkness that gathers at the foot of walls
OCCLUSION = 0.55  # share of light lost right at the wall
SHADOW_LENGTH = 9  # px; how far walls throw their shadow east
SHADOW = 0.66  # share of light left in it
KERB_STONE = (184, 176, 150)
GUTTER = (18, 22, 31)
SOOT = (13, 14, 20)


def masonry(level: Level) -> Array:
    """Which cells are filled by a wall, bool ``[h, w]``."""
    return np.isin(level.walls, MASONRY)


def beneath(ground: Array, steps: int = 24) -> Array:
    """What lies under loose ground: the nearest other kind, as far as ``steps`` tiles off."""
    under = np.where(np.isin(ground, LOOSE), -1, ground.astype(np.int16))
    for _ in range(steps):
        if not (under < 0).any():
            break
        padded = np.pad(under, 1, mode="edge")
        for dx, dy in ((0, -1), (-1, 0), (1, 0), (0, 1)):
            other = padded[1 + dy : padded.shape[0] - 1 + dy, 1 + dx : padded.shape[1] - 1 + dx]
            under = np.where(under < 0, other, under)
    return np.where(under < 0, GROUND_NUMBER["concrete"], under)


def paint(level: Level, under: Array, window: Window) -> Array:
    """Ground without walls and things, uint8 ``[H, W, 3]``.

    Args:
        level: whose ground.
        under: ``beneath`` of its whole ground.
        window: which part.
    """
    kinds, ground = window.cut(under), window.cut(level.ground)
    picture = _materials(kinds, window)
    _kerbs(picture, kinds, np.isin(ground, LOOSE), window)
    _loose(picture, ground, window.cut(masonry(level)), window)
    _wear(picture, np.isin(kinds, INDOORS), np.isin(ground, BARE), window)
    return picture


def _materials(kinds: Array, window: Window) -> Array:
    textures = materials().ground
    height, width = window.size
    side = textures.shape[1]
    rows = (np.arange(window.row * TILE_PX, window.row * TILE_PX + height) % side)[:, None]
    columns = np.arange(window.column * TILE_PX, window.column * TILE_PX + width) % side
    out: Array = textures[grid.grow(kinds), rows, columns]
    return out


def _kerbs(picture: Array, kinds: Array, covered: Array, window: Window) -> None:
    """Redraw the border of road and pavement as a curve with a kerb stone."""
    road, both = np.isin(kinds, ROAD), np.isin(kinds, (*ROAD, PAVEMENT))
    if not (road.any() and (kinds == PAVEMENT).any()):
        return
    share = grid.soft(road, KERB_SIGMA) / np.maximum(grid.soft(both, KERB_SIGMA), 1e-3)
    here = grid.grow(both & (kinds != PAINT))
    is_road = share > 0.5  # noqa: PLR2004 - the middle of the blur is the border
    textures = materials().ground
    for number, where in ((ROAD[0], here & is_road), (PAVEMENT, here & ~is_road)):
        picture[where] = window.tiled(textures[number])[where]
    bare = here & grid.grow(~covered)
    stone, gutter = bare & ~is_road, bare & is_road
    picture[gutter & _beside(stone)] = GUTTER
    picture[stone & _beside(gutter)] = KERB_STONE


def _beside(mask: Array) -> Array:
    """Pixels with one of the mask above, below, left or right of them."""
    out: Array = grid.shift(mask, 1, 0) | grid.shift(mask, -1, 0)
    out |= grid.shift(mask, 0, 1) | grid.shift(mask, 0, -1)
    return out


def _loose(picture: Array, ground: Array, walls: Array, window: Window) -> None:
    ragged = (
        (window.tiled(noise.fractal(32, 3, 3)) - 0.5) * 0.75
        + (window.tiled(noise.fractal(64, 4, 2)) - 0.5) * 0.3
        + (window.tiled(noise.fractal(8, 9)) - 0.5) * 0.4
    )
    for number in LOOSE:
        cells = (ground == number) & ~walls
        if cells.any():
            _cover(picture, grid.soft(cells, EDGE_SIGMA), ragged, number, window)


def _cover(picture: Array, share: Array, ragged: Array, number: int, window: Window) -> None:
    where = (share + ragged > 0.5) & (share > 0.03)  # noqa: PLR2004 - see the module's rules
    picture[where] = window.tiled(materials().ground[number])[where]
    foot = grid.shift(where, 1, 1) & ~where
    picture[foot] = picture[foot] * 0.64
    if number != WATER:
        lip = where & ~grid.shift(where, 1, 1)
        picture[lip] = np.minimum(picture[lip] * 1.2, 255)


def _wear(picture: Array, indoors: Array, bare: Array, window: Window) -> None:
    """Ash blown into everything outdoors, less of it indoors, soot everywhere."""
    grain = (window.tiled(noise.ranked(128, 77, 1)) - 0.5) * 0.16
    inside = grid.grow(indoors)
    dry = grid.grow(~bare)
    ash = window.tiled(materials().ground[ASH])
    drift = window.tiled(noise.ranked(4, 50, 5)) + grain
    _blend(picture, (drift > 0.68) & ~inside & dry, ash, 0.42)  # noqa: PLR2004 - a third of the streets
    _blend(picture, (drift > 0.80) & inside, ash, 0.34)  # noqa: PLR2004 - a fifth of the rooms
    soot = window.tiled(noise.ranked(6, 82, 5)) + grain
    _blend(picture, (soot > 0.66) & dry, np.array(SOOT), 0.40)  # noqa: PLR2004 - a third of everything


def _blend(picture: Array, where: Array, other: Array, share: float) -> None:
    colour = other[where] if other.ndim > 1 else other
    picture[where] = picture[where] * (1 - share) + colour * share


def shade(picture: Array, walls: Array) -> None:
    """Darken the foot of walls and the ground in their shadow.

    Args:
        picture: uint8 ``[H, W, 3]``, changed in place.
        walls: bool ``[rows, columns]`` of the same window.
    """
    around = grid.pattern(walls)
    gap = grid.spread(grid.nearest(present=True, furthest=OCCLUSION_REACH), around)
    near = 1 - gap / OCCLUSION_REACH
    light = 1 - OCCLUSION * near * np.sqrt(near)
    light *= np.where(grid.spread(grid.cast_shadow(SHADOW_LENGTH), around), SHADOW, 1)
    light = np.where(grid.grow(walls), 1, light).astype(np.float32)
    np.multiply(picture, light[..., None], out=picture, casting="unsafe")
