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
from game.ecs.world import Entity
from game.sim.components import Act, Actor, Body, Deed, Drive, Health, Mind, Mood, Plan, Pulse, Sort, Stage
from game.sim.happenings import Cause, Noticed, Surged
from game.sim.resource_order import NEVER, Group, Order
from game.sim.resources import Clock, ticks

GOLDEN = 40503
"""65536 times the golden ratio's fraction: its multiples spread evenly over the turn."""
HUNT, SCREAMER, SCREECH, WINDUP = int(Mood.HUNT), int(Sort.SCREAMER), int(Act.SCREECH), int(Stage.WINDUP)
Rows = NDArray[np.intp]


@system
def surge(
    pulse: Mut[Pulse],
    plan: Mut[Plan],
    drive: Mut[Drive],
    mind: Mut[Mind],
    deed: Deed,
    actor: Actor,
    health: Health,
    body: Body,
    entity: Entity,
    order: Order,
    clock: Clock,
    tuning: Tuning,
    surged: Emit[Surged],
    noticed: Emit[Noticed],
) -> None:
    """Let callers whose hunters are in unison screech; settle how it ends."""
    unison, now = tuning.unison, clock.tick
    for number, group in enumerate(order.groups):
        if group.since == NEVER and group.begun == NEVER:
            continue
        found = (entity.id == group.caller).nonzero()[0]
        lives = len(found) > 0 and health.hp[found[0]] > 0
        row = int(found[0]) if lives else 0
        cries = lives and int(deed.act[row]) == SCREECH and int(deed.stage[row]) == WINDUP
        if group.begun != NEVER:
            completes = cries and int(deed.stage_until[row]) <= now
            if cries and not completes:
                continue
            rows = ((mind.mood == HUNT) & (pulse.group == number)).nonzero()[0]
            if completes and group.since != NEVER:
                plan.surge_until[rows] = now + ticks(unison.surge_s)
                surged(caller=group.caller, pos=body.pos[row : row + 1], count=len(rows))
                noticed(who=entity.id[rows], foe=mind.foe[rows], mood=HUNT, why=int(Cause.ORDER))
            _break_up(group, rows, pulse, now)
            silent = rows[actor.sort[rows] == SCREAMER]
            mind.ready_at[silent] = now + ticks(unison.again_s)
        elif lives and _is_ripe(group, int(pulse.broken_at[row]), tuning, now):
            drive.act[row], drive.want[row] = SCREECH, 0
            group.begun = now if cries else NEVER


def _is_ripe(group: Group, broken_at: int, tuning: Tuning, now: int) -> bool:
    """Whether a group's caller may begin."""
    unison = tuning.unison
    steady = group.since != NEVER and now - group.since >= ticks(unison.order_s)
    return steady and now - broken_at >= ticks(unison.again_s)


def _break_up(group: Group, rows: Rows, pulse: Pulse, now: int) -> None:
    """Scatter the phases of a group; nobody draws anybody for a while."""
    group.since = group.begun = NEVER
    pulse.theta[rows] += (np.arange(len(rows)) * GOLDEN & 65535).astype(np.uint16)
    pulse.broken_at[rows], pulse.draw[rows] = now, 0
