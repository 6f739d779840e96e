"""What soldiers do when nothing is up: the rounds they walk, as the level drew them.

Rules of this module:
- A route unrolls into stops; a ping-pong comes back over its inner points. A waypoint on a point of the
  route adds its wait and the way to look.
- It is read from the level once; nothing of it changes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from game.data.enums import Facing, RouteMode
from game.data.level import Level
from game.data.things import Post, Route, Waypoint

ON_POINT = 0.75
"""A waypoint this near to a route's point belongs to it, tile."""
LOOKS = {
    Facing.EAST: (1.0, 0.0),
    Facing.SOUTH: (0.0, 1.0),
    Facing.WEST: (-1.0, 0.0),
    Facing.NORTH: (0.0, -1.0),
}


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
            return Stop(point, max(route.wait_s, mark.wait_s), LOOKS[mark.facing])
    return Stop(point, route.wait_s, (0.0, 0.0))
