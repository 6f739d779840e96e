"""Others who do the same work, in the same run, where they are installed; nobody is imitated."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from game.play.bench.measure import median_ms
from game.sim.resources import DT


@dataclass
class Pos:
    """Where a mover is, tile."""

    x: float
    y: float


@dataclass
class Vel:
    """How it moves, and how it wants to, tile/s."""

    x: float
    y: float
    want_x: float
    want_y: float


def esper_ms(count: int, times: int = 10) -> float | None:
    """The ``ecs`` case in esper, the usual Python ECS: one turn of a loop a mover; ``None`` without it."""
    if find_spec("esper") is None:
        return None
    esper: Any = import_module("esper")
    _fill(esper, count)
    return median_ms(lambda: _steer(esper), times)


def _fill(esper: Any, count: int) -> None:
    chance = np.random.default_rng(1)
    for x, y in chance.uniform(0, 200, (count, 2)).tolist():
        want_x, want_y = chance.normal(0, 2, 2).tolist()
        esper.create_entity(Pos(x, y), Vel(0.0, 0.0, want_x, want_y))


def _steer(esper: Any) -> None:
    dt, most = float(DT), 20 * float(DT)
    for _, (pos, vel) in esper.get_components(Pos, Vel):
        dx, dy = vel.want_x - vel.x, vel.want_y - vel.y
        far = (dx * dx + dy * dy) ** 0.5
        share = min(1.0, most / far) if far > 0 else 0.0
        vel.x, vel.y = vel.x + dx * share, vel.y + dy * share
        pos.x, pos.y = pos.x + vel.x * dt, pos.y + vel.y * dt
