"""Ways that many share: a small pool of distance fields, one a goal.

Rules of this module:
- A field is asked for by the tile of its goal and led by only once it is complete. Goals within
  ``paths.near_tiles`` of one another, walking, share a field; the last steps are walked straight.
- The pool is state, not cache: fields are worked on over several ticks and outlive a door's change until
  they are made anew, so they are no function of the moment.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar, Self

import numpy as np
from numpy.typing import NDArray

from game.sim.waves import Tiles, Wave, distinct

SLOTS = 24
"""Goals led to at once."""
FAR = np.uint16(65535)
"""Distance of a tile a field does not lead from."""
NO_FIELD = -1
BATCH = 4
"""Goals worked on at once."""
PATIENCE = 12
"""Ticks after which a goal nobody asked for again is not worked on."""


@dataclass
class Fields:
    """The pool.

    Attributes:
        distance: ``(SLOTS, h * w)`` cost of the way to each slot's goal.
        goal: ``(SLOTS,)`` flat tile, -1 for an empty slot.
        used: ``(SLOTS,)`` tick somebody was last led by it.
        version: ``(SLOTS,)`` of the ground it was made for.
        slot_of: ``(h * w,)`` the slot that leads to a tile or near it, or ``NO_FIELD``.
        asked: goal -> tick it was last asked for, in the order first asked.
        wave: the search under way, a map for each of its goals ``targets (k,)``, or None;
            ``wave_version`` its ground.
        links, cost: ``(h * w,)`` what is walked, shut doors included: a cache, made for the ground's
            ``links_version`` while ``goal`` was the array ``links_of``, which a restore replaces.
        sheets: links and cost, ``BATCH`` times end to end, for a wave over that many maps.
    """

    derived: ClassVar[frozenset[str]] = frozenset({"links", "cost", "sheets", "links_version", "links_of"})
    width: int
    distance: NDArray[np.uint16]
    goal: NDArray[np.int32]
    used: NDArray[np.int32]
    version: NDArray[np.int32]
    slot_of: NDArray[np.int16]
    asked: dict[int, int] = field(default_factory=dict)
    wave: Wave | None = None
    targets: list[int] = field(default_factory=list)
    wave_version: int = -1
    links: NDArray[np.uint8] = field(default_factory=lambda: np.empty(0, np.uint8))
    cost: NDArray[np.int32] = field(default_factory=lambda: np.empty(0, np.int32))
    sheets: tuple[NDArray[np.uint8], NDArray[np.int32]] | None = None
    links_version: int = -1
    links_of: NDArray[np.int32] | None = None

    @classmethod
    def of(cls, height: int, width: int) -> Self:
        """Make an empty pool for a map of this size."""
        size = height * width
        return cls(
            width,
            np.full((SLOTS, size), FAR, np.uint16),
            np.full(SLOTS, NO_FIELD, np.int32),
            np.full(SLOTS, NO_FIELD, np.int32),
            np.full(SLOTS, NO_FIELD, np.int32),
            np.full(size, NO_FIELD, np.int16),
        )

    def ask(self, tiles: Tiles, tick: int) -> None:
        """Say that fields to these goals are wanted now."""
        for tile in distinct(tiles).tolist():
            self.asked[tile] = tick
