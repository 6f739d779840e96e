"""Sending those of the dead who idle somewhere: what all counters to lessons share.

Rules of this module:
- Only who is awake and neither hunts nor searches is sent by these; lurkers and screamers stay.
- Nobody is sent where no body may be. Who is sent says so once (``Noticed``, ``ORDER``).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.learning import Counters
from game.data.tuning import Tuning
from game.ecs.events import Emit
from game.ecs.world import Entity
from game.sim.components import Actor, Body, Int, Mind, Mood, Plan, Senses, Sort, Task, Vec
from game.sim.ground import can_stand
from game.sim.happenings import Cause, Noticed
from game.sim.maths import length
from game.sim.resources import CORNER, Ground, ticks

LINKS = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1).sum(axis=1)
"""How many bits a link has."""
IDLE, WANDER, NO_TASK = int(Mood.IDLE), int(Mood.WANDER), int(Task.NONE)
LURKER, SCREAMER = int(Sort.LURKER), int(Sort.SCREAMER)
TURN = 30
"""Ticks after which corners are counted from another."""
Rows = NDArray[np.intp]


class Sending:
    """All of the dead, for a tick: who may be sent where."""

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

    def around(self, middle: Vec, reach: float) -> Rows:
        """Return who is in the square ``reach`` tiles to each side of a place ``(2,)``, ``(k,)``."""
        x, y = middle.tolist()
        pos = self.body.pos
        rows = (np.abs(pos[:, 0] - np.float32(x)) <= np.float32(reach)).nonzero()[0]
        return np.asarray(rows[np.abs(pos[rows, 1] - np.float32(y)) <= np.float32(reach)])

    def idle(self, rows: Rows) -> Rows:
        """Return those of these who idle and may be sent somewhere."""
        mood, sort = self.mind.mood[rows], self.actor.sort[rows]
        calm = (mood == IDLE) | (mood == WANDER)
        return np.asarray(rows[calm & (sort != LURKER) & (sort != SCREAMER)])

    def free(self, middle: Vec, reach: float) -> Rows:
        """Return who idles around a place ``(2,)`` and has nothing to do, ``(k,)``."""
        rows = self.idle(self.around(middle, reach))
        return np.asarray(rows[self.plan.task[rows] == NO_TASK])

    def share_out(self, rows: Rows, spots: Vec) -> tuple[Rows, Vec]:
        """Give each place in turn to the nearest of these who has none.

        Args:
            rows: ``(k,)``.
            spots: ``(m, 2)`` tile, a place twice for two.

        Returns:
            who goes ``(j,)``, and where each goes ``(j, 2)``; j is the lesser of k and m.
        """
        gap = self.body.pos[rows][:, None] - spots
        far = gap[..., 0] * gap[..., 0] + gap[..., 1] * gap[..., 1]
        goes = np.empty(min(len(rows), len(spots)), np.intp)
        for number in range(len(goes)):
            goes[number] = far[:, number].argmin()
            far[goes[number]] = np.inf
        return rows[goes], spots[: len(goes)]

    def corners(self, spot: Vec, reach: float) -> Vec:
        """Return the corners within ``reach`` tiles of a place, ``(k, 2)``, in an order that changes."""
        x, y, r = int(spot[0]), int(spot[1]), int(reach)
        top, left = max(y - r, 0), max(x - r, 0)
        links = self.ground.links[top : y + r + 1, left : x + r + 1]
        rows, cols = (LINKS[links] == CORNER).nonzero()
        turn = self.tick // TURN % max(1, len(rows))
        found = np.stack([cols + left, rows + top], axis=1).astype(np.float32) + np.float32(0.5)
        return np.roll(found, turn, axis=0)

    def nearest(self, rows: Rows, spot: Vec, reach: float, most: int) -> Rows:
        """Return at most so many of these, the nearest first, none farther than ``reach``."""
        far = length(self.body.pos[rows] - spot)
        rows, far = rows[far <= np.float32(reach)], far[far <= np.float32(reach)]
        return np.asarray(rows[np.argsort(far, kind="stable")[:most]])

    def send(self, rows: Rows, goal: Vec, task: Int | int, seconds: float) -> Rows:
        """Let these go somewhere; return who goes.

        Whose own place cannot be stood on goes to the first of these places; nobody goes where none can be.

        Args:
            rows: ``(k,)``.
            goal: ``(k, 2)`` tile, or ``(2,)`` for all.
            task: what for.
            seconds: how long, at most.
        """
        goal = np.broadcast_to(goal, (len(rows), 2))
        goal = np.where(can_stand(self.ground, goal)[:, None], goal, goal[:1])
        can = can_stand(self.ground, goal)
        rows, goal = rows[can], goal[can]
        new = rows[self.plan.task[rows] != task]
        self.plan.goal[rows] = goal
        self.plan.task[rows], self.plan.until[rows] = task, self.tick + ticks(seconds)
        self.tell(new)
        return rows

    def tell(self, rows: Rows) -> None:
        """Put down in the log who does something for the others."""
        if len(rows):
            self.noticed(who=self.ids[rows], mood=self.mind.mood[rows], why=int(Cause.ORDER))
