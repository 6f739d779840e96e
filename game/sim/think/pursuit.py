"""The hunt: how each sort of the dead goes for its foe.

    sort       moves                                 does                        against it
    shambler   walks up                              strikes within reach        walk away
    flanker    round the foe, off its aim, fast      strikes as it runs          walk straight, or turn on it
    lurker     waits until one is near, nearer when  leaps, then hunts like      a beam freezes it a while,
               watched                               others, and leaps again     once in a while
    screamer   keeps its distance                    calls                       a hit cuts the call off
    brute      walks up, through what is shut        charges straight ahead      step aside; hit hard enough

Rules of this module:
- It moves by what is known: where the foe was last seen or heard. Only who sees the foe this moment
  reads the foe's heading.
- ``Drive.act`` asks; whether a blow or a call comes of it is the body's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from game.data.tables import Bestiary
from game.data.tuning import Tuning
from game.ecs.world import World
from game.sim.components import Act, Flag, Ids, Int, Mood, Num, Sort, Vec
from game.sim.maths import dot, length, put, unit
from game.sim.resource_sight import BITS, Sights
from game.sim.resources import ticks
from game.sim.think.walking import Part
from game.sim.tiles import under

Rows = NDArray[np.intp]
# plain numbers: comparing columns with an enum's member costs more than the comparison
NOTHING, STRIKE, LUNGE, SCREECH = (int(act) for act in (Act.NONE, Act.STRIKE, Act.LUNGE, Act.SCREECH))
FLANKER, LURKER, BRUTE, SCREAMER = (
    int(sort) for sort in (Sort.FLANKER, Sort.LURKER, Sort.BRUTE, Sort.SCREAMER)
)
HASTE = np.float32(0.75)
"""Speed of a search, as a share of the hunt's."""
CLOSE = np.float32(0.95)
"""Share of its reach at which one strikes: the foe may step back a little."""
CHARGE_FROM = np.float32(2.5)
CHARGE_TO = np.float32(7.0)
"""Distances a brute charges from, tile."""
LUNGE_AGAIN_S = 4.0
LIGHT_AGAIN_S = 4.0
"""A lurker that a beam has frozen is not frozen again so soon: light wins time, not the fight."""
LEAP_REACH = np.float32(0.5)
"""Share of its reach by which a lurker may leap short."""
FLANK_FROM = np.float32(2.2)
FLANK_TO = np.float32(8.0)
"""Distances at which a flanker keeps off the foe's aim, tile."""
BESIDE = (np.float32(0.25881905), np.float32(0.96592583))
"""Cosine and sine of how far off the aim it goes then, 75 degrees."""
FLANK_AT = np.float32(3.5)
"""And how far from the foe, at most, tile."""


def straight_to(world: World, sights: Sights, seen: Ids, pos: Vec) -> Flag:
    """Return who may walk straight to whom each sees (an id, or NOBODY), ``(k,)``."""
    foe, alive = world.resolve(seen)
    return _straight(sights, foe, alive, pos)


def _straight(sights: Sights, foe: Rows, alive: Flag, pos: Vec) -> Flag:
    free = under(sights.straight, pos)
    bit = np.minimum(foe, BITS - 1).astype(np.uint64)
    straight: Flag = (free >> bit & np.uint64(1)).astype(np.bool_) & alive & (foe < BITS)
    return straight


class Herd(Protocol):
    """The dead, as a hunt sees them; columns are of all whose turn it is."""

    senses: Part
    body: Part
    sort: Int


