"""Things to pick up, as they lie on the ground."""

from __future__ import annotations

import math

from tools.art.arrays import Pixels
from tools.art.held import name_tag
from tools.art.raycast import Style, from_above, render
from tools.art.solid import Solid, about_z


def _item(model: Solid, side: int = 18) -> list[Pixels]:
    return [render(model, from_above(0.0), side, (side / 2, side * 0.6), Style(rise=0.02)).colour]


def bottle() -> list[Pixels]:
    """A green bottle lying, in eight turns for its flight."""
    frames = []
    for turn in range(8):
        body = Solid().ball((-0.8, 0, 1.6), (2.6, 1.5, 1.5), "roof", tone=0.05)
        body.ball((2.4, 0, 1.6), (1.9, 0.8, 0.8), "roof", tone=0.2).stain((-1, 0, 2.6), (1, 1, 1), "white")
        frames += _item(body.turned(about_z(turn * math.pi / 4)), 12)
    return frames


def ammo() -> list[Pixels]:
    """A box of cartridges."""
    body = Solid().box((0, 0, 1.6), (3.4, 4.4, 1.6), "olive").box((0.4, 0, 3.3), (2.6, 3.6, 0.2), "ink")
    for y in (-2.4, -0.8, 0.8, 2.4):
        body.ball((0.6, y, 3.8), (1.0, 0.65, 0.8), "yellow", tone=0.1)
    return _item(body.turned(about_z(0.4)))


def medkit() -> list[Pixels]:
    """A white case with a red cross."""
    body = Solid().box((0, 0, 1.8), (3.6, 4.8, 1.8), "white", tone=-0.1)
    body.box((0, 0, 3.8), (0.9, 2.4, 0.2), "red").box((0, 0, 3.8), (2.4, 0.9, 0.2), "red")
    return _item(body.turned(about_z(-0.3)))


def key() -> list[Pixels]:
    """A brass key on a tag."""
    body = Solid()
    for step in range(10):
        turn = step * math.pi / 5
        body.ball((math.cos(turn) * 1.8 - 2.4, math.sin(turn) * 1.8, 0.8), (0.8, 0.8, 0.7), "gold", tone=-0.1)
    body.box((2.4, 0, 0.8), (3.0, 0.6, 0.6), "gold").box((4.6, 1.2, 0.8), (0.6, 1.0, 0.6), "gold")
    body.box((2.8, 1.0, 0.8), (0.6, 0.8, 0.6), "gold").box((-4.6, 2.6, 0.5), (1.8, 1.2, 0.3), "red")
    return _item(body.turned(about_z(0.5)))


def battery() -> list[Pixels]:
    """Two cells."""
    body = Solid()
    for y in (-1.7, 1.7):
        body.limb((-3.2, y, 1.4), (1.6, y, 1.4), 1.4, "ink", tone=0.12)
        body.limb((1.4, y, 1.4), (3.4, y, 1.4), 1.4, "rust")
        body.ball((4.9, y, 1.4), (0.6, 0.6, 0.6), "metal", tone=0.2)
    return _item(body.turned(about_z(-0.6)))


def pipe() -> list[Pixels]:
    """A length of water pipe."""
    body = Solid().limb((-6, 0, 1), (6, 0, 1), 0.9, "metal", tone=0.04)
    body.ball((6.2, 0, 1), (1.3, 1.3, 1.2), "rust").ball((-6, 0, 1), (1.0, 1.2, 1.0), "leather")
    return _item(body.turned(about_z(-0.6)), 18)


def pistol() -> list[Pixels]:
    """A pistol on its side."""
    body = Solid().box((0.6, 0, 0.9), (4.0, 1.0, 0.8), "metal")
    body.box((-2.4, 2.2, 0.9), (1.1, 1.9, 0.8), "ink", tone=0.1)
    body.box((0, 1.4, 0.8), (0.9, 0.6, 0.5), "ink", tone=0.06)
    return _item(body.turned(about_z(0.3)))


def radio() -> list[Pixels]:
    """A walkie-talkie, its lamp off and on."""
    frames = []
    for on in (False, True):
        body = Solid().box((0, 0, 1.0), (3.2, 2.0, 1.0), "ink", tone=0.12)
        body.limb((3.4, 1.2, 1), (7, 1.2, 1), 0.55, "metal")
        body.box((-1.2, 0, 2.1), (1.4, 1.4, 0.15), "metal", tone=-0.1)
        body.ball((2.2, -1.0, 2.2), (0.6, 0.6, 0.5), "red" if on else "maroon", shines=on)
        frames += _item(body.turned(about_z(-0.9)), 18)
    return frames


def tag() -> list[Pixels]:
    """A name tag on the ground."""
    body = Solid()
    name_tag(body, (0, 0, 1.4), -1.2)
    return _item(body, 14)
