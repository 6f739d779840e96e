"""What each tile of the three tilesets means, and the properties of a whole map.

Rules of this module:
- The position in ``GROUND``, ``WALLS`` and ``DECALS`` IS the tile's number in the tileset: add at
  the end, never reorder. A cell is meaning; what it looks like is painted over it.
- ``maps/*.tsx`` are written from here; a tileset of the author's may set a property otherwise.
"""

# ruff: noqa: RUF009 - the calls in class bodies declare fields, they make no shared default

from __future__ import annotations

from dataclasses import dataclass

from game.data.contract import flag, label, pick, real, whole
from game.data.enums import Hero, Surface


@dataclass(frozen=True, slots=True)
class Tile:
    """What a tile of the map does."""

    walk: bool = flag("One can walk here.", default=True)
    see: bool = flag("One sees through it.", default=True)
    shot: bool = flag("Shots pass.", default=True)
    climb: bool = flag("One can climb over it.")
    surface: Surface = pick("What is underfoot, or what a shot strikes.", Surface.CONCRETE)
    noise: float = real("How loud a step is, as a share of the usual.", 1.0, 0.0, 4.0)
    ash: bool = flag("It holds footprints.")
    void: bool = flag("Nothing: one falls.")


@dataclass(frozen=True, slots=True)
class MapProperties:
    """What an author says about a whole map."""

    title: str = label("Message id or name of the level.", "untitled")
    chapter: int = whole("Which part of the campaign; 0 is none.", 0, 0, 99)
    hero: Hero = pick("Who is played.", Hero.NAMRA)
    ambient: float = real("Light where no lamp shines.", 0.2, 0.0, 1.0)
    wind: float = real("How hard it blows.", 0.3, 0.0, 1.0)
    music: str = label("Name of the music; empty is silence.")


def _ground(surface: Surface, noise: float = 1.0) -> Tile:
    return Tile(surface=surface, noise=noise)


def _wall(surface: Surface, *, see: bool = False, shot: bool = False, climb: bool = False) -> Tile:
    return Tile(walk=False, see=see, shot=shot, climb=climb, surface=surface)


GROUND: dict[str, Tile] = {
    "asphalt": _ground(Surface.ASPHALT),
    "road paint": _ground(Surface.ASPHALT),
    "sidewalk": _ground(Surface.CONCRETE),
    "dirt": _ground(Surface.DIRT, 0.8),
    "ash": Tile(surface=Surface.ASH, noise=0.6, ash=True),
    "rough rubble": _ground(Surface.RUBBLE, 1.4),
    "planks": _ground(Surface.WOOD, 1.1),
    "corridor slab": _ground(Surface.TILE, 1.1),
    "white tile": _ground(Surface.TILE, 1.2),
    "lab floor": _ground(Surface.TILE, 1.2),
    "concrete": _ground(Surface.CONCRETE),
    "green roof": _ground(Surface.CONCRETE),
    "grey roof": _ground(Surface.CONCRETE),
    "metal grating": _ground(Surface.METAL, 1.6),
    "glass shards": _ground(Surface.GLASS, 2.2),
    "void": Tile(walk=False, void=True),
    "shallow water": _ground(Surface.WATER, 1.3),
    "dry grass": _ground(Surface.GRASS, 0.8),
    "carpet": _ground(Surface.CARPET, 0.5),
    "stair": _ground(Surface.CONCRETE),
}

WALLS: dict[str, Tile] = {
    "brick": _wall(Surface.CONCRETE),
    "concrete": _wall(Surface.CONCRETE),
    "lab": _wall(Surface.TILE),
    "glass": _wall(Surface.GLASS, see=True),
    "fence": _wall(Surface.METAL, see=True, shot=True),
    "parapet": _wall(Surface.CONCRETE, see=True, shot=True, climb=True),
    "rubble heap": _wall(Surface.RUBBLE),
    "low barricade": _wall(Surface.WOOD, see=True, climb=True),
    "shelf row": _wall(Surface.WOOD),
    "burnt wall": _wall(Surface.CONCRETE),
    "curtain": Tile(see=False, surface=Surface.CARPET),
    "bars": _wall(Surface.METAL, see=True, shot=True),
}

DECALS: tuple[str, ...] = (
    "blood",
    "cracks",
    "line across",
    "arrow north",
    "poster",
    "leaves",
    "papers",
    "tyre marks across",
    "blood, spread",
    "cracks, forked",
    "line along",
    "arrow east",
    "poster, torn",
    "leaves, drifted",
    "papers, scattered",
    "tyre marks along",
    "red line across",
    "red line along",
    "warning stripes across",
    "warning stripes along",
    "blood, dragged across",
    "blood, dragged along",
)

GROUND_NUMBER = {name: number for number, name in enumerate(GROUND)}
WALL_NUMBER = {name: number for number, name in enumerate(WALLS)}
VOID = GROUND_NUMBER["void"]

TILESETS: dict[str, tuple[str, ...]] = {
    "ground": tuple(GROUND),
    "walls": tuple(WALLS),
    "decals": DECALS,
}
COLUMNS = {"ground": 10, "walls": 6, "decals": 8}
TILE_PX = 16  # px; one tile, in Tiled and in the tileset pictures
TILE_LAYERS = ("ground", "decals", "walls", "props", "roof")
OBJECT_LAYERS = ("spawns", "routes", "things", "light", "sound", "story", "notes")
PAINTED_FROM = {"ground": "ground", "decals": "decals", "walls": "walls", "roof": "ground"}
