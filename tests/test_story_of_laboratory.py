"""The whole story of the laboratory, told by carrying the hero from place to place: every beat, in order."""

from __future__ import annotations

from functools import cache

import pytest
from told import Told, level

from game.ecs.world import Snapshot
from game.show.canvas import has_icon
from game.show.scenes.asking import picture_of
from game.sim.components import Button, Health, Hero, Mood
from game.sim.story.objectives import optional
from game.sim.story.stage import people_named

ANSWERS = {"free": Button.CHOICE_1, "leave": Button.CHOICE_2, "hand_over": Button.CHOICE_3}
BOARDS = {"1": (62.6, 35.2), "2": (67.5, 35.2), "3": (71.6, 35.4)}


class Telling(Told):
    """The laboratory with nobody thinking or acting: only what the story does."""

    def __init__(self) -> None:
        super().__init__("laboratory")

    def throw(self, board: str, seconds: float = 0.2) -> None:
        self.go(*BOARDS[board], seconds, Button.USE)

    @property
    def running(self) -> set[str]:
        return set(self.story.circuits)


def to_ward_c() -> Telling:
    """From the slab to the three of C5; walked once, then remembered."""
    kept, said = _ward_c()
    told = Telling()
    told.world.restore(kept)
    told.said = [*said]
    return told


@cache
def _ward_c() -> tuple[Snapshot, list[str]]:
    told = Telling()
    told.wait(7.5)
    told.go(9.5, 8.5, 9.5, Button.USE)
    told.go(15, 16, 4.5)
    told.go(22, 21, 6)
    told.go(21.5, 26)
    told.go(48, 22, 4.5)
    told.go(66.5, 38, 4.5)
    told.throw("1", 8)
    told.throw("2", 1.5)
    told.go(98, 10, 4)
    told.go(121.5, 16.4, 0.5, Button.USE)
    told.go(70, 58, 1)
    told.go(77.6, 52.5, 18, Button.USE)
    told.throw("3", 2)
    told.go(112, 51.5, 7)
    told.go(117, 52.5, 0.5)
    return told.world.snapshot(), told.said


def to_the_lift(told: Telling) -> None:
    """Through the glass to the generator, and back to the lift's call."""
    for x, y in ((80, 79), (67, 76), (67, 84), (52, 74), (20, 80)):
        told.go(x, y, 4.5)
    told.go(31.5, 87.5, 6, Button.USE)
    told.go(40, 74, 4.5)
    told.go(118, 80.5)


@pytest.mark.parametrize("answer", [*ANSWERS, "an answer of somebody's own map"])
def test_each_answer_has_a_picture(answer: str) -> None:
    assert has_icon(picture_of(answer))


@pytest.mark.parametrize("answer", list(ANSWERS))
def test_each_answer_is_taken(answer: str) -> None:
    told = to_ward_c()
    assert told.story.asking == "ward_c"
    told.wait(0.1, ANSWERS[answer])
    assert told.story.choices == {"ward_c": answer}


def test_the_story_can_be_told_to_its_end() -> None:
    told = to_ward_c()
    told.wait(9, ANSWERS["free"])
    assert told.goal() == "obj-lab-10"
    to_the_lift(told)
    assert told.goal() == "obj-lab-11"
    told.go(119.5, 82, 17, Button.USE)
    assert told.is_open("lift gate")
    told.go(115, 88, 5)
    assert told.story.outcome == "exit"
    assert told.goal() == ""
    assert len(told.said) == len(set(told.said))


def test_whoever_looks_about_before_the_set_runs_is_still_sent_to_it() -> None:
    told = to_ward_c()
    told.wait(9, ANSWERS["free"])
    for x, y in ((92, 79), (80, 79), (110, 80), (20, 80)):
        told.go(x, y, 1)
        assert told.goal() == "obj-lab-10"


def test_the_first_minute_goes_as_it_should() -> None:
    told = Telling()
    told.wait(7.5)
    assert told.said == ["cap-lab-tap", "che-cold", "hint-lab-take"]
    told.go(9.5, 8.5, 9.5, Button.USE)
    assert told.said[3:] == ["che-tag", "cap-lab-sheet", "che-up", "hint-lab-door"]
    assert told.goal() == "obj-lab-2"


def test_a_third_circuit_trips_one_of_two() -> None:
    told = Telling()
    told.throw("1")
    told.throw("2")
    assert told.running == {"1", "2"}
    told.throw("3")
    assert told.running == {"2", "3"}
    told.throw("1")
    assert told.running == {"1", "3"}
    told.throw("2")
    assert told.running == {"1", "2"}


