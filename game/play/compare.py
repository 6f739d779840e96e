"""Playing recordings again, and finding where they part.

Rules of this module: a recording holds checksums every second, so ``verify`` can say between which two
of them this build parts from it; ``desync`` plays both of two recordings side by side and finds the
very tick, if they part in this build too.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.data.errors import BadInput
from game.play.game import Setup
from game.play.orders import Order
from game.sim.legacy import Legacy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.play.replay import Hashes, Opening, Recording
    from game.play.session import Session


@dataclass(frozen=True)
class Parting:
    """Where two plays part.

    Attributes:
        good: last tick known to be the same.
        bad: first tick known to differ.
        parts: components and resources that differ there.
        why: one sentence more, or empty.
    """

    good: int
    bad: int
    parts: tuple[str, ...]
    why: str = ""

    def __str__(self) -> str:
        where = f"tick {self.bad}" if self.bad == self.good + 1 else f"tick {self.good + 1} to {self.bad}"
        return f"{where}: {', '.join(self.parts)}{self.why and f' ({self.why})'}"


def open_recorded(began: Opening, where: Path) -> Session:
    """Begin the session that a recording began.

    Raises:
        BadInput: the map is not there, or is not the one that was played; or the rules are unknown here.
    """
    plain = Setup(began.map, began.seed, began.difficulty, began.lives, began.without)
    session = replace(plain, start=began.start, legacy=Legacy.read(began.legacy)).open()
    if session.simulation.level.digest != began.digest:
        raise BadInput(str(where), f"the map {began.map!r} has changed since this was recorded")
    return session


def play_again(session: Session, recording: Recording) -> Iterator[int]:
    """Play a recording; yields after every tick, with its number."""
    step = session.play if recording.opening.bot else session.step  # a person comes back when ready
    for wish in recording.wishes():
        if isinstance(wish, Order):
            wish.give(session)
        else:
            step([wish])
            yield session.tally.ticks


def verify(recording: Recording, session: Session, tell: Callable[[float], None]) -> Parting | None:
    """Play a recording and compare every checksum in it; ``None`` when all agree."""
    good = 0
    for tick in play_again(session, recording):
        tell(tick)
        recorded = recording.checks.get(tick)
        if recorded is None:
            continue
        parts = differing(recorded, session.simulation.hashes())
        if parts:
            return Parting(good, tick, parts)
        good = tick
    if session.simulation.state_hash() != recording.state_hash:
        return Parting(good, recording.ticks, ("the end",))
    return None


def differing(a: Hashes, b: Hashes) -> tuple[str, ...]:
    """Names whose checksums differ, in the order of ``a``, then those only ``b`` has."""
    return tuple(name for name in {**a, **b} if a.get(name) != b.get(name))


def desync(a: Recording, b: Recording, where: Path, tell: Callable[[float], None]) -> Parting | None:
    """Find where two recordings part.

    First by the checksums they hold; then, if what was asked differs, by playing both side by side.
    """
    recorded = _by_checks(a, b)
    asked = _first_asked(a, b)
    if asked is None:
        return recorded
    played = _side_by_side(a, b, asked, where, tell)
    if played is None or (recorded is not None and recorded.bad <= asked):
        return recorded
    return played


def _by_checks(a: Recording, b: Recording) -> Parting | None:
    good = 0
    for tick in sorted(a.checks.keys() & b.checks.keys()):
        parts = differing(a.checks[tick], b.checks[tick])
        if parts:
            return Parting(good, tick, parts, "by the checksums recorded")
        good = tick
    if a.ticks != b.ticks:
        shorter = min(a.ticks, b.ticks)
        return Parting(shorter, shorter + 1, ("the end",), "one recording ends here")
    return None


def _first_asked(a: Recording, b: Recording) -> int | None:
    """The first tick, from 1, at which the two ask for different things."""
    tick = 0
    for mine, theirs in zip(a.wishes(), b.wishes(), strict=False):
        if mine != theirs:
            return tick + 1
        tick += not isinstance(mine, Order)
    return None


def _side_by_side(
    a: Recording, b: Recording, asked: int, where: Path, tell: Callable[[float], None]
) -> Parting | None:
    one, two = open_recorded(a.opening, where), open_recorded(b.opening, where)
    why = f"what was asked differs from tick {asked}"
    for tick, _ in zip(play_again(one, a), play_again(two, b), strict=False):
        tell(tick)
        parts = differing(one.simulation.hashes(), two.simulation.hashes()) if tick >= asked else ()
        if parts:
            return Parting(tick - 1, tick, parts, why)
    return None
