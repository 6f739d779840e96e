"""How far the hunters are in step: one group a caller, and who calls."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.sim.components import NO_TICK


@dataclass
class Group:
    """The hunters who hear one caller.

    Attributes:
        caller: id of the screamer that leads them.
        hunters: how many there are.
        order: their order parameter, 0 (each its own) to 1 (all as one).
        since: tick since when they are in unison, or ``NO_TICK``.
        begun: tick their caller began to screech in unison, or ``NO_TICK``.
    """

    caller: int
    hunters: int = 0
    order: float = 0.0
    since: int = NO_TICK
    begun: int = NO_TICK


@dataclass
class Order:
    """All groups; ``Pulse.group`` is an index into them."""

    groups: list[Group] = field(default_factory=list)
