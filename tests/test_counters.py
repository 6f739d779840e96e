"""What the dead do about a lesson: those who are not in contact."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.tuning import Rules, load_tuning
from game.sim.act.motion import accelerate, move
from game.sim.components import Body, Drive, Lamp, Mind, Mood, Plan, Senses, Sort, Task
from game.sim.happenings import Cause, Habit, Heard, Noise, Noticed
from game.sim.resource_lessons import Lessons
from game.sim.resources import Clock, Ground
from game.sim.sense.hearing import hear
from game.sim.sense.sight import see
from game.sim.sense.witness import witness
from game.sim.think.counters import EVERY, counter
from game.sim.think.fields import route_fields
from game.sim.think.minds import dead_minds

MOVES = (accelerate, move)
COUNTERS = load_tuning().counters
HALL = """
    ##########################
    #s......................p#
    #s.......................#
    #s......................@#
    #s.......................#
    ##########################
"""
LONG = """
    ######################
    #ffffffssss..........#
    #ffffffssss..........#
    ######################
"""
YARD = """
    ###############
    #.............#
    #.............#
    #......s...@..#
    #.............#
    #.............#
    ###############
"""


def knowing(made: Scene, *habits: Habit) -> Scene:
    """They have taken up these lessons."""
    made.world.resource(Lessons).is_known[list(habits)] = True
    return made


def use(made: Scene, at: tuple[float, float], much: float = 1.0, *, found: bool = False) -> Scene:
    """A place is known to be used, or to hide somebody."""
    lessons = made.world.resource(Lessons)
    zone, places = lessons.zone(np.array(at)), lessons.places
    spots, worth = (places.find_spot, places.finds) if found else (places.spot, places.use)
    spots[zone], worth[zone] = at, much
    return made


def sent(made: Scene, name: str = "s") -> list[dict[str, Any]]:
    """Task and goal of everybody of a letter."""
    rows, _ = made.world.resolve(np.array(made.all[name]))
    plan = made.world.view(Plan, rows)
    return [
        {"task": int(task), "goal": tuple(goal)}
        for task, goal in zip(plan.task.tolist(), plan.goal.tolist(), strict=True)
    ]


def moods(made: Scene, name: str, **values: Any) -> Scene:
    """Set the minds of everybody of a letter."""
    with made.world.edit(Mind, made.all[name]) as mind:
        for key, value in values.items():
            getattr(mind, key)[...] = value
    return made


@pytest.mark.parametrize("k", SYMMETRIES)
def test_who_idles_goes_to_the_place_most_used(k: int) -> None:
    made = knowing(scene(turned(HALL, k)), Habit.ROUTE)
    x, y = made.pos("p")
    made = use(made, (x, y)).seconds(14, counter, route_fields, dead_minds, *MOVES)
    rows, _ = made.world.resolve(np.array(made.all["s"]))
    away = made.world.view(Body, rows).pos - np.array((x, y))
    near = np.sqrt((away * away).sum(axis=1)) < 4
    assert near.sum() >= 3  # they stroll about there


@pytest.mark.parametrize(("habit", "found"), [(Habit.ROUTE, False), (Habit.HIDE, True)])
def test_nobody_is_sent_without_the_lesson(habit: Habit, found: bool) -> None:  # noqa: FBT001 - a parameter
    other = knowing(scene(HALL), Habit.HIDE if habit is Habit.ROUTE else Habit.ROUTE)
    assert all(not each["task"] for each in sent(use(other, (24, 3), found=found).run(EVERY, counter)))
    made = use(knowing(scene(HALL), habit), (24, 3), found=found).run(EVERY, counter)
    assert {each["task"] for each in sent(made)} == {int(Task.CHECK)}


def test_who_is_sent_says_so_once() -> None:
    made = use(knowing(scene(HALL), Habit.ROUTE), (24, 3)).run(4 * EVERY, counter)
    told = [each["who"] for each in made.heard(Noticed) if each["why"] == Cause.ORDER]
    assert len(told) == len(set(told)) == 4


@pytest.mark.parametrize("mood", [Mood.HUNT, Mood.ASLEEP, Mood.SUSPECT])
def test_who_does_not_idle_holds_no_place(mood: Mood) -> None:
    made = moods(use(knowing(scene(HALL), Habit.ROUTE), (24, 3)), "s", mood=mood)
    assert all(not each["task"] for each in sent(made.run(EVERY, counter)))


def test_a_place_is_held_by_so_many_and_no_more() -> None:
    crowd = "#" * 26 + "\n" + ("#" + "s" * 8 + "." * 15 + "@#\n") * 4 + "#" * 26
    made = use(knowing(scene(crowd), Habit.ROUTE), (24, 3)).run(4 * EVERY, counter)
    assert sum(each["task"] == Task.CHECK for each in sent(made)) == COUNTERS.post_size


@pytest.mark.parametrize("k", SYMMETRIES)
def test_who_is_sent_hurries_as_in_a_hunt(k: int) -> None:
    made = knowing(scene(turned(HALL, k)), Habit.ROUTE)
    made = use(made, made.pos("p")).run(EVERY + 2, counter, route_fields, dead_minds)
    want = made.world.view(Drive, made.world.resolve(np.array(made.all["s"]))[0]).want
    hunt = load_tuning().bestiary.hunt[Sort.SHAMBLER] * COUNTERS.haste
    assert np.sqrt((want * want).sum(axis=1)).max() == pytest.approx(hunt, rel=1e-3)


def test_without_learning_nothing_is_countered() -> None:
    rules = Rules(without=frozenset({"learning"}))
    made = use(knowing(scene(HALL, rules=rules), Habit.ROUTE), (24, 3)).run(EVERY, counter)
    assert all(not each["task"] for each in sent(made))


def test_those_hold_a_place_who_are_there_soonest() -> None:
    made = use(knowing(scene(LONG), Habit.ROUTE), (20.5, 1.5)).run(EVERY, counter)
    assert [each["task"] for each in sent(made, "f")] == [int(Task.CHECK)] * COUNTERS.post_size
    assert not any(each["task"] for each in sent(made))


@pytest.mark.parametrize(("home", "goes"), [(2.0, True), (9.0, False)])
def test_who_holds_a_place_goes_for_a_noise_at_once(home: float, goes: bool) -> None:  # noqa: FBT001 - a parameter
    made = use(knowing(scene(HALL), Habit.ROUTE), (3.5, 2.5))
    moods(made, "s", mood=Mood.SUSPECT, mood_until=999, goal=(20.5, 2.5), home=(home, 2.5)).run(
        EVERY, counter
    )
    rows, _ = made.world.resolve(np.array(made.all["s"]))
    searches = made.world.view(Mind, rows).mood == Mood.SEARCH
    assert searches.all() if goes else not searches.any()
    assert all((each["task"] == Task.CHECK) == goes for each in sent(made))


# -- bottles ---------------------------------------------------------------------------------------


def bottle(made: Scene, *, known: bool) -> set[tuple[float, float]]:
    """A bottle breaks in the hall; where each of them then means to look."""
    lessons = made.world.resource(Lessons)
    if known:
        lessons.note(np.array((24.5, 3.5), np.float32), made.world.resource(Clock).tick)
    made.world.events.emit(
        Noise, pos=np.array([(6.5, 3.5)]), loudness=14, heard=Heard.BOTTLE, source=made.who["@"], side=2
    )
    made.run(1, hear, witness, counter)
    rows, _ = made.world.resolve(np.array(made.all["s"]))
    senses = made.world.view(Senses, rows)
    return {tuple(spot) for spot in senses.heard_spot[senses.loud > 0].tolist()}


def test_all_look_at_a_bottle_until_they_know_better() -> None:
    assert bottle(scene(HALL), known=True) == {(6.5, 3.5)}


def test_one_looks_at_the_bottle_and_the_others_where_it_came_from() -> None:
    made = knowing(scene(HALL), Habit.THROW)
    assert bottle(made, known=True) == {(6.5, 3.5), (24.5, 3.5)}
    rows, _ = made.world.resolve(np.array(made.all["s"]))
    assert (made.world.view(Senses, rows).heard_spot[:, 0] == 6.5).sum() == 1


def test_without_a_place_it_came_from_the_others_stay() -> None:
    made = knowing(scene(HALL), Habit.THROW)
    assert bottle(made, known=False) == {(6.5, 3.5)}
    rows, _ = made.world.resolve(np.array(made.all["s"]))
    assert (made.world.view(Senses, rows).loud > 0).sum() == 1


def looked_there(made: Scene) -> None:
    """All of them have taken in what they heard."""
    with made.world.edit(Senses, made.all["s"]) as senses:
        senses.loud[...] = 0


def test_a_second_bottle_at_once_takes_in_those_who_saw_through_the_first() -> None:
    made = knowing(scene(HALL), Habit.THROW)
    bottle(made, known=True)
    looked_there(made.run(60, counter))
    assert bottle(made, known=True) == {(6.5, 3.5)}
    assert all(not each["task"] for each in sent(made))


def test_a_bottle_some_time_after_another_takes_in_nobody() -> None:
    made = knowing(scene(HALL), Habit.THROW)
    bottle(made, known=True)
    looked_there(made.seconds(3, counter))
    assert (24.5, 3.5) in bottle(made, known=True)


# -- coming beside the aim -------------------------------------------------------------------------


def hunting(made: Scene) -> Scene:
    """The shambler hunts the player in plain sight."""
    made.set(Mind, "s", mood=Mood.HUNT, foe=made.who["@"])
    return made.set(Senses, "s", seen=made.who["@"], spot=made.pos("@"), spot_at=0, detect=1)


def test_they_come_at_a_gun_weaving() -> None:
    made = hunting(knowing(scene(YARD), Habit.GUN))
    sides = []
    for _ in range(4):
        made.run(EVERY, counter)
        sides.append(float(made.of(Plan, "s").aside[0]))
    assert sides[0] == -sides[1] == sides[2] == -sides[3] != 0


@pytest.mark.parametrize("k", SYMMETRIES)
def test_they_come_at_a_torch_on_the_side_they_are_on(k: int) -> None:
    made = scene(turned(YARD, k)).set(Lamp, "@", is_on=True)
    made.set(Body, "@", heading=way((-0.98, 0.2), k))  # the beam lies a little below the shambler
    made = hunting(knowing(made, Habit.LIGHT))
    made.run(EVERY, counter)
    x, y = made.pos("s")
    aside = float(made.of(Plan, "s").aside[0])
    toward = np.array(made.pos("@")) - (x, y)
    right = np.array((-toward[1], toward[0])) * aside
    assert right @ np.array(way((0, -1), k)) > 0


def test_a_torch_that_is_off_or_turned_away_is_come_at_straight() -> None:
    for is_on, heading in ((False, (-1, 0)), (True, (1, 0))):
        made = scene(YARD).set(Lamp, "@", is_on=is_on).set(Body, "@", heading=heading)
        made = hunting(knowing(made, Habit.LIGHT)).run(EVERY, counter)
        assert made.of(Plan, "s").aside[0] == 0


def test_who_is_told_to_come_beside_its_aim_walks_aside_until_it_is_in_contact() -> None:
    made = hunting(scene(YARD)).set(Plan, "s", aside=2.0).run(2, see, route_fields, dead_minds)
    assert made.of(Drive, "s").want[0, 1] > 0.3
    made = hunting(scene(YARD.replace("s...@", "...s@"))).set(Plan, "s", aside=2.0)
    assert abs(made.run(2, see, route_fields, dead_minds).of(Drive, "s").want[0, 1]) < 0.1


def test_the_order_to_come_beside_ends_with_the_lesson() -> None:
    made = hunting(knowing(scene(YARD), Habit.GUN)).run(EVERY, counter)
    made.world.resource(Lessons).is_known[:] = False
    assert made.run(EVERY, counter).of(Plan, "s").aside[0] == 0


# -- runners ---------------------------------------------------------------------------------------

STREET = """
    ##############################
    #..s.........................#
    #.@..................s.......#
    #............................#
    ##############################
