"""Lint: whether a walker gets everywhere a level asks, and how long it takes.

Rules of this module:
- All doors stand open, barricades and parapets are climbed, gaps are leapt: what is out of reach
  then is out of reach for ever.
- Distances alternate steps to four and to eight neighbours, which is within 6 % of true length
  (the octagonal distance of Rosenfeld and Pfaltz, "Distance functions on digital pictures", 1968).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from game.data.things import Choice, Exit, Item, NameTag, Objective, Power, Radio, Spawn, Trigger

if TYPE_CHECKING:
    import numpy.typing as npt

    from game.data.area import Area
    from game.data.contract import Thing
    from game.data.findings import Findings
    from game.data.level import Level

    Grid = npt.NDArray[np.bool_]
    Steps = npt.NDArray[np.int32]

WALK = 3.2  # tile/s; a walker who takes care
LONGEST_WAY = 90.0  # s; to lose more than that at a death is to lose too much
ARM = 1  # tile; what lies on a desk is taken from beside it
FAR = np.iinfo(np.int32).max
MUST = (Exit, NameTag, Objective)
SHOULD = (Item, Radio, Power, Choice, Trigger, Spawn)


def check_reach(level: Level, found: Findings) -> None:
    """Report what cannot be walked to, and checkpoints too far apart."""
    ground = walkable(level)
    start = next((x for x in level.starts if x.slot == 0), None)
    if start is None:
        return
    seed = _tiles(start.area, ground.shape)
    reached = steps_from(ground, seed) < FAR
    for thing in level.things:
        if isinstance(thing, MUST + SHOULD) and not _in_reach(thing, reached):
            x, y = thing.area.at
            place = f"tile ({math.floor(x)}, {math.floor(y)})"
            code = "E501" if isinstance(thing, MUST) else "W501"
            found.thing(thing, code, f"cannot be walked to from the Start ({place}). Open a way")
    _check_checkpoints(level, ground, seed, found)


def walkable(level: Level) -> Grid:
    """Tiles that a hero can cross with every door open: bool [height, width]."""
    ground = (~level.solid & ~level.void) | level.climb
    for gap in level.gaps:
        window, inside = gap.area.raster(ground.shape)
        ground[window] |= inside & level.void[window]
    return ground


def steps_from(ground: Grid, seed: Grid) -> Steps:
    """Walking distance in tiles from the seeds: int32 [height, width]; FAR where none leads."""
    steps = np.full(ground.shape, FAR, dtype=np.int32)
    front = seed & ground
    step = 0
    while front.any():
        steps[front] = step
        step += 1
        front = _spread(front, ground, eight=step % 2 == 0) & (steps == FAR)
    return steps


def _spread(front: Grid, ground: Grid, *, eight: bool) -> Grid:
    """One step to four neighbours; with ``eight`` also around no corner to the diagonal ones."""
    beside = (_shift(front, 0) | _shift(front, 1)) & ground
    above = (_shift(front.T, 0) | _shift(front.T, 1)).T & ground
    if not eight:
        return beside | above
    turned = (_shift(beside.T, 0) | _shift(beside.T, 1)).T
    crossed = _shift(above, 0) | _shift(above, 1)
    return beside | above | (turned & crossed & ground)


def _shift(cells: Grid, way: int) -> Grid:
    """Every cell moved one column east (0) or west (1)."""
    moved = np.zeros_like(cells)
    if way == 0:
        moved[:, 1:] = cells[:, :-1]
    else:
        moved[:, :-1] = cells[:, 1:]
    return moved


def _tiles(area: Area, shape: tuple[int, ...]) -> Grid:
    """The tiles that an area covers, the one of its centre at least."""
    cells = np.zeros(shape, dtype=bool)
    window, inside = area.raster(shape)
    cells[window] |= inside
    x, y = area.at
    cells[min(math.floor(y), shape[0] - 1), min(math.floor(x), shape[1] - 1)] = True
    return cells


def _in_reach(thing: Thing, reached: Grid) -> bool:
    """Entered, where that is what it is for; else within an arm's length of reached ground."""
    if isinstance(thing, Exit | Trigger):
        window, inside = thing.area.raster(reached.shape)
        return bool((reached[window] & inside).any())
    x0, y0, x1, y1 = (math.floor(side) for side in thing.area.box)
    rows = slice(max(y0 - ARM, 0), max(y1 + ARM + 1, 0))
    cols = slice(max(x0 - ARM, 0), max(x1 + ARM + 1, 0))
    return bool(reached[rows, cols].any())


def _check_checkpoints(level: Level, ground: Grid, seed: Grid, found: Findings) -> None:
    """From the start on, the nearest tag not yet had must never be too far from those had."""
    left: list[Thing] = [*level.tags, *level.exits]
    nearest = steps_from(ground, seed)
    while left:
        ways = [int(nearest[_near(thing, ground)].min(initial=FAR)) for thing in left]
        way, thing = min(zip(ways, left, strict=True), key=lambda pair: pair[0])
        if way == FAR:
            return
        if way > LONGEST_WAY * WALK:
            text = f"is {way / WALK:.0f} s of walking from the last checkpoint; place a NameTag"
            found.thing(thing, "W502", f"{text} between, at most {LONGEST_WAY:.0f} s on")
        left.remove(thing)
        if isinstance(thing, NameTag):
            nearest = np.minimum(nearest, steps_from(ground, _near(thing, ground)))


def _near(thing: Thing, ground: Grid) -> Grid:
    """The ground a thing is taken from."""
    cells = _tiles(thing.area, ground.shape)
    return _spread(cells, ground, eight=True) | (cells & ground)
