"""What flies: bullets and bottles.

Rules
  1. A shot moves along its line exactly; it ends at the first wall that stops shots or the first body it
     passes through, whichever comes first. Fences and bars let it pass. It never hits who sent it, nor
     those of the sender's side.
  2. A bottle ends where it was thrown to, or earlier at a wall or a body, and is heard there.
  3. A bullet that ends at a shut door strikes the door.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import All, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.act.blows import around
from game.sim.components import LIVING, Actor, Body, Flag, Flight, Health, Num, Vec, Weapon
from game.sim.doorways import BEYOND, NO_DOOR, Doorways, hung
from game.sim.happenings import DoorHit, Heard, Hit, Impact, Noise
from game.sim.maths import TINY, dot, length, unit
from game.sim.resources import DT, Clock, Ground
from game.sim.sides import HARMS
from game.sim.trace import first_block

NEAR_TILES = 2  # a tick's flight is under a tile and a half, a body under half a tile wide
MISS = np.float32(2)  # share of the way that lies beyond it


@dataclass(frozen=True)
class Flown:
    """One tick of flight.

    Attributes:
        step: ``(k, 2)`` the way flown if nothing is met, tile.
        share: ``(k,)`` how much of it, 0..1.
        body: ``(k,)`` row of the body met, or -1.
        wall: ``(k,)`` whether a wall was met.
    """

    step: Vec
    share: Num
    body: NDArray[np.intp]
    wall: Flag


@system
def fly(
    body: Mut[Body],
    flight: Flight,
    entity: Entity,
    actors: All[Actor],
    healths: All[Health],
    ids: All[Entity],
    clock: Clock,
    ground: Ground,
    doorways: Doorways,
    tuning: Tuning,
    world: World,
    hit: Emit[Hit],
    door_hit: Emit[DoorHit],
    impact: Emit[Impact],
    noise: Emit[Noise],
) -> None:
    """Move every shot by a tick, and end those that met something."""
    body.was = body.pos
    bodies = world.view(Body, world.rows(*LIVING))
    flown = _flown(body, flight, (bodies.pos, bodies.radius), ground, (actors, healths, ids))
    body.pos = body.pos + flown.step * flown.share[:, None]
    way, bottle = unit(flown.step), flight.weapon == Weapon.BOTTLE.value
    struck_by = (flown.body >= 0).nonzero()[0]
    if len(struck_by):
        push = tuning.armoury.knock[flight.weapon[struck_by]] * np.float32(tuning.melee.shove)
        hit(
            target=ids.id[flown.body[struck_by]],
            source=flight.source[struck_by],
            damage=flight.damage[struck_by],
            shove=way[struck_by] * push[:, None],
            weapon=flight.weapon[struck_by],
        )
    there = bottle & (length(flight.target - body.pos) <= np.float32(1e-3))
    ends = ((flown.body >= 0) | flown.wall | there | (clock.tick >= flight.until)).nonzero()[0]
    if not len(ends):
        return
    shown = ends[(flown.wall | bottle)[ends]]
    impact(pos=body.pos[shown], way=way[shown], weapon=flight.weapon[shown])
    shut = doorways.at(body.pos + way * BEYOND)
    dents = (flown.wall & ~bottle & (shut != NO_DOOR)).nonzero()[0]
    if len(dents):
        leaves = ids.id[hung(world)][shut[dents]]
        door_hit(door=leaves, damage=flight.damage[dents], source=flight.source[dents])
    broke = ends[bottle[ends]]
    noise(
        pos=body.pos[broke],
        loudness=tuning.armoury.noise[Weapon.BOTTLE],
        heard=Heard.BOTTLE,
        source=flight.source[broke],
        side=flight.side[broke],
    )
    world.kill(entity.id[ends])


def _flown(
    body: Body,
    flight: Flight,
    living: tuple[Vec, Num],
    ground: Ground,
    others: tuple[Actor, Health, Entity],
) -> Flown:
    """Work out how far each shot comes, and what it meets."""
    step = _to_fly(body, flight)
    wall = first_block(ground.shield, body.pos, body.pos + step)
    at, met = _first_body(body.pos, step, living, flight, others, ground.shield.shape)
    hits = at <= wall
    share = np.where(hits, np.minimum(at, 1), wall).astype(np.float32)
    return Flown(step, share, np.where(hits, met, -1), ~hits & (wall < np.float32(1)))


def _to_fly(body: Body, flight: Flight) -> Vec:
    """Return the way of this tick ``(k, 2)``: a bottle stops where it was thrown to."""
    step = body.vel * DT
    left = length(flight.target - body.pos) / np.maximum(length(step), TINY)
    share = np.where(flight.weapon == Weapon.BOTTLE.value, np.minimum(left, np.float32(1)), np.float32(1))
    whole: Vec = step * share[:, None]
    return whole


def _first_body(
    pos: Vec,
    step: Vec,
    living: tuple[Vec, Num],
    flight: Flight,
    others: tuple[Actor, Health, Entity],
    shape: tuple[int, ...],
) -> tuple[Num, NDArray[np.intp]]:
    """Return where along its way each shot meets the first body (``MISS`` if none), and whose row."""
    places, radii = living
    actor, health, entity = others
    near = around(pos, places, shape, NEAR_TILES)
    if not len(near):
        return np.full(len(pos), MISS), np.zeros(len(pos), np.intp)
    count = len(near)
    gap: Vec = (places.take(near, axis=0) - pos[:, None, :]).reshape(-1, 2)
    ways = step.repeat(count, axis=0)
    along: Num = np.clip(dot(gap, ways) / np.maximum(dot(ways, ways), TINY * TINY), 0, 1)
    past = length(gap - ways * along[:, None]).reshape(len(pos), count)
    can = (
        (past <= radii[near][None, :])
        & HARMS[flight.side[:, None], actor.side[near][None, :]]
        & (entity.id[near][None, :] != flight.source[:, None])
        & (health.hp[near] > 0)[None, :]
    )
    at = np.where(can, along.reshape(past.shape), MISS)
    first = at.argmin(axis=1)
    return at[np.arange(len(pos)), first], near[first]
