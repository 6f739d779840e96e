"""The world: one wide table, dense, sorted by kind of entity.

Rules
  1. Every entity is of one ``Kind``, which fixes its components. The kinds' rows follow one another in
     the order the world was given, without gaps: the rows of a kind are a slice, and so are those of
     neighbouring kinds together. Most systems need no gather.
  2. An entity is named by its id, ``generation << 20 | slot``. ``resolve`` turns ids into rows; a stale
     id resolves to "not alive". Rows move when somebody is born or dies, so no row number outlives a
     phase; ids are what is stored.
  3. Births and deaths wait for ``apply()``, between phases. A hole is filled from the end of its kind,
     a birth shifts each later kind by moving one of its rows: the cost follows the number of changes.
  4. Rows of columns a kind does not own hold the column's default, and so do all rows past the last:
     a change among later kinds leaves the columns of earlier ones alone.

Why dense instead of stable slots with cached row lists: at 20,000 entities a gather and scatter of a
system's columns costs more than the system. The table never has holes, so there is nothing to skip.
"""

from __future__ import annotations

import zlib
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.ecs.column import Array, Column, Component, Rows
from game.ecs.events import Events
from game.ecs.kind import NOBODY, SLOT_BITS, SLOT_MASK, Entity, Ids, Kind, columns_of
from game.ecs.layout import Layout
from game.ecs.snapshot import Snapshot, in_one_block
from game.ecs.state import digest, duplicate, put_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

C = TypeVar("C", bound=Component)
R = TypeVar("R")
__all__ = ["NOBODY", "SLOT_BITS", "SLOT_MASK", "Entity", "Ids", "Kind", "Snapshot", "World"]


