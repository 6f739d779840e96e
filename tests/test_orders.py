"""One button: companions go, stay, lure and strike; the dead that Nam-ra binds stand with her."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scenes import Scene, scene

from game.data.tuning import load_tuning
from game.play.codec import decode, encode
from game.show.readout import casting
from game.sim.command.orders import give_orders
from game.sim.components import (
    Actor,
    Body,
    Button,
    Drive,
    Health,
    Hero,
    Mind,
    Mood,
    Order,
    Senses,
    Side,
    Sort,
)
from game.sim.happenings import Cause, Heard, Noise, Noticed, Ordered
from game.sim.resource_news import Cry, News
from game.sim.resource_orders import Orders
from game.sim.resources import Clock
from game.sim.spawn import populate

RULES = load_tuning().orders
CAST = round(RULES.cast_s * 60)


def hall(right: str = "", left: str = "..h") -> str:
    """A hall with the hero in the middle of its west side, and somebody to the left and right of it."""
    row = f"#{left}@" + right.ljust(22 - len(left) - 1, ".") + "#"
    wide = "#" + "." * 22 + "#"
    return "\n".join(["#" * 24, *[wide] * 3, row, *[wide] * 3, "#" * 24])


HALL = hall()


def led(art: str = HALL, **want: Any) -> Scene:
    """A hero with companions who follow."""
    made = scene(art, **want)
    for who in made.all.get("h", []):
        with made.world.edit(Mind, who) as mind:
            mind.mood[...] = Mood.FOLLOW
    return made


def tap(made: Scene, x: float, y: float) -> Scene:
    """Tap the button, pointing so many tiles from the hero."""
    made.press(Button.ORDER, at=(x, y)).run(4).press(at=(x, y)).run(1)
    return made.press(at=(x, y)).run(40)  # long enough that the next tap is another word


def hold(made: Scene, x: float, y: float, seconds: float = RULES.cast_s + 0.1) -> Scene:
    made.press(Button.ORDER, at=(x, y)).seconds(seconds)
    return made.press(at=(x, y))


def orders(made: Scene) -> list[tuple[int, Order]]:
    return [(given.who, given.order) for given in made.world.resource(Orders).given]


def gap(made: Scene, one: str, other: str) -> float:
    return float(np.hypot(*np.subtract(made.pos(one), made.pos(other))))


# -- companions ----------------------------------------------------------------------------------


def test_tapped_at_the_ground_the_companion_goes_there_and_stays_when_the_hero_leaves() -> None:
    made = tap(led(), 6, 2)
    there = np.add(made.spots["@"][0], (6, 2))
    made.press(move=(0, -1), at=(0, -3)).seconds(1).press(move=(1, 0), at=(3, 0)).seconds(4)
    assert orders(made) == [(made.who["h"], Order.HOLD)]
    assert np.hypot(*np.subtract(made.pos("h"), there)) < 1
    assert gap(made, "h", "@") > 4


def test_tapped_at_oneself_or_at_the_companion_it_follows_again() -> None:
    for at in ((0.3, 0.0), None):
        made = tap(led(), 6, 2).seconds(3)
        x, y = at or np.subtract(made.pos("h"), made.pos("@")).tolist()
        tap(made, x, y)
        assert orders(made) == []
        assert gap(made.seconds(3), "h", "@") < 3.6


def test_two_taps_call_everybody_back_wherever_one_points() -> None:
    made = tap(led(), 6, 2).seconds(2)
    for held in (Button.ORDER, Button(0), Button.ORDER, Button(0)):
        made.press(held, at=(6, -2)).run(4)
    assert orders(made) == []


def test_two_companions_are_sent_one_after_the_other_and_struck_with_together() -> None:
    made = led(hall("......s", ".hh"))
    made.set(Mind, "s", mood=Mood.ASLEEP)
    first, second = made.all["h"]
    tap(tap(made, 5, 2), 5, -2)
    assert sorted(orders(made)) == [(first, Order.HOLD), (second, Order.HOLD)]
    tap(made, *np.subtract(made.pos("s"), made.pos("@")))
    assert sorted(orders(made)) == [(first, Order.STRIKE), (second, Order.STRIKE)]


def test_tapped_at_a_foe_it_strikes_and_then_follows_again() -> None:
    made = led(hall("....s")).set(Mind, "s", mood=Mood.ASLEEP).set(Health, "s", hp=30)
    tap(made, *np.subtract(made.pos("s"), made.pos("@"))).seconds(4)
    assert not made.lives("s")
    assert orders(made.seconds(0.2)) == []
    assert gap(made.seconds(3), "h", "@") < 3.6


def test_a_stick_gives_a_direction_and_the_first_on_the_line_is_meant() -> None:
    made = led(hall("....s")).set(Mind, "s", mood=Mood.ASLEEP)
    made.press(Button.ORDER, aim=(1, 0)).run(4).press(aim=(1, 0)).run(2)
    assert orders(made) == [(made.who["h"], Order.STRIKE)]


def test_a_foe_behind_a_wall_is_not_meant_and_nobody_is_sent_into_the_wall() -> None:
    made = led(hall("...#s")).set(Mind, "s", mood=Mood.ASLEEP)
    tap(made, *np.subtract(made.pos("s"), made.pos("@")))
    assert orders(made) == [(made.who["h"], Order.HOLD)]
    (given,) = made.world.resource(Orders).given
    assert given.goal[0] < made.pos("@")[0] + 3.5


def test_who_has_given_up_is_no_foe_to_strike() -> None:
    made = led(hall("....A")).set(Mind, "A", mood=Mood.SURRENDER)
    tap(made, *np.subtract(made.pos("A"), made.pos("@")))
    assert orders(made) == [(made.who["h"], Order.HOLD)]


def test_held_at_the_ground_the_companion_knocks_there_and_comes_back() -> None:
    made = hold(led(), 7, 2)
    assert [order for _, order in orders(made)] == [Order.LURE]
    there = np.add(made.spots["@"][0], (7, 2))
    made.seconds(9)
    knocks = [n for n in made.heard(Noise) if n["heard"] == Heard.BLOW]
    assert 3 <= len(knocks) <= 5
    assert all(np.hypot(*np.subtract(n["pos"], there)) < 1 for n in knocks)
    assert orders(made) == []
    assert gap(made.seconds(3), "h", "@") < 3.6


def test_a_lure_turns_the_dead_to_the_place_and_not_to_the_hero() -> None:
    made = led(hall(".............s")).set(Body, "s", heading=(1, 0))
    hold(made, 7, 2).seconds(6)
    there = np.add(made.spots["@"][0], (7, 2))
    assert np.hypot(*(made.of(Senses, "s").heard_spot[0] - there)) < 1.2


@pytest.mark.parametrize("ticks_on", [5, 60])
def test_a_wound_breaks_off_what_was_being_cast_and_letting_go_is_no_tap(ticks_on: int) -> None:
    made = led().press(Button.ORDER, at=(7, 2)).run(20)
    made.set(Health, "@", hurt_at=made.world.resource(Clock).tick).run(ticks_on)
    assert orders(made.press(at=(7, 2)).run(3)) == []


def test_one_who_does_not_follow_obeys_nobody() -> None:
    made = tap(scene(HALL), 6, 2).seconds(2)
    assert orders(made) == []
    assert made.pos("h") == made.spots["h"][0]


def test_orders_are_told_with_who_gave_them_and_who_is_to_obey() -> None:
    made = tap(led(), 6, 2)
    (told,) = made.heard(Ordered)
    assert (told["who"], told["leader"], told["order"]) == (made.who["h"], made.who["@"], Order.HOLD)


# -- the dead ------------------------------------------------------------------------------------


def horde(count: int = 5) -> Scene:
    """Nam-ra, masked by nothing, with sleepers in a row before her."""
    made = scene(hall("." + "s" * count, "..."), hero="namra")
    for who in made.all["s"]:
        with made.world.edit(Mind, who) as mind, made.world.edit(Senses, who) as senses:
            mind.mood[...], senses.detect[...] = Mood.ASLEEP, 0
    return made.set(Hero, "@", hunger=20)


def sides(made: Scene) -> list[int]:
    rows, alive = made.world.resolve(np.array(made.all["s"]))
    return [int(s) for s in made.world.table["Actor.side"][rows[alive]]]


def test_namra_binds_the_three_nearest_to_the_point_and_pays_with_hunger() -> None:
    made = hold(horde(), 2, 0)
    assert sides(made) == [Side.HALFBIE] * 3 + [Side.DEAD] * 2
    assert made.of(Hero, "@").hunger[0] == pytest.approx(20 + RULES.command_hunger, abs=1)
    log = [row for row in made.heard(Noticed) if row["why"] == Cause.ORDER]
    assert sorted(row["who"] for row in log) == made.all["s"][:3]


def test_let_go_too_early_nothing_is_bound_and_nothing_paid() -> None:
    made = hold(horde(), 2, 0, RULES.cast_s - 0.1).run(5)
    assert set(sides(made)) == {Side.DEAD}
    assert made.of(Hero, "@").hunger[0] < 21


@pytest.mark.parametrize("hero", ["cheongsan", "onjo", "suhyeok"])
def test_nobody_but_namra_binds_the_dead(hero: str) -> None:
    made = scene(hall(".sss", "..."), hero=hero)
    for who in made.all["s"]:
        with made.world.edit(Mind, who) as mind:
            mind.mood[...] = Mood.ASLEEP
    assert set(sides(hold(made, 2, 0))) == {Side.DEAD}


def test_it_is_refused_where_it_would_end_in_frenzy() -> None:
    made = hold(horde().set(Hero, "@", hunger=100 - RULES.command_hunger), 2, 0)
    assert set(sides(made)) == {Side.DEAD}
    assert made.of(Hero, "@").hunger[0] < 84


def test_far_ones_callers_and_those_behind_walls_are_not_bound() -> None:
    art = "\n".join(
        ["#" * 24, "#..@.c...........s....#", "#####" + "." * 18 + "#", "#..s#" + "." * 18 + "#", "#" * 24]
    )
    made = scene(art, hero="namra")
    for letter in "sc":
        for who in made.all[letter]:
            with made.world.edit(Mind, who) as mind:
                mind.mood[...] = Mood.ASLEEP
    hold(made, 2, 0)
    assert made.world.resource(Orders).given == []


def test_after_their_time_they_are_free_and_must_notice_her_anew() -> None:
    made = hold(horde(1), 2, 0)
    assert made.of(Mind, "s").mood[0] == Mood.FOLLOW
    made.set(Body, "@", pos=(22.5, 1.5)).set(Hero, "@", is_masked=False)
    made.seconds(RULES.command_s)
    assert sides(made) == [Side.DEAD]
    assert made.of(Mind, "s").mood[0] != Mood.FOLLOW
    assert orders(made) == []
    assert [row["bond"] for row in made.heard(Ordered)] == [1, -1]


def test_the_bound_come_to_her_and_go_where_she_points() -> None:
    made = hold(horde(2), 2, 0).press(move=(0, 1), at=(0, 3)).seconds(0.7).press(at=(9, -3)).seconds(2)
    assert gap(made, "s", "@") < 3
    tap(made, 9, -3).seconds(5)
    there = np.add(made.pos("@"), (9, -3))
    rows = made.world.resolve(np.array(made.all["s"]))[0]
    assert np.hypot(*(made.world.table["Body.pos"][rows] - there).T).min() < 1


def test_the_bound_never_hurt_their_leader_nor_a_companion() -> None:
    made = led(hall("s"), hero="namra").set(Mind, "s", mood=Mood.ASLEEP)
    made.press(Button.ORDER, at=(1, 0)).seconds(1).press(at=(1, 0)).run(3)
    assert sides(made) == [Side.HALFBIE]
    seconds = RULES.command_s - 1
    for _ in range(int(seconds * 60)):
        row = made.row("s")
        made.world.table["Drive.act"][row] = 1  # even if it struck about itself
        made.run(1)
    assert made.of(Health, "@").hp[0] == made.of(Health, "@").most[0]
    assert made.of(Health, "h").hp[0] == made.of(Health, "h").most[0]


def test_the_bound_go_for_the_soldier_they_see() -> None:
    made = scene(hall(".s....A", "..."), hero="namra").set(Mind, "s", mood=Mood.ASLEEP)
    made.set(Mind, "A", mood=Mood.SURRENDER)
    hold(made, 2, 0).set(Mind, "A", mood=Mood.GUARD).set(Health, "A", hp=200, most=200)
    made.set(Health, "s", hp=999, most=999).set(Body, "A", heading=(-1, 0)).seconds(6)
    mind = made.of(Mind, "s")
    assert (mind.mood[0], mind.foe[0]) == (Mood.HUNT, made.who["A"])
    assert made.pos("s")[0] > made.spots["s"][0][0] + 3


def test_the_bound_go_for_those_of_the_dead_that_hunt_nearby() -> None:
    made = hold(horde(1), 2, 0)
    (wild,) = populate(made.world, Sort.SHAMBLER, np.array([[8.5, 5.5]], np.float32)).tolist()
    made.world.apply()
    made.set(Health, "s", hp=500, most=500)
    made.add("x", [wild])
    made.set(Mind, "x", mood=Mood.HUNT, foe=made.who["@"]).set(Health, "x", hp=500)
    made.set(Senses, "x", spot=made.pos("@"), spot_at=made.world.resource(Clock).tick).seconds(6)
    assert made.of(Health, "x").hp[0] < 500
    assert made.of(Health, "x").hurt_by[0] == made.who["s"]


def test_one_bound_strikes_another_of_the_dead_on_order() -> None:
    made = horde(2)
    one, two = made.all["s"]
    made.press(Button.ORDER, at=(2, 0)).run(CAST - 5)
    with made.world.edit(Body, two) as body:
        body.pos[...] = body.was[...] = (16.5, 4.5)  # out of reach when the word is spoken
    made.run(12).press(at=(2, 0)).run(3)
    assert sides(made) == [Side.HALFBIE, Side.DEAD]
    with made.world.edit(Health, two) as health:
        health.hp[...] = health.most[...] = 200
    tap(made, *np.subtract((16.5, 4.5), made.pos("@"))).seconds(8)
    row = made.world.resolve(np.array([two]))[0][0]
    assert made.world.table["Health.hp"][row] < 200
    assert made.world.resolve(np.array([one]))[1][0]


def test_a_cry_changes_nothing_for_the_bound() -> None:
    made = hold(horde(1), 2, 0)
    news = made.world.resource(News)
    x, y = made.tile("s")
    due = made.world.resource(Clock).tick + 2
    news.cries.append(Cry(due, y * 24 + x, made.pos("@"), made.who["@"], 0, is_stir=False))
    made.run(6)
    assert made.of(Mind, "s").mood[0] == Mood.FOLLOW
    assert not [row for row in made.heard(Noticed) if row["why"] == Cause.CALL]


def test_her_death_frees_them() -> None:
    made = hold(horde(2), 2, 0).set(Health, "@", hp=0).run(6)
    assert set(sides(made)) == {Side.DEAD}


# -- the engine ----------------------------------------------------------------------------------


def test_orders_survive_being_saved_and_go_on_the_same() -> None:
    made = tap(hold(horde(3), 2, 0), 5, 2)
    old, _ = decode(encode(made.world.snapshot(), {}))
    tick = made.world.resource(Clock).tick
    first = made.run(200).world.checksum()
    made.world.restore(old)
    assert made.world.resource(Clock).tick == tick
    assert made.run(200).world.checksum() == first


def test_without_a_press_nothing_of_it_is_touched() -> None:
    made = led()
    before = made.world.hashes()["Orders"]
    made.run(30, give_orders)
    assert made.world.hashes()["Orders"] == before
    assert made.of(Drive, "h").act[0] == 0
    assert made.of(Actor, "h").side[0] == Side.HALFBIE


def test_a_held_word_shows_how_far_it_has_come_and_a_tap_shows_nothing() -> None:
    made = led().press(Button.ORDER, at=(6, 2)).run(10)
    assert casting(made.world) == 0
    assert casting(made.run(30).world) == pytest.approx(39 / CAST, abs=0.05)
    assert casting(made.run(30).world) == 0  # spoken
