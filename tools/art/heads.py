"""Hair and headgear, seen mostly from above."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from tools.art.arrays import Plane
from tools.art.outfits import Outfit
from tools.art.solid import Point, Solid, vector


@dataclass(frozen=True)
class Head:
    """A head in place: the body it belongs to, its centre and turn."""

    body: Solid
    outfit: Outfit
    centre: Plane
    turn: Plane

    def at(self, x: float, y: float, z: float) -> Plane:
        """Place a point given about the centre of the head."""
        return self.centre + self.turn @ vector((x, y, z))

    def cap(self, x: float, z: float, half: Point, ramp: str = "", *, tone: float = 0.0) -> None:
        """Add a mass on the middle line, of hair unless another ramp is named."""
        self.body.ball(self.at(x, 0, z), half, ramp or self.outfit.hair, self.turn, tone=tone)

    def lock(self, at: Plane, half: Point) -> None:
        """Add a mass of hair anywhere."""
        self.body.ball(at, half, self.outfit.hair, self.turn)


def _crown(head: Head) -> None:
    head.cap(-0.9, 0.9, (3.15, 3.2, 2.9))


def _messy(head: Head) -> None:
    _crown(head)
    for y in (-1.6, 0.2, 1.8):
        head.lock(head.at(1.6, y, 2.5), (1.1, 0.9, 0.8))
    head.lock(head.at(-2.4, 1.2, 2.2), (1.3, 1.2, 1.2))


def _bob(head: Head) -> None:
    _crown(head)
    head.cap(-2.0, -1.2, (2.2, 3.2, 3.3))
    for y in (-2.7, 2.7):
        head.lock(head.at(-0.1, y, -1.0), (1.7, 0.9, 2.7))
    head.lock(head.at(2.0, 0, 2.0), (1.0, 2.1, 0.9))


def _long(head: Head) -> None:
    _crown(head)
    head.cap(-2.2, -1.8, (2.1, 3.0, 4.0))


def _veil(head: Head) -> None:
    """Hair that falls away from a face held to the sky."""
    _long(head)
    head.cap(-3.4, -1.5, (1.9, 3.4, 2.6), tone=-0.05)


def _tied(head: Head) -> None:
    _crown(head)
    head.cap(-3.4, -0.4, (1.7, 1.3, 1.5))
    head.body.limb(head.at(-3.6, 0, -0.8), head.at(-4.6, 0.3, -4.2), 1.2, head.outfit.hair, 0.7)


def _hood(head: Head) -> None:
    head.cap(-0.9, 0.5, (3.5, 3.5, 3.3))
    head.lock(head.at(-2.6, 0, -2.2), (1.9, 3.0, 1.8))
    head.cap(2.3, 0.3, (1.1, 2.0, 2.0), head.outfit.skin, tone=-0.18)


def _helmet(head: Head) -> None:
    head.cap(-0.2, 1.1, (3.7, 3.6, 3.1), tone=0.05)
    head.cap(-0.2, 0.1, (4.1, 3.9, 1.3), tone=-0.12)
    head.body.box(head.at(3.2, 0, 1.6), (0.6, 1.5, 0.8), "ink", head.turn)
    for y in (-3.3, 3.3):
        head.body.ball(head.at(-0.3, y, -0.6), (1.2, 0.8, 1.4), "ink", head.turn)


def _bald(head: Head) -> None:
    head.body.stain(head.at(-1.2, 1.4, 2.6), (1.4, 1.4, 1.2), "meat", only=head.outfit.skin)


STYLES: Final[dict[str, Callable[[Head], None]]] = {
    "short": _crown,
    "messy": _messy,
    "bob": _bob,
    "long": _long,
    "veil": _veil,
    "tied": _tied,
    "hood": _hood,
    "helmet": _helmet,
    "bald": _bald,
}


def _wounds(head: Head) -> None:
    outfit, body = head.outfit, head.body
    if outfit.bandage:
        body.stain(head.at(1.2, -1.4, 1.3), (2.6, 1.9, 0.8), "bone")
    if outfit.dead:
        body.stain(head.at(2.4, 0.2, -1.9), (1.4, 1.5, 1.0), "blood", only=outfit.skin)
    if outfit.mouth:
        body.ball(head.at(2.6, 0, -0.7), (1.3, 1.5, 1.9), "blood", head.turn, bias=0.6, tone=-0.06)
        body.ball(head.at(3.1, 0, 0.7), (0.5, 1.2, 0.4), "bone", head.turn, bias=0.7)
        body.ball(head.centre + (0.6, 0, -3.0), (2.0, 2.2, 1.5), "meat", tone=0.05)


def _eyes(head: Head) -> None:
    normal = head.turn @ vector((1, 0, 0.12))
    if head.outfit.eye == "gold":
        head.body.eye(head.at(3.0, 1.2, 0.3), normal)
    elif head.outfit.eye:
        head.body.eye(head.at(3.1, -1.3, 0.2), normal)
        head.body.eye(head.at(3.1, 1.3, 0.2), normal)


def add_head(head: Head, neck: Plane) -> None:
    """Put head, neck, hair and eyes on a body."""
    body, outfit = head.body, head.outfit
    body.limb(neck, head.centre + (-0.4, 0, -2), 1.3, outfit.skin)
    body.ball(head.centre, (3.1, 2.85, 3.15), outfit.skin, head.turn)
    STYLES[outfit.style](head)
    _wounds(head)
    _eyes(head)
