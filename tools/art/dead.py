"""Poses of the dead on two legs: shamblers, flankers, the one that calls.

A shambler drags its right foot and reaches with one arm; a flanker runs low on its hands; a screamer
folds, then opens like wings.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from tools.art.people import Act
from tools.art.pose import Gait, Pose, ease, fall, hump, mix, swing, wave

SHAMBLE: Final = Gait(stride=3.6, lean=2.2, drag=0.4, sway=0.8, twist=0.18, bob=0.4)
LOPE: Final = Gait(stride=6.2, lean=4.6, twist=0.35, bob=0.8, squat=1.6)
GLIDE: Final = Gait(stride=3.0, lean=-0.6, sway=0.9)


def _reaching(pose: Pose, t: float) -> Pose:
    sway = wave(t + 0.16)
    return replace(
        pose.with_(
            right=(8.0, 4.2 + sway * 0.5, 9.8 + sway * 0.5),
            elbow_right=(0, 1.6, -0.4),
            left=(4.6, -6.4, 6.2 - sway * 0.8),
            elbow_left=(0, -1.4, -0.6),
        ),
        face=0.18 * wave(t * 0.5),
        twist=pose.twist + 0.14,
    )


def shamble(t: float) -> Pose:
    """Walk, dragging the right foot."""
    pose = _reaching(SHAMBLE.at(t), t)
    return pose.with_(
        foot_left=(wave(t) * 4.6 + 0.6, -2.6, 1 + max(0.0, swing(t)) * 1.4),
        foot_right=(-3.6 - wave(t) * 1.9, 2.9, 1),
    )


def sway(t: float) -> Pose:
    """Stand swaying, one arm still out."""
    return _reaching(replace(SHAMBLE, stride=0.0).at(t), t)


def grab(t: float) -> Pose:
    """Rear back for .35 s, which is the warning, then close both hands."""
    back, close = ease(t / 0.55), ease((t - 0.6) / 0.15)
    pose = Gait(stride=4, lean=2.0 - 2.6 * back + 4.4 * close).at(0.2)
    return pose.with_(
        right=mix(mix((7.6, 4.4, 9.6), (-1.5, 8.6, 13.5), back), (11.0, 1.8, 9.4), close),
        left=mix(mix((5.2, -5.6, 7.2), (-1.0, -8.2, 13.0), back), (10.4, -1.4, 9.0), close),
        look=0.4 * back - 0.3 * close,
        ahead=-1.2 * back + 4.0 * close,
    )


def recoil(t: float) -> Pose:
    """Take a blow."""
    return (
        Gait(stride=3, lean=-1.8)
        .at(0.3)
        .with_(
            right=(2.0, 8.4, 11.4),
            left=(3.6, -7.4, 8.6),
            twist=-0.6,
            face=0.7,
            ahead=-1.8 * (1 - t),
        )
    )


def drop(t: float) -> Pose:
    """Fall on the face."""
    pose = Gait(stride=3, lean=2.0).at(0.2).with_(right=(6.6, 4.4, 8.8), left=(4.2, -5.8, 7.0))
    return fall(pose, t)


def crawl(t: float) -> Pose:
    """Haul oneself along by one arm at a time, legs trailing."""
    s = wave(t)
    return Pose(look=1.0, pitch=math.pi / 2 - 0.12, drop=-0.8, ahead=-8.0, twist=0.2 * s).with_(
        left=(2.8, -3.6, 17.0 + 2.6 * s),
        right=(2.8, 3.6, 17.0 - 2.6 * s),
        elbow_left=(1.2, -2.6, 0),
        elbow_right=(1.2, 2.6, 0),
        foot_left=(0.2, -3.2 + 0.6 * s, -3.2),
        foot_right=(-0.3, 2.0 + 0.6 * s, -2.4),
        head=(1.8, 0.4 * s, 13.0),
    )


def chorus(t: float) -> Pose:
    """Join the screech: head back, arms low and open."""
    open_ = ease(t * 3)
    shake = 0.35 * wave(t * 6) * open_
    return Pose(look=0.95 * open_).with_(
        chest=(-0.5 * open_, shake, 9.6),
        head=(-0.6 * open_, shake * 1.4, 12.9),
        left=mix((1.6, -5.6, 5.0), (-1.5, -8.6, 6.0), open_),
        right=mix((1.6, 5.6, 5.0), (-1.5, 8.6, 6.0), open_),
    )


def _on_all_fours(pose: Pose, s: float) -> Pose:
    return pose.with_(
        head=(7.2, 0.5 * s, 9.6),
        chest=(4.2, 0, 8.0),
        left=(9.0 + 3.0 * s, -4.6, 2.2 + 1.4 * max(0.0, -s)),
        right=(9.0 - 3.0 * s, 4.6, 2.2 + 1.4 * max(0.0, s)),
        elbow_left=(-1.5, -2.2, 0.8),
        elbow_right=(-1.5, 2.2, 0.8),
        ahead=-3.0,
    )


def lope(t: float) -> Pose:
    """Run low, hands near the ground."""
    return _on_all_fours(LOPE.at(t), wave(t))


def crouch(t: float) -> Pose:
    """Wait on all fours."""
    return _on_all_fours(replace(LOPE, stride=1.0).at(t), wave(t) * 0.25)


def pounce(t: float) -> Pose:
    """Gather for a third of the time, then fly with both arms out."""
    gather, air = ease(t / 0.3), hump((t - 0.3) / 0.7)
    return Pose(look=0.3, drop=-7.0 * air, ahead=-3.0 * gather).with_(
        hip=mix((-1, 0, 3.6), (-2, 0, 6), air),
        chest=mix((3.4, 0, 5.8), (4, 0, 7.4), air),
        head=mix((6.6, 0, 7.0), (8, 0, 9.0), air),
        left=mix((5.5, -4.6, 1.6), (13.0, -4.0, 8.0), air),
        right=mix((5.5, 4.6, 1.6), (13.0, 4.0, 8.0), air),
        foot_left=mix((-1.5, -3.6, 1), (-9.0, -3.0, 5.0), air),
        foot_right=mix((-1.5, 3.6, 1), (-8.0, 2.6, 4.2), air),
    )


def _wings(pose: Pose, t: float) -> Pose:
    s = wave(t)
    return replace(pose.with_(left=(-2.4, -7.4 + 0.6 * s, 5.0), right=(-2.4, 7.4 + 0.6 * s, 5.0)), look=0.55)


def glide(t: float) -> Pose:
    """Walk with the face to the sky and the arms trailing."""
    return _wings(GLIDE.at(t), t)


def hang(t: float) -> Pose:
    """Stand so."""
    return _wings(replace(GLIDE, stride=0.0).at(t), t)


def scream(t: float) -> Pose:
    """Fold for three frames of breath, then open like wings and hold."""
    fold, open_ = ease(t / 0.3), ease((t - 0.3) / 0.12)
    shake = 0.45 * wave(t * 8) * open_
    look = (0.55 - 1.05 * fold) * (1 - open_) + 1.25 * open_
    return Pose(look=look).with_(
        hip=(-1.0 * fold + 0.6 * open_, 0, 5.6),
        chest=mix(mix((0.2, 0, 9.6), (2.6, 0, 8.4), fold), (-0.6, shake, 10.2), open_),
        head=mix(mix((0.9, 0, 13.2), (5.0, 0, 10.6), fold), (-0.6, shake * 1.5, 13.6), open_),
        left=mix(mix((-2.4, -7.4, 5), (3.4, -2.6, 6), fold), (-2.6, -11.2, 10.5 + shake), open_),
        right=mix(mix((-2.4, 7.4, 5), (3.4, 2.6, 6), fold), (-2.6, 11.2, 10.5 - shake), open_),
        elbow_left=(0.4, -0.6, 0.8),
        elbow_right=(0.4, 0.6, 0.8),
    )


def claw(t: float) -> Pose:
    """Close both wings on somebody."""
    back, close = ease(t / 0.55), ease((t - 0.6) / 0.15)
    return (
        Gait(stride=3, lean=-1.4 * back + 3.6 * close)
        .at(0.2)
        .with_(
            right=mix((-4, 8.8, 9), (9.5, 3.0, 9), close),
            left=mix((-4, -8.8, 9), (9.5, -3.0, 9), close),
            ahead=2.5 * close,
        )
    )


def flinch(t: float) -> Pose:
    """Take a blow, hands before the face."""
    return (
        Gait(stride=2, lean=-2.0)
        .at(0.3)
        .with_(right=(3, 7, 12), left=(4, -6, 12), twist=0.5, ahead=-1.5 * (1 - t), look=-0.3)
    )


def topple(t: float) -> Pose:
    """Fall on the back, arms spread."""
    return fall(_wings(GLIDE.at(0.1), 0.1), t, forward=False, spread=1.35)


SHAMBLER: Final[dict[str, Act]] = {
    "idle": sway,
    "walk": shamble,
    "attack": grab,
    "hurt": recoil,
    "death": drop,
    "corpse": lambda _: drop(1.0),
    "crawl": crawl,
    "screech": chorus,
}

FLANKER: Final[dict[str, Act]] = SHAMBLER | {"idle": crouch, "walk": lope, "pounce": pounce}

SCREAMER: Final[dict[str, Act]] = {
    "idle": hang,
    "walk": glide,
    "attack": claw,
    "hurt": flinch,
    "death": topple,
    "corpse": lambda _: topple(1.0),
    "crawl": crawl,
    "screech": scream,
}
