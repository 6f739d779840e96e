"""What a person asks of a session besides intents, between two ticks. Recordings hold it in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play.session import Session


@dataclass(frozen=True)
class Order:
    """One wish.

    Attributes:
        word: what a recording's line begins with.
    """

    word: str

    def give(self, session: Session) -> None:
        """Let a session carry it out."""
        if self == RETRY:
            session.retry()
        else:
            session.skip()


RETRY = Order("r")
"""Come back at the last checkpoint."""
SKIP = Order("s")
"""Come back at the end of the passage that follows it."""


def read(line: list[object]) -> Order:
    """Read an order off a recording's line.

    Raises:
        ValueError: it is none.
    """
    order = Order(str(line[0]))
    if len(line) > 1 or order not in {RETRY, SKIP}:
        raise ValueError(f"unknown line {line[0]!r}")
    return order
