"""The three tilesets as Tiled reads them: which tile is which, what it does, terrain brushes.

Rules of this module: pure; only properties that differ from the default are written, as Tiled
does; each tile is its own terrain, so that the terrain panel lists the materials by name.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from game.data.contract import Kind, properties
from game.data.tiles import COLUMNS, GROUND, TILE_PX, TILESETS, WALLS, Tile

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEANING: dict[str, dict[str, Tile]] = {"ground": GROUND, "walls": WALLS, "decals": {}}
_TINTS = ("#c85028", "#50a0fa", "#78dca0", "#ffc800", "#9664ff", "#64dcdc", "#fa78fa", "#c8c8c8")


def tileset(name: str) -> str:
    """The text of ``maps/NAME.tsx``."""
    names, columns = TILESETS[name], COLUMNS[name]
    rows = -(-len(names) // columns)
    size = f'tilewidth="{TILE_PX}" tileheight="{TILE_PX}" tilecount="{len(names)}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<tileset version="1.8" tiledversion="1.8.2" name="{name}" {size} columns="{columns}">',
        f' <image source="{name}.png" width="{columns * TILE_PX}" height="{rows * TILE_PX}"/>',
        *_tiles(_MEANING[name]),
        *_terrains(name, names),
        "</tileset>",
    ]
    return "\n".join(lines) + "\n"


def _tiles(meaning: dict[str, Tile]) -> Iterator[str]:
    for number, tile in enumerate(meaning.values()):
        written = list(_properties(tile))
        if written:
            yield f' <tile id="{number}" type="Tile">'
            yield "  <properties>"
            yield from written
            yield "  </properties>"
            yield " </tile>"


def _properties(tile: Tile) -> Iterator[str]:
    declared = properties(Tile)
    for name in sorted(field.name for field in fields(tile)):
        value: Any = getattr(tile, name)
        if value == declared[name].default:
            continue
        if declared[name].kind is Kind.ENUM:
            yield f'   <property name="{name}" propertytype="{type(value).__name__}" value="{value}"/>'
        else:
            text = str(value).lower()
            yield f'   <property name="{name}" type="{declared[name].kind}" value="{text}"/>'


def _terrains(name: str, names: tuple[str, ...]) -> Iterator[str]:
    """One terrain a tile, all four corners of the tile its own."""
    yield " <wangsets>"
    yield f'  <wangset name="{name}" type="corner" tile="-1">'
    for number, called in enumerate(names):
        tint = _TINTS[number % len(_TINTS)]
        yield f'   <wangcolor name={quoteattr(called)} color="{tint}" tile="{number}" probability="1"/>'
    for number in range(len(names)):
        yield f'   <wangtile tileid="{number}" wangid="{",".join(["0", str(number + 1)] * 4)}"/>'
    yield "  </wangset>"
    yield " </wangsets>"
