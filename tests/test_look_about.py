"""Looking about: a careful person looks into what lies beside the way before going on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.data.area import Area
from game.data.enums import Task
from game.data.sketch import sketch, spots
from game.data.things import NameTag, Objective
from game.play.bots import Campaign
from game.play.bots.look_about import GLANCE, ROOM, LookAbout, unseen_places
from game.play.game import play
from game.play.observe import Observer
from game.play.session import Session
from game.play.simulation import Simulation
from game.sim.resources import TICKS_PER_SECOND, Story

if TYPE_CHECKING:
    from game.play.observation import Goal

BESIDE = """
########################
#......#...............#
#......#...............#
#.@..x.#.........t.....#
#......#...............#
#......#...............#
#......................#
########################
"""


def begin(hero: str = "namra", task: Task = Task.REACH) -> Session:
    """A goal at one's feet, and a tag in the other room."""
    (x, y), (tag_x, tag_y) = spots(BESIDE)["x"][0], spots(BESIDE)["t"][0]
    goal = Objective(id=7, task=task, order=1, area=Area.rect(x - 0.5, y - 0.5, 1, 1), text="there")
    tag = NameTag(id=8, area=Area.point(tag_x, tag_y), text="who lay here")
    return Session(Simulation(sketch(BESIDE, things=[goal, tag], hero=hero)))


def done_after(session: Session, bot: Campaign) -> float:
    """Let the bot play until the objective is done; return after how many seconds, ``inf`` for never."""
    observer = Observer(session.simulation)
    for tick in range(GLANCE + 15 * TICKS_PER_SECOND):
        if session.simulation.world.resource(Story).done:
            return tick / TICKS_PER_SECOND
        session.play([bot.act(observer.see())])
    return float("inf")


def test_who_seeks_tags_looks_into_the_other_room_before_the_goal_at_their_feet() -> None:
    session = begin()
    assert done_after(session, Campaign(seeks=True)) < float("inf")
    assert session.result()["tags"] == 1


def test_who_limps_goes_straight_on_unless_they_seek() -> None:
    straight, sought = begin("cheongsan"), begin("cheongsan")
    assert done_after(straight, Campaign()) <= 4
    assert straight.result()["tags"] == 0
    done_after(sought, Campaign(seeks=True))
    assert sought.result()["tags"] == 1


def test_nobody_looks_about_where_a_place_is_to_be_held() -> None:
    session, bot = begin(task=Task.HOLD), Campaign()
    play(session, bot, 3 * TICKS_PER_SECOND)
    assert session.where()[0] < 7


def test_patience_ends_and_comes_back_with_the_next_goal() -> None:
    session, bot = begin(), Campaign()
    looks = next(each for each in bot.behaviours if isinstance(each, LookAbout))
    play(session, bot, TICKS_PER_SECOND)
    assert looks.act(bot.scene) is not None
    looks.left = 0
    assert looks.act(bot.scene) is None
    _next_goal(bot)
    assert looks.act(bot.scene) is not None


def _next_goal(bot: Campaign) -> None:
    seen = bot.scene.seen
    goal: Goal | None = seen.goal
    assert goal is not None
    other = type(goal)(goal.id + 1, goal.task, goal.at, goal.box)
    bot.scene.seen = type(seen)(**{**vars(seen), "goal": other})
    bot.scene.walker.now += 60


def test_a_spot_that_is_not_come_to_is_left_for_another() -> None:
    session, bot = begin(), Campaign()
    looks = next(each for each in bot.behaviours if isinstance(each, LookAbout))
    play(session, bot, TICKS_PER_SECOND)
    looks.spot = first = looks._nearest(bot.scene)
    assert first is not None
    looks.since = bot.scene.now - 10_000
    looks._choose(bot.scene)
    other = looks.spot
    assert other is None or max(abs(other[0] - first[0]), abs(other[1] - first[1])) > ROOM


def test_a_corner_is_no_place_and_a_room_is() -> None:
    known = np.ones((20, 20), np.bool_)
    known[0:3, 0:3] = False
    known[8:16, 8:16] = False
    places = unseen_places(known)
    assert not places[:5, :5].any()
    assert places[12, 12]
    assert not places[known].any()
