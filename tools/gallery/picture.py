"""A picture with its name, and sheets of several with a line of words under each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
import pygame
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from game.data import paths

Pixels = NDArray[np.uint8]
"""(h, w, 3)."""

GAP: Final = 8
LINE: Final = 18
"""Height of a line of words, px."""

BACK: Final = (18, 20, 26)
INK: Final = (214, 206, 186)


@dataclass(frozen=True)
class Picture:
    """One picture of the gallery.

    Attributes:
        section: where it hangs.
        name: of its file, without ending.
        pixels: RGB.
    """

    section: str
    name: str
    pixels: Pixels


def of_surface(surface: pygame.Surface) -> Pixels:
    """Copy the colours of a surface."""
    width, height = surface.get_size()
    return np.frombuffer(pygame.image.tobytes(surface, "RGB"), np.uint8).reshape(height, width, 3).copy()


def on_ground(pixels: NDArray[np.uint8], ground: tuple[int, int, int] = BACK) -> Pixels:
    """Lay an RGBA picture on a plain ground."""
    part = pixels[..., 3:].astype(np.float32) / 255
    laid = pixels[..., :3] * part + np.array(ground, np.float32) * (1 - part)
    return np.asarray(laid.round().astype(np.uint8))


def enlarged(pixels: NDArray[np.uint8], times: int) -> NDArray[np.uint8]:
    """Repeat every pixel, so that it stays hard-edged."""
    return pixels.repeat(times, 0).repeat(times, 1)


def halved(pixels: Pixels) -> Pixels:
    """Average pixels two by two."""
    height, width = pixels.shape[0] // 2 * 2, pixels.shape[1] // 2 * 2
    blocks = pixels[:height, :width].reshape(height // 2, 2, width // 2, 2, 3)
    return np.asarray(blocks.mean((1, 3)).astype(np.uint8))


@cache
def _font() -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(paths.asset("fonts", "Galmuri11.ttf")), 12)


def contact(tiles: Sequence[tuple[str, Pixels]], columns: int) -> Pixels:
    """Lay pictures out in rows, each with its words below; a column is as wide as its widest."""
    rows = [tiles[i : i + columns] for i in range(0, len(tiles), columns)]
    wide = [max(row[c][1].shape[1] for row in rows if c < len(row)) for c in range(min(columns, len(tiles)))]
    high = [max(tile.shape[0] for _, tile in row) for row in rows]
    size = (sum(wide) + GAP * (len(wide) + 1), sum(high) + (LINE + GAP) * len(high) + GAP)
    sheet, y = Image.new("RGB", size, BACK), GAP
    pen = ImageDraw.Draw(sheet)
    for row, tall in zip(rows, high, strict=True):
        x = GAP
        for (words, tile), width in zip(row, wide, strict=False):
            sheet.paste(Image.fromarray(tile), (x, y))
            pen.text((x, y + tall + 2), words, INK, _font())
            x += width + GAP
        y += tall + LINE + GAP
    return np.asarray(sheet)
