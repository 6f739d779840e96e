"""What the dead make of what reached them: evidence of the player's habits.

    habit   evidence                                               learning.
    GUN     a shot heard                                           shot
    THROW   a bottle heard                                         bottle
    LIGHT   a lit torch seen                                       torch_per_s
    RUN     a sprint seen                                          sprint_per_s
    HIDE    found standing still after ``unseen_s``, by who lost   found
            one, or in a corner
    ROUTE   seen in a place of some use, ``away_s`` after leaving  again

Rules of this module:
- Nothing counts that reached none of them: what is heard counts by who heard it, what is seen by who hunts
  and sees it, and a find by whoever catches sight. To be merely lost from sight is no hiding; only who is
  found at rest was hiding.
- Only players are learnt from. Where one is, is what the eye took in, never its true place.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.learning import Learning
from game.data.tuning import Rules, Tuning
from game.ecs.column import All, Has
from game.ecs.events import Read
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.components import PLAYER, Body, Drive, Gait, Lamp, Mind, Mood, Plan, Senses, Vec
from game.sim.happenings import Habit, Heard, Noise
from game.sim.resource_lessons import Lessons
from game.sim.resources import CORNER, TICKS_PER_SECOND, Clock, Ground, ticks
from game.sim.turns import PERIOD

EVERY = 2 * PERIOD
"""Ticks between two times they reckon what they see."""
SECONDS = EVERY / TICKS_PER_SECOND
HUNT, SPRINT = int(Mood.HUNT), int(Gait.SPRINT)
GUNSHOT, BOTTLE = int(Heard.GUNSHOT), int(Heard.BOTTLE)


@system
def witness(
    lessons: Lessons,
    mind: Mind,
    senses: Senses,
    _: Has[Plan],
    ids: All[Entity],
    bodies: All[Body],
    drives: All[Drive],
    lamps: All[Lamp],
    noises: Read[Noise],
    ground: Ground,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
    world: World,
) -> None:
    """Gather evidence."""
    lessons.lures.clear()
    looks = clock.every(EVERY)
    if not rules.evidence or not (looks or len(noises)):
        return
    players = world.span(PLAYER)
    pilots = np.arange(players.start, players.stop)
    heard = len(noises) and bool((noises.source[:, None] == ids.id[players]).any())
    if not (looks or heard):
        return
    reckoning = _Reckoning(lessons, tuning.learning, rules.evidence, clock.tick)
    if heard:
        reckoning.hear(noises, ids.id[pilots], senses)
    if looks:
        seers = (senses.seen >= 0).nonzero()[0]
        for row in pilots.tolist():
            mine = seers[senses.seen[seers] == ids.id[row]]
            if not len(mine):
                continue
            spot = senses.spot[mine[senses.spot_at[mine].argmax()]]
            reckoning.glimpse(spot, bodies.vel[row], ground)
            if (mind.mood[mine] == HUNT).any():
                habits = bool(lamps.is_on[row]), bool(drives.gait[row] == SPRINT)
                reckoning.see(spot, bodies.vel[row], *habits)
                lessons.heading = bodies.heading[row].copy()


class _Reckoning:
    """One tick's evidence."""

    def __init__(self, lessons: Lessons, learning: Learning, scale: float, tick: int) -> None:
        self.lessons, self.learning, self.scale, self.tick = lessons, learning, scale, tick

    def add(self, habit: Habit, amount: float, pos: Vec) -> None:
        """Add evidence, met with at ``pos (2,)``."""
        self.lessons.sign[habit], self.lessons.sign_at[habit] = pos, self.tick
        total = self.lessons.evidence[habit] + np.float32(amount * self.scale)
        self.lessons.evidence[habit] = min(total, np.float32(self.learning.cap))

    def hear(self, noises: Noise, players: NDArray[np.int64], senses: Senses) -> None:
        """Reckon the players' noises that reached any of them."""
        for i in (noises.source[:, None] == players).any(axis=1).nonzero()[0].tolist():
            spot = np.floor(noises.pos[i]) + np.float32(0.5)
            told = senses.heard_spot[senses.heard_at == self.tick]
            if not ((told[:, 0] == spot[0]) & (told[:, 1] == spot[1])).any():
                continue
            heard = int(noises.heard[i])
            if heard == BOTTLE:
                before = int(self.lessons.sign_at[Habit.THROW])
                self.lessons.is_second = self.tick - before <= ticks(self.learning.second_s)
                self.add(Habit.THROW, self.learning.bottle, spot)
                self.lessons.lures.append((float(spot[0]), float(spot[1])))
                continue
            if heard == GUNSHOT:
                self.add(Habit.GUN, self.learning.shot, spot)
            self._visit(spot)

    def see(self, pos: Vec, vel: Vec, is_lit: bool, sprints: bool) -> None:  # noqa: FBT001 - two of a kind
        """Reckon one player in sight."""
        lessons, learning = self.lessons, self.learning
        if is_lit:
            self.add(Habit.LIGHT, learning.torch_per_s * SECONDS, pos)
        if sprints:
            self.add(Habit.RUN, learning.sprint_per_s * SECONDS, pos)
        zone = lessons.zone(pos)
        away = self.tick - lessons.places.known_at[zone] > ticks(learning.away_s)
        if away and lessons.places.use[zone] > np.float32(learning.visited_at):
            self.add(Habit.ROUTE, learning.again, pos)
        self._visit(pos)
        lessons.way, lessons.seen_at = vel.copy(), self.tick

    def glimpse(self, pos: Vec, vel: Vec, ground: Ground) -> None:
        """Was one of whom any of them catches sight hiding? Whoever is found runs before they hunt."""
        learning, lessons = self.learning, self.lessons
        still = np.float32(learning.still)
        rests = vel[0] * vel[0] + vel[1] * vel[1] < still * still
        unseen, lessons.glimpsed_at = self.tick - lessons.glimpsed_at, self.tick
        if not rests or unseen <= ticks(learning.unseen_s):
            return
        links = int(ground.links[int(pos[1]), int(pos[0])])
        if lessons.seen_at >= 0 or links.bit_count() == CORNER:
            self.add(Habit.HIDE, learning.found, pos)
            zone = lessons.zone(pos)
            lessons.places.finds[zone] += 1
            lessons.places.find_spot[zone] = pos

    def _visit(self, pos: Vec) -> None:
        """Somebody is known to be there."""
        zone = self.lessons.zone(pos)
        if self.tick - self.lessons.places.known_at[zone] >= EVERY:
            self.lessons.places.use[zone] += np.float32(self.learning.visit_per_s * SECONDS)
        self.lessons.note(pos, self.tick)
