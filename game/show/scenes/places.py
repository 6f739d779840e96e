"""Places: every level, those reached can be played again from the start."""

from __future__ import annotations

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

CARD_W, CARD_H = 192, 252
ACROSS = 3


class Places(Menu):
    """Cards side by side: the campaign's levels, then the player's own maps.

    Args:
        app: the running program.
        flow: plays what is chosen.
    """

    def __init__(self, app: App, flow: Flow) -> None:
        super().__init__(app, (24, 58, 600))
        self.flow = flow
        self.maps = paths.levels()
        self.items = [Item(path.stem, self._play) for path in self.maps]

    def _play(self) -> None:
        self.flow.load(Wanted(str(self.maps[self.at])))

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Move left and right."""
        if word in {"left", "right"}:
            self.at = (self.at + (1 if word == "right" else -1)) % len(self.items)
        elif word in {"select", "back"}:
            super().take(word, event)

    def draw(self, canvas: Canvas) -> None:
        """Draw the cards around the chosen one."""
        canvas.target.fill(style.INK)
        canvas.text(24, 18, self.app.words.text("ui-places"), "title")
        first = max(0, min(self.at - 1, len(self.maps) - ACROSS))
        for i, path in enumerate(self.maps[first : first + ACROSS]):
            self._draw_card(canvas, 24 + i * (CARD_W + 8), path, focus=first + i == self.at)
        self.draw_hints(canvas, 24, 326, (SELECT_HINT, BACK_HINT))

    def _draw_card(self, canvas: Canvas, x: float, path: Path, *, focus: bool) -> None:
        words, y = self.app.words, 58
        back = (24, 18, 10) if focus else style.PLATE
        canvas.plate(x, y, CARD_W, CARD_H, 255, back, style.GOLD if focus else style.LINE)
        still = paths.asset("art", f"card_{path.stem}.png")
        if still.is_file():
            picture = pygame.image.load(str(still)).convert()
            canvas.picture(picture.subsurface((296, 140, 188, 132)), x + 2, y + 2)
        name = words.text(f"level-{path.stem}") if words.has(f"level-{path.stem}") else path.stem
        canvas.text(x + 10, y + 142, name, "strong", style.GOLD_LIT if focus else style.TEXT)
        canvas.rect(x + 10, y + 174, CARD_W - 20, 0.5, style.LINE_LIT)
        told = self.flow.progress.levels.get(path.stem)
        best = "-" if told is None or not told.best_ticks else _clock(told.best_ticks // 60)
        canvas.text(x + 10, y + 180, words.text("ui-best"), "small", style.DIM)
        canvas.text(x + CARD_W - 10, y + 179, best, "body", align="r")
        canvas.text(x + 10, y + 197, words.text("ui-tags"), "small", style.DIM)
        canvas.text(x + CARD_W - 10, y + 196, str(len(told.tags) if told else 0), "body", align="r")


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
