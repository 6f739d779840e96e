"""Doors open, shut, dent and break, and the ground is mended after them.

Rules
  1. A hand moves the nearest door within ``player.use_tiles`` that the body faces. A locked one takes its
     key; with no key it moves only by its circuit or the story, so no hand shuts for good what they opened.
  2. A door with a circuit rests as drawn, and stands the other way round while the circuit runs.
  3. Nobody is ever shut into a leaf: a door somebody stands in stays open. A hand gives up, a circuit
     and the story wait.
  4. Blows dent and break it; a broken door stands open for ever.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.data.level import QUARTERS, Level
from game.data.tuning import Tuning
from game.ecs.column import All, Mut
from game.ecs.events import Emit, Read
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.components import DOOR, LIVING, Bag, Body, Door, Flag, Health, Side
from game.sim.doorways import NO_DOOR, Doorways, at_hand
from game.sim.ground import mend
from game.sim.happenings import DoorChange, DoorHit, DoorMoved, DoorOrder, Heard, Noise, Use
from game.sim.resources import Clock, Ground, Story

Index = NDArray[np.intp]
DENTS = 4  # a door shows its wounds in so many steps
PERIOD = 3  # ticks between two looks at the circuits; hands and orders do not wait
CLEARANCE = np.float32(1 / QUARTERS)  # tile; a shut leaf keeps bodies so far off


@system
def batter(
    door: Mut[Door],
    health: Mut[Health],
    entity: Entity,
    doorways: Doorways,
    blows: Read[DoorHit],
    clock: Clock,
    world: World,
    moved: Emit[DoorMoved],
) -> None:
    """Settle the blows on doors: dents, and what breaks."""
    if not len(blows):
        return
    rows, alive = world.resolve(blows.door)
    here = rows[alive] - world.span(DOOR).start
    lost = np.bincount(here, blows.damage[alive], len(door.thing)).astype(np.float32)
    shut = ~door.is_open
    health.hp = np.where(shut, np.maximum(health.hp - lost, 0), health.hp)
    health.hurt_at[shut & (lost > 0)] = clock.tick
    show_dents(door, health, entity, doorways, moved)


def show_dents(
    door: Door, health: Health, entity: Entity, doorways: Doorways, moved: Emit[DoorMoved]
) -> None:
    """Work out the dents from what is left of each door, tell new ones, break what has nothing left."""
    before = np.floor(door.dent * DENTS)
    door.dent = np.maximum(door.dent, 1 - health.hp / health.most)
    breaks = (door.dent >= 1) & ~door.is_broken
    deeper = (np.floor(door.dent * DENTS) > before) & ~breaks
    door.is_broken[breaks] = True
    index = doorways.index(door.thing)
    _tell(moved, np.flatnonzero(deeper), DoorChange.DENTED, (door, entity), doorways.middles[index])


@system
def ask_doors(
    door: Mut[Door],
    entity: Entity,
    doorways: Doorways,
    uses: Read[Use],
    orders: Read[DoorOrder],
    story: Story,
    clock: Clock,
    bodies: All[Body],
    bags: All[Bag],
    tuning: Tuning,
    world: World,
    moved: Emit[DoorMoved],
) -> None:
    """Work out how each door is asked to stand: by circuits, orders and hands."""
    is_asked = bool(len(orders) or len(uses))
    if not (is_asked or clock.every(PERIOD)):
        return
    index = doorways.index(door.thing)
    _obey_circuits(door, doorways, index, story)
    if not is_asked:
        return
    place = np.full(len(doorways.things) + 1, -1)
    place[index] = np.arange(len(index))
    for thing, how, source in zip(orders.thing, orders.how, orders.source, strict=True):
        row = int(place[doorways.index(np.array([thing]))[0]])
        if row >= 0:
            _obey(door, row, DoorChange(int(how)), by_hand=source >= 0)
    users, alive = world.resolve(uses.who)
    for user in users[alive].tolist():
        found = at_hand(doorways, bodies.pos[user], bodies.heading[user], tuning.player.use_tiles)
        if found != NO_DOOR:
            row = int(place[found])
            said = _try_by_hand(door, row, int(bags.keys[user]), int(doorways.keys[found]))
            if door.is_open[row] and not door.to_open[row] and _taken(doorways, found, bodies, world):
                door.to_open[row] = True
            if said is not None:
                _tell(moved, np.array([row]), said, (door, entity), doorways.middles[index])


def _obey_circuits(door: Door, doorways: Doorways, index: Index, story: Story) -> None:
    """Ask the doors whose circuit has changed to stand the other way."""
    running = _running(doorways, frozenset(story.circuits))[index]
    changed = (running != door.is_live).nonzero()[0]
    if len(changed):
        door.is_live[changed] = running[changed]
        door.to_open[changed] = (doorways.rest[index] ^ running)[changed]


@lru_cache(maxsize=32)
def _running(doorways: Doorways, circuits: frozenset[str]) -> Flag:
    """Return which of the level's doors have a circuit that runs, ``(doors,)``."""
    runs = np.zeros(len(doorways.things), np.bool_)
    for name, wired in doorways.wiring:
        runs[wired] = name in circuits
    return runs


