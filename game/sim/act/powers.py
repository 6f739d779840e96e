"""The torch, and Nam-ra's sense.

Rules
  1. A press switches the torch; the switch clicks.
  2. The sense lasts while its button is held, and costs hunger (settle). Heroes without it have none.
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.buttons import holds, pressed
from game.sim.components import Actor, Body, Button, Health, Hero, Lamp, Pilot
from game.sim.happenings import Heard, Noise
from game.sim.resources import Clock
from game.sim.traits import trait


@system
def switch_torch(
    lamp: Mut[Lamp],
    pilot: Pilot,
    body: Body,
    actor: Actor,
    entity: Entity,
    health: Health,
    tuning: Tuning,
    noise: Emit[Noise],
) -> None:
    """Switch the torches of those who press the button."""
    who = np.flatnonzero(pressed(pilot, Button.TORCH) & (health.hp > 0))
    lamp.is_on[who] = ~lamp.is_on[who]
    noise(
        pos=body.pos[who],
        loudness=tuning.player.torch_noise,
        heard=Heard.MACHINE,
        source=entity.id[who],
        side=actor.side[who],
    )


@system
def sense(hero: Mut[Hero], pilot: Pilot, actor: Actor, health: Health, clock: Clock, tuning: Tuning) -> None:
    """Sense while the button is held, and one's hunger is one's own."""
    can = (trait(tuning, "sense_tiles")[actor.sort] > 0) & (health.hp > 0)
    hero.is_sensing = can & holds(pilot, Button.SENSE) & (clock.tick >= hero.frenzy_until)
