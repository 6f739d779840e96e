"""The simulation as an object: one level, one seed, stepped by intents, saved, restored and compared.

This is the whole interface of the game for tests, bots and research; the desktop game is one client
of it. It imports no pygame and reads no clock. The same level, seed, rules and intents give the same
``hashes()`` at every tick on every machine.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Self

from game.data.script import Script, load_script
from game.data.tuning import Rules, Tuning, load_tuning
from game.sim.build import build
from game.sim.intent import Inbox, Intent
from game.sim.legacy import NOTHING_BEFORE, Legacy
from game.sim.resources import Clock, Story
from game.sim.tick import TICK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.data.level import Level
    from game.ecs.events import Told
    from game.ecs.world import Snapshot, World


class Simulation:
    """One running level.

    Args:
        level: the map.
        seed: of every stream of chance.
        rules: difficulty and assists.
        tuning: constants; the shipped ones unless given.
        script: what story events do; the level's shipped script unless given.
        start: slot of the Start the hero enters by.
        legacy: what the levels before have left.
        crowd: this many shamblers more, spread over the free ground (for measuring).
    """

    def __init__(
        self,
        level: Level,
        seed: int = 1,
        rules: Rules | None = None,
        *,
        tuning: Tuning | None = None,
        script: Script | None = None,
        start: int = 0,
        crowd: int = 0,
        legacy: Legacy = NOTHING_BEFORE,
    ) -> None:
        self.level, self.seed, self.start, self.crowd = level, seed, start, crowd
        self.legacy = legacy
        self.rules = rules or Rules()
        self.tuning = tuning or load_tuning()
        self.script = script or load_script(level)
        self.world: World = build(
            level, seed, self.rules, self.tuning, self.script, start=start, crowd=crowd, legacy=legacy
        )
        self.events: list[Told] = []

    @property
    def tick(self) -> int:
        """Number of ticks played."""
        return self.world.resource(Clock).tick

    @property
    def outcome(self) -> str:
        """``""`` while it lasts, then ``"exit"`` or ``"dead"``."""
        return self.world.resource(Story).outcome

    def step(self, intents: Sequence[Intent] = ()) -> list[Told]:
        """Play one tick and return what happened in it.

        Args:
            intents: one per player slot; missing ones are idle.
        """
        clock = self.world.resource(Clock)
        self.world.resource(Inbox).intents = list(intents)
        self.world.events.tick = clock.tick
        TICK.tick(self.world)
        clock.tick += 1
        self.events = self.world.events.take_journal()
        return self.events

    def play_by(self, rules: Rules) -> None:
        """Go on under other rules. They are no part of the state: a snapshot put back does not undo them."""
        self.rules = rules
        self.world.exchange(rules)

    def snapshot(self) -> Snapshot:
        """Copy everything that can change."""
        return self.world.snapshot()

    def restore(self, old: Snapshot) -> None:
        """Become what the snapshot was; it stays good for another time."""
        self.world.restore(old)
        self.events = []

    def clone(self) -> Self:
        """Return an independent simulation in the same state."""
        twin = type(self)(
            self.level,
            self.seed,
            self.rules,
            tuning=self.tuning,
            script=self.script,
            start=self.start,
            crowd=self.crowd,
            legacy=self.legacy,
        )
        twin.restore(self.snapshot())
        return twin

    def hashes(self) -> dict[str, int]:
        """CRC-32 per component and resource: a difference names its subsystem."""
        return self.world.hashes()

    def state_hash(self) -> str:
        """Return 16 hex digits that are equal when, and only when, the states are."""
        told = repr(sorted(self.hashes().items())).encode()
        return hashlib.blake2b(told, digest_size=8).hexdigest()
