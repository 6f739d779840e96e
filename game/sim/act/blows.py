"""What a blow is, row by row: how long it warns, how far it reaches, what it does.

Rules
  1. Heroes fight with what they hold (the armoury); everybody else as they are (the bestiary).
  2. A lunge is the blow of somebody who leaps or charges: the same warning, then the body flies.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.data.tables import Armoury, Bestiary
from game.data.tuning import Tuning
from game.sim.components import Actor, Arms, Int, Num, Sort, Vec
from game.sim.tiles import under


@dataclass(frozen=True)
class Blows:
    """The blows of some rows.

    Attributes:
        tuning: where the numbers are.
        sort: ``(n,)`` who strikes.
        weapon: ``(n,)`` what each holds; asked only of heroes.
    """

    tuning: Tuning
    sort: Int
    weapon: Int

    @classmethod
    def of(cls, tuning: Tuning, actor: Actor, arms: Arms, who: NDArray[np.intp]) -> Blows:
        """Take the blows of rows ``who``. Whoever lives is at the head of the table, so rows are rows."""
        return cls(tuning, actor.sort[who], arms.weapon[who])

    def get(self, name: str) -> Num:
        """Return a column both tables have (dmg, reach, arc_cos, knock, windup_s, ...), ``(n,)``."""
        beasts: Bestiary = self.tuning.bestiary
        armoury: Armoury = self.tuning.armoury
        own: Num = getattr(beasts, name)[self.sort]
        held: Num = getattr(armoury, name)[self.weapon]
        return np.where(self.sort >= Sort.NAMRA.value, held, own)


def around(points: Vec, pos: Vec, shape: tuple[int, ...], tiles: int) -> NDArray[Any]:
    """Return the indices of those of ``pos (n, 2)`` on tiles near any of the points ``(k, 2)``.

    A first sieve before pairs are compared: whoever is within ``tiles`` tiles is among them.
    """
    near = np.zeros(shape, np.bool_)
    for x, y in points.astype(np.intp).tolist():
        near[max(y - tiles, 0) : y + tiles + 1, max(x - tiles, 0) : x + tiles + 1] = True
    return np.asarray(under(near, pos).nonzero()[0])
