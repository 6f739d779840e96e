"""Trackers: flankers who look for somebody and come upon a scent run along it to where it is freshest.

Who only went to look at a noise, as of steps that ran, searches from then on. So whoever runs is followed:
to be rid of a tracker one shuts a door, goes where nobody can step, strikes it down, or goes quietly.

Rules of this module:
- One follows only from the square it stands on to a fresher one beside it, and only where nothing solid
  lies between: the scent itself leads, step by step.
- Whoever takes a trail up says so (``Noticed``, ``SCENT``). Until it ends, no party claims that one, and it
  does not tire of searching.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Rules
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import NO_TICK, Actor, Body, Mind, Mood, Plan, Senses, Sort, Task, Vec
from game.sim.happenings import Cause, Noticed
from game.sim.resource_scent import Trails
from game.sim.resources import NEIGHBOURS, Clock, Ground
from game.sim.trace import is_clear

EVERY, AT = 12, 5
"""Ticks between two times trackers sniff, and when: while others rest."""
ON_S = 3.0
"""Who follows a trail searches at least so long, s."""
SUSPECT, SEARCH, FLANKER = int(Mood.SUSPECT), int(Mood.SEARCH), int(Sort.FLANKER)
Rows = NDArray[np.intp]


@system
def track(
    mind: Mut[Mind],
    plan: Mut[Plan],
    senses: Senses,
    body: Body,
    actor: Actor,
    entity: Entity,
    trails: Trails,
    ground: Ground,
    clock: Clock,
    rules: Rules,
    noticed: Emit[Noticed],
) -> None:
    """Lead trackers on."""
    if not clock.every(EVERY, AT) or "scent" in rules.without:
        return
    looks = (mind.mood == SEARCH) | (mind.mood == SUSPECT)
    rows = (looks & (actor.sort == FLANKER) & (senses.seen < 0)).nonzero()[0]
    if not len(rows):
        trails.trackers = rows.astype(np.int64)
        return
    rows = rows[_smells(trails, body.pos[rows], clock.tick)]
    spot, leads = fresher(trails, ground, body.pos[rows], clock.tick)
    rows, spot = rows[leads], spot[leads]
    mind.since[rows[mind.mood[rows] != SEARCH]] = clock.tick
    mind.goal[rows], mind.leg[rows], mind.mood[rows] = spot, 1, SEARCH
    mind.mood_until[rows] = np.maximum(mind.mood_until[rows], clock.after(ON_S))
    plan.task[rows], plan.goal[rows], plan.until[rows] = int(Task.TRACK), spot, clock.tick + 2 * EVERY
    ids = entity.id[rows]
    new = ~np.isin(ids, trails.trackers)
    if new.any():
        noticed(who=ids[new], foe=mind.foe[rows[new]], mood=SEARCH, why=int(Cause.SCENT))
    trails.trackers = np.sort(ids, kind="stable")


def _smells(trails: Trails, pos: Vec, tick: int) -> NDArray[np.bool_]:
    """Return who stands on a scent, ``(k,)``."""
    square = trails.squares(pos)
    return np.asarray((trails.until[square] > tick) & (trails.laid[square] != NO_TICK))


def fresher(trails: Trails, ground: Ground, pos: Vec, tick: int) -> tuple[Vec, NDArray[np.bool_]]:
    """Return where the freshest scent beside each lies that is fresher than its own, and who has one.

    Args:
        trails: all scents.
        ground: the map: nothing solid may lie between.
        pos: ``(k, 2)`` where they stand, tile.
        tick: now.

    Returns:
        ``(k, 2)`` places, ``(k,)`` whether there is one.
    """
    square = trails.squares(pos)
    beside = square[:, None] + np.array([dy * trails.width + dx for dx, dy in NEIGHBOURS], np.intp)
    fresh = np.where(trails.until[beside] > tick, trails.laid[beside], NO_TICK)
    eye, way = (fresh > trails.laid[square][:, None]).nonzero()
    clear = is_clear(ground.solid, pos[eye], trails.spot[beside[eye, way]])
    best = np.full(fresh.shape, NO_TICK, np.int32)
    best[eye[clear], way[clear]] = fresh[eye[clear], way[clear]]
    chosen = beside[np.arange(len(pos)), best.argmax(axis=1)]
    return trails.spot[chosen], best.max(axis=1, initial=NO_TICK) > NO_TICK
