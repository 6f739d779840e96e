"""Hunger: half a monster.

Rules
  1. It rises by itself, faster while sensing. Only half-bies hunger.
  2. From ``hunger.masks_you_at`` the dead take the hero for one of them.
  3. At ``hunger.frenzy_at`` frenzy begins; when it is over, hunger has fallen back to where it masks.
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.schedule import system
from game.sim.components import Actor, Health, Hero, Side
from game.sim.resources import DT, Clock
from game.sim.traits import trait


@system
def hunger(hero: Mut[Hero], actor: Actor, health: Health, clock: Clock, tuning: Tuning) -> None:
    """Let hunger rise, mask, and break out."""
    rules, now = tuning.hunger, clock.tick
    hungers = (actor.side == Side.HALFBIE) & (health.hp > 0)
    sensing = np.where(hero.is_sensing, trait(tuning, "sense_hunger_s")[actor.sort], np.float32(0))
    rises = np.float32(rules.per_s) + sensing
    raging = now < hero.frenzy_until
    risen = np.clip(hero.hunger + np.where(hungers & ~raging, rises * DT, 0), 0, 100)
    calms = (hero.frenzy_until == now) & (now > 0)
    hero.hunger = np.where(calms, np.float32(rules.masks_you_at), risen)
    breaks = hungers & ~raging & ~calms & (hero.hunger >= np.float32(rules.frenzy_at))
    hero.frenzy_until[breaks] = clock.after(rules.frenzy_s)
    hero.is_masked = hungers & (hero.hunger >= np.float32(rules.masks_you_at))
