"""The result of a level: time, falls, tags, humanity, what was taught and decided, and where it goes on.

Rules of this module: the row that goes on stays where it is however many choices a map has; more than one
are told in a line each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.data import campaign, paths
from game.show import lessons, style, widgets
from game.show.scenes.asking import picture_of
from game.show.scenes.menu import SELECT_HINT, Item, Menu
from game.sim.components import Hero, Pilot
from game.sim.resources import TICKS_PER_SECOND, Story

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.data.locale import Words
    from game.play.session import Session
    from game.show.app import App
    from game.show.canvas import Canvas

MARKS = (0.35, 0.50)
"""Humanity at which endings divide; marked on the bar in the campaign."""
TAGS_W, TAG_STEP = 240, 17
"""How wide the row of tags may get, and from one to the next while they fit, u."""
CHOICES_Y, CHOICE_STEP, MOST_CHOICES = 254, 18, 3


class Result(Menu):
    """Shown when a level was left.

    Args:
        app: the running program.
        session: what was played.
        go_on: called by the only row.
        onward: bare name of the level that comes next, if one does.
    """

    def __init__(self, app: App, session: Session, go_on: Callable[[], None], onward: str = "") -> None:
        super().__init__(app, (24, 314, 336))
        self.onward = onward
        self.level = session.simulation.level
        self.result = session.result()
        self.world = session.simulation.world
        self.story = self.world.resource(Story)
        self.humanity = float(self.world.view(Hero, self.world.rows(Pilot)).humanity[0]) / 100
        self.items = [Item("ui-to-title", go_on)]
        self.is_ours = campaign.is_ours(self.level.path)
        path = paths.asset("art", f"card_{self.level.path.stem}.png")
        self.picture = pygame.image.load(str(path)).convert() if self.is_ours else None

    def back(self) -> None:
        """There is only on."""
        self.select()

    def draw(self, canvas: Canvas) -> None:
        """Draw the figures on a plate over the level's still."""
        words = self.app.words
        if self.picture:
            canvas.picture(self.picture)
            canvas.veil(120)
        canvas.plate(24, 20, 336, 320, 238)
        canvas.text(42, 28, words.said(self.level.title), "title")
        canvas.text(42, 58, self._outcome(), "body", style.SOFT)
        canvas.rect(42, 80, 300, 0.5, style.LINE_LIT)
        self._draw_figures(canvas)
        self._draw_tags(canvas)
        self._draw_humanity(canvas)
        lessons.draw_strip(canvas, words, self.world, 42, 190)
        self._draw_choices(canvas)
        widgets.row(canvas, *self.box, self._way(), "focus")
        self.draw_hints(canvas, 616, 322, (SELECT_HINT,), "r")

    def _outcome(self) -> str:
        words, ending = self.app.words, self.story.ending
        name = words.text(f"ending-{ending}")
        return words.text("ui-result-ending", name=name) if ending else words.text("ui-result")

    def _way(self) -> str:
        """Say where the row leads."""
        words = self.app.words
        if self.onward:
            return words.text("ui-result-onward", place=words.said(_level_message(words, self.onward)))
        return words.text("ui-to-title")

    def _draw_figures(self, canvas: Canvas) -> None:
        seconds = self.result["ticks"] // TICKS_PER_SECOND
        figures = (
            ("ui-result-time", f"{seconds // 60}:{seconds % 60:02d}"),
            ("ui-result-deaths", str(self.result["deaths"])),
            ("ui-result-shots", str(self.result["events"].get("Fired", 0))),
            ("ui-result-kills", str(self.result["kills"])),
        )
        for i, (label, value) in enumerate(figures):
            x, y = 42 + i * 77, 86
            canvas.text(x, y, self.app.words.text(label), "small", style.DIM)
            canvas.text(x, y + 12, value, "strong")

    def _draw_tags(self, canvas: Canvas) -> None:
        total, found = len(self.level.tags), len(self.story.tags)
        if not total:
            return
        canvas.text(42, 118, self.app.words.text("ui-tags"), "small", style.DIM)
        step = min(TAG_STEP, TAGS_W / total)
        for i in range(total):
            canvas.tag(42 + i * step, 133, found=i < found)
        canvas.text(342, 129, f"{found} / {total}", "strong", align="r")

    def _draw_humanity(self, canvas: Canvas) -> None:
        canvas.text(42, 150, self.app.words.text("hud-humanity"), "small", style.DIM)
        canvas.rect(42, 166, 240, 7, style.CELL)
        canvas.rect(42, 166, 240 * self.humanity, 7, style.BONE)
        for mark in MARKS if self.is_ours else ():
            canvas.rect(42 + 240 * mark, 163, 1, 13, style.TEXT)
            canvas.text(42 + 240 * mark, 177, str(round(mark * 100)), "micro", style.DIM, "c")
        canvas.text(342, 162, str(round(self.humanity * 100)), "strong", style.GOLD_LIT, "r")

    def _draw_choices(self, canvas: Canvas) -> None:
        words, made_here = self.app.words, [*self.result["choices"].items()][-MOST_CHOICES:]
        for i, (name, made) in enumerate(made_here):
            y, said = CHOICES_Y + i * CHOICE_STEP, words.text(f"choice-{name}-{made}")
            if len(made_here) > 1:
                canvas.icon(picture_of(made), 42, y, style.TEXT)
                canvas.text(64, y + 1, said, "body", style.SOFT)
                continue
            canvas.icon(picture_of(made), 42, y + 12, style.TEXT)
            canvas.text(64, y + 4, words.text(f"choice-{name}"), "body")
            canvas.text(64, y + 21, said, "small", style.SOFT)


def _level_message(words: Words, name: str) -> str:
    return f"level-{name}" if words.has(f"level-{name}") else name
