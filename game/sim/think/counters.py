"""What the dead do about a lesson.

    lesson   they                                                                    undone by
    ROUTE    hold the places most used: some who idle move there                     another way
    HIDE     hold the places where somebody was found; look into the corners around
             where somebody was lost; search longer, nooks and found places first     moving on
    THROW    one in a neighbourhood looks at a bottle, the others where it came from;
             who is near comes there from all sides                                  twice, at once
    GUN      come to a shot from all sides but the aim; weave in sight of a gun       a blow, silence
    LIGHT    come to a torch from the sides its beam leaves dark                     the dark
    RUN      go where a runner will be, across its way                               stopping, doubling back

Rules of this module:
- Only who is not in contact is repositioned; who hunts in arm's reach does as it likes.
- Nothing is known here but ``Lessons``, and of a foe seen this moment, which way it looks.
- Places are held by whoever is there soonest and idles (``holding``).
- Who is sent somewhere hurries there, and says so once (``Noticed``, ``ORDER``).
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import SLOT_MASK, Entity, World
from game.sim.components import Actor, Body, Flag, Mind, Mood, Num, Plan, Senses, Task, Vec
from game.sim.ground import can_stand
from game.sim.happenings import Habit, Noticed
from game.sim.maths import dot, length
from game.sim.resource_lessons import FOUND, Lessons
from game.sim.resources import Clock, Ground, ticks
from game.sim.think.holding import CHECK, SEARCH, Holding
from game.sim.think.sending import IDLE, LURKER, SCREAMER, WANDER, Rows

EVERY = 30
"""How often each thing is done, ticks."""
BESIDE_AT, ROUTE_AT, HIDE_AT, CORNERS_AT, CALL_AT = 8, 14, 20, 26, 2
"""On which of these ticks: each on its own, while others rest."""
TURNS = frozenset({BESIDE_AT, ROUTE_AT, HIDE_AT, CORNERS_AT, CALL_AT})
AHEAD_S = 1.5
"""Who is sent ahead of a runner thinks again after so long, s."""
FRESH_S = 3.0
"""What is known of a runner's way is good for so long, s."""
RUNS = np.float32(4.0)
"""Faster is running, tile/s."""
LOST_S = 2.0
"""So long unseen and unheard is lost, s."""
ROUND_ABOUT = np.array(
    [(1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7)], np.float32
)
BESIDE = np.float32(0.8)
"""Cosine from which a way lies in somebody's aim."""
CALL_S = 8.0
"""Who is called to a shot or a torch gives up after so long, s."""
NET = (-1, 0, 1)
LEADS = (1, 2, 3)
HUNT, AHEAD = int(Mood.HUNT), int(Task.AHEAD)


@system
def counter(
    plan: Mut[Plan],
    mind: Mut[Mind],
    senses: Mut[Senses],
    body: Body,
    actor: Actor,
    entity: Entity,
    lessons: Lessons,
    ground: Ground,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
    noticed: Emit[Noticed],
    world: World,
) -> None:
    """Let those who know better do so."""
    if not rules.evidence or not (lessons.lures or clock.tick % EVERY in TURNS):
        return
    dead = _Dead(plan, mind, senses, body, actor, entity, ground, clock.tick, tuning, noticed)
    if lessons.lures and lessons.knows(Habit.THROW):
        dead.see_through(lessons)
    if clock.every(EVERY, BESIDE_AT):
        dead.come_from_beside(lessons, world)
    if not lessons.is_known.any():
        return
    if clock.every(EVERY, ROUTE_AT) and lessons.knows(Habit.ROUTE):
        dead.hold(lessons.places.spot, lessons.places.use, tuning.learning.visited_at)
    if clock.every(EVERY, HIDE_AT) and lessons.knows(Habit.HIDE):
        dead.hold(lessons.places.find_spot, lessons.places.finds, float(FOUND))
    if clock.every(EVERY, CORNERS_AT) and lessons.knows(Habit.HIDE):
        dead.look_into_corners(lessons)
    if clock.every(EVERY, CALL_AT):
        dead.close_in(lessons)


