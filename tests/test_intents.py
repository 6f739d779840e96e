"""What players send, and what becomes of it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scenes import scene

from game.sim.command.intents import ask_use, take_intents, wish
from game.sim.components import Act, Arms, Button, Drive, Gait, Health, Pilot, Stamina, Weapon
from game.sim.happenings import Use
from game.sim.intent import AIM_STEPS, MOVE_STEPS, Intent

WISHES = (take_intents, wish, ask_use)
ROOM = "#######\n#.@...#\n#######"


def test_full_tilt_is_127_and_an_aim_without_a_distance_is_far() -> None:
    intent = Intent.of((1, -1), (0, 0.001))
    assert intent.move == (MOVE_STEPS, -MOVE_STEPS)
    assert intent.aim == (0, AIM_STEPS)


@given(st.tuples(*[st.floats(-50, 50)] * 2))
def test_a_point_aimed_at_keeps_its_distance(point: tuple[float, float]) -> None:
    intent = Intent.at((0, 0), point)
    assert np.abs(np.array(intent.aim) / 256 - np.array(point)).max() <= 1 / 512
    assert max(map(abs, intent.aim)) < 2**15


def test_who_sends_nothing_stands_still_and_keeps_the_aim() -> None:
    made = scene(ROOM).press(aim=(0, 1), move=(1, 0)).run(1, *WISHES)
    made.intent = Intent.IDLE
    made.run(1, *WISHES)
    assert made.of(Pilot, "@").aim.tolist() == [[0, 1]]
    assert made.of(Drive, "@").want.tolist() == [[0, 0]]
    assert made.of(Drive, "@").gait[0] == Gait.STILL


def test_the_reach_of_the_aim_is_known() -> None:
    made = scene(ROOM).press(at=(3, 4)).run(1, *WISHES)
    assert made.of(Pilot, "@").reach[0] == 5
    assert made.of(Pilot, "@").aim[0] == pytest.approx([0.6, 0.8])


def test_players_read_their_own_slot() -> None:
    made = scene("########\n#.@.@..#\n########")
    made.intent = Intent.of((1, 0), (1, 0))
    made.run(1, *WISHES)
    wants = [float(made.world.view(Drive, made.world.rows(Pilot)).want[row, 0]) for row in (0, 1)]
    slots = made.world.view(Pilot, made.world.rows(Pilot)).slot.tolist()
    assert wants[slots.index(0)] > 0
    assert wants[slots.index(1)] == 0


@pytest.mark.parametrize(
    ("weapon", "act"), [(Weapon.HANDS, Act.STRIKE), (Weapon.PIPE, Act.STRIKE), (Weapon.PISTOL, Act.SHOOT)]
)
def test_attack_means_what_the_hand_holds(weapon: Weapon, act: Act) -> None:
    made = scene(ROOM).set(Arms, "@", weapon=weapon).press(Button.ATTACK).run(1, *WISHES)
    assert made.of(Drive, "@").act[0] == act


def test_a_press_is_remembered_for_the_buffer_and_no_longer() -> None:
    made = scene(ROOM).press(Button.ATTACK).run(1, *WISHES).press().run(6, *WISHES)
    assert made.of(Drive, "@").act[0] == Act.STRIKE
    assert made.run(1, *WISHES).of(Drive, "@").act[0] == Act.NONE


def test_a_held_button_is_one_press() -> None:
    made = scene(ROOM).press(Button.USE).run(20, *WISHES)
    assert len(made.heard(Use)) == 1
    made.press().run(1, *WISHES).press(Button.USE).run(1, *WISHES)
    assert len(made.heard(Use)) == 2


def test_sneaking_wins_over_sprinting() -> None:
    made = scene(ROOM).press(Button.SNEAK | Button.SPRINT, move=(1, 0)).run(1, *WISHES)
    assert made.of(Drive, "@").gait[0] == Gait.SNEAK


def test_without_breath_one_walks() -> None:
    made = scene(ROOM).set(Stamina, "@", left=0).press(Button.SPRINT, move=(1, 0)).run(1, *WISHES)
    assert made.of(Drive, "@").gait[0] == Gait.WALK


def test_a_hero_who_limps_never_sprints() -> None:
    made = scene(ROOM, hero="cheongsan").press(Button.SPRINT, move=(1, 0)).run(1, *WISHES)
    assert made.of(Drive, "@").gait[0] == Gait.WALK


def test_the_fallen_ask_for_nothing() -> None:
    made = scene(ROOM).set(Health, "@", hp=0).press(Button.ATTACK | Button.USE, move=(1, 0)).run(1, *WISHES)
    assert made.of(Drive, "@").want.tolist() == [[0, 0]]
    assert made.of(Drive, "@").act[0] == Act.NONE
    assert not made.heard(Use)
