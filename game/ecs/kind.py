"""Who an entity is: its id, and the kind that fixes its components."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.ecs.column import Column, Component, column

Ids = NDArray[np.int64]
SLOT_BITS = 20
SLOT_MASK = (1 << SLOT_BITS) - 1
NOBODY = -1
"""The id that resolves to nobody."""


class Entity(Component):
    """Who a row is. Every kind has it; the world writes it."""

    id: Ids = column("i8", default=NOBODY, unit="id")


@dataclass(frozen=True, eq=False)
class Kind:
    """A kind of entity: a name and its components."""

    name: str
    components: frozenset[type[Component]]

    @classmethod
    def of(cls, name: str, *components: type[Component]) -> Kind:
        """Name a kind that has these components, and ``Entity``."""
        return cls(name, frozenset({Entity, *components}))


def columns_of(kinds: Iterable[Kind]) -> dict[str, Column]:
    """Return the columns that some of these kinds have, by key, in the order of their names."""
    parts = {part for kind in kinds for part in kind.components}
    return {c.key: c for part in sorted(parts, key=lambda p: p.__name__) for c in part.columns}
