"""Bots: players that never tire. They see an ``Observation`` and send an ``Intent``, as people do.

``make_bot`` knows them by name; ``Scripted`` takes its script and is made by hand.
"""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING, Protocol

from game.data.errors import BadInput
from game.play.bots.campaign import ENDINGS, Campaign
from game.play.bots.simple import Idle, RandomPresses, Scripted, Wanderer

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.play.observation import Observation
    from game.sim.intent import Intent

__all__ = ["BOTS", "ENDINGS", "Bot", "Campaign", "Idle", "RandomPresses", "Scripted", "Wanderer", "make_bot"]


class Bot(Protocol):
    """Whoever plays."""

    def act(self, seen: Observation) -> Intent:
        """Return what to do this tick."""


def _for_ending(ending: str, _: int) -> Bot:
    return Campaign(ENDINGS[ending], seeks=ending == "names")


BOTS: dict[str, Callable[[int], Bot]] = {
    "idle": lambda _: Idle(),
    "random": RandomPresses,
    "wander": Wanderer,
    "campaign": lambda _: Campaign(),
    **{ending: partial(_for_ending, ending) for ending in ENDINGS},
}
"""Bots by name; each is made from a seed. Those called as an ending is answer so that it comes."""


def make_bot(name: str, seed: int) -> Bot:
    """Make the bot of this name.

    Raises:
        BadInput: there is none; the message names those there are.
    """
    if name not in BOTS:
        near = get_close_matches(name, BOTS, n=1)
        meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(BOTS)}"
        raise BadInput("--bot", f"no bot is called {name!r}; {meant}")
    return BOTS[name](seed)
