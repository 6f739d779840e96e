"""What a person asks of a session besides intents, between two ticks. Recordings hold it in its place."""

from __future__ import annotations

from dataclasses import astuple, dataclass, fields, replace
from typing import TYPE_CHECKING, Any

from game.data.tuning import Assist, Difficulty, Rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.play.session import Session


@dataclass(frozen=True)
class Order:
    """One wish.

    Attributes:
        word: what a recording's line begins with.
        said: the rest of the line.
    """

    word: str
    said: tuple[Any, ...] = ()

    def give(self, session: Session) -> None:
        """Let a session carry it out."""
        if self == RETRY:
            session.retry()
        elif self == SKIP:
            session.skip()
        else:
            rules, asked = session.simulation.rules, _rules(self.said)
            session.simulation.play_by(replace(rules, difficulty=asked.difficulty, assist=asked.assist))


RETRY = Order("r")
"""Come back at the last checkpoint."""
SKIP = Order("s")
"""Come back at the end of the passage that follows it."""
RULES = "d"


def play_by(rules: Rules) -> Order:
    """Return the order to go on with this difficulty and these assists."""
    return Order(RULES, (str(rules.difficulty), *astuple(rules.assist)))


def read(line: list[Any]) -> Order:
    """Read an order off a recording's line.

    Raises:
        ValueError: it is none.
    """
    word, *said = line
    order = Order(str(word), tuple(said))
    if order in {RETRY, SKIP}:
        return order
    if word != RULES or play_by(_rules(said)) != order:
        raise ValueError(f"unknown line {word!r}")
    return order


def _rules(said: Sequence[Any]) -> Rules:
    difficulty, *assist = said
    names = (each.name for each in fields(Assist))
    return Rules(Difficulty(difficulty), Assist(**dict(zip(names, map(bool, assist), strict=True))))
