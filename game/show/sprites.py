"""The cast as surfaces: every frame of every action in 16 directions, with shadow and eyes.

Rules of this module:
- Frames are brought to the same exposure as the painted level, and carry their soft shadow on the ground, so
  that an actor is one blit.
- A cell's number is ``row * DIRECTIONS + direction``; rows are the sheet's.
- A sheet that lacks an action shows the nearest it has (``INSTEAD``).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.data import paths
from game.show.bake.art import expose, read_manifest, read_picture
from game.show.layers import from_native
from game.sim.components import Sort

if TYPE_CHECKING:
    from game.ecs.column import Array

DIRECTIONS = 16
SOLID = 200  # of 255; alpha above this is the body, below it its shadow
SHADOW = 118  # of 255; darkness of the shadow under a body
SHADOW_AT = (1.5, 1.5)  # px from the foot
SHADOW_SIZE = (6.4, 4.2)  # px; half axes under a body of an ordinary sheet
ORDINARY = 44  # px; side of an ordinary sheet's cells


class Action(IntEnum):
    """What a body is seen doing; the names in lower case are those of the sheets."""

    IDLE = 0
    WALK = 1
    RUN = 2
    SNEAK = 3
    AIM = 4
    SHOOT = 5
    MELEE = 6
    THROW = 7
    DODGE = 8
    SURRENDER = 9
    ATTACK = 10
    POUNCE = 11
    SCREECH = 12
    HURT = 13
    DEATH = 14
    CORPSE = 15
    STALK = 16
    HAND = 17
    FEED = 18
    COMMAND = 19


INSTEAD = {
    Action.RUN: Action.WALK, Action.SNEAK: Action.WALK, Action.STALK: Action.WALK, Action.AIM: Action.IDLE,
    Action.SHOOT: Action.AIM, Action.MELEE: Action.ATTACK, Action.ATTACK: Action.MELEE,
    Action.POUNCE: Action.ATTACK, Action.SCREECH: Action.COMMAND, Action.COMMAND: Action.IDLE,
    Action.DODGE: Action.RUN, Action.SURRENDER: Action.IDLE, Action.THROW: Action.MELEE,
    Action.FEED: Action.IDLE, Action.HAND: Action.IDLE, Action.CORPSE: Action.DEATH,
}  # fmt: skip
ROAR = "roar"  # what the brute's sheet calls a screech

EYES = ("", "pale", "red", "gold")
NO_EYE = (-999, -999)  # px; where an eye is that does not show
CLOTHES = ("student", "office", "casual", "hospital", "army")
NAMES: dict[Sort, tuple[str, ...]] = {
    Sort.SHAMBLER: tuple(f"shambler_{cloth}" for cloth in CLOTHES),
    **{sort: (sort.name.lower(),) for sort in Sort if sort is not Sort.SHAMBLER},
}
"""Sheets of each sort, by ``Actor.look``."""


@dataclass(frozen=True)
class Clip:
    """One action of a sheet: its first row, its frames, their length in ms, whether it goes round."""

    row: int
    frames: int
    ms: int
    loops: bool


@dataclass(frozen=True)
class Sheet:
    """One look.

    Attributes:
        cells: surfaces by cell number, cut down to what is drawn.
        foot: by cell number, the pixel of the surface that stands on the ground.
        clips: every action of ``Action``, missing ones replaced.
        eyes: by cell number, pixels of the eyes that show, relative to the foot.
        eye: "pale", "red", "gold" or "".
    """

    cells: list[pygame.Surface]
    foot: list[tuple[int, int]]
    clips: tuple[Clip, ...]
    eyes: list[tuple[tuple[int, int], ...]]
    eye: str


@cache
def sheet(name: str) -> Sheet:
    """Load one sheet.

    Raises:
        FileNotFoundError: no such sheet ships with the game.
    """
    about = read_manifest(paths.asset("art", "actors", f"{name}.json"))
    pixels = read_picture(paths.asset("art", "actors", f"{name}.png")).copy()
    side, foot = int(about["size"]), (int(about["foot"][0]), int(about["foot"][1]))
    _light(pixels, side, foot)
    whole = from_native(pixels)
    boxes = _boxes(pixels[..., 3] > 0, side)
    return Sheet(
        [whole.subsurface(box).copy() for box in boxes],  # or the air between them would be kept as well
        [(foot[0] - x % side, foot[1] - y % side) for x, y, _, _ in boxes],
        _clips(about["actions"]),
        _eyes(about, pixels.shape[0] // side, foot),
        about["eye"] or "",
    )


def _boxes(drawn: Array, side: int) -> list[tuple[int, int, int, int]]:
    """The smallest rectangle (x, y, w, h) of each cell that holds all that is drawn in it."""
    cells = drawn.reshape(-1, side, DIRECTIONS, side).transpose(0, 2, 1, 3).reshape(-1, side, side)
    found = []
    for axis in (1, 2):
        across = np.asarray(cells.any(axis=axis))
        first, last = across.argmax(axis=1), side - across[:, ::-1].argmax(axis=1)
        found.append((first, last - first))
    (x, w), (y, h) = found
    number = np.arange(len(cells))
    x, y = x + number % DIRECTIONS * side, y + number // DIRECTIONS * side
    return list(zip(x.tolist(), y.tolist(), w.tolist(), h.tolist(), strict=True))


def _light(pixels: Array, side: int, foot: tuple[int, int]) -> None:
    """Expose the drawn pixels, turn RGBA into BGRA, and put the shadow where nothing is drawn."""
    flat = pixels.reshape(-1, 4)
    drawn = np.flatnonzero(flat[:, 3])
    flat[drawn, :3] = expose(flat[drawn, :3])[:, ::-1]
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    scale = side / ORDINARY
    off = ((x - foot[0] - SHADOW_AT[0]) / (SHADOW_SIZE[0] * scale)) ** 2
    off += ((y - foot[1] - SHADOW_AT[1]) / (SHADOW_SIZE[1] * scale)) ** 2
    shadow = (np.clip(1.25 - off, 0, 0.75) / 0.75 * SHADOW).astype(np.uint8)
    alpha = pixels[..., 3].reshape(-1, side, DIRECTIONS, side)
    np.maximum(alpha, shadow[:, None, :], out=alpha)
    pixels[..., 3] = alpha.reshape(pixels.shape[:2])


def _clips(actions: dict[str, Any]) -> tuple[Clip, ...]:
    known = {
        Action[name.upper()]: _clip(a) for name, a in actions.items() if name.upper() in Action.__members__
    }
    if ROAR in actions:
        known.setdefault(Action.SCREECH, _clip(actions[ROAR]))
    return tuple(known[_nearest(action, known)] for action in Action)


def _clip(about: dict[str, Any]) -> Clip:
    return Clip(about["row"], about["frames"], about["ms"], about.get("loop", True))


def _nearest(wanted: Action, known: dict[Action, Clip]) -> Action:
    tried = set()
    while wanted not in known:
        tried.add(wanted)
        wanted = INSTEAD.get(wanted, Action.IDLE)
        if wanted in tried:
            return next(iter(known))
    return wanted


def _eyes(about: Any, rows: int, foot: tuple[int, int]) -> list[tuple[tuple[int, int], ...]]:
    found: list[tuple[tuple[int, int], ...]] = [()] * (rows * DIRECTIONS)
    for name, frames in about["eyes"].items():
        first = about["actions"][name]["row"]
        for number, directions in enumerate(frames):
            for direction, points in enumerate(directions):
                cell = (first + number) * DIRECTIONS + direction
                found[cell] = tuple((x - foot[0], y - foot[1]) for x, y in points)
    return found


class Cast:
    """All looks of all sorts as tables, so that a crowd is looked up at once; sheets load when first seen.

    Attributes:
        row, frames, ms: int64 ``[looks, actions]``, the clips.
        eye: ``[looks]``, index into ``EYES`` of what shines.
        first: ``[looks]``, where in ``cells`` the first of each look stands.
        cells: of all sheets that are loaded.
        foot: int64 ``[cells, 2]``, as of a sheet.
        eyes: int64 ``[cells, 2, 2]``, as of a sheet; ``has_eye``: bool ``[cells, 2]``, whether each shows.
    """

    def __init__(self) -> None:
        self.names = [name for sort in Sort for name in NAMES[sort]]
        counts = [len(NAMES[sort]) for sort in Sort]
        self._count, self._first = np.array(counts), np.cumsum([0, *counts[:-1]])
        self._is_loaded = np.zeros(len(self.names), np.bool_)
        self.sheets: list[Sheet | None] = [None] * len(self.names)
        self.row, self.frames, self.ms = np.ones((3, len(self.names), len(Action)), np.int64)
        self.eye, self.first = np.zeros((2, len(self.names)), np.int64)
        self.cells: list[pygame.Surface] = []
        self.foot = np.zeros((0, 2), np.int64)
        self.eyes, self.has_eye = np.zeros((0, 2, 2), np.int64), np.zeros((0, 2), np.bool_)

    def looks(self, sort: Array, look: Array) -> Array:
        """Number of the look of each body, loading what is not there yet."""
        numbers: Array = self._first[sort] + look % self._count[sort]
        missing = ~self._is_loaded[numbers]
        if missing.any():
            for number in np.unique(numbers[missing]).tolist():
                self._load(number)
        return numbers

    def sheet(self, number: int) -> Sheet:
        """The sheet of a look that ``looks`` returned."""
        found = self.sheets[number]
        assert found is not None
        return found

    def _load(self, number: int) -> None:
        found = sheet(self.names[number])
        self.sheets[number] = found
        self.row[number] = [clip.row for clip in found.clips]
        self.frames[number] = [clip.frames for clip in found.clips]
        self.ms[number] = [clip.ms for clip in found.clips]
        self.eye[number] = EYES.index(found.eye)
        self.first[number] = len(self.cells)
        self.cells += found.cells
        self.foot = np.concatenate([self.foot, found.foot])
        eyes = [[*each, NO_EYE, NO_EYE][:2] for each in found.eyes]
        self.eyes = np.concatenate([self.eyes, eyes])
        self.has_eye = (self.eyes != NO_EYE).any(axis=2)
        self._is_loaded[number] = True


@lru_cache(maxsize=512)
def white(cell: pygame.Surface) -> pygame.Surface:
    """A body all white, as it flashes when struck."""
    mask = pygame.mask.from_surface(cell, SOLID)
    return mask.to_surface(setcolor=(255, 255, 255, 255), unsetcolor=(0, 0, 0, 0))


@cache
def cast() -> Cast:
    """The one cast."""
    return Cast()
