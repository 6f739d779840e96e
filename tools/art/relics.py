"""What the army, the village and the dead left: barriers, tents, jars, graves, bodies, rubble."""

from __future__ import annotations

import math
from typing import Final

from tools.art.body import build
from tools.art.dead import drop
from tools.art.hand import hand
from tools.art.noise import generator
from tools.art.outfits import OUTFITS
from tools.art.people import corpse as lie
from tools.art.solid import Solid, about_x, about_y, about_z

FALLEN: Final = ("shambler_student", "shambler_office", "shambler_casual", "soldier", "shambler_hospital")
"""Whose body a corpse is, by variant."""


def barrier(variant: int) -> Solid:
    """A concrete road block with red marks; variant 1 is chipped."""
    body = (
        Solid()
        .box((0, 0, 1.4), (4.4, 14, 1.4), "concrete")
        .box((0, 0, 4.6), (2.2, 14, 2.6), "concrete", tone=0.04)
    )
    for y in (-9, 0, 9):
        for x in (-2.3, 2.3):
            body.box((x, y, 5.2), (0.12, 2.4, 0.8), "red", tone=-0.08)
    body.box((0, 0, 7.3), (2.0, 13.8, 0.2), "concrete", tone=0.14)
    if variant:
        body.stain((1, 12, 7), (3, 4, 3), "ash", only="concrete").ball(
            (4, 15, 1), (1.6, 1.4, 1.0), "concrete"
        )
    return body


def sandbags(variant: int) -> Solid:
    """Three courses of bags."""
    stream = generator(variant + 3)
    body = Solid()
    for course, count in enumerate((4, 3, 3)):
        for number in range(count):
            y = (number - (count - 1) / 2) * 7.0 + stream.normal() * 0.4
            ramp = "leather" if stream.random() < 0.25 else "olive"
            at = (stream.normal() * 0.5, y, 1.9 + course * 2.7)
            body.ball(at, (4.2 - course * 0.5, 3.9, 1.9), ramp, tone=0.08 * stream.random())
    return body


def razor(_: int) -> Solid:
    """A coil of razor wire on a sill."""
    body = Solid().box((0, 0, 0.8), (2.5, 19, 0.8), "wood")
    for step in range(60):
        turn = step * 0.52
        at = (math.cos(turn) * 4.2, -18 + step * 0.61, 5 + math.sin(turn) * 4.2)
        body.ball(at, (0.9, 0.8, 0.9), "metal", tone=0.1 * (step % 4 == 0) - 0.1)
    return body


def floodlight(variant: int) -> Solid:
    """A light mast; variant 1 is dead."""
    body = Solid().box((0, 0, 1), (4, 4, 1), "metal").limb((0, 0, 2), (0, 0, 32), 1.0, "metal")
    for turn in (0.5, 2.6, 4.7):
        body.limb((0, 0, 8), (math.cos(turn) * 5, math.sin(turn) * 5, 0.6), 0.5, "metal")
    body.box((1, 0, 34), (1.5, 7.5, 3.4), "ink", about_y(0.3), tone=0.08)
    for y in (-3.6, 3.6):
        body.box(
            (2.6, y, 33.6), (0.3, 3.0, 2.6), "ink" if variant else "white", about_y(0.3), shines=not variant
        )
    return body


def generator_set(_: int) -> Solid:
    """A diesel generator on skids."""
    body = Solid().box((0, 0, 1), (10, 6.6, 1), "ink").box((0, 0, 5.4), (9, 6.4, 4.2), "yellow", tone=-0.08)
    body.box((0, 0, 10), (8.4, 6, 0.5), "yellow", tone=0.06).box((-6, 3, 12), (1.0, 1.0, 2.4), "metal")
    for x in (1.6, 3.4, 5.2):
        body.box((x, 6.5, 6), (0.5, 0.2, 2.6), "ink")
    return body.box((5, -2, 10.6), (2.2, 2.2, 0.3), "ink").ball(
        (9.2, 2, 7), (0.3, 0.8, 0.8), "red", shines=True
    )


