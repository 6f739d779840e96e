"""Who can do which deeds with what, and how long they take: tables, made once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.data.tables import Bestiary
from game.data.tuning import Tuning
from game.sim.components import Act, Flag, Int, Sort, Weapon
from game.sim.resources import TICKS_PER_SECOND

Seconds = NDArray[np.float32]
STAGES = ("windup_s", "active_s", "recover_s")
ROUNDING = np.float32(1e-3)  # tick; 0.45 s are 27 ticks, not 28, whatever float32 makes of it


@dataclass(frozen=True, eq=False)
class Timing:
    """Deeds, and the lengths of their stages.

    Attributes:
        lasts: int32 ``(Sort, Weapon, Act, 3)``, ticks of warning, effect and recovery.
        able: bool ``(Sort, Weapon, Act)``, who with what has it in them at all.
    """

    lasts: NDArray[np.int32]
    able: NDArray[np.bool_]

    @classmethod
    def of(cls, tuning: Tuning) -> Timing:
        """Work out the table."""
        seconds = np.zeros((len(Sort), len(Weapon), len(Act), len(STAGES)), np.float32)
        for stage, name in enumerate(STAGES):
            own: Seconds = getattr(tuning.bestiary, name)
            held: Seconds = getattr(tuning.armoury, name)
            blow = _blow(own, held)
            seconds[:, :, Act.STRIKE, stage] = blow
            seconds[:, :, Act.LUNGE, stage] = blow
            seconds[:, :, Act.THROW, stage] = held[Weapon.BOTTLE]
        _special(seconds, tuning.bestiary)
        return cls(np.ceil(seconds * TICKS_PER_SECOND - ROUNDING).astype(np.int32), _able(tuning))

    def ticks(self, sort: Int, weapon: Int, act: Int) -> NDArray[np.int32]:
        """Return the ticks of the three stages of deeds ``(n,)``, as ``(n, 3)``."""
        return self.lasts.reshape(-1, len(STAGES)).take(_number(sort, weapon, act), axis=0)

    def can(self, sort: Int, weapon: Int, act: Int) -> Flag:
        """Return who has deeds ``(n,)`` in them at all, ``(n,)``."""
        return self.able.reshape(-1).take(_number(sort, weapon, act))


def _number(sort: Int, weapon: Int, act: Int) -> NDArray[np.intp]:
    """Return the places of deeds in a flat ``(Sort, Weapon, Act)``, ``(n,)``."""
    return np.asarray((sort.astype(np.intp) * len(Weapon) + weapon) * len(Act) + act)


def _blow(own: Seconds, held: Seconds) -> Seconds:
    """Return ``(Sort, Weapon)`` seconds of a blow: heroes' by what they hold, others' by what they are."""
    heroes = np.arange(len(Sort)) >= Sort.NAMRA
    return np.where(heroes[:, None], held[None, :], own[:, None])


def _able(tuning: Tuning) -> NDArray[np.bool_]:
    """Return ``(Sort, Weapon, Act)`` whether somebody can do a deed that has stages."""
    beasts = tuning.bestiary
    able = np.zeros((len(Sort), len(Weapon), len(Act)), np.bool_)
    able[:, :, Act.STRIKE] = _blow(beasts.reach, tuning.armoury.reach) > 0
    able[:, :, Act.LUNGE] = (beasts.pounce_s + beasts.charge_s > 0)[:, None]
    able[:, :, Act.SCREECH] = (beasts.screech_windup_s > 0)[:, None]
    able[:, :, Act.THROW] = True
    return able


def _special(seconds: Seconds, beasts: Bestiary) -> None:
    """Fill in what only some can do: a leap lasts as long as it flies, a cry as long as it warns."""
    flight = beasts.pounce_s + beasts.charge_s
    seconds[:, :, Act.LUNGE, 1] = flight[:, None]
    seconds[:, :, Act.SCREECH, 0] = beasts.screech_windup_s[:, None]
