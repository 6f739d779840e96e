"""How a grown figure stands and what it wears: joints in, garments out.

Lengths are shares of the height of a figure that stands upright; y is up when negative; left and right are
sides of the picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from tools.art.figures import Capsule, Garment

Spot = tuple[float, float]


@dataclass(frozen=True)
class Outfit:
    """Materials and cut.

    Attributes:
        top, legs, skin, shoes: materials.
        sleeve: material of the arms, the top's when empty.
        hair: ``short``, ``bob``, ``tied`` or ``long``.
        coat: how far its hem reaches below the hip; 0 is none.
        skirt: whether a pleated skirt is worn.
        build: width of the body.
    """

    top: str
    legs: str
    skin: str = "dead"
    hair: str = "short"
    shoes: str = "leather"
    sleeve: str = ""
    coat: float = 0.0
    skirt: bool = False
    build: float = 1.0


@dataclass(frozen=True)
class Stance:
    """Joints, of pairs the left one first.

    Attributes:
        view: front, back or side.
        shoulders: from the middle to a shoulder.
        wind: how far hair and hems are blown to the right.
    """

    hip: Spot = (0.0, -0.50)
    chest: Spot = (0.0, -0.76)
    head: Spot = (0.0, -0.924)
    elbows: tuple[Spot, Spot] = ((-0.150, -0.63), (0.150, -0.63))
    hands: tuple[Spot, Spot] = ((-0.150, -0.47), (0.150, -0.47))
    knees: tuple[Spot, Spot] = ((-0.050, -0.27), (0.050, -0.27))
    feet: tuple[Spot, Spot] = ((-0.055, -0.035), (0.055, -0.035))
    view: str = "front"
    shoulders: float = 0.108
    wind: float = 0.0


NAMRA: Final = Outfit("maroon", "pale", "pale", "bob", skirt=True, build=0.87)
ONJO: Final = Outfit("coat", "ink", "skin", "tied", coat=0.26, build=0.92)
SUHYEOK: Final = Outfit("yellow", "navy", "skin", "short", "trainer")
CHEONGSAN: Final = Outfit("shirt", "navy", "pale", "short")
PUPILS: Final = (
    Outfit("navy", "grey"),
    Outfit("navy", "dead", hair="long", skirt=True, build=0.9),
    Outfit("shirt", "ink"),
    Outfit("gown", "dead", coat=0.14),
    Outfit("olive", "olive", build=1.08),
    Outfit("maroon", "ink", hair="long", build=0.9),
)
"""Clothes of the dead."""


def _limb(points: tuple[Spot, ...], radii: tuple[float, ...]) -> tuple[Capsule, ...]:
    """Join points by capsules."""
    joints = list(zip(points, radii, strict=True))
    return tuple(Capsule(*a, ra, *b, rb) for (a, ra), (b, rb) in pairwise(joints))


def _leg(stance: Stance, outfit: Outfit, side: int) -> list[Garment]:
    way = (-1, 1)[side]
    spread = 0.044 * outfit.build * (stance.view != "side")
    hip = (stance.hip[0] + way * spread, stance.hip[1] + 0.015)
    knee, foot = stance.knees[side], stance.feet[side]
    toe = (foot[0] + (0.014 * way if stance.view != "side" else 0.042), foot[1] + 0.014)
    cloth = "pale" if outfit.skirt and outfit.skin == "pale" else outfit.legs
    return [
        Garment(cloth, _limb((hip, knee, foot), (0.056 * outfit.build, 0.042, 0.027)), 0.7),
        Garment(outfit.shoes, _limb((foot, toe), (0.024, 0.020))),
    ]


def _arm(stance: Stance, outfit: Outfit, side: int) -> list[Garment]:
    way = (-1, 1)[side]
    wide = stance.shoulders * outfit.build if stance.view != "side" else 0.012
    shoulder = (stance.chest[0] + way * wide * 0.96, stance.chest[1] - 0.014)
    elbow, hand = stance.elbows[side], stance.hands[side]
    reach = ((hand[0] - elbow[0]) * 0.22, (hand[1] - elbow[1]) * 0.22)
    knuckles = (hand[0] + reach[0], hand[1] + reach[1])
    tips = (hand[0] + reach[0] * 1.9 + 0.006 * way, hand[1] + reach[1] * 1.9)
    sleeve = outfit.sleeve or outfit.top
    return [
        Garment(outfit.skin, _limb((hand, knuckles, tips), (0.017, 0.020, 0.010))),
        Garment(sleeve, _limb((shoulder, elbow, hand), (0.038, 0.032, 0.022)), 0.8),
    ]


def _trunk(stance: Stance, outfit: Outfit) -> list[Garment]:
    (hx, hy), (cx, cy), b = stance.hip, stance.chest, outfit.build
    waist = (hx * 0.5 + cx * 0.5, (hy + cy) / 2)
    if stance.view == "side":
        parts = [Capsule(hx, hy, 0.072 * b, *waist, 0.066 * b), Capsule(*waist, 0.066 * b, cx, cy, 0.074 * b)]
    else:
        wide = stance.shoulders * 0.86 * b
        parts = [
            Capsule(hx - 0.034 * b, hy - 0.002, 0.044, hx + 0.034 * b, hy - 0.002, 0.044),
            Capsule(hx, hy - 0.03, 0.070 * b, *waist, 0.071 * b),
            Capsule(*waist, 0.072 * b, cx, cy, 0.088 * b),
            Capsule(cx - wide, cy - 0.026, 0.040, cx + wide, cy - 0.026, 0.040),
        ]
    if outfit.coat:
        low = hy + outfit.coat
        parts += [
            Capsule(hx + s * 0.040, hy - 0.06, 0.050, hx + s * 0.082 + stance.wind, low, 0.036)
            for s in (-1, -0.4, 0.4, 1)
        ]
    worn = [Garment(outfit.top, tuple(parts), 0.9)]
    if outfit.skirt:
        hems = tuple(
            Capsule(hx + s * 0.045, hy - 0.01, 0.045, hx + s * 0.105 + stance.wind * 0.2, hy + 0.18, 0.030)
            for s in (-1, -0.5, 0, 0.5, 1)
        )
        worn.insert(0, Garment("ink" if outfit.skin == "pale" else "navy", hems, 1.0))
    return worn


def _collar(stance: Stance, outfit: Outfit) -> list[Garment]:
    cx, cy = stance.chest
    hx, hy = stance.head
    neck = Garment(outfit.skin, _limb(((cx, cy - 0.055), ((cx + hx) / 2, hy + 0.055)), (0.032, 0.028)))
    return [neck]


def _dome(stance: Stance) -> list[Capsule]:
    """The hair on the skull."""
    x, y = stance.head
    if stance.view == "side":
        return [
            Capsule(x - 0.020, y - 0.036, 0.042, x + 0.014, y - 0.050, 0.034),
            Capsule(x - 0.030, y - 0.020, 0.036, x - 0.034, y + 0.026, 0.022),
            Capsule(x - 0.006, y - 0.020, 0.018, x - 0.004, y + 0.014, 0.008),
        ]
    dome = [Capsule(x - 0.007, y - 0.028, 0.057, x + 0.007, y - 0.030, 0.056)]
    if stance.view == "back":
        dome.append(Capsule(x, y - 0.02, 0.057, x, y + 0.014, 0.048))
    return dome


def _locks(stance: Stance, style: str) -> list[Capsule]:
    """What hangs from it."""
    (x, y), wind = stance.head, stance.wind
    back, side = stance.view == "back", stance.view == "side"
    if style == "tied" and (back or side):
        root = (x - 0.06 * side + wind * 0.4, y + 0.04)
        return [
            Capsule(x - 0.04 * side, y - 0.005, 0.026, *root, 0.024),
            Capsule(*root, 0.024, x - 0.07 * side + wind, y + 0.16, 0.011),
        ]
    if style not in {"bob", "long"}:
        return []
    fall = 0.055 if style == "bob" else 0.125
    sides = [
        Capsule(x + s * 0.034, y - 0.03, 0.030, x + s * 0.047 + wind * 0.6, y + fall, 0.017) for s in (-1, 1)
    ]
    return [*sides, Capsule(x, y, 0.060, x + wind * 0.5, y + fall - 0.01, 0.054)] if back else sides


def _head(stance: Stance, outfit: Outfit) -> list[Garment]:
    """Hair, face, fringe; from the front the hair lies behind the face."""
    x, y = stance.head
    hair = Garment("hair", tuple(_dome(stance) + _locks(stance, outfit.hair)), 0.7)
    if stance.view == "side":
        face = [Capsule(x + 0.004, y - 0.014, 0.050, x + 0.014, y + 0.022, 0.040)]
        face.append(Capsule(x + 0.046, y + 0.004, 0.012, x + 0.058, y + 0.014, 0.007))
        ear = Garment(outfit.skin, (Capsule(x - 0.012, y + 0.000, 0.009, x - 0.010, y + 0.012, 0.006),))
        return [Garment(outfit.skin, tuple(face)), hair, ear]
    if stance.view == "back":
        return [Garment(outfit.skin, (Capsule(x, y - 0.016, 0.054, x, y + 0.024, 0.044),)), hair]
    face = [Capsule(x, y - 0.010, 0.047, x, y + 0.028, 0.039)]
    strands = (-0.030, -0.012, 0.006, 0.024)
    fringe = [
        Capsule(x + s, y - 0.060, 0.015, x + s * 1.25 - 0.008, y - 0.026 - s * 0.25, 0.008) for s in strands
    ]
    return [hair, Garment(outfit.skin, tuple(face)), Garment("hair", tuple(fringe), 0.5)]


def dressed(stance: Stance, outfit: Outfit) -> list[Garment]:
    """Dress a figure: garments from the farthest to the nearest."""
    far, near = 0, 1
    trunk, head = _trunk(stance, outfit), [*_collar(stance, outfit), *_head(stance, outfit)]
    if stance.view == "side":
        legs = _leg(stance, outfit, far) + _leg(stance, outfit, near)
        return [*_arm(stance, outfit, far), *legs, *trunk, *head, *_arm(stance, outfit, near)]
    legs = _leg(stance, outfit, far) + _leg(stance, outfit, near)
    arms = _arm(stance, outfit, far) + _arm(stance, outfit, near)
    if stance.view == "back":
        return [*legs, *arms, *trunk, *head]
    return [*legs, *trunk, *arms, *head]


def standing(
    lean: float = 0.0, tilt: float = 0.0, arms: Spot = (0.0, 0.0), *, view: str = "front", stance: float = 1.0
) -> Stance:
    """Stand: ``lean`` of the chest, ``tilt`` of the head, and how far each hand is lifted, 0..1."""
    elbows, hands = [], []
    for way, lift in zip((-1, 1), arms, strict=True):
        elbows.append((lean + way * (0.136 + lift * 0.07), -0.635 - lift * 0.05))
        hands.append((lean + way * (0.134 + lift * 0.17), -0.475 - lift * 0.16))
    feet = ((-0.055 * stance, -0.035), (0.055 * stance, -0.035))
    return Stance(
        hip=(-lean * 0.6, -0.50),
        chest=(lean, -0.76),
        head=(lean + tilt, -0.924),
        elbows=(elbows[0], elbows[1]),
        hands=(hands[0], hands[1]),
        feet=feet,
        view=view,
    )


def limping() -> Stance:
    """Walk away from us, the right leg dragged, the weight and the left shoulder dropped over the left."""
    return Stance(
        hip=(0.016, -0.485),
        chest=(-0.030, -0.735),
        head=(-0.058, -0.898),
        elbows=((-0.190, -0.615), (0.105, -0.610)),
        hands=((-0.215, -0.470), (0.062, -0.470)),
        knees=((-0.044, -0.255), (0.105, -0.285)),
        feet=((-0.036, -0.030), (0.160, -0.085)),
        view="back",
        shoulders=0.112,
    )


def leaping() -> Stance:
    """Leap to the right: front knee high, back leg trailing, arms wide."""
    return Stance(
        hip=(-0.02, -0.50),
        chest=(0.085, -0.74),
        head=(0.160, -0.90),
        elbows=((-0.07, -0.69), (0.23, -0.68)),
        hands=((-0.21, -0.80), (0.345, -0.78)),
        knees=((-0.21, -0.45), (0.165, -0.545)),
        feet=((-0.40, -0.53), (0.225, -0.365)),
        view="side",
    )


def reaching(stride: float) -> Stance:
    """Run to the right with both arms out; ``stride`` -1..1 moves the legs."""
    return Stance(
        hip=(-0.03, -0.50),
        chest=(0.075, -0.72),
        head=(0.175, -0.85),
        elbows=((0.22, -0.67), (0.21, -0.74)),
        hands=((0.36, -0.70 + 0.03 * stride), (0.36, -0.79 - 0.03 * stride)),
        knees=((-0.12 - 0.05 * stride, -0.30), (0.10 + 0.05 * stride, -0.33)),
        feet=((-0.26 - 0.05 * stride, -0.13), (0.08 + 0.09 * stride, -0.035)),
        view="side",
    )


def seated(knee: float = 0.0) -> Stance:
    """Sit on a ledge that looks to the right, legs over it; the seat is at y = 0."""
    return Stance(
        hip=(0.0, -0.07),
        chest=(0.015, -0.31),
        head=(0.045, -0.475),
        elbows=((-0.07, -0.19), (-0.085, -0.20)),
        hands=((-0.095, -0.045), (-0.125, -0.045)),
        knees=((0.195, -0.075), (0.215 + knee, -0.085 - knee * 0.3)),
        feet=((0.205, 0.135), (0.240 + knee, 0.125)),
        view="side",
    )


def resting() -> Stance:
    """Sit on the ground, leaning back on one hand, knees drawn up, looking right; the seat is at y = 0."""
    return Stance(
        hip=(0.0, -0.065),
        chest=(-0.075, -0.295),
        head=(-0.070, -0.465),
        elbows=((-0.16, -0.16), (0.035, -0.235)),
        hands=((-0.19, -0.025), (0.135, -0.285)),
        knees=((0.165, -0.255), (0.205, -0.235)),
        feet=((0.205, -0.030), (0.285, -0.030)),
        view="side",
    )
