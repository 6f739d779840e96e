"""What somebody asked to play: the command line, the title and the places menu all say it so."""

from __future__ import annotations

from dataclasses import dataclass

FIRST = "hyosan"
"""The level a new game begins with."""


@dataclass(frozen=True)
class Wanted:
    """A level to play.

    Attributes:
        map: bare name of a level, or path of a .tmx.
        seed: of all chance.
        at: slot of the Start to enter by.
        difficulty: story, survivor or evolved; empty takes the settings'.
        skip_card: go straight to the world.
    """

    map: str = FIRST
    seed: int = 1
    at: int = 0
    difficulty: str = ""
    skip_card: bool = False
