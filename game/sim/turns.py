"""Whose turn it is: nobody looks or thinks more than once in ``PERIOD`` ticks.

Rules of this module:
- Every tick of a period has its work: the dead think, all look, people think, and on ``BETWEEN`` ticks
  bodies make room. So no tick has more to do than the others.
- A few thousand rows cost least all at once. More of them take turns, by halves.
- Turns go by row, never by the clock. A row that moves (somebody was born or died) may wait a little longer.
"""

from __future__ import annotations

PERIOD = 4
"""Ticks between two turns of the same row."""
HALVES = 2
AT_ONCE = 4096
"""Rows that take their turn together; more are halved."""


def looking(tick: int, count: int) -> slice | None:
    """Return which of so many rows look now, or None: nobody does."""
    return _turn(tick - 1, count)


def thinking(tick: int, count: int) -> slice | None:
    """Return which of so many of the dead think now, or None: nobody does."""
    return _turn(tick, count)


def people_think(tick: int) -> bool:
    """Whether it is the turn of soldiers and companions, who are few."""
    return tick % PERIOD == HALVES


def making_room(tick: int) -> bool:
    """Whether bodies are pushed apart now: every other tick, when nobody thinks."""
    return tick % HALVES == 1


def _turn(ticks_on: int, count: int) -> slice | None:
    if ticks_on % HALVES:
        return None
    half = ticks_on // HALVES % HALVES
    if count > AT_ONCE:
        return slice(half, None, HALVES)
    return slice(None) if half == 0 else None
