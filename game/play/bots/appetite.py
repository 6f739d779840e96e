"""Hunger as a wile: from 80 on, the dead take a half-bie for one of them, and the sense makes her hungry.

So among too many of them she listens until she is hungry enough, and walks on. It is not free: at 100
comes frenzy, and soldiers are not deceived.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.sim.components import Side

if TYPE_CHECKING:
    from game.play.observation import Me, Others

MASKED, FRENZY = 80, 100
WITHIN = 45
"""Hunger that is worth making up: ten seconds of listening."""
TOO_MANY = 2
"""Hunters near that one would rather not be known to."""
NEAR = 9.0
"""How near they count, tile."""
HURT = 60
"""Hit points under which a single one is too many."""


def is_masked(me: Me) -> bool:
    """Whether the dead take her for one of them."""
    return MASKED <= me.hunger < FRENZY


def craves(me: Me, chasing: Others) -> bool:
    """Whether to hold the sense now, to be hungry soon."""
    if me.hunger >= MASKED or me.hunger < MASKED - WITHIN:
        return False
    dead = chasing.only(chasing.side == Side.DEAD)
    away = dead.pos - np.array(me.pos)
    near = int(((away * away).sum(axis=1) <= NEAR * NEAR).sum())
    return near >= (1 if me.hp < HURT else TOO_MANY)
