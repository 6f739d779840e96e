"""Fire and movement: who of a squad moves now, and who shoots meanwhile.

Rules of this module:
- A squad of two or more who fight is two halves, by age. One moves for ``army.bound_s`` while the other
  stays and shoots; then they change. Who fights alone does both.
- The same halves fall back: one runs while the other covers it.
- A shaken squad, whose leader has just fallen, does not move up.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.data.sections import Army
from game.sim.components import Flag, Ids, Int, Vec
from game.sim.resource_squads import Squads
from game.sim.resources import ticks

Rows = NDArray[np.intp]


class Drill(NamedTuple):
    """What each of those who fight is to do, ``(k, ...)``."""

    may_go: Flag
    """Whether it is one's turn to move up or back."""
    is_alone: Flag
    """Whether nobody shoots while one moves."""
    falls_back: Flag
    """Whether one's squad falls back."""
    rally: Vec
    """Where to, tile."""


def drill(squads: Squads, number: Int, ids: Ids, tick: int, army: Army) -> Drill:
    """Tell those who fight apart.

    Args:
        squads: all squads.
        number: ``(k,)`` squad of each.
        ids: ``(k,)``.
        tick: now.
        army: constants.
    """
    half = tick // ticks(army.bound_s) % 2
    may_go, alone = np.ones(len(ids), np.bool_), np.ones(len(ids), np.bool_)
    back, rally = np.zeros(len(ids), np.bool_), np.zeros((len(ids), 2), np.float32)
    for squad in np.unique(number[number >= 0]).tolist():
        mine = (number == squad).nonzero()[0]
        by_age = mine[np.argsort(ids[mine], kind="stable")]
        alone[mine] = len(mine) == 1
        band = squads.bands.get(squad)
        if band is not None and tick < band.falls_back_until:
            back[mine], rally[mine] = True, band.rally
        elif band is not None and tick < band.shaken_until:
            may_go[mine] = False
            continue
        if not alone[mine[0]]:
            may_go[by_age] = np.arange(len(mine)) % 2 == half
    return Drill(may_go, alone, back, rally)