"""


def running(made: Scene, x: float, vel: tuple[float, float] = (5, 0)) -> Scene:
    """They saw the player run, a moment ago."""
    lessons = made.world.resource(Lessons)
    lessons.note(np.array((x, 2.5), np.float32), 0)
    lessons.way, lessons.seen_at = np.array(vel, np.float32), 0
    return made


def test_who_can_be_there_first_goes_where_a_runner_will_be() -> None:
    made = running(knowing(scene(STREET), Habit.RUN), 3.0).run(EVERY, counter)
    behind, ahead = sent(made)
    assert not behind["task"]
    assert ahead["task"] == Task.CHECK
    assert ahead["goal"][0] > 12


@pytest.mark.parametrize("vel", [(0, 0), (3, 0)], ids=["stands", "walks"])
def test_who_does_not_run_is_not_cut_off(vel: tuple[float, float]) -> None:
    made = running(knowing(scene(STREET), Habit.RUN), 3.0, vel).run(EVERY, counter)
    assert all(not each["task"] for each in sent(made))


def test_who_sees_the_runner_goes_on_hunting() -> None:
    made = running(knowing(scene(STREET), Habit.RUN), 3.0)
    with made.world.edit(Senses, made.all["s"]) as senses:
        senses.seen[...] = made.who["@"]
    assert all(not each["task"] for each in sent(made.run(EVERY, counter)))


# -- shots and torches from afar -------------------------------------------------------------------

SQUARE = """
    #########################
    #s..........s..........s#
    #.......................#
    #.......................#
    #.......................#
    #.......................#
    #.......................#
    #s..........@..........s#
    #.......................#
    #.......................#
    #.......................#
    #.......................#
    #.......................#
    #s..........s..........s#
    #########################
