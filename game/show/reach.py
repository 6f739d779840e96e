"""What the use key would do here and now: the thing in reach, a wound to dress, somebody to feed on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data.enums import TriggerOn
from game.data.level import Level
from game.data.tuning import Tuning
from game.show.readout import gap, hero_place
from game.sim.components import (
    CORPSE,
    Bag,
    Body,
    Corpse,
    Door,
    Goods,
    Health,
    Hero,
    Pickup,
    Pilot,
)
from game.sim.resources import Clock, Story, ticks

if TYPE_CHECKING:
    from game.ecs.world import World

Place = tuple[float, float]
Box = tuple[float, float, float, float]
HUNGRY = 40.0
"""Hunger under which nobody is offered to be fed on."""


@dataclass(frozen=True)
class Usable:
    """Something in reach.

    Attributes:
        at: where its prompt stands, tile.
        box: what must be in reach, tile.
        word: message that says what using it does.
        held: how far holding the key has come, 0..1.
    """

    at: Place
    box: Box
    word: str
    held: float = 0.0


def usable(world: World) -> Usable | None:
    """Return the nearest thing the use key would act on, else what it would do for the hero."""
    here, reach = hero_place(world), world.resource(Tuning).player.use_tiles
    things = [*_doors(world), *_tags(world), *_triggers(world), *_radios(world), *_boards(world)]
    return _nearest(things, here, reach) or _nearest(_fallen(world), here, reach) or _wound(world, here)


def _nearest(found: list[Usable], here: Place, reach: float) -> Usable | None:
    near = [each for each in found if gap(here, each.box) <= reach]
    return min(near, key=lambda each: gap(here, each.box), default=None)


def _doors(world: World) -> list[Usable]:
    level, door = world.resource(Level), world.view(Door, world.rows(Door))
    found = []
    for i in np.flatnonzero(~door.is_broken):
        area = level.thing(int(door.thing[i])).area
        word = (
            "hud-use-locked"
            if door.is_locked[i]
            else "hud-use-door-shut"
            if door.is_open[i]
            else "hud-use-door"
        )
        found.append(Usable(area.at, area.box, word))
    return found


def _tags(world: World) -> list[Usable]:
    rows = world.rows(Pickup)
    pos, goods = world.view(Body, rows).pos, world.view(Pickup, rows).goods
    places = [(float(x), float(y)) for x, y in pos[goods == Goods.TAG]]
    return [Usable(at, (*at, *at), "hud-use-tag") for at in places]


def _triggers(world: World) -> list[Usable]:
    level, story = world.resource(Level), world.resource(Story)
    found = [
        Usable(each.area.at, each.area.box, "hud-use-switch")
        for each in level.triggers
        if each.on == TriggerOn.USE and each.when.holds(story) and not (each.once and each.id in story.fired)
    ]
    asked = [c for c in level.choices if c.choice not in story.choices and story.asking != c.choice]
    return found + [Usable(c.area.at, c.area.box, "hud-use-talk") for c in asked]


def _radios(world: World) -> list[Usable]:
    on = world.resource(Story).radios
    return [
        Usable(each.area.at, each.area.box, "hud-use-radio-off" if each.id in on else "hud-use-radio")
        for each in world.resource(Level).radios
    ]


def _boards(world: World) -> list[Usable]:
    """Return the boards whose circuits a hand would start."""
    running = world.resource(Story).circuits
    boards = [each for each in world.resource(Level).powers if each.by_hand and each.circuit not in running]
    return [Usable(each.area.at, each.area.box, "hud-use-power") for each in boards]


def _fallen(world: World) -> list[Usable]:
    """Return whom a hungry hero may feed on."""
    rows = world.rows(Pilot)
    hero = world.view(Hero, rows)
    if hero.hunger[0] < HUNGRY:
        return []
    span, held = world.span(CORPSE), _feeding(world, int(hero.feeding_since[0]))
    places = world.view(Body, span).pos[~world.view(Corpse, span).fed].tolist()
    return [Usable((x, y), (x, y, x, y), "hud-use-feed", held) for x, y in places]


def _feeding(world: World, since: int) -> float:
    whole = ticks(world.resource(Tuning).hunger.feed_corpse_s)
    return min(1.0, (world.resource(Clock).tick - since) / whole) if since >= 0 else 0.0


def _wound(world: World, here: Place) -> Usable | None:
    """Return the hero's own wound, if there is something to dress it with."""
    rows = world.rows(Pilot)
    bag, health = world.view(Bag, rows), world.view(Health, rows)
    is_deep = health.hp[0] <= world.resource(Tuning).shooting.medkit_at_hp
    can = bag.medkits[0] > 0 and is_deep and not world.resource(Story).asking
    return Usable(here, (*here, *here), "hud-use-medkit") if can else None
