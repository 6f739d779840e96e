"""Layers and things in, a Level out: the one place where tiles gain their meaning.

Rules of this module: pure; no file is opened; both the TMX reader and sketches come through here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data import lightmap
from game.data.enums import SURFACES
from game.data.level import QUARTERS, Level
from game.data.things import Light, LightZone, Power, Prop
from game.data.tiles import GROUND, VOID, WALLS, MapProperties, Tile

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    import numpy.typing as npt

    from game.data.contract import Thing

    Grid = npt.NDArray[np.bool_]
    Numbers = npt.NDArray[np.int64]

NOTHING = Tile(surface=GROUND["void"].surface)


@dataclass(frozen=True, slots=True, eq=False)
class Layers:
    """The painted cells: tile numbers [height, width], -1 where nothing is painted."""

    ground: Numbers
    walls: Numbers
    decals: Numbers
    roof: Numbers


@dataclass(frozen=True, slots=True)
class Palette:
    """What each tile number does: the game's own, or what an author's tileset says otherwise."""

    ground: Sequence[Tile] = tuple(GROUND.values())
    walls: Sequence[Tile] = tuple(WALLS.values())


def compose(
    path: Path,
    about: MapProperties,
    layers: Layers,
    things: Sequence[Thing],
    palette: Palette | None = None,
) -> Level:
    """Build a Level.

    Args:
        path: where it came from.
        about: the map's own properties.
        layers: what was painted; a cell without ground is void.
        things: what was placed, in file order, references resolved.
        palette: what the tiles mean; the game's own when None.
    """
    kinds = palette or Palette()
    ground = np.where(layers.ground < 0, VOID, layers.ground)
    has_wall = layers.walls >= 0
    masks = _Masks(kinds, ground, layers.walls, [x for x in things if isinstance(x, Prop)])
    opaque = masks.tiles("see", props=masks.tall)
    return Level(
        path=path,
        title=about.title,
        chapter=about.chapter,
        hero=str(about.hero),
        ambient=about.ambient,
        wind=about.wind,
        music=about.music,
        width=ground.shape[1],
        height=ground.shape[0],
        ground=ground.astype(np.uint8),
        walls=layers.walls.astype(np.int8),
        decals=layers.decals.astype(np.int16),
        roof=layers.roof.astype(np.int8),
        solid=masks.tiles("walk", props=masks.solid),
        opaque=opaque,
        shield=masks.tiles("shot", props=masks.tall),
        climb=masks.wall_has("climb"),
        void=masks.ground_has("void") & ~has_wall,
        ash=masks.ground_has("ash") & ~has_wall,
        surface=_surface(kinds, ground, layers.walls),
        hush=_hush(kinds)[ground],
        footprint=masks.footprint(),
        light=_light(opaque, about.ambient, things),
        things=tuple(things),
    )


class _Masks:
    """The yes-or-no grids of one level."""

    def __init__(self, kinds: Palette, ground: Numbers, walls: Numbers, props: Sequence[Prop]) -> None:
        self.kinds, self.ground, self.walls = kinds, ground, walls
        self.solid = [prop for prop in props if prop.solid]
        self.tall = [prop for prop in props if not prop.see]

    def wall_has(self, name: str) -> Grid:
        """Where the wall tile says ``name``; false without a wall."""
        table = _flags((*self.kinds.walls, NOTHING), name)
        found: Grid = table[self.walls] & (self.walls >= 0)
        return found

    def ground_has(self, name: str) -> Grid:
        """Where the ground tile says ``name``."""
        found: Grid = _flags(self.kinds.ground, name)[self.ground]
        return found

    def tiles(self, passes: str, props: Iterable[Prop]) -> Grid:
        """Tiles that a wall, the ground or a prop over their centre does not let ``passes``."""
        stopped = ~self.ground_has(passes) | ((self.walls >= 0) & ~self.wall_has(passes))
        return _with_props(stopped, props, 1)

    def footprint(self) -> Grid:
        """Quarter tiles that a body cannot enter."""
        walls = (self.walls >= 0) & ~self.wall_has("walk")
        blocked = ~self.ground_has("walk") & ~self.ground_has("void")
        cells = np.repeat(np.repeat(walls | blocked, QUARTERS, axis=0), QUARTERS, axis=1)
        return _with_props(cells, self.solid, QUARTERS)


def _with_props(cells: Grid, props: Iterable[Prop], per_tile: int) -> Grid:
    for prop in props:
        window, inside = prop.area.raster(cells.shape, per_tile)
        cells[window] |= inside
    return cells


def _surface(kinds: Palette, ground: Numbers, walls: Numbers) -> npt.NDArray[np.uint8]:
    under = _surface_table(kinds.ground)[ground]
    if not kinds.walls:
        return under
    return np.where(walls >= 0, _surface_table(kinds.walls)[walls], under)


def _surface_table(tiles: Sequence[Tile]) -> npt.NDArray[np.uint8]:
    return np.array([SURFACES.index(tile.surface) for tile in tiles], dtype=np.uint8)


def _flags(tiles: Sequence[Tile], name: str) -> Grid:
    return np.array([getattr(tile, name) for tile in tiles], dtype=np.bool_)


def _hush(kinds: Palette) -> npt.NDArray[np.float32]:
    return np.array([tile.noise for tile in kinds.ground], dtype=np.float32)


def _light(opaque: Grid, ambient: float, things: Sequence[Thing]) -> npt.NDArray[np.float32]:
    zones = [x for x in things if isinstance(x, LightZone)]
    lights = [x for x in things if isinstance(x, Light)]
    running = lightmap.resting(x for x in things if isinstance(x, Power))
    return lightmap.bake(opaque, ambient, zones, lights, running)
