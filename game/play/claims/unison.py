"""In unison: many hunters fall into step round their caller, screech, surge; and it can be stopped.

``unison``: a crowd stands scattered about the square, with two screamers, and hunts somebody who cannot die.
Order is the order parameter of all that hunt.

    played             as it is
    no coupling        each keeps its own rate
    killed at 1.1 s    whoever screeches is killed so long after it drew breath
    killed at 1.3 s    likewise, too late

By chance, so many would be in step as the order that 95 % of draws of independent phases stay under.

``apart``: two crowds hunt, each in its yard. How far the two are in step is the cosine between their mean
phases, when the looser of them is as much in step as it comes to be before one surges: 0 on average for
phases that have nothing to do with each other.

    wall    a wall of one tile parts the yards
    far     open ground parts them
    open    nothing does: the control
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from game.data.area import Area
from game.data.sketch import sketch
from game.data.things import Start
from game.data.tuning import Rules
from game.ecs.world import Kind
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
from game.play.claims.town import empty_game, free_centres, place, town
from game.play.simulation import Simulation
from game.sim.components import DEAD, NO_TICK, PLAYER, Health, Ids, Mind, Mood, Pulse, Senses, Sort, Vec
from game.sim.happenings import Hit, Surged
from game.sim.resource_order import Order
from game.sim.resources import TICKS_PER_SECOND

PLAYED, LOOSE, STOPPED, LATE = "played", "no coupling", "killed at 1.1 s", "killed at 1.3 s"
KILL_AFTER = {STOPPED: 1.1, LATE: 1.3}
"""Seconds from the breath drawn to the caller's death."""
COUNT, FAST, SCREAMERS = 80, 24, 2
"""Dead, and how many of them are flankers and screamers."""
NEAREST, FARTHEST = 4.0, 18.0
"""How far off they stand, tile."""
SECONDS, AFTER_S = 24.0, 6.0
"""What is played; and how long nobody may be in step after a surge, or surge after a death."""
CURVE_S = 1.0
EVERY = 4
"""Ticks between two measures."""
TURN = 65536
DRAWS = 400
LOW, HIGH, ABOVE, BROKEN = 0.4, 0.9, 0.3, 0.5
"""Bars of the order: at first, at its peak, over chance, after a surge."""
OFTEN = 0.95
"""Bar of the share of crowds that surge unless stopped."""
LETHAL, DEATHLESS = 1e4, 1e6
"""HP."""


def run(arm: str, seed: int) -> dict[str, float]:
    """Let a crowd hunt; return what becomes of its order, and whether it surges."""
    simulation = _crowd(seed, Rules(without=frozenset({"coupling"} if arm == LOOSE else ())))
    groups = simulation.world.resource(Order)
    orders, surged, kill_at = [order(_hunters(simulation))], np.inf, np.inf
    for tick in range(round(SECONDS * TICKS_PER_SECOND)):
        begun = [group for group in groups.groups if group.begun != NO_TICK]
        if begun and kill_at == np.inf:
            victim, kill_at = begun[0].caller, begun[0].begun + KILL_AFTER.get(arm, np.inf) * TICKS_PER_SECOND
        if tick == kill_at:
            simulation.world.events.emit(Hit, target=victim, damage=LETHAL)
        if any(isinstance(told.event, Surged) for told in simulation.step()):
            surged = min(surged, tick / TICKS_PER_SECOND)
        if tick % EVERY == EVERY - 1:
            orders.append(order(_hunters(simulation)))
    return _measures(np.array(orders), surged, kill_at / TICKS_PER_SECOND, len(_hunters(simulation)), seed)


