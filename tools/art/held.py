"""Things in hands: rifle, pistol, pipe, bottle, radio, a name tag."""

from __future__ import annotations

from tools.art.pose import Pose
from tools.art.solid import Solid, about_y, about_z, vector


def rifle(body: Solid, pose: Pose) -> None:
    """A rifle at the shoulder with a torch under the barrel."""
    z = float(pose.chest[2]) + 0.2
    body.box((6.6, 1.0, z), (4.8, 0.75, 0.9), "metal", bias=0.6)
    body.box((1.4, 1.7, z - 0.1), (1.7, 0.8, 1.1), "ink", bias=0.5)
    body.box((12.0, 0.9, z + 0.2), (1.5, 0.45, 0.45), "ink", bias=0.5)
    body.box((6.2, 1.0, z - 1.6), (0.8, 0.6, 1.1), "ink")
    body.box((9.6, -0.2, z), (1.5, 0.6, 0.6), "ink", bias=0.7)
    body.ball((11.3, -0.2, z), (0.7, 0.7, 0.7), "white", shines=True, bias=1)


def slung_rifle(body: Solid, pose: Pose) -> None:
    """A rifle carried across the chest, muzzle low to the left."""
    turn = about_z(-0.95)
    middle = pose.chest + (3.6, 0.0, -1.4)
    body.box(middle, (5.2, 0.75, 0.9), "metal", turn, bias=0.6)
    body.box(middle + turn @ vector((-4.6, 0, 0)), (1.8, 0.8, 1.1), "ink", turn, bias=0.7)
    body.box(middle + turn @ vector((5.8, 0, 0.1)), (1.2, 0.45, 0.45), "ink", turn, bias=0.5)


def pistol(body: Solid, pose: Pose) -> None:
    """A pistol in both hands."""
    grip = pose.right + (1.0, 0, 0.4)
    body.box(grip + (1.8, -0.2, 0.5), (2.3, 0.62, 0.8), "metal", bias=0.6)
    body.box(grip + (0.2, -0.2, -0.5), (0.6, 0.5, 1.0), "ink", bias=0.4)


def pipe(body: Solid, pose: Pose) -> None:
    """A length of water pipe along the right forearm's line."""
    turn = about_z(pose.twist * 1.6) @ about_y(-0.35)
    middle = pose.right + turn @ vector((4.4, 0, 0.4))
    body.box(middle, (5.4, 0.6, 0.6), "metal", turn, bias=0.5, tone=0.08)
    body.ball(middle + turn @ vector((5.4, 0, 0)), (0.9, 0.9, 0.9), "rust", bias=0.6)


def bottle(body: Solid, pose: Pose) -> None:
    """A bottle held by the neck."""
    body.ball(pose.right + (0.8, 0.3, 1.8), (1.1, 1.1, 1.9), "roof", bias=0.5, tone=0.1)
    body.ball(pose.right + (0.8, 0.3, 3.8), (0.5, 0.5, 1.0), "roof", bias=0.5, tone=0.2)


def radio(body: Solid, pose: Pose) -> None:
    """A walkie-talkie with its lamp lit."""
    hand = pose.right
    body.box(hand + (0.6, 0, 0.8), (0.9, 0.9, 1.7), "ink", bias=0.4)
    body.limb(hand + (0.6, 0.5, 2), hand + (0.6, 0.5, 5.0), 0.4, "metal")
    body.ball(hand + (1.4, 0, 1.6), (0.5, 0.5, 0.5), "red", shines=True, bias=0.8)


def name_tag(body: Solid, at: tuple[float, float, float], lean: float) -> None:
    """A school name tag: white plate, blue line of writing, one stain."""
    turn = about_z(0.25) @ about_y(lean)
    middle = vector(at)
    body.box(middle, (0.5, 3.0, 1.7), "white", turn)
    body.box(middle + turn @ vector((0.5, -0.3, 0.3)), (0.12, 1.9, 0.4), "navy", turn, bias=0.3)
    stain = middle + turn @ vector((0.5, 1.9, -0.5))
    body.box(stain, (0.12, 0.9, 0.9), "blood", turn, bias=0.3)
