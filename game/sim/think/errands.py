"""Going for whom a leader pointed at: by what is seen, not by what is so.

Rules of this module:
- A quarry is followed as long as the one sent or its leader sees it; ``Given.goal`` is where it was last
  seen. Who comes there and sees nobody, or runs out of time, follows again.
"""

from __future__ import annotations

import numpy as np

from game.ecs.world import World
from game.sim.components import Order, Vec
from game.sim.maths import length
from game.sim.resource_orders import Given
from game.sim.resources import Ground
from game.sim.trace import is_clear

NO_ROW = -1
THERE = np.float32(0.9)
"""So near where it was last seen, one sees that it is gone, tile."""
EYES = np.float32(14.0)
"""Farther off nobody keeps sight of a quarry, tile."""


def quarry(given: Given, world: World, ground: Ground, eyes: Vec, tick: int) -> int:
    """Return the row of whom one is to strike, if it is in sight, else ``NO_ROW``.

    The order ends when there is nobody to strike any more.

    Args:
        given: the order; a ``STRIKE``.
        world: who is where.
        ground: what hides them.
        eyes: ``(2, 2)`` where the one sent stands, and its leader.
        tick: now.
    """
    foe, lives = world.resolve(np.array([given.foe]))
    if not lives[0] or tick >= given.until:
        given.order = Order.FOLLOW
        return NO_ROW
    there = world.table["Body.pos"][foe]
    ends = np.broadcast_to(there, eyes.shape)
    sees = is_clear(ground.opaque, eyes, ends) & (length(ends - eyes) <= EYES)
    if sees.any():
        x, y = there[0].tolist()
        given.goal = (x, y)
        return int(foe[0])
    if length(np.array([given.goal], np.float32) - eyes[:1])[0] <= THERE:
        given.order = Order.FOLLOW
    return NO_ROW
