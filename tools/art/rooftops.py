"""What stands on roofs: sheds, hatches, panels, dishes, masts, boards, a crane, a studio under the sky."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from tools.art.solid import Solid, about_x, about_y, about_z

GLYPHS: Final = {
    "집": (
        "##### #",
        "  #   #",
        "  #   ##",
        " # #  #",
        "#   # #",
        "  #   #",
        "  #####",
        "  #   #",
        "  #####",
    ),
    "밥": ("#   # #", "##### #", "#   # ##", "##### #", "      #", " #   #", " #####", " #   #", " #####"),
}
"""Syllables of the board, nine rows of a dot each."""


def shed(variant: int) -> Solid:
    """A brick stair head with a flat tar roof, a steel door and a lamp that is out."""
    body = Solid().box((0, 0, 11), (31, 13.6, 11), "brick", tone=0.18)
    for row in range(5):
        body.box((0, 13.65, 2.5 + row * 4.2), (31, 0.1, 0.3), "brick", tone=-0.2)
    body.box((0, 0, 22.6), (32, 14.6, 0.9), "concrete", tone=-0.1).box(
        (0, 0, 23.6), (29.6, 12.4, 0.2), "asphalt", tone=-0.34
    )
    for x, y, size in ((-14, 3, 9), (8, -5, 7), (20, 5, 6)):
        body.stain((x, y, 23.6), (size, size * 0.6, 1), "roof", only="asphalt", tone=-0.16)
    body.box((12, 13.9, 8), (5, 0.3, 8), "metal", tone=-0.1).box((15.4, 14.3, 8), (0.5, 0.3, 1), "yellow")
    body.box((-14, 13.9, 13), (6, 0.3, 3.6), "ink").box((-14, 14.2, 13), (6, 0.2, 0.4), "metal")
    if variant:
        return body.ball((-20, -2, 25), (3, 3, 2.2), "metal", tone=0.1).limb(
            (-6, -6, 24), (-6, -6, 38), 0.6, "metal"
        )
    body.box((-18, 0, 26), (6, 5, 2.6), "metal", tone=-0.02).ball((-18, 0, 28.8), (3.6, 3.6, 0.4), "ink")
    return body.limb((20, -6, 24), (26, -6, 30), 1.0, "rust")


def hatch(variant: int) -> Solid:
    """A roof hatch ajar over a ladder, or a skylight with one pane gone."""
    body = Solid().box((0, 0, 2.4), (8.4, 6.2, 2.4), "concrete", tone=0.08)
    if variant == 0:
        body.box((0, 0, 5), (7.2, 5.0, 0.2), "ink").box(
            (-7.4, 0, 9.4), (0.6, 5.8, 4.6), "metal", about_y(-0.35), tone=0.14
        )
        return body.limb((6.4, -2, 5), (6.4, -2, 8), 0.5, "yellow").limb(
            (6.4, 2, 5), (6.4, 2, 8), 0.5, "yellow"
        )
    for x, gone in ((-5.4, False), (0, True), (5.4, False)):
        body.box((x, 0, 5.4), (2.3, 5.2, 0.3), "ink" if gone else "lab", about_x(0.16), tone=-0.2)
        body.box((x + 2.7, 0, 5.9), (0.4, 5.6, 0.3), "metal", about_x(0.16), tone=0.0)
    return body.box((0, 3.6, 6.4), (0.8, 1.6, 0.2), "glassy", about_z(0.5), tone=0.3)


def solar(variant: int) -> Solid:
    """Three panels towards the south; variant 1 is cracked."""
    body = Solid()
    for y in (-9.4, 0, 9.4):
        body.box((-1.6, y, 3), (0.5, 3.6, 3), "metal")
        body.box((0, y, 5.6), (5.6, 4.3, 0.5), "metal", about_y(0.42), tone=0.12)
        body.box((0.1, y, 6.1), (5.1, 3.8, 0.4), "navy", about_y(0.42), tone=0.04)
        for x in (-2.6, 0, 2.6):
            body.box((x, y, 6.6 - x * 0.42), (0.2, 3.8, 0.2), "navy", about_y(0.42), tone=0.26)
        body.box((0.2, y, 6.7), (5.0, 0.2, 0.2), "navy", about_y(0.42), tone=0.26)
    return body.stain((1, 1, 6), (3.4, 2.6, 3), "ash", only="navy") if variant else body


def dish(variant: int) -> Solid:
    """A satellite dish, listening; variant 1 hangs its head."""
    tilt = 0.5 if variant == 0 else 1.3
    body = Solid().box((0, 0, 0.8), (3.6, 3.6, 0.8), "concrete").limb((0, 0, 1), (0, 0, 9), 0.9, "metal")
    for ring, depth in ((6.6, 0.0), (5.0, -0.9), (3.2, -1.5), (1.4, -1.8)):
        turn = about_y(tilt)
        at = turn @ np.array((0.0, 0.0, depth))
        body.ball(
            (at[0] + 1, 0, at[2] + 11),
            (ring, ring, 0.8),
            "shirt",
            turn,
            tone=-0.2 + ring * 0.03,
            bias=2 - depth,
        )
    tip = about_y(tilt) @ np.array((0.0, 0.0, 6.0))
    body.limb((1, 4, 11), (tip[0] + 1, 0, tip[2] + 11), 0.45, "metal").limb(
        (1, -4, 11), (tip[0] + 1, 0, tip[2] + 11), 0.45, "metal"
    )
    return body.ball((tip[0] + 1, 0, tip[2] + 11), (1.1, 1.1, 1.1), "ink", tone=0.12)


def _lattice(body: Solid, high: float, wide: float, top: float, ramps: tuple[str, str]) -> None:
    steps = int(high / 7)
    for step in range(steps):
        low, up = step / steps, (step + 1) / steps
        a, b = wide + (top - wide) * low, wide + (top - wide) * up
        ramp = ramps[step // 2 % 2]
        corners = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        for (x, y), (u, v) in zip(corners, (*corners[1:], corners[0]), strict=True):
            body.limb((x * a, y * a, low * high), (x * b, y * b, up * high), 0.6, ramp, spacing=1.4)
            body.limb(
                (x * a, y * a, low * high), (u * b, v * b, up * high), 0.4, ramp, tone=-0.06, spacing=1.6
            )


def mast(variant: int) -> Solid:
    """A lattice aerial in red and white, guyed; variant 1 with yagis for a whole house."""
    body = Solid().box((0, 0, 0.7), (3.4, 3.4, 0.7), "concrete")
    if variant == 0:
        _lattice(body, 42, 2.6, 1.0, ("red", "white"))
        body.limb((0, 0, 42), (0, 0, 52), 0.4, "metal", spacing=1.4)
        for turn in (0.5, 2.6, 4.7):
            body.limb(
                (0, 0, 32),
                (math.cos(turn) * 13, math.sin(turn) * 13, 0.6),
                0.28,
                "ink",
                tone=0.2,
                spacing=2.4,
            )
        return body
    body.limb((0, 0, 1), (0, 0, 30), 0.7, "metal")
    for z, turn in ((17, 0.3), (23, 1.1), (29, 2.0)):
        ahead = np.array((math.cos(turn), math.sin(turn), 0.0))
        aside = np.array((-ahead[1], ahead[0], 0.0))
        at = np.array((0.0, 0.0, z))
        body.limb(at - ahead * 3, at + ahead * 8, 0.4, "metal", tone=0.1)
        for along, reach in ((-3, 4.4), (0, 3.8), (3, 3.2), (5.5, 2.6), (8, 2.2)):
            body.limb(
                at + ahead * along - aside * reach,
                at + ahead * along + aside * reach,
                0.35,
                "metal",
                tone=0.16,
            )
    return body


def beacon(_: int) -> Solid:
    """The transmitter: a tall lattice with drums and a red lamp that still burns."""
    body = Solid().box((0, 0, 1), (6, 6, 1), "concrete")
    _lattice(body, 84, 5.0, 1.2, ("red", "white"))
    for z, turn in ((30, 0.8), (40, 2.6), (50, 4.4), (58, 1.4)):
        at = (math.cos(turn) * 4.6, math.sin(turn) * 4.6, z)
        body.ball(at, (1.6, 3.4, 3.4), "shirt", about_z(turn), tone=-0.1)
    body.limb((0, 0, 84), (0, 0, 96), 0.5, "metal")
    body.ball((0, 0, 97), (1.8, 1.8, 1.8), "red", shines=True)
    for x, y in ((3.4, 3.4), (-3.4, 3.4)):
        body.ball((x, y, 44), (1.2, 1.2, 1.2), "red", shines=True, bias=6)
    return body


def scope(_: int) -> Solid:
    """A coin telescope of a viewing deck."""
    body = (
        Solid()
        .ball((0, 0, 0.8), (3.6, 3.6, 0.8), "metal")
        .limb((0, 0, 1), (0, 0, 9), 1.1, "metal", tone=0.06)
    )
    body.ball((0, 0, 10.4), (2.4, 2.2, 2.0), "teal", tone=0.1)
    body.limb((-3.4, 0, 11), (6.4, 0, 12.6), 1.9, "shirt", 2.4, tone=-0.2)
    body.ball((8.4, 0, 12.8), (0.8, 2.3, 2.2), "ink").ball(
        (8.9, -0.6, 13.4), (0.4, 0.9, 0.9), "cyan", tone=0.2
    )
    return body.ball((-4.8, 0, 11), (1.2, 1.4, 1.3), "ink", tone=0.1).box(
        (0, 2.4, 9.4), (1.2, 0.4, 1.4), "yellow"
    )


def studio(_: int) -> Solid:
    """The broadcast desk: faders, a microphone on its arm, two meters, a lamp, papers with names."""
    body = (
        Solid()
        .box((0, 0, 4), (5.6, 14, 4), "wood", tone=-0.04)
        .box((0, 0, 8.3), (6.2, 14.6, 0.5), "wood", tone=0.12)
    )
    body.box((-1.6, -4, 9.8), (3.6, 7.6, 1.0), "ink", about_y(0.2), tone=0.14)
    for number in range(8):
        y = -10.4 + number * 1.8
        body.box((-1.2, y, 11.0), (2.6, 0.15, 0.1), "metal", about_y(0.2), tone=0.2)
        body.box(
            (-1.8 + number * 5 % 3, y, 11.4),
            (0.5, 0.5, 0.4),
            ("white", "red", "white", "gold")[number % 4],
            tone=0.1,
        )
    for y in (-8, -3.4):
        body.box((-4.4, y, 12.2), (0.5, 1.8, 1.5), "gold", about_y(-0.3), shines=True)
        body.box((-3.8, y, 12.4), (0.2, 0.2, 1.1), "ink", about_y(-0.3), bias=1)
    body.limb((-4, 6.4, 9), (-4, 6.4, 17), 0.6, "metal").limb((-4, 6.4, 17), (2.4, 3.2, 15), 0.6, "metal")
    body.ball((3.2, 2.8, 14.6), (1.6, 1.4, 1.6), "ink", tone=0.16).ball(
        (3.2, 2.8, 16.2), (0.6, 0.6, 0.5), "red", shines=True
    )
    for x, y, turn in ((2.4, 8.6, 0.2), (0.6, 11, -0.3), (3.4, 6, 0.5)):
        body.box((x, y, 9.1), (1.6, 2.0, 0.15), "white", about_z(turn), tone=-0.08)
    return body.ball((-2.6, 12.2, 10.4), (1.2, 1.2, 1.4), "red", tone=-0.1)


def _word(body: Solid, text: str, y: float, z: float) -> None:
    for number, letter in enumerate(text):
        for down, row in enumerate(GLYPHS[letter]):
            for along, mark in enumerate(row):
                if mark == "#":
                    at = (1.7, y - number * 22 - along * 2.8, z - down * 3.9)
                    body.box(at, (0.3, 1.5, 2.1), "white", tone=-0.06, bias=1)


def billboard(_: int) -> Solid:
    """An advertisement on a truss: 집밥, home cooking; one panel has come off."""
    body = Solid()
    for y in (-30, -10, 10, 30):
        body.limb((-2, y, 0), (-1, y, 40), 0.9, "rust").limb(
            (-12, y, 0), (-1.4, y, 30), 0.7, "rust", tone=-0.06
        )
    for z in (10, 22):
        body.limb((-1.6, -30, z), (-1.6, 30, z), 0.6, "rust", tone=-0.1)
    body.box((0, -8, 39), (1.0, 28, 23), "maroon", tone=0.06).box(
        (0, 29, 32), (0.8, 8, 14), "ink", about_x(0.3), tone=0.1
    )
    body.box((1.2, -8, 58), (0.3, 28, 1.0), "yellow").box((1.2, -8, 18), (0.3, 28, 1.0), "yellow")
    body.stain((1, 14, 26), (3, 8, 9), "rust", only="maroon")
    _word(body, "집밥", 14, 55)
    for y in (-28, -8, 12):
        body.limb((1, y, 59), (7, y, 62), 0.5, "metal").ball(
            (7.4, y, 61.6), (1.2, 2.0, 1.0), "ink", tone=0.14
        )
    return body


def crane(_: int) -> Solid:
    """A tower crane's head: cab, slewing ring, counterweight, the root of its arm."""
    body = Solid().box((0, 0, 1.2), (8.4, 8.4, 1.2), "concrete")
    _lattice(body, 30, 6.4, 6.4, ("yellow", "yellow"))
    body.ball((0, 0, 31), (8.4, 8.4, 1.6), "ink", tone=0.12).box(
        (6.4, 8.6, 35), (4.4, 3.6, 4.4), "yellow", tone=-0.06
    )
    body.box((10.9, 8.6, 36), (0.3, 3.0, 2.8), "lab").box((6.4, 12.3, 36), (3.4, 0.3, 2.6), "lab")
    for x in range(-34, 64, 7):
        for y in (-3, 3):
            body.limb((x, y, 36), (x + 7, y, 36), 0.7, "yellow", spacing=1.3)
            body.limb((x, y, 36), (x + 3.5, 0, 43), 0.5, "yellow", tone=-0.08, spacing=1.6)
            body.limb((x + 7, y, 36), (x + 3.5, 0, 43), 0.5, "yellow", tone=-0.08, spacing=1.6)
    body.limb((-31, 0, 43), (63, 0, 43), 0.7, "yellow", tone=0.1, spacing=1.3)
    for x in (-33, -27, -21):
        body.box((x, 0, 33), (2.6, 4.6, 5), "concrete", tone=-0.02)
    body.ball((66, 0, 44), (1.4, 1.4, 1.4), "red", tone=0.1)
    return body
