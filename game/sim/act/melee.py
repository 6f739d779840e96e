"""Blows land.

Rules
  1. A blow counts while its deed is active and until it has landed. It hits whom its side harms, within
     reach (centre to centre) and arc, with no wall between.
  2. People hit everybody in the arc at once; the dead, and whoever leaps, only the nearest.
  3. From behind, people hit harder.
  4. A blow that hits nobody and runs into a shut door strikes the door.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import All, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.act.blows import Blows, around
from game.sim.components import Act, Actor, Arms, Body, Deed, Flag, Health, Num, Sort, Stage, Vec
from game.sim.doorways import NO_DOOR, Doorways, hung, struck
from game.sim.happenings import DoorHit, Heard, Hit, Noise
from game.sim.maths import dot, unit
from game.sim.resources import Ground
from game.sim.sides import HARMS
from game.sim.trace import is_clear

Rows = NDArray[np.intp]
NEAR_TILES = 3  # no blow reaches farther
BASH_MARGIN = np.float32(0.3)  # tile; a door is struck by what reaches its face, a body stands a little off


@dataclass(frozen=True)
class Landed:
    """Blows that hit: which of them, the row it hits, and the unit vector between."""

    by: Rows
    on: Rows
    way: Vec


@system
def strike(
    deed: Mut[Deed],
    body: Body,
    actor: Actor,
    health: Health,
    entity: Entity,
    arms: All[Arms],
    ground: Ground,
    tuning: Tuning,
    hit: Emit[Hit],
    noise: Emit[Noise],
) -> None:
    """Let active blows hit."""
    who = _striking(deed, health)
    if not len(who):
        return
    blows = Blows.of(tuning, actor, arms, who)
    landed = _hits(who, deed.aim[who], blows, (body, actor, health), ground)
    if not len(landed.by):
        return
    by = who[landed.by]
    deed.landed[by] = True
    push = blows.get("knock")[landed.by] * np.float32(tuning.melee.shove)
    held = np.where(blows.sort >= Sort.NAMRA.value, blows.weapon, np.uint8(0))[landed.by]
    hit(
        target=entity.id[landed.on],
        source=entity.id[by],
        damage=blows.get("dmg")[landed.by] * _from_behind(landed, body, blows, tuning),
        shove=landed.way * push[:, None],
        weapon=held,
    )
    loud = np.unique(by)
    noise(
        pos=body.pos[loud],
        loudness=tuning.armoury.noise[arms.weapon[loud]],
        heard=Heard.BLOW,
        source=entity.id[loud],
        side=actor.side[loud],
    )


def _striking(deed: Deed, health: Health) -> Rows:
    who = (deed.stage == Stage.ACTIVE.value).nonzero()[0]
    act = deed.act[who]
    blow = (act == Act.STRIKE.value) | (act == Act.LUNGE.value)
    return np.asarray(who[blow & ~deed.landed[who] & (health.hp[who] > 0)])


def _hits(who: Rows, aim: Vec, blows: Blows, bodies: tuple[Body, Actor, Health], ground: Ground) -> Landed:
    """Find whom the blows of ``who`` hit."""
    body, actor, health = bodies
    near = around(body.pos[who], body.pos, ground.shield.shape, NEAR_TILES)
    gap = body.pos.take(near, axis=0) - body.pos[who][:, None, :]
    across, along = gap[:, :, 0], gap[:, :, 1]
    far = np.sqrt(across * across + along * along)
    ahead = across * aim[:, 0, None] + along * aim[:, 1, None]
    can = (
        HARMS[actor.side[who][:, None], actor.side[near][None, :]]
        & (near[None, :] != who[:, None])
        & (health.hp[near] > 0)[None, :]
        & (far <= blows.get("reach")[:, None])
        & (ahead >= far * blows.get("arc_cos")[:, None])
    )
    one, other = can.nonzero()
    if not len(one):
        return Landed(one, other, np.empty((0, 2), np.float32))
    can[one, other] = is_clear(ground.shield, body.pos[who[one]], body.pos[near[other]])
    one, other = (can & _all_or_nearest(can, far, blows.sort >= Sort.SOLDIER.value)).nonzero()
    return Landed(one, near[other], unit(gap[one, other]))


def _all_or_nearest(can: Flag, far: Num, sweeps: Flag) -> Flag:
    """Return the pairs ``(k, m)`` that count: all of those who sweep, the nearest of the others."""
    nearest = np.where(can, far, np.float32(NEAR_TILES * 2)).argmin(axis=1)
    chosen: Flag = np.arange(can.shape[1])[None, :] == nearest[:, None]
    return chosen | sweeps[:, None]


def _from_behind(landed: Landed, body: Body, blows: Blows, tuning: Tuning) -> Num:
    """Return what each blow is multiplied by, ``(k,)``."""
    along = dot(body.heading[landed.on], landed.way) >= np.float32(tuning.melee.back_cos)
    people = blows.sort[landed.by] >= Sort.SOLDIER.value
    return np.where(along & people, np.float32(tuning.melee.back_mult), np.float32(1))


@system
def bash(
    deed: Mut[Deed],
    body: Body,
    actor: Actor,
    health: Health,
    entity: Entity,
    arms: All[Arms],
    world: World,
    ground: Ground,
    doorways: Doorways,
    tuning: Tuning,
    door_hit: Emit[DoorHit],
    noise: Emit[Noise],
) -> None:
    """Let active blows that hit nobody strike the shut door before them."""
    who = _striking(deed, health)
    if not len(who):
        return
    who = who[doorways.are_near(body.pos[who])]
    if not len(who):
        return
    reach = Blows.of(tuning, actor, arms, who).get("reach") + BASH_MARGIN
    door = struck(doorways, ground, body.pos[who], body.pos[who] + unit(deed.aim[who]) * reach[:, None])
    who, door = who[door != NO_DOOR], door[door != NO_DOOR]
    if not len(who):
        return
    deed.landed[who] = True
    blows = Blows.of(tuning, actor, arms, who)
    own = tuning.bestiary.door_dmg[blows.sort]
    beats = np.where(own > 0, own, np.float32(tuning.horde.bash_dmg))
    damage = np.where(blows.sort >= Sort.SOLDIER.value, blows.get("dmg"), beats)
    ids = world.view(Entity).id[hung(world)]
    door_hit(door=ids[door], damage=damage, source=entity.id[who])
    noise(
        pos=doorways.middles[door],
        loudness=tuning.noise.door_bash,
        heard=Heard.DOOR_BASH,
        source=entity.id[who],
        side=actor.side[who],
    )
