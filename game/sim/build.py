"""A level, a seed and rules become a world.

Rules
  1. The hero stands at the Start; whoever has no unmet ``when`` is there; the others are the story's to
     call, by ``spawn_thing``.
  2. What the levels before have left is there from the beginning.
  3. Everything drawn comes from named streams of the seed, in file order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from game.data.enums import Hero as HeroName
from game.data.enums import ItemKind
from game.data.errors import BadInput
from game.data.level import Level
from game.data.models import DOOR_HP
from game.data.script import Script
from game.data.things import Spawn, SpawnField, Start
from game.data.tuning import Rules, Tuning
from game.ecs.world import World
from game.sim import components as c
from game.sim.doorways import Doorways, key_bit
from game.sim.ground import lay_ground
from game.sim.happenings import EVENTS
from game.sim.intent import Inbox
from game.sim.legacy import NOTHING_BEFORE, Legacy
from game.sim.resource_belief import Beliefs
from game.sim.resource_fields import Fields
from game.sim.resource_lessons import Lessons
from game.sim.resource_marks import Marks
from game.sim.resource_news import News
from game.sim.resource_order import Order
from game.sim.resource_orders import Orders
from game.sim.resource_packs import Packs
from game.sim.resource_scent import Trails
from game.sim.resource_sight import Sights
from game.sim.resource_squads import Squads
from game.sim.resources import Clock, Crowd, Ground, Random, Story, Tension
from game.sim.spawn import FACING, lay, populate, spawn_thing, unblocked
from game.sim.timing import Timing
from game.sim.traits import Traits
from game.sim.views import Views

CROWD_CLEAR = 10.0  # tile; a measuring crowd keeps this far from the hero
GOODS_OF = {
    ItemKind.AMMO: c.Goods.AMMO,
    ItemKind.BOTTLE: c.Goods.BOTTLE,
    ItemKind.MEDKIT: c.Goods.MEDKIT,
    ItemKind.KEY: c.Goods.KEY,
    ItemKind.BATTERY: c.Goods.BATTERY,
    ItemKind.PISTOL: c.Goods.PISTOL,
    ItemKind.PIPE: c.Goods.PIPE,
}


def build(
    level: Level,
    seed: int,
    rules: Rules,
    tuning: Tuning,
    script: Script,
    *,
    start: int = 0,
    crowd: int = 0,
    legacy: Legacy = NOTHING_BEFORE,
) -> World:
    """Make the world of a level at its first tick.

    Args:
        level: the map.
        seed: of every stream of chance.
        rules: difficulty and assists.
        tuning: constants.
        script: what story events do.
        start: slot of the Start the hero enters by.
        crowd: so many shamblers more, spread over the free ground, for measuring.
        legacy: what the levels before have left.

    Raises:
        BadInput: the level has no Start of that slot.
    """
    entrance = next((s for s in level.starts if s.slot == start), None)
    if entrance is None:
        raise BadInput(
            str(level.path), f"the level has no Start with slot {start}: place one on layer 'spawns'"
        )
    world = furnish(level, seed, (rules, tuning, script))
    story = world.resource(Story)
    story.choices, story.tags_before = dict(legacy.choices), legacy.tags
    enter(world, entrance, humanity=legacy.humanity)
    people(world)
    if crowd:
        crowd_in(world, crowd, np.array(entrance.area.at, np.float32))
    world.apply()
    return world


def furnish(level: Level, seed: int, constants: Sequence[object]) -> World:
    """Make the world of a level with its ground, doors and things to take, but nobody in it."""
    tuning = next(each for each in constants if isinstance(each, Tuning))
    doorways = Doorways.of(level)
    circuits = {power.circuit: True for power in level.powers if power.on}
    is_open = doorways.rest ^ np.array([name in circuits for name in doorways.circuits], np.bool_)
    closed = doorways.owner >= 0
    closed[closed] = ~is_open[doorways.owner[closed]]
    shape = level.height, level.width
    state = (
        Clock(),
        Random(seed),
        lay_ground(level, closed, tuning.noise),
        Story(circuits=circuits),
        Tension(),
        Crowd(np.zeros(shape, np.int32), np.zeros(shape, np.int32)),
        Inbox(),
        Sights.of(*shape),
        Fields.of(*shape),
        News(),
        Beliefs(),
        Trails.of(*shape),
        Views(),
        Packs(),
        Order(),
        Orders(),
        Marks(),
        Squads(),
        Lessons.of(*shape, tuning.learning.zone_tiles),
    )
    world = World(c.KINDS, state, (level, doorways, Timing.of(tuning), Traits.of(tuning), *constants))
    for kind in EVENTS:
        world.events.queue(kind)
    hang_doors(world, level, is_open)
    lay_out(world, level)
    world.apply()
    return world


def hang_doors(world: World, level: Level, is_open: c.Flag) -> None:
    """Put the level's doors in, in file order."""
    if not level.doors:
        return
    hp = np.array([door.hp or DOOR_HP[door.kind] for door in level.doors], np.float32)
    live = is_open ^ world.resource(Doorways).rest
    world.spawn_many(
        c.DOOR,
        len(level.doors),
        c.Health(hp=hp, most=hp),
        c.Door(
            thing=np.array([door.id for door in level.doors]),
            is_open=is_open,
            to_open=is_open,
            is_live=live,
            is_locked=np.array([door.locked for door in level.doors]),
        ),
    )


