"""How soldiers fight.

Rules of this module:
- A burst, a pause, a burst; never while a mate stands in the line.
- Too near, he backs off; too far or out of sight, he closes in: from cover to cover, in his half's turn
  (``bounding``). Whoever waits for his turn shoots, for a while also at where the foe was last seen.
- Just hurt, or with shots passing close by, he runs behind the nearest cover, on the side away from the foe,
  and stays there a while: in a fight ``Mind.goal`` is his place behind cover and ``shared_at`` the tick
  until he keeps to it. Under fire without cover he stays where he is, and shoots half as often.
- A squad that falls back goes to its rally by halves.
"""

from __future__ import annotations

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.world import NOBODY
from game.sim.components import Act, Arms, Body, Drive, Flag, Health, Mind, Nerve, Num, Senses, Vec, Weapon
from game.sim.maths import length, unit
from game.sim.resources import TICKS_PER_SECOND, Ground, ticks
from game.sim.think.bounding import Drill
from game.sim.think.cover import next_shelter, shelter
from game.sim.trace import is_clear

Rows = NDArray[np.intp]
HANDS, ACT_SHOOT, ACT_NONE = int(Weapon.HANDS), np.uint8(Act.SHOOT), np.uint8(Act.NONE)
MATE_WIDTH = np.float32(0.6)
"""He does not shoot past a mate nearer to the line than this, tile."""
NEAR = np.float32(0.6)
"""So near, he has arrived, tile."""
HURT_S = 1.0
"""A wound this fresh sends him into cover, s."""
STEADY = np.float32(0.5)
"""Share of his speed left while he shoots."""
BACK = np.float32(2.0)
"""He backs off so far at a time, tile."""


class Fighters(Protocol):
    """The soldiers, as a fight sees them; columns are of all of them."""

    mind: Mind
    senses: Senses
    drive: Drive
    body: Body
    health: Health
    nerve: Nerve
    tick: int
    tuning: Tuning
    goal: Vec
    speed: Num
    look: Vec

    def beast(self, name: str) -> float:
        """Return a soldier's number from the bestiary."""


def fight(who: Fighters, rows: Rows, arms: Arms, drill: Drill, level: Level, ground: Ground) -> None:
    """Let ``rows`` fight: set their goals, speeds, looks, aims and triggers, in place."""
    if not len(rows):
        return
    spot, pos = who.senses.spot[rows], who.body.pos[rows]
    away = spot - pos
    far, aim = length(away), unit(away)
    sees = who.senses.seen[rows] != NOBODY
    pinned = who.nerve.pinned_until[rows] > who.tick
    who.look[rows] = who.drive.aim[rows] = aim
    low, high = who.tuning.army.keep_tiles
    close = sees & (far < np.float32(low))
    goes = (~sees | (far > np.float32(high))) & drill.may_go & ~close & ~drill.falls_back & ~pinned
    back = drill.falls_back & drill.may_go
    goal = _next_place(who, goes, pos, spot, level)
    goal[close] = pos[close] - aim[close] * BACK
    goal[back] = drill.rally[back]
    goes |= close | (back & (length(drill.rally - pos) > NEAR))
    who.goal[rows] = goal
    who.speed[rows] = np.where(goes, np.float32(who.beast("run")), np.float32(0))
    _take_cover(who, rows[~back], pinned[~back], level)
    runs = goes & ~close & ~drill.is_alone
    may = (sees | _suppresses(who, rows, spot, ground)) & ~runs
    _burst(who, rows, may & ~_mate_before(who.body.pos, rows, aim, far), pinned, arms)


def _next_place(who: Fighters, goes: Flag, pos: Vec, spot: Vec, level: Level) -> Vec:
    """Return where each of those goes: the next cover toward the foe, or straight at it."""
    goal, army = spot.copy(), who.tuning.army
    movers = goes.nonzero()[0]
    if len(movers):
        has, place = next_shelter(level, pos[movers], spot[movers], army.cover_tiles, army.keep_tiles)
        goal[movers[has]] = place[has]
    return goal


def _suppresses(who: Fighters, rows: Rows, spot: Vec, ground: Ground) -> Flag:
    """Return who shoots at where the foe was a moment ago, ``(k,)``."""
    senses = who.senses
    lost = senses.seen[rows] == NOBODY
    lost &= who.tick - senses.spot_at[rows] <= ticks(who.tuning.army.suppress_s)
    some = lost.nonzero()[0]
    if len(some):
        lost[some] = is_clear(ground.shield, who.body.pos[rows[some]], spot[some])
    return np.asarray(lost)


def _burst(who: Fighters, rows: Rows, may: Flag, pinned: Flag, arms: Arms) -> None:
    """Hold the trigger for a burst, then let go for a while."""
    mind = who.mind
    a_shot = TICKS_PER_SECOND / max(float(who.tuning.armoury.per_s[Weapon.RIFLE]), 1.0)
    burst = int(np.ceil(a_shot * (who.beast("burst") - 0.5)))
    begin = may & (mind.ready_at[rows] <= who.tick)
    begins = rows[begin]
    mind.mood_until[begins] = who.tick + burst
    gap = ticks(who.beast("burst_gap_s"))
    mind.ready_at[begins] = who.tick + burst + np.where(pinned[begin], 2 * gap, gap)
    holds = (mind.mood_until[rows] > who.tick) & may & (arms.weapon[rows] != HANDS)
    who.drive.act[rows] = np.where(holds, ACT_SHOOT, ACT_NONE)
    who.speed[rows[holds]] *= STEADY


def _mate_before(pos: Vec, rows: Rows, aim: Vec, far: Num) -> Flag:
    """Return who would shoot past a mate too closely, ``(k,)``."""
    x, y = (pos[:, axis] - pos[rows, axis][:, None] for axis in (0, 1))
    way_x, way_y = aim[:, :1], aim[:, 1:]
    along, aside = x * way_x + y * way_y, np.abs(x * way_y - y * way_x)
    between: Flag = (along > NEAR) & (along < far[:, None]) & (aside < MATE_WIDTH)
    return np.asarray(between.any(axis=1))


def _take_cover(who: Fighters, rows: Rows, pinned: Flag, level: Level) -> None:
    """Send those just hurt or under fire behind the nearest cover, and keep them there."""
    mind, army, tick = who.mind, who.tuning.army, who.tick
    hurt = (tick - who.health.hurt_at[rows] < ticks(HURT_S)) | pinned
    hurt &= mind.shared_at[rows] <= tick
    if hurt.any():
        seeks = rows[hurt]
        is_shot_at = (pinned & hurt)[hurt][:, None]
        threat = np.where(is_shot_at, who.nerve.threat[seeks], who.senses.spot[seeks])
        has, place = shelter(level, who.body.pos[seeks], threat, army.cover_tiles)
        mind.goal[seeks[has]] = place[has]
        mind.shared_at[seeks[has]] = tick + ticks(army.cover_s)
    hides = rows[mind.shared_at[rows] > tick]
    who.goal[hides] = mind.goal[hides]
    there = length(mind.goal[hides] - who.body.pos[hides]) < NEAR
    who.speed[hides] = np.where(there, np.float32(0), np.float32(who.beast("run")))
