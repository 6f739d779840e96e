"""Where the rows of each kind lie, and of every set of components.

Whoever keeps views compares ``versions``: a birth among the last kinds leaves the rows of the first ones
where they were.
"""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from game.ecs.column import Component, Rows, together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.ecs.kind import Kind

Need = frozenset[type[Component]]


class Layout:
    """The rows of kinds that follow one another.

    Attributes:
        spans: by place of a kind, its rows.
        versions: by place of a kind, a number that grows whenever its rows, or the table's arrays, move.
    """

    def __init__(self, kinds: Sequence[Kind]) -> None:
        self.kinds = tuple(kinds)
        self.spans = [slice(0, 0) for _ in kinds]
        self.versions = [0 for _ in kinds]
        self._rows: dict[Need, Rows] = {}
        self._having: dict[Need, list[int]] = {}

    def move(self, counts: Sequence[int], first: int) -> None:
        """Take note of how many there are of each kind; rows moved of the kinds from place ``first`` on."""
        self.spans = [slice(start, end) for start, end in pairwise(accumulate(counts, initial=0))]
        self._rows = {need: rows for need, rows in self._rows.items() if self.last(need) < first}
        for place in range(first, len(self.kinds)):
            self.versions[place] += 1

    def rows(self, need: Need) -> Rows:
        """Rows of every entity that has all the components of a set, ascending."""
        found = self._rows.get(need)
        if found is None:
            found = self._rows[need] = together([self.spans[place] for place in self._places(need)])
        return found

    def last(self, need: Need) -> int:
        """Return the place of the last kind that has all the components of a set; -1 when none has."""
        return (self._places(need) or [-1])[-1]

    def _places(self, need: Need) -> list[int]:
        found = self._having.get(need)
        if found is None:
            found = [place for place, kind in enumerate(self.kinds) if need <= kind.components]
            self._having[need] = found
        return found