"""


def told_of(made: Scene, habit: Habit, *, seconds_ago: float = 0.0, heading: tuple[float, float]) -> Scene:
    """They know of a shot or a torch where the player stands, and which way the player looked."""
    made.world.resource(Clock).tick = 240
    lessons = knowing(made, habit).world.resource(Lessons)
    lessons.sign[habit], lessons.sign_at[habit] = made.pos("@"), 240 - round(60 * seconds_ago)
    lessons.heading, lessons.seen_at = np.array(heading, np.float32), 240
    return made.run(EVERY, counter)


@pytest.mark.parametrize("habit", [Habit.GUN, Habit.LIGHT])
@pytest.mark.parametrize("k", range(4))
def test_they_come_from_all_sides_but_the_one_looked_at(habit: Habit, k: int) -> None:
    looks = way((1, 0), k)
    made = told_of(scene(turned(SQUARE, k)), habit, heading=looks)
    goals = np.array([each["goal"] for each in sent(made) if each["task"] == Task.CHECK])
    assert len(goals) == 8
    away = (goals - np.array(made.pos("@"))) / COUNTERS.ring_tiles
    assert (away @ np.array(looks)).max() < 0.8
    assert (away @ np.array(looks)).min() < -0.8


def test_an_old_shot_calls_nobody() -> None:
    made = told_of(scene(SQUARE), Habit.GUN, seconds_ago=9, heading=(1, 0))
    assert all(not each["task"] for each in sent(made))


ROOM = """
    ####################
    #s................s#
    #..................#
    #..................#
    #.......######.....#
    #.......#....#.....#
    #@......#....#.....#
    #.......##..##.....#
    #..................#
    #s................s#
    ####################
