"""Who is under whose orders: companions, and those of the dead that Nam-ra bound.

Rules of this module:
- Nobody without a word here is under orders; a companion without one follows. A few words at most: they are
  a list, not columns.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.ecs.world import NOBODY
from game.sim.components import NEVER, Order

SPENT = -1
"""In place of the tick a button went down: that press has done what it does."""


@dataclass
class Given:
    """An order somebody is under.

    Attributes:
        who: id.
        leader: id of who gave it.
        order: what is asked.
        goal: where, tile.
        foe: id of whom to strike, NOBODY when nobody in particular.
        until: tick the order is over; then one follows.
        next_at: tick of the next noise of a lure, 0 before one is there.
        free_at: tick a bound one is free again, ``NEVER`` for companions.
    """

    who: int
    leader: int
    order: Order = Order.FOLLOW
    goal: tuple[float, float] = (0.0, 0.0)
    foe: int = NOBODY
    until: int = 0
    next_at: int = 0
    free_at: int = NEVER

    @property
    def is_bound(self) -> bool:
        """Whether this is one of the dead."""
        return self.free_at != NEVER


@dataclass
class Orders:
    """All orders given, and presses of the button under way.

    Attributes:
        given: one a follower.
        since: player number -> tick the button went down, or ``SPENT``.
        tapped: player number -> tick of the last tap.
    """

    given: list[Given] = field(default_factory=list)
    since: dict[int, int] = field(default_factory=dict)
    tapped: dict[int, int] = field(default_factory=dict)

    def of(self, who: int) -> Given | None:
        """Return the order somebody is under."""
        return next((each for each in self.given if each.who == who), None)

    def bound(self) -> list[Given]:
        """Return the orders of the dead that are bound."""
        return [each for each in self.given if each.is_bound]

    def held(self, slot: int, tick: int) -> int:
        """Return for how many ticks a player has held the button, 0 when that press is over or spent."""
        since = self.since.get(slot, SPENT)
        return tick - since if since != SPENT else 0
