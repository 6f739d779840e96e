"""What a laboratory under a hill is furnished with: tanks, benches, machines, beds with straps."""

from __future__ import annotations

import math
from typing import Final

from tools.art.noise import generator
from tools.art.solid import Solid, about_x, about_y, about_z

WITHIN: Final = 40.0
"""How far what floats in a tank is lifted in front of its glass."""


def _foot(body: Solid) -> None:
    body.ball((0, 0, 1.4), (11.4, 11.4, 1.8), "ink", tone=0.1).ball((0, 0, 3.4), (10.6, 10.6, 2.0), "metal")
    body.ball((0, 0, 5.0), (9.8, 9.8, 1.4), "metal", tone=0.18)
    for step in range(12):
        turn = step * math.pi / 6 + 0.2
        at = (math.cos(turn) * 10.4, math.sin(turn) * 10.4, 3.6)
        body.ball(at, (0.9, 0.9, 0.9), "ink" if step % 3 else "yellow")


def _glass(body: Solid) -> None:
    """A column of lit water under a dome, brighter within."""
    for z in (9, 14, 19, 24):
        body.ball((0, 0, z), (9.2, 9.2, 6.0), "glassy", tone=-0.22)
    body.ball((0, 0, 24.5), (7.2, 7.6, 3.0), "teal", shines=True, bias=WITHIN / 4)
    body.ball((0, 3.5, 18), (6.4, 5.0, 3.0), "teal", shines=True, bias=WITHIN / 4)
    body.ball((-5.6, -5.0, 26), (1.2, 2.4, 1.0), "glassy", about_z(0.7), bias=WITHIN, tone=0.5)
    body.ball((0, -8.6, 28), (4.6, 2.2, 1.4), "metal", tone=0.1, bias=WITHIN / 2)
    for x, y in ((4.6, 1.5), (-4.8, 4.5), (3.8, -5.2)):
        body.ball((x, y, 24), (0.55, 0.55, 0.55), "cyan", shines=True, bias=WITHIN * 2)


def _sleeper(body: Solid, variant: int) -> None:
    """Somebody in the water: arms adrift, or knees drawn up, or turned away."""

    def blob(x: float, y: float, wide: float, deep: float, tone: float = 0.0) -> None:
        body.ball((x, y, 22), (wide, deep, 1.6), "coat", bias=WITHIN * 2, tone=tone - 0.55)

    lean = (0.0, 0.9, -0.8)[variant]
    blob(lean, -5.4, 2.0, 2.1, 0.08)
    blob(0, -0.6, 2.7, 3.4)
    if variant == 1:
        blob(0.8, 3.0, 3.2, 2.1, -0.06)
        blob(-1.6, 1.2, 1.1, 2.6, 0.05)
        return
    for side in (-1, 1):
        blob(side * (3.6 + lean * side * 0.4), 0.4 + side * 0.7, 0.9, 2.7, 0.04)
        blob(side * 1.3, 4.6 + side * lean, 1.1, 3.2, -0.05)


def tank(variant: int) -> Solid:
    """A specimen tank with somebody in it, lit from within."""
    body = Solid()
    _foot(body)
    _glass(body)
    _sleeper(body, variant)
    return body


def burst_tank(variant: int) -> Solid:
    """A tank that broke: the stump of its glass, a pool, shards, and what lay in it or a trail away."""
    stream = generator(31 + variant)
    body = Solid()
    body.ball((1, 6, 0.1), (19, 12, 0.5), "teal", about_z(0.3), tone=-0.12)
    body.ball((6, 11, 0.1), (12, 8, 0.6), "teal", about_z(-0.4), tone=-0.06)
    _foot(body)
    body.ball((0, 0, 7), (8.8, 8.8, 2.0), "glassy", tone=-0.26).ball((0, 0, 8.2), (7.4, 7.4, 1.0), "ink")
    body.ball((0, 1, 8.8), (5.6, 5.0, 0.7), "teal", shines=True)
    for step in range(9):
        turn, high = step * 0.7, 2 + 9 * stream.random() * (math.sin(step * 0.7) < 0.3)
        at = (math.cos(turn) * 8.6, math.sin(turn) * 8.6, 7 + high)
        body.box(at, (0.4, 2.2, 2 + high), "glassy", about_z(turn), tone=0.2)
    for _ in range(13):
        at = (stream.normal() * 9 + 3, 10 + stream.normal() * 5, 0.8)
        body.box(at, (0.5 + stream.random(), 0.9, 0.3), "glassy", about_z(stream.random() * 3), tone=0.3)
    if variant == 0:
        body.stain((7, 12, 0.4), (8, 4, 2), "blood", only="teal")
    return body


