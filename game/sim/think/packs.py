"""Packs: those of the dead who hunt or search close together, and who of them leads.

Rules of this module:
- Once a second, whoever hunts or searches without a pack joins one with those in the same cell of
  ``CELL`` tiles who have none either: ``horde.squad`` at most. All others are in no pack.
- A pack has the number of its leader: the slot of the leader's id. So nobody counts packs, and one sees
  from ``Plan.pack`` alone who leads.
- Who strays farther than ``STRAY`` tiles from its leader leaves; a pack whose leader is gone, or that has
  become smaller than ``horde.squad`` allows, forms anew.
- Packs only say who hunts together; what a group does is said by those who set tasks.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.schedule import system
from game.ecs.world import NOBODY, SLOT_MASK, Entity
from game.sim.components import Body, Flag, Ids, Int, Mind, Mood, Plan, Vec
from game.sim.maths import length
from game.sim.resources import Clock, Ground

PERIOD, AT = 60, 23
"""How often packs are formed, and on which of these ticks."""
CELL = 8
"""Who stands in the same square so many tiles wide hunts together."""
STRAY = np.float32(12)
"""Farther from the leader, one is alone, tile."""
HUNT, SEARCH = int(Mood.HUNT), int(Mood.SEARCH)
Rows = NDArray[np.intp]


@system
def form_packs(
    plan: Mut[Plan],
    mind: Mind,
    body: Body,
    entity: Entity,
    ground: Ground,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
) -> None:
    """Let packs form, and dissolve."""
    if not clock.every(PERIOD, AT) or "packs" in rules.without:
        return
    rows = ((mind.mood == HUNT) | (mind.mood == SEARCH)).nonzero()[0]
    before = plan.pack[rows]
    plan.pack[...] = NOBODY
    if not len(rows):
        return
    slot, pos = entity.id[rows] & SLOT_MASK, body.pos[rows]
    low, high = tuning.horde.squad
    pack = _kept(before, slot, pos, int(low))
    loose = (pack < 0).nonzero()[0]
    pack[loose] = joined(slot[loose], pos[loose], ground.solid.shape[1] // CELL + 1, int(high))
    plan.pack[rows] = pack


def leads(plan: Plan, entity: Entity) -> Flag:
    """Return who leads a pack, ``(n,)``."""
    return np.asarray((plan.pack >= 0) & (plan.pack == (entity.id & SLOT_MASK)))


def _kept(pack: Int, slot: Ids, pos: Vec, least: int) -> Int:
    """Return the packs these still belong to, ``(k,)``, -1 for none."""
    leaders = (pack == slot).nonzero()[0]
    if not len(leaders):
        return np.full(len(pack), NOBODY, np.int32)
    leaders = leaders[np.argsort(slot[leaders], kind="stable")]
    at = np.minimum(np.searchsorted(slot[leaders], pack), len(leaders) - 1)
    leader = leaders[at]
    stays = (slot[leader] == pack) & (length(pos[leader] - pos) <= STRAY)
    count = np.bincount(at[stays], minlength=len(leaders))
    return np.where(stays & (count[at] >= least), pack, NOBODY).astype(np.int32)


def joined(slot: Ids, pos: Vec, wide: int, most: int) -> Int:
    """Return the packs that those without one form, ``(k,)``: by cell, the first of each leads.

    Args:
        slot: ``(k,)`` of their ids.
        pos: ``(k, 2)`` tile.
        wide: cells of the map, across.
        most: how many make a pack.
    """
    cell = (pos[:, 1].astype(np.int64) // CELL) * wide + pos[:, 0].astype(np.int64) // CELL
    order = np.argsort(cell, kind="stable")
    ordered = cell[order]
    first = np.ones(len(order), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    place = np.arange(len(order))
    start = np.maximum.accumulate(np.where(first, place, 0))
    leader = place - (place - start) % most
    pack = np.empty(len(order), np.int32)
    pack[order] = slot[order[leader]]
    return pack
