"""Lessons are taken up at a screech, and forgotten.

Rules of this module:
- When a caller's screech completes, the habits with the most evidence become lessons, ``learning.most`` at
  most: those with ``adopt_at`` of it, and those known already that have not fallen below ``keep_share`` of
  that. The caller carries what was new.
- A lesson is forgotten when its caller dies, evidence and all; when a stronger one takes its place; and when
  its evidence has decayed. What was carried over from before the player's death needs no caller.
"""

from __future__ import annotations

import numpy as np

from game.data.learning import Learning
from game.data.tuning import Rules, Tuning
from game.ecs.events import Emit, Read
from game.ecs.schedule import system
from game.ecs.world import NOBODY, World
from game.sim.components import Flag, Num, Side, Stage, Vec
from game.sim.happenings import Died, Learned, Screech
from game.sim.resource_lessons import HABITS, Lessons
from game.sim.resources import TICKS_PER_SECOND, Clock

LN_2 = 0.6931471805599453
NOWHERE = np.zeros(2, np.float32)


@system
def learn(
    lessons: Lessons,
    screeches: Read[Screech],
    died: Read[Died],
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
    learned: Emit[Learned],
    world: World,
) -> None:
    """Forget what is to be forgotten, and take up lessons where a screech completed."""
    if not rules.evidence:
        return
    if clock.every(TICKS_PER_SECOND, TICKS_PER_SECOND // 2):
        fade(lessons, tuning.learning, 1.0)
        least = np.float32(tuning.learning.adopt_at * tuning.learning.keep_share)
        _forget(lessons, lessons.is_known & (lessons.evidence < least), NOWHERE, learned)
        _forget(lessons, _orphans(lessons, world), NOWHERE, learned)
    if len(died):
        _bury(lessons, died, learned)
    if not len(screeches):
        return
    for i in (screeches.stage == Stage.ACTIVE.value).nonzero()[0].tolist():
        row, alive = world.resolve(screeches.who[i : i + 1])
        if alive[0] and world.table["Actor.side"][row[0]] == Side.DEAD.value:
            _adopt(lessons, int(screeches.who[i]), screeches.pos[i], tuning.learning, learned)


def fade(lessons: Lessons, learning: Learning, seconds: float) -> None:
    """Let evidence and places decay for a time, s, that is short against their half-lives."""
    lessons.evidence *= _left(seconds, learning.half_life_s)
    share = _left(seconds, learning.place_half_life_s)
    lessons.places.use *= share
    lessons.places.finds *= share


def _left(seconds: float, half_life: float) -> np.float32:
    """Return what a short time leaves: the exponential by Taylor's series, 1e-5 off in ten half-lives."""
    x = LN_2 * seconds / half_life
    return np.float32(1 - x + x * x / 2)


def _forget(lessons: Lessons, which: Flag, pos: Vec, learned: Emit[Learned]) -> None:
    for habit in which.nonzero()[0].tolist():
        learned(habit=habit, caller=lessons.carrier[habit], pos=pos, is_known=0)
        lessons.forget(habit)


def _bury(lessons: Lessons, died: Died, learned: Emit[Learned]) -> None:
    """Forget what was carried by those who died."""
    for i in np.isin(died.who, lessons.carrier[lessons.is_known]).nonzero()[0].tolist():
        _forget(lessons, lessons.is_known & (lessons.carrier == died.who[i]), died.pos[i], learned)


def _orphans(lessons: Lessons, world: World) -> Flag:
    """Return what is carried by those who left the level, ``(Habit,)``."""
    alive = world.resolve(lessons.carrier)[1]
    return np.asarray(lessons.is_known & (lessons.carrier != NOBODY) & ~alive)


def _adopt(lessons: Lessons, caller: int, pos: Vec, learning: Learning, learned: Emit[Learned]) -> None:
    """Make lessons of the strongest habits."""
    chosen = strongest(lessons, learning)
    for habit in (lessons.is_known & ~chosen).nonzero()[0].tolist():
        learned(habit=habit, caller=lessons.carrier[habit], pos=pos, is_known=0)
        lessons.is_known[habit], lessons.carrier[habit] = False, NOBODY
    new = chosen & ~lessons.is_known
    for habit in new.nonzero()[0].tolist():
        learned(habit=habit, caller=caller, pos=pos, is_known=1)
    lessons.is_known = chosen
    lessons.carrier[new | (chosen & (lessons.carrier == NOBODY))] = caller


def strongest(lessons: Lessons, learning: Learning) -> Flag:
    """Return which habits a screech now makes lessons of, ``(Habit,)``."""
    evidence: Num = lessons.evidence
    least = np.where(lessons.is_known, learning.keep_share, 1).astype(np.float32)
    able = evidence >= least * np.float32(learning.adopt_at)
    order = np.argsort(-evidence, kind="stable")
    chosen = np.zeros(HABITS, np.bool_)
    chosen[order[able[order]][: learning.most]] = True
    return chosen
