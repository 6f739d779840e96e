"""Breath: every one of the dead has a phase, and neighbours draw each other into step.

Rules of this module:
- The phase is a 16-bit fraction of a turn and advances at each one's own rate, every tick.
- Once in ``unison.every`` ticks it is drawn, as strongly as ``Pulse.draw`` says, toward the mean phase of
  what its nook reaches (Kuramoto 1975, with the mean field of a coarse grid): hunters by hunters, the
  others by the others. Half of what draws hunters who hear a caller is the caller's phase.
- The order parameter of a group is the length of the mean of e^(i theta) over its hunters. They are in
  unison while it is above ``unison.order`` and they are ``unison.fewest`` or more.
- Sines come from a table made once by a polynomial of + - * only, and sums are of whole numbers: the
  result is the same bits everywhere, in whatever order.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.sections import Unison
from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import NO_TICK, Body, Flag, Int, Mind, Mood, Num, Pulse
from game.sim.nooks import Nooks, nooks_of
from game.sim.resource_order import Order
from game.sim.resources import TICKS_PER_SECOND, Clock

HUNT = int(Mood.HUNT)
STEPS = 1024
"""Entries of the table, a full turn."""
SHIFT = 6
"""Bits of a 16-bit phase below the table's fineness."""
ONE = 16384
"""A sine of 1 in the table."""
RADIAN = np.float32(10430.378)
"""Phase units of one radian: 65536 / (2 pi)."""
HALF_PI = 1.5707963267948966
TERMS = (1.0, -1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39916800)
"""Taylor's series of the sine: below 6e-8 off up to a quarter turn."""


def _sine(angle: float) -> float:
    """Return the sine of 0..pi/2 by Horner's rule."""
    total = 0.0
    for term in reversed(TERMS):
        total = total * (angle * angle) + term
    return total * angle


def _table() -> NDArray[np.int32]:
    quarter = [round(_sine(HALF_PI * 4 * k / STEPS) * ONE) for k in range(STEPS // 4 + 1)]
    half = quarter + quarter[-2:0:-1]
    return np.array(half + [-value for value in half], np.int32)


SINES = _table()
"""``(STEPS,)`` sines of a full turn times ``ONE``."""
COSINES = np.roll(SINES, -STEPS // 4)


def sine(theta: Int) -> Int:
    """Return ``ONE`` times the sine of 16-bit phases."""
    return np.asarray(SINES.take(theta >> SHIFT))


def cosine(theta: Int) -> Int:
    """Return ``ONE`` times the cosine of 16-bit phases."""
    return np.asarray(COSINES.take(theta >> SHIFT))


def order(theta: Int) -> float:
    """Return the order parameter of phases, 0 (each its own) to 1 (all as one)."""
    if not len(theta):
        return 0.0
    s, c = float(sine(theta).sum(dtype=np.int64)), float(cosine(theta).sum(dtype=np.int64))
    return float(np.sqrt(s * s + c * c)) / (ONE * len(theta))


@system
def beat(
    pulse: Mut[Pulse],
    mind: Mind,
    body: Body,
    order: Order,
    clock: Clock,
    level: Level,
    rules: Rules,
    tuning: Tuning,
    world: World,
) -> None:
    """Advance all phases, let them draw each other, and measure how far groups are in step."""
    unison = tuning.unison
    if clock.every(unison.every):
        nooks = nooks_of(level, unison.cell_tiles)
        phase = sine(pulse.theta), cosine(pulse.theta)
        hunts = mind.mood == HUNT
        pull = _pull(nooks, nooks.at(body.pos), phase, hunts)
        if order.groups:
            called = (hunts & (pulse.group >= 0)).nonzero()[0]
            share = 0.0 if "caller" in rules.without else unison.lead_share
            _follow(pull, called, pulse.group[called], phase, _leaders(order, world), share)
            _measure(order, pulse.group[called], [part[called] for part in phase], clock.tick, unison)
        seconds = np.float32(unison.every / TICKS_PER_SECOND)
        drawn = np.rint(pull * pulse.draw * seconds * RADIAN).astype(np.int32)
        pulse.theta += drawn.astype(np.uint16)  # 16 bits wrap round, as a phase does
    pulse.theta += pulse.rate


def _pull(nooks: Nooks, nook: NDArray[np.intp], phase: tuple[Int, Int], hunts: Flag) -> Num:
    """Return the sine of how far the mean phase around is ahead of each, ``(n,)``."""
    kind = nook + hunts * (nooks.count + 1)
    s, c = (part.astype(np.float64) for part in phase)
    field_s, field_c = nooks.sums(kind, s, 2), nooks.sums(kind, c, 2)
    far = (np.sqrt(field_s * field_s + field_c * field_c) + 1) * ONE
    ahead = (field_s / far).take(kind) * c
    ahead -= (field_c / far).take(kind) * s
    return np.asarray(ahead, np.float32)


def _leaders(order: Order, world: World) -> tuple[Flag, tuple[Int, Int]]:
    """Return which groups' callers live, ``(g,)``, and the sines and cosines of their phases, ``(g,)``."""
    rows, alive = world.resolve(np.array([group.caller for group in order.groups], np.int64))
    theta = world.table["Pulse.theta"][rows]
    return alive, (sine(theta), cosine(theta))


def _follow(
    pull: Num,
    called: NDArray[np.intp],
    group: Int,
    phase: tuple[Int, Int],
    leaders: tuple[Flag, tuple[Int, Int]],
    share: float,
) -> None:
    """Let the phase of a living caller be a share of what draws its group, in place."""
    leads, (lead_s, lead_c) = leaders
    led = leads[group]
    rows, group = called[led], group[led]
    ahead = (lead_s[group] * phase[1][rows] - lead_c[group] * phase[0][rows]) / np.float32(ONE * ONE)
    pull[rows] += np.float32(share) * (ahead - pull[rows])


def _measure(order: Order, group: Int, phase: list[Int], now: int, unison: Unison) -> None:
    """Write down how far each group is in step, and since when in unison."""
    most = len(order.groups)
    hunters = np.bincount(group, minlength=most).tolist()
    s, c = (np.bincount(group, part, most) for part in phase)
    length = (np.sqrt(s * s + c * c) / ONE).tolist()
    for each, count, total in zip(order.groups, hunters, length, strict=True):
        each.hunters, each.order = count, total / max(count, 1)
        if count < unison.fewest or each.order <= unison.order:
            each.since = NO_TICK
        elif each.since == NO_TICK:
            each.since = now


def most_in_step(world: World, fewest: int) -> float:
    """Return the highest order of any hunters who breathe together, ``fewest`` or more of them.

    They are those of a group, or what reaches one nook. For reports: nobody in the game asks.
    """
    rows = world.rows(Mind, Pulse)
    pulse = world.view(Pulse, rows)
    hunts = world.view(Mind, rows).mood == HUNT
    nooks = nooks_of(world.resource(Level), world.resource(Tuning).unison.cell_tiles)
    nook = nooks.at(world.view(Body, rows).pos)[hunts]
    phase = [part(pulse.theta)[hunts] for part in (sine, cosine)]
    count = nooks.sums(nook, np.ones(len(nook)))
    s, c = (nooks.sums(nook, part) for part in phase)
    local = np.sqrt(s * s + c * c) / (ONE * np.maximum(count, 1))
    highest: list[float] = local[count >= fewest].tolist()
    groups = [each.order for each in world.resource(Order).groups if each.hunters >= fewest]
    return max([0.0, *highest, *groups])
