"""Crowds: the densest there can be, and still hardly anybody stands in another.

A pen holds as many as may share a tile (``swarm.tile_cap``) on every tile, so that nobody can give way
outward, and all of them press toward the player in its middle. Measured again and again once they had time
to sort themselves.
"""

from __future__ import annotations

import numpy as np

from game.data.area import Area
from game.data.sketch import sketch
from game.data.things import Start
from game.data.tuning import Rules
from game.play.claims.claim import Claim, Results, Row, Values, at_most, mean_interval
from game.play.claims.town import empty_game, place
from game.play.simulation import Simulation
from game.sim.components import DEAD, PLAYER, Body, Health, Mind, Mood, Senses, Sort
from game.sim.resources import TICKS_PER_SECOND

PEN = 20
"""Free tiles along a side of the pen."""
SETTLE_S, MEASURE_S, EVERY_S = 4.0, 3.0, 0.5
TOO_NEAR = 0.15
"""tile; nearer, two look like one."""
SOME, NEAR_PLAYER = 0.20, 0.05
"""Bars: how many may stand in another."""
PLAYED, LOOSE = "played", "no separation"


def run(arm: str, seed: int) -> dict[str, float]:
    """Press a full pen on the player; return the shares that stand in another, of all and near the player."""
    rules = Rules(without=frozenset({"separation"} if arm == LOOSE else ()))
    simulation = _pen(seed, rules)
    shares = []
    for tick in range(round((SETTLE_S + MEASURE_S) * TICKS_PER_SECOND)):
        _urge(simulation)
        simulation.step()
        if tick >= SETTLE_S * TICKS_PER_SECOND and tick % round(EVERY_S * TICKS_PER_SECOND) == 0:
            shares.append(_shares(simulation))
    everybody, near = np.mean(shares, axis=0).tolist()
    return {"everybody": everybody, "near": near}


def _pen(seed: int, rules: Rules) -> Simulation:
    walls, row = "#" * (PEN + 2), "#" + "." * PEN + "#"
    middle = PEN / 2 + 1, PEN / 2 + 1
    level = sketch("\n".join([walls, *[row] * PEN, walls]), things=[Start(area=Area.point(*middle))])
    simulation = empty_game(level, seed, middle, rules)
    count = round(simulation.tuning.swarm.tile_cap) * PEN * PEN
    place(simulation, Sort.SHAMBLER, 1 + PEN * np.random.default_rng(seed).random((count, 2)))
    return simulation


def _urge(simulation: Simulation) -> None:
    """Keep the player alive, and let all know where: the press never ends."""
    world, now = simulation.world, simulation.tick
    dead, player = world.table["Entity.id"][world.span(DEAD)], world.table["Entity.id"][world.span(PLAYER)]
    here = world.view(Body, world.span(PLAYER)).pos[0].copy()
    with world.edit(Health, player) as health:
        health.hp[...] = health.most
    with world.edit(Mind, dead) as mind:
        mind.mood[...], mind.foe[...] = Mood.HUNT, player[0]
    with world.edit(Senses, dead) as senses:
        senses.spot[...], senses.spot_at[...], senses.detect[...] = here, now, 1


def _shares(simulation: Simulation) -> tuple[float, float]:
    """Return the shares with a neighbour too near: of all, and of those within the player's reach."""
    world = simulation.world
    pos = world.view(Body, world.span(DEAD)).pos.astype(np.float64)
    crowded = nearest(pos) < TOO_NEAR
    away = np.hypot(*(pos - world.view(Body, world.span(PLAYER)).pos[0]).T)
    near = away < simulation.tuning.swarm.exact_tiles
    return float(crowded.mean()), float(crowded[near].mean()) if near.any() else 0.0


def nearest(pos: Values) -> Values:
    """Return the distance of each of ``(n, 2)`` to its nearest neighbour, ``(n,)``, tile."""
    far = np.hypot(*(pos[:, None] - pos[None]).transpose(2, 0, 1))
    np.fill_diagonal(far, np.inf)
    return np.asarray(far.min(axis=1))


def judge(results: Results) -> list[Row]:
    """Hold the shares against their bars."""
    words = {"everybody": "share with a neighbour under 0.15 tile", "near": "the same, near the player"}
    rows = []
    for measure, bar in (("everybody", SOME), ("near", NEAR_PLAYER)):
        found = results.of(PLAYED, measure)
        loose = results.mean(LOOSE, measure)
        span = mean_interval(found)
        rows.append(at_most("crowd", words[measure], float(found.mean()), bar, control=loose, interval=span))
    return rows


CLAIMS = (Claim("crowd", (PLAYED, LOOSE), run, judge),)