@dataclass
class Pursuit:
    """The hunters, and what they can tell about whom they see; columns are of hunters only.

    Attributes:
        rows: ``(k,)`` which of the herd they are.
        sort: ``(k,)``.
        sees: ``(k,)`` whether one sees its foe this moment.
        straight: ``(k,)`` whether one may walk straight to where it goes.
        facing: ``(k, 2)`` the foe's heading, zero when it is not seen.
        beam: ``(k,)`` the cosine half-width of a foe's lit torch, 2 when it has none.
        pos: ``(k, 2)`` where they stand, tile.
        goal: ``(k, 2)`` where they go, tile.
        speed: ``(k,)`` tile/s.
        foe: ``(k,)`` rows of the table, of those whom they see; else 0.
        sights: who may walk straight to whom.
        tuning: constants.
    """

    rows: Rows
    sort: Int
    sees: Flag
    straight: Flag
    facing: Vec
    beam: Num
    pos: Vec
    goal: Vec
    speed: Num
    foe: Rows
    sights: Sights
    tuning: Tuning

    @classmethod
    def of(cls, world: World, sights: Sights, tuning: Tuning, herd: Herd, rows: Rows, speed: Num) -> Pursuit:
        """Look at the foes of those of a herd who hunt; they go where they know them to be."""
        table, seen = world.table, herd.senses.seen[rows]
        foe, alive = world.resolve(seen)
        pos, goal = herd.body.pos.take(rows, axis=0), herd.senses.spot.take(rows, axis=0)
        facing = table["Body.heading"].take(foe, axis=0)
        facing[~alive] = 0
        beam = np.where(alive & table["Lamp.is_on"][foe], table["Lamp.spread"][foe], np.float32(2))
        straight = _straight(sights, foe, alive, pos)
        sort, sees = herd.sort[rows], seen >= 0
        return cls(rows, sort, sees, straight, facing, beam, pos, goal, speed, foe, sights, tuning)

    def free(self, rows: Rows, places: Vec) -> Flag:
        """Return from which places ``(m, 2)`` one can walk straight to the foes of hunters ``rows (m,)``."""
        return _straight(self.sights, self.foe[rows], self.sees[rows], places)

    def plan(self, mind: Part, drive: Part, tick: int) -> None:
        """Set goals and speeds, and ask for blows and calls, in place."""
        away = self.goal - self.pos
        far, way = length(away), unit(away)
        strikes = self.sees & (far <= strike_from(self.tuning.bestiary).take(self.sort))
        drive.act[self.rows[strikes]] = STRIKE
        put(self.rows, way, drive.aim)
        self.speed[strikes] = 0
        self._flank(way, far)
        self._lurk(mind, drive, way, far, tick)
        self._charge(~strikes, mind, drive, far, tick)
        self._call(mind, drive, way, far, tick)

    def _flank(self, way: Vec, far: Num) -> None:
        """Come from outside the foe's aim, where there is room beside it."""
        who = self.sees & (self.sort == FLANKER) & (far > FLANK_FROM) & (far < FLANK_TO) & self.straight
        rows = who.nonzero()[0]
        if not len(rows):
            return
        facing, toward = self.facing[rows], -way[rows]
        aimed = dot(facing, toward) > self.tuning.bestiary.keep_off_aim_cos[FLANKER]
        rows, facing, toward = rows[aimed], facing[aimed], toward[aimed]
        aside = np.stack([-facing[:, 1], facing[:, 0]], axis=1)
        aside *= np.where(dot(aside, toward) >= 0, np.float32(1), np.float32(-1))[:, None]
        foe, radius = self.goal[rows].copy(), np.minimum(far[rows], FLANK_AT)[:, None]
        for side in (np.float32(-1), np.float32(1)):  # the nearer side last: it is taken where both are free
            there = foe + (facing * BESIDE[0] + aside * (BESIDE[1] * side)) * radius
            free = self.free(rows, there)
            self.goal[rows[free]] = there[free]

    def _lurk(self, mind: Part, drive: Part, way: Vec, far: Num, tick: int) -> None:
        """Wait, spring up, leap, and from then on hunt; a beam freezes it."""
        who = (self.sort == LURKER).nonzero()[0]
        if not len(who):
            return
        beasts, rows = self.tuning.bestiary, self.rows[who]
        watched = dot(self.facing[who], -way[who])
        frozen = self._freeze(mind, rows, watched >= self.beam[who], tick)
        trigger = np.where(watched < 0, beasts.trigger_back[LURKER], beasts.trigger[LURKER])
        mind.leg[rows[self.sees[who] & (far[who] <= trigger) & ~frozen]] = 1
        flight = beasts.pounce[LURKER] * beasts.pounce_s[LURKER] + beasts.reach[LURKER] * LEAP_REACH
        leaps = self.sees[who] & self.straight[who] & (far[who] <= np.minimum(flight, trigger)) & ~frozen
        leaps = rows[leaps & (mind.ready_at[rows] <= tick)]
        drive.act[leaps] = LUNGE
        mind.ready_at[leaps] = tick + ticks(LUNGE_AGAIN_S)
        drive.act[rows[frozen]] = NOTHING
        self.speed[who[(mind.leg[rows] == 0) | frozen]] = 0

    def _freeze(self, mind: Part, rows: Rows, is_lit: Flag, tick: int) -> Flag:
        """Freeze lurkers on which a beam falls; return who is frozen. ``mood_until`` says how long."""
        until, since = mind.mood_until[rows], mind.since[rows]
        again = (until <= since) | (tick - until >= ticks(LIGHT_AGAIN_S))
        caught = rows[is_lit & again]
        mind.mood_until[caught] = tick + ticks(float(self.tuning.bestiary.light_freeze_s[LURKER]))
        return np.asarray(mind.mood_until[rows] > tick)

    def _charge(self, idle: Flag, mind: Part, drive: Part, far: Num, tick: int) -> None:
        """Run them down."""
        may = idle & self.sees & (self.sort == BRUTE) & self.straight
        rows = self.rows[may & (far >= CHARGE_FROM) & (far <= CHARGE_TO)]
        goes = rows[mind.ready_at[rows] <= tick]
        drive.act[goes] = LUNGE
        mind.ready_at[goes] = tick + ticks(LUNGE_AGAIN_S)

    def _call(self, mind: Part, drive: Part, way: Vec, far: Num, tick: int) -> None:
        """Keep the distance; call from it."""
        who = (self.sees & (self.sort == SCREAMER)).nonzero()[0]
        if not len(who):
            return
        beasts = self.tuning.bestiary
        close, wide = far[who] < beasts.keep_min[SCREAMER], far[who] > beasts.keep_max[SCREAMER]
        back = who[close]
        self.goal[back] = self.pos[back] - way[back] * np.float32(3)
        self.straight[back] = True
        self.speed[who[~close & ~wide]] = 0
        calls = who[~wide & (mind.ready_at[self.rows[who]] <= tick)]
        self.speed[calls] = 0
        drive.act[self.rows[calls]] = SCREECH
        mind.ready_at[self.rows[calls]] = tick + ticks(float(beasts.screech_cd_s[SCREAMER]))


@lru_cache(maxsize=8)
def strike_from(beasts: Bestiary) -> Num:
    """Return how near each sort comes to strike, ``(Sort,)``, tile; -1 for those who do not."""
    return np.where(beasts.dmg > 0, beasts.reach * CLOSE, np.float32(-1)).astype(np.float32)


@lru_cache(maxsize=8)
def paces(beasts: Bestiary) -> Num:
    """Return how fast each sort walks in each mood, ``(Mood * Sort,)``, tile/s; lurkers only hunt."""
    table = np.zeros((len(Mood), len(Sort)), np.float32)
    table[Mood.WANDER], table[Mood.SEARCH] = beasts.idle, beasts.hunt * HASTE
    table[Mood.SUSPECT] = np.maximum(beasts.walk, beasts.hunt * np.float32(0.5))
    table[:, LURKER] = 0
    table[Mood.HUNT] = beasts.hunt
    return table.reshape(-1)
