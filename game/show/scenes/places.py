"""Places: the campaign's levels in their order, then all other maps; each is begun from its start.

Rules of this module:
- A level of the campaign is shut until an exit has led to it; the first never is, nor are other maps.
- A shut one can be looked at, but not begun: it shows its name and nothing of what is there.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.data import campaign, paths
from game.play.journey import LevelProgress
from game.show import style
from game.show.scenes.asking import picture_of
from game.show.scenes.codex import tags_of
from game.show.scenes.menu import BACK_HINT, SELECT_HINT, Item, Menu
from game.show.wanted import Wanted
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from pathlib import Path

    from game.show.app import App
    from game.show.canvas import Canvas
    from game.show.flow import Flow

CARD_W, CARD_H, STEP = 142, 262, 150
LEFT, TOP = 24, 54
ACROSS = 4
STILL = (138, 112)
SEEN = {"hyosan": (340, 190), "laboratory": (275, 124), "seoul": (250, 98), "tower": (318, 146)}
"""The part of a level's card that is shown: its size, and its corner where the hero is, px."""
SHUT = 46
"""Brightness of the still of a shut level, 0..255."""
PAD = 8
FIGURES, SAID, TAUGHT = 150, 212, 242
"""Where the figures, the choice and the lessons begin, u below the card's top."""
LESSON_STEP = 19


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
        self.maps = campaign.levels()
        self.items = [Item(f"level-{path.stem}", self._play, self.is_open(path)) for path in self.maps]

    def is_open(self, path: Path) -> bool:
        """Whether a level may be begun."""
        is_later = campaign.is_ours(path) and path.stem != campaign.FIRST
        return not is_later or path.stem in self.flow.progress.levels

    def _play(self) -> None:
        self.flow.begin(Wanted(campaign.name(self.maps[self.at])))

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Move left and right, over shut ones too."""
        if word in {"left", "right"} and self.items:
            self.at = (self.at + (1 if word == "right" else -1)) % len(self.items)
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
        canvas.text(24, 14, words.text("ui-places"), "title")
        if not self.maps:
            canvas.text(24, 160, words.text("ui-no-places"), "body", style.SOFT)
        for i, path in enumerate(self.maps[self.first : self.first + ACROSS]):
            self._draw_card(canvas, LEFT + i * STEP, path, focus=self.first + i == self.at)
        if self.first:
            canvas.chevron(10, TOP + CARD_H / 2, way=-1)
        if self.first + ACROSS < len(self.maps):
            canvas.chevron(style.WIDTH - 14, TOP + CARD_H / 2)
        is_on = self.items and self.items[self.at].is_on
        self.draw_hints(canvas, 24, 330, (SELECT_HINT, BACK_HINT) if is_on else (BACK_HINT,))

    def _draw_card(self, canvas: Canvas, x: float, path: Path, *, focus: bool) -> None:
        words, y, is_open = self.app.words, TOP, self.is_open(path)
        back = (24, 18, 10) if focus else style.PLATE
        canvas.plate(x, y, CARD_W, CARD_H, 255, back, style.GOLD if focus else style.LINE)
        is_ours = campaign.is_ours(path)
        still = _still(path.stem, is_open) if is_ours else None
        if still:
            canvas.picture(still, x + 2, y + 2)
        name = words.text(f"level-{path.stem}") if is_ours else path.stem
        colour = style.DIM if not is_open else style.GOLD_LIT if focus else style.TEXT
        for i, line in enumerate(canvas.wrap(name, CARD_W - 2 * PAD, "strong")[:2]):
            canvas.text(x + PAD, y + 116 + i * 15, line, "strong", colour)
        aside = "ui-own-map" if not is_ours else "" if is_open else "ui-not-reached"
        if aside:
            below = FIGURES + 2 if is_ours else 14
            canvas.text(x + PAD, y + below, words.text(aside), "small", style.SOFT)
        canvas.rect(x + PAD, y + 147, CARD_W - 2 * PAD, 0.5, style.LINE_LIT if is_open else style.LINE)
        if is_open:
            told = self.flow.progress.levels.get(campaign.key(path), LevelProgress())
            there = len(tags_of(path.stem, words)) if is_ours else told.tags_there
            self._draw_figures(canvas, x, told, there)
            self._draw_decided(canvas, x, told)

    def _draw_figures(self, canvas: Canvas, x: float, told: LevelProgress, tags_there: int) -> None:
        figures = (
            ("ui-best", clock(told.best_ticks) if told.best_ticks else "-"),
            ("ui-result-deaths", str(told.deaths) if told.finished else "-"),
            ("ui-tags", f"{len(told.tags)} / {tags_there}" if tags_there else "-"),
        )
        for i, (label, value) in enumerate(figures):
            y = TOP + FIGURES + i * 19
            canvas.text(x + PAD, y + 2, self.app.words.text(label), "small", style.DIM)
            canvas.text(x + CARD_W - PAD, y, value, "body", align="r")

    def _draw_decided(self, canvas: Canvas, x: float, told: LevelProgress) -> None:
        """Draw the last choice made there, and what the dead had learnt when it was left."""
        for choice, made in [*told.choices.items()][-1:]:
            canvas.icon(picture_of(made), x + PAD - 2, TOP + SAID - 1, style.SOFT)
            said = canvas.wrap(self.app.words.text(f"choice-{choice}-{made}"), CARD_W - 2 * PAD - 17, "small")
            for i, line in enumerate(said[:2]):
                canvas.text(x + PAD + 17, TOP + SAID + i * 13, line, "small", style.SOFT)
        for i, lesson in enumerate(told.lessons):
            canvas.icon(picture_of(lesson), x + PAD - 2 + i * LESSON_STEP, TOP + TAUGHT, style.GOLD)


def clock(ticks: int) -> str:
    """Return a time as minutes and seconds."""
    seconds = ticks // TICKS_PER_SECOND
    return f"{seconds // 60}:{seconds % 60:02d}"


@lru_cache(maxsize=16)
def _still(name: str, is_open: bool) -> pygame.Surface:  # noqa: FBT001 - a key of the cache
    path = paths.asset("art", f"card_{name}.png")
    still = pygame.image.load(str(path)).convert().subsurface((*SEEN[name], *STILL)).copy()
    if not is_open:
        still.fill((SHUT, SHUT, SHUT), special_flags=pygame.BLEND_RGB_MULT)
    return still
