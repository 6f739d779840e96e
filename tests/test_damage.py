"""Wounds and deaths."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import Scene, scene

from game.data.tuning import Assist, Difficulty, Rules, load_tuning
from game.ecs.world import NOBODY
from game.sim.components import CORPSE, PICKUP, Body, Corpse, Deed, Goods, Health, Pickup, Sort
from game.sim.happenings import Died, Hit, Reached, Wound
from game.sim.resources import Story, ticks
from game.sim.settle.damage import wound
from game.sim.settle.death import die

TUNING = load_tuning()
SETTLE = (wound, die)
YARD = "#######\n#@.s.A#\n#######"


def hit(made: Scene, who: str, damage: float, **more: object) -> Scene:
    made.world.events.emit(Hit, target=made.who[who], damage=damage, **more)
    return made


def hp(made: Scene, who: str) -> float:
    return float(made.of(Health, who).hp[0])


def test_hits_on_others_add_up() -> None:
    made = hit(hit(scene(YARD), "s", 10), "s", 12).run(1, *SETTLE)
    assert hp(made, "s") == 18
    assert [w["damage"] for w in made.heard(Wound)] == [10, 12]


def test_a_player_takes_only_the_worst_of_a_tick_and_is_immune_for_a_while() -> None:
    made = hit(hit(hit(scene(YARD), "@", 10), "@", 25), "@", 25).run(1, *SETTLE)
    assert hp(made, "@") == 75
    assert len(made.heard(Wound)) == 1
    hit(made, "@", 30).run(1, *SETTLE)
    assert hp(made, "@") == 75
    made.run(ticks(TUNING.player.hurt_iframes_s) - 1, *SETTLE)
    assert hp(hit(made, "@", 30).run(1, *SETTLE), "@") == 45


def test_who_is_immune_is_not_even_pushed() -> None:
    made = hit(scene(YARD).set(Health, "@", immune_until=5), "@", 10, shove=(5, 0)).run(1, *SETTLE)
    assert hp(made, "@") == 100
    assert made.of(Body, "@").shove.tolist() == [[0, 0]]
    assert not made.heard(Wound)


@pytest.mark.parametrize(("difficulty", "left"), [("story", 90), ("survivor", 80), ("evolved", 73)])
def test_difficulty_multiplies_what_players_suffer(difficulty: str, left: float) -> None:
    made = hit(hit(scene(YARD, rules=Rules(Difficulty(difficulty))), "@", 20), "s", 20).run(1, *SETTLE)
    assert hp(made, "@") == left
    assert hp(made, "s") == 20


def test_resolve_eases_wounds_of_players() -> None:
    made = hit(scene(YARD, rules=Rules(assist=Assist(resolve=True))), "@", 20).run(1, *SETTLE)
    assert hp(made, "@") == 84


def test_a_hit_pushes_and_many_never_push_too_fast() -> None:
    made = hit(scene(YARD), "s", 1, shove=(4, -3)).run(1, wound)
    assert made.of(Body, "s").shove.tolist() == [[4, -3]]
    for _ in range(20):
        hit(made, "s", 0.1, shove=(10, 0))
    made.run(1, wound)
    assert np.linalg.norm(made.of(Body, "s").shove) <= 14.001


def test_a_wound_is_remembered_with_its_cause() -> None:
    made = hit(scene(YARD), "s", 5)
    made.world.events.emit(Hit, target=made.who["s"], damage=5, source=made.who["@"])
    made.run(1, wound)
    assert made.of(Health, "s").hurt_by[0] == made.who["@"]
    assert made.of(Health, "s").hurt_at[0] == 0


def test_a_hit_on_somebody_gone_hits_nobody() -> None:
    made = hit(scene(YARD), "s", 100).run(1, *SETTLE)
    assert not made.lives("s")
    newborn = made.world.spawn(CORPSE, Body(), Corpse())  # takes the slot of the one who died
    made.world.apply()
    hit(made, "s", 50).run(1, *SETTLE)
    assert hp(made, "@") == 100
    assert len(made.heard(Wound)) == 1
    assert made.world.resolve(np.array([newborn]))[1][0]


def test_hits_on_nobody_and_on_things_are_nothing() -> None:
    made = scene("####\n#@T#\n####")
    tag = int(made.world.table["Entity.id"][made.world.span(PICKUP).start])
    for target in (NOBODY, tag):
        made.world.events.emit(Hit, target=target, damage=500)
    made.run(1, *SETTLE)
    assert hp(made, "@") == 100


def test_the_fallen_leave_a_corpse_where_they_fell() -> None:
    made = hit(scene(YARD), "s", 40, source=7).run(1, *SETTLE)
    place = made.world.span(CORPSE)
    assert made.world.view(Body, place).pos.tolist() == [[3.5, 1.5]]
    assert made.world.view(Corpse, place).sort.tolist() == [Sort.SHAMBLER]
    (died,) = made.heard(Died)
    assert died["who"] == made.who["s"]
    assert died["by"] == 7
    assert died["pos"] == [3.5, 1.5]


def test_a_soldier_leaves_a_pistol() -> None:
    made = hit(scene(YARD), "A", 60).run(1, *SETTLE)
    left = made.world.view(Pickup, made.world.span(PICKUP))
    assert left.goods.tolist() == [Goods.PISTOL]
    assert left.amount.tolist() == [7]


def test_the_hero_s_death_ends_the_story_once_and_the_hero_stays() -> None:
    made = hit(scene(YARD), "@", 500).run(3, *SETTLE)
    assert made.world.resource(Story).outcome == "dead"
    assert [told["what"] for told in made.heard(Reached)] == ["dead"]
    assert len(made.heard(Died)) == 1
    assert made.lives("@")
    assert hp(made, "@") == 0


def test_the_fallen_hero_is_hurt_no_more() -> None:
    made = hit(scene(YARD), "@", 500).run(1, *SETTLE)
    made.set(Health, "@", immune_until=0)
    assert len(hit(made, "@", 5).run(1, *SETTLE).heard(Wound)) == 1


def test_many_die_in_one_tick() -> None:
    made = scene("########\n#ssssss#\n########")
    for each in made.all["s"]:
        made.world.events.emit(Hit, target=each, damage=40)
    made.run(1, *SETTLE)
    assert len(made.heard(Died)) == 6
    assert len(made.world.view(Deed, made.world.rows(Deed)).act) == 0
