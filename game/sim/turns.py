"""Whose turn it is: nobody looks or thinks more than once in ``PERIOD`` ticks.

Rules of this module:
- Odd ticks are for looking, even ones for thinking, each for half of the rows by turns: the work of a tick
  is fixed, and what was seen is thought about a tick later.
- Turns go by row, never by the clock. A row that moves (somebody was born or died) may wait a little longer.
"""

from __future__ import annotations

PERIOD = 4
"""Ticks between two turns of the same row."""
HALVES = 2


def looking(tick: int) -> slice | None:
    """Return the rows whose turn it is to look, or None."""
    return slice(tick // HALVES % HALVES, None, HALVES) if tick % HALVES else None


def thinking(tick: int) -> slice | None:
    """Return the rows whose turn it is to think, or None."""
    return None if tick % HALVES else slice(tick // HALVES % HALVES, None, HALVES)
