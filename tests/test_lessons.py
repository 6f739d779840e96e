"""What the dead learn: evidence from what reached them, lessons at a screech, forgotten with their caller."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import Scene, scene

from game.data.script import Script
from game.data.sketch import sketch
from game.data.tuning import Difficulty, Rules, load_tuning
from game.ecs.world import NOBODY
from game.play import codec
from game.play.session import Session
from game.play.simulation import Simulation
from game.sim.components import NEVER, Body, Drive, Gait, Health, Lamp, Mind, Mood, Senses, Stage
from game.sim.happenings import Habit, Heard, Learned, Noise, Screech
from game.sim.resource_lessons import Lessons, callers
from game.sim.resources import Story
from game.sim.sense.hearing import hear
from game.sim.sense.witness import witness
from game.sim.settle.death import die
from game.sim.story.lessons import fade, learn

LEARNING = load_tuning().learning
YARD = """
    ##############
    #@......s...c#
    ##############
"""
WALLED = """
    ##############
    #@#.....s...c#
    ##############
"""
CELLAR = """
    ###########################################
    #@...#####################################s#
    ###########################################
"""


def lessons(made: Scene) -> Lessons:
    """What they know."""
    return made.world.resource(Lessons)


def evidence(made: Scene, habit: Habit) -> float:
    """How much speaks for a habit."""
    return float(lessons(made).evidence[habit])


def sound(made: Scene, heard: Heard, loudness: float, at: tuple[float, float] = (1.5, 1.5)) -> Scene:
    """The player makes a noise, and it is heard."""
    made.world.events.emit(
        Noise, pos=np.array([at]), loudness=loudness, heard=heard, source=made.who["@"], side=2
    )
    return made.run(1, hear, witness)


def seen(made: Scene, ticks: int = 12, **body: Any) -> Scene:
    """The shambler hunts the player and sees it for so long."""
    if body:
        made.set(Body, "@", **body)
    made.set(Mind, "s", mood=Mood.HUNT).set(Senses, "s", seen=made.who["@"], spot=made.pos("@"))
    return made.run(ticks, witness)


def lost(made: Scene, seconds: float) -> Scene:
    """The shambler does not see the player for so long."""
    return made.set(Senses, "s", seen=NOBODY).seconds(seconds, witness)


def screech(made: Scene, name: str = "c", stage: Stage = Stage.ACTIVE) -> Scene:
    """Somebody's screech."""
    made.world.events.emit(Screech, who=made.who[name], pos=np.array([made.pos(name)]), stage=stage)
    return made.run(1, learn)


def taught(made: Scene, **amount: float) -> Scene:
    """So much speaks for these habits."""
    for name, much in amount.items():
        lessons(made).evidence[Habit[name]] = much
    return made


def known(made: Scene) -> set[str]:
    """Names of the lessons taken up."""
    return {habit.name for habit in Habit if lessons(made).knows(habit)}


# -- evidence --------------------------------------------------------------------------------------


def test_a_shot_that_is_heard_teaches_the_gun() -> None:
    assert evidence(sound(scene(YARD), Heard.GUNSHOT, 22), Habit.GUN) == pytest.approx(LEARNING.shot)


def test_a_shot_that_nobody_hears_teaches_nothing() -> None:
    assert evidence(sound(scene(CELLAR), Heard.GUNSHOT, 22), Habit.GUN) == 0


def test_a_shot_of_somebody_else_teaches_nothing() -> None:
    made = scene(YARD)
    made.world.events.emit(
        Noise, pos=np.array([(1.5, 1.5)]), loudness=22, heard=Heard.GUNSHOT, source=NOBODY, side=4
    )
    assert evidence(made.run(1, hear, witness), Habit.GUN) == 0


def test_a_bottle_teaches_the_throw_and_is_no_place_of_the_player() -> None:
    made = sound(scene(YARD), Heard.BOTTLE, 14, (4.5, 1.5))
    assert evidence(made, Habit.THROW) == pytest.approx(LEARNING.bottle)
    assert lessons(made).lures == [(4.5, 1.5)]
    assert lessons(made).known_at == NEVER


def test_a_lit_torch_teaches_only_while_it_is_seen() -> None:
    made = scene(YARD).set(Lamp, "@", is_on=True)
    assert evidence(seen(made, 60), Habit.LIGHT) == pytest.approx(LEARNING.torch_per_s)
    assert evidence(lost(made, 5), Habit.LIGHT) == pytest.approx(LEARNING.torch_per_s)


def test_who_merely_suspects_does_not_learn_from_what_it_sees() -> None:
    made = scene(YARD).set(Lamp, "@", is_on=True)
    made.set(Senses, "s", seen=made.who["@"]).set(Mind, "s", mood=Mood.SUSPECT)
    assert evidence(made.run(60, witness), Habit.LIGHT) == 0


