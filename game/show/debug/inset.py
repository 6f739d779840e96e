"""A small map in the corner, one u a tile: walls, what is believed, everybody's mood, and the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import TILE_PX
from game.show import style
from game.show.debug.belief import heat
from game.show.debug.tasks import COLOURS
from game.show.readout import hero_place
from game.sim.components import Mood
from game.sim.resources import Ground

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.show.debug.page import Page

LEFT, TOP = 12, 176
WIDTH, HEIGHT = 150, 90
"""At most so many tiles are shown, those around the hero."""
FLOOR, WALL, HERO = (16, 19, 26), (62, 68, 80), (255, 255, 255)


def draw(page: Page) -> None:
    """Draw the map."""
    rows, cols = _part(page)
    sheet = _tiles(page, rows, cols)
    high, wide = sheet.shape[:2]
    canvas, left, top = page.canvas, LEFT, TOP
    canvas.plate(left - 4, top - 4, wide + 8, high + 8, 235)
    canvas.picture(pygame.image.frombuffer(sheet.tobytes(), (wide, high), "RGB"), left, top)
    x, y = page.view.left / TILE_PX - cols.start, page.view.top / TILE_PX - rows.start
    low_x, low_y = max(0.0, x), max(0.0, y)
    high_x = min(float(wide), x + style.WIDTH / TILE_PX)
    high_y = min(float(high), y + style.HEIGHT / TILE_PX)
    canvas.frame(left + low_x, top + low_y, high_x - low_x, high_y - low_y, style.SOFT)


def _part(page: Page) -> tuple[slice, slice]:
    """Return which rows and columns of the map are shown."""
    high, wide = page.world.resource(Ground).solid.shape
    x, y = hero_place(page.world)
    top = min(max(int(y) - HEIGHT // 2, 0), max(high - HEIGHT, 0))
    left = min(max(int(x) - WIDTH // 2, 0), max(wide - WIDTH, 0))
    return slice(top, min(top + HEIGHT, high)), slice(left, min(left + WIDTH, wide))


def _tiles(page: Page, rows: slice, cols: slice) -> NDArray[np.uint8]:
    """Return the colour of every tile of a part of the map, ``(h, w, 3)``."""
    walls = page.world.resource(Ground).opaque[rows, cols]
    sheet = np.where(walls[..., None], np.array(WALL), np.array(FLOOR))
    believed = heat(page, rows, cols)
    share = believed[..., 3:] / 255 * ("belief" in page.layers)
    sheet = (sheet * (1 - share) + believed[..., :3] * share).astype(np.uint8)
    tables = np.array([COLOURS.get(mood, style.SOFT) for mood in Mood], np.uint8)
    _dots(sheet, page.dead.pos, tables[page.dead.mind.mood], rows, cols)
    _dots(sheet, np.array([hero_place(page.world)]), np.array([HERO], np.uint8), rows, cols)
    return sheet


def _dots(
    sheet: NDArray[np.uint8],
    pos: NDArray[np.float32],
    colours: NDArray[np.uint8],
    rows: slice,
    cols: slice,
) -> None:
    x, y = pos[:, 0].astype(int) - cols.start, pos[:, 1].astype(int) - rows.start
    inside = (x >= 0) & (y >= 0) & (x < sheet.shape[1]) & (y < sheet.shape[0])
    sheet[y[inside], x[inside]] = colours[inside]