def test_light_on_the_hall_opens_the_isolation_ward() -> None:
    told = Telling()
    told.throw("1", 8)
    assert told.is_open("isolation 2")
    assert told.is_open("hall south-east")
    assert "cap-lab-locks" in told.said


def test_the_freed_follow() -> None:
    told = to_ward_c()
    told.wait(0.5, ANSWERS["free"])
    assert told.is_open("cell C5")
    assert {told.mood(name) for name in ("Yu-na", "Hyun", "Da-in")} == {Mood.FOLLOW}


def test_the_count_earns_the_lifts_code_and_costs_humanity_and_three() -> None:
    told = to_ward_c()
    before = float(told.world.view(Hero, slice(0, 1)).humanity[0])
    told.wait(10, ANSWERS["hand_over"])
    assert float(told.world.view(Hero, slice(0, 1)).humanity[0]) == before - 15
    assert told.goal() == "obj-lab-11"
    assert not told.is_open("cell C5")
    told.go(118, 80.5)
    told.go(119.5, 82, 18, Button.USE)
    assert told.is_open("lift gate")
    assert told.said[-2:] == ["cap-lab-gate", "che-decide"]
    assert "rad-lab-closed" in told.said
    assert len(people_named(told.world, "Yu-na")) == 0


def test_whoever_leaves_them_must_say_that_the_ward_is_empty() -> None:
    told = to_ward_c()
    told.wait(9, ANSWERS["leave"])
    assert "yuna-light" in told.said
    to_the_lift(told)
    assert "cap-lab-confirm" in told.said
    told.throw("1")
    told.throw("2", 1)
    told.throw("1", 1)
    assert told.said.count("che-light-off") == 1


def test_the_set_does_not_run_before_ward_c_is_answered_for() -> None:
    told = Telling()
    told.go(31.5, 87.5, 1, Button.USE)
    assert told.said[-2:] == ["cap-lab-refuse", "hint-lab-refuse"]
    assert "generator_full" not in told.story.events


def aside(told: Telling) -> list[str]:
    return [each.text for each in optional(level("laboratory"), told.story)]


def test_whoever_runs_the_set_with_the_lift_dark_is_sent_to_its_circuit() -> None:
    told = to_ward_c()
    told.wait(9, ANSWERS["free"])
    told.throw("1", 1)  # the third that runs trips another
    told.throw("2", 1)
    assert "3" not in told.running
    assert "obj-lab-lift-power" not in aside(told)
    to_the_lift(told)
    assert "obj-lab-lift-power" in aside(told)
    told.throw("3", 1)
    assert "obj-lab-lift-power" not in aside(told)


def test_the_lift_says_what_it_lacks() -> None:
    told = Telling()
    told.go(119.5, 82, 1, Button.USE)
    assert told.said[-1] == "hint-lab-circuit3"
    told.throw("3", 2)
    told.go(119.5, 82, 1, Button.USE)
    assert told.said[-1] == "hint-lab-set3"
    assert "lift_called" not in told.story.events


def test_who_is_at_the_lift_with_the_set_running_comes_back_there() -> None:
    told = to_ward_c()
    told.wait(1, ANSWERS["free"])
    told.go(118, 80.5)
    assert "lift_reached" not in told.story.events
    to_the_lift(told)
    assert "lift_reached" in told.story.events
    assert told.reached[-1] == str(told.story.checkpoint), "what was kept last"


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_what_was_decided_in_ward_c_is_kept(answer: Button) -> None:
    told = to_ward_c()
    told.wait(1, answer)
    assert str(told.story.checkpoint) in told.reached


def test_those_who_come_at_the_end_come_once_the_lift_is_called() -> None:
    told = to_ward_c()
    told.wait(1, ANSWERS["free"])
    to_the_lift(told)
    assert len(people_named(told.world, "siege from the foyer"))
    assert not len(people_named(told.world, "siege from the tunnel"))
    told.go(119.5, 82, 1, Button.USE)
    assert len(people_named(told.world, "siege from the tunnel"))


def test_the_dead_of_the_three_say_nothing() -> None:
    told = to_ward_c()
    told.wait(1, ANSWERS["free"])
    with told.world.edit(Health, people_named(told.world, "Yu-na")) as health:
        health.hp[...] = 0
    to_the_lift(told)
    told.go(119.5, 82, 20, Button.USE)
    assert not {"yuna-gate", "yuna-name"} & set(told.said)


def test_the_story_is_the_same_told_twice() -> None:
    first, again = to_ward_c(), to_ward_c()
    first.wait(2, ANSWERS["leave"])
    again.wait(2, ANSWERS["leave"])
    assert first.world.checksum() == again.world.checksum()
