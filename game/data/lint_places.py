"""Lint: whether things stand where they can, and lead where they should."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.data.level import QUARTERS

if TYPE_CHECKING:
    from game.data.area import Point
    from game.data.findings import Findings
    from game.data.level import Level
    from game.data.things import Exit, Gap, SpawnField

LONGEST_LEAP = 3.0  # tile; the farthest a hero at full run jumps


def check_places(level: Level, found: Findings) -> None:
    """Report starts, spawns, routes, exits, gaps and doors that cannot be as they are."""
    _check_starts(level, found)
    for one in (*level.starts, *level.spawns):
        if (text := _blocked(level, one.area.at)) is not None:
            found.thing(one, "E408", f"stands {text}. Move it to free ground")
    for field in level.fields:
        _check_field(level, field, found)
    for route in level.routes:
        for number, point in enumerate(route.area.points, 1):
            if (text := _blocked(level, point)) is not None:
                found.thing(route, "E409", f"point {number} lies {text}. Move it to free ground")
    _check_exits(level, found)
    for gap in level.gaps:
        _check_gap(gap, found)


def _blocked(level: Level, at: Point) -> str | None:
    """Why nobody can stand there, or None."""
    x, y = math.floor(at[0]), math.floor(at[1])
    if not (0 <= x < level.width and 0 <= y < level.height):
        return f"off the map at tile ({x}, {y})"
    if level.void[y, x]:
        return f"over nothing at tile ({x}, {y})"
    if level.footprint[math.floor(at[1] * QUARTERS), math.floor(at[0] * QUARTERS)]:
        return f"inside a {'wall' if level.walls[y, x] >= 0 else 'prop'} at tile ({x}, {y})"
    return None


def _check_starts(level: Level, found: Findings) -> None:
    slots = [start.slot for start in level.starts]
    if 0 not in slots:
        found.whole("E410", "has no Start with slot 0. Insert a point and set its class to Start")
    for start in level.starts:
        if slots.count(start.slot) > 1:
            text = f"slot {start.slot} is used {slots.count(start.slot)} times. Number them apart"
            found.thing(start, "E411", text)


def _check_field(level: Level, field: SpawnField, found: Findings) -> None:
    window, inside = field.area.raster(level.solid.shape)
    free = int((inside & ~level.solid[window]).sum())
    if not free:
        found.thing(field, "E412", "covers no free ground. Move or enlarge it")
    elif free < field.count_max:
        text = f"has {free} free tiles for up to {field.count_max}. Enlarge it, or lower count_max"
        found.thing(field, "W413", text)


def _check_exits(level: Level, found: Findings) -> None:
    if not level.exits:
        found.whole("E403", "has no Exit, so it never ends. Draw a box and set its class to Exit")
    for way in level.exits:
        if way.to_map and not _leads_somewhere(level, way):
            text = f"to_map {way.to_map!r} does not exist beside this map; empty ends the campaign"
            found.thing(way, "E404", text)


def _leads_somewhere(level: Level, way: Exit) -> bool:
    return "/" not in way.to_map and (level.path.parent / way.to_map).is_file()


def _check_gap(gap: Gap, found: Findings) -> None:
    """The shorter side of a box, or the whole of a line, is what must be leapt."""
    (ax, ay), (bx, by) = gap.area.points[0], gap.area.points[-1]
    drawn = math.dist((ax, ay), (bx, by))
    wide = min(gap.area.size) if gap.area.shape == "rect" else drawn
    if wide > LONGEST_LEAP:
        text = f"is {wide:g} tiles wide; the longest leap is {LONGEST_LEAP:g}. Narrow it"
        found.thing(gap, "E414", text)
