"""Are you sure? One question, and No has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.show import style
from game.show.scenes.menu import BACK_HINT, SELECT_HINT, Item, Menu

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.show.app import App
    from game.show.canvas import Canvas

X, Y, W = 180, 130, 280


class Sure(Menu):
    """Covers whatever asked.

    Args:
        app: the running program.
        question: message of what is asked.
        then: called when the answer is yes.
    """

    covers = False

    def __init__(self, app: App, question: str, then: Callable[[], None]) -> None:
        super().__init__(app, (X, Y + 52, W))
        self.question = question
        self.items = [Item("ui-no", app.pop), Item("ui-yes", then)]

    def draw(self, canvas: Canvas) -> None:
        """Draw the question and the two answers."""
        canvas.veil(150)
        canvas.plate(X, Y, W, 138, 244)
        canvas.rect(X, Y, W, 1, style.GOLD)
        canvas.paragraph(X + 18, Y + 12, self.app.words.text(self.question), W - 36)
        self.draw_rows(canvas)
        self.draw_hints(canvas, X + W, Y + 118, (SELECT_HINT, BACK_HINT), "r")
