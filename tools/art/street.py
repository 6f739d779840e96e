"""Things of streets and yards: market, park, school yard, chapel hill."""

from __future__ import annotations

import math

from tools.art.noise import generator
from tools.art.solid import Solid, about_x, about_y, about_z


def tree(variant: int, *, pine: bool = False) -> Solid:
    """A crown of leaf masses over a trunk; some are bare and brown."""
    stream = generator(variant + 7)
    body = Solid().limb((0, 0, 0), (0, 0, 15), 2.0, "leather", 1.5)
    leaf = "roof" if pine else "olive"
    for number in range(15):
        turn, far = number * 2.4, (3.5 + 7.0 * stream.random()) * (0.75 if pine else 1.0)
        size = 2.8 + 2.4 * stream.random()
        at = (math.cos(turn) * far, math.sin(turn) * far, 15 + 7 * stream.random() - far * 0.3)
        dry = not pine and stream.random() < 0.25
        body.ball(
            at, (size, size, size * 0.8), "leather" if dry else leaf, tone=-0.05 + 0.10 * stream.random()
        )
    return body.ball((0, 0, 22.5), (4.4, 4.4, 3.6), leaf, tone=-0.16)


def pine(variant: int) -> Solid:
    """A cone of needle tiers."""
    body = Solid().limb((0, 0, 0), (0, 0, 12), 1.8, "leather")
    stream = generator(variant + 31)
    for tier in range(5):
        z, wide = 9 + tier * 4.4, 9.6 - tier * 1.7
        for number in range(8):
            turn = number * math.pi / 4 + tier * 0.4 + stream.random() * 0.3
            at = (math.cos(turn) * wide * 0.72, math.sin(turn) * wide * 0.72, z)
            body.ball(at, (wide * 0.36, wide * 0.36, 1.9), "roof", tone=0.03 * tier - 0.22)
        body.ball((0, 0, z + 1), (wide * 0.7, wide * 0.7, 2.2), "roof", tone=0.03 * tier - 0.18)
    return body


def planter(variant: int) -> Solid:
    """A brick box with shrubs, green or dead."""
    leaf = ("olive", "leather")[variant]
    body = Solid().box((0, 0, 3), (12, 6, 3), "brick").box((0, 0, 6.0), (11, 5, 0.3), "earth")
    for x, y, size in ((-6, 1, 4.2), (0, -1, 3.6), (6, 0.6, 4.4), (2.6, 1.6, 3.0)):
        body.ball((x, y, 7.4), (size, size * 0.9, size * 0.7), leaf, tone=0.02 * x / 6)
    return body


def stall(variant: int) -> Solid:
    """A market stall: striped awning over crates of goods."""
    ramp = ("red", "teal", "yellow", "navy", "maroon")[variant]
    body = Solid().box((0, 0, 4.5), (9, 16, 0.7), "wood")
    stream = generator(variant)
    for y in range(-13, 14, 5):
        goods = str(stream.choice(["rust", "roof", "yellow", "wood", "concrete"]))
        body.box((4.4, y, 6.2), (4.4, 2.1, 1.2), "leather").ball((4.4, y, 7.2), (3.8, 1.7, 1.1), goods)
    body.box((-3.5, 0, 15), (7.5, 17.5, 0.5), ramp, about_y(-0.22), tone=-0.06)
    for y in (-14, -7, 0, 7, 14):
        body.box((-3.5, y, 15.4), (7.4, 1.7, 0.3), "white", about_y(-0.22), tone=-0.1)
    for y in (-16, 16):
        body.box((8, y, 6), (0.5, 0.5, 6), "metal")
    return body


def crate(variant: int) -> Solid:
    """A wooden box; variant 1 has lost its lid, 2 is two of plastic."""
    if variant == 2:
        body = Solid().box((0, 0, 3), (6, 4.6, 3), "teal").box((0, 0, 6.1), (5, 3.6, 0.2), "ink")
        return body.box((0.6, 0.8, 9), (6, 4.6, 3), "yellow", about_z(0.3), tone=-0.1)
    body = Solid().box((0, 0, 5.2), (6, 6, 5.2), "wood")
    if variant:
        body.box((0, 0, 10.5), (5, 5, 0.2), "ink")
        return body.box((0, 6.6, 4), (5, 0.4, 4), "wood", about_x(0.3), tone=0.1)
    for y in (-4.6, 0, 4.6):
        body.box((0, y, 10.6), (6.2, 0.9, 0.3), "wood", tone=0.12)
    return body.box((0, 0, 11), (0.9, 5.8, 0.3), "leather", about_z(0.75))


