"""Who is whose foe: the matrix of sides.

Rules
  1. Survivors and half-bies stand together; the dead and the army are each against all others.
  2. ``FOES`` is whom a mind attacks of its own accord; those who stand with nobody have no foes.
  3. ``HARMS`` is whom a blow or a bullet hurts: everybody but one's own. A player can hurt those who
     stand with nobody; nobody else does.
"""

from __future__ import annotations

import numpy as np

from game.sim.components import Side


def _table(pairs: tuple[tuple[Side, Side], ...]) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    table = np.zeros((len(Side), len(Side)), np.bool_)
    for a, b in pairs:
        table[a, b] = True
    table.flags.writeable = False
    return table


_PEOPLE = (Side.SURVIVOR, Side.HALFBIE)
_AGAINST = tuple(
    (a, b) for a in Side for b in Side if Side.NONE not in {a, b} and a is not b and {a, b} != {*_PEOPLE}
)
FOES = _table(_AGAINST)
"""``FOES[mine, theirs]``: bool (5, 5), indexed by ``Side``."""
HARMS = _table((*_AGAINST, *((side, Side.NONE) for side in _PEOPLE)))
"""``HARMS[of the blow, of the struck]``: bool (5, 5), indexed by ``Side``."""
