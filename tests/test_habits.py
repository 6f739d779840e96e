"""Bots with one habit: each does what it is named for, and nothing but what it may know."""

from __future__ import annotations

import numpy as np
import pytest

from game.data.level import Level
from game.data.script import Script
from game.data.sketch import sketch
from game.play.bots.counterplay import COUNTERPLAY
from game.play.bots.habits import HABITS
from game.play.bots.known_ways import KnownWays, known_ways
from game.play.bots.person import Person
from game.play.claims.town import place
from game.play.observe import Observer
from game.play.simulation import Simulation
from game.sim.components import PLAYER, Arms, Bag, Body, Button, Mind, Mood, Sort, Weapon
from game.sim.intent import Intent

ROOMS = """
    ################################
    #..............................#
    #..............................#
    #....######.......######.......#
    #....#....#.......#....#.......#
    #..@.#....#.......#....#.......#
    #....#.............#...........#
    #....#....#.......#....#.......#
    #....######.......######.......#
    #..............................#
    #..............................#
    ################################
"""


@pytest.fixture(scope="module")
def rooms() -> Level:
    """Two rooms in a yard, by day."""
    return sketch(ROOMS, hero="onjo")


def game(level: Level, *foes: tuple[float, float]) -> Simulation:
    """A game with a bottle, a pistol, and shamblers that hunt."""
    simulation = Simulation(level, script=Script())
    world = simulation.world
    hero = world.table["Entity.id"][world.span(PLAYER)][:1]
    with world.edit(Bag, hero) as bag:
        bag.bottles[...], bag.has_pistol[...] = 9, True
    with world.edit(Arms, hero) as arms:
        arms.weapon[...], arms.loaded[...], arms.spare[...] = Weapon.PISTOL, 7, 99
    if foes:
        ids = place(simulation, Sort.SHAMBLER, np.array(foes, np.float32))
        with world.edit(Mind, ids) as mind:
            mind.mood[...], mind.foe[...] = Mood.HUNT, hero[0]
    return simulation


def made(level: Level, name: str, seed: int = 1) -> Person:
    """A bot of this habit."""
    return HABITS[name](known_ways(level), seed)


def played(simulation: Simulation, bot: Person, seconds: float = 4.0) -> list[Intent]:
    """What a bot asks for in so long."""
    observer, asked = Observer(simulation), []
    for _ in range(round(seconds * 60)):
        asked.append(bot.act(observer.see()))
        simulation.step(asked[-1:])
    return asked


def held(asked: list[Intent], button: Button) -> bool:
    """Whether it ever pressed this."""
    return any(each.held & button for each in asked)


def test_the_plain_walker_walks_far_and_presses_nothing(rooms: Level) -> None:
    simulation = game(rooms, (12.5, 5.5))
    start = simulation.world.view(Body, simulation.world.span(PLAYER)).pos[0].copy()
    asked = played(simulation, made(rooms, "plain"), 3)
    assert not any(each.held for each in asked)
    assert abs(simulation.world.view(Body, simulation.world.span(PLAYER)).pos[0] - start).sum() > 3


@pytest.mark.parametrize(
    ("habit", "button"),
    [
        ("gunner", Button.ATTACK),
        ("torch", Button.TORCH),
        ("thrower", Button.THROW),
        ("sprinter", Button.SPRINT),
    ],
)
def test_each_does_what_it_is_named_for(rooms: Level, habit: str, button: Button) -> None:
    foes = (3.5, 9.5), (3.5, 1.5), (1.5, 9.5)
    assert held(played(game(rooms, *foes), made(rooms, habit)), button)


@pytest.mark.parametrize("habit", ["gunner", "thrower", "sprinter"])
def test_with_nobody_near_there_is_nothing_to_do(rooms: Level, habit: str) -> None:
    asked = played(game(rooms), made(rooms, habit))
    assert not any(each.held for each in asked)


def test_the_hider_ends_in_a_corner_and_stands_still(rooms: Level) -> None:
    simulation = game(rooms)
    bot = made(rooms, "hider")
    asked = played(simulation, bot, 12)
    assert any(each.move == (0, 0) for each in asked)
    still = [each.move == (0, 0) for each in asked]
    assert sum(still) > 60 * 3


def test_the_round_is_the_same_in_every_life(rooms: Level) -> None:
    ways = known_ways(rooms)
    first, second = HABITS["route"](ways, 5), HABITS["route"](ways, 5)
    assert getattr(first, "stops") == getattr(second, "stops")  # noqa: B009 - not of every Person


@pytest.mark.parametrize("habit", [*HABITS])
def test_the_same_seed_plays_the_same(rooms: Level, habit: str) -> None:
    foes = (6.5, 1.5), (3.5, 9.5)
    assert played(game(rooms, *foes), made(rooms, habit)) == played(game(rooms, *foes), made(rooms, habit))


@pytest.mark.parametrize("habit", [*HABITS])
def test_who_is_behind_a_wall_changes_nothing(rooms: Level, habit: str) -> None:
    near, far = game(rooms, (7.5, 4.5)), game(rooms, (21.5, 4.5))
    for each in (near, far):
        rows = each.world.rows(Mind)
        ids = each.world.table["Entity.id"][rows]
        with each.world.edit(Mind, ids) as mind:
            mind.mood[...] = Mood.ASLEEP
    assert played(near, made(rooms, habit), 0.5) == played(far, made(rooms, habit), 0.5)


@pytest.mark.parametrize("habit", [*COUNTERPLAY])
def test_what_undoes_a_lesson_leaves_the_habit(rooms: Level, habit: str) -> None:
    button = {"gunner": Button.ATTACK, "torch": Button.TORCH}.get(habit, Button.RELOAD)
    bot = COUNTERPLAY[habit](known_ways(rooms), 1)
    assert not held(played(game(rooms, (3.5, 9.5), (3.5, 1.5)), bot), button)


def test_known_ways_lead_round_walls_to_the_goal(rooms: Level) -> None:
    ways: KnownWays = known_ways(rooms)
    goal, at = (7, 5), (3.5, 5.5)
    assert ways.far(at, goal) > 10
    for _ in range(400):
        x, y = ways.toward(at, goal)
        at = at[0] + x * 0.1, at[1] + y * 0.1
    assert abs(at[0] - 7.5) + abs(at[1] - 5.5) < 0.6
