"""The only thing that enters a simulation: what one player wants this tick.

People, bots, replays and environments all send these. The numbers are small integers, so that a
recording holds exactly what was played.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Self

from game.sim.components import Button

MOVE_STEPS = 127
"""The stick at full tilt."""
AIM_PER_TILE = 256
"""Aim steps in one tile."""
AIM_STEPS = 16384
"""Length a bare direction is given at: 64 tiles off, farther than anything is thrown."""
HANDS_OFF = Button(0)
"""No button is down."""


@dataclass(frozen=True)
class Intent:
    """One player's wish for one tick.

    Attributes:
        move: stick, x right and y down, -127..127 each; longer than 127 counts as 127.
        aim: from the hero to the point aimed at, 1/256 tile each; its direction is where the hands
            point, its length how far a throw goes. (0, 0) keeps the last one.
        held: buttons that are down; the simulation finds the edges itself.
    """

    move: tuple[int, int] = (0, 0)
    aim: tuple[int, int] = (0, 0)
    held: Button = HANDS_OFF

    IDLE: ClassVar[Intent]

    @classmethod
    def of(cls, move: tuple[float, float], aim: tuple[float, float], held: Button = HANDS_OFF) -> Self:
        """Quantise a stick (-1..1) and an aim direction (any unit)."""
        longest = max(abs(aim[0]), abs(aim[1]), 1e-9)
        return cls(
            (_steps(move[0]), _steps(move[1])),
            (round(aim[0] / longest * AIM_STEPS), round(aim[1] / longest * AIM_STEPS)),
            held,
        )

    @classmethod
    def at(cls, move: tuple[float, float], point: tuple[float, float], held: Button = HANDS_OFF) -> Self:
        """Quantise a stick (-1..1) and a point aimed at, tiles from the hero."""
        return cls((_steps(move[0]), _steps(move[1])), (_aim_steps(point[0]), _aim_steps(point[1])), held)


def _aim_steps(tiles: float) -> int:
    """Return a distance in aim steps, kept within 16 bits."""
    return round(max(-127.0, min(127.0, tiles)) * AIM_PER_TILE)


def _steps(share: float) -> int:
    return round(max(-1.0, min(1.0, share)) * MOVE_STEPS)


Intent.IDLE = Intent()


@dataclass
class Inbox:
    """What the players asked for this tick.

    Attributes:
        intents: by player slot; ``command`` reads them.
        held: every button that any player holds down, made anew each tick.
        pressed: those that went down this tick. Most ticks most systems learn here that nobody asked.
    """

    derived: ClassVar[frozenset[str]] = frozenset({"held", "pressed"})
    intents: list[Intent] = field(default_factory=list)
    held: int = 0
    pressed: int = 0

    def holds(self, button: Button) -> bool:
        """Whether any player holds a button down."""
        return self.held & button.value != 0

    def presses(self, button: Button) -> bool:
        """Whether any player pressed a button this very tick."""
        return self.pressed & button.value != 0
