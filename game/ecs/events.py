"""Events: what happened, told once, in batches.

A system that changes anything but its own rows says so with an event; the system that owns those rows
reads it. Each event class names the phase that drains it: ``class Hit(Event, until="settle")`` lives
from the moment it is emitted to the end of the next ``settle``. What was drained goes, stamped with its
tick, to the journal: sounds, captions, tests and replays all read that one stream.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, Self, TypeVar

import numpy as np

from game.ecs.column import Array, Column, Fields

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
Read = Annotated[T, "read"]
"""``Read[Hit]``: all hits waiting, as columns ``(k, ...)``, read-only."""


class Event(Fields):
    """Base class of events; an instance is a batch: each column is ``(k, ...)``."""

    until: ClassVar[str] = ""

    def __init_subclass__(cls, until: str = "") -> None:
        super().__init_subclass__()
        cls.until = until

    @classmethod
    def batch(cls, columns: dict[str, Array]) -> Self:
        """Wrap columns ``(k, ...)`` of equal length, read-only."""
        for part in columns.values():
            part.flags.writeable = False
        return cls(**columns)

    def __len__(self) -> int:
        if not self.columns:
            return 0
        return len(self.read(self.columns[0]))

    def rows(self) -> list[dict[str, Any]]:
        """Return the batch as plain records, for logs and tests."""
        return [
            {c.name: np.asarray(self.read(c)[i]).tolist() for c in self.columns} for i in range(len(self))
        ]


E = TypeVar("E", bound=Event)


class Emit(Generic[E]):
    """A system's way to say that something happened: ``hits(target=ids, damage=20)``."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue

    def __call__(self, **columns: Any) -> None:
        """Tell a batch; scalars are repeated to the longest column, no rows tell nothing."""
        self._queue.add(columns)


class Queue:
    """The waiting events of one class."""

    def __init__(self, kind: type[Event]) -> None:
        self.kind = kind
        self._columns = {c.name: c for c in kind.columns}
        self._parts: list[dict[str, Array]] = []
        self._nothing = kind.batch({c.name: c.empty(0) for c in kind.columns})
        self._whole: Event | None = self._nothing

    def add(self, values: dict[str, Any]) -> None:
        """Append one batch.

        Raises:
            TypeError: a column is unknown.
            ValueError: columns do not fit together.
        """
        if unknown := values.keys() - self._columns.keys():
            raise TypeError(f"{self.kind.__name__} has no column {', '.join(sorted(unknown))}")
        if any(isinstance(value, np.ndarray) and value.shape[:1] == (0,) for value in values.values()):
            return  # most ticks most systems have nothing to tell
        parts = {name: _column(c, values.get(name, c.default)) for name, c in self._columns.items()}
        count = _count(self.kind, parts)
        if count:
            self._parts.append({name: _repeat(c, parts[name], count) for name, c in self._columns.items()})
            self._whole = None

    def read(self) -> Event:
        """Return everything waiting as one batch."""
        if self._whole is None:
            self._whole = self.kind.batch(_joined(self._parts))
        return self._whole

    def clear(self) -> None:
        """Forget everything waiting."""
        self._parts.clear()
        self._whole = self._nothing

    def save(self) -> list[dict[str, Array]]:
        """Return the waiting batches; they never change once added."""
        return list(self._parts)

    def load(self, parts: list[dict[str, Array]]) -> None:
        """Put back what ``save`` returned."""
        self._parts, self._whole = list(parts), None if parts else self._nothing

    def __bool__(self) -> bool:
        return bool(self._parts)


def _column(col: Column, value: Any) -> Array:
    if col.dtype == object and isinstance(value, (str, bytes)):
        boxed = np.empty((), object)
        boxed[()] = value
        return boxed
    return np.asarray(value, col.dtype)


def _joined(parts: list[dict[str, Array]]) -> dict[str, Array]:
    if len(parts) == 1:
        return parts[0]
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _count(kind: type[Event], parts: dict[str, Array]) -> int:
    counts = {part.shape[0] for c in kind.columns if (part := parts[c.name]).ndim > len(c.shape)}
    if len(counts - {1}) > 1:
        raise ValueError(f"{kind.__name__}: columns of different lengths {sorted(counts)}")
    return 0 if 0 in counts else max(counts, default=1)


def _repeat(col: Column, part: Array, count: int) -> Array:
    whole = np.empty((count, *col.shape), col.dtype)
    whole[...] = part
    return whole


@dataclass(frozen=True)
class Told:
    """One drained batch in the journal."""

    tick: int
    event: Event


class Events:
    """All queues of a world, and the journal of what was drained."""

    def __init__(self, kinds: Iterable[type[Event]] = ()) -> None:
        self.queues: dict[type[Event], Queue] = {}
        self._ending: dict[str, list[Queue]] = {}  # phase -> the queues whose life ends with it
        for kind in kinds:
            self.queue(kind)
        self.journal: list[Told] = []
        self.tick = 0

    def queue(self, kind: type[Event]) -> Queue:
        """Return the queue of a class, making it at first use."""
        found = self.queues.get(kind)
        if found is None:
            found = self.queues[kind] = Queue(kind)
            self._ending.setdefault(kind.until, []).append(found)
        return found

    def emit(self, kind: type[Event], **columns: Any) -> None:
        """Tell a batch from outside any system: for sessions, scripts and tests."""
        self.queue(kind).add(columns)

    def read(self, kind: type[E]) -> E:
        """Return what waits of one class."""
        batch = self.queue(kind).read()
        assert isinstance(batch, kind)
        return batch

    def close(self, phase: str) -> None:
        """Drain the queues whose life ends with ``phase`` into the journal."""
        for queue in self._ending.get(phase, ()):
            if queue:
                self.journal.append(Told(self.tick, queue.read()))
                queue.clear()

    def take_journal(self) -> list[Told]:
        """Hand over the journal and start a new one."""
        told, self.journal = self.journal, []
        return told
