"""Holding places: those of the dead who idle lie in wait where the player is known to go, or to hide.

Rules of this module:
- Places of most worth are held, some way apart; each by those who are there soonest, not by the nearest.
- Who holds one has its home there from then on, and needs no second sign: a noise it would only go and look
  at, it searches at once, at the hunt's pace. So one who goes another way, or quietly, meets nobody.
"""

from __future__ import annotations

import numpy as np

from game.sim.components import Mood, Num, Task, Vec
from game.sim.maths import length
from game.sim.resources import ticks
from game.sim.think.sending import NO_TASK, Rows, Sending

HOLD_S = 60.0
"""Who is sent to a place gives up after so long, s."""
SPRING_S = 4.0
"""Who springs up at a noise comes there within so long, s."""
CANDIDATES = 48
"""Places thought of at once, of most worth."""
AT_HOME = np.float32(3.0)
"""Whose home is so near a place holds it, tile."""
AROUND = np.array([(0, 0), (1.2, 0), (-1.2, 0), (0, 1.2), (0, -1.2), (1.2, 1.2), (-1.2, -1.2)], np.float32)
"""Where those who hold one place stand, from its middle, tile."""
SUSPECT, SEARCH, CHECK = int(Mood.SUSPECT), int(Mood.SEARCH), int(Task.CHECK)


class Holding(Sending):
    """All of the dead, for a tick, and which places they hold."""

    def hold(self, spots: Vec, worth: Num, least: float) -> None:
        """Hold the places of most worth.

        Args:
            spots: ``(k, 2)`` tile.
            worth: ``(k,)``.
            least: what a place must be worth.
        """
        counters = self.counters
        chosen = self._chosen(spots, worth, least)
        for spot in chosen:
            self._spring(spot)
            calm = self.idle(self.around(spot, counters.post_tiles))
            gap = self.mind.home[calm][:, None] - np.array(chosen)
            lives = gap[..., 0] * gap[..., 0] + gap[..., 1] * gap[..., 1] < AT_HOME * AT_HOME
            here = length(self.mind.home[calm] - spot) < AT_HOME
            lacking = counters.post_size - int(here.sum())
            able = ~lives.any(axis=1) & (self.plan.task[calm] == NO_TASK)
            if lacking > 0:
                rows = self._soonest(calm[able], spot, lacking)
                rows = self.send(rows, spot + AROUND[np.arange(len(rows)) % len(AROUND)], CHECK, HOLD_S)
                self.mind.home[rows] = self.plan.goal[rows]

    def _soonest(self, rows: Rows, spot: Vec, most: int) -> Rows:
        """Return at most so many of these, those first who are first at a place ``(2,)``."""
        far = length(self.body.pos[rows] - spot)
        near = far <= np.float32(self.counters.post_tiles)
        rows = rows[near]
        time = far[near] / self.pace[self.actor.sort[rows]]
        return np.asarray(rows[np.argsort(time, kind="stable")[:most]])

    def _spring(self, spot: Vec) -> None:
        """Let those who hold a place and hear something go for it at once."""
        rows = self.around(spot, self.counters.ring_tiles)
        waits = (self.mind.mood[rows] == SUSPECT) & (length(self.mind.home[rows] - spot) < AT_HOME)
        rows = rows[waits]
        if len(rows):
            mind = self.mind
            mind.mood[rows], mind.since[rows], mind.leg[rows] = SEARCH, self.tick, 0
            mind.mood_until[rows] = self.tick + ticks(2 * SPRING_S)
            self.send(rows, mind.goal[rows], CHECK, SPRING_S)

    def _chosen(self, spots: Vec, worth: Num, least: float) -> list[Vec]:
        """Return the places of most worth that lie apart, best first."""
        best = np.argsort(-worth, kind="stable")[:CANDIDATES]
        apart, chosen = np.float32(self.counters.post_apart), list[Vec]()
        for spot in spots[best[worth[best] > np.float32(least)]]:
            if not chosen or (length(np.array(chosen) - spot) >= apart).all():
                chosen.append(spot)
            if len(chosen) == self.counters.posts:
                break
        return chosen
