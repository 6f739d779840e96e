"""What players ask for becomes what their bodies want.

Rules
  1. Nothing else enters the simulation. Who sends no intent asks for nothing; the aim stays.
  2. A press is remembered for ``player.buffer_s``, so that one a moment early still counts.
  3. The dead do nothing, and a hero in frenzy does not obey: see ``frenzy``.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.data.tuning import Tuning
from game.ecs.column import All, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.buttons import holds, pressed
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
    Int,
    Pilot,
    Side,
    Stamina,
    Weapon,
)
from game.sim.happenings import Use
from game.sim.intent import AIM_PER_TILE, MOVE_STEPS, Inbox, Intent
from game.sim.maths import TINY, length, limit, unit
from game.sim.resources import Clock, ticks

NEVER = -9999  # tick; a press that was not made, or is used up


@system
def take_intents(pilot: Mut[Pilot], inbox: Inbox, clock: Clock) -> None:
    """Read this tick's intents, by player slot, and find the presses."""
    given = inbox.intents
    mine = [given[slot] if slot < len(given) else Intent.IDLE for slot in pilot.slot.tolist()]
    pilot.before = pilot.held
    pilot.held = np.array([int(each.held) for each in mine], np.uint16)
    stick = np.array([each.move for each in mine], np.float32) / np.float32(MOVE_STEPS)
    pilot.move = limit(stick, np.ones(len(mine), np.float32))
    aim = np.array([each.aim for each in mine], np.float32) / np.float32(AIM_PER_TILE)
    says = length(aim) > TINY
    pilot.aim[says] = unit(aim)[says]
    pilot.reach[says] = length(aim)[says]
    pilot.dodge_asked[pressed(pilot, Button.DODGE)] = clock.tick
    pilot.attack_asked[pressed(pilot, Button.ATTACK)] = clock.tick


@system
def wish(
    drive: Mut[Drive],
    pilot: Pilot,
    stamina: Stamina,
    actor: Actor,
    arms: Arms,
    health: Health,
    clock: Clock,
    tuning: Tuning,
) -> None:
    """Turn stick and buttons into the speed, gait and deed wanted."""
    moves = length(pilot.move) > TINY
    gait = _gait(pilot, stamina, tuning.bestiary.run[actor.sort]) * moves
    beasts, still = tuning.bestiary, np.zeros(len(moves), np.float32)
    speed = np.choose(
        gait, [still, beasts.sneak[actor.sort], beasts.walk[actor.sort], beasts.run[actor.sort]]
    )
    drive.want = pilot.move * speed[:, None]
    drive.gait = gait
    drive.accel = beasts.walk[actor.sort] / np.float32(tuning.player.accel_s)
    drive.aim = pilot.aim
    drive.face = pilot.aim
    drive.act = _act(pilot, arms, clock, tuning)
    gone = health.hp <= 0
    drive.want[gone] = 0
    drive.gait[gone] = Gait.STILL
    drive.act[gone] = Act.NONE


def _gait(pilot: Pilot, stamina: Stamina, run: Any) -> Int:
    sprints = holds(pilot, Button.SPRINT) & (stamina.left > 0) & (run > 0)
    return np.where(holds(pilot, Button.SNEAK), Gait.SNEAK, np.where(sprints, Gait.SPRINT, Gait.WALK)).astype(
        np.uint8
    )


def _act(pilot: Pilot, arms: Arms, clock: Clock, tuning: Tuning) -> Int:
    """Return the deed asked for: the last in the list wins."""
    buffered = clock.tick - pilot.attack_asked <= ticks(tuning.player.buffer_s)
    shoots = tuning.armoury.pellets[arms.weapon] > 0
    automatic = (arms.weapon == Weapon.RIFLE) & holds(pilot, Button.ATTACK)
    attacks = buffered | automatic
    asked = (
        (attacks & ~shoots, Act.STRIKE),
        (attacks & shoots, Act.SHOOT),
        (pressed(pilot, Button.RELOAD), Act.RELOAD),
        (pressed(pilot, Button.THROW), Act.THROW),
    )
    act = np.zeros(len(buffered), np.uint8)
    for who, what in asked:
        act[who] = what
    return act


@system
def swap(arms: Mut[Arms], pilot: Pilot, bag: Bag) -> None:
    """Take the next weapon of those carried into the hand; it breaks off a reload."""
    for row in np.flatnonzero(pressed(pilot, Button.SWAP)).tolist():
        owned = [Weapon.HANDS, *[w for w, has in _owned(bag, row) if has]]
        held = Weapon(int(arms.weapon[row]))
        arms.weapon[row] = owned[(owned.index(held) + 1) % len(owned)] if held in owned else owned[0]
        arms.reload_until[row] = 0


def _owned(bag: Bag, row: int) -> tuple[tuple[Weapon, Any], ...]:
    return (Weapon.PIPE, bag.has_pipe[row]), (Weapon.PISTOL, bag.has_pistol[row])


@system
def ask_use(pilot: Pilot, body: Body, entity: Entity, health: Health, use: Emit[Use]) -> None:
    """Tell whoever listens that a player reached out a hand."""
    who = np.flatnonzero(pressed(pilot, Button.USE) & (health.hp > 0))
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
    for row in np.flatnonzero(hero.frenzy_until > clock.tick).tolist():
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
