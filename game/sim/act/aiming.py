"""Aim assist: a player's shot bends to the foe it nearly points at.

Rules
  1. Only players who asked for it are helped, and only as far as ``assist.aim_cos`` allows.
  2. It never helps against somebody behind a wall, or somebody who is no foe.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.sim.components import Actor, Body, Health, Sort, Vec
from game.sim.maths import TINY, dot, length
from game.sim.resources import Ground
from game.sim.sides import FOES
from game.sim.trace import is_clear


def bent(
    aim: Vec,
    who: NDArray[np.intp],
    bodies: tuple[Body, Actor, Health],
    targets: tuple[Body, Actor, Health],
    ground: Ground,
    least_cos: float,
) -> Vec:
    """Return the aims ``(k, 2)`` of shooters ``who (k,)``, those of players bent to a foe in sight.

    Args:
        aim: unit vectors.
        who: rows of ``bodies``.
        bodies: those who may shoot.
        targets: all who live.
        ground: what hides them.
        least_cos: cosine of the widest angle a shot is bent by.
    """
    body, actor, _ = bodies
    there, theirs, health = targets
    out = aim.copy()
    for index in np.flatnonzero(actor.sort[who] >= Sort.NAMRA).tolist():
        row = who[index]
        gap = there.pos - body.pos[row]
        far = length(gap)
        foes = FOES[actor.side[row], theirs.side] & (health.hp > 0) & (far > TINY)
        cosine = np.where(foes, dot(gap, aim[index : index + 1]) / np.maximum(far, TINY), -1)
        near = np.flatnonzero(cosine >= least_cos)
        near = near[is_clear(ground.shield, np.broadcast_to(body.pos[row], (len(near), 2)), there.pos[near])]
        if len(near):
            best = near[cosine[near].argmax()]
            out[index] = gap[best] / far[best]
    return out
