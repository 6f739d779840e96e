"""Setting a game up by name, and letting a bot play it through: what every command does first.

Rules of this module: a map is named as on the command line; nothing here prints; whatever wants to
know how it goes (recorders, event logs, progress bars) is a watcher, called after every tick.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from game.data.tuning import Difficulty, Rules
from game.play.maps import load_map
from game.play.observe import Observer
from game.play.session import Session
from game.play.simulation import Simulation
from game.sim.legacy import NOTHING_BEFORE, Legacy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from game.play.bots import Bot
    from game.sim.intent import Intent

LIVES = 5
"""A bot comes back at its last tag this often, as a person would; then it has lost."""


@dataclass(frozen=True)
class Setup:
    """Everything that decides how a session begins.

    Attributes:
        map: bare name of a level, or path of a .tmx.
        seed: of all chance.
        difficulty: story, survivor or evolved.
        lives: deaths that end the session; 0 is as many as it takes.
        without: what is taken out of the dead: names of ``ABLATIONS`` joined by commas.
        start: slot of the level's Start.
        legacy: what the levels before have left.
    """

    map: str
    seed: int = 1
    difficulty: str = "survivor"
    lives: int = LIVES
    without: str = ""
    start: int = 0
    legacy: Legacy = NOTHING_BEFORE

    def open(self) -> Session:
        """Begin.

        Raises:
            BadInput: there is no such map, it cannot be read, or nothing of that name can be taken out.
        """
        rules = Rules(Difficulty(self.difficulty), without=named(self.without))
        level = load_map(self.map)
        simulation = Simulation(level, self.seed, rules, start=self.start, legacy=self.legacy)
        return Session(simulation, self.lives or None)


def named(without: str) -> frozenset[str]:
    """Return the names in a list joined by commas, as openings and saves spell it."""
    return frozenset(filter(None, without.split(",")))


class Watcher(Protocol):
    """Whoever wants to know what a tick brought."""

    def after(self, session: Session, intent: Intent) -> None:
        """Look at the session; ``intent`` is what led here."""


def play(
    session: Session,
    bot: Bot,
    ticks: int,
    watchers: Iterable[Watcher] = (),
    tell: Callable[[float], None] | None = None,
) -> Session:
    """Let a bot play until the session ends or ``ticks`` have passed.

    Args:
        session: is played on from where it is.
        bot: who plays.
        ticks: of the session at which to stop.
        watchers: are shown every tick.
        tell: is told the number of every tick, for a progress bar.
    """
    observer, watching = Observer(session.simulation), tuple(watchers)
    while not session.outcome and session.tally.ticks < ticks:
        intent = bot.act(observer.see())
        session.play([intent])
        for each in watching:
            each.after(session, intent)
        if tell:
            tell(session.tally.ticks)
    return session
