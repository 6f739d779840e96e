"""Breath: phases advance, neighbours fall into step, and a caller leads its hunters."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import SYMMETRIES, Scene, scene, turned

from game.data.script import Script
from game.data.sketch import sketch
from game.data.tuning import Rules, load_tuning
from game.ecs.world import World
from game.sim.build import furnish
from game.sim.components import DEAD, Mind, Mood, Pulse, Senses, Sort
from game.sim.nooks import Nooks, nooks_of
from game.sim.resource_order import Order
from game.sim.resources import Clock
from game.sim.spawn import populate
from game.sim.think.muster import OFFSET, muster
from game.sim.think.unison import ONE, SINES, STEPS, beat, most_in_step, order

ROOM = "#" * 26 + ("\n#" + "." * 24 + "#") * 14 + "\n" + "#" * 26
QUARTER = 16384
"""A quarter of a turn."""


def room(count: int, mood: Mood, seed: int = 1, without: str = "") -> World:
    """A room with so many of the dead, about to be mustered."""
    rules = Rules(without=frozenset({without} - {""}))
    world = furnish(sketch(ROOM), seed, (load_tuning(), rules, Script()))
    at = np.random.default_rng(seed).uniform((2, 2), (24, 14), (count, 2)).astype(np.float32)
    ids = populate(world, Sort.SHAMBLER, at)
    world.apply()
    with world.edit(Mind, ids) as mind:
        mind.mood[...] = mood
    world.resource(Clock).tick = OFFSET
    return world


def breathe(world: World, ticks: int) -> list[float]:
    """Let them breathe; return the order parameter of all, second by second."""
    orders = []
    for tick in range(ticks):
        if tick % 60 == 0:
            orders.append(order(world.view(Pulse, world.span(DEAD)).theta))
        beat(world)
        muster(world)
        world.resource(Clock).tick += 1
    return orders


def apart(made: Scene, one: str, other: str) -> float:
    """By how much one is ahead of the other, in turns, -0.5 to 0.5."""
    ahead = int(made.of(Pulse, one).theta[0]) - int(made.of(Pulse, other).theta[0])
    return ((ahead + 32768) % 65536 - 32768) / 65536


def two(art: str, mood: Mood = Mood.IDLE, **senses: object) -> Scene:
    """Two or more of the dead of equal rates, the shamblers a quarter of a turn behind."""
    made = scene(art)
    for name, theta in (("f", QUARTER), ("s", 0), ("c", QUARTER)):
        if name in made.who:
            made.set(Pulse, name, rate=1000, theta=theta).set(Mind, name, mood=mood, since=-9999)
            made.set(Senses, name, spot=made.pos(name), **senses)
    made.world.resource(Clock).tick = OFFSET
    return made


def test_the_table_is_the_sine() -> None:
    turn = np.arange(STEPS) * 2 * np.pi / STEPS
    assert np.abs(SINES - np.sin(turn) * ONE).max() <= 0.51


def test_order_is_one_for_all_as_one_and_small_for_any() -> None:
    assert order(np.full(50, 12345, np.uint16)) == pytest.approx(1, abs=1e-3)
    assert order(np.arange(0, 65536, 64).astype(np.uint16)) < 1e-3
    assert order(np.empty(0, np.uint16)) == 0


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_room_of_sixty_sleepers_breathes_in_step_after_ten_seconds(seed: int) -> None:
    orders = breathe(room(60, Mood.ASLEEP, seed), 14 * 60)
    assert orders[0] < 0.4
    assert orders[11] > 0.85
    assert min(orders[11:]) > 0.8


def test_without_coupling_they_never_do() -> None:
    assert max(breathe(room(60, Mood.ASLEEP, without="coupling"), 14 * 60)) < 0.45


def test_the_waking_are_drawn_together_less_than_sleepers() -> None:
    assert breathe(room(60, Mood.IDLE), 481)[8] < breathe(room(60, Mood.ASLEEP), 481)[8] - 0.1


def test_one_alone_keeps_its_own_rate() -> None:
    made = scene("#####\n#.s.#\n#####")
    made.world.resource(Clock).tick = OFFSET
    before, rate = (int(each[0]) for each in (made.of(Pulse, "s").theta, made.of(Pulse, "s").rate))
    made.run(120, beat, muster)
    drift = (int(made.of(Pulse, "s").theta[0]) - before - 120 * rate + 32768) % 65536 - 32768
    assert abs(drift) < 250  # the table's fineness
    assert rate == pytest.approx(0.8 * 65536 / 60, rel=0.17)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_neighbours_fall_into_step(k: int) -> None:
    made = two(turned("###########\n#...f.s...#\n###########", k))
    made.seconds(4, beat, muster)
    assert abs(apart(made, "f", "s")) < 0.05


@pytest.mark.parametrize(
    "art",
    [
        "###########\n#...f#s...#\n###########",
        "####\n#f.#\n##.#\n" + "##.#\n" * 26 + "##.#\n#s.#\n####",
        "#####\n#f#.#\n##s.#\n#####",
    ],
    ids=["behind a wall", "far off", "across a corner"],
)
@pytest.mark.parametrize("k", SYMMETRIES)
def test_who_is_out_of_earshot_keeps_apart(art: str, k: int) -> None:
    made = two(turned(art, k))
    made.seconds(4, beat, muster)
    assert apart(made, "f", "s") == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize("leaf", [".", "+"])
def test_a_door_open_or_shut_parts_nobody(leaf: str) -> None:
    made = two(f"###########\n#...f{leaf}s...#\n###########")
    made.seconds(4, beat, muster)
    assert abs(apart(made, "f", "s")) < 0.05


def test_hunters_are_not_drawn_by_the_calm() -> None:
    made = two("###########\n#...f.s...#\n###########").set(Mind, "f", mood=Mood.HUNT)
    made.seconds(4, beat, muster)
    assert apart(made, "f", "s") == pytest.approx(0.25, abs=0.01)


def led(without: str = "") -> tuple[int, int]:
    """By how much a crowd in step catches up with its caller, and the caller falls back, in 1.5 s."""
    art = "################\n#c.ssssssssss..#\n#..ssssssssss..#\n################"
    made = scene(art, rules=Rules(without=frozenset({without} - {""})))
    everybody = [*made.all["c"], *made.all["s"]]
    with made.world.edit(Pulse, everybody) as pulse:
        pulse.rate[...], pulse.theta[...] = 1000, 0
    with made.world.edit(Mind, everybody) as mind:
        mind.mood[...], mind.since[...] = Mood.HUNT, -9999
    with made.world.edit(Senses, everybody) as senses:
        senses.spot[...] = (5, 1)
    made.set(Pulse, "c", theta=QUARTER)
    made.world.resource(Clock).tick = OFFSET
    made.run(90, beat, muster)
    caller, crowd = (int(made.of(Pulse, name).theta[0]) - 90 * 1000 for name in "cs")
    return (crowd + 32768) % 65536 - 32768, QUARTER - ((caller + 32768) % 65536 - 32768)


def test_hunters_follow_their_caller_more_than_it_follows_them() -> None:
    caught_up, fell_back = led()
    assert 0 < 3 * fell_back < caught_up < QUARTER


def test_without_a_callers_pull_they_are_drawn_by_one_another_alone() -> None:
    assert led("caller")[0] < led()[0] / 3


def test_a_group_is_measured_by_its_hunters_alone() -> None:
    made = two("##########\n#c.s.f...#\n##########", Mood.HUNT).set(Mind, "f", mood=Mood.IDLE)
    made.run(9, beat, muster)
    (group,) = made.world.resource(Order).groups
    thetas = np.concatenate([made.of(Pulse, name).theta for name in "cs"])
    assert group.hunters == 2
    assert group.order == pytest.approx(order(thetas), abs=0.01)
    assert most_in_step(made.world, 2) == pytest.approx(group.order, abs=0.01)
    assert most_in_step(made.world, 3) == 0


def test_the_report_knows_the_highest_order_of_those_who_breathe_together() -> None:
    world = room(60, Mood.HUNT)
    assert most_in_step(world, 24) < 0.5
    assert most_in_step(world, 61) == 0
    with world.edit(Pulse, world.table["Entity.id"][world.span(DEAD)]) as pulse:
        pulse.theta[...] = 5000
    assert most_in_step(world, 24) == pytest.approx(1, abs=0.01)


# -- nooks -----------------------------------------------------------------------------------------


def cut(art: str, cell: int = 8) -> Nooks:
    return nooks_of(sketch(art), cell)


def test_in_the_open_every_cell_is_a_nook_and_reaches_the_eight_around() -> None:
    nooks = cut("\n".join(["." * 40] * 40))
    assert nooks.count == 25
    degree = np.bincount(nooks.around[0])
    assert sorted(set(degree.tolist())) == [4, 6, 9]
    assert nooks.reach(0, 2).sum() == 9


def test_a_wall_parts_a_cell_in_two_nooks() -> None:
    nooks = cut("........\n........\n########\n........")
    assert nooks.count == 2
    assert nooks.sums(np.array([0, 0, 1]), np.array([3, 4, 5])).tolist() == [7, 5, 0]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(st.sampled_from("..#"), min_size=12, max_size=12), min_size=9, max_size=9))
def test_whom_one_reaches_reaches_one_too(rows: list[list[str]]) -> None:
    nooks = cut("\n".join("".join(row) for row in [["#"] * 12, *rows, ["#"] * 11 + ["."]]), cell=4)
    for one, other in (nooks.beside, nooks.around):
        pairs = list(zip(one.tolist(), other.tolist(), strict=True))
        assert sorted((b, a) for a, b in pairs) == pairs
        assert {(number, number) for number in range(nooks.count)} <= {*pairs}
