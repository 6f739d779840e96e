"""What stands in the level and changes or shines: doors, things to take, glowing props, fires.

Rules of this module:
- A door is drawn as it was last seen (``door_leaf``): shut, open, dented, broken.
- What glows at a lamp (a tank, a machine) glows while that lamp is fed; other glows never go out.
- A name tag flutters in the wind (``tags``) and glints, so that it is found.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.enums import DoorKind
from game.data.tiles import TILE_PX
from game.ecs.world import Entity
from game.show import tags
from game.show.bake.props import picture_of
from game.show.door_leaf import State, leaf
from game.show.fx import effect
from game.show.layers import HEIGHT, WIDTH, from_pixels
from game.sim.components import Body, Door, Goods, Pickup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.data.level import Level
    from game.data.things import Door as DoorThing
    from game.data.things import Light
    from game.ecs.world import World
    from game.show.light import Lighting
    from game.show.wind import Wind

    Blit = tuple[pygame.Surface, tuple[int, int]]

GOODS: dict[int, str] = {
    Goods.AMMO: "ammo", Goods.BOTTLE: "bottle", Goods.MEDKIT: "medkit", Goods.KEY: "key",
    Goods.BATTERY: "battery", Goods.PISTOL: "pistol", Goods.PIPE: "pipe", Goods.TAG: "tag",
}  # fmt: skip
DENTS = 4  # stages of denting drawn
BLINKS_PER_S = 1.3
GLINT_EVERY_S, GLINT_S = 2.6, 0.54
FIRE_APART, FIRE_HIGH = 5.0, 5.0  # tile; lamps nearer to a burning prop are its light; radius of a blaze
IN_IT = 0.4  # tile; a lamp nearer than this to the middle of a thing burns in it
SEEN = 0.12
FAR = 96  # px; no door is larger
FIRE_GREEN, FIRE_BLUE, FIRE_FLICKER = (0.35, 0.65), 0.35, 0.2  # shares of red, and unrest: a lamp that burns


@dataclass(frozen=True)
class Hung:
    """Where a door of the level hangs, px, and how."""

    kind: DoorKind
    x: int
    y: int
    size: tuple[int, int]
    is_upright: bool

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of the doorway, tiles."""
        return (self.x + self.size[0] / 2) / TILE_PX, (self.y + self.size[1] / 2) / TILE_PX


class Furniture:
    """The changing things of one level, and the wind that moves some of them."""

    def __init__(self, level: Level, wind: Wind) -> None:
        self.level, self.wind = level, wind
        self.hung = {door.id: _hung(level, door) for door in level.doors}
        self._known: dict[int, tuple[State, int]] = {}  # how each door was last seen
        self.glows = list(_glows(level))
        self._radios = [radio.area.at for radio in level.radios]
        self.fires = list(_fires(level))
        self._fed_by = [_circuits(level, at) for at, _, _ in self.glows]
        self._glow_at = np.array([at for at, _, _ in self.glows], np.float32).reshape(-1, 2)

    def doors(
        self, world: World, camera: tuple[int, int], light: Lighting, *, lit: bool = False
    ) -> Iterator[Blit]:
        """Every door in view, as it stands or as it was last seen; ``lit`` tells all."""
        door = world.view(Door, world.rows(Door))
        dents = np.ceil(door.dent * DENTS).astype(int).tolist()
        now = zip(door.thing.tolist(), door.is_broken.tolist(), door.is_open.tolist(), dents, strict=True)
        for thing, is_broken, is_open, dent in now:
            hung = self.hung.get(thing)
            if hung is None:
                continue
            state = State.BROKEN if is_broken else State.OPEN if is_open else State.SHUT
            if lit or thing not in self._known or light.sees(*hung.middle) > SEEN:
                self._known[thing] = state, dent
            left, top = hung.x - camera[0], hung.y - camera[1]
            if -FAR < left < WIDTH and -FAR < top < HEIGHT:
                yield leaf(hung.kind, hung.size, *self._known[thing], upright=hung.is_upright), (left, top)

    def forget(self) -> None:
        """Time went back: every door is as it stands then."""
        self._known.clear()

    def radios(self, camera: tuple[int, int], now: float) -> Iterator[Blit]:
        """Radios that lie about; their lamp blinks."""
        art = effect("radio")
        frame = art.frames[int(now * BLINKS_PER_S) % len(art.frames)]
        for x, y in self._radios:
            left, top = int(x * TILE_PX) - camera[0], int(y * TILE_PX) - camera[1]
            if -TILE_PX < left < WIDTH + TILE_PX and -TILE_PX < top < HEIGHT + TILE_PX:
                yield frame, (left - art.centre[0], top - art.centre[1])

    def pickups(self, world: World, camera: tuple[int, int], now: float) -> Iterator[Blit]:
        """Things to take, to draw before the light."""
        for goods, x, y, number in self._pickups(world, camera, now):
            art = effect(GOODS[goods])
            frame = tags.frame(number, now, self.wind) if goods == Goods.TAG else art.frames[0]
            yield frame, (int(x - art.centre[0]), int(y - art.centre[1]))

    def glints(self, world: World, camera: tuple[int, int], now: float, light: Lighting) -> Iterator[Blit]:
        """Sparkles on things in sight, to add after the light; name tags sparkle twice as often."""
        art = effect("glint")
        for goods, x, y, number in self._pickups(world, camera, now):
            phase = (now + number * 0.37) % (GLINT_EVERY_S * (1 if goods == Goods.TAG else 2))
            if phase < GLINT_S and light.sees((x + camera[0]) / TILE_PX, (y + camera[1]) / TILE_PX) > SEEN:
                frame = art.frames[int(phase / GLINT_S * len(art.frames))]
                yield frame, (int(x - art.centre[0]), int(y - 7))

    def _pickups(
        self, world: World, camera: tuple[int, int], now: float
    ) -> Iterator[tuple[int, float, float, int]]:
        """Goods, pixel of the picture and a number of its own for each thing to take in view."""
        rows = world.rows(Pickup)
        at = world.view(Body, rows).pos * TILE_PX - np.array(camera, np.float32)
        near = (at > -TILE_PX).all(axis=1) & (at[:, 0] < WIDTH + TILE_PX) & (at[:, 1] < HEIGHT + TILE_PX)
        goods, ids = world.view(Pickup, rows).goods, world.view(Entity, rows).id
        for i in np.flatnonzero(near).tolist():
            x, y, number = float(at[i, 0]), float(at[i, 1]), int(ids[i]) & 0xFFFF
            dx, dy = tags.drift(number, now, self.wind) if goods[i] == Goods.TAG else (0.0, 0.0)
            yield int(goods[i]), x + dx, y + dy, number

    def shine(self, camera: tuple[int, int], light: Lighting) -> Iterator[Blit]:
        """Props that glow by themselves, to add after the light where in sight."""
        seen = light.seen(self._glow_at[:, 0], self._glow_at[:, 1])
        for i in np.flatnonzero(seen > SEEN).tolist():
            if self._fed_by[i] and not light.feeds(self._fed_by[i]):
                continue
            _, surface, (left, top) = self.glows[i]
            yield surface, (left - camera[0], top - camera[1])


