"""What the player reads while playing: pure drawing, in u, from plain values.

Only the four corners, the top centre and the bottom third are ever used:
  top left      objective                         top right    tags
  top centre    a screech, a lesson, a notice     bottom left  the hero
  bottom centre captions, radio, choice           the world    noise ring, detection, screamer
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.show import style

if TYPE_CHECKING:
    import pygame

    from game.show.canvas import Canvas

HUNGER_MASKS = 0.8
"""Share of hunger at which the dead take the hero for one of them; marked on the bar."""
CELLS = 5
"""Health is shown in this many cells; half a cell is a cut one."""
RADIO_X, RADIO_Y, RADIO_W, RADIO_H = 148, 284, 420, 60


@dataclass
class Vitals:
    """What the block at the bottom left says; ``None`` leaves a row out.

    Shares are 0..1.
    """

    name: str
    health: float
    breath: float
    loaded: int | None = None
    spare: int = 0
    weapon_icon: str = ""
    bottles: int = 0
    medkits: int = 0
    hunger: float | None = None
    humanity: float = 0.0
    torch: bool = False


def objective(canvas: Canvas, text: str, distance: str = "", note: str = "") -> None:
    """Draw what to do, how far it is, and a note under it."""
    first = canvas.width(text, "strong") + (canvas.width(distance, "small") + 8 if distance else 0)
    wide = max(first, canvas.width(note, "small")) + 24
    high = 32 if note else 20
    canvas.plate(8, 8, wide, high, 176)
    canvas.rect(8, 8, 2, high, style.GOLD)
    canvas.rect(14, 16, 4, 4, style.GOLD)
    end = canvas.text(22, 11, text, "strong")
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
    high = 38 + (24 if of.hunger is not None else 0)
    top = 352 - high
    canvas.plate(8, top, 132, high, 176)
    canvas.text(14, top + 3, of.name, "small", style.SOFT)
    _carried(canvas, of, top + 2)
    y = top + 16
    if of.hunger is not None:
        _hunger(canvas, of.hunger, words[0], y)
        _humanity(canvas, of.humanity, words[1], y + 11)
        y += 24
    _health(canvas, of.health, y)
    _rounds(canvas, of, y)
    canvas.rect(14, y + 13, 120, 3, (34, 40, 44))
    canvas.rect(14, y + 13, 120 * of.breath, 3, (150, 176, 158))


def _carried(canvas: Canvas, of: Vitals, y: float) -> None:
    x = 136.0
    for name, count in (("medkit", of.medkits), ("bottle", of.bottles)):
        if count:
            x -= canvas.width(str(count), "small")
            canvas.text(x, y + 1, str(count), "small", style.SOFT)
            x -= 16
            canvas.icon(name, x, y - 2, style.SOFT)
    if of.torch:
        canvas.icon("torch", x - 16, y - 2, style.GOLD)


def _hunger(canvas: Canvas, share: float, word: str, y: float) -> None:
    canvas.text(14, y - 1, word, "micro", style.GOLD)
    canvas.rect(56, y + 1, 78, 5, style.GOLD_BACK)
    canvas.rect(56, y + 1, 78 * share, 5, style.GOLD if share < HUNGER_MASKS else style.GOLD_LIT)
    canvas.rect(56 + 78 * HUNGER_MASKS, y - 1, 1, 9, style.TEXT)


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
    for k in range(min(of.loaded, 7)):
        canvas.rect(94 + k * 3, y + 1, 2, 8, (226, 190, 96))
        canvas.rect(94 + k * 3, y + 1, 2, 2, (250, 232, 180))
    canvas.text(134, y - 1, f"/{of.spare}", "small", style.SOFT, "r")


def detection(canvas: Canvas, x: float, y: float, angle: float, sure: float) -> None:
    """Draw an arc on the side of whoever notices the hero.

    Unsure is one arc that fills from its middle; sure is two arcs and a mark: shape before colour.

    Args:
        canvas: where to draw.
        x: the hero's place, u.
        y: the hero's place, u.
        angle: toward the observer, clockwise from east, radians.
        sure: 0..1; 1 has seen.
    """
    radius, half = 24, 0.42
    colour = style.GOLD if sure < 1 else style.RED_LIT
    _arc(canvas, (x, y), radius, angle, half, 3, style.INK)
    _arc(canvas, (x, y), radius, angle, half, 1, (128, 112, 84))
    _arc(canvas, (x, y), radius, angle, half * min(1.0, sure), 2.5, colour)
    if sure >= 1:
        _arc(canvas, (x, y), radius + 5, angle, half * 0.8, 2, colour)
        mark_x = x + math.cos(angle) * (radius + 13)
        mark_y = y + math.sin(angle) * (radius + 13) * 0.94
        canvas.rect(mark_x - 3, mark_y - 7, 6, 14, style.INK)
        canvas.rect(mark_x - 1.5, mark_y - 5.5, 3, 7, colour)
        canvas.rect(mark_x - 1.5, mark_y + 3, 3, 3, colour)


def _arc(
    canvas: Canvas,
    centre: tuple[float, float],
    radius: float,
    angle: float,
    half: float,
    thick: float,
    colour: style.Colour,
) -> None:
    if half <= 0:
        return
    steps = 24
    for i in range(steps):
        turn = angle - half + 2 * half * i / (steps - 1)
        x = centre[0] + math.cos(turn) * radius - thick / 2
        y = centre[1] + math.sin(turn) * radius * 0.94 - thick / 2
        canvas.rect(x, y, thick, thick, colour)


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


def screamer(canvas: Canvas, x: float, y: float, left: float) -> None:
    """Close a ring on whoever screams."""
    canvas.dots(x, y, 14 + 26 * left, style.RED_LIT, (4, 2))
    canvas.dots(x, y, 14, style.RED_LIT, (2, 0))
    for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        canvas.rect(x + dx * 20 - (4 if dx > 0 else 0), y + dy * 18, 5, 1.5, style.RED_LIT)
        canvas.rect(x + dx * 20, y + dy * 18 - (4 if dy > 0 else 0), 1.5, 5, style.RED_LIT)


def notice(canvas: Canvas, text: str, age: float, y: float = 48) -> None:
    """Draw a line at the top centre that slides in, holds and goes."""
    shown = min(1.0, age / 0.13)
    wide = canvas.width(text, "body") + 28
    top = y - 10 * (1 - shown)
    canvas.plate(320 - wide / 2, top, wide, 22, round(232 * shown))
    canvas.rect(320 - wide / 2, top, wide, 1, style.GOLD)
    canvas.text(320, top + 4, text, "body", style.TEXT, "c")


def prompt(canvas: Canvas, x: float, y: float, key: str, text: str, *, pad: bool) -> None:
    """Draw a key and what it does, over a place in the world."""
    wide = max(14.0, canvas.width(key, "small") + 8) + canvas.width(text, "small") + 16
    canvas.plate(x - wide / 2, y, wide, 20, 200)
    draw = canvas.pad_button if pad else canvas.key
    end = draw(x - wide / 2 + 5, y + 3, key, style.TEXT)
    canvas.text(x - wide / 2 + end + 9, y + 4, text, "small", style.TEXT)


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
    canvas: Canvas, portrait: pygame.Surface | None, name: str, text: str, colour: style.Colour = style.CYAN
) -> None:
    """Draw somebody speaking: portrait, name, at most two lines."""
    x, y = RADIO_X, RADIO_Y
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
    x, y, w = 148, 232, 484
    canvas.plate(x, y, w, 120, 236)
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
