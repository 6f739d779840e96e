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
from game.sim.components import Actor, Body, Flag, Int, Mind, Mood, Plan, Senses, Sort, Vec
from game.sim.happenings import Cause, Noticed
from game.sim.maths import length
from game.sim.resources import Ground, ticks

LINKS = np.unpackbits(np.arange(256, dtype=np.uint8)[:, None], axis=1).sum(axis=1)
"""How many bits a link has."""
CORNER = 3
"""Links of a tile in a corner."""
IDLE, WANDER = int(Mood.IDLE), int(Mood.WANDER)
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

    def idle(self) -> Flag:
        """Return who idles and may be sent somewhere, ``(n,)``."""
        calm = (self.mind.mood == IDLE) | (self.mind.mood == WANDER)
        return np.asarray(calm & (self.actor.sort != LURKER) & (self.actor.sort != SCREAMER))

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

    def send(self, rows: Rows, goal: Vec, task: Int | int, seconds: float) -> None:
        """Let these go somewhere."""
        new = rows[self.plan.task[rows] != task]
        goal = np.broadcast_to(goal, (len(rows), 2))
        walked = [self.is_free(each) for each in goal]
        self.plan.goal[rows] = np.where(np.array(walked, np.bool_)[:, None], goal, goal[:1])
        self.plan.task[rows], self.plan.until[rows] = task, self.tick + ticks(seconds)
        self.tell(new)

    def tell(self, rows: Rows) -> None:
        """Put down in the log who does something for the others."""
        if len(rows):
            self.noticed(who=self.ids[rows], mood=self.mind.mood[rows], why=int(Cause.ORDER))

    def is_free(self, spot: Vec) -> bool:
        """Whether one can stand at a place ``(2,)``."""
        x, y = int(spot[0]), int(spot[1])
        high, wide = self.ground.solid.shape
        return 0 <= x < wide and 0 <= y < high and bool(self.ground.links[y, x])
