"""Cases of the horde: tens of thousands in a city, a whole tick with everything on.

Rules of this module:
- Each is played twice: a crowd that wanders, and one in which everybody hunts the player, who runs about and
  survives. The worse counts.
- The same ticks are played ``TIMES`` over from one copy, and of each tick the median counts: what the
  machine did meanwhile is left out, what the simulation does is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from statistics import fmean
from time import perf_counter

import numpy as np
from numpy.typing import NDArray

from game.data.area import Area
from game.data.level import Level
from game.data.sketch import sketch
from game.data.things import Start
from game.play.bench.measure import Row
from game.play.simulation import Simulation
from game.sim.components import DEAD, PLAYER, Body, Health, Mind, Mood, Senses
from game.sim.intent import Intent

SMALL, LARGE = 256, 512
"""Tiles along a side of a city."""
HORDE, HORDES, FEW = 20_000, 50_000, 1000
"""How many dead."""
LOT = 16
"""Tiles from house to house."""
HOUSE = (6, 12)
"""Tiles along a wall of a house: at least, and fewer than."""
RUNS_EVERY = 90
"""Ticks after which the player runs another way."""
WAYS = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
WARM, PLAYED, TIMES = 60, 240, 3
Spent = NDArray[np.float64]


def horde() -> Iterator[Row]:
    """The whole tick, its worst hundredth, its worst tick, and how it grows."""
    twenty = _worse(SMALL, HORDE)
    where = f"{HORDE:,} dead on {SMALL}x{SMALL}"
    yield Row("horde", f"whole tick, {where}, mean", fmean(twenty), "ms", 6.0)
    yield Row("horde", f"whole tick, {where}, p99", float(np.quantile(twenty, 0.99)), "ms", 12.0)
    yield Row("horde", f"longest tick over the mean, {where}", float(twenty.max() / twenty.mean()), "x", 3.0)
    fifty, one = _worse(LARGE, HORDES), _worse(LARGE, FEW)
    yield Row("horde", f"whole tick, {HORDES:,} dead on {LARGE}x{LARGE}, mean", fmean(fifty), "ms", 16.0)
    growth = fmean(fifty) / HORDES / (fmean(one) / FEW)
    yield Row("horde", f"cost of one of the dead among {HORDES:,}, over {FEW:,}", growth, "x", 1.0)


@cache
def city(side: int) -> Level:
    """Return a square city of houses with two doors each; its Start is in the middle."""
    art, chance = np.full((side, side), "."), np.random.default_rng(1)
    art[0] = art[-1] = art[:, 0] = art[:, -1] = "#"
    for y in range(4, side - LOT, LOT):
        for x in range(4, side - LOT, LOT):
            wide, high = chance.integers(*HOUSE, 2).tolist()
            house = art[y : y + high, x : x + wide]
            house[0] = house[-1] = house[:, 0] = house[:, -1] = "#"
            house[-1, wide // 2] = house[high // 2, 0] = "."
    start = Start(area=Area.point(side / 2 + 0.5, side / 2 + 0.5))
    return sketch("\n".join("".join(row) for row in art.tolist()), things=[start])


def _worse(side: int, dead: int) -> Spent:
    """Return the ms of every tick, of a crowd that wanders or of one that hunts: whichever costs more."""
    simulation = Simulation(city(side), crowd=dead)
    wandering, hunting = _played(simulation, hunts=False), _played(simulation, hunts=True)
    return max(wandering, hunting, key=lambda spent: float(spent.mean()))


def _played(simulation: Simulation, *, hunts: bool) -> Spent:
    """Play the same ticks several times; return the median of each, ms."""
    start = simulation.snapshot()
    runs = []
    for _ in range(TIMES):
        simulation.restore(start)
        runs.append([_step(simulation, hunts=hunts) for _ in range(WARM + PLAYED)][WARM:])
    simulation.restore(start)
    return np.asarray(np.median(runs, axis=0))


def _step(simulation: Simulation, *, hunts: bool) -> float:
    """Play a tick; return how long it took, ms."""
    _keep_going(simulation, hunts=hunts)
    way = WAYS[simulation.tick // RUNS_EVERY % len(WAYS)]
    intents = [Intent.of(way, way)]
    began = perf_counter()
    simulation.step(intents)
    return (perf_counter() - began) * 1000


def _keep_going(simulation: Simulation, *, hunts: bool) -> None:
    """Keep the player alive; let everybody hunt him, wherever they are, if they shall."""
    world, now = simulation.world, simulation.tick
    player = world.table["Entity.id"][world.span(PLAYER)]
    with world.edit(Health, player) as health:
        health.hp[...] = health.most
    if not hunts:
        return
    here = world.view(Body, world.span(PLAYER)).pos[0].copy()
    dead = world.table["Entity.id"][world.span(DEAD)]
    with world.edit(Mind, dead) as mind:
        mind.mood[...], mind.foe[...] = Mood.HUNT, player[0]
    with world.edit(Senses, dead) as senses:
        senses.spot[...], senses.spot_at[...], senses.detect[...] = here, now, 1
