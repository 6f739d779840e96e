"""Hits become wounds.

Rules
  1. Who is immune is not hit at all. A player takes only the worst hit of a tick, is immune for
     ``player.hurt_iframes_s`` then, and is hurt as much as the difficulty says. Others take all of it.
  2. A hit pushes. If it is hard enough for whom it hits (``stagger_at``; 0 is any hit) it also breaks
     off the deed under way, but never a hero's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit, Read
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.components import Act, Actor, Body, Deed, Flag, Health, Num, Sort, Stage, Vec
from game.sim.happenings import Hit, Screech, Wound
from game.sim.maths import limit, unit
from game.sim.resources import TICKS_PER_SECOND, Clock, Story, ticks
from game.sim.timing import ROUNDING

FASTEST_SHOVE = np.float32(14)  # tile/s; a body must stay under a cell a tick


@dataclass(frozen=True)
class Hits:
    """Hits on rows of the living.

    Attributes:
        row: ``(k,)`` who is hit.
        damage: ``(k,)`` HP.
        shove: ``(k, 2)`` tile/s.
        source: ``(k,)`` id.
        weapon: ``(k,)``.
    """

    row: NDArray[np.intp]
    damage: Num
    shove: Vec
    source: NDArray[np.int64]
    weapon: NDArray[np.uint8]

    def only(self, keep: Flag) -> Hits:
        """Drop the others."""
        return Hits(*(part[keep] for part in vars(self).values()))


@system
def wound(
    health: Mut[Health],
    body: Mut[Body],
    deed: Mut[Deed],
    actor: Actor,
    entity: Entity,
    hits: Read[Hit],
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
    story: Story,
    world: World,
    wounds: Emit[Wound],
    screech: Emit[Screech],
) -> None:
    """Settle the hits told this tick."""
    if not len(hits):
        return
    count, now = len(health.hp), clock.tick
    struck = _struck(hits, world, count)
    struck = struck.only((now >= health.immune_until[struck.row]) & (health.hp[struck.row] > 0))
    if not len(struck.row):
        return
    mine = actor.sort[struck.row] >= Sort.NAMRA.value
    if mine.any():
        eased = np.float32(rules.damage * rules.let_through(story.deaths))
        struck.damage[mine] *= eased
        struck = struck.only(~mine | _worst(struck, count))
    hurt = np.bincount(struck.row, minlength=count).nonzero()[0]
    lost = np.bincount(struck.row, struck.damage, count)[hurt].astype(np.float32)
    health.hp[hurt] = np.maximum(health.hp[hurt] - lost, 0)
    health.hurt_at[hurt] = now
    health.hurt_by[struck.row] = struck.source
    players = actor.sort[hurt] >= Sort.NAMRA.value
    health.immune_until[hurt[players]] = now + ticks(tuning.player.hurt_iframes_s)
    push = np.empty((len(hurt), 2), np.float32)
    for axis in (0, 1):
        push[:, axis] = np.bincount(struck.row, struck.shove[:, axis], count)[hurt]
    body.shove[hurt] = limit(body.shove[hurt] + push, FASTEST_SHOVE)
    wounds(
        who=entity.id[struck.row],
        pos=body.pos[struck.row],
        way=unit(struck.shove),
        damage=struck.damage,
        weapon=struck.weapon,
    )
    broken = hurt[~players & (lost >= tuning.bestiary.stagger_at[actor.sort[hurt]])]
    cut = _break_off(deed, broken, tuning.bestiary.recover_s, actor, now)
    if len(cut):
        screech(who=entity.id[cut], pos=body.pos[cut], stage=Stage.NONE)


def _struck(hits: Hit, world: World, count: int) -> Hits:
    """Resolve who is hit; whoever is gone is no longer hit."""
    rows, alive = world.resolve(hits.target)
    there = alive & (rows < count)  # whoever lives is at the head of the table
    return Hits(rows, hits.damage, hits.shove, hits.source, hits.weapon).only(there)


def _worst(hits: Hits, count: int) -> Any:
    """Return which hit is the hardest on its row, the first of equals, ``(k,)``."""
    worst = np.zeros(count, np.float32)
    np.maximum.at(worst, hits.row, hits.damage)
    top = np.flatnonzero(hits.damage >= worst[hits.row])
    first = np.zeros(len(hits.row), np.bool_)
    first[top[np.unique(hits.row[top], return_index=True)[1]]] = True
    return first


def _break_off(deed: Deed, who: NDArray[np.intp], recover_s: Num, actor: Actor, now: int) -> NDArray[np.intp]:
    """Break off the deeds of rows ``who``; return those whose screech was cut off."""
    busy = who[(deed.stage[who] == Stage.WINDUP.value) | (deed.stage[who] == Stage.ACTIVE.value)]
    cries = (deed.act[busy] == Act.SCREECH.value) & (deed.stage[busy] == Stage.WINDUP.value)
    cut: NDArray[np.intp] = busy[cries]
    deed.stage[busy] = Stage.RECOVER
    lasts = np.ceil(recover_s[actor.sort[busy]] * TICKS_PER_SECOND - ROUNDING)
    deed.stage_until[busy] = now + lasts.astype(np.int32)
    return cut
