"""Endings: four frames. One that was seen plays again; one that was not tells how far off it was.

Rules of this module: of an ending nobody has seen, neither name nor picture is shown. What it still takes
is counted from what the levels have left to the tower, so it says what a replay from there would give.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING

import pygame

from game.data.campaign import LEVELS
from game.data.tuning import load_tuning
from game.show import style
from game.show.canvas import Canvas
from game.show.scenes.menu import BACK_HINT, SELECT_HINT, Item, Menu
from game.show.tableau import Tableau
from game.sim.story.endings import Ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.data.gifts import Endings as Table
    from game.data.locale import Words
    from game.play.journey import Progress
    from game.show.app import App

LEFT, TOP, STEP_X, STEP_Y = 24, 54, 300, 136
WIDE, HIGH = 292, 128
CUT = 22
"""How much of a still's height is left out above, u; as much or more goes below."""
LOOKS_AT = 1740
"""The tick a still is shown at: all of it has come."""
COLUMNS = 2


class Endings(Menu):
    """Four frames, two by two.

    Args:
        app: the running program.
        progress: which were seen, and what would be taken to the last level.
        see: plays one again.
    """

    def __init__(self, app: App, progress: Progress, see: Callable[[Ending], None]) -> None:
        super().__init__(app, (LEFT, TOP, COLUMNS * STEP_X))
        self.endings = tuple(Ending)
        self.progress = progress
        self.items = [
            Item(f"ending-{ending}", partial(see, ending), ending in progress.endings)
            for ending in self.endings
        ]
        self.focus_first()

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Move over the frames, dark ones too."""
        if word in {"left", "right"}:
            self.at ^= 1
        elif word in {"up", "down"}:
            self.at ^= COLUMNS
        else:
            super().take(word, event)

    def row_at(self, x: float, y: float) -> int:
        """Return the frame at a place in u, or -1."""
        (column, aside), (row, below) = divmod(x - LEFT, STEP_X), divmod(y - TOP, STEP_Y)
        is_on = 0 <= column < COLUMNS and 0 <= row < COLUMNS and aside < WIDE and below < HIGH
        return int(row * COLUMNS + column) if is_on else -1

    def draw(self, canvas: Canvas) -> None:
        """Draw the frames."""
        words = self.app.words
        canvas.target.fill(style.INK)
        canvas.text(24, 14, words.text("ui-endings"), "title")
        seen = words.text("ui-of", n=sum(item.is_on for item in self.items), total=len(self.items))
        canvas.text(616, 24, seen, "body", style.SOFT, "r")
        for number in range(len(self.items)):
            self._draw_frame(canvas, number)
        is_on = self.items[self.at].is_on
        self.draw_hints(canvas, 24, 330, (SELECT_HINT, BACK_HINT) if is_on else (BACK_HINT,))

    def _draw_frame(self, canvas: Canvas, number: int) -> None:
        x, y = LEFT + number % COLUMNS * STEP_X, TOP + number // COLUMNS * STEP_Y
        ending, focus, words = self.endings[number], number == self.at, self.app.words
        if self.items[number].is_on:
            size = (canvas.px(WIDE), canvas.px(WIDE * style.HEIGHT / style.WIDTH))
            area = (0, canvas.px(CUT), canvas.px(WIDE), canvas.px(HIGH))
            canvas.target.blit(_still(ending, size), (canvas.x(x), canvas.y(y)), area)
            canvas.rect(x, y + HIGH - 22, WIDE, 22, style.PLATE, 190)
            kind, colour = ("strong", style.GOLD_LIT) if focus else ("body", style.TEXT)
            canvas.text(x + 10, y + HIGH - 18, words.text(f"ending-{ending}"), kind, colour)
        else:
            canvas.rect(x, y, WIDE, HIGH, style.PLATE)
            canvas.text(x + WIDE / 2, y + 36, "?", "title", style.GOLD if focus else style.LINE_LIT, "c")
            for i, line in enumerate(hints(ending, self.progress, words)):
                colour = style.TEXT if focus else style.DIM
                canvas.text(x + WIDE / 2, y + 74 + i * 16, line, "body", colour, "c")
        canvas.frame(x, y, WIDE, HIGH, style.GOLD if focus else style.LINE)
        if focus:
            canvas.chevron(x - 10, y + HIGH / 2 - 3)


def hints(ending: Ending, progress: Progress, words: Words) -> list[str]:
    """Return what an ending still takes, in words that do not tell what it is."""
    tower, rules = LEVELS[-1], load_tuning().endings
    brought, there = progress.legacy(tower), progress.levels.get(tower)
    tags = brought.tags + (len(there.tags) if there else 0)
    wants = _lacks(ending, brought.humanity, tags, rules)
    lines = [words.text(f"ui-ending-{what}", n=n, have=have) for what, n, have in wants]
    return lines or [words.text("ui-ending-other")]


def _lacks(ending: Ending, humanity: float, tags: int, rules: Table) -> list[tuple[str, int, int]]:
    """Return (what, how much it takes, how much there is) for each thing that stands in the way."""
    lacks = []
    if ending == Ending.EVOLUTION and humanity >= rules.evolution_below:
        lacks.append(("less-humanity", round(rules.evolution_below), round(humanity)))
    if ending == Ending.NAMES and tags < rules.names_tags:
        lacks.append(("tags", rules.names_tags, tags))
    if ending == Ending.NAMES and humanity < rules.names_humanity:
        lacks.append(("humanity", round(rules.names_humanity), round(humanity)))
    if ending == Ending.SILENCE and humanity < rules.evolution_below:
        lacks.append(("humanity", round(rules.evolution_below), round(humanity)))
    return lacks


@lru_cache(maxsize=8)
def _still(ending: Ending, size: tuple[int, int]) -> pygame.Surface:
    picture = pygame.Surface((style.WIDTH, style.HEIGHT))
    Tableau(f"ending-{ending}").draw(Canvas(picture), LOOKS_AT)
    return pygame.transform.smoothscale(picture, size)
