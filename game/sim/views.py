"""Which tiles one sees from a tile, kept for the next who stands there.

Rules of this module:
- A view is ``rays.field_of_view`` of the tile, as bits in the order of ``OFFSETS``: made when first asked
  for, all that are asked for at once together. Beyond the map nothing lies: do not ask what is seen there.
- Views are a cache, a pure function of the ground: they are forgotten when it changes or is put back.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from game.sim.rays import Grid, Tiles, fan
from game.sim.resources import Ground

RADIUS = 10
"""Views reach so far, tile: as the sharpest eyes among the dead."""
SIDE = 2 * RADIUS + 1
LINES = fan(RADIUS)
OFFSETS = np.stack([LINES.ends % SIDE - RADIUS, LINES.ends // SIDE - RADIUS])
"""``(2, n)`` the tiles of a view from its middle: columns right, rows down."""
AWAY = np.sqrt((OFFSETS * OFFSETS).sum(axis=0)).astype(np.float32)
"""``(n,)`` how far off they are, tile."""
Rays = NDArray[np.bool_]


@dataclass
class Views:
    """The views made so far; all of it is cache.

    Attributes:
        bits: ``(h * w, n / 8)`` a bit for each of ``OFFSETS``.
        known: ``(h * w,)`` whether they are made.
        opaque: ``(h + 2 r + 1, w + 2 r + 1)`` what they were made of, with a margin nobody sees through.
        pairs: the two tiles of each pair that cuts a line, counted from the view's corner in ``opaque``.
        made_of, version: the ground's own grid, and its version.
    """

    derived: ClassVar[frozenset[str]] = frozenset({"bits", "known", "opaque", "pairs", "made_of", "version"})
    bits: NDArray[np.uint8] = field(default_factory=lambda: np.empty((0, 0), np.uint8))
    known: NDArray[np.bool_] = field(default_factory=lambda: np.empty(0, np.bool_))
    opaque: NDArray[np.bool_] = field(default_factory=lambda: np.empty((0, 0), np.bool_))
    pairs: tuple[Tiles, Tiles] = field(default_factory=lambda: (np.empty(0, np.intp), np.empty(0, np.intp)))
    made_of: Grid | None = None
    version: int = -1

    def of(self, ground: Ground, tiles: Tiles) -> Rays:
        """Return which of ``OFFSETS`` are seen from each of some flat tiles, ``(k, n)``."""
        if self.made_of is not ground.opaque or self.version != ground.version:
            self._forget(ground)
        new = tiles[~self.known[tiles]]
        if len(new):
            new = np.unique(new)
            self.bits[new] = np.packbits(self._look(new, ground.opaque.shape[1]), axis=1)
            self.known[new] = True
        seen = np.unpackbits(self.bits[tiles], axis=1, count=len(AWAY))
        return seen.view(np.bool_)

    def _look(self, tiles: Tiles, wide: int) -> Rays:
        """Return what is seen from each of some flat tiles, ``(k, n)``."""
        start = tiles // wide * self.opaque.shape[1] + tiles % wide
        one, other = self.pairs
        flat = self.opaque.reshape(-1)
        cut = flat.take(start[:, None] + one)
        cut &= flat.take(start[:, None] + other)
        cut[:, LINES.starts] = False  # a line begins with a pair that stands for no tile
        return ~np.logical_or.reduceat(cut, LINES.starts, axis=1)

    def _forget(self, ground: Ground) -> None:
        """Begin anew with this ground."""
        self.made_of, self.version = ground.opaque, ground.version
        self.opaque = np.pad(ground.opaque, (RADIUS, RADIUS + 1), constant_values=True)
        self.bits = np.zeros((ground.opaque.size, (len(AWAY) + 7) // 8), np.uint8)
        self.known = np.zeros(ground.opaque.size, np.bool_)
        stride = self.opaque.shape[1]
        one, other = (part // SIDE * stride + part % SIDE for part in (LINES.one, LINES.other))
        self.pairs = one, other
