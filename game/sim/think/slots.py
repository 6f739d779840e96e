"""Sixteen slots round a place, and a field of ways to each that bends round whoever stands there.

Rules of this module:
- The slot of a sector is the tile of the ring 3..8 nearest to radius 5 in the sector's middle that lies at
  most ten tiles on foot from the place; a sector without one is shut.
- A step costs 10 straight and 14 aslant; many times as much from a tile near the place that sees it, three
  times from one in the cone the foe aims at. So ways lead round the foe and out of its fire.
- All fields of a ring are one array, relaxed in place one neighbour after the other (Bellman and Ford, in
  the order of Gauss and Seidel): a sweep is sixteen passes over 16-bit whole numbers. So many sweeps a
  tick, never by the clock; whole when a sweep changes nothing.
- Sectors are sixteenths of a turn, the first to the east, clockwise.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.sim.components import Flag, Int, Num, Vec
from game.sim.rays import field_of_view, window
from game.sim.resource_packs import CELLS, FAR, MARGIN, REACH, SECTORS, SIDE, Costs, Slots
from game.sim.resources import NEIGHBOURS, Ground
from game.sim.waves import STEP_COST, STRAIGHT

EDGES = (0.19891237, 0.66817864, 1.4966058, 5.0273395)
"""Slopes of the lines between the sectors of a quarter: tangents of 11.25, 33.75, 56.25 and 78.75 degrees."""
WIDE, THIN, EVEN = 0.92387953, 0.38268343, 0.70710678
"""Cosine and sine of 22.5 degrees, and of 45."""
QUARTER = ((1.0, 0.0), (WIDE, THIN), (EVEN, EVEN), (THIN, WIDE))
BEST_RADIUS = 5.0
"""A slot lies about so far from the place: out of reach, near enough to run in, tile."""
RING = (3.0, 8.0)
"""And never nearer or farther, tile."""
OFF_MIDDLE = 2.0
"""Tiles of distance that one sector's breadth off its middle counts for."""
CHOICES = 20
"""Tiles a sector's slot is chosen from."""
WALK = 10 * STRAIGHT
"""A slot lies at most so far on foot, tenths of a tile."""
KEEP = ((4.0, 4), (1.6, 12))
"""So near the place, in its sight, every step counts so many times: one passes along the walls."""
FIRE_COS, FIRE = 0.9, 3
"""In this cone of the foe's aim every step counts so many times."""
SWEEPS = 4
"""Sweeps a tick: 0.16 ms for 16 fields."""
STRIDES = tuple(dy * SIDE + dx for dx, dy in NEIGHBOURS)
CENTRE = CELLS // 2
Cells = NDArray[np.intp]


class Stage(IntEnum):
    """How far the work on a set of slots has come."""

    BEGUN = 0
    WALKED = 1
    LAID = 2
    WHOLE = 3


def sector(way: Vec) -> Int:
    """Return the sector each of the vectors ``(k, 2)`` points into, ``(k,)``; (0, 0) counts as east."""
    across, along = np.abs(way[:, 0]), np.abs(way[:, 1])
    within = np.zeros(len(way), np.int64)
    for slope in EDGES:
        within += along > across * np.float32(slope)
    turned = np.where(way[:, 0] < 0, 8 - within, within)
    return np.asarray(np.where(way[:, 1] < 0, SECTORS - turned, turned) % SECTORS)


@cache
def middles() -> Vec:
    """Return the unit vectors to the middles of the sectors, ``(SECTORS, 2)``."""
    turns = [(x, y) for x, y in QUARTER]
    for _ in range(3):
        turns += [(-y, x) for x, y in turns[-4:]]
    return np.array(turns, np.float32)


@cache
def offsets() -> Vec:
    """Return where each cell of a window lies from its centre, ``(CELLS, 2)`` tiles."""
    y, x = np.mgrid[-REACH - 1 : REACH + 2, -REACH - 1 : REACH + 2]
    return np.stack([x.reshape(-1), y.reshape(-1)], axis=1).astype(np.float32)


