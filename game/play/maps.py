"""Reading maps by the name a person gives them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from game.data.area import Area
from game.data.errors import BadInput
from game.data.findings import did_you_mean
from game.data.paths import find_map
from game.data.things import Start
from game.data.tiled import load

if TYPE_CHECKING:
    from game.data.contract import Thing
    from game.data.level import Level


def load_map(name: str) -> Level:
    """Read the map of this name or path.

    Raises:
        BadInput: there is none, or it cannot be read.
    """
    return load(find_map(name))


def begin_at(level: Level, at: str = "", hero: str = "") -> Level:
    """Return the level as an author tries it: entered at some object, or by another hero.

    Args:
        level: the map.
        at: name or id of an object; empty for the Start.
        hero: who is played; empty for whom the map says.

    Raises:
        BadInput: the map has no such object.
    """
    if hero:
        level = replace(level, hero=hero)
    if not at:
        return level
    x, y = _find(level, at).area.at
    there = [_moved(thing, x, y) for thing in level.things]
    return replace(level, things=tuple(there))


def _moved(thing: Thing, x: float, y: float) -> Thing:
    if isinstance(thing, Start) and thing.slot == 0:
        return replace(thing, area=Area.point(x, y))
    return thing


def _find(level: Level, at: str) -> Thing:
    named = level.named(at)
    if named is not None:
        return named
    found = next((thing for thing in level.things if str(thing.id) == at), None)
    if found is None:
        names = [thing.name for thing in level.things if thing.name]
        raise BadInput(str(level.path), f"no object is called {at!r}.{did_you_mean(at, names)}")
    return found
