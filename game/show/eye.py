"""The eye of the title and of the opening: its lid's frames, closed to open."""

from __future__ import annotations

import json
from functools import lru_cache

import pygame

from game.data import paths


@lru_cache(maxsize=1)
def eye_frames() -> tuple[list[pygame.Surface], tuple[int, int]]:
    """Return the lid's frames, closed to open, and where their corner lies in the picture, px."""
    told = json.loads(paths.asset("art", "title.json").read_text(encoding="utf-8"))
    sheet = pygame.image.load(str(paths.asset("art", "title_eye.png"))).convert()
    x, y, right, low = told["rect"]
    wide, high = sheet.get_width() // told["frames"], sheet.get_height()
    assert (right - x, low - y) in {(wide, high), (wide - x, high)}
    return [sheet.subsurface((i * wide, 0, wide, high)) for i in range(told["frames"])], (x, y)
