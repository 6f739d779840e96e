"""A pose: where hips, chest, head, hands and feet are; and the gaits and falls every body shares.

Lengths are model pixels for a person of normal size, angles radians, time runs 0..1 through an action.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final

from tools.art.arrays import Plane
from tools.art.solid import Point, vector

TURN: Final = 2 * math.pi


def wave(t: float) -> float:
    """Sine with period one."""
    return math.sin(TURN * t)


def swing(t: float) -> float:
    """Cosine with period one."""
    return math.cos(TURN * t)


def ease(t: float) -> float:
    """Smooth step: 0 before 0, 1 after 1."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def hump(t: float) -> float:
    """Half a sine: up and down again within 0..1, flat outside."""
    return math.sin(math.pi * min(1.0, max(0.0, t)))


def mix(a: Point, b: Point, part: float) -> Plane:
    """Go from a to b."""
    return vector(a) * (1 - part) + vector(b) * part


@dataclass
class Pose:
    """Joints of an upright body; ``elbow_*`` is the bend away from the straight arm.

    ``look`` lifts the face, ``face`` turns it, ``twist`` turns the shoulders; ``pitch`` and ``roll``
    throw the whole body, ``drop`` lowers it, ``ahead`` moves it forward; ``hem`` sways a coat.
    """

    hip: Plane = field(default_factory=partial(vector, (0, 0, 5.6)))
    chest: Plane = field(default_factory=partial(vector, (0.2, 0, 9.6)))
    head: Plane = field(default_factory=partial(vector, (0.9, 0, 13.2)))
    left: Plane = field(default_factory=partial(vector, (1.6, -5.6, 5.0)))
    right: Plane = field(default_factory=partial(vector, (1.6, 5.6, 5.0)))
    elbow_left: Plane = field(default_factory=partial(vector, (-1, -1.2, 0)))
    elbow_right: Plane = field(default_factory=partial(vector, (-1, 1.2, 0)))
    foot_left: Plane = field(default_factory=partial(vector, (0.6, -2.1, 1.0)))
    foot_right: Plane = field(default_factory=partial(vector, (0.6, 2.1, 1.0)))
    look: float = 0.0
    face: float = 0.0
    twist: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    drop: float = 0.0
    ahead: float = 0.0
    hem: float = 0.0

    def with_(self, **joints: Point | float) -> Pose:
        """Change some joints."""
        values = {
            name: value if isinstance(value, (int, float)) else vector(value)
            for name, value in joints.items()
        }
        return replace(self, **values)  # type: ignore[arg-type]  # the names carry the types


@dataclass(frozen=True)
class Gait:
    """How somebody walks: length of stride, swing of arms, forward lean, and what is uneven."""

    stride: float = 4.4
    arms: float = 3.2
    lean: float = 0.4
    twist: float = 0.26
    bob: float = 0.5
    drag: float = 1.0
    sway: float = 0.0
    squat: float = 0.0

    def at(self, t: float) -> Pose:
        """Pose at phase ``t`` of two steps."""
        s, c = wave(t), swing(t)
        rise = abs(c) * self.bob - self.squat
        return Pose(
            hip=vector((0, self.sway * c, 5.6 + rise * 0.6)),
            chest=vector((self.lean * 0.8 + 0.2, self.sway * c * 1.4, 9.6 + rise)),
            head=vector((self.lean * 1.3 + 0.9, self.sway * c * 1.9, 13.2 + rise - self.lean * 0.22)),
            left=vector((1.6 - s * self.arms, -5.2, 5.4 + abs(s) * 0.8)),
            right=vector((1.6 + s * self.arms, 5.2, 5.4 + abs(s) * 0.8)),
            foot_left=vector((s * self.stride, -2.1, 1 + max(0.0, c) * 1.8)),
            foot_right=vector((-s * self.stride * self.drag, 2.1, 1 + max(0.0, -c) * 1.8 * self.drag)),
            twist=s * self.twist,
        )


def fall(pose: Pose, t: float, *, forward: bool = True, spread: float = 1.0) -> Pose:
    """Buckle the knees, then throw the body down; t 0..1."""
    buckle, lie = ease(t / 0.45), ease((t - 0.3) / 0.7)
    sign = 1.0 if forward else -1.0
    hip = mix(mix(pose.hip, (0, 0, 4.4), buckle * (1 - lie)), (0, 0, 4.6), lie)
    return pose.with_(
        hip=hip,
        left=mix(pose.left, (1.5, -7.4 * spread, 11), lie),
        right=mix(pose.right, (0.5, 6.2 * spread, 5.5), lie),
        foot_left=mix(pose.foot_left, (1.0 * sign, -3.6, -3.6), lie),
        foot_right=mix(pose.foot_right, (-0.6, 2.4, -2.6), lie),
        pitch=sign * (buckle * 0.35 + lie * (math.pi / 2 - 0.35)),
        drop=buckle * 1.6 * (1 - lie) - lie * 0.6,
        ahead=-sign * 4.0 * lie,
        face=0.55 * lie,
        twist=pose.twist + 0.25 * lie,
    )
