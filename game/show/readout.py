"""What the HUD needs, read off the world into plain values.

Nothing here is a secret: it is what the hero feels, carries and notices.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data.level import Level
from game.data.things import NameTag
from game.data.tuning import Tuning
from game.ecs.world import Entity
from game.show.hud import Vitals
from game.sim.components import (
    PLAYER,
    Act,
    Actor,
    Arms,
    Bag,
    Body,
    Deed,
    Feet,
    Goods,
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
from game.sim.happenings import Took
from game.sim.resource_marks import Marks
from game.sim.resource_orders import Orders
from game.sim.resources import TICKS_PER_SECOND, Clock, Story, ticks
from game.sim.stillness import KNOW_HOW, how_still
from game.sim.story import objectives

if TYPE_CHECKING:
    from game.data.locale import Words
    from game.ecs.world import World

Place = tuple[float, float]
WATCHED_FROM, WATCHERS_SHOWN = 20.0, 6
"""Farther observers are not told of, tile; of the others, the surest few."""
LEAST_SURE = 0.08
"""Below this nobody is told of: a glance in passing."""
GUNS = {Weapon.PISTOL, Weapon.SHOTGUN, Weapon.RIFLE}
FRENZY = 2
LOW = 0.3
"""Share of a magazine at which reloading is advised."""
TAP = 0.3
"""Share of a cast within which most taps are over."""
ICONS = {Weapon.PIPE: "pipe", Weapon.HANDS: ""}


@dataclass(frozen=True)
class Watcher:
    """Somebody who notices the hero."""

    angle: float
    sure: float


@dataclass(frozen=True)
class Goal:
    """What to do next.

    Attributes:
        text: message of the objective.
        distance: as the crow flies, tile.
        at: its nearest point, tile.
        aside: message of an optional objective the player was told of, or nothing.
    """

    text: str
    distance: float
    at: Place
    aside: str


@dataclass(frozen=True)
class Scream:
    """A screech winding up."""

    place: Place
    left: float


def hero_place(world: World, alpha: float = 1.0) -> Place:
    """Return where the first player stands, tile; ``alpha`` 0..1 lies between the last two ticks."""
    body = world.view(Body, world.rows(Pilot))
    x, y = (body.was[0] + (body.pos[0] - body.was[0]) * alpha).tolist()
    return x, y


def health(world: World) -> float:
    """Return the first player's health, 0..1."""
    told = world.view(Health, world.rows(Pilot))
    return max(0.0, float(told.hp[0] / told.most[0]))


def hero_id(world: World) -> int:
    """Return the first player's id."""
    return int(world.view(Entity, world.rows(Pilot)).id[0])


def vitals(world: World, words: Words) -> Vitals:
    """Return the block at the bottom left."""
    rows = world.rows(Pilot)
    arms, bag = world.view(Arms, rows), world.view(Bag, rows)
    hero, weapon = world.view(Hero, rows), Weapon(int(arms.weapon[0]))
    tuning = world.resource(Tuning)
    sort = Sort(int(world.view(Actor, rows).sort[0])).name.lower()
    gift = _gift(world)
    return Vitals(
        name=words.text(f"who-{sort}"),
        health=health(world),
        breath=float(world.view(Stamina, rows).left[0]) / tuning.player.stamina_s,
        loaded=int(arms.loaded[0]) if weapon in GUNS else None,
        magazine=int(tuning.armoury.mag[weapon]),
        spare=int(arms.spare[0]),
        weapon_icon=ICONS.get(weapon, ""),
        bottles=int(bag.bottles[0]),
        medkits=int(bag.medkits[0]),
        hunger=float(hero.hunger[0]) / 100 if sort == "namra" else None,
        gift=gift[1] if gift else None,
        gift_word=words.text(gift[0]) if gift else "",
        humanity=float(hero.humanity[0]) / 100,
        torch=bool(world.view(Lamp, rows).is_on[0]),
    )


def _gift(world: World) -> tuple[str, float] | None:
    """Return the message and share of what this hero gathers: momentum or stillness; or nothing."""
    rows, tuning = world.rows(Pilot), world.resource(Tuning)
    sort = int(world.view(Actor, rows).sort[0])
    if sort == Sort.SUHYEOK:
        return "hud-momentum", float(world.view(Feet, rows).momentum[0]) / tuning.momentum.gain_s
    return ("hud-stillness", how_still(world, world.span(PLAYER).start)) if sort in KNOW_HOW else None


