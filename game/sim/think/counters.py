"""What the dead do about a lesson.

    lesson   they                                                                    undone by
    ROUTE    hold the places most used: some who idle move there                     another way
    HIDE     hold the places where somebody was found; look into the corners around
             where somebody was lost                                                  moving on
    THROW    one in a neighbourhood looks at a bottle, the others where it came from;
             who is near comes there from all sides                                  throwing twice
    GUN      come to a shot from all sides but the aim; weave in sight of a gun       a blow, silence
    LIGHT    come to a torch from the sides its beam leaves dark                     the dark
    RUN      go where a runner will be, across its way                               stopping, doubling back

Rules of this module:
- Only who is not in contact is repositioned; who hunts in arm's reach does as it likes.
- Nothing is known here but ``Lessons``, and of a foe seen this moment, which way it looks.
- Places are held by whoever is near and idles; who holds one has its home there from then on.
- Who is sent somewhere says so once (``Noticed``, ``ORDER``).
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import SLOT_MASK, Entity, World
from game.sim.components import Actor, Body, Flag, Mind, Mood, Num, Plan, Senses, Task, Vec
from game.sim.happenings import Habit, Noticed
from game.sim.maths import dot, length
from game.sim.resource_lessons import Lessons
from game.sim.resources import Clock, Ground, ticks
from game.sim.think.sending import IDLE, SCREAMER, WANDER, Rows, Sending

EVERY, AT = 30, 8
"""How often they are sent, and on which of these ticks: while others rest."""
HOLD_S = 60.0
"""Who is sent to a place gives up after so long, s."""
AHEAD_S = 1.5
"""Who is sent ahead of a runner thinks again after so long, s."""
FRESH_S = 3.0
"""What is known of a runner's way is good for so long, s."""
RUNS = np.float32(4.0)
"""Faster is running, tile/s."""
FOUND = 0.1
"""A place where somebody was found is worth holding until the finds have decayed to this."""
LOST_S = 2.0
"""So long unseen and unheard is lost, s."""
MOST_CALLED = 32
"""Of those nearest, so many are thought of at once."""
AT_HOME = np.float32(3.0)
"""Whose home is so near a place holds it, tile."""
AROUND = np.array([(0, 0), (1.2, 0), (-1.2, 0), (0, 1.2), (0, -1.2), (1.2, 1.2), (-1.2, -1.2)], np.float32)
"""Where those who hold one place stand, from its middle, tile."""
ROUND_ABOUT = np.array(
    [(1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7)], np.float32
)
BESIDE = np.float32(0.8)
"""Cosine from which a way lies in somebody's aim."""
FAR = 999.0
"""Farther than any of those who are called, tile."""
CALL_S = 8.0
"""Who is called to a shot or a torch gives up after so long, s."""
NET = (-1, 0, 1)
LEADS = (1, 2, 3)
SEARCH, HUNT = int(Mood.SEARCH), int(Mood.HUNT)
CHECK, AHEAD = int(Task.CHECK), int(Task.AHEAD)


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
    lures, sends = bool(lessons.lures), clock.every(EVERY, AT)
    if not (lures or sends) or not rules.evidence:
        return
    dead = _Dead(plan, mind, senses, body, actor, entity, ground, clock.tick, tuning, noticed)
    if lures and lessons.knows(Habit.THROW):
        dead.see_through(lessons)
    if not sends:
        return
    if plan.aside.any():
        plan.aside[...] = 0
    dead.come_from_beside(lessons, world)
    if lessons.knows(Habit.ROUTE):
        dead.hold(lessons.places.spot, lessons.places.use, tuning.learning.visited_at, 0)
    if lessons.knows(Habit.HIDE):
        dead.hold(lessons.places.find_spot, lessons.places.finds, FOUND, 1)
        dead.look_into_corners(lessons)
    dead.close_in(lessons)


