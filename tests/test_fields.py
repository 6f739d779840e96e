"""Shortest ways, and the pool of fields many share."""

from __future__ import annotations

import heapq

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray
from scenes import SYMMETRIES, Scene, scene, turned

from game.data.tuning import load_tuning
from game.sim.resource_fields import SLOTS, Fields
from game.sim.resources import NEIGHBOURS, Clock, Ground
from game.sim.think.fields import lead, route_fields
from game.sim.waves import NO_WAY, STEP_COST, UNREACHED, Wave, descend, distance_field

MAPS = arrays(np.bool_, (9, 12), elements=st.booleans())
COSTS = arrays(np.int32, (9, 12), elements=st.integers(1, 5))


def linked(solid: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Links of a map of whole tiles, never across a corner."""
    free = np.pad(~solid, 1)
    high, wide = solid.shape

    def at(dx: int, dy: int) -> NDArray[np.bool_]:
        return free[1 + dy : 1 + dy + high, 1 + dx : 1 + dx + wide]

    links = np.zeros(solid.shape, np.uint8)
    for way, (dx, dy) in enumerate(NEIGHBOURS):
        links |= (at(0, 0) & at(dx, dy) & at(dx, 0) & at(0, dy)).astype(np.uint8) << np.uint8(way)
    return links


def dijkstra(links: NDArray[np.uint8], goal: tuple[int, int], cost: NDArray[np.int32]) -> NDArray[np.int32]:
    """The textbook, as a judge."""
    best = np.full(links.shape, UNREACHED, np.int32)
    best[goal[1], goal[0]] = 0
    queue = [(0, goal)]
    while queue:
        value, (x, y) = heapq.heappop(queue)
        for way, (dx, dy) in enumerate(NEIGHBOURS):
            if links[y, x] >> way & 1:
                there = value + int(STEP_COST[way] * cost[y + dy, x + dx])
                if there < best[y + dy, x + dx]:
                    best[y + dy, x + dx] = there
                    heapq.heappush(queue, (there, (x + dx, y + dy)))
    return best


@given(MAPS, COSTS, st.integers(0, 11), st.integers(0, 8))
def test_distances_are_dijkstras(solid: NDArray[np.bool_], cost: NDArray[np.int32], x: int, y: int) -> None:
    links = linked(solid)
    assert (distance_field(links, [(x, y)], cost) == dijkstra(links, (x, y), cost)).all()


@given(MAPS, st.lists(st.tuples(st.integers(0, 11), st.integers(0, 8)), min_size=1, max_size=4))
def test_whoever_follows_the_ways_arrives_by_the_shortest(
    solid: NDArray[np.bool_], goals: list[tuple[int, int]]
) -> None:
    links = linked(solid)
    distance = distance_field(links, goals)
    ways = descend(distance, links)
    for y, x in np.argwhere((distance > 0) & (distance < UNREACHED)).tolist():
        dx, dy = NEIGHBOURS[ways[y, x]]
        assert links[y, x] >> ways[y, x] & 1
        assert distance[y + dy, x + dx] + STEP_COST[ways[y, x]] == distance[y, x]
    assert (ways[(distance == 0) | (distance == UNREACHED)] == NO_WAY).all()


@settings(max_examples=30)
@given(MAPS, st.integers(0, 11), st.integers(0, 8), st.integers(0, 80))
def test_a_wave_with_a_reach_goes_no_farther_and_is_right_within(
    solid: NDArray[np.bool_], x: int, y: int, reach: int
) -> None:
    links = linked(solid)
    whole = distance_field(links, [(x, y)]).reshape(-1)
    near = Wave.start(links.size, np.array([y * 12 + x]), reach).run(links.reshape(-1), 12)
    assert (near == np.where(whole <= reach, whole, UNREACHED)).all()


HOUSE = """
    ############
    #a....#....#
    #.###.#.##.#
    #.#...+..#b#
    #.#####..#.#
    #........#c#
    ############
"""


def tile(made: Scene, name: str) -> int:
    x, y = made.tile(name)
    return y * made.world.resource(Fields).width + x


def ask(made: Scene, start: str, goal: str) -> int:
    """Ask for the way once."""
    fields, clock = made.world.resource(Fields), made.world.resource(Clock)
    one, other = np.array([tile(made, start)]), np.array([tile(made, goal)])
    return int(lead(fields, one, other, np.array([True]), clock.tick)[0])


def wait(made: Scene, start: str, goal: str) -> int:
    """Ask every tick until there is an answer; return the way."""
    for _ in range(200):
        made.run(1, route_fields)
        if (way := ask(made, start, goal)) != NO_WAY:
            return way
    return NO_WAY


def test_the_answer_comes_once_the_field_is_complete_never_before() -> None:
    made = scene(HOUSE).run(1, route_fields)
    fields = made.world.resource(Fields)
    assert ask(made, "a", "b") == NO_WAY
    assert wait(made, "a", "b") != NO_WAY
    judge = distance_field(fields.links.reshape(7, 12), [made.tile("b")], fields.cost.reshape(7, 12))
    slot = fields.slot_of[tile(made, "b")]
    assert (np.minimum(judge.reshape(-1), 65535) == fields.distance[slot]).all()


def test_the_work_of_a_tick_is_fixed_and_the_result_does_not_depend_on_it() -> None:
    big = "#" * 60 + "\n" + ("#a" + "." * 57 + "#\n") * 30 + "#" * 58 + "b#"
    made = scene(big).run(1, route_fields)
    ask(made, "a", "a")
    waves = 0
    for _ in range(50):
        made.run(1, route_fields)
        waves += made.world.resource(Fields).wave is not None
        ask(made, "a", "a")
    assert 2 < waves < 40
    assert load_tuning().paths.cells == 350


def test_goals_worked_on_together_have_each_the_field_it_would_have_alone() -> None:
    made = scene(HOUSE).run(1, route_fields)
    fields, ground = made.world.resource(Fields), made.world.resource(Ground)
    goals = [tile(made, name) for name in "abc"]
    fields.ask(np.array(goals), made.world.resource(Clock).tick)
    made.run(20, route_fields)
    high, wide = ground.solid.shape
    for goal in goals:
        links, cost = fields.links.reshape(high, wide), fields.cost.reshape(high, wide)
        judge = distance_field(links, [(goal % wide, goal // wide)], cost)
        slot = int((fields.goal == goal).nonzero()[0][0])
        assert (np.minimum(judge.reshape(-1), 65535) == fields.distance[slot]).all()


def test_goals_side_by_side_share_a_field_until_somebody_wants_his_own() -> None:
    made = scene(HOUSE)
    wait(made, "a", "b")
    fields = made.world.resource(Fields)
    assert fields.slot_of[tile(made, "c")] == fields.slot_of[tile(made, "b")]
    wait(made, "a", "c")
    for _ in range(20):
        ask(made, "a", "c")
        made.run(1, route_fields)
    assert fields.slot_of[tile(made, "c")] != fields.slot_of[tile(made, "b")]


def test_a_goal_nobody_asks_for_any_more_is_not_worked_on() -> None:
    made = scene(HOUSE).run(1, route_fields)
    ask(made, "a", "b")
    made.world.resource(Clock).tick += 100
    made.run(30, route_fields)
    assert (made.world.resource(Fields).goal == -1).all()


def test_the_pool_forgets_the_field_longest_unused() -> None:
    made = scene("#" * 40 + "\n#" + "." * 38 + "#\n" + "#" * 40)
    fields, clock = made.world.resource(Fields), made.world.resource(Clock)
    made.run(1, route_fields)
    for x in range(1, SLOTS + 3):
        for _ in range(8):
            fields.ask(np.array([40 + x]), clock.tick)
            made.run(1, route_fields)
    assert 41 not in fields.goal
    assert 40 + SLOTS + 2 in fields.goal


@pytest.mark.parametrize("k", SYMMETRIES)
def test_the_way_leads_through_a_shut_door_when_the_way_round_is_long(k: int) -> None:
    made = scene(turned("########\n#a...+b#\n########", k))
    assert wait(made, "a", "b") != NO_WAY
    assert made.world.resource(Ground).links[made.tile("b")[1], made.tile("b")[0]] == 0


def test_and_round_it_when_that_is_short() -> None:
    made = scene("#######\n#a.+.b#\n#.....#\n#######")
    assert NEIGHBOURS[wait(made, "a", "b")][1] == 1


def test_what_cannot_be_reached_has_no_way_and_costs_little() -> None:
    made = scene("#######\n#a.#.b#\n#######")
    assert wait(made, "a", "b") == NO_WAY
    assert made.world.resource(Fields).wave is None


def test_a_restored_pool_goes_on_as_it_was() -> None:
    made = scene(HOUSE).run(1, route_fields)
    ask(made, "a", "b")
    before = made.world.snapshot()
    first = wait(made, "a", "b"), made.world.checksum()
    made.world.restore(before)
    assert (wait(made, "a", "b"), made.world.checksum()) == first
