"""Larger fixtures: towers, platforms, statues, tanks and air units of roofs."""

from __future__ import annotations

import math

from tools.art.solid import Solid, about_y, about_z


def air_unit(_: int) -> Solid:
    """The outer half of an air conditioner: a caged fan."""
    body = (
        Solid().box((0, 0, 1), (6.6, 8.4, 0.8), "ink").box((0, 0, 5.6), (6.2, 8.2, 4.4), "metal", tone=0.02)
    )
    body.box((0, 0, 10.2), (6.0, 8.0, 0.3), "metal", tone=0.12).ball((0, 0, 10.4), (5.2, 5.2, 0.45), "ink")
    for blade in range(4):
        body.box((0, 0, 10.8), (4.8, 0.45, 0.15), "metal", about_z(blade * math.pi / 4), tone=0.1)
    for step in range(20):
        turn = step * math.pi / 10
        body.ball((math.cos(turn) * 5, math.sin(turn) * 5, 10.9), (0.5, 0.5, 0.3), "metal", tone=0.14)
    for z in (3, 4.6, 6.2, 7.8):
        body.box((6.3, 0, z), (0.15, 7.0, 0.35), "ink")
    return body.ball((0, 0, 11.3), (1.3, 1.3, 0.45), "metal", tone=0.2)


def water_tank(variant: int) -> Solid:
    """A roof tank on legs, yellow or blue, ribbed."""
    ramp = ("yellow", "navy")[variant]
    body = Solid()
    for x in (-6.4, 6.4):
        for y in (-6.4, 6.4):
            body.box((x, y, 3), (0.9, 0.9, 3), "rust")
    body.box((0, 0, 5.6), (8.8, 8.8, 0.8), "metal")
    for z in (8.4, 11.6, 14.8, 18.0):
        body.ball((0, 0, z), (8.8, 8.8, 2.6), ramp).ball((0, 0, z + 1.5), (9.0, 9.0, 0.6), ramp, tone=-0.16)
    body.ball((0, 0, 20.4), (7.8, 7.8, 2.4), ramp, tone=0.06).ball(
        (0, 0, 22.6), (3.2, 3.2, 1.0), ramp, tone=0.14
    )
    body.ball((0, 0, 23.6), (1.3, 1.3, 0.7), "ink")
    for rung in range(9):
        body.box((9.4, 0, 2 + rung * 2.4), (0.4, 1.7, 0.3), "metal")
    for y in (-1.8, 1.8):
        body.box((9.6, y, 11), (0.3, 0.35, 11), "metal")
    return body


def statue(_: int) -> Solid:
    """A founder in bronze, one arm out."""
    body = (
        Solid()
        .box((0, 0, 4), (6.5, 6.5, 4), "concrete")
        .box((0, 0, 8.4), (5.6, 5.6, 0.5), "concrete", tone=0.1)
    )
    body.limb((0, -1.4, 9), (0, -1.2, 14), 1.6, "metal").limb((0, 1.4, 9), (0, 1.2, 14), 1.6, "metal")
    body.ball((0, 0, 16.4), (2.8, 4.2, 4.2), "metal", tone=-0.05).ball(
        (0.4, 0, 22.4), (2.4, 2.4, 2.6), "metal"
    )
    body.limb((0.6, 3.4, 18), (6.4, 3.4, 16), 1.3, "metal").limb(
        (0, -3.6, 18), (-0.6, -4.4, 12.6), 1.3, "metal"
    )
    return body.stain((0, 0, 24), (2.6, 2.6, 1.4), "shirt", only="metal")


def podium(_: int) -> Solid:
    """The platform of a school yard, with its rostrum."""
    body = (
        Solid()
        .box((0, 0, 3.5), (19, 35, 3.5), "concrete", tone=-0.05)
        .box((0, 0, 7.3), (18.4, 34.4, 0.4), "concrete", tone=0.02)
    )
    for y in (-23, -11.5, 0, 11.5, 23):
        body.box((0, y, 7.8), (18.4, 0.25, 0.1), "concrete", tone=-0.16)
    body.box((-17.4, 0, 13), (0.8, 33, 6), "concrete", tone=-0.02).box((9, 0, 11), (2.4, 4, 3.6), "wood")
    body.box((9.6, 0, 15), (2.8, 4.4, 0.5), "wood", about_y(0.3), tone=0.1)
    return body.limb((10, 0, 15), (11, 0, 18.6), 0.4, "ink")


def kiosk(_: int) -> Solid:
    """A wooden booth with a hatch."""
    body = (
        Solid()
        .box((0, 0, 10), (12, 12, 10), "wood", tone=-0.05)
        .box((0, 0, 20.6), (13.5, 13.5, 0.8), "roof", tone=-0.3)
    )
    body.box((12.2, 0, 12), (0.4, 9, 4), "ink").box((14, 0, 8.4), (2, 9, 0.5), "wood", tone=0.1)
    return body.box((13.2, 0, 17.6), (2.4, 10, 0.4), "red", about_y(0.3), tone=-0.12)


def clock(_: int) -> Solid:
    """A clock tower with a green cap."""
    body = Solid().box((0, 0, 3), (13, 13, 3), "concrete").box((0, 0, 24), (7, 7, 22), "brick")
    body.box((0, 0, 46.6), (8, 8, 1.6), "concrete", tone=-0.3).ball(
        (0, 0, 48), (6.6, 6.6, 6), "roof", tone=-0.34
    )
    for turn in range(4):
        face = (
            Solid().ball((7.2, 0, 39.5), (0.5, 4.6, 4.6), "white").box((7.8, 0, 40.9), (0.2, 0.4, 1.8), "ink")
        )
        body.add(face.box((7.8, 1.2, 39.5), (0.2, 1.4, 0.4), "ink").turned(about_z(turn * math.pi / 2)))
    return body


def bell(_: int) -> Solid:
    """A bell in its frame."""
    body = Solid().box((0, -7, 10), (1, 1, 10), "wood").box((0, 7, 10), (1, 1, 10), "wood")
    body.box((0, 0, 20), (2, 9, 1), "wood", tone=0.08).ball((0, 0, 15.4), (3.4, 3.4, 3.6), "rust", tone=0.06)
    return body.ball((0, 0, 12.4), (4.4, 4.4, 1.6), "rust").ball((0, 0, 10.8), (1.0, 1.0, 1.2), "ink")


def column(_: int) -> Solid:
    """A square pillar."""
    body = (
        Solid()
        .box((0, 0, 1), (5.4, 5.4, 1), "concrete", tone=-0.08)
        .box((0, 0, 12), (4.6, 4.6, 12), "concrete")
    )
    return body.box((0, 0, 24.4), (5.2, 5.2, 0.6), "concrete", tone=-0.12)