"""


def lost(made: Scene, seconds_ago: float) -> set[tuple[float, float]]:
    """They knew of the player in the middle, so long ago; where some are sent."""
    made.world.resource(Clock).tick = 60 * 30
    lessons = knowing(made, Habit.HIDE).world.resource(Lessons)
    lessons.note(np.array((10.5, 7.5), np.float32), 60 * 30 - round(60 * seconds_ago))
    made.run(4 * EVERY, counter)
    return {each["goal"] for each in sent(made) if each["task"] == Task.CHECK}


def test_they_look_into_the_corners_around_where_one_was_lost() -> None:
    goals = lost(scene(ROOM), 5)
    assert len(goals) == 4
    links = scene(ROOM).world.resource(Ground).links
    assert all(int(links[int(y), int(x)]).bit_count() == 3 for x, y in goals)


@pytest.mark.parametrize("seconds_ago", [0.0, 90.0])
def test_they_look_into_no_corner_while_it_is_seen_or_long_gone(seconds_ago: float) -> None:
    made = scene(ROOM)
    made.world.resource(Clock).tick = 60 * 30
    lessons = knowing(made, Habit.HIDE).world.resource(Lessons)
    lessons.note(np.array((10.5, 7.5), np.float32), 60 * 30 - round(60 * seconds_ago))
    assert all(not each["task"] for each in sent(made.run(EVERY, counter)))


def test_who_has_something_to_do_is_not_called_away() -> None:
    made = knowing(scene(SQUARE), Habit.GUN)
    with made.world.edit(Plan, made.all["s"]) as plan:
        plan.task[...], plan.until[...], plan.goal[...] = Task.CHECK, 9999, (1.5, 1.5)
    made = told_of(made, Habit.GUN, heading=(1, 0))
    assert {each["goal"] for each in sent(made)} == {(1.5, 1.5)}


def test_who_has_done_what_it_was_sent_for_or_had_long_enough_is_called_again() -> None:
    made = knowing(scene(SQUARE), Habit.GUN)
    made.world.resource(Clock).tick = 230
    with made.world.edit(Plan, made.all["s"]) as plan:
        plan.task[...], plan.until[...], plan.goal[...] = Task.CHECK, 235, (1.5, 1.5)
    made.run(10, dead_minds)
    assert {each["task"] for each in sent(made)} == {int(Task.NONE)}
    made = told_of(made, Habit.GUN, heading=(1, 0))
    assert (1.5, 1.5) not in {each["goal"] for each in sent(made) if each["task"]}
    assert any(each["task"] == Task.CHECK for each in sent(made))


@pytest.mark.parametrize(("goal", "goes"), [((4.5, 2.5), True), ((0.5, 0.5), False)])
def test_nobody_is_sent_into_a_wall(goal: tuple[float, float], goes: bool) -> None:  # noqa: FBT001 - a parameter
    made = use(knowing(scene(HALL), Habit.ROUTE), (3.5, 2.5))
    moods(made, "s", mood=Mood.SUSPECT, goal=goal, home=(2.0, 2.5)).run(EVERY, counter)
    assert all((each["task"] == Task.CHECK) == goes for each in sent(made))
