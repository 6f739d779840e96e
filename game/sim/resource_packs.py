"""Rings the dead draw round whom they hunt: what survives from tick to tick.

Rules of this module:
- A ring is drawn round a place, the one where its foe is believed to be. Around it lie 16 sectors, each
  with one slot, and for each slot a field of ways over a window of tiles.
- Fields are worked on over several ticks and led by only once they are whole: they are state, not cache.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.sim.components import NEVER

SECTORS = 16
REACH = 12
"""How far the fields of a ring lead, tile."""
SIDE = 2 * REACH + 3
"""Of their window, tile, with a border nobody crosses."""
CELLS = SIDE * SIDE
MARGIN = SIDE + 1
"""Cells before and after the fields, so that every cell has eight neighbours."""
FAR = 16000
"""Cost of a cell no way leads from, and of a step nobody can take: two of them fit 16 bits."""
Costs = NDArray[np.int16]


@dataclass
class Slots:
    """The slots round a place, and the ways there.

    Attributes:
        tile: flat tile of the place.
        version: of the ground it was made for.
        aim: sector the foe faced, -1 unknown.
        stage: how far the work has come, a number of ``slots.Stage``.
        toll: ``(8, CELLS)`` cost of the step from a cell to each neighbour, in tenths of a tile.
        walk: ``(2 * MARGIN + CELLS,)`` tenths of a tile on foot from the place, while slots are chosen.
        cell: ``(SECTORS,)`` window cell of each slot, -1 where a sector has none.
        layer: ``(SECTORS,)`` which field leads to it, -1 where there is none.
        cost: ``(2 * MARGIN + fields * CELLS,)`` cost of the way from every cell to the field's slot.
    """

    tile: int
    version: int
    aim: int
    stage: int = 0
    toll: Costs = field(default_factory=lambda: np.empty((8, 0), np.int16))
    walk: Costs = field(default_factory=lambda: np.empty(0, np.int16))
    cell: NDArray[np.int32] = field(default_factory=lambda: np.full(SECTORS, -1, np.int32))
    layer: NDArray[np.int32] = field(default_factory=lambda: np.full(SECTORS, -1, np.int32))
    cost: Costs = field(default_factory=lambda: np.empty(0, np.int16))


@dataclass
class Ring:
    """Who is hunted by many, and what they know.

    Attributes:
        foe: id.
        spot: where the foe was last seen or heard by one of them, tile; ``spot_at`` when.
        told: the same as it was half a second ago: what has gone from mouth to mouth; ``told_at`` when.
        vel: the foe's velocity when last seen, tile/s; ``vel_at`` when.
        aim: sector the foe faces while one of them sees it, else -1.
        is_open: whether one of them sees its hands empty: it reloads.
        due: tick of the next look at it all; ``assign_at`` that of the next sharing out of slots;
            ``drawn_at`` that at which slots were last looked for.
        began: tick the first slot was given, -1 while none is.
        anchor: the sector that is held in any case, -1 while no slot is given.
        first_in: tick the first of them stood in its slot, -1 while none does.
        rush_until: tick; until then nobody holds a slot.
        slots: what they are led by, or None.
        coming: what is worked on, or None.
    """

    foe: int
    due: int
    spot: tuple[float, float] = (0.0, 0.0)
    spot_at: int = NEVER
    told: tuple[float, float] = (0.0, 0.0)
    told_at: int = NEVER
    vel: tuple[float, float] = (0.0, 0.0)
    vel_at: int = NEVER
    aim: int = -1
    is_open: bool = False
    assign_at: int = 0
    drawn_at: int = NEVER
    began: int = -1
    anchor: int = -1
    first_in: int = -1
    rush_until: int = -1
    slots: Slots | None = None
    coming: Slots | None = None


@dataclass
class Packs:
    """All rings, in the order they were begun."""

    rings: list[Ring] = field(default_factory=list)
