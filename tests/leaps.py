"""Ways over roofs, for tests that judge a map: where one walks, and where a leap carries.

Rules of this module: as in ``ways``; void is no ground; a leap goes straight over the shorter side of a
Gap, from the tile before it to the tile behind, never up over a Ledge.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import ways

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from game.data.level import Level
    from game.data.things import Gap

    Grid = ways.Grid
    Tile = ways.Tile
    Leap = tuple[Tile, Tile]  # from, to


def ground(level: Level, shut: Collection[str] = ()) -> Grid:
    """Tiles on which a body fits, with the doors named in ``shut`` closed."""
    return np.asarray(ways.tiles_of(ways.room_to_stand(level, shut)) & ~level.void)


def leaps_of(level: Level, gap: Gap) -> Iterator[Leap]:
    """Every straight leap over a gap, both ways where no ledge forbids it."""
    x0, y0, x1, y1 = (round(side) for side in gap.area.box)
    across = x1 - x0 <= y1 - y0
    for at in range(y0, y1) if across else range(x0, x1):
        one, other = ((x0 - 1, at), (x1, at)) if across else ((at, y0 - 1), (at, y1))
        for here, there in ((one, other), (other, one)):
            if not _climbs(level, here, there):
                yield here, there


def walked(free: Grid, start: Tile) -> Grid:
    """Tiles one can walk to."""
    seen = np.zeros_like(free)
    seen[start[1], start[0]] = True
    front = [start]
    while front:
        front = [at for x, y in front for at in _beside(x, y) if free[at[1], at[0]] and not _mark(seen, at)]
    return seen


def reached(level: Level, free: Grid, start: Tile) -> Grid:
    """Tiles one can come to by walking and leaping."""
    jumps = [leap for gap in level.gaps for leap in leaps_of(level, gap)]
    seen = walked(free, start)
    found = True
    while found:
        landed = [b for a, b in jumps if seen[a[1], a[0]] and free[b[1], b[0]] and not seen[b[1], b[0]]]
        found = bool(landed)
        for at in landed:
            seen |= walked(free, at)
    return seen


def with_gaps(level: Level, free: Grid) -> Grid:
    """The ground with every gap filled: for ways that may leap."""
    out = free.copy()
    for gap in level.gaps:
        out |= ways.cells(gap.area, free.shape) & level.void
    return out


def _climbs(level: Level, here: Tile, there: Tile) -> bool:
    """Whether a leap comes from a ledge's low side, right of how it is drawn."""
    a, b = (np.array(at) + 0.5 for at in (here, there))
    for ledge in level.ledges:
        for p, q in pairwise(np.array(ledge.area.points)):
            if _crosses(a, b, p, q) and _turn(p, q, a) > 0:
                return True
    return False


def _turn(p: ways.Lengths, q: ways.Lengths, at: ways.Lengths) -> float:
    """Positive when ``at`` lies to the right of the way from ``p`` to ``q``; y grows downwards."""
    return float((q[0] - p[0]) * (at[1] - p[1]) - (q[1] - p[1]) * (at[0] - p[0]))


def _crosses(a: ways.Lengths, b: ways.Lengths, p: ways.Lengths, q: ways.Lengths) -> bool:
    parts = _turn(p, q, a) * _turn(p, q, b) < 0
    return parts and _turn(a, b, p) * _turn(a, b, q) <= 0


def _beside(x: int, y: int) -> tuple[Tile, ...]:
    return (x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)


def _mark(seen: Grid, at: Tile) -> bool:
    """Mark a tile; return whether it was marked before."""
    before = bool(seen[at[1], at[0]])
    seen[at[1], at[0]] = True
    return before


def tile(at: tuple[float, float]) -> Tile:
    """The tile a point lies in."""
    return math.floor(at[0]), math.floor(at[1])
