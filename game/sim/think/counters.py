"""What the dead do about a lesson.

    lesson   they                                                                    undone by
    ROUTE    hold the places most used: some who idle move there                     another way
    HIDE     hold the places where somebody was found                                moving on
    THROW    one in a neighbourhood looks at a bottle, the others where it came from  throwing twice
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
from numpy.typing import NDArray

from game.data.learning import Counters
from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import SLOT_MASK, Entity, World
from game.sim.components import Actor, Body, Flag, Int, Mind, Mood, Num, Plan, Senses, Sort, Task, Vec
from game.sim.happenings import Cause, Habit, Noticed
from game.sim.maths import dot, length
from game.sim.resource_lessons import Lessons
from game.sim.resources import Clock, Ground, ticks

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
IDLE, WANDER, SEARCH, HUNT = int(Mood.IDLE), int(Mood.WANDER), int(Mood.SEARCH), int(Mood.HUNT)
CHECK, AHEAD = int(Task.CHECK), int(Task.AHEAD)
LURKER, SCREAMER = int(Sort.LURKER), int(Sort.SCREAMER)
Rows = NDArray[np.intp]


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
    if lessons.knows(Habit.GUN):
        dead.weave()
        dead.close_in(lessons, Habit.GUN)
    if lessons.knows(Habit.LIGHT):
        dead.leave_beams(world)
        dead.close_in(lessons, Habit.LIGHT)
    if lessons.knows(Habit.ROUTE):
        dead.hold(lessons.places.spot, lessons.places.use, tuning.learning.visited_at, 0)
    if lessons.knows(Habit.HIDE):
        dead.hold(lessons.places.find_spot, lessons.places.finds, 0.1, 1)
    if lessons.knows(Habit.RUN):
        dead.go_ahead(lessons)


class _Dead:
    """All of the dead, for a tick."""

    def __init__(
        self,
        plan: Plan,
        mind: Mind,
        senses: Senses,
        body: Body,
        actor: Actor,
        entity: Entity,
        ground: Ground,
        tick: int,
        tuning: Tuning,
        noticed: Emit[Noticed],
    ) -> None:
        self.plan, self.mind, self.senses, self.body = plan, mind, senses, body
        self.actor, self.ids, self.ground, self.tick, self.noticed = actor, entity.id, ground, tick, noticed
        self.counters: Counters = tuning.counters
        self.pace = tuning.bestiary.hunt

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
                self._tell(rows)
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

    def close_in(self, lessons: Lessons, habit: Habit) -> None:
        """Come to where a shot was heard or a torch seen, round about, and not into the aim or the beam."""
        counters = self.counters
        if self.tick - lessons.sign_at[habit] > ticks(FRESH_S):
            return
        looks = lessons.heading if self.tick - lessons.seen_at <= ticks(FRESH_S) else np.zeros(2, np.float32)
        sides = ROUND_ABOUT[dot(ROUND_ABOUT, looks[None]) < BESIDE]
        spots = lessons.sign[habit] + sides * np.float32(counters.ring_tiles)
        spots = spots[[self._is_free(each) for each in spots]]
        free = (self._idle() & (self.plan.task == 0)).nonzero()[0]
        near = self._nearest(free, lessons.sign[habit], counters.call_tiles, counters.ring_size * len(spots))
        for spot in np.tile(spots, (counters.ring_size, 1)):
            row = self._nearest(near, spot, FAR, 1)
            near = near[near != row[0]] if len(row) else near
            self._send(row, spot, CHECK, CALL_S)

    def _idle(self) -> Flag:
        """Return who idles and may be sent somewhere, ``(n,)``."""
        calm = (self.mind.mood == IDLE) | (self.mind.mood == WANDER)
        return np.asarray(calm & (self.actor.sort != LURKER) & (self.actor.sort != SCREAMER))

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
        calm = self._idle()
        free = calm & ((self.ids & SLOT_MASK) % 2 == half) & (self.plan.task == 0)
        for spot in self._chosen(spots, worth, least):
            lives = length(self.mind.home - spot) < AT_HOME
            free &= ~lives
            lacking = counters.post_size - int((calm & lives).sum())
            if lacking > 0:
                rows = self._nearest(free.nonzero()[0], spot, counters.post_tiles, lacking)
                free[rows] = False
                self._send(rows, spot + AROUND[np.arange(len(rows)) % len(AROUND)], CHECK, HOLD_S)
                self.mind.home[rows] = self.plan.goal[rows]

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
                if self._is_free(spot):
                    rows = free.nonzero()[0]
                    far = length(self.body.pos[rows] - spot)
                    rows = rows[far <= self.pace[self.actor.sort[rows]] * seconds]
                    rows = self._nearest(rows, spot, counters.post_tiles, counters.net_size)
                    free[rows] = False
                    task = np.where(mood[rows] == HUNT, AHEAD, CHECK)
                    self._send(rows, spot, task, AHEAD_S)

    # -- for all of them ---------------------------------------------------------------------

    def _nearest(self, rows: Rows, spot: Vec, reach: float, most: int) -> Rows:
        """Return at most so many of these, the nearest first, none farther than ``reach``."""
        far = length(self.body.pos[rows] - spot)
        rows, far = rows[far <= np.float32(reach)], far[far <= np.float32(reach)]
        return np.asarray(rows[np.argsort(far, kind="stable")[:most]])

    def _send(self, rows: Rows, goal: Vec, task: Int | int, seconds: float) -> None:
        """Let these go somewhere."""
        new = rows[self.plan.task[rows] != task]
        goal = np.broadcast_to(goal, (len(rows), 2))
        walked = [self._is_free(each) for each in goal]
        self.plan.goal[rows] = np.where(np.array(walked, np.bool_)[:, None], goal, goal[:1])
        self.plan.task[rows], self.plan.until[rows] = task, self.tick + ticks(seconds)
        self._tell(new)

    def _tell(self, rows: Rows) -> None:
        """Put down in the log who does something for the others."""
        if len(rows):
            self.noticed(who=self.ids[rows], mood=self.mind.mood[rows], why=int(Cause.ORDER))

    def _is_free(self, spot: Vec) -> bool:
        """Whether one can stand at a place ``(2,)``."""
        x, y = int(spot[0]), int(spot[1])
        high, wide = self.ground.solid.shape
        return 0 <= x < wide and 0 <= y < high and bool(self.ground.links[y, x])
