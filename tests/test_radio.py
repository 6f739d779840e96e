from __future__ import annotations

import pytest
from scenes import Scene
from tales import box, lines, story, tale, telling, walk_to

from game.data.enums import Actor
from game.data.things import Noise as NoiseThing
from game.data.things import Radio, Spawn
from game.sim.happenings import Heard, Noise, Said, Use
from game.sim.spawn import spawn_thing
from game.sim.story.agenda import run_agenda
from game.sim.story.radio import sound_out, switch_radios
from game.sim.story.stage import fire, people_named

HALL = """
    ######################
    #@...................#
    ######################
"""
DESK = Radio(id=20, name="desk", area=box(9, 1), reach=5.0)
SOLDIER = Spawn(id=21, name="soldier", area=box(15, 1), actor=Actor.CIVILIAN)
FAN = NoiseThing(id=22, name="fan", area=box(12, 1), reach=7.0)


def says(action: str, *, x: float = 1.5) -> Scene:
    made = tale(HALL, f"[beat.it]\ndo = [{action}]", things=[DESK, SOLDIER, FAN])
    spawn_thing(made.world, SOLDIER)
    made.world.apply()
    walk_to(made, x, 1.5)
    fire(made.world, "it")
    return made.run(1, run_agenda, sound_out)


def use(made: Scene, x: float) -> Scene:
    return made.run(1, telling(Use, who=made.who["@"], pos=(x, 1.5)), switch_radios, sound_out)


def test_the_radio_one_carries_is_a_noise_of_three_tiles() -> None:
    made = says('{ say = "rad-hold", by = "radio" }')
    assert lines(made) == ["rad-hold"]
    (noise,) = made.waiting(Noise)
    assert noise["pos"] == [1.5, 1.5]
    assert (noise["loudness"], noise["heard"]) == (3, Heard.RADIO)


@pytest.mark.parametrize(("x", "heard"), [(5.0, True), (4.0, False), (14.0, True), (15.0, False)])
def test_a_radio_of_the_map_is_heard_as_far_as_it_reaches(x: float, heard: bool) -> None:  # noqa: FBT001
    made = says('{ say = "rad-hold", by = "radio", at = "desk" }', x=x)
    assert (lines(made) == ["rad-hold"]) == heard
    assert bool(made.waiting(Noise)) == heard


def test_somebody_speaks_from_where_he_stands_now() -> None:
    made = says('{ wait = 0.1 }, { say = "sol-who", by = "soldier", at = "soldier" }')
    made.add("p", people_named(made.world, "soldier"))
    walk_to(made, 18.5, 1.5, "p").run(10, run_agenda)
    assert [row["pos"] for row in made.heard(Said)] == [[18.5, 1.5]]


def test_the_dead_say_nothing() -> None:
    made = says('{ wait = 0.1 }, { say = "sol-who", by = "soldier", at = "soldier" }')
    made.world.kill(people_named(made.world, "soldier"))
    made.world.apply()
    assert lines(made.run(10, run_agenda)) == []


def test_switching_a_radio_on_says_its_lines_once_and_is_a_lure_for_a_while() -> None:
    made = tale(HALL, '[radio.desk]\nlines = ["log-hyosan-1"]', things=[DESK])
    for _ in range(3):
        use(made, 9.5)
    assert lines(made) == ["log-hyosan-1"]
    assert story(made).radios == [DESK.id]
    made.run(60 * 12, sound_out)
    noises = [row for row in made.heard(Noise) if row["heard"] == Heard.RADIO]
    assert len(noises) == 1 + 10  # one before it was switched off in between
    assert {row["loudness"] for row in noises} == {5.0}


def test_switching_it_off_silences_it() -> None:
    made = tale(HALL, things=[DESK])
    use(use(made, 9.5), 9.5).run(100, sound_out)
    assert len(made.heard(Noise)) == 1
    assert story(made).radios == []


def test_a_radio_out_of_reach_of_the_hand_stays_off() -> None:
    assert story(use(tale(HALL, things=[DESK]), 7.5)).radios == []


@pytest.mark.parametrize(
    ("action", "loudness", "count"),
    [
        ('{ sound = "fan", lasts = 4 }', 7.0, 5),
        ('{ sound = "fan", loud = 20, lasts = 4, kind = "alarm" }', 20.0, 5),
        ('{ sound = "fan" }', 7.0, 1),
        ('{ sound = "soldier", lasts = 4 }', 0, 0),
    ],
)
def test_things_sound_as_loud_and_as_long_as_the_script_says(
    action: str, loudness: float, count: int
) -> None:
    made = says(action).run(600, sound_out)
    noises = made.heard(Noise)
    assert len(noises) == count
    assert {row["loudness"] for row in noises} == ({loudness} if count else set())
