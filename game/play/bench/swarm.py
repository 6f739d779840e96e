"""The case of the swarm: 20,000 walk to one place, slide along walls and make room for one another.

Rules of this module:
- It is the work that others do too, so that it can be put beside theirs: be led by a field, steer, be pushed
  apart, slide. Nothing else of the game runs.
- Both do all of it in every step: the clock stands where bodies make room.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from game.data.script import Script
from game.data.tuning import Rules, load_tuning
from game.ecs.column import Mut
from game.ecs.schedule import Schedule, system
from game.ecs.world import World
from game.play.bench.horde import HORDE, SMALL, city
from game.play.bench.measure import Row, median_ms
from game.sim.act.motion import accelerate, move
from game.sim.build import furnish
from game.sim.components import Body, Drive, Sort, Vec
from game.sim.maths import unit
from game.sim.resources import Clock, Ground
from game.sim.sense.space import count_crowd
from game.sim.spawn import populate
from game.sim.think.crowd import separate
from game.sim.think.fields import descend, distance_field, next_centre
from game.sim.think.walking import flat
from game.sim.turns import ROOM_TICKS

SPREAD = 76
"""Tiles along a side of the middle of the city, where all of them stand: four on each, the most allowed."""
SPEED = np.float32(2)
"""tile/s."""
STEPS = 40


@dataclass
class Flow:
    """Ways to the middle of the city: centre of the tile to go to from each, ``(h * w, 2)``, tile."""

    next: Vec


@system
def follow(drive: Mut[Drive], body: Body, ground: Ground, flow: Flow) -> None:
    """Want to go where the field leads."""
    drive.want = unit(flow.next.take(flat(body.pos, ground), axis=0) - body.pos) * SPEED


PRESS = Schedule({"sense": (count_crowd,), "think": (follow, separate), "act": (accelerate, move)})


def swarm() -> Iterator[Row]:
    """Walk, slide and make room, and nothing else."""
    world = pressed()
    case = f"walk, slide, make room: {HORDE:,} on {SMALL}x{SMALL}"
    yield Row("swarm", case, median_ms(lambda: press(world), STEPS), "ms", 4.0)


def pressed() -> World:
    """Return a city whose middle is full of dead on their way to one place."""
    flow = Flow(np.empty((0, 2), np.float32))
    world = furnish(city(SMALL), 1, (load_tuning(), Rules(), Script(), flow))
    links = world.resource(Ground).links
    way = descend(distance_field(links, [(SMALL // 2, SMALL // 2)]), links).reshape(-1)
    y, x = np.indices(links.shape, np.float32).reshape(2, -1) + np.float32(0.5)
    flow.next = next_centre(np.stack([x, y], axis=1), way)
    rows, cols = np.nonzero(links)
    free = np.stack([cols, rows], axis=1) + 0.5
    free = free[(np.abs(free - SMALL / 2) < SPREAD / 2).all(axis=1)]
    aside = np.random.default_rng(1).uniform(-0.3, 0.3, (HORDE, 2))
    populate(world, Sort.SHAMBLER, (free[np.arange(HORDE) % len(free)] + aside).astype(np.float32))
    world.apply()
    world.resource(Clock).tick = ROOM_TICKS - 1
    return world


def press(world: World) -> None:
    """Play one step, at the next tick at which bodies make room."""
    PRESS.tick(world)
    world.events.take_journal()
    world.resource(Clock).tick += ROOM_TICKS
