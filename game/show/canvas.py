"""A surface at output size with the pen strokes of the interface: plates, words, keys, bars, icons.

Positions and sizes are in u (see ``style``); the canvas knows how many pixels a u is and where the
640x360 picture lies inside the window.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache

import pygame

from game.data import paths
from game.show import style
from game.show.style import Colour

Align = str
"""``"l"``, ``"c"`` or ``"r"``: which part of the words stands at x."""
OPAQUE = 255
FLAT = 0.94
"""How much a ring on the ground is foreshortened."""
UNTINTED = (255, 255, 255)
MOUSE_ICONS = {"Mouse 1": "mouse_left", "Mouse 2": "mouse_middle", "Mouse 3": "mouse_right"}
"""Mouse buttons drawn as a mouse; others are written out."""
PAD_ICONS = {"D-UP": "pad_up", "D-DOWN": "pad_down", "D-LEFT": "pad_left", "D-RIGHT": "pad_right"}
"""Pad buttons drawn as the cross they are on."""
WORDS_KEPT = 1500
"""Rendered lines of text kept; fewer and menus re-render their rows every frame."""


def font(face: str, size: int) -> pygame.font.Font:
    """Return a packaged font at a size in px."""
    if not pygame.font.get_init():
        pygame.font.init()
        _font.cache_clear()  # fonts die with the module
    return _font(face, size)


@lru_cache(maxsize=64)
def _font(face: str, size: int) -> pygame.font.Font:
    return pygame.font.Font(str(paths.asset("fonts", f"{face}.ttf")), size)


@lru_cache(maxsize=WORDS_KEPT)
def words(text: str, face: str, size: int, colour: Colour) -> pygame.Surface:
    """Return a line of text as a picture, hard-edged."""
    return font(face, size).render(text, antialias=False, color=colour)


@lru_cache(maxsize=1)
def _icon_sheet() -> tuple[pygame.Surface, dict[str, tuple[int, int, int, int]]]:
    place = json.loads(paths.asset("art", "icons.json").read_text(encoding="utf-8"))
    return pygame.image.load(str(paths.asset("art", "icons.png"))), {
        name: tuple(box) for name, box in place.items()
    }


def has_icon(name: str) -> bool:
    """Whether there is an icon of this name."""
    return name in _icon_sheet()[1]


@lru_cache(maxsize=256)
def icon(name: str, colour: Colour, scale: int) -> pygame.Surface:
    """Return a 16 u icon in one colour, at ``scale`` px a u.

    Raises:
        KeyError: there is no such icon.
    """
    sheet, places = _icon_sheet()
    part = sheet.subsurface(places[name]).copy()
    part.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
    return pygame.transform.scale_by(part, scale)


class Canvas:
    """Draws on a window-sized surface in u.

    Args:
        target: the surface; the picture is centred in it at the largest whole scale that fits.
        unit: px per u; 0 takes the largest that fits.
    """

    def __init__(self, target: pygame.Surface, unit: int = 0) -> None:
        self.target = target
        width, height = target.get_size()
        self.unit = unit or max(1, min(width // style.WIDTH, height // style.HEIGHT))
        self.left = max(0, (width - style.WIDTH * self.unit) // 2)
        self.top = max(0, (height - style.HEIGHT * self.unit) // 2)

    def x(self, u: float) -> int:
        """Turn a horizontal place in u into px of the target."""
        return self.left + round(u * self.unit)

    def y(self, u: float) -> int:
        """Turn a vertical place in u into px of the target."""
        return self.top + round(u * self.unit)

    def px(self, u: float) -> int:
        """Turn a length in u into px, at least one."""
        return max(1, round(u * self.unit))

    # -- areas -------------------------------------------------------------------------------

    def rect(self, x: float, y: float, w: float, h: float, colour: Colour, alpha: int = OPAQUE) -> None:
        """Fill a rectangle."""
        if w <= 0 or h <= 0:
            return
        box = (self.x(x), self.y(y), self.px(w), self.px(h))
        if alpha >= OPAQUE:
            self.target.fill(colour, box)
            return
        veil = pygame.Surface(box[2:], pygame.SRCALPHA)
        veil.fill((*colour, alpha))
        self.target.blit(veil, box[:2])

    def plate(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        alpha: int = 216,
        colour: Colour = style.PLATE,
        line: Colour | None = None,
    ) -> None:
        """Lay a dark plate; its one cut corner, bottom right, is the system's mark."""
        self.target.blit(_plate(self.px(w), self.px(h), self.px(4), (*colour, alpha)), (self.x(x), self.y(y)))
        if line:
            right, low, cut = self.x(x + w) - 1, self.y(y + h) - 1, self.px(4)
            corners = [(self.x(x), self.y(y)), (right, self.y(y)), (right, low - cut), (right - cut, low)]
            corners += [(self.x(x), low), corners[0]]
            pygame.draw.lines(self.target, line, closed=False, points=corners, width=max(1, self.unit // 2))

    def frame(self, x: float, y: float, w: float, h: float, colour: Colour) -> None:
        """Draw the outline of a rectangle, 1 u wide."""
        for left, top, wide, high in ((x, y, w, 1), (x, y + h - 1, w, 1), (x, y, 1, h), (x + w - 1, y, 1, h)):
            self.rect(left, top, wide, high, colour)

    def veil(self, alpha: int, colour: Colour = style.INK) -> None:
        """Darken the whole target."""
        sheet = pygame.Surface(self.target.get_size())
        sheet.fill(colour)
        sheet.set_alpha(alpha)
        self.target.blit(sheet, (0, 0))

    def picture(self, surface: pygame.Surface, x: float = 0, y: float = 0) -> None:
        """Draw a picture of 1 px per u, hard-edged."""
        big = pygame.transform.scale_by(surface, self.unit) if self.unit > 1 else surface
        self.target.blit(big, (self.x(x), self.y(y)))

    # -- words -------------------------------------------------------------------------------

    def width(self, text: str, kind: str = "body", scale: float = 1) -> float:
        """Return how wide a line is, u."""
        face, size = style.TYPE[kind]
        return font(face, round(size * self.unit * scale)).size(text)[0] / self.unit

    def text(
        self,
        x: float,
        y: float,
        text: str,
        kind: str = "body",
        colour: Colour = style.TEXT,
        align: Align = "l",
        *,
        scale: float = 1,
        shadow: bool = False,
    ) -> float:
        """Set one line of text and return its width, u."""
        face, size = style.TYPE[kind]
        pixels = round(size * self.unit * scale)
        line = words(text, face, pixels, colour)
        wide = line.get_width()
        left = self.x(x) - {"l": 0, "c": wide // 2, "r": wide}[align]
        if shadow:
            self.target.blit(words(text, face, pixels, style.INK), (left + self.unit, self.y(y) + self.unit))
        self.target.blit(line, (left, self.y(y)))
        return wide / self.unit

    def wrap(self, text: str, width: float, kind: str = "body", scale: float = 1) -> list[str]:
        """Break text into lines no wider than ``width`` u: at spaces, or inside a word if it must be."""
        lines: list[str] = []
        line = ""
        for word in text.split(" "):
            longer = f"{line} {word}".strip()
            if line and self.width(longer, kind, scale) > width:
                lines.append(line)
                longer = word
            while self.width(longer, kind, scale) > width and len(longer) > 1:
                fit = max(
                    n for n in range(1, len(longer)) if n == 1 or self.width(longer[:n], kind, scale) <= width
                )
                lines.append(longer[:fit])
                longer = longer[fit:]
            line = longer
        return [*lines, line]

    def paragraph(
        self, x: float, y: float, text: str, width: float, kind: str = "body", colour: Colour = style.TEXT
    ) -> float:
        """Set wrapped text and return its height, u."""
        lead = style.TYPE[kind][1] + 5
        lines = self.wrap(text, width, kind)
        for i, line in enumerate(lines):
            self.text(x, y + i * lead, line, kind, colour)
        return len(lines) * lead

    # -- signs -------------------------------------------------------------------------------

    def icon(self, name: str, x: float, y: float, colour: Colour = style.TEXT, scale: int = 1) -> None:
        """Draw a 16 u icon."""
        self.target.blit(icon(name, colour, self.unit * scale), (self.x(x), self.y(y)))

    def chevron(self, x: float, y: float, colour: Colour = style.GOLD, way: int = 1) -> None:
        """Draw a small ``>`` (or ``<`` for ``way=-1``), 5 by 7 u."""
        for i in range(4):
            at = x + (i if way > 0 else 3 - i)
            self.rect(at, y + i, 1.5, 1, colour)
            self.rect(at, y + 6 - i, 1.5, 1, colour)

    def arrow(self, x: float, y: float, angle: float, colour: Colour = style.TEXT, radius: float = 5) -> None:
        """Draw a filled arrow head around a centre; ``angle`` is clockwise from east, radians."""
        points = [
            (self.x(x + math.cos(angle + a) * radius * far), self.y(y + math.sin(angle + a) * radius * far))
            for a, far in ((0, 1), (2.4, 1), (math.pi, 0.35), (-2.4, 1))
        ]
        pygame.draw.polygon(self.target, colour, points)

    def key_width(self, name: str) -> float:
        """Return how wide a keyboard key or mouse button is, u."""
        return 14.0 if name in MOUSE_ICONS else max(14.0, self.width(name, "small") + 8)

    def key(self, x: float, y: float, name: str, colour: Colour = style.TEXT) -> float:
        """Draw a keyboard key of 14 u, or the mouse with a button lit, and return its width, u."""
        wide = self.key_width(name)
        if name in MOUSE_ICONS:
            self.icon(MOUSE_ICONS[name], x, y, UNTINTED)
            return wide
        self.rect(x, y, wide, 14, (58, 60, 68))
        self.rect(x + 1, y + 1, wide - 2, 10, style.CELL)
        self.rect(x + 1, y + 1, wide - 2, 1, (78, 82, 92))
        self.rect(x, y + 13, wide, 1, style.INK)
        self.text(x + wide / 2, y + 0.5, name, "small", colour, "c")
        return wide

    def button_width(self, name: str) -> float:
        """Return how wide a gamepad button is, u."""
        return 14.0 if len(name) == 1 or name in PAD_ICONS else max(20.0, self.width(name, "small") + 8)

    def pad_button(self, x: float, y: float, name: str, colour: Colour = style.SOFT) -> float:
        """Draw a gamepad button of 14 u: round for one letter, a lozenge for more; return its width."""
        wide = self.button_width(name)
        box = pygame.Rect(self.x(x), self.y(y), self.px(wide), self.px(14))
        pygame.draw.rect(self.target, (58, 60, 68), box, border_radius=self.px(7))
        if name in PAD_ICONS:
            self.icon(PAD_ICONS[name], x, y, UNTINTED)
            return wide
        inner = box.inflate(-2 * self.unit, -2 * self.unit)
        pygame.draw.rect(self.target, (28, 31, 39), inner, border_radius=self.px(6))
        self.text(x + wide / 2 + 0.5, y + 1, name, "small", colour, "c")
        return wide

    def tag(self, x: float, y: float, *, found: bool = True) -> None:
        """Draw a name tag of 11 by 8 u, or its empty place."""
        if not found:
            self.rect(x, y, 11, 8, (40, 42, 50))
            return
        self.rect(x, y, 11, 8, (220, 220, 207))
        self.rect(x, y, 11, 2, (44, 68, 108))
        self.rect(x + 2, y + 4, 5, 1, (60, 58, 60))
        self.rect(x + 2, y + 6, 3, 1, (110, 108, 104))
        self.rect(x + 8, y + 5, 3, 3, (146, 37, 31))

    def dots(
        self,
        x: float,
        y: float,
        radius: float,
        colour: Colour,
        gaps: tuple[int, int] = (6, 6),
        alpha: int = OPAQUE,
    ) -> None:
        """Draw a dashed ring, slightly flat, as seen from above: ``gaps`` is (on, off) in u of arc."""
        ring = _ring(round(radius), self.unit, colour, gaps)
        ring.set_alpha(alpha)
        width, height = ring.get_size()
        self.target.blit(ring, (self.x(x) - width // 2, self.y(y) - height // 2))


@lru_cache(maxsize=128)
def _ring(radius: int, unit: int, colour: Colour, gaps: tuple[int, int]) -> pygame.Surface:
    size = (2 * radius + 2) * unit
    sheet = pygame.Surface((size, size), pygame.SRCALPHA)
    steps, (on, off) = max(24, int(2 * math.pi * radius)), gaps
    for i in range(steps):
        if i % (on + off) < on:
            turn = i / steps * 2 * math.pi
            left = size // 2 + round(math.cos(turn) * radius) * unit
            sheet.fill(colour, (left, size // 2 + round(math.sin(turn) * radius * FLAT) * unit, unit, unit))
    return sheet


@lru_cache(maxsize=64)
def _plate(wide: int, high: int, cut: int, colour: tuple[int, int, int, int]) -> pygame.Surface:
    sheet = pygame.Surface((wide, high), pygame.SRCALPHA)
    corners = [(0, 0), (wide, 0), (wide, high - cut), (wide - cut, high), (0, high)]
    pygame.draw.polygon(sheet, colour, corners)
    return sheet
