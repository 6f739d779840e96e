"""What the dead have learnt of the player's habits: evidence, lessons, and the places they remember.

Rules of this module:
- All of it comes from what reached them; ``sense/witness.py`` gathers it, ``story/lessons.py`` makes lessons
  of it, ``think/counters.py`` acts on them.
- It outlives the player's death: ``inherit`` fits it into a world that has gone back in time.
- Places are remembered by zones: squares of ``zone_tiles``.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Self

import numpy as np

from game.ecs.world import NOBODY, World
from game.sim.components import DEAD, NEVER, Flag, Ids, Num, Sort, Ticks, Vec
from game.sim.happenings import Habit

HABITS = len(Habit)
FOUND = np.float32(0.1)
"""A place where somebody was found counts until the finds have decayed to this."""


@dataclass
class Places:
    """Zones of the map, as the dead remember them.

    Attributes:
        use: ``(k,)`` how much each is used; it halves in ``place_half_life_s``.
        known_at: ``(k,)`` tick somebody was last known to be there.
        spot: ``(k, 2)`` where in the zone that was, tile.
        finds: ``(k,)`` how often somebody was found hiding there; it halves likewise.
        find_spot: ``(k, 2)`` where in the zone the last find was, tile.
        checked_at: ``(k,)`` tick somebody was last sent to look into the corners there.
    """

    use: Num
    known_at: Ticks
    spot: Vec
    finds: Num
    find_spot: Vec
    checked_at: Ticks

    @classmethod
    def of(cls, count: int) -> Self:
        """Make so many zones nothing is known of."""
        use, finds = np.zeros(count, np.float32), np.zeros(count, np.float32)
        spot, find_spot = np.zeros((count, 2), np.float32), np.zeros((count, 2), np.float32)
        known_at, checked_at = np.full(count, NEVER, np.int32), np.full(count, NEVER, np.int32)
        return cls(use, known_at, spot, finds, find_spot, checked_at)


@dataclass
class Lessons:
    """What all of them know together.

    Attributes:
        zone_tiles: side of a zone.
        across: zones in a row of the map.
        places: the zones, row by row.
        evidence: ``(Habit,)``.
        is_known: ``(Habit,)`` lessons taken up.
        carrier: ``(Habit,)`` id of the caller who carries each lesson, NOBODY when it is merely remembered.
        spot: ``(2,)`` where the player was last known to be, tile; ``known_at`` when.
        way: ``(2,)`` the player's speed when last seen, tile/s.
        seen_at: tick the player was last seen by who hunts; ``glimpsed_at`` by any of them.
        heading: ``(2,)`` the way the player then looked.
        sign: ``(Habit, 2)`` where each habit was last met with, tile; ``sign_at`` ``(Habit,)`` when.
        lures: where bottles broke that they heard this tick, tile.
        is_second: whether the last bottle came right upon the one before.
    """

    zone_tiles: int
    across: int
    places: Places
    evidence: Num = field(default_factory=lambda: np.zeros(HABITS, np.float32))
    is_known: Flag = field(default_factory=lambda: np.zeros(HABITS, np.bool_))
    carrier: Ids = field(default_factory=lambda: np.full(HABITS, NOBODY, np.int64))
    spot: Vec = field(default_factory=lambda: np.zeros(2, np.float32))
    way: Vec = field(default_factory=lambda: np.zeros(2, np.float32))
    heading: Vec = field(default_factory=lambda: np.zeros(2, np.float32))
    sign: Vec = field(default_factory=lambda: np.zeros((HABITS, 2), np.float32))
    sign_at: Ticks = field(default_factory=lambda: np.full(HABITS, NEVER, np.int32))
    known_at: int = NEVER
    seen_at: int = NEVER
    glimpsed_at: int = NEVER
    lures: list[tuple[float, float]] = field(default_factory=list)
    is_second: bool = False

    @classmethod
    def of(cls, height: int, width: int, zone_tiles: int) -> Self:
        """Make the memory of those who have met nobody yet, for a map of this size."""
        across, down = -(-width // zone_tiles), -(-height // zone_tiles)
        return cls(zone_tiles, across, Places.of(across * down))

    def knows(self, habit: Habit) -> bool:
        """Whether they have taken up a lesson."""
        return bool(self.is_known[habit])

    def names(self) -> list[str]:
        """Return the habits they know, in lower case."""
        return [habit.name.lower() for habit in Habit if self.is_known[habit]]

    def hiding_places(self) -> list[tuple[int, int]]:
        """Return the tiles where somebody was found not long ago, of those who know of hiding."""
        if not self.knows(Habit.HIDE):
            return []
        found = self.places.find_spot[self.places.finds > FOUND].astype(np.intp)
        return [(x, y) for x, y in found.tolist()]

    def zone(self, pos: Vec) -> int:
        """Return the number of the zone of a place ``(2,)``, tile."""
        x, y = pos.tolist()
        return int(y) // self.zone_tiles * self.across + int(x) // self.zone_tiles

    def note(self, pos: Vec, tick: int) -> None:
        """Remember that the player was at ``pos (2,)`` just now."""
        zone = self.zone(pos)
        self.places.known_at[zone], self.places.spot[zone] = tick, pos
        self.spot, self.known_at = pos.copy(), tick

    def forget(self, habit: int) -> None:
        """Let a lesson and its evidence go."""
        self.is_known[habit], self.carrier[habit], self.evidence[habit] = False, NOBODY, 0

    def inherit(self, learnt: Lessons, passed: int, alive: Ids) -> None:
        """Become what is left of what was learnt after the player's death, in a world gone back in time.

        Args:
            learnt: what they knew at the player's death.
            passed: ticks the world went back.
            alive: ids of the callers there: a lesson whose own is not among them is remembered without one.
        """
        vars(self).update(deepcopy(vars(learnt)))
        then, places = self.places.known_at, self.places
        places.known_at = np.where(then > NEVER, np.maximum(then - passed, NEVER), NEVER).astype(np.int32)
        self.carrier[~np.isin(self.carrier, alive)] = NOBODY
        self.known_at = self.seen_at = self.glimpsed_at = NEVER
        self.sign_at[...] = places.checked_at[...] = NEVER
        self.lures, self.is_second = [], False


def callers(world: World) -> Ids:
    """Return the ids of those who can carry a lesson, ``(k,)``."""
    dead = world.span(DEAD)
    ids: Ids = world.table["Entity.id"][dead]
    return np.asarray(ids[world.table["Actor.sort"][dead] == Sort.SCREAMER.value])