def lab_bench(variant: int) -> Solid:
    """A bench with glassware: flasks, a rack of tubes, a microscope or a burner."""
    body = Solid().box((0, 0, 4.2), (15.4, 5.6, 4.2), "lab", tone=-0.16)
    body.box((0, 0, 8.8), (16, 6.4, 0.6), "lab", tone=-0.12).box(
        (0, -5.2, 9.8), (15.6, 0.8, 0.8), "lab", tone=-0.2
    )
    for x in (-10.4, 0, 10.4):
        body.box((x, 5.7, 4.4), (0.25, 0.2, 3.8), "ink")
    body.box((-10, -0.4, 10.4), (3.6, 1.6, 0.9), "wood", tone=0.1)
    for number, x in enumerate((-12.6, -10.8, -9.0, -7.4)):
        body.ball((x, -0.4, 12.4), (0.7, 0.7, 1.8), ("cyan", "red", "yellow", "cyan")[number], tone=0.1)
    for x, y, size, ramp in ((-3.2, 1.6, 1.7, "glassy"), (0.4, -2.2, 2.2, "cyan"), (2.6, 2.6, 1.4, "blood")):
        body.ball((x, y, 10.4), (size, size, 1.5), ramp, tone=0.06)
        body.ball((x, y, 12.6), (0.6, 0.6, 1.6), "white", tone=-0.1)
    if variant == 0:
        body.box((9.6, 0, 9.8), (2.4, 1.8, 0.5), "ink", tone=0.14).limb(
            (8, 0, 10), (8.4, 0, 15), 0.9, "metal"
        )
        return body.limb((8.4, 0, 15), (10.6, 0, 12), 1.0, "shirt", tone=-0.1)
    body.box((9.4, 0.4, 9.6), (3.4, 2.6, 0.2), "white", about_z(0.2), tone=-0.1)
    body.ball((13.4, -1.6, 10.6), (1.0, 1.0, 1.6), "ink", tone=0.1)
    return body.stain((5, 3, 9.4), (4, 2.4, 1.2), "blood", only="lab") if variant == 2 else body


def incubator(variant: int) -> Solid:
    """A warm box with a window; variant 1 is cold and open."""
    on = variant == 0
    body = Solid().box((0, 0, 5), (6.4, 8.2, 5), "shirt", tone=-0.3)
    body.box((0, 0, 10.2), (5.8, 7.6, 0.4), "shirt", tone=-0.28)
    body.box((-0.6, 0, 10.7), (4.0, 5.6, 0.25), "teal" if on else "ink", shines=on)
    for y in (-3.4, 0, 3.4):
        body.ball((-0.6, y, 11.0), (1.6, 1.0, 0.5), "coat", bias=2)
    body.box((4.9, -4, 10.8), (0.5, 2.2, 0.3), "ink").ball(
        (4.9, 5.6, 10.8), (0.6, 0.6, 0.4), "red", shines=on
    )
    return body if on else body.box((7.6, 5, 8), (0.4, 5.4, 4.6), "shirt", about_z(0.5), tone=-0.08)


def autoclave(_: int) -> Solid:
    """A steel boiler door with its wheel, pipes over it."""
    body = Solid().box((0, 0, 9.5), (5.4, 6.2, 9.5), "metal", tone=-0.06)
    body.box((0, 0, 19.3), (5.0, 5.8, 0.4), "metal", tone=-0.16)
    body.ball((5.6, 0, 10), (1.6, 5.0, 5.0), "metal", tone=0.1)
    for spoke in range(3):
        body.box((7.4, 0, 10), (0.3, 3.6, 0.5), "ink", about_x(spoke * math.pi / 3), bias=1)
    body.limb((-3, -3.6, 19.4), (-3, 3.6, 21.4), 0.9, "rust").ball((2.4, 3.8, 19.8), (1.4, 1.4, 0.5), "white")
    return body.box((2.4, 3.8, 20.3), (0.8, 0.2, 0.2), "red").ball(
        (2.6, -3.6, 20), (0.8, 0.8, 0.5), "gold", shines=True
    )


