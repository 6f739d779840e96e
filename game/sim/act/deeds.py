"""Deeds run their course: a warning, then they count, then they are paid for.

Rules
  1. A deed asked for begins when none is under way: strike, lunge, throw, screech. Shots need no stages.
  2. While it warns it follows the aim, until ``melee.lock_share`` of the warning is over: who steps
     aside after that is missed.
  3. A screech is told when it begins and when it completes; what cuts it off is a wound (settle).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import All, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Act, Actor, Arms, Bag, Body, Deed, Drive, Gait, Health, Stage
from game.sim.happenings import Heard, Noise, Screech
from game.sim.maths import TINY, length
from game.sim.resources import Clock
from game.sim.timing import Timing

Rows = NDArray[np.intp]


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
    timing: Timing,
    noise: Emit[Noise],
    screech: Emit[Screech],
) -> None:
    """Begin the deeds asked for, and move those under way to their next stage."""
    _advance(deed, actor, arms, timing, clock.tick)
    starts = _starting(deed, drive, actor, health, (arms, bags), timing)
    if len(starts):
        deed.act[starts] = drive.act[starts]
        deed.stage[starts] = Stage.WINDUP
        lasts = timing.ticks(actor.sort[starts], arms.weapon[starts], deed.act[starts])
        deed.stage_until[starts] = clock.tick + lasts[:, 0]
        deed.landed[starts] = False
        deed.aim[starts] = drive.aim[starts]
    _follow(deed, drive, actor, arms, timing, tuning.melee.lock_share, clock.tick)
    begun = starts[deed.act[starts] == Act.SCREECH.value]
    cries = (deed.act == Act.SCREECH.value).nonzero()[0]
    cries = cries[(deed.stage[cries] == Stage.ACTIVE.value) & ~deed.landed[cries]]
    if not (len(begun) or len(cries)):
        return
    deed.landed[cries] = True
    for who, stage in ((begun, Stage.WINDUP), (cries, Stage.ACTIVE)):
        screech(who=entity.id[who], pos=body.pos[who], stage=stage)
    noise(
        pos=body.pos[cries],
        loudness=tuning.noise.screech,
        heard=Heard.SCREECH,
        source=entity.id[cries],
        side=actor.side[cries],
    )


def _advance(deed: Deed, actor: Actor, arms: Arms, timing: Timing, now: int) -> None:
    """Move the deeds whose stage is over to the next one; the last stage frees the hands."""
    busy = deed.stage.nonzero()[0]
    over = busy[now >= deed.stage_until[busy]]
    if not len(over):
        return
    lasts = timing.ticks(actor.sort[over], arms.weapon[over], deed.act[over])
    after = (deed.stage[over] + 1) % len(Stage)
    deed.stage[over] = after
    deed.stage_until[over] = now + lasts[np.arange(len(over)), np.maximum(after, 1).astype(np.intp) - 1]
    deed.act[over[after == Stage.NONE.value]] = Act.NONE


def _starting(
    deed: Deed, drive: Drive, actor: Actor, health: Health, has: tuple[Arms, Bag], timing: Timing
) -> Rows:
    """Return who begins a deed: hands free, and what it takes at hand."""
    who, (arms, bags) = drive.act.nonzero()[0], has
    who = who[deed.stage[who] == Stage.NONE.value]
    if not len(who):
        return np.asarray(who)
    who = who[(health.hp[who] > 0) & (drive.gait[who] != Gait.DODGE.value)]
    act = drive.act[who]
    at_hand = (act != Act.THROW.value) | (bags.bottles[who] > 0)
    return np.asarray(who[timing.can(actor.sort[who], arms.weapon[who], act) & at_hand])


def _follow(
    deed: Deed, drive: Drive, actor: Actor, arms: Arms, timing: Timing, lock_share: float, now: int
) -> None:
    """Turn the warning blows with the aim until they are locked."""
    warns = (deed.stage == Stage.WINDUP.value).nonzero()[0]
    if not len(warns):
        return
    lasts = timing.ticks(actor.sort[warns], arms.weapon[warns], deed.act[warns])[:, 0]
    left = deed.stage_until[warns] - now
    turns = (left > lasts * (1 - lock_share)) & (length(drive.aim[warns]) > TINY)
    deed.aim[warns[turns]] = drive.aim[warns[turns]]
