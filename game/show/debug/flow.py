"""Layer "flow": the shared field that leads to the goal nearest the viewer, as arrows; every other goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.show.debug.page import Note, diamond, line
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
    for tile, towards in zip(tiles[way != NO_WAY].tolist(), way[way != NO_WAY].tolist(), strict=True):
        _arrow(page, _goal(page, fields, tile), NEIGHBOURS[towards], float(distance[tile]))
    diamond(page, _goal(page, fields, int(fields.goal[slot])), 7, WAY)


def _arrow(page: Page, at: Place, step: tuple[int, int], distance: float) -> None:
    """Draw one arrow: dimmer the farther from the goal."""
    size = LONG / np.hypot(*step)
    dx, dy = step[0] * size, step[1] * size
    near = max(DIMMEST, 1 - distance / STRAIGHT / FADES)
    colour = (round(WAY[0] * near), round(WAY[1] * near), round(WAY[2] * near))
    tip = at[0] + dx, at[1] + dy
    line(page, (at[0] - dx, at[1] - dy), tip, colour)
    for turn in (0.8, -0.8):
        along = (dx - turn * dy) / LONG, (dy + turn * dx) / LONG
        line(page, tip, (tip[0] - along[0] * BACK, tip[1] - along[1] * BACK), colour)
