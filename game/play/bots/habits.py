"""Bots with one habit each, which they never give up: what the dead are measured against.

    plain     walks from place to place and heeds nobody
    gunner    shoots whoever comes near, and backs away
    torch     keeps its torch on, and walks round whom it shows
    hider     stands in one of four corners until it is found, then runs to another
    thrower   throws bottles behind it when somebody is near
    route     runs the same round of four places
    sprinter  runs from whoever is near to where they come last
    varied    one of these for ten seconds, then another

Rules of this module:
- They know the town by heart, and of everybody else only what an ``Observation`` shows and they remember.
- All their chance is their own, from a seed: the same bot in the same game does the same.
"""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

import numpy as np

from game.play.bots.walk import tile, unit
from game.sim.components import Button, Side, Sort
from game.sim.intent import Intent

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.bots.known_ways import KnownWays, Tile
    from game.play.observation import Observation

Place = tuple[float, float]
STROLL = (12, 45)  # tiles to the next place
ROUND = (15, 35)  # tiles between the places of a round
THERE = 1.2  # tile; so near, one has arrived
BUSY = 60 * 3  # ticks one is busy at each place: doors, drawers, things that lie about
REMEMBERED = 90  # ticks somebody is remembered where they were seen
GLANCE = 40  # ticks one looks one way
BREATH_LOW, BREATH_HIGH = 0.3, 2.0  # s of sprinting; one runs until the one, then not until the other
HIDES = 4  # corners a hider uses
REST = 60 * 8  # ticks it stays in one
FOUND = 7.0  # tile; a hunter so near has found one
GUN_TILES, GUN_BACK = 10.0, 3.5  # tile; shot at, and backed away from
AIMED = 0.95  # cosine at which the trigger is pulled
TRIGGER = 16  # ticks between two shots
THROW_TILES, THROW_FAR, THROW_AGAIN = 7.0, 8.5, 60 * 4  # tile, tile, ticks
ROUND_TILES = 6.0  # tile; whoever the torch shows nearer is walked round
RUN_TILES = 8.0  # tile; hunters nearer than this are run from
REFUGE = (5, 16)  # tiles a run leads
AGAIN = 12  # ticks one keeps a refuge
CHANGE = 60 * 10  # ticks a varied bot keeps one habit
SPEEDS = {Sort.FLANKER: 4.2, Sort.LURKER: 2.6, Sort.SCREAMER: 2.4, Sort.BRUTE: 1.7}
RUN, WALK = 5.0, 3.2  # tile/s


class Person:
    """Walks from place to place and heeds nobody: the plain walker, and the legs of all others.

    Args:
        ways: of the town.
        seed: of its chance.
    """

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


class Gunner(Person):
    """Shoots whoever comes near, and backs away."""

    def do(self, seen: Observation, way: Place) -> Intent:
        """Aim at the nearest in sight; shoot; give way."""
        at, others = seen.me.pos, seen.others
        dead = others.only(others.side == Side.DEAD)
        if not len(dead):
            return super().do(seen, way)
        away = dead.pos - np.array(at)
        far = np.sqrt((away * away).sum(axis=1))
        nearest = int(far.argmin())
        if far[nearest] > GUN_TILES:
            return super().do(seen, way)
        aim = unit(float(away[nearest, 0]), float(away[nearest, 1]))
        aims = aim[0] * seen.me.heading[0] + aim[1] * seen.me.heading[1] > AIMED
        held = Button.ATTACK if aims and self.now % TRIGGER < TRIGGER // 2 else Button(0)
        back = (-aim[0], -aim[1]) if far[nearest] < GUN_BACK else way
        return Intent.of(back, aim, held)


class TorchBearer(Person):
    """Keeps its torch on, and walks round whom it shows."""

    def do(self, seen: Observation, way: Place) -> Intent:
        """Switch it on; give way to whoever is ahead."""
        switch = not seen.me.torch_on and self.now % TRIGGER < TRIGGER // 2
        held = Button.TORCH if switch else Button(0)
        way = self.round(seen.me.pos, way)
        return Intent.of(way, self.glance(way), held)

    def round(self, at: Place, way: Place) -> Place:
        """Return the way bent away from everybody near."""
        x, y = way
        for far, place, _ in self.near(at, ROUND_TILES):
            push = (1 - far / ROUND_TILES) * 2 / max(far, 0.3)
            x, y = x + (at[0] - place[0]) * push, y + (at[1] - place[1]) * push
        return unit(x, y)


