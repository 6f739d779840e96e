from __future__ import annotations

import pytest
from scenes import Scene
from tales import box, events, lines, story, tale, walk_to

from game.data.enums import Actor
from game.data.things import Choice, Spawn
from game.sim.command.intents import take_intents
from game.sim.components import Button
from game.sim.happenings import Reached
from game.sim.spawn import spawn_thing
from game.sim.story.agenda import happen, run_agenda
from game.sim.story.choices import answer, put_choices
from game.sim.story.stage import fire, people_named

HALL = """
    ##############
    #@...........#
    ##############
"""
MERCY = Choice(id=30, area=box(7, 1), choice="mercy", options=("spare", "feed", "abandon"))
SOLDIER = Spawn(id=31, name="soldier", area=box(7, 1), actor=Actor.CIVILIAN)
SCRIPT = """
    [choice.mercy]
    about = "soldier"
    [beat.begs]
    upon = { asked = "mercy" }
    do = [{ say = "sol-beg", by = "soldier" }]
    [beat.spared]
    upon = { holds = "choice:mercy=spare" }
    do = [{ say = "sol-thanks", by = "soldier" }]
    [beat.ordered]
    do = [{ ask = "mercy" }]
"""
SYSTEMS = (take_intents, run_agenda, put_choices, answer, happen)


def hall(x: float) -> Scene:
    made = tale(HALL, SCRIPT, things=[MERCY, SOLDIER])
    spawn_thing(made.world, SOLDIER)
    made.world.apply()
    return walk_to(made, x, 1.5)


def stands(made: Scene, x: float) -> str:
    """What is asked of a hero who stands there for a while."""
    walk_to(made, x, 1.5).run(12, *SYSTEMS)
    return story(made).asking


def test_a_choice_is_put_to_who_comes_near_and_dropped_by_who_leaves() -> None:
    made = hall(1.5)
    assert [stands(made, x) for x in (1.5, 5.5, 4.0, 2.5)] == ["", "mercy", "mercy", ""]
    assert made.heard(Reached) == [{"what": "ask", "name": "mercy"}]


def test_whoever_it_is_about_speaks_when_it_is_put() -> None:
    made = hall(6.5)
    stands(made, 6.5)
    assert lines(made) == ["sol-beg"]


@pytest.mark.parametrize(
    ("button", "option"),
    [(Button.CHOICE_1, "spare"), (Button.CHOICE_2, "feed"), (Button.CHOICE_3, "abandon")],
)
def test_each_button_is_an_answer(button: Button, option: str) -> None:
    made = hall(6.5)
    stands(made, 6.5)
    made.press(button).run(2, *SYSTEMS)
    assert story(made).choices == {"mercy": option}
    assert story(made).asking == ""
    assert made.heard(Reached)[-1] == {"what": "choice", "name": f"mercy={option}"}


def test_a_button_held_down_before_the_question_is_no_answer() -> None:
    made = hall(1.5).press(Button.CHOICE_2).run(3, *SYSTEMS)
    stands(made, 6.5)
    assert story(made).choices == {}


def test_an_answer_has_consequences_and_is_for_ever() -> None:
    made = hall(6.5)
    stands(made, 6.5)
    made.press(Button.CHOICE_1).run(3, *SYSTEMS)
    made.press(Button.CHOICE_2).run(20, *SYSTEMS)
    assert story(made).choices == {"mercy": "spare"}
    assert "spared" in events(made)
    assert story(made).asking == ""


def test_nothing_is_asked_about_the_dead() -> None:
    made = hall(1.5)
    made.world.kill(people_named(made.world, "soldier"))
    made.world.apply()
    assert stands(made, 6.5) == ""


def test_what_the_script_asks_cannot_be_walked_away_from() -> None:
    made = hall(1.5)
    fire(made.world, "ordered")
    made.run(2, *SYSTEMS)
    assert stands(made, 12.5) == "mercy"
    made.press(Button.CHOICE_3).run(2, *SYSTEMS)
    assert story(made).choices == {"mercy": "abandon"}


def test_whoever_it_is_about_speaks_also_when_the_script_puts_it() -> None:
    made = hall(1.5)
    fire(made.world, "ordered")
    made.run(3, *SYSTEMS)
    assert "sol-beg" in lines(made)
