"""Past a passage that is too hard: the hero is led, unhurt, to where the objective now is met, and meets it.

Rules of this module:
- She goes the shortest way there is, through doors that are open or that her hand opens: never through
  what is barred, and never a leap. Where no way leads, there is nothing to skip to.
- What she would walk into on the way goes off, in order, and what the script does then comes to pass at
  once, but for words and pictures: the story is where a walker would have brought it, and nothing later
  waits for what was passed by.
- What is asked for there is done as by her hand. A hard choice is never made for her.
- Those who follow come along, and for ``CALM_S`` the director sends nobody.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.data.actions import Hold, Show
from game.data.area import Area
from game.data.contract import Thing
from game.data.enums import Task, TriggerOn
from game.data.level import Level
from game.data.script import Beat, Script
from game.data.things import Door, Exit, Objective, Spawn, SpawnField, Trigger
from game.data.tuning import Tuning
from game.ecs.world import Entity, World
from game.sim.components import DOOR, Bag, Body, Health, Ids, Mind, Mood, Pilot, Vec
from game.sim.components import Door as Leaf
from game.sim.doorways import Doorways
from game.sim.ground import lay_ground
from game.sim.resources import NEIGHBOURS, Clock, Story, Tension, ticks
from game.sim.story.agenda import MOST_A_TICK, WORDS, action_of
from game.sim.story.objectives import complete, current
from game.sim.story.performing import perform
from game.sim.story.stage import distances, fire, heroes, people_of
from game.sim.story.triggers import set_off
from game.sim.waves import NO_WAY, UNREACHED, descend, distance_field

CALM_S = 20.0
NEAR = 2.0  # tile; nearer than this to what is asked for, one is there


@dataclass(frozen=True)
class Passage:
    """What is skipped.

    Attributes:
        goal: the objective met at its end, or the way out when all are.
        way: ``(k, 2)`` the places she comes through, tile; the last is where she ends.
    """

    goal: Objective | Exit
    way: Vec


def ahead(world: World) -> Passage | None:
    """Return the passage from where the hero stands to what is to be done next, if a way leads there."""
    level, story, places = world.resource(Level), world.resource(Story), heroes(world)
    if not len(places) or story.asking:
        return None
    outs = (way_out for way_out in level.exits if way_out.needs.holds(story))
    goal = current(level, story) or next(outs, None)
    if goal is None:
        return None
    way = _way(world, places[0], _target(level, goal))
    return Passage(goal, way) if len(way) else None


def lead(world: World, passage: Passage) -> None:
    """Let the hero have come through a passage. Call it between ticks."""
    story, goal = world.resource(Story), passage.goal
    planned = {order for _, order, _ in story.agenda}
    if isinstance(goal, Objective) and goal.task is Task.HOLD:
        _hold(world, goal)
    for trigger in _on(world.resource(Level), passage.way):
        set_off(world, trigger)
    _stand(world, passage.way)
    if isinstance(goal, Objective):
        _meet(world, goal)
    _play_out(world, planned)
    world.apply()
    tension = world.resource(Tension)
    tension.quiet_until = max(tension.quiet_until, world.resource(Clock).tick + ticks(CALM_S))


# -- the way -------------------------------------------------------------------------------------


def _target(level: Level, goal: Objective | Exit) -> Area:
    """Return what one goes to: the thing to take or to use, else the place that is marked."""
    if isinstance(goal, Objective) and goal.task in {Task.TAKE, Task.USE} and goal.target:
        return level.thing(goal.target).area
    return goal.area


def _way(world: World, start: Vec, goal: Area) -> Vec:
    """Return the shortest way from a place ``(2,)`` into an area, or near it, ``(k, 2)``; or none."""
    links = _links(world)
    x, y = (int(part) for part in start.tolist())
    distance = distance_field(links, [(x, y)])
    rows, cols = (distance < UNREACHED).nonzero()
    tiles = np.stack([cols, rows], axis=1) + np.float32(0.5)
    x0, y0, x1, y1 = goal.box
    off = np.maximum(np.maximum([x0, y0] - tiles, tiles - [x1, y1]), 0)
    aside = np.sqrt((off * off).sum(axis=1))
    if not len(aside) or aside.min() > NEAR:
        return np.empty((0, 2), np.float32)
    nearest = (aside == aside.min()).nonzero()[0]
    end = nearest[distances(tiles[nearest], *goal.at).argmin()]
    return _trace(descend(distance, links), int(cols[end]), int(rows[end]))


def _trace(steps: NDArray[np.uint8], x: int, y: int) -> Vec:
    """Follow the ways back from a tile; return the centres of the tiles, the tile itself last."""
    way = [(x, y)]
    while steps[y, x] != NO_WAY:
        dx, dy = NEIGHBOURS[steps[y, x]]
        x, y = x + dx, y + dy
        way.append((x, y))
    return np.array(way[::-1], np.float32) + np.float32(0.5)


def _links(world: World) -> NDArray[np.uint8]:
    """Return the links of the ground with every door open that is about to, or that the hero's hand opens."""
    level, doorways = world.resource(Level), world.resource(Doorways)
    leaves = world.view(Leaf, world.span(DOOR))
    index = doorways.index(leaves.thing)
    keys = world.view(Bag, world.rows(Pilot)).keys[0]
    barred = np.zeros(len(doorways.things) + 1, np.bool_)
    has_key = (doorways.keys[index] & keys) != 0
    runs = np.array([name in world.resource(Story).circuits for name in doorways.circuits], np.bool_)
    opens = leaves.is_open | leaves.to_open | leaves.is_broken | has_key | (doorways.rest ^ runs)[index]
    barred[index] = leaves.is_locked & ~opens
    barred[-1] = False  # where there is no door
    return lay_ground(level, barred[doorways.owner], world.resource(Tuning).noise).links


