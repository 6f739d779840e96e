"""Recordings: what was asked of a session, and checksums to tell whether it comes out the same.

The format is gzip over JSON lines, so that any tool reads it. First the opening, then runs and checks
in the order of play, then the end:

    {"format": 3, "game": "0.1.0", "map": "hyosan", "digest": "...", "seed": 1, "rules": {...}, ...}
    ["i", count, mx, my, ax, ay, held]      this intent, so many ticks long
    ["r"]                                   the hero came back at the last checkpoint
    ["s"]                                   ... at the end of the passage that follows it
    ["d", "story", false, true, false]      another difficulty, other assists from here on
    ["c", tick, {"Body": 123, ...}]         CRC-32 per component after so many ticks of play
    ["end", tick, outcome, state_hash]

Rules of this module: ticks are those of the session, which count on over deaths; one player; a file
that is damaged, cut short or newer than this game is refused in one line.
"""

from __future__ import annotations

import gzip
import json
import zlib
from dataclasses import asdict, dataclass, field
from typing import IO, TYPE_CHECKING, Any

from game.data.errors import BadInput
from game.play import orders
from game.play.orders import Order
from game.play.version import VERSION
from game.play.watch import Watcher
from game.sim.components import Button
from game.sim.intent import Intent
from game.sim.legacy import Legacy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.play.game import Setup
    from game.play.session import Session

FORMAT = 3  # 1 knew no skipping and no change of rules, 2 nothing of the levels before; both read the same
CHECK_EVERY = 60  # ticks between two checksums
MAX_BYTES = 200_000_000  # unpacked; an hour of play is a few megabytes
_SHORT, _LONG = 2**7, 2**15  # what the numbers of an intent must stay below
Hashes = dict[str, int]


@dataclass(frozen=True)
class Opening:
    """How the recorded session began; ``bot`` is empty when a person played. The rest: see ``Setup``."""

    map: str
    digest: str
    seed: int
    difficulty: str
    lives: int
    bot: str
    without: str = ""
    start: int = 0
    legacy: dict[str, Any] = field(default_factory=dict)
    game: str = VERSION
    format: int = FORMAT


def opening(session: Session, setup: Setup, bot: str) -> Opening:
    """Describe how a session begins, before it is played."""
    level = session.simulation.level
    how = setup.map, level.digest, setup.seed, setup.difficulty, setup.lives, bot, setup.without
    return Opening(*how, setup.start, setup.legacy.told())


@dataclass
class Recording:
    """A whole recording in memory.

    Attributes:
        opening: how it began.
        asked: runs of one intent and the ticks they last; an order lasts none.
        checks: tick -> CRC-32 per component.
        ticks, outcome, state_hash: how it ended.
    """

    opening: Opening
    asked: list[tuple[Intent | Order, int]] = field(default_factory=list)
    checks: dict[int, Hashes] = field(default_factory=dict)
    ticks: int = 0
    outcome: str = ""
    state_hash: str = ""

    def wishes(self) -> Iterator[Intent | Order]:
        """Every tick's intent, and the orders between them."""
        for wish, count in self.asked:
            yield from (wish for _ in range(max(count, isinstance(wish, Order))))


class Recorder(Watcher):
    """Writes a session down while it is played.

    Raises:
        BadInput: the file cannot be written.
    """

    def __init__(self, path: Path, began: Opening, every: int = CHECK_EVERY) -> None:
        self.path, self.every = path, every
        self.last: Intent | None = None
        self.count = 0
        self.raw: IO[bytes] = self._guard(lambda: path.open("wb"))
        self.file = gzip.GzipFile("", "wb", fileobj=self.raw, mtime=0)  # no name, no date: bytes compare
        self._line(asdict(began))

    def after(self, session: Session, intent: Intent) -> None:
        """Note what was asked, and every so often how the world is."""
        if intent != self.last:
            self._flush()
            self.last = intent
        self.count += 1
        if session.tally.ticks % self.every == 0:
            self._check(session)

    def ordered(self, order: Order) -> None:
        """Note what a person asked for between two ticks; bots come back by themselves."""
        self._flush()
        self._line([order.word, *order.said])

    def close(self, session: Session) -> None:
        """Note the end and close the file."""
        self._check(session)
        self._line(["end", session.tally.ticks, session.outcome, session.simulation.state_hash()])
        self._guard(self.file.close)
        self._guard(self.raw.close)

    def _check(self, session: Session) -> None:
        self._flush()
        self._line(["c", session.tally.ticks, session.simulation.hashes()])

    def _flush(self) -> None:
        if self.last is not None and self.count:
            self._line(["i", self.count, *self.last.move, *self.last.aim, int(self.last.held)])
        self.count = 0

    def _line(self, value: Any) -> None:
        text = json.dumps(value, separators=(",", ":")) + "\n"
        self._guard(lambda: self.file.write(text.encode()))

    def _guard(self, write: Any) -> Any:
        try:
            return write()
        except OSError as error:
            raise BadInput(str(self.path), f"cannot be written: {error.strerror or error}") from error


