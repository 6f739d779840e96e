"""The whole story of Hyosan, told by carrying the hero from place to place: every beat, in order."""

from __future__ import annotations

from functools import cache

import pytest
from told import Told

from game.ecs.schedule import Schedule
from game.ecs.world import Snapshot
from game.sim.components import Button, Hero, Mood
from game.sim.resources import Story
from game.sim.story.director import direct, refill
from game.sim.story.stage import hero_ids, people_named

ANSWERS = {"spare": Button.CHOICE_1, "feed": Button.CHOICE_2, "abandon": Button.CHOICE_3}


class Telling(Told):
    """Hyosan with nobody thinking or acting: only what the story does."""

    def __init__(self) -> None:
        super().__init__("hyosan")


def to_the_pharmacy() -> Telling:
    """From the ash to the wounded soldier; walked once, then remembered."""
    kept, said = _pharmacy()
    told = Telling()
    told.world.restore(kept)
    told.said = [*said]
    return told


@cache
def _pharmacy() -> tuple[Snapshot, list[str]]:
    told = _walked()
    return told.world.snapshot(), told.said


def _walked() -> Telling:
    told = Telling()
    told.wait(15.5)
    for x, y in ((13.4, 107.5), (16.5, 107), (20, 106), (27, 106), (32.5, 101.5), (32, 92), (59.5, 87.5)):
        told.go(x, y, 3.2)
    for x, y in ((29, 66), (53.5, 60), (74, 60), (99, 50), (98, 62), (97, 66.5)):
        told.go(x, y)
    return told


def to_the_bunker(told: Telling) -> None:
    """From the wall through the gate, the lanes and the chapel to the bunker's yard."""
    told.go(108, 34.5, 5.2)
    told.go(101, 34.5)
    told.go(124.5, 39.5, 0.2, Button.USE)
    told.go(100.5, 34, 5.2, Button.USE)
    assert told.is_open("quarantine gate")
    told.go(108, 26, 10.2)
    assert told.is_open("pen A1")
    for x, y, seconds in ((85, 10, 0.2), (61, 26, 0.2), (52, 19, 0.2), (52, 12.5, 10.5)):
        told.go(x, y, seconds)
    assert told.mood("Si-eun") is Mood.FOLLOW
    told.go(129.5, 21.5, 1.2, Button.USE)
    assert told.is_open("sluice")
    told.go(134, 22, 3.2)


@pytest.mark.parametrize("answer", list(ANSWERS))
def test_each_answer_is_taken(answer: str) -> None:
    told = to_the_pharmacy()
    assert told.story.asking == "hyosan_soldier"
    told.wait(0.1, ANSWERS[answer])
    assert told.story.choices == {"hyosan_soldier": answer}


def test_the_story_can_be_told_to_its_end() -> None:
    told = to_the_pharmacy()
    told.wait(0.1, ANSWERS["feed"])
    to_the_bunker(told)
    told.go(148, 18, 21)
    assert told.is_open("bunker door")
    told.go(147, 10, 12)
    assert told.said[-1] == "nam-last"
    told.go(152, 10.5)
    assert told.story.outcome == "exit"
    assert told.goal() == ""
    assert len(told.said) == len(set(told.said))


def test_the_first_minute_goes_as_it_should() -> None:
    told = Telling()
    told.wait(15.5)
    assert told.said == ["rad-phase2", "rad-voices", "hint-take"]
    told.go(13.4, 107.5, 4.5)
    assert told.said[3:] == ["cap-wind", "nam-tag1", "hint-walk"]
    assert told.goal() == "obj-hyosan-2"


def test_the_opening_may_be_skipped_but_not_missed() -> None:
    told = Telling()
    told.wait(0.2)
    told.wait(0.1, Button.SKIP)
    assert told.staged == ["opening", "eye_opens", "hand_rises"]
    assert told.said == ["hint-take"]


def test_sparing_the_soldier_opens_a_silent_gate() -> None:
    told = to_the_pharmacy()
    told.wait(4.5, ANSWERS["spare"])
    told.go(28.5, 34.5, 2.0)
    assert told.is_open("service gate")
    assert told.goal() == "obj-hyosan-12"
    assert "sol-open" in told.said


def test_whoever_has_the_silent_gate_is_not_sent_for_the_motor_on_the_way_to_it() -> None:
    told = to_the_pharmacy()
    told.wait(4.5, ANSWERS["spare"])
    told.go(70, 34.5, 6)
    assert {"nam-bars1", "nam-bars2"} <= set(told.said)
    assert told.goal() == "obj-hyosan-7"


def test_the_shut_gate_sends_for_the_motors_power() -> None:
    told = to_the_pharmacy()
    told.wait(0.1, ANSWERS["abandon"])
    told.go(110, 34.5, 6)
    assert {"nam-bars1", "nam-bars2"} <= set(told.said)
    assert told.goal() == "obj-hyosan-9"


def test_feeding_on_him_stills_hunger_and_costs_humanity() -> None:
    told = to_the_pharmacy()
    rows = slice(0, 1)
    with told.world.edit(Hero, hero_ids(told.world)) as hero:
        hero.hunger[...], hero.humanity[...] = 75, 50
    told.wait(0.1, ANSWERS["feed"])
    told.wait(0.1)
    after = told.world.view(Hero, rows)
    assert after.hunger[0] == pytest.approx(15, abs=0.2)
    assert after.humanity[0] == 35
    assert len(people_named(told.world, "the wounded soldier")) == 0


def test_leaving_him_he_turns() -> None:
    told = to_the_pharmacy()
    told.wait(0.1, ANSWERS["abandon"])
    told.wait(39)
    assert len(people_named(told.world, "the wounded soldier")) == 1
    told.wait(2)
    assert len(people_named(told.world, "the wounded soldier")) == 0
    assert len(people_named(told.world, "the soldier, turned")) == 1


def test_the_story_is_the_same_told_twice() -> None:
    assert _walked().world.checksum() == to_the_pharmacy().world.checksum()


def test_a_story_interrupted_goes_on_where_it_was() -> None:
    told = Telling()
    told.wait(3)
    kept = told.world.snapshot()
    told.wait(15)
    first = (told.world.checksum(), told.said[:])
    told.world.restore(kept)
    told.said = told.said[:1]
    told.wait(15)
    assert (told.world.checksum(), told.said) == first


def test_the_director_leaves_the_beginning_alone() -> None:
    told = Telling()
    told.wait(1)
    schedule = Schedule({"story": (direct, refill)})
    for _ in range(200):
        schedule.tick(told.world)
    assert told.world.resource(Story).outcome == ""
    assert told.staged == ["opening"]