def _hung(level: Level, door: DoorThing) -> Hung:
    x0, y0, x1, y1 = (round(v * TILE_PX) for v in door.area.box)
    return Hung(door.kind, x0, y0, (x1 - x0, y1 - y0), is_upright=_is_upright(level, door))


def _is_upright(level: Level, door: DoorThing) -> bool:
    """Whether it stands in a wall that runs north and south."""
    x0, y0, x1, y1 = door.area.box
    if round(x1 - x0) != round(y1 - y0):
        return y1 - y0 > x1 - x0
    beside = (math.floor(x0) - 1, math.ceil(x1))
    row = min(max(math.floor(y0), 0), level.height - 1)
    return not any(0 <= column < level.width and level.walls[row, column] >= 0 for column in beside)


def is_fire(lamp: Light) -> bool:
    """Whether a lamp burns: it flickers, and it is orange."""
    red, green, blue = lamp.colour
    low, high = FIRE_GREEN
    return lamp.flicker >= FIRE_FLICKER and low * red < green < high * red and blue < FIRE_BLUE * red


def _fires(level: Level) -> Iterator[tuple[float, float, bool]]:
    """Where flames burn, and whether high: at props that say so, and at fiery lamps away from those."""
    props = [prop.area.at for prop in level.props if prop.model == "fire"]
    yield from ((x, y, True) for x, y in props)
    for lamp in level.lights:
        at = lamp.area.at
        if is_fire(lamp) and all(math.dist(at, other) > FIRE_APART for other in props):
            yield *at, lamp.radius >= FIRE_HIGH


def _circuits(level: Level, at: tuple[float, float]) -> frozenset[str]:
    """The circuits of the lamps that burn in a thing; none when one needs none, or when there is no lamp."""
    names = {lamp.circuit for lamp in level.lights if math.dist(lamp.area.at, at) < IN_IT}
    return frozenset() if "" in names else frozenset(names)


def _glows(level: Level) -> Iterator[tuple[tuple[float, float], pygame.Surface, tuple[int, int]]]:
    for prop in level.props:
        picture = picture_of(prop)
        if picture is not None and picture.glow is not None:
            x, y = prop.area.at
            share = picture.glow[..., 3:].astype(np.uint16)
            pixels = (picture.glow[..., :3] * share // 255).astype(np.uint8)
            left, top = round(x * TILE_PX) - picture.foot[0], round(y * TILE_PX) - picture.foot[1]
            yield (x, y), from_pixels(pixels), (left, top)
