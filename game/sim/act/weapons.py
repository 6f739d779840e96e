"""Shooting, reloading, throwing.

Rules
  1. A shot leaves the body's centre along the aim, off by a part of the spread; fire opens the spread,
     time closes it. All chance is drawn from the stream "spread".
  2. An empty magazine is changed by itself if there is another; a shotgun takes shell by shell.
  3. A bottle flies to the point aimed at, no farther than the arm throws.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.act.aiming import bent
from game.sim.act.blows import Blows
from game.sim.components import (
    LIVING,
    SHOT,
    Act,
    Actor,
    Arms,
    Bag,
    Body,
    Deed,
    Drive,
    Flag,
    Flight,
    Gait,
    Health,
    Num,
    Pilot,
    Stage,
    Vec,
    Weapon,
)
from game.sim.happenings import Fired, Heard, Noise
from game.sim.maths import TINY, length, unit
from game.sim.resources import DT, TICKS_PER_SECOND, Clock, Ground, Random, ticks

Rows = NDArray[np.intp]


@system
def shoot(
    arms: Mut[Arms],
    deed: Mut[Deed],
    drive: Drive,
    body: Body,
    actor: Actor,
    health: Health,
    entity: Entity,
    clock: Clock,
    chance: Random,
    ground: Ground,
    tuning: Tuning,
    rules: Rules,
    world: World,
    fired: Emit[Fired],
    noise: Emit[Noise],
) -> None:
    """Fire the shots asked for."""
    armoury, shooting, now = tuning.armoury, tuning.shooting, clock.tick
    arms.bloom = np.maximum(arms.bloom - DT / np.float32(shooting.bloom_close_s), 0)
    if not (drive.act == Act.SHOOT.value).any():
        return
    who = (_can_shoot(arms, deed, drive, health, tuning, now) & (arms.loaded > 0)).nonzero()[0]
    if not len(who):
        return
    weapon = arms.weapon[who]
    low, high = armoury.spread_min[weapon], armoury.spread_max[weapon]
    # of each pellet, the place in ``who`` of whoever fires it
    shooter = np.arange(len(who)).repeat(armoury.pellets[weapon].astype(np.intp))
    shots, spread = who[shooter], (low + (high - low) * arms.bloom[who])[shooter]
    aim = unit(drive.aim[who])
    if rules.assist.aim:
        live = world.rows(*LIVING)
        targets = world.view(Body, live), world.view(Actor, live), world.view(Health, live)
        aim = bent(aim, who, (body, actor, health), targets, ground, tuning.assist.aim_cos)
    way = scattered(aim[shooter], spread, chance["spread"])
    damage = Blows(tuning, actor.sort, arms.weapon).get("dmg")[shots]
    send(world, (body.pos[shots], way), arms.weapon[shots], entity.id[shots], actor.side[shots], damage)
    arms.loaded[who] -= 1
    arms.burst_left[who] = np.maximum(arms.burst_left[who] - 1, 0)
    arms.bloom[who] = np.minimum(arms.bloom[who] + np.float32(shooting.bloom_shot), 1)
    pause = np.ceil(TICKS_PER_SECOND / armoury.per_s[weapon] - np.float32(1e-3)).astype(np.int32)
    arms.ready_at[who] = now + pause
    deed.act[who], deed.stage[who], deed.stage_until[who] = Act.SHOOT, Stage.RECOVER, now + pause
    fired(who=entity.id[who], pos=body.pos[who], way=aim, weapon=weapon)
    loud = armoury.noise[weapon]
    noise(pos=body.pos[who], loudness=loud, heard=Heard.GUNSHOT, source=entity.id[who], side=actor.side[who])


def _can_shoot(arms: Arms, deed: Deed, drive: Drive, health: Health, tuning: Tuning, now: int) -> Flag:
    """Return who asks for a shot and has both hands free for it, ``(n,)``."""
    hands = ((deed.stage == Stage.NONE.value) | (deed.act == Act.SHOOT.value)) & (now >= arms.reload_until)
    asks = (drive.act == Act.SHOOT.value) & (tuning.armoury.pellets[arms.weapon] > 0)
    ready = (now >= arms.ready_at) & (health.hp > 0) & (drive.gait != Gait.DODGE.value)
    can: Flag = hands & asks & ready & (length(drive.aim) > TINY)
    return can


def scattered(aim: Vec, spread: Num, rng: np.random.Generator) -> Vec:
    """Turn unit vectors ``(k, 2)`` aside by up to ``spread (k,)``, a sine, either way."""
    sine = (rng.random(len(aim)).astype(np.float32) * 2 - 1) * spread
    cosine = np.sqrt(np.float32(1) - sine * sine)
    aside = np.stack([-aim[:, 1], aim[:, 0]], axis=1)
    turned: Vec = aim * cosine[:, None] + aside * sine[:, None]
    return turned


def send(
    world: World,
    path: tuple[Vec, Vec],
    weapon: NDArray[np.uint8],
    source: NDArray[np.int64],
    side: NDArray[np.uint8],
    damage: Num,
) -> None:
    """Let shots fly: ``path`` is where from and which way, ``(k, 2)`` each."""
    tuning, now = world.resource(Tuning), world.resource(Clock).tick
    pos, way = path
    speed = tuning.armoury.speed[weapon]
    life = np.ceil(np.float32(tuning.shooting.bullet_tiles * TICKS_PER_SECOND) / speed).astype(np.int32)
    world.spawn_many(
        SHOT,
        len(pos),
        Body(pos=pos, was=pos, vel=way * speed[:, None], heading=way, radius=0),
        Flight(weapon=weapon, source=source, side=side, damage=damage, until=now + life),
    )


@system
def reload(
    arms: Mut[Arms],
    drive: Drive,
    body: Body,
    actor: Actor,
    entity: Entity,
    clock: Clock,
    tuning: Tuning,
    noise: Emit[Noise],
) -> None:
    """Begin reloads asked for or needed, and finish those that are due."""
    armoury, now = tuning.armoury, clock.tick
    done = (arms.reload_until == now) & (now > 0)
    if not (done | _asks_reload(arms, drive)).any():
        return
    most = armoury.mag[arms.weapon].astype(np.int16)
    single = arms.weapon == Weapon.SHOTGUN.value
    room = np.minimum(most - arms.loaded, arms.spare)
    moved = np.where(done, np.where(single, np.minimum(room, 1), room), 0)
    arms.loaded += moved
    arms.spare -= moved
    wants = _asks_reload(arms, drive) | (done & single)
    can = wants & (now >= arms.reload_until) & (arms.loaded < most) & (arms.spare > 0)
    starts = can.nonzero()[0]
    lasts = np.ceil(armoury.reload_s[arms.weapon[starts]] * TICKS_PER_SECOND).astype(np.int32)
    arms.reload_until[starts] = now + lasts
    noise(
        pos=body.pos[starts],
        loudness=tuning.noise.reload,
        heard=Heard.HANDS,
        source=entity.id[starts],
        side=actor.side[starts],
    )


def _asks_reload(arms: Arms, drive: Drive) -> Flag:
    """Return who asks for a reload, or for a shot with nothing loaded, ``(n,)``."""
    empty = (arms.loaded == 0) & (drive.act == Act.SHOOT.value)
    return np.asarray((drive.act == Act.RELOAD.value) | empty)


@system
def throw(
    deed: Mut[Deed],
    bag: Mut[Bag],
    pilot: Pilot,
    body: Body,
    actor: Actor,
    entity: Entity,
    clock: Clock,
    tuning: Tuning,
    world: World,
) -> None:
    """Let go of the bottles whose throw has come to its end."""
    armoury = tuning.armoury
    active = (deed.act == Act.THROW.value) & (deed.stage == Stage.ACTIVE.value) & ~deed.landed
    if not active.any():
        return
    who = (active & (bag.bottles > 0)).nonzero()[0]
    deed.landed[active] = True
    bag.bottles[who] -= 1
    far = np.clip(pilot.reach[who], tuning.shooting.throw_least, armoury.reach[Weapon.BOTTLE])
    way, speed = unit(deed.aim[who]), armoury.speed[Weapon.BOTTLE]
    if len(who):
        world.spawn_many(
            SHOT,
            len(who),
            Body(pos=body.pos[who], was=body.pos[who], vel=way * speed, heading=way, radius=0),
            Flight(
                weapon=Weapon.BOTTLE,
                source=entity.id[who],
                side=actor.side[who],
                damage=armoury.dmg[Weapon.BOTTLE],
                until=clock.tick + ticks(float(armoury.reach[Weapon.BOTTLE] / speed)) + 1,
                target=body.pos[who] + way * far[:, None],
            ),
        )
