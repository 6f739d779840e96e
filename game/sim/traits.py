"""The heroes' traits by ``Sort``, so that rows can look them up."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.enums import Hero
from game.data.tuning import Tuning
from game.sim.components import Sort


def trait(tuning: Tuning, name: str) -> NDArray[np.float32]:
    """Return one of ``HeroTraits``' numbers by ``Sort``; 0 for everybody who is no hero."""
    by_sort = np.zeros(len(Sort), np.float32)
    for hero in Hero:
        by_sort[Sort[hero.name]] = getattr(tuning.hero[hero], name)
    return by_sort
