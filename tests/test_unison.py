"""Breath: phases advance, and neighbours fall into step."""

from __future__ import annotations

import numpy as np
import pytest

from game.data.script import Script
from game.data.sketch import sketch
from game.data.tuning import Rules, load_tuning
from game.sim.build import furnish
from game.sim.components import DEAD, Mind, Mood, Pulse, Sort
from game.sim.resources import Clock
from game.sim.spawn import populate
from game.sim.think.unison import ONE, SINES, STEPS, beat, order

ROOM = "#" * 26 + ("\n#" + "." * 24 + "#") * 14 + "\n" + "#" * 26


def breathing(
    count: int, mood: Mood, seconds: float, seed: int = 1, coupling: float | None = None
) -> list[float]:
    """Order parameter second by second of so many in one room."""
    world = furnish(sketch(ROOM), seed, (load_tuning(), Rules(), Script()))
    at = np.random.default_rng(seed).uniform((2, 2), (24, 14), (count, 2)).astype(np.float32)
    ids = populate(world, Sort.SHAMBLER, at)
    world.apply()
    with world.edit(Mind, ids) as mind:
        mind.mood[...] = mood
    clock, orders = world.resource(Clock), []
    for tick in range(int(seconds * 60)):
        if tick % 60 == 0:
            orders.append(order(world.view(Pulse, world.span(DEAD)).theta))
        if coupling == 0:
            clock.tick = 1  # never a tick for coupling
        beat(world)
        clock.tick += 1
    return orders


def test_the_table_is_the_sine() -> None:
    turn = np.arange(STEPS) * 2 * np.pi / STEPS
    assert np.abs(SINES - np.sin(turn) * ONE).max() <= 0.51


def test_order_is_one_for_all_as_one_and_small_for_any() -> None:
    assert order(np.full(50, 12345, np.uint16)) == pytest.approx(1, abs=1e-3)
    assert order(np.arange(0, 65536, 64).astype(np.uint16)) < 1e-3
    assert order(np.empty(0, np.uint16)) == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_room_of_sixty_sleepers_breathes_in_step_after_ten_seconds(seed: int) -> None:
    orders = breathing(60, Mood.ASLEEP, 14, seed)
    assert orders[0] < 0.4
    assert orders[11] > 0.85
    assert min(orders[11:]) > 0.8


def test_without_coupling_they_never_do() -> None:
    assert max(breathing(60, Mood.ASLEEP, 14, coupling=0)) < 0.45


def test_the_waking_are_drawn_together_less_than_sleepers() -> None:
    assert breathing(60, Mood.IDLE, 8)[7] < breathing(60, Mood.ASLEEP, 8)[7] - 0.1


def test_one_alone_keeps_its_own_rate() -> None:
    world = furnish(sketch(ROOM), 1, (load_tuning(), Rules(), Script()))
    populate(world, Sort.SHAMBLER, np.array([(5.5, 5.5)], np.float32))
    world.apply()
    span = world.span(DEAD)
    before, rate = (int(each[0]) for each in (world.view(Pulse, span).theta, world.view(Pulse, span).rate))
    for _ in range(120):
        beat(world)
        world.resource(Clock).tick += 1
    drift = (int(world.view(Pulse, span).theta[0]) - before - 120 * rate + 32768) % 65536 - 32768
    assert abs(drift) < 250  # the table's fineness
    assert rate == pytest.approx(0.8 * 65536 / 60, rel=0.17)


def test_far_rooms_do_not_hear_each_other() -> None:
    art = "#" * 60 + ("\n#" + "." * 58 + "#") * 6 + "\n" + "#" * 60
    world = furnish(sketch(art), 1, (load_tuning(), Rules(), Script()))
    populate(world, Sort.SHAMBLER, np.array([(3.5, 3.5), (55.5, 3.5)], np.float32))
    world.apply()
    with world.edit(Pulse, world.table["Entity.id"][world.span(DEAD)]) as pulse:
        pulse.rate[...] = 1000
        pulse.theta[...] = (0, 16384)
    for _ in range(240):
        beat(world)
        world.resource(Clock).tick += 1
    theta = world.view(Pulse, world.span(DEAD)).theta.astype(int)
    assert abs((theta[1] - theta[0]) % 65536 - 16384) < 500
