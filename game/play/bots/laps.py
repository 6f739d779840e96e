"""Running up where there is no room to run straight: round in a square, as a player runs in circles.

Rules of this module:
- Whoever turns about stops for a moment, and a stop loses all momentum; round a corner one keeps it.
- The square is the nearest of the largest there is: firm, known ground that one need not leap to.
- One runs on from the side that leads on, once there is enough; after ``LONGEST`` one gives it up.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from game.play.bots.leaps import RUN_UP, STRIDE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.play.bots.leaps import Place
    from game.play.bots.route import Tile
    from game.play.observation import Observation

HALVES = (3, 2, 1)
"""Half the sides of squares that are looked for, tile."""
NEAR = 8
"""How far off their middles may lie, tile."""
LONGEST = 60 * 15
"""Ticks: to get one's breath back, and then to run."""


def lacks_momentum(seen: Observation, ahead: list[Tile]) -> bool:
    """Whether the way ahead comes to a gap before momentum is full."""
    tiles = next((k for k, (x, y) in enumerate(ahead) if seen.void[y, x]), None)
    return tiles is not None and tiles < RUN_UP * (1 - seen.me.momentum)


class Laps:
    """Round and round, until momentum is full."""

    def __init__(self) -> None:
        self._corners: list[Place] = []
        self._until = -1

    @property
    def are_run(self) -> bool:
        """Whether one runs them now."""
        return bool(self._corners)

    def begin(self, seen: Observation, now: int) -> None:
        """Look for a square, unless there is none."""
        found = _square(_firm(seen), seen.me.pos)
        if found is not None:
            x, y, half = found
            corners = [(x + half * dx, y + half * dy) for dx, dy in ((1, -1), (1, 1), (-1, 1), (-1, -1))]
            first = min(range(4), key=lambda k: math.dist(corners[k], seen.me.pos))
            self._corners = corners[first:] + corners[:first]
            self._until = now + LONGEST

    def heading(self, seen: Observation, way: Place, now: int) -> Place | None:
        """Return which way to run; ``None`` when that is over, or none are run.

        Args:
            seen: the latest observation.
            way: where one would go on.
            now: the bot's own ticks.
        """
        me = seen.me
        leads_on = me.vel[0] * way[0] + me.vel[1] * way[1] > 0
        if now > self._until or (me.momentum >= 1 and leads_on):
            self._corners = []
        if not self._corners:
            return None
        if math.dist(self._corners[0], me.pos) < STRIDE:
            self._corners.append(self._corners.pop(0))
        x, y = self._corners[0][0] - me.pos[0], self._corners[0][1] - me.pos[1]
        far = max(math.hypot(x, y), 1e-6)
        return x / far, y / far


def _firm(seen: Observation) -> NDArray[np.bool_]:
    """Return the tiles that are known and can be run on, ``(h, w)``."""
    firm: NDArray[np.bool_] = (seen.links != 0) & seen.known & ~seen.void
    return firm


def _square(firm: NDArray[np.bool_], at: Place) -> tuple[float, float, int] | None:
    """Return the middle, tile, and half the side of the nearest of the largest squares of such tiles."""
    x, y = int(at[0]), int(at[1])
    left, top = max(x - NEAR, 0), max(y - NEAR, 0)
    around = firm[top : y + NEAR + 1, left : x + NEAR + 1]
    for half in HALVES:
        side = 2 * half + 1
        if min(around.shape) < side:
            continue
        whole = np.lib.stride_tricks.sliding_window_view(around, (side, side)).all(axis=(2, 3))
        rows, cols = np.nonzero(whole)
        middles = np.stack([cols + (left + half + 0.5), rows + (top + half + 0.5)], axis=1)
        far = np.hypot(*(middles - np.array(at)).T)
        for middle in middles[np.argsort(far, kind="stable")].tolist():
            if _leads_to(firm, at, middle):
                return middle[0], middle[1], half
    return None


def _leads_to(firm: NDArray[np.bool_], at: Place, to: Place) -> bool:
    """Whether all is firm on the straight way there."""
    steps = max(1, math.ceil(2 * math.dist(at, to)))
    x = np.linspace(at[0], to[0], steps + 1)[1:].astype(np.intp)
    y = np.linspace(at[1], to[1], steps + 1)[1:].astype(np.intp)
    return bool(firm[y, x].all())
