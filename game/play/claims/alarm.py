"""Alarm: it goes from mouth to mouth, at a speed, and walls stop it.

One of the dead becomes sure of a foe; 119 others stand within thirty tiles of it on foot, and nobody else
sees or hears anything, for the hero is at the other end of the town. Times count from the first one's
certainty, distances on foot from where it stood then to where the others are when they are told. A voice
carries eight tiles, three times over, and each time takes 0.6 s.

    voice      as it is
    no voice   news does not go from mouth to mouth

A circle of 24 tiles, told at once, is what simpler games do: it is reckoned on the same crowd.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Rules
from game.play.claims.claim import (
    Claim,
    Results,
    Row,
    Values,
    at_least,
    at_most,
    mean_interval,
    median_interval,
)
from game.play.claims.town import Zone, empty_game, free_centres, place, town, zone
from game.play.simulation import Simulation
from game.sim.components import DEAD, Body, Mood, Senses, Sort, Vec
from game.sim.happenings import Cause, Noticed
from game.sim.resources import TICKS_PER_SECOND, Ground
from game.sim.waves import STRAIGHT, distance_field

PLAYED, MUTE = "voice", "no voice"
ZONES: tuple[Zone, ...] = ("open", "rooms")
COUNT, AROUND = 120, 30.0
"""Dead, and how far off they stand at most, tiles on foot."""
SECONDS = 4.0
CURVE_S = 0.3
GIVEN = 2.0
"""Tiles the dead stroll and tiles round, over three hops."""
ROUNDED = 1.5 / TICKS_PER_SECOND
NEAR = 16.0
"""What two mouths reach, tiles on foot."""
HALF_BY, MOST_BY, REACHED = 1.2, 1.8, 0.3
"""Bars: when half of those near and nine tenths of all told are told, s; and the share told, at least."""


def run(arm: str, seed: int) -> dict[str, float]:
    """Let one be sure, in the open and among rooms; return how the news spreads."""
    measures: dict[str, float] = {}
    for kind in ZONES:
        rules = Rules(without=frozenset({"alarm"} if arm == MUTE else ()))
        measures |= {f"{kind} {name}": value for name, value in _spread(kind, rules, seed).items()}
    return measures


def _spread(kind: Zone, rules: Rules, seed: int) -> dict[str, float]:
    simulation, source = _crowd(kind, rules, seed)
    horde = simulation.tuning.horde
    far_at_first = _on_foot(simulation, source, _places(simulation))
    in_circle = _air(simulation, source) <= horde.share_radius * horde.relay_hops
    when, far = _told(simulation, source)
    told = np.isfinite(when)
    limit = horde.share_radius * horde.relay_hops + GIVEN
    hops = np.ceil((far[told] - GIVEN) / horde.share_radius)
    early = when[told] + ROUNDED < hops * horde.share_delay_s
    found = {
        "half, s": _by(when[told & (far <= NEAR)], 0.5),
        "half of all, s": _by(when[told], 0.5),
        "most, s": _by(when[told], 0.9),
        "told": float(told.mean()),
        "early": float(early.sum()),
        "past": float((far[told] > limit).sum()),
        "circle past": float((in_circle & (far_at_first > limit)).sum()),
        "circle early": float((in_circle & (far_at_first > GIVEN)).sum()),
    }
    curve = np.arange(0, SECONDS, CURVE_S).round(2)
    return found | {f"told@{t:g}": float((when <= t + ROUNDED).mean()) for t in curve.tolist()}


def _by(when: Values, share: float) -> float:
    """Return when so many of those told are told, s."""
    return float(np.quantile(when, share, method="inverted_cdf")) if len(when) else np.inf


def _crowd(kind: Zone, rules: Rules, seed: int) -> tuple[Simulation, Vec]:
    """Stand a crowd round one of them, the hero as far off as can be; return where that one stands."""
    rng = np.random.default_rng([seed, ZONES.index(kind)])
    level = town()
    spots, free = free_centres(level, zone(kind)), free_centres(level, ~level.solid)
    source = spots[rng.integers(len(spots))]
    away = free[((free - source) ** 2).sum(axis=1).argmax()]
    simulation = empty_game(level, seed, (float(away[0]), float(away[1])), rules)
    near = free[_on_foot(simulation, source, free) <= AROUND]
    place(simulation, Sort.SHAMBLER, np.concatenate([source[None], rng.permutation(near)[: COUNT - 1]]))
    first = simulation.world.table["Entity.id"][simulation.world.span(DEAD)][:1]
    with simulation.world.edit(Senses, first) as senses:
        senses.detect[...], senses.spot[...] = 1, source
        senses.spot_at[...] = 0
    return simulation, source


def _told(simulation: Simulation, source: Vec) -> tuple[Values, Values]:
    """Return when each but the first is told, s, ``inf`` for never; and how far off it then is, tiles."""
    world = simulation.world
    ids = world.table["Entity.id"][world.span(DEAD)].copy()
    when, far = np.full(len(ids), np.inf), np.full(len(ids), np.inf)
    began = np.inf
    for tick in range(round(SECONDS * TICKS_PER_SECOND)):
        sure, called = _hunting(simulation)
        began = min(began, tick) if sure else began
        new = np.isin(ids, called) & ~np.isfinite(when)
        if new.any():
            when[new] = (tick - began) / TICKS_PER_SECOND
            far[new] = _on_foot(simulation, source, _places(simulation)[new])
    return when[1:], far[1:]


def _hunting(simulation: Simulation) -> tuple[list[int], list[int]]:
    """Play a tick; return the ids of those who began to hunt by themselves, and because they were told."""
    told = [row for told in simulation.step() if isinstance(told.event, Noticed) for row in told.event.rows()]
    hunts = [row for row in told if row["mood"] == Mood.HUNT]
    called = [row["who"] for row in hunts if row["why"] == Cause.CALL]
    return [row["who"] for row in hunts if row["why"] != Cause.CALL], called


def _places(simulation: Simulation) -> Vec:
    return simulation.world.view(Body, simulation.world.span(DEAD)).pos


def _air(simulation: Simulation, source: Vec) -> Values:
    """Return how far each of the dead is in a straight line, ``(n,)``, tile."""
    gap = _places(simulation) - source
    return np.asarray(np.sqrt((gap * gap).sum(axis=1)), np.float64)


def _on_foot(simulation: Simulation, source: Vec, pos: Vec) -> Values:
    """Return how far places ``(k, 2)`` are on foot, ``(k,)`` tiles."""
    links = simulation.world.resource(Ground).links
    field = distance_field(links, [(int(source[0]), int(source[1]))])
    there: NDArray[np.intp] = pos.astype(np.intp)
    return np.asarray(field[there[:, 1], there[:, 0]] / STRAIGHT, np.float64)


def judge(results: Results) -> list[Row]:
    """Hold the times, and those told too early or through walls, against their bars."""
    rows = []
    for kind in ZONES:
        for measure, words, bar in (
            ("half, s", "half of those within 16 tiles are told, s", HALF_BY),
            ("most, s", "nine tenths of all told, s", MOST_BY),
        ):
            found = results.of(PLAYED, f"{kind} {measure}")
            span, middle = median_interval(found), float(np.median(found))
            rows.append(at_most("alarm", f"{kind}: {words}", middle, bar, interval=span))
        for measure, words in (("early", "told earlier than by hops"), ("past", "told past three hops")):
            found = results.of(PLAYED, f"{kind} {measure}")
            span, mean = mean_interval(found), float(found.mean())
            circle = results.mean(PLAYED, f"{kind} circle {measure}")
            rows.append(at_most("alarm", f"{kind}: {words}", mean, 0, control=circle, interval=span))
    told, mute = results.of(PLAYED, "open told"), results.mean(MUTE, "open told")
    span, mean = mean_interval(told), float(told.mean())
    rows.append(at_least("alarm", "open: share told", mean, REACHED, control=mute, interval=span))
    return rows


CLAIMS = (Claim("alarm", (PLAYED, MUTE), run, judge),)
