"""How far the hero's noises carry: a ring that runs out to where it is last heard, then fades.

Rings of loud noises are always drawn; those of steps while they are taught, or when the player wants them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.data.tiles import TILE_PX
from game.data.verbs import Cue
from game.sim.happenings import Cued, Noise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ecs.events import Told
    from game.show.canvas import Canvas
    from game.show.renderer import View

LASTS_S = 0.7
LOUD, FARTHEST = 7.0, 14.0
"""Drawn unasked from this loudness on; drawn no larger than this, tile."""
COLOUR = (190, 214, 232)


@dataclass
class Ring:
    """One noise under way."""

    place: tuple[float, float]
    loudness: float
    age: float = 0.0


class Rings:
    """The hero's noises of the last moment."""

    def __init__(self) -> None:
        self.rings: list[Ring] = []
        self.taught_s = 0.0

    def hear(self, told: Sequence[Told], hero: int, *, always: bool) -> None:
        """Take in one tick's journal."""
        for each in told:
            event = each.event
            if isinstance(event, Cued):
                taught = [
                    float(lasts)
                    for what, lasts in zip(event.what, event.lasts, strict=True)
                    if what == Cue.RINGS
                ]
                self.taught_s = max([self.taught_s, *taught])
            elif isinstance(event, Noise):
                least = 0.0 if always or self.taught_s > 0 else LOUD
                mine = (event.source == hero) & (event.loudness >= least)
                for pos, loudness in zip(event.pos[mine], event.loudness[mine], strict=True):
                    self.rings.append(Ring((float(pos[0]), float(pos[1])), float(loudness)))

    def update(self, seconds: float) -> None:
        """Let them run out."""
        self.taught_s = max(0.0, self.taught_s - seconds)
        for ring in self.rings:
            ring.age += seconds
        self.rings = [ring for ring in self.rings if ring.age < LASTS_S]

    def draw(self, canvas: Canvas, view: View) -> None:
        """Draw them on the ground."""
        for ring in self.rings:
            share = ring.age / LASTS_S
            radius = min(ring.loudness, FARTHEST) * TILE_PX * (1 - (1 - share) ** 3)
            x, y = view.to_screen(ring.place)
            canvas.dots(x, y, max(2.0, radius), COLOUR, alpha=round(150 * (1 - share)))
