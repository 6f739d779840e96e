"""What is taken, carried and used."""

from __future__ import annotations

import pytest
from scenes import Scene, scene

from game.data.area import Area
from game.data.enums import ItemKind, TriggerOn
from game.data.level import Level
from game.data.things import Item, Power, Radio, Trigger
from game.data.tuning import Difficulty, Rules, load_tuning
from game.sim.command.intents import ask_use, take_intents, wish
from game.sim.components import (
    DEAD,
    PICKUP,
    Arms,
    Bag,
    Body,
    Button,
    Goods,
    Health,
    Hero,
    Mood,
    Pickup,
    Weapon,
)
from game.sim.happenings import Heard, Noise, Reached, Took
from game.sim.resources import Story
from game.sim.settle.pickups import PERIOD, bandage, take
from game.sim.spawn import lay
from game.sim.story.keeping import FEW, keep_place

TUNING = load_tuning()
POCKETS = (take_intents, wish, ask_use, take, bandage)
FLOOR = "######\n#@...#\n######"


def drop(made: Scene, goods: Goods, amount: int = 1, *, x: float = 2.0, number: int = 0) -> Scene:
    lay(made.world, (x, 1.5), goods, amount, number=number, thing=99)
    made.world.apply()
    return made


def left(made: Scene) -> int:
    return len(made.world.view(Pickup, made.world.span(PICKUP)).goods)


def use(made: Scene) -> Scene:
    return made.press(Button.USE).run(1, *POCKETS).press().run(1, *POCKETS)


def test_what_lies_near_is_taken_and_what_lies_farther_is_not() -> None:
    made = drop(drop(scene(FLOOR), Goods.BOTTLE, 2), Goods.BOTTLE, 3, x=2.3).run(1, *POCKETS)
    assert made.of(Bag, "@").bottles[0] == 2
    assert left(made) == 1
    (took,) = made.heard(Took)
    assert (took["goods"], took["amount"], took["thing"]) == (Goods.BOTTLE, 2, 99)


def test_taking_something_is_heard_where_it_was_taken() -> None:
    made = drop(scene(FLOOR), Goods.BOTTLE).run(1, *POCKETS)
    (noise,) = made.waiting(Noise)
    assert noise["heard"] == Heard.HANDS
    assert noise["loudness"] == pytest.approx(TUNING.noise.pickup)
    assert noise["pos"] == pytest.approx(made.pos("@"))
    assert noise["source"] == made.who["@"]


def test_a_thing_is_taken_once() -> None:
    made = drop(scene(FLOOR), Goods.BATTERY).run(5, *POCKETS)
    assert made.of(Bag, "@").batteries[0] == 1


def test_of_two_who_reach_for_a_thing_one_takes_it() -> None:
    made = drop(scene("#####\n#@@.#\n#####"), Goods.BOTTLE).run(1, *POCKETS)
    bottles = made.world.view(Bag, made.world.rows(Bag)).bottles.tolist()
    assert sorted(bottles) == [0, 1]
    assert len(made.heard(Took)) == 1


@pytest.mark.parametrize(("difficulty", "rounds"), [("story", 9), ("survivor", 6), ("evolved", 5)])
def test_difficulty_multiplies_rounds_found(difficulty: str, rounds: int) -> None:
    made = drop(scene(FLOOR, rules=Rules(Difficulty(difficulty))), Goods.AMMO, 6).run(1, *POCKETS)
    assert made.of(Arms, "@").spare[0] == rounds


def test_a_single_round_is_never_lost() -> None:
    made = drop(scene(FLOOR, rules=Rules(Difficulty.EVOLVED)), Goods.AMMO, 1).run(1, *POCKETS)
    assert made.of(Arms, "@").spare[0] == 1


def test_keys_are_kept_apart() -> None:
    made = drop(drop(scene(FLOOR), Goods.KEY, number=0), Goods.KEY, number=5).run(1, *POCKETS)
    assert made.of(Bag, "@").keys[0] == 0b100001


def test_a_weapon_found_goes_into_an_empty_hand_only() -> None:
    made = drop(scene(FLOOR), Goods.PIPE).run(1, *POCKETS)
    assert made.of(Arms, "@").weapon[0] == Weapon.PIPE
    drop(made, Goods.PISTOL, 7).run(PERIOD, *POCKETS)
    assert made.of(Arms, "@").weapon[0] == Weapon.PIPE
    assert made.of(Bag, "@").has_pistol[0]
    assert made.of(Arms, "@").spare[0] == 7


def test_a_medkit_helps_at_once_who_needs_it() -> None:
    made = drop(scene(FLOOR).set(Health, "@", hp=60), Goods.MEDKIT).run(1, *POCKETS)
    assert made.of(Health, "@").hp[0] == 100
    assert made.of(Bag, "@").medkits[0] == 0


