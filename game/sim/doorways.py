"""Where a level's doors are, and what each of them answers to.

It never changes; whether a door is open is in its ``Door`` row.

Rules
  1. A door covers whole tiles: every tile its rectangle touches.
  2. Key items have a bit each, in file order; a door's key is the bit of the item of that name.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.data.enums import ItemKind
from game.data.level import Level
from game.data.things import Door
from game.ecs.world import World
from game.sim.components import DOOR, Vec
from game.sim.components import Door as DoorLeaf
from game.sim.maths import TINY, length
from game.sim.resources import Ground
from game.sim.tiles import under
from game.sim.trace import first_block

NO_DOOR = -1
NEAR_TILES = 4  # tile; whatever strikes doors reaches no farther
BEYOND = np.float32(1e-3)  # tile; so far past its face is what a line ran into
FAR_OFF = 1e9  # tile
_EDGE = 1e-6  # tile; a rectangle drawn to a tile's edge does not touch the next one


@dataclass(frozen=True, eq=False)
class Doorways:
    """The doors of a level, by index in file order.

    Attributes:
        things: int32 ``(n,)``, ids of the level's objects.
        boxes: int32 ``(n, 4)``, the tiles covered: x0, y0, x1, y1, the ends not included.
        middles: float32 ``(n, 2)``, centres of the boxes, tile.
        owner: int16 ``(h, w)``, index of the door on each tile, or ``NO_DOOR``.
        rest: bool ``(n,)``, open while its circuit does not run.
        circuits: names of the circuits that move them, "" for none.
        keys: uint64 ``(n,)``, bit that unlocks each, 0 for none.
        by_thing: ``(most + 2,)``, index of the door by object id, or ``NO_DOOR``; so are its two ends.
        wiring: each circuit, and the doors ``(k,)`` it moves.
        near: bool ``(h, w)``, tiles within ``NEAR_TILES`` of a door.
    """

    things: NDArray[np.int32]
    boxes: NDArray[np.int32]
    middles: NDArray[np.float32]
    owner: NDArray[np.int16]
    rest: NDArray[np.bool_]
    circuits: tuple[str, ...]
    keys: NDArray[np.uint64]
    by_thing: NDArray[np.intp]
    wiring: tuple[tuple[str, NDArray[np.intp]], ...]
    near: NDArray[np.bool_]

    @classmethod
    def of(cls, level: Level) -> Doorways:
        """Gather the doors of a level."""
        doors = level.doors
        boxes = np.array([_tiles(door, level) for door in doors], np.int32).reshape(-1, 4)
        owner = np.full((level.height, level.width), NO_DOOR, np.int16)
        near = np.zeros(owner.shape, np.bool_)
        for index, (x0, y0, x1, y1) in enumerate(boxes.tolist()):
            owner[y0:y1, x0:x1] = index
            near[max(y0 - NEAR_TILES, 0) : y1 + NEAR_TILES, max(x0 - NEAR_TILES, 0) : x1 + NEAR_TILES] = True
        circuits = np.array([door.circuit for door in doors], np.str_)
        things = np.array([door.id for door in doors], np.int32)
        by_thing = np.full(things.max(initial=0) + 2, NO_DOOR, np.intp)
        by_thing[things] = np.arange(len(doors))
        return cls(
            things,
            boxes,
            ((boxes[:, :2] + boxes[:, 2:]) * np.float32(0.5)).astype(np.float32),
            owner,
            np.array([door.open for door in doors], np.bool_),
            tuple(door.circuit for door in doors),
            np.array([key_bit(level, door.key) for door in doors], np.uint64),
            by_thing,
            tuple((name, (circuits == name).nonzero()[0]) for name in np.unique(circuits).tolist() if name),
            near,
        )

    def index(self, things: NDArray[Any]) -> NDArray[np.intp]:
        """Return the index of doors given by object id ``(k,)``; ``NO_DOOR`` where there is none."""
        return self.by_thing.take(things, mode="clip")

    def at(self, points: NDArray[np.float32]) -> NDArray[np.intp]:
        """Return the index of the door that covers each point ``(k, 2)``, or ``NO_DOOR``."""
        high = np.array([self.owner.shape[1] - 1, self.owner.shape[0] - 1])
        tile = np.clip(np.floor(points).astype(np.intp), 0, high)
        return self.owner[tile[:, 1], tile[:, 0]].astype(np.intp)

    def are_near(self, points: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Return whether a door is within ``NEAR_TILES`` of each point ``(k, 2)``, ``(k,)``."""
        return under(self.near, points)

    def away(self, point: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the vectors ``(n, 2)`` from a point to the nearest place on each door."""
        low, high = self.boxes[:, :2].astype(np.float32), self.boxes[:, 2:].astype(np.float32)
        return np.clip(point, low, high) - point


def hung(world: World) -> NDArray[np.intp]:
    """Return the rows of a level's doors ``(n,)``, in the order of ``Doorways``."""
    span = world.span(DOOR)
    index = world.resource(Doorways).index(world.view(DoorLeaf, span).thing)
    return np.asarray(span.start + np.argsort(index, kind="stable"))


def struck(doorways: Doorways, ground: Ground, start: Vec, end: Vec) -> NDArray[np.intp]:
    """Return the index of the shut door each line ``(k, 2)`` first runs into, or ``NO_DOOR``."""
    share = first_block(ground.shield, start, end)
    way = end - start
    inside = (start + way * (share + BEYOND / np.maximum(length(way), TINY))[:, None]).astype(np.float32)
    return np.where(share < np.float32(1), doorways.at(inside), NO_DOOR)


def at_hand(doorways: Doorways, pos: Vec, heading: Vec, reach: float) -> int:
    """Return the index of the nearest door in reach of a body ``(2,)`` that it faces, or ``NO_DOOR``."""
    if not len(doorways.things):
        return NO_DOOR
    away = doorways.away(pos)
    far = length(away)
    faced = (far <= TINY) | (away[:, 0] * heading[0] + away[:, 1] * heading[1] > 0)
    far = np.where(faced, far, np.float32(FAR_OFF))
    nearest = int(far.argmin())
    return nearest if far[nearest] <= reach else NO_DOOR


def key_bit(level: Level, name: str) -> int:
    """Return the bit of the key item of this name; 0 when the level has none."""
    keys = [item.name for item in level.items if item.kind is ItemKind.KEY]
    return 1 << keys.index(name) if name and name in keys else 0


def _tiles(door: Door, level: Level) -> tuple[int, int, int, int]:
    x0, y0, x1, y1 = door.area.box
    left, top = math.floor(x0 + _EDGE), math.floor(y0 + _EDGE)
    right, bottom = max(left + 1, math.ceil(x1 - _EDGE)), max(top + 1, math.ceil(y1 - _EDGE))
    return max(left, 0), max(top, 0), min(right, level.width), min(bottom, level.height)
