"""Companions: half-bies who follow the player, and strike the dead that strike him.

Rules of this module:
- Only those in FOLLOW act; the others stand where the story left them.
- They keep ``company.follow_tiles`` behind the nearest player, out of the way; farther off than
  ``leash_tiles`` they run.
- They never begin a fight. One of the dead that raises its hand against a player or a companion within
  ``defend_tiles`` is gone for.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import (
    COMPANION,
    DEAD,
    PLAYER,
    Act,
    Actor,
    Body,
    Drive,
    Flag,
    Gait,
    Mind,
    Mood,
    Num,
    Senses,
    Stage,
    Vec,
)
from game.sim.maths import length, unit
from game.sim.resource_fields import Fields
from game.sim.resources import Clock, Ground
from game.sim.think.walking import course
from game.sim.turns import company_thinks

Rows = NDArray[np.intp]
FOLLOW = int(Mood.FOLLOW)
CLOSE = np.float32(0.9)
"""Share of the reach at which one strikes."""


@system
def companion_minds(
    mind: Mut[Mind],
    drive: Mut[Drive],
    senses: Senses,
    body: Body,
    actor: Actor,
    clock: Clock,
    ground: Ground,
    fields: Fields,
    tuning: Tuning,
    world: World,
) -> None:
    """Follow, and defend."""
    span, players = world.span(COMPANION), world.span(PLAYER)
    count = span.stop - span.start
    if not company_thinks(clock.tick) or not count or players.stop == players.start:
        return
    assert len(senses.detect) == len(mind.mood)
    rows = (mind.mood[:count] == FOLLOW).nonzero()[0]
    if not len(rows):
        return
    pos, sort = body.pos[rows], actor.sort[rows]
    goal, speed = _behind(world, pos, sort, tuning)
    fights, foe, far = _attacker(world, pos, tuning)
    mind.foe[rows] = np.where(fights, world.table["Entity.id"][foe], np.int64(-1))
    foe_at = world.table["Body.pos"][foe]
    goal[fights] = foe_at[fights]
    strikes = fights & (far <= tuning.bestiary.reach[sort] * CLOSE)
    speed = np.where(fights, tuning.bestiary.hunt[sort], speed)
    speed[strikes] = 0
    road = course(fields, ground, pos, goal, np.zeros(len(rows), np.bool_), fights, clock.tick)
    drive.want[rows] = road.way * speed[:, None]
    drive.accel[rows] = tuning.bestiary.accel[sort]
    drive.gait[rows] = _gait(speed, tuning.bestiary.walk[sort])
    drive.face[rows] = np.where(fights[:, None], unit(foe_at - pos), drive.want[rows])
    drive.face[rows] = unit(drive.face[rows])
    drive.aim[rows] = unit(foe_at - pos)
    drive.act[rows] = np.where(strikes, np.uint8(Act.STRIKE), np.uint8(Act.NONE))


def _gait(speed: Num, walk: Num) -> NDArray[np.uint8]:
    moving = np.where(speed > walk, np.uint8(Gait.SPRINT), np.uint8(Gait.WALK))
    return np.where(speed > 0, moving, np.uint8(Gait.STILL))


def _behind(world: World, pos: Vec, sort: NDArray[np.uint8], tuning: Tuning) -> tuple[Vec, Num]:
    """Return where each should be, behind the nearest player, and how fast to go there."""
    players = world.view(Body, world.span(PLAYER))
    gap = players.pos[None, :, :] - pos[:, None, :]
    far = length(gap.reshape(-1, 2)).reshape(gap.shape[:2])
    leader = far.argmin(axis=1)
    near, wide = tuning.company.follow_tiles
    away = far[np.arange(len(pos)), leader]
    middle = np.float32((near + wide) / 2)
    goal = players.pos[leader] - players.heading[leader] * middle
    goal = np.where((away > np.float32(wide) * 2)[:, None], players.pos[leader], goal)
    run, haste = tuning.bestiary.run[sort], np.maximum(away / np.float32(wide), np.float32(1))
    left_behind = away > np.float32(tuning.company.leash_tiles)
    pace = np.where(left_behind, run, np.minimum(run, tuning.bestiary.walk[sort] * haste))
    stays = (away <= np.float32(wide)) & (away >= np.float32(near) * np.float32(0.5))
    return goal.astype(np.float32), np.where(stays, np.float32(0), pace)


def _attacker(world: World, pos: Vec, tuning: Tuning) -> tuple[Flag, Rows, Num]:
    """Return who has somebody to strike, the nearest attacker's row, and how far it is."""
    dead, table = world.span(DEAD), world.table
    raised = table["Deed.stage"][dead] != Stage.NONE
    raised &= np.isin(table["Deed.act"][dead], (Act.STRIKE, Act.LUNGE))
    attackers = np.flatnonzero(raised) + dead.start
    none = np.zeros(len(pos), np.intp)
    if not len(attackers):
        return none.astype(np.bool_), none, np.full(len(pos), np.inf, np.float32)
    gap = table["Body.pos"][attackers][None, :, :] - pos[:, None, :]
    far = length(gap.reshape(-1, 2)).reshape(gap.shape[:2])
    best = far.argmin(axis=1)
    away = far[np.arange(len(pos)), best]
    return away <= np.float32(tuning.company.defend_tiles), attackers[best], away
