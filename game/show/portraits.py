"""Faces of those who speak, and the hand that claws out of the ash."""

from __future__ import annotations

import json
from functools import lru_cache

import pygame

from game.data import paths

SIZE = 48
SPEAKING_FRAME_S = 0.14
"""How fast a mouth moves, s a frame."""
NEUTRAL, SPEAKING = 0, 1
FACES = {"ahn": "soldier", "kid": "halfbie"}
"""Speakers without a face of their own."""


class Portraits:
    """Loads each face once.

    A speaker without a picture is a voice on the radio.
    """

    @property
    def hand(self) -> list[pygame.Surface]:
        """The frames of the hand, still at first, then out."""
        return _hand()

    def of(self, who: str, now: float) -> pygame.Surface | None:
        """Return the face of a speaker at a time, its mouth moving; nothing for a hint."""
        if not who:
            return None
        columns = _columns(FACES.get(who, who))
        moving = int(now / SPEAKING_FRAME_S) % 3 == 1
        return columns[SPEAKING if moving else NEUTRAL]


@lru_cache(maxsize=16)
def _columns(who: str) -> list[pygame.Surface]:
    path = paths.asset("art", "portraits", f"{who}.png")
    if not path.is_file():
        path = paths.asset("art", "portraits", "radio.png")
    sheet = pygame.image.load(str(path))
    return [sheet.subsurface((i * SIZE, 0, SIZE, SIZE)).copy() for i in range(sheet.get_width() // SIZE)]


@lru_cache(maxsize=1)
def _hand() -> list[pygame.Surface]:
    told = json.loads(paths.asset("art", "actors", "namra.json").read_text(encoding="utf-8"))
    sheet = pygame.image.load(str(paths.asset("art", "actors", "namra.png")))
    cell = sheet.get_width() // told["dirs"]
    action = told["actions"]["hand"]
    boxes = [(0, (action["row"] + i) * cell, cell, cell) for i in range(action["frames"])]
    return [pygame.transform.scale_by(sheet.subsurface(box), 2) for box in boxes]
