"""Whose turn it is: nobody looks or thinks more than once in ``PERIOD`` ticks.

    tick of a period   0            1            2            3             4            5
    few dead           all look     dead think   room         people think  ways         room
    many               a third      a third      a third      a third       a third      a third
                       looks        thinks       looks, room  thinks        looks, ways  thinks, room

Rules of this module:
- The great works lie on different ticks, so that none has more to do than the others.
- A few thousand rows cost least all at once. More of them take turns, by thirds.
- Each looks right before it thinks. Turns go by row, never by the clock. A row that moves (somebody was
  born or died) may wait a little longer.
- A tenth of a second between two thoughts is less than the quickest of the dead takes to react.
"""

from __future__ import annotations

PERIOD = 6
"""Ticks between two turns of the same row."""
THIRDS = 3
ROOM_TICKS = PERIOD // 2
"""Ticks between two times bodies make room."""
AT_ONCE = 4096
"""Rows that take their turn together; of more, a third."""


def looking(tick: int, count: int) -> slice | None:
    """Return which of so many rows look now, or None: nobody does."""
    return _turn(tick, count)


def thinking(tick: int, count: int) -> slice | None:
    """Return which of so many of the dead think now, or None: nobody does."""
    return _turn(tick - 1, count)


def people_think(tick: int) -> bool:
    """Whether it is the turn of soldiers, who are few."""
    return tick % PERIOD == PERIOD // 2


def company_thinks(tick: int) -> bool:
    """Whether it is the turn of companions, who are fewer still and must keep step."""
    return tick % (PERIOD // 2) == 0


def making_room(tick: int) -> bool:
    """Whether bodies are pushed apart now."""
    return tick % ROOM_TICKS == ROOM_TICKS - 1


def finding_ways(tick: int) -> bool:
    """Whether the shared ways are worked on now."""
    return tick % PERIOD == PERIOD - 2


def _turn(tick: int, count: int) -> slice | None:
    place, between = divmod(tick % PERIOD, PERIOD // THIRDS)
    if between:
        return None
    if count > AT_ONCE:
        return slice(place, None, THIRDS)
    return slice(None) if place == 0 else None
