"""Systems and the one schedule they run in.

A system is a function whose signature is its access list:

    @system
    def push(body: Mut[Body], drive: Drive, clock: Clock) -> None: ...

  ``Body``         my rows of a component, read-only      ``Mut[Body]``   my rows, to write
  ``All[Body]``    every row, read-only                   ``Read[Hit]``   events waiting
  ``Emit[Hit]``    a way to tell events                   ``Has[Body]``   nothing, but my rows have it
  anything else    a resource of that type

"My rows" are those of the entities that have every component named bare, in ``Mut`` or in ``Has``. A
system with such rows is not run while there are none. It writes only its own rows; others change through
events.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin, get_type_hints

from game.ecs.column import Component
from game.ecs.events import Emit, Event

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy as np

    from game.ecs.column import Rows
    from game.ecs.world import World


@dataclass(frozen=True)
class Ask:
    """One parameter of a system: the type it names and how it is meant."""

    kind: Any
    mark: str  # "" own rows, mut, has, all, read, emit, resource

    def __str__(self) -> str:
        name: str = self.kind.__name__
        return f"Has[{name}]" if self.mark == "has" else name


@dataclass(frozen=True, eq=False)
class System:
    """A function, and what it needs, read off its signature."""

    run: Callable[..., None]
    asks: Mapping[str, Ask]

    @property
    def name(self) -> str:
        """The function's name."""
        return self.run.__name__

    def named(self, *marks: str) -> list[str]:
        """Names of the types asked for in one of these ways."""
        return [str(ask) for ask in self.asks.values() if ask.mark in marks]

    @property
    def need(self) -> tuple[type[Component], ...]:
        """The components an entity must have to be a row of this system."""
        return tuple(ask.kind for ask in self.asks.values() if ask.mark in {"", "mut", "has"})

    def __call__(self, world: World) -> None:
        """Run once over every matching entity."""
        bound = world.bindings.get(self)
        if bound is None:
            bound = world.bindings[self] = Bound(self, world)
        if bound.has_rows and bound.layout != world.layout.versions[bound.last]:
            bound.follow(world)
        if bound.is_idle:
            return
        args = bound.args
        for name, queue in bound.queues:
            args[name] = queue.read()
        self.run(**args)
        for view in bound.gathered:
            view.store()


class Bound:
    """A system's arguments in one world.

    Views are made anew only when rows moved that they show: a birth among the last kinds leaves the views
    of the first ones true. Gathered rows are let go of after every run; events are read afresh. A world's
    resources are its own: what changes is inside them, unless one is exchanged, and all is bound anew.
    """

    def __init__(self, system: System, world: World) -> None:
        asks = system.asks.items()
        self.need = frozenset(system.need)
        self.own = [(name, ask) for name, ask in asks if ask.mark in {"", "mut"}]
        self.whole = [(name, ask.kind) for name, ask in asks if ask.mark == "all"]
        self.args = {name: world.resources[ask.kind] for name, ask in asks if ask.mark == "resource"}
        self.args |= {name: None for name, ask in asks if ask.mark == "has"}
        self.gathered: list[Component] = []
        self.queues = [(name, world.events.queue(ask.kind)) for name, ask in asks if ask.mark == "read"]
        for name, ask in asks:
            if ask.mark == "emit":
                self.args[name] = Emit[Any](world.events.queue(ask.kind))
        self.has_rows = bool(self.need or self.whole)
        self.last = -1 if self.whole else world.layout.last(self.need)  # kind whose rows, moved, move mine
        self.layout = self.size = -1
        self.is_idle = False
        self.rows: Rows | None = None
        self.follow(world)

    def follow(self, world: World) -> None:
        """Take note of where the rows are now."""
        rows = world.rows_with(self.need) if self.need else slice(0, 0)
        is_same = isinstance(rows, slice) and rows == self.rows and self.size == world.size
        self.layout, self.size, self.rows = world.layout.versions[self.last], world.size, rows
        self.is_idle = bool(self.need) and _count(rows) == 0
        for name, kind in self.whole:
            self.args[name] = world.whole(kind)
        if self.own and not is_same:
            self._view(world, rows)

    def _view(self, world: World, rows: Rows) -> None:
        """View these rows."""
        views = {n: ask.kind.view(world.table, rows, writable=ask.mark == "mut") for n, ask in self.own}
        self.args.update(views)
        self.gathered = [] if isinstance(rows, slice) else list(views.values())


def _count(rows: slice | np.ndarray[Any, Any]) -> int:
    return rows.stop - rows.start if isinstance(rows, slice) else len(rows)


def system(run: Callable[..., None]) -> System:
    """Turn an annotated function into a System.

    Raises:
        TypeError: it both writes and reads the same component.
    """
    hints = get_type_hints(run, include_extras=True)
    hints.pop("return", None)
    asks = {name: _ask(hint) for name, hint in hints.items()}
    written = [a.kind for a in asks.values() if a.mark == "mut"]
    for kind in written:
        if sum(a.kind is kind for a in asks.values()) > 1:
            raise TypeError(f"{run.__name__}: {kind.__name__} is both written and read")
    return System(run, asks)


def _ask(hint: Any) -> Ask:
    if get_origin(hint) is Emit:
        return Ask(get_args(hint)[0], "emit")
    if get_origin(hint) is Annotated:
        kind, mark = get_args(hint)
        return Ask(kind, mark)
    if isinstance(hint, type) and issubclass(hint, Component):
        return Ask(hint, "")
    if isinstance(hint, type) and issubclass(hint, Event):
        raise TypeError(f"{hint.__name__}: say Read[...] or Emit[...]")
    return Ask(hint, "resource")


@dataclass(frozen=True)
class Schedule:
    """One tick, in order: phase -> systems. Births and deaths land after each phase."""

    phases: Mapping[str, tuple[System, ...]]

    def tick(self, world: World) -> None:
        """Advance the world one fixed step."""
        for phase, systems in self.phases.items():
            for each in systems:
                each(world)
            world.apply()
            world.events.close(phase)

    def table(self) -> str:
        """Return the schedule as a Markdown table: phase, system, reads, writes, events."""
        lines = ["| phase | system | reads | writes | hears | tells |", "|---|---|---|---|---|---|"]
        for phase, systems in self.phases.items():
            for s in systems:
                marks = (("", "has", "all", "resource"), ("mut",), ("read",), ("emit",))
                cells = [phase, s.name, *(", ".join(s.named(*m)) for m in marks)]
                lines.append("| " + " | ".join(cells) + " |")
        return "\n".join(lines)
