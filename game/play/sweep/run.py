"""Playing one case: a row of figures and, if it is wanted, where the run led.

Rules of this module:
- A run depends on its case and nothing else: every run opens a world of its own.
- A row is honest: who ran out of time has timed out, and a game that broke says so and how, while the
  others are played on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from game.data.errors import BadInput
from game.play.bots import make_bot
from game.play.game import play
from game.play.sweep.watch import Passages, Track, Tracker
from game.play.workers import spread

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from game.play.session import Session
    from game.play.sweep.case import Case

BROKEN = "broken"
FIGURES = (
    "outcome", "ticks", "seconds", "deaths", "tags", "kills", "choices", "ending", "lessons", "state_hash",
)  # fmt: skip


@dataclass(frozen=True)
class Row:
    """What came of one case.

    Attributes:
        map, bot, seed, difficulty, without: the case.
        outcome: exit, dead (no life left), timeout, or broken (a fault of the game; ``fault`` says which).
        ticks: played, over all deaths; 60 a second.
        seconds: the same.
        deaths: of the hero.
        tags: found.
        kills: of the dead, by whomever.
        choices: choice -> answer.
        ending: what became of the world, once the last level is left.
        lessons: what the dead know at the end.
        passages: passage -> deaths in it, in the order they were come to; see ``watch``.
        worst: the passage with most deaths, the first of equals; empty when nobody died.
        worst_share: of all deaths, 0..1.
        state_hash: of the world at the end.
        fault: what broke.
    """

    map: str
    bot: str
    seed: int
    difficulty: str
    without: str
    outcome: str
    ticks: int = 0
    seconds: float = 0.0
    deaths: int = 0
    tags: int = 0
    kills: int = 0
    choices: dict[str, str] = field(default_factory=dict)
    ending: str = ""
    lessons: list[str] = field(default_factory=list)
    passages: dict[str, int] = field(default_factory=dict)
    worst: str = ""
    worst_share: float = 0.0
    state_hash: str = ""
    fault: str = ""


Answer = tuple[Row, Track | None]


def run(case: Case, *, is_tracked: bool = False) -> Answer:
    """Play a case to its end.

    Raises:
        BadInput: there is no such map or bot.
    """
    try:
        return _play(case, is_tracked=is_tracked)
    except BadInput:
        raise
    except Exception as fault:  # noqa: BLE001 - one game that breaks must not lose the others
        return Row(**_named(case), outcome=BROKEN, fault=f"{type(fault).__name__}: {fault}"), None


def run_all(
    asked: Sequence[Case], workers: int = 0, *, is_tracked: bool = False
) -> Generator[tuple[int, Answer], None, None]:
    """Play all cases; yield the index of each and what came of it, as they end.

    Args:
        asked: what to play.
        workers: processes; 0 is one a core.
        is_tracked: also tell where each run led.

    Raises:
        BadInput: as ``run``; or a process was ended from outside.
    """
    return spread(partial(run, is_tracked=is_tracked), asked, workers)


def worst(passages: dict[str, int]) -> tuple[str, float]:
    """Return the passage with most deaths, the first of equals, and its share of all; or none."""
    deaths = sum(passages.values())
    if not deaths:
        return "", 0.0
    name = max(passages, key=passages.__getitem__)
    return name, round(passages[name] / deaths, 3)


def _play(case: Case, *, is_tracked: bool) -> Answer:
    session, bot = case.setup().open(), make_bot(case.bot, case.seed)
    passages, tracker = Passages(session), Tracker() if is_tracked else None
    play(session, bot, case.ticks, [each for each in (passages, tracker) if each])
    return _row(case, session, passages.deaths), tracker.track(session) if tracker else None


def _row(case: Case, session: Session, passages: dict[str, int]) -> Row:
    result = session.result()
    figures = {figure: result[figure] for figure in FIGURES}
    deadliest: dict[str, Any] = dict(zip(("worst", "worst_share"), worst(passages), strict=True))
    return Row(**_named(case), **figures, **deadliest, passages=passages)


def _named(case: Case) -> dict[str, Any]:
    return {name: getattr(case, name) for name in ("map", "bot", "seed", "difficulty", "without")}
