"""Loading: the level is read and its picture made while a bar says how far it is."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from game.data.errors import BadInput
from game.show import style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import pygame

    from game.show.app import App
    from game.show.canvas import Canvas

QUIET_S = 0.4
"""A load that is over by then shows nothing but black: no bar that only flashes up."""
FRAME_S = 0.03
"""Work goes on this long between two looks at the window, s."""


class Loading:
    """Does the steps of a load, a few a frame.

    Args:
        app: the running program.
        steps: yields ``(share done, message id of what is done now)``; it does the work.
        failed: called with one line when something cannot be read.
    """

    covers = True

    def __init__(self, app: App, steps: Iterator[tuple[float, str]], failed: Callable[[str], None]) -> None:
        self.app, self.steps, self.failed = app, steps, failed
        self.share, self.label, self.age = 0.0, "", 0.0

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Only closing the window ends a load, and the app sees to that."""

    def update(self, seconds: float) -> None:
        """Do a frame's worth of work."""
        self.age += seconds
        began = perf_counter()
        try:
            while perf_counter() - began < FRAME_S:
                self.share, self.label = next(self.steps)
        except StopIteration:
            return
        except BadInput as error:
            self.failed(str(error))

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar."""
        if self.age < QUIET_S:
            return
        words = self.app.words
        canvas.text(40, 296, words.text(self.label) if self.label else "", "small", style.SOFT)
        canvas.rect(40, 314, 560, 4, style.CELL)
        canvas.rect(40, 314, 560 * self.share, 4, style.GOLD)
        canvas.text(600, 296, words.text("ui-percent", n=round(100 * self.share)), "small", style.SOFT, "r")
