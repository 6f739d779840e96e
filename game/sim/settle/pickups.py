"""Things are taken, and used.

Rules
  1. What lies within ``player.pick_tiles`` is taken by itself. A name tag is a checkpoint, gives back
     humanity, and can be reached from a little farther with the use button.
  2. Who has ``shooting.medkit_at_hp`` or less needs a medkit. It is used at once by who needs it, else
     carried; the use button uses one that is needed, when nothing else is in reach.
  3. Taking something is heard, a little.
  4. Rounds found are multiplied by the difficulty, but are never fewer than one.
"""

from __future__ import annotations

import numpy as np

from game.data.level import Level
from game.data.tuning import Rules, Tuning
from game.ecs.column import All, Mut
from game.ecs.events import Emit, Read
from game.ecs.schedule import system
from game.ecs.world import Entity, World
from game.sim.components import PICKUP, Actor, Arms, Bag, Body, Goods, Health, Hero, Pickup, Weapon
from game.sim.doorways import NO_DOOR, Doorways, at_hand
from game.sim.hands import has_use
from game.sim.happenings import Heard, Noise, Took, Use
from game.sim.maths import length
from game.sim.resources import Clock, Story

MOST_HUMAN = 100.0
PERIOD = 3
"""Ticks between two looks at what lies near; a hand that is held out does not wait."""


@system
def take(
    bag: Mut[Bag],
    arms: Mut[Arms],
    health: Mut[Health],
    hero: Mut[Hero],
    body: Body,
    entity: Entity,
    actor: Actor,
    bodies: All[Body],
    ids: All[Entity],
    uses: Read[Use],
    clock: Clock,
    story: Story,
    tuning: Tuning,
    rules: Rules,
    world: World,
    took: Emit[Took],
    noise: Emit[Noise],
) -> None:
    """Take what lies near; it is heard."""
    if not (clock.every(PERIOD) or len(uses)):
        return
    span = world.span(PICKUP)
    places = bodies.pos[span]
    near = [(row, length(places - body.pos[row])) for row in (health.hp > 0).nonzero()[0].tolist()]
    farthest = max(tuning.player.use_tiles, tuning.player.pick_tiles)
    if not any((far <= farthest).any() for _, far in near):
        return
    lying, left = world.view(Pickup, span), np.ones(len(places), np.bool_)
    for row, far in near:
        asks = (uses.who == entity.id[row]).any()
        reach = np.where((lying.goods == Goods.TAG) & asks, tuning.player.use_tiles, tuning.player.pick_tiles)
        for found in np.flatnonzero(left & (far <= reach)).tolist():
            goods, amount = Goods(int(lying.goods[found])), int(lying.amount[found])
            number = int(lying.number[found])
            if goods is Goods.TAG:
                _take_tag(hero, row, number, (story, clock, tuning))
                story.owes_place = True
            else:
                amount = _pocket((bag, arms, health), row, (goods, amount, number), (tuning, rules))
            left[found] = False
            took(who=entity.id[row], goods=goods, amount=amount, number=number, thing=lying.thing[found])
            noise(
                pos=body.pos[row : row + 1],
                loudness=tuning.noise.pickup,
                heard=Heard.HANDS,
                source=entity.id[row],
                side=actor.side[row],
            )
    world.kill(ids.id[span][~left])


def _take_tag(hero: Hero, row: int, number: int, rules: tuple[Story, Clock, Tuning]) -> None:
    """Remember a name: a checkpoint, and something human."""
    story, clock, tuning = rules
    story.tags[number] = clock.tick
    story.checkpoint = number
    hero.humanity[row] = min(MOST_HUMAN, float(hero.humanity[row]) + tuning.hunger.tag_humanity)


def _pocket(
    mine: tuple[Bag, Arms, Health], row: int, what: tuple[Goods, int, int], by: tuple[Tuning, Rules]
) -> int:
    """Put something away, or use it at once; return how much of it there was."""
    (bag, arms, health), (goods, amount, number), (tuning, rules) = mine, what, by
    if goods in {Goods.AMMO, Goods.PISTOL}:
        amount = max(1, round(amount * rules.ammo))
        arms.spare[row] += amount
    if goods is Goods.PISTOL:
        bag.has_pistol[row] = True
        _arm(arms, row, Weapon.PISTOL)
    elif goods is Goods.PIPE:
        bag.has_pipe[row] = True
        _arm(arms, row, Weapon.PIPE)
    elif goods is Goods.BOTTLE:
        bag.bottles[row] += amount
    elif goods is Goods.BATTERY:
        bag.batteries[row] += amount
    elif goods is Goods.KEY:
        bag.keys[row] |= np.uint64(1 << number)
    elif goods is Goods.MEDKIT:
        bag.medkits[row] += amount
        if health.hp[row] <= tuning.shooting.medkit_at_hp:
            heal(bag, health, row, tuning)
    return amount


def _arm(arms: Arms, row: int, weapon: Weapon) -> None:
    """Take a found weapon into an empty hand."""
    if arms.weapon[row] == Weapon.HANDS:
        arms.weapon[row] = weapon


def heal(bag: Bag, health: Health, row: int, tuning: Tuning) -> None:
    """Use up one medkit."""
    bag.medkits[row] -= 1
    health.hp[row] = min(health.most[row], health.hp[row] + np.float32(tuning.shooting.medkit_hp))


@system
def bandage(
    bag: Mut[Bag],
    health: Mut[Health],
    body: Body,
    entity: Entity,
    uses: Read[Use],
    took: Read[Took],
    level: Level,
    doorways: Doorways,
    story: Story,
    tuning: Tuning,
) -> None:
    """Use a medkit where the use button finds nothing else to do."""
    if not len(uses):
        return
    asks = np.isin(entity.id, uses.who) & ~np.isin(entity.id, took.who)
    needs = (bag.medkits > 0) & (health.hp > 0) & (health.hp <= tuning.shooting.medkit_at_hp)
    for row in np.flatnonzero(asks & needs).tolist():
        x, y = body.pos[row].tolist()
        reach = tuning.player.use_tiles
        door = at_hand(doorways, body.pos[row], body.heading[row], reach)
        if door == NO_DOOR and not has_use(level, story, (x, y), reach) and not story.asking:
            heal(bag, health, row, tuning)
