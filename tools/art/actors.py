"""Sheets of the cast: 16 directions across, a row for every frame of every action."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from tools.art.arrays import Pixels
from tools.art.raycast import Frame, from_above, render, visible_eyes
from tools.art.roster import ROSTER, Role
from tools.art.store import Work
from tools.art.strips import column, row

DIRECTIONS: Final = 16

FOOT: Final = 0.62
"""Height of the foot point as a share of the cell."""

OPEN_EYES: Final = 0.7
"""Share of a death after which the eyes are out."""


@dataclass(frozen=True)
class Cell:
    """One frame seen from one direction, and where its eyes shine."""

    picture: Pixels
    eyes: list[tuple[int, int]]


def foot_of(size: int) -> tuple[int, int]:
    """Place the foot point in a cell."""
    return size // 2, round(size * FOOT)


def _shows_eyes(act: str, t: float) -> bool:
    return act != "corpse" and not (act == "death" and t > OPEN_EYES)


def cell(role: Role, act: str, frame: int, direction: int) -> Cell:
    """Draw one cell."""
    t = role.actions[act].moment(frame)
    model = role.model(act, t)
    camera, foot = from_above(direction * 2 * math.pi / DIRECTIONS), foot_of(role.size)
    drawn: Frame = render(model, camera, role.size, foot)
    eyes = visible_eyes(model, camera, drawn, foot) if _shows_eyes(act, t) else []
    return Cell(drawn.colour, eyes)


def _manifest(role: Role, eyes: dict[str, list[list[list[tuple[int, int]]]]]) -> dict[str, Any]:
    actions, first = {}, 0
    for name, action in role.actions.items():
        actions[name] = {
            "row": first,
            "frames": action.frames,
            "ms": action.ms,
            "loop": action.loop,
            "size": role.size,
        }
        first += action.frames
    return {
        "size": role.size,
        "foot": list(foot_of(role.size)),
        "dirs": DIRECTIONS,
        "eye": role.eye,
        "actions": actions,
        "eyes": eyes,
    }


def actor(name: str) -> Work:
    """Make the sheet and manifest of one of the cast."""
    role, rows = ROSTER[name], []
    eyes: dict[str, list[list[list[tuple[int, int]]]]] = {}
    for act, action in role.actions.items():
        frames = [
            [cell(role, act, frame, way) for way in range(DIRECTIONS)] for frame in range(action.frames)
        ]
        rows += [row([one.picture for one in ways]) for ways in frames]
        eyes[act] = [[one.eyes for one in ways] for ways in frames]
    path = f"assets/art/actors/{name}"
    return Work({f"{path}.png": column(rows)}, {f"{path}.json": _manifest(role, eyes)})


def actor_target(name: str) -> Callable[[], Work]:
    """Bind a name to its builder."""
    return lambda: actor(name)
