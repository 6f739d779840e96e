"""The army's squads: who leads each, and how it fares.

Rules of this module:
- A soldier's squad is ``Actor.squad``; what the squad knows of itself is its ``Band`` here.
- The eldest of a squad who can still fight leads it; so whoever falls is followed by one and the same.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.sim.components import NEVER

FIRST = 1 << 25
"""Squads formed in play are numbered from here."""


@dataclass
class Band:
    """A squad.

    Attributes:
        leader: id.
        strength: how many it had when its fight began.
        shaken_until: tick until when it lacks its leader's word.
        falls_back_until: tick until when it falls back.
        rally: where to, tile.
        called_at: tick of its last call for help.
    """

    leader: int
    strength: int = 0
    shaken_until: int = 0
    falls_back_until: int = 0
    rally: tuple[float, float] = (0.0, 0.0)
    called_at: int = NEVER


@dataclass
class Squads:
    """All squads by number.

    Attributes:
        bands: number -> squad.
        made: how many were formed in play.
    """

    bands: dict[int, Band] = field(default_factory=dict)
    made: int = 0

    def found(self) -> int:
        """Return the number of a new squad."""
        self.made += 1
        return FIRST + self.made
