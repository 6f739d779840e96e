"""Furniture of rooms: school, home, chapel, ward."""

from __future__ import annotations

from collections.abc import Sequence

from tools.art.noise import generator
from tools.art.solid import Solid, about_x, about_y, about_z


def _four_legs(body: Solid, x: float, y: float, height: float, ramp: str = "metal") -> None:
    for dx in (-x, x):
        for dy in (-y, y):
            body.box((dx, dy, height / 2), (0.45, 0.45, height / 2), ramp)


def _pick(seed: int, names: Sequence[str], count: int) -> list[str]:
    stream = generator(seed)
    return [names[int(i)] for i in stream.integers(0, len(names), count)]


def desk(variant: int) -> Solid:
    """A school desk with paper and pencil; variant 1 is tipped over."""
    body = Solid()
    _four_legs(body, 3.6, 5.4, 6.0)
    body.box((0, 0, 6.4), (4.6, 6.4, 0.6), "wood", tone=0.06)
    body.box((-0.4, 0, 5.0), (3.6, 5.6, 0.8), "metal", tone=-0.16)
    body.box((4.2, 0, 7.05), (0.35, 6.2, 0.1), "wood", tone=-0.16)
    if variant != 2:
        body.box((-0.6, 2.2, 7.1), (1.9, 2.1, 0.18), "white", about_z(0.25), tone=-0.04)
        body.box((0.9, -3.0, 7.1), (0.3, 1.8, 0.2), "yellow", about_z(-0.4))
    return body.turned(about_x(1.35), pivot=(0, 5, 0)).moved(0, -5) if variant == 1 else body


def chair(variant: int) -> Solid:
    """A school chair; variant 1 on its back."""
    body = Solid()
    _four_legs(body, 2.5, 2.5, 3.6)
    body.box((0.2, 0, 3.9), (3.1, 3.0, 0.5), "wood").box((-3.0, 0, 7.4), (0.5, 2.9, 2.0), "wood", tone=0.08)
    return body.turned(about_y(-1.45), pivot=(-3, 0, 0)).moved(3) if variant else body


def table(variant: int) -> Solid:
    """A table with what was left on it."""
    body = Solid()
    _four_legs(body, 10, 6, 5.4, "leather")
    body.box((0, 0, 5.9), (11, 7, 0.6), "wood", tone=0.03)
    body.box((0, 0, 6.5), (10.4, 0.2, 0.1), "wood", tone=-0.2)
    if variant == 0:
        body.ball((3, 2, 6.8), (1.6, 1.6, 0.5), "white").ball((-4, -2, 6.8), (1.4, 1.4, 0.5), "white")
        body.ball((-1, 3, 7.2), (0.8, 0.8, 1.0), "red", tone=-0.1)
    elif variant == 1:
        body.box((2, -1, 6.7), (3, 2.2, 0.2), "white", about_z(0.3)).stain((6, 3, 6.5), (3, 2, 1), "blood")
    return body


def counter(variant: int) -> Solid:
    """A shop counter with a till."""
    front = ("wood", "teal")[variant]
    body = Solid().box((0, 0, 4.5), (15.5, 6, 4.5), front, tone=-0.04)
    body.box((0, 0, 9.3), (16, 6.4, 0.5), "concrete", tone=0.05)
    for x in (-10, 0, 10):
        body.box((x, 6.1, 4.5), (0.3, 0.2, 4), "ink")
    body.box((6, 1, 11), (2.4, 2.4, 1.6), "ink", tone=0.08).box((6, 2.6, 12), (1.8, 0.3, 0.8), "lab")
    return body.box((-5, -1, 10), (2.6, 1.8, 0.3), "white", about_z(0.4), tone=-0.1)


def locker(variant: int) -> Solid:
    """Two school lockers; variant 1 has a door hanging open."""
    body = Solid()
    for number, y in enumerate((-3.6, 3.6)):
        body.box((0, y, 8), (3.8, 3.4, 8), "teal", tone=0.10 if number else 0.02)
        body.box((0, y, 16.2), (3.5, 3.1, 0.25), "teal", tone=0.2)
        for z in (13.0, 11.8):
            body.box((3.9, y, z), (0.15, 2.0, 0.3), "ink")
        body.box((4.0, y + 2.3, 8), (0.3, 0.3, 0.9), "metal")
    body.box((0, 0, 8), (3.9, 0.16, 8.3), "ink")
    if variant:
        body.box((4.0, 3.6, 8), (0.2, 2.9, 7.2), "ink")
        body.box((6.4, 0.4, 8), (2.7, 0.35, 7.4), "teal", about_z(-0.25), tone=0.12)
    return body


