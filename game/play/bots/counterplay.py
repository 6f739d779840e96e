"""Bots that know what undoes a lesson: each beside the bot of the habit that taught it (``habits``).

lesson   instead of                          it
GUN      shooting whoever comes near         keeps quiet, and runs before they come near
LIGHT    walking round whom the torch shows  does the same without a torch
HIDE     standing in corners                 keeps moving, and runs from whoever is near
THROW    one bottle every four seconds       two, one after the other, and is gone
ROUTE    the same round                      another way each time, away from the old ones
RUN      running on                          stops in the next corner once nobody is near
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.play.bots.habits import AGAIN, ROUND, RouteRunner, Sprinter, Thrower, TorchBearer
from game.play.bots.person import THERE
from game.sim.components import Button
from game.sim.intent import Intent

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.bots.known_ways import KnownWays, Tile
    from game.play.bots.person import Person, Place
    from game.play.observation import Observation

TWICE = 60 * 1  # ticks from the first bottle to the second
HELD = 8  # ticks a throw is held
CHOICES = 4  # places one chooses from where one knows that one is waited for
GONE = 60 * 4  # ticks one then runs, if nobody is near to be thrown at


class Quiet(TorchBearer):
    """Walks round whom it sees, in the dark, without a shot."""

    def do(self, seen: Observation, way: Place) -> Intent:
        """Give way to whoever is ahead."""
        way = self.round(seen.me.pos, way)
        return Intent.of(way, self.glance(way))


class Changer(RouteRunner):
    """Runs, but never the same way, and keeps away from its old round."""

    def whither(self, seen: Observation) -> Tile:
        """Return a place, another each time: of some, the one farthest from where it used to stop."""
        at = seen.me.pos
        if self.goal is None or self.arrives(at, self.goal):
            some = [self.another(at, ROUND) for _ in range(CHOICES)]
            self.goal = max(some, key=lambda place: min(math.dist(place, stop) for stop in self.stops))
        return self.goal


class TwiceThrower(Thrower):
    """Throws twice, then runs on: they come to where the bottles came from."""

    def do(self, seen: Observation, way: Place) -> Intent:
        """Throw a second bottle after the first, and be gone while they look."""
        first = self.threw
        intent = super().do(seen, way)
        since = self.now - first
        if self.threw != first or not TWICE <= since < TWICE + GONE:
            return intent
        on = self.round(seen.me.pos, way)
        if since < TWICE + HELD:
            return Intent.at(on, self.point, Button.THROW)
        return Intent.of(on, self.glance(on), self.sprint(seen))


class Stopper(Sprinter):
    """Runs only until nobody is near, then stands still in the next corner."""

    def whither(self, seen: Observation) -> Tile:
        """Return a refuge while somebody is near, else the nearest corner."""
        at = seen.me.pos
        if self.now >= self.next and self.near(at, self.run_tiles):
            self.goal, self.next = self.refuge(at), self.now + AGAIN
        elif self.goal is None or self.ways.far(at, self.goal) < THERE:
            self.goal = min(self.ways.nooks, key=lambda nook: self.ways.far(at, nook))
        return self.goal


COUNTERPLAY: dict[str, Callable[[KnownWays, int], Person]] = {
    "gunner": Sprinter,
    "torch": Quiet,
    "hider": Sprinter,
    "thrower": TwiceThrower,
    "route": Changer,
    "sprinter": Stopper,
}
"""By habit: who plays instead, once the lesson is known. Running is quiet, and rests nowhere."""
