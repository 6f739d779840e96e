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
from game.sim.components import Actor, Body, Flag, Int, Mind, Mood, Num, Pulse, Senses, Sort, Vec
from game.sim.maths import length
from game.sim.nooks import Nooks, nooks_of
from game.sim.resource_order import NEVER, Group, Order
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
    pulse.group = np.full(len(mind.mood), -1, np.int8)
    hunters = (mind.mood == HUNT).nonzero()[0]
    screams = hunters[actor.sort[hunters] == SCREAMER]
    callers = _callers(order, entity.id, screams)
    nooks = nooks_of(level, unison.cell_tiles)
    nook, pos = nooks.at(body.pos[hunters]), body.pos.take(hunters, axis=0)
    group = _gather(order, entity.id, callers, nooks, (body.pos, nook, pos), tuning)
    if len(hunters):
        pulse.group[hunters] = group
        near = length(senses.spot.take(hunters, axis=0) - pos) < np.float32(unison.near_tiles)
        hunted = np.minimum(clock.tick - mind.since[hunters], ticks(unison.sure_s))
        organised = _alone(nooks, nook, near, hunted, unison)
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
    began = np.isin(ids, [each.caller for each in order.groups if each.begun != NEVER]).nonzero()[0]
    rows = np.union1d(screams, began)
    place = {caller: number for number, caller in enumerate(before)}
    rank = [place.get(each, MOST) for each in ids[rows].tolist()]
    return np.asarray(rows[np.argsort(rank, kind="stable")], np.intp)


def _gather(
    order: Order,
    ids: Int,
    callers: Rows,
    nooks: Nooks,
    places: tuple[Vec, Int, Vec],
    tuning: Tuning,
) -> NDArray[np.int8]:
    """Form the groups anew; return the group of each hunter ``(k,)``."""
    everybody, nook, pos = places
    known = {each.caller: each for each in order.groups}
    taken: list[tuple[Vec, Flag]] = []
    order.groups = []
    group = np.full(len(pos), -1, np.int8)
    reach = tuning.noise.screech
    for row in callers.tolist():
        at = everybody[row]
        here = int(nooks.at(at[None])[0])
        if len(order.groups) == MOST or any(_hears(at[None], np.array([here]), by, reach)[0] for by in taken):
            continue
        taken.append((at, nooks.reach(here, math.ceil(reach / nooks.cell))))
        heard = _hears(pos, nook, taken[-1], reach) & (group < 0)
        group[heard] = len(order.groups)
        caller = int(ids[row])
        order.groups.append(known.get(caller) or Group(caller))
    return group


def _hears(pos: Vec, nook: Int, caller: tuple[Vec, Flag], reach: float) -> Flag:
    """Return which of the places ``(k, 2)`` a caller's voice reaches, ``(k,)``."""
    at, nooks = caller
    heard: Flag = nooks[nook] & (length(pos - at) <= np.float32(reach))
    return heard


def _alone(nooks: Nooks, nook: Int, near: Flag, hunted: Int, unison: Unison) -> Num:
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