def tent(_: int) -> Solid:
    """An army tent: two slopes, a dark door."""
    body = Solid().box((0, 0, 5), (26, 20, 5), "olive", tone=-0.05)
    for side in (-1, 1):
        body.box((0, side * 10, 13), (26, 11.4, 0.6), "olive", about_x(-side * 0.42))
        for x in (-17, 0, 17):
            body.box((x, side * 10, 13.6), (0.5, 11.2, 0.3), "olive", about_x(-side * 0.42), tone=0.12)
    body.box((0, 0, 17.8), (26, 0.8, 0.5), "olive", tone=0.14).box((26.2, 0, 6), (0.3, 4, 5.6), "ink")
    body.box((0, 9.6, 13.8), (3.4, 1.0, 0.3), "white", about_x(-0.42)).box(
        (0, 9.6, 13.8), (1.0, 3.4, 0.3), "white", about_x(-0.42)
    )
    return body.box((26.4, 4.6, 6), (0.3, 1.2, 5.6), "olive", tone=0.12)


def turnstile(_: int) -> Solid:
    """A gate of three arms."""
    body = Solid().box((0, 0, 5), (4, 6, 5), "metal").box((0, 0, 10.4), (3.6, 5.6, 0.4), "metal", tone=0.14)
    for turn in (0.0, 2.1, 4.2):
        body.limb((0, 6.4, 9), (math.cos(turn) * 7, 7.4, 9 + math.sin(turn) * 4), 0.7, "metal", tone=0.08)
    return body.box((0, -2, 11), (1, 1, 0.3), "red", shines=True)


def speaker(_: int) -> Solid:
    """A loudspeaker on its end."""
    body = (
        Solid().box((0, 0, 9), (4, 5, 9), "ink", tone=0.1).box((0, 0, 18.2), (3.8, 4.8, 0.3), "ink", tone=0.2)
    )
    return body.ball((4, 0, 6), (0.8, 3.6, 3.6), "metal", tone=-0.1).ball(
        (4, 0, 13.4), (0.8, 2.2, 2.2), "metal"
    )


def jar(variant: int) -> Solid:
    """An earthen jar for soy paste; variant 1 is broken."""
    body = (
        Solid()
        .ball((0, 0, 4), (4, 4, 4.6), "rust", tone=-0.14)
        .ball((0, 0, 6), (4.1, 4.1, 0.6), "rust", tone=-0.2)
    )
    if variant:
        body.ball((0.6, 0, 7.4), (2.8, 2.8, 1.6), "ink")
        return body.ball((5, 2, 0.8), (1.8, 1.2, 0.7), "rust").ball((3.6, -3.6, 0.8), (1.2, 1.6, 0.7), "rust")
    return body.ball((0, 0, 8.6), (3.2, 3.2, 0.9), "leather").ball(
        (0, 0, 9.6), (0.9, 0.9, 0.5), "leather", tone=0.1
    )


def mound(_: int) -> Solid:
    """A grave mound under dry grass."""
    body = (
        Solid()
        .ball((0, 0, 0), (16.4, 15, 10), "olive", tone=-0.06)
        .ball((0, 0, 0), (13, 12, 11), "olive", tone=0.02)
    )
    stream = generator(6)
    for _ in range(22):
        turn, far = stream.random() * 2 * math.pi, 13 * math.sqrt(stream.random())
        at = (math.cos(turn) * far, math.sin(turn) * far, 10.6 * math.sqrt(max(0.0, 1 - (far / 15) ** 2)))
        body.ball(at, (0.9, 0.7, 1.4), "earth" if stream.random() < 0.4 else "olive", tone=0.12)
    return body


def stone(variant: int) -> Solid:
    """A gravestone, upright or leaning."""
    turn = about_y(0.18 * variant)
    body = (
        Solid()
        .box((0, 0, 1), (2.6, 4.8, 1), "concrete")
        .box((0, 0, 6), (1.2, 3.4, 4.6), "ash", turn, tone=-0.1)
    )
    body.ball((0, 0, 10.4), (1.2, 3.4, 1.4), "ash", turn, tone=-0.04)
    for y in (-1.2, 0, 1.2):
        body.box((1.3, y, 6.4), (0.1, 0.25, 2.8), "ink", turn)
    return body


