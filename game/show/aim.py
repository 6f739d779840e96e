"""Aim assist: the aim of a gun bends to the foe in sight that lies nearest to it, by a few degrees at most.

It changes what the hands ask for, before the simulation hears of it: a recording holds the bent aim.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from game.show.readout import GUNS, hero_place
from game.sim.components import Actor, Arms, Body, Health, Pilot, Weapon
from game.sim.sides import FOES

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.ecs.column import Array
    from game.ecs.world import World

REACH = 14.0
"""Farther foes draw no aim, tile."""
SEEN = 0.12
Way = tuple[float, float]


def assisted(aim: Way, world: World, degrees: float, sight: Callable[[Array, Array], Array]) -> Way:
    """Return the aim, bent.

    Args:
        aim: from the hero to the point aimed at, tiles; (0, 0) keeps the last one.
        world: who is where.
        degrees: how far it bends at most.
        sight: how well places (x, y in tiles) are seen, 0..1.
    """
    if not degrees or not any(aim) or not _holds_gun(world):
        return aim
    ways = _foes(world, sight)
    if not len(ways):
        return aim
    heading = math.atan2(aim[1], aim[0])
    off = np.arctan2(ways[:, 1], ways[:, 0]) - heading
    off = (off + np.pi) % (2 * np.pi) - np.pi
    nearest = float(off[np.argmin(np.abs(off))])
    if abs(nearest) > math.radians(degrees):
        return aim
    far = math.hypot(*aim)
    return far * math.cos(heading + nearest), far * math.sin(heading + nearest)


def _holds_gun(world: World) -> bool:
    return Weapon(int(world.view(Arms, world.rows(Pilot)).weapon[0])) in GUNS


def _foes(world: World, sight: Callable[[Array, Array], Array]) -> Array:
    """Return the ways to every living foe in reach and sight, ``(n, 2)``."""
    rows = world.rows(Actor)
    actor, health, body = world.view(Actor, rows), world.view(Health, rows), world.view(Body, rows)
    mine = int(world.view(Actor, world.rows(Pilot)).side[0])
    ways = body.pos - np.asarray(hero_place(world))
    far = np.hypot(ways[:, 0], ways[:, 1])
    wanted: Array = FOES[mine, actor.side] & (health.hp > 0) & (far < REACH) & (far > 0)
    wanted &= sight(body.pos[:, 0], body.pos[:, 1]) > SEEN
    found: Array = ways[wanted]
    return found