@dataclass(frozen=True)
class Gun:
    """How the gun in hand is.

    Attributes:
        need: message of what it needs, or nothing.
        reload: share of a reload that is done; ``None`` when there is none.
    """

    need: str
    reload: float | None


def gun(world: World) -> Gun | None:
    """Return how the gun in hand is, or nothing for bare hands and a pipe."""
    arms, tuning = world.view(Arms, world.rows(Pilot)), world.resource(Tuning)
    weapon = Weapon(int(arms.weapon[0]))
    if weapon not in GUNS:
        return None
    left = int(arms.reload_until[0]) - world.resource(Clock).tick
    if left > 0:
        return Gun("", 1 - left / ticks(float(tuning.armoury.reload_s[weapon])))
    loaded, spare = int(arms.loaded[0]), int(arms.spare[0])
    if not loaded and not spare:
        return Gun("hud-empty", None)
    is_low = spare and loaded <= tuning.armoury.mag[weapon] * LOW
    return Gun("hud-low-ammo" if is_low else "", None)


def craving(world: World) -> int:
    """Return what hunger has made of the hero: 0 nothing, 1 masked among the dead, or ``FRENZY``."""
    hero = world.view(Hero, world.rows(Pilot))
    if world.resource(Clock).tick < int(hero.frenzy_until[0]):
        return FRENZY
    return int(hero.is_masked[0])


def casting(world: World) -> float:
    """Return how far an order that is held has come, 0..1; 0 while it may still be a tap."""
    cast = ticks(world.resource(Tuning).orders.cast_s)
    share = world.resource(Orders).held(0, world.resource(Clock).tick) / cast
    return min(1.0, share) if share > TAP else 0.0


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


def marked(world: World) -> list[Place]:
    """Return where those are whom the radio tells of, tile; whoever is gone is nowhere."""
    rows, alive = world.resolve(np.array(list(world.resource(Marks).until), np.int64))
    return [(float(x), float(y)) for x, y in world.view(Body).pos[rows[alive]]]


def scream(world: World) -> Scream | None:
    """Return the screech that is winding up, if any."""
    rows = world.rows(Deed)
    deed = world.view(Deed, rows)
    loud = np.flatnonzero((deed.act == Act.SCREECH) & (deed.stage == Stage.WINDUP))
    if not len(loud):
        return None
    first = int(loud[0])
    sort = int(world.view(Actor, rows).sort[first])
    whole = float(world.resource(Tuning).bestiary.screech_windup_s[sort]) * TICKS_PER_SECOND
    left = (int(deed.stage_until[first]) - world.resource(Clock).tick) / max(whole, 1)
    pos = world.view(Body, rows).pos[first]
    return Scream((float(pos[0]), float(pos[1])), min(1.0, max(0.0, left)))


def gap(here: Place, box: tuple[float, float, float, float]) -> float:
    """Return how far a place lies outside a box, tile."""
    x, y = (max(low - at, 0.0, at - high) for at, low, high in zip(here, box[:2], box[2:], strict=True))
    return math.hypot(x, y)


def goal(world: World) -> Goal | None:
    """Return what to do next, or nothing when all is done."""
    level, story = world.resource(Level), world.resource(Story)
    now = objectives.current(level, story)
    if now is None:
        return None
    area = level.thing(now.target).area if now.target else now.area
    aside = objectives.optional(level, story)
    here = hero_place(world)
    x, y = (min(max(at, low), high) for at, low, high in zip(here, area.box[:2], area.box[2:], strict=True))
    return Goal(now.text, gap(here, area.box), (x, y), aside[0].text if aside else "")


def tag_count(world: World) -> int:
    """Return how many name tags the level has."""
    return len(world.resource(Level).tags)


def taken(words: Words, world: World, took: Took, hero: int) -> list[str]:
    """Return a line for each thing a hero took."""
    lines = []
    for row in (row for row in took.rows() if row["who"] == hero):
        goods = Goods(row["goods"])
        thing = world.resource(Level).thing(row["thing"]) if goods is Goods.TAG else None
        if isinstance(thing, NameTag):
            lines.append(words.text("ui-tag-taken", name=words.said(thing.person)))
        else:
            lines.append(words.text(f"goods-{goods.name.lower()}", n=row["amount"]))
    return lines
