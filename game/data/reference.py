"""The authors' reference: every class, property, tile and model, in Markdown, from the contract.

Rules of this module: pure; it says nothing that the declarations do not.
"""

from __future__ import annotations

from inspect import getdoc
from typing import TYPE_CHECKING

from game.data.condition import GRAMMAR
from game.data.contract import Kind, Property, properties
from game.data.models import MODELS
from game.data.project import ENUMS, default_of
from game.data.things import THINGS
from game.data.tiles import DECALS, GROUND, OBJECT_LAYERS, TILE_LAYERS, WALLS, MapProperties, Tile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TITLE = """# What a level may hold

Lengths are tiles, times seconds, angles degrees clockwise from east. What you do not set has its
default; Tiled shows it in grey. Written by `python -m game.data.schema`; do not edit."""


def reference() -> str:
    """The whole text of ``maps/REFERENCE.md``."""
    parts = (_layers(), _map(), _classes(), _lists(), _conditions(), _tiles(), _models())
    return "\n\n".join([TITLE, *("\n".join(part) for part in parts)]) + "\n"


def _layers() -> Iterator[str]:
    yield "## Layers"
    yield ""
    yield f"Tile layers, from the bottom: {_ticked(TILE_LAYERS)}; `ground` and `walls` are needed."
    yield f"Object layers: {_ticked(OBJECT_LAYERS)}. The class gives the meaning, not the layer."
    yield "A layer or group whose name begins with `//` is off. What lies on `notes` is for you only."


def _map() -> Iterator[str]:
    yield "## Map properties"
    yield ""
    yield from _table(MapProperties)


def _classes() -> Iterator[str]:
    yield "## Objects"
    for kind in THINGS:
        yield ""
        yield f"### {kind.__name__}"
        yield ""
        yield f"{getdoc(kind)} Drawn as {' or '.join(kind.SHAPES)}, on layer `{kind.HOME}`."
        yield ""
        yield from _table(kind)


def _table(declared: type) -> Iterator[str]:
    yield "| property | kind | default | |"
    yield "|---|---|---|---|"
    for name, member in properties(declared).items():
        yield f"| `{name}` | {_kind(member)} | {_default(member)} | {member.doc} |"


def _default(member: Property) -> str:
    if member.by_model:
        return "as its kind"
    if member.kind is Kind.REF:
        return "none"
    if member.kind is Kind.BOOL:
        return "on" if member.default else "off"
    text = str(default_of(member))
    return f"`{text}`" if text else ""


def _kind(member: Property) -> str:
    if member.words is not None:
        return f"[{member.words.__name__}](#lists)"
    if member.kind is Kind.WHEN:
        return "[condition](#conditions)"
    if member.kind is Kind.REF:
        return f"a {member.target or 'object'}"
    if member.kind in (Kind.INT, Kind.FLOAT):
        unit = f" {member.unit}" if member.unit else ""
        return f"{member.low:g} to {member.high:g}{unit}"
    return {Kind.BOOL: "tick box", Kind.WORDS: "words, by commas"}.get(member.kind, member.kind.value)


def _lists() -> Iterator[str]:
    yield "## Lists"
    yield ""
    for enum in ENUMS:
        yield f"- **{enum.__name__}**: {_ticked(enum)}. {getdoc(enum)}"


def _conditions() -> Iterator[str]:
    yield "## Conditions"
    yield ""
    yield f"Write {GRAMMAR}, joined by spaces: all must hold. `!` in front turns a term round."
    yield "`tag:1` is the first name tag of the map's file; an empty condition always holds."


def _tiles() -> Iterator[str]:
    yield "## Tiles"
    yield ""
    yield "A cell is meaning; its look is painted over it. Tile properties:"
    yield ""
    yield from _table(Tile)
    for title, tiles in (("Ground", GROUND), ("Walls", WALLS)):
        yield ""
        yield f"| {title} | surface | walk | see | shot | climb | step |"
        yield "|---|---|---|---|---|---|---|"
        for number, (name, tile) in enumerate(tiles.items()):
            able = [_tick(able) for able in (tile.walk, tile.see, tile.shot, tile.climb)]
            yield f"| {number} {name} | {tile.surface} | {' | '.join(able)} | {tile.noise:g} |"
    yield ""
    yield f"Decals: {', '.join(f'{number} {name}' for number, name in enumerate(DECALS))}."


def _models() -> Iterator[str]:
    yield "## Models of a Prop"
    yield ""
    yield "| model | size, tiles | solid | see over | HP |"
    yield "|---|---|---|---|---|"
    for name, model in MODELS.items():
        width, height = model.size
        size = f"{width:g} x {height:g}"
        yield f"| `{name}` | {size} | {_tick(model.solid)} | {_tick(model.see)} | {model.hp or ''} |"


def _tick(able: bool) -> str:  # noqa: FBT001 - a cell of a table
    return "yes" if able else ""


def _ticked(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)