def test_a_sprint_that_is_seen_teaches_running() -> None:
    made = seen(scene(YARD).set(Drive, "@", gait=Gait.SPRINT), 60)
    assert evidence(made, Habit.RUN) == pytest.approx(LEARNING.sprint_per_s)


def test_found_at_rest_after_a_while_unseen_teaches_hiding() -> None:
    made = seen(lost(seen(scene(YARD)), LEARNING.unseen_s + 1))
    assert evidence(made, Habit.HIDE) == pytest.approx(LEARNING.found)
    assert lessons(made).places.finds.sum() == 1


CHAMBER = """
    ########
    #......#
    #......#
    #.....s#
    ########
"""


@pytest.mark.parametrize(("x", "y", "hides"), [(1, 1, True), (3, 2, False), (3, 1, False)])
def test_who_was_never_seen_before_hides_only_in_a_corner(x: int, y: int, hides: bool) -> None:  # noqa: FBT001
    rows = [list(row.strip()) for row in CHAMBER.split()]
    rows[y][x] = "@"
    made = seen(scene("\n".join("".join(row) for row in rows)))
    assert (evidence(made, Habit.HIDE) > 0) == hides


def test_who_is_found_and_runs_at_once_was_hiding_all_the_same() -> None:
    made = lost(seen(scene(YARD)), LEARNING.unseen_s + 1).set(Mind, "s", mood=Mood.SUSPECT)
    made.set(Senses, "s", seen=made.who["@"]).run(12, witness)
    assert evidence(seen(made, vel=(5, 0)), Habit.HIDE) == pytest.approx(LEARNING.found)


@pytest.mark.parametrize(("unseen", "vel"), [(2.0, (0, 0)), (8.0, (3, 0))], ids=["soon", "walking"])
def test_merely_lost_from_sight_is_no_hiding(unseen: float, vel: tuple[float, float]) -> None:
    made = seen(lost(seen(scene(YARD)), unseen), vel=vel)
    assert evidence(made, Habit.HIDE) == 0


def test_a_place_seen_again_after_it_was_left_teaches_the_route() -> None:
    made = seen(scene(YARD), 120, vel=(3, 0))
    assert evidence(made, Habit.ROUTE) == 0
    made = seen(lost(made, LEARNING.away_s + 1), vel=(3, 0))
    assert evidence(made, Habit.ROUTE) == pytest.approx(LEARNING.again)


def test_a_place_is_what_the_eye_took_in_not_where_the_player_is_by_now() -> None:
    made = seen(scene(YARD)).set(Body, "@", pos=(6.5, 1.5)).run(12, witness)
    assert tuple(lessons(made).spot) == (1.5, 1.5)


def test_another_place_teaches_no_route() -> None:
    made = lost(seen(scene(YARD), 120, vel=(3, 0)), LEARNING.away_s + 1)
    assert evidence(seen(made, pos=(8.5, 1.5), vel=(3, 0)), Habit.ROUTE) == 0


@given(st.integers(1, 60))
def test_evidence_grows_with_each_shot_but_never_past_its_cap(shots: int) -> None:
    made = scene(YARD)
    for _ in range(shots):
        sound(made.set(Senses, "s", loud=0), Heard.GUNSHOT, 22)  # the one before was acted on
    assert evidence(made, Habit.GUN) == pytest.approx(min(shots * LEARNING.shot, LEARNING.cap), rel=1e-4)


@pytest.mark.parametrize("rules", [Rules(learn=False), Rules(without=frozenset({"learning"}))])
def test_who_may_not_learn_gathers_nothing(rules: Rules) -> None:
    made = taught(sound(scene(YARD, rules=rules), Heard.GUNSHOT, 22), THROW=2)
    assert evidence(made, Habit.GUN) == 0
    assert known(screech(made)) == set()


def test_the_harder_the_quicker_they_learn() -> None:
    gained = [
        evidence(sound(scene(YARD, rules=Rules(each)), Heard.GUNSHOT, 22), Habit.GUN) for each in Difficulty
    ]
    assert gained == sorted(gained)
    assert len(set(gained)) == len(gained)


# -- lessons ---------------------------------------------------------------------------------------


def test_a_lesson_waits_for_a_screech_that_completes() -> None:
    made = taught(scene(YARD), GUN=1).run(120, learn)
    assert known(made) == set()
    assert known(screech(made, stage=Stage.WINDUP)) == set()
    assert known(screech(made, stage=Stage.NONE)) == set()
    assert known(screech(made)) == {"GUN"}
    told = made.heard(Learned)
    assert [(each["habit"], each["caller"], each["is_known"]) for each in told] == [
        (Habit.GUN, made.who["c"], 1)
    ]


def test_little_evidence_makes_no_lesson() -> None:
    assert known(screech(taught(scene(YARD), GUN=LEARNING.adopt_at - 0.02))) == set()


def test_the_two_strongest_are_taken_up_and_no_more() -> None:
    made = screech(taught(scene(YARD), GUN=0.9, HIDE=0.7, RUN=1.2, ROUTE=0.6))
    assert known(made) == {"GUN", "RUN"}


