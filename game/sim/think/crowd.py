"""The crowd: everybody makes room for everybody.

Rules of this module:
- Pushes are made anew every third tick and last until then.
- Bodies are sorted by tile, by rows and by columns in turn, and each is pushed apart
  from the next few in that order. Near a player whom the dead see every pair is looked at instead (sorted
  cells, Green 2010, "Particle simulation using CUDA"): near one whom they do not, that would tell of him.
  A drift leads away from packed tiles.
- Players stand in no order: a place there would tell those before and after of one they do not see. They
  are pushed apart from whom they touch.
- No more than ``tile_cap`` step onto one tile: who would be one too many is held back.
- Players, companions and soldiers give way less, and may be come as near to as a blow needs.
- The result is ``Body.push``; motion adds it.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.data.sections import Swarm
from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import DEAD, PLAYER, Actor, Body, Num, Side, Sort, Vec
from game.sim.maths import TINY
from game.sim.resources import DT, Clock, Crowd
from game.sim.turns import ROOM_TICKS, making_room

DEAD_SIDE = int(Side.DEAD)
SHIFTS = 4
"""Neighbours in sorted order that one is pushed from."""
MANY = 100
"""More on one tile are not told apart."""
SLAB = 8192
"""Bodies pushed at once: what they need stays in the processor's cache."""
SMALL = 1 << 16
"""Maps of no more tiles are sorted in one pass of 16 bits."""
TOUCHING = np.float32(1e-3)
"""Added to every distance: nobody is nearer than this, tile."""
ASIDE = np.float32(1e-4)
"""Two on the very same place part this way, tile."""
_ALL, _FIRST, _LAST, _INNER = slice(None), slice(None, -2), slice(2, None), slice(1, -1)
_BESIDE = (
    ((_ALL, _FIRST), (_ALL, _LAST), (_ALL, _INNER)),
    ((_FIRST, _ALL), (_LAST, _ALL), (_INNER, _ALL)),
)
"""Tiles before and after each tile of the inside of a map, along x and along y."""
Order = NDArray[np.intp]
Pairs = NDArray[np.float32]
"""Shape ``(2, n)``: all x, then all y. Work along rows costs a fraction of work along pairs."""


