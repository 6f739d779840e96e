"""What the journal told of late: noises, and who was roused by what. The debug view's only memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from game.sim.happenings import Cause, Noise, Noticed
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from game.ecs.events import Told

NOISE_TICKS = 3 * TICKS_PER_SECOND
"""How long a noise is shown."""
NOISES = 12
"""Noises remembered; the quietest go first."""
CAUSES = 6
"""Lines of the log."""


@dataclass
class Heard:
    """A noise made.

    Attributes:
        place: tile.
        loudness: tiles it carries in the open.
        kind: of ``Heard``.
        tick: when.
        field: what is left of it on the tiles around, once somebody asked.
    """

    place: tuple[float, float]
    loudness: float
    kind: int
    tick: int
    field: NDArray[np.int16] | None = None


@dataclass(frozen=True)
class Roused:
    """So many took on a mood in one tick, for one reason."""

    tick: int
    why: int
    mood: int
    count: int


@dataclass
class Memory:
    """Noises and causes, newest last."""

    noises: list[Heard] = field(default_factory=list)
    causes: list[Roused] = field(default_factory=list)
    why: dict[int, Cause] = field(default_factory=dict)  # id -> what reached them last

    def hear(self, told: Sequence[Told]) -> None:
        """Take in one tick's journal."""
        for each in told:
            if isinstance(each.event, Noise):
                self._noise(each.event, each.tick)
            elif isinstance(each.event, Noticed):
                self._noticed(each.event, each.tick)

    def clear(self) -> None:
        """The world went back."""
        self.noises.clear()
        self.causes.clear()
        self.why.clear()

    def _noise(self, noise: Noise, tick: int) -> None:
        told = zip(noise.pos.tolist(), noise.loudness.tolist(), noise.heard.tolist(), strict=True)
        new = [Heard((x, y), loudness, kind, tick) for (x, y), loudness, kind in told if loudness >= 1]
        recent = [each for each in (*self.noises, *new) if tick - each.tick < NOISE_TICKS]
        loudest = sorted(recent, key=lambda each: each.loudness)[-NOISES:]
        self.noises = sorted(loudest, key=lambda each: each.tick)

    def _noticed(self, noticed: Noticed, tick: int) -> None:
        reasons = list(zip(noticed.why.tolist(), noticed.mood.tolist(), strict=True))
        self.why.update((int(who), Cause(why)) for who, (why, _) in zip(noticed.who, reasons, strict=True))
        counted = Counter(reasons)
        self.causes += [Roused(tick, why, mood, count) for (why, mood), count in sorted(counted.items())]
        self.causes = self.causes[-CAUSES:]
