"""What to do next.

Rules of this module:
- Objectives that are not optional follow one another by ``order``; the one now is the first not done.
- Reaching a later one passes by those before it: there is more than one way through a level.
- An objective with a target is done when the target is: a tag or item taken, a trigger fired, a choice
  made, somebody dead. One without is done by standing in its area (``reach``), or by the script.
"""

from __future__ import annotations

from functools import lru_cache

from game.data.enums import Task
from game.data.level import Level
from game.data.things import Choice, Item, NameTag, Objective, Spawn, SpawnField, Trigger
from game.ecs.events import Read
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import Vec
from game.sim.happenings import Reached, Took
from game.sim.resources import Clock, Story
from game.sim.story.stage import distances, heroes, people_of

PERIOD = 6  # ticks between two looks at where the heroes stand
POINT_TILES = 2.0  # an objective that is a point counts as reached this near


def current(level: Level, story: Story) -> Objective | None:
    """Return the objective now, or None when all are done."""
    return next((o for o in _in_order(level) if not o.optional and o.id not in story.done), None)


def optional(level: Level, story: Story) -> list[Objective]:
    """Return the optional objectives the player was told of and has not done, in order."""
    return [o for o in _in_order(level) if o.id in story.noted and o.id not in story.done]


def complete(world: World, objective: Objective) -> None:
    """Mark an objective as done, and those it passes by."""
    story = world.resource(Story)
    if objective.id in story.done:
        return
    if not objective.optional:
        _pass_by(world, objective.order)
    story.done.append(objective.id)
    world.events.emit(Reached, what="objective", name=objective.text)


def pass_to(world: World, text: str) -> None:
    """Make this objective the one now; an optional one is told of."""
    story = world.resource(Story)
    for objective in world.resource(Level).objectives:
        if objective.text != text or objective.id in story.done:
            continue
        before = len(story.noted) + len(story.done)
        if objective.optional and objective.id not in story.noted:
            story.noted.append(objective.id)
        elif not objective.optional:
            _pass_by(world, objective.order)
        if len(story.noted) + len(story.done) > before:
            world.events.emit(Reached, what="aim", name=text)


@system
def pursue(world: World, level: Level, story: Story, clock: Clock, took: Read[Took]) -> None:
    """See which objectives are reached."""
    if not (len(took) or clock.every(PERIOD)):
        return
    now = current(level, story)
    if now is None:
        return
    taken, places = took.thing.tolist(), heroes(world)
    for objective in _in_order(level):
        is_ahead = objective.order >= now.order or objective.optional
        if is_ahead and objective.id not in story.done and _is_met(world, objective, places, taken):
            complete(world, objective)


def _is_met(world: World, objective: Objective, places: Vec, taken: list[int]) -> bool:
    story, level = world.resource(Story), world.resource(Level)
    target = level.thing(objective.target) if objective.target else None
    if isinstance(target, (NameTag, Item)):
        return target.id in taken
    if isinstance(target, Trigger):
        return target.id in story.fired
    if isinstance(target, Choice):
        return target.choice in story.choices
    if isinstance(target, (Spawn, SpawnField)) and objective.task is Task.KILL:
        return target.when.holds(story) and not len(people_of(world, [target]))
    return objective.task is Task.REACH and _stands_in(objective, places)


def _stands_in(objective: Objective, places: Vec) -> bool:
    if objective.area.shape == "point":
        return bool((distances(places, *objective.area.at) <= POINT_TILES).any())
    x0, y0, x1, y1 = _box(objective)
    near = [(x, y) for x, y in places.tolist() if x0 <= x <= x1 and y0 <= y <= y1]
    return any(objective.area.contains(x, y) for x, y in near)


def _pass_by(world: World, order: int) -> None:
    """Everything before this order is done or does not matter any more."""
    story = world.resource(Story)
    story.done += [
        o.id
        for o in _in_order(world.resource(Level))
        if o.order < order and not o.optional and o.id not in story.done
    ]


@lru_cache(maxsize=8)
def _in_order(level: Level) -> tuple[Objective, ...]:
    return tuple(sorted(level.objectives, key=lambda o: (o.order, o.id)))


@lru_cache(maxsize=256)
def _box(objective: Objective) -> tuple[float, float, float, float]:
    return objective.area.box
