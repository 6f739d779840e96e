"""Small drawn pictures: pickups, flames, flashes, glints, by name.

Rules of this module: what is added to the picture after the light is stored on black, already weighed by its
alpha; everything else is exposed like the level and keeps its alpha.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.data import paths
from game.show.bake.art import expose, read_manifest, read_picture
from game.show.layers import from_pixels

if TYPE_CHECKING:
    from game.ecs.column import Array

TURNS = 16


@dataclass(frozen=True)
class Effect:
    """Frames of one picture, the pixel of its centre, and ms a frame."""

    frames: tuple[pygame.Surface, ...]
    centre: tuple[int, int]
    ms: int

    def at(self, time_s: float) -> pygame.Surface:
        """The frame of an effect that goes round."""
        return self.frames[int(time_s * 1000 / max(self.ms, 1)) % len(self.frames)]


@cache
def _manifest() -> Any:
    return read_manifest(paths.asset("art", "fx.json"))


@cache
def _sheet() -> Array:
    return read_picture(paths.asset("art", "fx.png"))


@cache
def effect(name: str) -> Effect:
    """One effect.

    Raises:
        KeyError: none of this name is drawn.
    """
    about = _manifest()[name]
    x, y, w, h = about["rect"]
    cells = [_sheet()[y : y + h, x + i * w : x + (i + 1) * w] for i in range(about["frames"])]
    frames = tuple(_added(cell) if about["add"] else _laid(cell) for cell in cells)
    return Effect(frames, (about["centre"][0], about["centre"][1]), about["ms"])


@cache
def turned(name: str, frame: int, direction: int) -> pygame.Surface:
    """A frame drawn facing east, turned to one of 16 directions, clockwise."""
    return pygame.transform.rotate(effect(name).frames[frame], -direction * 360 / TURNS)


def _laid(cell: Array) -> pygame.Surface:
    pixels = cell.copy()
    pixels[..., :3] = expose(cell[..., :3])
    return from_pixels(pixels)


def _added(cell: Array) -> pygame.Surface:
    share = cell[..., 3:].astype(np.uint16)
    return from_pixels((cell[..., :3] * share // 255).astype(np.uint8))
