"""A game being played: a simulation, its checkpoints, and what counts across deaths.

The rule of dying is here and nowhere else: at every tag a copy of the world is kept; when the hero
dies the last copy comes back, the hero not weaker than ``player.rises_with``.
Nobody remembers but the tallies and the dead, who keep what they learnt.
Who died often enough since one copy may skip the passage after it: where that ends a copy is kept as well.
People, bots and replays go through this one door, so a recording of intents and of these wishes is enough to
play it all again.
"""

from __future__ import annotations

from collections import Counter
from copy import copy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from game.sim.components import Body, Health, Pilot, Side
from game.sim.happenings import Died, Reached
from game.sim.resource_lessons import Lessons, callers
from game.sim.resources import TICKS_PER_SECOND, Story
from game.sim.story import passage
from game.sim.story.choices import made_here
from game.sim.story.respite import give_respite
from game.sim.story.stage import hero_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ecs.events import Told
    from game.ecs.world import Snapshot
    from game.play.simulation import Simulation
    from game.sim.intent import Intent


@dataclass
class Tally:
    """What dying does not undo."""

    ticks: int = 0
    deaths: int = 0
    deaths_here: int = 0  # since the last checkpoint
    kills: int = 0
    died_at: list[tuple[int, float, float]] = field(default_factory=list)  # (tick, x, y)
    told: Counter[str] = field(default_factory=Counter)  # events by kind

    def count(self, told: Sequence[Told]) -> None:
        """Add one tick's journal."""
        self.ticks += 1
        for each in told:
            self.told[type(each.event).__name__] += len(each.event)
            if isinstance(each.event, Died):
                self.kills += int((each.event.side == Side.DEAD).sum())


class Session:
    """Plays one simulation to its end, with retries.

    Args:
        simulation: what is played.
        lives: deaths that end the session; ``None`` is as many as it takes.
    """

    def __init__(self, simulation: Simulation, lives: int | None = None) -> None:
        self.simulation = simulation
        self.lives = lives
        self.tally = Tally()
        self.checkpoint: Snapshot = simulation.snapshot()
        self.checkpoint_number = 0
        self.checkpoint_tick = simulation.tick
        self.events: list[Told] = []

    @property
    def outcome(self) -> str:
        """``""`` while it lasts, then ``"exit"``, or ``"dead"`` when no life is left."""
        ended = self.simulation.outcome
        if ended == "dead" and (self.lives is None or self.tally.deaths < self.lives):
            return ""
        return ended

    @property
    def is_down(self) -> bool:
        """Whether the hero has died and the last checkpoint may come back."""
        return self.simulation.outcome == "dead"

    def step(self, intents: Sequence[Intent]) -> list[Told]:
        """Play one tick; keep a copy of the world where a checkpoint was reached."""
        self.events = self.simulation.step(intents)
        self.tally.count(self.events)
        for told in self.events:
            if isinstance(told.event, Reached):
                self._reached(told.event)
        return self.events

    def retry(self) -> None:
        """Come back at the last checkpoint: the hand, the tag, a little wiser. So are the dead."""
        simulation = self.simulation
        lessons, tick = simulation.world.resource(Lessons), simulation.tick
        learnt = copy(lessons)
        simulation.restore(self.checkpoint)
        simulation.world.resource(Story).deaths = self.tally.deaths
        lessons.inherit(learnt, tick - simulation.tick, callers(simulation.world))
        with simulation.world.edit(Health, hero_ids(simulation.world)) as health:
            least = health.most * np.float32(simulation.tuning.player.rises_with)
            health.hp[...] = np.maximum(health.hp, least)
        give_respite(simulation.world)
        self.checkpoint = simulation.snapshot()

    @property
    def may_skip(self) -> bool:
        """Whether the hero is down, has been often enough since one place, and a way leads on from there."""
        simulation = self.simulation
        if not self.is_down or self.tally.deaths_here < simulation.tuning.assist.skip_after_deaths:
            return False
        down, told = simulation.snapshot(), simulation.events
        simulation.restore(self.checkpoint)
        way = passage.ahead(simulation.world)
        simulation.restore(down)
        simulation.events = told
        return way is not None

    def skip(self) -> None:
        """Come back at the end of the passage that follows the last checkpoint; that is one now."""
        self.retry()
        way = passage.ahead(self.simulation.world)
        if way is not None:
            passage.lead(self.simulation.world, way)
            self._keep()

    def play(self, intents: Sequence[Intent]) -> list[Told]:
        """Step, and come back at once after a death: how bots and replays play."""
        told = self.step(intents)
        if self.is_down and not self.outcome:
            self.retry()
        return told

    def result(self) -> dict[str, Any]:
        """Return the session in figures, for ``sim --json`` and the results screen."""
        story = self.simulation.world.resource(Story)
        return {
            "outcome": self.outcome or "timeout",
            "ticks": self.tally.ticks,
            "seconds": round(self.tally.ticks / TICKS_PER_SECOND, 2),
            "state_hash": self.simulation.state_hash(),
            "deaths": self.tally.deaths,
            "tags": len(story.tags),
            "kills": self.tally.kills,
            "choices": made_here(self.simulation.level, story),
            "ending": story.ending,
            "lessons": self.simulation.world.resource(Lessons).names(),
            "events": dict(sorted(self.tally.told.items())),
        }

    def _reached(self, reached: Reached) -> None:
        for what in reached.what:
            if what == "checkpoint":
                self._keep()
            elif what == "dead":
                self.tally.deaths += 1
                self.tally.deaths_here += 1
                self.tally.died_at.append((self.tally.ticks, *self.where()))

    def _keep(self) -> None:
        """Keep a copy of the world: here one comes back."""
        self.checkpoint = self.simulation.snapshot()
        self.checkpoint_number = self.simulation.world.resource(Story).checkpoint
        self.checkpoint_tick = self.simulation.tick
        self.tally.deaths_here = 0

    def where(self) -> tuple[float, float]:
        """Where the first player stands, tile; (0, 0) when there is none."""
        world = self.simulation.world
        pos = world.view(Body, world.rows(Pilot)).pos
        return (float(pos[0, 0]), float(pos[0, 1])) if len(pos) else (0.0, 0.0)
