"""Things on wheels. A car reads by two dark panes, a lit roof plate, bonnet seams, pairs of lamps."""

from __future__ import annotations

import math
from typing import Final

from tools.art.noise import generator
from tools.art.solid import Solid, about_x, about_y, about_z

PAINTS: Final = ("navy", "scorch", "maroon", "shirt", "teal")
"""Colour of a car by variant; scorch is burnt out."""


def _wheels(body: Solid, places: tuple[float, ...], side: float, radius: float = 3.2) -> None:
    for x in places:
        for y in (-side, side):
            body.ball((x, y, radius * 0.75), (radius, 1.3, radius * 0.8), "ink")
            hub = y + math.copysign(1.0, y)
            half = (radius * 0.45, 0.5, radius * 0.4)
            body.ball((x, hub, radius * 0.75), half, "metal", tone=-0.1)


def _rusted(body: Solid, paint: str, half: tuple[float, float], seed: int, count: int) -> None:
    stream = generator(seed)
    for _ in range(count):
        at = (stream.uniform(-half[0], half[0]), stream.uniform(-half[1], half[1]), stream.uniform(4, 16))
        size = (stream.uniform(0.8, 3.2), stream.uniform(0.6, 1.9), 1.6)
        body.stain(at, size, str(stream.choice(["rust", "rust", "ash"])), only=paint)


def _hull(body: Solid, paint: str) -> None:
    body.box((0, 0, 4.0), (17.5, 7.6, 2.3), paint, tone=-0.04)
    body.ball((16.5, 0, 4.0), (3.4, 7.4, 2.4), paint).ball((-16.6, 0, 4.0), (3.0, 7.4, 2.4), paint)
    body.box((11.6, 0, 6.5), (5.8, 6.9, 0.45), paint, about_y(0.06), tone=0.06)
    body.box((-14.6, 0, 6.5), (3.0, 6.9, 0.4), paint, tone=0.04)
    for y in (-2.6, 2.6):
        body.box((11.6, y, 6.95), (5.2, 0.3, 0.1), paint, tone=-0.22)


def _cabin(body: Solid, paint: str, glass: str) -> None:
    body.box((-2.4, 0, 7.8), (9.0, 6.6, 1.6), "ink", tone=-0.05)
    body.box((6.1, 0, 7.8), (2.6, 5.9, 0.4), glass, about_y(0.62), tone=0.06)
    body.box((-10.6, 0, 7.9), (2.0, 5.7, 0.4), glass, about_y(-0.62), tone=-0.04)
    body.box((-2.4, 0, 9.9), (5.7, 5.7, 0.55), paint, tone=0.10)
    for side in (-1, 1):
        body.box((-2.4, side * 6.5, 8.2), (6.2, 0.25, 1.0), glass, tone=-0.06)
        body.box((-1.6, side * 6.7, 8.2), (0.5, 0.3, 1.2), paint)
        body.box((4.4, side * 8.5, 7.2), (0.9, 0.9, 0.7), paint, tone=0.05)
        body.box((-0.6, side * 7.75, 4.4), (0.25, 0.2, 2.0), "ink")


def _lamps(body: Solid, *, dead: bool) -> None:
    body.box((18.9, 0, 3.0), (0.8, 6.6, 1.0), "metal").box((-18.8, 0, 3.0), (0.8, 6.6, 1.0), "metal")
    for y in (-5.4, 5.4):
        body.ball((19.2, y, 4.7), (1.0, 1.7, 0.9), "ink" if dead else "white", tone=0.1)
        body.ball((-19.1, y, 4.7), (0.8, 1.8, 0.8), "ink" if dead else "red")
    body.box((19.3, 0, 4.2), (0.5, 2.6, 0.6), "ink")


def _crash(body: Solid, paint: str) -> None:
    """Fling the bonnet up and a door open."""
    body.box((8.6, 0, 11.2), (0.5, 6.8, 4.6), paint, about_y(-0.35), tone=0.10)
    body.box((13.4, 0, 7.0), (5.0, 6.2, 0.5), "ink").box((13, -1, 7.6), (2.4, 2.6, 0.6), "metal")
    body.ball((15.5, 3, 7.8), (1.2, 1.2, 0.6), "rust")
    body.box((3.2, 11.2, 6.0), (0.5, 4.2, 2.4), paint, about_z(-0.35))
    body.stain((6.8, 2, 8.4), (1.6, 2.0, 2.0), "white", only="lab")


def car(variant: int) -> Solid:
    """A saloon; variant 1 is burnt out, 2 crashed."""
    paint = PAINTS[variant % len(PAINTS)]
    burnt = paint == "scorch"
    body = Solid()
    _wheels(body, (-10.5, 10.5), 7.6)
    _hull(body, paint)
    _cabin(body, paint, "ink" if burnt else "lab")
    _lamps(body, dead=burnt)
    if burnt:
        _rusted(body, paint, (16, 7), 9, 14)
        body.box((-2.4, 1.5, 10.6), (2.6, 2.0, 0.3), "ink")
    else:
        body.stain((-2.4, -2.6, 10.4), (4.4, 1.1, 1.0), paint, tone=0.14, only=paint)
    if variant == 2:
        _crash(body, paint)
    return body


