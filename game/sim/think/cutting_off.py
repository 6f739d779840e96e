"""Where to meet somebody who walks on.

Rules of this module:
- One goes ahead only to where one is before the foe, if it goes on as it did when last seen; else one hunts.
- The earliest such place of a few moments ahead is taken, if one can stand there.
"""

from __future__ import annotations

import numpy as np

from game.sim.components import Flag, Num, Vec
from game.sim.ground import can_stand
from game.sim.maths import length
from game.sim.resources import Ground

LEADS_S = (1.0, 2.0, 3.0)
"""How far ahead a foe may be met, s."""
Pair = tuple[float, float]


def ahead_of(spot: Pair, vel: Pair, pos: Vec, speed: Num, ground: Ground) -> tuple[Flag, Vec]:
    """Return who can cut somebody off, ``(k,)``, and where, ``(k, 2)`` tile.

    Args:
        spot: where the foe was last seen, tile.
        vel: and how fast it went, tile/s.
        pos: ``(k, 2)`` where they stand, tile.
        speed: ``(k,)`` theirs, tile/s; no faster than the foe, one cannot.
        ground: the map.
    """
    start, way = np.array(spot, np.float32), np.array(vel, np.float32)
    fast = speed * speed > vel[0] * vel[0] + vel[1] * vel[1]
    goes, goal = np.zeros(len(pos), np.bool_), pos.copy()
    for lead in LEADS_S:
        there = start + way * np.float32(lead)
        if can_stand(ground, there[None])[0]:
            first = fast & ~goes & (length(there - pos) <= speed * np.float32(lead))
            goes |= first
            goal[first] = there
    return goes, goal
