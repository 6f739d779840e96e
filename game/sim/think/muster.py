"""Who hunts in step with whom, and how well they are organised.

Rules of this module:
- A caller is a screamer that hunts. Its group are the hunters near enough to hear its call through the
  open: ``noise.screech`` tiles off, and round no more corners than so many cells' worth of nooks. Who hears
  several is of the first one's group, and a screamer that hears a caller is none itself.
- Organisation, 0..1, is how many hunt near the foe, times how long, times how many screamers lead::

      min(1, near / near_most) * mean min(1, hunted / sure_s)
          * min(1, alone_share + screamers * screamer_share)

  Near is near to where each itself takes the foe to be. Hunters without a caller count what reaches
  their nook, and no screamer.
- From it comes how strongly each is drawn. Whoever does not hunt is drawn a little, sleepers more; whose
  unison has just broken is not drawn at all.
- Screamers of a group that can get there do not call for themselves: they wait for the others.
- All this is settled anew every ``PERIOD`` ticks. A caller stays one as long as it hunts.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.sections import Unison
from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import NO_TICK, Actor, Body, Flag, Int, Mind, Mood, Num, Pulse, Senses, Sort
from game.sim.maths import length
from game.sim.nooks import Nooks, nooks_of
from game.sim.resource_order import Group, Order
from game.sim.resources import Clock, ticks

PERIOD, OFFSET = 30, 22
"""Once in so many ticks, at that one of them."""
MOST = 8
"""Groups at a time; callers beyond wait until one falls silent."""
ABLE = 0.5
"""So well organised, a group gets into step in time."""
ASLEEP, HUNT, SCREAMER = int(Mood.ASLEEP), int(Mood.HUNT), int(Sort.SCREAMER)
Rows = NDArray[np.intp]


@system
def muster(
    pulse: Mut[Pulse],
    mind: Mut[Mind],
    senses: Senses,
    body: Body,
    actor: Actor,
    entity: Entity,
    order: Order,
    clock: Clock,
    level: Level,
    rules: Rules,
    tuning: Tuning,
) -> None:
    """Gather the hunters round their callers, and say how strongly each is drawn."""
    if not clock.every(PERIOD, OFFSET):
        return
    unison = tuning.unison
    asleep = mind.mood == ASLEEP
    pulse.draw = np.where(asleep, unison.sleep_coupling_per_s, unison.coupling_per_s).astype(np.float32)
    hunters = (mind.mood == HUNT).nonzero()[0]
    screams = hunters[actor.sort[hunters] == SCREAMER]
    callers = _callers(order, entity.id, screams)
    nooks = nooks_of(level, unison.cell_tiles)
    pulse.group = _gather(order, entity.id, callers, hunters, nooks, body, tuning)
    if len(hunters):
        pos, group = body.pos.take(hunters, axis=0), pulse.group[hunters]
        near = length(senses.spot.take(hunters, axis=0) - pos) < np.float32(unison.near_tiles)
        hunted = np.minimum(clock.tick - mind.since[hunters], ticks(unison.sure_s))
        organised = _alone(nooks, nooks.at(pos), near, hunted, unison)
        able = _led(organised, group, (near, hunted, actor.sort[hunters] == SCREAMER), unison)
        waits = screams[able[pulse.group[screams]]]
        mind.ready_at[waits] = np.maximum(mind.ready_at[waits], clock.tick + 2 * PERIOD)
        pulse.draw[hunters] = organised * np.float32(unison.hunt_coupling_per_s)
        lead = np.isin(entity.id[screams], [each.caller for each in order.groups])
        pulse.draw[screams[lead]] *= np.float32(unison.caller_share)
    pulse.draw[clock.tick - pulse.broken_at < ticks(unison.rest_s)] = 0
    if "coupling" in rules.without:
        pulse.draw[...] = 0


def _callers(order: Order, ids: Int, screams: Rows) -> Rows:
    """Return who may call, the callers of before first: those who hunt, or are in the midst of a screech."""
    before = [each.caller for each in order.groups]
    began = np.isin(ids, [each.caller for each in order.groups if each.begun != NO_TICK]).nonzero()[0]
    rows = np.union1d(screams, began)
    place = {caller: number for number, caller in enumerate(before)}
    rank = [place.get(each, MOST) for each in ids[rows].tolist()]
    return np.asarray(rows[np.argsort(rank, kind="stable")], np.intp)


def _gather(
    order: Order,
    ids: Int,
    callers: Rows,
    hunters: Rows,
    nooks: Nooks,
    body: Body,
    tuning: Tuning,
) -> NDArray[np.int8]:
    """Form the groups anew; return the group of each of the dead ``(n,)``."""
    group = np.full(len(ids), -1, np.int8)
    if not len(callers):
        order.groups = []
        return group
    known = {each.caller: each for each in order.groups}
    order.groups = []
    reach = tuning.noise.screech
    pos = body.pos.take(hunters, axis=0)
    nook = nooks.at(pos)
    for row in callers.tolist():
        if group[row] >= 0 or len(order.groups) == MOST:
            continue
        at = body.pos[row : row + 1]
        there = nooks.reach(int(nooks.at(at)[0]), math.ceil(reach / nooks.cell))
        near = there.take(nook).nonzero()[0]
        heard = hunters[near[length(pos[near] - at) <= np.float32(reach)]]
        heard = heard[group[heard] < 0]
        group[heard] = len(order.groups)
        caller = int(ids[row])
        order.groups.append(known.get(caller) or Group(caller))
    return group


def _alone(nooks: Nooks, nook: Rows, near: Flag, hunted: Int, unison: Unison) -> Num:
    """Return how well hunters are organised by what reaches them alone, ``(k,)``."""
    count = np.maximum(nooks.sums(nook, np.ones(len(nook))), 1)
    crowd = np.minimum(nooks.sums(nook, near) / unison.near_most, 1)
    sure = nooks.sums(nook, hunted) / count / ticks(unison.sure_s)
    return np.asarray((crowd * sure * unison.alone_share)[nook], np.float32)


def _led(organised: Num, group: Int, what: tuple[Flag, Int, Flag], unison: Unison) -> Flag:
    """Count for those in a group what the whole group is, in place; return which groups can get into step.

    The answer is ``(g + 1,)``: the last is for who is in no group.
    """
    rows = (group >= 0).nonzero()[0]
    number = group[rows]
    groups = int(number.max(initial=-1)) + 1
    near, hunted, screams = (np.bincount(number, part[rows], groups) for part in what)
    count = np.bincount(number, minlength=groups)
    lead = np.minimum(unison.alone_share + screams * unison.screamer_share, 1)
    able = np.minimum(near / unison.near_most, 1) * lead
    sure = hunted / np.maximum(count, 1) / ticks(unison.sure_s)
    organised[rows] = (able * sure)[number]
    return np.append((able >= ABLE) & (count >= unison.fewest), False)
