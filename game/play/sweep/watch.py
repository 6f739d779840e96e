"""Who looks on at a run: in which passage one died, and where one went, was seen and died.

Rules of this module: a passage is the way from the last checkpoint to the objective now, as in
``game.sim.story.passage``; a death counts for the passage it happened in. Nothing here changes the game.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from game.play.watch import Watcher
from game.sim.components import PLAYER
from game.sim.happenings import Cause, Noticed, Reached
from game.sim.resources import TICKS_PER_SECOND, Story, Tension
from game.sim.story.objectives import current

if TYPE_CHECKING:
    from game.play.session import Session
    from game.sim.intent import Intent

STEP_TICKS = 6
"""A place is noted ten times a second: a tile takes a runner longer."""
PHASES = ("build", "sustain", "fade", "relax")
"""Of the director, as numbers in a track."""
OUT = "the way out"

Rows = NDArray[np.float32]


class Passages(Watcher):
    """Deaths by passage, in the order the passages were first come to.

    Attributes:
        deaths: passage -> deaths in it; also those that nobody died in.
    """

    def __init__(self, session: Session) -> None:
        self.here = passage_now(session)
        self.deaths = {self.here: 0}

    def after(self, session: Session, intent: Intent) -> None:  # noqa: ARG002 - a watcher's signature
        """Count a death where it happened, and find out where one is."""
        reached = [each.event for each in session.events if isinstance(each.event, Reached)]
        if reached:
            self.deaths[self.here] += sum(what == "dead" for each in reached for what in each.what)
            self.here = passage_now(session)
            self.deaths.setdefault(self.here, 0)


def passage_now(session: Session) -> str:
    """Return the name of the passage the hero is in: ``tag 3 > obj-hyosan-7``."""
    simulation = session.simulation
    story = simulation.world.resource(Story)
    goal = current(simulation.level, story)
    begin = f"tag {story.checkpoint}" if story.checkpoint else "start"
    return f"{begin} > {goal.text if goal else OUT}"


@dataclass(frozen=True)
class Track:
    """Where a run led. Each row begins with the time since the run began, s; places are in tiles.

    Attributes:
        walked: ``(n, 3)`` s, x, y of the hero, every ``STEP_TICKS``.
        seen: ``(k, 3)`` s, x, y of the hero whenever somebody became surer of her by sight.
        died: ``(d, 3)`` s, x, y of her deaths.
        kept: ``(c, 3)`` s, x, y of checkpoints.
        tension: ``(n, 3)`` s, intensity 0..1, index in ``PHASES``: what the director read and did.
    """

    walked: Rows
    seen: Rows
    died: Rows
    kept: Rows
    tension: Rows


class Tracker(Watcher):
    """Writes a track."""

    def __init__(self) -> None:
        self._walked: list[tuple[float, float, float]] = []
        self._seen: list[tuple[float, float, float]] = []
        self._kept: list[tuple[float, float, float]] = []
        self._tension: list[tuple[float, float, float]] = []

    def after(self, session: Session, intent: Intent) -> None:  # noqa: ARG002 - a watcher's signature
        """Note what this tick brought."""
        here = (session.tally.ticks / TICKS_PER_SECOND, *session.where())
        if session.tally.ticks % STEP_TICKS == 0:
            tension = session.simulation.world.resource(Tension)
            self._walked.append(here)
            self._tension.append((here[0], tension.intensity, float(PHASES.index(tension.phase))))
        for told in session.events:
            if isinstance(told.event, Noticed):
                self._seen += [here] * _seers(told.event, session)
            elif isinstance(told.event, Reached):
                self._kept += [here for what in told.event.what if what == "checkpoint"]

    def track(self, session: Session) -> Track:
        """Return what was noted."""
        died = [(tick / TICKS_PER_SECOND, x, y) for tick, x, y in session.tally.died_at]
        return Track(*map(_rows, (self._walked, self._seen, died, self._kept, self._tension)))


def _seers(noticed: Noticed, session: Session) -> int:
    """Return how many became surer of the hero because they saw her."""
    world = session.simulation.world
    heroes = world.table["Entity.id"][world.span(PLAYER)]
    return int(((noticed.why == Cause.SIGHT) & np.isin(noticed.foe, heroes)).sum())


def _rows(noted: list[tuple[float, float, float]]) -> Rows:
    return np.array(noted, np.float32).reshape(-1, 3)
