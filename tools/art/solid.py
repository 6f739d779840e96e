"""Little solids: the mini-models that people, cars and desks are made of.

Axes of a model: x forward, y to its right, z up; one unit is one pixel of the picture. A part is a
ball (an ellipsoid) or a box; a stain recolours whatever surface lies inside it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Self

import numpy as np

from tools.art.arrays import Plane

Point = Sequence[float] | Plane
UNTURNED: Final[Plane] = np.eye(3)


def about_x(angle: float) -> Plane:
    """Rotation about x, in radians."""
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def about_y(angle: float) -> Plane:
    """Rotation about y, in radians; positive bows forward."""
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def about_z(angle: float) -> Plane:
    """Rotation about z, in radians; positive is clockwise on the screen."""
    c, s = math.cos(angle), math.sin(angle)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])


def vector(point: Point) -> Plane:
    """Read three numbers."""
    return np.asarray(point, float)


@dataclass(frozen=True)
class Part:
    """A ball or box: half sizes, ramp, turn; ``bias`` lifts it in front, ``tone`` lightens it."""

    boxy: bool
    centre: Plane
    half: Plane
    ramp: str
    turn: Plane = field(default_factory=lambda: UNTURNED)
    shines: bool = False
    bias: float = 0.0
    tone: float = 0.0


@dataclass(frozen=True)
class Stain:
    """Recolours the surface inside a ball or upright box, of all ramps or of ``only`` one."""

    centre: Plane
    half: Plane
    ramp: str
    boxy: bool = False
    tone: float = 0.0
    only: str = ""


@dataclass(frozen=True)
class Eye:
    """A point that shines when its normal faces the camera."""

    at: Plane
    normal: Plane


@dataclass
class Solid:
    """A model under construction; every method that adds returns the model itself."""

    parts: list[Part] = field(default_factory=list)
    stains: list[Stain] = field(default_factory=list)
    eyes: list[Eye] = field(default_factory=list)

    def ball(
        self,
        at: Point,
        half: Point,
        ramp: str,
        turn: Plane = UNTURNED,
        *,
        shines: bool = False,
        bias: float = 0.0,
        tone: float = 0.0,
    ) -> Self:
        """Add an ellipsoid."""
        part = Part(False, vector(at), vector(half), ramp, turn, shines, bias, tone)  # noqa: FBT003
        self.parts.append(part)
        return self

    def box(
        self,
        at: Point,
        half: Point,
        ramp: str,
        turn: Plane = UNTURNED,
        *,
        shines: bool = False,
        bias: float = 0.0,
        tone: float = 0.0,
    ) -> Self:
        """Add a cuboid."""
        part = Part(True, vector(at), vector(half), ramp, turn, shines, bias, tone)  # noqa: FBT003
        self.parts.append(part)
        return self

    def limb(
        self,
        start: Point,
        end: Point,
        radius: float,
        ramp: str,
        last: float = 0.0,
        *,
        tone: float = 0.0,
        spacing: float = 0.75,
    ) -> Self:
        """Add a row of balls from ``start`` to ``end``; the radius runs to ``last`` if given.

        ``spacing`` is the distance between balls in radii: small for what is seen large.
        """
        a, b, last = vector(start), vector(end), last or radius
        length = float(np.sqrt(((b - a) ** 2).sum()))
        count = max(2, int(length / (min(radius, last) * spacing)) + 1)
        for part in np.linspace(0, 1, count):
            r = radius + (last - radius) * part
            self.ball(a + (b - a) * part, (r, r, r), ramp, tone=tone)
        return self

    def stain(
        self,
        at: Point,
        half: Point,
        ramp: str,
        *,
        boxy: bool = False,
        tone: float = 0.0,
        only: str = "",
    ) -> Self:
        """Recolour the surface near a point."""
        self.stains.append(Stain(vector(at), vector(half), ramp, boxy, tone, only))
        return self

    def eye(self, at: Point, normal: Point) -> Self:
        """Add an eye."""
        self.eyes.append(Eye(vector(at), vector(normal)))
        return self

    def turned(self, turn: Plane, by: Point = (0, 0, 0), pivot: Point = (0, 0, 0)) -> Self:
        """Turn everything about ``pivot``, then move it ``by``."""
        move, hub = vector(by), vector(pivot)

        def go(at: Plane) -> Plane:
            return np.asarray(turn @ (at - hub) + hub + move)

        self.parts = [replace(p, centre=go(p.centre), turn=turn @ p.turn) for p in self.parts]
        self.stains = [replace(s, centre=go(s.centre)) for s in self.stains]
        self.eyes = [Eye(go(e.at), turn @ e.normal) for e in self.eyes]
        return self

    def scaled(self, factor: float) -> Self:
        """Enlarge everything about the origin."""
        self.parts = [replace(p, centre=p.centre * factor, half=p.half * factor) for p in self.parts]
        self.stains = [replace(s, centre=s.centre * factor, half=s.half * factor) for s in self.stains]
        self.eyes = [Eye(e.at * factor, e.normal) for e in self.eyes]
        return self

    def moved(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Self:
        """Move everything."""
        return self.turned(UNTURNED, (x, y, z))

    def add(self, other: Solid) -> Self:
        """Take over the parts of another model."""
        self.parts += other.parts
        self.stains += other.stains
        self.eyes += other.eyes
        return self

    @property
    def height(self) -> float:
        """Highest point above the ground, in px."""
        tops = (float(p.centre[2] + np.abs(p.turn[2] * p.half).sum()) for p in self.parts)
        return max(tops, default=0.0)
