"""The hunt: how each sort of the dead goes for its foe.

    shambler, flanker, brute   walk up and strike within reach
    flanker                    comes from outside the foe's aim
    brute                      charges from a distance, straight ahead
    lurker                     waits, and leaps once the foe is near (nearer, when one is watched);
                               a beam on it holds it still; once sprung it hunts like all others
    screamer                   keeps its distance and calls

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
from game.sim.maths import dot, length, unit
from game.sim.resource_sight import BITS, Sights
from game.sim.resources import ticks
from game.sim.think.walking import Part

Rows = NDArray[np.intp]
# plain numbers: comparing columns with an enum's member costs more than the comparison
STRIKE, LUNGE, SCREECH = int(Act.STRIKE), int(Act.LUNGE), int(Act.SCREECH)
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
FLANK_FROM = np.float32(2.2)
FLANK_TO = np.float32(8.0)
"""Distances at which a flanker keeps off the foe's aim, tile."""
ASIDE = np.float32(2.5)
"""How far beside the foe it then goes, tile."""


def straight_to(world: World, sights: Sights, seen: Ids, pos: Vec) -> Flag:
    """Return who may walk straight to whom each sees (an id, or NOBODY), ``(k,)``."""
    foe, alive = world.resolve(seen)
    return _straight(sights, foe, alive, pos)


def _straight(sights: Sights, foe: Rows, alive: Flag, pos: Vec) -> Flag:
    tile = pos.astype(np.intp)
    free = sights.straight.reshape(-1).take(tile[:, 1] * sights.straight.shape[1] + tile[:, 0])
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
        return cls(rows, herd.sort[rows], seen >= 0, straight, facing, beam, pos, goal, speed, tuning)

    def plan(self, mind: Part, drive: Part, tick: int) -> None:
        """Set goals and speeds, and ask for blows and calls, in place."""
        away = self.goal - self.pos
        far, way = length(away), unit(away)
        strikes = self.sees & (far <= strike_from(self.tuning.bestiary).take(self.sort))
        drive.act[self.rows[strikes]] = STRIKE
        drive.aim[self.rows] = way
        self.speed[strikes] = 0
        self._flank(way, far)
        self._lurk(mind, drive, way, far, tick)
        self._charge(~strikes, mind, drive, far, tick)
        self._call(mind, drive, way, far, tick)

    def _flank(self, way: Vec, far: Num) -> None:
        """Come from outside the foe's aim."""
        who = self.sees & (self.sort == FLANKER) & (far > FLANK_FROM) & (far < FLANK_TO) & self.straight
        rows = who.nonzero()[0]
        if not len(rows):
            return
        facing, toward = self.facing[rows], -way[rows]
        aimed = dot(facing, toward) > self.tuning.bestiary.keep_off_aim_cos[FLANKER]
        rows, facing, toward = rows[aimed], facing[aimed], toward[aimed]
        aside = np.stack([-facing[:, 1], facing[:, 0]], axis=1)
        side = np.where(dot(aside, toward) >= 0, np.float32(1), np.float32(-1))
        self.goal[rows] += aside * (side * ASIDE)[:, None]

    def _lurk(self, mind: Part, drive: Part, way: Vec, far: Num, tick: int) -> None:
        """Wait, leap, and from then on hunt."""
        who = (self.sort == LURKER).nonzero()[0]
        if not len(who):
            return
        beasts, rows = self.tuning.bestiary, self.rows[who]
        watched = dot(self.facing[who], -way[who])
        trigger = np.where(watched < 0, beasts.trigger_back[LURKER], beasts.trigger[LURKER])
        near = far[who] <= trigger
        leaps = rows[self.sees[who] & self.straight[who] & near & (mind.ready_at[rows] <= tick)]
        drive.act[leaps] = LUNGE
        mind.leg[leaps] = 1
        mind.ready_at[leaps] = tick + ticks(LUNGE_AGAIN_S)
        held = (watched >= self.beam[who]) & ~near
        self.speed[who[(mind.leg[rows] == 0) | held]] = 0

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
