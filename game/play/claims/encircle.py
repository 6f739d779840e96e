"""Encircling: many who come from one side stand on all sides before they attack.

24 of the dead, a third of them fast, come from one side, 9 to 17 tiles off, at somebody who stands still,
lit by a torch aimed at them, and cannot die. Against the same dead with packs taken out.

    open      sixteen sectors to hold
    street    what share of those that are open
    rooms     likewise

Measured is the moment they attack: all together, or, without packs, as the first is at hand; after 8 s at
the latest. A sector is held by one of the dead 2 to 8 tiles off: a crush at arm's length holds none. A safe
exit is a tile 9 to 11 tiles off, on foot, that a sprinter reaches without passing one that the dead reach
first.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Rules
from game.play.claims.claim import Claim, Results, Row, Values, at_least, at_most, median_interval
from game.play.claims.town import Zone, empty_game, free_centres, place, town, zone
from game.play.simulation import Simulation
from game.sim.components import DEAD, PLAYER, Body, Health, Lamp, Mind, Mood, Senses, Sort, Vec
from game.sim.intent import Intent
from game.sim.resource_packs import Packs
from game.sim.resources import TICKS_PER_SECOND, Ground
from game.sim.think import slots
from game.sim.think.sharing import held
from game.sim.waves import STRAIGHT, UNREACHED, distance_field

Grid = NDArray[np.bool_]
PLAYED, SINGLE = "played", "no packs"
COUNT, FAST = 24, 9
"""Dead, and how many of them are flankers."""
SECONDS = 8
MIDDLE_TILES, FROM_TILES, ABOUT_TILES = (11.0, 14.0), (9.0, 17.0), 4.5
"""How far off the middle of the crowd is, how far each, and how far from its middle: tiles on foot."""
RUN = 5.0
"""A sprinter, tile/s."""
RING_TILES = (9.0, 11.0)
GRIP_TILES = 1.0
"""So far the dead reach, tile."""
AT_HAND = 2.2
"""Nearer, one of the dead that hunts alone is about to strike, tile."""
DEATHLESS = 1e6
"""HP."""
HELD, SHARE, EXITS = 11, 0.7, 0.10
"""Bars."""
ZONES: tuple[Zone, ...] = ("open", "street", "rooms")


class Found(NamedTuple):
    """What a game came to."""

    held: int
    share: float
    exits: float


def run(arm: str, seed: int) -> dict[str, float]:
    """Let them come in each zone; return what is held, its share of what is open, and the safe exits."""
    measures: dict[str, float] = {}
    for kind in ZONES:
        found = _come(kind, Rules(without=frozenset({"packs"} if arm == SINGLE else ())), seed)
        measures |= {f"{kind} {name}": float(value) for name, value in found._asdict().items()}
    return measures


def _come(kind: Zone, rules: Rules, seed: int) -> Found:
    """Let them come at somebody in one zone."""
    simulation = _scene(kind, rules, seed)
    world = simulation.world
    crowd = world.view(Body, world.span(DEAD)).pos.mean(axis=0)
    x, y = (crowd - _hero(simulation)).tolist()
    hold = [Intent.of((0, 0), (x, y))]
    for _ in range(SECONDS * TICKS_PER_SECOND):
        simulation.step(hold)
        if _attack(simulation):
            break
    caught = _held(simulation)
    is_open = _open_sectors(simulation)
    share = float((caught & is_open).sum() / max(int(is_open.sum()), 1))
    return Found(int(caught.sum()), share, exits(simulation))


def _scene(kind: Zone, rules: Rules, seed: int) -> Simulation:
    """Put somebody in a zone, and the dead on one side, who know where."""
    rng = np.random.default_rng([seed, ZONES.index(kind)])
    level = town()
    spots, around = free_centres(level, zone(kind)), free_centres(level, ~level.solid)
    while True:
        at = spots[rng.integers(len(spots))]
        simulation = empty_game(level, seed, (float(at[0]), float(at[1])), rules)
        far = _on_foot(simulation, at[None], around)
        off = around[(far > MIDDLE_TILES[0]) & (far < MIDDLE_TILES[1])]
        middle = off[rng.integers(len(off))][None]
        near = _on_foot(simulation, middle, around) < ABOUT_TILES
        side = around[near & (far > FROM_TILES[0]) & (far < FROM_TILES[1])]
        if len(side) >= COUNT // 2:
            break
    chosen = side[rng.integers(0, len(side), COUNT)]
    place(simulation, Sort.FLANKER, chosen[:FAST])
    place(simulation, Sort.SHAMBLER, chosen[FAST:])
    _alarm(simulation)
    return simulation


def _alarm(simulation: Simulation) -> None:
    """Let all hunt the hero, who is lit and does not die."""
    world = simulation.world
    hero, dead = (world.table["Entity.id"][world.span(kind)] for kind in (PLAYER, DEAD))
    with world.edit(Health, hero) as health:
        health.hp[...] = health.most[...] = DEATHLESS
    with world.edit(Lamp, hero) as lamp:
        lamp.is_on[...] = True
    with world.edit(Mind, dead) as mind:
        mind.mood[...], mind.foe[...], mind.goal[...] = Mood.HUNT, hero[0], _hero(simulation)
    with world.edit(Senses, dead) as senses:
        senses.spot[...], senses.spot_at[...], senses.detect[...] = _hero(simulation), 0, 1


def _hero(simulation: Simulation) -> Vec:
    world = simulation.world
    pos: Vec = world.view(Body, world.span(PLAYER)).pos[0].copy()
    return pos


def _on_foot(simulation: Simulation, goals: Vec, pos: Vec) -> Values:
    """Return how far places ``(k, 2)`` are from the nearest goal on foot, ``(k,)`` tiles."""
    links = simulation.world.resource(Ground).links
    field = distance_field(links, [(int(x), int(y)) for x, y in goals.tolist()])
    there = pos.astype(np.intp)
    return np.asarray(field[there[:, 1], there[:, 0]] / STRAIGHT, np.float64)


def _attack(simulation: Simulation) -> bool:
    """Whether they attack: all together, or, each for itself, as the first is at hand."""
    world = simulation.world
    if "packs" in simulation.rules.without:
        away = world.view(Body, world.span(DEAD)).pos - _hero(simulation)
        return bool(((away * away).sum(axis=1) < AT_HAND * AT_HAND).any())
    return any(ring.rush_until > simulation.tick for ring in world.resource(Packs).rings)


def _held(simulation: Simulation) -> Grid:
    """Return which sectors are held, ``(16,)``."""
    world, hero = simulation.world, _hero(simulation)
    away = world.view(Body, world.span(DEAD)).pos - hero
    far = np.sqrt((away * away).sum(axis=1))
    on_foot = _on_foot(simulation, hero[None], hero + away)
    near = on_foot < 1.4 * 8
    return held(away[near], far[near])


def _open_sectors(simulation: Simulation) -> Grid:
    """Return the sectors one can stand in, ``(16,)``."""
    ground, hero = simulation.world.resource(Ground), _hero(simulation)
    found = slots.begin(ground, int(hero[1]) * ground.links.shape[1] + int(hero[0]), -1)
    while not slots.advance(found, ground):
        pass
    return np.asarray(found.cell >= 0)


def exits(simulation: Simulation) -> float:
    """Return the share of the tiles 9 to 11 tiles off that a sprinter still reaches."""
    world, hero = simulation.world, _hero(simulation)
    links = world.resource(Ground).links
    at = int(hero[0]), int(hero[1])
    there = distance_field(links, [at]) / STRAIGHT
    soon = there / RUN < _dead_there(simulation)
    soon[at[1], at[0]] = True
    way = distance_field(np.where(soon, links, np.uint8(0)), [at], np.where(soon, 1, 1000).astype(np.int32))
    ring = (there >= RING_TILES[0]) & (there <= RING_TILES[1])
    return float((ring & soon & (way < UNREACHED)).sum() / max(int(ring.sum()), 1))


def _dead_there(simulation: Simulation) -> Values:
    """Return when the first of the dead has a tile in its grip, ``(h, w)`` s."""
    world = simulation.world
    rows, links = world.span(DEAD), world.resource(Ground).links
    sort, pos = world.table["Actor.sort"][rows], world.table["Body.pos"][rows]
    soonest = np.full(links.shape, np.inf)
    for each in np.unique(sort).tolist():
        goals = [(int(x), int(y)) for x, y in pos[sort == each].tolist()]
        far = distance_field(links, goals) / STRAIGHT - GRIP_TILES
        soonest = np.minimum(soonest, far / float(simulation.tuning.bestiary.hunt[each]))
    return soonest


def judge(results: Results) -> list[Row]:
    """Hold the measures against their bars."""
    return [
        _row(results, "open held", "sectors held in the open, of 16", HELD),
        _row(results, "street share", "share of the open sectors held in streets", SHARE),
        _row(results, "rooms share", "share of the open sectors held in rooms", SHARE),
        at_most(
            "encircle",
            "safe exits in the open, share",
            results.median(PLAYED, "open exits"),
            EXITS,
            control=results.median(SINGLE, "open exits"),
            interval=median_interval(results.of(PLAYED, "open exits")),
        ),
    ]


def _row(results: Results, measure: str, words: str, bar: float) -> Row:
    return at_least(
        "encircle",
        words,
        results.median(PLAYED, measure),
        bar,
        control=results.median(SINGLE, measure),
        interval=median_interval(results.of(PLAYED, measure)),
    )


CLAIMS = (Claim("encircle", (PLAYED, SINGLE), run, judge),)
