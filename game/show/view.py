"""Whose eyes the picture is seen through, and where it lies on the map."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import TILE_PX
from game.ecs.world import Entity
from game.sim.components import Pilot

if TYPE_CHECKING:
    from game.ecs.world import World


@dataclass(frozen=True)
class View:
    """What those who draw over the picture need: where its corner lies on the map, px."""

    left: int
    top: int

    def to_screen(self, place: tuple[float, float]) -> tuple[float, float]:
        """Pixel of the picture that shows a place in tiles; may lie outside."""
        return place[0] * TILE_PX - self.left, place[1] * TILE_PX - self.top


def viewer_row(world: World, viewer_id: int | None) -> int | None:
    """Row of whoever looks: the one named, or the first player; None when they are no more."""
    if viewer_id is None:
        ids = world.view(Entity, world.rows(Pilot)).id
        if not len(ids):
            return None
        viewer_id = int(ids[0])
    rows, alive = world.resolve(np.array([viewer_id]))
    return int(rows[0]) if alive[0] else None
