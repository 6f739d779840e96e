"""Bullets and bottles under way: tracers that shine, and a bottle that tumbles."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import TILE_PX
from game.show.actors import direction_of
from game.show.fx import effect
from game.show.layers import clear, plain
from game.sim.components import Body, Flight, Weapon
from game.sim.resources import TICKS_PER_SECOND, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.ecs.world import World
    from game.show.light import Lighting

SEEN = 0.12
LENGTH = 13  # px; of a tracer
COLOUR = (255, 224, 140)
ARC = 22.0  # px; how high a bottle flies


def shot_blits(
    world: World, camera: tuple[int, int], alpha: float, light: Lighting, *, glowing: bool
) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
    """Tracers (glowing) or bottles (not) in sight."""
    rows = world.rows(Flight)
    body, flight = world.view(Body, rows), world.view(Flight, rows)
    pos = body.was + (body.pos - body.was) * np.float32(alpha)
    is_bottle = flight.weapon == Weapon.BOTTLE
    mine = (is_bottle != glowing) & (light.seen(pos[:, 0], pos[:, 1]) > SEEN)
    directions = direction_of(body.vel)
    tick = world.resource(Clock).tick
    for i in np.flatnonzero(mine).tolist():
        x, y = int(pos[i, 0] * TILE_PX) - camera[0], int(pos[i, 1] * TILE_PX) - camera[1]
        if glowing:
            art = _tracer(int(directions[i]))
            yield art, (x - art.get_width() // 2, y - art.get_height() // 2 - 6)
        else:
            bottle = effect("bottle")
            left = max(int(flight.until[i]) - tick, 0) / TICKS_PER_SECOND
            up = ARC * min(left, 0.5) * 2 * (1 - min(left, 0.5))
            frame = bottle.frames[tick // 4 % len(bottle.frames)]
            yield frame, (x - bottle.centre[0], y - bottle.centre[1] - int(up))


@cache
def _tracer(direction: int) -> pygame.Surface:
    bar = clear((LENGTH, 1))
    for x in range(LENGTH):
        share = (x + 1) / LENGTH
        bar.set_at((x, 0), tuple(int(v * share) for v in COLOUR))
    bar = pygame.transform.rotate(bar, -direction * 22.5)
    art = plain(bar.get_size())
    art.blit(bar, (0, 0))
    return art
