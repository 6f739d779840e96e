"""Who is in whose sight, tile by tile, shared by all that look.

Rules of this module:
- Everybody who can be a target and is not one of the dead has a bit, by row: the first 64 rows. Sight is
  symmetric, so the same bit says who sees a tile and who is seen from it.
- The masks are caches: a pure function of where those tiles are and of the ground. After a restore
  ``made`` is no longer ``tiles`` itself, and everything is made anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

BITS = 64
Masks = NDArray[np.uint64]


@dataclass
class Sights:
    """Fields of view of all targets, a bit each.

    Attributes:
        tiles: ``(k,)`` flat tile each target stood on when its masks were made.
        version: of the ground they were made for.
        seen: ``(h, w)`` bit t: tile and target t see each other.
        straight: ``(h, w)`` bit t: from the tile one can walk straight to target t.
        rough: ``(h, w)`` tiles over which nobody walks straight: solid, or with furniture on or beside them.
        made: the very array ``tiles`` was when the masks were made.
    """

    derived: ClassVar[frozenset[str]] = frozenset({"seen", "straight", "rough", "made"})
    seen: Masks
    straight: Masks
    rough: NDArray[np.bool_]
    tiles: NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    version: int = -1
    made: NDArray[np.int32] | None = None

    @classmethod
    def of(cls, height: int, width: int) -> Self:
        """Make an empty one for a map of this size."""
        none, never = (np.zeros((height, width), np.uint64) for _ in range(2))
        return cls(none, never, np.zeros((height, width), np.bool_))


def bit(row: int) -> np.uint64:
    """Return the mask of the target in a row below ``BITS``."""
    return np.uint64(1 << row)


def bits(marked: NDArray[np.bool_]) -> Masks:
    """Return the masks of all targets marked in ``(..., k)``, ``(...)``; those after ``BITS`` have none."""
    some = marked[..., :BITS]
    row = np.zeros((*some.shape[:-1], BITS), np.bool_)
    row[..., : some.shape[-1]] = some
    return np.packbits(row, axis=-1, bitorder="little").view("<u8")[..., 0]