@cache
def choices() -> Cells:
    """Return the cells a slot is chosen from, ``(SECTORS, CHOICES)``, best first; the last is repeated."""
    way = offsets()
    far = np.sqrt((way * way).sum(axis=1))
    of, middle = sector(way), middles()
    off = np.abs(way[:, 0] * middle[of, 1] - way[:, 1] * middle[of, 0]) / np.maximum(far, 1)
    worth = np.abs(far - np.float32(BEST_RADIUS)) + off * np.float32(OFF_MIDDLE / THIN)
    table = np.empty((SECTORS, CHOICES), np.intp)
    for number in range(SECTORS):
        cells = ((of == number) & (far >= RING[0]) & (far <= RING[1])).nonzero()[0]
        best = cells[np.argsort(worth[cells], kind="stable")][:CHOICES]
        table[number] = np.pad(best, (0, CHOICES - len(best)), mode="edge")
    return table


def begin(ground: Ground, tile: int, aim: int) -> Slots:
    """Begin to look for slots round a flat tile, for a foe that faces a sector (-1: who knows)."""
    return Slots(tile, ground.version, aim)


def advance(slots: Slots, ground: Ground) -> bool:
    """Do the next piece of work; return whether the slots are whole."""
    if slots.stage == Stage.BEGUN:
        _walk(slots, ground)
        slots.stage = Stage.WALKED
    elif slots.stage == Stage.WALKED:
        _lay(slots, ground)
        slots.stage = Stage.LAID
    elif slots.stage == Stage.LAID and _relaxed(slots):
        slots.stage = Stage.WHOLE
    return slots.stage == Stage.WHOLE


