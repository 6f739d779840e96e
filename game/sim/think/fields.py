"""Ways through the map, shared by all that want the same thing.

Rules of this module:
- Whoever wants to go somewhere asks for the goal's tile and is led once the field is complete; until
  then the answer is ``NO_WAY`` and one walks straight on.
- Goals that wait are worked on a few at once, as one wave. Once in ``PERIOD`` ticks a fixed number of tiles
  is worked on, never by the clock. What nobody asks for any more is dropped.
- Shut doors of the kind a hand opens are ways too, dear ones: who is led onto one breaks it.
- A change of the ground makes fields old, not void: they lead on until they are made anew.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.enums import DoorKind
from game.data.level import Level
from game.data.sections import Paths
from game.data.tuning import Tuning
from game.ecs.schedule import system
from game.sim.components import Flag, Vec
from game.sim.doorways import Doorways
from game.sim.resource_fields import BATCH, FAR, NO_FIELD, PATIENCE, Fields
from game.sim.resources import NEIGHBOURS, Clock, Ground
from game.sim.turns import PERIOD, finding_ways
from game.sim.waves import NO_WAY, STRAIGHT, Tiles, Wave, descend, distance_field, downhill

__all__ = ["NO_WAY", "descend", "distance_field", "lead", "next_centre", "route_fields"]

THERE = 3 * STRAIGHT
"""So near its goal, a field that leads only to somewhere near one's own leads astray."""
RING = 60
"""Work a ring of the front costs besides that of its tiles, in tiles."""
BREAKABLE = (DoorKind.WOOD, DoorKind.METAL)
STEPS = np.array(NEIGHBOURS, np.float32)


@system
def route_fields(
    fields: Fields, ground: Ground, level: Level, doorways: Doorways, clock: Clock, tuning: Tuning
) -> None:
    """Work on the fields asked for."""
    _take_up(fields, ground, level, doorways, tuning.paths)
    if not finding_ways(clock.tick):
        return
    left = tuning.paths.cells * PERIOD
    while left > 0 and _has_work(fields, ground, clock, tuning.paths):
        assert fields.wave is not None
        assert fields.sheets is not None
        links, cost = fields.sheets
        left -= RING + fields.wave.spread(links, fields.width, cost)
        if not len(fields.wave.front):
            _publish(fields, clock, tuning.paths)


def lead(fields: Fields, tiles: Tiles, goals: Tiles, exact: Flag, tick: int) -> NDArray[np.uint8]:
    """Return which neighbour to go to, ``(k,)``, ``NO_WAY`` where no field leads on yet.

    Args:
        fields: the pool; goals without a field are asked for.
        tiles: ``(k,)`` flat tiles one stands on.
        goals: ``(k,)`` flat tiles one wants to come to.
        exact: ``(k,)`` whether a field to somewhere near the goal is not good enough in the long run.
        tick: now.
    """
    slot = fields.slot_of[goals]
    known = slot >= 0
    fields.used[slot[known]] = tick
    base = np.where(known, slot, 0).astype(np.intp) * len(fields.slot_of)
    distances = fields.distance.reshape(-1)
    shared = fields.goal[slot] != goals
    misleads = shared & (distances.take(base + tiles) <= THERE)
    lacks = ~known | (shared & exact) | misleads | (fields.version[slot] != fields.links_version)
    fields.ask(goals[lacks], tick)
    way = downhill(distances, fields.links, fields.width, tiles, base)
    return np.where(known & ~misleads, way, NO_WAY).astype(np.uint8)


def next_centre(pos: Vec, way: NDArray[np.uint8]) -> Vec:
    """Return the centre of the neighbour each is led to, ``(k, 2)``; one's own place for ``NO_WAY``."""
    led = way != NO_WAY
    centre = np.floor(pos) + np.float32(0.5) + STEPS[np.where(led, way, 0)]
    return np.where(led[:, None], centre, pos)


def _has_work(fields: Fields, ground: Ground, clock: Clock, paths: Paths) -> bool:
    """Go on with the search under way, or begin with the next goals that are still wanted."""
    if fields.wave is not None:
        return True
    goals: list[int] = []
    for goal, tick in list(fields.asked.items()):
        if len(goals) == BATCH:
            break
        del fields.asked[goal]
        if clock.tick - tick <= PATIENCE:
            goals.append(goal)
    if goals:
        size = len(fields.slot_of)
        seeds = np.array(goals, np.intp) + np.arange(len(goals)) * size
        fields.wave = Wave.start(size * len(goals), seeds, int(paths.reach_tiles * STRAIGHT))
        fields.targets, fields.wave_version = goals, ground.version
    return bool(goals)


def _publish(fields: Fields, clock: Clock, paths: Paths) -> None:
    """Put the finished fields into the pool, each in place of the one longest unused."""
    assert fields.wave is not None
    distances = np.minimum(fields.wave.distance, FAR).astype(np.uint16)
    for target, distance in zip(fields.targets, distances.reshape(len(fields.targets), -1), strict=True):
        same = (fields.goal == target).nonzero()[0]
        slot = int(same[0]) if len(same) else int(fields.used.argmin())
        fields.slot_of[fields.slot_of == slot] = NO_FIELD
        fields.distance[slot], fields.goal[slot] = distance, target
        fields.used[slot], fields.version[slot] = clock.tick, fields.wave_version
        near = (distance <= int(paths.near_tiles * STRAIGHT)).nonzero()[0]
        old = fields.slot_of[near]
        is_nearer = (old < 0) | (distance[near] < fields.distance[old, near])
        fields.slot_of[near[is_nearer]] = slot
    fields.wave = None


def _take_up(fields: Fields, ground: Ground, level: Level, doorways: Doorways, paths: Paths) -> None:
    """Read the ground's links, and open them through doors that can be broken."""
    if fields.links_of is fields.goal and fields.links_version == ground.version:
        return
    links = ground.links.copy()
    cost = np.ones(ground.links.size, np.int32)
    breakable = np.array([d.kind in BREAKABLE and not d.circuit for d in level.doors] + [False], np.bool_)
    shut = ground.solid & ~level.solid & breakable[doorways.owner]
    for y, x in np.argwhere(shut).tolist():
        cost[y * fields.width + x] = paths.door_cost
        for way in range(0, 8, 2):
            _open(links, level.solid, x, y, way)
    fields.links, fields.cost = links.reshape(-1), cost
    fields.sheets = np.tile(fields.links, BATCH), np.tile(cost, BATCH)
    fields.links_version, fields.links_of = ground.version, fields.goal


def _open(links: NDArray[np.uint8], solid: NDArray[np.bool_], x: int, y: int, way: int) -> None:
    """Link a door's tile with a neighbour, there and back, unless the neighbour is solid."""
    to_x, to_y = x + NEIGHBOURS[way][0], y + NEIGHBOURS[way][1]
    inside = 0 <= to_x < links.shape[1] and 0 <= to_y < links.shape[0]
    if inside and not solid[to_y, to_x]:
        links[y, x] |= np.uint8(1 << way)
        links[to_y, to_x] |= np.uint8(1 << (way + 4) % 8)
