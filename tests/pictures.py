"""Drawing little worlds in tests: no window, nothing kept on disk."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

import numpy as np
import pygame
from numpy.typing import NDArray

from game.data.level import Level
from game.show.bake import baked
from game.show.layers import HEIGHT, WIDTH, plain
from game.show.renderer import Renderer
from game.sim.resources import Clock

if TYPE_CHECKING:
    from scenes import Scene

    from game.ecs.world import World

Pixels = NDArray[Any]


@cache
def ready() -> None:
    """Start pygame's display once, without a window."""
    pygame.display.init()


def renderer(level: Level, quality: str = "high") -> Renderer:
    """A renderer of a level painted just now."""
    ready()
    return Renderer(level, quality, baked(level, use_cache=False))


def of(scene: Scene) -> Renderer:
    """A renderer of a scene's level."""
    return renderer(scene.world.resource(Level))


def draw(drawer: Renderer, world: World, time_s: float | None = None, **how: Any) -> Pixels:
    """One picture as uint8 ``[360, 640, 3]``."""
    target = plain((WIDTH, HEIGHT))
    now = world.resource(Clock).seconds if time_s is None else time_s
    drawer.draw(target, world, 1.0, now, **how)
    return pixels(target)


def pixels(surface: pygame.Surface) -> Pixels:
    """The colours of a surface, ``[h, w, 3]``."""
    width, height = surface.get_size()
    raw = np.frombuffer(pygame.image.tobytes(surface, "RGB"), np.uint8)
    return raw.reshape(height, width, 3).copy()


def around(picture: Pixels, drawer: Renderer, place: tuple[float, float], reach: int = 10) -> Pixels:
    """The part of a picture within ``reach`` pixels of a place in tiles."""
    left, top = drawer.camera.corner()
    x, y = int(place[0] * 16) - left, int(place[1] * 16) - top
    return picture[max(y - reach, 0) : y + reach, max(x - reach, 0) : x + reach]
