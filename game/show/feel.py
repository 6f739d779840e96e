"""Feel: what a blow does to the picture and to time. Read from the journal, never written back.

Shake is trauma squared. Hit-stop holds the picture for a few frames: when a blow of the hero lands or
kills, and when the hero is struck; never for bullets, never for what others do to one another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.data.verbs import Cue
from game.sim.components import Sort, Weapon
from game.sim.happenings import Cued, Died, DoorChange, DoorMoved, Fired, Hit, Wound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.data.tuning import Tuning
    from game.ecs.events import Event, Told

NEAR = 14.0
"""Doors breaking farther off than this shake nothing, tile."""
BULLETS = [int(weapon) for weapon in (Weapon.PISTOL, Weapon.SHOTGUN, Weapon.RIFLE)]


class Feel:
    """Trauma and hit-stop of one scene.

    Args:
        tuning: the ``feel`` section says how much.
    """

    def __init__(self, tuning: Tuning) -> None:
        self.tuning = tuning.feel
        self.trauma = 0.0
        self.stop_s = 0.0

    def hear(self, told: Sequence[Told], hero: int, place: tuple[float, float]) -> None:
        """Take in one tick's journal."""
        events = [each.event for each in told]
        struck = any(isinstance(event, Hit) and _strikes(event, hero) for event in events)
        if struck:
            self._hold("melee")
        for event in events:
            self._shaken(event, hero, place)
            if isinstance(event, Wound) and (event.who == hero).any():
                self._hold("hurt")
            elif isinstance(event, Died) and struck:
                self._kills(event, hero)

    def _shaken(self, event: Event, hero: int, place: tuple[float, float]) -> None:
        if isinstance(event, Fired) and (event.who == hero).any():
            weapon = Weapon(int(event.weapon[event.who == hero][0]))
            self._add(self.tuning.trauma.get(weapon.name.lower(), 0.0))
        elif isinstance(event, Wound) and (event.who == hero).any():
            self._add(self.tuning.trauma["hurt"])
        elif isinstance(event, DoorMoved):
            near = np.hypot(event.pos[:, 0] - place[0], event.pos[:, 1] - place[1]) < NEAR
            if (near & (event.how == DoorChange.BROKE)).any():
                self._add(self.tuning.trauma["door_rip"])
        elif isinstance(event, Cued):
            self._add(sum(float(much) for what, much in _cues(event) if what == Cue.SHAKE))

    def _kills(self, died: Died, hero: int) -> None:
        mine = died.by == hero
        if mine.any():
            self._hold("brute" if (died.sort[mine] == Sort.BRUTE).any() else "kill")

    def _add(self, trauma: float) -> None:
        self.trauma = min(1.0, self.trauma + trauma)

    def _hold(self, cause: str) -> None:
        self.stop_s = max(self.stop_s, self.tuning.hitstop_ms[cause] / 1000)

    def update(self, seconds: float, *, holds: bool = True) -> float:
        """Let time pass and return how much of it the world may have; all of it unless it ``holds``."""
        self.trauma = max(0.0, self.trauma - seconds / self.tuning.shake_decay_s)
        held = min(self.stop_s, seconds)
        self.stop_s -= held
        return seconds - held if holds else seconds


def _strikes(hit: Hit, hero: int) -> bool:
    """Whether one of these is a blow of the hero's."""
    return bool(((hit.source == hero) & ~np.isin(hit.weapon, BULLETS)).any())


def _cues(cued: Cued) -> list[tuple[str, float]]:
    return list(zip(cued.what, cued.amount, strict=True))
