"""How soldiers fight.

Rules of this module:
- A burst, a pause, a burst; never while a mate stands in the line.
- Too near, he backs off; too far or out of sight, he closes in.
- Just hurt, he runs behind the nearest cover, on the side away from the foe, and stays there a while: in
  a fight ``Mind.goal`` is his place behind cover and ``shared_at`` the tick until he keeps to it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.world import NOBODY
from game.sim.components import Act, Arms, Body, Drive, Flag, Health, Mind, Num, Senses, Vec, Weapon
from game.sim.maths import length, unit
from game.sim.resources import TICKS_PER_SECOND, ticks

Rows = NDArray[np.intp]
HANDS, ACT_SHOOT, ACT_NONE = int(Weapon.HANDS), np.uint8(Act.SHOOT), np.uint8(Act.NONE)
MATE_WIDTH = np.float32(0.6)
"""He does not shoot past a mate nearer to the line than this, tile."""
BEHIND = np.float32(1.0)
"""He stands so far behind the middle of his cover, tile."""
NEAR = np.float32(0.6)
"""So near, he has arrived, tile."""
HURT_S = 1.0
"""A wound this fresh sends him into cover, s."""
STEADY = np.float32(0.5)
"""Share of his speed left while he shoots."""


class Fighters(Protocol):
    """The soldiers, as a fight sees them; columns are of all of them."""

    mind: Mind
    senses: Senses
    drive: Drive
    body: Body
    health: Health
    tick: int
    tuning: Tuning
    goal: Vec
    speed: Num
    look: Vec

    def beast(self, name: str) -> float:
        """Return a soldier's number from the bestiary."""


def fight(squad: Fighters, rows: Rows, arms: Arms, level: Level) -> None:
    """Let ``rows`` fight: set their goals, speeds, looks, aims and triggers, in place."""
    if not len(rows):
        return
    spot = squad.senses.spot[rows]
    away = spot - squad.body.pos[rows]
    far, aim = length(away), unit(away)
    sees = squad.senses.seen[rows] != NOBODY
    squad.look[rows] = squad.drive.aim[rows] = aim
    squad.goal[rows] = spot
    low, high = squad.tuning.army.keep_tiles
    close = sees & (far < np.float32(low))
    squad.goal[rows[close]] = squad.body.pos[rows[close]] - aim[close] * 2
    moves = ~sees | close | (far > np.float32(high))
    squad.speed[rows] = np.where(moves, np.float32(squad.beast("run")), np.float32(0))
    _take_cover(squad, rows, level)
    _burst(squad, rows, sees & ~_mate_before(squad.body.pos, rows, aim, far), arms)


def _burst(squad: Fighters, rows: Rows, may: Flag, arms: Arms) -> None:
    """Hold the trigger for a burst, then let go for a while."""
    mind = squad.mind
    a_shot = TICKS_PER_SECOND / max(float(squad.tuning.armoury.per_s[Weapon.RIFLE]), 1.0)
    burst = int(np.ceil(a_shot * (squad.beast("burst") - 0.5)))
    begins = rows[may & (mind.ready_at[rows] <= squad.tick)]
    mind.mood_until[begins] = squad.tick + burst
    mind.ready_at[begins] = squad.tick + burst + ticks(squad.beast("burst_gap_s"))
    holds = (mind.mood_until[rows] > squad.tick) & may & (arms.weapon[rows] != HANDS)
    squad.drive.act[rows] = np.where(holds, ACT_SHOOT, ACT_NONE)
    squad.speed[rows[holds]] *= STEADY


def _mate_before(pos: Vec, rows: Rows, aim: Vec, far: Num) -> Flag:
    """Return who would shoot past a mate too closely, ``(k,)``."""
    x, y = (pos[:, axis] - pos[rows, axis][:, None] for axis in (0, 1))
    way_x, way_y = aim[:, :1], aim[:, 1:]
    along, aside = x * way_x + y * way_y, np.abs(x * way_y - y * way_x)
    between: Flag = (along > NEAR) & (along < far[:, None]) & (aside < MATE_WIDTH)
    return np.asarray(between.any(axis=1))


@lru_cache(maxsize=8)
def covers(level: Level) -> Vec:
    """Return the middles of all cover, ``(c, 2)``, tile."""
    return np.array([cover.area.at for cover in level.covers], np.float32).reshape(-1, 2)


def _take_cover(squad: Fighters, rows: Rows, level: Level) -> None:
    """Send those just hurt behind the nearest cover, and keep them there."""
    mind, army, tick = squad.mind, squad.tuning.army, squad.tick
    hurt = (tick - squad.health.hurt_at[rows] < ticks(HURT_S)) & (mind.shared_at[rows] <= tick)
    places = covers(level)
    if len(places) and hurt.any():
        who = rows[hurt]
        gap = places[None, :, :] - squad.senses.spot[who][:, None, :]
        behind = places + unit(gap.reshape(-1, 2)).reshape(gap.shape) * BEHIND
        far = length((behind - squad.body.pos[who][:, None, :]).reshape(-1, 2)).reshape(gap.shape[:2])
        best, each = far.argmin(axis=1), np.arange(len(who))
        near = far[each, best] <= np.float32(army.cover_tiles)
        mind.goal[who[near]] = behind[each, best][near]
        mind.shared_at[who[near]] = tick + ticks(army.cover_s[1])
    hides = rows[mind.shared_at[rows] > tick]
    squad.goal[hides] = mind.goal[hides]
    there = length(mind.goal[hides] - squad.body.pos[hides]) < NEAR
    squad.speed[hides] = np.where(there, np.float32(0), np.float32(squad.beast("run")))
