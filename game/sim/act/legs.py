"""Players' legs: breath and dodging.

Rules
  1. Sprinting spends breath, but not with full momentum; it comes back after a rest, and faster than it goes.
  2. A dodge carries the body a fixed way in a fixed time, whatever the stick does meanwhile. Its first
     moments cannot be hurt. It goes where the stick points, or backwards from the aim.
  3. It costs breath, cannot be chained, and is heard.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.sections import Player
from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import NEVER, Actor, Body, Drive, Feet, Gait, Health, Hero, Pilot, Stamina
from game.sim.happenings import Heard, Noise
from game.sim.maths import TINY, length, unit
from game.sim.resources import DT, Clock, ticks

Rows = NDArray[np.intp]
NO_BREATH = np.float32(0)
UNBOUNDED = np.float32(1e6)
"""An acceleration no velocity withstands, tile/s^2."""


@system
def breathe(
    stamina: Mut[Stamina],
    hero: Mut[Hero],
    feet: Feet,
    drive: Drive,
    body: Body,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
) -> None:
    """Spend breath on sprinting, get it back at rest; note since when a hero stands still."""
    player, momentum = tuning.player, tuning.momentum
    for row in range(len(stamina.left)):  # heroes are few: plain numbers cost a third of arrays so short
        x, y = body.vel[row].tolist()
        moves = x * x + y * y > tuning.motion.step_least * tuning.motion.step_least
        if moves:
            hero.quiet_since[row] = clock.tick
        left = stamina.left[row]
        if moves and drive.gait[row] == Gait.SPRINT.value:
            stamina.rest_until[row] = clock.after(player.stamina_delay)
            is_free = rules.assist.endless_stamina or feet.momentum[row] >= momentum.gain_s
            stamina.left[row] = left if is_free else max(left - DT, NO_BREATH)
        elif left < player.stamina_s and clock.tick >= stamina.rest_until[row]:
            more = DT * np.float32(player.stamina_s / player.stamina_full_s)
            stamina.left[row] = min(left + more, np.float32(player.stamina_s))


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
    if asked.any():
        cost = np.float32(0 if rules.assist.endless_stamina else player.dodge_stamina_s)
        can = asked & (now >= stamina.dodge_ready_at) & (health.hp > 0) & (stamina.left >= cost)
        starts = can.nonzero()[0]
        _leap_aside((stamina, health, pilot), starts, cost, clock, player)
        noise(
            pos=body.pos[starts],
            loudness=tuning.noise.dodge,
            heard=Heard.DODGE,
            source=entity.id[starts],
            side=actor.side[starts],
        )
    rolls = (now < stamina.dodge_until).nonzero()[0]
    if len(rolls):
        drive.want[rolls] = stamina.dodge_way[rolls] * np.float32(player.dodge_tiles / player.dodge_s)
        drive.accel[rolls] = UNBOUNDED
        drive.gait[rolls] = Gait.DODGE


def _leap_aside(
    mine: tuple[Stamina, Health, Pilot], who: Rows, cost: np.float32, clock: Clock, player: Player
) -> None:
    """Begin the dodges of rows ``who``: where to, how long, what they cost."""
    stamina, health, pilot = mine
    move = pilot.move[who]
    stamina.dodge_way[who] = unit(np.where((length(move) > TINY)[:, None], move, -pilot.aim[who]))
    stamina.dodge_until[who] = clock.after(player.dodge_s)
    stamina.dodge_ready_at[who] = clock.after(player.dodge_s + player.dodge_cooldown)
    stamina.left[who] -= cost
    stamina.rest_until[who] = clock.after(player.stamina_delay)
    health.immune_until[who] = np.maximum(health.immune_until[who], clock.after(player.dodge_iframes_s))
    pilot.dodge_asked[who] = NEVER  # this press is used up
