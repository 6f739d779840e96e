"""The campaign bot: finishes a level as a careful person would, with what a person may know.

Every tick the behaviours are asked in order of urgency; the first that has something to do, does it.
Each is small and says why it is there. What they share is the ``Scene``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from game.play.bots.appetite import craves
from game.play.bots.conduct import Answer, Bandage, Follow, Listen, Mend, Scene
from game.play.bots.fight import Brawl, BreakAway, Evade, Shoot
from game.play.bots.look_about import LookAbout
from game.play.bots.radio import Mark
from game.play.bots.wiles import Decoy, Gather
from game.sim.components import Button
from game.sim.intent import Intent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.play.observation import Observation


class Behaviour(Protocol):
    """One thing a person does."""

    def act(self, scene: Scene) -> Intent | None:
        """What to do now, or ``None`` when there is no need."""


ENDINGS: dict[str, dict[str, str]] = {
    "purge": {"broadcast": "code"},
    "evolution": {
        "hyosan_soldier": "feed",
        "ward_c": "hand_over",
        "seoul_harin": "lure",
        "broadcast": "speak",
    },
    "names": {"broadcast": "speak"},
    "silence": {"broadcast": "silence"},
}
"""By ending, the answers that lead there; all others are the kind ones."""


class Campaign:
    """Plays a level to its end.

    Args:
        wish: what to answer, by choice; elsewhere the first answer.
        seeks: whether it goes off its way for name tags.
    """

    def __init__(self, wish: Mapping[str, str] | None = None, *, seeks: bool = False) -> None:
        self.scene = Scene()
        self.behaviours: tuple[Behaviour, ...] = (
            Answer(wish or {}),
            Evade(),
            Shoot(),
            Brawl(),
            BreakAway(),
            Bandage(),
            Mend(),
            Listen(),
            Decoy(),
            Gather(seeks=seeks),
            Mark(),
            LookAbout(seeks=seeks),
            Follow(),
        )
        self.doing = ""

    def act(self, seen: Observation) -> Intent:
        """Return what to do this tick."""
        self.scene.look(seen)
        for behaviour in self.behaviours:
            intent = behaviour.act(self.scene)
            if intent is not None:
                self.doing = type(behaviour).__name__
                return self._listening(intent)
        return Intent.IDLE

    def _listening(self, intent: Intent) -> Intent:
        """Listen meanwhile, when it is time to be hungry."""
        if not craves(self.scene.seen.me, self.scene.chasing):
            return intent
        return replace(intent, held=intent.held | Button.SENSE)
