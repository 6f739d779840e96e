"""Ash that falls before a still: flakes whose place is a function of time alone."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.show import style

if TYPE_CHECKING:
    from game.show.canvas import Canvas
    from game.show.style import Colour

SHADES = 5
"""Flakes come in so many shades: far ones are darker."""
DARKEST = 0.34
"""Share of its colour that the darkest flake has."""


def draw(canvas: Canvas, seconds: float, colour: Colour, count: int) -> None:
    """Draw ``count`` flakes; each has its own speed and sways on its own."""
    for i in range(count):
        x = (i * 97.3 + seconds * (4 + i % 5)) % style.WIDTH
        y = (i * 61.7 + seconds * (7 + i % 7) + 6 * math.sin(seconds * 0.5 + i)) % style.HEIGHT
        share = DARKEST + (1 - DARKEST) * (i % SHADES) / (SHADES - 1)
        red, green, blue = (round(part * share) for part in colour)
        canvas.rect(x, y, 1, 1, (red, green, blue))
