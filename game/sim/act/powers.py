"""The torch, and Nam-ra's sense.

Rules
  1. A press switches the torch; the switch clicks.
  2. The sense lasts while its button is held, and costs hunger (settle). Heroes without it have none.
"""

from __future__ import annotations

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.buttons import holds, pressed
from game.sim.components import Actor, Body, Button, Health, Hero, Lamp, Pilot
from game.sim.happenings import Heard, Noise
from game.sim.intent import Inbox
from game.sim.resources import Clock
from game.sim.traits import Traits


@system
def switch_torch(
    lamp: Mut[Lamp],
    pilot: Pilot,
    body: Body,
    actor: Actor,
    entity: Entity,
    health: Health,
    inbox: Inbox,
    tuning: Tuning,
    noise: Emit[Noise],
) -> None:
    """Switch the torches of those who press the button."""
    if not inbox.presses(Button.TORCH):
        return
    who = (pressed(pilot, Button.TORCH) & (health.hp > 0)).nonzero()[0]
    lamp.is_on[who] = ~lamp.is_on[who]
    noise(
        pos=body.pos[who],
        loudness=tuning.player.torch_noise,
        heard=Heard.HANDS,
        source=entity.id[who],
        side=actor.side[who],
    )


@system
def sense(
    hero: Mut[Hero],
    pilot: Pilot,
    actor: Actor,
    health: Health,
    inbox: Inbox,
    clock: Clock,
    traits: Traits,
) -> None:
    """Sense while the button is held, and one's hunger is one's own."""
    if not inbox.holds(Button.SENSE):
        hero.is_sensing[...] = False
        return
    can = (traits.sense_tiles[actor.sort] > 0) & (health.hp > 0)
    hero.is_sensing = can & holds(pilot, Button.SENSE) & (clock.tick >= hero.frenzy_until)
