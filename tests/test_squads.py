"""Squads: leaders, halves, cover, fire that pins, calls for help; and who is whose foe."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scenes import Scene, scene

from game.data.area import Area
from game.data.level import Level
from game.data.things import Cover
from game.data.tuning import load_tuning
from game.ecs.world import NOBODY
from game.sim.components import (
    Act,
    Actor,
    Arms,
    Body,
    Health,
    Lamp,
    Mind,
    Mood,
    Nerve,
    Senses,
    Side,
    Weapon,
)
from game.sim.happenings import Died, Fired, Heard, Noise, Noticed, Radioed, Word
from game.sim.resource_squads import Band, Squads
from game.sim.resources import Clock
from game.sim.settle.nerve import pin_down
from game.sim.sides import FOES, HARMS
from game.sim.think.bounding import drill
from game.sim.think.cover import next_shelter, shelter
from game.sim.think.squads import form_squads

ARMY = load_tuning().army


def yard(*rows: str, wide: int = 30, high: int = 9) -> str:
    """A walled yard, with rows of somebody in the middle of it."""
    empty = ["." * wide] * ((high - len(rows)) // 2)
    inside = [*empty, *[row.ljust(wide, ".") for row in rows], *empty]
    return "\n".join(["#" * (wide + 2), *[f"#{row}#" for row in inside], "#" * (wide + 2)])


def numbers(made: Scene) -> list[int]:
    rows = made.world.resolve(np.array(made.all["A"]))[0]
    return [int(n) for n in made.world.table["Actor.squad"][rows]]


def column(made: Scene, key: str) -> Any:
    return made.world.table[key][made.world.resolve(np.array(made.all["A"]))[0]]


def words(made: Scene) -> list[Word]:
    return [Word(row["word"]) for row in made.heard(Radioed)]


def all_of(made: Scene, letter: str, component: type[Any], **values: Any) -> None:
    for who in made.all[letter]:
        with made.world.edit(component, who) as view:
            for key, value in values.items():
                getattr(view, key)[...] = value


# -- squads and leaders --------------------------------------------------------------------------


def test_soldiers_near_one_another_make_a_squad_and_those_far_off_another() -> None:
    made = scene(yard("A.A.A................A.A")).run(6, form_squads)
    one, two = numbers(made)[:3], numbers(made)[3:]
    assert len(set(one)) == len(set(two)) == 1
    assert set(one).isdisjoint(two)
    assert NOBODY not in {*one, *two}


def test_a_soldier_who_stands_with_the_survivors_is_in_no_squad_of_the_army() -> None:
    made = scene(yard("A.A.A"))
    with made.world.edit(Actor, made.all["A"][1]) as actor:
        actor.side[...] = Side.SURVIVOR
    first, other, last = numbers(made.run(6, form_squads))
    assert first == last != other


def test_a_squad_has_no_more_than_so_many() -> None:
    made = scene(yard("A" * 9)).run(6, form_squads)
    assert np.unique(numbers(made), return_counts=True)[1].max() == ARMY.squad_most


def test_the_eldest_leads_and_death_or_surrender_passes_it_on() -> None:
    made = scene(yard("A.A.A")).run(6, form_squads)
    squads, (first, second, third) = made.world.resource(Squads), made.all["A"]
    (band,) = squads.bands.values()
    assert band.leader == first
    made.world.kill(first)
    made.world.apply()
    made.run(30, form_squads)
    assert band.leader == second
    with made.world.edit(Mind, second) as mind:
        mind.mood[...] = Mood.SURRENDER
    made.run(30, form_squads)
    assert band.leader == third
    assert words(made) == [Word.LEAD, Word.LEAD]
    assert band.shaken_until > made.world.resource(Clock).tick


def test_what_is_said_over_the_radio_crackles_near_whoever_says_it() -> None:
    made = scene(yard("A.A.A")).run(6, form_squads)
    made.world.kill(made.all["A"][0])
    made.world.apply()
    made.run(31)
    (said,) = [n for n in made.heard(Noise) if n["heard"] == Heard.RADIO]
    assert said["source"] == made.all["A"][1]


# -- fire and movement ---------------------------------------------------------------------------


def test_the_halves_of_a_squad_take_turns_and_who_is_alone_needs_none() -> None:
    number, ids = np.array([7, 7, 7, 9]), np.array([30, 10, 20, 40])
    bound = round(ARMY.bound_s * 60)
    now, then = (drill(Squads(), number, ids, tick, ARMY) for tick in (0, bound))
    assert now.may_go.tolist() == [True, True, False, True]
    assert then.may_go.tolist() == [False, False, True, True]
    assert now.is_alone.tolist() == [False, False, False, True]


def test_a_shaken_squad_does_not_move_up() -> None:
    squads = Squads({7: Band(10, shaken_until=50)})
    number, ids = np.array([7, 7]), np.array([10, 20])
    assert not drill(squads, number, ids, 0, ARMY).may_go.any()
    assert drill(squads, number, ids, 50, ARMY).may_go.any()


def fighting(art: str, **want: Any) -> Scene:
    """Soldiers who know where the foe is, and one of the dead asleep that nothing kills."""
    made = scene(art, **want)
    all_of(made, "s", Mind, mood=Mood.ASLEEP)
    all_of(made, "s", Health, hp=9999, most=9999)
    made.run(6)
    at, tick = made.pos("s"), made.world.resource(Clock).tick
    all_of(made, "A", Mind, mood=Mood.HUNT, foe=made.who["s"], ready_at=0)
    all_of(made, "A", Senses, spot=at, spot_at=tick + 600, detect=1)
    return made


def test_while_one_half_moves_up_the_other_stands_and_shoots() -> None:
    made = fighting(yard(".A", ".A", ".A", ".A.........................s", high=10))
    moved, shot = set(), set()
    for _ in range(int(60 * ARMY.bound_s) - 10):
        made.run(1)
        runs = np.hypot(*column(made, "Drive.want").T) > 1
        fires = column(made, "Drive.act") == Act.SHOOT
        assert not (runs & fires).any()
        moved |= set(np.flatnonzero(runs).tolist())
        shot |= set(np.flatnonzero(fires).tolist())
    assert len(moved) == 2
    made.seconds(ARMY.bound_s)
    assert np.ptp(column(made, "Body.pos")[:, 0]) < 4


def test_by_bounds_all_of_them_get_there() -> None:
    made = fighting(yard(".A", ".A", ".A.........................s")).seconds(12)
    assert column(made, "Body.pos")[:, 0].min() > 11


@pytest.mark.parametrize(("wall", "ago_s", "fire"), [(".", 0, True), ("#", 0, False), (".", 3, False)])
def test_they_fire_a_while_at_where_the_foe_was_and_not_through_a_wall(
    wall: str, ago_s: float, *, fire: bool
) -> None:
    made = fighting(yard(f".A..{wall}......s", f".A..{wall}", f"....{wall}"))
    lost_at = made.world.resource(Clock).tick - round(60 * ago_s)
    made.set(Body, "s", pos=(27.5, 2.5), was=(27.5, 2.5))  # gone
    all_of(made, "A", Senses, spot_at=lost_at)
    all_of(made, "A", Body, heading=(0, -1))
    assert bool(made.seconds(0.7).heard(Fired)) == fire


def test_behind_a_cover_is_away_from_the_foe_under_every_symmetry() -> None:
    for turn in range(8):
        x, y = [(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1), (-1, 1), (-1, -1), (1, -1)][turn]
        box = Cover(id=90, name="", layer="", line=0, area=Area.rect(15, 5, 1, 1))
        level = scene(yard("A"), things=[box]).world.resource(Level)
        foe = np.array([[15.5 + 8 * x, 5.5 + 8 * y]], np.float32)
        has, place = shelter(level, np.array([[15.5, 5.5]], np.float32), foe, 3)
        assert has[0]
        assert (place[0] - (15.5, 5.5)) @ (x, y) < -0.9


def test_the_next_cover_lies_nearer_to_the_foe_but_not_at_its_throat() -> None:
    boxes = [
        Cover(id=90 + k, name="", layer="", line=0, area=Area.rect(x, 4, 1, 1))
        for k, x in enumerate((4, 10, 20))
    ]
    level = scene(yard("A"), things=boxes).world.resource(Level)
    here, foe = np.array([[7.5, 4.5]], np.float32), np.array([[22.5, 4.5]], np.float32)
    has, place = next_shelter(level, here, foe, 6, (4, 10))
    assert has[0]
    assert place[0, 0] == pytest.approx(9.5)
    assert not next_shelter(level, np.array([[18.5, 4.5]], np.float32), foe, 6, (4, 10))[0][0]


# -- fire that pins ------------------------------------------------------------------------------


def shot_past(art: str, aside: float = 0.8) -> Scene:
    """A shot flies east past everybody, so far beside them."""
    made = scene(art)
    x, y = made.pos("@")
    made.world.events.emit(
        Fired, who=made.who["@"], pos=[(x, y + aside)], way=[(1, 0)], weapon=int(Weapon.PISTOL)
    )
    return made.run(1, pin_down)


def test_a_shot_close_by_pins_a_soldier_who_then_knows_where_it_came_from() -> None:
    made = shot_past(yard("@.......A"))
    nerve = made.of(Nerve, "A")
    assert nerve.pinned_until[0] == round(ARMY.pinned_s * 60)
    assert nerve.threat[0].tolist() == pytest.approx([made.pos("@")[0], made.pos("@")[1] + 0.8])


@pytest.mark.parametrize(
    ("art", "aside"), [("@.......A", 1.5), ("@...#...A", 0.8), ("A.......@", 0.8), ("@.......h", 0.8)]
)
def test_a_shot_far_off_or_behind_a_wall_or_away_or_by_a_friend_pins_nobody(art: str, aside: float) -> None:
    full = yard("....#", art, "....#") if "#" in art else yard(art)
    made = shot_past(full, aside)
    assert not made.world.view(Nerve).pinned_until.any()


def test_the_dead_have_no_nerves() -> None:
    made = shot_past(yard("@.......s"))
    assert Nerve not in next(k for k in made.world.kinds if k.name == "dead").components
    assert made.of(Nerve, "s").pinned_until[0] == 0


def test_under_fire_he_runs_behind_cover_unhurt() -> None:
    box = Cover(id=90, name="", layer="", line=0, area=Area.rect(14, 3, 1, 1))
    made = scene(yard("@", "...........A"), things=[box]).set(Health, "@", hp=9999, most=9999)
    made.set(Body, "A", heading=(-1, 0)).seconds(2)
    tick = made.world.resource(Clock).tick
    made.set(Nerve, "A", pinned_until=tick + 60, threat=made.pos("@")).seconds(2)
    assert made.of(Health, "A").hp[0] == 60
    assert np.hypot(*np.subtract(made.pos("A"), (15.5, 3.4))) < 1.2


# -- losing --------------------------------------------------------------------------------------


def test_a_squad_that_loses_half_calls_falls_back_and_another_comes() -> None:
    art = yard("A.A.A..............s#....................A.A", high=9, wide=50)
    made = fighting(art)
    far = made.all["A"][3:]
    for who in far:
        with made.world.edit(Mind, who) as mind, made.world.edit(Senses, who) as senses:
            mind.mood[...], senses.detect[...], senses.spot_at[...] = Mood.GUARD, 0, -9999
    made.run(31)
    made.world.kill(np.array(made.all["A"][1:3], np.int64))
    made.world.apply()
    made.run(31)
    assert words(made)[-2:] == [Word.HELP, Word.COMING]
    made.all["A"] = [made.all["A"][0], *far]
    assert column(made, "Mind.mood")[1:].tolist() == [Mood.SEARCH] * 2
    band = made.world.resource(Squads).bands[numbers(made)[0]]
    assert band.falls_back_until > made.world.resource(Clock).tick
    start = made.pos("A")[0]
    all_of(made, "A", Health, hp=60)
    gap = abs(made.pos("s")[0] - start)
    assert abs(made.seconds(2).pos("s")[0] - made.pos("A")[0]) > gap - 0.2
    assert np.hypot(*(column(made, "Mind.goal")[1] - made.pos("s"))) < 3


def test_a_squad_that_is_shaken_calls_nobody_until_it_is_led_again() -> None:
    made = fighting(yard("A.A.A..............s"))
    made.world.kill(np.array(made.all["A"][:2], np.int64))  # the leader among them
    made.world.apply()
    made.all["A"] = made.all["A"][2:]
    made.seconds(ARMY.shaken_s - 0.5)
    assert Word.HELP not in words(made)
    made.seconds(1.6)
    assert Word.HELP in words(made)


# -- three factions ------------------------------------------------------------------------------

PEOPLE = {"s": Side.DEAD, "A": Side.ARMY, "h": Side.HALFBIE, "@": Side.SURVIVOR}


@pytest.mark.parametrize("one", PEOPLE)
@pytest.mark.parametrize("other", PEOPLE)
def test_the_matrix_of_factions(one: str, other: str) -> None:
    people = {Side.SURVIVOR, Side.HALFBIE}
    mine, theirs = PEOPLE[one], PEOPLE[other]
    together = mine is theirs or {mine, theirs} == people
    assert FOES[mine, theirs] == HARMS[mine, theirs] == (not together)


@pytest.mark.parametrize("one", ["s", "A"])
@pytest.mark.parametrize("other", ["s", "A", "h", "@"])
def test_who_sees_whom_becomes_its_foe_or_not(one: str, other: str) -> None:
    pair = [one, other] if one != other else [one, one]
    made = scene(yard(f"..{pair[0]}....{pair[1]}"), hero="onjo")
    if other != one:
        made.set(Body, other, heading=(0, -1))
    made.seconds(2.5)
    hunted = {
        row["foe"] for row in made.heard(Noticed) if row["mood"] == Mood.HUNT and row["who"] == made.who[one]
    }
    expected = {made.who[other]} if FOES[PEOPLE[one], PEOPLE[other]] else set()
    assert hunted == expected


def test_a_noise_between_them_brings_army_and_dead_to_a_fight() -> None:
    art = "\n".join(
        [
            "#" * 33,
            "#...............#...............#",
            "#A..............#..............s#",
            "#A..............................#",
            "#A..............#.............s.#",
            "#...............#..............s#",
            "#" * 33,
        ]
    )
    made = scene(art, ambient=0.0)
    all_of(made, "s", Body, heading=(0, -1))
    all_of(made, "A", Body, heading=(0, -1))
    quiet = made.seconds(3)
    assert not quiet.heard(Fired)
    made.world.events.emit(
        Noise, pos=[(16.5, 3.5)], loudness=26, heard=int(Heard.BOTTLE), side=int(Side.NONE)
    )
    made.seconds(25)
    assert made.heard(Fired)
    assert {row["side"] for row in made.heard(Died)} & {Side.DEAD, Side.ARMY}
    foes = {row["foe"] for row in made.heard(Noticed) if row["mood"] == Mood.HUNT}
    assert foes & set(made.all["s"])


@pytest.mark.parametrize("letter", ["@", "s"])
@pytest.mark.parametrize("is_on", [True, False])
def test_his_torch_lights_what_he_looks_at(letter: str, *, is_on: bool) -> None:
    made = scene(yard(f"A.........{letter}"), ambient=0.0, hero="onjo")
    made.set(Arms, "A", loaded=0, spare=0).set(Lamp, "A", is_on=is_on)
    if letter == "s":
        made.set(Mind, "s", mood=Mood.ASLEEP)
    made.seconds(1.5)
    assert (made.of(Senses, "A").seen[0] == made.who[letter]) == is_on


@pytest.mark.parametrize("beam", [(0.0, 1.0), (0.0, -1.0)])
def test_whom_a_torch_lights_all_see_and_whom_it_misses_nobody(beam: tuple[float, float]) -> None:
    made = scene(yard("A", *[""] * 6, "@.......s", high=10), ambient=0.0, hero="onjo")
    made.set(Body, "A", heading=beam).set(Body, "s", heading=(-1, 0)).set(Mind, "A", mood=Mood.SURRENDER)
    made.set(Mind, "s", mood=Mood.IDLE, mood_until=9999).seconds(1.5)
    assert (made.of(Senses, "s").seen[0] == made.who["@"]) == (beam == (0.0, 1.0))
