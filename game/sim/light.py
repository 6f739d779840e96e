"""The light as the circuits that run now make it, and the beams that sweep.

Rules of this module:
- A level whose lamps all burn without a circuit, and stand still, has one light; looking it up costs nothing.
- Every other light depends on the level, the circuits and where beams point alone. What is walked ray by ray
  is kept: a beam that has moved on costs a sum.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.lightmap import Pool, add, aim_at, clipped, pool, relight, resting, shines, unlit
from game.sim.resources import Clock, Story

Aims = tuple[tuple[int, int], ...]
"""Number of each lamp whose beam sweeps and shines, and where it points (``aim_at``)."""


def light_now(level: Level, story: Story, clock: Clock) -> NDArray[np.float32]:
    """Return the light of every tile ``(h, w)``, 0..1."""
    wired, sweeping = _wired(level), _sweeping(level)
    if not (wired or sweeping):
        return level.light
    running = tuple(name for name in wired if name in story.circuits)
    if not sweeping:
        return _light(level, running)
    lamps = ((number, level.lights[number]) for number in sweeping)
    aims = tuple((number, aim_at(lamp, clock.seconds)) for number, lamp in lamps if shines(lamp, running))
    return _swept(level, running, aims)


@lru_cache(maxsize=8)
def _wired(level: Level) -> tuple[str, ...]:
    """Return the circuits that feed lamps, in alphabetical order."""
    return tuple(sorted({lamp.circuit for lamp in level.lights if lamp.circuit}))


@lru_cache(maxsize=8)
def _sweeping(level: Level) -> tuple[int, ...]:
    """Return the numbers of the lamps whose beams sweep."""
    return tuple(number for number, lamp in enumerate(level.lights) if lamp.sweep)


@lru_cache(maxsize=16)
def _light(level: Level, running: tuple[str, ...]) -> NDArray[np.float32]:
    at_rest = tuple(name for name in _wired(level) if name in resting(level.powers))
    return level.light if running == at_rest else relight(level, running)


@lru_cache(maxsize=16)
def _swept(level: Level, running: tuple[str, ...], aims: Aims) -> NDArray[np.float32]:
    total = _still(level, running).copy()
    for number, aim in aims:
        add(total, _pool(level, number), level.lights[number], aim)
    return clipped(total)


@lru_cache(maxsize=16)
def _still(level: Level, running: tuple[str, ...]) -> NDArray[np.float64]:
    """Return what all other lamps light, summed up."""
    total = unlit(level.opaque.shape, level.ambient, level.zones)
    for lamp in level.lights:
        if not lamp.sweep and shines(lamp, running):
            add(total, pool(lamp, level.opaque), lamp, 0)
    return total


@lru_cache(maxsize=32)
def _pool(level: Level, number: int) -> Pool:
    return pool(level.lights[number], level.opaque)
