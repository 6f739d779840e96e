"""The pause: go on, back to the last tag, tags, settings, leave; the world stands still behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.show import lessons, readout, style
from game.show.scenes.menu import BACK_HINT, SELECT_HINT, Item, Menu
from game.show.scenes.sure import Sure
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from game.show.app import App
    from game.show.canvas import Canvas
    from game.show.flow import Flow
    from game.show.scenes.play import PlayScene


class Pause(Menu):
    """Covers the play scene.

    Args:
        app: the running program.
        flow: where each row leads.
        play: what is paused.
    """

    covers = False

    def __init__(self, app: App, flow: Flow, play: PlayScene) -> None:
        super().__init__(app, (24, 76, 232))
        self.flow, self.play = flow, play
        self.items = [
            Item("ui-resume", app.pop),
            Item("ui-restart", self._retry, note=self._since()),
            Item("ui-tags", flow.codex),
            Item("ui-settings", flow.settings),
            Item("ui-to-title", self._leave),
        ]

    def _since(self) -> str:
        session = self.play.session
        seconds = max(0, round((session.simulation.tick - session.checkpoint_tick) / TICKS_PER_SECOND))
        return self.app.words.text("ui-since", minutes=seconds // 60, seconds=seconds % 60)

    def _leave(self) -> None:
        self.app.push(Sure(self.app, "ui-to-title-sure", self.flow.leave))

    def _retry(self) -> None:
        self.app.pop()
        self.play.back_to_checkpoint()

    def draw(self, canvas: Canvas) -> None:
        """Darken the world and draw the plate."""
        words = self.app.words
        canvas.veil(168)
        canvas.plate(24, 24, 232, 312, 226)
        canvas.text(42, 34, words.text("ui-pause"), "title")
        canvas.rect(42, 66, 196, 0.5, style.LINE_LIT)
        self.draw_rows(canvas)
        lessons.draw_strip(canvas, words, self.play.world, 38, 212)
        goal = readout.goal(self.play.world)
        if goal:
            canvas.rect(34, 307, 4, 4, style.GOLD)
            canvas.paragraph(42, 303, words.said(goal.text), 206, "small", style.SOFT)
        self.draw_hints(canvas, 272, 318, (SELECT_HINT, BACK_HINT))
