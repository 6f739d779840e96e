"""The light as the circuits that run now make it.

Rules of this module:
- A level whose lamps all burn without a circuit has one light, and looking it up costs nothing.
- Every other light is baked when first asked for, and kept: it depends on the level and the circuits alone.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.lightmap import relight, resting
from game.sim.resources import Story


def light_now(level: Level, story: Story) -> NDArray[np.float32]:
    """Return the light of every tile ``(h, w)``, 0..1."""
    wired = _wired(level)
    if not wired:
        return level.light
    return _light(level, tuple(name for name in wired if name in story.circuits))


@lru_cache(maxsize=8)
def _wired(level: Level) -> tuple[str, ...]:
    """Return the circuits that feed lamps, in alphabetical order."""
    return tuple(sorted({lamp.circuit for lamp in level.lights if lamp.circuit}))


@lru_cache(maxsize=16)
def _light(level: Level, running: tuple[str, ...]) -> NDArray[np.float32]:
    at_rest = tuple(name for name in _wired(level) if name in resting(level.powers))
    return level.light if running == at_rest else relight(level, running)
