"""What a player remembers of a place: tiles, doors and things that lie about, as they were last seen.

Rules of this module:
- The plan is drawn faintly also where one has not been, so that walls and gaps within the picture are known
  before they are seen. Doors are not on it: until one is seen, its doorway is taken for open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data.tuning import load_tuning
from game.play.eyes import Gaze, Grid, tiles_covered
from game.sim.components import Body, Door, Goods, Pickup
from game.sim.ground import lay_ground
from game.sim.light import light_now
from game.sim.resources import Clock, Ground, Story

if TYPE_CHECKING:
    from game.data.level import Level
    from game.ecs.world import World

Place = tuple[float, float]
LOOK_EVERY = 6  # ticks between two looks at the map; whoever sprints goes half a tile meanwhile
ANY_WAY = 255
"""Links of a tile nothing is known of: a person tries it."""
PICTURE = (18, 10)
"""So far to either side and up and down the plan is read, tile: the picture shows 40 by 22, less what the
camera may be off."""


@dataclass(frozen=True)
class DoorSeen:
    """A door as it was last seen.

    Attributes:
        thing: id of the level's Door.
        box: ``(x0, y0, x1, y1)`` tile.
        is_open, is_locked: as it was; a lock shows.
    """

    thing: int
    box: tuple[float, float, float, float]
    is_open: bool
    is_locked: bool


@dataclass(frozen=True)
class Loot:
    """Something seen lying about.

    Attributes:
        thing: id of the level's object, 0 for what somebody dropped.
        goods: what it is.
        at: where, tile.
    """

    thing: int
    goods: Goods
    at: Place


class Memory:
    """The remembered map.

    Attributes:
        known: ``[h, w]`` tiles ever seen.
        links: ``[h, w]`` uint8, as last seen; by the plan what was in the picture; else ``ANY_WAY``.
        light: ``[h, w]`` as last seen, 0 where never.
        void: ``[h, w]`` tiles seen to be nothing.
        doors: by the id of the level's Door.
        loot: by entity id.
    """

    def __init__(self, level: Level) -> None:
        shape = level.height, level.width
        self.level = level
        self.known = np.zeros(shape, np.bool_)
        self.links = np.full(shape, ANY_WAY, np.uint8)
        self.light = np.zeros(shape, np.float32)
        self.void = np.zeros(shape, np.bool_)
        self.doors: dict[int, DoorSeen] = {}
        self.loot: dict[int, Loot] = {}
        self._plan = lay_ground(level, np.zeros(shape, np.bool_), load_tuning().noise).links
        self._looked_at = -LOOK_EVERY

    def look(self, world: World, in_sight: Grid, eye: Place, heading: Place, gaze: Gaze) -> None:
        """Remember what is seen of the tiles in sight; does nothing when that was done a moment ago."""
        tick = world.resource(Clock).tick
        if 0 <= tick - self._looked_at < LOOK_EVERY:
            return
        self._looked_at = tick
        self._read_plan(eye)
        ground = world.resource(Ground)
        now = tiles_covered(in_sight, np.array(eye), np.array(heading), gaze)
        self.known |= now
        self.links[now] = ground.links[now]
        self.light[now] = light_now(self.level, world.resource(Story), world.resource(Clock))[now]
        self.void |= now & self.level.void
        self._doors(world, now)
        self._loot(world, now)

    def _read_plan(self, eye: Place) -> None:
        x, y = int(eye[0]), int(eye[1])
        left, top = max(x - PICTURE[0], 0), max(y - PICTURE[1], 0)
        shown = slice(top, y + PICTURE[1] + 1), slice(left, x + PICTURE[0] + 1)
        self.links[shown] = np.where(self.known[shown], self.links[shown], self._plan[shown])

    def _doors(self, world: World, now: Grid) -> None:
        doors = world.view(Door, world.rows(Door))
        for i, thing in enumerate(doors.thing.tolist()):
            box = self.level.thing(thing).area.box
            if now[tiles_of(box, now.shape)].any():
                is_open = bool(doors.is_open[i] or doors.is_broken[i])
                self.doors[thing] = DoorSeen(thing, box, is_open, bool(doors.is_locked[i]))

    def _loot(self, world: World, now: Grid) -> None:
        rows = world.rows(Pickup)
        at, pickups = world.view(Body, rows).pos, world.view(Pickup, rows)
        for gone in [each for each, loot in self.loot.items() if now[_tile(loot.at)]]:
            del self.loot[gone]
        for i, each in enumerate(world.table["Entity.id"][rows].tolist()):
            place = (float(at[i, 0]), float(at[i, 1]))
            if now[_tile(place)]:
                self.loot[each] = Loot(int(pickups.thing[i]), Goods(int(pickups.goods[i])), place)


def _tile(place: Place) -> tuple[int, int]:
    return int(place[1]), int(place[0])


def tiles_of(box: tuple[float, float, float, float], shape: tuple[int, ...]) -> tuple[slice, slice]:
    """Rows and columns of the tiles of a box, kept on a map of ``shape``."""
    x0, y0, x1, y1 = (round(side) for side in box)
    return slice(max(y0, 0), min(max(y1, y0 + 1), shape[0])), slice(
        max(x0, 0), min(max(x1, x0 + 1), shape[1])
    )
