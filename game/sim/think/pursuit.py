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
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.world import World
from game.sim.components import DEAD, Act, Flag, Ids, Num, Sort, Vec
from game.sim.maths import dot, length, unit
from game.sim.resource_sight import BITS, Sights
from game.sim.resources import ticks
from game.sim.think.walking import Part

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
    tile = pos.astype(np.int32)
    free = sights.straight[tile[:, 1], tile[:, 0]]
    bit = np.minimum(foe, BITS - 1).astype(np.uint64)
    straight: Flag = (free >> bit & np.uint64(1)).astype(np.bool_) & alive & (foe < BITS)
    return straight


@dataclass
class Pursuit:
    """What the hunters of this turn can tell about whom they see.

    Attributes:
        straight: ``(k,)`` whether one may walk straight to the foe.
        facing: ``(k, 2)`` the foe's heading, zero when it is not seen.
        beam: ``(k,)`` the cosine half-width of a foe's lit torch, 2 when it has none.
        tuning: constants.
    """

    straight: Flag
    facing: Vec
    beam: Num
    tuning: Tuning

    @classmethod
    def of(cls, world: World, sights: Sights, tuning: Tuning, turn: slice) -> Pursuit:
        """Look at the foes seen by the dead whose turn it is."""
        table, span = world.table, world.span(DEAD)
        seen = table["Senses.seen"][span][turn]
        foe, alive = world.resolve(seen)
        straight = straight_to(world, sights, seen, table["Body.pos"][span][turn])
        facing = np.where(alive[:, None], table["Body.heading"][foe], np.float32(0))
        lit = alive & table["Lamp.is_on"][foe]
        return cls(straight, facing, np.where(lit, table["Lamp.spread"][foe], np.float32(2)), tuning)

    def plan(
        self,
        senses: Part,
        mind: Part,
        body: Part,
        drive: Part,
        sort: NDArray[Any],
        hunts: Flag,
        goal: Vec,
        speed: Num,
        tick: int,
    ) -> None:
        """Change goals and speeds of the hunters, and ask for blows and calls, in place."""
        beasts = self.tuning.bestiary
        away = senses.spot - body.pos
        far = length(away)
        sees = hunts & (senses.seen >= 0)
        strikes = sees & (beasts.dmg[sort] > 0) & (far <= beasts.reach[sort] * CLOSE)
        drive.act[strikes] = Act.STRIKE
        drive.aim[hunts] = unit(away)[hunts]
        speed[strikes] = 0
        self._flank(sees & (sort == Sort.FLANKER), away, far, goal)
        self._lurk(hunts & (sort == Sort.LURKER), mind, drive, away, far, speed, tick, sees)
        self._charge(sees & (sort == Sort.BRUTE) & ~strikes, mind, drive, far, tick)
        self._call(hunts & (sort == Sort.SCREAMER), sees, mind, drive, body, away, far, goal, speed, tick)

    def _flank(self, who: Flag, away: Vec, far: Num, goal: Vec) -> None:
        """Come from outside the foe's aim."""
        toward = -unit(away)
        aimed = dot(self.facing, toward) > self.tuning.bestiary.keep_off_aim_cos[Sort.FLANKER]
        rows = np.flatnonzero(who & aimed & (far > FLANK_FROM) & (far < FLANK_TO) & self.straight)
        if not len(rows):
            return
        aside = np.stack([-self.facing[rows, 1], self.facing[rows, 0]], axis=1)
        side = np.where(dot(aside, toward[rows]) >= 0, np.float32(1), np.float32(-1))
        goal[rows] += aside * (side * ASIDE)[:, None]
        self.straight[rows] = True

    def _lurk(
        self, who: Flag, mind: Part, drive: Part, away: Vec, far: Num, speed: Num, tick: int, sees: Flag
    ) -> None:
        """Wait, leap, and from then on hunt."""
        if not who.any():
            return
        beasts = self.tuning.bestiary
        watched = dot(self.facing, -unit(away))
        trigger = np.where(watched < 0, beasts.trigger_back[Sort.LURKER], beasts.trigger[Sort.LURKER])
        leaps = who & sees & self.straight & (far <= trigger) & (mind.ready_at <= tick)
        drive.act[leaps] = Act.LUNGE
        mind.leg[leaps] = 1
        mind.ready_at[leaps] = tick + ticks(LUNGE_AGAIN_S)
        held = who & (watched >= self.beam) & (far > trigger)
        speed[who & ((mind.leg == 0) | held)] = 0

    def _charge(self, who: Flag, mind: Part, drive: Part, far: Num, tick: int) -> None:
        """Run them down."""
        goes = who & self.straight & (far >= CHARGE_FROM) & (far <= CHARGE_TO) & (mind.ready_at <= tick)
        drive.act[goes] = Act.LUNGE
        mind.ready_at[goes] = tick + ticks(LUNGE_AGAIN_S)

    def _call(
        self,
        who: Flag,
        sees: Flag,
        mind: Part,
        drive: Part,
        body: Part,
        away: Vec,
        far: Num,
        goal: Vec,
        speed: Num,
        tick: int,
    ) -> None:
        """Keep the distance; call from it."""
        if not who.any():
            return
        beasts, caller = self.tuning.bestiary, Sort.SCREAMER
        close, wide = far < beasts.keep_min[caller], far > beasts.keep_max[caller]
        back = who & sees & close
        goal[back] = (body.pos - unit(away) * np.float32(3))[back]
        self.straight[back] = True
        speed[who & sees & ~close & ~wide] = 0
        calls = who & sees & ~wide & (mind.ready_at <= tick)
        drive.act[calls] = Act.SCREECH
        speed[calls] = 0
        mind.ready_at[calls] = tick + ticks(float(beasts.screech_cd_s[caller]))
