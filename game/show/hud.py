"""What the player reads while playing: pure drawing, in u, from plain values.

Only the four corners, the top centre and the bottom third are ever used:
  top left      objective                         top right    tags
  top centre    a screech, a lesson, a notice     bottom left  the hero
  bottom centre captions, radio, choice (``speech``)
What stands over the world itself is in ``signs``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.show import glyphs, style

if TYPE_CHECKING:
    from game.show.canvas import Canvas

HUNGER_MASKS = 0.8
"""Share of hunger at which the dead take the hero for one of them; marked on the bar."""
SLIDES_S = 0.13
"""How long a notice slides in, s: eight frames."""
CELLS = 5
"""Health is shown in this many cells; half a cell is a cut one."""
MAGAZINE_DRAWN = 7
"""Rounds drawn one by one; a larger magazine is a number."""
GIFT_H = 12
"""Height of the row of momentum or stillness, u."""
BASE = 352
"""Where the hero's block ends, u."""


@dataclass
class Vitals:
    """What the block at the bottom left says; ``None`` leaves a row out.

    Shares are 0..1; ``gift`` is how far momentum or stillness has come, ``gift_word`` its label.
    """

    name: str
    health: float
    breath: float
    loaded: int | None = None
    magazine: int = 0
    spare: int = 0
    weapon_icon: str = ""
    bottles: int = 0
    medkits: int = 0
    hunger: float | None = None
    gift: float | None = None
    gift_word: str = ""
    humanity: float = 0.0
    torch: bool = False


def objective(canvas: Canvas, text: str, distance: str = "", note: str = "", *, is_new: bool = False) -> None:
    """Draw what to do, how far it is, and a note under it; a new one is gold for a while."""
    first = canvas.width(text, "strong") + (canvas.width(distance, "small") + 8 if distance else 0)
    wide = max(first, canvas.width(note, "small")) + 24
    high = 32 if note else 20
    canvas.plate(8, 8, wide, high, 176)
    canvas.rect(8, 8, 4 if is_new else 2, high, style.GOLD)
    canvas.rect(14, 16, 4, 4, style.GOLD)
    end = canvas.text(22, 11, text, "strong", style.GOLD_LIT if is_new else style.TEXT)
    if distance:
        canvas.text(22 + end + 8, 12, distance, "small", style.SOFT)
    if note:
        canvas.text(22, 26, note, "small", style.SOFT)


def tags(canvas: Canvas, found: int, total: int) -> None:
    """Draw how many name tags have been found."""
    text = f"{found}/{total}"
    wide = canvas.width(text, "strong") + 28
    canvas.plate(632 - wide, 8, wide, 20, 176)
    canvas.tag(632 - wide + 6, 14)
    canvas.text(626, 11, text, "strong", align="r")


def vitals(canvas: Canvas, of: Vitals, words: tuple[str, str]) -> None:
    """Draw the hero's block, built upward from one base line.

    Args:
        canvas: where to draw.
        of: what to show.
        words: the labels of hunger and humanity.
    """
    high = height(of)
    top = BASE - high
    canvas.plate(8, top, 132, high, 176)
    canvas.text(14, top + 3, of.name, "small", style.SOFT)
    _carried(canvas, of, top + 2)
    y = top + 16
    if of.hunger is not None:
        _hunger(canvas, of.hunger, words[0], y)
        _humanity(canvas, of.humanity, words[1], y + 11)
        y += 24
    if of.gift is not None:
        _gift(canvas, of.gift, of.gift_word, y)
        y += GIFT_H
    _health(canvas, of.health, y)
    _rounds(canvas, of, y)
    canvas.rect(14, y + 13, 120, 3, (34, 40, 44))
    canvas.rect(14, y + 13, 120 * of.breath, 3, (150, 176, 158))


def height(of: Vitals) -> float:
    """Return how high the hero's block is, u."""
    return 38 + (24 if of.hunger is not None else 0) + (GIFT_H if of.gift is not None else 0)


def state(canvas: Canvas, text: str, of: Vitals, colour: style.Colour) -> None:
    """Draw one line on top of the hero's block: what the hero is just now."""
    top = BASE - height(of) - 20
    wide = canvas.width(text, "small") + 20
    canvas.plate(8, top, wide, 18, 200)
    canvas.rect(8, top, 2, 18, colour)
    canvas.text(16, top + 3, text, "small", colour)


def _carried(canvas: Canvas, of: Vitals, y: float) -> None:
    x = 136.0
    for name, count in (("medkit", of.medkits), ("bottle", of.bottles)):
        if count:
            x -= canvas.width(str(count), "small")
            canvas.text(x, y + 1, str(count), "small", style.SOFT)
            x -= 16
            canvas.icon(name, x, y - 2, style.SOFT)
            x -= 2
    if of.torch:
        canvas.icon("torch", x - 16, y - 2, style.GOLD)


