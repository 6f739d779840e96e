"""From a .tmx to a Level: the only importer of pytmx.

Rules of this module:
- ``tmxgate`` sees the file first; pytmx is given what it let through, and opens nothing itself.
- pytmx is imported when the first map is read, not before: it brings pygame along.
- ``load`` refuses a map with any error; ``read`` and ``survey`` say all of them, for lint.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from game.data.area import SIZED, Area, Shape, turned
from game.data.budget import within_budget
from game.data.compose import compose
from game.data.findings import Drawn, Findings
from game.data.layers import check_layers, paint, palette_of
from game.data.parse import parse_properties, parse_things
from game.data.tiles import TILE_PX, MapProperties
from game.data.tmxgate import Admitted, admit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from game.data.level import Level


@dataclass(frozen=True, slots=True)
class Survey:
    """A map as far as it can be understood.

    Attributes:
        level: with whatever is wrong left out.
        drawn: every object of the layers that are on, meaningful or not.
        found: what is wrong with file, layers, objects and properties.
    """

    level: Level
    drawn: tuple[Drawn, ...]
    found: Findings


def load(path: Path) -> Level:
    """Read a map.

    Raises:
        BadInput: the map has an error; ``file:line: code place: what to do``.
    """
    survey_ = survey(path)
    survey_.found.refuse()
    return survey_.level


def survey(path: Path) -> Survey:
    """Read a map and everything that is wrong with it.

    Raises:
        BadInput: it cannot be read at all.
    """
    admitted = admit(path)
    found = Findings(str(admitted.path), admitted.line)
    check_layers(admitted, found)
    tmx = _parsed(admitted)
    layers = paint(tmx, admitted, found)
    drawn = tuple(_drawn(tmx))
    about = MapProperties(**parse_properties(MapProperties, admitted.about, found.whole))
    size = tmx.width, tmx.height
    things = within_budget(parse_things(drawn, size, found), size, found)
    palette = palette_of(admitted.tilesets, found)
    return Survey(compose(path, about, layers, things, palette), drawn, found)


def _parsed(admitted: Admitted) -> Any:
    """What pytmx makes of the clean tree."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")
    import pytmx  # noqa: PLC0415 - it imports pygame; only those who read maps should pay

    tmx = pytmx.TiledMap(allow_duplicate_names=True)  # ours never are read as attributes
    tmx.filename = str(admitted.path)
    tmx.parse_xml(admitted.root)
    return tmx


def _drawn(tmx: Any) -> Iterable[Drawn]:
    for layer in tmx.layers:
        for one in layer if not hasattr(layer, "data") else ():
            yield Drawn(
                id=one.id,
                name=one.name or "",
                kind=one.type or "",
                layer=layer.name,
                line=int(one.line),
                shape=one.shape,
                area=_area(one),
                properties=one.properties,
            )


def _area(one: Any) -> Area:
    """Where pytmx's object lies, in tiles, its turn applied."""
    x, y = one.x / TILE_PX, one.y / TILE_PX
    if one.shape in ("polygon", "polyline"):
        vertices = [(px / TILE_PX, py / TILE_PX) for px, py in one.points]
        return Area(one.shape, turned(vertices, (x, y), one.rotation), turn=one.rotation)
    if one.shape == "point":
        return Area.point(x, y)
    shape: Shape = "ellipse" if one.shape in ("ellipse", "capsule") else "rect"
    made = Area.ellipse if shape in SIZED[1:] else Area.rect
    return made(x, y, one.width / TILE_PX, one.height / TILE_PX, one.rotation)
