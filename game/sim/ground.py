"""The ground as it is now: the level plus its shut doors.

Rules
  1. A body is a point. What it cannot enter is grown by a quarter tile instead: ``Ground.blocked`` is
     the configuration space (Lozano-Perez 1983) in quarter-tile cells; beyond the map all is blocked.
  2. ``links`` bit k says that the square of the four cells around a tile's centre can be carried
     straight to the neighbour ``NEIGHBOURS[k]``. So whoever steers from centre to centre never sticks,
     not even a few hundredths off; and a link has its way back. No link leads over nothing or a ledge.
  3. ``mend`` builds any window from the level and the doors; building all of it is mending all of it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.level import QUARTERS, Level
from game.data.sections import Loudness
from game.sim.components import Flag, Vec
from game.sim.edges import cut_links
from game.sim.resources import NEIGHBOURS, Ground

Grid = NDArray[np.bool_]
Box = tuple[int, int, int, int]
"""Tiles x0, y0, x1, y1, the ends not included."""
GROWTH = 1  # cells; what blocks is grown by so much on every side
REACH_OF_A_CHANGE = 1  # tile; what is shut grows a cell into the next tile, and links end at its centre


def lay_ground(level: Level, closed: Grid, loudness: Loudness) -> Ground:
    """Build the ground of a level whose tiles ``closed (h, w)`` are under shut doors."""
    shape = level.height, level.width
    ground = Ground(
        blocked=np.ones((shape[0] * QUARTERS, shape[1] * QUARTERS), np.bool_),
        solid=np.zeros(shape, np.bool_),
        opaque=np.zeros(shape, np.bool_),
        shield=np.zeros(shape, np.bool_),
        muffle=np.ones(shape, np.float32),
        links=np.zeros(shape, np.uint8),
    )
    mend(ground, level, closed, loudness, (0, 0, level.width, level.height))
    ground.version = 0
    return ground


def mend(ground: Ground, level: Level, closed: Grid, loudness: Loudness, box: Box) -> None:
    """Make the ground true again in and around ``box``, in place."""
    x0, y0, x1, y1 = _wider(box, level)
    tiles = slice(y0, y1), slice(x0, x1)
    shut = closed[tiles]
    cell_box = _in_cells((x0, y0, x1, y1))
    cells = slice(cell_box[1], cell_box[3]), slice(cell_box[0], cell_box[2])
    ground.blocked[cells] = _blocked(level, closed, (x0, y0, x1, y1))
    ground.solid[tiles] = level.solid[tiles] | shut
    ground.opaque[tiles] = level.opaque[tiles] | shut
    ground.shield[tiles] = level.shield[tiles] | shut
    muffle = np.where(level.shield[tiles], loudness.wall_mult, 1.0)
    ground.muffle[tiles] = np.where(shut, np.minimum(muffle, loudness.closed_door_mult), muffle)
    free = _cut(~ground.blocked, cell_box, QUARTERS, fill=False)
    over = _cut(level.void, (x0, y0, x1, y1), 1, fill=False)
    ground.links[tiles] = _links(free & ~over.repeat(QUARTERS, axis=0).repeat(QUARTERS, axis=1))
    ground.links[tiles] &= ~cut_links(level)[tiles]
    ground.version += 1


def is_blocked(ground: Ground, pos: Vec) -> Flag:
    """Return whether nobody's centre may be at these places ``(k, 2)``, as ``(k,)``."""
    height, width = ground.blocked.shape
    cell = np.floor(pos * np.float32(QUARTERS)).astype(np.intp)
    x, y = cell[:, 0], cell[:, 1]
    inside = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    flat = ground.blocked.reshape(-1)
    found: Flag = flat.take(np.where(inside, y * width + x, 0)) | ~inside
    return found


def can_stand(ground: Ground, spots: Vec) -> Flag:
    """Return on the tiles of which of these places ``(k, 2)`` somebody can stand and walk on, ``(k,)``."""
    height, width = ground.links.shape
    x, y = np.floor(spots).astype(np.intp).T
    inside = (x >= 0) & (y >= 0) & (x < width) & (y < height)
    links = ground.links.reshape(-1).take(np.where(inside, y * width + x, 0))
    return np.asarray((links != 0) & inside)


def _wider(box: Box, level: Level) -> Box:
    x0, y0, x1, y1 = box
    more = REACH_OF_A_CHANGE
    return max(x0 - more, 0), max(y0 - more, 0), min(x1 + more, level.width), min(y1 + more, level.height)


def _in_cells(box: Box) -> Box:
    x0, y0, x1, y1 = box
    return QUARTERS * x0, QUARTERS * y0, QUARTERS * x1, QUARTERS * y1


def _blocked(level: Level, closed: Grid, box: Box) -> Grid:
    """Return the blocked cells of a window: what is covered, grown by a cell."""
    doors = _cut(closed, box, GROWTH, fill=False).repeat(QUARTERS, axis=0).repeat(QUARTERS, axis=1)
    margin = (QUARTERS - 1) * GROWTH
    doors = doors[margin:-margin, margin:-margin]
    covered = _cut(level.footprint, _in_cells(box), GROWTH, fill=True) | doors
    tall = covered[:-2] | covered[1:-1] | covered[2:]
    return np.asarray(tall[:, :-2] | tall[:, 1:-1] | tall[:, 2:])


def _cut(grid: Grid, box: Box, margin: int, *, fill: bool) -> Grid:
    """Return a window with a margin, all in cells of ``grid``; ``fill`` stands for what lies beyond it."""
    x0, y0, x1, y1 = box
    height, width = grid.shape
    out = np.full((y1 - y0 + 2 * margin, x1 - x0 + 2 * margin), fill, np.bool_)
    top, left = max(y0 - margin, 0), max(x0 - margin, 0)
    bottom, right = min(y1 + margin, height), min(x1 + margin, width)
    dy, dx = top - (y0 - margin), left - (x0 - margin)
    out[dy : dy + bottom - top, dx : dx + right - left] = grid[top:bottom, left:right]
    return out


def _links(free: Grid) -> NDArray[np.uint8]:
    """Return the link bits of a window given its free cells with one tile of margin."""
    square = free[:-1, :-1] & free[:-1, 1:] & free[1:, :-1] & free[1:, 1:]
    height, width = free.shape[0] // QUARTERS - 2, free.shape[1] // QUARTERS - 2
    bits = np.zeros((height, width), np.uint8)
    for bit, (dx, dy) in enumerate(NEIGHBOURS):
        can = np.ones((height, width), np.bool_)
        for step in range(QUARTERS + 1):
            y, x = QUARTERS + 1 + step * dy, QUARTERS + 1 + step * dx
            can &= square[y : y + QUARTERS * height : QUARTERS, x : x + QUARTERS * width : QUARTERS]
        bits |= can.astype(np.uint8) << np.uint8(bit)
    return bits
