"""The name tags that were found, and what they say."""

from __future__ import annotations

import math
from random import Random
from typing import TYPE_CHECKING

import pygame

from game.show import style
from game.show.scenes.menu import BACK_HINT, Item, Menu

if TYPE_CHECKING:
    from game.data.locale import Words
    from game.play.save import Progress
    from game.show.app import App
    from game.show.canvas import Canvas

PLACES = ("hyosan", "laboratory", "seoul", "tower")
"""The campaign's levels in order; a tag is ``tag-<level>-<number>`` in the locale."""
COLUMNS = 6
CELL_W, CELL_H = 58, 62
LEFT, TOP = 24, 60
_DICE = Random(7)
BLOOD = [(44 * _DICE.random() ** 2, 30 * _DICE.random() ** 2, _DICE.randrange(70, 120)) for _ in range(90)]
"""Spots on a tag, thickest in its corner: (u from the right, u from below, red)."""
BANDS = ((44, 68, 108), (122, 36, 44), (52, 92, 74), (118, 92, 40))


def all_tags(words: Words) -> list[tuple[str, int]]:
    """Return (level, number) of every name tag there is, in order."""
    numbers = range(1, 25)
    return [(place, n) for place in PLACES for n in numbers if words.has(f"tag-{place}-{n}")]


class Codex(Menu):
    """A grid of tags with the chosen one beside it.

    Args:
        app: the running program.
        progress: which were found.
    """

    def __init__(self, app: App, progress: Progress) -> None:
        super().__init__(app, (LEFT, TOP, COLUMNS * CELL_W))
        self.slots = all_tags(app.words)
        self.found = {(place, n) for place, told in progress.levels.items() for n in told.tags}
        self.items = [Item("ui-tag-unknown", self._nothing) for _ in self.slots]
        self.now = 0.0

    def _nothing(self) -> None:
        """A tag is read by looking at it."""

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Move over the grid."""
        step = {"left": -1, "right": 1, "up": -COLUMNS, "down": COLUMNS}.get(word)
        if step is not None and self.items:
            self.at = (self.at + step) % len(self.items)
        elif word not in {"up", "down"}:
            super().take(word, event)

    def row_at(self, x: float, y: float) -> int:
        """Return the slot at a place in u, or -1."""
        column, row = int((x - LEFT) // CELL_W), int((y - TOP) // CELL_H)
        slot = row * COLUMNS + column
        return slot if 0 <= column < COLUMNS and 0 <= slot < len(self.items) else -1

    def update(self, seconds: float) -> None:
        """Let the tag sway."""
        self.now += seconds

    def draw(self, canvas: Canvas) -> None:
        """Draw the grid and the tag."""
        words = self.app.words
        canvas.target.fill(style.INK)
        canvas.text(24, 18, words.text("ui-tags"), "title")
        counted = words.text("ui-of", n=len(self.found), total=len(self.slots))
        canvas.text(616, 28, counted, "body", style.SOFT, "r")
        for i in range(len(self.slots)):
            self._draw_slot(canvas, i)
        canvas.plate(384, 60, 232, 240, 236)
        self._draw_chosen(canvas)
        self.draw_hints(canvas, 24, 326, (BACK_HINT,))

    def _draw_slot(self, canvas: Canvas, i: int) -> None:
        x, y = LEFT + i % COLUMNS * CELL_W, TOP + i // COLUMNS * CELL_H
        focus, slot = i == self.at, self.slots[i]
        canvas.rect(x, y, 52, 54, style.GOLD_BACK if focus else style.PLATE)
        if focus:
            canvas.frame(x, y, 52, 54, style.GOLD)
        if slot in self.found:
            canvas.rect(x + 8, y + 13, 36, 24, style.TEXT if focus else style.BONE)
            canvas.rect(x + 8, y + 13, 36, 6, BANDS[PLACES.index(slot[0])])
            for line in range(3):
                canvas.rect(x + 13, y + 23 + line * 4, 26 - 6 * ((i + line) % 3), 2, (44, 42, 48))
        else:
            canvas.frame(x + 8, y + 13, 36, 24, (44, 46, 54))
            canvas.text(x + 26, y + 18, "?", "body", (84, 84, 88), "c")
        canvas.text(x + 26, y + 42, f"{i + 1:02d}", "micro", style.GOLD_LIT if focus else style.DIM, "c")

    def _draw_chosen(self, canvas: Canvas) -> None:
        words, (place, number) = self.app.words, self.slots[self.at]
        if (place, number) not in self.found:
            canvas.paragraph(398, 160, words.text("ui-tag-not-found"), 206, "body", style.DIM)
            return
        text = words.text(f"tag-{place}-{number}")
        name, _, rest = text.partition(". ")
        self._draw_tag(canvas, name, BANDS[PLACES.index(place)])
        end = canvas.paragraph(398, 186, rest or text, 206, "body", style.TEXT)
        canvas.rect(398, 190 + end, 206, 0.5, style.LINE_LIT)
        canvas.text(398, 196 + end, words.text(f"level-{place}"), "small", style.SOFT)

    def _draw_tag(self, canvas: Canvas, name: str, band: style.Colour) -> None:
        sway = 1.5 * math.sin(self.now * 1.3)
        x, y, w, h = 412 + sway, 78.0, 176, 86
        canvas.rect(x + 4, y + 5, w, h, style.INK)
        canvas.rect(x, y, w, h, (214, 206, 184))
        canvas.rect(x, y, w, 18, band)
        canvas.rect(x + w / 2 - 12, y + 5, 24, 7, style.INK)
        size = "title" if canvas.width(name, "title") < w - 12 else "strong"
        canvas.text(x + w / 2, y + 36, name, size, (30, 28, 34), "c")
        for across, up, shade in BLOOD:
            canvas.rect(x + w - 2 - across, y + h - 2 - up, 2, 2, (shade, 30, 24))
