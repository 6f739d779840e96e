"""The director: when and where somebody comes. Never how hard they strike, or how much they take.

Rules of this module, each of them tested:
- Nobody appears in sight of a player, whichever way the player looks, nor within ``spawn_min_tiles``, nor
  within ``no_spawn_near_tag_tiles`` of a name tag: that is where one comes back to.
- It sends packs only while tension builds or is sustained, never more than ``cap`` alive at once, and none
  in the quiet after a peak or that the script asked for. A level without SpawnFields gets none.
- Each costs what the bestiary says. A pack dearer than what was saved up leaves a debt: the next is later.
- A pack knows nothing of the player. It comes from out of sight and goes to look at a place beside the
  player's, ``nudge_tiles`` off: what it then sees and hears is up to its senses.
- When there has been too little for ``low_s``, the nearest pack that nothing concerns is led there as well.
- A SpawnField with ``respawn_s`` refills so long after its last one died, out of sight and far off.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.data.area import Area
from game.data.enums import Actor as ActorName
from game.data.enums import Squad
from game.data.level import Level
from game.data.things import SpawnField
from game.data.tuning import Rules, Tuning
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.components import Actor, Body, Ids, Mind, Mood, Pulse, Sort, Vec
from game.sim.happenings import Cause, Noticed
from game.sim.resources import TICKS_PER_SECOND, Clock, Ground, Random, Story, Tension
from game.sim.spawn import populate, spawn_thing
from game.sim.story.stage import distances, heroes, people_of
from game.sim.trace import is_clear
from game.sim.waves import STRAIGHT, UNREACHED, Wave

PERIOD = 30  # ticks between two decisions
TRIES = 12  # places looked at a decision
SPREAD = 1.5  # tile; a pack stands this far about its place
CALM = (Mood.IDLE, Mood.WANDER)
LOOK_S = 30.0  # how long a pack that was led looks about
RINGS_A_TICK = 12  # of ways; a tenth of a millisecond
PACK_NUMBERS = 1 << 24  # squads it sends are numbered from here


@system
def direct(world: World, level: Level, tension: Tension, clock: Clock, tuning: Tuning) -> None:
    """Send a pack, or lead one closer, if it is time."""
    if not (tension.search or clock.every(PERIOD)) or not level.fields or not len(heroes(world)):
        return
    if tension.search:
        _look_on(world, tension)
    if not clock.every(PERIOD):
        return
    tension.extra = _living(world, tension.extra)
    _lead(world, np.array(_living(world, tension.coming), np.int64))
    tension.coming = []
    if clock.tick < tension.quiet_until:
        tension.low_since, tension.search = clock.tick, None
        return
    _want(world, tension)
    if tension.intensity > tuning.director.low or tension.phase == "relax":
        tension.low_since = clock.tick
    elif clock.tick - tension.low_since >= tuning.director.low_s * TICKS_PER_SECOND:
        tension.low_since = clock.tick
        _lead(world, _nearest_pack(world))


@system
def refill(world: World, level: Level, story: Story, tension: Tension, clock: Clock) -> None:
    """Refill the fields that return."""
    if not clock.every(2 * PERIOD):
        return
    for field in _returning(level):
        if len(people_of(world, [field])) or not field.when.holds(story):
            tension.emptied.pop(field.id, None)
            continue
        since = tension.emptied.setdefault(field.id, clock.tick)
        is_due = clock.tick - since >= field.respawn_s * TICKS_PER_SECOND
        if is_due and clock.tick >= tension.quiet_until and hidden(world, _corners(field.area)).all():
            del tension.emptied[field.id]
            spawn_thing(world, field)


def hidden(world: World, places: Vec) -> NDArray[np.bool_]:
    """Return which places ``(k, 2)`` no player sees or is near to, and no tag, ``(k,)``."""
    director, ground = world.resource(Tuning).director, world.resource(Ground)
    fair = np.ones(len(places), np.bool_)
    for hero in heroes(world):
        far = distances(places, *hero.tolist()) >= director.spawn_min_tiles
        fair &= far & ~is_clear(ground.opaque, places, np.broadcast_to(hero, places.shape))
    for tag in world.resource(Level).tags:
        fair &= distances(places, *tag.area.at) > director.no_spawn_near_tag_tiles
    return fair


def _living(world: World, ids: list[int]) -> list[int]:
    _, alive = world.resolve(np.array(ids, np.int64))
    return [each for each, lives in zip(ids, alive.tolist(), strict=True) if lives]


def _want(world: World, tension: Tension) -> None:
    """Begin to look for a place when a pack may come."""
    if tension.search or tension.phase not in {"build", "sustain"}:
        return
    tuning, random = world.resource(Tuning), world.resource(Random)["director"]
    low, high = (int(n) for n in tuning.horde.squad)
    room = int(tuning.director.cap[world.resource(Rules).difficulty]) - len(tension.extra)
    size = min(int(random.integers(low, high + 1)), room)
    if size < low or tension.wanted < size:
        return
    ground, hero = world.resource(Ground), heroes(world)[0]
    tile = int(hero[1]) * ground.links.shape[1] + int(hero[0])
    reach = int(tuning.director.spawn_max_tiles * STRAIGHT)
    tension.size = size
    tension.search = Wave.start(ground.links.size, np.array([tile]), reach)


def _look_on(world: World, tension: Tension) -> None:
    """Follow the ways from the player a little farther; when all are known, send the pack."""
    assert tension.search is not None
    links = world.resource(Ground).links
    for _ in range(RINGS_A_TICK):
        if len(tension.search.front):
            tension.search.spread(links.reshape(-1), links.shape[1])
    if not len(tension.search.front):
        _send(world, tension, tension.search.distance.reshape(links.shape) < UNREACHED)
        tension.search = None


def _send(world: World, tension: Tension, reached: NDArray[np.bool_]) -> None:
    """Let a pack appear out of sight, where a way leads to the player."""
    if tension.phase not in {"build", "sustain"}:
        return
    random = world.resource(Random)["director"]
    place = _hiding_place(world, reached, random)
    at = _about(world, place, tension.size) if place is not None else np.empty((0, 2), np.float32)
    if len(at) < tension.size or not hidden(world, at).all():
        return
    sort = _sort(world, random)
    ids = populate(world, sort, at, squad=PACK_NUMBERS + int(random.integers(1, 1000)))
    price = tension.size * float(world.resource(Tuning).bestiary.cost[sort])
    tension.extra += ids.tolist()
    tension.coming += ids.tolist()
    tension.wanted -= price
    tension.spent += price


def _hiding_place(world: World, reached: NDArray[np.bool_], random: np.random.Generator) -> Vec | None:
    """Return a place ``(1, 2)`` where nobody would see a pack appear, or None."""
    far = np.float32(world.resource(Tuning).director.spawn_min_tiles + SPREAD)
    tiles = _centres(reached)
    for x, y in heroes(world).tolist():
        tiles = tiles[distances(tiles, x, y) >= far]
    if not len(tiles):
        return None
    tried = tiles[random.integers(0, len(tiles), TRIES)]
    fair = np.flatnonzero(hidden(world, tried))
    return tried[fair[:1]] if len(fair) else None


def _about(world: World, place: Vec, size: int) -> Vec:
    """Return free places ``(k, 2)``, k <= size, next to one another about ``place (1, 2)``."""
    ground = world.resource(Ground)
    rows, cols = np.nonzero(~ground.blocked[::3, ::3])
    cells = (np.stack([cols, rows], axis=1).astype(np.float32) * 3 + np.float32(0.5)) / 4
    away = distances(cells, *place[0].tolist())
    near = np.argsort(away, kind="stable")[:size]
    return np.asarray(cells[near[away[near] <= SPREAD]], np.float32)


def _sort(world: World, random: np.random.Generator) -> Sort:
    """Return who comes: one of the kinds this level's packs are of."""
    kinds = _kinds(world.resource(Level))
    return kinds[int(random.integers(0, len(kinds)))]


