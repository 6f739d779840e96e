"""An ending: a still that moves a little, its lines one by one, its name last; any key goes on sooner."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.show import style
from game.show.tableau import Tableau
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.data.locale import Words
    from game.show.app import App
    from game.show.canvas import Canvas
    from game.sim.story.endings import Ending

OPENS_S, FIRST_S = 3.0, 6.0
"""How long the picture takes to come out of the dark, and when its first line is said, s."""
LINE_S, PAUSE_S = 14.0, 2.0
"""From one line to the next, and how much of it is without words, s."""
NAME_S, CLOSES_S = 7.0, 3.0
"""How long its name stays, and how long the dark takes to come back, s."""
FADE_S = 0.8
WIDEST = 470
"""Longest line of text, u."""
STEP = 8
"""Lines are balanced by narrowing them so much at a time, u."""
LOW = 330
"""Where the last line of text ends, u."""


class EndingScene:
    """Shows one ending, about a minute.

    Args:
        app: the running program.
        ending: which.
        then: called when it is over.
    """

    covers = True

    def __init__(self, app: App, ending: Ending, then: Callable[[], None]) -> None:
        self.app, self.ending, self.then = app, ending, then
        self.tableau = Tableau(f"ending-{ending}")
        self.age = self.shown_for = 0.0  # s of its words, which may be hurried, and of its picture

    def enter(self) -> None:
        """Begin in the dark."""
        self.age = self.shown_for = 0.0

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Go on to the next line; back leaves."""
        pressed = {pygame.KEYDOWN, pygame.MOUSEBUTTONDOWN, pygame.CONTROLLERBUTTONDOWN}
        if word == "back":
            self.age = max(self.age, self._beats()[-1])
        elif word or event.type in pressed:
            self.age = next((beat for beat in self._beats() if beat > self.age), self.age)

    def update(self, seconds: float) -> None:
        """Let time pass."""
        self.age += seconds
        self.shown_for += seconds
        if self.age >= self._beats()[-1] + CLOSES_S:
            self.then()

    def draw(self, canvas: Canvas) -> None:
        """Draw the picture, the words over it, and the dark before and after."""
        self.tableau.draw(canvas, round(self.shown_for * TICKS_PER_SECOND))
        lines = ending_lines(self.app.words, self.ending)
        number = int((self.age - FIRST_S) // LINE_S)
        if 0 <= number < len(lines):
            since = self.age - FIRST_S - number * LINE_S
            self._draw_line(canvas, lines[number], _come_and_gone(since, LINE_S - PAUSE_S))
        elif number >= len(lines):
            self._draw_name(
                canvas, _come_and_gone(self.age - FIRST_S - len(lines) * LINE_S, NAME_S + CLOSES_S)
            )
        dark = max(1 - self.shown_for / OPENS_S, (self.age - self._beats()[-1]) / CLOSES_S)
        if dark > 0:
            canvas.veil(round(255 * min(1.0, dark)))

    def _beats(self) -> list[float]:
        """When each line, the name, and the dark begin, s."""
        count = len(ending_lines(self.app.words, self.ending))
        starts = [FIRST_S + number * LINE_S for number in range(count + 1)]
        return [*starts, starts[-1] + NAME_S]

    def _draw_line(self, canvas: Canvas, text: str, share: float) -> None:
        if share <= 0:
            return
        scale = self.app.settings.caption_size / 100
        size = style.TYPE["caption"][1] * scale
        lines = balanced(canvas, text, scale)
        wide = max(canvas.width(line, "caption", scale) for line in lines)
        lead, high = size + 5, len(lines) * (size + 5) + 9
        top = LOW - high
        canvas.plate((style.WIDTH - wide) / 2 - 12, top, wide + 24, high, round(205 * share))
        for i, line in enumerate(lines):
            y = top + 6 + i * lead
            canvas.text(style.WIDTH / 2, y, line, "caption", _mixed(style.TEXT, share), "c", scale=scale)

    def _draw_name(self, canvas: Canvas, share: float) -> None:
        if share <= 0:
            return
        name = self.app.words.text(f"ending-{self.ending}")
        wide = canvas.width(name, "title") + 48
        canvas.plate((style.WIDTH - wide) / 2, LOW - 48, wide, 42, round(205 * share))
        canvas.text(style.WIDTH / 2, LOW - 42, name, "title", _mixed(style.WHITE, share), "c")
        canvas.rect(style.WIDTH / 2 - 20, LOW - 11, 40, 1, _mixed(style.GOLD, share))


def balanced(canvas: Canvas, text: str, scale: float) -> list[str]:
    """Break a line of an ending into as few lines as it takes, of nearly one length."""
    lines = canvas.wrap(text, WIDEST, "caption", scale)
    for width in range(WIDEST, WIDEST // 2, -STEP):
        narrower = canvas.wrap(text, width, "caption", scale)
        if len(narrower) > len(lines):
            break
        lines = narrower
    return lines


def ending_lines(words: Words, ending: Ending) -> list[str]:
    """Return what is said over an ending, in order: messages ``ending-<name>-1`` and on."""
    found: list[str] = []
    while words.has(f"ending-{ending}-{len(found) + 1}"):
        found.append(words.text(f"ending-{ending}-{len(found) + 1}"))
    return found


def _come_and_gone(since: float, stays: float) -> float:
    """Return how much of something is there that comes, stays so long in all and goes, 0..1."""
    return max(0.0, min(1.0, since / FADE_S, (stays - since) / FADE_S))


def _mixed(colour: style.Colour, share: float) -> style.Colour:
    """Mix a colour with the plate, in steps: each one of them is rendered and kept."""
    part = round(share * 8) / 8
    red, green, blue = (round(p * (1 - part) + c * part) for p, c in zip(style.PLATE, colour, strict=True))
    return red, green, blue
