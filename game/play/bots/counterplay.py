"""Bots that know what undoes a lesson: each beside the bot of the habit that taught it (``habits``).

lesson   instead of                          it
GUN      shooting whoever comes near         keeps quiet, and runs before they come near
LIGHT    walking round whom the torch shows  does the same without a torch
HIDE     standing in corners                 keeps moving, and runs from whoever is near
THROW    one bottle every four seconds       two, one behind the other, then runs aside
ROUTE    the same round                      another way each time
RUN      running on                          stops out of sight, until it is found
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.bots.habits import ROUND, Hider, RouteRunner, Sprinter, Thrower, TorchBearer
from game.play.bots.walk import unit
from game.sim.components import Button
from game.sim.intent import Intent

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.bots.known_ways import KnownWays, Tile
    from game.play.bots.person import Person, Place
    from game.play.observation import Observation

TWICE = 60 * 1  # ticks from the first bottle to the second
ASIDE = 60 * 2  # ticks one then goes aside


class Quiet(TorchBearer):
    """Walks round whom it sees, in the dark, without a shot."""

    def do(self, seen: Observation, way: Place) -> Intent:
        """Give way to whoever is ahead."""
        way = self.round(seen.me.pos, way)
        return Intent.of(way, self.glance(way))


class Silent(Sprinter):
    """Runs from whoever comes near, without a shot."""


class Changer(RouteRunner):
    """Runs, but never the same way."""

    def whither(self, seen: Observation) -> Tile:
        """Return a place, another each time."""
        if self.goal is None or self.arrives(seen.me.pos, self.goal):
            self.goal = self.another(seen.me.pos, ROUND)
        return self.goal


class TwiceThrower(Thrower):
    """Throws twice, then runs aside: they come to where the bottles came from."""

    def do(self, seen: Observation, way: Place) -> Intent:
        """Throw a second bottle after the first; leave the place they were thrown from sideways."""
        first = self.threw
        intent = super().do(seen, way)
        since = self.now - first
        if TWICE <= since < TWICE + ASIDE and self.threw == first:
            aside = self.round(seen.me.pos, unit(-self.point[1], self.point[0]))
            held = Button.THROW if since < TWICE + 8 else self.sprint(seen)
            return Intent.at(aside, self.point, held)
        return intent


class Mover(Sprinter):
    """Rests nowhere: goes from place to place, and runs from whoever is near."""


class Stopper(Hider):
    """Stops running: stands in corners out of sight, and runs only when it is found."""


COUNTERPLAY: dict[str, Callable[[KnownWays, int], Person]] = {
    "gunner": Silent,
    "torch": Quiet,
    "hider": Mover,
    "thrower": TwiceThrower,
    "route": Changer,
    "sprinter": Stopper,
}
"""By habit: who plays instead, once the lesson is known."""