def test_a_stronger_habit_takes_the_place_of_the_weaker_lesson() -> None:
    made = screech(taught(scene(YARD), GUN=0.9, HIDE=0.7))
    made = screech(taught(made, RUN=1.2))
    assert known(made) == {"GUN", "RUN"}
    assert [each["habit"] for each in made.heard(Learned) if not each["is_known"]] == [Habit.HIDE]


def test_who_is_dead_takes_nothing_up() -> None:
    made = taught(scene(YARD), GUN=1).set(Health, "c", hp=0)
    who, at = made.who["c"], np.array([made.pos("c")])
    made.run(1, die)
    made.world.events.emit(Screech, who=who, pos=at, stage=Stage.ACTIVE)
    assert known(made.run(1, learn)) == set()


def test_a_lesson_dies_with_its_caller_evidence_and_all() -> None:
    made = screech(taught(scene(YARD), GUN=1))
    made.set(Health, "c", hp=0).run(1, die, learn)
    assert known(made) == set()
    assert evidence(made, Habit.GUN) == 0
    assert made.heard(Learned)[-1]["is_known"] == 0


def test_it_does_not_die_with_another() -> None:
    made = screech(taught(scene(YARD), GUN=1))
    made.set(Health, "s", hp=0).run(1, die, learn)
    assert known(made) == {"GUN"}


def test_evidence_halves_in_its_time() -> None:
    made = taught(scene(YARD), GUN=1)
    for _ in range(int(LEARNING.half_life_s)):
        fade(lessons(made), LEARNING, 1.0)
    assert evidence(made, Habit.GUN) == pytest.approx(0.5, abs=1e-3)


def test_an_unused_lesson_is_forgotten_within_four_half_lives() -> None:
    made = screech(taught(scene(YARD), GUN=LEARNING.cap))
    made.seconds(2 * LEARNING.half_life_s, learn)
    assert known(made) == {"GUN"}
    made.seconds(2 * LEARNING.half_life_s, learn)
    assert known(made) == set()
    assert made.heard(Learned)[-1]["is_known"] == 0


# -- over death and retry --------------------------------------------------------------------------


def street() -> Session:
    """A session on a street with a caller on it."""
    level = sketch("##########\n#@.......#\n##########")
    simulation = Simulation(level, script=Script())
    return Session(simulation)


def learnt(session: Session) -> Lessons:
    """What the dead of a session know."""
    return session.simulation.world.resource(Lessons)


def test_lessons_outlive_the_players_death() -> None:
    session = street()
    for _ in range(90):
        session.step([])
    learnt(session).evidence[Habit.HIDE] = 1.5
    learnt(session).is_known[Habit.HIDE] = True
    learnt(session).carrier[Habit.HIDE] = 12345
    learnt(session).note(np.array([3.5, 1.5], np.float32), 80)
    session.simulation.world.resource(Story).outcome = "dead"
    session.retry()
    assert learnt(session).knows(Habit.HIDE)
    assert learnt(session).evidence[Habit.HIDE] == 1.5
    assert learnt(session).carrier[Habit.HIDE] == NOBODY
    assert learnt(session).places.known_at.max() == 80 - 90
    assert learnt(session).known_at == NEVER


def test_what_is_saved_after_a_retry_holds_the_lessons() -> None:
    session = street()
    learnt(session).evidence[Habit.RUN] = 0.7
    session.retry()
    session.step([])
    session.simulation.restore(session.checkpoint)
    assert learnt(session).evidence[Habit.RUN] == np.float32(0.7)


def test_a_caller_who_is_alive_still_carries_its_lesson() -> None:
    made = screech(taught(scene(YARD), GUN=1))
    made.world.resource(Lessons).inherit(lessons(made), 10, callers(made.world))
    assert lessons(made).carrier[Habit.GUN] == made.who["c"]


def test_a_lesson_without_a_caller_dies_with_the_next_one_who_takes_it_up() -> None:
    made = screech(taught(scene(YARD), GUN=1))
    lessons(made).inherit(lessons(made), 10, np.empty(0, np.int64))
    assert known(made.run(60, learn)) == {"GUN"}
    screech(made).set(Health, "c", hp=0).run(1, die, learn)
    assert known(made) == set()


def test_lessons_are_saved_with_the_checkpoint_after_a_retry() -> None:
    session = street()
    learnt(session).evidence[Habit.HIDE], learnt(session).is_known[Habit.HIDE] = 1.5, True
    learnt(session).note(np.array([3.5, 1.5], np.float32), 0)
    session.retry()
    snapshot, _ = codec.decode(codec.encode(session.checkpoint, {}))
    another = street()
    another.simulation.restore(snapshot)
    assert learnt(another).knows(Habit.HIDE)
    assert learnt(another).evidence[Habit.HIDE] == 1.5
    assert learnt(another).places.known_at.max() == 0
    assert another.simulation.state_hash() == session.simulation.state_hash()
