"""Layer "noise": recent noises, how far they carry in the open, and what is left where they reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import TILE_PX
from game.show.debug.memory import NOISE_TICKS
from game.show.debug.page import Note, label, tint
from game.sim.happenings import Heard as Kind
from game.sim.resources import Ground
from game.sim.sense.hearing import EIGHTHS, carried

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.show.debug.memory import Heard
    from game.show.debug.page import Page
    from game.show.style import Colour

SOUND: Colour = (190, 160, 255)
FIGURES = 4
"""What is left is written on every so many tiles."""
LOUD = 12.0
"""What is left is drawn the strongest from here on, or at its highest, tile."""
FARTHEST = 20.0
"""Rings are drawn no larger, tile."""


def paint(page: Page) -> None:
    """Paint what is left of the noises of the last seconds."""
    left = _left(page)
    page.paint(tint(left / max(LOUD, float(left.max(initial=0))), SOUND, 130))


def draw(page: Page) -> None:
    """Write down what is left of them, and where they were made."""
    left, (rows, cols) = _left(page), page.window
    for y, x in np.argwhere(left >= 1):
        if (y + rows.start) % FIGURES == 0 and (x + cols.start) % FIGURES == 0:
            at = page.at((x + cols.start + 0.5, y + rows.start + 0.5))
            label(page, at, str(int(left[y, x])), SOUND, "micro")
    for each in _recent(page):
        _ring(page, each)
    if not _recent(page):
        page.note("noise", Note(page.words.text("debug-silence")))


def _recent(page: Page) -> list[Heard]:
    return [each for each in page.memory.noises if 0 <= page.tick - each.tick < NOISE_TICKS]


def _left(page: Page) -> NDArray[np.float32]:
    """Return the most that is left of any noise on each tile of the window, tile."""
    muffle = page.world.resource(Ground).muffle
    rows, cols = page.window
    padded = np.zeros(muffle.shape, np.float32)
    for each in _recent(page):
        x, y = int(each.place[0]), int(each.place[1])
        if each.field is None:
            each.field = carried(muffle, x, y, each.loudness)
        radius = each.field.shape[0] // 2
        top, left = max(y - radius, 0), max(x - radius, 0)
        there = padded[top : y + radius + 1, left : x + radius + 1]
        near = each.field[top - y + radius :, left - x + radius :][: there.shape[0], : there.shape[1]]
        age = 1 - (page.tick - each.tick) / NOISE_TICKS
        np.maximum(there, near * np.float32(age / EIGHTHS), out=there)
    return padded[rows, cols]


def _ring(page: Page, noise: Heard) -> None:
    at = page.at(noise.place)
    page.canvas.dots(at[0], at[1], min(noise.loudness, FARTHEST) * TILE_PX, SOUND, (4, 4), 200)
    word = page.words.text(f"debug-heard-{Kind(noise.kind).name.lower().replace('_', '-')}")
    label(page, at, f"{word} {noise.loudness:.0f}", SOUND)