@system
def separate(
    body: Mut[Body],
    actor: Actor,
    clock: Clock,
    crowd: Crowd,
    rules: Rules,
    tuning: Tuning,
    world: World,
) -> None:
    """Push bodies apart."""
    if not making_room(clock.tick) or "separation" in rules.without:
        return
    swarm = tuning.swarm
    place = np.empty((2, len(actor.sort)), np.float32)
    place[...] = body.pos.T
    dead = actor.side == DEAD_SIDE
    size = body.radius * np.where(dead, np.float32(swarm.spacing), np.float32(swarm.foe_spacing))
    players = world.span(PLAYER)
    order = _by_tile(
        place[:, players.stop :], crowd.count.shape, by_column=bool(clock.tick // ROOM_TICKS % 2)
    )
    order += players.stop
    push = np.zeros_like(place)
    for axis, pushed in enumerate(_pushed(place.take(order, axis=1), size.take(order))):
        push[axis][order] = pushed  # along one axis at a time: a quarter of the time of both at once
    for row in range(players.start, players.stop):
        _push_off(push, place, size, row)
    near = _near(body.pos[_in_sight(world)], place, swarm.exact_tiles)
    if len(near) > 1:
        push[:, near] = _pushed_exactly(place.take(near, axis=1), size[near])
    push *= np.float32(swarm.push)
    push += _downhill(crowd.dead, place) * np.float32(swarm.gradient)
    push *= _give(swarm).take(actor.sort)
    push *= np.minimum(np.float32(1), np.float32(swarm.most) / np.maximum(_far(push), TINY))
    _hold_back(push, place, body.vel, crowd.count, dead, swarm)
    body.push[:, 0], body.push[:, 1] = push


def _push_off(push: Pairs, place: Pairs, size: Num, row: int) -> None:
    """Push one body and those of later rows that touch it apart, in place."""
    away = place[:, row + 1 :] - place[:, row : row + 1]
    away *= away
    wide = size[row + 1 :] + size[row]
    touches = (away[0] + away[1] < wide * wide).nonzero()[0]
    if not len(touches):
        return
    others = touches + row + 1
    apart = _apart(place[:, row : row + 1] - place.take(others, axis=1), wide[touches])
    push[:, others] -= apart
    push[:, row] += np.cumsum(apart, axis=1)[:, -1]


def _in_sight(world: World) -> NDArray[np.intp]:
    """Return the rows of the players whom any of the dead sees, ``(k,)``."""
    players, seen = world.span(PLAYER), world.table["Senses.seen"][world.span(DEAD)]
    ids = world.table["Entity.id"][players].tolist()
    return np.array([players.start + k for k, each in enumerate(ids) if (seen == each).any()], np.intp)


@lru_cache(maxsize=8)
def _give(swarm: Swarm) -> Num:
    """Return how far each sort gives way."""
    give = np.ones(len(Sort), np.float32)
    give[Sort.SOLDIER] = swarm.soldier_yield
    give[Sort.HALFBIE] = give[Sort.NAMRA :] = swarm.player_yield
    return give


def _far(way: Pairs) -> Num:
    """Return the lengths of vectors ``(2, n)``, ``(n,)``."""
    square = way * way
    square[0] += square[1]
    return np.asarray(np.sqrt(square[0]))


def _by_tile(place: Pairs, shape: tuple[int, ...], *, by_column: bool) -> Order:
    """Return the stable order of bodies by tile."""
    column, row = place.astype(np.int32)
    return _sorted(column * shape[0] + row if by_column else row * shape[1] + column, shape[0] * shape[1])


def _sorted(tile: NDArray[np.int32], tiles: int) -> Order:
    """Return the stable order of numbers below ``tiles``: a radix sort, in two passes on large maps."""
    if tiles <= SMALL:
        return np.argsort(tile.astype(np.uint16), kind="stable")
    order = np.argsort((tile & (SMALL - 1)).astype(np.uint16), kind="stable")
    return order[np.argsort((tile >> 16).astype(np.uint16)[order], kind="stable")]


def _pushed(place: Pairs, size: Num) -> Pairs:
    """Return how each is pushed by its neighbours in this order, ``(2, n)``, tiles of overlap."""
    push, count = np.zeros_like(place), len(size)
    for first in range(0, count, SLAB):
        for k in range(1, min(SHIFTS, count - 1 - first) + 1):
            last = min(first + SLAB, count - k)
            one, other = slice(first, last), slice(first + k, last + k)
            apart = _apart(place[:, one] - place[:, other], size[one] + size[other])
            push[:, one] += apart
            push[:, other] -= apart
    return push


def _apart(away: Pairs, wanted: Num) -> Pairs:
    """Return the overlap of pairs as vectors ``(2, k)``, zero where they are ``wanted`` apart."""
    away[0] += ASIDE
    far = _far(away)
    far += TOUCHING
    wanted -= far
    np.maximum(wanted, np.float32(0), out=wanted)
    wanted /= far
    away *= wanted
    return away


def _near(players: Vec, place: Pairs, reach: float) -> Order:
    """Return the rows near any player, ``(m,)``."""
    near = np.zeros(place.shape[1], np.bool_)
    for player in players:
        away = place - player[:, None]
        away *= away
        near |= away[0] + away[1] < np.float32(reach * reach)
    return np.asarray(near.nonzero()[0])


def _pushed_exactly(place: Pairs, size: Num) -> Pairs:
    """As ``_pushed``, by every pair within a tile of one another."""
    order, one, other = _pairs(*place)
    one, other = order[one], order[other]
    apart = _apart(place.take(one, axis=1) - place.take(other, axis=1), size[one] + size[other])
    count = len(size)
    push = [np.bincount(one, way, count) - np.bincount(other, way, count) for way in apart]
    return np.array(push, np.float32)


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


def _downhill(count: NDArray[np.int32], place: Pairs) -> Pairs:
    """Return the way to emptier tiles, ``(2, n)``, bodies a tile, -1..1; one on a tile is none too many."""
    some = np.minimum(np.maximum(count, 1), MANY).astype(np.int8)  # a byte a tile: the map is large
    column, row = place.astype(np.int32)
    tile = row * count.shape[1] + column
    way = np.empty_like(place)
    for axis, (before, after, inside) in enumerate(_BESIDE):
        slope = np.zeros(count.shape, np.int8)
        slope[inside] = some[before] - some[after]
        way[axis] = slope.take(tile)
    np.minimum(way, np.float32(1), out=way)
    np.maximum(way, np.float32(-1), out=way)
    return way


def _hold_back(
    push: Pairs, place: Pairs, vel: Vec, count: NDArray[np.int32], dead: NDArray[np.bool_], swarm: Swarm
) -> None:
    """Stop those of the dead who would step onto a full tile; who comes first by row goes first."""
    high, wide = count.shape
    ahead = vel.T + push
    ahead *= DT * np.float32(ROOM_TICKS)
    ahead += place
    there = ahead.astype(np.int32)
    crosses = there != place.astype(np.int32)
    rows = (dead & (crosses[0] | crosses[1])).nonzero()[0]
    column, row = there.take(rows, axis=1)
    tile = np.clip(row, 0, high - 1) * wide + np.clip(column, 0, wide - 1)
    refused = rows[count.reshape(-1).take(tile) + _rank(tile, high * wide) >= swarm.tile_cap]
    for axis, across in enumerate(crosses):
        stops = refused[across.take(refused)]
        push[axis][stops] = -vel[:, axis].take(stops)


def _rank(tile: NDArray[np.int32], tiles: int) -> Order:
    """Return how many before each, ``(k,)``, have the same number below ``tiles``."""
    order = _sorted(tile, tiles)
    ordered, place = tile.take(order), np.arange(len(tile))
    first = np.zeros(len(tile), np.intp)
    begins = (ordered[1:] != ordered[:-1]).nonzero()[0] + 1
    first[begins] = begins
    rank = np.empty(len(tile), np.intp)
    rank[order] = place - np.maximum.accumulate(first)
    return rank
