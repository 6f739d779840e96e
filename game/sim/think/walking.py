"""Walking somewhere: straight where nothing stands between, else as a shared field leads.

Rules of this module:
- The next thing aimed at is the centre of the next tile, or the goal itself on the last steps.
- A shut door that lies next on the way is not walked round: it is told apart, for whoever breaks doors.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.ecs.column import Component
from game.sim.components import Flag, Num, Vec
from game.sim.maths import length, put, unit
from game.sim.resource_fields import Fields
from game.sim.resources import Ground
from game.sim.think.fields import NO_WAY, lead, next_centre

AT_HAND = np.float32(1.3)
"""So near, one walks straight whatever stands about, tile."""


class Part:
    """Those rows of a component whose turn it is. Columns are views: change them by index or slice."""

    def __init__(self, view: Component, turn: slice) -> None:
        self._view, self._turn = view, turn

    def __getattr__(self, name: str) -> NDArray[Any]:
        column: NDArray[Any] = getattr(self._view, name)[self._turn]
        self.__dict__[name] = column
        return column


class Course(NamedTuple):
    """Which way to go, ``(k, ...)``."""

    way: Vec
    """Unit vectors."""
    is_shut: Flag
    """Whether a shut door is next."""


def course(
    fields: Fields, ground: Ground, pos: Vec, goal: Vec, straight: Flag, exact: Flag, tick: int
) -> Course:
    """Return which way to go.

    Args:
        fields: the shared ways.
        ground: the map.
        pos: ``(k, 2)`` where they stand, tile.
        goal: ``(k, 2)`` where they want to be, tile.
        straight: ``(k,)`` who may walk straight there.
        exact: ``(k,)`` whose goal deserves a field of its own.
        tick: now.
    """
    away = goal - pos
    aim = away.copy()
    shut = np.zeros(len(pos), np.bool_)
    led = (~straight & (length(away) > AT_HAND)).nonzero()[0]
    if len(led):
        here = pos.take(led, axis=0)
        way = lead(fields, flat(here, ground), flat(goal.take(led, axis=0), ground), exact[led], tick)
        has_way, centre = way != NO_WAY, next_centre(here, way)
        ahead = centre - here
        put(led[has_way], ahead[has_way], aim)
        is_solid = ground.solid.reshape(-1).take(flat(centre, ground))
        shut[led] = is_solid & has_way & (length(ahead) <= AT_HAND)
    return Course(unit(aim), shut)


def flat(pos: Vec, ground: Ground) -> NDArray[np.intp]:
    """Return the flat tiles of places ``(k, 2)``; places off the map count as its edge."""
    high, wide = ground.solid.shape
    x = np.minimum(np.maximum(pos[:, 0].astype(np.intp), 0), wide - 1)
    y = np.minimum(np.maximum(pos[:, 1].astype(np.intp), 0), high - 1)
    return np.asarray(y * wide + x, np.intp)


def chance(rng: np.random.Generator, count: int, low: float, high: float) -> Num:
    """Draw ``count`` numbers from [low, high)."""
    return (low + rng.random(count) * (high - low)).astype(np.float32)
