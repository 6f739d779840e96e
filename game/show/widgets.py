"""Rows of a menu: a label and, on the right, what it is set to. One look for every menu and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.show import style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.show.canvas import Canvas

VALUE_X = 300
"""Where values begin on a settings row, u."""
SLIDER_W = 160


def row(
    canvas: Canvas, x: float, y: float, w: float, label: str, state: str = "normal", *, line: bool = True
) -> None:
    """Draw a row: ``state`` is normal, focus or off."""
    high = style.ROW
    if state == "focus":
        canvas.rect(x, y, w, high, style.GOLD_BACK, 235)
        canvas.rect(x, y, 3, high, style.GOLD)
        canvas.chevron(x + 8, y + (high - 7) / 2)
        canvas.text(x + 18, y + 4, label, "strong", style.GOLD_LIT)
    else:
        canvas.text(x + 18, y + 4, label, "body", style.SOFT if state == "normal" else style.DIM)
        if state == "off":
            canvas.rect(x + 18, y + high / 2, canvas.width(label), 1, style.DIM)
    if line:
        canvas.rect(x, y + high - 0.5, w, 0.5, style.LINE)


def slider(canvas: Canvas, y: float, share: float, shown: str, *, focus: bool) -> None:
    """Draw a bar of 20 cells filled to ``share`` (0..1), with its value in words."""
    x, w, cells = VALUE_X, SLIDER_W, 20
    for i in range(cells):
        lit = (style.GOLD if focus else style.SOFT) if i < round(share * cells) else (40, 43, 52)
        canvas.rect(x + i * w / cells, y + 7, w / cells - 1, 8, lit)
    if focus:
        canvas.rect(x + share * w - 2, y + 4, 3, 14, style.GOLD_LIT)
    canvas.text(x + w + 8, y + 4, shown, "body", style.TEXT if focus else style.SOFT)


def choice(canvas: Canvas, y: float, words: Sequence[str], chosen: int, *, focus: bool) -> None:
    """Draw words side by side; the chosen one stands in a box, so it reads without colour."""
    for i, (word, (x, wide)) in enumerate(
        zip(words, choice_boxes(canvas, words, chosen, focus=focus), strict=True)
    ):
        if i == chosen:
            canvas.rect(x, y + 3, wide, 16, style.GOLD if focus else (74, 72, 70))
            kind, colour = ("strong", style.INK) if focus else ("body", style.TEXT)
            canvas.text(x + 6, y + 4.5, word, kind, colour)
        else:
            canvas.text(x + 6, y + 4.5, word, "body", style.DIM)


def choice_boxes(
    canvas: Canvas, words: Sequence[str], chosen: int, *, focus: bool
) -> list[tuple[float, float]]:
    """Return where each word of a choice stands: (left, width), u."""
    boxes: list[tuple[float, float]] = []
    x: float = VALUE_X
    for i, word in enumerate(words):
        wide = canvas.width(word, "strong" if focus and i == chosen else "body") + 12
        boxes.append((x, wide))
        x += wide + 4
    return boxes


def hints(
    canvas: Canvas, x: float, y: float, pairs: Sequence[tuple[str, str, str]], align: str = "l"
) -> None:
    """Draw ``(key, pad button, label)`` in a row: the bottom line of every menu."""
    if align == "r":
        x -= sum(_hint_width(canvas, *pair) for pair in pairs) - 16
    for key, pad, label in pairs:
        x += canvas.key(x, y, key, style.SOFT) + 4
        x += canvas.pad_button(x, y, pad) + 5
        x += canvas.text(x, y + 1, label, "small", style.SOFT) + 16


def _hint_width(canvas: Canvas, key: str, pad: str, label: str) -> float:
    return canvas.key_width(key) + canvas.button_width(pad) + canvas.width(label, "small") + 25
