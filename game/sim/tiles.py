"""Which tiles places lie on, and what a grid of the map holds there."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.sim.components import Vec


def flat_tiles(pos: Vec, width: int) -> NDArray[np.intp]:
    """Return the flat tiles of places ``(k, 2)`` on a map of ``width`` tiles a row, ``(k,)``."""
    return np.asarray(pos[:, 1].astype(np.intp) * width + pos[:, 0].astype(np.intp))


def under(grid: NDArray[Any], pos: Vec) -> NDArray[Any]:
    """Return what a grid ``(h, w)`` holds on the tiles of places ``(k, 2)`` on the map, ``(k,)``."""
    return grid.reshape(-1).take(flat_tiles(pos, grid.shape[1]), mode="clip")
