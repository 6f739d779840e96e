"""Su-hyeok's momentum; leaps over nothing, vaults over what is low, and the edges others stop at.

Rules
  1. Running gathers momentum; a walk keeps it, anything slower loses it at once. While it is full he is
     faster, and running costs him no breath.
  2. With full momentum a dodge is a leap: a fixed way at the speed he has, over nothing and over whatever
     can be climbed. A wall ends it. ``edges.grace_s`` after the last ground he may still leap.
  3. A hand put on something that can be climbed vaults over it, if there is firm ground behind. Only
     those at home on the roofs do.
  4. In the air nobody steers, and no step is heard. One comes down as loud as a sprint.
  5. Nobody walks, nor is pressed by a crowd, over an edge or a ledge: who goes over was shoved, leapt, or
     is a hero. Nobody at all goes up a ledge; it ends a leap as a wall does.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.enums import Hero
from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.act.legs import UNBOUNDED
from game.sim.buttons import pressed
from game.sim.components import (
    NEVER,
    Act,
    Actor,
    Body,
    Button,
    Deed,
    Drive,
    Feet,
    Gait,
    Health,
    Pilot,
    Sort,
    Stage,
    Vec,
)
from game.sim.edges import has_edges, over_void, storeys
from game.sim.ground import is_blocked
from game.sim.happenings import Heard, Leapt, Noise
from game.sim.intent import Inbox
from game.sim.maths import length, moves, unit
from game.sim.resources import DT, Clock, Ground, ticks
from game.sim.spawn import unblocked

ON_ROOFS = (Hero.SUHYEOK, Hero.ONJO)
"""Who is at home there, and vaults."""
STEP = 0.125
"""How closely the way of a vault is looked at, tile: half a cell."""


@system
def run_up(
    feet: Mut[Feet], drive: Mut[Drive], body: Body, health: Health, level: Level, tuning: Tuning
) -> None:
    """Gather momentum and lose it; let who has it all run faster."""
    if level.hero != Hero.SUHYEOK:
        return
    rules = tuning.momentum
    for row in range(len(health.hp)):  # heroes are few: plain numbers
        speed = float(length(body.vel[row : row + 1])[0])
        if speed < rules.keep or health.hp[row] <= 0:
            feet.momentum[row] = 0
        elif drive.gait[row] == Gait.SPRINT.value:
            feet.momentum[row] = min(float(feet.momentum[row] + DT), rules.gain_s)
        if feet.momentum[row] >= rules.gain_s and drive.gait[row] == Gait.SPRINT.value:
            drive.want[row] *= np.float32(rules.bonus)


@system
def leap(
    feet: Mut[Feet],
    pilot: Mut[Pilot],
    drive: Mut[Drive],
    body: Body,
    health: Health,
    entity: Entity,
    inbox: Inbox,
    clock: Clock,
    ground: Ground,
    level: Level,
    tuning: Tuning,
    leapt: Emit[Leapt],
) -> None:
    """Let leaps and vaults begin; who is in the air does not steer."""
    rules, now = tuning.momentum, clock.tick
    if level.hero not in ON_ROOFS and max(feet.lands_at.tolist()) <= now:
        return
    asks = (now - pilot.dodge_asked <= ticks(tuning.player.buffer_s)) & (feet.lands_at <= now)
    for row in (asks & (feet.momentum >= np.float32(rules.gain_s)) & (health.hp > 0)).nonzero()[0].tolist():
        if float(length(body.vel[row : row + 1])[0]) >= rules.leap_at:
            pilot.dodge_asked[row] = NEVER  # this press is used up
            _take_off(feet, row, body.vel[row].copy(), rules.leap_tiles, clock)
            leapt(who=entity.id[row], pos=body.pos[row], is_vault=0)
    if inbox.presses(Button.USE) and level.hero in ON_ROOFS:
        asks = pressed(pilot, Button.USE) & (feet.lands_at <= now)
        for row in (asks & (health.hp > 0)).nonzero()[0].tolist():
            flight, far = _vault(body, pilot, row, (ground, level), tuning)
            if far > 0:
                _take_off(feet, row, flight, far, clock)
                leapt(who=entity.id[row], pos=body.pos[row], is_vault=1)
    flies = feet.lands_at > now
    if flies.any():
        drive.want[flies] = feet.flight[flies]
        drive.accel[flies] = UNBOUNDED
        drive.gait[flies] = Gait.DODGE
        drive.act[flies] = Act.NONE


def _take_off(feet: Feet, row: int, flight: Vec, tiles: float, clock: Clock) -> None:
    """Begin a flight of so many tiles at a speed ``(2,)``, tile/s."""
    feet.flight[row] = flight
    feet.lands_at[row] = clock.after(tiles / float(length(flight[None])[0]))


def _vault(
    body: Body, pilot: Pilot, row: int, place: tuple[Ground, Level], tuning: Tuning
) -> tuple[Vec, float]:
    """Return the speed ``(2,)`` and length of a vault from where somebody stands, tile/s and tile.

    The length is 0 where there is nothing to vault, or no firm ground behind it.
    """
    (ground, level), rules = place, tuning.edges
    asked = pilot.move[row : row + 1]
    way = unit(asked if moves(asked)[0] else pilot.aim[row : row + 1])
    along = body.vel[row] * way[0]
    speed = max(rules.vault_speed, float(along[0] + along[1]))
    far = np.arange(0, rules.vault_tiles + STEP / 2, STEP, dtype=np.float32)
    spots = body.pos[row] + way * far[:, None]
    height, width = level.climb.shape
    x, y = np.clip(np.floor(spots).astype(np.intp), 0, [width - 1, height - 1]).T
    climbs = level.climb[y, x]
    first = int(climbs.argmax())
    behind = (~is_blocked(ground, spots) & ~level.void[y, x] & (np.arange(len(far)) > first)).nonzero()[0]
    shut = (_tall(ground, level)[y, x]).nonzero()[0]
    is_far = not climbs[first] or far[first] > rules.vault_reach or not len(behind)
    if is_far or (len(shut) and shut[0] < behind[0]):
        return way[0], 0.0
    return way[0] * np.float32(speed), float(far[behind[0]])


def _tall(ground: Ground, level: Level) -> NDArray[np.bool_]:
    """Return the tiles nobody passes even in the air, ``(h, w)``."""
    return np.asarray(ground.solid & ~level.climb & ~level.void)


@system
def glide(
    body: Mut[Body],
    feet: Mut[Feet],
    actor: Actor,
    entity: Entity,
    clock: Clock,
    ground: Ground,
    level: Level,
    tuning: Tuning,
    noise: Emit[Noise],
) -> None:
    """Carry on who is in the air, over all but walls; let him land."""
    now = clock.tick
    for row, lands_at in enumerate(feet.lands_at.tolist()):
        if lands_at <= now:
            continue
        there = body.was[row] + feet.flight[row] * DT
        x, y = int(there[0]), int(there[1])
        inside = bool((there >= 0).all()) and x < level.width and y < level.height
        meets = not inside or (ground.solid[y, x] and not level.climb[y, x] and not level.void[y, x])
        meets = meets or bool(storeys(level, body.was[row : row + 1], there[None])[0] < 0)
        body.pos[row] = body.was[row] if meets else there
        body.vel[row] = 0 if meets else feet.flight[row]
        body.shove[row] = 0
        if not meets and lands_at > now + 1:
            continue
        feet.lands_at[row] = now
        body.pos[row] = unblocked(ground, body.pos[row : row + 1])[0]
        if not feet.flight[row].any():  # he lay where he fell, and gets up
            continue
        noise(
            pos=body.pos[row],
            loudness=tuning.noise.sprint,
            heard=Heard.STEP,
            source=entity.id[row],
            side=actor.side[row],
        )


@system
def stop_at_edges(body: Mut[Body], deed: Deed, actor: Actor, level: Level) -> None:
    """Hold back those who would walk over an edge by themselves, on the axis that leads over it."""
    if not has_edges(level):
        return
    goes = _goes_over(body, deed, actor)
    drops = storeys(level, body.was, body.pos)
    minds = (drops < 0) | (~goes & ((drops > 0) | over_void(level, body.pos)))
    if not minds.any():
        return
    for axes in ([0], [1], [0, 1]):  # each axis alone was open: the step was taken along both
        rows = minds.nonzero()[0]
        back = body.pos[rows]
        back[:, axes] = body.was[rows][:, axes]
        firm = (storeys(level, body.was[rows], back) == 0) & (goes[rows] | ~over_void(level, back))
        rows, back = rows[firm], back[firm]
        body.pos[rows], minds[rows] = back, False
        body.vel[np.ix_(rows, axes)] = 0


def _goes_over(body: Body, deed: Deed, actor: Actor) -> NDArray[np.bool_]:
    """Return who is not held back from an edge: heroes, who is shoved, and who leaps at somebody."""
    leaps = (deed.act == Act.LUNGE.value) & (deed.stage == Stage.ACTIVE.value)
    return np.asarray((actor.sort >= Sort.NAMRA.value) | moves(body.shove) | leaps)
