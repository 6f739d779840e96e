"""Somebody appears: what the level's spawns mean in entities.

Rules
  1. Chance is drawn from the stream "spawn" (who, how many, where) and "pulse" (the breath of the
     dead), in the order of the level's objects: the same seed peoples a level the same way.
  2. Nobody appears where no body may be: the nearest free place is taken instead.
  3. A field's people stand at least ``APART`` tiles from one another as long as it has room for that.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.data.enums import Actor as ActorName
from game.data.enums import Faction, Squad
from game.data.level import QUARTERS, Level
from game.data.models import SIDE
from game.data.things import Spawn, SpawnField
from game.data.tuning import Tuning
from game.ecs.world import Kind, World
from game.sim.components import (
    CIVILIAN,
    COMPANION,
    DEAD,
    PICKUP,
    SOLDIER,
    Actor,
    Arms,
    Body,
    Goods,
    Health,
    Ids,
    Lamp,
    Mind,
    Mood,
    Pickup,
    Pulse,
    Side,
    Sort,
    Vec,
    Weapon,
)
from game.sim.maths import unit
from game.sim.resources import TICKS_PER_SECOND, Ground, Random
from game.sim.waking import wakings

FACING = {"east": (1.0, 0.0), "south": (0.0, 1.0), "west": (-1.0, 0.0), "north": (0.0, -1.0)}
LATTICES = (3, 2, 1)  # cells between places; three quarter tiles keep APART, the others are for want of room
JITTER = np.float32(0.07)  # tile; 0.75 - 2 * 0.07 is still APART
APART = 0.6  # tile
SQUADS_A_FIELD = 64  # squad numbers kept free for the groups of one field
LOOKS = 256  # what Actor.look may be; drawing takes it modulo the clothes there are
FULL_TURN = 65536  # of a phase
SPARE_ROUNDS = 999  # a soldier's pockets

KIND_OF: dict[Sort, Kind] = {
    Sort.SHAMBLER: DEAD,
    Sort.FLANKER: DEAD,
    Sort.LURKER: DEAD,
    Sort.SCREAMER: DEAD,
    Sort.BRUTE: DEAD,
    Sort.SOLDIER: SOLDIER,
    Sort.HALFBIE: COMPANION,
    Sort.CIVILIAN: CIVILIAN,
}
SORT_OF = {name: Sort(number) for number, name in enumerate(ActorName)}
SIDE_OF = {name: Side(number) for number, name in enumerate(Faction)}


def spawn_thing(world: World, thing: Spawn | SpawnField) -> Ids:
    """Let a level's Spawn or SpawnField appear now, whatever its ``when``; return the new ids ``(k,)``.

    They exist after the next ``apply()``.
    """
    rng = world.resource(Random)["spawn"]
    if isinstance(thing, Spawn):
        if rng.random() >= thing.chance:
            return np.empty(0, np.int64)
        at = np.array([thing.area.at], np.float32)
        heading = np.array([FACING[thing.facing]], np.float32)
        return populate(world, SORT_OF[thing.actor], at, thing=thing, heading=heading)
    count = int(rng.integers(thing.count_min, max(thing.count_max, thing.count_min) + 1))
    at = scatter(world, thing, count, rng)
    return populate(world, SORT_OF[thing.actor], at, thing=thing, squad=_squads(world, thing, count))


def populate(
    world: World,
    sort: Sort,
    at: Vec,
    *,
    thing: Spawn | SpawnField | None = None,
    heading: Vec | None = None,
    squad: NDArray[Any] | int = -1,
) -> Ids:
    """Let some of a sort appear.

    Args:
        world: where.
        sort: who; no hero.
        at: ``(k, 2)`` where they stand, tile; moved to the nearest free place.
        thing: the level's object they come from, if any.
        heading: ``(k, 2)`` where they look; drawn when not given.
        squad: ``(k,)`` or one for all.

    Returns:
        their ids ``(k,)``.
    """
    count, kind = len(at), KIND_OF[sort]
    if not count:
        return np.empty(0, np.int64)
    at = unblocked(world.resource(Ground), at)
    rng = world.resource(Random)["spawn"]
    looks = unit((rng.random((count, 2)) - 0.5).astype(np.float32))
    facing = np.where(np.abs(looks).sum(axis=1, keepdims=True) > 0, looks, np.float32(1))
    made = [
        *_being(world.resource(Tuning), sort, at, facing if heading is None else heading),
        Actor(
            sort=sort,
            side=_side(sort, thing),
            squad=squad,
            look=rng.integers(0, LOOKS, count),
            thing=thing.id if thing else 0,
        ),
        _mind(world.resource(Level), sort, at, thing),
        *_gear(world, kind, sort, count),
    ]
    return world.spawn_many(kind, count, *made)


def _being(tuning: Tuning, sort: Sort, at: Vec, heading: Vec) -> tuple[Body, Health]:
    beasts = tuning.bestiary
    return (
        Body(pos=at, was=at, heading=heading, radius=beasts.radius[sort]),
        Health(hp=beasts.hp[sort], most=beasts.hp[sort]),
    )


def _side(sort: Sort, thing: Spawn | SpawnField | None) -> Side:
    own = SIDE_OF[SIDE[list(ActorName)[sort]]]
    return own if thing is None or thing.faction is Faction.NONE else SIDE_OF[thing.faction]


def _mind(level: Level, sort: Sort, at: Vec, thing: Spawn | SpawnField | None) -> Mind:
    route = thing.route if isinstance(thing, Spawn) else 0
    post = thing.post if isinstance(thing, Spawn) else 0
    wake = wakings(level).index(thing.wake) if thing and thing.wake.terms else -1
    mood = Mood.GUARD if sort is Sort.SOLDIER or post else Mood.IDLE
    if thing and thing.asleep:
        mood = Mood.ASLEEP
    elif route:
        mood = Mood.PATROL
    return Mind(mood=mood, goal=at, home=at, route=route, post=post, wake=wake)


def _gear(world: World, kind: Kind, sort: Sort, count: int) -> tuple[Any, ...]:
    """Return what a kind has besides body and mind."""
    tuning, beasts = world.resource(Tuning), world.resource(Tuning).bestiary
    if kind is DEAD:
        return (breath(world, count),)
    if kind is SOLDIER:
        loaded = tuning.armoury.mag[Weapon.RIFLE]
        lamp = Lamp(is_on=True, reach=beasts.light[sort], spread=beasts.light_cos[sort])
        return Arms(weapon=Weapon.RIFLE, loaded=loaded, spare=SPARE_ROUNDS), lamp
    return ()


def breath(world: World, count: int) -> Pulse:
    """Return the phases of so many of the dead: any, and rates near the natural one.

    Rates are near normal: the sum of four even draws (Irwin 1927), which needs no logarithm.
    """
    rng, unison = world.resource(Random)["pulse"], world.resource(Tuning).unison
    spread = (rng.random((count, 4)) - 0.5).sum(axis=1) * np.sqrt(3.0)
    share = 1 + np.clip(spread, -2, 2) * unison.rate_sd
    rate = unison.rate_hz * FULL_TURN / TICKS_PER_SECOND * share
    return Pulse(theta=rng.integers(0, FULL_TURN, count), rate=np.floor(rate + 0.5).astype(np.uint16))


def scatter(world: World, thing: SpawnField, count: int, rng: np.random.Generator) -> Vec:
    """Return ``count`` free places ``(count, 2)`` spread over a field, tile."""
    ground, void = world.resource(Ground), world.resource(Level).void
    window, inside = thing.area.raster(ground.blocked.shape, QUARTERS)
    over = void.repeat(QUARTERS, axis=0).repeat(QUARTERS, axis=1)[window]
    free = inside & ~ground.blocked[window] & ~over
    offset = rng.integers(0, LATTICES[0], 2)
    for spacing in LATTICES:
        rows, cols = np.nonzero(free[offset[0] % spacing :: spacing, offset[1] % spacing :: spacing])
        if len(rows) >= count or spacing == 1:
            break
    if not len(rows):
        return np.repeat(np.array([thing.area.at], np.float32), count, axis=0)
    chosen = rng.permutation(len(rows))[np.arange(count) % len(rows)]
    cell = np.stack([cols, rows], axis=1)[chosen] * spacing + (offset % spacing)[::-1]
    cell = cell + np.array([window[1].start, window[0].start])
    aside = (rng.random((count, 2)).astype(np.float32) * 2 - 1) * JITTER
    return np.asarray((cell + 0.5) / QUARTERS + aside, np.float32)


def unblocked(ground: Ground, at: Vec) -> Vec:
    """Move those of the places ``(k, 2)`` where no body may be to the nearest free cell's centre."""
    height, width = ground.blocked.shape
    cell = np.clip(np.floor(at * np.float32(QUARTERS)).astype(np.intp), 0, [width - 1, height - 1])
    wrong = np.flatnonzero(ground.blocked[cell[:, 1], cell[:, 0]])
    if not len(wrong):
        return at
    rows, cols = np.nonzero(~ground.blocked)
    centres = ((np.stack([cols, rows], axis=1) + 0.5) / QUARTERS).astype(np.float32)
    moved = at.copy()
    for row in wrong.tolist():
        gap = centres - at[row]
        moved[row] = centres[(gap * gap).sum(axis=1).argmin()]
    return moved


def lay(
    world: World, at: tuple[float, float], goods: Goods, amount: int, *, number: int = 0, thing: int = 0
) -> int:
    """Lay something down; return its id."""
    pos = np.array([at], np.float32)
    return world.spawn(
        PICKUP,
        Body(pos=pos, was=pos, radius=0),
        Pickup(goods=goods, amount=amount, number=number, thing=thing),
    )


def _squads(world: World, thing: SpawnField, count: int) -> NDArray[np.int64]:
    """Return the squad number of each: lone ones have none, a horde is one squad."""
    low, high = world.resource(Tuning).horde.squad
    rng = world.resource(Random)["spawn"]
    size = {Squad.PAIR: 2, Squad.PACK: int(rng.integers(int(low), int(high) + 1))}.get(
        thing.squad, count or 1
    )
    group = np.minimum(np.arange(count) // size, SQUADS_A_FIELD - 1)
    return np.full(count, -1) if thing.squad is Squad.LONE else thing.id * SQUADS_A_FIELD + group
