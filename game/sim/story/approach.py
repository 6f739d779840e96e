"""Where a pack may appear and where it is led: out of sight, beside the player, ahead if there is a choice.

Rules of this module:
- A place is ahead that lies within ``AHEAD`` of the way a player has gone of late. Of one who stands about
  everything is ahead; and where nothing is, from a dead end, anything will do.
- Nothing here looks at what the dead know; nothing here is told to them but a place beside the player's.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.area import Area
from game.data.level import QUARTERS, Level
from game.data.tuning import Tuning
from game.ecs.world import World
from game.sim.components import Vec
from game.sim.maths import dot, length, unit
from game.sim.resources import Ground
from game.sim.spawn import LATTICES
from game.sim.story.stage import distances, heroes
from game.sim.trace import is_clear

TRIES = 12  # places looked at a decision
SPREAD = 1.5  # tile; a pack stands this far about its place
AHEAD = np.float32(0.5)  # cosine of the angle to the way one goes: 60 degrees to either side
MOVING = 3.0  # tile; whoever has gone less of late stands about


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


def hiding_place(
    world: World, reached: NDArray[np.bool_], going: tuple[float, float], random: np.random.Generator
) -> Vec | None:
    """Return a place ``(1, 2)`` where nobody would see a pack appear, or None.

    Args:
        world: with its players.
        reached: ``(h, w)`` tiles from which a way leads to the player.
        going: how far the player has gone of late, tiles.
        random: draws which places are looked at.
    """
    far = np.float32(world.resource(Tuning).director.spawn_min_tiles + SPREAD)
    tiles = centres(reached)
    for x, y in heroes(world).tolist():
        tiles = tiles[distances(tiles, x, y) >= far]
    if not len(tiles):
        return None
    tiles = ahead(tiles, heroes(world)[0], going)
    tried = tiles[random.integers(0, len(tiles), TRIES)]
    fair = np.flatnonzero(hidden(world, tried))
    return tried[fair[:1]] if len(fair) else None


def beside(world: World, going: tuple[float, float], random: np.random.Generator) -> Vec | None:
    """Return a free place ``(2,)`` at ``nudge_tiles`` from the player, or None."""
    low, high = world.resource(Tuning).director.nudge_tiles
    hero, tiles = heroes(world)[0], centres(world.resource(Ground).links > 0)
    far = distances(tiles, *hero.tolist())
    ring = tiles[(far >= low) & (far <= high)]
    if not len(ring):
        return None
    ring = ahead(ring, hero, going)
    return np.asarray(ring[int(random.integers(0, len(ring)))])


def ahead(places: Vec, hero: Vec, going: tuple[float, float]) -> Vec:
    """Return those of some places that lie ahead of a hero on the move; all of them when none do."""
    way = np.array([going], np.float32)
    if length(way)[0] < MOVING:
        return places
    toward = places - hero
    found = places[dot(toward, unit(way)) >= AHEAD * length(toward)]
    return found if len(found) else places


def room_about(world: World, place: Vec, size: int) -> Vec:
    """Return free places ``(k, 2)``, k <= size, next to one another about ``place (1, 2)``."""
    ground = world.resource(Ground)
    apart = LATTICES[0]
    rows, cols = np.nonzero(~ground.blocked[::apart, ::apart])
    spots = (np.stack([cols, rows], axis=1).astype(np.float32) * apart + np.float32(0.5)) / QUARTERS
    away = distances(spots, *place[0].tolist())
    near = np.argsort(away, kind="stable")[:size]
    return np.asarray(spots[near[away[near] <= SPREAD]], np.float32)


def centres(tiles: NDArray[np.bool_]) -> Vec:
    """Return the centres of the marked tiles, ``(k, 2)``."""
    rows, cols = np.nonzero(tiles)
    return np.asarray(np.stack([cols, rows], axis=1) + np.float32(0.5), np.float32)


def corners(area: Area) -> Vec:
    """Return the middle and the corners of an area, ``(5, 2)``."""
    return np.array([area.at, *area.corners], np.float32)
