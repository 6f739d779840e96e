"""The debug view: which layers are shown, the keys that change it, and the legend.

Rules of this module:
- ``F3`` (or what it is bound to) opens and shuts it; while it is open the number keys switch its layers,
  except while a choice waits for an answer.
- The picture under it is fully lit and everybody is in sight: it is for authors, and tells everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.show import style
from game.show.debug import belief, flow, inset, lessons, noise, packs, phases, sight, tasks
from game.show.debug.memory import Memory
from game.show.debug.names import DEFAULT, LAYERS
from game.show.debug.page import Note, Page, lay_veil

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.data.locale import Words
    from game.ecs.events import Told
    from game.ecs.world import World
    from game.show.canvas import Canvas
    from game.show.view import View

PAINTED: dict[str, Callable[[Page], None]] = {
    "sight": sight.paint,
    "belief": belief.paint,
    "noise": noise.paint,
    "lessons": lessons.paint,
}
"""What colours the ground, from the lowest up."""
DRAWN: dict[str, Callable[[Page], None]] = {
    "flow": flow.draw,
    "belief": belief.draw,
    "noise": noise.draw,
    "sight": sight.draw,
    "phases": phases.draw,
    "packs": packs.draw,
    "lessons": lessons.draw,
    "tasks": tasks.draw,
}
ORDER = ("flow", "sight", "belief", "noise", "packs", "phases", "tasks", "lessons")
"""Of marks, from the ground up: lines first, then letters."""
DARK = 110
"""How much the lit picture is darkened, of 255."""
LEGEND_X, LEGEND_Y, LEGEND_W, ROW = 8, 48, 104, 14
NOTES_X, NOTES_Y, NOTES_W, NOTE = 470, 32, 162, 12
BAR_W = 50
NOTES_MOST, NOTES_GAP = 26, 4
"""Lines of a column, and what lies between two, u."""


class DebugView:
    """What the dead know and want, drawn over the picture.

    Args:
        shown: names of the layers shown at first; none leaves the view shut.
    """

    def __init__(self, shown: Sequence[str] = ()) -> None:
        self.is_open = bool(shown)
        self.shown = set(shown or DEFAULT)
        self.memory = Memory()

    def hear(self, told: Sequence[Told]) -> None:
        """Take in one tick's journal, also while shut: what was heard before it opened counts."""
        self.memory.hear(told)

    def clear(self) -> None:
        """The world went back to a checkpoint."""
        self.memory.clear()

    def toggle(self) -> None:
        """Open or shut it."""
        self.is_open = not self.is_open

    def take(self, event: pygame.event.Event) -> bool:
        """Switch a layer if a number key asks for it; return whether it did."""
        if not self.is_open or event.type != pygame.KEYDOWN:
            return False
        place = event.key - pygame.K_1
        if not 0 <= place < len(LAYERS):
            return False
        self.shown ^= {LAYERS[place]}
        return True

    def draw(self, canvas: Canvas, world: World, view: View, words: Words) -> None:
        """Draw the layers shown, the legend and the notes over the picture."""
        page = Page(canvas, view, world, words, self.memory, frozenset(self.shown))
        canvas.target.set_clip(
            (canvas.left, canvas.top, style.WIDTH * canvas.unit, style.HEIGHT * canvas.unit)
        )
        canvas.rect(0, 0, style.WIDTH, style.HEIGHT, style.INK, DARK)
        for name, paint in PAINTED.items():
            if name in self.shown:
                paint(page)
        lay_veil(page)
        for name in ORDER:
            if name in self.shown:
                DRAWN[name](page)
        self._draw_legend(page)
        _draw_notes(page)
        inset.draw(page)
        canvas.target.set_clip(None)

    def _draw_legend(self, page: Page) -> None:
        canvas = page.canvas
        canvas.plate(LEGEND_X, LEGEND_Y, LEGEND_W, len(LAYERS) * ROW + 8, 220)
        for place, name in enumerate(LAYERS):
            y, is_on = LEGEND_Y + 4 + place * ROW, name in self.shown
            canvas.text(LEGEND_X + 6, y + 1, str(place + 1), "small", style.GOLD if is_on else style.DIM)
            canvas.frame(LEGEND_X + 16, y + 3, 7, 7, style.TEXT if is_on else style.DIM)
            if is_on:
                canvas.rect(LEGEND_X + 18, y + 5, 3, 3, style.GOLD)
            said = page.words.text(f"debug-{name}")
            canvas.text(LEGEND_X + 28, y + 1, said, "small", style.TEXT if is_on else style.DIM)


def _draw_notes(page: Page) -> None:
    """Set the notes of every layer on the right, under its name; what does not fit goes further left."""
    columns: list[list[Note]] = [[]]
    for name in (*LAYERS, "why"):
        if name in page.notes:
            part = [Note(page.words.text(f"debug-{name}"), style.GOLD), *page.notes[name]]
            if len(columns[-1]) + len(part) > NOTES_MOST:
                columns.append([])
            columns[-1] += part
    for number, lines in enumerate(columns):
        x = NOTES_X - number * (NOTES_W + NOTES_GAP)
        if lines:
            page.canvas.plate(x, NOTES_Y, NOTES_W, len(lines) * NOTE + 8, 220)
        for place, note in enumerate(lines):
            _draw_note(page.canvas, note, x, NOTES_Y + 4 + place * NOTE)


def _draw_note(canvas: Canvas, note: Note, x: float, y: float) -> None:
    canvas.text(x + 6, y, note.text, "small", note.colour)
    if note.share is None:
        return
    x += NOTES_W - BAR_W - 6
    canvas.rect(x, y + 3, BAR_W, 5, style.CELL)
    canvas.rect(x, y + 3, BAR_W * min(1.0, note.share), 5, note.colour)
    if note.mark is not None:
        canvas.rect(x + BAR_W * note.mark, y + 1, 1, 9, style.TEXT)
