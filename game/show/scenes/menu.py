"""A menu: rows that are chosen by keys, pad or mouse, and do something. Every other menu is built of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame

from game.show import style, widgets
from game.show.canvas import Canvas

if TYPE_CHECKING:
    from game.show.app import App

BACK_HINT = ("Esc", "B", "ui-back")
SELECT_HINT = ("Enter", "A", "ui-select")


@dataclass
class Item:
    """One row: the message that names it, what selecting it does, and whether it can be selected.

    ``note`` is a short text at the right end of the row while it has the focus.
    """

    label: str
    act: Callable[[], None]
    is_on: bool = True
    note: str = ""


class Menu:
    """Rows in a column.

    Args:
        app: the running program.
        box: left, top and width of the rows, u.
    """

    covers = True
    has_lines = True
    """Whether a thin line parts the rows."""

    def __init__(self, app: App, box: tuple[float, float, float]) -> None:
        self.app = app
        self.box = box
        self.at = 0
        self.items: list[Item] = []

    def focus_first(self) -> None:
        """Put the focus on the first row that can be chosen."""
        self.at = next((i for i, item in enumerate(self.items) if item.is_on), 0)

    def back(self) -> None:
        """Leave this menu."""
        self.app.pop()

    def take(self, word: str, event: pygame.event.Event) -> None:
        """Move, select, leave; the mouse may point and click."""
        if word in {"up", "down"}:
            self._move(1 if word == "down" else -1)
        elif word == "select":
            self.select()
        elif word == "back":
            self.back()
        elif event.type == pygame.MOUSEMOTION or is_click(event):
            self._point(event)

    def _move(self, by: int) -> None:
        for _ in self.items:
            self.at = (self.at + by) % len(self.items)
            if self.items[self.at].is_on:
                return

    def select(self) -> None:
        """Do what the row with the focus does."""
        if self.items and self.items[self.at].is_on:
            self.items[self.at].act()

    def place(self, event: pygame.event.Event) -> tuple[float, float]:
        """Return where the mouse points, u."""
        canvas = self.app.canvas()
        return (event.pos[0] - canvas.left) / canvas.unit, (event.pos[1] - canvas.top) / canvas.unit

    def row_at(self, x: float, y: float) -> int:
        """Return the row at a place in u, or -1."""
        left, top, wide = self.box
        row = int((y - top) // style.ROW)
        return row if left <= x < left + wide and 0 <= row < len(self.items) else -1

    def _point(self, event: pygame.event.Event) -> None:
        row = self.row_at(*self.place(event))
        if row < 0 or not self.items[row].is_on:
            return
        self.at = row
        if is_click(event):
            self.select()

    def enter(self) -> None:
        """Nothing to do: words are looked up as they are drawn."""

    def update(self, seconds: float) -> None:
        """Menus stand still."""

    def draw_rows(self, canvas: Canvas) -> None:
        """Draw every row in its state."""
        x, y, w = self.box
        for i, item in enumerate(self.items):
            state = "focus" if i == self.at else "normal" if item.is_on else "off"
            top = y + i * style.ROW
            widgets.row(canvas, x, top, w, self.app.words.text(item.label), state, line=self.has_lines)
            if item.note and state == "focus":
                canvas.text(x + w - 8, top + 6, item.note, "micro", style.GOLD, "r")

    def draw_hints(
        self, canvas: Canvas, x: float, y: float, pairs: tuple[tuple[str, str, str], ...], align: str = "l"
    ) -> None:
        """Draw the line that says which keys do what."""
        said = [(key, pad, self.app.words.text(label)) for key, pad, label in pairs]
        widgets.hints(canvas, x, y, said, align)

    def draw(self, canvas: Canvas) -> None:
        """Draw the rows."""
        self.draw_rows(canvas)


def is_click(event: pygame.event.Event) -> bool:
    """Whether the left mouse button went down."""
    return bool(event.type == pygame.MOUSEBUTTONDOWN and event.button == pygame.BUTTON_LEFT)