def barrel(variant: int) -> Solid:
    """An oil drum."""
    ramp = ("olive", "rust", "navy")[variant]
    body = Solid()
    for z in (2.4, 5.2, 8.0):
        body.ball((0, 0, z), (4.2, 4.2, 2.6), ramp)
        body.ball((0, 0, z + 1.4), (4.4, 4.4, 0.5), ramp, tone=-0.14)
    return body.ball((0, 0, 10), (3.8, 3.8, 0.9), ramp, tone=0.12).ball(
        (1.6, 0, 10.8), (0.8, 0.8, 0.4), "ink"
    )


def dumpster(_: int) -> Solid:
    """A bin on wheels, lid half up."""
    body = (
        Solid()
        .box((0, 0, 6.5), (7.5, 14, 5.8), "roof")
        .box((-0.6, -5, 12.9), (7.6, 8.6, 0.6), "ink", tone=0.1)
    )
    body.box((0, 8, 12.4), (6.4, 5, 0.3), "ink")
    for x, y in ((2, 6), (-2, 9), (1, 10)):
        body.ball((x, y, 13), (2.8, 2.2, 1.6), "grey", tone=0.05 * (x > 0))
    for y in (-11, 11):
        body.box((7.7, y, 8), (0.4, 1.0, 3), "roof", tone=0.12)
    return body


def vending(variant: int) -> Solid:
    """A drinks machine; variant 0 is lit, 1 dark."""
    on = variant == 0
    body = Solid().box((0, 0, 10.5), (5.2, 7.0, 10.5), "maroon", tone=0.06)
    body.box((0, 0, 21.3), (4.8, 6.6, 0.4), "maroon", tone=-0.02)
    body.box((5.3, -1.2, 13.8), (0.3, 5.0, 5.8), "cyan" if on else "ink", shines=on)
    drinks = ("red", "yellow", "white", "roof", "navy")
    for row in range(3):
        for column in range(5):
            at = (5.8, -5.0 + column * 1.9, 10.4 + row * 3.4)
            body.box(at, (0.35, 0.7, 1.1), drinks[(column * 2 + row) % 5], bias=0.4, tone=0.1)
    body.box((5.4, 5.4, 14), (0.3, 1.2, 3.0), "ink").box((5.4, -1.2, 4.2), (0.3, 4.4, 1.5), "ink")
    return body.box((5.7, 5.4, 15.6), (0.3, 0.7, 0.6), "gold", shines=on)


def sign(variant: int) -> Solid:
    """A board on two posts."""
    ramp = ("navy", "roof")[variant]
    body = Solid().box((0, 0, 9), (0.8, 7.5, 4.4), ramp).box((0, 0, 13.5), (0.9, 7.5, 0.3), ramp, tone=0.2)
    for z, wide in ((10.8, 6.0), (8.4, 4.2), (6.6, 5.2)):
        body.box((0.9, -0.6, z), (0.12, wide, 0.5), "white")
    for y in (-5, 5):
        body.box((0, y, 3), (0.5, 0.5, 3), "metal")
    return body


def lamp(_: int) -> Solid:
    """A street lamp: the light itself is the map's."""
    body = Solid().box((0, 0, 1), (2, 2, 1), "metal").limb((0, 0, 2), (0, 0, 44), 1.0, "metal", 0.8)
    return body.limb((0, 0, 44), (8, 0, 46), 0.9, "metal").box(
        (10, 0, 45.6), (3.4, 1.6, 0.8), "metal", tone=0.1
    )