def _bus_roof(body: Solid, *, burnt: bool) -> None:
    if not burnt:
        for x in (-22, 4, 26):
            body.box((x, 0, 16.4), (5, 4, 0.9), "metal")
        return
    for x in (-24, -2, 20):
        body.box((x, 0, 16.1), (8.2, 7.6, 0.35), "ink")
        for rib in (-5.4, -1.8, 1.8, 5.4):
            body.box((x + rib, 0, 16.6), (0.55, 8.6, 0.4), "rust", tone=-0.02)
    stream = generator(4)
    for number in range(9):
        at = (stream.normal() * 16, stream.normal() * 3.4, 16.5)
        body.ball(at, (1.0, 1.0, 0.5), "gold" if number % 2 else "red", shines=True)


def bus(variant: int) -> Solid:
    """A city bus, yellow or teal."""
    return _bus(("yellow", "teal")[variant], burnt=False)


def burnt_bus(_: int) -> Solid:
    """A bus burnt out, embers along its ribs."""
    return _bus("scorch", burnt=True)


def _bus(paint: str, *, burnt: bool) -> Solid:
    glass = "ink" if burnt else "lab"
    body = Solid()
    _wheels(body, (-28, 26), 11.2, 4.4)
    body.box((0, 0, 8.5), (41, 11.4, 6.5), paint, tone=-0.05)
    body.ball((40, 0, 8), (3.2, 11.2, 6.5), paint).ball((-40, 0, 8), (2.4, 11.2, 6.5), paint)
    body.box((0, 0, 15.3), (39.5, 10.4, 0.8), paint, tone=0.06)
    for x in range(-34, 36, 8):
        for y in (-11.6, 11.6):
            body.box((x, y, 10.8), (3.2, 0.3, 2.2), glass, tone=-0.02 if burnt else 0.1)
    body.box((42.4, 0, 10.5), (0.7, 9.0, 2.8), glass, tone=0.05)
    _bus_roof(body, burnt=burnt)
    if burnt:
        _rusted(body, paint, (38, 11), 4, 30)
    for y in (-8, 8):
        body.ball((43, y, 5), (0.9, 1.6, 1.0), "ink" if burnt else "white")
    return body


def truck(variant: int) -> Solid:
    """An army lorry: canvas over hoops, a hatch in the cab; variant 1 without the canvas."""
    body = Solid()
    paint = "olive"
    _wheels(body, (-19, -9.5, 19), 10.6, 4.2)
    body.box((0, 0, 5.5), (29, 9.2, 1.4), "ink")
    body.box((26.6, 0, 8.2), (5.8, 8.6, 3.2), paint, tone=-0.02)
    body.box((26.6, 0, 11.6), (4.4, 3.0, 0.4), paint, tone=0.08)
    body.box((15.4, 0, 10.4), (5.4, 9.8, 4.6), paint)
    body.box((21.0, 0, 12.8), (0.6, 8.6, 1.8), "lab", about_y(0.25), tone=0.02)
    body.box((14.8, 0, 15.2), (4.6, 8.8, 0.5), paint, tone=0.09)
    body.ball((14.4, 0, 16.2), (2.6, 2.6, 0.8), "ink")
    for y in (-6, 6):
        body.ball((32.6, y, 8.4), (0.9, 1.4, 1.2), "white")
    body.box((32.8, 0, 5.2), (0.8, 9.0, 1.1), "metal", tone=-0.1)
    body.box((-11, 0, 10.2), (19.2, 10.4, 3.6), paint, tone=-0.06)
    if variant == 1:
        return _open_bed(body)
    for number in range(6):
        x = -27 + number * 6.6
        body.ball((x, 0, 13.6), (4.2, 10.2, 5.6), paint, tone=-0.03 if number % 2 else 0.03)
        body.ball((x + 3.3, 0, 13.6), (0.7, 10.6, 6.0), paint, tone=0.10)
    for x in (-12, -9.2):
        body.stain((x, 0, 18), (1.0, 4.6, 4), "white", boxy=True, only=paint, tone=-0.25)
    return body


def _open_bed(body: Solid) -> Solid:
    body.box((-11, 0, 13.9), (18.2, 9.2, 0.3), "leather", tone=-0.05)
    for x, y in ((-20, -4), (-14, 3), (-4, -2), (-22, 5)):
        body.box((x, y, 16), (3.4, 3.0, 2.4), "olive", about_z(x * 0.1), tone=0.06)
    return body