def shelf(variant: int) -> Solid:
    """A shop shelf with what nobody took."""
    body = Solid().box((0, 0, 8), (5, 15.5, 8), "metal", tone=-0.06)
    body.box((0, 0, 16.2), (4.8, 15.2, 0.3), "metal", tone=-0.22)
    goods = _pick(21 + variant, ("rust", "yellow", "teal", "white", "maroon"), 14)
    for number, ramp in enumerate(goods):
        x, y = (-2.2, 2.2)[number % 2], -12 + number // 2 * 4
        if (number * 7 + variant) % 5:
            body.box((x, y, 17.2), (1.6, 1.4, 1.0), ramp, tone=-0.04)
        body.box((5.1, y, 5 + number % 2 * 5), (0.4, 1.4, 1.3), ramp, tone=-0.04)
    return body


def bench(_: int) -> Solid:
    """A street bench."""
    body = Solid()
    for x in (-2.6, 0, 2.6):
        body.box((x, 0, 4), (1.0, 15, 0.5), "wood", tone=0.03)
    body.box((-4.0, 0, 7), (0.5, 15, 1.8), "wood", tone=0.08)
    for y in (-12, 12):
        body.box((-0.4, y, 1.8), (3.4, 0.6, 1.8), "metal")
    return body


def pew(_: int) -> Solid:
    """A church bench."""
    body = Solid().box((0, 0, 4), (4.4, 23, 0.7), "wood").box((-4.6, 0, 7), (0.8, 23.5, 4), "wood", tone=0.06)
    for y in (-23.5, 0, 23.5):
        body.box((-0.4, y, 4.5), (4.6, 0.7, 4.5), "leather", tone=0.04)
    return body


def bed(variant: int) -> Solid:
    """A bed with a blanket thrown back."""
    ramp = ("navy", "gown", "maroon")[variant]
    body = (
        Solid().box((0, 0, 3.5), (14, 8.2, 2.5), "wood", tone=-0.05).box((0, 0, 6.2), (13, 7.6, 0.9), "shirt")
    )
    body.box((3.4, 0.3, 7.2), (9.4, 7.9, 0.6), ramp, about_z(0.03), tone=-0.02)
    body.box((-5.6, 0.3, 7.8), (1.2, 7.6, 0.4), ramp, about_z(0.05), tone=0.16)
    body.ball((-10, 0, 7.4), (2.6, 4.6, 1.1), "white", tone=0.04)
    body.box((-13.6, 0, 6), (0.6, 8.2, 4.4), "wood", tone=0.08)
    if variant == 1:
        body.stain((0, 3, 7.4), (3.6, 2.6, 2), "blood")
    return body


def sofa(variant: int) -> Solid:
    """A settee."""
    ramp = ("leather", "teal")[variant]
    body = Solid().box((0, 0, 3.5), (6, 14, 3), ramp).box((-5.4, 0, 7.5), (1.6, 14.4, 3), ramp, tone=0.06)
    for y in (-13.4, 13.4):
        body.box((0, y, 5.6), (6, 1.4, 2.4), ramp, tone=0.05)
    for y in (-6.4, 6.4):
        body.ball((0.6, y, 6.4), (5, 6.2, 1.2), ramp, tone=0.08)
    return body


def fridge(variant: int) -> Solid:
    """A refrigerator; variant 1 stands open and empty."""
    body = Solid().box((0, 0, 10), (5.4, 6.2, 10), "shirt", tone=-0.16)
    body.box((0, 0, 20.2), (5.0, 5.8, 0.3), "shirt", tone=-0.14)
    if variant:
        body.box((5.4, 0, 10), (0.2, 5.4, 9), "ink")
        return body.box((8.6, -6.6, 10), (3.6, 0.5, 9.6), "shirt", about_z(-0.3), tone=-0.15)
    return body.box((5.5, 0, 13), (0.2, 5.8, 0.3), "ink").box((5.7, 4.6, 10), (0.4, 0.5, 6), "metal")


def tv(_: int) -> Solid:
    """A television on its stand."""
    body = Solid().box((0, 0, 3), (3.4, 7, 3), "wood").box((0, 0, 9.4), (1, 6.6, 3.6), "ink", tone=0.06)
    return body.box((1.1, 0, 9.4), (0.2, 6, 3.0), "lab", tone=-0.16).box((0, 0, 6.2), (1.6, 2, 0.4), "ink")


def piano(_: int) -> Solid:
    """An upright piano."""
    body = (
        Solid()
        .box((-3, 0, 7), (6, 12.5, 7), "ink", tone=0.08)
        .box((-3, 0, 14.3), (5.6, 12, 0.4), "ink", tone=0.2)
    )
    body.box((5.4, 0, 7.2), (3.6, 11.6, 0.9), "white", tone=-0.05)
    for y in (-10, -8, -5, -3, -1, 2, 4, 7, 9):
        body.box((4.2, y, 8.2), (2.0, 0.45, 0.3), "ink")
    return body.box((3.4, 0, 10), (0.5, 6, 2.4), "white", about_y(-0.4), tone=-0.1)


