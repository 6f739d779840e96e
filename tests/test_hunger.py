"""Hunger, the mask it gives, frenzy, the sense and the torch."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import Scene, scene

from game.data.tuning import load_tuning
from game.sim.act.motion import accelerate, move
from game.sim.act.powers import sense, switch_torch
from game.sim.command.intents import frenzy, take_intents, wish
from game.sim.components import CORPSE, Act, Body, Button, Corpse, Drive, Health, Hero, Lamp
from game.sim.happenings import Fed, Noise
from game.sim.resources import ticks
from game.sim.settle.hunger import feed, hunger, leave_remains

TUNING = load_tuning()
APPETITE = (take_intents, wish, frenzy, switch_torch, sense, accelerate, move, hunger, feed, leave_remains)
ROOM = "##########\n#@....A..#\n##########"


def starving(value: float, **options: object) -> Scene:
    return scene(ROOM, **options).set(Hero, "@", hunger=value)  # type: ignore[arg-type]  # level options


def test_hunger_rises_by_itself() -> None:
    made = starving(20).seconds(10, *APPETITE)
    assert made.of(Hero, "@").hunger[0] == pytest.approx(20.6, abs=0.01)


def test_sensing_costs_hunger() -> None:
    made = starving(20).press(Button.SENSE).seconds(5, *APPETITE)
    assert made.of(Hero, "@").is_sensing[0]
    assert made.of(Hero, "@").hunger[0] == pytest.approx(20 + 5 * 4.06, abs=0.1)
    assert not made.press().run(1, *APPETITE).of(Hero, "@").is_sensing[0]


@pytest.mark.parametrize("hero", ["cheongsan", "suhyeok", "onjo"])
def test_nobody_but_namra_hungers_or_senses(hero: str) -> None:
    made = starving(0, hero=hero).press(Button.SENSE).seconds(5, *APPETITE)
    assert made.of(Hero, "@").hunger[0] == 0
    assert not made.of(Hero, "@").is_sensing[0]


@pytest.mark.parametrize(("value", "masked"), [(79, False), (80, True), (95, True)])
def test_from_eighty_on_hunger_masks(*, value: float, masked: bool) -> None:
    assert starving(value).run(1, *APPETITE).of(Hero, "@").is_masked[0] == masked


def until(made: Scene, hunger_at: float) -> float:
    """Seconds until she is so hungry."""
    for second in range(1200):
        if made.of(Hero, "@").hunger[0] >= hunger_at:
            return float(second)
        made.seconds(1, hunger)
    return float("inf")


def test_waiting_hardly_ever_masks_and_a_few_seconds_of_sensing_do() -> None:
    start = TUNING.hunger.start
    assert 600 < until(starving(start), 80) < 900
    sensed = starving(start).press(Button.SENSE).seconds(12, *APPETITE)
    assert sensed.of(Hero, "@").is_masked[0]


def test_a_mask_lasts_half_a_minute_at_most() -> None:
    assert until(starving(80), 100) == pytest.approx(29, abs=1)


def test_riding_the_mask_out_costs_more_humanity_than_feeding_and_shows_her() -> None:
    made = starving(100).set(Hero, "@", humanity=50).run(2, *APPETITE)
    assert not made.of(Hero, "@").is_masked[0]
    made.seconds(TUNING.hunger.frenzy_s, *APPETITE)
    assert made.of(Hero, "@").humanity[0] == 44, "and once only"
    assert TUNING.hunger.frenzy_humanity < TUNING.hunger.feed_corpse_humanity


def test_frenzy_leaves_nobody_less_than_no_humanity() -> None:
    made = starving(100).set(Hero, "@", humanity=3).run(2, *APPETITE)
    assert made.of(Hero, "@").humanity[0] == 0


def test_frenzy_takes_control_away_and_ends() -> None:
    made = starving(100).press(move=(-1, 0)).run(2, *APPETITE)
    assert made.of(Hero, "@").frenzy_until[0] == ticks(TUNING.hunger.frenzy_s)
    assert made.of(Drive, "@").want[0, 0] > 0
    assert made.of(Drive, "@").act[0] == Act.STRIKE
    made.press().seconds(TUNING.hunger.frenzy_s, *APPETITE)
    assert made.of(Hero, "@").hunger[0] == pytest.approx(TUNING.hunger.after_frenzy, abs=0.1)
    assert not made.of(Hero, "@").is_masked[0]
    made.press(move=(-1, 0)).run(2, *APPETITE)
    assert made.of(Drive, "@").want[0, 0] < 0


def test_a_frenzied_hero_alone_obeys() -> None:
    made = scene("######\n#.@..#\n######").set(Hero, "@", hunger=100).press(move=(-1, 0)).run(2, *APPETITE)
    assert made.of(Drive, "@").want[0, 0] < 0


def test_hunger_stays_within_its_scale() -> None:
    made = starving(99.9).press(Button.SENSE).seconds(20, *APPETITE)
    assert 0 <= made.of(Hero, "@").hunger[0] <= 100


def test_the_fallen_hunger_no_more() -> None:
    made = starving(50).set(Health, "@", hp=0).press(Button.SENSE).seconds(1, *APPETITE)
    assert made.of(Hero, "@").hunger[0] == 50
    assert not made.of(Hero, "@").is_sensing[0]


def test_a_press_switches_the_torch_once() -> None:
    made = scene(ROOM).press(Button.TORCH).run(30, *APPETITE)
    assert made.of(Lamp, "@").is_on[0]
    assert len(made.heard(Noise)) == 1
    made.press().run(1, *APPETITE).press(Button.TORCH).run(1, *APPETITE)
    assert not made.of(Lamp, "@").is_on[0]


def test_a_soldier_s_torch_is_its_own() -> None:
    made = scene(ROOM).press(Button.TORCH).run(1, *APPETITE)
    assert made.of(Lamp, "A").is_on[0]
    assert np.isclose(made.of(Lamp, "A").reach[0], 12)


def beside_the_fallen(**hero: float) -> Scene:
    made = scene(ROOM).set(Hero, "@", **({"hunger": 60, "humanity": 50} | hero))
    made.world.spawn(CORPSE, Body(pos=(2.5, 1.5)), Corpse())
    made.world.apply()
    return made


def test_feeding_on_the_fallen_takes_time_and_costs_humanity() -> None:
    made = beside_the_fallen().press(Button.USE).seconds(1.9, *APPETITE)
    assert not made.heard(Fed)
    made.seconds(0.2, *APPETITE)
    assert len(made.heard(Fed)) == 1
    assert made.of(Hero, "@").hunger[0] == pytest.approx(25.2, abs=0.1)
    assert made.of(Hero, "@").humanity[0] == 46


def test_nobody_is_fed_on_twice() -> None:
    made = beside_the_fallen().press(Button.USE).seconds(8, *APPETITE)
    assert len(made.heard(Fed)) == 1
    assert made.world.view(Corpse, made.world.span(CORPSE)).fed.tolist() == [True]


def test_letting_go_or_walking_on_begins_again() -> None:
    made = beside_the_fallen().press(Button.USE).seconds(1.5, *APPETITE).press().run(1, *APPETITE)
    made.press(Button.USE).seconds(1.5, *APPETITE)
    made.press(Button.USE, move=(-1, 0)).run(8, *APPETITE).press(Button.USE).seconds(1.5, *APPETITE)
    assert not made.heard(Fed)


def test_only_half_bies_feed() -> None:
    made = scene(ROOM, hero="onjo")
    made.world.spawn(CORPSE, Body(pos=(2.5, 1.5)), Corpse())
    made.world.apply()
    assert not made.press(Button.USE).seconds(3, *APPETITE).heard(Fed)