def read(path: Path) -> Recording:
    """Read a recording.

    Raises:
        BadInput: it is no recording, is damaged, cut short, or of a newer game.
    """
    lines = _unpack(path)
    recording = Recording(_opening(path, lines[0]))
    for number, line in enumerate(lines[1:], start=2):
        try:
            _take(recording, json.loads(line))
        except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError):
            raise BadInput(f"{path}:{number}", "the recording is damaged here; make it anew") from None
    if not recording.state_hash:
        raise BadInput(str(path), "the recording was cut short: it has no end")
    return recording


def _unpack(path: Path) -> list[str]:
    try:
        with gzip.open(path, "rb") as file:
            whole = file.read(MAX_BYTES + 1)
        lines = whole.decode().splitlines()
    except FileNotFoundError:
        raise BadInput(str(path), "no such recording") from None
    except (gzip.BadGzipFile, EOFError, zlib.error, UnicodeDecodeError):
        raise BadInput(str(path), "not a recording, or damaged or cut short") from None
    except OSError as error:
        raise BadInput(str(path), f"cannot be read: {error.strerror or error}") from None
    if len(whole) > MAX_BYTES or not lines:
        raise BadInput(str(path), "not a recording: " + ("it is too large" if lines else "it is empty"))
    return lines


def _opening(path: Path, line: str) -> Opening:
    try:
        told = json.loads(line)
        version = told["format"]
        if isinstance(version, int) and version > FORMAT:
            raise BadInput(
                str(path), f"recorded by a newer game ({str(told.get('game'))[:20]}); update this one"
            )
        began = Opening(**told)
        Legacy.read(began.legacy)
        right = all(isinstance(getattr(began, name), kind) for name, kind in _KINDS.items())
    except (ValueError, TypeError, KeyError, RecursionError):
        right = False
    if not right or not 1 <= version <= FORMAT:
        raise BadInput(f"{path}:1", "this is not the opening of a recording")
    return began


_KINDS = dict.fromkeys(("map", "digest", "difficulty", "bot", "without", "game"), str) | dict.fromkeys(
    ("seed", "lives", "start", "format"), int
)


def _take(recording: Recording, line: list[Any]) -> None:
    """Add one line to a recording; whatever is wrong with it raises ValueError or TypeError."""
    word, *rest = line
    if recording.state_hash:
        raise ValueError("nothing follows the end")
    if word == "i":
        count, *numbers = map(int, rest)
        recording.asked.append((_intent(*numbers), _positive(count)))
        recording.ticks += count
    elif word == "c":
        recording.checks[int(rest[0])] = {str(name): int(crc) for name, crc in rest[1].items()}
    elif word == "end":
        ticks, recording.outcome, recording.state_hash = int(rest[0]), str(rest[1]), str(rest[2])
        if ticks != recording.ticks:
            raise ValueError("ticks are missing")
    else:
        recording.asked.append((orders.read(line), 0))


def _intent(mx: int, my: int, ax: int, ay: int, held: int) -> Intent:
    if max(abs(mx), abs(my)) >= _SHORT or max(abs(ax), abs(ay)) >= _LONG or not 0 <= held < 2 * _LONG:
        raise ValueError("no stick goes so far")
    return Intent((mx, my), (ax, ay), Button(held))


def _positive(count: int) -> int:
    if count <= 0:
        raise ValueError("a run is at least one tick")
    return count
