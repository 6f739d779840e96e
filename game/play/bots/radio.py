"""What On-jo does with her radio: she stands still, looks about, and marks whoever calls the dead."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from game.data.enums import Hero, Task
from game.play.bots.walk import tile, tiles_in
from game.sim.components import Button, Sort
from game.sim.intent import Intent

if TYPE_CHECKING:
    from game.play.bots.conduct import Scene
    from game.play.observation import Observation

Place = tuple[float, float]
TURN = 2 * math.pi / 240
"""How fast one looks about, radians a tick: all round in four seconds."""
FAR_OFF = 20.0
"""How far off one looks, tile."""
SAME = 1.5
"""A mark so near to somebody is on them, tile."""


class Mark:
    """Stands still where she is told to, looks all round, and marks each caller she sees."""

    def act(self, scene: Scene) -> Intent | None:
        """Point at a caller and press; turn on while there is none."""
        if scene.seen.me.hero != Hero.ONJO or not _is_on_watch(scene.seen):
            return None
        caller = _caller(scene.seen)
        if caller is not None:
            is_ready = scene.seen.me.stillness >= 1 and scene.presses()
            return Intent.at((0, 0), caller, Button.SENSE if is_ready else Button(0))
        angle = scene.now * TURN
        return Intent.at((0, 0), (FAR_OFF * math.cos(angle), FAR_OFF * math.sin(angle)))


def _is_on_watch(seen: Observation) -> bool:
    """Whether she is where she is to hold out."""
    goal = seen.goal
    if goal is None or goal.task != Task.HOLD:
        return False
    return tile(seen.me.pos) in tiles_in(goal.box, seen.links.shape)


def _caller(seen: Observation) -> Place | None:
    """The way to a caller in sight who is not marked, tile."""
    for x, y in seen.others.pos[seen.others.sort == Sort.SCREAMER].tolist():
        if all(np.hypot(x - a, y - b) > SAME for a, b in seen.marks):
            return x - seen.me.pos[0], y - seen.me.pos[1]
    return None
