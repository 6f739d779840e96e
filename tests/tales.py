"""Scenes with a script: a picture, things, and the TOML of what happens."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from typing import Any

from scenes import Scene, scene

from game.data.area import Area
from game.data.contract import Thing
from game.data.script import Script, parse_script
from game.ecs.events import Event
from game.ecs.schedule import System, system
from game.ecs.world import World
from game.sim.components import Body
from game.sim.happenings import Said, Staged
from game.sim.resources import Story


def tale(art: str, script: str = "", things: Sequence[Thing] = (), **want: Any) -> Scene:
    """Make a world from a picture, with things in it and a story to tell."""
    made = scene(art, things=things, **want)
    made.world.resources[Script] = parse_script(tomllib.loads(script), "tale.toml")
    return made


def telling(kind: type[Event], **columns: Any) -> System:
    """A system that tells an event: for those that live no longer than a tick."""

    @system
    def tell(world: World) -> None:
        world.events.emit(kind, **columns)

    return tell


def story(made: Scene) -> Story:
    """The story so far."""
    return made.world.resource(Story)


def events(made: Scene) -> list[str]:
    """Names of the events told, in order."""
    return [row["name"] for row in made.heard(Staged)]


def lines(made: Scene) -> list[str]:
    """Ids of the lines said, in order."""
    return [row["line"] for row in made.heard(Said)]


def walk_to(made: Scene, x: float, y: float, who: str = "@") -> Scene:
    """Put somebody somewhere else."""
    return made.set(Body, who, pos=(x, y))


def box(x: float, y: float, wide: float = 1, high: float = 1) -> Area:
    """A rectangle of the map, tiles."""
    return Area.rect(x, y, wide, high)