def _measures(orders: Values, surged: float, killed: float, hunters: int, seed: int) -> dict[str, float]:
    """Return the measures of a game, and its curve."""
    a_second = TICKS_PER_SECOND // EVERY
    end = len(orders) if surged == np.inf else int(surged * a_second) + 1
    after = orders[end + 1 : end + round(AFTER_S * a_second)]
    found = {
        "first": float(orders[: a_second // 2].mean()),
        "peak": float(orders[:end].max()),
        "chance": chance(hunters, seed),
        "hunters": float(hunters),
        "in step after, s": _first(orders[:end] > HIGH) / a_second,
        "surged, s": surged,
        "surges": float(surged < np.inf),
        "killed, s": killed,
        "after": float(after.max()) if len(after) else np.nan,
    }
    times = np.arange(0, SECONDS, CURVE_S)
    return found | {f"order@{t:g}": float(orders[int(t * a_second)]) for t in times.tolist()}


def _first(marked: NDArray[np.bool_]) -> float:
    return float(np.argmax(marked)) if marked.any() else np.inf


def order(theta: Values) -> float:
    """Return the order parameter of phases ``(n,)``, 0..1; of nobody it is 0."""
    return float(abs(np.exp(theta * (2j * np.pi / TURN)).mean())) if len(theta) else 0.0


def chance(count: int, seed: int) -> float:
    """Return the order that 95 % of draws of so many independent phases stay under."""
    phases = np.random.default_rng(seed).random((DRAWS, max(count, 1))) * TURN
    return float(np.quantile([order(draw) for draw in phases], 0.95))


def _hunters(simulation: Simulation) -> Values:
    """Return the phases of all that hunt, ``(k,)``."""
    world = simulation.world
    hunts = world.view(Mind, world.span(DEAD)).mood == Mood.HUNT
    return np.asarray(world.view(Pulse, world.span(DEAD)).theta[hunts], np.float64)


def _crowd(seed: int, rules: Rules) -> Simulation:
    """Scatter a crowd about the square, all of whom hunt the hero in its middle."""
    level = town()
    at = level.starts[0].area.at
    simulation = empty_game(level, seed, at, rules)
    free = free_centres(level, ~level.solid)
    far = np.abs(free - np.array(at)).max(axis=1)
    ring = free[(far > NEAREST) & (far < FARTHEST)]
    spots = np.random.default_rng(seed).permutation(ring)[:COUNT]
    parts = np.split(spots, (SCREAMERS, SCREAMERS + FAST))
    for sort, where in zip((Sort.SCREAMER, Sort.FLANKER, Sort.SHAMBLER), parts, strict=True):
        place(simulation, sort, where)
    hero = _ids(simulation, PLAYER)
    with simulation.world.edit(Health, hero) as health:
        health.hp[...] = health.most[...] = DEATHLESS
    _tell(simulation, _ids(simulation, DEAD), np.array(at, np.float32), int(hero[0]))
    return simulation


def _ids(simulation: Simulation, kind: Kind) -> Ids:
    world = simulation.world
    return np.asarray(world.table["Entity.id"][world.span(kind)], np.int64)


def _tell(simulation: Simulation, who: Ids, where: Vec, foe: int) -> None:
    """Let them hunt a foe they take to be somewhere."""
    tick = simulation.tick
    with simulation.world.edit(Mind, who) as mind:
        fresh = mind.mood != Mood.HUNT
        mind.since[fresh] = tick
        mind.mood[...], mind.foe[...] = Mood.HUNT, foe
    with simulation.world.edit(Senses, who) as senses:
        senses.spot[...], senses.spot_at[...], senses.detect[...] = where, tick, 1


def judge(results: Results) -> list[Row]:
    """Hold the orders and the surges against their bars."""
    first, peak, after = (results.of(PLAYED, name) for name in ("first", "peak", "after"))
    rows = [
        _median("order at first", first, LOW, below=True),
        _median("order at its peak", peak, HIGH, control=results.median(LOOSE, "peak")),
        _median("peak above chance", peak - results.of(PLAYED, "chance"), ABOVE,
                control=float(np.median(results.of(LOOSE, "peak") - results.of(LOOSE, "chance")))),
        _median("highest order 6 s after a surge", after[np.isfinite(after)], BROKEN, below=True),
    ]  # fmt: skip
    played, loose = results.of(PLAYED, "surges"), results.mean(LOOSE, "surges")
    stopped, late = _surges_near(results, STOPPED), _surges_near(results, LATE)
    for words, found, bar, control, hold in (
        ("share that surges", played, OFTEN, loose, at_least),
        ("the same, caller killed at 1.1 s", stopped, 0, float(played.mean()), at_most),
        ("the same, caller killed at 1.3 s", late, OFTEN, float(stopped.mean()), at_least),
    ):
        span = mean_interval(found)
        rows.append(hold("unison", words, float(found.mean()), bar, control=control, interval=span))
    return rows


def _surges_near(results: Results, arm: str) -> Values:
    """Return in which games they surged before their caller was dead for 6 s, 1 or 0."""
    surged, killed = results.of(arm, "surged, s"), results.of(arm, "killed, s")
    return np.asarray(surged < np.where(np.isfinite(killed), killed + AFTER_S, SECONDS), np.float64)


def _median(
    measure: str, found: Values, bar: float, *, below: bool = False, control: float | None = None
) -> Row:
    hold = at_most if below else at_least
    interval = median_interval(found)
    return hold("unison", measure, float(np.median(found)), bar, control=control, interval=interval)


# -- two crowds ------------------------------------------------------------------------------------

WALL, FAR, OPEN = "wall", "far", "open"
YARD = 16
"""Free tiles along a side of a yard."""
GAPS = {WALL: "#", FAR: "." * 40, OPEN: "."}
"""What lies between the yards, from west to east."""
EACH = 40
"""Dead in a yard, the first of them a screamer."""
APART_S = 16
TELL_S = 0.5
LOCKED, FREE = 0.9, 0.3


def run_apart(arm: str, seed: int) -> dict[str, float]:
    """Let two crowds fall into step, each in its yard; return how far the two are in step at their best."""
    simulation, crowds, middles = _yards(arm, seed)
    nobody = int(_ids(simulation, PLAYER)[0])
    best, together = 0.0, 0.0
    for tick in range(APART_S * TICKS_PER_SECOND):
        if tick % round(TELL_S * TICKS_PER_SECOND) == 0:
            for ids, middle in zip(crowds, middles, strict=True):
                _tell(simulation, ids, middle, nobody)
        if any(isinstance(told.event, Surged) for told in simulation.step()):
            break
        one, other = (np.exp(_phases(simulation, ids) * (2j * np.pi / TURN)).mean() for ids in crowds)
        if min(abs(one), abs(other)) > best:
            best = float(min(abs(one), abs(other)))
            together = float((one * other.conjugate()).real / abs(one * other))
    return {"together": together, "order": best}


def _yards(arm: str, seed: int) -> tuple[Simulation, list[Ids], list[Vec]]:
    """Draw two yards, a crowd in each, and a cell of its own for the hero; return crowds and middles."""
    gap = GAPS[arm]
    row = "#" + "." * YARD + gap + "." * YARD + "#"
    walls = "#" * len(row)
    art = [walls, *[row] * YARD, walls, walls, "#." + "#" * (len(row) - 2), walls]
    level = sketch("\n".join(art), things=[Start(area=Area.point(1.5, YARD + 3.5))])
    simulation = empty_game(level, seed, (1.5, YARD + 3.5))
    rng = np.random.default_rng(seed)
    crowds, middles = [], []
    for left in (1.0, 1.0 + YARD + len(gap)):
        at = np.array([left, 1.0]) + rng.random((EACH, 2)) * YARD
        first = place(simulation, Sort.SCREAMER, at[:1])
        crowds.append(np.concatenate([first, place(simulation, Sort.SHAMBLER, at[1:])]))
        middles.append(np.array([left + YARD / 2, 1 + YARD / 2], np.float32))
    return simulation, crowds, middles


def _phases(simulation: Simulation, ids: Ids) -> Values:
    rows, alive = simulation.world.resolve(ids)
    return simulation.world.table["Pulse.theta"][rows[alive]].astype(np.float64)


def judge_apart(results: Results) -> list[Row]:
    """Hold what two crowds have in common against their bars."""
    return list(_apart_rows(results))


def _apart_rows(results: Results) -> Iterator[Row]:
    locked = results.of(OPEN, "together")
    control = float(locked.mean())
    for arm, words in ((WALL, "two crowds behind a wall"), (FAR, "two crowds 40 tiles apart")):
        found = results.of(arm, "together")
        span, middle = mean_interval(found), float(found.mean())
        yield at_most("apart", f"{words}: cosine", middle, FREE, control=control, interval=span)
    span = mean_interval(locked)
    yield at_least("apart", "two crowds in one yard: cosine", float(locked.mean()), LOCKED, interval=span)


CLAIMS = (
    Claim("unison", (PLAYED, LOOSE, STOPPED, LATE), run, judge),
    Claim("apart", (WALL, FAR, OPEN), run_apart, judge_apart),
)
