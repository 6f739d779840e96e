"""What the group asks, beside what one's own senses say.

    task      who does it                       how
    SLOT      hunters not in contact            straight to the next step, at the hunt's pace
    AHEAD     hunters and searchers likewise    by the shared ways, at the hunt's pace
    SEARCH    searchers                         by the shared ways, at the pace of a search
    CHECK     searchers and the idle            likewise, at ``counters.haste`` of the hunt's pace
    TRACK     searchers                         straight to the next scent, at ``scent.haste`` of it

Rules of this module:
- Nobody in contact is held back: who sees its foe within ``CONTACT`` tiles does as it likes. Who searches and
  sees somebody, though not surely yet, goes for that.
- A task ends when its time is over, or with arrival: then it is set to ``NONE``.
- Sleepers and who is busy with a deed do nothing for the group.
- Who surges hunts ``unison.surge_speed`` times as fast.
- Who hunts in plain sight of its foe, and does nothing else for the group, may come beside its aim.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.sim.components import Flag, Int, Mood, Num, Sort, Task, Vec
from game.sim.maths import length, unit
from game.sim.think.pursuit import paces
from game.sim.think.walking import Part

CONTACT = np.float32(2.5)
"""Who sees its foe so near is bound by no task, tile."""
PASSING = np.float32(1.4)
"""So near, who is on the way to a slot: streets are narrow, and one must get by to hold their other side."""
NEAR = np.float32(0.9)
"""So near, one has arrived, tile."""
TASKS, MOODS = len(Task), len(Mood)
SLOT, CHECK, TRACK, HUNT, SEARCH = (
    int(each) for each in (Task.SLOT, Task.CHECK, Task.TRACK, Mood.HUNT, Mood.SEARCH)
)


def _taken_up() -> NDArray[np.bool_]:
    """Return which moods do which tasks, ``(Task * Mood,)``."""
    does = np.zeros((TASKS, MOODS), np.bool_)
    does[Task.SLOT, Mood.HUNT] = True
    does[Task.AHEAD, [Mood.HUNT, Mood.SEARCH]] = True
    does[Task.SEARCH, Mood.SEARCH] = True
    does[Task.CHECK, [Mood.SEARCH, Mood.IDLE, Mood.WANDER]] = True
    does[Task.TRACK, Mood.SEARCH] = True
    return does.reshape(-1)


DOES = _taken_up()


class Herd(Protocol):
    """The dead whose turn it is."""

    mind: Part
    senses: Part
    body: Part
    sees: Flag
    sort: Int
    tick: int


def obey(plan: Part, herd: Herd, course: tuple[Vec, Num, Flag], tuning: Tuning) -> Flag:
    """Change where those go who do something for their group, in place.

    Args:
        plan: what is asked of them; what is done is taken off.
        herd: who they are.
        course: ``(n, 2)`` where each goes, ``(n,)`` how fast, ``(n,)`` whether straight.
        tuning: constants.

    Returns:
        who now goes where only an exact field leads, ``(n,)``.
    """
    goal, speed, straight = course
    exact = np.zeros(len(speed), np.bool_)
    _surge(plan, herd, speed, tuning)
    _sidle(plan, herd, goal, straight)
    plan.task[plan.until <= herd.tick] = Task.NONE.value
    busy = plan.task.nonzero()[0]
    if not len(busy):
        return exact
    mood, task = herd.mind.mood[busy], plan.task[busy]
    does = DOES.take(task.astype(np.intp) * MOODS + mood)
    far = length(herd.senses.spot.take(busy, axis=0) - herd.body.pos.take(busy, axis=0))
    contact = np.where(task == SLOT, PASSING, CONTACT)
    does &= ~(herd.sees[busy] & ((far <= contact) | (mood != HUNT)))
    does &= (speed[busy] > 0) | ((mood != HUNT) & (mood != SEARCH))  # who is busy stands; who idles does not
    rows = busy[does]
    asked = plan.goal.take(rows, axis=0)
    there = length(asked - herd.body.pos.take(rows, axis=0)) < NEAR
    in_slot = plan.task[rows] == SLOT
    plan.task[rows[there & ~in_slot]] = 0
    goal[rows], straight[rows] = asked, in_slot | (task[does] == TRACK)
    speed[rows] = np.where(there & in_slot, np.float32(0), _paces(herd, rows, task[does], tuning))
    exact[rows] = ~straight[rows]
    return exact


def _paces(herd: Herd, rows: NDArray[np.intp], task: Int, tuning: Tuning) -> Num:
    """Return how fast these go, each with a task of its own, ``(k,)`` tile/s."""
    hastes = np.ones(TASKS, np.float32)
    hastes[CHECK], hastes[TRACK] = tuning.counters.haste, tuning.scent.haste
    hurries = (task == CHECK) | (task == TRACK) | (herd.mind.mood[rows] == HUNT)
    at = np.where(hurries, HUNT, SEARCH) * len(Sort) + herd.sort[rows]
    return np.asarray(paces(tuning.bestiary).take(at) * hastes.take(task))


def _surge(plan: Part, herd: Herd, speed: Num, tuning: Tuning) -> None:
    """Let those who surge hunt faster."""
    surges = ((plan.surge_until > herd.tick) & (herd.mind.mood == HUNT)).nonzero()[0]
    speed[surges] *= np.float32(tuning.unison.surge_speed)


def _sidle(plan: Part, herd: Herd, goal: Vec, straight: Flag) -> None:
    """Let those who are told to come beside their aim, while they walk straight at their foe."""
    rows = ((plan.aside != 0) & herd.sees & straight & (herd.mind.mood == HUNT)).nonzero()[0]
    if not len(rows):
        return
    away = goal.take(rows, axis=0) - herd.body.pos.take(rows, axis=0)
    far = length(away)
    rows, away = rows[far > CONTACT], away[far > CONTACT]
    right = unit(np.stack([-away[:, 1], away[:, 0]], axis=1))
    goal[rows] += right * plan.aside[rows][:, None]
