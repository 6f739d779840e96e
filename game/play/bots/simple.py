"""Bots without a plan: for tests, fuzzing and measuring."""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

from game.sim.components import Button
from game.sim.intent import Intent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from game.play.observation import Observation

HELD_FOR = (5, 60)  # ticks; how long a random intent lasts
TURN = 0.25  # radians at most a wanderer turns in a tick
BUMPED = 0.3  # of the speed wanted; a wanderer slower than this has met a wall
WALK = 1.0  # tile/s; slower than anybody walks
TURN_ROUND = (1.6, 4.7)  # radians


class Idle:
    """Stands there."""

    def act(self, seen: Observation) -> Intent:  # noqa: ARG002 - a bot's signature
        """Do nothing."""
        return Intent.IDLE


class RandomPresses:
    """Presses anything: what it breaks, somebody would have broken."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.intent, self.left = Intent.IDLE, 0

    def act(self, seen: Observation) -> Intent:  # noqa: ARG002 - a bot's signature
        """Keep pressing, then press something else."""
        if self.left <= 0:
            self.left = self.chance.randint(*HELD_FOR)
            move = self.chance.uniform(-1, 1), self.chance.uniform(-1, 1)
            aim = self.chance.uniform(-9, 9), self.chance.uniform(-9, 9)
            self.intent = Intent.at(move, aim, Button(self._buttons()))
        self.left -= 1
        return self.intent

    def _buttons(self) -> int:
        """About one button in seven."""
        return sum(int(button) for button in Button if self.chance.random() < 1 / 7)


class Wanderer:
    """Walks on, turns a little, turns round at walls: sees much of a map, wants nothing."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.angle = self.chance.uniform(0, 2 * math.pi)
        self.patience = 0

    def act(self, seen: Observation) -> Intent:
        """Walk."""
        self.angle += self.chance.uniform(-TURN, TURN) * 0.2
        self.patience = self.patience + 1 if math.hypot(*seen.me.vel) < WALK * BUMPED else 0
        if self.patience > 10:  # noqa: PLR2004 - a sixth of a second against the wall
            self.angle += self.chance.uniform(*TURN_ROUND)
            self.patience = 0
        way = math.cos(self.angle), math.sin(self.angle)
        return Intent.of(way, way)


class Scripted:
    """Does what it was told: ``(ticks, intent)`` one after another, then nothing.

    Args:
        script: how long to send which intent.
    """

    def __init__(self, script: Iterable[tuple[int, Intent]]) -> None:
        self._intents = self._each(script)

    def act(self, seen: Observation) -> Intent:  # noqa: ARG002 - a bot's signature
        """Send the next."""
        return next(self._intents, Intent.IDLE)

    @staticmethod
    def _each(script: Iterable[tuple[int, Intent]]) -> Iterator[Intent]:
        for ticks, intent in script:
            for _ in range(ticks):
                yield intent