def console(variant: int) -> Solid:
    """A desk of screens and keys; variant 1 is dead."""
    on = variant == 0
    body = Solid().box((-2.6, 0, 4.0), (2.6, 13, 4.0), "metal", tone=-0.10)
    body.box((1.6, 0, 6.2), (3.6, 13, 0.7), "metal", about_y(0.28), tone=0.04)
    body.box((-3.2, 0, 10.6), (0.8, 13, 3.4), "ink", about_y(-0.28))
    for y, wide, ramp in ((-8.0, 3.9, "cyan"), (0.2, 3.4, "cyan"), (8.2, 3.7, "red")):
        turn = about_y(-0.28)
        body.box((-2.2, y, 10.9), (0.35, wide, 2.5), ramp if on else "ink", turn, shines=on)
        body.box((-1.7, y, 10.6), (0.3, wide * 0.7, 0.35), "ink", turn, bias=0.4)
        body.box((-1.6, y + 0.4, 12.0), (0.3, wide * 0.5, 0.3), "ink", turn, bias=0.4)
    keys = _pick(5, ("ink", "white", "yellow", "red", "ink", "cyan"), 26)
    for number, ramp in enumerate(keys):
        x, y = (0.6, 2.8)[number % 2], -11.4 + number // 2 * 1.9
        body.box((x, y, 7.4 - x * 0.28), (0.55, 0.6, 0.35), ramp, bias=0.3)
    return body


def stretcher(variant: int) -> Solid:
    """A hospital trolley; variant 1 carries somebody under a sheet."""
    body = Solid()
    for x in (-10, 10):
        for y in (-4.2, 4.2):
            body.ball((x, y, 1.2), (1.2, 0.7, 1.2), "ink").box((x, y, 3.2), (0.4, 0.4, 2.4), "metal")
    body.box((0, 0, 5.6), (12, 4.8, 0.8), "metal").box((0, 0, 6.8), (11.4, 4.4, 0.7), "shirt")
    body.ball((-8, 0, 7.8), (2.6, 3.4, 1.0), "white")
    if not variant:
        return body.stain((1, 1.6, 7), (3.4, 2.2, 2), "blood")
    body.ball((1, 0, 8.6), (8.6, 3.2, 1.8), "gown").ball((-8.4, 0, 9.2), (2.4, 2.2, 1.9), "gown")
    return body.stain((-2, 1, 10), (2.6, 1.6, 1.6), "blood", only="gown")


def mat(variant: int) -> Solid:
    """A sleeping place on the floor: foam, a blanket or a bag."""
    ramp = ("navy", "teal", "olive", "maroon")[variant]
    body = Solid().box((0, 0, 0.9), (12.5, 7.6, 0.9), ramp, tone=0.02)
    body.ball((-8.6, 0, 2.2), (2.6, 4.6, 1.0), "shirt", tone=-0.08)
    if variant % 2:
        return body.box((4, 0.6, 2.0), (7.6, 7.2, 0.4), "grey", about_z(0.08), tone=0.05)
    return body.ball((5, -1, 2.0), (5, 3.4, 1.3), "grey", about_z(0.4))


def vault(_: int) -> Solid:
    """A vaulting box."""
    body = Solid()
    for number, z in enumerate((2, 6, 9.6)):
        body.box((0, 0, z), (9.4 - number * 0.7, 6.2 - number * 0.6, 1.8), "wood", tone=0.04 * (number % 2))
    return body.ball((0, 0, 11.8), (8.2, 4.8, 1.4), "leather", tone=0.05)


def ball_cart(_: int) -> Solid:
    """A cage of balls."""
    body = Solid().box((0, 0, 2.4), (7, 6, 0.6), "metal")
    _four_legs(body, 7, 6, 11)
    stream = generator(13)
    for ramp in _pick(12, ("rust", "white", "yellow"), 8):
        at = (stream.normal() * 3, stream.normal() * 2.6, 6 + stream.random() * 3)
        body.ball(at, (2.6, 2.6, 2.6), ramp)
    for y in (-6, 6):
        body.box((0, y, 10.6), (7.2, 0.4, 0.4), "metal", tone=0.1)
    return body


def altar(_: int) -> Solid:
    """An altar under a white cloth."""
    body = (
        Solid()
        .box((0, 0, 5), (7.6, 18.6, 5), "wood")
        .box((0, 0, 10.6), (8.4, 19.6, 0.7), "shirt", tone=-0.12)
    )
    body.box((7.8, 0, 8), (0.3, 12, 2.6), "white", tone=-0.12).box((0, 0, 11.6), (2.6, 4.4, 0.6), "maroon")
    for y in (-13, 13):
        body.box((0, y, 12.6), (0.7, 0.7, 1.6), "bone").ball((0, y, 15), (0.7, 0.7, 1.0), "gold", shines=True)
    return body
