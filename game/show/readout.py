"""What the HUD needs, read off the world into plain values.

Nothing here is a secret: it is what the hero feels, carries and notices.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.world import Entity
from game.show.hud import Vitals
from game.sim.components import (
    Act,
    Actor,
    Arms,
    Bag,
    Body,
    Deed,
    Health,
    Hero,
    Lamp,
    Pilot,
    Senses,
    Sort,
    Stage,
    Stamina,
    Weapon,
)
from game.sim.resources import Clock

if TYPE_CHECKING:
    from game.data.locale import Words
    from game.ecs.world import World

WATCHED_FROM, WATCHERS_SHOWN = 20.0, 6
"""Farther observers are not told of, tile; of the others, the surest few."""
LEAST_SURE = 0.08
"""Below this nobody is told of: a glance in passing."""
GUNS = {Weapon.PISTOL, Weapon.SHOTGUN, Weapon.RIFLE}
ICONS = {Weapon.PIPE: "pipe", Weapon.HANDS: ""}


@dataclass(frozen=True)
class Watcher:
    """Somebody who notices the hero."""

    angle: float
    sure: float


@dataclass(frozen=True)
class Scream:
    """A screech winding up."""

    place: tuple[float, float]
    left: float


def hero_place(world: World) -> tuple[float, float]:
    """Return where the first player stands, tile."""
    pos = world.view(Body, world.rows(Pilot)).pos[0]
    return float(pos[0]), float(pos[1])


def hero_id(world: World) -> int:
    """Return the first player's id."""
    return int(world.view(Entity, world.rows(Pilot)).id[0])


def vitals(world: World, words: Words) -> Vitals:
    """Return the block at the bottom left."""
    rows = world.rows(Pilot)
    health, arms, bag = world.view(Health, rows), world.view(Arms, rows), world.view(Bag, rows)
    hero, weapon = world.view(Hero, rows), Weapon(int(arms.weapon[0]))
    tuning = world.resource(Tuning)
    sort = Sort(int(world.view(Actor, rows).sort[0])).name.lower()
    return Vitals(
        name=words.text(f"who-{sort}"),
        health=max(0.0, float(health.hp[0] / health.most[0])),
        breath=float(world.view(Stamina, rows).left[0]) / tuning.player.stamina_s,
        loaded=int(arms.loaded[0]) if weapon in GUNS else None,
        spare=int(arms.spare[0]),
        weapon_icon=ICONS.get(weapon, ""),
        bottles=int(bag.bottles[0]),
        medkits=int(bag.medkits[0]),
        hunger=float(hero.hunger[0]) / 100 if sort == "namra" else None,
        humanity=float(hero.humanity[0]) / 100,
        torch=bool(world.view(Lamp, rows).is_on[0]),
    )


def watchers(world: World) -> list[Watcher]:
    """Return who notices the hero and how sure they are, surest first."""
    rows = world.rows(Senses)
    senses, body, actor = world.view(Senses, rows), world.view(Body, rows), world.view(Actor, rows)
    here = world.view(Body, world.rows(Pilot)).pos[0]
    side = world.view(Actor, world.rows(Pilot)).side[0]
    gap = body.pos - here
    far = np.hypot(gap[:, 0], gap[:, 1])
    about = (senses.seen == hero_id(world)) | (np.hypot(*(senses.spot - here).T) < 1)
    told = np.flatnonzero(about & (senses.detect > LEAST_SURE) & (far < WATCHED_FROM) & (actor.side != side))
    surest = told[np.argsort(-senses.detect[told], kind="stable")][:WATCHERS_SHOWN]
    angles = np.arctan2(gap[surest, 1], gap[surest, 0])
    return [Watcher(float(a), float(s)) for a, s in zip(angles, senses.detect[surest], strict=True)]


def scream(world: World) -> Scream | None:
    """Return the screech that is winding up, if any."""
    rows = world.rows(Deed)
    deed = world.view(Deed, rows)
    loud = np.flatnonzero((deed.act == Act.SCREECH) & (deed.stage == Stage.WINDUP))
    if not len(loud):
        return None
    first = int(loud[0])
    sort = int(world.view(Actor, rows).sort[first])
    whole = float(world.resource(Tuning).bestiary.windup_s[sort]) * 60
    left = (int(deed.stage_until[first]) - world.resource(Clock).tick) / max(whole, 1)
    pos = world.view(Body, rows).pos[first]
    return Scream((float(pos[0]), float(pos[1])), min(1.0, max(0.0, left)))


def tag_count(world: World) -> int:
    """Return how many name tags the level has."""
    return len(world.resource(Level).tags)
