"""Parties: those who search for the same foe go in pairs, each where most mass lies for its way there.

    worth of a place = mass around it / (time to get there + search.ahead_s)

Rules of this module:
- Parties are pairs of neighbours, as quick as one another; with more searchers than ``search.goals`` pairs,
  they are larger.
- A goal is kept for ``search.keep_s``, until one of the party is there, or until others have looked it empty;
  or until the party is stuck: then it goes elsewhere, for others may be coming through the same door.
  Near another party's goal a place is worth ``search.apart_share`` only.
- How long the way is, is reckoned from below: by air, and by the difference of the walks from the last sign
  (the bound of Goldberg and Harrelson 2005, with that sign as the landmark).
- Who is sent says so once (``Noticed``, ``ORDER``). So many as ``search.crowd`` keep one another searching
  until ``search.search_s`` after the last sign; fewer give up as each would alone. Who knows HIDE searches
  ``counters.patience`` times as long, and two are enough.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.data.search import Search
from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Actor, Body, Flag, Ids, Mind, Mood, Num, Plan, Senses, Sort, Task, Vec
from game.sim.happenings import Cause, Habit, Noticed
from game.sim.maths import length
from game.sim.resource_belief import Belief, Beliefs, Grid, Parties
from game.sim.resource_lessons import Lessons
from game.sim.resource_scent import Trails
from game.sim.resources import Clock, ticks
from game.sim.think.occupancy import smooth
from game.sim.think.pursuit import paces
from game.sim.waves import STRAIGHT, UNREACHED

EVERY, AT = 30, 15
"""Ticks between two times parties are sent, and when: while others rest."""
APART_TICKS = 6
"""Those of the next foe are sent so many ticks after."""
CELL = 6
"""Width of the lanes along which neighbours are told, tile."""
PAIR = 2
ON_S = 2.0
"""Who is sent searches at least so long, s."""
THERE = 1.5
"""One of a party so near its goal is there, tile."""
SPENT = np.float32(0.4)
"""Share of its worth below which a goal has been looked empty."""
FAINT = np.float32(0.05)
"""Places with less than this share of the most mass are no goals."""
STUCK_S = 2.0
STUCK_TILES = 0.4
"""Who gets on less far in so long is stuck: two parties meet in a doorway."""
OF_PARTIES = ("goal", "worth", "since", "place", "moved_at")
DIAGONAL = np.float32(0.4)
"""What a step aslant takes more than one straight."""
SEARCH = int(Mood.SEARCH)
Rows = NDArray[np.intp]


@system
def send_parties(
    plan: Mut[Plan],
    mind: Mut[Mind],
    senses: Senses,
    body: Body,
    actor: Actor,
    entity: Entity,
    beliefs: Beliefs,
    trails: Trails,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
    lessons: Lessons,
    noticed: Emit[Noticed],
) -> None:
    """Send the searchers of every lost foe where it most likely is."""
    if not beliefs.lost or "belief" in rules.without:
        return
    pace = paces(tuning.bestiary)[SEARCH * len(Sort) :]
    crowd, lasts = tuning.search.crowd, tuning.search.search_s
    if lessons.knows(Habit.HIDE):
        crowd, lasts = PAIR, lasts * tuning.counters.patience
    for number, belief in enumerate(beliefs.lost):
        if not clock.every(EVERY, AT + number * APART_TICKS):
            continue
        rows = ((mind.mood == SEARCH) & (mind.foe == belief.foe) & (senses.seen < 0)).nonzero()[0]
        rows = rows[(pace[actor.sort[rows]] > 0) & ~np.isin(entity.id[rows], trails.trackers)]
        if belief.flow is None or not len(rows):
            continue
        band = Band(entity.id[rows], body.pos[rows], pace[actor.sort[rows]])
        most = max(1, tuning.search.goals // len(beliefs.lost))
        party, is_new = gather(belief.parties, band, most)
        is_new |= choose(belief, band, party, clock.tick, tuning.search)[party]
        if len(rows) >= crowd:
            on = min(clock.after(ON_S), belief.at + ticks(lasts))
            mind.mood_until[rows] = np.maximum(mind.mood_until[rows], on)
        sent = rows[is_new]
        plan.task[sent], plan.until[sent] = int(Task.SEARCH), clock.after(tuning.search.keep_s) + EVERY
        plan.goal[sent] = _centres(belief)[party[is_new]]
        if len(sent):
            noticed(who=entity.id[sent], foe=belief.foe, mood=SEARCH, why=int(Cause.ORDER))


class Band(NamedTuple):
    """All searchers of one foe, ``(k, ...)``."""

    ids: Ids
    pos: Vec
    pace: Num


def gather(parties: Parties, band: Band, most: int) -> tuple[Rows, Flag]:
    """Keep parties together, and make new ones of who is new.

    Args:
        parties: changed in place; those of whom nobody is left are dropped.
        band: all who search now.
        most: parties there may be; then who is new joins the nearest.

    Returns:
        each one's party ``(k,)``, and who is new ``(k,)``.
    """
    party = _known(parties, band.ids)
    used = np.bincount(party[party >= 0], minlength=len(parties.goal)) > 0
    party = np.where(party >= 0, np.cumsum(used)[party] - 1, -1) if len(used) else party
    for name in OF_PARTIES:
        setattr(parties, name, getattr(parties, name)[used])
    new, count = (party < 0).nonzero()[0], len(parties.goal)
    size = max(PAIR, -(-len(party) // most))
    more = -(-len(new) // size)
    if count and count + more > most:
        leader = band.pos[_first(party, count)]
        gap = band.pos[new][:, None] - leader
        party[new] = (gap * gap).sum(axis=2).argmin(axis=1)
        more = 0
    else:
        party[_by_place(band, new)] = count + np.arange(len(new)) // size
    parties.who, parties.party = band.ids.copy(), party
    parties.goal = np.concatenate([parties.goal, np.full(more, -1, np.intp)])
    parties.worth = np.concatenate([parties.worth, np.zeros(more, np.float32)])
    parties.since = np.concatenate([parties.since, np.zeros(more, np.int64)])
    parties.place = np.concatenate([parties.place, np.full((more, 2), -1, np.float32)])
    parties.moved_at = np.concatenate([parties.moved_at, np.zeros(more, np.int64)])
    is_new = np.zeros(len(party), np.bool_)
    is_new[new] = True
    return party, is_new


def _known(parties: Parties, ids: Ids) -> Rows:
    """Return the party each of ``ids`` was in, -1 for none."""
    if not len(parties.who):
        return np.full(len(ids), -1, np.intp)
    order = np.argsort(parties.who, kind="stable")
    place = np.minimum(np.searchsorted(parties.who[order], ids), len(order) - 1)
    same = order[place]
    return np.where(parties.who[same] == ids, parties.party[same], -1)


def _first(party: Rows, count: int) -> Rows:
    """Return the first of each party, ``(count,)``."""
    first = np.zeros(count, np.intp)
    grouped = (party >= 0).nonzero()[0][::-1]
    first[party[grouped]] = grouped
    return first


def _by_place(band: Band, rows: Rows) -> Rows:
    """Order rows by pace, then by place: along lanes of ``CELL`` tiles, to and fro."""
    lane = band.pos[rows, 1].astype(np.intp) // CELL
    along = np.where(lane % 2, -band.pos[rows, 0], band.pos[rows, 0])
    order = np.argsort(along, kind="stable")
    order = order[np.argsort(lane[order], kind="stable")]
    return rows[order[np.argsort(-band.pace[rows[order]], kind="stable")]]


def choose(belief: Belief, band: Band, party: Rows, tick: int, search: Search) -> Flag:
    """Give every party a goal whose old one is due; return which have a new one, ``(p,)``."""
    parties, mass = belief.parties, smooth(belief, search)
    lead = _first(party, len(parties.goal))
    there = _centres(belief)[party] - band.pos
    arrived = (parties.goal[party] >= 0) & (length(there) < THERE)
    due = (parties.goal < 0) | (tick - parties.since >= ticks(search.keep_s))
    due |= mass[parties.goal] < SPENT * parties.worth
    stuck = _stuck(parties, band.pos[lead], tick)
    due |= stuck
    due |= np.bincount(party, weights=arrived, minlength=len(due)) > 0
    places = (mass > FAINT * mass.max()).nonzero()[0]
    value = mass[places]
    for kept in parties.goal[~due].tolist():
        value *= _apart(belief, places, kept, search)
    for number in due.nonzero()[0].tolist():
        who = lead[number]
        time = _walk(belief, places, band.pos[who]) / band.pace[who]
        score = value / (time + np.float32(search.ahead_s))
        if stuck[number]:
            score *= _apart(belief, places, int(parties.goal[number]), search)
        best = int(score.argmax())
        goal = int(places[best])
        parties.goal[number], parties.worth[number], parties.since[number] = goal, mass[goal], tick
        value *= _apart(belief, places, goal, search)
    return due


def _stuck(parties: Parties, pos: Vec, tick: int) -> Flag:
    """Return which parties do not get on, ``(p,)``, given where the first of each is ``(p, 2)``."""
    moves = length(pos - parties.place) > STUCK_TILES
    parties.place[moves], parties.moved_at[moves] = pos[moves], tick
    stuck = (tick - parties.moved_at >= ticks(STUCK_S)) & (parties.goal >= 0)
    parties.moved_at[stuck] = tick
    return np.asarray(stuck)


def _centres(belief: Belief) -> Vec:
    """Return the middle of each party's goal, ``(p, 2)``, tile of the map."""
    window, goal = belief.window, belief.parties.goal
    x, y = goal % window.width + window.left, goal // window.width + window.top
    return np.stack([x, y], axis=1).astype(np.float32) + np.float32(0.5)


def _apart(belief: Belief, places: Rows, goal: int, search: Search) -> Grid:
    """Return what is left of the worth of places for another party, given one's goal."""
    wide = belief.window.width
    right = (places % wide - goal % wide).astype(np.float32)
    down = (places // wide - goal // wide).astype(np.float32)
    near = right * right + down * down < np.float32(search.apart_tiles * search.apart_tiles)
    return np.where(near, np.float32(search.apart_share), np.float32(1))


def _walk(belief: Belief, places: Rows, pos: Vec) -> Grid:
    """Return how far it is at least on foot from ``pos (2,)`` to places, tile."""
    window, far = belief.window, belief.wave.distance
    right = np.abs(places % window.width + window.left + np.float32(0.5) - pos[0])
    down = np.abs(places // window.width + window.top + np.float32(0.5) - pos[1])
    by_air = np.maximum(right, down) + DIAGONAL * np.minimum(right, down)
    here = window.place(int(pos[0]), int(pos[1]))
    if here < 0 or far[here] >= UNREACHED:
        return np.asarray(by_air, np.float32)
    by_sign = np.abs(far[places] - far[here]).astype(np.float32) / np.float32(STRAIGHT)
    return np.asarray(np.maximum(by_air, by_sign), np.float32)
