"""Places: every level there is, the game's own and the player's; each can be played from its start."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.data import paths
from game.show import style
from game.show.scenes.menu import BACK_HINT, SELECT_HINT, Item, Menu
from game.show.wanted import Wanted

if TYPE_CHECKING:
    from pathlib import Path

    from game.show.app import App
    from game.show.canvas import Canvas
    from game.show.flow import Flow

CARD_W, CARD_H, STEP = 192, 252, 200
LEFT, TOP = 24, 58
ACROSS = 3
STILL = (296, 140, 188, 132)
"""The part of a level's card that is shown, px."""


class Places(Menu):
    """Cards side by side.

    Args:
        app: the running program.
        flow: plays what is chosen.
    """

    def __init__(self, app: App, flow: Flow) -> None:
        super().__init__(app, (LEFT, TOP, ACROSS * STEP))
        self.flow = flow
        self.first = 0  # index of the leftmost card shown
        self.maps = paths.levels()
        self.items = [Item(f"level-{path.stem}", self._play) for path in self.maps]

    def _play(self) -> None:
        self.flow.begin(Wanted(str(self.maps[self.at])))

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Move left and right."""
        if word in {"left", "right"}:
            self._move(1 if word == "right" else -1)
        elif word not in {"up", "down"}:
            super().take(word, event)
        self.first = max(min(self.first, self.at), self.at - ACROSS + 1)

    def row_at(self, x: float, y: float) -> int:
        """Return the card at a place in u, or -1."""
        column = int((x - LEFT) // STEP)
        at = self.first + column
        is_on = 0 <= column < ACROSS and TOP <= y < TOP + CARD_H and at < len(self.items)
        return at if is_on else -1

    def draw(self, canvas: Canvas) -> None:
        """Draw the cards around the chosen one."""
        canvas.target.fill(style.INK)
        words = self.app.words
        canvas.text(24, 18, words.text("ui-places"), "title")
        if not self.maps:
            canvas.text(24, 160, words.text("ui-no-places"), "body", style.SOFT)
        for i, path in enumerate(self.maps[self.first : self.first + ACROSS]):
            self._draw_card(canvas, LEFT + i * STEP, path, focus=self.first + i == self.at)
        self.draw_hints(canvas, 24, 326, (SELECT_HINT, BACK_HINT))

    def _draw_card(self, canvas: Canvas, x: float, path: Path, *, focus: bool) -> None:
        words, y = self.app.words, TOP
        back = (24, 18, 10) if focus else style.PLATE
        canvas.plate(x, y, CARD_W, CARD_H, 255, back, style.GOLD if focus else style.LINE)
        still = _still(path.stem)
        if still:
            canvas.picture(still, x + 2, y + 2)
        title = f"level-{path.stem}"
        is_ours = words.has(title)
        name = words.text(title) if is_ours else path.stem
        canvas.text(x + 10, y + 142, name, "strong", style.GOLD_LIT if focus else style.TEXT)
        if not is_ours:
            canvas.text(x + 10, y + 157, words.text("ui-own-map"), "small", style.SOFT)
        canvas.rect(x + 10, y + 174, CARD_W - 20, 0.5, style.LINE_LIT)
        self._draw_told(canvas, x, path.stem)

    def _draw_told(self, canvas: Canvas, x: float, name: str) -> None:
        words, y = self.app.words, TOP
        told = self.flow.progress.levels.get(name)
        best = "-" if told is None or not told.best_ticks else _clock(told.best_ticks // 60)
        canvas.text(x + 10, y + 180, words.text("ui-best"), "small", style.DIM)
        canvas.text(x + CARD_W - 10, y + 179, best, "body", align="r")
        canvas.text(x + 10, y + 197, words.text("ui-tags"), "small", style.DIM)
        canvas.text(x + CARD_W - 10, y + 196, str(len(told.tags) if told else 0), "body", align="r")
        for i, (choice, made) in enumerate(told.choices.items() if told else ()):
            said = words.text(f"choice-{choice}-{made}")
            canvas.text(x + 10, y + 214 + 13 * i, said, "small", style.SOFT)


@lru_cache(maxsize=16)
def _still(name: str) -> pygame.Surface | None:
    path = paths.asset("art", f"card_{name}.png")
    return pygame.image.load(str(path)).convert().subsurface(STILL) if path.is_file() else None


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