def rack(variant: int) -> Solid:
    """A low row of servers: slots, lamps, cables out of its back; variant 1 is dead."""
    body = Solid().box((0, 0, 6.4), (5.2, 14, 6.4), "ink", tone=0.08)
    for y in (-9.4, 0, 9.4):
        body.box((-0.2, y, 13), (4.6, 4.2, 0.3), "metal", tone=-0.12).box(
            (5.3, y, 6.8), (0.2, 4.1, 5.6), "metal", tone=-0.2
        )
        for slot in range(5):
            body.box((5.6, y, 2.4 + slot * 2.2), (0.2, 3.6, 0.35), "ink")
            ramp = "cyan" if (slot * 3 + int(y)) % 4 else "red"
            body.ball(
                (5.9, y + 2.6, 2.9 + slot * 2.2),
                (0.4, 0.6, 0.5),
                ramp if variant == 0 else "ink",
                shines=variant == 0,
            )
        for x in (-2.6, -0.4, 1.8):
            body.box((x, y, 13.4), (0.6, 3.2, 0.15), "ink")
    for y in (-11, -4, 5, 11):
        body.limb((-5, y, 8), (-7.2, y + 2.4, 0.7), 0.7, ("yellow", "navy", "red", "navy")[y % 4])
    return body


def ward_bed(variant: int) -> Solid:
    """A steel bed with straps; sheets are thrown back, soaked, or gone."""
    body = Solid()
    for x in (-13, 13):
        for y in (-7, 7):
            body.box((x, y, 2.6), (0.7, 0.7, 2.6), "metal").ball((x, y, 0.9), (1.0, 0.8, 0.9), "ink")
    body.box((0, 0, 5.2), (14, 7.8, 0.8), "metal").box((0, 0, 6.6), (13.2, 7.2, 0.9), "gown", tone=0.02)
    body.ball((-9.6, 0, 7.8), (2.6, 4.8, 1.1), "shirt", tone=0.02)
    body.box((-14.2, 0, 7.4), (0.5, 7.6, 3.6), "metal", tone=0.1).box(
        (14.2, 0, 6.4), (0.5, 7.6, 2.4), "metal", tone=0.1
    )
    if variant == 0:
        body.box((6.6, 0.6, 7.8), (6.0, 7.5, 0.4), "shirt", about_z(0.08), tone=-0.1)
    for along, slack in ((-3.4, 0.0), (3.0, 0.24), (9.6, -0.1)):
        body.box((along, 0, 8.3), (1.0, 8.2, 0.35), "leather", about_z(slack), tone=0.04)
        body.box((along, 1.4, 8.9), (1.2, 0.9, 0.3), "metal", about_z(slack), tone=0.2)
    if variant == 1:
        body.stain((0, -1, 7.5), (5.6, 3.8, 2), "blood", only="gown")
        body.box((2.4, 10.6, 1.0), (0.9, 5.2, 0.3), "leather", about_z(0.5))
    return body.limb((-11, -9.4, 0), (-11, -9.4, 19), 0.6, "metal").ball(
        (-11, -9.4, 18), (1.4, 1.0, 2.2), "glassy", tone=0.1
    )


def biobin(variant: int) -> Solid:
    """A yellow bin for what must be burnt, its lid down or pushed up by a bag."""
    body = Solid().box((0, 0, 5.2), (5.4, 5.4, 5.2), "yellow", tone=-0.2)
    body.box((0, 0, 11), (5.8, 5.8, 0.7), "yellow", about_y(-0.2 * variant), tone=-0.2)
    for turn in (0.0, 2.1, 4.2):
        at = (math.cos(turn) * 1.7, math.sin(turn) * 1.7, 11.9 + variant)
        body.ball(at, (1.4, 1.4, 0.3), "ink").ball((at[0], at[1], at[2] + 0.2), (0.6, 0.6, 0.3), "yellow")
    if variant:
        body.ball((5.4, 1, 9.6), (2.2, 3.0, 2.0), "maroon").ball(
            (6.6, -2, 2), (2.0, 1.6, 2.0), "maroon", tone=0.06
        )
    return body


def ventilator(variant: int) -> Solid:
    """A breathing machine on its stand, a curve on the screen or none."""
    on = variant == 0
    body = Solid().ball((0, 0, 1), (4.6, 4.6, 0.9), "ink", tone=0.1).box((0, 0, 6), (0.8, 0.8, 5), "metal")
    body.box((0, 0, 12), (3.2, 4.2, 3.2), "shirt", tone=-0.14).box((0.4, 0, 15.4), (2.4, 3.4, 0.25), "ink")
    body.box((0.4, 0, 15.8), (0.4, 2.8, 0.2), "cyan" if on else "ink", shines=on)
    body.limb((2.8, 2.4, 10), (7, 5.6, 1.6), 0.7, "lab", tone=0.1)
    return body.limb((7, 5.6, 1.6), (11, 3.6, 0.8), 0.7, "lab", tone=0.1)


