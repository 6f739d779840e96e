"""A person who walks from place to place and heeds nobody: the plain walker, and the legs of other bots.

Rules of this module:
- They know the town by heart, and of everybody else only what an ``Observation`` shows and they remember.
- All their chance is their own, from a seed: the same bot in the same game does the same.
"""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from game.play.bots.walk import unit
from game.sim.components import Button, Side
from game.sim.intent import Intent

if TYPE_CHECKING:
    from game.play.bots.known_ways import KnownWays, Tile
    from game.play.observation import Observation

Place = tuple[float, float]
STROLL = (12, 45)  # tiles to the next place
THERE = 1.2  # tile; so near, one has arrived
BUSY = 60 * 3  # ticks one is busy at each place: doors, drawers, things that lie about
REMEMBERED = 90  # ticks somebody is remembered where they were seen
GLANCE = 40  # ticks one looks one way
BREATH_LOW, BREATH_HIGH = 0.3, 2.0  # s of sprinting; one runs until the one, then not until the other
ROUND_TILES = 6.0  # tile; whoever the torch shows nearer is walked round


class Person:
    """Walks from place to place and heeds nobody: the plain walker, and the legs of all others.

    Args:
        ways: of the town.
        seed: of its chance.

    Attributes:
        home: where every life of one who always keeps to the same places begins; elsewhere each time if none.
    """

    home: Tile | None = None

    def __init__(self, ways: KnownWays, seed: int) -> None:
        self.ways, self.chance = ways, Random(seed)
        self.now = self.busy_until = 0
        self.goal: Tile | None = None
        self.is_running = False
        self._known: dict[int, tuple[Place, int, int]] = {}

    def act(self, seen: Observation) -> Intent:
        """Look; return what to do."""
        self.now = seen.tick
        self._remember(seen)
        goal = self.whither(seen)
        is_busy = self.now < self.busy_until
        return self.do(seen, (0.0, 0.0) if is_busy else self.ways.toward(seen.me.pos, goal))

    def whither(self, seen: Observation) -> Tile:
        """Return where to go: on to another place."""
        if self.goal is None or self.arrives(seen.me.pos, self.goal):
            self.goal = self.another(seen.me.pos, STROLL)
        return self.goal

    def arrives(self, at: Place, goal: Tile) -> bool:
        """Whether one is there; then one is busy for a while."""
        if self.ways.far(at, goal) >= THERE:
            return False
        self.busy_until = self.now + BUSY
        return True

    def do(self, seen: Observation, way: Place) -> Intent:  # noqa: ARG002 - others look
        """Walk that way."""
        return Intent.of(way, self.glance(way))

    # -- for all of them ---------------------------------------------------------------------

    def near(self, at: Place, reach: float) -> list[tuple[float, Place, int]]:
        """Return who is remembered within ``reach`` tiles: distance, place and sort, nearest first."""
        found = [(math.dist(at, place), place, sort) for place, _, sort in self._known.values()]
        return sorted(each for each in found if each[0] <= reach)

    def another(self, at: Place, span: tuple[int, int]) -> Tile:
        """Return a place that is so many tiles away."""
        for _ in range(40):
            place = self.chance.choice(self.ways.places)
            if span[0] <= math.dist(at, place) and self.ways.far(at, place) <= span[1]:
                return place
        return self.chance.choice(self.ways.places)

    def glance(self, way: Place) -> Place:
        """Return where to look: along the way, and now and then aside and back."""
        x, y = way if way != (0.0, 0.0) else (1.0, 0.0)
        turned = ((x, y), (-y, x), (x, y), (y, -x), (x, y), (-x, -y))
        return turned[self.now // GLANCE % len(turned)]

    def round(self, at: Place, way: Place) -> Place:
        """Return the way bent away from everybody near."""
        x, y = way
        for far, place, _ in self.near(at, ROUND_TILES):
            push = (1 - far / ROUND_TILES) * 2 / max(far, 0.3)
            x, y = x + (at[0] - place[0]) * push, y + (at[1] - place[1]) * push
        return unit(x, y)

    def sprint(self, seen: Observation) -> Button:
        """Run, as far as breath goes."""
        breath = seen.me.breath
        self.is_running = breath > (BREATH_LOW if self.is_running else BREATH_HIGH)
        return Button.SPRINT if self.is_running else Button(0)

    def _remember(self, seen: Observation) -> None:
        others = seen.others
        dead = np.flatnonzero(others.side == Side.DEAD)
        for i in dead.tolist():
            x, y = others.pos[i].tolist()
            self._known[int(others.id[i])] = (x, y), self.now, int(others.sort[i])
        for who in [who for who, known in self._known.items() if self.now - known[1] > REMEMBERED]:
            del self._known[who]


def hunted(seen: Observation, reach: float) -> bool:
    """Return whether a hunter in sight is so near, tile."""
    others = seen.others
    away = others.pos - np.array(seen.me.pos)
    close = (away * away).sum(axis=1) <= reach * reach
    return bool((close & others.hunts & (others.side == Side.DEAD)).any())
