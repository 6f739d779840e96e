"""How much one level may ask of the machine, so that a small file cannot stall it.

Rules of this module: an object costs the tiles of its box on the map, a polygon that often as it
has vertices over four; what goes beyond a budget is reported once and left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.data.contract import Thing
from game.data.things import Light, Prop

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.data.findings import Findings

MAX_COVERED = 1_000_000.0  # tile; all objects together; Hyosan asks for 30,000
MAX_FURNISHED = 60_000.0  # tile; all props together, at quarter tiles; Hyosan: 1,200
MAX_LIT = 150_000.0  # tile; boxes of all lamps together, half a second; Hyosan: 16,000
_BOX_POINTS = 4


def within_budget(things: Sequence[Thing], size: tuple[int, int], found: Findings) -> list[Thing]:
    """The things that a level can afford.

    Args:
        things: all, in file order.
        size: width and height of the map in tiles.
        found: is told of a budget overrun, as error E120.
    """
    kept = list(_within(things, "objects cover", MAX_COVERED, Thing, size, found))
    kept = list(_within(kept, "props cover", MAX_FURNISHED, Prop, size, found))
    return list(_within(kept, "lamps light", MAX_LIT, Light, size, found))


def _within(
    things: Sequence[Thing],
    what: str,
    limit: float,
    kind: type[Thing],
    size: tuple[int, int],
    found: Findings,
) -> Iterator[Thing]:
    spent = 0.0
    for thing in things:
        cost = _cost(thing, size) if isinstance(thing, kind) else 0.0
        if spent <= limit < spent + cost:
            text = f"its {what} more than {limit:,.0f} tiles together. Use fewer or smaller ones"
            found.whole("E120", text)
        spent += cost
        if spent <= limit:
            yield thing


def _cost(thing: Thing, size: tuple[int, int]) -> float:
    """Tiles to look at; those off the map cost nothing."""
    x0, y0, x1, y1 = thing.area.box
    reach = thing.radius if isinstance(thing, Light) else 0.0
    width = min(x1 + reach, size[0]) - max(x0 - reach, 0)
    height = min(y1 + reach, size[1]) - max(y0 - reach, 0)
    return max(width, 0.0) * max(height, 0.0) * max(len(thing.area.points) / _BOX_POINTS, 1.0)
