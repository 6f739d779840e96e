"""Hunger: half a monster.

Rules
  1. It rises by itself, slowly, and fast while sensing. Nam-ra alone hungers.
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
from game.sim.components import CORPSE, NEVER, Actor, Body, Button, Corpse, Health, Hero, Pilot, Sort
from game.sim.happenings import Fed
from game.sim.intent import Inbox
from game.sim.maths import length
from game.sim.resources import DT, Clock, ticks
from game.sim.traits import Traits

HUNGERS = int(Sort.NAMRA)
MOST = 100.0  # hunger
FAR_OFF = np.float32(1e9)  # tile


@system
def hunger(
    hero: Mut[Hero], actor: Actor, health: Health, clock: Clock, tuning: Tuning, traits: Traits
) -> None:
    """Let hunger rise, mask, and break out."""
    rules, now = tuning.hunger, clock.tick
    for row, sort in enumerate(actor.sort.tolist()):  # heroes are few: plain numbers cost a tenth of arrays
        if sort != HUNGERS or health.hp[row] <= 0:
            hero.is_masked[row] = False
            continue
        if hero.frenzy_until[row] > now:
            continue
        if hero.frenzy_until[row] == now and now > 0:  # 0 is of who never was in frenzy
            hero.hunger[row] = rules.after_frenzy
        else:
            gnaws = rules.masked_per_s if hero.is_masked[row] else rules.per_s
            senses = float(traits.sense_hunger_s[actor.sort[row]]) if hero.is_sensing[row] else 0.0
            hero.hunger[row] = min(float(hero.hunger[row]) + (gnaws + senses) * float(DT), MOST)
            if hero.hunger[row] >= rules.frenzy_at:
                hero.frenzy_until[row] = clock.after(rules.frenzy_s)
                hero.humanity[row] = max(float(hero.humanity[row]) + rules.frenzy_humanity, 0.0)
        is_hungry = hero.hunger[row] >= rules.masks_you_at
        hero.is_masked[row] = is_hungry and now >= hero.frenzy_until[row]


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
        hero.feeding_since[...] = NEVER
        return
    rules = tuning.hunger
    still = length(body.vel) <= np.float32(tuning.motion.step_least)
    asks = (actor.sort == HUNGERS) & holds(pilot, Button.USE) & still & (health.hp > 0)
    fallen = world.span(CORPSE)
    places, ids = world.view(Body, fallen).pos, world.view(Entity, fallen).id
    whole = ~world.view(Corpse, fallen).fed
    for row in range(len(asks)):
        far = np.where(whole, length(places - body.pos[row]), FAR_OFF)
        if not (asks[row] and len(far) and far.min() <= tuning.player.use_tiles):
            hero.feeding_since[row] = NEVER
        elif hero.feeding_since[row] == NEVER:
            hero.feeding_since[row] = clock.tick
        elif clock.tick - hero.feeding_since[row] >= ticks(rules.feed_corpse_s):
            hero.feeding_since[row] = NEVER
            hero.hunger[row] = max(0.0, float(hero.hunger[row]) + rules.feed_corpse)
            hero.humanity[row] = max(0.0, float(hero.humanity[row]) + rules.feed_corpse_humanity)
            fed(who=entity.id[row], corpse=ids[int(far.argmin())])


@system
def leave_remains(corpse: Mut[Corpse], entity: Entity, fed: Read[Fed]) -> None:
    """Mark those who were fed on."""
    if len(fed):
        corpse.fed |= np.isin(entity.id, fed.corpse)
