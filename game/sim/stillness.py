"""Being still, as Cheong-san and On-jo are.

Rules of this module:
- Who knows how is still ``stillness.after_s`` after the last step, until the next. A torch in the hand
  undoes it: light is seen however still it is held.
- Who is still is noticed more slowly; who comes near enough to touch notices all the same.
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Tuning
from game.sim.components import Flag, Int, Num, Sort, Ticks
from game.sim.resources import ticks

KNOW_HOW = (Sort.CHEONGSAN.value, Sort.ONJO.value)


def is_still(sort: Int, quiet_since: Ticks, has_light: Flag, now: int, tuning: Tuning) -> Flag:
    """Return which heroes are still in the way that hides, ``(n,)``; all arguments are theirs."""
    rests = now - quiet_since >= ticks(tuning.stillness.after_s)
    return np.asarray(np.isin(sort, KNOW_HOW) & rests & ~has_light)


def ease_of(sort: Int, still: Flag, tuning: Tuning) -> Num:
    """Return what the speed of noticing each hero is multiplied by, ``(n,)``."""
    rules = tuning.stillness
    share = np.where(sort == Sort.ONJO.value, np.float32(rules.onjo), np.float32(rules.cheongsan))
    return np.asarray(np.where(still, share, np.float32(1)))
