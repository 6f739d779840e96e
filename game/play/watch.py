"""Watchers of a session: they look after every tick and change nothing.

Each has ``after``, ``close``, ``figures`` for the report, and ``finding``: the reason to fail, or empty.
"""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any

from game.data.errors import BadInput
from game.sim.resources import TICKS_PER_SECOND
from game.sim.think.unison import most_in_step

if TYPE_CHECKING:
    from pathlib import Path

    from game.play.session import Session
    from game.sim.intent import Intent


class Watcher:
    """One that reports nothing and finds nothing."""

    finding = ""

    def after(self, session: Session, intent: Intent) -> None:
        """Look at what the tick brought."""

    def close(self, session: Session) -> None:
        """Finish: the session is over."""

    def figures(self) -> dict[str, Any]:
        """What goes into the report."""
        return {}


class Order(Watcher):
    """How far any group of hunters ever was in step: its order parameter, once a second."""

    FEWEST = 24  # hunters; order means nothing under that

    def __init__(self) -> None:
        self.most = 0.0

    def after(self, session: Session, intent: Intent) -> None:  # noqa: ARG002 - a watcher's signature
        """Measure once a second."""
        if session.tally.ticks % TICKS_PER_SECOND == 0:
            self.most = max(self.most, most_in_step(session.simulation.world, self.FEWEST))

    def figures(self) -> dict[str, Any]:
        """The greatest order of the session, 0..1."""
        return {"order_max": round(self.most, 3)}


class EventLog(Watcher):
    """Writes the journal as JSON lines: ``{"tick": 12, "event": "Noise", "rows": [...]}``.

    Raises:
        BadInput: the file cannot be written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file: IO[str] = self._guard(lambda: path.open("w", encoding="utf-8"))

    def after(self, session: Session, intent: Intent) -> None:  # noqa: ARG002 - a watcher's signature
        """Write this tick's events; ticks count on over deaths."""
        for told in session.events:
            line = {
                "tick": session.tally.ticks - 1,
                "event": type(told.event).__name__,
                "rows": told.event.rows(),
            }
            self._guard(lambda line=line: self.file.write(json.dumps(line, ensure_ascii=False) + "\n"))

    def close(self, session: Session) -> None:  # noqa: ARG002 - a watcher's signature
        """Close the file."""
        self._guard(self.file.close)

    def _guard(self, write: Any) -> Any:
        try:
            return write()
        except OSError as error:
            raise BadInput(str(self.path), f"cannot be written: {error.strerror}") from error


class Heavy(Watcher):
    """At every tick a twin becomes a copy of the world, plays the next tick as well, and is compared.

    So whatever a snapshot forgets, and whatever cache outlives it, shows within a tick.
    """

    def __init__(self, session: Session) -> None:
        self.twin = session.simulation.clone()
        self.deaths = 0

    def after(self, session: Session, intent: Intent) -> None:
        """Let the twin play this tick too, compare, and make it a copy again."""
        if self.finding:
            return
        if session.tally.deaths == self.deaths:
            self.twin.step([intent])
            self._compare(session)
        self.deaths = session.tally.deaths
        self.twin.restore(session.simulation.snapshot())

    def figures(self) -> dict[str, Any]:
        """Whether every copy was whole."""
        return {"heavy": self.finding or "ok"}

    def _compare(self, session: Session) -> None:
        ours, theirs = session.simulation.hashes(), self.twin.hashes()
        parts = [name for name in ours if ours[name] != theirs.get(name)]
        if parts:
            self.finding = (
                f"tick {session.tally.ticks}: {', '.join(parts)} differ after saving and putting back"
            )
