"""What soldiers do when they do not fight: the rounds they walk, the posts they keep, where they look.

Rules of this module:
- A route unrolls into stops; a ping-pong comes back over its inner points. A waypoint on a point of the
  route adds its wait and the way to look. It is read from the level once; nothing of it changes.
- A guard stays at his post and looks elsewhere once in a while.
- Who suspects or searches turns his torch where he takes it to be, and goes there if he searches.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from game.data.enums import RouteMode
from game.data.level import Level
from game.data.things import Post, Route, Waypoint
from game.sim.components import Body, Mind, Mood, Num, Vec
from game.sim.maths import dot, length, unit
from game.sim.resources import TICKS_PER_SECOND, Random, ticks
from game.sim.spawn import FACING

Rows = NDArray[np.intp]
# plain numbers: comparing columns with an enum's member costs more than the comparison
SUSPECT, SEARCH, PATROL, GUARD = (int(mood) for mood in (Mood.SUSPECT, Mood.SEARCH, Mood.PATROL, Mood.GUARD))
NEAR = np.float32(0.6)
"""So near, he has arrived, tile."""
GLANCE_S = (1.5, 4.0)
"""A guard looks elsewhere after so long, s."""
ON_POINT = 0.75
"""A waypoint this near to a route's point belongs to it, tile."""


class Stop(NamedTuple):
    """A point of a round."""

    at: tuple[float, float]
    """Tile."""
    wait: float
    """s."""
    look: tuple[float, float]
    """Unit vector, or (0, 0) to look where one came from."""


class Round(NamedTuple):
    """A route, unrolled."""

    stops: tuple[Stop, ...]
    pace: float
    """Share of the walker's walk."""
    ends: bool
    """Whether one stays at its last stop."""

    def at(self, leg: int) -> Stop:
        """Return the stop a leg leads to."""
        return self.stops[min(leg, len(self.stops) - 1) if self.ends else leg % len(self.stops)]


@lru_cache(maxsize=8)
def rounds(level: Level) -> dict[int, Round]:
    """Return the routes of a level by object id."""
    return {route.id: _unrolled(route, level.waypoints) for route in level.routes}


@lru_cache(maxsize=8)
def posts(level: Level) -> dict[int, Post]:
    """Return the posts of a level by object id."""
    return {post.id: post for post in level.posts}


def _unrolled(route: Route, waypoints: tuple[Waypoint, ...]) -> Round:
    stops = [_stop(point, route, waypoints) for point in route.area.points]
    if route.mode is RouteMode.PINGPONG:
        stops += stops[-2:0:-1]
    return Round(tuple(stops), route.pace, route.mode is RouteMode.ONCE)


def _stop(point: tuple[float, float], route: Route, waypoints: tuple[Waypoint, ...]) -> Stop:
    for mark in waypoints:
        dx, dy = mark.area.at[0] - point[0], mark.area.at[1] - point[1]
        if dx * dx + dy * dy <= ON_POINT * ON_POINT:
            return Stop(point, max(route.wait_s, mark.wait_s), FACING[mark.facing])
    return Stop(point, route.wait_s, (0.0, 0.0))


class Soldiers(Protocol):
    """The soldiers, as their duty sees them; columns are of all of them."""

    mind: Mind
    body: Body
    tick: int
    goal: Vec
    speed: Num
    look: Vec

    def beast(self, name: str) -> float:
        """Return a soldier's number from the bestiary."""


def do_duty(who: Soldiers, rows: Rows, level: Level, random: Random) -> None:
    """Decide where ``rows`` go and look in every mood but the fight, in place."""
    mind, mood = who.mind, who.mind.mood[rows]
    for row in rows[mood == PATROL].tolist():
        _patrol(who, row, level)
    guards = rows[mind.mood[rows] == GUARD]
    if len(guards):
        _guard(who, guards, level, random)
    looks = rows[(mood == SUSPECT) | (mood == SEARCH)]
    if len(looks):
        away = mind.goal[looks] - who.body.pos[looks]
        who.goal[looks], who.look[looks] = mind.goal[looks], unit(away)
        arrived = length(away) < NEAR
        goes = (mind.mood[looks] == SEARCH) & ~arrived
        who.speed[looks[goes]] = who.beast("walk")
        _glance(who, looks[arrived], random)


def _patrol(who: Soldiers, row: int, level: Level) -> None:
    """Walk to the next stop, wait there, go on."""
    mind = who.mind
    walk = rounds(level).get(int(mind.route[row]))
    if walk is None:
        mind.mood[row] = GUARD
        return
    stop = walk.at(int(mind.leg[row]))
    away = np.array(stop.at, np.float32) - who.body.pos[row]
    if dot(away[None], away[None])[0] < NEAR * NEAR:
        mind.leg[row] += 1
        mind.mood_until[row] = who.tick + ticks(stop.wait)
        mind.goal[row] = who.body.pos[row] + np.array(stop.look, np.float32)
    if mind.mood_until[row] <= who.tick:
        who.goal[row] = walk.at(int(mind.leg[row])).at
        who.speed[row] = who.beast("walk") * walk.pace
    else:
        who.look[row] = mind.goal[row] - who.body.pos[row]


def _guard(who: Soldiers, rows: Rows, level: Level, random: Random) -> None:
    """Keep the post, look about."""
    mind = who.mind
    post = [posts(level).get(number) for number in mind.post[rows].tolist()]
    for row, held in zip(rows.tolist(), post, strict=True):
        if held is not None:
            mind.home[row] = held.area.at
    away = length(mind.home[rows] - who.body.pos[rows])
    stray = np.array([1.0 if held is None else max(1.0, held.radius) for held in post], np.float32)
    goes = rows[away > stray]
    who.goal[goes], who.speed[goes] = mind.home[goes], who.beast("walk")
    _glance(who, rows[away <= stray], random)


def _glance(who: Soldiers, rows: Rows, random: Random) -> None:
    """Look somewhere else once in a while."""
    mind = who.mind
    tired = rows[mind.ready_at[rows] <= who.tick]
    if len(tired):
        is_first = mind.ready_at[tired] == 0
        draws = random["soldiers"].random((len(tired), 3)).astype(np.float32)
        low, high = GLANCE_S
        pause = (low + draws[:, 0] * (high - low)) * TICKS_PER_SECOND
        mind.ready_at[tired] = who.tick + pause.astype(np.int32)
        new = unit(draws[:, 1:] - np.float32(0.5))
        who.look[tired] = np.where(is_first[:, None], who.body.heading[tired], new)
