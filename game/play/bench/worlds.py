"""Cases of the simulation: the table, a whole tick and its parts, loading, copying."""

from __future__ import annotations

from statistics import fmean, median
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np

from game.ecs.column import Mut
from game.ecs.schedule import System, system
from game.ecs.world import Kind, World
from game.play.bench.measure import Row, median_ms
from game.play.maps import load_map
from game.play.simulation import Simulation
from game.sim.components import Body, Drive
from game.sim.intent import Intent
from game.sim.maths import limit
from game.sim.resources import DT, Clock
from game.sim.tick import TICK
from game.sim.turns import PERIOD

if TYPE_CHECKING:
    from collections.abc import Iterator

MAP = "hyosan"
DEAD = 2000  # with those of the map
MOVERS = 20_000
WALK = Intent.of((1.0, 0.0), (1.0, 0.0))
PARTS = {
    "crowd": (("count_crowd", "separate"), 0.5),
    "sight": (("see", "detect"), 0.6),
    "hearing": (("hear",), 0.3),
    "fields": (("route_fields",), 0.4),
}
"""Systems whose time is a case of its own, and their share of the tick, ms."""


@system
def steer(body: Mut[Body], drive: Drive) -> None:
    """Turn toward the wanted velocity and move: what every mover of every game does."""
    body.vel += limit(drive.want - body.vel, drive.accel * DT)
    body.pos += body.vel * DT


def movers(count: int) -> World:
    """A world of so many bodies, each with a wish of its own."""
    world = World([Kind.of("mover", Body, Drive)])
    chance = np.random.default_rng(1)
    want = chance.normal(0, 2, (count, 2)).astype(np.float32)
    pos = chance.uniform(0, 200, (count, 2)).astype(np.float32)
    world.spawn_many(world.kinds[0], count, Body(pos=pos), Drive(want=want))
    world.apply()
    return world


def ecs() -> Iterator[Row]:
    """The table: one system over 20,000 rows, scheduling included."""
    world = movers(MOVERS)
    yield Row("ecs", f"steer and move {MOVERS:,} bodies", median_ms(lambda: steer(world), 100), "ms", 1.0)


def tick() -> Iterator[Row]:
    """A whole tick, everybody awake to what happens, while the player walks and is heard."""
    simulation = _crowded()
    value = median_ms(lambda: simulation.step([WALK]), 600)
    yield Row("tick", f"whole tick, {_dead(simulation):,} dead on {MAP}", value, "ms", 2.0)


def parts(wanted: tuple[str, ...]) -> Iterator[Row]:
    """The costly systems of that tick, each by itself."""
    simulation = _crowded()
    spent = _timed(simulation, 300)
    for name in wanted:
        systems, target = PARTS[name]
        value = sum(_typical(spent[system]) for system in systems)
        yield Row(name, f"{' + '.join(systems)} a tick, {_dead(simulation):,} dead", value, "ms", target)


def load() -> Iterator[Row]:
    """From a map's name to its first tick."""
    value = median_ms(lambda: Simulation(load_map(MAP)).step(), 5) / 1000
    yield Row("load", f"read {MAP} and build its world", value, "s", 1.0)


def snapshot() -> Iterator[Row]:
    """A copy of everything that can change."""
    simulation = Simulation(load_map(MAP), crowd=5000)
    for _ in range(60):
        simulation.step([WALK])
    value = median_ms(simulation.snapshot, 60)
    yield Row("snapshot", f"copy a world of {_dead(simulation):,} dead", value, "ms", 1.0)


def _crowded() -> Simulation:
    """The level with as many dead as the bar speaks of: its own, and more among them."""
    level = load_map(MAP)
    return Simulation(level, crowd=DEAD - _dead(Simulation(level)))


def _dead(simulation: Simulation) -> int:
    kind = next(kind for kind in simulation.world.kinds if kind.name == "dead")
    span = simulation.world.span(kind)
    return int(span.stop - span.start)


def _timed(simulation: Simulation, ticks: int) -> dict[str, list[float]]:
    """Play and time every system; ms of each, one number a tick."""
    spent: dict[str, list[float]] = {s.name: [] for systems in TICK.phases.values() for s in systems}
    world, clock = simulation.world, simulation.world.resource(Clock)
    for _ in range(ticks):
        world.events.tick = clock.tick
        for phase, systems in TICK.phases.items():
            for each in systems:
                spent[each.name].append(_time(each, world))
            world.apply()
            world.events.close(phase)
        clock.tick += 1
        world.events.take_journal()
    return spent


def _typical(spent: list[float]) -> float:
    """Return the time of a tick, given that of each: systems work on some ticks of ``PERIOD`` only."""
    return fmean(median(spent[first::PERIOD]) for first in range(PERIOD))


def _time(each: System, world: World) -> float:
    began = perf_counter()
    each(world)
    return (perf_counter() - began) * 1000
