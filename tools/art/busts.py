"""Heads and shoulders for the radio portraits, seen level; the origin lies behind the nose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np

from tools.art.solid import Solid, about_x, about_z


@dataclass(frozen=True)
class Sitter:
    """Who is painted: turn of the head, ramps, hair, clothes, marks, temper.

    ``brow`` below zero is stern, above sad; ``mood`` shapes the mouth; ``rim`` is the back light.
    """

    turn: float
    skin: str
    top: str
    style: str
    rim: str
    brow: float
    hair: str = "hair"
    mood: str = "flat"
    collar: str = ""
    tie: str = ""
    stripe: str = ""
    gold: bool = False
    bandage: bool = False
    blood: bool = False
    plaster: bool = False
    headset: bool = False
    old: bool = False
    veins: bool = False


SITTERS: Final[dict[str, Sitter]] = {
    "namra": Sitter(0.42, "pale", "maroon", "bob", "gold", -0.5, collar="shirt", gold=True),
    "soldier": Sitter(
        0.22, "skin", "olive", "beret", "red", -0.9, hair="grey", mood="stern", headset=True, old=True
    ),
    "cheongsan": Sitter(
        -0.30, "pale", "shirt", "messy", "lab", 0.7, mood="sad", tie="navy", bandage=True, blood=True
    ),
    "suhyeok": Sitter(0.30, "skin", "yellow", "crop", "red", -0.2, mood="half", stripe="white", plaster=True),
    "onjo": Sitter(-0.40, "skin", "coat", "tied", "teal", 0.5, collar="ash"),
    "halfbie": Sitter(-0.24, "bone", "rust", "hood", "gold", -0.2, gold=True, veins=True),
    "yuna": Sitter(0.34, "pale", "gown", "long", "lab", 0.4, mood="half", gold=True, veins=True),
    "hyun": Sitter(
        -0.36, "pale", "gown", "shorn", "lab", 0.6, mood="sad", gold=True, veins=True, plaster=True
    ),
    "harin": Sitter(0.24, "skin", "navy", "braids", "gold", -0.1, mood="half", collar="yellow"),
}
"""Sitters by the name of their file."""


def _face(body: Solid, who: Sitter) -> None:
    skin = who.skin
    body.ball((-2, 0, -27), (8, 20, 11), who.top)
    for y in (-14.0, 14.0):
        body.ball((-1, y, -25), (6.5, 8, 8), who.top)
    body.limb((-2.5, 0, -20), (-1, 0, -9), 5.0 if who.old else 4.2, skin, 3.9, tone=-0.16)
    body.ball((0, 0, 1), (11.2, 9.4, 10.6), skin)
    body.ball((2.6, 0, -5.2), (7.4, 7.3 if who.old else 6.7, 6.4), skin)
    body.ball((5.0, 0, -9.2), (3.6, 3.8 if who.old else 2.7, 2.6), skin)
    for y in (-5.0, 5.0):
        body.ball((7.0, y, -2.4), (2.8, 2.8, 2.6), skin, tone=0.03)
        body.ball((9.2, y * 0.86, 1.4), (1.5, 3.0, 1.6), skin, tone=-0.16)
    body.ball((10.2, 0, -1.2), (1.3, 1.1, 2.4), skin, tone=0.02)
    body.ball((10.6, 0, -2.9), (1.3, 1.35, 0.95), skin, tone=0.04)
    for y in (-9.3, 9.3):
        body.ball((-1.0, y, -1.0), (2.0, 1.3, 3.0), skin, tone=-0.05)


def _skullcap(body: Solid, who: Sitter) -> None:
    body.ball((-2.2, 0, 4.0), (11.2, 10.6, 10.2), who.hair)


def _bob(body: Solid, who: Sitter) -> None:
    _skullcap(body, who)
    body.ball((-4.0, 0, -2.5), (8.4, 11.4, 11.0), who.hair)
    for y in (-8.9, 8.9):
        body.ball((1.2, y, -2.6), (4.2, 2.2, 9.4), who.hair)
        body.ball((1.8, y * 0.96, -9.6), (3.4, 2.4, 2.6), who.hair, tone=-0.06)
    for y, z in ((-6.5, 7.4), (-3.2, 8.0), (0.0, 8.2), (3.2, 8.0), (6.5, 7.2)):
        body.ball((7.8 - abs(y) * 0.3, y, z - 0.2), (2.8, 2.1, 3.2), who.hair, tone=-0.02)


def _messy(body: Solid, who: Sitter) -> None:
    _skullcap(body, who)
    crown = ((-8, 6, 3.4), (-4.5, 9, 3.6), (0, 10.8, 3.6), (4.6, 9.6, 3.7), (8, 6.4, 3.4))
    for y, z, size in (*crown, (-9.4, 1.5, 2.6), (9.4, 1.8, 2.6)):
        body.ball((4.8 - abs(y) * 0.3, y, z), (3.4, size, size * 0.8), who.hair)
    for lock in (-5.4, -1.4, 3.2):
        body.limb((7.6, lock, 8.4), (9.8, lock + 1.8, 4.6), 1.4, who.hair, 0.7)


def _crop(body: Solid, who: Sitter) -> None:
    _skullcap(body, who)
    for y in (-7, -3.4, 0.4, 4.4, 7.6):
        body.limb((3.4, y, 9.6), (7.6 - abs(y) * 0.3, y * 0.94 - 0.8, 9.2), 2.4, who.hair, 1.5, tone=0.02)
    for y in (-9, 9):
        body.ball((-0.8, y, 2.6), (3.0, 1.2, 3.6), who.hair)


def _tied(body: Solid, who: Sitter) -> None:
    _skullcap(body, who)
    body.limb((-8, 7, 2), (-1, 12.5, -12), 3.0, who.hair, 2.2)
    body.limb((-1, 12.5, -12), (4.5, 11.5, -22), 2.3, who.hair, 1.2)
    body.ball((-9, 4, 7), (4.4, 5.0, 4.4), who.hair)
    for side in (-1, 1):
        body.limb((7.2, side * 1.2, 9.6), (5.2, side * 8.2, 3.4), 2.3, who.hair, 1.6)
        body.limb((5.6, side * 8.6, 4.4), (4.2, side * 9.0, -8.5), 1.7, who.hair, 0.8)


def _beret(body: Solid, who: Sitter) -> None:
    body.ball((-2.4, 0, 1.5), (10.6, 9.9, 8.6), who.hair)
    body.ball((-1.0, 1.5, 9.2), (11.6, 11.6, 4.6), "ink", about_x(0.16), tone=0.14)
    body.ball((-3.0, 7.6, 8.0), (7.6, 6.5, 4.2), "ink", about_x(0.4), tone=0.08)
    body.box((9.8, -2.4, 8.4), (0.8, 1.6, 1.9), "yellow", about_z(-0.1))


def _hood(body: Solid, who: Sitter) -> None:
    body.ball((-3.6, 0, 2.4), (11.8, 12.6, 13.2), who.top, tone=-0.06)
    for turn in np.linspace(-2.1, 2.1, 26):
        at = (4.2, float(np.sin(turn)) * 11.2, float(np.cos(turn)) * 12.4 - 0.6)
        body.ball(at, (3.2, 2.4, 2.4), who.top, tone=0.05)
    for y in (-6.0, -3.0, 4.6):
        body.limb((8.0, y, 9.0), (9.0, y * 1.18, 3.4), 1.3, who.hair, 0.7)
    body.ball((0, 0, -16), (8.5, 11, 4), who.top, tone=-0.03)


def _long(body: Solid, who: Sitter) -> None:
    """Hair that nobody has cut for a year, parted, one side behind the ear."""
    _skullcap(body, who)
    body.ball((-4.6, 0, -4), (8.0, 11.6, 13.4), who.hair)
    for y, last in ((-9.4, -25), (9.0, -22)):
        body.limb((1.6, y * 0.72, 8.4), (2.0, y, -4), 2.4, who.hair, 2.0)
        body.limb((2.0, y, -4), (3.4, y * 1.06, last), 2.2, who.hair, 1.2, tone=-0.04)
    for y, side in ((-1.0, -1), (1.4, 1)):
        body.limb((5.4, y, 10.0), (6.8, y + side * 6.2, 5.0), 2.2, who.hair, 1.5, tone=0.02)


def _shorn(body: Solid, who: Sitter) -> None:
    """Clipped for the electrodes, grown out in patches; a seam over the temple."""
    body.ball((-2.0, 0, 3.2), (10.8, 9.9, 9.6), who.hair, tone=0.16)
    for y in (-6.0, -1.6, 3.6):
        body.ball((4.2 - abs(y) * 0.2, y, 9.4), (2.6, 2.4, 1.6), who.hair, tone=0.04)
    for y in (-9.2, 9.2):
        body.ball((-1.4, y, 2.2), (3.2, 1.0, 3.4), who.hair, tone=0.12)
    body.stain((6.4, -6.4, 8.6), (4.0, 0.8, 3.6), "meat", only=who.hair)


def _braids(body: Solid, who: Sitter) -> None:
    """A fringe, two braids over the shoulders, headphones pushed back."""
    _skullcap(body, who)
    for y in (-6.2, -3.0, 0.2, 3.4, 6.4):
        body.ball((7.6 - abs(y) * 0.3, y, 8.2), (2.8, 2.2, 2.6), who.hair, tone=0.02)
    for side in (-1, 1):
        for step in range(6):
            at = (1.6 + step * 0.5, side * (9.6 + 0.5 * (step % 2)), -3.4 - step * 3.4)
            body.ball(at, (2.0, 2.0, 2.2), who.hair, tone=0.05 * (step % 2))
        body.ball((4.2, side * 9.8, -23.4), (1.3, 1.3, 1.2), "red")
        body.ball((-2.4, side * 10.6, 1.4), (2.6, 1.6, 3.4), "ink", tone=0.2)
    for turn in np.linspace(-1.4, 1.4, 18):
        body.ball(
            (-3.6, float(np.sin(turn)) * 11.4, float(np.cos(turn)) * 11.8 + 2.6),
            (1.1, 1.1, 1.1),
            "ink",
            tone=0.24,
        )


STYLES: Final[dict[str, Callable[[Solid, Sitter], None]]] = {
    "bob": _bob,
    "messy": _messy,
    "crop": _crop,
    "tied": _tied,
    "beret": _beret,
    "hood": _hood,
    "long": _long,
    "shorn": _shorn,
    "braids": _braids,
}


def _clothes(body: Solid, who: Sitter) -> None:
    if who.tie:
        body.box((6.4, 0.2, -24), (1.0, 2.0, 6), who.tie)
    if who.stripe:
        body.box((5.6, 0, -18.6), (1.2, 6.2, 1.6), who.top, tone=0.08).box((7, 0, -24), (0.4, 0.5, 5), "ink")
    for side in (-1, 1):
        turn = about_x(side * 0.62)
        if who.collar:
            body.box((5.0, side * 4.6, -17.4), (1.2, 4.6, 1.7), who.collar, turn)
        if who.tie:
            body.box((5.4, side * 4.4, -17.0), (1.2, 4.4, 1.8), "shirt", turn, tone=0.08)
        if who.stripe:
            body.stain((3, side * 14.5, -22), (9, 1.1, 9), who.stripe, boxy=True, only=who.top)
        if who.top in ("coat", "olive") and who.style != "hood":
            body.box((4.6, side * 5.8, -19.2), (1.5, 4.2, 3.6), who.top, about_x(side * 0.7), tone=0.09)


def _marks(body: Solid, who: Sitter) -> None:
    if who.headset:
        body.ball((-0.6, -10.4, -0.6), (2.6, 1.6, 3.4), "ink", tone=0.08)
        body.limb((0.6, -10.6, -2.6), (10.2, -5.6, -8.0), 0.6, "metal")
        body.ball((10.4, -5.2, -8.2), (1.1, 1.1, 1.0), "ink", tone=0.1)
    if who.bandage:
        body.stain((8, 5.0, 4.2), (9, 8.0, 1.9), "bone", only=who.skin)
        body.stain((8, 5.4, 1.4), (5, 3.4, 3.0), "bone", only=who.skin)
    if who.blood:
        body.stain((8, 6.0, 2.0), (4, 1.4, 1.3), "blood")
        body.stain((6, 7.4, -5), (5, 0.9, 5), "blood", only=who.skin)
    if who.plaster:
        body.stain((8.6, -5.2, -3.4), (4, 2.2, 0.9), "bone", only=who.skin)


def bust(who: Sitter) -> Solid:
    """Build a sitter's head and shoulders."""
    body = Solid()
    _face(body, who)
    STYLES[who.style](body, who)
    _clothes(body, who)
    _marks(body, who)
    return body
