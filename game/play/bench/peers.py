"""Others who do the same work, in the same run, where they are installed; nobody is imitated."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Self

import numpy as np

from game.data.level import QUARTERS
from game.ecs.world import World
from game.play.bench.measure import median_ms
from game.play.bench.swarm import SPEED, Flow, pressed
from game.sim.components import DEAD, Body
from game.sim.resources import DT, Ground

APART, PUSH, MOST = 0.84, 6.0, 4.0
"""How far apart two shamblers want to be, tile; how hard they push, 1/s; at most, tile/s: as in tuning."""


@dataclass(slots=True)
class Pos:
    """Where a mover is, tile."""

    x: float
    y: float


@dataclass(slots=True)
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
    esper.clear_database()
    _fill(esper, count)
    return median_ms(lambda: _steer(esper), times)


def esper_swarm_ms(times: int = 5) -> float | None:
    """The ``swarm`` case in esper, in plain Python: the same places, ways and walls; ``None`` without it."""
    if find_spec("esper") is None:
        return None
    esper: Any = import_module("esper")
    esper.clear_database()
    street = Street.of(pressed())
    for x, y in street.places:
        esper.create_entity(Pos(x, y), Vel(0.0, 0.0, 0.0, 0.0))
    return median_ms(lambda: _press(esper, street), times)


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


@dataclass
class Street:
    """The city of the swarm as lists, which a loop reads fastest: by flat tile, and by flat quarter tile."""

    places: list[list[float]]
    next: list[list[float]]
    blocked: list[bool]
    wide: int

    @classmethod
    def of(cls, world: World) -> Self:
        """Take a world apart."""
        ground, flow = world.resource(Ground), world.resource(Flow)
        return cls(
            world.view(Body, world.span(DEAD)).pos.tolist(),
            flow.next.tolist(),
            ground.blocked.reshape(-1).tolist(),
            ground.solid.shape[1],
        )


def _press(esper: Any, street: Street) -> None:
    """Play a step: sort into tiles, then for each be led, pushed, steered and moved."""
    wide, crowd = street.wide, dict[int, list[Pos]]()
    movers = [parts for _, parts in esper.get_components(Pos, Vel)]
    for pos, _ in movers:
        crowd.setdefault(int(pos.y) * wide + int(pos.x), []).append(pos)
    for pos, vel in movers:
        tile = int(pos.y) * wide + int(pos.x)
        _lead(pos, vel, street.next[tile])
        push_x, push_y = _pushed(pos, crowd, tile, wide)
        _slide(pos, vel.x + push_x, vel.y + push_y, street)


def _lead(pos: Pos, vel: Vel, centre: list[float]) -> None:
    """Steer toward the centre of the next tile."""
    want_x, want_y = centre[0] - pos.x, centre[1] - pos.y
    far = (want_x * want_x + want_y * want_y) ** 0.5
    if far > 0:
        want_x, want_y = want_x / far * float(SPEED), want_y / far * float(SPEED)
    dx, dy = want_x - vel.x, want_y - vel.y
    far, most = (dx * dx + dy * dy) ** 0.5, 20 * float(DT)
    share = min(1.0, most / far) if far > 0 else 0.0
    vel.x, vel.y = vel.x + dx * share, vel.y + dy * share


def _pushed(pos: Pos, crowd: dict[int, list[Pos]], tile: int, wide: int) -> tuple[float, float]:
    """Return how the neighbours push, tile/s, no harder than ``MOST``."""
    x, y, push_x, push_y = pos.x, pos.y, 0.0, 0.0
    for row in (tile - wide, tile, tile + wide):
        for near in (row - 1, row, row + 1):
            for other in crowd.get(near, ()):
                dx, dy = x - other.x, y - other.y
                square = dx * dx + dy * dy
                if square < APART * APART and other is not pos:
                    far = square**0.5 + 1e-3
                    share = (APART - far) / far * PUSH
                    push_x, push_y = push_x + dx * share, push_y + dy * share
    hard = (push_x * push_x + push_y * push_y) ** 0.5
    share = MOST / hard if hard > MOST else 1.0
    return push_x * share, push_y * share


def _slide(pos: Pos, x: float, y: float, street: Street) -> None:
    """Move on both axes; where one is shut the other slides."""
    dt, wide = float(DT), street.wide * QUARTERS
    there_x, there_y = pos.x + x * dt, pos.y + y * dt
    if not street.blocked[int(pos.y * QUARTERS) * wide + int(there_x * QUARTERS)]:
        pos.x = there_x
    if not street.blocked[int(there_y * QUARTERS) * wide + int(pos.x * QUARTERS)]:
        pos.y = there_y
