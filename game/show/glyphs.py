"""Text with keys in it: "Hold [L Ctrl] to sneak", the key drawn as it looks.

A key inside a line is wrapped in two private characters, so it passes through the locale files like any
other value. ``key`` and ``button`` wrap, ``write`` draws, ``plain`` leaves the name alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from game.show import style
from game.show.controls import shown

if TYPE_CHECKING:
    from game.show.canvas import Canvas
    from game.show.settings import Settings

KEY, BUTTON, END = "\ue000", "\ue001", "\ue002"
PARTS = re.compile(f"([{KEY}{BUTTON}][^{END}]*{END})")
GAP = 1
"""On either side of a key, u."""
KEY_DROP = 1
"""How far a key hangs under the top of its line, u."""


def key(name: str) -> str:
    """Wrap a key or mouse button, named as it is bound."""
    return f"{KEY}{shown(name)}{END}"


def button(name: str) -> str:
    """Wrap a pad button."""
    return f"{BUTTON}{name}{END}"


def bound(settings: Settings, *, pad: bool) -> dict[str, str]:
    """Return what every action is bound to, wrapped: the values of the hints."""
    keys = {action: key(name) for action, name in settings.keys.items()}
    return keys | {action: button(name) for action, name in settings.pad.items()} if pad else keys


def plain(text: str) -> str:
    """Return the text with bare names of keys."""
    return re.sub(f"[{KEY}{BUTTON}{END}]", "", text)


def width(canvas: Canvas, text: str, kind: str = "body") -> float:
    """Return how wide the line is, u."""
    return sum(_width(canvas, part, kind) for part in _parts(text))


def write(
    canvas: Canvas, x: float, y: float, text: str, kind: str = "body", colour: style.Colour = style.TEXT
) -> None:
    """Set one line; keys stand on its base line, 14 u high."""
    for part in _parts(text):
        if part[0] == KEY:
            canvas.key(x + GAP, y + KEY_DROP, part[1:-1])
        elif part[0] == BUTTON:
            canvas.pad_button(x + GAP, y + KEY_DROP, part[1:-1])
        else:
            canvas.text(x, y, part, kind, colour)
        x += _width(canvas, part, kind)


def _parts(text: str) -> list[str]:
    return [part for part in PARTS.split(text) if part]


def _width(canvas: Canvas, part: str, kind: str) -> float:
    if part[0] == KEY:
        return canvas.key_width(part[1:-1]) + 2 * GAP
    if part[0] == BUTTON:
        return canvas.button_width(part[1:-1]) + 2 * GAP
    return canvas.width(part, kind)
