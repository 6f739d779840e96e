"""The search: the dead find one who hides sooner than by strolling, and not so soon as if they knew.

Somebody was last seen in the street and hides in a corner of the town that sees little, 10 to 35 tiles from
there; 18 of the dead, 6 to 14 tiles from that place and on its other side, begin to search 11.5 seconds
after. All arms know where it was last seen. Time counts until the first of them hunts; 90 seconds at most.

    belief       the game as it is played
    stroll       without belief: each looks about where it stands
    random walk  goals at random within 8 tiles of itself: a stronger one than theirs
    told         cheating: each is told the true place, twice a second; none can be sooner
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from game.data.tuning import Rules, load_tuning
from game.play.claims.claim import Claim, Results, Row, at_least, at_most, mean_interval, ratio_interval
from game.play.claims.town import empty_game, free_centres, place, town
from game.sim.components import DEAD, PLAYER, Actor, Body, Deed, Mind, Mood, Plan, Senses, Sort, Stage, Task
from game.sim.maths import length
from game.sim.resources import TICKS_PER_SECOND, Ground, ticks
from game.sim.views import OFFSETS, Views
from game.sim.waves import STRAIGHT, distance_field

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.data.tuning import Tuning
    from game.play.simulation import Simulation
    from game.sim.components import Ids, Vec

    Grid = NDArray[np.bool_]
    Place = tuple[float, float]

BELIEF, STROLL, RANDOM_WALK, TOLD = "belief", "stroll", "random walk", "told"
TIME = "time, s"
CAP_S = 90.0
FASTER, SLOWER, MISSED = 2.5, 2.2, 0.03
"""Bars."""
WAIT_S = 11.5
"""From the last sight to the search: as long for every place, or the wait itself would tell it."""
SHAMBLERS, FLANKERS = 12, 6
HIDDEN = (10.0, 35.0)
"""How far the hiding place is from the last sight, on foot, tile."""
STARTS = (6.0, 14.0)
"""How far the searchers are from it, tile."""
BEHIND = 4.0
"""So much farther from the hiding place are they, tile."""
DIM = 0.25
"""Share of all tiles that count as seeing little."""
OPEN = 60
"""Tiles an open place sees, of those within ten."""
WANDER = 8.0
"""How far the goals of a random walk are, tile."""
THERE, BORED = 1.5, 0.02
"""So near its goal, tile, and besides so often each half second, one takes another."""


class Case(NamedTuple):
    """Who is where, tile."""

    spot: Place
    """Where it was last seen."""
    hide: Place
    at: Vec
    """``(k, 2)`` of the searchers."""
    hides: Vec
    """``(n, 2)`` where else it could have hidden."""


def run(arm: str, seed: int) -> dict[str, float]:
    """Play one search; return how long it took, s, ``inf`` for never."""
    simulation, ids = begin(arm, case(seed), seed)
    chance = np.random.default_rng(seed)
    for tick in range(ticks(WAIT_S + CAP_S)):
        if tick % (TICKS_PER_SECOND // 2) == 0:
            steer(arm, simulation, ids, chance)
        simulation.step()
        if (simulation.world.view(Mind, simulation.world.span(DEAD)).mood == Mood.HUNT).any():
            return {TIME: simulation.tick / TICKS_PER_SECOND - WAIT_S}
    return {TIME: np.inf}


def judge(results: Results) -> list[Row]:
    """Compare with chance, and with knowing."""
    own = results.of(BELIEF, TIME)
    rows = []
    for arm in (STROLL, RANDOM_WALK):
        other = np.minimum(results.of(arm, TIME), CAP_S)
        ratio, within = float(np.median(other) / np.median(own)), ratio_interval(other, own)
        rows.append(
            at_least("search", f"times as fast as a {arm}", ratio, FASTER, control=1.0, interval=within)
        )
    told = results.of(TOLD, TIME)
    ratio, within = float(np.median(own) / np.median(told)), ratio_interval(own, told)
    rows.append(at_most("search", "times as long as if told", ratio, SLOWER, control=1.0, interval=within))
    missed = np.isinf(own).astype(np.float64)
    lost = float(np.isinf(results.of(RANDOM_WALK, TIME)).mean())
    within = mean_interval(missed)
    rows.append(
        at_most("search", "share not found", float(missed.mean()), MISSED, control=lost, interval=within)
    )
    return rows


CLAIMS = (Claim("search", (BELIEF, STROLL, RANDOM_WALK, TOLD), run, judge),)


@cache
def ground() -> Ground:
    """Return the ground of the town."""
    return empty_game(town(), 1, (47.5, 47.5)).world.resource(Ground)


@cache
def _views() -> Views:
    return Views()


@cache
def views() -> NDArray[np.int64]:
    """Return how many tiles within ten each tile of the town sees, ``(h, w)``."""
    solid = ground().solid
    free = np.flatnonzero(~solid)
    seen = np.zeros(solid.size, np.int64)
    seen[free] = _views().of(ground(), free).sum(axis=1)
    return seen.reshape(solid.shape)


def case(seed: int) -> Case:
    """Draw who is where."""
    chance = np.random.default_rng([seed, 7])
    seen = views()
    dim = (seen > 0) & (seen < np.quantile(seen[seen > 0], DIM))
    places = free_centres(town(), seen >= OPEN)
    while True:
        spot = places[chance.integers(len(places))]
        walk = walk_from(spot)
        near_spot = seen_from(spot)
        hides = free_centres(town(), dim & (walk > HIDDEN[0]) & (walk < HIDDEN[1]) & ~near_spot)
        if not len(hides):
            continue
        hide = hides[chance.integers(len(hides))]
        home = walk_from(hide)
        far = home[int(spot[1]), int(spot[0])] + BEHIND
        starts = (walk > STARTS[0]) & (walk < STARTS[1]) & (home > far) & ~seen_from(hide)
        at = free_centres(town(), starts)
        if len(at) > SHAMBLERS + FLANKERS:
            chosen = chance.choice(len(at), SHAMBLERS + FLANKERS, replace=False)
            return Case(as_place(spot), as_place(hide), at[chosen], hides)


def begin(arm: str, drawn: Case, seed: int, wait: float = WAIT_S) -> tuple[Simulation, Ids]:
    """Return the game, and the ids of the searchers, who stand still so long, s."""
    rules = Rules() if arm == BELIEF else Rules(without=frozenset({"belief"}))
    simulation = empty_game(town(), seed, drawn.hide, rules, patient())
    ids = np.concatenate(
        [
            place(simulation, Sort.SHAMBLER, drawn.at[:SHAMBLERS]),
            place(simulation, Sort.FLANKER, drawn.at[SHAMBLERS:]),
        ]
    )
    world = simulation.world
    hero = world.table["Entity.id"][world.span(PLAYER)][:1]
    with world.edit(Actor, hero) as actor:
        actor.sort[...] = Sort.SUHYEOK  # nobody with a gift for hiding
    with world.edit(Mind, ids) as mind:
        mind.mood[...], mind.foe[...], mind.mood_until[...] = Mood.SEARCH, hero, ticks(WAIT_S + CAP_S) + 1
    with world.edit(Senses, ids) as senses:
        senses.spot[...], senses.spot_at[...] = drawn.spot, 0
    with world.edit(Deed, ids) as deed:
        deed.stage[...], deed.stage_until[...] = Stage.RECOVER, ticks(wait)
    return simulation, ids


def patient() -> Tuning:
    """Return the constants, but that a search lasts as long as is measured."""
    tuning = load_tuning()
    return replace(tuning, search=replace(tuning.search, search_s=WAIT_S + CAP_S))


def steer(arm: str, simulation: Simulation, ids: Ids, chance: np.random.Generator) -> None:
    """Send those who search where the arm says."""
    if arm not in {RANDOM_WALK, TOLD} or simulation.tick < ticks(WAIT_S):
        return
    world = simulation.world
    with world.edit(Plan, ids) as plan, world.edit(Body, ids) as body:
        if arm == TOLD:
            plan.goal[...] = world.view(Body, world.span(PLAYER)).pos[0]
            plan.task[...] = Task.SEARCH
        else:
            there = length(plan.goal - body.pos) < THERE
            new = (plan.task == Task.NONE) | there | (chance.random(len(ids)) < BORED)
            aside = chance.uniform(-WANDER, WANDER, (len(ids), 2)).astype(np.float32)
            plan.goal[new] = np.clip((body.pos + aside)[new], 1.5, 94.5)
            plan.task[new] = Task.SEARCH
        plan.until[...] = simulation.tick + TICKS_PER_SECOND


def walk_from(at: Vec) -> NDArray[np.float64]:
    """Return how far every tile is on foot, ``(h, w)``, tile."""
    return distance_field(ground().links, [(int(at[0]), int(at[1]))]) / STRAIGHT


def seen_from(at: Vec) -> Grid:
    """Return which tiles within ten one sees from a place, ``(h, w)``."""
    high, wide = ground().solid.shape
    ray = _views().of(ground(), np.array([int(at[1]) * wide + int(at[0])]))[0]
    seen = np.zeros((high, wide), np.bool_)
    x, y = (OFFSETS[:, ray].T + at.astype(np.int64)).T
    inside = (x >= 0) & (y >= 0) & (x < wide) & (y < high)
    seen[y[inside], x[inside]] = True
    return seen


def as_place(at: Vec) -> Place:
    """Return a place ``(2,)`` as two numbers."""
    return float(at[0]), float(at[1])
