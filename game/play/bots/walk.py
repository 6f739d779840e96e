"""Getting somewhere on foot: a way, followed tile by tile; doors opened; a way out when stuck."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.play.bots.laps import Laps, lacks_momentum
from game.play.bots.leaps import RUN_UP, leap, leaps
from game.play.bots.route import FAR, Ways
from game.sim.components import Button
from game.sim.intent import Intent

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from game.play.bots.danger import Danger
    from game.play.bots.route import Place, Tile
    from game.play.memory import DoorSeen
    from game.play.observation import Observation

REPLAN = 30  # ticks between two looks for a way: nobody changes their mind faster
RESOLVE = 1.5  # a way begun is given up only for one that costs so many times less
ARRIVED = 0.3  # tile from a tile's centre
STUCK = 75  # ticks without getting on
STUCK_MOVED = 0.5  # tile; less than this in all that time is stuck
JIGGLE = 25  # ticks to step aside when stuck
BAD_STEP = 40  # tiles of walking that a step which led nowhere is worth avoiding
FORGIVEN = 60 * 20  # ticks until it may be tried again
DOOR_REACH = 1.3  # tile from the hero to a door to be opened
GLANCE = 60  # ticks from one glance to the left to the next
SIDEWAYS = 2.1  # tangent of how far one looks aside: 65 degrees
PRESS = 24  # ticks between two presses of the use button
DOOR_TRIES = 5  # presses until a door is taken for locked
DOOR_GIVEN_UP = 60 * 45  # ticks until it is tried again
DOOR_NEAR = 14.0  # tile; how far off a locked door is thought of when something has happened
AHEAD = 5  # tiles of the way that are looked at for a gap
BALKS = 60 * 2  # ticks without a leap after one that could not be taken
PRESSED = 8.0  # tile; with hunters so near there is no time to run up
DOOR_SLOW = 60 * 10  # ticks a gate may take to begin to move


class Walker:
    """The legs of a bot: told where to, it finds and follows a way there.

    Attributes:
        way: tiles still to walk.
        now: the bot's own ticks.
    """

    def __init__(self, danger: Danger) -> None:
        self.danger = danger
        self.now = 0
        self.way: list[Tile] = []
        self.goals: set[Tile] = set()
        self._planned: Ways | None = None
        self._ways: Ways | None = None
        self._hopes: Ways | None = None
        self._found = 0
        self._anchor: Place = (0.0, 0.0)
        self._anchored = 0
        self._jiggle_until = 0
        self._balks_until = -1
        self._laps = Laps()
        self._bad: dict[Tile, int] = {}
        self._tries: dict[int, int] = {}
        self._given_up: dict[int, int] = {}
        self._expected: dict[int, int] = {}

    def tick(self) -> None:
        """A tick has passed."""
        self.now += 1

    def expect(self, seen: Observation) -> None:
        """Something has happened: wait for locked doors near, they may be about to move."""
        for door in seen.doors:
            if door.is_locked and not door.is_open and away(door.box, seen.me.pos) <= DOOR_NEAR:
                self._expected[door.thing] = self.now + DOOR_SLOW
        self._ways = None

    def ways(self, seen: Observation) -> Ways:
        """All ways from here, found anew every half second."""
        if self._ways is None or self.now - self._found >= REPLAN:
            expected = [door.thing for door in seen.doors if self._expects(door)]
            self._ways, self._found = self._find(seen, expected), self.now
            self._hopes = None
        return self._ways

    def plan(self, seen: Observation, goals: set[Tile]) -> None:
        """Find the way to the nearest of these tiles, unless that was done with the ways as they are."""
        ways = self._ways_to(seen, goals)
        if goals != self.goals or ways is not self._planned:
            cost, here = ways.price(goals), tile(seen.me.pos)
            if goals != self.goals or ways.cost_of([here, *self.way], goals) > RESOLVE * cost:
                self.way = _from_here(ways.way(goals), here)
            self.goals, self._planned = goals, ways

    def price(self, seen: Observation, goals: set[Tile]) -> int:
        """What walking there would cost, without setting out; ``FAR`` when there is no way."""
        return self.ways(seen).price(goals)

    def step(self, seen: Observation, held: Button, look: Place | None = None) -> Intent:
        """Walk on; ``look`` is a direction to face instead of the way."""
        self._advance(seen)
        way = self._heading(seen)
        self._watch_progress(seen, way)
        if self.now < self._jiggle_until:
            way = self._aside(way)
        round_about = self._run_up(seen, way)
        if round_about is not None:
            return Intent.at(round_about, round_about, held)
        door = self._door_ahead(seen)
        if door is not None:
            return self._open(seen, door, way, held)
        walks = Intent.at(way, look or self._look(way, seen.me.heading), held)
        return self._leap(seen, walks) or walks

    # -- which ways there are ----------------------------------------------------------------

    def _ways_to(self, seen: Observation, goals: set[Tile]) -> Ways:
        """The ways; where none is left, those by locked doors: one of them was opened since, or opens."""
        ways = self.ways(seen)
        if ways.price(goals) < FAR:
            return ways
        if self._hopes is None:
            every = [door.thing for door in seen.doors]
            self._hopes = self._find(seen, every)
        return self._hopes

    def _find(self, seen: Observation, hoped: list[int]) -> Ways:
        """Look for all ways, with these doors taken to open."""
        may_leap = leaps(seen.me) and self.now > self._balks_until
        has_time = not self._is_pressed(seen)
        return Ways(seen, self._cost(seen), self._shut(), hoped, leaps=may_leap, runs_up=has_time)

    def _is_pressed(self, seen: Observation) -> bool:
        """Whether somebody who hunts is near."""
        return any(known.hunts for known in self.danger.around(seen.me.pos, PRESSED))

    def _run_up(self, seen: Observation, way: Place) -> Place | None:
        """Which way to run for the momentum a gap ahead takes; ``None`` when there is enough, or no time."""
        if not leaps(seen.me) or self._is_pressed(seen):
            return None
        if not self._laps.are_run and lacks_momentum(seen, self.way[: int(RUN_UP)]):
            self._laps.begin(seen, self.now)
        return self._laps.heading(seen, way, self.now)

    def _leap(self, seen: Observation, walks: Intent) -> Intent | None:
        """What to do at a gap; one that cannot be taken is gone round for a while."""
        at_gap = leap(seen, self.way[:AHEAD], walks) if leaps(seen.me) else None
        over = any(seen.void[y, x] for x, y in self.way[:AHEAD])
        if over and at_gap is not None and not at_gap.held & Button.DODGE and self.now > self._balks_until:
            self._balks_until, self._ways = self.now + BALKS, None
        return at_gap

    def _cost(self, seen: Observation) -> NDArray[np.int32]:
        cost = self.danger.cost(seen.links.shape)
        for (x, y), until in list(self._bad.items()):
            cost[y, x] += BAD_STEP
            if self.now > until:
                del self._bad[x, y]
        return cost

    def _shut(self) -> list[int]:
        """Doors that did not open when they were tried a while ago."""
        return [door for door, until in self._given_up.items() if self.now < until]

    def _expects(self, door: DoorSeen) -> bool:
        """Whether a door that is locked may move at any moment."""
        return door.is_locked and self.now < self._expected.get(door.thing, 0)

    # -- following the way -------------------------------------------------------------------

    def _advance(self, seen: Observation) -> None:
        x, y = seen.me.pos
        while self.way:
            near = math.hypot(self.way[0][0] + 0.5 - x, self.way[0][1] + 0.5 - y)
            passed = len(self.way) > 1 and tile(seen.me.pos) == self.way[1]
            if near > ARRIVED and not passed:
                return
            self.way.pop(0)

    def _heading(self, seen: Observation) -> Place:
        if not self.way:
            return 0.0, 0.0
        x, y = seen.me.pos
        return unit(self.way[0][0] + 0.5 - x, self.way[0][1] + 0.5 - y)

    def _look(self, way: Place, heading: Place) -> Place:
        """Along the way, with a glance to either side now and then: that is how one sees a place."""
        phase = self.now % GLANCE
        turn = SIDEWAYS if phase < GLANCE // 4 else -SIDEWAYS if phase >= 3 * GLANCE // 4 else 0.0
        x, y = ahead(way, heading)
        return x - turn * y, y + turn * x

    def _watch_progress(self, seen: Observation, way: Place) -> None:
        """Notice when walking does not get on: avoid that step for a while and step aside."""
        x, y = seen.me.pos
        moved = math.hypot(x - self._anchor[0], y - self._anchor[1]) > STUCK_MOVED
        if moved or way == (0.0, 0.0):
            self._anchor, self._anchored = seen.me.pos, self.now
        elif self.now - self._anchored > STUCK and self.way:
            self._bad[self.way[0]] = self.now + FORGIVEN
            self._anchored = self.now
            self._jiggle_until = self.now + JIGGLE
            self._ways = None

    def _aside(self, way: Place) -> Place:
        """Left, then right, then back: whatever it was, it is not there."""
        turn = self.now // JIGGLE % 3
        return ((-way[1], way[0]), (way[1], -way[0]), (-way[0], -way[1]))[turn]

    # -- doors -------------------------------------------------------------------------------

    def _door_ahead(self, seen: Observation) -> DoorSeen | None:
        """The closed door that the next steps lead through, when it is in reach."""
        for door in seen.doors:
            if door.is_open or self.now < self._given_up.get(door.thing, 0):
                continue
            if away(door.box, seen.me.pos) <= DOOR_REACH and any(inside(door.box, t) for t in self.way[:3]):
                return door
        return None

    def _open(self, seen: Observation, door: DoorSeen, way: Place, held: Button) -> Intent:
        x0, y0, x1, y1 = door.box
        look = (x0 + x1) / 2 - seen.me.pos[0], (y0 + y1) / 2 - seen.me.pos[1]
        waits = self._expects(door)
        if waits:
            self._anchored = self.now
        if self.now % PRESS:
            return Intent.at((0.0, 0.0) if waits else way, look, held)
        if not waits:
            self._count_try(door)
        return Intent.at((0.0, 0.0), look, held | Button.USE)

    def _count_try(self, door: DoorSeen) -> None:
        """One more press; after so many the door is left alone for a while."""
        self._tries[door.thing] = self._tries.get(door.thing, 0) + 1
        if self._tries[door.thing] > DOOR_TRIES:
            self._tries[door.thing] = 0
            self._given_up[door.thing] = self.now + DOOR_GIVEN_UP
            self._ways = None


def _from_here(way: list[Tile], here: Tile) -> list[Tile]:
    """What is left of a way when one stands on a tile of it."""
    return way[way.index(here) + 1 :] if here in way else way


def tile(at: Place) -> Tile:
    """The tile of a place."""
    return int(at[0]), int(at[1])


def unit(x: float, y: float) -> Place:
    """A direction at length 1; none stays none."""
    far = math.hypot(x, y)
    return (x / far, y / far) if far > 0 else (0.0, 0.0)


def ahead(way: Place, heading: Place) -> Place:
    """Where to look: along the way, or as before when standing."""
    return (way[0] * 8, way[1] * 8) if way != (0.0, 0.0) else heading


def away(box: tuple[float, float, float, float], at: Place) -> float:
    """Distance from a place to a box, tile."""
    x0, y0, x1, y1 = box
    return math.hypot(max(x0 - at[0], 0.0, at[0] - x1), max(y0 - at[1], 0.0, at[1] - y1))


def inside(box: tuple[float, float, float, float], at: Tile) -> bool:
    """Whether a tile's centre lies in a box."""
    x0, y0, x1, y1 = box
    return x0 <= at[0] + 0.5 <= x1 and y0 <= at[1] + 0.5 <= y1


def tiles_in(box: tuple[float, float, float, float], shape: tuple[int, ...]) -> set[Tile]:
    """The tiles whose centres lie in a box; the tile of its middle when there are none."""
    x0, y0, x1, y1 = box
    found = {
        (x, y)
        for y in range(max(math.floor(y0), 0), min(math.ceil(y1), shape[0]))
        for x in range(max(math.floor(x0), 0), min(math.ceil(x1), shape[1]))
        if x0 <= x + 0.5 <= x1 and y0 <= y + 0.5 <= y1
    }
    return found or {(int((x0 + x1) / 2), int((y0 + y1) / 2))}
