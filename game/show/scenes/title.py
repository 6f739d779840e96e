"""The title: an eye that opens, far eyes that breathe together, and where to go."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import pygame

from game.data import paths
from game.play.version import VERSION
from game.show import ashfall, style
from game.show.eye import eye_frames
from game.show.scenes.menu import Item, Menu

if TYPE_CHECKING:
    from game.show.app import App
    from game.show.canvas import Canvas
    from game.show.flow import Flow

OPEN_AFTER_S, OPENING_S = 0.4, 1.4
"""The eye stays shut, then opens, s."""
BREATH_S = 3.2
"""How long the far eyes take to glow and fade, s."""
BLINKS = (7.0, 7.2, 13.6, 21.0)
"""When the eye blinks after it opened, s; it goes round."""
BLINK_S = 0.22
NOTICE_Y, NOTICE_W = 6, 564
"""Where a notice stands, and how wide it may get, u."""
ASH: style.Colour = (78, 78, 72)
ASH_COUNT = 40


class Title(Menu):
    """The first screen.

    Args:
        app: the running program.
        flow: where each row leads.
        notice: a line about something that went wrong before, or nothing.
    """

    has_lines = False

    def __init__(self, app: App, flow: Flow, notice: str = "") -> None:
        super().__init__(app, (38, 168, 150))
        self.flow, self.notice, self.now = flow, notice, 0.0
        self.items = [
            Item("ui-continue", flow.carry_on, is_on=flow.can_continue),
            Item("ui-new-game", flow.begin),
            Item("ui-places", flow.places),
            Item("ui-tags", flow.codex),
            *([Item("ui-endings", flow.endings)] if flow.progress.endings else []),
            Item("ui-settings", flow.settings),
            Item("ui-quit", app.quit),
        ]
        self.focus_first()

    def back(self) -> None:
        """The title is left by its own row."""

    def update(self, seconds: float) -> None:
        """Let the eye breathe."""
        self.now += seconds

    def draw(self, canvas: Canvas) -> None:
        """Draw the still, the eye, the far eyes, the lettering and the rows."""
        canvas.picture(_picture())
        self._draw_eye(canvas)
        self._draw_far_eyes(canvas)
        ashfall.draw(canvas, self.now, ASH, ASH_COUNT)
        logo = _logo(self.app.words.language)
        canvas.picture(logo, 26, 30)
        self.draw_rows(canvas)
        below = self.box[1] + len(self.items) * style.ROW + 6
        canvas.text(56, below, self.flow.where, "micro", style.DIM)
        words = self.app.words
        note = f"{words.text('game-note')}   {words.text('game-version', version=VERSION)}"
        canvas.text(632, 346, note, "micro", style.DIM, "r")
        if self.notice:
            canvas.paragraph(38, NOTICE_Y, self.notice, NOTICE_W, "small", style.GOLD)

    def _draw_eye(self, canvas: Canvas) -> None:
        frames, place = eye_frames()
        open_for = (self.now - OPEN_AFTER_S) / OPENING_S
        share = max(0.0, min(1.0, open_for)) * self._blink()
        shown = frames[round(share * (len(frames) - 1))]
        canvas.picture(shown, *place)

    def _blink(self) -> float:
        """Return how open a blink leaves the lid, 0..1."""
        at = (self.now - OPEN_AFTER_S - OPENING_S) % (BLINKS[-1] + 2)
        near = min(abs(at - blink) for blink in BLINKS)
        return min(1.0, near / BLINK_S)

    def _draw_far_eyes(self, canvas: Canvas) -> None:
        glow = 0.5 - 0.5 * math.cos(self.now / BREATH_S * 2 * math.pi)
        far = _far_eyes().copy()
        far.set_alpha(round(255 * (0.3 + 0.7 * glow)))
        canvas.picture(far)


@lru_cache(maxsize=1)
def _picture() -> pygame.Surface:
    return pygame.image.load(str(paths.asset("art", "title.png"))).convert()


@lru_cache(maxsize=2)
def _logo(language: str) -> pygame.Surface:
    return pygame.image.load(str(paths.asset("art", f"logo_{language}.png"))).convert_alpha()


@lru_cache(maxsize=1)
def _far_eyes() -> pygame.Surface:
    return pygame.image.load(str(paths.asset("art", "title_far.png"))).convert_alpha()
