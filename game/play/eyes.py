"""What a pair of eyes can see on the map as it is now.

Rules of this module: it is the same sight the dead have (``game.sim.rays``), so it is symmetric; only
the cone is the player's own. Arrays are ``[row, column]``, places ``(x, y)`` in tiles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.sim.rays import field_of_view, window

if TYPE_CHECKING:
    from game.data.tuning import Tuning
    from game.sim.resources import Ground

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
    def of(cls, tuning: Tuning, times: float = 1.0) -> Gaze:
        """The gaze of a player who sees so many times as far as others."""
        player = tuning.player
        return cls(player.fov_tiles * times, player.near_tiles, player.fov_cos)

    def covers(self, eye: Places, heading: Places, places: Places) -> Grid:
        """Which of ``places (n, 2)`` lie in the cone or near, walls or no walls, as ``(n,)``."""
        way = places - eye
        far = np.sqrt((way * way).sum(axis=1))
        ahead = (way * heading).sum(axis=1) >= self.cosine * far
        covered: Grid = (far <= self.near) | (ahead & (far <= self.far))
        return covered


class Sight:
    """The tiles that can be seen from where one stands, all round; found anew when that changes."""

    def __init__(self) -> None:
        self._of: tuple[int, int, int, int] = (-1, -1, -1, -1)
        self._opaque: Grid | None = None  # a world put back has another, perhaps of the same version
        self._tiles: Grid = np.zeros((0, 0), np.bool_)

    def tiles(self, ground: Ground, eye: tuple[float, float], reach: float) -> Grid:
        """Which tiles ``reach`` or nearer are in line of sight ``[h, w]``, walls they end at included."""
        here = int(eye[0]), int(eye[1]), int(reach), ground.version
        if here != self._of or self._opaque is not ground.opaque:
            self._of, self._opaque = here, ground.opaque
            x, y, far, _ = here
            there, part = window(ground.opaque.shape, x, y, far)
            self._tiles = np.zeros(ground.opaque.shape, np.bool_)
            self._tiles[there] = field_of_view(ground.opaque, x, y, far)[part]
        return self._tiles


def tiles_covered(tiles: Grid, eye: Places, heading: Places, gaze: Gaze) -> Grid:
    """Return those of the tiles in line of sight ``[h, w]`` that lie in the cone or near."""
    rows, cols = np.nonzero(tiles)
    covered = gaze.covers(eye, heading, np.stack([cols + 0.5, rows + 0.5], axis=1))
    seen = np.zeros_like(tiles)
    seen[rows[covered], cols[covered]] = True
    return seen
