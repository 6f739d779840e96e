"""Triggers: places where something happens, and an event is fired.

Rules of this module:
- ``enter`` goes off when a hero stands in the area while its condition holds and did not a tick ago: a
  door that opens late still greets who waits before it. ``leave`` when no hero stands there any more.
- ``use``: the use button in the area, or within a hand's reach of it. ``noise``: something loud enough to
  wake a sleeper sounds inside, but not what the dead do. ``kill``: somebody who came from inside dies.
  ``all_dead``: the last one of those has. ``tag``: a name tag that lay inside is taken.
- ``once`` is once; the others go off again, but never twice in one tick.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.data.contract import Thing
from game.data.enums import TriggerOn
from game.data.level import Level
from game.data.things import Trigger
from game.data.tuning import Tuning
from game.ecs.column import Has
from game.ecs.events import Read
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import Body, Goods, Health, Pilot, Side, Vec
from game.sim.hands import switches_at
from game.sim.happenings import Died, Noise, Took, Use
from game.sim.resources import Clock, Story
from game.sim.story.stage import fire, people_of

PERIOD = 3
"""Ticks between two looks at who stands where; nobody crosses a doorway in less."""
STANDING = frozenset({TriggerOn.ENTER, TriggerOn.LEAVE})


@system
def stand_in(
    _: Has[Pilot], body: Body, health: Health, world: World, level: Level, story: Story, clock: Clock
) -> None:
    """Set off what the heroes walk into or out of."""
    if not clock.every(PERIOD):
        return
    inside = _stood_in(level, body.pos[health.hp > 0])
    holding = [t for t in inside if t.on is TriggerOn.LEAVE or t.when.holds(story)]
    before, now = story.inside, [t.id for t in holding]
    story.inside = now
    for trigger in holding:
        if trigger.on is TriggerOn.ENTER and trigger.id not in before:
            set_off(world, trigger)
    for each in before:
        left = level.thing(each)
        if each not in now and isinstance(left, Trigger) and left.on is TriggerOn.LEAVE:
            set_off(world, left)


@system
def press_use(world: World, level: Level, story: Story, tuning: Tuning, pressed: Read[Use]) -> None:
    """Set off what somebody's hand reached."""
    for x, y in pressed.pos.tolist():
        for trigger in switches_at(level, story, (x, y), tuning.player.use_tiles):
            set_off(world, trigger)


@system
def hear_noises(world: World, level: Level, story: Story, tuning: Tuning, noise: Read[Noise]) -> None:
    """Set off what somebody's noise woke."""
    if not len(noise):
        return
    loud = (noise.loudness >= tuning.sleep.wake_left) & (noise.side != Side.DEAD.value)
    if loud.any():
        triggers = [t for t in _of(level, TriggerOn.NOISE) if not (t.once and t.id in story.fired)]
        _at(world, triggers, noise.pos[loud])


@system
def count_deaths(world: World, level: Level, died: Read[Died]) -> None:
    """Set off what a death, or the last one, of those who came from an area brings about."""
    if not len(died):
        return
    gone = set(died.thing.tolist())
    for trigger in (*_of(level, TriggerOn.KILL), *_of(level, TriggerOn.ALL_DEAD)):
        came = _born_in(level, trigger)
        if gone.isdisjoint(thing.id for thing in came):
            continue
        if trigger.on is TriggerOn.KILL or not len(people_of(world, list(came))):
            set_off(world, trigger)


@system
def take_tags(world: World, level: Level, took: Read[Took]) -> None:
    """Set off what a tag brings about."""
    tags = [level.thing(t) for t, g in zip(took.thing, took.goods, strict=True) if g == Goods.TAG]
    if not tags:
        return
    for trigger in _of(level, TriggerOn.TAG):
        if any(trigger.area.contains(*tag.area.at) for tag in tags):
            set_off(world, trigger)


def set_off(world: World, trigger: Trigger) -> None:
    """Fire a trigger's event, if it listens."""
    story, tick = world.resource(Story), world.resource(Clock).tick
    last = story.fired.get(trigger.id, -1)
    if last == tick or (trigger.once and last >= 0) or not trigger.when.holds(story):
        return
    story.fired[trigger.id] = tick
    fire(world, trigger.event)


def _at(world: World, triggers: Iterable[Trigger], places: Vec) -> None:
    """Set off those that hold one of the places ``(k, 2)``."""
    if len(places):
        for trigger in triggers:
            if trigger.area.inside(places[:, 0], places[:, 1]).any():
                set_off(world, trigger)


def _stood_in(level: Level, places: Vec) -> list[Trigger]:
    """Return the triggers to stand in that hold one of the places, in file order."""
    found: set[int] = set()
    for x, y in places.tolist():
        found.update(k for k in _over(level, int(x), int(y)) if _standing(level)[k].area.contains(x, y))
    return [_standing(level)[k] for k in sorted(found)]


@lru_cache(maxsize=8)
def _standing(level: Level) -> tuple[Trigger, ...]:
    return tuple(t for t in level.triggers if t.on in STANDING)


@lru_cache(maxsize=1 << 12)
def _over(level: Level, x: int, y: int) -> tuple[int, ...]:
    """Return which of the triggers to stand in have a box over some of a tile."""
    low, high = _boxes(level)
    near = (low <= (x + 1, y + 1)).all(axis=1) & (high >= (x, y)).all(axis=1)
    return tuple(near.nonzero()[0].tolist())


@lru_cache(maxsize=8)
def _boxes(level: Level) -> NDArray[Any]:
    """Return the least and greatest corners of the triggers to stand in, ``(2, k, 2)`` tile."""
    boxes = np.array([t.area.box for t in _standing(level)], np.float32).reshape(-1, 2, 2)
    return boxes.transpose(1, 0, 2).copy()


@lru_cache(maxsize=64)
def _of(level: Level, on: TriggerOn) -> tuple[Trigger, ...]:
    return tuple(t for t in level.triggers if t.on is on)


@lru_cache(maxsize=64)
def _born_in(level: Level, trigger: Trigger) -> tuple[Thing, ...]:
    """Return the spawns that lie in a trigger's area, by their middle."""
    return tuple(t for t in (*level.spawns, *level.fields) if trigger.area.contains(*t.area.at))
