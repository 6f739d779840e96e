"""Players' legs: breath and dodging.

Rules
  1. Sprinting spends breath; it comes back after a rest, and faster than it goes.
  2. A dodge carries the body a fixed way in a fixed time, whatever the stick does meanwhile. Its first
     moments cannot be hurt. It goes where the stick points, or backwards from the aim.
  3. It costs breath, cannot be chained, and is heard.
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Actor, Body, Drive, Gait, Health, Hero, Pilot, Stamina
from game.sim.happenings import Heard, Noise
from game.sim.maths import TINY, length, unit
from game.sim.resources import DT, Clock, ticks

AT_ONCE = np.float32(1e6)
"""An acceleration no velocity withstands, tile/s^2."""


@system
def breathe(
    stamina: Mut[Stamina],
    hero: Mut[Hero],
    drive: Drive,
    body: Body,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
) -> None:
    """Spend breath on sprinting, get it back at rest; note since when a hero stands still."""
    player, moves = tuning.player, length(body.vel) > np.float32(tuning.motion.step_least)
    runs = (drive.gait == Gait.SPRINT) & moves
    if not rules.assist.endless_stamina:
        stamina.left[runs] -= DT
    stamina.rest_until[runs] = clock.after(player.stamina_delay)
    rests = clock.tick >= stamina.rest_until
    stamina.left[rests] += DT * np.float32(player.stamina_s / player.stamina_full_s)
    stamina.left = np.clip(stamina.left, 0, np.float32(player.stamina_s))
    hero.quiet_since[moves] = clock.tick


@system
def dodge(
    stamina: Mut[Stamina],
    drive: Mut[Drive],
    health: Mut[Health],
    pilot: Mut[Pilot],
    body: Body,
    actor: Actor,
    entity: Entity,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
    noise: Emit[Noise],
) -> None:
    """Begin the dodges asked for, and carry on those under way."""
    player, now = tuning.player, clock.tick
    asked = now - pilot.dodge_asked <= ticks(player.buffer_s)
    cost = np.float32(0 if rules.assist.endless_stamina else player.dodge_stamina_s)
    starts = asked & (now >= stamina.dodge_ready_at) & (health.hp > 0) & (stamina.left >= cost)
    stick = np.where((length(pilot.move) > TINY)[:, None], pilot.move, -pilot.aim)
    stamina.dodge_way[starts] = unit(stick)[starts]
    stamina.dodge_until[starts] = clock.after(player.dodge_s)
    stamina.dodge_ready_at[starts] = clock.after(player.dodge_s + player.dodge_cooldown)
    stamina.left[starts] -= cost
    stamina.rest_until[starts] = clock.after(player.stamina_delay)
    health.immune_until[starts] = np.maximum(health.immune_until[starts], clock.after(player.dodge_iframes_s))
    pilot.dodge_asked[starts] = NO_PRESS
    who = np.flatnonzero(starts)
    noise(
        pos=body.pos[who],
        loudness=tuning.noise.dodge,
        heard=Heard.DODGE,
        source=entity.id[who],
        side=actor.side[who],
    )
    rolls = now < stamina.dodge_until
    speed = np.float32(player.dodge_tiles / player.dodge_s)
    drive.want[rolls] = stamina.dodge_way[rolls] * speed
    drive.accel[rolls] = AT_ONCE
    drive.gait[rolls] = Gait.DODGE


NO_PRESS = -9999  # tick; a press that is used up
