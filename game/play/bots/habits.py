"""Bots with one habit each, which they never give up: what the dead are measured against.

plain     walks from place to place and heeds nobody
gunner    shoots whoever comes near, and backs away
torch     keeps its torch on, and walks round whom it shows
hider     stands in one of its four corners until it is found or long rested, then runs to another
thrower   throws bottles aside when somebody is near, and walks round who looks
route     runs the same round of four places
sprinter  runs from whoever is near to where they come last
varied    one of these for ten seconds, then another
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from game.play.bots.person import Person, hunted
from game.play.bots.walk import tile, unit
from game.sim.components import Button, Side, Sort
from game.sim.intent import Intent

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.bots.known_ways import KnownWays, Tile
    from game.play.bots.person import Place
    from game.play.observation import Observation

ROUND = (15, 35)  # tiles between the places of a round
HIDES, HIDE_TILES = 4, 25  # corners a hider uses, and how far on foot from the middle one, tile
COMES = (14, 22)  # tiles it comes from
REST = 60 * 15  # ticks it stays in one
HUNTED = 7.0  # tile; a hunter so near has found one
GUN_TILES, GUN_BACK = 10.0, 3.5  # tile; shot at, and backed away from
AIMED = 0.95  # cosine at which the trigger is pulled
TRIGGER = 16  # ticks between two shots
THROW_TILES, THROW_FAR, THROW_AGAIN = 9.0, 8.5, 60 * 3  # tile, tile, ticks
RUN_TILES = 8.0  # tile; hunters nearer than this are run from
REFUGE = (5, 16)  # tiles a run leads
AGAIN = 12  # ticks one keeps a refuge
CHANGE = 60 * 10  # ticks a varied bot keeps one habit
SPEEDS = {Sort.FLANKER: 4.2, Sort.LURKER: 2.6, Sort.SCREAMER: 2.4, Sort.BRUTE: 1.7}
RUN, WALK = 5.0, 3.2  # tile/s


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


class Hider(Person):
    """Stands in one of its four corners, life after life, until it is found; then runs to another."""

    def __init__(self, ways: KnownWays, seed: int) -> None:
        super().__init__(ways, seed)
        middle = self.chance.choice(ways.nooks)
        near = [nook for nook in ways.nooks if ways.far(nook, middle) < HIDE_TILES]
        self.corners = self.chance.sample(near, min(HIDES, len(near)))
        near = [place for place in ways.places if COMES[0] < ways.far(place, middle) < COMES[1]]
        self.home = self.chance.choice(near or ways.places)
        self.since = 0

    def whither(self, seen: Observation) -> Tile:
        """Return the corner it is in, or another once it was found or has rested."""
        at = seen.me.pos
        if self.goal is None:
            self.goal = min(self.corners, key=lambda corner: self.ways.far(at, corner))
        is_there = self.ways.far(at, self.goal) < 1
        self.since = self.since if is_there else self.now
        if is_there and (self.now - self.since > REST or hunted(seen, HUNTED)):
            self.goal = self.chance.choice([c for c in self.corners if c != self.goal] or self.corners)
        return self.goal

    def do(self, seen: Observation, way: Place) -> Intent:
        """Run while hunted; stand still in a corner."""
        held = self.sprint(seen) if hunted(seen, HUNTED) or self.is_running else Button(0)
        return Intent.of(way, self.glance(way), held)


class Thrower(Person):
    """Throws bottles aside when somebody is near, and walks round who looks."""

    def __init__(self, ways: KnownWays, seed: int) -> None:
        super().__init__(ways, seed)
        self.threw = -THROW_AGAIN
        self.point: Place = (0.0, 0.0)

    def do(self, seen: Observation, way: Place) -> Intent:
        """Throw, if it is time; the aim is kept until the hand lets go."""
        at = seen.me.pos
        near = self.near(at, THROW_TILES)
        if self.now - self.threw >= THROW_AGAIN and seen.me.bottles and near:
            x, y = near[0][1][0] - at[0], near[0][1][1] - at[1]
            side = 1 if x * way[1] - y * way[0] > 0 else -1
            aside = unit(x + side * y, y - side * x)
            self.point = aside[0] * THROW_FAR, aside[1] * THROW_FAR
            self.threw = self.now
        way = self.round(at, way)
        since = self.now - self.threw
        if since < TRIGGER * 2:
            return Intent.at(way, self.point, Button.THROW if since < TRIGGER else Button(0))
        return Intent.of(way, self.glance(way))


class RouteRunner(Person):
    """Runs the same round of four places, life after life."""

    def __init__(self, ways: KnownWays, seed: int) -> None:
        super().__init__(ways, seed)
        self.stops = [self.chance.choice(ways.places)]
        for _ in range(3):
            self.stops.append(self.another(self.stops[-1], ROUND))
        self.leg, self.home = -1, self.stops[0]

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

    run_tiles = RUN_TILES

    def __init__(self, ways: KnownWays, seed: int) -> None:
        super().__init__(ways, seed)
        self.next = 0

    def whither(self, seen: Observation) -> Tile:
        """Return a refuge while somebody is near, else another place."""
        at = seen.me.pos
        if self.now >= self.next and self.near(at, self.run_tiles):
            self.goal, self.next, self.busy_until = self.refuge(at), self.now + AGAIN, 0
        return super().whither(seen)

    def refuge(self, at: Place) -> Tile:
        """Return a place to run to."""
        return self.best(at, self.around(at))

    def around(self, at: Place) -> list[Tile]:
        """Return the places a run may lead to."""
        near = [place for place in self.ways.places if math.dist(at, place) <= REFUGE[1]]
        return [place for place in near if self.ways.far(at, place) > REFUGE[0]]

    def best(self, at: Place, places: list[Tile]) -> Tile:
        """Return the place they reach longest after oneself."""
        foes = self.near(at, self.run_tiles)

        def gain(place: Tile) -> float:
            theirs = min(self.ways.far(there, place) / SPEEDS.get(Sort(sort), 2.2) for _, there, sort in foes)
            return min(theirs, 20.0) - self.ways.far(at, place) / RUN

        return max(places, key=gain, default=tile(at))

    def do(self, seen: Observation, way: Place) -> Intent:
        """Run while somebody is near."""
        chased = bool(self.near(seen.me.pos, self.run_tiles + 1))
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
