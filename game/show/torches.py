"""The beams that move, as the light needs them: torches that people carry, and searchlights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from game.data.lightmap import shines, swung
from game.show.fan import FURTHEST
from game.show.torch import HEAD, Torch
from game.sim.components import Actor, Body, Lamp, Sort

if TYPE_CHECKING:
    from collections.abc import Container

    from game.data.level import Level
    from game.data.things import Light
    from game.ecs.world import World

WARM, COOL = (2.35, 2.14, 1.70), (1.50, 1.78, 2.10)  # 1; light of the hero's torch and of the army's
VISIBLE = 1.4  # 1; a beam is seen further than it serves to see by


def torches(world: World) -> list[Torch]:
    """Every lamp that is carried and lit, from the hand of its holder."""
    rows = world.rows(Actor, Lamp)
    lamp, body = world.view(Lamp, rows), world.view(Body, rows)
    on = np.flatnonzero(lamp.is_on)
    way = body.heading[on]
    place = (body.pos[on] + way * np.float32(HEAD)).tolist()
    angle = np.arctan2(way[:, 1], way[:, 0]).tolist()
    reach = np.minimum(np.rint(lamp.reach[on] * (2 * VISIBLE)) / 2, FURTHEST).tolist()
    half = np.arccos(np.clip(lamp.spread[on], -1, 1)).round(3).tolist()
    is_army = (world.view(Actor, rows).sort[on] == Sort.SOLDIER).tolist()
    return [
        Torch(x, y, a, r, h, COOL if army else WARM)
        for (x, y), a, r, h, army in zip(place, angle, reach, half, is_army, strict=True)
    ]


def searchlights(level: Level, running: Container[str], time_s: float) -> list[Torch]:
    """Every lamp whose beam sweeps and shines while these circuits run, as it points at a time."""
    return [_searchlight(lamp, time_s) for lamp in level.lights if lamp.sweep and shines(lamp, running)]


def _searchlight(lamp: Light, time_s: float) -> Torch:
    angle = math.radians(lamp.angle + swung(lamp, time_s))
    red, green, blue = (part / 255 * lamp.strength for part in lamp.colour)
    reach = min(lamp.radius, FURTHEST)
    return Torch(*lamp.area.at, angle, reach, math.radians(lamp.cone / 2), (red, green, blue))