class Hider(Person):
    """Stands in one of four corners until it is found, then runs to another."""

    def __init__(self, ways: KnownWays, seed: int) -> None:
        super().__init__(ways, seed)
        self.corners: list[Tile] = []
        self.since = 0

    def whither(self, seen: Observation) -> Tile:
        """Return the corner it is in, or another once it was found or has rested."""
        at = seen.me.pos
        if not self.corners:
            near = [nook for nook in self.ways.nooks if self.ways.far(at, nook) < ROUND[1]]
            self.corners = self.chance.sample(near, min(HIDES, len(near))) if near else [tile(at)]
            self.goal = self.corners[0]
        assert self.goal is not None
        is_there = self.ways.far(at, self.goal) < 1
        self.since = self.since if is_there else self.now
        if is_there and (self.now - self.since > REST or _hunted(seen, FOUND)):
            self.goal = self.chance.choice([c for c in self.corners if c != self.goal] or self.corners)
        return self.goal

    def do(self, seen: Observation, way: Place) -> Intent:
        """Run while hunted; stand still in a corner."""
        held = self.sprint(seen) if _hunted(seen, FOUND) or self.is_running else Button(0)
        return Intent.of(way, self.glance(way), held)


class Thrower(Person):
    """Throws bottles behind it when somebody is near."""

    def __init__(self, ways: KnownWays, seed: int) -> None:
        super().__init__(ways, seed)
        self.threw = -THROW_AGAIN
        self.point: Place = (0.0, 0.0)

    def do(self, seen: Observation, way: Place) -> Intent:
        """Throw, if it is time; the aim is kept until the hand lets go."""
        if self.now - self.threw >= THROW_AGAIN and seen.me.bottles and self.near(seen.me.pos, THROW_TILES):
            aside = self.chance.uniform(-0.8, 0.8)
            back = unit(-way[0] - way[1] * aside, -way[1] + way[0] * aside)
            self.point = back[0] * THROW_FAR, back[1] * THROW_FAR
            self.threw = self.now
        since = self.now - self.threw
        if since < TRIGGER * 2:
            return Intent.at(way, self.point, Button.THROW if since < TRIGGER else Button(0))
        return super().do(seen, way)


class RouteRunner(Person):
    """Runs the same round of four places, life after life."""

    def __init__(self, ways: KnownWays, seed: int) -> None:
        super().__init__(ways, seed)
        self.stops = [self.chance.choice(ways.places)]
        for _ in range(3):
            self.stops.append(self.another(self.stops[-1], ROUND))
        self.leg = -1

    def whither(self, seen: Observation) -> Tile:
        """Return the next stop."""
        at = seen.me.pos
        if self.leg < 0:
            self.leg = min(range(4), key=lambda i: self.ways.far(at, self.stops[i]))
        if self.arrives(at, self.stops[self.leg]):
            self.leg = (self.leg + 1) % len(self.stops)
        return self.stops[self.leg]

    def do(self, seen: Observation, way: Place) -> Intent:
        """Run."""
        return Intent.of(way, self.glance(way), self.sprint(seen))


class Sprinter(Person):
    """Runs from whoever is near to where they come last."""

    def __init__(self, ways: KnownWays, seed: int) -> None:
        super().__init__(ways, seed)
        self.next = 0

    def whither(self, seen: Observation) -> Tile:
        """Return a refuge while somebody is near, else another place."""
        at = seen.me.pos
        if self.now >= self.next and self.near(at, RUN_TILES):
            self.goal, self.next, self.busy_until = self.refuge(at), self.now + AGAIN, 0
        return super().whither(seen)

    def refuge(self, at: Place) -> Tile:
        """Return the place they reach longest after oneself."""
        foes = self.near(at, RUN_TILES)
        around = [
            p for p in self.ways.places if math.dist(at, p) <= REFUGE[1] and self.ways.far(at, p) > REFUGE[0]
        ]

        def gain(place: Tile) -> float:
            theirs = min(self.ways.far(there, place) / SPEEDS.get(Sort(sort), 2.2) for _, there, sort in foes)
            return min(theirs, 20.0) - self.ways.far(at, place) / RUN

        return max(around, key=gain, default=tile(at))

    def do(self, seen: Observation, way: Place) -> Intent:
        """Run while somebody is near."""
        chased = bool(self.near(seen.me.pos, RUN_TILES + 1))
        return Intent.of(way, self.glance(way), self.sprint(seen) if chased else Button(0))


class Varied(Person):
    """One habit for ten seconds, then another."""

    def __init__(self, ways: KnownWays, seed: int) -> None:
        super().__init__(ways, seed)
        kinds = (Gunner, Hider, Thrower, RouteRunner, Sprinter, Person)
        self.all = [kind(ways, seed) for kind in kinds]
        self.one = self.all[-1]

    def act(self, seen: Observation) -> Intent:
        """Let one of them act."""
        if seen.tick >= self.now:
            self.one, self.now = self.chance.choice(self.all), seen.tick + CHANGE
        return self.one.act(seen)


def _hunted(seen: Observation, reach: float) -> bool:
    others = seen.others
    away = others.pos - np.array(seen.me.pos)
    close = (away * away).sum(axis=1) <= reach * reach
    return bool((close & others.hunts & (others.side == Side.DEAD)).any())


HABITS: dict[str, Callable[[KnownWays, int], Person]] = {
    "plain": Person,
    "gunner": Gunner,
    "torch": TorchBearer,
    "hider": Hider,
    "thrower": Thrower,
    "route": RouteRunner,
    "sprinter": Sprinter,
    "varied": Varied,
}
"""Bots by habit; each is made from the ways of the town and a seed."""
