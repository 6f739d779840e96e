"""The result of a level: time, falls, tags, humanity, the choice, and on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.data import paths
from game.show import lessons, style
from game.show.scenes.menu import SELECT_HINT, Item, Menu
from game.sim.components import Hero, Pilot
from game.sim.resources import TICKS_PER_SECOND, Story

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.session import Session
    from game.show.app import App
    from game.show.canvas import Canvas

MARKS = (0.35, 0.50)
"""Humanity at which endings divide; marked on the bar."""


class Result(Menu):
    """Shown when a level was left.

    Args:
        app: the running program.
        session: what was played.
        go_on: called by the only row.
    """

    def __init__(self, app: App, session: Session, go_on: Callable[[], None]) -> None:
        super().__init__(app, (24, 314, 336))
        self.level = session.simulation.level
        self.result = session.result()
        self.world = session.simulation.world
        self.story = self.world.resource(Story)
        self.humanity = float(self.world.view(Hero, self.world.rows(Pilot)).humanity[0]) / 100
        self.items = [Item("ui-result-next", go_on)]
        path = paths.asset("art", f"card_{self.level.path.stem}.png")
        self.picture = pygame.image.load(str(path)).convert() if path.is_file() else None

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
        canvas.text(42, 58, words.text("ui-result"), "body", style.SOFT)
        canvas.rect(42, 80, 300, 0.5, style.LINE_LIT)
        self._draw_figures(canvas)
        self._draw_tags(canvas)
        self._draw_humanity(canvas)
        lessons.draw_strip(canvas, words, self.world, 42, 228)
        self._draw_choices(canvas)
        self.draw_rows(canvas)
        self.draw_hints(canvas, 616, 322, (SELECT_HINT,), "r")

    def _draw_figures(self, canvas: Canvas) -> None:
        seconds = self.result["ticks"] // TICKS_PER_SECOND
        figures = (
            ("ui-result-time", f"{seconds // 60}:{seconds % 60:02d}"),
            ("ui-result-deaths", str(self.result["deaths"])),
            ("ui-result-shots", str(self.result["events"].get("Fired", 0))),
            ("ui-result-kills", str(self.result["kills"])),
        )
        for i, (label, value) in enumerate(figures):
            x, y = 42 + i % 2 * 156, 88 + i // 2 * 32
            canvas.text(x, y, self.app.words.text(label), "small", style.DIM)
            canvas.text(x, y + 12, value, "strong")

    def _draw_tags(self, canvas: Canvas) -> None:
        total, found = len(self.level.tags), len(self.story.tags)
        canvas.text(42, 156, self.app.words.text("ui-tags"), "small", style.DIM)
        for i in range(total):
            canvas.tag(42 + i * 17, 172, found=i < found)
        canvas.text(342, 168, f"{found} / {total}", "strong", align="r")

    def _draw_humanity(self, canvas: Canvas) -> None:
        canvas.text(42, 192, self.app.words.text("hud-humanity"), "small", style.DIM)
        canvas.rect(42, 208, 240, 7, style.CELL)
        canvas.rect(42, 208, 240 * self.humanity, 7, style.BONE)
        for mark in MARKS:
            canvas.rect(42 + 240 * mark, 205, 1, 13, style.TEXT)
            canvas.text(42 + 240 * mark, 219, str(round(mark * 100)), "micro", style.DIM, "c")
        canvas.text(342, 204, str(round(self.humanity * 100)), "strong", style.GOLD_LIT, "r")

    def _draw_choices(self, canvas: Canvas) -> None:
        words = self.app.words
        for i, (name, made) in enumerate(self.result["choices"].items()):
            y = 289 + i * 26
            canvas.icon(made, 42, y, style.TEXT)
            canvas.text(64, y - 1, words.text(f"choice-{name}"), "body")
            canvas.text(64, y + 14, words.text(f"choice-{name}-{made}"), "small", style.SOFT)
