"""What players ask for becomes what their bodies want.

Rules
  1. Nothing else enters the simulation. Who sends no intent asks for nothing; the aim stays.
  2. A press is remembered for ``player.buffer_s``, so that one a moment early still counts.
  3. The dead do nothing, and a hero in frenzy does not obey: see ``frenzy``.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from game.data.tuning import Tuning
from game.ecs.column import All, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.buttons import pressed
from game.sim.components import (
    Act,
    Actor,
    Arms,
    Bag,
    Body,
    Button,
    Drive,
    Gait,
    Health,
    Hero,
    Pilot,
    Side,
    Stamina,
    Weapon,
)
from game.sim.happenings import Use
from game.sim.intent import AIM_PER_TILE, MOVE_STEPS, Inbox, Intent
from game.sim.maths import TINY, length
from game.sim.resources import Clock, ticks
from game.sim.traits import Traits

WALK = np.uint8(Gait.WALK)


@system
def take_intents(pilot: Mut[Pilot], inbox: Inbox, clock: Clock) -> None:
    """Read this tick's intents, by player slot, and find the presses."""
    given = inbox.intents
    mine = [given[slot] if slot < len(given) else Intent.IDLE for slot in pilot.slot.tolist()]
    _press(pilot, inbox, [int(each.held) for each in mine])
    for row, each in enumerate(mine):  # players are few: plain numbers cost a tenth of arrays so short
        x, y = each.move
        pilot.move[row] = _unit(x, y) if x * x + y * y > MOVE_STEPS**2 else (x / MOVE_STEPS, y / MOVE_STEPS)
        x, y = each.aim
        if x or y:
            pilot.aim[row], pilot.reach[row] = _unit(x, y), math.sqrt(x * x + y * y) / AIM_PER_TILE
    if inbox.presses(Button.DODGE):
        pilot.dodge_asked[pressed(pilot, Button.DODGE)] = clock.tick
    if inbox.presses(Button.ATTACK):
        pilot.attack_asked[pressed(pilot, Button.ATTACK)] = clock.tick


def _unit(x: int, y: int) -> tuple[float, float]:
    """Return a direction at length 1."""
    far = math.sqrt(x * x + y * y)
    return x / far, y / far


def _press(pilot: Pilot, inbox: Inbox, held: list[int]) -> None:
    """Note the buttons that are down, and which of them went down now."""
    inbox.held = inbox.pressed = 0
    for now, before in zip(held, pilot.held.tolist(), strict=True):
        inbox.held |= now
        inbox.pressed |= now & ~before
    pilot.before = pilot.held
    pilot.held[...] = held


@system
def wish(
    drive: Mut[Drive],
    pilot: Pilot,
    stamina: Stamina,
    actor: Actor,
    arms: Arms,
    health: Health,
    inbox: Inbox,
    clock: Clock,
    tuning: Tuning,
    traits: Traits,
) -> None:
    """Turn stick and buttons into the speed, gait and deed wanted."""
    asked = clock.tick - pilot.attack_asked <= ticks(tuning.player.buffer_s)
    drive.aim = drive.face = pilot.aim
    rows = zip(actor.sort.tolist(), pilot.held.tolist(), arms.weapon.tolist(), strict=True)
    for row, (sort, held, weapon) in enumerate(rows):  # players are few: plain numbers, as above
        lives = bool(health.hp[row] > 0)
        x, y = pilot.move[row].tolist() if lives else (0.0, 0.0)
        can_run = bool(stamina.left[row] > 0 and traits.speed[Gait.SPRINT, sort] > 0)
        gait = _gait(held, goes=bool(x or y), can_run=can_run)
        speed = float(traits.speed[gait, sort])
        drive.want[row] = x * speed, y * speed
        drive.gait[row] = gait
        drive.accel[row] = traits.speed[Gait.WALK, sort] / np.float32(tuning.player.accel_s)
        down = held & inbox.pressed & ~int(pilot.before[row])
        shoots = bool(tuning.armoury.pellets[weapon] > 0)
        attacks = bool(asked[row]) or (weapon == Weapon.RIFLE and held & Button.ATTACK != 0)
        drive.act[row] = _deed(down, attacks=attacks, shoots=shoots) if lives else Act.NONE


def _gait(held: int, *, goes: bool, can_run: bool) -> Gait:
    """Return how somebody goes; who sneaks does not sprint."""
    if not goes:
        return Gait.STILL
    if held & Button.SNEAK:
        return Gait.SNEAK
    return Gait.SPRINT if held & Button.SPRINT and can_run else Gait.WALK


def _deed(down: int, *, attacks: bool, shoots: bool) -> Act:
    """Return the deed asked for: the last that was begun wins."""
    if down & Button.THROW:
        return Act.THROW
    if down & Button.RELOAD:
        return Act.RELOAD
    if attacks:
        return Act.SHOOT if shoots else Act.STRIKE
    return Act.NONE


@system
def swap(arms: Mut[Arms], pilot: Pilot, bag: Bag, inbox: Inbox) -> None:
    """Take the next weapon of those carried into the hand; it breaks off a reload."""
    if not inbox.presses(Button.SWAP):
        return
    for row in pressed(pilot, Button.SWAP).nonzero()[0].tolist():
        owned = [Weapon.HANDS, *[w for w, has in _owned(bag, row) if has]]
        held = Weapon(int(arms.weapon[row]))
        arms.weapon[row] = owned[(owned.index(held) + 1) % len(owned)] if held in owned else owned[0]
        arms.reload_until[row] = 0


def _owned(bag: Bag, row: int) -> tuple[tuple[Weapon, Any], ...]:
    return (Weapon.PIPE, bag.has_pipe[row]), (Weapon.PISTOL, bag.has_pistol[row])


@system
def ask_use(pilot: Pilot, body: Body, entity: Entity, health: Health, inbox: Inbox, use: Emit[Use]) -> None:
    """Tell whoever listens that a player reached out a hand."""
    if not inbox.presses(Button.USE):
        return
    who = (pressed(pilot, Button.USE) & (health.hp > 0)).nonzero()[0]
    use(who=entity.id[who], pos=body.pos[who])


@system
def frenzy(
    drive: Mut[Drive],
    hero: Hero,
    body: Body,
    actor: Actor,
    clock: Clock,
    bodies: All[Body],
    actors: All[Actor],
    healths: All[Health],
    tuning: Tuning,
) -> None:
    """At the end of hunger the hero runs at the nearest of the living, and strikes it."""
    for row in (hero.frenzy_until > clock.tick).nonzero()[0].tolist():
        gap = bodies.pos - body.pos[row]
        far = length(gap)
        prey = (healths.hp > 0) & (actors.side != Side.NONE) & (actors.side != Side.DEAD) & (far > TINY)
        far = np.where(prey, far, np.float32(tuning.motion.frenzy_tiles))
        nearest = int(far.argmin())
        if far[nearest] < np.float32(tuning.motion.frenzy_tiles):
            way = gap[nearest] / far[nearest]
            drive.want[row] = way * tuning.bestiary.run[actor.sort[row]]
            drive.face[row] = drive.aim[row] = way
            drive.act[row] = Act.STRIKE
