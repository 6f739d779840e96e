"""The pictures of the README: a street, the title, and a few seconds of play that move.

The moments were chosen by eye from one bot's game; when the game has changed so far that they show something
else, choose again.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from tools.gallery.camera import film
from tools.gallery.picture import Picture, Pixels, halved
from tools.gallery.screens import screen

LEVEL, SEED, STREET_TICK = "hyosan", 1, 13560
"""Whose game, with which chance, and when: she comes out on market street, with a crowd after her."""

MOVING: Final = range(13500, 13692, 6)
"""Ticks of the frames of the moving picture."""

FRAME_MS: Final = 100
CROP: Final = (slice(40, 288), slice(80, 560))
"""The part of the picture that moves: rows and columns, px of 640x360."""

MOST_COLOURS: Final = 64
"""More of them, and every frame is new to the packer."""


def pictures() -> Iterator[Picture]:
    """Draw those that stand still."""
    _, camera = film(LEVEL, SEED, [STREET_TICK])
    yield Picture("pictures", "market", camera.taken[STREET_TICK])
    yield Picture("pictures", "title", screen("title", "en", 240))


def moving(out: Path) -> None:
    """Write a few seconds of play as a GIF, without grain: it would make every frame new to the packer."""
    _, camera = film(LEVEL, SEED, MOVING, quality="low")
    write_gif(out, [halved(pixels)[CROP] for pixels in camera.taken.values()])


def write_gif(out: Path, frames: list[Pixels]) -> None:
    """Write frames with one palette for all: what stands still stays the same bytes."""
    sample = Image.fromarray(np.concatenate(frames[:: max(1, len(frames) // 6)]))
    palette, flat = sample.quantize(MOST_COLOURS), Image.Dither.NONE
    first, *rest = (Image.fromarray(frame).quantize(palette=palette, dither=flat) for frame in frames)
    first.save(out, save_all=True, append_images=rest, duration=FRAME_MS, loop=0, optimize=True)