def pole(_: int) -> Solid:
    """A power pole with its transformer."""
    body = Solid().box((0, 0, 1), (2, 2, 1), "concrete").limb((0, 0, 2), (0, 0, 46), 1.3, "concrete", 0.9)
    body.box((0, 0, 41), (0.6, 8, 0.6), "leather").box((0, 0, 37), (0.6, 6, 0.6), "leather")
    for y in (-7, -3.5, 3.5, 7):
        body.ball((0, y, 42.4), (0.7, 0.7, 1.0), "brick")
    return body.ball((2.4, 0, 30), (2.2, 2.2, 3.6), "metal").ball(
        (2.4, 0, 33.4), (1.6, 1.6, 0.8), "metal", tone=0.1
    )


def flagpole(_: int) -> Solid:
    """A mast with a torn flag."""
    body = Solid().box((0, 0, 1), (3, 3, 1), "concrete").limb((0, 0, 2), (0, 0, 58), 0.9, "metal", 0.6)
    body.ball((0, 0, 58.6), (1.1, 1.1, 1.1), "gold")
    for number in range(5):
        z = 51 - number * 1.4
        body.box(
            (0.6, 2.2 + number * 1.7, z), (0.4, 1.2, 3.4 - number * 0.4), "white", about_x(-0.35), tone=-0.08
        )
    return body


def goalpost(_: int) -> Solid:
    """A football goal."""
    body = Solid()
    for y in (-32, 32):
        body.limb((0, y, 0), (0, y, 20), 1.1, "white", tone=-0.06)
        body.limb((0, y, 20), (-9, y, 0), 0.7, "metal")
    body.limb((0, -32, 20), (0, 32, 20), 1.1, "white")
    return body.limb((-9, -32, 0.6), (-9, 32, 0.6), 0.6, "metal")


def swing(_: int) -> Solid:
    """A playground swing."""
    body = Solid()
    for y in (-18, 18):
        for x in (-5, 5):
            body.limb((x, y, 0), (0, y, 22), 0.9, "red", tone=-0.06)
    body.limb((0, -18, 22), (0, 18, 22), 0.9, "metal")
    for at, hang in ((-8, 1.0), (7, -1.5)):
        body.box((hang, at, 6), (1.6, 3, 0.5), "wood")
        for side in (-2, 2):
            body.limb((0, at + side, 22), (hang, at + side, 6), 0.35, "metal")
    return body


def slide(_: int) -> Solid:
    """A playground slide."""
    body = (
        Solid()
        .box((-12, 0, 8.6), (3, 5, 0.6), "yellow")
        .box((4, 0, 6), (15, 4.4, 0.6), "metal", about_y(0.42), tone=0.08)
    )
    for y in (-4.6, 4.6):
        body.box((4, y, 7), (15, 0.5, 0.9), "red", about_y(0.42), tone=-0.05)
        body.limb((-14, y, 0), (-12, y, 16), 0.8, "red").limb((-10, y, 0), (-11, y, 16), 0.8, "red")
    for z in (2, 4.6, 7.2):
        body.box((-15, 0, z), (0.5, 4.4, 0.5), "metal")
    return body.box((-12, 0, 16.4), (3, 5.4, 0.5), "yellow")


def seesaw(_: int) -> Solid:
    """A seesaw at rest."""
    body = (
        Solid().box((0, 0, 2.5), (2, 2, 2.5), "metal").box((0, 0, 5.4), (19, 2.2, 0.6), "teal", about_y(0.16))
    )
    for x in (-15, 15):
        body.box((x, 0, 7.2 - x * 0.16), (0.5, 2.4, 1.6), "metal")
    return body


def laundry(_: int) -> Solid:
    """A line of washing that nobody took in."""
    body = Solid()
    for end in (-20, 20):
        body.limb((0, end, 0), (0, end, 20), 0.8, "metal")
    body.limb((0, -20, 19.6), (0, 20, 19.6), 0.3, "metal")
    for y, wide, tall, ramp in (
        (-12, 4.6, 4.4, "white"),
        (-2, 3.4, 3.2, "navy"),
        (6, 3.0, 4.2, "maroon"),
        (14, 4, 3.4, "gown"),
    ):
        body.box((0.3, y, 19.4 - tall), (0.4, wide, tall), ramp, about_y(0.12), tone=-0.05)
    return body