class _Dead(Sending):
    """All of the dead, for a tick, and what they do about each lesson."""

    # -- THROW -------------------------------------------------------------------------------

    def see_through(self, lessons: Lessons) -> None:
        """Let one in each neighbourhood look at a bottle, and the others where it came from."""
        counters, senses = self.counters, self.senses
        came_from = self.tick - lessons.known_at <= ticks(counters.trust_s)
        for lure in lessons.lures:
            told = (senses.heard_at == self.tick) & (senses.loud > 0)
            told &= (senses.heard_spot[:, 0] == lure[0]) & (senses.heard_spot[:, 1] == lure[1])
            rows = told.nonzero()[0]
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
        if lessons.knows(Habit.THROW) and self.tick - lessons.known_at <= ticks(self.counters.trust_s):
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
        spots = spots[[self.is_free(each) for each in spots]]
        free = (self.idle() & (self.plan.task == 0)).nonzero()[0]
        near = self.nearest(free, middle, counters.call_tiles, counters.ring_size * len(spots))
        for spot in np.tile(spots, (counters.ring_size, 1)):
            row = self.nearest(near, spot, FAR, 1)
            near = near[near != row[0]] if len(row) else near
            self.send(row, spot, CHECK, CALL_S)

    # -- ROUTE, HIDE -------------------------------------------------------------------------

    def hold(self, spots: Vec, worth: Num, least: float, half: int) -> None:
        """Hold the places of most worth.

        Args:
            spots: ``(k, 2)`` tile.
            worth: ``(k,)``.
            least: what a place must be worth.
            half: which half of those who idle may be sent, 0 or 1.
        """
        counters = self.counters
        calm = self.idle()
        free = calm & ((self.ids & SLOT_MASK) % 2 == half) & (self.plan.task == 0)
        for spot in self._chosen(spots, worth, least):
            lives = length(self.mind.home - spot) < AT_HOME
            free &= ~lives
            lacking = counters.post_size - int((calm & lives).sum())
            if lacking > 0:
                rows = self.nearest(free.nonzero()[0], spot, counters.post_tiles, lacking)
                free[rows] = False
                self.send(rows, spot + AROUND[np.arange(len(rows)) % len(AROUND)], CHECK, HOLD_S)
                self.mind.home[rows] = self.plan.goal[rows]

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
        free = self.nearest(
            (self.idle() & (self.plan.task == 0)).nonzero()[0],
            lessons.spot,
            counters.call_tiles,
            MOST_CALLED,
        )
        order = np.argsort(checked[zone], kind="stable")
        for i in order[: counters.corners].tolist():
            row = self.nearest(free, corners[i], counters.call_tiles, 1)
            free = free[free != row[0]] if len(row) else free
            self.send(row, corners[i], CHECK, CALL_S)
            checked[zone[i]] = self.tick

    def _chosen(self, spots: Vec, worth: Num, least: float) -> list[Vec]:
        """Return the places of most worth that lie apart, best first."""
        order = np.argsort(-worth, kind="stable")
        chosen: list[Vec] = []
        for i in order[worth[order] > np.float32(least)].tolist():
            apart = all(
                length((spots[i] - other)[None])[0] >= np.float32(self.counters.post_apart)
                for other in chosen
            )
            if apart:
                chosen.append(spots[i])
            if len(chosen) == self.counters.posts:
                break
        return chosen

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
        mood = self.mind.mood
        free = (mood == HUNT) | (mood == SEARCH) | (mood == IDLE) | (mood == WANDER)
        free &= (self.senses.seen < 0) & (self.pace[self.actor.sort] > 0) & (self.actor.sort != SCREAMER)
        for lead in LEADS:
            seconds = np.float32(counters.leads_s * lead)
            for aside in NET:
                spot = lessons.spot + way * seconds + across * np.float32(aside)
                if self.is_free(spot):
                    rows = free.nonzero()[0]
                    far = length(self.body.pos[rows] - spot)
                    rows = rows[far <= self.pace[self.actor.sort[rows]] * seconds]
                    rows = self.nearest(rows, spot, counters.post_tiles, counters.net_size)
                    free[rows] = False
                    task = np.where(mood[rows] == HUNT, AHEAD, CHECK)
                    self.send(rows, spot, task, AHEAD_S)
