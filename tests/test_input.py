from __future__ import annotations

import math
from typing import Any

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.show.input import Input
from game.show.settings import Settings
from game.sim.components import Button

HERE, TILE = (320.0, 180.0), 16.0


class Keyboard:
    """What pygame says is down."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.down: set[int] = set()
        self.buttons: set[int] = set()
        self.mouse: tuple[float, float] = (400, 180)
        monkeypatch.setattr(pygame.key, "get_pressed", lambda: self)
        monkeypatch.setattr(pygame.mouse, "get_pressed", lambda n: tuple(i in self.buttons for i in range(n)))
        monkeypatch.setattr(pygame.mouse, "get_pos", lambda: self.mouse)

    def __getitem__(self, key: int) -> bool:
        return key in self.down


class Pad:
    """A controller as pygame has it."""

    def __init__(self, number: int = 1) -> None:
        self.number = number
        self.axes: dict[int, int] = {}
        self.buttons: set[int] = set()

    def get_axis(self, axis: int) -> int:
        return self.axes.get(axis, 0)

    def get_button(self, button: int) -> bool:
        return button in self.buttons

    def as_joystick(self) -> Any:
        return self

    def get_instance_id(self) -> int:
        return self.number


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch) -> Keyboard:
    pygame.display.init()
    return Keyboard(monkeypatch)


def hands(**chosen: Any) -> Input:
    return Input(Settings(**chosen))


def down(key: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode="", scancode=0)


def buttons(given: Input) -> Button:
    return given.wish(HERE, TILE)[2]


# -- keys and mouse ------------------------------------------------------------------------------


def test_held_keys_walk_and_hold_buttons(keyboard: Keyboard) -> None:
    keyboard.down = {pygame.K_d, pygame.K_LSHIFT, pygame.K_e}
    keyboard.buttons = {0}
    move, _, held = hands().wish(HERE, TILE)
    assert (move, held) == ((1.0, 0.0), Button.SPRINT | Button.USE | Button.ATTACK)


@pytest.mark.parametrize("keys", [(a, b) for a in (pygame.K_w, pygame.K_s) for b in (pygame.K_a, pygame.K_d)])
def test_two_keys_walk_no_faster_than_one(keyboard: Keyboard, keys: tuple[int, int]) -> None:
    keyboard.down = set(keys)
    assert math.hypot(*hands().wish(HERE, TILE)[0]) == pytest.approx(1)


def test_the_mouse_aims_at_a_point_in_tiles_from_the_hero(keyboard: Keyboard) -> None:
    keyboard.mouse = (HERE[0] + 48, HERE[1] - 16)
    assert hands().wish(HERE, TILE)[1] == (3.0, -1.0)


def test_a_key_tapped_between_two_ticks_counts_for_one(keyboard: Keyboard) -> None:
    given = hands()
    given.take(down(pygame.K_e))
    assert keyboard.down == set()
    assert [buttons(given), buttons(given)] == [Button.USE, Button(0)]


def test_a_rebound_key_works_and_the_old_one_does_not(keyboard: Keyboard) -> None:
    given = hands()
    given.settings.keys["use"] = "mouse 4"
    keyboard.down, keyboard.buttons = {pygame.K_e}, {3}
    assert buttons(given) == Button.USE
    keyboard.buttons = set()
    assert buttons(given) == Button(0)


def test_a_name_no_keyboard_has_is_silent(keyboard: Keyboard) -> None:
    given = hands()
    given.settings.keys |= {"use": "no such key", "torch": "mouse 99", "dodge": ""}
    keyboard.down = {pygame.K_e}
    assert buttons(given) == Button(0)


def test_what_strikes_is_let_go_first_after_a_menu_but_steps_go_on(keyboard: Keyboard) -> None:
    given = hands()
    keyboard.buttons, keyboard.down = {0}, {pygame.K_d, pygame.K_LSHIFT}
    given.settle()
    assert given.wish(HERE, TILE)[0] == (1.0, 0.0)
    assert buttons(given) == Button.SPRINT
    keyboard.buttons = set()
    buttons(given)
    keyboard.buttons = {0}
    assert buttons(given) == Button.SPRINT | Button.ATTACK


def test_a_tap_in_a_menu_is_forgotten_when_play_goes_on(keyboard: Keyboard) -> None:
    given = hands()
    given.take(down(pygame.K_SPACE))
    given.settle()
    assert buttons(given) == Button(0)
    assert not keyboard.down


def test_toggling_switches_on_each_press_and_holding_does_not(keyboard: Keyboard) -> None:
    for hold, seen in ((True, [1, 1, 0, 1, 0]), (False, [1, 1, 1, 0, 0])):
        given = hands(hold_sneak=hold)
        states = []
        for is_down in (True, True, False, True, False):
            keyboard.down = {pygame.K_LCTRL} if is_down else set()
            states.append(int(bool(buttons(given) & Button.SNEAK)))
        assert states == seen


def test_what_was_switched_on_is_off_after_a_menu(keyboard: Keyboard) -> None:
    given = hands(hold_sneak=False)
    keyboard.down = {pygame.K_LCTRL}
    assert buttons(given) == Button.SNEAK
    keyboard.down = set()
    given.settle()
    assert buttons(given) == Button(0)


# -- pads ----------------------------------------------------------------------------------------


def plugged(monkeypatch: pytest.MonkeyPatch, given: Input) -> Pad:
    """Plug a pad in, as the system tells it."""
    made = Pad()
    monkeypatch.setattr("game.show.input.controller.is_controller", lambda _: True)
    monkeypatch.setattr("game.show.input.controller.Controller", lambda _: made)
    given.take(pygame.event.Event(pygame.CONTROLLERDEVICEADDED, device_index=0))
    return made


@given(st.integers(-32767, 32767), st.integers(-32767, 32767), st.integers(5, 50))
def test_a_stick_is_still_in_its_dead_zone_and_full_at_its_edge(x: int, y: int, zone: int) -> None:
    stick: Any = Pad()
    stick.axes = {0: x, 1: y}
    right, low = hands(dead_zone=zone)._stick(stick, 0, 1)
    tilt, far = math.hypot(x, y) / 32767, math.hypot(right, low)
    assert (far == 0) == (tilt <= zone / 100)
    assert far <= 1 + 1e-9
    if tilt >= 1:
        assert far == pytest.approx(1)
    if far:
        assert math.atan2(low, right) == pytest.approx(math.atan2(y, x))


def test_a_pad_walks_aims_and_pulls_triggers(keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch) -> None:
    given = hands()
    pad = plugged(monkeypatch, given)
    pad.axes = {
        pygame.CONTROLLER_AXIS_LEFTX: 32767,
        pygame.CONTROLLER_AXIS_RIGHTY: 32767,
        pygame.CONTROLLER_AXIS_TRIGGERRIGHT: 32767,
    }
    move, aim, held = given.wish(HERE, TILE)
    assert held == Button.ATTACK
    assert move == pytest.approx((1, 0))
    assert aim == pytest.approx((0, 9))
    assert given.uses_pad
    pad.axes = {}
    assert given.wish(HERE, TILE)[1] == (0.0, 0.0)  # the stick let go: the last aim stays
    assert keyboard.down == set()


def test_a_pad_pulled_out_while_in_use_is_told_once_and_may_come_back(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = hands()
    plugged(monkeypatch, given)
    given.take(pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=0, instance_id=1))
    given.take(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=1))
    assert (given.pad_lost, given.uses_pad) == (True, False)
    assert given.wish(HERE, TILE)[0] == (0.0, 0.0)
    pad = plugged(monkeypatch, given)
    pad.buttons = {pygame.CONTROLLER_BUTTON_A}
    assert buttons(given) == Button.USE
    assert not keyboard.down


def test_an_unknown_pad_going_or_one_not_in_use_pauses_nothing(
    keyboard: Keyboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = hands()
    plugged(monkeypatch, given)
    given.take(down(pygame.K_d))
    for number in (9, 1):
        given.take(pygame.event.Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=number))
    assert not given.pad_lost
    assert not keyboard.down


def test_pause_is_known_by_its_binding_on_either_device(keyboard: Keyboard) -> None:
    given = hands()
    given.settings.keys["pause"], given.settings.pad["pause"] = "p", "Y"
    assert given.means(down(pygame.K_p), "pause")
    assert not given.means(down(pygame.K_ESCAPE), "pause")
    button = pygame.event.Event(pygame.CONTROLLERBUTTONDOWN, button=pygame.CONTROLLER_BUTTON_Y)
    assert given.means(button, "pause")
    assert not given.means(pygame.event.Event(pygame.MOUSEMOTION, pos=(0, 0)), "pause")
    assert not keyboard.down
