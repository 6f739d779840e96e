"""The name tags that were found, a row a level, and what they say."""

from __future__ import annotations

import math
import re
from random import Random
from typing import TYPE_CHECKING

import pygame

from game.data.campaign import LEVELS
from game.show import style
from game.show.scenes.menu import BACK_HINT, Item, Menu

if TYPE_CHECKING:
    from game.data.locale import Words
    from game.play.journey import Progress
    from game.show.app import App
    from game.show.canvas import Canvas

MOST = 24
"""Highest number that is looked for."""
CELL_W, CELL_H, STEP_X, STEP_Y = 36, 40, 39, 64
LEFT, TOP = 24, 70
"""Corner of the first cell, u; the level's name stands over its row."""
PLATE = (384, 56, 232, 254)
TEXT_X, TEXT_Y, TEXT_W = 398, 182, 206
NAME_W = 160
"""How wide a name on the tag may get, u."""
NAME = re.compile(r"((?:Dr\. )?[^.]+)\. (.+)")
"""A tag's words: whose it is, and what is told."""
_DICE = Random(7)
BLOOD = [(44 * _DICE.random() ** 2, 30 * _DICE.random() ** 2, _DICE.randrange(70, 120)) for _ in range(90)]
"""Spots on a tag, thickest in its corner: (u from the right, u from below, red)."""
BANDS = ((44, 68, 108), (122, 36, 44), (52, 92, 74), (118, 92, 40))
Tag = tuple[str, int]
"""Level and number; its words are ``tag-<level>-<number>`` in the locale."""


def tags_of(place: str, words: Words) -> list[Tag]:
    """Return every name tag of a level, in order."""
    return [(place, n) for n in range(1, MOST + 1) if words.has(f"tag-{place}-{n}")]


def all_tags(words: Words) -> list[Tag]:
    """Return every name tag of the campaign, in order."""
    return [tag for place in LEVELS for tag in tags_of(place, words)]


def found_tags(progress: Progress, words: Words) -> set[Tag]:
    """Return those of them that were found; one's own maps have tags of their own, which count nowhere."""
    return {(place, n) for place, told in progress.levels.items() for n in told.tags} & {*all_tags(words)}


