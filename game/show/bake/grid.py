"""Cells and pixels of a part of a level: cutting, growing, blurring, and neighbourhoods.

Rules of this module:
- A ``Window`` is a rectangle of tiles; arrays cut by it are [row, column] of those tiles, arrays grown
  from them have ``TILE_PX`` pixels a tile.
- What only depends on which neighbours of a tile are walls is a table of 256 small pictures, made once
  and spread over the window: no distance transform runs over millions of pixels.
- Everything is a function of the position on the map, so windows join without seams.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from game.data.tiles import TILE_PX
from game.ecs.column import Array

AROUND = ((0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1))
"""Neighbours (dx, dy), clockwise from north: the bits of a pattern."""
NORTH, EAST, SOUTH, WEST = 1, 4, 16, 64


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of tiles; it may reach over the edge of the map, whose last tiles then go on."""

    column: int
    row: int
    columns: int
    rows: int

    @property
    def size(self) -> tuple[int, int]:
        """Height and width in pixels, as a shape."""
        return self.rows * TILE_PX, self.columns * TILE_PX

    def cut(self, cells: Array) -> Array:
        """The cells ``[h, w]`` of a whole level inside this window."""
        rows = np.clip(np.arange(self.row, self.row + self.rows), 0, cells.shape[0] - 1)
        columns = np.clip(np.arange(self.column, self.column + self.columns), 0, cells.shape[1] - 1)
        return cells[np.ix_(rows, columns)]

    def tiled(self, texture: Array) -> Array:
        """A texture ``[n, m, ...]`` that repeats over the whole map, as seen through this window."""
        height, width = self.size
        rows = np.arange(self.row * TILE_PX, self.row * TILE_PX + height) % texture.shape[0]
        columns = np.arange(self.column * TILE_PX, self.column * TILE_PX + width) % texture.shape[1]
        return texture[np.ix_(rows, columns)]


def grow(cells: Array) -> Array:
    """Each cell as ``TILE_PX`` by ``TILE_PX`` pixels."""
    return cells.repeat(TILE_PX, axis=0).repeat(TILE_PX, axis=1)


def shift(mask: Array, right: int, down: int) -> Array:
    """The mask moved by whole pixels; what comes in from outside is false."""
    out = np.zeros_like(mask)
    height, width = mask.shape
    ys, yd = max(0, -down), max(0, down)
    xs, xd = max(0, -right), max(0, right)
    out[yd : height - ys, xd : width - xs] = mask[ys : height - yd, xs : width - xd]
    return out


def soft(cells: Array, sigma: float) -> Array:
    """Gaussian blur of ``grow(cells)``, float32, exact and cheap: it works on cells.

    Args:
        cells: ``[h, w]``, any number or truth.
        sigma: pixels.
    """
    reach = max(1, math.ceil(3 * sigma / TILE_PX))
    weights = _weights(sigma, reach)
    return _soften(_soften(cells.astype(np.float32), weights, reach).T, weights, reach).T


def _soften(rows: Array, weights: Array, reach: int) -> Array:
    """Blur along axis 0, which grows by ``TILE_PX``."""
    padded = np.pad(rows, ((reach, reach), (0, 0)), mode="edge")
    mixed = sliding_window_view(padded, 2 * reach + 1, axis=0) @ weights
    height, width, _ = mixed.shape
    out: Array = np.ascontiguousarray(mixed.transpose(0, 2, 1)).reshape(height * TILE_PX, width)
    return out


@cache
def _weights(sigma: float, reach: int) -> Array:
    """Share of each of ``2 * reach + 1`` tiles in each pixel of the middle one: ``[tiles, TILE_PX]``."""
    edges = np.array([[t * TILE_PX - p - 0.5 for p in range(TILE_PX)] for t in range(-reach, reach + 2)])
    below = np.array([[0.5 + 0.5 * math.erf(e / (sigma * math.sqrt(2))) for e in row] for row in edges])
    weights: Array = (below[1:] - below[:-1]).astype(np.float32)
    return weights


def pattern(cells: Array) -> Array:
    """Which of the eight neighbours of each cell are true, as uint8; beyond the edge as at the edge."""
    padded = np.pad(cells, 1, mode="edge")
    height, width = cells.shape
    out = np.zeros(cells.shape, np.uint8)
    for bit, (dx, dy) in enumerate(AROUND):
        out |= padded[1 + dy : 1 + dy + height, 1 + dx : 1 + dx + width].astype(np.uint8) << bit
    return out


def spread(table: Array, patterns: Array) -> Array:
    """A picture of ``[256, TILE_PX, TILE_PX]`` for each cell's pattern, laid side by side."""
    height, width = patterns.shape
    tiles = table[patterns].transpose(0, 2, 1, 3)
    out: Array = np.ascontiguousarray(tiles).reshape(height * TILE_PX, width * TILE_PX)
    return out


@cache
def nearest(*, present: bool, furthest: float) -> Array:
    """Distance in pixels from each pixel of a tile to its nearest (or nearest absent) neighbour tile.

    Returns:
        float32 ``[256, TILE_PX, TILE_PX]``, at most ``furthest``.
    """
    away = np.stack([_distance(dx, dy) for dx, dy in AROUND])
    bits = (np.arange(256)[:, None] >> np.arange(8)) & 1
    chosen = bits.astype(bool) == present
    far = np.where(chosen[:, :, None, None], away, np.float32(furthest))
    out: Array = np.minimum(far.min(axis=1), np.float32(furthest))
    return out


def _distance(dx: int, dy: int) -> Array:
    """Pixels from the centre of each pixel of a tile to the tile at (dx, dy)."""
    place = np.arange(TILE_PX, dtype=np.float32) + 0.5
    across = [np.zeros(TILE_PX, np.float32), TILE_PX - place, place]
    out: Array = np.hypot(across[dx][None, :], across[dy][:, None]).astype(np.float32)
    return out


@cache
def cast_shadow(length: int) -> Array:
    """Pixels of a tile that walls to the north and west throw their shadow on.

    The light stands in the north-west: a wall's shadow falls ``length`` px east and 0.7 of it south.

    Returns:
        bool ``[256, TILE_PX, TILE_PX]``.
    """
    tables = np.zeros((256, TILE_PX, TILE_PX), bool)
    codes = np.arange(256)
    y, x = np.mgrid[0:TILE_PX, 0:TILE_PX]
    for step in range(1, length + 1):
        column, row = (x - step) // TILE_PX, (y - int(step * 0.7)) // TILE_PX
        for bit, (dx, dy) in enumerate(AROUND):
            there = (column == dx) & (row == dy)
            tables |= ((codes >> bit) & 1).astype(bool)[:, None, None] & there
    return tables
