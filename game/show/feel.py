"""Feel: what a blow does to the picture and to time. Read from the journal, never written back.

Shake is trauma squared; hit-stop holds the picture for a few frames on melee, kills and wounds, never
for bullets. Both scale with the player's settings.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.components import Sort, Weapon
from game.sim.happenings import Died, DoorChange, DoorMoved, Fired, Wound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.data.tuning import Tuning
    from game.ecs.events import Told

NEAR = 14.0
"""Doors breaking farther off than this shake nothing, tile."""
BULLETS = {Weapon.PISTOL, Weapon.SHOTGUN, Weapon.RIFLE}


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
        for each in told:
            event = each.event
            if isinstance(event, Fired) and (event.who == hero).any():
                self._add("pistol")
            elif isinstance(event, Wound):
                self._wounds(event, hero)
            elif isinstance(event, Died):
                self._deaths(event, hero)
            elif isinstance(event, DoorMoved):
                near = np.hypot(event.pos[:, 0] - place[0], event.pos[:, 1] - place[1]) < NEAR
                if (near & (event.how == DoorChange.BROKE)).any():
                    self._add("door_rip")

    def _wounds(self, wound: Wound, hero: int) -> None:
        if (wound.who == hero).any():
            self._add("hurt")
            self._hold("hurt")
        struck = (wound.who != hero) & ~np.isin(wound.weapon, [int(w) for w in BULLETS])
        if struck.any():
            self._hold("melee")

    def _deaths(self, died: Died, hero: int) -> None:
        mine = died.by == hero
        if mine.any():
            self._hold("brute" if (died.sort[mine] == Sort.BRUTE).any() else "kill")

    def _add(self, cause: str) -> None:
        self.trauma = min(1.0, self.trauma + self.tuning.trauma[cause])

    def _hold(self, cause: str) -> None:
        self.stop_s = max(self.stop_s, self.tuning.hitstop_ms[cause] / 1000)

    def update(self, seconds: float) -> float:
        """Let time pass and return how much of it the world may have."""
        self.trauma = max(0.0, self.trauma - seconds / self.tuning.shake_decay_s)
        held = min(self.stop_s, seconds)
        self.stop_s -= held
        return seconds - held