def _nearest_pack(world: World) -> Ids:
    """Return the ids of the pack nearest to a player, of those that nothing concerns."""
    rows = world.rows(Mind, Pulse)
    mind, actor, body = world.view(Mind, rows), world.view(Actor, rows), world.view(Body, rows)
    idle = np.flatnonzero(np.isin(mind.mood, CALM) & (mind.route == 0) & (actor.squad >= 0))
    if not len(idle):
        return np.empty(0, np.int64)
    first = idle[distances(body.pos[idle], *heroes(world)[0].tolist()).argmin()]
    ids: Ids = world.view(Entity, rows).id[idle[actor.squad[idle] == actor.squad[first]]]
    return ids


def _lead(world: World, ids: Ids) -> None:
    """Send a pack to look at a free place beside the player's, not at the player's own."""
    low, high = world.resource(Tuning).director.nudge_tiles
    tiles, clock = _centres(world.resource(Ground).links > 0), world.resource(Clock)
    far = distances(tiles, *heroes(world)[0].tolist())
    ring = tiles[(far >= low) & (far <= high)]
    if not len(ids) or not len(ring):
        return
    goal = ring[int(world.resource(Random)["director"].integers(0, len(ring)))]
    with world.edit(Mind, ids) as mind:
        mind.goal[...] = goal
        mind.mood[...], mind.since[...], mind.leg[...] = Mood.SUSPECT, clock.tick, 0
        mind.mood_until[...] = clock.after(LOOK_S)
    world.events.emit(Noticed, who=ids, mood=Mood.SUSPECT, why=Cause.STORY)


def _centres(tiles: NDArray[np.bool_]) -> Vec:
    """Return the centres of the marked tiles, ``(k, 2)``."""
    rows, cols = np.nonzero(tiles)
    return np.asarray(np.stack([cols, rows], axis=1) + np.float32(0.5), np.float32)


def _corners(area: Area) -> Vec:
    """Return the middle and the corners of an area, ``(5, 2)``."""
    return np.array([area.at, *area.corners], np.float32)


@lru_cache(maxsize=8)
def _returning(level: Level) -> tuple[SpawnField, ...]:
    return tuple(field for field in level.fields if field.respawn_s > 0)


@lru_cache(maxsize=8)
def _kinds(level: Level) -> tuple[Sort, ...]:
    """Return what the level's packs are of, as often as it has such packs; shamblers if it has none."""
    sent = {ActorName.SHAMBLER: Sort.SHAMBLER, ActorName.FLANKER: Sort.FLANKER}
    found = [sent[f.actor] for f in level.fields if f.squad is Squad.PACK and f.actor in sent]
    return tuple(found) or (Sort.SHAMBLER,)
