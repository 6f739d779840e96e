"""One skeleton for everybody on two legs: an outfit and a pose make a model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np

from tools.art.arrays import Plane
from tools.art.heads import Head, add_head
from tools.art.outfits import Outfit
from tools.art.pose import Pose
from tools.art.solid import Solid, about_x, about_y, about_z, vector

Held = Callable[[Solid, Pose], None]
"""Puts a thing into the hands of a body."""

SCARS: Final = ((1.8, 1.8, 1.5), (1.2, -2.6, 0.5))


def _legs(body: Solid, outfit: Outfit, pose: Pose) -> None:
    for side, foot in ((-1, pose.foot_left), (1, pose.foot_right)):
        hip = pose.hip + about_z(pose.twist * -0.6) @ vector((0, side * 1.9, -0.6))
        bend = (1.0 + 0.25 * abs(float(foot[2]) - 1), side * 0.3, 0.3)
        knee = (hip + foot) / 2 + bend
        body.limb(hip, knee, 1.75, outfit.pants)
        body.limb(knee, foot + (0, 0, 1.2), 1.4, outfit.pants)
        body.ball(foot + (0.9, 0, 0), (2.2, 1.35, 1.2), outfit.shoe)


def _coat(body: Solid, outfit: Outfit, pose: Pose) -> None:
    """Lay a long flared coat, open in front."""
    hip, sway, twist = pose.hip, pose.hem, about_z(pose.twist)
    body.ball(hip + (-0.8, 0, 0.2), (3.1, 4.1, 3.4), outfit.top, twist, tone=-0.03)
    low, last = (-1.4 - sway * 0.5, sway * 0.4, -2.2), (-2.8 - sway * 1.1, sway * 0.8, -3.4)
    body.ball(hip + low, (3.9, 4.9, 2.7), outfit.top, twist, tone=-0.01)
    body.ball(hip + last, (2.9, 3.9, 1.6), outfit.top, twist, tone=0.02)
    body.stain(pose.chest + (2.4, 0, 0.5), (1.2, 0.7, 3.0), "ash", only=outfit.top)
    body.stain(pose.chest + (0.6, 0, 2.4), (2.6, 2.7, 1.0), "coat", tone=0.16, only=outfit.top)


def _torso(body: Solid, outfit: Outfit, pose: Pose) -> None:
    twist = about_z(pose.twist)
    body.ball((pose.hip + pose.chest) / 2, (2.5, 3.4, 3.3), outfit.top, twist)
    body.ball(pose.chest, (2.75, 4.9, 2.8), outfit.top, twist)
    if outfit.robe:
        body.ball(pose.hip + (0, 0, -1.2), (3.3, 3.7, 3.4), outfit.top, twist)
    if outfit.skirt:
        body.ball(pose.hip + (0, 0, -0.6), (3.4, 3.8, 2.2), outfit.skirt, twist)
    if outfit.coat:
        _coat(body, outfit, pose)


def _forearm(outfit: Outfit, side: int) -> str:
    bare = outfit.sleeve != "long" or (outfit.dead and side > 0)
    return outfit.skin if bare else outfit.top


def _arms(body: Solid, outfit: Outfit, pose: Pose) -> None:
    twist = about_z(pose.twist)
    arms = ((-1, pose.left, pose.elbow_left), (1, pose.right, pose.elbow_right))
    for side, hand, bend in arms:
        shoulder = pose.chest + twist @ vector((0, side * 4.3, 0.5))
        elbow = (shoulder + hand) / 2 + bend
        body.limb(shoulder, elbow, 1.6, outfit.upper or outfit.top)
        body.limb(elbow, hand, 1.3, _forearm(outfit, side), 1.1)
        body.ball(hand, (1.35, 1.25, 1.15), outfit.skin)
        if outfit.stripe:
            at = (shoulder + elbow) / 2 + (0, side * 1.2, 1.0)
            body.stain(at, (1.2, 0.55, 3.0), outfit.stripe, only=outfit.upper or outfit.top)


def _details(body: Solid, outfit: Outfit, chest: Plane) -> None:
    top = outfit.top
    if outfit.collar:
        body.stain(chest + (1.3, 0, 2.5), (1.5, 2.0, 1.6), outfit.collar, only=top)
    if outfit.tie:
        body.stain(chest + (2.6, 0, 0.6), (1.4, 0.7, 3.2), outfit.tie, only=top)
    if outfit.tag:
        body.stain(chest + (2.4, -2.4, 0.9), (1.0, 1.0, 0.7), "white", only=top)
    if outfit.scarf:
        body.ball(chest + (0.9, 0, 2.5), (2.3, 2.7, 1.1), outfit.scarf)
        body.limb(chest + (-1.6, 1.4, 2.2), chest + (-3.4, 2.2, -1.0), 0.9, outfit.scarf)


def _layers(body: Solid, outfit: Outfit, pose: Pose) -> None:
    chest, twist = pose.chest, about_z(pose.twist)
    middle = (pose.hip + chest) / 2
    if outfit.blanket:
        body.ball(chest + (-0.9, 0, -0.2), (3.2, 5.6, 3.2), outfit.blanket, twist)
        body.ball(middle + (-1.0, 0, -1.2), (3.0, 4.6, 3.6), outfit.blanket, twist, tone=-0.07)
    if outfit.vest:
        body.box(chest + (0.3, 0, -1.3), (2.8, 3.3, 2.4), "leather", twist)
        body.box(chest + (-2.8, 0, -0.8), (1.3, 2.6, 2.4), "olive", twist, tone=-0.06)
        for y in (-1.9, 0, 1.9):
            pouch = chest + twist @ vector((3.1, y, -1.9))
            body.box(pouch, (0.6, 0.7, 1.2), "olive", twist, tone=-0.08)
    if outfit.torn:  # half the shirt is gone: pale ribs, no helmet; not a soldier at any distance
        body.stain(chest + (0.6, 3.4, 1.4), (3.6, 2.9, 3.6), "dead", tone=0.08, only=outfit.top)
        body.stain(chest + (-1.4, -1.4, 2.0), (0.6, 3.0, 2.4), "leather", only=outfit.top)
    if outfit.wound:
        body.stain(middle + (2.0, 0.8, 0.2), (1.8, 2.2, 1.8), "blood", only=outfit.top)


def _blood(body: Solid, outfit: Outfit, pose: Pose) -> None:
    for spot in SCARS[: outfit.scars]:
        body.stain(pose.chest + spot, (2.2, 2.0, 1.7), "blood", only=outfit.top)
    if outfit.dead:
        body.stain(pose.left, (1.8, 1.8, 1.8), "blood", only=outfit.skin)


def build(outfit: Outfit, pose: Pose, held: Held | None = None) -> Solid:
    """Dress the pose. All is placed upright first, then thrown as a whole for falls and crawls."""
    body = Solid()
    _legs(body, outfit, pose)
    _torso(body, outfit, pose)
    turn = about_z(pose.face) @ (about_y(-pose.look) if pose.look else np.eye(3))
    add_head(Head(body, outfit, pose.head, turn), pose.chest + (0, 0, 2))
    _arms(body, outfit, pose)
    _details(body, outfit, pose.chest)
    _layers(body, outfit, pose)
    _blood(body, outfit, pose)
    if held is not None:
        held(body, pose)
    if pose.pitch or pose.roll:
        body.turned(about_y(pose.pitch) @ about_x(pose.roll), pivot=(0, 0, 1.5))
    return body.moved(pose.ahead, 0, -pose.drop)
