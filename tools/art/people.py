"""Poses of the living and the half-living, by action."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tools.art.body import Held
from tools.art.held import bottle, pipe, pistol, radio, rifle, slung_rifle
from tools.art.pose import Gait, Pose, ease, fall, hump, mix, swing, wave

Act = Callable[[float], Pose]

WALK: Final = Gait()
RUN: Final = Gait(stride=6.0, arms=4.6, lean=2.2, twist=0.42, bob=1.2)
SNEAK: Final = Gait(stride=3.4, arms=1.2, lean=2.6, twist=0.14, bob=0.3, squat=2.2)
LIMP: Final = Gait(stride=3.6, twist=0.2, sway=0.7, bob=0.9)
HUDDLE: Final = Gait(stride=2.6, lean=1.2, twist=0.1)
STEADY: Final = Gait(stride=3.2, twist=0.1)


def idle(t: float) -> Pose:
    """Breathe."""
    breath = wave(t) * 0.25
    return Pose(hem=0.35 * wave(t)).with_(chest=(0.2, 0, 9.6 + breath), head=(0.9, 0, 13.2 + breath * 1.2))


def walk(t: float) -> Pose:
    """Walk."""
    return replace(WALK.at(t), hem=0.5 + 0.4 * abs(wave(t)))


def run(t: float) -> Pose:
    """Run, leaning in."""
    return replace(RUN.at(t), hem=1.6)


def sneak(t: float) -> Pose:
    """Walk crouched, hands before the knees."""
    pose = SNEAK.at(t)
    s = wave(t) * 0.8
    return pose.with_(left=(4.2 - s, -3.8, 5.2), right=(4.2 + s, 3.8, 5.2), head=pose.head + (0.8, 0, -0.6))


def limp(t: float) -> Pose:
    """Drag the left foot, a hand on the wound, a hitch on the good leg."""
    return replace(
        LIMP.at(t).with_(
            foot_left=(-1.8 + max(0.0, wave(t)) * 2.0, -2.6, 1.0),
            left=(2.6, -1.0, 7.0),
            elbow_left=(0, -2.6, -0.5),
        ),
        roll=-0.14 - 0.12 * max(0.0, swing(t)),
    )


def leap(t: float) -> Pose:
    """Gather, push off, fly, land."""
    pose, air = Gait(stride=5.5, lean=2.0).at(0.25), hump((t - 0.15) / 0.7)
    gathered = t < 0.12 or t > 0.9
    return pose.with_(
        foot_left=mix(pose.foot_left, (5.5, -2.2, 3.2), air),
        foot_right=mix(pose.foot_right, (-6.5, 2.0, 4.4), air),
        left=mix(pose.left, (4.5, -7.6, 12), air),
        right=mix(pose.right, (-4.0, 7.2, 10.5), air),
        drop=-9.0 * air + (1.8 if gathered else 0.0),
    )


def dodge(t: float) -> Pose:
    """Throw oneself forward: low, folded, over one shoulder."""
    fold = hump(t)
    pose = RUN.at(0.2)
    return pose.with_(
        hip=mix(pose.hip, (-2.6, 0, 4.0), fold),
        chest=mix(pose.chest, (2.2, 0, 5.4), fold),
        head=mix(pose.head, (4.6, 0.6, 5.4), fold),
        left=mix(pose.left, (6.0, -3.4, 2.2), fold),
        right=mix(pose.right, (5.6, 2.6, 2.6), fold),
        foot_left=mix(pose.foot_left, (-5.6, -2.6, 3.4), fold),
        foot_right=mix(pose.foot_right, (-4.4, 2.4, 1.6), fold),
        roll=0.5 * fold,
        drop=-1.5 * fold,
    )


def _two_hands(pose: Pose, kick: float = 0.0) -> Pose:
    z = float(pose.chest[2])
    return pose.with_(
        right=(4.6 - kick, 1.6, z - 0.7),
        elbow_right=(0.2, 2.4, -1.4),
        left=(7.8 - kick, -0.2, z - 0.9),
        elbow_left=(-0.4, -2.6, -1.2),
    )


def aim_rifle(t: float) -> Pose:
    """Walk with the rifle up."""
    return _two_hands(STEADY.at(t))


def shoot_rifle(t: float) -> Pose:
    """Take the kick of a rifle."""
    pose = _two_hands(Gait(stride=2.6).at(0), kick=1.2 * (1 - t))
    return pose.with_(chest=(0.2 - 0.6 * (1 - t), 0, 9.6))


def _pistol_grip(pose: Pose, kick: float = 0.0) -> Pose:
    z = float(pose.chest[2])
    return pose.with_(
        right=(6.6 - kick, 1.2, z - 0.2 + kick * 0.6),
        elbow_right=(-0.4, 2.6, -0.8),
        left=(6.0 - kick, -0.3, z - 0.5 + kick * 0.6),
        elbow_left=(-0.4, -2.6, -0.8),
    )


def aim_pistol(t: float) -> Pose:
    """Walk with the pistol up, both arms out."""
    return _pistol_grip(STEADY.at(t))


def shoot_pistol(t: float) -> Pose:
    """Take the kick of a pistol."""
    return _pistol_grip(Gait(stride=2.6).at(0), kick=1.8 * (1 - t))


def carry(pose: Pose) -> Pose:
    """Hold a rifle across the chest, whatever the legs do."""
    chest = pose.chest
    return pose.with_(
        right=chest + (1.8, 3.0, -2.2),
        elbow_right=(-0.6, 1.8, -0.6),
        left=chest + (5.2, -2.2, -1.6),
        elbow_left=(-0.4, -1.8, -0.8),
    )


def melee(t: float) -> Pose:
    """Swing a pipe flat from the right shoulder to the left: .12 s back, then through."""
    back, through = ease(t / 0.35), ease((t - 0.4) / 0.25)
    pose = Gait(stride=3.6, lean=0.4 + 1.6 * through).at(0.2)
    return pose.with_(
        right=mix(mix((3, 6, 8), (-3.4, 7.6, 11.5), back), (7.2, -4.0, 8.6), through),
        left=mix((3.4, -3.8, 7.4), (1.0, -6.8, 7.8), through),
        twist=0.75 * back - 1.55 * through,
        ahead=-0.8 * back + 2.6 * through,
    )


def throw(t: float) -> Pose:
    """Reach back over the shoulder, then let go with the arm out."""
    back, gone = ease(t / 0.45), ease((t - 0.5) / 0.25)
    pose = Gait(stride=4.0, lean=-0.6 * back + 2.4 * gone).at(0.2)
    return pose.with_(
        right=mix(mix((3, 5, 9), (-4.6, 5.4, 15), back), (9.6, 2.4, 9.0), gone),
        left=mix((5.4, -3.6, 9.8), (-0.6, -5.6, 6.4), gone),
        twist=0.5 * back - 0.9 * gone,
    )


def hurt(t: float) -> Pose:
    """Reel."""
    pose = Gait(stride=3).at(0.1)
    return pose.with_(
        chest=(-1.2, 0.6, 9.2),
        head=(-1.4, 1.2, 12.2),
        left=(3.8, -5.8, 10),
        right=(2.4, 6.8, 8),
        twist=0.5,
        ahead=-1.5 * (1 - t),
    )


def death(t: float) -> Pose:
    """Fall on the back."""
    return fall(Gait(stride=2).at(0.1), t, forward=False)


def corpse(_: float) -> Pose:
    """Lie."""
    return fall(Gait(stride=2).at(0.1), 1.0, forward=False, spread=1.2)


def surrender(t: float) -> Pose:
    """Kneel, arms up and wide, head down."""
    down = ease(t * 1.5)
    return Pose().with_(
        hip=(-0.6, 0, 5.6 - 1.9 * down),
        chest=(0.2, 0, 9.6 - 2.2 * down),
        head=(1.2, 0, 13.2 - 2.8 * down),
        foot_left=(-3.4 * down, -2.3, 1),
        foot_right=(-3.4 * down, 2.3, 1),
        left=mix((1.6, -5.6, 5.0), (1.4, -8.4, 15.5), down),
        right=mix((1.6, 5.6, 5.0), (1.4, 8.4, 15.5), down),
        elbow_left=(0.4, -2.4 * down, -2.0),
        elbow_right=(0.4, 2.4 * down, -2.0),
    )


def command(t: float) -> Pose:
    """Put one arm out, palm open: an order."""
    out = ease(t * 2)
    return Pose(twist=-0.35 * out).with_(
        right=mix((1.6, 5.6, 5.0), (9.4, 2.4, 11.8), out),
        elbow_right=(0, 0.6, 0.2),
        head=(0.9 + 0.5 * out, 0, 13.2),
    )


def feed(t: float) -> Pose:
    """Kneel over something and tear at it."""
    tear = 1.4 * t
    return Pose().with_(
        hip=(-2.4, 0, 3.8),
        chest=(1.6, 0, 6.4),
        head=(4.8 + tear * 0.4, 0, 6.4 - tear * 0.8),
        left=(7.4 - tear, -3.8, 2.0 + tear),
        right=(7.8, 3.6, 2.0),
        foot_left=(-4.6, -3.2, 1),
        foot_right=(-5.0, 3.2, 1),
    )


def still(t: float) -> Pose:
    """Stand feet together, radio at the mouth, only the hem moves."""
    breath = wave(t) * 0.2
    return Pose(hem=0.9 + 0.7 * wave(t)).with_(
        chest=(0.1, 0, 9.6 + breath),
        head=(0.7, 0, 13.2 + breath),
        foot_left=(0.3, -1.5, 1),
        foot_right=(0.3, 1.5, 1),
        right=(3.6, 2.0, 11.2),
        elbow_right=(0, 2.2, -1.6),
        left=(1.2, -5.0, 5.2),
    )


def huddle(t: float) -> Pose:
    """Walk with the arms round oneself."""
    return HUDDLE.at(t).with_(
        left=(3.0, 1.6, 8.2),
        right=(3.2, -1.4, 7.4),
        elbow_left=(0, -2.4, -0.6),
        elbow_right=(0, 2.4, -0.6),
    )


COMMON: Final[dict[str, Act]] = {
    "idle": idle,
    "walk": walk,
    "run": run,
    "sneak": sneak,
    "aim": aim_pistol,
    "shoot": shoot_pistol,
    "melee": melee,
    "throw": throw,
    "dodge": dodge,
    "surrender": surrender,
    "command": command,
    "feed": feed,
    "hurt": hurt,
    "death": death,
    "corpse": corpse,
}

OWN: Final[dict[str, dict[str, Act]]] = {
    "soldier": {
        "idle": lambda t: carry(idle(t)),
        "walk": lambda t: carry(walk(t)),
        "run": lambda t: carry(run(t)),
        "sneak": lambda t: carry(SNEAK.at(t)),
        "aim": aim_rifle,
        "shoot": shoot_rifle,
    },
    "cheongsan": {"walk": limp},
    "suhyeok": {"leap": leap},
    "onjo": {"still": still},
    "civilian": {"huddle": huddle},
}

HOLDS: Final[dict[str, Held]] = {
    "aim": pistol,
    "shoot": pistol,
    "melee": pipe,
    "throw": bottle,
    "still": radio,
}

SOLDIER_HOLDS: Final[dict[str, Held]] = {
    **dict.fromkeys(("idle", "walk", "run", "sneak"), slung_rifle),
    "aim": rifle,
    "shoot": rifle,
    "melee": slung_rifle,
}


def acts(name: str) -> dict[str, Act]:
    """List the poses of one of the people."""
    return COMMON | OWN.get(name, {})


def holds(name: str, act: str, t: float) -> Held | None:
    """Say what is in the hands: a thrown bottle is gone after half the action."""
    if act == "throw" and t > 0.55:
        return None
    table = HOLDS | (SOLDIER_HOLDS if name == "soldier" else {})
    return table.get(act)
