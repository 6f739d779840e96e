"""Fair: the dead act only on what reached them.

Two worlds differ in one thing: where the player hides, whom nobody sees or hears. Their dead must be the same
to the bit, in body, mind and belief, until something reaches one of them in either world: a sight, a noise,
a touch, a scent. And whoever goes elsewhere because of the group stands in the log (``Noticed``).

The other arms leak, so that the measure is seen to measure; of them, only what an onlooker sees is compared:

    told         each is told the true place twice a second
    timed        the search begins when the player has hidden: sooner, the nearer that is
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import starmap
from typing import TYPE_CHECKING

import numpy as np

from game.play.claims.claim import Claim, Results, Row, at_least, at_most, mean_interval
from game.play.claims.search import (
    BELIEF,
    TOLD,
    WAIT_S,
    Case,
    as_place,
    begin,
    case,
    seen_from,
    steer,
    walk_from,
)
from game.sim.components import DEAD, Body, Deed, Drive, Mind, Plan, Pulse, Senses
from game.sim.happenings import Cause, Noticed
from game.sim.resource_belief import Beliefs
from game.sim.resources import TICKS_PER_SECOND, ticks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.ecs.column import Component
    from game.ecs.events import Told
    from game.play.simulation import Simulation
    from game.sim.components import Ids

TIMED = "timed"
CAP_S = 40.0
"""So long the worlds are watched, from the beginning of the search, s."""
FLIGHT = 3.2
"""How fast the timed ones take it to have run, tile/s."""
INNER: tuple[type[Component], ...] = (Body, Drive, Deed, Senses, Mind, Plan, Pulse)
OUTER: tuple[type[Component], ...] = (Body,)
SENSED = (Cause.SIGHT, Cause.HEARING, Cause.TOUCH, Cause.SCENT)
CAUGHT = 0.5
"""Bar: share of worlds in which a leak shows."""


@dataclass
class Watch:
    """What an onlooker writes down about two worlds: ticks, ``inf`` for never."""

    inner: float = np.inf
    """The dead differ in anything."""
    outer: float = np.inf
    """Their bodies differ."""
    sensed: float = np.inf
    """Something reached one of them in either world."""
    unlogged: int = 0
    """How often one was sent elsewhere and the log does not say so."""
    goals: dict[int, tuple[float, ...]] = field(default_factory=dict)


def run(arm: str, seed: int) -> dict[str, float]:
    """Play both worlds until the bodies differ; return whether that was before anything reached them."""
    drawn = case(seed)
    worlds = list(starmap(begin_world, ((arm, each, seed) for each in (drawn, twin(drawn, seed)))))
    chance, watch = np.random.default_rng(seed), Watch()
    for tick in range(ticks(WAIT_S + CAP_S)):
        told = [_step(arm, simulation, ids, chance, tick) for simulation, ids in worlds]
        _note(watch, [simulation for simulation, _ in worlds], told, tick)
        if watch.outer <= tick:
            break
    return {
        "differ before a stimulus": float(watch.inner < watch.sensed),
        "seen to differ before a stimulus": float(watch.outer < watch.sensed),
        "stimulus, s": watch.sensed / TICKS_PER_SECOND - WAIT_S,
        "difference, s": watch.inner / TICKS_PER_SECOND - WAIT_S,
        "not in the log": float(watch.unlogged),
    }


def judge(results: Results) -> list[Row]:
    """Nothing in the game as it is; most worlds in those that leak."""
    early = results.of(BELIEF, "differ before a stimulus")
    leaks = {arm: results.of(arm, "seen to differ before a stimulus") for arm in (TOLD, TIMED)}
    control = float(leaks[TOLD].mean())
    within = mean_interval(early)
    said = "worlds whose dead differ before a stimulus"
    rows = [at_most("fair", said, float(early.mean()), 0, control=control, interval=within)]
    for arm, seen in leaks.items():
        said, within = f"worlds in which the leak '{arm}' shows", mean_interval(seen)
        rows.append(at_least("fair", said, float(seen.mean()), CAUGHT, control=0.0, interval=within))
    silent = results.of(BELIEF, "not in the log")
    within = mean_interval(silent)
    rows.append(
        at_most("fair", "orders not in the log", float(silent.mean()), 0, control=None, interval=within)
    )
    return rows


CLAIMS = (Claim("fair", (BELIEF, TOLD, TIMED), run, judge),)


def twin(drawn: Case, seed: int) -> Case:
    """Return the same case with another hiding place, which no searcher sees at first either."""
    at = drawn.at.astype(np.int64)
    chance = np.random.default_rng([seed, 8])
    others = drawn.hides[chance.permutation(len(drawn.hides))]
    for other in others:
        if as_place(other) != drawn.hide and not seen_from(other)[at[:, 1], at[:, 0]].any():
            return drawn._replace(hide=as_place(other))
    return drawn


def begin_world(arm: str, drawn: Case, seed: int) -> tuple[Simulation, Ids]:
    """Return one of the worlds, and the ids of its searchers."""
    wait = WAIT_S
    if arm == TIMED:
        x, y = (int(part) for part in drawn.hide)
        wait = walk_from(np.array(drawn.spot, np.float32))[y, x] / FLIGHT + 0.5
    return begin(TOLD if arm == TOLD else BELIEF, drawn, seed, wait)


def _step(arm: str, simulation: Simulation, ids: Ids, chance: np.random.Generator, tick: int) -> list[Told]:
    if tick % (TICKS_PER_SECOND // 2) == 0:
        steer(arm, simulation, ids, chance)
    return simulation.step()


def _note(watch: Watch, worlds: list[Simulation], told: list[list[Told]], tick: int) -> None:
    """Compare the dead of both worlds."""
    one, other = worlds
    if watch.inner == np.inf and not (_same(one, other, INNER) and _same_belief(one, other)):
        watch.inner = tick
    if watch.outer == np.inf and not _same(one, other, OUTER):
        watch.outer = tick
    if watch.sensed == np.inf and (any(map(_sensed, told)) or any(_felt(each) for each in worlds)):
        watch.sensed = tick
    watch.unlogged += unlogged(watch, one, told[0])


def _same(one: Simulation, other: Simulation, components: tuple[type[Component], ...]) -> bool:
    """Whether the dead of two worlds have the same columns, to the bit."""
    rows, others = one.world.span(DEAD), other.world.span(DEAD)
    names = [name for kind in components for name in one.world.table if name.startswith(f"{kind.__name__}.")]
    return all(np.array_equal(one.world.table[name][rows], other.world.table[name][others]) for name in names)


def _same_belief(one: Simulation, other: Simulation) -> bool:
    mine, theirs = (_mass(each) for each in (one, other))
    return len(mine) == len(theirs) and all(map(np.array_equal, mine, theirs))


def _mass(simulation: Simulation) -> list[NDArray[np.float32]]:
    lost = simulation.world.resource(Beliefs).lost
    return [grid for belief in lost for grid in (belief.run, belief.rest)]


def _sensed(told: list[Told]) -> bool:
    return any(np.isin(each.event.why, SENSED).any() for each in told if isinstance(each.event, Noticed))


def _felt(simulation: Simulation) -> bool:
    """Whether anything has reached any of the dead."""
    return bool((simulation.world.view(Senses, simulation.world.span(DEAD)).felt_at >= 0).any())


def unlogged(watch: Watch, simulation: Simulation, told: list[Told]) -> int:
    """Return how many were sent elsewhere this tick of whom the log does not say so."""
    sent: list[int] = []
    for each in told:
        if isinstance(each.event, Noticed):
            sent += each.event.who[each.event.why == Cause.ORDER].tolist()
    span = simulation.world.span(DEAD)
    plan, ids = simulation.world.view(Plan, span), simulation.world.table["Entity.id"][span].tolist()
    goals = dict(zip(ids, map(tuple, plan.goal.tolist()), strict=True))
    moved = [who for who in ids if goals[who] != watch.goals.get(who, goals[who])]
    watch.goals = goals
    return len([who for who in moved if who not in sent])