def _walk(slots: Slots, ground: Ground) -> None:
    """Find how far everything lies on foot, as far as slots may; ten steps lead no farther."""
    slots.toll = tolls(_cut(ground.links, slots.tile, np.uint8(0)))
    slots.walk = _blank(1)
    slots.walk[MARGIN + CENTRE] = 0
    _sweep(slots.walk, slots.toll, WALK // STRAIGHT)


def _lay(slots: Slots, ground: Ground) -> None:
    """Choose the slots, and make their ways dear where the foe looks."""
    slots.cell = chosen(slots.walk[MARGIN : MARGIN + CELLS])
    is_open = slots.cell >= 0
    slots.layer = np.where(is_open, is_open.cumsum() - 1, -1).astype(np.int32)
    count = int(is_open.sum())
    slots.cost = _blank(count)
    slots.cost[MARGIN + slots.layer[is_open] * CELLS + slots.cell[is_open]] = 0
    wide = ground.opaque.shape[1]
    seen = np.zeros((SIDE, SIDE), np.bool_)
    seen[1:-1, 1:-1] = field_of_view(ground.opaque, slots.tile % wide, slots.tile // wide, REACH)
    dear = np.where(slots.toll < FAR, slots.toll, np.int16(0)) * danger(seen.reshape(-1), slots.aim)
    slots.toll = np.where(slots.toll < FAR, dear, np.int16(FAR))


def _relaxed(slots: Slots) -> bool:
    """Sweep a few times over all fields; return whether nothing changed any more."""
    before = slots.cost.copy()
    _sweep(slots.cost, np.tile(slots.toll, int((slots.layer >= 0).sum())), SWEEPS)
    return bool(np.array_equal(before, slots.cost))


def _sweep(cost: Costs, toll: Costs, times: int) -> None:
    """Let every cell take over the cheapest way through a neighbour, in place."""
    stop = len(cost) - MARGIN
    own, through = cost[MARGIN:stop], np.empty(stop - MARGIN, np.int16)
    for _ in range(times):
        for stride, step in zip(STRIDES, toll, strict=True):
            np.add(cost[MARGIN + stride : stop + stride], step, out=through)
            np.minimum(own, through, out=own)


def _blank(fields: int) -> Costs:
    return np.full(2 * MARGIN + fields * CELLS, FAR, np.int16)


def _cut(grid: NDArray[Any], tile: int, outside: Any) -> NDArray[Any]:
    """Return the window round a flat tile of a map ``(h, w)``, ``(CELLS,)``, its border shut."""
    cut = np.full((SIDE, SIDE), outside, grid.dtype)
    there, here = window(grid.shape, tile % grid.shape[1], tile // grid.shape[1], REACH)
    cut[1:-1, 1:-1][here] = grid[there]
    return cut.reshape(-1)


def tolls(links: NDArray[np.uint8]) -> Costs:
    """Return the cost of each step from each cell, ``(8, CELLS)``, given their links."""
    is_way = np.unpackbits(links[None, :], axis=0, bitorder="little", count=8).astype(np.bool_)
    return np.where(is_way, STEP_COST[:, None], FAR).astype(np.int16)


def danger(seen: Flag, aim: int) -> Costs:
    """Return how many times each cell's steps count, ``(CELLS,)``, given which see the place."""
    way = offsets()
    far = np.sqrt((way * way).sum(axis=1))
    times = np.ones(CELLS, np.int16)
    for near, count in KEEP:
        times[seen & (far <= np.float32(near))] = count
    if aim >= 0:
        x, y = middles()[aim]
        in_aim = seen & (way[:, 0] * x + way[:, 1] * y > far * np.float32(FIRE_COS))
        times = np.where(in_aim, np.maximum(times, np.int16(FIRE)), times)
    return times


def chosen(walk: Costs) -> NDArray[np.int32]:
    """Return the cell of each sector's slot, ``(SECTORS,)``, or -1, given how far each cell is on foot."""
    table = choices()
    near = walk[table] <= WALK
    first = table[np.arange(SECTORS), near.argmax(axis=1)]
    return np.where(near.any(axis=1), first, -1).astype(np.int32)


def cells_of(slots: Slots, pos: Vec, width: int) -> Cells:
    """Return the window cells of places ``(k, 2)`` on a map so wide, ``(k,)``, -1 outside."""
    x = pos[:, 0].astype(np.intp) - slots.tile % width
    y = pos[:, 1].astype(np.intp) - slots.tile // width
    inside = (np.abs(x) <= REACH) & (np.abs(y) <= REACH)
    return np.where(inside, y * SIDE + x + CENTRE, -1)


def times(slots: Slots, cell: Cells, speed: Num) -> Num:
    """Return how long each needs to each slot, ``(k, SECTORS)`` s; infinite where no way is known."""
    at = MARGIN + slots.layer[None, :].astype(np.intp) * CELLS + cell[:, None]
    known = (slots.layer >= 0)[None, :] & (cell >= 0)[:, None]
    cost = np.where(known, slots.cost.take(np.where(known, at, 0)), np.int16(FAR)).astype(np.float32)
    seconds = cost / (STRAIGHT * speed[:, None])
    return np.where(cost < FAR, seconds, np.float32(np.inf)).astype(np.float32)


def onward(slots: Slots, cell: Cells, number: Int) -> tuple[Vec, Int]:
    """Lead those who stand in cells ``(k,)``, none of them -1, on to the slots of sectors ``(k,)``.

    Returns:
        ``(k, 2)`` how many tiles the next one lies from their own, (0, 0) where none is nearer; and
        ``(k,)`` the cost of the whole way.
    """
    at = MARGIN + slots.layer[number].astype(np.intp) * CELLS + cell
    own = slots.cost.take(at).astype(np.int32)
    ahead = slots.cost.take(at[:, None] + np.array(STRIDES)).astype(np.int32)
    ahead += slots.toll.take(cell, axis=1).T
    best = ahead.argmin(axis=1)
    step = np.array(NEIGHBOURS, np.float32)[best]
    step[ahead[np.arange(len(at)), best] > own] = 0
    return step, own
