"""Signs over the world: who notices, who screams, what can be used, where to go. Pure drawing, in u."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.show import glyphs, style

if TYPE_CHECKING:
    from game.show.canvas import Canvas

EDGE = 20
"""Signs keep this far from the sides, u."""
HIGHEST, LOWEST = 84, 270
"""Above are the corners' plates and the banners, below the hero's block and what is said, u."""


def detection(canvas: Canvas, x: float, y: float, angle: float, sure: float) -> None:
    """Draw an arc on the side of whoever notices the hero.

    Unsure is one arc that fills from its middle; sure is two arcs and a mark: shape before colour.

    Args:
        canvas: where to draw.
        x: the hero's place, u.
        y: the hero's place, u.
        angle: toward the observer, clockwise from east, radians.
        sure: 0..1; 1 has seen.
    """
    radius, half = 24, 0.42
    colour = style.GOLD if sure < 1 else style.RED_LIT
    _arc(canvas, (x, y), radius, angle, half, 3, style.INK)
    _arc(canvas, (x, y), radius, angle, half, 1, (128, 112, 84))
    _arc(canvas, (x, y), radius, angle, half * min(1.0, sure), 2.5, colour)
    if sure >= 1:
        _arc(canvas, (x, y), radius + 5, angle, half * 0.8, 2, colour)
        mark_x = x + math.cos(angle) * (radius + 13)
        mark_y = y + math.sin(angle) * (radius + 13) * 0.94
        canvas.rect(mark_x - 3, mark_y - 7, 6, 14, style.INK)
        canvas.rect(mark_x - 1.5, mark_y - 5.5, 3, 7, colour)
        canvas.rect(mark_x - 1.5, mark_y + 3, 3, 3, colour)


def _arc(
    canvas: Canvas,
    centre: tuple[float, float],
    radius: float,
    angle: float,
    half: float,
    thick: float,
    colour: style.Colour,
) -> None:
    if half <= 0:
        return
    steps = 24
    for i in range(steps):
        turn = angle - half + 2 * half * i / (steps - 1)
        x = centre[0] + math.cos(turn) * radius - thick / 2
        y = centre[1] + math.sin(turn) * radius * 0.94 - thick / 2
        canvas.rect(x, y, thick, thick, colour)


def screamer(canvas: Canvas, x: float, y: float, left: float) -> None:
    """Close a ring on whoever screams."""
    canvas.dots(x, y, 14 + 26 * left, style.RED_LIT, (4, 2))
    canvas.dots(x, y, 14, style.RED_LIT, (2, 0))
    for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        canvas.rect(x + dx * 20 - (4 if dx > 0 else 0), y + dy * 18, 5, 1.5, style.RED_LIT)
        canvas.rect(x + dx * 20, y + dy * 18 - (4 if dy > 0 else 0), 1.5, 5, style.RED_LIT)


def mark(canvas: Canvas, x: float, y: float) -> None:
    """Bracket somebody whom the radio tells of, from head to foot; off the picture, an arrow at its edge."""
    if not (EDGE <= x <= style.WIDTH - EDGE and EDGE <= y <= style.HEIGHT - EDGE):
        bearing(canvas, x, y, "")
        return
    for colour, out in ((style.INK, 1.0), (style.CYAN, 0.0)):
        for side in (-1, 1):
            left = x + side * 9 - (4 if side > 0 else 0)
            canvas.rect(left - out, y - 20 - out, 4 + 2 * out, 1.5 + 2 * out, colour)
            canvas.rect(left - out, y + 2 - out, 4 + 2 * out, 1.5 + 2 * out, colour)
            canvas.rect(x + side * 9 - 0.75 - out, y - 20 - out, 1.5 + 2 * out, 6 + 2 * out, colour)
            canvas.rect(x + side * 9 - 0.75 - out, y - 2.5 - out, 1.5 + 2 * out, 6 + 2 * out, colour)


def prompt(canvas: Canvas, x: float, y: float, key: str, text: str, held: float = 0.0, *, pad: bool) -> None:
    """Draw a key and what it does, over a place in the world; ``held`` 0..1 fills a bar under it."""
    draw, measure = (canvas.pad_button, canvas.button_width) if pad else (canvas.key, canvas.key_width)
    wide = measure(key) + canvas.width(text, "small") + 16
    left = min(max(x - wide / 2, EDGE), style.WIDTH - EDGE - wide)
    top = min(max(y, HIGHEST), LOWEST)
    canvas.plate(left, top, wide, 20, 200)
    end = draw(left + 5, top + 3, key, style.TEXT)
    canvas.text(left + end + 10, top + 4, text, "small", style.TEXT)
    canvas.rect(left, top + 18, wide * held, 2, style.GOLD)


def bearing(canvas: Canvas, x: float, y: float, distance: str) -> None:
    """Point at a goal that lies off the picture: an arrow at its edge, and how far it is.

    Args:
        canvas: where to draw.
        x: the goal's place, u; may lie anywhere.
        y: the goal's place, u.
        distance: in words.
    """
    if EDGE <= x <= style.WIDTH - EDGE and EDGE <= y <= style.HEIGHT - EDGE:
        return
    middle_x, middle_y = style.WIDTH / 2, (HIGHEST + LOWEST) / 2
    way_x, way_y = x - middle_x, y - style.HEIGHT / 2
    reach_x = (style.WIDTH / 2 - EDGE) / max(abs(way_x), 1e-6)
    reach_y = (LOWEST - HIGHEST) / 2 / max(abs(way_y), 1e-6)
    share = min(reach_x, reach_y)
    at_x, at_y = middle_x + way_x * share, middle_y + way_y * share
    angle = math.atan2(way_y, way_x)
    canvas.arrow(at_x, at_y, angle, style.INK, 8)
    canvas.arrow(at_x, at_y, angle, style.GOLD, 6)
    back = 11 + canvas.width(distance, "small") / 2 * abs(math.cos(angle))
    words_x, words_y = at_x - math.cos(angle) * back, at_y - math.sin(angle) * 15
    canvas.text(words_x, words_y - 6, distance, "small", style.SOFT, "c", shadow=True)


def need(canvas: Canvas, x: float, y: float, text: str) -> None:
    """Say under the hero what the weapon needs; keys in it are drawn as keys."""
    wide = glyphs.width(canvas, text, "small") + 12
    canvas.plate(x - wide / 2, y + 18, wide, 18, 176)
    glyphs.write(canvas, x - wide / 2 + 6, y + 20, text, "small")


def reloading(canvas: Canvas, x: float, y: float, done: float) -> None:
    """Draw how far a reload has come, 0..1, under the hero."""
    _bar(canvas, x, y, done, style.TEXT)


def casting(canvas: Canvas, x: float, y: float, done: float) -> None:
    """Draw how far an order that is held has come, 0..1, under the hero."""
    _bar(canvas, x, y, done, style.GOLD_LIT)


def _bar(canvas: Canvas, x: float, y: float, done: float, colour: style.Colour) -> None:
    canvas.rect(x - 15, y + 19, 30, 5, style.INK)
    canvas.rect(x - 14, y + 20, 28, 3, style.CELL)
    canvas.rect(x - 14, y + 20, 28 * done, 3, colour)
