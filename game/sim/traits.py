"""What differs by ``Sort``, as tables that rows look up: made once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.data.enums import Hero
from game.data.tuning import Tuning
from game.sim.components import Gait, Sort

Numbers = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Traits:
    """Tables by ``Sort``.

    Attributes:
        speed: ``(Gait, Sort)`` tile/s; a dodge has its own.
        sense_tiles: ``(Sort,)`` tile, how far a hero senses; 0 for whoever does not.
        sense_hunger_s: ``(Sort,)`` what that costs, hunger a second.
    """

    speed: Numbers
    sense_tiles: Numbers
    sense_hunger_s: Numbers

    @classmethod
    def of(cls, tuning: Tuning) -> Traits:
        """Work out the tables."""
        speed = np.zeros((len(Gait), len(Sort)), np.float32)
        beasts = tuning.bestiary
        speed[Gait.SNEAK], speed[Gait.WALK], speed[Gait.SPRINT] = beasts.sneak, beasts.walk, beasts.run
        return cls(speed, _of_heroes(tuning, "sense_tiles"), _of_heroes(tuning, "sense_hunger_s"))


def _of_heroes(tuning: Tuning, name: str) -> Numbers:
    """Return one of ``HeroTraits``' numbers by ``Sort``; 0 for everybody who is no hero."""
    by_sort = np.zeros(len(Sort), np.float32)
    for hero in Hero:
        by_sort[Sort[hero.name]] = getattr(tuning.hero[hero], name)
    return by_sort
