"""Bots that know what undoes a lesson: each beside the bot of the habit that taught it (``habits``).

lesson   instead of                          it
GUN      shooting whoever comes near         keeps quiet, and runs before they come near
LIGHT    walking round whom the torch shows  does the same without a torch
HIDE     standing in corners                 keeps moving, and runs while hunted
THROW    one bottle every four seconds       two, one behind the other, then goes aside
ROUTE    the same round                      another way each time
RUN      running on                          doubles back, and walks unless they are close
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.bots.habits import HUNTED, ROUND, RouteRunner, Sprinter, Thrower, TorchBearer
from game.play.bots.person import hunted
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
CLOSE = 4.5  # tile; hunters nearer than this are run from


class Quiet(TorchBearer):
    """Walks round whom it sees, in the dark, without a shot."""

    def do(self, seen: Observation, way: Place) -> Intent:
        """Give way to whoever is ahead."""
        way = self.round(seen.me.pos, way)
        return Intent.of(way, self.glance(way))


class Silent(Sprinter):
    """Runs from whoever comes near, without a shot."""


class Mover(TorchBearer):
    """Never rests where it was seen; runs while hunted."""

    def do(self, seen: Observation, way: Place) -> Intent:
        """Go round them, and run while hunted."""
        chased = hunted(seen, HUNTED)
        if chased:
            self.busy_until = 0
        way = self.round(seen.me.pos, way)
        return Intent.of(way, self.glance(way), self.sprint(seen) if chased else Button(0))


class Changer(RouteRunner):
    """Runs, but never the same way."""

    def whither(self, seen: Observation) -> Tile:
        """Return a place, another each time."""
        if self.goal is None or self.arrives(seen.me.pos, self.goal):
            self.goal = self.another(seen.me.pos, ROUND)
        return self.goal


class TwiceThrower(Thrower):
    """Throws twice, then goes aside."""

    def do(self, seen: Observation, way: Place) -> Intent:
        """Throw a second bottle after the first; leave the place they were thrown from sideways."""
        first = self.threw
        intent = super().do(seen, way)
        since = self.now - first
        if TWICE <= since < TWICE + ASIDE and self.threw == first:
            x, y = unit(-self.point[1], self.point[0])
            held = Button.THROW if since < TWICE + 8 else Button(0)
            return Intent.at((x, y), self.point, held)
        return intent


class DoublesBack(Sprinter):
    """Runs only from who is close, and never where it was just heading."""

    def refuge(self, at: Place) -> Tile:
        """Return a refuge that does not lie ahead."""
        ahead = self.goal or at
        way = unit(ahead[0] - at[0], ahead[1] - at[1])
        around = self.around(at)
        behind = [p for p in around if (p[0] - at[0]) * way[0] + (p[1] - at[1]) * way[1] < 0]
        return self.best(at, behind or around)

    def do(self, seen: Observation, way: Place) -> Intent:
        """Run while somebody is close."""
        held = self.sprint(seen) if self.near(seen.me.pos, CLOSE) else Button(0)
        return Intent.of(way, self.glance(way), held)


COUNTERPLAY: dict[str, Callable[[KnownWays, int], Person]] = {
    "gunner": Silent,
    "torch": Quiet,
    "hider": Mover,
    "thrower": TwiceThrower,
    "route": Changer,
    "sprinter": DoublesBack,
}
"""By habit: who plays instead, once the lesson is known."""
