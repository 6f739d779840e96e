"""Components: what an entity is made of, declared once, stored as numpy columns.

A component class describes ONE entity. Made with values (``Body(pos=(1, 2))``) it is a record, ready
to spawn. Inside a system the same class is a *view* and carries a leading axis: ``body.pos`` is
``(n, 2)``, one row per matching entity, rows aligned across the system's parameters.

In a view ``=``, ``+=`` and ``[mask] =`` all write through, and only where the system asked for ``Mut``;
everything else is handed out read-only, and numpy refuses the write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Self, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Mapping

Array = NDArray[Any]
Rows = slice | NDArray[np.intp]
"""Which rows of the table: a slice when they lie together, else row numbers ``(n,)``."""
T = TypeVar("T")
Mut = Annotated[T, "mut"]
"""``Mut[Body]``: my rows of Body, to write."""
All = Annotated[T, "all"]
"""``All[Body]``: every row of Body, indexed by row, read-only."""
Has = Annotated[T, "has"]
"""``_: Has[Body]``: nothing of Body, but my rows have it."""


class Column:
    """One field of a component or an event: its type, the shape of one row, default and unit."""

    def __init__(self, dtype: str, shape: tuple[int, ...], default: Any, unit: str) -> None:
        self.dtype, self.shape, self.default, self.unit = np.dtype(dtype), shape, default, unit
        self.name = self.key = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name, self.key = name, f"{owner.__name__}.{name}"

    def __get__(self, view: Fields | None, owner: type) -> Any:
        # Asked only once a column: what ``read`` keeps under this name then hides the descriptor.
        return self if view is None else view.read(self)

    def empty(self, count: int) -> Array:
        """Return ``count`` rows filled with the default."""
        return np.full((count, *self.shape), self.default, self.dtype)


def column(dtype: str = "f4", shape: tuple[int, ...] = (), *, default: Any = 0, unit: str) -> Any:
    """Declare a column. ``unit`` is required; write ``"1"`` for a pure number."""
    return Column(dtype, shape, default, unit)


class Fields:
    """What records, views and events share: named columns and a place to keep their values."""

    columns: ClassVar[tuple[Column, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.columns = tuple(c for c in vars(cls).values() if isinstance(c, Column))

    def __init__(self, **record: Any) -> None:
        wrong = sorted(record.keys() - {c.name for c in self.columns})
        if wrong:
            raise TypeError(f"{type(self).__name__} has no column {', '.join(wrong)}")
        self.__dict__.update(record)

    def __setattr__(self, name: str, value: Any) -> None:
        self.write(getattr(type(self), name), value)

    def read(self, col: Column) -> Any:
        """Return the value of a record's column, or its default."""
        return self.__dict__.get(col.name, col.default)

    def write(self, col: Column, value: Any) -> None:
        """Refuse: a record does not change once made."""
        raise PermissionError(f"{col.key} is read-only here (tried to set it to {value!r})")


class Component(Fields):
    """Base class of components: a record of one entity, or a view of many rows."""

    _table: Mapping[str, Array]
    _rows: Rows
    _writable: bool

    @classmethod
    def view(cls, table: Mapping[str, Array], rows: Rows, *, writable: bool) -> Self:
        """View ``rows`` of a table of columns as this component."""
        view = cls.__new__(cls)
        view.__dict__.update(_table=table, _rows=rows, _writable=writable)
        return view

    def read(self, col: Column) -> Any:
        """Return the column for my rows ``(n, ...)``, fetching it the first time."""
        mine = self.__dict__
        if col.name in mine or "_table" not in mine:
            return super().read(col)
        whole, rows = self._table[col.key], self._rows
        part = whole[rows] if isinstance(rows, slice) else whole.take(rows, axis=0)
        part.flags.writeable = self._writable
        mine[col.name] = part
        return part

    def write(self, col: Column, value: Any) -> None:
        """Replace the column for my rows."""
        if not self.__dict__.get("_writable"):
            raise PermissionError(f"{col.key} is read-only here; ask for Mut[...]")
        part = self.read(col)
        if part is not value:
            part[...] = value

    def store(self) -> None:
        """Scatter gathered columns back to the table (slices are already there) and let go of them."""
        if isinstance(self._rows, slice):
            return
        for col in self.columns:
            part = self.__dict__.pop(col.name, None)
            if part is not None and self._writable:
                self._table[col.key][self._rows] = part


def together(spans: list[slice]) -> Rows:
    """Return the rows of all these spans, ascending: a slice where they lie together."""
    spans = [s for s in spans if s.stop > s.start]
    if not spans:
        return slice(0, 0)
    if sum(s.stop - s.start for s in spans) == spans[-1].stop - spans[0].start:
        return slice(spans[0].start, spans[-1].stop)
    return np.concatenate([np.arange(s.start, s.stop) for s in spans])
