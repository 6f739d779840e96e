"""Hunger: half a monster.

Rules
  1. It rises by itself, slowly, and fast while sensing. Only half-bies hunger.
  2. From ``hunger.masks_you_at`` the dead take the hero for one of them, and hunger gnaws: the mask is to
     be used, and then to be fed off.
  3. At ``hunger.frenzy_at`` frenzy begins: no mask, and less humanity than feeding would have cost. It
     burns hunger down to ``hunger.after_frenzy``.
  4. Who holds the use button beside somebody fallen, and stands still, feeds: less hunger, less humanity.
     Nobody is fed on twice.
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit, Read
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.buttons import holds
from game.sim.components import CORPSE, Actor, Body, Button, Corpse, Health, Hero, Pilot, Side
from game.sim.happenings import Fed
from game.sim.intent import Inbox
from game.sim.maths import length
from game.sim.resources import DT, Clock, ticks
from game.sim.traits import Traits

MOST = np.float32(100)  # hunger
FAR_OFF = np.float32(1e9)  # tile
NOT_FEEDING = -9999  # tick


@system
def hunger(
    hero: Mut[Hero], actor: Actor, health: Health, clock: Clock, tuning: Tuning, traits: Traits
) -> None:
    """Let hunger rise, mask, and break out."""
    rules, now = tuning.hunger, clock.tick
    hungers = (actor.side == Side.HALFBIE.value) & (health.hp > 0)
    gnaws = np.where(hero.is_masked, np.float32(rules.masked_per_s), np.float32(rules.per_s))
    rises = gnaws + traits.sense_hunger_s[actor.sort] * hero.is_sensing
    is_calm = now >= hero.frenzy_until
    hero.hunger = np.minimum(hero.hunger + rises * DT * (hungers & is_calm), MOST)
    calms = (hero.frenzy_until == now) & (now > 0)
    hero.hunger[calms] = rules.after_frenzy
    starves = hungers & (hero.hunger >= rules.frenzy_at)
    if starves.any():
        begins = starves & is_calm & ~calms
        hero.frenzy_until[begins] = clock.after(rules.frenzy_s)
        hero.humanity[begins] = np.maximum(hero.humanity[begins] + np.float32(rules.frenzy_humanity), 0)
    hero.is_masked = hungers & (hero.hunger >= rules.masks_you_at) & (now >= hero.frenzy_until)


@system
def feed(
    hero: Mut[Hero],
    pilot: Pilot,
    actor: Actor,
    body: Body,
    health: Health,
    entity: Entity,
    inbox: Inbox,
    clock: Clock,
    tuning: Tuning,
    world: World,
    fed: Emit[Fed],
) -> None:
    """Let those who hold on long enough feed on the fallen."""
    if not inbox.holds(Button.USE):
        hero.feeding_since[...] = NOT_FEEDING
        return
    rules = tuning.hunger
    still = length(body.vel) <= np.float32(tuning.motion.step_least)
    asks = (actor.side == Side.HALFBIE.value) & holds(pilot, Button.USE) & still & (health.hp > 0)
    fallen = world.span(CORPSE)
    places, ids = world.view(Body, fallen).pos, world.view(Entity, fallen).id
    whole = ~world.view(Corpse, fallen).fed
    for row in range(len(asks)):
        far = np.where(whole, length(places - body.pos[row]), FAR_OFF)
        if not (asks[row] and len(far) and far.min() <= tuning.player.use_tiles):
            hero.feeding_since[row] = NOT_FEEDING
        elif hero.feeding_since[row] == NOT_FEEDING:
            hero.feeding_since[row] = clock.tick
        elif clock.tick - hero.feeding_since[row] >= ticks(rules.feed_corpse_s):
            hero.feeding_since[row] = NOT_FEEDING
            hero.hunger[row] = max(0.0, float(hero.hunger[row]) + rules.feed_corpse)
            hero.humanity[row] = max(0.0, float(hero.humanity[row]) + rules.feed_corpse_humanity)
            fed(who=entity.id[row], corpse=ids[int(far.argmin())])


@system
def leave_remains(corpse: Mut[Corpse], entity: Entity, fed: Read[Fed]) -> None:
    """Mark those who were fed on."""
    if len(fed):
        corpse.fed |= np.isin(entity.id, fed.corpse)