def van(variant: int) -> Solid:
    """A delivery van, white or navy; variant 2 is an ambulance."""
    paint = ("shirt", "navy", "shirt")[variant]
    body = Solid()
    _wheels(body, (-12, 12), 8.8, 3.4)
    body.box((0, 0, 6.5), (20, 8.8, 5), paint, tone=-0.04).ball((19.4, 0, 5.6), (3.0, 8.4, 4.2), paint)
    body.box((-2, 0, 11.8), (17, 8, 0.6), paint, tone=-0.12)
    for x in (-14, -6, 2, 10):
        body.box((x, 0, 12.5), (0.4, 7.2, 0.1), paint, tone=-0.3)
    body.box((18.2, 0, 9.6), (2.6, 7.6, 0.5), "lab", about_y(0.7), tone=0.05)
    for y in (-8.8, 8.8):
        body.box((2, y, 9), (12, 0.3, 1.6), "ink").box((11, y, 9), (2.4, 0.4, 1.8), "lab")
    for y in (-5.4, 5.4):
        body.ball((22.0, y, 4.6), (0.9, 1.6, 1.0), "white", tone=0.1)
        body.ball((-20.2, y, 5), (0.6, 1.4, 1.2), "red")
    if variant == 2:
        body.box((-4, 0, 12.6), (1.6, 5, 0.2), "red").box((-4, 0, 12.6), (5, 1.6, 0.2), "red")
        body.box((9, 0, 13), (1.2, 6.4, 0.9), "red", tone=-0.1)
    return body


def motorbike(variant: int) -> Solid:
    """A scooter for deliveries; variant 1 lies on its side."""
    body = Solid()
    for x in (-6, 6):
        body.ball((x, 0, 3), (3.6, 1.2, 3.6), "ink").ball((x, 0, 3), (1.6, 1.4, 1.6), "metal")
    paint = ("maroon", "teal")[variant]
    body.box((0, 0, 5.5), (5.5, 1.8, 2), paint).box((-3, 0, 8), (4, 1.9, 0.8), "leather")
    body.box((5, 0, 9), (0.6, 4.2, 0.6), "metal").ball((6.4, 0, 7.4), (1.0, 1.2, 1.0), "white")
    body.box((-7, 0, 9), (2.4, 2.6, 2.4), "yellow" if variant else "navy", tone=-0.05)
    return body.turned(about_x(1.35), pivot=(0, 2, 0)).moved(0, -3) if variant else body


def bike(variant: int) -> Solid:
    """A bicycle, standing or fallen."""
    body = Solid()
    for x in (-5, 5):
        for step in range(12):
            turn = step * math.pi / 6
            at = (x + 3.2 * math.cos(turn), 0, 3.4 + 3.2 * math.sin(turn))
            body.ball(at, (0.9, 0.5, 0.9), "ink")
    body.limb((-5, 0, 3.4), (3.4, 0, 6.6), 0.7, "teal").limb((-1, 0, 3.2), (-2.6, 0, 7.4), 0.6, "teal")
    body.limb((5, 0, 3.4), (4.2, 0, 8.6), 0.6, "metal").box((4.4, 0, 9), (0.5, 3.2, 0.5), "metal")
    body.box((-3, 0, 8), (1.6, 1, 0.5), "leather")
    return body.turned(about_x(1.4), pivot=(0, 1, 0)).moved(0, -3) if variant else body


def cart(variant: int) -> Solid:
    """A shopping cart, or a market barrow."""
    body = Solid()
    if variant:
        body.box((0, 0, 5), (9, 6, 0.7), "wood").box((-9, 0, 8), (0.6, 6, 0.6), "metal")
        for y in (-6.4, 6.4):
            body.ball((2, y, 3), (3, 0.7, 3), "ink")
        return body.ball((1, 0, 7), (5, 4, 2), "yellow", tone=-0.1)
    body.box((0, 0, 4), (8, 5, 0.5), "metal", tone=-0.1)
    for y in (-5, 5):
        body.box((0, y, 7), (8.4, 0.4, 2.6), "metal", tone=0.05)
    for x in (-8, 8):
        body.box((x, 0, 7), (0.4, 5, 2.6), "metal", tone=0.05)
    for x in range(-6, 7, 3):
        body.box((x, 0, 4.6), (0.3, 4.8, 0.2), "ink")
    return body.box((-9.4, 0, 10), (0.6, 5.4, 0.7), "red", tone=-0.1)


def boat(_: int) -> Solid:
    """A rowing boat."""
    body = Solid().ball((0, 0, 3), (16, 7, 4), "shirt", tone=-0.05).ball((0.6, 0, 5.4), (13, 5, 3), "wood")
    for x in (-5, 5):
        body.box((x, 0, 8), (1.2, 5.4, 0.4), "wood", tone=0.08)
    return body


def burnt_car(_: int) -> Solid:
    """A saloon burnt out."""
    return car(1)


def container(variant: int) -> Solid:
    """A shipping container: ribs, doors at the back."""
    paint = ("maroon", "teal", "rust")[variant]
    body = Solid().box((0, 0, 10), (39, 17, 10), paint)
    for x in range(-36, 38, 4):
        body.box((x, 0, 20.2), (0.7, 16.6, 0.4), paint, tone=-0.16)
        body.box((x, 17.1, 10), (0.6, 0.3, 9), paint, tone=-0.18)
    body.box((0, 0, 20.4), (38.6, 0.6, 0.4), paint, tone=0.12)
    for y in (-8, 8):
        body.box((-39.2, y, 10), (0.3, 0.5, 9), "metal")
    body.stain((18, 6, 20), (6, 5, 2), "rust", only=paint).stain((-24, -8, 20), (5, 4, 2), "rust", only=paint)
    return body
