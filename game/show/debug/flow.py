"""Layer "flow": the shared field that leads to the goal nearest the viewer, as arrows; every other goal."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import TILE_PX
from game.show.debug.page import Note, diamond
from game.show.readout import hero_place
from game.sim.resource_fields import Fields
from game.sim.resources import NEIGHBOURS, TICKS_PER_SECOND
from game.sim.waves import NO_WAY, STRAIGHT, downhill

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.show.debug.page import Page, Place
    from game.show.style import Colour

IN_USE = 2 * TICKS_PER_SECOND
"""A field nobody was led by for so many ticks is not in use."""
WAY: Colour = (150, 214, 250)
IDLE: Colour = (116, 130, 144)
ASKED: Colour = (255, 224, 122)
DIMMEST, FADES = 0.6, 80.0
"""Arrows grow dimmer with the distance from the goal, down to this at so many tiles."""
LEVELS = 6
"""Shades of an arrow."""
LONG, BACK = 6.0, 3.5
"""Half an arrow's length and the length of its head, u."""


def draw(page: Page) -> None:
    """Draw the arrows of one field and mark the goals of all."""
    fields = page.world.resource(Fields)
    slots = (fields.goal >= 0).nonzero()[0]
    used = slots[page.tick - fields.used[slots] <= IN_USE]
    for slot in slots:
        colour = WAY if slot in used else IDLE
        diamond(page, _goal(page, fields, int(fields.goal[slot])), 4, colour)
    for tile in fields.asked:
        diamond(page, _goal(page, fields, tile), 4, ASKED, hollow=True)
    page.note("flow", Note(page.words.text("debug-fields", n=len(used), asked=len(fields.asked))))
    if len(used) and len(fields.links):
        _arrows(page, fields, _nearest(page, fields, used))


def _goal(page: Page, fields: Fields, tile: int) -> Place:
    y, x = divmod(tile, fields.width)
    return page.at((x + 0.5, y + 0.5))


def _nearest(page: Page, fields: Fields, used: NDArray[np.intp]) -> int:
    """Return the slot whose goal is nearest to the hero."""
    y, x = np.divmod(fields.goal[used], fields.width)
    here = hero_place(page.world)
    return int(used[np.hypot(x + 0.5 - here[0], y + 0.5 - here[1]).argmin()])


def _arrows(page: Page, fields: Fields, slot: int) -> None:
    rows, cols = page.window
    y, x = np.mgrid[rows, cols]
    tiles = (y * fields.width + x).reshape(-1)
    distance = fields.distance[slot]
    way = downhill(distance, fields.links, fields.width, tiles, np.zeros_like(tiles))
    leads = np.flatnonzero(way != NO_WAY)
    y, x = np.divmod(tiles[leads], fields.width)
    near = np.clip(1 - distance[tiles[leads]] / (STRAIGHT * FADES), 0, 1) * (LEVELS - 1)
    canvas, view = page.canvas, page.view
    parts = (x * TILE_PX - view.left, y * TILE_PX - view.top, way[leads], np.rint(near).astype(int))
    canvas.target.fblits(
        [
            (_arrow(towards, level, canvas.unit), (canvas.x(left), canvas.y(top)))
            for left, top, towards, level in zip(*(part.tolist() for part in parts), strict=True)
        ]
    )
    diamond(page, _goal(page, fields, int(fields.goal[slot])), 7, WAY)


@lru_cache(maxsize=256)
def _arrow(way: int, level: int, unit: int) -> pygame.Surface:
    """Return an arrow to a neighbour, a tile large: the dimmer the lower the level."""
    sheet = pygame.Surface((TILE_PX * unit, TILE_PX * unit))
    sheet.set_colorkey((0, 0, 0))
    share = DIMMEST + (1 - DIMMEST) * level / (LEVELS - 1)
    colour = round(WAY[0] * share), round(WAY[1] * share), round(WAY[2] * share)
    dx, dy = NEIGHBOURS[way]
    size, middle = LONG / math.hypot(dx, dy), TILE_PX / 2
    tip = middle + dx * size, middle + dy * size
    tail = middle - dx * size, middle - dy * size
    along = dx * size / LONG, dy * size / LONG
    wings = [(along[0] - turn * along[1], along[1] + turn * along[0]) for turn in (0.8, -0.8)]
    for end in (tail, *((tip[0] - x * BACK, tip[1] - y * BACK) for x, y in wings)):
        ends = [(round(x * unit), round(y * unit)) for x, y in (tip, end)]
        pygame.draw.line(sheet, colour, ends[0], ends[1], unit)
    return sheet
