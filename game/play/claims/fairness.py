"""Fairness: whoever is hit was warned, and whoever turns on somebody was told of him.

A crowd of every sort of the dead goes for a player who wanders about the town and survives it all. Each blow
of the dead that lands on him was raised before, for all to see, without a break. Each of the dead that begins
to suspect, seek or hunt stands in the fairness log (``Noticed``) in that very tick.

The other arm warns half as long, so that the measure is seen to measure.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning, load_tuning
from game.ecs.world import Kind
from game.play.claims.claim import Claim, Results, Row, at_least, at_most, median_interval
from game.play.claims.town import empty_game, free_centres, place, town, zone
from game.play.simulation import Simulation
from game.sim.components import DEAD, PLAYER, Deed, Health, Mind, Mood, Sort, Stage
from game.sim.happenings import Hit, Noticed
from game.sim.intent import Intent
from game.sim.resources import TICKS_PER_SECOND

PLAYED, HASTY = "played", "half the warning"
PLAY_S = 25
TURN_S = 1
"""How long the player goes one way."""
CROWD = {Sort.SHAMBLER: 30, Sort.FLANKER: 10, Sort.LURKER: 8, Sort.SCREAMER: 4, Sort.BRUTE: 4}
FROM, TO = 4.0, 16.0
"""How far from the player they stand at first, tile."""
LEAST_S = 0.35
"""Bar: how long a blow is seen coming."""
CALM = (Mood.ASLEEP, Mood.IDLE, Mood.WANDER)
KEEN = (Mood.SUSPECT, Mood.SEARCH, Mood.HUNT)


@dataclass
class Log:
    """What an onlooker writes down.

    Attributes:
        raised: id -> ticks its hand has been raised, of the last blow raised.
        warned: ticks of warning of each blow that landed on the player.
        unexplained: how often somebody turned keen without a word in the log.
    """

    raised: dict[int, int] = field(default_factory=dict)
    warned: list[int] = field(default_factory=list)
    unexplained: int = 0


def run(arm: str, seed: int) -> dict[str, float]:
    """Let the player wander among the dead; return the least warning, s, the hits, and what nobody logged."""
    simulation, chance, log = _crowded(arm, seed), np.random.default_rng(seed), Log()
    intent = Intent.IDLE
    for tick in range(PLAY_S * TICKS_PER_SECOND):
        if tick % (TURN_S * TICKS_PER_SECOND) == 0:
            x, y = chance.normal(size=2).tolist()
            intent = Intent.of((x, y), (x, y))
        _watch(simulation, intent, log)
    least = min(log.warned, default=TICKS_PER_SECOND * PLAY_S) / TICKS_PER_SECOND
    return {"least, s": least, "hits": len(log.warned), "unexplained": log.unexplained}


def _crowded(arm: str, seed: int) -> Simulation:
    chance, level = np.random.default_rng(seed), town()
    ground = free_centres(level, zone("street") | zone("open"))
    here = ground[chance.integers(len(ground))]
    tuning = _hasty(load_tuning()) if arm == HASTY else None
    simulation = empty_game(level, seed, (float(here[0]), float(here[1])), tuning=tuning)
    free = free_centres(level, ~level.solid)
    far = np.hypot(*(free - here).T)
    near = free[(far > FROM) & (far < TO)]
    for sort, count in CROWD.items():
        place(simulation, sort, near[chance.choice(len(near), count)])
    return simulation


def _hasty(tuning: Tuning) -> Tuning:
    beasts = tuning.bestiary
    return replace(tuning, bestiary=replace(beasts, windup_s=beasts.windup_s / np.float32(2)))


def _watch(simulation: Simulation, intent: Intent, log: Log) -> None:
    """Play a tick and write down what it showed."""
    world = simulation.world
    ids, was = _ids(simulation, DEAD), world.view(Mind, world.span(DEAD)).mood.copy()
    player = int(_ids(simulation, PLAYER)[0])
    with world.edit(Health, player) as health:
        health.hp[...] = health.most
    told = [each.event for each in simulation.step([intent])]
    for event in told:
        if isinstance(event, Hit):
            sources = event.source[event.target == player].tolist()
            log.warned += [log.raised.get(source, 0) for source in sources]
    noticed = {who for event in told if isinstance(event, Noticed) for who in event.who.tolist()}
    rows, alive = world.resolve(ids)
    keen = alive & np.isin(was, CALM) & np.isin(world.table["Mind.mood"][rows], KEEN)
    log.unexplained += len(set(ids[keen].tolist()) - noticed)
    _note_hands(simulation, log)


def _note_hands(simulation: Simulation, log: Log) -> None:
    """Count for how long each hand has been raised; what was counted stays until it is raised anew."""
    world = simulation.world
    stage = world.view(Deed, world.span(DEAD)).stage
    for who, now in zip(_ids(simulation, DEAD).tolist(), stage.tolist(), strict=True):
        if now == Stage.WINDUP:
            log.raised[who] = log.raised.get(who, 0) + 1
        elif now == Stage.NONE:
            log.raised[who] = 0


def _ids(simulation: Simulation, kind: Kind) -> NDArray[np.int64]:
    world = simulation.world
    return np.asarray(world.table["Entity.id"][world.span(kind)]).copy()


def judge(results: Results) -> list[Row]:
    """Hold the worst seed against the bar."""
    least, hasty = results.of(PLAYED, "least, s"), results.of(HASTY, "least, s")
    unexplained = results.of(PLAYED, "unexplained")
    hits = f"least warning of {results.of(PLAYED, 'hits').sum():.0f} hits, s"
    return [
        at_least(
            "warned", hits, least.min(), LEAST_S, control=float(hasty.min()), interval=median_interval(least)
        ),
        at_most(
            "warned",
            "turned keen without a word in the log",
            float(unexplained.sum()),
            0,
            interval=median_interval(unexplained),
        ),
    ]


CLAIMS = (Claim("warned", (PLAYED, HASTY), run, judge),)