def _obey(door: Door, row: int, how: DoorChange, *, by_hand: bool) -> None:
    """Do what an order says; a hand's order does not open what is locked."""
    if how is DoorChange.LOCKED:
        door.is_locked[row] = True
    elif how is DoorChange.UNLOCKED:
        door.is_locked[row] = False
    elif how is DoorChange.BROKE:
        door.is_broken[row] = True
    elif not (by_hand and door.is_locked[row]):
        door.to_open[row] = how is DoorChange.OPENED


def _try_by_hand(door: Door, row: int, keys: int, key: int) -> DoorChange | None:
    """Turn the handle; return what is to be told of the lock, if anything."""
    if door.is_broken[row]:
        return None
    if door.is_locked[row] and not keys & key:
        return None if door.is_open[row] else DoorChange.LOCKED
    if door.is_locked[row] and not door.is_open[row]:
        door.is_locked[row] = False
        door.to_open[row] = True
        return DoorChange.UNLOCKED
    door.to_open[row] = not door.is_open[row]
    return None


@system
def swing(
    door: Mut[Door],
    entity: Entity,
    doorways: Doorways,
    bodies: All[Body],
    ground: Ground,
    level: Level,
    clock: Clock,
    tuning: Tuning,
    world: World,
    moved: Emit[DoorMoved],
    noise: Emit[Noise],
) -> None:
    """Move the doors that are asked to stand otherwise, and mend the ground where they did."""
    door.to_open |= door.is_broken
    asked = (door.to_open != door.is_open).nonzero()[0]
    if not len(asked):
        return
    index = doorways.index(door.thing)
    in_the_way = [not door.to_open[row] and _taken(doorways, index[row], bodies, world) for row in asked]
    rows = asked[~np.array(in_the_way, np.bool_)]
    if not len(rows):
        return
    door.is_open[rows] = door.to_open[rows]
    door.moved_at[rows] = clock.tick
    closed = closed_tiles(doorways, index, door.is_open)
    for found in index[rows].tolist():
        x0, y0, x1, y1 = doorways.boxes[found].tolist()
        mend(ground, level, closed, tuning.noise, (x0, y0, x1, y1))
    broken = door.is_broken[rows]
    how = np.where(broken, DoorChange.BROKE, np.where(door.is_open[rows], DoorChange.OPENED, DoorChange.SHUT))
    _tell(moved, rows, how, (door, entity), doorways.middles[index])
    noise(
        pos=doorways.middles[index[rows]],
        loudness=np.where(broken, np.float32(tuning.noise.door_slam), np.float32(tuning.noise.door)),
        heard=Heard.DOOR,
        side=Side.NONE,
    )


def closed_tiles(doorways: Doorways, index: Index, is_open: Flag) -> NDArray[np.bool_]:
    """Return the tiles ``(h, w)`` under shut doors, given whether the doors ``index (n,)`` are open."""
    by_index = np.zeros(len(doorways.things) + 1, np.bool_)
    by_index[index] = ~is_open
    by_index[NO_DOOR] = False
    shut: NDArray[np.bool_] = by_index[doorways.owner]
    return shut


def _taken(doorways: Doorways, found: int | np.intp, bodies: Body, world: World) -> bool:
    """Whether anybody stands where a shut leaf would keep bodies off."""
    rows = world.rows(*LIVING)
    assert isinstance(rows, slice)
    pos: Any = bodies.pos[rows]
    low = doorways.boxes[found, :2].astype(np.float32) - CLEARANCE
    high = doorways.boxes[found, 2:].astype(np.float32) + CLEARANCE
    return bool(((pos >= low) & (pos < high)).all(axis=1).any())


def _tell(
    moved: Emit[DoorMoved],
    rows: Index,
    how: DoorChange | NDArray[Any],
    who: tuple[Door, Entity],
    middles: NDArray[np.float32],
) -> None:
    door, entity = who
    moved(door=entity.id[rows], thing=door.thing[rows], pos=middles[rows], how=how)