# -- what happens on it --------------------------------------------------------------------------


def _on(level: Level, way: Vec) -> list[Trigger]:
    """Return the triggers one walks into on a way, in the order one does."""
    met = []
    for trigger in level.triggers:
        if trigger.on is TriggerOn.ENTER:
            inside = trigger.area.inside(way[:, 0], way[:, 1])
            if inside.any():
                met.append((int(inside.argmax()), trigger))
    return [trigger for _, trigger in sorted(met, key=lambda each: each[0])]


def _play_out(world: World, planned: set[int]) -> None:
    """Do what the script has to do, in order, unseen and unsaid; what was planned before keeps its time."""
    story = world.resource(Story)
    for _ in range(MOST_A_TICK):
        entry = next((entry for entry in story.agenda if entry[1] not in planned), None)
        if entry is None:
            return
        story.agenda.remove(entry)
        action = action_of(world, entry[2])
        if not isinstance(action, (*WORDS, Show)):
            perform(action, world)


def _stand(world: World, way: Vec) -> None:
    """Put the heroes at the end of a way, and those who follow behind them on it."""
    heads: Ids = world.view(Entity, world.rows(Pilot)).id
    rows = world.rows(Mind)
    tail: Ids = world.view(Entity, rows).id[world.view(Mind, rows).mood == Mood.FOLLOW.value]
    for ids, first in ((heads, 1), (tail, 2)):
        if len(ids):
            places = way[np.maximum(len(way) - first - np.arange(len(ids)), 0)]
            with world.edit(Body, ids) as body:
                body.pos[...] = body.was[...] = places
                body.vel[...] = 0


# -- what is done at its end ---------------------------------------------------------------------


def _meet(world: World, goal: Objective) -> None:
    """Do what an objective asks for. A thing to take lies at one's feet; a choice stays one's own."""
    target = world.resource(Level).thing(goal.target) if goal.target else None
    if goal.task is Task.TAKE or goal.task is Task.TALK:
        return
    if isinstance(target, Trigger):
        set_off(world, target)
    elif isinstance(target, (Spawn, SpawnField)) and goal.task is Task.KILL:
        _fell(world, [target])
    complete(world, goal)


def _fell(world: World, things: list[Thing]) -> None:
    ids = people_of(world, things)
    if len(ids):
        with world.edit(Health, ids) as health:
            health.hp[...] = 0


def _hold(world: World, goal: Objective) -> None:
    """Let a door that is held have given way already: what begins the holding never begins."""
    level, story, tick = world.resource(Level), world.resource(Story), world.resource(Clock).tick
    door = level.thing(goal.target) if goal.target else None
    for beat, action in _holds(world.resource(Script), door):
        story.events.setdefault(beat.name, tick)
        for trigger in level.triggers:
            if trigger.event == beat.name:
                story.fired.setdefault(trigger.id, tick)
        fire(world, action.then)


def _holds(script: Script, door: Thing | None) -> list[tuple[Beat, Hold]]:
    """Return the holdings of a door that a script knows."""
    if not isinstance(door, Door):
        return []
    beats = script.beats.values()
    return [(b, a) for b in beats for a in b.actions if isinstance(a, Hold) and a.hold == door.name]
