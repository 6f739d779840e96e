"""The sheet of icons, and the plates behind the names of keys and buttons.

Icons are pictures in ``icons.txt``; they come in white and grey, to be tinted by the game.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np

from tools.art.arrays import Mask, Pixels
from tools.art.cells import axes
from tools.art.grid import clear
from tools.art.store import Work
from tools.art.strips import shelves

DRAWN: Final = Path(__file__).with_name("icons.txt")
LESSONS: Final = ("gun", "light", "hide", "throw", "route", "run")
"""The six lessons, in the one order they are always listed in."""

SIDE: Final = 16
PLATE: Final = 14
"""Height of a plate in px."""

WIDE: Final = 20
WIDTH: Final = 128

TONES: Final = {"#": 255, "+": 158}
"""White of the two tones of an icon."""

EDGE: Final = (58, 60, 68)
FACE: Final = (34, 37, 46)
DEEP: Final = (28, 31, 39)
LIT: Final = (78, 82, 92)
FOOT: Final = (6, 7, 11)

Colour = tuple[int, int, int]


def _icon(rows: list[str]) -> Pixels:
    out = clear(SIDE, SIDE)
    for y, line in enumerate(rows):
        for x, mark in enumerate(line):
            if mark in TONES:
                out[y, x] = (*[TONES[mark]] * 3, 255)
    return out


def drawn() -> dict[str, Pixels]:
    """Read every icon: blocks of a name and 16 rows; a block that starts with ``;`` is a remark."""
    blocks = DRAWN.read_text(encoding="utf-8").strip().split("\n\n")
    lines = [block.splitlines() for block in blocks if not block.startswith(";")]
    return {name: _icon(rows) for name, *rows in lines}


def _put(out: Pixels, where: Mask, colour: Colour) -> None:
    out[where] = (*colour, 255)


def key(width: int = PLATE) -> Pixels:
    """A key cap: lit upper edge, dark foot; to be stretched between columns 3 and -3."""
    out = clear(PLATE, width)
    y, x = axes(PLATE, width)
    inner = (x > 0) & (x < width - 1)
    _put(out, y < PLATE, EDGE)
    _put(out, inner & (y > 0) & (y < 11), FACE)
    _put(out, inner & (y == 1), LIT)
    _put(out, y == PLATE - 1, FOOT)
    corner = ((x == 0) | (x == width - 1)) & ((y == 0) | (y == PLATE - 1))
    out[corner] = 0
    return out


def _disc(radius: float) -> Mask:
    y, x = axes(PLATE, PLATE)
    return np.asarray((x - 6.5) ** 2 + (y - 6.5) ** 2 < radius * radius)


def round_button() -> Pixels:
    """A face button of a gamepad."""
    out = clear(PLATE, PLATE)
    _put(out, _disc(7), EDGE)
    _put(out, _disc(6), DEEP)
    return out


def stick() -> Pixels:
    """A stick of a gamepad: a ring in a ring."""
    out = round_button()
    _put(out, _disc(4.6), LIT)
    _put(out, _disc(3.6), DEEP)
    return out


def _lozenge(cut: int) -> Pixels:
    out = clear(PLATE, WIDE)
    y, x = axes(PLATE, WIDE)
    for inset, colour in ((0, EDGE), (1, DEEP)):
        body = (y > inset) & (y < PLATE - 1 - inset) & (x >= inset) & (x < WIDE - inset)
        left, up = np.minimum(x, WIDE - 1 - x) - inset, np.minimum(y - 1, PLATE - 2 - y) - inset
        _put(out, body & (left + up >= cut), colour)
    return out


def bumper() -> Pixels:
    """A shoulder button: rounded on both ends."""
    return _lozenge(4)


def trigger() -> Pixels:
    """A trigger: nearly square."""
    return _lozenge(2)


def cross_pad(lit: str = "") -> Pixels:
    """The directional pad, one arm lit or none."""
    out = clear(PLATE, PLATE)
    y, x = axes(PLATE, PLATE)
    across, down = (y > 4) & (y < 9), (x > 4) & (x < 9)
    _put(out, across | down, EDGE)
    _put(
        out,
        (across & (x > 0) & (x < 13) & (y > 5) & (y < 8)) | (down & (y > 0) & (y < 13) & (x > 5) & (x < 8)),
        DEEP,
    )
    arms = {"up": down & (y < 5), "down": down & (y > 8), "left": across & (x < 5), "right": across & (x > 8)}
    if lit:
        _put(out, arms[lit], (228, 220, 198))
    return out


def mouse(lit: str = "") -> Pixels:
    """A mouse: left, right, middle or nothing lit."""
    out = clear(PLATE, PLATE)
    y, x = axes(PLATE, PLATE)
    wide = np.where((y == 0) | (y == 13), 2.6, np.where((y == 1) | (y == 12), 3.6, 4.6))
    body = np.abs(x - 6.5) < wide
    inner = (np.abs(x - 6.5) < wide - 1) & (y > 0) & (y < 13)
    _put(out, body, LIT)
    _put(out, inner, DEEP)
    parts = {
        "left": inner & (y < 6) & (x < 7),
        "right": inner & (y < 6) & (x > 6),
        "middle": (np.abs(x - 6.5) < 1) & (y > 1) & (y < 6),
    }
    _put(out, inner & ((y == 6) | ((np.abs(x - 6.5) < 1) & (y < 6))), EDGE)
    if lit:
        _put(out, parts[lit], (228, 220, 198))
    return out


PLATES: Final[dict[str, Callable[[], Pixels]]] = {
    "plate_key": key,
    "plate_key_wide": lambda: key(32),
    "plate_round": round_button,
    "plate_stick": stick,
    "plate_bumper": bumper,
    "plate_trigger": trigger,
    "pad": cross_pad,
    **{f"pad_{way}": partial(cross_pad, way) for way in ("up", "down", "left", "right")},
    "mouse": mouse,
    **{f"mouse_{part}": partial(mouse, part) for part in ("left", "right", "middle")},
}
"""Every plate by name. A key plate is stretched by repeating its middle columns."""


def icons() -> Work:
    """Make ``icons.png`` and ``icons.json``."""
    pictures = drawn() | {name: draw() for name, draw in PLATES.items()}
    placed = shelves(pictures, WIDTH)
    manifest: dict[str, Any] = {
        name: [*placed.at[name], picture.shape[1], picture.shape[0]] for name, picture in pictures.items()
    }
    manifest["lessons"] = list(LESSONS)
    return Work({"assets/art/icons.png": placed.sheet}, {"assets/art/icons.json": manifest})
