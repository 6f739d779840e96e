"""What can be bound: actions, and the keys and pad buttons they come with.

Keys are named as pygame names them (``"w"``, ``"left shift"``); the mouse's buttons are ``"mouse 1"`` to
``"mouse 5"``. Pad buttons are named as on an Xbox pad, which SDL maps every known pad to.
"""

from __future__ import annotations

from typing import Final

from game.sim.components import Button

BUTTONS: Final = {
    "sprint": Button.SPRINT,
    "sneak": Button.SNEAK,
    "attack": Button.ATTACK,
    "reload": Button.RELOAD,
    "throw": Button.THROW,
    "dodge": Button.DODGE,
    "use": Button.USE,
    "torch": Button.TORCH,
    "sense": Button.SENSE,
    "swap": Button.SWAP,
    "order": Button.ORDER,
    "choice_1": Button.CHOICE_1,
    "choice_2": Button.CHOICE_2,
    "choice_3": Button.CHOICE_3,
    "skip": Button.SKIP,
}
"""Action -> the button of an intent it holds down."""

MOVES: Final = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
"""Action -> the way it moves the hero."""

DEFAULT_KEYS: Final = {
    "up": "w",
    "down": "s",
    "left": "a",
    "right": "d",
    "sprint": "left shift",
    "sneak": "left ctrl",
    "attack": "mouse 1",
    "throw": "mouse 3",
    "dodge": "space",
    "use": "e",
    "reload": "r",
    "torch": "f",
    "sense": "q",
    "swap": "tab",
    "order": "c",
    "choice_1": "1",
    "choice_2": "2",
    "choice_3": "3",
    "skip": "return",
    "pause": "escape",
    "debug": "f3",
}
"""Action -> key or mouse button, in the order of the menu."""

DEFAULT_PAD: Final = {
    "sprint": "LT",
    "sneak": "B",
    "attack": "RT",
    "throw": "RB",
    "dodge": "LS",
    "use": "A",
    "reload": "X",
    "torch": "RS",
    "sense": "LB",
    "swap": "Y",
    "order": "D-DOWN",
    "choice_1": "D-LEFT",
    "choice_2": "D-UP",
    "choice_3": "D-RIGHT",
    "skip": "BACK",
    "pause": "START",
}
"""Action -> pad button; the sticks move and aim."""

TOGGLED: Final = {"sprint": "hold_sprint", "sneak": "hold_sneak", "sense": "hold_sense"}
"""Action -> the setting that says whether it is held (True) or switched (False)."""


def shown(key: str) -> str:
    """Return a key's name as it is printed on keys: ``left shift`` -> ``L Shift``."""
    names = {"left shift": "L Shift", "right shift": "R Shift", "left ctrl": "L Ctrl", "right ctrl": "R Ctrl"}
    names |= {"left alt": "L Alt", "right alt": "R Alt", "escape": "Esc", "return": "Enter", "space": "Space"}
    return names.get(key, key.upper() if len(key) == 1 else key.title())
