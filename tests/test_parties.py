"""Parties: pairs that go where a lost foe most likely is, each somewhere else."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.tuning import load_tuning
from game.sim.components import Body, Mind, Mood, Plan, Senses, Task
from game.sim.happenings import Cause, Habit, Noticed
from game.sim.resource_belief import Beliefs, Parties
from game.sim.resource_lessons import Lessons
from game.sim.resource_scent import Trails
from game.sim.think.belief import believe
from game.sim.think.fields import route_fields
from game.sim.think.minds import dead_minds
from game.sim.think.parties import EVERY, Band, gather, send_parties

SEARCH = load_tuning().search
MINDS = (route_fields, believe, send_parties, dead_minds)
PLAIN = """
##########################
#.ss..........#..........#
#.ss..........#..........#
#.......x................#
#.............#..........#
#.............#.........@#
##########################
"""
FORK = """
###################
#.....#####.......#
#.....#####.......#
#..ss.x...........#
#.....#####.......#
#.....#####......@#
###################
"""


def lost(art: str, **want: Any) -> Scene:
    """A scene whose shamblers search the player, last seen at ``x``."""
    made = scene(art, **want)
    for each in made.all["s"]:
        with made.world.edit(Mind, each) as mind, made.world.edit(Senses, each) as senses:
            mind.mood[...], mind.foe[...], mind.mood_until[...] = Mood.SEARCH, made.who["@"], 700
            senses.spot[...], senses.spot_at[...] = made.pos("x"), 0
    return made


def of_all(made: Scene, kind: type, name: str) -> NDArray[Any]:
    """A column of all shamblers."""
    rows = made.world.resolve(np.array(made.all["s"]))[0]
    found: np.ndarray[tuple[int, ...], np.dtype[np.float32]] = made.world.table[f"{kind.__name__}.{name}"][
        rows
    ]
    return found


def band(*places: tuple[float, float], pace: tuple[float, ...] = ()) -> Band:
    count = len(places)
    paces = np.array(pace or [1.65] * count, np.float32)
    return Band(np.arange(1, count + 1, dtype=np.int64), np.array(places, np.float32), paces)


def groups(party: NDArray[np.intp]) -> list[list[int]]:
    """Who goes with whom."""
    return sorted(np.flatnonzero(party == each).tolist() for each in np.unique(party))


# -- who goes with whom --------------------------------------------------------------------------


def test_neighbours_make_a_pair() -> None:
    party, new = gather(Parties(), band((2, 2), (30, 30), (3, 2), (31, 30)), 12)
    assert groups(party) == [[0, 2], [1, 3]]
    assert new.all()


def test_the_quick_go_with_the_quick() -> None:
    party, _ = gather(Parties(), band((2, 2), (3, 2), (2, 2), (3, 2), pace=(1.65, 3.15, 3.15, 1.65)), 12)
    assert groups(party) == [[0, 3], [1, 2]]


def test_pairs_stay_together_and_who_is_new_makes_another() -> None:
    parties, first = Parties(), band((2, 2), (3, 2))
    gather(parties, first, 12)
    parties.goal[0] = 77
    party, new = gather(parties, band((2, 2), (30, 2), (3, 3)), 12)
    assert groups(party) == [[0, 1], [2]]
    assert new.tolist() == [False, False, True]
    assert parties.goal.tolist() == [77, -1]


def test_a_party_of_whom_nobody_is_left_is_forgotten() -> None:
    parties = Parties()
    gather(parties, band((2, 2), (3, 2), (30, 2), (31, 2)), 12)
    parties.goal[...] = parties.party[[0, 2]] * 10
    left = band((2, 2), (3, 2), (30, 2), (31, 2))
    party, _ = gather(parties, Band(left.ids[2:], left.pos[2:], left.pace[2:]), 12)
    assert party.tolist() == [0, 0]
    assert parties.goal.tolist() == [10]


def test_along_a_lane_neighbours_follow_one_another() -> None:
    party, _ = gather(Parties(), band((2, 2), (40, 3), (20, 2), (41, 2), (3, 3), (21, 3)), 12)
    assert groups(party) == [[0, 4], [1, 3], [2, 5]]


def test_many_make_larger_parties_and_latecomers_join_the_nearest() -> None:
    parties = Parties()
    many = [(2.0 + 20 * (i // 10), 2.0) for i in range(40)]
    party, _ = gather(parties, band(*many), 4)
    assert np.bincount(party).tolist() == [10, 10, 10, 10]
    party, new = gather(parties, band(*many, (63, 3)), 4)
    assert party[40] == party[39]
    assert new.sum() == 1


# -- where they go -------------------------------------------------------------------------------


def test_two_pairs_go_to_two_places() -> None:
    made = lost(PLAIN)
    made.run(200, *MINDS)
    goals = np.unique(of_all(made, Plan, "goal"), axis=0)
    assert len(goals) == 2
    assert np.abs(goals[0] - goals[1]).max() >= SEARCH.apart_tiles / 2
    assert (of_all(made, Plan, "task") == Task.SEARCH).all()


def test_the_log_says_once_a_goal_who_was_sent() -> None:
    made = lost(PLAIN)
    seen, told = dict.fromkeys(made.all["s"], (0.0, 0.0)), 0
    for _ in range(400):
        made.run(1, *MINDS)
        for each, goal in zip(made.all["s"], of_all(made, Plan, "goal").tolist(), strict=True):
            told += tuple(goal) != seen[each]
            seen[each] = tuple(goal)
    orders = [row for row in made.heard(Noticed) if row["why"] == Cause.ORDER]
    assert told <= len(orders) <= 400 // EVERY * 4
    assert {row["foe"] for row in orders} == {made.who["@"]}
    assert {row["mood"] for row in orders} == {Mood.SEARCH}


@pytest.mark.parametrize("k", SYMMETRIES)
def test_they_go_through_the_gap_to_the_side_they_have_not_seen(k: int) -> None:
    made = lost(turned(FORK, k))
    start = of_all(made, Body, "pos").copy()
    made.seconds(8)
    moved = (of_all(made, Body, "pos") - start) @ np.array(way((1, 0), k))
    assert moved.min() > 4


def test_a_goal_is_kept_while_it_is_worth_it() -> None:
    made = lost(PLAIN)
    made.run(80, *MINDS)
    belief = made.world.resource(Beliefs).lost[0]
    goal, since = belief.parties.goal.copy(), belief.parties.since.copy()
    belief.parties.worth[...] = 0  # nothing is worth less than nothing
    made.run(EVERY, believe, send_parties)
    assert (belief.parties.goal == goal).all()
    belief.parties.worth[...] = 9  # and everything less than so much
    made.run(EVERY, believe, send_parties)
    assert (belief.parties.since > since).all()


def test_who_is_stuck_on_its_way_goes_elsewhere() -> None:
    made = lost(PLAIN)
    made.run(200, believe, send_parties)
    belief = made.world.resource(Beliefs).lost[0]
    goal = belief.parties.goal.copy()
    belief.parties.since[...] = 200  # not for the time alone
    belief.parties.worth[...] = 0
    belief.parties.moved_at[...] = 200
    made.run(EVERY, believe, send_parties)
    assert (belief.parties.goal == goal).all()
    made.run(120, believe, send_parties)
    far = [belief.window.tile(int(each)) for each in (goal[0], belief.parties.goal[0])]
    assert np.abs(np.subtract(far[0], far[1])).max() >= SEARCH.apart_tiles / 2


def test_together_they_search_on_until_the_search_is_over() -> None:
    made = lost(PLAIN)
    made.run(700, believe, send_parties)
    assert of_all(made, Mind, "mood_until").min() > 700
    made.run(int(SEARCH.search_s * 60) - 700 + 60, believe, send_parties)
    assert of_all(made, Mind, "mood_until").max() <= SEARCH.search_s * 60


def test_a_few_give_up_as_each_would_alone() -> None:
    made = lost(PLAIN.replace("ss", "s.", 1))
    assert len(made.all["s"]) == SEARCH.crowd - 1
    made.run(300, believe, send_parties)
    assert (of_all(made, Mind, "mood_until") == 700).all()


def test_who_knows_of_hiding_searches_longer_and_by_twos() -> None:
    made = lost(PLAIN.replace("ss", "s.", 1))
    made.world.resource(Lessons).is_known[Habit.HIDE] = True
    made.run(int(SEARCH.search_s * 60) + 60, believe, send_parties)
    assert of_all(made, Mind, "mood_until").min() > SEARCH.search_s * 60


def test_who_sees_somebody_is_not_sent() -> None:
    made = lost(PLAIN)
    made.run(44, *MINDS)
    made.set(Senses, "s", seen=5)
    made.run(60, believe, send_parties)
    assert made.of(Plan, "s").task[0] == Task.NONE


def test_who_follows_a_scent_is_not_sent() -> None:
    made = lost(PLAIN)
    made.world.resource(Trails).trackers = np.array(sorted(made.all["s"])[:1], np.int64)
    made.run(100, believe, send_parties)
    assert sorted(of_all(made, Plan, "task").tolist()) == [Task.NONE, *[Task.SEARCH] * 3]


def test_sleepers_and_hunters_are_not_sent() -> None:
    made = lost(PLAIN)
    made.set(Mind, "s", mood=Mood.ASLEEP)
    made.run(100, believe, send_parties)
    assert made.of(Plan, "s").task[0] == Task.NONE


def test_they_find_who_hides_in_the_next_room() -> None:
    made = lost(PLAIN)
    made.seconds(30)
    assert [row for row in made.heard(Noticed) if row["why"] == Cause.SIGHT]
