"""Who goes to which slot of a ring.

Rules of this module:
- The slot that is hardest to reach goes first, to whoever is there earliest: the fast run round, the slow
  fill in, and the last slot is held as early as can be. When every slot has one, each takes a second.
- One's own slot counts as nearer, and who has arrived stays: those who wait do not change places.
- Who are fewer than the sectors spread over them evenly, the same way every time.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.sim.components import Flag, Int, Num, Vec
from game.sim.resource_packs import SECTORS
from game.sim.think.slots import sector

A_SLOT = 2
"""No more share one."""
STICK_S = np.float32(2.5)
"""What one's own slot is nearer by, seconds."""
THERE_S = np.float32(0.5)
"""Who is so near its slot keeps it, seconds."""
HELD_FROM, HELD_TO = np.float32(2.0), np.float32(8.0)
"""A sector is held by one of the dead at such a distance, tile."""


def shared_out(arrive: Num, own: Int, anchor: int = 0) -> Int:
    """Share out slots: the one that is hardest to reach first, to whoever is there earliest.

    Args:
        arrive: ``(k, SECTORS)`` seconds each needs, infinite where it cannot go.
        own: ``(k,)`` the sector each held till now, -1 none.
        anchor: a sector to hold in any case: few then spread the same way every time.

    Returns:
        ``(k,)`` int8, -1 for who gets none.
    """
    number = np.full(len(own), -1, np.int8)
    worth = arrive.copy()
    stays = (own >= 0).nonzero()[0]
    worth[stays, own[stays]] -= STICK_S
    left = np.tile(spread(worth, anchor), (A_SLOT, 1))
    for row in stays[worth[stays, own[stays]] < THERE_S - STICK_S].tolist():
        _take(number, left, worth, row, int(own[row]))
    for round_ in left:
        while round_.any():
            soonest = worth.min(axis=0, initial=np.inf)
            soonest[~round_ | (soonest == np.inf)] = -np.inf
            to = int(soonest.argmax())
            if soonest[to] == -np.inf:
                break
            _take(number, left, worth, int(worth[:, to].argmin()), to)
    return number


def _take(number: Int, left: NDArray[np.bool_], worth: Num, row: int, to: int) -> None:
    """Give somebody a slot, if there is room in it."""
    free = left[:, to].nonzero()[0]
    if len(free):
        left[free[0], to], number[row], worth[row] = False, to, np.inf


def spread(worth: Num, anchor: int) -> Flag:
    """Return which sectors to hold, ``(SECTORS,)``: all that can be reached, or so many, evenly."""
    can = np.flatnonzero(np.isfinite(worth).any(axis=0))
    chosen = np.zeros(SECTORS, np.bool_)
    if len(can):
        count = min(len(worth), len(can))
        some = np.arange(count) * len(can) // count + np.searchsorted(can, anchor)
        chosen[can[some % len(can)]] = True
    return chosen


def held(away: Vec, far: Num) -> Flag:
    """Return which sectors some hold who stand ``away (k, 2)`` from the foe, ``(SECTORS,)``."""
    counts = (far >= HELD_FROM) & (far <= HELD_TO)
    return np.bincount(sector(away[counts]), minlength=SECTORS) > 0
