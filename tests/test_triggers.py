from __future__ import annotations

import pytest
from scenes import Scene
from tales import box, events, story, tale, telling, walk_to

from game.data.condition import Condition
from game.data.enums import Actor, TriggerOn
from game.data.things import NameTag, Spawn, Trigger
from game.ecs.world import NOBODY
from game.sim.components import Goods, Health, Side
from game.sim.happenings import Died, Noise, Took, Use
from game.sim.spawn import spawn_thing
from game.sim.story.triggers import PERIOD, count_deaths, hear_noises, press_use, stand_in, take_tags

YARD = """
    ###########
    #@........#
    #.........#
    ###########
"""
WHERE = box(4, 1, 2, 2)


def trigger(on: TriggerOn, *, once: bool = True, when: str = "") -> Trigger:
    return Trigger(id=90, area=WHERE, on=on, event="it", once=once, when=Condition.parse(when))


def stand_at(made: Scene, *xs: float) -> list[str]:
    """The hero stands at each x until somebody looks."""
    for x in xs:
        walk_to(made, x, 1.5).run(PERIOD, stand_in)
    return events(made)


def test_walking_in_sets_it_off_once() -> None:
    made = tale(YARD, things=[trigger(TriggerOn.ENTER)])
    assert stand_at(made, 2.5) == []
    assert stand_at(made, 4.5, 5.5, 2.5, 4.5) == ["it"]


def test_walking_in_again_sets_off_one_that_is_not_for_once() -> None:
    made = tale(YARD, things=[trigger(TriggerOn.ENTER, once=False)])
    assert stand_at(made, 4.5, 5.5, 2.5, 4.5) == ["it", "it"]


def test_walking_out_sets_off_a_leave_trigger() -> None:
    made = tale(YARD, things=[trigger(TriggerOn.LEAVE)])
    assert stand_at(made, 2.5, 4.5) == []
    assert stand_at(made, 7.5) == ["it"]


def test_who_waits_inside_is_greeted_when_the_condition_comes_true() -> None:
    made = tale(YARD, things=[trigger(TriggerOn.ENTER, when="event:open")])
    assert stand_at(made, 4.5, 4.5) == []
    story(made).events["open"] = 0
    assert stand_at(made, 4.5) == ["it"]


def test_a_dead_hero_sets_nothing_off() -> None:
    made = tale(YARD, things=[trigger(TriggerOn.ENTER)])
    made.set(Health, "@", hp=0)
    assert stand_at(made, 4.5) == []


@pytest.mark.parametrize(("x", "told"), [(4.5, ["it"]), (2.9, ["it"]), (2.3, []), (7.1, ["it"]), (8.0, [])])
def test_the_use_button_reaches_as_far_as_a_hand(x: float, told: list[str]) -> None:
    made = tale(YARD, things=[trigger(TriggerOn.USE)])
    made.world.events.emit(Use, who=made.who["@"], pos=(x, 1.5))
    made.run(1, press_use)
    assert events(made) == told


@pytest.mark.parametrize(
    ("loudness", "x", "side", "told"),
    [
        (4.0, 4.5, Side.HALFBIE, ["it"]),
        (1.5, 4.5, Side.HALFBIE, []),  # a sneaking step
        (20.0, 1.5, Side.HALFBIE, []),  # outside
        (9.0, 4.5, Side.DEAD, []),  # their own
        (9.0, 4.5, Side.NONE, ["it"]),
    ],
)
def test_a_noise_trigger_hears_what_would_wake_a_sleeper(
    loudness: float, x: float, side: Side, told: list[str]
) -> None:
    made = tale(YARD, things=[trigger(TriggerOn.NOISE)])
    made.run(1, telling(Noise, pos=(x, 1.5), loudness=loudness, side=side), hear_noises)
    assert events(made) == told


@pytest.mark.parametrize(("thing", "told"), [(50, ["it"]), (60, []), (0, [])])
def test_the_death_of_one_who_came_from_inside_sets_off_a_kill_trigger(thing: int, told: list[str]) -> None:
    guard = Spawn(id=50, area=box(4, 1), actor=Actor.SOLDIER)
    stranger = Spawn(id=60, area=box(8, 1), actor=Actor.SOLDIER)
    made = tale(YARD, things=[trigger(TriggerOn.KILL), guard, stranger])
    made.world.events.emit(Died, who=NOBODY, thing=thing, side=Side.DEAD, pos=(4.5, 1.5))
    made.run(1, count_deaths)
    assert events(made) == told


@pytest.mark.parametrize(("x", "told"), [(4.5, ["it"]), (2.5, [])])
def test_taking_a_tag_that_lay_inside_sets_off_a_tag_trigger(x: float, told: list[str]) -> None:
    made = tale(YARD, things=[trigger(TriggerOn.TAG), NameTag(id=7, area=box(x - 0.5, 1))])
    made.world.events.emit(Took, who=made.who["@"], goods=Goods.TAG, number=1, thing=7)
    made.run(1, take_tags)
    assert events(made) == told


def test_the_last_death_of_those_who_came_from_inside_sets_off_all_dead() -> None:
    guards = [Spawn(id=50 + k, area=box(4 + k, 1), actor=Actor.SOLDIER) for k in range(2)]
    stranger = Spawn(id=60, area=box(8, 1), actor=Actor.SOLDIER)
    made = tale(YARD, things=[trigger(TriggerOn.ALL_DEAD), *guards, stranger])
    ids = [int(spawn_thing(made.world, each)[0]) for each in (*guards, stranger)]
    made.world.apply()
    for number, expected in ((0, []), (1, ["it"])):
        made.world.kill(ids[number])
        made.world.apply()
        made.world.events.emit(Died, who=ids[number], thing=50 + number, pos=(9.5, 1.5))
        made.run(1, count_deaths)
        assert events(made) == expected


def test_a_trigger_that_does_not_listen_yet_is_not_used_up() -> None:
    made = tale(YARD, things=[trigger(TriggerOn.USE, when="event:power")])
    for _ in range(2):
        made.world.events.emit(Use, who=made.who["@"], pos=(4.5, 1.5))
        made.run(1, press_use)
        story(made).events["power"] = 0
    assert events(made) == ["it"]
