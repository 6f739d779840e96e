"""The visual system: colours, type and measures of everything that is not the world.

Everything is laid out in u: 1 u is one pixel of the 640x360 picture, 2 px at 720p, 3 px at 1080p. Text
is set at whole multiples, so it stays on whole pixels. States never differ by colour alone: a focused
row also has a bar, a chevron and bold type.
"""

from __future__ import annotations

from typing import Final

WIDTH, HEIGHT = 640, 360
"""Size of the picture, u."""

TYPE: Final = {
    "micro": ("Galmuri7", 8),
    "small": ("Galmuri9", 10),
    "body": ("Galmuri11", 12),
    "strong": ("Galmuri11-Bold", 12),
    "caption": ("Galmuri14", 15),
    "title": ("Galmuri11-Bold", 24),
}
"""Style -> (font file, size in u)."""

MARGIN = 24
ROW = 22
GUTTER = 8

Colour = tuple[int, int, int]
INK: Colour = (6, 7, 11)
PLATE: Colour = (10, 12, 17)
PLATE_LIT: Colour = (20, 23, 31)
PLATE_RED: Colour = (20, 6, 9)
CELL: Colour = (34, 37, 46)
LINE: Colour = (37, 45, 59)
LINE_LIT: Colour = (69, 69, 74)
TEXT: Colour = (228, 220, 198)
SOFT: Colour = (176, 169, 156)
DIM: Colour = (136, 133, 132)
MUTE: Colour = (104, 102, 104)
GOLD: Colour = (242, 176, 30)
GOLD_LIT: Colour = (255, 224, 122)
GOLD_DEEP: Colour = (168, 98, 13)
GOLD_BACK: Colour = (40, 26, 8)
RED: Colour = (184, 64, 44)
RED_LIT: Colour = (255, 122, 94)
RED_DEEP: Colour = (81, 15, 25)
CYAN: Colour = (122, 208, 206)
CYAN_DEEP: Colour = (60, 110, 112)
CAPTION: Colour = (232, 205, 150)
WHITE: Colour = (246, 243, 228)
BONE: Colour = (206, 198, 176)
SCHOOL_BLUE: Colour = (70, 100, 150)