def _hunger(canvas: Canvas, share: float, word: str, y: float) -> None:
    canvas.text(14, y - 1, word, "micro", style.GOLD)
    canvas.rect(56, y + 1, 78, 5, style.GOLD_BACK)
    canvas.rect(56, y + 1, 78 * share, 5, style.GOLD if share < HUNGER_MASKS else style.GOLD_LIT)
    canvas.rect(56 + 78 * HUNGER_MASKS, y - 1, 1, 9, style.TEXT)


def _gift(canvas: Canvas, share: float, word: str, y: float) -> None:
    """Draw how far momentum or stillness has come; a full bar is lit and framed."""
    canvas.text(14, y - 1, word, "micro", style.BONE)
    canvas.rect(56, y + 1, 78, 5, (34, 40, 44))
    canvas.rect(56, y + 1, 78 * share, 5, style.BONE if share >= 1 else (120, 114, 104))
    if share >= 1:
        canvas.rect(56, y - 1, 78, 1, style.GOLD_LIT)


def _humanity(canvas: Canvas, share: float, word: str, y: float) -> None:
    canvas.text(14, y - 1, word, "micro", style.SOFT)
    for k in range(10):
        part = share * 10 - k
        lit = style.BONE if part >= 1 else (120, 114, 104) if part > 0.3 else (40, 42, 50)  # noqa: PLR2004
        canvas.rect(56 + k * 8, y + 1, 6, 5, lit)
        canvas.rect(56 + k * 8, y + 1, 6, 1, style.SCHOOL_BLUE if part >= 1 else (40, 42, 50))


def _health(canvas: Canvas, share: float, y: float) -> None:
    for i in range(CELLS):
        part = share * CELLS - i
        canvas.rect(14 + i * 15, y, 13, 10, (38, 33, 38))
        if part > 0:
            wide = 13 if part >= 0.75 else 7  # noqa: PLR2004 - a cell is whole, half or empty
            canvas.rect(14 + i * 15, y, wide, 10, style.RED)
            canvas.rect(14 + i * 15, y, wide, 3, (240, 120, 90))
            canvas.rect(14 + i * 15, y + 9, wide, 1, style.RED_DEEP)


def _rounds(canvas: Canvas, of: Vitals, y: float) -> None:
    if of.loaded is None:
        if of.weapon_icon:
            canvas.icon(of.weapon_icon, 116, y - 3, style.SOFT)
        return
    if of.magazine > MAGAZINE_DRAWN:
        canvas.text(134, y - 2, f"{of.loaded}/{of.spare}", "strong", align="r")
        return
    for k in range(of.magazine):
        is_full = k < of.loaded
        canvas.rect(94 + k * 3, y + 1, 2, 8, (226, 190, 96) if is_full else style.CELL)
        canvas.rect(94 + k * 3, y + 1, 2, 2, (250, 232, 180) if is_full else style.LINE_LIT)
    canvas.text(134, y - 1, f"/{of.spare}", "small", style.SOFT, "r")


def screech(canvas: Canvas, head: str, tip: str, left: float) -> None:
    """Draw the warning of a screech: the bar drains to the middle as the wind-up runs out.

    Args:
        canvas: where to draw.
        head: what happens.
        tip: what to do.
        left: share of the wind-up that is left, 0..1.
    """
    x, y, w, h = 180, 40, 280, 44
    canvas.plate(x, y, w, h, 236, style.PLATE_RED)
    for side in (x, x + w - 4):
        canvas.rect(side, y, 4, h, style.RED)
    canvas.text(320, y + 4, head, "strong", (255, 200, 176), "c")
    full = w - 40
    canvas.rect(x + 20, y + 21, full, 6, (56, 16, 20))
    canvas.rect(320 - full * left / 2, y + 21, full * left, 6, style.RED_LIT)
    canvas.text(320, y + 30, tip, "small", style.TEXT, "c")


def notice(canvas: Canvas, text: str, age: float, y: float = 48) -> None:
    """Draw a line at the top centre that slides in, holds and goes; keys in it are drawn as keys."""
    shown = min(1.0, age / SLIDES_S)
    wide = glyphs.width(canvas, text) + 28
    top = y - 10 * (1 - shown)
    canvas.plate(320 - wide / 2, top, wide, 22, round(232 * shown))
    canvas.rect(320 - wide / 2, top, wide, 1, style.GOLD)
    glyphs.write(canvas, 320 - wide / 2 + 14, top + 4, text)
