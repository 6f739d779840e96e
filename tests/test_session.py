"""Sessions and the simulation as an object: tags are checkpoints, dying costs time, all is repeatable."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.data.sketch import sketch
from game.data.things import Exit
from game.data.tuning import Assist, Rules
from game.ecs.state import VALUES, duplicate, is_frozen
from game.ecs.world import NOBODY
from game.play.bots import RandomPresses
from game.play.game import Setup, play
from game.play.session import Session
from game.play.simulation import Simulation
from game.sim.components import DEAD, Body, Health, Hero, Mind, Mood, Pilot, Plan, Senses, Sort, Task
from game.sim.happenings import Hit
from game.sim.intent import Intent
from game.sim.resources import Clock, Story, Tension
from game.sim.spawn import populate

WALK = """
##################
#@....T..........#
#................#
#...............E#
##################
"""
EAST = Intent((127, 0))


def begin(lives: int | None = None, seed: int = 1) -> Session:
    return Session(Simulation(sketch(WALK), seed), lives)


def hero(session: Session) -> int:
    world = session.simulation.world
    return int(world.table["Entity.id"][world.rows(Pilot)][0])


def kill(session: Session) -> None:
    """Strike the hero down within the next ticks."""
    world = session.simulation.world
    with world.edit(Health, hero(session)) as health:
        health.hp[...] = 1
        health.immune_until[...] = 0
    world.events.emit(Hit, target=hero(session), damage=500)


def walk(session: Session, ticks: int) -> None:
    for _ in range(ticks):
        session.play([EAST])


def test_a_tag_is_a_checkpoint() -> None:
    session = begin()
    assert session.checkpoint_number == 0
    walk(session, 150)
    assert session.checkpoint_number == 1


def test_death_brings_back_the_last_tag_and_the_tallies_remember() -> None:
    session = begin()
    walk(session, 200)
    far = session.where()[0]
    kill(session)
    walk(session, 3)
    assert session.outcome == ""
    assert session.where()[0] < far
    assert abs(session.where()[0] - 6.5) < 1.5, "at the tag"
    assert session.tally.deaths == 1
    assert session.tally.ticks == 203, "which count on"
    assert session.simulation.world.resource(Clock).tick < 203
    assert session.tally.died_at[0][1] == pytest.approx(far, abs=0.3)


@pytest.mark.parametrize(("had", "has"), [(15, 60), (85, 85)])
def test_nobody_comes_back_too_weak_to_walk_away_nor_healed_more_than_that(had: int, has: int) -> None:
    session = begin()
    with session.simulation.world.edit(Health, np.array([hero(session)])) as health:
        health.hp[...] = had
    walk(session, 150)
    assert session.checkpoint_number == 1
    kill(session)
    walk(session, 3)
    health = session.simulation.world.view(Health, session.simulation.world.rows(Pilot))
    assert (session.tally.deaths, round(float(health.hp[0]))) == (1, has)


def test_nobody_is_sent_for_a_while_to_whoever_comes_back() -> None:
    session = begin()
    walk(session, 150)
    kill(session)
    walk(session, 3)
    world = session.simulation.world
    quiet, least = world.resource(Tension).quiet_until, session.simulation.tuning.director.relax[0]
    assert quiet - world.resource(Clock).tick == pytest.approx(least * 60, abs=5)


def test_the_dead_have_lost_whoever_comes_back() -> None:
    session = begin()
    world = session.simulation.world
    hunter = populate(world, Sort.SHAMBLER, np.array([[15.5, 3.5]], np.float32))
    world.apply()
    walk(session, 60)
    with world.edit(Mind, hunter) as mind, world.edit(Plan, hunter) as plan:
        mind.mood[...], mind.foe[...], plan.task[...] = Mood.HUNT, hero(session), Task.SLOT
    with world.edit(Senses, hunter) as senses:
        senses.detect[...], senses.spot_at[...] = 1, world.resource(Clock).tick
    walk(session, 90)
    assert session.checkpoint_number == 1
    dead = world.span(DEAD)
    assert world.view(Mind, dead).mood[0] == Mood.HUNT
    kill(session)
    session.retry()
    mind, senses = world.view(Mind, dead), world.view(Senses, dead)
    assert (mind.mood[0], mind.foe[0], senses.detect[0]) == (Mood.IDLE, NOBODY, 0)
    assert world.view(Plan, dead).task[0] == Task.NONE


def test_resolve_grows_with_each_death_of_the_session() -> None:
    rules = Rules(assist=Assist(resolve=True))
    session = Session(Simulation(sketch(WALK), 1, rules))
    lost = []
    for _ in range(3):
        walk(session, 2)
        session.simulation.world.events.emit(Hit, target=hero(session), damage=20)
        walk(session, 1)
        with session.simulation.world.edit(Health, hero(session)) as health:
            lost.append(float(health.most[0] - health.hp[0]))
        kill(session)
        walk(session, 1)
    assert lost == pytest.approx([16.0, 15.6, 15.2])


def test_a_person_stays_down_until_they_come_back() -> None:
    session = begin()
    walk(session, 60)
    kill(session)
    for _ in range(5):
        session.step([EAST])
    assert session.is_down
    assert session.outcome == ""
    session.retry()
    assert session.simulation.outcome == ""
    assert session.where() == (1.5, 1.5)


def test_when_no_life_is_left_it_is_over() -> None:
    session = begin(lives=2)
    for _ in range(2):
        assert session.outcome == ""
        kill(session)
        walk(session, 3)
    assert session.outcome == "dead"
    assert session.result()["deaths"] == 2


def test_the_exit_ends_it() -> None:
    session = begin()
    assert session.simulation.level.of(Exit)
    for _ in range(600):
        session.play([Intent((127, 90))])
        if session.outcome:
            break
    assert session.outcome == "exit"


def test_a_clone_goes_its_own_way() -> None:
    session = begin()
    walk(session, 30)
    twin = session.simulation.clone()
    assert twin.hashes() == session.simulation.hashes()
    twin.step([EAST])
    assert twin.state_hash() != session.simulation.state_hash()


def test_the_simulation_tells_what_happened_once() -> None:
    simulation = Simulation(sketch(WALK))
    told = [each for _ in range(60) for each in simulation.step([EAST])]
    assert len({id(each) for each in told}) == len(told)
    assert [each.tick for each in told] == sorted(each.tick for each in told)


def test_missing_intents_are_idle() -> None:
    one, two = Simulation(sketch(WALK)), Simulation(sketch(WALK))
    for _ in range(20):
        one.step()
        two.step([Intent.IDLE])
    assert one.hashes() | {"Inbox": 0} == two.hashes() | {"Inbox": 0}


@given(seed=st.integers(0, 2**32 - 1), rest=st.integers(1, 40))
@settings(max_examples=8, deadline=None)
def test_a_snapshot_put_back_leads_to_the_same_future(seed: int, rest: int) -> None:
    session = play(begin(seed=seed), RandomPresses(seed), 30)
    kept = session.simulation.snapshot()
    futures = []
    for _ in range(2):
        session.simulation.restore(kept)
        bot = RandomPresses(seed + 1)
        hashes = []
        for _ in range(rest):
            session.simulation.step([bot.act(None)])  # type: ignore[arg-type]  # it looks at nothing
            hashes.append(session.simulation.state_hash())
        futures.append(hashes)
    assert futures[0] == futures[1]


def test_a_hash_names_the_component_that_differs() -> None:
    one, two = Simulation(sketch(WALK)), Simulation(sketch(WALK))
    with two.world.edit(Hero, int(two.world.table["Entity.id"][two.world.rows(Pilot)][0])) as view:
        view.hunger += 1
    assert [name for name, crc in one.hashes().items() if two.hashes()[name] != crc] == ["Hero"]


def test_the_result_is_plain_values() -> None:
    session = begin()
    walk(session, 10)
    told = session.result()
    assert told["outcome"] == "timeout"
    assert told["seconds"] == pytest.approx(10 / 60, abs=0.01)
    assert told["tags"] == len(session.simulation.world.resource(Story).tags)
    assert len(session.simulation.world.view(Body).pos)


def test_what_copies_of_the_world_share_never_changes() -> None:
    session = play(Setup("hyosan").open(), RandomPresses(1), 240)
    state = {type(each).__name__: duplicate(each) for each in session.simulation.world.state}
    shared = list(values(state))
    assert shared
    for value in shared:
        inside = value if isinstance(value, tuple) else vars(value).values()
        assert all(isinstance(part, VALUES) for part in inside), value


def values(held: Any) -> Iterator[Any]:
    """Every tuple and frozen object in what a resource holds."""
    if isinstance(held, tuple) or is_frozen(type(held)):
        yield held
    parts = held.values() if isinstance(held, dict) else held if isinstance(held, (list, tuple)) else ()
    for part in (*parts, *getattr(held, "__dict__", {}).values()):
        yield from values(part)
