"""The drawn sheets as arrays, for the painter, and the exposure all art is brought to.

Rules of this module:
- Light only multiplies, so it can never make a picture brighter than it is. Everything is therefore
  stored as it looks in full light (``EXPOSURE``), and lights stay below one.
- The curve acts on the largest channel and keeps the ratio of the others: hue survives.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame

from game.data import paths
from game.ecs.column import Array

if TYPE_CHECKING:
    from collections.abc import Sequence

EXPOSURE = 1.75  # 1; 1.2..2.5, how much brighter than its albedo a fully lit thing is; above, white burns out
SHOULDER = 1.28  # 1; 1..2, how early highlights are compressed


def read_picture(path: Path) -> Array:
    """The pixels of a PNG as uint8 ``[h, w, 4]``, RGBA."""
    surface = pygame.image.load(path)
    width, height = surface.get_size()
    flat = np.frombuffer(pygame.image.tobytes(surface, "RGBA"), np.uint8)
    return flat.reshape(height, width, 4)


def read_manifest(path: Path) -> Any:
    """A manifest beside a sheet."""
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def _gain() -> Array:
    """Factor for each value of the largest channel, float32 ``[256]``."""
    value = np.arange(256, dtype=np.float32) / 255
    lit = SHOULDER * (1 - np.exp(-value * EXPOSURE / SHOULDER))
    return np.where(value > 0, np.minimum(lit, 1) / np.maximum(value, 1e-6), EXPOSURE).astype(np.float32)


def expose(pixels: Array) -> Array:
    """Colours ``[..., 3]`` as they look in full light, uint8."""
    largest = np.maximum(np.maximum(pixels[..., 0], pixels[..., 1]), pixels[..., 2])
    lit = pixels * _gain()[largest][..., None]
    return np.minimum(lit + 0.5, 255).astype(np.uint8)


@dataclass(frozen=True)
class Materials:
    """Textures of ground and walls, and the pieces of thin walls.

    Attributes:
        ground: uint8 ``[20, n, n, 3]``.
        tops: uint8 ``[12, n, n, 3]``.
        skirts: uint8 ``[12, s, n, 4]``.
        thin: by wall number, uint8 ``[16, 16, 16, 4]``: a piece for each set of neighbours.
    """

    ground: Array
    tops: Array
    skirts: Array
    thin: dict[int, Array]


def _cut(sheet: Array, at: Sequence[int], height: int, width: int) -> Array:
    return sheet[at[1] : at[1] + height, at[0] : at[0] + width]


@cache
def materials() -> Materials:
    """The textures that ship with the game."""
    sheet = read_picture(paths.asset("art", "materials.png"))
    about = read_manifest(paths.asset("art", "materials.json"))
    size, skirt = about["size"], about["skirt_height"]
    return Materials(
        np.stack([_cut(sheet, at, size, size)[..., :3] for at in about["ground"]]),
        np.stack([_cut(sheet, at, size, size)[..., :3] for at in about["wall_top"]]),
        np.stack([_cut(sheet, at, skirt, size) for at in about["wall_skirt"]]),
        {int(k): np.stack([_cut(sheet, (at[0] + 16 * i, at[1]), 16, 16) for i in range(16)])
         for k, at in about["wall_thin"].items()},
    )  # fmt: skip


@cache
def grain() -> Array:
    """Blue noise that repeats, float32 ``[n, n]``, 0..1."""
    return read_picture(paths.asset("art", "noise_blue.png"))[..., 0].astype(np.float32) / 255


@dataclass(frozen=True)
class Stamp:
    """A small picture and where in it the place lies that it is put at."""

    pixels: Array
    centre: tuple[int, int]


@cache
def decals() -> tuple[tuple[Stamp, ...], ...]:
    """Every variant of every decal, by the decal's number."""
    sheet = read_picture(paths.asset("art", "decals.png"))
    about = read_manifest(paths.asset("art", "decals.json"))
    return tuple(_variants(sheet, each) for each in about["decals"])


def _variants(sheet: Array, about: Any) -> tuple[Stamp, ...]:
    x, y, w, h = about["rect"]
    centre = (about["centre"][0], about["centre"][1])
    return tuple(
        Stamp(sheet[y : y + h, x + i * w : x + (i + 1) * w], centre) for i in range(about["variants"])
    )
