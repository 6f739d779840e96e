"""The brute: mass first. Fists on the ground, a hump higher than the head, a split red spine, riot straps.

It walks on its knuckles: left fist with right foot, the hump rolls from side to side.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from tools.art.arrays import Plane
from tools.art.pose import ease, mix, swing, wave
from tools.art.solid import Solid, about_x, about_z, vector

FLESH: Final = "bruise"


@dataclass(frozen=True)
class State:
    """Phases of the walk, how far up the fists are, down in the slam, dead, flinching, roaring."""

    step: float = 0.0
    lift: float = 1.0
    up: float = 0.0
    slam: float = 0.0
    dead: float = 0.0
    flinch: float = 0.0
    roar: float = 0.0
    breath: float = 0.0

    @property
    def rise(self) -> float:
        """Height of the chest over its rest."""
        return self.breath + self.up * 3.0 - self.slam * 2.2 - self.dead * 5.6


def state(act: str, t: float) -> State:
    """Read an action; the blow: .55 s overhead, a slam, a long recovery."""
    if act == "walk":
        return State(step=wave(t), lift=swing(t))
    if act == "attack":
        fallen = ease((t - 0.55) / 0.1)
        return State(up=ease(t / 0.5) * (1 - fallen), slam=fallen * (1 - 0.5 * ease((t - 0.8) / 0.2)))
    if act in ("death", "corpse"):
        return State(dead=1.0 if act == "corpse" else ease(t))
    if act == "roar":
        return State(roar=ease(t * 3), breath=0.5 * wave(t * 3))
    return State(flinch=1 - 0.5 * t) if act == "hurt" else State(breath=0.3 * wave(t))


def _legs(body: Solid, s: State) -> float:
    hip = 7.4 - s.dead * 3.6
    for side in (-1, 1):
        foot = vector((-6.6 - side * s.step * 2.8 - s.dead * 3, side * (4.6 + s.dead), 1.4))
        body.limb((-4.4, side * 2.9, hip), foot + (0, 0, 1.2), 2.7, "navy", 2.2, tone=0.03)
        body.ball(foot + (1.0, 0, 0), (2.9, 2.0, 1.5), "leather")
    return hip


def _trunk(body: Solid, s: State, hip: float, turn: Plane) -> Plane:
    body.ball((-4.6, 0, hip + 0.6), (4.0, 4.7, 4.0), "navy", turn, tone=0.05)
    body.ball((-1.6, 0, 10.2 + s.rise), (4.6, 6.4, 5.0), FLESH, turn, tone=-0.05)
    chest = vector((2.0 + s.slam * 2.0, s.step * 0.6, 11.8 + s.rise))
    body.ball(chest, (5.0, 8.4, 4.6), FLESH, turn)
    body.ball(chest + (-2.6, 0, 3.0), (4.2, 6.2, 3.4), FLESH, turn, tone=-0.02)
    body.stain(chest + (-3.4, 0, 4.0), (5.8, 1.7, 4.6), "meat", only=FLESH, tone=-0.22)
    for number in range(5):
        up = 5.2 + 0.9 * math.sin(number * 0.9) - number * 0.55
        body.ball(chest + (1.4 - number * 2.2, 0, up), (0.95, 1.05, 0.95), "bone", tone=0.05)
    for y in (-4.3, 4.3):
        strap = chest + (-2, y, 2)
        body.stain(strap, (9, 0.95, 9), "ink", boxy=True, only=FLESH, tone=0.06)
    body.stain(chest + (-6.2, 0, 0), (1.0, 8.4, 9), "ink", boxy=True, only=FLESH, tone=0.06)
    return chest


def _head(body: Solid, s: State) -> None:
    """Put the head small and forward, below the hump."""
    x = 7.4 + s.slam * 1.4 - s.up * 1.2 - s.roar * 1.5
    z = 11.4 + s.rise + s.up * 0.8 - s.dead * 2.6 + s.roar * 1.2
    head = vector((x, s.step * 0.5, z))
    body.ball(head + (-2.4, 0, 0.4), (2.8, 3.0, 2.4), FLESH, tone=-0.08)
    body.ball(head, (2.7, 2.45, 2.5), FLESH, tone=0.06)
    body.ball(head + (1.1, 0, -1.6 - s.roar), (2.1, 2.0, 1.3), "meat")
    body.box(head + (2.6, 0, -1.2), (0.5, 1.5, 0.35), "bone")
    for y in (-1.35, 1.35):
        body.eye(head + (2.4, y, 0.5), (1, 0, 0.3))


def _fist(s: State, side: int) -> Plane:
    reach = -side * s.step * 3.4
    fist = vector((8.2 + reach, side * 10.2, 2.6 + max(0.0, -side * s.lift) * 1.3))
    fist = mix(fist, (3.5, side * 7.6, 25.0), s.up)
    fist = mix(fist, (13.0, side * 4.6, 2.4), s.slam)
    fist = mix(fist, (1.5, side * 13.5, 9.0), s.roar)
    return mix(fist, (13.0 if side < 0 else -2.0, side * 13.0, 1.6), s.dead)


def _arm(body: Solid, s: State, shoulder: Plane, side: int) -> None:
    """Add an arm; the left one is the club, with plates of bone."""
    size = 1.18 if side < 0 else 0.92
    fist = _fist(s, side)
    elbow = (shoulder + fist) / 2 + vector((-0.6, side * 3.0, 1.0)) * (1 - s.slam * 0.6)
    body.ball(shoulder, vector((3.9, 3.7, 3.6)) * size, FLESH)
    body.limb(shoulder, elbow, 3.0 * size, FLESH, 2.6 * size)
    body.limb(elbow, fist, 2.7 * size, FLESH, 3.1 * size)
    body.ball(fist, vector((3.6, 3.3, 2.8)) * size, FLESH, tone=-0.02)
    for y in (-1.8, -0.2, 1.4):
        knuckle = fist + vector((2.7, y, 0.4)) * size
        body.ball(knuckle, vector((1.1, 0.8, 1.2)) * size, "meat" if side < 0 else "bone")
    if side > 0:
        cuff = mix(elbow, fist, 0.55)
        body.stain(cuff, (2.2, 4.4, 4.4), "ink", only=FLESH, tone=0.08)
        return
    for part in (0.25, 0.6, 0.9):
        body.ball(mix(elbow, fist, part) + (-0.2, -1.8, 2.2), (1.3, 0.8, 1.1), "bone")


def brute(act: str, t: float) -> Solid:
    """Build the model for a moment of an action."""
    body, s = Solid(), state(act, t)
    turn = about_z(0.14 * s.step - 0.25 * s.flinch)
    chest = _trunk(body, s, _legs(body, s), turn)
    _head(body, s)
    for side in (-1, 1):
        _arm(body, s, chest + turn @ vector((0.4, side * 7.6, 1.4)), side)
    body.turned(about_x(0.16 * s.step + 0.18 * s.dead), pivot=(0, 0, 2))
    return body.moved(-1.6 * s.flinch - 2.0 * s.dead)
