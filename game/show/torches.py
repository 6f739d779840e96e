"""The torches that people carry, as the light needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.show.torch import HEAD, Torch
from game.sim.components import Actor, Body, Lamp, Sort

if TYPE_CHECKING:
    from game.ecs.world import World

WARM, COOL = (2.35, 2.14, 1.70), (1.50, 1.78, 2.10)  # 1; light of the hero's torch and of the army's
VISIBLE = 1.4  # 1; a beam is seen further than it serves to see by


def torches(world: World) -> list[Torch]:
    """Every lamp that is carried and lit, from the hand of its holder."""
    rows = world.rows(Actor, Lamp)
    lamp, body, sort = world.view(Lamp, rows), world.view(Body, rows), world.view(Actor, rows).sort
    found = []
    for i in np.flatnonzero(lamp.is_on).tolist():
        way, half = body.heading[i], float(np.arccos(np.clip(lamp.spread[i], -1, 1)))
        x, y = (body.pos[i] + way * np.float32(HEAD)).tolist()
        colour = COOL if sort[i] == Sort.SOLDIER else WARM
        reach = round(float(lamp.reach[i]) * VISIBLE * 2) / 2
        found.append(Torch(x, y, float(np.arctan2(way[1], way[0])), reach, round(half, 3), colour))
    return found