def lay_out(world: World, level: Level) -> None:
    """Put items and name tags where they lie; tags are numbered from 1 in file order."""
    for item in level.items:
        bit = key_bit(level, item.name) if item.kind is ItemKind.KEY else 0
        number = max(bit.bit_length() - 1, 0)
        lay(world, item.area.at, GOODS_OF[item.kind], item.amount, number=number, thing=item.id)
    for number, tag in enumerate(level.tags, 1):
        lay(world, tag.area.at, c.Goods.TAG, 1, number=number, thing=tag.id)


def enter(world: World, start: Start, slot: int = 0, humanity: float = NOTHING_BEFORE.humanity) -> int:
    """Let the level's hero enter at a Start, as player ``slot``; return the hero's id."""
    tuning, level = world.resource(Tuning), world.resource(Level)
    sort = hero_sort(level.hero)
    at = unblocked(world.resource(Ground), np.array([start.area.at], np.float32))
    facing = FACING[start.facing]
    half = sort in {c.Sort.NAMRA, c.Sort.CHEONGSAN}
    player = tuning.player
    return world.spawn(
        c.PLAYER,
        c.Body(pos=at, was=at, heading=facing, radius=player.radius),
        c.Drive(face=facing, aim=facing),
        c.Actor(sort=sort, side=c.Side.HALFBIE if half else c.Side.SURVIVOR),
        c.Health(hp=player.hp, most=player.hp),
        c.Lamp(reach=player.light_tiles, spread=player.light_cos),
        c.Pilot(slot=slot, aim=facing),
        c.Stamina(left=player.stamina_s),
        c.Hero(hunger=tuning.hunger.start if sort is c.Sort.NAMRA else 0, humanity=humanity),
        c.Feet(safe=at),
    )


def hero_sort(name: str) -> c.Sort:
    """Return the sort of a hero by name."""
    return c.Sort[HeroName(name).name]


def people(world: World) -> None:
    """Let everybody appear who waits for nothing."""
    level, story = world.resource(Level), world.resource(Story)
    everybody: list[Spawn | SpawnField] = [*level.spawns, *level.fields]
    for thing in sorted(everybody, key=lambda each: each.id):
        if thing.when.holds(story):
            if thing.when.terms:
                story.called.append(thing.id)
            spawn_thing(world, thing)


def crowd_in(world: World, count: int, hero: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> None:
    """Spread shamblers evenly over the free tiles, away from the hero: for measuring."""
    rows, cols = np.nonzero(world.resource(Ground).links)
    tiles = np.stack([cols, rows], axis=1).astype(np.float32) + np.float32(0.5)
    gap = tiles - hero
    tiles = tiles[(gap * gap).sum(axis=1) > CROWD_CLEAR * CROWD_CLEAR]
    if len(tiles):
        chosen = (
            np.arange(count) * len(tiles) // count if count <= len(tiles) else np.arange(count) % len(tiles)
        )
        populate(world, c.Sort.SHAMBLER, tiles[chosen])
