"""Power: a hand at a board routes it to the circuit of that board.

Rules of this module:
- Of the boards within a hand's reach that take a hand, the nearest counts. Its circuit starts, if it does
  not run.
- The mains carry ``power.most`` circuits of such boards. For one more, the one that ran longest trips: light
  here is dark there. Circuits that the story alone switches are none of theirs.
- A breaker is heard at its board. Doors, lamps and the story follow their circuits by themselves.
"""

from __future__ import annotations

from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.events import Emit, Read
from game.ecs.schedule import system
from game.sim.components import Side
from game.sim.hands import board_at, boards
from game.sim.happenings import Heard, Noise, Routed, Use
from game.sim.resources import Story


@system
def route_power(
    level: Level, story: Story, tuning: Tuning, use: Read[Use], noise: Emit[Noise], routed: Emit[Routed]
) -> None:
    """Start what a hand at a board asks for, and trip what is too much."""
    for x, y in use.pos.tolist():
        board = board_at(level, story, (x, y), tuning.player.use_tiles)
        if board is None:
            continue
        story.circuits[board.circuit] = True
        routed(name=board.circuit, starts=1, pos=board.area.at)
        for tripped in _too_many(level, story, tuning.power.most):
            del story.circuits[tripped]
            routed(name=tripped, starts=0, pos=board.area.at)
        noise(pos=board.area.at, loudness=tuning.noise.breaker, heard=Heard.MACHINE, side=Side.NONE)


def _too_many(level: Level, story: Story, most: int) -> list[str]:
    """Return the circuits that trip: of those a hand routes, all but the ``most`` started last."""
    by_hand = {board.circuit for board in boards(level)}
    running = [name for name in story.circuits if name in by_hand]
    return running[: max(0, len(running) - most)]
