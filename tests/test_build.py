"""A level, a seed and rules become a world."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import scene

from game.data.area import Area
from game.data.condition import Condition
from game.data.enums import Actor as ActorName
from game.data.enums import Facing, Faction, Squad
from game.data.errors import BadInput
from game.data.script import Script
from game.data.sketch import sketch
from game.data.things import Post, Route, Spawn, SpawnField, Start
from game.data.tuning import Rules, load_tuning
from game.ecs.world import World
from game.sim.build import build
from game.sim.components import (
    CIVILIAN,
    COMPANION,
    DEAD,
    PLAYER,
    SOLDIER,
    Actor,
    Arms,
    Body,
    Drive,
    Health,
    Hero,
    Mind,
    Mood,
    Pulse,
    Side,
    Sort,
)
from game.sim.ground import is_blocked
from game.sim.resources import Ground
from game.sim.spawn import SQUADS_A_FIELD, populate, spawn_thing
from game.sim.waking import wakings

TUNING = load_tuning()
YARD = """
    ####################
    #@.................#
    #..................#
    #.......####.......#
    #..................#
    #..................#
    ####################
"""


def made_of(*things: Spawn | SpawnField | Route | Post | Start, seed: int = 1, crowd: int = 0) -> World:
    level = sketch(YARD, things=things)
    return build(level, seed, Rules(), TUNING, Script(), crowd=crowd)


def field(low: int = 20, high: int = 20, **more: object) -> SpawnField:
    return SpawnField(area=Area.rect(4, 1, 14, 5), count_min=low, count_max=high, **more)  # type: ignore[arg-type]


def places(world: World) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.asarray(world.view(Body, world.span(DEAD)).pos)


def test_the_hero_stands_at_the_start_as_nam_ra_does() -> None:
    world = made_of()
    row = world.span(PLAYER)
    assert world.view(Body, row).pos.tolist() == [[1.5, 1.5]]
    assert world.view(Actor, row).sort[0] == Sort.NAMRA
    assert world.view(Actor, row).side[0] == Side.HALFBIE
    assert world.view(Health, row).hp[0] == 100
    assert world.view(Hero, row).hunger[0] == TUNING.hunger.start


def test_another_start_is_another_slot() -> None:
    level = sketch(YARD, things=[Start(area=Area.point(5.5, 4.5), slot=2, facing=Facing.NORTH)])
    world = build(level, 1, Rules(), TUNING, Script(), start=2)
    assert world.view(Body, world.span(PLAYER)).pos.tolist() == [[5.5, 4.5]]
    assert world.view(Body, world.span(PLAYER)).heading.tolist() == [[0, -1]]


def test_a_level_without_that_start_is_refused_in_one_line() -> None:
    with pytest.raises(BadInput, match=r"no Start with slot 0"):
        build(sketch("..."), 1, Rules(), TUNING, Script())


@pytest.mark.parametrize(
    ("actor", "kind", "side"),
    [
        (ActorName.BRUTE, DEAD, Side.DEAD),
        (ActorName.SOLDIER, SOLDIER, Side.ARMY),
        (ActorName.HALFBIE, COMPANION, Side.HALFBIE),
        (ActorName.CIVILIAN, CIVILIAN, Side.SURVIVOR),
    ],
)
def test_everybody_is_of_the_kind_and_side_of_their_sort(actor: ActorName, kind: object, side: Side) -> None:
    world = made_of(Spawn(area=Area.point(9.5, 1.5), actor=actor, facing=Facing.WEST))
    span = world.span(kind)  # type: ignore[arg-type]  # a Kind
    assert world.view(Actor, span).side.tolist() == [side]
    assert world.view(Body, span).heading.tolist() == [[-1, 0]]
    assert world.view(Health, span).hp[0] == TUNING.bestiary.hp[Sort[actor.name]]


def test_an_author_may_say_whose_side_somebody_is_on() -> None:
    world = made_of(Spawn(area=Area.point(9.5, 1.5), faction=Faction.ARMY))
    assert world.view(Actor, world.span(DEAD)).side.tolist() == [Side.ARMY]


def test_a_soldier_carries_a_loaded_rifle() -> None:
    world = made_of(Spawn(area=Area.point(9.5, 1.5), actor=ActorName.SOLDIER))
    assert world.view(Arms, world.span(SOLDIER)).loaded[0] == 20


def test_moods_at_birth_follow_sleep_route_and_post() -> None:
    route = Route(id=7, area=Area("polyline", ((2, 2), (9, 2))))
    post = Post(id=8, area=Area.point(9, 4))
    at = Area.point(9.5, 1.5)
    for more, mood in (
        ({"asleep": True}, Mood.ASLEEP),
        ({"route": 7}, Mood.PATROL),
        ({"post": 8}, Mood.GUARD),
        ({}, Mood.IDLE),
        ({"actor": ActorName.SOLDIER}, Mood.GUARD),
    ):
        world = made_of(route, post, Spawn(area=at, **more))
        assert world.view(Mind, world.rows(Mind)).mood.tolist() == [mood]


def test_whoever_waits_for_a_condition_is_not_there_until_called() -> None:
    later = Spawn(id=50, area=Area.point(9.5, 1.5), when=Condition.parse("event:alarm"))
    world = made_of(later)
    assert len(places(world)) == 0
    spawn_thing(world, later)
    world.apply()
    assert len(places(world)) == 1
    assert world.view(Actor, world.span(DEAD)).thing.tolist() == [50]


def test_sleepers_know_what_wakes_them() -> None:
    bell, gun = Condition.parse("event:bell"), Condition.parse("event:gun")
    things = [field(2, 2, asleep=True, wake=each) for each in (bell, gun, bell)]
    level = sketch(YARD, things=things)
    assert wakings(level) == (bell, gun)
    world = build(level, 1, Rules(), TUNING, Script())
    assert sorted(world.view(Mind, world.span(DEAD)).wake.tolist()) == [0, 0, 0, 0, 1, 1]


def test_a_field_spreads_its_people_over_free_ground_apart_from_one_another() -> None:
    world = made_of(field(40, 40))
    at = places(world)
    assert len(at) == 40
    assert not is_blocked(world.resource(Ground), at).any()
    gap = np.sqrt(((at[:, None] - at[None]) ** 2).sum(axis=2)) + np.eye(40) * 9
    assert gap.min() >= 0.6
    assert np.ptp(at[:, 0]) > 10


def test_a_field_too_small_for_them_takes_them_all_the_same() -> None:
    tight = SpawnField(area=Area.rect(5, 1, 1, 1), count_min=12, count_max=12)
    world = made_of(tight)
    assert len(places(world)) == 12
    assert not is_blocked(world.resource(Ground), places(world)).any()


def test_a_field_on_a_wall_puts_its_people_beside_it() -> None:
    world = made_of(SpawnField(area=Area.rect(9, 3, 1, 1), count_min=3, count_max=3))
    assert not is_blocked(world.resource(Ground), places(world)).any()


def test_how_many_come_lies_between_least_and_most() -> None:
    counts = {len(places(made_of(field(2, 6), seed=seed))) for seed in range(40)}
    assert counts == {2, 3, 4, 5, 6}


def test_chance_decides_whether_somebody_is_there() -> None:
    maybe = Spawn(area=Area.point(9.5, 1.5), chance=0.5)
    there = [len(places(made_of(maybe, seed=seed))) for seed in range(60)]
    assert 15 < sum(there) < 45
    never = Spawn(area=Area.point(9.5, 1.5), chance=0.0)
    assert not any(len(places(made_of(never, seed=seed))) for seed in range(10))


@pytest.mark.parametrize(
    ("squad", "sizes"),
    [(Squad.LONE, None), (Squad.PAIR, {2}), (Squad.PACK, {3, 4, 5, 6}), (Squad.HORDE, {12})],
)
def test_squads_are_as_large_as_they_are_called(squad: Squad, sizes: set[int] | None) -> None:
    world = made_of(field(12, 12, squad=squad, id=90))
    squads = world.view(Actor, world.span(DEAD)).squad
    if sizes is None:
        assert squads.tolist() == [-1] * 12
        return
    numbers, counts = np.unique(squads, return_counts=True)
    assert ((numbers >= 90 * SQUADS_A_FIELD) & (numbers < 91 * SQUADS_A_FIELD)).all()
    assert counts[0] in sizes
    assert counts.sum() == 12


def test_breaths_differ_a_little() -> None:
    world = made_of(field(120, 120))
    pulse = world.view(Pulse, world.span(DEAD))
    natural = TUNING.unison.rate_hz * 65536 / 60
    assert np.abs(pulse.rate / natural - 1).max() <= 2 * TUNING.unison.rate_sd + 0.001
    assert np.std(pulse.rate / natural) == pytest.approx(TUNING.unison.rate_sd, rel=0.3)
    assert len(set(pulse.theta.tolist())) > 100


def test_the_same_seed_builds_the_same_world_and_another_another() -> None:
    one, two, other = (made_of(field(5, 9), field(3, 9), seed=seed) for seed in (3, 3, 4))
    assert one.hashes() == two.hashes()
    assert one.checksum() != other.checksum()


def test_whoever_is_called_into_a_wall_comes_beside_it() -> None:
    made = scene("#####\n#.#.#\n#####")
    populate(made.world, Sort.SHAMBLER, np.array([[2.6, 1.5]], np.float32))
    made.world.apply()
    assert made.world.view(Body, made.world.span(DEAD)).pos[0, 0] == pytest.approx(3.375)


def test_a_crowd_for_measuring_is_spread_and_keeps_off_the_hero() -> None:
    art = "#" * 62 + "\n" + ("#" + "." * 60 + "#\n") * 40 + "#" * 62
    level = sketch(art, things=[Start(area=Area.point(5.5, 5.5)), *[field(50, 50) for _ in range(10)]])
    world = build(level, 1, Rules(), TUNING, Script(), crowd=2000)
    at = places(world)
    assert len(at) == 2500
    crowd = at[world.view(Actor, world.span(DEAD)).thing == 0]
    assert np.sqrt(((crowd - np.float32(5.5)) ** 2).sum(axis=1)).min() > 10
    tiles, counts = np.unique(np.floor(crowd), axis=0, return_counts=True)
    assert counts.max() <= 2
    assert len(tiles) > 1500
    assert len(world.view(Drive, world.rows(Drive)).act) == 2501
