"""Sleepers whose hour has come, and the dead who walk a route.

Rules of this module:
- A sleeper whose waking condition holds wakes and turns to what it heard last; it hunts nobody for that.
- One of the dead with a Route walks it while nothing concerns it, straight from corner to corner, and
  takes it up again at the nearest corner; at the end of a route that is walked once it stays.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.enums import RouteMode
from game.data.level import Level
from game.data.things import Route
from game.data.tuning import Tuning
from game.ecs.column import Has, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Body, Mind, Mood, Pulse, Senses
from game.sim.happenings import Cause, Noticed
from game.sim.maths import length
from game.sim.resources import Clock, Story, ticks
from game.sim.story.stage import distances
from game.sim.waking import wakings

PERIOD = 6  # ticks between two looks at the conditions, and at the corners of routes
FRESH_S = 4.0  # what was heard longer ago is forgotten
NEAR = np.float32(1.0)  # tile; so near, a corner is reached; a little more than a stroll ends at
IS_CALM = np.isin(np.arange(len(Mood)), (Mood.IDLE, Mood.WANDER, Mood.PATROL))
WALKING_S = 10.0  # a stroll lasts until the story ends it


@system
def rouse(
    mind: Mut[Mind],
    senses: Senses,
    body: Body,
    entity: Entity,
    level: Level,
    story: Story,
    clock: Clock,
    tuning: Tuning,
    noticed: Emit[Noticed],
) -> None:
    """Wake those whose condition holds."""
    if not clock.every(PERIOD, 4):
        return
    due = np.array([condition.holds(story) for condition in wakings(level)] or [False])
    if not due.any():
        return
    sleeps = (mind.mood == Mood.ASLEEP.value) & (mind.wake >= 0)
    who = (sleeps & due[np.maximum(mind.wake, 0)]).nonzero()[0]
    if not len(who):
        return
    fresh = (clock.tick - senses.heard_at[who] <= ticks(FRESH_S))[:, None]
    mind.goal[who] = np.where(fresh, senses.heard_spot[who], body.pos[who] + body.heading[who])
    mind.mood[who], mind.since[who] = Mood.SUSPECT, clock.tick
    mind.mood_until[who] = clock.after(tuning.detect.investigate_s)
    noticed(who=entity.id[who], mood=int(Mood.SUSPECT), why=int(Cause.STORY))


@system
def march(mind: Mut[Mind], body: Body, _: Has[Pulse], level: Level, clock: Clock) -> None:
    """Lead the dead along their routes."""
    if not clock.every(PERIOD, 4):
        return
    who = (mind.route > 0).nonzero()[0]
    who = who[IS_CALM[mind.mood[who]]]
    for number in np.unique(mind.route[who]).tolist():
        route = level.thing(number)
        if isinstance(route, Route):
            _lead(mind, body, who[mind.route[who] == number], route, clock)


def _lead(mind: Mind, body: Body, who: NDArray[np.intp], route: Route, clock: Clock) -> None:
    corners = np.array(route.area.points, np.float32)
    new = who[mind.mood[who] != Mood.WANDER.value]
    for row in new.tolist():
        mind.leg[row] = int(distances(corners, *body.pos[row].tolist()).argmin())
    order = _order(len(corners), route.mode)
    there = length(corners[order[mind.leg[who] % len(order)]] - body.pos[who]) < NEAR
    mind.leg[who[there]] += 1
    if route.mode is RouteMode.ONCE:
        is_done = mind.leg[who] >= len(corners)
        done, who = who[is_done], who[~is_done]
        mind.route[done], mind.leg[done], mind.home[done] = 0, 0, body.pos[done]
        mind.mood[done], mind.mood_until[done] = Mood.IDLE, clock.after(WALKING_S)
    mind.leg[who] %= len(order)
    mind.goal[who] = corners[order[mind.leg[who]]]
    mind.mood[who], mind.mood_until[who] = Mood.WANDER, clock.after(WALKING_S)


def _order(corners: int, mode: RouteMode) -> NDArray[np.intp]:
    """Return the corners in the order they are walked to, before it begins again."""
    there = np.arange(corners)
    return np.concatenate([there, there[-2:0:-1]]) if mode is RouteMode.PINGPONG else there
