"""The cases of the horde measure what they say, in small."""

from __future__ import annotations

import numpy as np
import pytest

from game.play.bench import horde, peers, swarm
from game.play.bench.measure import Row
from game.play.simulation import Simulation
from game.sim.components import DEAD, PLAYER, Body, Health, Mind, Mood
from game.sim.resources import Clock
from game.sim.turns import making_room


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A village, and a band in it."""
    for name, value in {"SMALL": 64, "LARGE": 96, "HORDE": 200, "HORDES": 300, "FEW": 50}.items():
        monkeypatch.setattr(horde, name, value)
    for name, value in {"WARM": 6, "PLAYED": 18, "TIMES": 2}.items():
        monkeypatch.setattr(horde, name, value)
    for name, value in {"SMALL": 64, "HORDE": 400, "SPREAD": 24, "STEPS": 3}.items():
        monkeypatch.setattr(swarm, name, value)


def spread(world_pos: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> float:
    """Mean way to the middle of the village, tile."""
    return float(np.hypot(*(world_pos - 32).T).mean())


def test_every_bar_of_the_horde_has_its_row() -> None:
    rows = list(horde.horde())
    assert [(row.unit, row.target) for row in rows] == [
        ("ms", 6.0),
        ("ms", 12.0),
        ("x", 3.0),
        ("ms", 16.0),
        ("x", 1.0),
    ]
    assert all(row.value > 0 for row in rows)


def test_in_the_hunting_crowd_everybody_hunts_and_the_player_lives() -> None:
    simulation = Simulation(horde.city(64), crowd=200)
    for _ in range(60):
        horde._step(simulation, hunts=True)
    world = simulation.world
    assert (world.view(Mind, world.span(DEAD)).mood == Mood.HUNT).all()
    assert world.view(Health, world.span(PLAYER)).hp[0] > 0


def test_playing_a_crowd_leaves_it_as_it_was() -> None:
    simulation = Simulation(horde.city(64), crowd=200)
    before = simulation.hashes()
    assert len(horde._played(simulation, hunts=True)) == horde.PLAYED
    assert simulation.hashes() == before


def test_a_city_has_houses_with_two_doors_and_a_start() -> None:
    level = horde.city(64)
    assert len(level.starts) == 1
    assert 0.1 < level.solid.mean() < 0.4


def test_the_swarm_makes_room_at_every_step_and_comes_nearer() -> None:
    world = swarm.pressed()
    before = spread(world.view(Body, world.span(DEAD)).pos.astype(np.float64))
    for _ in range(60):
        assert making_room(world.resource(Clock).tick)
        swarm.press(world)
    assert spread(world.view(Body, world.span(DEAD)).pos.astype(np.float64)) < before - 1


def test_the_same_work_in_a_loop_moves_them_alike() -> None:
    esper = pytest.importorskip("esper")
    world = swarm.pressed()
    street = peers.Street.of(world)
    esper.clear_database()
    for x, y in street.places:
        esper.create_entity(peers.Pos(x, y), peers.Vel(0.0, 0.0, 0.0, 0.0))
    for _ in range(60):
        swarm.press(world)
        peers._press(esper, street)
    theirs = np.array([(pos.x, pos.y) for _, (pos, _) in esper.get_components(peers.Pos, peers.Vel)])
    ours = world.view(Body, world.span(DEAD)).pos.astype(np.float64)
    assert abs(spread(ours) - spread(theirs)) < 0.5


def test_a_row_says_how_many_times_faster_than_its_peer() -> None:
    row = Row("swarm", "case", 2.0, "ms", 4.0, "esper", 100.0)
    assert row.to_json()["ratio"] == 50