def test_a_medkit_is_kept_by_who_does_not_and_used_by_hand_later() -> None:
    made = drop(scene(FLOOR).set(Health, "@", hp=61), Goods.MEDKIT).run(1, *POCKETS)
    assert made.of(Health, "@").hp[0] == 61
    assert use(made).of(Bag, "@").medkits[0] == 1
    use(made.set(Health, "@", hp=60))
    assert made.of(Health, "@").hp[0] == 100
    assert made.of(Bag, "@").medkits[0] == 0


def test_a_medkit_is_not_wasted_on_the_hale() -> None:
    assert use(scene(FLOOR).set(Bag, "@", medkits=1)).of(Bag, "@").medkits[0] == 1


@pytest.mark.parametrize(
    "art_and_things",
    [
        ("######\n#@+..#\n######", []),
        (FLOOR, [Trigger(area=Area.rect(1, 1, 1, 1), on=TriggerOn.USE, event="lever")]),
        ("######\n#@T..#\n######", []),
        (FLOOR, [Trigger(area=Area.rect(2.4, 1, 1, 1), on=TriggerOn.USE, event="lever")]),
        (FLOOR, [Power(area=Area.point(2.2, 1.5), circuit="c1", by_hand=True)]),
        (FLOOR, [Radio(area=Area.point(2.2, 1.5))]),
    ],
)
def test_no_medkit_is_used_while_the_hand_has_something_else_to_do(
    art_and_things: tuple[str, list[Trigger | Power | Radio]],
) -> None:
    art, things = art_and_things
    made = scene(art, things=things).set(Bag, "@", medkits=1).set(Health, "@", hp=50)
    made.press(Button.USE).run(1, *POCKETS)
    assert made.of(Bag, "@").medkits[0] == 1


def test_a_wound_is_dressed_where_the_hand_finds_only_what_is_done_with() -> None:
    lever = Trigger(id=50, area=Area.rect(1, 1, 1, 1), on=TriggerOn.USE, event="lever")
    board = Power(id=51, area=Area.point(2.2, 1.5), circuit="c1", by_hand=True)
    made = scene(FLOOR, things=[lever, board]).set(Bag, "@", medkits=1).set(Health, "@", hp=50)
    story = made.world.resource(Story)
    story.fired[lever.id], story.circuits["c1"] = 0, True
    assert use(made).of(Bag, "@").medkits[0] == 0


def test_a_tag_is_a_checkpoint_and_gives_back_humanity() -> None:
    made = scene("#######\n#@T..T#\n#######").set(Body, "@", pos=(5.2, 1.5)).run(1, *POCKETS, keep_place)
    story = made.world.resource(Story)
    assert story.tags == {2: 0}
    assert story.checkpoint == 2
    assert made.of(Hero, "@").humanity[0] == 52
    assert [(told["what"], told["name"]) for told in made.heard(Reached)] == [("checkpoint", "2")]
    assert made.heard(Took)[0]["number"] == 2


@pytest.mark.parametrize(("hunters", "kept"), [(FEW, ["2"]), (FEW + 1, [])])
def test_a_tag_taken_amid_hunters_is_ours_but_no_checkpoint_yet(hunters: int, kept: list[str]) -> None:
    made = scene("#######\n#@T..T#\n#sss..#\n#######").set(Body, "@", pos=(5.2, 1.5))
    made.world.table["Mind.mood"][made.world.span(DEAD)][:hunters] = Mood.HUNT
    made.run(1, *POCKETS, keep_place)
    assert made.world.resource(Story).tags == {2: 0}
    assert [told["name"] for told in made.heard(Reached)] == kept


def test_a_tag_a_little_farther_off_is_reached_by_hand() -> None:
    made = scene("######\n#@T..#\n######").run(3, *POCKETS)
    assert not made.world.resource(Story).tags
    assert use(made).world.resource(Story).tags == {1: 3}


def test_humanity_has_an_end() -> None:
    made = scene("######\n#@T..#\n######").set(Hero, "@", humanity=99.5)
    assert use(made).of(Hero, "@").humanity[0] == 100


def test_the_fallen_take_nothing() -> None:
    made = drop(scene(FLOOR).set(Health, "@", hp=0), Goods.BOTTLE).run(3, *POCKETS)
    assert left(made) == 1


def test_what_the_level_lays_out_lies_there() -> None:
    items = [
        Item(area=Area.point(3.5, 1.5), kind=ItemKind.PISTOL, amount=7),
        Item(area=Area.point(4.5, 1.5), kind=ItemKind.KEY, name="gym"),
    ]
    made = scene(FLOOR, things=items)
    lying = made.world.view(Pickup, made.world.span(PICKUP))
    ids = [thing.id for thing in made.world.resource(Level).items]
    found = zip(lying.thing.tolist(), lying.goods.tolist(), lying.amount.tolist(), strict=True)
    assert sorted(found) == [(ids[0], Goods.PISTOL, 7), (ids[1], Goods.KEY, 1)]
