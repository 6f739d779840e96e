"""Pictures without a window: of a moment of a session, and of a whole level for its author.

Rules of this module: nothing is opened; the dummy video driver is used when no other is. The same session in
the same state gives the same picture.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.tiles import TILE_PX
from game.show.bake import baked
from game.show.lamps import TEXELS, burning, place
from game.show.lamps import add as add_lamp
from game.show.layers import HEIGHT, WIDTH, from_pixels, plain
from game.show.light import AMBIENT, SHOULDER, ambient_cells
from game.show.renderer import Renderer
from game.sim.resources import Clock

if TYPE_CHECKING:
    from game.data.level import Level
    from game.ecs.column import Array
    from game.play.session import Session

GAIN = 1.5  # 1; a whole map is looked at small, and brighter than one plays in it
HALF = 2  # pixels of the whole map's picture are so many of the game's


def ready() -> None:
    """Make drawing possible without a window."""
    if not pygame.display.get_init():
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        pygame.display.init()


class Stage:
    """Draws a session again and again as its player sees it, without a window.

    Args:
        session: what is played.
        size: of the pictures; the game's 640 x 360 are scaled to it without smoothing.
    """

    def __init__(self, session: Session, size: tuple[int, int] = (1280, 720)) -> None:
        ready()
        self.session = session
        self.renderer = Renderer(session.simulation.level)
        self._small, self._large = plain((WIDTH, HEIGHT)), plain(size)

    def draw(self) -> pygame.Surface:
        """Draw the present moment; the surface is drawn over by the next call."""
        self.renderer.hear(self.session.events)
        world = self.session.simulation.world
        self.renderer.draw(self._small, world, 1.0, world.resource(Clock).seconds)
        return pygame.transform.scale(self._small, self._large.get_size(), self._large)


def render_map(level: Level, *, lit: bool = True) -> pygame.Surface:
    """Draw a whole level at half size: with its lamps and ambient, or (``lit=False``) as painted."""
    ready()
    painted = baked(level)
    pixels = painted.ground[: level.height * TILE_PX, : level.width * TILE_PX]
    halved = pixels.reshape(level.height * TILE_PX // HALF, HALF, -1, HALF, 3).mean(axis=(1, 3))
    if lit:
        halved = halved * np.minimum(GAIN * _light(level, painted.boxes).transpose(1, 2, 0), 1)
    return from_pixels(halved.astype(np.uint8))


def _light(level: Level, boxes: list[Array]) -> Array:
    """Light of every texel, circuits at rest: float32 ``[3, h, w]``."""
    total = np.zeros((3, level.height * TEXELS, level.width * TEXELS), np.float32)
    running = {power.circuit for power in level.powers if power.on}
    for lamp in burning(place(level, boxes), running):
        add_lamp(total, lamp, 1.0, 0, 0)
    total /= 1 + np.float32(SHOULDER) * total
    return total + ambient_cells(level) * np.array(AMBIENT, np.float32)[:, None, None]