def cross(_: int) -> Solid:
    """The red neon cross of a chapel."""
    body = Solid().box((0, 0, 12), (0.9, 0.9, 12), "red", shines=True)
    return body.box((0, 0, 17), (0.9, 5, 0.9), "red", shines=True).box((0, 0, 0.8), (2, 2, 0.8), "concrete")


def candle(_: int) -> Solid:
    """A few candles, lit."""
    body = Solid()
    for x, y, tall in ((0, 0, 2.2), (1.8, 1.2, 1.4), (-1.2, 1.8, 1.8)):
        body.box((x, y, tall), (0.7, 0.7, tall), "bone").ball(
            (x, y, tall * 2 + 0.9), (0.6, 0.6, 1.1), "gold", shines=True
        )
    return body.ball((0.2, 1, 0.2), (3, 2.6, 0.3), "bone", tone=-0.12)


def slab_piece(variant: int) -> Solid:
    """A piece of fallen wall with bars sticking out."""
    turn = about_z(0.1 + variant) @ about_y(0.22)
    body = Solid().box((0, 0, 3), (8, 4.6, 2.2), "concrete", turn, tone=0.04)
    body.box((-5.6, 4.4, 1.5), (2.4, 2, 1.6), "concrete", about_z(0.6)).box(
        (5, -5, 1.2), (1.8, 1.5, 1.3), "brick", about_z(0.9)
    )
    for y in (-2, 1.4):
        end = turn @ (11.5, y * 1.3, 1.0) + (0, 0, 3.4)
        body.limb(turn @ (7, y, 0) + (0, 0, 3), end, 0.4, "rust")
    return body


def corpse(variant: int) -> Solid:
    """Somebody who did not get up again."""
    name = FALLEN[variant]
    pose = lie(1.0) if name == "soldier" else drop(1.0)
    return build(OUTFITS[name], pose).ball((2, 2, 0.1), (5, 4, 0.3), "blood", tone=-0.1)


def grasping_hand(_: int) -> Solid:
    """A hand out of the ash with a tag."""
    return hand(1.0).scaled(0.8)


def hoop(_: int) -> Solid:
    """A basketball hoop."""
    body = Solid().box((-3, 0, 1), (3, 4, 1), "metal").limb((-3, 0, 0), (-1, 0, 30), 1.2, "metal")
    body.box((1, 0, 32), (0.6, 8, 5), "white", tone=-0.08).box((1.7, 0, 31), (0.1, 3, 2), "red")
    for step in range(10):
        turn = step * math.pi / 5
        body.ball((5 + math.cos(turn) * 2.8, math.sin(turn) * 2.8, 28.6), (0.6, 0.6, 0.5), "red")
    return body


def tyres(_: int) -> Solid:
    """A stack of tyres."""
    body = Solid()
    for number, (x, y) in enumerate(((0, 0), (0.8, 0.6), (-0.4, 0.4))):
        body.ball((x, y, 2.2 + number * 3.4), (5.4, 5.4, 2.1), "ink", tone=0.06)
    return body.ball((-0.4, 0.4, 10.4), (2.8, 2.8, 0.9), "ink", tone=-0.1)


def fire(_: int) -> Solid:
    """The bed of a fire; flames are drawn over it."""
    body = Solid().ball((0, 0, 0.4), (4.6, 4.2, 1.4), "scorch")
    stream = generator(9)
    for number in range(6):
        turn = number * 1.05
        start = (math.cos(turn) * 4.4, math.sin(turn) * 4.4, 0.8)
        body.limb(start, (math.cos(turn) * 0.8, math.sin(turn) * 0.8, 2.8), 0.7, "scorch", tone=0.08)
    for _ in range(6):
        at = (stream.normal() * 1.6, stream.normal() * 1.6, 2.0)
        body.ball(at, (0.8, 0.8, 0.6), "gold" if stream.random() < 0.5 else "red", shines=True)
    return body
