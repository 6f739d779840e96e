"""Small maps as text, for tests of everything that reads Tiled files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.data.paths import maps_folder

if TYPE_CHECKING:
    from pathlib import Path

FIRST = {"ground": 1, "walls": 21, "decals": 33}
CONCRETE, WALL = FIRST["ground"] + 10, FIRST["walls"] + 1
TILESETS = "".join(f' <tileset firstgid="{first}" source="{name}.tsx"/>\n' for name, first in FIRST.items())
START = '<object id="1" type="Start" x="24" y="24"><point/></object>'
EXIT = '<object id="2" type="Exit" x="80" y="16" width="16" height="16"/>'


def csv(rows: list[list[int]]) -> str:
    return ",\n".join(",".join(map(str, row)) for row in rows)


def layer(name: str, rows: list[list[int]], extra: str = "") -> str:
    size = f'width="{len(rows[0])}" height="{len(rows)}"'
    data = f'<data encoding="csv">\n{csv(rows)}\n</data>'
    return f' <layer id="{len(name)}" name="{name}" {size} {extra}>\n  {data}\n </layer>\n'


def room(width: int, height: int, gaps: tuple[tuple[int, int], ...] = ()) -> list[list[int]]:
    """The walls of one room, without those at ``gaps``."""
    edge = [[0] * width for _ in range(height)]
    for y in range(height):
        for x in range(width):
            if (x in (0, width - 1) or y in (0, height - 1)) and (x, y) not in gaps:
                edge[y][x] = WALL
    return edge


def tmx(
    *,
    width: int = 8,
    height: int = 6,
    head: str = "",
    properties: str = '<property name="title" value="A room"/>',
    tilesets: str = TILESETS,
    layers: str | None = None,
    spawns: str = START,
    things: str = EXIT,
    groups: str = "",
    tail: str = "",
) -> str:
    """A walled room, eight by six, with a start and an exit."""
    painted = layers
    if painted is None:
        ground = [[CONCRETE] * width for _ in range(height)]
        painted = layer("ground", ground) + layer("walls", room(width, height))
    size = f'width="{width}" height="{height}" tilewidth="16" tileheight="16"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"{head}"
        f'<map version="1.8" orientation="orthogonal" {size} infinite="0">\n'
        f" <properties>{properties}</properties>\n"
        f"{tilesets}{painted}"
        f' <objectgroup id="50" name="spawns">\n{spawns}\n </objectgroup>\n'
        f' <objectgroup id="51" name="things">\n{things}\n </objectgroup>\n'
        f"{groups}{tail}</map>\n"
    )


def group(name: str, *objects: str) -> str:
    """An object layer."""
    inside = "\n".join(objects)
    return f' <objectgroup id="{60 + len(name)}" name="{name}">\n{inside}\n </objectgroup>\n'


def thing(
    number: int, kind: str, x: float, y: float, /, *, size: str = "", shape: str = "", **said: object
) -> str:
    """One object; ``said`` are its properties, typed as Python has them."""
    kinds: dict[type, str] = {bool: "bool", int: "int", float: "float", str: "string"}
    rows = "".join(
        f'<property name="{name}" type="{kinds[type(value)]}" value="{str(value).lower()}"/>'
        if not isinstance(value, str)
        else f'<property name="{name}" value="{value}"/>'
        for name, value in said.items()
    )
    inside = f"<properties>{rows}</properties>" if rows else ""
    mark = shape or ("" if size else "<point/>")
    return f'<object id="{number}" type="{kind}" x="{x}" y="{y}" {size}>{inside}{mark}</object>'


def save(folder: Path, text: str, name: str = "room.tmx") -> Path:
    """Write a map into a folder that has the game's tilesets."""
    for tileset in FIRST:
        source = maps_folder() / f"{tileset}.tsx"
        (folder / f"{tileset}.tsx").write_text(source.read_text("utf-8"), "utf-8")
    path = folder / name
    path.write_text(text, "utf-8")
    return path
