"""Pieces of the thin walls: glass, fence, parapet, barricade, shelf, curtain, bars.

A piece is 16x16 RGBA. Bit 1 joins north, 2 east, 4 south, 8 west. A run to the east or west shows
the face of the wall, a run to the north or south only its upper edge.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.art.arrays import Ints, Mask, Pixels
from tools.art.grid import clear, shift
from tools.art.palette import RAMPS

TILE: Final = 16
NORTH, EAST, SOUTH, WEST = 1, 2, 4, 8
MASKS: Final = 16

Colour = tuple[str, int]


def _axes() -> tuple[Ints, Ints]:
    y, x = np.mgrid[0:TILE, 0:TILE]
    return y, x


def _put(out: Pixels, where: Mask, colour: Colour, alpha: int = 255) -> None:
    out[where, :3] = RAMPS[colour[0]][colour[1]]
    out[where, 3] = alpha


@dataclass(frozen=True)
class Style:
    """How one thin wall is drawn: its face seen from the south, and its edge seen from above."""

    face: Callable[[Pixels, Mask], None]
    edge: Callable[[Pixels, Mask], None]
    top: int = 2
    foot: int = 14
    left: int = 6
    right: int = 10


def _rows(out: Pixels, span: Mask, rows: dict[int, Colour]) -> None:
    y, _ = _axes()
    for row, colour in rows.items():
        _put(out, span & (y == row), colour)


def _glass_face(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    pane = span & (y > 2) & (y < 13)
    _put(out, pane, ("lab", 3), 170)
    _put(out, pane & ((x - y) % 16 == 12), ("lab", 6), 210)
    _put(out, pane & ((x - y) % 16 == 13), ("lab", 5), 200)
    _rows(out, span, {1: ("metal", 5), 2: ("metal", 3), 13: ("metal", 2), 14: ("ink", 1)})
    _put(out, span & (x == 0) & (y > 0) & (y < 15), ("metal", 4))


def _glass_edge(out: Pixels, span: Mask) -> None:
    _, x = _axes()
    _put(out, span & (x == 6), ("metal", 4))
    _put(out, span & (x > 6) & (x < 9), ("lab", 5))
    _put(out, span & (x == 9), ("ink", 1))


def _fence_face(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    wire = ((x + y) % 4 == 0) | ((x - y) % 4 == 0)
    _put(out, span & wire & (y > 2) & (y < 13), ("metal", 3))
    _rows(out, span, {2: ("metal", 5), 13: ("ink", 1)})
    _put(out, span & (x == 0) & (y > 1) & (y < 14), ("metal", 4))


def _fence_edge(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    _put(out, span & (x > 6) & (x < 9), ("metal", 4))
    _put(out, span & (x > 6) & (x < 9) & (y % 4 == 0), ("metal", 6))
    _put(out, span & (x == 9), ("ink", 1), 200)


def _parapet(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    _put(out, span, ("concrete", 4))
    _put(out, span & ((x * 5 + y * 3) % 11 == 0), ("concrete", 3))
    _put(out, span & ~shift(span, 0, 1), ("concrete", 5))
    _put(out, span & ~shift(span, -1, 0), ("concrete", 1))
    _put(out, span & ~shift(span, 1, 0), ("concrete", 6))


def _parapet_face(out: Pixels, span: Mask) -> None:
    y, _ = _axes()
    _parapet(out, span & (y < 11))
    _put(out, span & (y > 10), ("concrete", 2))
    _put(out, span & (y == 14), ("ink", 1))


def _low_face(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    _put(out, span & (y > 3) & (y < 14), ("leather", 3))
    _put(out, span & (x % 6 == 5) & (y > 3) & (y < 14), ("leather", 1))
    _put(out, span & (x % 6 == 0) & (y > 3) & (y < 14), ("wood", 3))
    _rows(out, span, {3: ("wood", 5), 8: ("wood", 4), 9: ("leather", 1), 14: ("ink", 1)})


def _low_edge(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    _put(out, span, ("leather", 3))
    _put(out, span & (y % 6 == 0), ("leather", 1))
    _put(out, span & (x == 6), ("wood", 5))
    _put(out, span & (x == 9), ("ink", 1))


def _shelf_face(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    _put(out, span, ("metal", 2))
    packets = ("red", "yellow", "teal", "white", "maroon")
    for number, ramp in enumerate(packets):
        mine = span & ((x // 3 * 2 + y // 5 * 3) % len(packets) == number)
        _put(out, mine & (x % 3 > 0) & (y % 5 > 1), (ramp, 2))
        _put(out, mine & (x % 3 > 0) & (y % 5 == 2), (ramp, 3))
    _rows(out, span, {0: ("metal", 5), 15: ("ink", 1)})


def _cloth_face(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    hang = span & (y > 3) & (y < 14)
    for column, tone in enumerate((1, 2, 3, 2)):
        _put(out, hang & (x % 4 == column), ("teal", tone))
    _rows(out, span, {3: ("metal", 4), 14: ("ink", 1)})


def _cloth_edge(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    _put(out, span, ("teal", 2))
    _put(out, span & (y % 4 == 0), ("teal", 3))
    _put(out, span & (x == 9), ("ink", 1))


def _bars_face(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    tall = span & (y > 3) & (y < 13)
    _put(out, tall & (x % 4 == 2), ("ink", 0))
    _put(out, tall & (x % 4 == 1), ("metal", 5))
    _rows(out, span, {1: ("metal", 6), 2: ("rust", 3), 3: ("rust", 2), 12: ("rust", 2)})
    _put(out, span & (y > 12) & (y < 15), ("ink", 1))


def _bars_edge(out: Pixels, span: Mask) -> None:
    y, x = _axes()
    _put(out, span, ("rust", 2))
    _put(out, span & (x == 6), ("metal", 5))
    _put(out, span & (y % 4 == 0), ("metal", 6))
    _put(out, span & (x == 9), ("ink", 0))


THIN: Final[dict[int, Style]] = {
    3: Style(_glass_face, _glass_edge, top=1),
    4: Style(_fence_face, _fence_edge),
    5: Style(_parapet_face, _parapet, top=4, left=3, right=13),
    7: Style(_low_face, _low_edge, top=3),
    8: Style(_shelf_face, _shelf_face, top=0, foot=15, left=0, right=16),
    10: Style(_cloth_face, _cloth_edge, top=3),
    11: Style(_bars_face, _bars_edge, top=1),
}
"""Style by wall tile number."""


def _spans(style: Style, joins: int) -> tuple[Mask, Mask]:
    """Find where the face (east and west runs) and the edge (north and south runs) lie."""
    y, x = _axes()
    tall = (y >= style.top) & (y <= style.foot)
    core = (x >= style.left) & (x < style.right)
    lonely = joins == 0
    face = (((joins & WEST) > 0) | lonely) & (x < style.right)
    face |= (((joins & EAST) > 0) | lonely) & (x >= style.left)
    edge = ((joins & NORTH) > 0) & (y < style.foot)
    edge |= ((joins & SOUTH) > 0) & (y >= style.top)
    return face & tall, edge & core


def piece(kind: int, joins: int) -> Pixels:
    """Draw wall ``kind`` joined to the neighbours in ``joins``."""
    out, style = clear(TILE, TILE), THIN[kind]
    face, edge = _spans(style, joins)
    if face.any():
        style.face(out, face)
    if edge.any():
        style.edge(out, edge)
    return out
