"""What somebody asked to play: the command line, the title and the places menu all say it so."""

from __future__ import annotations

from dataclasses import dataclass

from game.data.campaign import FIRST


@dataclass(frozen=True)
class Wanted:
    """A level to play.

    Attributes:
        map: bare name of a level, or path of a .tmx.
        seed: of all chance.
        at: name or id of an object to begin at; empty is the level's Start.
        hero: whom to play; empty is whom the map says.
        start: slot of the level's Start.
        difficulty: story, survivor or evolved; empty takes the settings'.
    """

    map: str = FIRST
    seed: int = 1
    at: str = ""
    hero: str = ""
    difficulty: str = ""
    start: int = 0

    @property
    def is_trial(self) -> bool:
        """Whether an author tries a place: it is neither kept nor recorded."""
        return bool(self.at or self.hero)
