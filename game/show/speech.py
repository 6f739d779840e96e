"""What is said: captions, somebody speaking, and the cards of a choice. Pure drawing, in u."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.show import style

if TYPE_CHECKING:
    import pygame

    from game.show.canvas import Canvas

RADIO_X, RADIO_Y, RADIO_W, RADIO_H = 148, 284, 420, 60
CHOICE_X, CHOICE_Y, CHOICE_W, CHOICE_H = 148, 232, 484, 120


@dataclass
class CaptionLine:
    """One caption: who, what, and from which side it comes."""

    text: str
    speaker: str = ""
    angle: float | None = None
    colour: style.Colour = field(default=style.CAPTION)


def captions(canvas: Canvas, lines: list[CaptionLine], base: float, scale: float = 1) -> float:
    """Draw captions on plates, newest at the bottom, with an arrow on the side they come from.

    Args:
        canvas: where to draw.
        lines: at most a few, oldest first.
        base: where the last plate ends, u.
        scale: of the text.

    Returns:
        The top of the uppermost plate, u.
    """
    high = 15 * scale + 5
    plates = [(line, part, k) for line in lines for k, part in enumerate(_broken(canvas, line, scale))]
    y = base - len(plates) * (high + 2)
    top = y
    for line, part, k in plates:
        _caption(canvas, line, part, y, scale, first=k == 0)
        y += high + 2
    return top


def _broken(canvas: Canvas, line: CaptionLine, scale: float) -> list[str]:
    room = 590 - (canvas.width(line.speaker, "caption", scale) + 8 if line.speaker else 0) - 24
    return canvas.wrap(line.text, room, "caption", scale)


def _caption(canvas: Canvas, line: CaptionLine, text: str, y: float, scale: float, *, first: bool) -> None:
    high = 15 * scale + 5
    speaker = line.speaker if first else ""
    angle = line.angle if first else None
    wide = canvas.width(text, "caption", scale) + 16
    wide += canvas.width(speaker, "caption", scale) + 8 if speaker else 0
    wide += 16 if angle is not None else 0
    x = 320 - wide / 2
    canvas.plate(x, y, wide, high, 214, (8, 9, 13))
    at = x + 8
    if angle is not None:
        is_left = math.cos(angle) < -0.2  # noqa: PLR2004 - clearly to the left
        canvas.arrow(x + 12 if is_left else x + wide - 12, y + high / 2, angle, style.GOLD)
        at += 16 if is_left else 0
    if speaker:
        at += canvas.text(at, y + 2.5, speaker, "caption", style.CYAN, scale=scale) + 8
    canvas.text(at, y + 2.5, text, "caption", line.colour, scale=scale)


def radio(
    canvas: Canvas,
    portrait: pygame.Surface | None,
    name: str,
    text: str,
    colour: style.Colour = style.CYAN,
    y: float = RADIO_Y,
) -> None:
    """Draw somebody speaking: portrait, name, at most two lines."""
    x = RADIO_X
    canvas.plate(x, y, RADIO_W, RADIO_H, 228, (8, 9, 13))
    canvas.rect(x, y, 2, RADIO_H, colour)
    if portrait:
        canvas.picture(portrait, x + 6, y + 6)
    canvas.frame(x + 5, y + 5, 50, 50, style.CYAN_DEEP)
    canvas.text(x + 62, y + 4, name, "small", colour)
    for i, line in enumerate(canvas.wrap(text, RADIO_W - 72, "caption")[:2]):
        canvas.text(x + 62, y + 18 + 19 * i, line, "caption")


@dataclass
class Option:
    """One card of a choice."""

    icon: str
    name: str
    cost: str
    key: str
    pad: str


def choice(canvas: Canvas, title: str, options: list[Option], chosen: int, held: float) -> None:
    """Draw a choice: one card an option, each says what it costs; holding fills the bar.

    Args:
        canvas: where to draw.
        title: what is to be decided.
        options: two or three.
        chosen: index of the one held, -1 none.
        held: how far the hold has come, 0..1.
    """
    x, y, w = CHOICE_X, CHOICE_Y, CHOICE_W
    canvas.plate(x, y, w, CHOICE_H, 236)
    canvas.text(x + 12, y + 6, title, "caption")
    wide = (w - 8) / len(options)
    for i, option in enumerate(options):
        _card(
            canvas,
            option,
            (x + 6 + i * wide, y + 30, wide - 4),
            held if i == chosen else 0.0,
            focus=i == chosen,
        )


def _card(
    canvas: Canvas, option: Option, box: tuple[float, float, float], held: float, *, focus: bool
) -> None:
    x, y, w = box
    canvas.plate(
        x, y, w, 84, 255, style.GOLD_BACK if focus else (18, 20, 27), style.GOLD if focus else style.LINE
    )
    canvas.icon(option.icon, x + 8, y + 8, style.GOLD_LIT if focus else style.SOFT)
    lines = canvas.wrap(option.name, w - 38, "strong" if focus else "body")[:2]
    for i, line in enumerate(lines):
        colour = style.GOLD_LIT if focus else style.TEXT
        canvas.text(x + 30, y + 6 + 14 * i, line, "strong" if focus else "body", colour)
    for i, line in enumerate(canvas.wrap(option.cost, w - 14, "small")[:2]):
        canvas.text(x + 8, y + 38 + 12 * i, line, "small", style.TEXT if focus else style.SOFT)
    end = canvas.key(x + 8, y + 65, option.key)
    canvas.pad_button(x + 12 + end, y + 65, option.pad)
    canvas.rect(x + 62, y + 70, w - 72, 4, style.CELL)
    canvas.rect(x + 62, y + 70, (w - 72) * held, 4, style.GOLD)