def trolley(variant: int) -> Solid:
    """A steel trolley of instruments; variant 1 has run."""
    body = Solid()
    for x in (-9, 9):
        for y in (-5, 5):
            body.box((x, y, 4.4), (0.4, 0.4, 4.2), "metal").ball((x, y, 0.9), (0.9, 0.7, 0.9), "ink")
    body.box((0, 0, 2.8), (9.4, 5.4, 0.4), "metal", tone=-0.1).box(
        (0, 0, 8.8), (10, 6, 0.5), "metal", tone=-0.22
    )
    body.box((-4.6, 0, 9.4), (3.6, 4.2, 0.2), "gown", tone=-0.1)
    for number, row in enumerate((-3, -1.4, 0.2, 1.8)):
        body.box((-4.6, row, 9.8), (2.4, 0.3, 0.2), "metal", about_z(0.12 * number), tone=-0.2)
    body.ball((3, -1.6, 9.8), (2.2, 1.8, 0.6), "metal", tone=0.0).ball(
        (3, -1.6, 10.2), (1.6, 1.2, 0.4), "blood"
    )
    body.box((6.8, 2.4, 10.4), (1.3, 1.3, 1.4), "shirt", tone=-0.06).box(
        (6.8, 2.4, 11.9), (0.8, 0.3, 0.1), "red"
    )
    return body.stain((-4, 1, 9.6), (2.6, 1.6, 0.8), "blood", only="gown") if variant else body


def dynamo(_: int) -> Solid:
    """A generating set as long as a lorry."""
    return _dynamo("yellow", runs=True)


def burnt_dynamo(_: int) -> Solid:
    """A generating set that burnt out."""
    return _dynamo("scorch", runs=False)


def _engine(body: Solid, paint: str) -> None:
    body.box((-12, 0, 12), (23, 11, 8.6), paint, tone=-0.3)
    metal = "metal" if paint == "yellow" else "ink"
    for number in range(8):
        x = -31 + number * 5.4
        body.ball((x, -4.6, 21.4), (2.3, 3.2, 2.4), metal, tone=-0.1)
        body.ball((x, 4.6, 21.4), (2.3, 3.2, 2.4), metal, tone=-0.02)
        body.limb((x, 7.6, 21), (x, 10.8, 16), 0.9, "rust")
    body.limb((-33, -9.6, 21.5), (11, -9.6, 21.5), 2.0, "rust", tone=0.04)
    body.ball((-36, -4, 26), (3.2, 3.2, 6), "ink", tone=0.12).ball((-36, -4, 31), (2.2, 2.2, 1.2), "ink")


def _dynamo(paint: str, *, runs: bool) -> Solid:
    body = Solid().box((0, 0, 1.4), (40, 15.5, 1.4), "ink", tone=0.06)
    for y in (-14, 14):
        for x in range(-36, 40, 8):
            body.box((x, y, 2.9), (2.0, 1.5, 0.2), "yellow" if runs else "scorch", tone=-0.06)
    _engine(body, paint)
    for step, x in enumerate((15, 19, 23, 27, 31)):
        body.ball((x, 0, 12), (3.4, 11.4, 11.4), "teal" if runs else "scorch", tone=0.08 * (step % 2) - 0.04)
    body.ball((35, 0, 12), (1.8, 8.0, 8.0), "metal").box((23, -11, 19), (6, 3.4, 4.6), "metal", tone=-0.06)
    for gauge, ramp in ((20, "cyan"), (23.4, "gold"), (26.6, "cyan")):
        body.ball((gauge, -9.4, 23.8), (1.3, 1.3, 0.4), "white" if runs else "ink", tone=-0.06)
        body.box((gauge, -9.4, 24.3), (0.2, 0.8, 0.2), "red" if runs else "ink", about_z(gauge))
        body.ball((gauge, -12.6, 23.8), (0.7, 0.7, 0.4), ramp if runs else "ink", shines=runs)
    for number, y in enumerate((-6, -1, 4)):
        body.limb((37, y, 5), (43.5, y + 3 - number * 2, 1.0), 1.2, ("ink", "red", "ink")[number], tone=0.1)
    return body
