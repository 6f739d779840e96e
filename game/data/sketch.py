"""A level from a picture, without any file: for tests, bots and benchmarks.

The alphabet::

    #  concrete wall     .  concrete floor   ,  ash            ~  shallow water
    g  glass             f  fence            =  low barricade  +  closed wooden door
    E  exit              T  name tag         *  a lamp         @  start

Rules of this module:
- Any other sign is plain floor, and ``spots`` says where it stands.
- Neighbouring ``+`` in a row or column are one door; neighbouring ``E`` are one exit.
- A space, and whatever lies beyond the end of a line, is wall: nothing drawn is solid mass.
- ``legend`` gives a sign another meaning: the name of a ground or wall tile (``{"s": "shelf row"}``).
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data.area import Area
from game.data.compose import Layers, compose
from game.data.contract import Thing
from game.data.things import Door, Exit, Light, NameTag, Start
from game.data.tiles import GROUND_NUMBER, WALL_NUMBER, MapProperties

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from game.data.area import Point
    from game.data.level import Level

FLOOR = "concrete"
ALPHABET = {
    "#": "concrete wall",
    " ": "concrete wall",
    "g": "glass",
    "f": "fence",
    "=": "low barricade",
    ",": "ash",
    "~": "shallow water",
}
BY_DAY = MapProperties(title="sketch", ambient=1.0)  # unless asked otherwise, tests see by day


def sketch(
    art: str,
    legend: Mapping[str, str] | None = None,
    *,
    things: Sequence[Thing] = (),
    **level_options: Any,
) -> Level:
    """A Level from a picture.

    Args:
        art: one sign a tile, one line a row; common indent and empty first and last line are cut.
        legend: further signs, each the name of a ground or wall tile.
        things: more to place, after what the picture shows.
        level_options: fields of ``MapProperties``: title, hero, ambient, wind, ...

    Raises:
        ValueError: the picture is empty, or the legend names no tile.
    """
    rows = _rows(art)
    meaning = ALPHABET | dict(legend or {})
    layers = _paint(rows, meaning)
    about = replace(BY_DAY, **level_options)
    placed = _number([*_place(rows, meaning), *things])
    return compose(Path(), about, layers, placed)


def spots(art: str) -> dict[str, list[Point]]:
    """Tile centres of every sign that is a letter, digit or other mark, by sign, in reading order."""
    found: dict[str, list[Point]] = {}
    for y, row in enumerate(_rows(art)):
        for x, sign in enumerate(row):
            if sign not in "# .":
                found.setdefault(sign, []).append((x + 0.5, y + 0.5))
    return found


def _rows(art: str) -> list[str]:
    lines = dedent(art).strip("\n").splitlines()
    while lines and not lines[-1].strip():
        lines.pop()
    if not lines:
        raise ValueError("the picture is empty")
    width = max(map(len, lines))
    return [line.ljust(width) for line in lines]


def _paint(rows: Sequence[str], meaning: Mapping[str, str]) -> Layers:
    shape = len(rows), len(rows[0])
    ground = np.full(shape, GROUND_NUMBER[FLOOR], dtype=np.int64)
    walls = np.full(shape, -1, dtype=np.int64)
    for y, row in enumerate(rows):
        for x, sign in enumerate(row):
            _paint_tile(ground, walls, (y, x), meaning.get(sign, FLOOR))
    empty = np.full(shape, -1, dtype=np.int64)
    return Layers(ground, walls, empty, empty)


def _paint_tile(ground: Any, walls: Any, cell: tuple[int, int], name: str) -> None:
    if name == "concrete wall":
        walls[cell] = WALL_NUMBER["concrete"]
    elif name in WALL_NUMBER and name not in GROUND_NUMBER:
        walls[cell] = WALL_NUMBER[name]
    elif name in GROUND_NUMBER:
        ground[cell] = GROUND_NUMBER[name]
    else:
        raise ValueError(f"no ground or wall tile is called {name!r}")


def _place(rows: Sequence[str], meaning: Mapping[str, str]) -> Iterator[Thing]:
    for area in _runs(rows, "+", meaning):
        yield Door(area=area)
    for area in _runs(rows, "E", meaning):
        yield Exit(area=area)
    for sign, kind in (("T", NameTag), ("*", Light), ("@", Start)):
        for y, row in enumerate(rows):
            for x, found in enumerate(row):
                if found == sign and sign not in meaning:
                    yield kind(area=Area.point(x + 0.5, y + 0.5))


def _runs(rows: Sequence[str], sign: str, meaning: Mapping[str, str]) -> Iterator[Area]:
    """Rectangles of neighbouring signs: as wide as a row has them, then as tall as that width."""
    left = {(y, x) for y, row in enumerate(rows) for x, s in enumerate(row) if s == sign}
    if sign in meaning:
        return
    for y, x in sorted(left):
        if (y, x) not in left:
            continue
        width = height = 1
        while (y, x + width) in left:
            width += 1
        while all((y + height, x + dx) in left for dx in range(width)):
            height += 1
        left -= {(y + dy, x + dx) for dy in range(height) for dx in range(width)}
        yield Area.rect(x, y, width, height)


def _number(things: Sequence[Thing]) -> list[Thing]:
    """Ids 1, 2, 3 ... for those that have none."""
    taken = {thing.id for thing in things}
    free = (number for number in range(1, len(things) * 2 + 2) if number not in taken)
    return [replace(thing, id=next(free)) if not thing.id else thing for thing in things]