class _Dead(Holding):
    """All of the dead, for a tick, and what they do about each lesson."""

    # -- THROW -------------------------------------------------------------------------------

    def see_through(self, lessons: Lessons) -> None:
        """Let one in each neighbourhood look at a bottle, and the others where it came from.

        A second one right upon it takes them in: whoever hears it leaves all else and looks there.
        """
        counters, senses = self.counters, self.senses
        came_from = self.tick - lessons.known_at <= ticks(counters.trust_s)
        for lure in lessons.lures:
            told = (senses.heard_at == self.tick) & (senses.loud > 0)
            told &= (senses.heard_spot[:, 0] == lure[0]) & (senses.heard_spot[:, 1] == lure[1])
            rows = told.nonzero()[0]
            if lessons.is_second:
                self.plan.task[rows] = Task.NONE
                continue
            rows = rows[~self._lookers(rows, np.array(lure, np.float32))]
            if came_from:
                senses.heard_spot[rows] = lessons.spot
                self.tell(rows)
            else:
                senses.loud[rows] = 0

    def _lookers(self, rows: Rows, lure: Vec) -> Flag:
        """Return who goes and looks, ``(k,)``: the nearest of each neighbourhood."""
        pos, wide = self.body.pos[rows], self.counters.lookers_tiles
        cell = (
            pos[:, 1].astype(np.int64) // wide * self.ground.solid.shape[1]
            + pos[:, 0].astype(np.int64) // wide
        )
        order = np.argsort(length(pos - lure), kind="stable")
        looks = np.zeros(len(rows), np.bool_)
        looks[order[np.unique(cell[order], return_index=True)[1]]] = True
        return looks

    # -- GUN, LIGHT --------------------------------------------------------------------------

    def _aiming(self) -> tuple[Rows, Vec, Num]:
        """Return who hunts in sight of a near foe ``(k,)``, the way to it ``(k, 2)`` and how far ``(k,)``."""
        rows = ((self.mind.mood == HUNT) & (self.senses.seen >= 0)).nonzero()[0]
        away = self.senses.spot[rows] - self.body.pos[rows]
        far = length(away)
        near = far < np.float32(self.counters.sidle)
        return rows[near], away[near], far[near]

    def come_from_beside(self, lessons: Lessons, world: World) -> None:
        """Come beside an aim or a beam, where that is known to be wise."""
        if self.plan.aside.any():
            self.plan.aside[...] = 0
        if lessons.knows(Habit.GUN):
            self.weave()
        if lessons.knows(Habit.LIGHT):
            self.leave_beams(world)

    def weave(self) -> None:
        """Left, then right: each to a beat of its own."""
        rows, _, far = self._aiming()
        beat = (self.tick // EVERY + (self.ids[rows] & SLOT_MASK)) % 2
        side = np.where(beat == 0, np.float32(1), np.float32(-1))
        self.plan.aside[rows] = side * np.minimum(np.float32(self.counters.weave), far / 2)

    def leave_beams(self, world: World) -> None:
        """Come beside the beam of who carries a torch: on the side one is on already."""
        rows, away, _ = self._aiming()
        foe, alive = world.resolve(self.senses.seen[rows])
        lit = alive & world.table["Lamp.is_on"][foe]
        rows, away, foe = rows[lit], away[lit], foe[lit]
        heading = world.table["Body.heading"][foe]
        ahead = dot(heading, -away) > 0
        rows, away, heading = rows[ahead], away[ahead], heading[ahead]
        right = np.stack([-away[:, 1], away[:, 0]], axis=1)
        side = np.where(dot(right, heading) > 0, np.float32(-1), np.float32(1))
        self.plan.aside[rows] = side * np.float32(self.counters.dark_side)

    def close_in(self, lessons: Lessons) -> None:
        """Come to where a shot, a torch, a bottle or a sprint says that somebody is."""
        sign = lessons.sign
        if lessons.knows(Habit.GUN):
            self._call(lessons, Habit.GUN, sign[Habit.GUN])
        if lessons.knows(Habit.LIGHT):
            self._call(lessons, Habit.LIGHT, sign[Habit.LIGHT])
        trusts = self.tick - lessons.known_at <= ticks(self.counters.trust_s) and not lessons.is_second
        if lessons.knows(Habit.THROW) and trusts:
            self._call(lessons, Habit.THROW, lessons.spot)
        if lessons.knows(Habit.RUN):
            self.go_ahead(lessons)
            self._call(lessons, Habit.RUN, lessons.spot + lessons.way * np.float32(self.counters.leads_s))

    def _call(self, lessons: Lessons, habit: Habit, middle: Vec) -> None:
        """Come to a place ``(2,)`` from all sides, but not into an aim or a beam.

        Args:
            lessons: theirs.
            habit: whose sign it was that calls them, if that was a moment ago.
            middle: of where they gather round about, tile.
        """
        counters = self.counters
        if self.tick - lessons.sign_at[habit] > ticks(FRESH_S):
            return
        looks = lessons.heading if self.tick - lessons.seen_at <= ticks(FRESH_S) else np.zeros(2, np.float32)
        sides = ROUND_ABOUT[dot(ROUND_ABOUT, looks[None]) < BESIDE]
        spots = middle + sides * np.float32(counters.ring_tiles)
        spots = spots[can_stand(self.ground, spots)]
        free, size = self.free(middle, counters.call_tiles), counters.ring_size
        near = self.nearest(free, middle, counters.call_tiles, size * len(spots))
        self.send(*self.share_out(near, np.tile(spots, (size, 1))), CHECK, CALL_S)

    # -- HIDE --------------------------------------------------------------------------------

    def look_into_corners(self, lessons: Lessons) -> None:
        """Look into the corners around where the player was lost, those longest unchecked first."""
        counters, unseen = self.counters, self.tick - lessons.known_at
        if not ticks(LOST_S) <= unseen <= ticks(counters.look_s):
            return
        corners = self.corners(lessons.spot, counters.look_tiles)
        if not len(corners):
            return
        number = corners.astype(np.intp) // lessons.zone_tiles
        zone = number[:, 1] * lessons.across + number[:, 0]
        checked = lessons.places.checked_at
        order = np.argsort(checked[zone], kind="stable")[: counters.corners]
        free = self.free(lessons.spot, counters.call_tiles)
        self.send(*self.share_out(free, corners[order]), CHECK, CALL_S)
        checked[zone[order]] = self.tick

    # -- RUN ---------------------------------------------------------------------------------

    def go_ahead(self, lessons: Lessons) -> None:
        """Send those who can be there first across the way of a runner."""
        way, counters = lessons.way, self.counters
        runs = way[0] * way[0] + way[1] * way[1] > RUNS * RUNS
        if not runs or self.tick - lessons.seen_at > ticks(FRESH_S):
            return
        across = np.array([-way[1], way[0]], np.float32) * np.float32(
            counters.net_tiles / float(length(way[None])[0])
        )
        leads = np.repeat(np.array(LEADS, np.float32), len(NET)) * np.float32(counters.leads_s)
        aside = np.tile(np.array(NET, np.float32), len(LEADS))
        spots = lessons.spot + way * leads[:, None] + across * aside[:, None]
        rows = self._able(lessons.spot, counters.post_tiles)
        can = can_stand(self.ground, spots)
        for spot, lead in zip(spots[can], leads[can].tolist(), strict=True):
            far = length(self.body.pos[rows] - spot)
            soon = rows[far <= self.pace[self.actor.sort[rows]] * np.float32(lead)]
            goes = self.nearest(soon, spot, counters.post_tiles, counters.net_size)
            rows = rows[~np.isin(rows, goes)]
            task = np.where(self.mind.mood[goes] == HUNT, AHEAD, CHECK)
            self.send(goes, spot, task, AHEAD_S)

    def _able(self, middle: Vec, reach: float) -> Rows:
        """Return who around a place may be sent ahead of a runner whom it does not see, ``(k,)``."""
        rows = self.around(middle, reach)
        mood, sort = self.mind.mood[rows], self.actor.sort[rows]
        able = (mood == HUNT) | (mood == SEARCH) | (mood == IDLE) | (mood == WANDER)
        able &= (self.senses.seen[rows] < 0) & (sort != SCREAMER) & (sort != LURKER)
        return np.asarray(rows[able])
