"""The director: when and where somebody comes. Never how hard they strike, or how much they take.

Rules of this module, each of them tested:
- Nobody appears in sight of a player, whichever way the player looks, nor within ``spawn_min_tiles``, nor
  within ``no_spawn_near_tag_tiles`` of a name tag: that is where one comes back to.
- It sends packs only while tension builds or is sustained, never more than ``cap`` alive at once, and none
  in the quiet after a peak or that the script asked for. A level without SpawnFields gets none.
- Each costs what the bestiary says. A pack dearer than what was saved up leaves a debt: the next is later.
- A pack knows nothing of the player. It comes from out of sight, ahead of a player on the move, and goes to
  look at a place beside the player's (``approach``): what it then sees and hears is up to its senses.
- A pack whose place the player has left behind is led on. One that is farther off than any may appear is the
  town's from then on, and makes room for another.
- A hero who cannot run is neither met from ahead nor followed so, the packs are as small as they come, and
  none makes room for another but by dying: there is no getting round them at a walk.
- When there has been too little for ``low_s``, the nearest pack that nothing concerns is led there as well.
- A SpawnField with ``respawn_s`` refills so long after its last one died, out of sight and far off.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.data.enums import Actor as ActorName
from game.data.enums import Squad
from game.data.level import Level
from game.data.things import SpawnField
from game.data.tuning import Rules, Tuning
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.components import Actor, Body, Ids, Mind, Mood, Num, Pulse, Sort, Vec
from game.sim.happenings import Cause, Noticed
from game.sim.resources import TICKS_PER_SECOND, Clock, Ground, Random, Story, Tension
from game.sim.spawn import populate, spawn_thing
from game.sim.story import approach
from game.sim.story.stage import distances, heroes, people_of
from game.sim.waves import STRAIGHT, UNREACHED, Wave

PERIOD = 30  # ticks between two decisions
TRAIL = 8  # decisions; where the player is going is told by where they were so many ago
CALM = (Mood.IDLE, Mood.WANDER)
SENDING = ("build", "sustain")  # phases in which somebody comes
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
    tension.trail = [*tension.trail, tuple(heroes(world)[0].tolist())][-TRAIL:]
    tension.extra = _at_hand(world, tension.extra)
    _lead(world, np.array(_living(world, tension.coming), np.int64))
    tension.coming = []
    if clock.tick < tension.quiet_until:
        tension.low_since, tension.search = clock.tick, None
        return
    if tension.phase in SENDING:
        if _can_run(world):
            _lead(world, _left_behind(world, tension.extra))
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
        if (
            is_due
            and clock.tick >= tension.quiet_until
            and approach.hidden(world, approach.corners(field.area)).all()
        ):
            del tension.emptied[field.id]
            spawn_thing(world, field)


def _living(world: World, ids: list[int]) -> list[int]:
    _, alive = world.resolve(np.array(ids, np.int64))
    return [each for each, lives in zip(ids, alive.tolist(), strict=True) if lives]


def _at_hand(world: World, ids: list[int]) -> list[int]:
    """Return those who live and are not too far off to meet a player who can run."""
    if not _can_run(world):
        return _living(world, ids)
    rows, alive = world.resolve(np.array(ids, np.int64))
    near = _off(world, world.table["Body.pos"][rows]) <= world.resource(Tuning).director.spawn_max_tiles
    return [each for each, stays in zip(ids, (alive & near).tolist(), strict=True) if stays]


def _left_behind(world: World, ids: list[int]) -> Ids:
    """Return those who hunt nobody and whose place to look at a player has left far behind."""
    rows, _ = world.resolve(np.array(ids, np.int64))
    astray = _off(world, world.table["Mind.goal"][rows]) > world.resource(Tuning).director.astray_tiles
    free = np.isin(world.table["Mind.mood"][rows], (*CALM, Mood.SUSPECT))
    return np.array(ids, np.int64)[astray & free]


def _off(world: World, places: Vec) -> Num:
    """Return how far places ``(k, 2)`` are from the nearest player, tiles."""
    return np.asarray(np.min([distances(places, *hero) for hero in heroes(world).tolist()], axis=0))


def _want(world: World, tension: Tension) -> None:
    """Begin to look for a place when enough was saved up for the pack that is to come next."""
    if tension.search:
        return
    tuning = world.resource(Tuning)
    low, high = (int(n) for n in tuning.horde.squad)
    if not tension.size:
        drawn = int(world.resource(Random)["director"].integers(low, high + 1))
        tension.size = drawn if _can_run(world) else low
    room = int(tuning.director.cap[world.resource(Rules).difficulty]) - len(tension.extra)
    size = min(tension.size, room)
    if size < low or tension.wanted < size:
        return
    tension.size = size
    ground, hero = world.resource(Ground), heroes(world)[0]
    tile = int(hero[1]) * ground.links.shape[1] + int(hero[0])
    reach = int(tuning.director.spawn_max_tiles * STRAIGHT)
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
    if tension.phase not in SENDING:
        return
    random = world.resource(Random)["director"]
    place = approach.hiding_place(world, reached, _going(world), random)
    if place is None:
        return
    at = approach.room_about(world, place, tension.size)
    if len(at) < tension.size or not approach.hidden(world, at).all():
        return
    sort = _sort(world, random)
    ids = populate(world, sort, at, squad=PACK_NUMBERS + int(random.integers(1, 1000)))
    price = tension.size * float(world.resource(Tuning).bestiary.cost[sort])
    tension.size = 0
    tension.extra += ids.tolist()
    tension.coming += ids.tolist()
    tension.wanted -= price
    tension.spent += price


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
    """Send a pack to look at a place beside the player's, not at the player's own."""
    if not len(ids):
        return
    clock = world.resource(Clock)
    goal = approach.beside(world, _going(world), world.resource(Random)["director"])
    if goal is None:
        return
    with world.edit(Mind, ids) as mind:
        mind.goal[...] = goal
        mind.mood[...], mind.since[...], mind.leg[...] = Mood.SUSPECT, clock.tick, 0
        mind.mood_until[...] = clock.after(LOOK_S)
    world.events.emit(Noticed, who=ids, mood=Mood.SUSPECT, why=Cause.STORY)


def _going(world: World) -> tuple[float, float]:
    """Return how far the player has gone of late, tiles; nowhere, if they cannot run."""
    (x0, y0), (x1, y1) = world.resource(Tension).trail[0], world.resource(Tension).trail[-1]
    return (x1 - x0, y1 - y0) if _can_run(world) else (0.0, 0.0)


def _can_run(world: World) -> bool:
    return world.resource(Tuning).hero[world.resource(Level).hero].sprint > 0


@lru_cache(maxsize=8)
def _returning(level: Level) -> tuple[SpawnField, ...]:
    return tuple(field for field in level.fields if field.respawn_s > 0)


@lru_cache(maxsize=8)
def _kinds(level: Level) -> tuple[Sort, ...]:
    """Return what the level's packs are of, as often as it has such packs; shamblers if it has none."""
    sent = {ActorName.SHAMBLER: Sort.SHAMBLER, ActorName.FLANKER: Sort.FLANKER}
    found = [sent[f.actor] for f in level.fields if f.squad is Squad.PACK and f.actor in sent]
    return tuple(found) or (Sort.SHAMBLER,)
