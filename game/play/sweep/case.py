"""What is to be played: a case is one run, and all that decides how it comes out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from game.play.game import LIVES, Setup

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True)
class Case:
    """One run.

    Attributes:
        map: name of a level, or path of a .tmx.
        bot: name of who plays.
        seed: of all chance, the bot's too.
        difficulty: story, survivor or evolved.
        without: what is taken out of the dead, joined by commas; empty is the game as it is played.
        ticks: it is stopped after so many: it has timed out.
        lives: deaths that end it.
    """

    map: str
    bot: str = "campaign"
    seed: int = 1
    difficulty: str = "survivor"
    without: str = ""
    ticks: int = 72_000
    lives: int = LIVES

    def setup(self) -> Setup:
        """Return how its session begins."""
        return Setup(self.map, self.seed, self.difficulty, self.lives, self.without)


def cases(
    maps: Sequence[str],
    bots: Sequence[str],
    difficulties: Sequence[str],
    withouts: Sequence[str],
    seeds: Sequence[int],
    *,
    ticks: int,
    lives: int = LIVES,
) -> list[Case]:
    """Return every combination once, seeds changing fastest."""
    every = product(maps, bots, difficulties, withouts, seeds)
    found = (
        Case(name, bot, seed, difficulty, without, ticks, lives)
        for name, bot, difficulty, without, seed in every
    )
    return list(dict.fromkeys(found))
