"""After the hero died often enough in one place: try again, or skip the passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.show import style
from game.show.scenes.menu import BACK_HINT, SELECT_HINT, Item, Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    import pygame

    from game.show.app import App
    from game.show.canvas import Canvas

X, Y, W = 200, 232, 240
DEAF_S = 0.4
"""How long it takes nothing, s: keys mashed in the fight choose nothing."""


class Again(Menu):
    """Covers the scene of dying. Trying again has the focus, and is what leaving means.

    Args:
        app: the running program.
        retry: comes back at the last tag.
        skip: comes back where the passage ends.
    """

    covers = False

    def __init__(self, app: App, retry: Callable[[], None], skip: Callable[[], None]) -> None:
        super().__init__(app, (X, Y, W))
        self.age = 0.0
        self.items = [
            Item("ui-try-again", lambda: self._choose(retry)),
            Item("ui-skip-passage", lambda: self._choose(skip)),
        ]

    def _choose(self, then: Callable[[], None]) -> None:
        self.app.pop()
        then()

    def back(self) -> None:
        """Try again."""
        self.items[0].act()

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Choose, once hands had time to see what is asked."""
        if self.age >= DEAF_S:
            super().take(word, event)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self.age += seconds

    def draw(self, canvas: Canvas) -> None:
        """Draw the two rows, and what skipping means."""
        self.draw_rows(canvas)
        note = self.app.words.text("ui-skip-note")
        canvas.text(X + W / 2, Y + 2 * style.ROW + 8, note, "small", style.SOFT, "c")
        self.draw_hints(canvas, X + W, Y + 2 * style.ROW + 28, (SELECT_HINT, BACK_HINT), "r")
