"""The card before a level: its name, whose it is, and one line; anything skips it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.data import paths
from game.show import ashfall, style

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.data.level import Level
    from game.show.app import App
    from game.show.canvas import Canvas

STAYS_S, FADE_S = 4.0, 0.6
ASH: style.Colour = (120, 112, 100)
ASH_COUNT = 36
ROMAN = ("", "I", "II", "III", "IV")


class Card:
    """Shown once the level is ready.

    Args:
        app: the running program.
        level: what begins.
        then: called when the card is over.
    """

    covers = True

    def __init__(self, app: App, level: Level, then: Callable[[], None]) -> None:
        self.app, self.level, self.then, self.age = app, level, then, 0.0
        path = paths.asset("art", f"card_{level.path.stem}.png")
        self.picture = pygame.image.load(str(path)).convert() if path.is_file() else None

    def enter(self) -> None:
        """Begin dark."""
        self.age = 0.0

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Skip."""
        pressed = {pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN}
        if word or event.type in pressed:
            self.age = max(self.age, STAYS_S)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self.age += seconds
        if self.age >= STAYS_S + FADE_S:
            self.then()

    def draw(self, canvas: Canvas) -> None:
        """Draw the still and the words over it."""
        if self.picture:
            canvas.picture(self.picture)
            ashfall.draw(canvas, self.age, ASH, ASH_COUNT)
        words, title = self.app.words, self.level.title
        x, y = 40, 16
        canvas.text(x, y, ROMAN[min(self.level.chapter, len(ROMAN) - 1)], "body", style.GOLD)
        canvas.text(x, y + 14, words.said(title), "title", style.WHITE, shadow=True)
        canvas.rect(x, y + 46, 40, 1, style.GOLD)
        canvas.text(x, y + 52, words.text(f"who-{self.level.hero}"), "small", style.SOFT)
        if words.has(f"{title}-line"):
            canvas.text(x, y + 66, words.text(f"{title}-line"), "small", style.SOFT)
        dark = max(1 - self.age / FADE_S, (self.age - STAYS_S) / FADE_S)
        if dark > 0:
            canvas.veil(round(255 * min(1.0, dark)))
