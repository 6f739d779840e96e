"""The one wind of a level: ash, smoke, embers, paper and name tags all go by it.

Rules of this module:
- It blows to the east and a little south; how hard is the map's ``wind``, 0..1, and gusts come and go.
- How far it has carried something is the integral of its speed, in closed form: where anything is follows
  from when it set out, and the same tick gives the same picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

if TYPE_CHECKING:
    from game.ecs.column import Array

T = TypeVar("T", float, "Array")

CALM, STRONG = 5.0, 46.0  # px/s; of ash at wind 0, and what wind 1 adds
SOUTH = 0.16  # px down for each px to the east
GUSTS = ((0.55, 0.43, 0.0), (0.33, 1.07, 2.0))
"""Share of the mean speed, rate (1/s) and phase of each wave; the shares stay below 1, so it never turns."""


class Wind:
    """The wind of one level.

    Args:
        strength: 0..1, as the map says.
    """

    def __init__(self, strength: float) -> None:
        self.strength = strength
        self.mean = CALM + STRONG * strength

    def gust(self, time_s: float) -> float:
        """How hard it blows now: 1 on average, between .1 and 1.9."""
        return 1 + sum(share * float(np.sin(rate * time_s + phase)) for share, rate, phase in GUSTS)

    def carried(self, time_s: T) -> T:
        """How far to the east it has blown since the world began, px; differences are what counts."""
        swing = sum(share / rate * np.cos(rate * time_s + phase) for share, rate, phase in GUSTS)
        blown: T = self.mean * (time_s - swing)
        return blown
