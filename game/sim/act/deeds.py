"""Deeds run their course: a warning, then they count, then they are paid for.

Rules
  1. A deed asked for begins when none is under way: strike, lunge, throw, screech. Shots need no stages.
  2. While it warns it follows the aim, until ``melee.lock_share`` of the warning is over: who steps
     aside after that is missed.
  3. A screech is told when it begins and when it completes; what cuts it off is a wound (settle).
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Tuning
from game.ecs.column import All, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.act.blows import Blows
from game.sim.components import Act, Actor, Arms, Bag, Body, Deed, Drive, Flag, Gait, Health, Int, Stage
from game.sim.happenings import Heard, Noise, Screech
from game.sim.maths import TINY, length
from game.sim.resources import Clock


@system
def deeds(
    deed: Mut[Deed],
    drive: Drive,
    actor: Actor,
    health: Health,
    body: Body,
    entity: Entity,
    arms: All[Arms],
    bags: All[Bag],
    clock: Clock,
    tuning: Tuning,
    noise: Emit[Noise],
    screech: Emit[Screech],
) -> None:
    """Begin the deeds asked for, and move those under way to their next stage."""
    count, now = len(deed.act), clock.tick
    blows = Blows(tuning, actor.sort, arms.weapon[:count])  # whoever lives is at the head of the table
    _advance(deed, blows, now)
    free = (deed.stage == Stage.NONE) & (health.hp > 0) & (drive.gait != Gait.DODGE)
    starts = np.flatnonzero(free & _can(drive.act, blows, bags.bottles[:count]))
    lasts = Blows(tuning, actor.sort[starts], blows.weapon[starts]).stage_ticks(drive.act[starts])
    deed.act[starts] = drive.act[starts]
    deed.stage[starts] = Stage.WINDUP
    deed.stage_until[starts] = now + lasts[0]
    deed.landed[starts] = False
    deed.aim[starts] = drive.aim[starts]
    _follow(deed, drive, blows, tuning.melee.lock_share, now)
    cries = np.flatnonzero((deed.act == Act.SCREECH) & (deed.stage == Stage.ACTIVE) & ~deed.landed)
    deed.landed[cries] = True
    begun = starts[deed.act[starts] == Act.SCREECH]
    for who, stage in ((begun, Stage.WINDUP), (cries, Stage.ACTIVE)):
        screech(who=entity.id[who], pos=body.pos[who], stage=stage)
    noise(
        pos=body.pos[cries],
        loudness=tuning.noise.screech,
        heard=Heard.SCREECH,
        source=entity.id[cries],
        side=actor.side[cries],
    )


def _advance(deed: Deed, blows: Blows, now: int) -> None:
    """Move the deeds whose stage is over to the next one; the last stage frees the hands."""
    over = np.flatnonzero((deed.stage != Stage.NONE) & (now >= deed.stage_until))
    if not len(over):
        return
    sort, weapon, act = blows.sort[over], blows.weapon[over], deed.act[over]
    lasts = Blows(blows.tuning, sort, weapon).stage_ticks(act)
    after = (deed.stage[over] + 1) % len(Stage)
    deed.stage[over] = after
    length_of_stage = lasts[np.maximum(after, 1).astype(np.intp) - 1, np.arange(len(over))]
    deed.stage_until[over] = now + length_of_stage
    deed.act[over] = np.where(after == Stage.NONE, np.uint8(Act.NONE), act)


def _can(act: Int, blows: Blows, bottles: Int) -> Flag:
    """Return who has what the deed asked for takes."""
    beasts = blows.tuning.bestiary
    strikes = (act == Act.STRIKE) & (blows.get("reach") > 0)
    lunges = (act == Act.LUNGE) & ((beasts.pounce_s + beasts.charge_s)[blows.sort] > 0)
    throws = (act == Act.THROW) & (bottles > 0)
    cries = (act == Act.SCREECH) & (beasts.screech_windup_s[blows.sort] > 0)
    can: Flag = strikes | lunges | throws | cries
    return can


def _follow(deed: Deed, drive: Drive, blows: Blows, lock_share: float, now: int) -> None:
    """Turn the warning blows with the aim until they are locked."""
    warns = np.flatnonzero(deed.stage == Stage.WINDUP)
    if not len(warns):
        return
    lasts = Blows(blows.tuning, blows.sort[warns], blows.weapon[warns]).stage_ticks(deed.act[warns])[0]
    left = deed.stage_until[warns] - now
    turns = (left > lasts * (1 - lock_share)) & (length(drive.aim[warns]) > TINY)
    deed.aim[warns[turns]] = drive.aim[warns[turns]]
