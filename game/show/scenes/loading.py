"""Loading: the level is read and painted beside the window's loop, and a bar says how far it is."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from game.data.errors import BadInput
from game.show import style

if TYPE_CHECKING:
    from collections.abc import Callable

    import pygame

    from game.show.app import App
    from game.show.canvas import Canvas

T = TypeVar("T")
QUIET_S = 0.4
"""A load that is over by then shows nothing but black: no bar that only flashes up."""


class Loading(Generic[T]):
    """Does one piece of work on a thread of its own.

    Args:
        app: the running program.
        work: does it, telling ``(share done, message id)`` as it goes; it may not touch the window.
        done: called in the loop with what the work returned.
        failed: called in the loop with one line when something cannot be read.
    """

    covers = True

    def __init__(
        self,
        app: App,
        work: Callable[[Callable[[float, str], None]], T],
        done: Callable[[T], None],
        failed: Callable[[str], None],
    ) -> None:
        self.app, self.work, self.done, self.failed = app, work, done, failed
        self.share, self.label, self.age = 0.0, "ui-loading", 0.0
        self.made: list[T] = []
        self.broke: list[Exception] = []
        self.thread = Thread(target=self._work, daemon=True)
        self.thread.start()

    def _work(self) -> None:
        try:
            self.made.append(self.work(self._tell))
        except Exception as error:  # noqa: BLE001 - the loop's thread raises it again
            self.broke.append(error)

    def _tell(self, share: float, label: str) -> None:
        self.share, self.label = share, label

    def enter(self) -> None:
        """The work goes on whoever looks."""

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Only closing the window ends a load, and the app sees to that."""

    def update(self, seconds: float) -> None:
        """Go on when the work is done."""
        self.age += seconds
        if self.thread.is_alive():
            return
        for error in self.broke:
            if not isinstance(error, BadInput):
                raise error
            self.failed(str(error))
            return
        self.done(self.made[0])

    def draw(self, canvas: Canvas) -> None:
        """Draw the bar."""
        if self.age < QUIET_S:
            return
        words = self.app.words
        canvas.text(40, 296, words.text(self.label), "small", style.SOFT)
        canvas.rect(40, 314, 560, 4, style.CELL)
        canvas.rect(40, 314, 560 * self.share, 4, style.GOLD)
        shown = words.text("ui-percent", n=round(100 * self.share))
        canvas.text(600, 296, shown, "small", style.SOFT, "r")
