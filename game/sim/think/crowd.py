"""The crowd: everybody makes room for everybody.

Rules of this module:
- Pushes are made anew every other tick, when nobody thinks, and last until then.
- Bodies are sorted by tile, by rows and by columns in turn, and each is pushed apart
  from the next few in that order. Near a player every pair is looked at instead (sorted cells, Green 2010,
  "Particle simulation using CUDA"). A drift leads away from packed tiles.
- No more than ``tile_cap`` step onto one tile: who would be one too many is held back.
- Players, companions and soldiers give way less, and may be come as near to as a blow needs.
- The result is ``Body.push``; motion adds it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.sections import Swarm
from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import PLAYER, Actor, Body, Drive, Num, Side, Sort, Vec
from game.sim.maths import limit
from game.sim.resources import DT, Clock, Crowd
from game.sim.turns import HALVES, making_room

DEAD_SIDE = int(Side.DEAD)
SHIFTS = 6
"""Neighbours in sorted order that one is pushed from."""
SMALL = 1 << 16
"""Maps of fewer tiles are sorted in one pass of 16 bits."""
TINY = np.float32(1e-3)
ASIDE = np.float32(1e-4)
"""Two on the very same place part this way, tile."""
Order = NDArray[np.intp]


@system
def separate(
    body: Mut[Body], drive: Drive, actor: Actor, clock: Clock, crowd: Crowd, tuning: Tuning, world: World
) -> None:  # Drive is asked for because the living have it
    """Push bodies apart."""
    assert len(drive.gait) == len(actor.sort)
    if not making_room(clock.tick):
        return
    swarm = tuning.swarm
    x, y = body.pos[:, 0].copy(), body.pos[:, 1].copy()
    dead = actor.side == DEAD_SIDE
    size = body.radius * np.where(dead, np.float32(swarm.spacing), np.float32(swarm.foe_spacing))
    order = _by_tile(x, y, crowd.count.shape, by_column=bool(clock.tick // 2 % 2))
    push = np.empty((len(x), 2), np.float32)
    push[order] = _pushed(x[order], y[order], size[order])
    near = _near(body.pos[world.span(PLAYER)], x, y, swarm.exact_tiles)
    if len(near) > 1:
        push[near] = _pushed_exactly(x[near], y[near], size[near])
    push *= np.float32(swarm.push)
    push += _downhill(np.maximum(crowd.dead - 1, 0), x, y) * np.float32(swarm.gradient)
    push *= _give(swarm)[actor.sort][:, None]
    push = limit(push, np.full(len(push), swarm.most, np.float32))
    body.push = push
    _hold_back(body, crowd.count, dead, swarm)


def _give(swarm: Swarm) -> Num:
    """Return how far each sort gives way."""
    give = np.ones(len(Sort), np.float32)
    give[Sort.SOLDIER] = swarm.soldier_yield
    give[Sort.HALFBIE] = give[Sort.NAMRA :] = swarm.player_yield
    return give


def _by_tile(x: Num, y: Num, shape: tuple[int, ...], *, by_column: bool) -> Order:
    """Return the stable order of bodies by tile: a radix sort, in two passes on large maps."""
    column, row = x.astype(np.int32), y.astype(np.int32)
    key = column * shape[0] + row if by_column else row * shape[1] + column
    if shape[0] * shape[1] < SMALL:
        return np.argsort(key.astype(np.uint16), kind="stable")
    order = np.argsort((key & (SMALL - 1)).astype(np.uint16), kind="stable")
    return order[np.argsort((key >> 16).astype(np.uint16)[order], kind="stable")]


def _pushed(x: Num, y: Num, size: Num) -> Vec:
    """Return how each is pushed by its neighbours in this order, ``(n, 2)``, tiles of overlap."""
    push_x, push_y = np.zeros_like(x), np.zeros_like(y)
    for k in range(1, min(SHIFTS, len(x) - 1) + 1):
        dx, dy = _apart(x[:-k] - x[k:], y[:-k] - y[k:], size[:-k] + size[k:])
        push_x[:-k] += dx
        push_x[k:] -= dx
        push_y[:-k] += dy
        push_y[k:] -= dy
    return np.stack([push_x, push_y], axis=1)


def _apart(dx: Num, dy: Num, wanted: Num) -> tuple[Num, Num]:
    """Return the overlap of pairs as vectors, zero where they are ``wanted`` apart."""
    dx += ASIDE
    far = np.sqrt(dx * dx + dy * dy)
    far += TINY
    share = np.maximum(wanted - far, np.float32(0))
    share /= far
    dx *= share
    dy *= share
    return dx, dy


def _near(players: Vec, x: Num, y: Num, reach: float) -> Order:
    """Return the rows near any player, ``(m,)``."""
    near = np.zeros(len(x), np.bool_)
    for px, py in players:
        dx, dy = x - px, y - py
        near |= dx * dx + dy * dy < np.float32(reach * reach)
    return np.flatnonzero(near)


def _pushed_exactly(x: Num, y: Num, size: Num) -> Vec:
    """As ``_pushed``, by every pair within a tile of one another."""
    order, one, other = _pairs(x, y)
    one, other = order[one], order[other]
    dx, dy = _apart(x[one] - x[other], y[one] - y[other], size[one] + size[other])
    count = len(x)
    push = [np.bincount(one, d, count) - np.bincount(other, d, count) for d in (dx, dy)]
    return np.stack(push, axis=1).astype(np.float32)


def _pairs(x: Num, y: Num) -> tuple[Order, Order, Order]:
    """Return an order of bodies, and all pairs in neighbouring tiles as places in that order."""
    column, row = x.astype(np.int32), y.astype(np.int32)
    column, row = column - column.min() + 1, row - row.min() + 1
    wide = int(column.max()) + 2
    tile = row * wide + column
    order = np.argsort(tile, kind="stable")
    tile = tile[order]
    end = np.cumsum(np.bincount(tile, minlength=int(tile[-1]) + wide + 3))
    start = np.concatenate([[0], end[:-1]])
    here = np.arange(len(tile))
    one, other = _ranges(here + 1, end[tile + 1])
    below, under = _ranges(start[tile + wide - 1], end[tile + wide + 1])
    return order, np.concatenate([one, below]), np.concatenate([other, under])


def _ranges(low: Order, high: Order) -> tuple[Order, Order]:
    """Return each index once for every number in [low, high), and those numbers."""
    count = np.maximum(high - low, 0)
    index = np.repeat(np.arange(len(low)), count)
    before = np.cumsum(count) - count
    return index, np.arange(len(index)) - before[index] + low[index]


def _downhill(count: NDArray[np.int32], x: Num, y: Num) -> Vec:
    """Return the way to emptier tiles, ``(n, 2)``, bodies a tile, -1..1."""
    high, wide = count.shape
    flat = count.reshape(-1)
    tile = y.astype(np.int32) * wide + x.astype(np.int32)
    last = high * wide - 1
    across = flat[np.maximum(tile - 1, 0)] - flat[np.minimum(tile + 1, last)]
    along = flat[np.maximum(tile - wide, 0)] - flat[np.minimum(tile + wide, last)]
    return np.asarray(np.clip(np.stack([across, along], axis=1), -1, 1), np.float32)


def _hold_back(body: Body, count: NDArray[np.int32], dead: NDArray[np.bool_], swarm: Swarm) -> None:
    """Stop those of the dead who would step onto a full tile; who comes first by row goes first."""
    high, wide = count.shape
    here = body.pos.astype(np.int32)
    ahead = body.pos + (body.vel + body.push) * (DT * np.float32(HALVES))
    there = np.minimum(np.maximum(ahead.astype(np.int32), 0), np.array([wide - 1, high - 1], np.int32))
    crosses = there != here
    rows = np.flatnonzero(dead & (crosses[:, 0] | crosses[:, 1]))
    tile = there[rows, 1] * wide + there[rows, 0]
    order = np.argsort(tile, kind="stable")
    ordered = tile[order]
    rank = np.empty(len(rows), np.intp)
    rank[order] = np.arange(len(rows)) - np.searchsorted(ordered, ordered)
    refused = rows[count.reshape(-1)[tile] + rank >= swarm.tile_cap]
    stopped = crosses[refused]
    body.push[refused] = np.where(stopped, -body.vel[refused], body.push[refused])
