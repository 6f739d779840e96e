"""What a hand reaches that presses use: a switch, a board of the mains, a radio.

Rules of this module:
- A hand reaches what is within ``player.use_tiles``: of a switch its area, of a board or a radio its place.
- What would do nothing is not reached: a switch that fires once and has, or whose time has not come; a
  board whose circuit runs.
- Of boards, and of radios, the nearest counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from game.data.enums import TriggerOn
from game.data.level import Level
from game.data.things import Power, Radio, Trigger
from game.sim.resources import Story

Place = tuple[float, float]
T = TypeVar("T", Power, Radio)


def switches_at(level: Level, story: Story, at: Place, reach: float) -> list[Trigger]:
    """Return the switches that a hand at a place would set off, in file order."""
    return [
        each
        for each in _switches(level)
        if _gap2(each.area.box[:2], each.area.box[2:], at) <= reach * reach
        and each.when.holds(story)
        and not (each.once and each.id in story.fired)
    ]


def board_at(level: Level, story: Story, at: Place, reach: float) -> Power | None:
    """Return the board of the mains whose circuit a hand at a place would start, if there is one."""
    board = _nearest(boards(level), at, reach)
    return None if board is None or board.circuit in story.circuits else board


def radio_at(level: Level, at: Place, reach: float) -> Radio | None:
    """Return the radio that a hand at a place would switch, if there is one."""
    return _nearest(level.radios, at, reach)


def has_use(level: Level, story: Story, at: Place, reach: float) -> bool:
    """Whether a hand at a place finds any of these."""
    return bool(
        switches_at(level, story, at, reach)
        or board_at(level, story, at, reach)
        or radio_at(level, at, reach)
    )


@lru_cache(maxsize=8)
def boards(level: Level) -> tuple[Power, ...]:
    """Return the boards that take a hand, in file order."""
    return tuple(power for power in level.powers if power.by_hand)


@lru_cache(maxsize=8)
def _switches(level: Level) -> tuple[Trigger, ...]:
    return tuple(trigger for trigger in level.triggers if trigger.on is TriggerOn.USE)


def _nearest(things: Sequence[T], at: Place, reach: float) -> T | None:
    """Return the nearest of these that is in reach."""
    near = min(things, key=lambda each: _gap2(each.area.at, each.area.at, at), default=None)
    in_reach = near is not None and _gap2(near.area.at, near.area.at, at) <= reach * reach
    return near if in_reach else None


def _gap2(low: Place, high: Place, at: Place) -> float:
    """Return the square of how far a place is from a box, tile²; 0 inside."""
    dx = max(low[0] - at[0], 0.0, at[0] - high[0])
    dy = max(low[1] - at[1], 0.0, at[1] - high[1])
    return dx * dx + dy * dy