class Codex(Menu):
    """Rows of tags with the chosen one beside them.

    Args:
        app: the running program.
        progress: which were found.
    """

    def __init__(self, app: App, progress: Progress) -> None:
        super().__init__(app, (LEFT, TOP, PLATE[0] - LEFT))
        self.slots = all_tags(app.words)
        self.found = found_tags(progress, app.words)
        self.rows = [[i for i, slot in enumerate(self.slots) if slot[0] == place] for place in LEVELS]
        self.items = [Item("ui-tag-unknown", self._nothing) for _ in self.slots]
        self.now = 0.0

    def _nothing(self) -> None:
        """A tag is read by looking at it."""

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Move along a row, or to the next row."""
        if word in {"left", "right"}:
            self.at = (self.at + (1 if word == "right" else -1)) % len(self.slots)
        elif word in {"up", "down"}:
            here, column = self._where()
            row = self.rows[(here + (1 if word == "down" else -1)) % len(self.rows)]
            self.at = row[min(column, len(row) - 1)]
        else:
            super().take(word, event)

    def _where(self) -> tuple[int, int]:
        """Row and column of the chosen tag."""
        return next((i, row.index(self.at)) for i, row in enumerate(self.rows) if self.at in row)

    def row_at(self, x: float, y: float) -> int:
        """Return the slot at a place in u, or -1."""
        (column, aside), (row, below) = divmod(x - LEFT, STEP_X), divmod(y - TOP, STEP_Y)
        is_on = 0 <= row < len(self.rows) and 0 <= column < len(self.rows[int(row)])
        return self.rows[int(row)][int(column)] if is_on and aside < CELL_W and below < CELL_H else -1

    def update(self, seconds: float) -> None:
        """Let the tag sway."""
        self.now += seconds

    def draw(self, canvas: Canvas) -> None:
        """Draw the rows and the tag."""
        words = self.app.words
        canvas.target.fill(style.INK)
        canvas.text(24, 18, words.text("ui-tags"), "title")
        counted = words.text("ui-of", n=len(self.found), total=len(self.slots))
        canvas.text(616, 28, counted, "body", style.SOFT, "r")
        for number, place in enumerate(LEVELS):
            self._draw_row(canvas, number, place)
        canvas.plate(*PLATE, 236)
        self._draw_chosen(canvas)
        self.draw_hints(canvas, 24, 326, (BACK_HINT,))

    def _draw_row(self, canvas: Canvas, number: int, place: str) -> None:
        row, y = self.rows[number], TOP + number * STEP_Y
        found = sum(self.slots[i] in self.found for i in row)
        canvas.rect(LEFT, y - 13, 3, 9, BANDS[number])
        canvas.text(LEFT + 8, y - 15, self.app.words.text(f"level-{place}"), "small", style.SOFT)
        counted = f"{found} / {len(row)}"
        canvas.text(LEFT + 8 * STEP_X + CELL_W, y - 15, counted, "small", style.DIM, "r")
        for column, i in enumerate(row):
            self._draw_slot(canvas, i, LEFT + column * STEP_X, y)

    def _draw_slot(self, canvas: Canvas, i: int, x: float, y: float) -> None:
        focus, slot = i == self.at, self.slots[i]
        canvas.rect(x, y, CELL_W, CELL_H, style.GOLD_BACK if focus else style.PLATE)
        if focus:
            canvas.frame(x, y, CELL_W, CELL_H, style.GOLD)
        if slot in self.found:
            canvas.rect(x + 4, y + 7, 28, 19, style.TEXT if focus else style.BONE)
            canvas.rect(x + 4, y + 7, 28, 5, BANDS[LEVELS.index(slot[0])])
            for line in range(3):
                canvas.rect(x + 8, y + 14 + line * 4, 20 - 5 * ((i + line) % 3), 2, (44, 42, 48))
        else:
            canvas.frame(x + 4, y + 7, 28, 19, (44, 46, 54))
            canvas.text(x + CELL_W / 2, y + 10, "?", "body", (84, 84, 88), "c")
        canvas.text(
            x + CELL_W / 2, y + 29, f"{slot[1]}", "micro", style.GOLD_LIT if focus else style.DIM, "c"
        )

    def _draw_chosen(self, canvas: Canvas) -> None:
        words, (place, number) = self.app.words, self.slots[self.at]
        if (place, number) not in self.found:
            canvas.paragraph(TEXT_X, TEXT_Y, words.text("ui-tag-not-found"), TEXT_W, "body", style.DIM)
            return
        name, told = parted(words.text(f"tag-{place}-{number}"))
        self._draw_tag(canvas, name, BANDS[LEVELS.index(place)])
        canvas.paragraph(TEXT_X, TEXT_Y, told, TEXT_W, "body", style.TEXT)

    def _draw_tag(self, canvas: Canvas, name: str, band: style.Colour) -> None:
        sway = 1.5 * math.sin(self.now * 1.3)
        x, y, w, h = 412 + sway, 78.0, 176, 86
        canvas.rect(x + 4, y + 5, w, h, style.INK)
        canvas.rect(x, y, w, h, (214, 206, 184))
        canvas.rect(x, y, w, 18, band)
        canvas.rect(x + w / 2 - 12, y + 5, 24, 7, style.INK)
        is_short = canvas.width(name, "title") < NAME_W
        lines = [name] if is_short else canvas.wrap(name, NAME_W, "strong")
        for i, line in enumerate(lines):
            top = y + 36 if is_short else y + 52 - 8 * len(lines) + 16 * i
            canvas.text(x + w / 2, top, line, "title" if is_short else "strong", (30, 28, 34), "c")
        for across, up, shade in BLOOD:
            canvas.rect(x + w - 2 - across, y + h - 2 - up, 2, 2, (shade, 30, 24))


def parted(text: str) -> tuple[str, str]:
    """Return whose a tag is and what is told; of one that names nobody its words serve as both."""
    match = NAME.fullmatch(text)
    return (match[1], match[2]) if match else (text, text)
