"""Cheong-san's wounds close while he stands still."""

from __future__ import annotations

import pytest
from scenes import Scene, scene

from game.data.tuning import load_tuning
from game.sim.act.legs import breathe
from game.sim.act.motion import accelerate, move
from game.sim.command.intents import take_intents, wish
from game.sim.components import Health, Lamp
from game.sim.resources import Clock
from game.sim.settle.mending import mend

RULES = load_tuning().mending
REST = (take_intents, wish, breathe, accelerate, move, mend)
ROOM = "##########\n#@.......#\n##########"


def wounded(hp: float, hero: str = "cheongsan") -> Scene:
    return scene(ROOM, hero=hero).set(Health, "@", hp=hp)


def hp(made: Scene) -> float:
    return float(made.of(Health, "@").hp[0])


def test_his_wounds_close_while_he_stands_still_but_not_all_the_way() -> None:
    made = wounded(20).seconds(RULES.after_s + 5, *REST)
    assert hp(made) == pytest.approx(20 + 5 * RULES.per_s, abs=0.2)
    assert hp(made.seconds(60, *REST)) == pytest.approx(100 * RULES.most)


def test_it_takes_a_while_before_they_begin_to() -> None:
    assert hp(wounded(20).seconds(RULES.after_s - 0.1, *REST)) == 20


def test_who_walks_does_not_mend() -> None:
    made = wounded(20)
    for way in (1, -1) * 4:
        made.press(move=(way, 0)).seconds(1.5, *REST)
    assert hp(made) == 20


def test_whoever_was_hurt_a_moment_ago_does_not_mend_yet() -> None:
    made = wounded(20).seconds(RULES.after_s + 1, *REST)
    before = hp(made)
    made.set(Health, "@", hurt_at=made.world.resource(Clock).tick)
    assert hp(made.seconds(RULES.after_s - 0.1, *REST)) == before


@pytest.mark.parametrize("much", [0, 60, 85])
def test_neither_who_is_down_nor_who_is_well_enough_mends(much: float) -> None:
    assert hp(wounded(much).seconds(RULES.after_s + 2, *REST)) == much


def test_a_torch_undoes_it() -> None:
    assert hp(wounded(20).set(Lamp, "@", is_on=True).seconds(RULES.after_s + 2, *REST)) == 20


@pytest.mark.parametrize("hero", ["namra", "suhyeok", "onjo"])
def test_nobody_else_mends(hero: str) -> None:
    assert hp(wounded(20, hero).seconds(RULES.after_s + 2, *REST)) == 20
