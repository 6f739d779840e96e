"""What a pair of eyes can see on the map as it is now.

Rules of this module: it is the same sight the dead have (``game.sim.rays``, ``game.sim.trace``), so it is
symmetric; only the cone is the player's own. Arrays are ``[row, column]``, places ``(x, y)`` in tiles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.sim.rays import field_of_view, window

if TYPE_CHECKING:
    from game.data.tuning import Tuning

Places = NDArray[Any]
Grid = NDArray[np.bool_]


@dataclass(frozen=True)
class Gaze:
    """How far and how wide one sees.

    Attributes:
        far: tiles, inside the cone.
        near: tiles, all round.
        cosine: of half the cone's angle.
    """

    far: float
    near: float
    cosine: float

    @classmethod
    def of(cls, tuning: Tuning) -> Gaze:
        """The gaze of a player."""
        player = tuning.player
        return cls(player.fov_tiles, player.near_tiles, player.fov_cos)

    def covers(self, eye: Places, heading: Places, places: Places) -> Grid:
        """Which of ``places (n, 2)`` lie in the cone or near, walls or no walls, as ``(n,)``."""
        way = places - eye
        far = np.sqrt((way * way).sum(axis=1))
        ahead = (way * heading).sum(axis=1) >= self.cosine * far
        covered: Grid = (far <= self.near) | (ahead & (far <= self.far))
        return covered


def seen_tiles(opaque: Grid, eye: Places, heading: Places, gaze: Gaze) -> Grid:
    """Return which tiles are seen, ``[h, w]``, the walls that stop the eye included."""
    x, y, reach = int(eye[0]), int(eye[1]), int(gaze.far)
    there, here = window(opaque.shape, x, y, reach)
    rows, cols = np.nonzero(field_of_view(opaque, x, y, reach)[here])
    rows, cols = rows + there[0].start, cols + there[1].start
    covered = gaze.covers(eye, heading, np.stack([cols + 0.5, rows + 0.5], axis=1))
    seen = np.zeros(opaque.shape, np.bool_)
    seen[rows[covered], cols[covered]] = True
    return seen
