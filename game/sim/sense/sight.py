"""Sight from the target's side: one field of view a target, read by all that look.

Rules of this module:
- A target's masks are made anew only when it changes tile or the ground changes.
- ``Sights.straight`` is the same over tiles without walls or furniture: who has the bit may walk
  straight to the target.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import DEAD, Body
from game.sim.rays import Grid, field_of_view, window
from game.sim.resource_sight import BITS, Masks, Sights, bit
from game.sim.resources import NEIGHBOURS, Ground

FARTHEST = 20
"""Masks never reach farther than this, tile."""


@system
def see(world: World, sights: Sights, ground: Ground, tuning: Tuning) -> None:
    """Refresh the masks of whoever changed tile, or of all."""
    count = min(world.span(DEAD).start, BITS)
    pos = world.view(Body, slice(0, count)).pos
    tiles = (pos[:, 1].astype(np.int32) * ground.solid.shape[1] + pos[:, 0].astype(np.int32)).astype(np.int32)
    stale = sights.made is not sights.tiles or sights.version != ground.version
    if not stale and np.array_equal(tiles, sights.tiles):
        return
    if stale:
        sights.seen, sights.straight = (np.zeros(ground.solid.shape, np.uint64) for _ in range(2))
        sights.rough = rough(ground)
    old = np.empty(0, np.int32) if stale else sights.tiles
    _refresh(sights, ground, tuning, old, tiles)
    sights.tiles = sights.made = tiles
    sights.version = ground.version


def rough(ground: Ground) -> Grid:
    """Return the tiles that are solid, or that miss a link which no solid tile explains, ``(h, w)``."""
    high, wide = ground.solid.shape
    free = np.pad(~ground.solid, 1)
    links = np.zeros((high, wide), np.uint8)
    for bit_of, (dx, dy) in enumerate(NEIGHBOURS):
        way = free[1:-1, 1:-1].copy()
        for x, y in ((dx, dy), (dx, 0), (0, dy)):
            way &= free[1 + y : 1 + y + high, 1 + x : 1 + x + wide]
        links |= way.astype(np.uint8) << np.uint8(bit_of)
    return np.asarray(ground.solid | (links != ground.links))


def _refresh(
    sights: Sights, ground: Ground, tuning: Tuning, old: NDArray[np.int32], new: NDArray[np.int32]
) -> None:
    """Move the bits of all targets that are not where they were."""
    far = min(math.ceil(float(tuning.bestiary.see_lit.max())), FARTHEST)
    near = tuning.paths.straight_tiles
    for row in range(max(len(old), len(new))):
        before = int(old[row]) if row < len(old) else -1
        after = int(new[row]) if row < len(new) else -1
        if before != after:
            _move(sights.seen, ground.opaque, row, before, after, far)
            _move(sights.straight, sights.rough, row, before, after, near)


def _move(masks: Masks, grid: Grid, row: int, before: int, after: int, radius: int) -> None:
    """Take one target's bit from around its old tile and set it around the new; -1 is no tile."""
    wide = grid.shape[1]
    if before >= 0:
        there, _ = window(grid.shape, before % wide, before // wide, radius)
        masks[there] &= ~bit(row)
    if after >= 0:
        there, here = window(grid.shape, after % wide, after // wide, radius)
        seen = field_of_view(grid, after % wide, after // wide, radius)[here]
        masks[there] |= np.where(seen, bit(row), np.uint64(0))
