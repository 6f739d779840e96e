"""The end: what becomes of the world, line by line, over a still of it; anything brings the next line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.data import paths
from game.show import style

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.show.app import App
    from game.show.canvas import Canvas

TITLE_S, LINE_S, FADE_S = 3.0, 9.0, 1.2
LEFT, TOP, STEP, WIDE = 64, 92, 62, 512
"""Where the name of the ending stands, how far below one another its lines, and how wide they are, u."""


class Ending:
    """Shown when the last level was left.

    Args:
        app: the running program.
        name: of the ending.
        then: called when it is over.
    """

    covers = True

    def __init__(self, app: App, name: str, then: Callable[[], None]) -> None:
        self.app, self.name, self.then, self.age = app, name, then, 0.0
        path = paths.asset("art", f"ending_{name}.png")
        self.picture = pygame.image.load(str(path)).convert() if path.is_file() else None

    @property
    def lines(self) -> list[str]:
        """The lines, as many as the words have."""
        words, ids = self.app.words, [f"ending-{self.name}-{number}" for number in range(1, 10)]
        return [words.text(each) for each in ids if words.has(each)]

    @property
    def lasts_s(self) -> float:
        """How long all of it takes, s."""
        return TITLE_S + LINE_S * len(self.lines)

    def enter(self) -> None:
        """Begin dark."""
        self.age = 0.0

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Bring the next line, or the end."""
        pressed = {pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN}
        if word or event.type in pressed:
            came = int(max(self.age - TITLE_S, -LINE_S) // LINE_S) + 1
            self.age = TITLE_S + LINE_S * came

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self.age += seconds
        if self.age >= self.lasts_s + FADE_S:
            self.then()

    def draw(self, canvas: Canvas) -> None:
        """Draw the name, and the lines that have come."""
        canvas.target.fill((0, 0, 0))
        if self.picture:
            canvas.picture(self.picture)
            canvas.veil(140)
        words = self.app.words
        canvas.text(LEFT, TOP - 44, words.text(f"ending-{self.name}"), "title", style.GOLD_LIT)
        canvas.rect(LEFT, TOP - 12, 40, 1, style.GOLD)
        for number, line in enumerate(self.lines):
            came = (self.age - TITLE_S - LINE_S * number) / FADE_S
            if came > 0:
                canvas.paragraph(LEFT, TOP + STEP * number, line, WIDE, "body", _mixed(min(1.0, came)))
        gone = (self.age - self.lasts_s) / FADE_S
        dark = max(1 - self.age / FADE_S, gone)
        if dark > 0:
            canvas.veil(round(255 * min(1.0, dark)), (0, 0, 0))


def _mixed(share: float) -> style.Colour:
    """Return the colour of words that have come so far, 0..1."""
    r, g, b = (round(part * share) for part in style.TEXT)
    return r, g, b
