"""Measuring what the lessons are worth: gains, shuffled memory, the best answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from game.play.bots.known_ways import square
from game.play.claims import brittle, learn, lives
from game.play.claims.claim import Results
from game.play.claims.lives import Life
from game.sim.happenings import Habit
from game.sim.intent import Intent
from game.sim.resource_lessons import Lessons

if TYPE_CHECKING:
    from game.play.observation import Observation

SEEDS = tuple(range(8))


def life(**evidence: float) -> Life:
    """A life after which so much speaks for these habits."""
    lessons = Lessons.of(96, 96, 8)
    for name, much in evidence.items():
        lessons.evidence[Habit[name]], lessons.is_known[Habit[name]] = much, True
    return Life(30, 100, 5, np.zeros(6), lessons)


def results(**seconds: float) -> Results:
    """Every life of an arm lasted so long, give or take."""
    told = {
        (arm, seed): {"seconds": much + seed % 2, "hp_lost": 100.0, "known": 1.0}
        for arm, much in seconds.items()
        for seed in SEEDS
    }
    return Results(SEEDS, told)


def test_a_gain_is_the_share_of_the_time_to_kill_taken_off() -> None:
    value, (low, high) = learn.gain(results(off=39.5, on=29.5), "off", "on")
    assert value == pytest.approx(0.25)
    assert low <= value <= high


def test_who_outlives_the_life_is_held_by_what_was_lost() -> None:
    told = {}
    for seed in SEEDS:
        told["off", seed] = {"seconds": 60.0, "hp_lost": 20.0}
        told["on", seed] = {"seconds": 60.0, "hp_lost": 40.0}
    assert learn.gain(Results(SEEDS, told), "off", "on")[0] == pytest.approx(0.5)


def test_the_interval_of_a_gain_widens_with_chance() -> None:
    rng = np.random.default_rng(3)
    told = {}
    for seed in SEEDS:
        for arm, mean in (("off", 40), ("on", 30)):
            told[arm, seed] = {"seconds": float(rng.normal(mean, 9)), "hp_lost": 100.0}
    value, (low, high) = learn.gain(Results(SEEDS, told), "off", "on")
    assert low < value < high
    assert high - low > 0.05


@pytest.mark.parametrize("seed", range(6))
def test_shuffled_memory_is_of_habits_they_know_nothing_of(seed: int) -> None:
    before = life(GUN=3.0, THROW=2.0)
    before.lessons.evidence[Habit.ROUTE] = 1.0
    told = learn.shuffled(before, seed).lessons
    assert sorted(told.evidence.tolist()) == sorted(before.lessons.evidence.tolist())
    assert told.is_known.sum() == before.lessons.is_known.sum()
    assert not (told.is_known & before.lessons.is_known).any()
    assert sorted(told.evidence[told.is_known].tolist()) == [2, 3]


def test_which_habits_they_are_depends_on_the_seed() -> None:
    told = {tuple(learn.shuffled(life(GUN=3.0), seed).lessons.is_known.tolist()) for seed in range(60)}
    assert len(told) == 5


def test_shuffled_memory_lies_in_wait_at_the_other_end_of_town() -> None:
    before = life(ROUTE=1.0)
    before.lessons.note(np.array([10.0, 20.0], np.float32), 5)
    zone = int(before.lessons.places.known_at.argmax())
    told = learn.shuffled(before, 1).lessons
    assert told.places.spot[zone].tolist() == [86.0, 76.0]
    assert before.lessons.places.spot[zone].tolist() == [10.0, 20.0]


@pytest.mark.parametrize(
    ("taught", "shuffled", "answered", "ok"),
    [(25, 39, 35, [True, True, True]), (38, 39, 38, [False, True, False]), (25, 26, 35, [True, False, True])],
)
def test_a_lesson_is_held_against_its_bar(
    taught: float,
    shuffled: float,
    answered: float,
    ok: list[bool],
) -> None:
    rows = learn.judge("route", results(off=40, taught=taught, shuffled=shuffled, answered=answered))
    assert [row.ok for row in rows] == ok


def test_half_of_the_loss_must_be_back_after_a_change_of_ways() -> None:
    assert learn.judge_adapt(results(switched=32, steady=28, off=40))[0].ok
    assert not learn.judge_adapt(results(switched=36, steady=28, off=40))[0].ok


def test_a_lesson_known_too_long_misses_its_bar() -> None:
    rows = [
        learn.judge_forget(Results((1,), {("unused", 1): {"known_s": known}}))[0] for known in (259.0, 361.0)
    ]
    assert [row.ok for row in rows] == [True, False]


def ways(**lives: tuple[float, int]) -> Results:
    """Every life of a way to play lasts a minute, loses so many HP and gets to so many places."""
    told = {
        (way, seed): {
            "seconds": 60.0,
            "hp_lost": hp,
            "hp_per_minute": hp,
            "places": float(places),
            "hurt": float(hp > 0),
        }
        for way, (hp, places) in lives.items()
        for seed in SEEDS
    }
    return Results(SEEDS, told)


def test_the_best_answer_is_chosen_on_other_seeds_than_it_is_held_by() -> None:
    """A way that is best by luck on the even seeds shows its true face on the odd ones."""
    told = ways(plain=(50, 10), gunner=(90, 10)).measured
    lucky = {key: {**m, "hp_lost": 0.0, "hp_per_minute": 0.0} for key, m in told.items() if key[1] % 2 == 0}
    unlucky = {key: m for key, m in told.items() if key[0] == "plain"}
    for row in brittle.judge(Results(SEEDS, {**told, **lucky, **unlucky}))[:2]:
        assert "gunner" in row.measure
        assert row.value == 90


def test_to_stand_where_nobody_is_is_no_answer() -> None:
    rows = brittle.judge(ways(plain=(100, 20), standing=(0, 2), careful=(60, 18)))
    assert all("careful" in row.measure for row in rows)
    assert all(row.ok for row in rows)


def test_to_walk_through_unharmed_is_to_win_freely() -> None:
    rows = brittle.judge(ways(plain=(100, 20), ghost=(0, 20), careful=(60, 18)))
    assert all("ghost" in row.measure for row in rows)
    assert not any(row.ok for row in rows)


def test_who_gets_about_by_halves_pays_twice_for_a_trip() -> None:
    row = brittle.judge(ways(plain=(100, 20), slow=(15, 10)))[0]
    assert "slow" in row.measure
    assert row.value == pytest.approx(30)
    assert row.ok


def test_who_is_safe_by_the_minute_is_held_by_the_minute_too() -> None:
    minute = brittle.judge(ways(plain=(100, 20), slow=(15, 10)))[1]
    assert minute.value == 15
    assert not minute.ok


class Stroller:
    """Walks one way, and remembers the squares it was seen in."""

    def __init__(self, way: tuple[float, float]) -> None:
        self.way, self.squares = way, set[tuple[int, int]]()

    def act(self, seen: Observation) -> Intent:
        """Walk on."""
        self.squares.add(square(seen.me.pos))
        return Intent.of(self.way, (1.0, 0.0))


@pytest.mark.parametrize("way", ["hider", "no torch", "turning runner"])
def test_every_way_to_play_is_lived(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lives, "LIFE_S", 1)
    assert brittle.run(way, 1)["seconds"] == 1


def test_a_life_counts_the_squares_of_the_town_it_sets_foot_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lives, "LIFE_S", 4)
    stands, walks = Stroller((0.0, 0.0)), Stroller((1.0, 0.0))
    assert lives.live("plain", 2, 1, bot=stands).places == 1
    assert lives.live("plain", 2, 1, bot=walks).places == len(walks.squares) > 1


@pytest.mark.parametrize("is_held", [True, False])
def test_what_is_held_neither_fades_nor_grows_in_a_life(
    monkeypatch: pytest.MonkeyPatch,
    is_held: bool,  # noqa: FBT001
) -> None:
    monkeypatch.setattr(lives, "LIFE_S", 2)
    before = life(GUN=1.0)
    before.lessons.places.use[3] = 1.0
    after = lives.live("plain", 2, 1, before, bot=Stroller((1.0, 0.0)), is_held=is_held).lessons
    assert (after.evidence.tolist() == before.lessons.evidence.tolist()) == is_held
    assert (after.places.use.tolist() == before.lessons.places.use.tolist()) == is_held
    assert after.knows(Habit.GUN)


@pytest.mark.parametrize(("arm", "is_held"), [("taught", False), ("shuffled", True), ("answered", False)])
def test_only_what_was_shuffled_is_held(
    monkeypatch: pytest.MonkeyPatch,
    arm: str,
    is_held: bool,  # noqa: FBT001
) -> None:
    told = []

    def live(*_: object, is_held: bool) -> Life:
        told.append(is_held)
        return life()

    monkeypatch.setattr(learn, "live", live)
    monkeypatch.setattr(learn, "taught", lambda *_: life(GUN=1.0))
    learn.measure("gunner", arm, 3)
    assert told == [is_held] * learn.LIVES
