"""The one wind of a level: ash, smoke, embers, paper and name tags all go by it.

Rules of this module:
- It blows to the east and a little south; how hard is the map's ``wind``, 0..1, and gusts come and go. The
  story can send a squall (``Cue.WIND``).
- How far it has carried something is the integral of its speed, in closed form: where anything is follows
  from when it set out, and the same tick gives the same picture.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from game.data.verbs import Cue
from game.sim.happenings import Cued
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ecs.column import Array
    from game.ecs.events import Told

T = TypeVar("T", float, "Array")

CALM, STRONG = 5.0, 46.0  # px/s; of ash at wind 0, and what wind 1 adds
SOUTH = 0.16  # px down for each px to the east
GUSTS = ((0.55, 0.43, 0.0), (0.33, 1.07, 2.0))
"""Share of the mean speed, rate (1/s) and phase of each wave; the shares stay below 1, so it never turns."""
SQUALL = 3.0  # times the mean that a squall adds at its height
LEAST_S = 1.0  # a squall of no length lasts so long
TURN = 2 * math.pi


class Wind:
    """The wind of one level.

    Args:
        strength: 0..1, as the map says.
    """

    def __init__(self, strength: float) -> None:
        self.strength = strength
        self.mean = CALM + STRONG * strength
        self._squalls: list[tuple[float, float]] = []  # when, and how long, s

    def hear(self, told: Sequence[Told]) -> None:
        """Take the story's cues of one tick's journal."""
        for each in told:
            if isinstance(each.event, Cued):
                for what, lasts in zip(each.event.what, each.event.lasts.tolist(), strict=True):
                    if what == Cue.WIND:
                        self._squalls.append((each.tick / TICKS_PER_SECOND, max(lasts, LEAST_S)))

    def forget(self) -> None:
        """Time went back: there was no squall."""
        self._squalls.clear()

    def gust(self, time_s: float) -> float:
        """How hard it blows now: 1 on average, between .1 and 1.9, in a squall up to ``SQUALL`` more."""
        swing = sum(share * math.sin(rate * time_s + phase) for share, rate, phase in GUSTS)
        parts = [(time_s - start) / lasts for start, lasts in self._squalls]
        rush = sum(SQUALL / 2 * (1 - math.cos(TURN * part)) for part in parts if 0 < part < 1)
        return 1 + swing + rush

    def carried(self, time_s: T) -> T:
        """How far to the east it has blown since the world began, px; differences are what counts."""
        swing = sum(share / rate * np.cos(rate * time_s + phase) for share, rate, phase in GUSTS)
        blown: T = self.mean * (time_s - swing)
        for start, lasts in self._squalls:
            part = np.clip((time_s - start) / lasts, 0, 1)
            blown = blown + self.mean * lasts * SQUALL / 2 * (part - np.sin(TURN * part) / TURN)
        return blown
