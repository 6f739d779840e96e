"""What people leave behind where they go, and who follows it.

Rules of this module:
- The map is in squares of ``CELL`` tiles. Each remembers who was there last, that is, when and where exactly;
  it is a scent until its time is over. So a scent fades without anybody's work.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from game.sim.components import NO_TICK, Vec

CELL = 2
"""Width of a square, tile."""


@dataclass
class Trails:
    """All scents.

    Attributes:
        width: squares along a row.
        laid: ``(m,)`` tick of the last scent in each square, ``NO_TICK`` for none.
        until: ``(m,)`` tick it is gone.
        spot: ``(m, 2)`` where it was laid, tile.
        trackers: ``(k,)`` ids of those who follow one, ascending.
    """

    width: int
    laid: NDArray[np.int32]
    until: NDArray[np.int32]
    spot: Vec
    trackers: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))

    @classmethod
    def of(cls, height: int, width: int) -> Self:
        """Make a map of so many tiles without any, with a margin of one square."""
        wide, high = -(-width // CELL) + 2, -(-height // CELL) + 2
        return cls(
            wide,
            np.full(high * wide, NO_TICK, np.int32),
            np.zeros(high * wide, np.int32),
            np.zeros((high * wide, 2), np.float32),
        )

    def squares(self, pos: Vec) -> NDArray[np.intp]:
        """Return the squares of places ``(k, 2)``, ``(k,)``."""
        x, y = (pos / np.float32(CELL)).astype(np.intp).T
        return np.asarray((y + 1) * self.width + x + 1)
