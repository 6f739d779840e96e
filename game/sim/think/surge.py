"""The screech in unison, and the surge.

    in unison for order_s, nothing broken for again_s   the caller draws breath
    it completes, still in unison                       all its hunters surge, from one tick on
    the caller is hit or killed before                  nobody does

Rules of this module:
- The screech is the screamer's deed: it asks for it as for any other, and a wound breaks it off. A call
  it began for itself becomes the group's once they are in unison.
- Either end breaks the unison: phases are scattered evenly over the turn, nobody is drawn for
  ``unison.rest_s``, and the screamers of the group keep silent for ``unison.again_s``.
- Whoever surges says why (``Noticed``): the order reached it through the caller's voice.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.components import (
    DEAD,
    NO_TICK,
    Act,
    Actor,
    Body,
    Deed,
    Drive,
    Flag,
    Mind,
    Mood,
    Plan,
    Pulse,
    Sort,
    Stage,
    Ticks,
)  # fmt: skip
from game.sim.happenings import Cause, Noticed, Surged
from game.sim.resource_order import Group, Order
from game.sim.resources import Clock, ticks

GOLDEN = 40503
"""65536 times the golden ratio's fraction: its multiples spread evenly over the turn."""
HUNT, SCREAMER = int(Mood.HUNT), int(Sort.SCREAMER)
FREE, WINDUP = int(Stage.NONE), int(Stage.WINDUP)
NOTHING, SCREECH = int(Act.NONE), int(Act.SCREECH)
Rows = NDArray[np.intp]


@system
def surge(
    pulse: Mut[Pulse],
    plan: Mut[Plan],
    drive: Mut[Drive],
    mind: Mut[Mind],
    deed: Deed,
    actor: Actor,
    body: Body,
    entity: Entity,
    order: Order,
    clock: Clock,
    tuning: Tuning,
    world: World,
    surged: Emit[Surged],
    noticed: Emit[Noticed],
) -> None:
    """Let callers whose hunters are in unison screech; settle how it ends."""
    unison, now = tuning.unison, clock.tick
    for number, group in enumerate(order.groups):
        if group.begun == NO_TICK and (group.since == NO_TICK or now % unison.every):
            continue
        caller = _living(world, group.caller)
        cries = (deed.act[caller] == SCREECH) & (deed.stage[caller] == WINDUP)
        if group.begun == NO_TICK:
            free = cries | (deed.stage[caller] == FREE)
            ripe = caller[free & _is_ripe(group, pulse.broken_at[caller], tuning, now)]
            drive.act[ripe], drive.want[ripe] = SCREECH, 0
            group.begun = now if len(ripe) else NO_TICK
        elif not cries.any() or deed.stage_until[caller[0]] <= now:
            rows = ((mind.mood == HUNT) & (pulse.group == number)).nonzero()[0]
            if cries.any() and group.since != NO_TICK:
                plan.surge_until[rows] = now + ticks(unison.surge_s)
                surged(caller=group.caller, pos=body.pos[caller], count=len(rows))
                noticed(who=entity.id[rows], foe=mind.foe[rows], mood=HUNT, why=int(Cause.ORDER))
            _break_up(group, np.union1d(rows, caller), pulse, now)
            silent = rows[actor.sort[rows] == SCREAMER]
            drive.act[caller], mind.ready_at[silent] = NOTHING, now + ticks(unison.again_s)


def _living(world: World, caller: int) -> Rows:
    """Return the row of a caller among the dead, ``(1,)``, or ``(0,)`` when it is no more."""
    rows, alive = world.resolve(np.array([caller], np.int64))
    return np.asarray(rows[alive] - world.span(DEAD).start)


def _is_ripe(group: Group, broken_at: Ticks, tuning: Tuning, now: int) -> Flag:
    """Return whether a group's caller may begin, as ``broken_at``."""
    unison = tuning.unison
    steady = group.since != NO_TICK and now - group.since >= ticks(unison.order_s)
    return np.asarray(steady & (now - broken_at >= ticks(unison.again_s)))


def _break_up(group: Group, rows: Rows, pulse: Pulse, now: int) -> None:
    """Scatter the phases of a group; nobody draws anybody for a while."""
    group.since = group.begun = NO_TICK
    pulse.theta[rows] += (np.arange(len(rows)) * GOLDEN & 65535).astype(np.uint16)
    pulse.broken_at[rows], pulse.draw[rows] = now, 0
