"""The stage: firing events, and finding the people a script speaks of.

Rules of this module:
- An event that fires is remembered with the tick of its first time, told as ``Staged``, and its beat goes
  onto the agenda: once, or each time when the beat says ``again``.
- The agenda is sorted by tick, then by the order things were put there: one story, one order.
"""

from __future__ import annotations

from bisect import insort
from typing import Any

import numpy as np

from game.data.actions import Wait
from game.data.contract import Thing
from game.data.level import Level
from game.data.script import Beat, Script
from game.ecs.world import Entity, World
from game.sim.components import Actor, Body, Health, Ids, Pilot, Vec
from game.sim.happenings import Staged
from game.sim.resources import Clock, Story


def fire(world: World, name: str) -> None:
    """Let an event happen now."""
    if not name:
        return
    story, tick = world.resource(Story), world.resource(Clock).tick
    is_first = name not in story.events
    story.events.setdefault(name, tick)
    world.events.emit(Staged, name=name)
    beat = world.resource(Script).beats.get(name)
    if beat is not None and (is_first or beat.again):
        plan(world, beat)


def plan(world: World, beat: Beat) -> None:
    """Put what a beat does onto the agenda."""
    story, clock = world.resource(Story), world.resource(Clock)
    seconds, order = 0.0, max((entry[1] for entry in story.agenda), default=-1)
    for number, action in enumerate(beat.actions):
        if isinstance(action, Wait):
            seconds += action.wait
        else:
            order += 1
            insort(story.agenda, (clock.after(seconds), order, f"{beat.name}/{number}"))


def named(level: Level, name: str) -> list[Thing]:
    """Return all things of the map of this name, in file order."""
    return [thing for thing in level.things if thing.name == name]


def people_of(world: World, things: list[Thing]) -> Ids:
    """Return the ids ``(k,)`` of those who came from these things and live."""
    rows = world.rows(Actor)
    ids: Ids = world.whole(Entity).id[rows]
    came = np.isin(world.whole(Actor).thing[rows], [thing.id for thing in things])
    return ids[came & (world.whole(Health).hp[rows] > 0)]


def people_named(world: World, name: str) -> Ids:
    """Return the ids ``(k,)`` of those who came from things of this name and live."""
    return people_of(world, named(world.resource(Level), name))


def heroes(world: World) -> Vec:
    """Return where the players who live stand, ``(k, 2)`` tile."""
    rows = world.rows(Pilot)
    pos: Vec = world.whole(Body).pos[rows]
    return pos[world.whole(Health).hp[rows] > 0]


def hero_ids(world: World) -> Ids:
    """Return the ids ``(k,)`` of the players."""
    ids: Ids = world.whole(Entity).id[world.rows(Pilot)]
    return ids


def distances(points: Any, x: float, y: float) -> Any:
    """Return how far each of ``points (k, 2)`` is from a place, ``(k,)`` tile."""
    dx, dy = points[:, 0] - np.float32(x), points[:, 1] - np.float32(y)
    return np.sqrt(dx * dx + dy * dy)
