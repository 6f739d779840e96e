"""The lurker: pale, folded, its back the highest point, knees beside the head, hands on the ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tools.art.arrays import Plane
from tools.art.pose import ease, hump, mix, wave
from tools.art.solid import Point, Solid, about_x, about_z, vector

FLESH: Final = "wan"


@dataclass(frozen=True)
class State:
    """How far it is stretched in a leap, lowered to stalk, dead; phases of breath and of crawl."""

    leap: float = 0.0
    low: float = 0.0
    dead: float = 0.0
    air: float = 0.0
    breath: float = 0.0
    step: float = 0.0

    def place(self, folded: Point, flying: Point, stalking: Point, sprawled: Point) -> Plane:
        """Blend the four postures of one joint."""
        upright = mix(folded, stalking, self.low)
        return mix(mix(upright, flying, self.leap), sprawled, self.dead)


def state(act: str, t: float) -> State:
    """Read an action."""
    if act == "pounce":
        return State(leap=ease((t - 0.25) / 0.3), air=hump((t - 0.25) / 0.75))
    if act in ("stalk", "walk"):
        return State(low=1.0, step=wave(t))
    if act in ("death", "corpse"):
        return State(dead=1.0 if act == "corpse" else ease(t))
    return State(leap=0.25) if act == "hurt" else State(breath=0.18 * wave(t))


def _trunk(body: Solid, s: State) -> tuple[Plane, Plane, Plane]:
    pelvis = s.place((-2.2, 0, 3.2), (-3.5, 0, 6), (-3.6, 0, 4.6), (-4.6, -0.6, 2.2))
    middle = s.place((-1.2, 0, 6.2 + s.breath), (0.5, 0, 6.8), (-0.8, 0, 5.8), (-1.0, 0.4, 2.6))
    chest = s.place((1.6, 0, 7.0 + s.breath), (4.5, 0, 7.2), (2.6, 0, 5.4), (2.8, 0, 2.6))
    body.ball(pelvis, (2.4, 2.9, 2.4), FLESH, tone=-0.05)
    body.ball(middle, (2.6, 3.0, 2.3), FLESH)
    body.ball(chest, (2.5, 3.9, 2.1), FLESH)
    for number in range(5):
        lower = mix(pelvis, middle, min(1.0, number / 2))
        knob = mix(lower, chest, max(0.0, (number - 2) / 2)) + (0, 0, 2.2)
        body.ball(knob, (0.75, 0.6, 0.7), FLESH, tone=0.2)
    for y in (-1.9, 1.9):
        body.stain(mix(middle, chest, 0.4) + (0, y, 1.4), (0.5, 1.0, 1.0), "pale", only=FLESH)
    if s.dead > 0.5:
        body.stain(middle + (0.8, 1.4, 1.6), (2.4, 2.0, 1.8), "blood", only=FLESH)
    return pelvis, middle, chest


def _head(body: Solid, s: State) -> None:
    head = s.place((4.6, 0, 5.6 + s.breath), (8.4, 0, 8.0), (6.2, 0, 5.6 + 0.3 * s.step), (6.6, 1.2, 2.6))
    body.ball(head, (2.7, 2.4, 2.5), FLESH)
    body.ball(head + (-1.0, 0, 0.9), (2.4, 2.5, 2.2), "hair")
    for side in (-1, 1):
        start, end = head + (-1.6, side * 1.6, 0.2), head + (-0.6, side * 2.6, -2.4)
        body.limb(start, end, 0.8, "hair", 0.4)
        if not s.dead:
            body.eye(head + (2.5, side * 1.05, 0.4), (1, 0, 0.25))


def _leg(body: Solid, s: State, pelvis: Plane, side: int) -> None:
    knee = s.place(
        (2.6, side * 3.9, 6.0),
        (-6.5, side * 2.6, 5.2),
        (-1.4, side * 5.0, 5.4),
        (-6.0 + side * 2.4, side * 4.6, 1.4),
    )
    foot = s.place(
        (2.2, side * 3.4, 0.9),
        (-11.0, side * 2.2, 4.6),
        (-3.4 + side * s.step * 2.2, side * 4.6, 0.9),
        (-9.8 + side * 1.2, side * 3.2 + 2.0, 0.9),
    )
    body.limb(pelvis + (0, side * 1.6, -0.4), knee, 1.35, FLESH, 1.05, tone=-0.06)
    body.limb(knee, foot, 1.0, FLESH, 0.8, tone=-0.06)
    body.ball(foot + (0.7, 0, 0), (1.7, 0.9, 0.8), FLESH)


def _arm(body: Solid, s: State, chest: Plane, side: int) -> None:
    elbow = s.place(
        (5.0, side * 5.2, 4.2),
        (9.5, side * 5.2, 7.0),
        (6.4, side * 6.0, 5.2),
        (5.4 - side * 1.6, side * 6.8, 1.2),
    )
    hand = s.place(
        (7.2, side * 1.2, 1.2),
        (14.5, side * 3.6, 6.0),
        (9.4 - side * s.step * 2.6, side * 4.4, 1.0),
        (8.4 - side * 3.0, side * 8.6 - 1.0, 0.9),
    )
    body.limb(chest + (0, side * 3.2, 0), elbow, 1.1, FLESH, 0.85)
    body.limb(elbow, hand, 0.85, FLESH, 0.75)
    body.ball(hand, (1.3, 0.95, 0.75), FLESH)
    for finger in (-0.7, 0, 0.7):
        body.limb(hand + (0.8, finger, 0), hand + (2.3, finger * 1.8, -0.3), 0.38, "meat")


def lurker(act: str, t: float) -> Solid:
    """Build the model for a moment of an action."""
    body, s = Solid(), state(act, t)
    pelvis, _, chest = _trunk(body, s)
    _head(body, s)
    for side in (-1, 1):
        _leg(body, s, pelvis, side)
        _arm(body, s, chest, side)
    body.turned(about_x(0.25 * s.dead) @ about_z(0.15 * s.dead), pivot=vector((0, 0, 1)))
    return body.moved(-3.0 * s.dead, 0, 6 * s.air)
