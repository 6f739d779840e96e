"""The cast as the game names it: which actions each has, how many frames, how long a frame lasts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from tools.art import people
from tools.art.body import build
from tools.art.brute import brute
from tools.art.dead import FLANKER, SCREAMER, SHAMBLER
from tools.art.hand import hand
from tools.art.lurker import lurker
from tools.art.outfits import OUTFITS
from tools.art.people import Act
from tools.art.solid import Solid

LONG: Final = 44
"""Side of a cell in px: who lies, leaps or crawls needs 44, and a sheet has one size."""

SPRAWLED: Final = 48
"""... and for the long limbs of the lurker."""

HUGE: Final = 64
"""... and for the brute."""


@dataclass(frozen=True)
class Action:
    """Number of frames, ms a frame, whether it repeats."""

    frames: int
    ms: int
    loop: bool

    def moment(self, frame: int) -> float:
        """Time 0..1 of a frame: a loop leaves out its end, anything else reaches it."""
        if self.loop:
            return frame / self.frames
        return frame / (self.frames - 1) if self.frames > 1 else 1.0


@dataclass(frozen=True)
class Role:
    """One of the cast: its model at a moment of an action, actions, cell size, colour of eyes."""

    model: Callable[[str, float], Solid]
    actions: Mapping[str, Action]
    size: int
    eye: str | None


def _loop(frames: int, ms: int) -> Action:
    return Action(frames, ms, loop=True)


def _once(frames: int, ms: int) -> Action:
    return Action(frames, ms, loop=False)


DEAD: Final = {
    "idle": _loop(4, 260),
    "walk": _loop(6, 150),
    "attack": _once(5, 110),
    "hurt": _once(2, 70),
    "death": _once(6, 90),
    "corpse": _once(1, 1000),
    "crawl": _loop(4, 180),
    "screech": _once(6, 120),
}

PEOPLE: Final = {
    "idle": _loop(4, 300),
    "walk": _loop(6, 110),
    "run": _loop(6, 75),
    "sneak": _loop(6, 150),
    "aim": _loop(6, 130),
    "shoot": _once(2, 50),
    "melee": _once(5, 60),
    "throw": _once(4, 70),
    "dodge": _once(4, 85),
    "surrender": _once(4, 130),
    "command": _once(3, 90),
    "feed": _loop(2, 220),
    "hurt": _once(2, 70),
    "death": _once(6, 90),
    "corpse": _once(1, 1000),
}

BEAST: Final = {"hurt": _once(2, 70), "corpse": _once(1, 1000)}

LURKER: Final = BEAST | {
    "idle": _loop(4, 420),
    "walk": _loop(6, 130),
    "stalk": _loop(6, 130),
    "pounce": _once(5, 70),
    "attack": _once(5, 70),
    "death": _once(5, 90),
}

BRUTE: Final = BEAST | {
    "idle": _loop(4, 300),
    "walk": _loop(6, 190),
    "attack": _once(7, 130),
    "hurt": _once(2, 90),
    "death": _once(6, 130),
    "roar": _once(4, 150),
}

MORE: Final = {
    "namra": {"hand": _once(8, 120)},
    "cheongsan": {"walk": _loop(8, 138)},
    "suhyeok": {"leap": _once(6, 70)},
    "onjo": {"still": _loop(4, 420)},
    "civilian": {"huddle": _loop(6, 150)},
}

HEROES: Final = ("namra", "halfbie", "soldier", "civilian", "cheongsan", "suhyeok", "onjo")
SHAMBLERS: Final = tuple(name for name in OUTFITS if name.startswith("shambler"))


def _walker(name: str, poses: Mapping[str, Act]) -> Callable[[str, float], Solid]:
    return lambda act, t: build(OUTFITS[name], poses[act](t))


def _person(name: str) -> Role:
    poses = people.acts(name)

    def model(act: str, t: float) -> Solid:
        if act == "hand":
            return hand(t)
        return build(OUTFITS[name], poses[act](t), people.holds(name, act, t))

    return Role(model, PEOPLE | MORE.get(name, {}), LONG, OUTFITS[name].eye or None)


def _lurk(act: str, t: float) -> Solid:
    return lurker("pounce" if act == "attack" else act, t)


ROSTER: Final[dict[str, Role]] = {
    **{name: Role(_walker(name, SHAMBLER), DEAD, LONG, "pale") for name in SHAMBLERS},
    "flanker": Role(
        _walker("flanker", FLANKER),
        DEAD | {"walk": _loop(6, 85), "pounce": _once(5, 80)},
        LONG,
        "pale",
    ),
    "screamer": Role(
        _walker("screamer", SCREAMER),
        DEAD | {"walk": _loop(6, 160), "screech": _once(8, 120)},
        LONG,
        "red",
    ),
    "lurker": Role(_lurk, LURKER, SPRAWLED, "pale"),
    "brute": Role(brute, BRUTE, HUGE, "red"),
    **{name: _person(name) for name in HEROES},
}
"""Everybody, by the name of their files."""
