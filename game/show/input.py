"""Keyboard, mouse and pad: what is held down becomes a wish; what was pressed moves the menus.

A device that is not there is simply silent. Pads may come and go while the game runs. A key tapped between
two ticks counts for one tick; a key that was down when play began or went on counts once it was let go.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame
from pygame._sdl2 import controller

from game.show.controls import BUTTONS, MOVES, TOGGLED
from game.sim.intent import HANDS_OFF

if TYPE_CHECKING:
    from game.show.settings import Settings
    from game.sim.components import Button

PAD_BUTTONS = {
    "A": pygame.CONTROLLER_BUTTON_A,
    "B": pygame.CONTROLLER_BUTTON_B,
    "X": pygame.CONTROLLER_BUTTON_X,
    "Y": pygame.CONTROLLER_BUTTON_Y,
    "LB": pygame.CONTROLLER_BUTTON_LEFTSHOULDER,
    "RB": pygame.CONTROLLER_BUTTON_RIGHTSHOULDER,
    "LS": pygame.CONTROLLER_BUTTON_LEFTSTICK,
    "RS": pygame.CONTROLLER_BUTTON_RIGHTSTICK,
    "BACK": pygame.CONTROLLER_BUTTON_BACK,
    "START": pygame.CONTROLLER_BUTTON_START,
    "D-UP": pygame.CONTROLLER_BUTTON_DPAD_UP,
    "D-DOWN": pygame.CONTROLLER_BUTTON_DPAD_DOWN,
    "D-LEFT": pygame.CONTROLLER_BUTTON_DPAD_LEFT,
    "D-RIGHT": pygame.CONTROLLER_BUTTON_DPAD_RIGHT,
}
PAD_TRIGGERS = {"LT": pygame.CONTROLLER_AXIS_TRIGGERLEFT, "RT": pygame.CONTROLLER_AXIS_TRIGGERRIGHT}
MOUSE_BUTTONS = (
    pygame.BUTTON_LEFT,
    pygame.BUTTON_MIDDLE,
    pygame.BUTTON_RIGHT,
    pygame.BUTTON_X1,
    pygame.BUTTON_X2,
)
"""In the order ``pygame.mouse.get_pressed`` has them; the numbers between are the wheel."""
STEADY = frozenset(MOVES) | frozenset(TOGGLED)
"""Actions that may be held through a menu or a death."""
AXIS_MAX = 32767
TRIGGER_DOWN = 0.4
"""How far a trigger must be pulled to count as pressed, 0..1."""
PAD_REACH = 9.0
"""How far off a stick at full tilt aims, tile: as far as a bottle flies."""
MENU_KEYS = {
    pygame.K_UP: "up",
    pygame.K_DOWN: "down",
    pygame.K_LEFT: "left",
    pygame.K_RIGHT: "right",
    pygame.K_RETURN: "select",
    pygame.K_KP_ENTER: "select",
    pygame.K_SPACE: "select",
    pygame.K_ESCAPE: "back",
    pygame.K_TAB: "tab",
    pygame.K_r: "reset",
}
MENU_LETTERS = {pygame.K_w: "up", pygame.K_s: "down", pygame.K_a: "left", pygame.K_d: "right"}
MENU_PAD = {
    "D-UP": "up",
    "D-DOWN": "down",
    "D-LEFT": "left",
    "D-RIGHT": "right",
    "A": "select",
    "B": "back",
    "START": "back",
    "Y": "reset",
    "RB": "tab",
}


@dataclass
class Input:
    """The player's hands.

    Attributes:
        settings: bindings, dead zone, and what is held or toggled.
        uses_pad: whether the last thing touched was a pad: prompts show its buttons.
        pad_lost: a pad in use was unplugged; whoever reads it clears it.
    """

    settings: Settings
    uses_pad: bool = False
    pad_lost: bool = False
    _pads: dict[int, controller.Controller] = field(default_factory=dict)
    _toggled: set[str] = field(default_factory=set)
    _was_down: set[str] = field(default_factory=set)
    _tapped: set[str] = field(default_factory=set)
    _spent: set[str] = field(default_factory=set)

    def open(self) -> None:
        """Start listening to pads."""
        controller.init()
        for index in range(controller.get_count()):
            self._add(index)

    def take(self, event: pygame.event.Event) -> str:
        """Read one event; return the menu word it means: up, down, left, right, select, back, tab, reset."""
        if event.type == pygame.CONTROLLERDEVICEADDED:
            self._add(event.device_index)
        elif event.type == pygame.CONTROLLERDEVICEREMOVED and event.instance_id in self._pads:
            del self._pads[event.instance_id]
            self.pad_lost = self.uses_pad
            self.uses_pad = False
        elif event.type in {pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN}:
            self.uses_pad = False
            self._tap({a for a, key in self.settings.keys.items() if key == key_name(event)})
        elif event.type == pygame.CONTROLLERBUTTONDOWN:
            self.uses_pad = True
            self._tap({a for a, name in self.settings.pad.items() if name == pad_name(event.button)})
        return self._menu_word(event)

    def _tap(self, actions: set[str]) -> None:
        self._tapped |= actions
        self._spent -= actions

    def _menu_word(self, event: pygame.event.Event) -> str:
        if event.type == pygame.KEYDOWN:
            return MENU_KEYS.get(event.key) or MENU_LETTERS.get(event.key, "")
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return MENU_PAD.get(pad_name(event.button), "")
        return ""

    def _add(self, index: int) -> None:
        if controller.is_controller(index):
            pad = controller.Controller(index)
            self._pads[pad.as_joystick().get_instance_id()] = pad

    # -- what is down ------------------------------------------------------------------------

    def held(self) -> set[str]:
        """Return the actions whose key or button is down now."""
        keys, mouse = pygame.key.get_pressed(), pygame.mouse.get_pressed(5)
        down = {a for a, key in self.settings.keys.items() if _key_down(key, keys, mouse)}
        for pad in self._pads.values():
            down |= {a for a, button in self.settings.pad.items() if _pad_down(pad, button)}
        return down

    def wish(
        self, hero_on_screen: tuple[float, float], tile: float
    ) -> tuple[tuple[float, float], tuple[float, float], Button]:
        """Return what the hands want this tick.

        Args:
            hero_on_screen: where the hero is drawn, px of the window; the mouse aims from there.
            tile: how wide a tile is drawn, px of the window.

        Returns:
            The stick (-1..1), the point aimed at (tiles from the hero; (0, 0) keeps the last one), and
            the buttons held.
        """
        down = self._counted()
        held = HANDS_OFF
        for action in self._switched(down):
            held |= BUTTONS.get(action, HANDS_OFF)
        self._was_down = down
        return self._move(down), self._aim(hero_on_screen, tile), held

    def means(self, event: pygame.event.Event, action: str) -> bool:
        """Whether an event presses what an action is bound to."""
        if event.type == pygame.CONTROLLERBUTTONDOWN:
            return self.settings.pad.get(action) == pad_name(event.button)
        return self.settings.keys[action] == (key_name(event) or None)

    def settle(self) -> None:
        """Begin anew: whatever strikes or takes counts once it was let go, and nothing is switched on."""
        self._spent = self.held() - STEADY
        self._tapped.clear()
        self._toggled.clear()
        self._was_down.clear()

    def _counted(self) -> set[str]:
        """Return the actions that are down or were tapped since the last tick, and are not spent."""
        down = self.held()
        self._spent &= down
        counted = (down | self._tapped) - self._spent
        self._tapped.clear()
        return counted

    def _switched(self, down: set[str]) -> set[str]:
        """Apply the settings that turn holding into switching."""
        active = set(down)
        for action, setting in TOGGLED.items():
            if getattr(self.settings, setting):
                self._toggled.discard(action)
                continue
            if action in down and action not in self._was_down:
                self._toggled ^= {action}
            active.discard(action)
            if action in self._toggled:
                active.add(action)
        return active

    def _move(self, down: set[str]) -> tuple[float, float]:
        x, y = (float(sum(MOVES[a][axis] for a in down & MOVES.keys())) for axis in (0, 1))
        sticks = [
            self._stick(pad, pygame.CONTROLLER_AXIS_LEFTX, pygame.CONTROLLER_AXIS_LEFTY)
            for pad in self._pads.values()
        ]
        x, y = x + sum(s[0] for s in sticks), y + sum(s[1] for s in sticks)
        far = math.hypot(x, y)
        return (x / far, y / far) if far > 1 else (x, y)

    def _aim(self, hero: tuple[float, float], tile: float) -> tuple[float, float]:
        """Return the point aimed at, tiles from the hero; (0, 0) keeps the last one."""
        for pad in self._pads.values():
            x, y = self._stick(pad, pygame.CONTROLLER_AXIS_RIGHTX, pygame.CONTROLLER_AXIS_RIGHTY)
            if x or y:
                self.uses_pad = True  # also where only the stick is touched
                return x * PAD_REACH, y * PAD_REACH
        if self.uses_pad:
            return 0.0, 0.0
        mouse = pygame.mouse.get_pos()
        return (mouse[0] - hero[0]) / tile, (mouse[1] - hero[1]) / tile

    def _stick(self, pad: controller.Controller, across: int, down: int) -> tuple[float, float]:
        x, y = pad.get_axis(across) / AXIS_MAX, pad.get_axis(down) / AXIS_MAX
        dead = self.settings.dead_zone / 100
        far = math.hypot(x, y)
        if far <= dead:
            return 0.0, 0.0
        full = min(1.0, (far - dead) / (1 - dead)) / far
        return x * full, y * full


def pad_name(button: int) -> str:
    """Return the name of a pad button's number, or nothing."""
    return next((name for name, number in PAD_BUTTONS.items() if number == button), "")


def key_name(event: pygame.event.Event) -> str:
    """Return the name a pressed key or mouse button is bound by, or nothing."""
    if event.type == pygame.KEYDOWN:
        return pygame.key.name(event.key)
    if event.type == pygame.MOUSEBUTTONDOWN and event.button in MOUSE_BUTTONS:
        return f"mouse {MOUSE_BUTTONS.index(event.button) + 1}"
    return ""


def _key_down(key: str, keys: pygame.key.ScancodeWrapper, mouse: tuple[bool, ...]) -> bool:
    if key.startswith("mouse "):
        number = key.removeprefix("mouse ")
        return number.isdigit() and 1 <= int(number) <= len(mouse) and mouse[int(number) - 1]
    try:
        return keys[pygame.key.key_code(key)]
    except (ValueError, IndexError):
        return False  # a name no keyboard has: it was edited by hand


def _pad_down(pad: controller.Controller, button: str) -> bool:
    if button in PAD_TRIGGERS:
        return pad.get_axis(PAD_TRIGGERS[button]) / AXIS_MAX > TRIGGER_DOWN
    number = PAD_BUTTONS.get(button)
    return number is not None and bool(pad.get_button(number))