class World:
    """Every entity's state, its events, and resources (clock, random streams, fields) by type.

    Args:
        kinds: all kinds of entities, in the order their rows lie.
        resources: objects that change; they are part of snapshots and hashes.
        constants: objects that never change (level, tuning); they are not.
    """

    def __init__(
        self,
        kinds: Iterable[Kind],
        resources: Iterable[object] = (),
        constants: Iterable[object] = (),
    ) -> None:
        self.kinds = tuple(kinds)
        self.columns: dict[str, Column] = columns_of(self.kinds)
        self.table: dict[str, Array] = {key: c.empty(64) for key, c in self.columns.items()}
        self.events = Events()
        self.constants = tuple(constants)
        self.state = tuple(resources)
        self.resources: dict[type, Any] = {
            type(r): r for r in (*self.state, *self.constants, self, self.events)
        }
        self.layout = Layout(self.kinds)
        self.size = 64  # rows there is room for; where it changes, so do the table's arrays
        self.bindings: dict[Any, Any] = {}  # what systems keep between ticks
        self.generation: NDArray[np.int64] = np.zeros(64, np.int64)
        self._row: NDArray[np.intp] = np.full(64, -1, np.intp)  # slot -> row, or -1
        self._counts = [0] * len(self.kinds)
        self._free: list[int] = list(range(63, -1, -1))
        self._born: list[tuple[int, Array, tuple[Component, ...]]] = []
        self._doomed: list[Array] = []
        self._whole: dict[type[Component], Any] = {}
        self._late = [list(columns_of(self.kinds[place:])) for place in range(len(self.kinds))]

    def __len__(self) -> int:
        return sum(self._counts)

    def resource(self, kind: type[R]) -> R:
        """Return the resource of a type.

        Raises:
            KeyError: the world has none.
        """
        found: R = self.resources[kind]
        return found

    def exchange(self, constant: object) -> None:
        """Put another constant in place of the one of its type, between ticks."""
        kept = [each for each in self.constants if type(each) is not type(constant)]
        self.constants = (*kept, constant)
        self.resources[type(constant)] = constant
        self.bindings.clear()  # systems hold the old one

    # -- births and deaths -------------------------------------------------------------------

    def spawn(self, kind: Kind, *records: Component) -> int:
        """Reserve an id now; the entity exists after the next ``apply()``."""
        return int(self.spawn_many(kind, 1, *records)[0])

    def spawn_many(self, kind: Kind, count: int, *records: Component) -> Ids:
        """Reserve ``count`` ids; each record's values are one for all, or one per entity.

        Raises:
            TypeError: a record is no component of this kind.
        """
        for record in records:
            if type(record) not in kind.components:
                raise TypeError(f"a {kind.name} has no {type(record).__name__}")
        while len(self._free) < count:
            self._grow_slots()
        slots = np.array([self._free.pop() for _ in range(count)], np.int64)
        self._born.append((self.kinds.index(kind), slots, records))
        return self.generation[slots] << SLOT_BITS | slots

    def kill(self, ids: Array | int) -> None:
        """Remove entities at the next ``apply()``; stale ids are ignored."""
        rows, alive = self.resolve(np.atleast_1d(np.asarray(ids, np.int64)))
        if alive.any():
            self._doomed.append(rows[alive])

    def apply(self) -> None:
        """Make waiting deaths and births real, in that order."""
        if not (self._doomed or self._born):
            return
        doomed = np.unique(np.concatenate([np.empty(0, np.intp), *self._doomed]))
        first = self._first_touched(doomed)
        blocks = self._bury(doomed, first)
        newborn: list[list[Array]] = [[] for _ in self.kinds]
        for place, slots, _ in self._born:
            newborn[place].append(slots)
        self._lay_out(first, blocks, [np.concatenate([np.empty(0, np.int64), *n]) for n in newborn[first:]])
        for _, slots, records in self._born:
            self._write(first, self._row[slots], slots, records)
        self._born, self._doomed = [], []

    def _first_touched(self, doomed: Array) -> int:
        """Return the place of the first kind with a birth or a death: those before it stay as they are."""
        born = min((place for place, _, _ in self._born), default=len(self.kinds))
        died = [
            place for place, span in enumerate(self.layout.spans) if len(doomed) and doomed[0] < span.stop
        ]
        return min([born, *died[:1]])

    def _bury(self, doomed: Array, first: int) -> list[Array]:
        """Free the doomed rows; return the later kinds' surviving slots, holes filled from each end."""
        start = self.layout.spans[first].start
        slots = self.table["Entity.id"][start : len(self)] & SLOT_MASK
        freed = slots[doomed - start]
        gone = np.zeros(len(slots), np.bool_)
        gone[doomed - start] = True
        blocks = []
        for span in self.layout.spans[first:]:
            mine = slice(span.start - start, span.stop - start)
            block, lost = slots[mine].copy(), gone[mine]
            keep = len(block) - int(lost.sum())
            block[:keep][lost[:keep]] = block[keep:][~lost[keep:]]
            blocks.append(block[:keep])
        self.generation[freed] += 1
        self._row[freed] = -1
        self._free.extend(freed[::-1].tolist())
        return blocks

    def _lay_out(self, first: int, blocks: list[Array], newborn: list[Array]) -> None:
        """Place the kinds from ``first`` on one after another, moving as few rows as can be."""
        start, size = self.layout.spans[first].start, len(self)
        place, layout = start, [np.empty(0, np.int64)]
        for i, (block, born) in enumerate(zip(blocks, newborn, strict=True), start=first):
            shift = place - self.layout.spans[i].start
            turn = shift % len(block) if len(block) else 0
            layout += [block[turn:], block[:turn], born]
            self._counts[i] = len(block) + len(born)
            place += self._counts[i]
        slots, room = np.concatenate(layout), self.size
        self._grow_rows(place)
        rows = np.arange(start, place)
        source = self._row[slots]
        moved = (source != rows) & (source >= 0)
        to, origin = rows[moved], source[moved]
        for key in self._late[first]:
            whole = self.table[key]
            if len(to):
                whole[to] = whole[origin]
            if place < size:
                whole[place:size] = self.columns[key].default
        self._row[slots] = rows
        self._rows_moved(first if room == self.size else 0)

    def _rows_moved(self, first: int = 0) -> None:
        """Take note that rows moved, of the kinds from this place on."""
        self.layout.move(self._counts, first)
        self._whole.clear()

    def _write(self, first: int, rows: Array, slots: Array, records: tuple[Component, ...]) -> None:
        given = {c.key: record.read(c) for record in records for c in record.columns}
        for key in self._late[first]:
            self.table[key][rows] = given.get(key, self.columns[key].default)
        self.table["Entity.id"][rows] = self.generation[slots] << SLOT_BITS | slots

    def _grow_rows(self, count: int) -> None:
        if count > self.size:
            extra = max(count, 2 * self.size) - self.size
            self.size += extra
            for key, col in self.columns.items():
                self.table[key] = np.concatenate([self.table[key], col.empty(extra)])

    def _grow_slots(self) -> None:
        size = len(self.generation)
        if size > SLOT_MASK:
            raise OverflowError(f"more than {SLOT_MASK} entities")
        self.generation = np.concatenate([self.generation, np.zeros(size, np.int64)])
        self._row = np.concatenate([self._row, np.full(size, -1, np.intp)])
        self._free = [*range(2 * size - 1, size - 1, -1), *self._free]

    # -- finding -----------------------------------------------------------------------------

    def rows(self, *need: type[Component]) -> Rows:
        """Rows of every entity that has all these components, ascending."""
        return self.rows_with(frozenset(need))

    def rows_with(self, wanted: frozenset[type[Component]]) -> Rows:
        """Rows of every entity that has all the components of a set, ascending."""
        return self.layout.rows(wanted)

    def span(self, kind: Kind) -> slice:
        """Rows of one kind."""
        return self.layout.spans[self.kinds.index(kind)]

    def view(self, component: type[C], rows: Rows | None = None) -> C:
        """View rows read-only: all of the table unless rows are given."""
        return self.whole(component) if rows is None else component.view(self.table, rows, writable=False)

    def whole(self, component: type[C]) -> C:
        """View all rows read-only; whoever asks gets the same view until rows move."""
        found: C | None = self._whole.get(component)
        if found is None:
            found = self._whole[component] = component.view(self.table, slice(0, len(self)), writable=False)
        return found

    def resolve(self, ids: Array) -> tuple[Array, Array]:
        """Turn ids ``(k,)`` into rows ``(k,)`` and whether each still lives ``(k,)``.

        The row of somebody who is gone is 0: always mask by the second array.
        """
        slots = ids & SLOT_MASK
        slots = np.where((ids < 0) | (slots >= len(self.generation)), 0, slots)
        rows = self._row[slots]
        alive = (ids >= 0) & (self.generation[slots] == ids >> SLOT_BITS) & (rows >= 0)
        return np.where(alive, rows, 0), alive

    @contextmanager
    def edit(self, component: type[C], ids: Array | list[int] | int) -> Iterator[C]:
        """View named entities for writing, outside any system: for sessions, scripts and tests.

        Raises:
            KeyError: somebody named does not live.
        """
        wanted = np.atleast_1d(np.asarray(ids, np.int64))
        rows, alive = self.resolve(wanted)
        if not alive.all():
            raise KeyError(f"no such entity: {wanted[~alive].tolist()}")
        view = component.view(self.table, rows, writable=True)
        yield view
        view.store()

    # -- saving and comparing ----------------------------------------------------------------

    def hashes(self) -> dict[str, int]:
        """CRC-32 per component and per resource: a difference names its subsystem."""
        crc: dict[str, int] = {}
        for key in self.columns:
            name = key.partition(".")[0]
            crc[name] = zlib.crc32(self.table[key][: len(self)].data, crc.get(name, 0))
        for resource in self.state:
            crc[type(resource).__name__] = digest(resource)
        crc["events"] = digest({k.__name__: q.save() for k, q in self.events.queues.items() if q})
        crc["slots"] = digest([self.generation, self._free, self._counts])
        return crc

    def checksum(self) -> int:
        """Return one CRC-32 of everything: equal worlds have equal checksums."""
        return digest(self.hashes())

    def snapshot(self) -> Snapshot:
        """Copy everything that can change. Call it between ticks, when nothing waits to be applied."""
        assert not self._born, "snapshot between ticks only"
        assert not self._doomed, "snapshot between ticks only"
        return Snapshot(
            in_one_block({key: whole[: len(self)] for key, whole in self.table.items()}),
            tuple(self._counts),
            self.generation.copy(),
            tuple(self._free),
            {type(r): duplicate(r) for r in self.state},
            {kind: queue.save() for kind, queue in self.events.queues.items()},
        )

    def restore(self, old: Snapshot) -> None:
        """Become what the snapshot was; the snapshot stays good for another time."""
        before, self._counts = len(self), list(old.counts)
        count = len(self)
        self._grow_rows(count)
        for key, whole in self.table.items():
            whole[:count] = old.table[key]
            whole[count:before] = self.columns[key].default
        self.generation, self._free = old.generation.copy(), list(old.free)
        self._row = np.full(len(self.generation), -1, np.intp)
        self._row[self.table["Entity.id"][:count] & SLOT_MASK] = np.arange(count)
        for resource in self.state:
            put_back(resource, old.resources[type(resource)])
        for kind in old.waiting:
            self.events.queue(kind)
        for kind, queue in self.events.queues.items():
            queue.load(old.waiting.get(kind, []))
        self.events.journal.clear()
        self._born, self._doomed = [], []
        self._rows_moved()
