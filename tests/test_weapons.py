"""Shooting, reloading, throwing."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import Scene, scene

from game.data.tuning import Assist, Rules, load_tuning
from game.sim.act.deeds import deeds
from game.sim.act.projectiles import fly
from game.sim.act.weapons import reload, scattered, shoot, throw
from game.sim.command.intents import swap, take_intents, wish
from game.sim.components import Act, Arms, Bag, Body, Button, Drive, Flight, Health, Senses, Weapon
from game.sim.happenings import Fired, Heard, Hit, Impact, Noise
from game.sim.sense.hearing import hear

TUNING = load_tuning()
HANDS = (take_intents, wish, swap, deeds, shoot, reload, throw, fly)
RANGE = "#" * 40 + "\n#@" + "." * 37 + "#\n" + "#" * 40
GUN = {"weapon": Weapon.PISTOL, "loaded": 7, "spare": 14}


def armed(**arms: int) -> Scene:
    return scene(RANGE).set(Arms, "@", **(GUN | arms))


def pull(made: Scene, times: int = 1, pause: float = 0.3) -> Scene:
    for _ in range(times):
        made.press(Button.ATTACK).run(1, *HANDS).press().seconds(pause, *HANDS)
    return made


def test_a_pull_is_a_shot_and_a_held_pistol_fires_once() -> None:
    made = armed().press(Button.ATTACK).seconds(2, *HANDS)
    assert len(made.heard(Fired)) == 1
    assert made.of(Arms, "@").loaded[0] == 6


def test_a_held_rifle_keeps_firing_at_its_rate() -> None:
    made = armed(weapon=Weapon.RIFLE, loaded=20).press(Button.ATTACK).seconds(1, *HANDS)
    assert len(made.heard(Fired)) == 8


def test_nobody_fires_faster_than_the_weapon_can() -> None:
    made = pull(armed(), times=20, pause=0.05)
    assert len(made.heard(Fired)) <= 20 * 4 / 60 * 4 + 1


def test_a_shot_is_heard_far() -> None:
    made = pull(armed())
    shots = [n for n in made.heard(Noise) if n["heard"] == Heard.GUNSHOT]
    assert [n["loudness"] for n in shots] == [22]


def test_an_empty_magazine_is_changed_by_the_next_pull() -> None:
    made = pull(armed(loaded=1), times=2)
    assert len(made.heard(Fired)) == 1
    made.seconds(1.4, *HANDS)
    assert made.of(Arms, "@").loaded[0] == 7
    assert made.of(Arms, "@").spare[0] == 7


def test_no_shot_leaves_during_a_reload() -> None:
    made = armed(loaded=3).press(Button.RELOAD).run(1, *HANDS)
    pull(made, times=3)
    assert not made.heard(Fired)
    made.press().seconds(1, *HANDS)
    assert made.of(Arms, "@").loaded[0] == 7
    assert made.of(Arms, "@").spare[0] == 10


def test_without_rounds_there_is_no_reload() -> None:
    made = armed(loaded=0, spare=0)
    pull(made, times=3).seconds(2, *HANDS)
    assert made.of(Arms, "@").loaded[0] == 0
    assert not made.heard(Noise)


def test_a_shotgun_takes_shell_by_shell() -> None:
    made = armed(weapon=Weapon.SHOTGUN, loaded=0, spare=9).press(Button.RELOAD).run(1, *HANDS)
    made.press().seconds(0.6, *HANDS)
    assert made.of(Arms, "@").loaded[0] == 1
    made.seconds(3, *HANDS)
    assert made.of(Arms, "@").loaded[0] == 5
    assert made.of(Arms, "@").spare[0] == 4


def test_a_shotgun_sends_all_its_pellets() -> None:
    made = armed(weapon=Weapon.SHOTGUN, loaded=2).press(Button.ATTACK).run(1, *HANDS)
    assert len(made.world.view(Flight, made.world.rows(Flight)).weapon) == 7
    assert made.of(Arms, "@").loaded[0] == 1


def test_fire_opens_the_spread_and_time_closes_it() -> None:
    made = pull(armed(), times=4, pause=0.25)
    opened = made.of(Arms, "@").bloom[0]
    assert opened > 0.2
    made.seconds(1, *HANDS)
    assert made.of(Arms, "@").bloom[0] == 0


def test_shots_stay_within_the_spread() -> None:
    aim = np.tile(np.array([[0.6, 0.8]], np.float32), (500, 1))
    way = scattered(aim, np.full(500, 0.1, np.float32), np.random.default_rng(1))
    sine = np.abs(aim[:, 0] * way[:, 1] - aim[:, 1] * way[:, 0])
    assert sine.max() <= 0.1001
    assert sine.max() > 0.09
    assert np.allclose((way * way).sum(axis=1), 1, atol=1e-5)


def test_the_same_seed_scatters_the_same_way() -> None:
    ends = [pull(armed(), times=5).seconds(1, *HANDS).heard(Impact) for _ in range(2)]
    assert ends[0] == ends[1]
    assert len(ends[0]) == 5


def test_a_soldier_s_bullet_hurts_as_the_soldier_does() -> None:
    made = scene("#######\n#A...@#\n#######").set(Arms, "A", weapon=Weapon.RIFLE, loaded=20)
    made.set(Drive, "A", act=Act.SHOOT, aim=(1, 0)).run(1, shoot)
    assert made.world.view(Flight, made.world.rows(Flight)).damage.tolist() == [10]


def test_a_burst_counts_down() -> None:
    made = scene("#######\n#A....#\n#######").set(Arms, "A", weapon=Weapon.RIFLE, loaded=20, burst_left=3)
    made.set(Drive, "A", act=Act.SHOOT, aim=(1, 0)).seconds(0.2, shoot, reload)
    assert made.of(Arms, "A").burst_left[0] == 1


def test_the_fallen_do_not_shoot() -> None:
    made = pull(armed().set(Health, "@", hp=0))
    assert not made.heard(Fired)


def test_weapons_are_swapped_among_those_carried() -> None:
    made = scene(RANGE).set(Bag, "@", has_pipe=True)
    seen = []
    for _ in range(3):
        made.press(Button.SWAP).run(1, *HANDS).press().run(1, *HANDS)
        seen.append(int(made.of(Arms, "@").weapon[0]))
    assert seen == [Weapon.PIPE, Weapon.HANDS, Weapon.PIPE]
    made.set(Bag, "@", has_pistol=True).press(Button.SWAP).run(1, *HANDS)
    assert made.of(Arms, "@").weapon[0] == Weapon.PISTOL


def test_swapping_breaks_off_a_reload() -> None:
    made = armed(loaded=3).set(Bag, "@", has_pistol=True).press(Button.RELOAD).run(5, *HANDS)
    made.press(Button.SWAP).run(1, *HANDS).press().seconds(2, *HANDS)
    assert made.of(Arms, "@").loaded[0] == 3


@pytest.mark.parametrize(("aimed", "lands"), [(5.0, 5.0), (9.0, 9.0), (20.0, 9.0), (0.2, 1.0)])
def test_a_bottle_lands_where_it_is_aimed_but_no_farther_than_an_arm_throws(
    aimed: float, lands: float
) -> None:
    made = scene(RANGE).set(Bag, "@", bottles=2).press(Button.THROW, at=(aimed, 0)).run(1, *HANDS)
    made.press(at=(aimed, 0)).seconds(1, *HANDS)
    (broke,) = made.heard(Impact)
    assert broke["pos"][0] - 1.5 == pytest.approx(lands, abs=0.01)
    assert broke["weapon"] == Weapon.BOTTLE
    (noise,) = [n for n in made.heard(Noise) if n["heard"] == Heard.BOTTLE]
    assert noise["loudness"] == 10
    assert made.of(Bag, "@").bottles[0] == 1


def test_without_a_bottle_nothing_is_thrown() -> None:
    made = scene(RANGE).press(Button.THROW).seconds(1, *HANDS)
    assert not made.heard(Impact)


def test_a_bottle_breaks_at_a_wall() -> None:
    made = scene("######\n#@..##\n######").set(Bag, "@", bottles=1).press(Button.THROW).seconds(1, *HANDS)
    assert made.heard(Impact)[0]["pos"][0] == pytest.approx(4, abs=0.01)


def test_a_bottle_strikes_who_stands_in_its_way() -> None:
    made = (
        scene("########\n#@..s..#\n########").set(Bag, "@", bottles=1).press(Button.THROW).seconds(1, *HANDS)
    )
    assert made.heard(Impact)[0]["pos"][0] < made.pos("s")[0]


def test_nobody_s_shots_outlive_their_range() -> None:
    made = pull(armed(), times=3)
    made.seconds(2, *HANDS)
    assert len(made.world.view(Body, made.world.rows(Flight)).pos) == 0


AIMED = "#########\n#@......#\n#.....s.#\n#########"


@pytest.mark.parametrize(
    ("helped", "art", "hits"),
    [
        (True, AIMED, True),
        (False, AIMED, False),
        (True, AIMED.replace("#@......#", "#@..#...#").replace("#.....s.#", "#...#.s.#"), False),
        (True, AIMED.replace("#.....s.#", "#..s....#"), False),
    ],
)
def test_aim_assist_bends_a_shot_to_a_foe_nearly_aimed_at(*, helped: bool, art: str, hits: bool) -> None:
    made = scene(art, rules=Rules(assist=Assist(aim=helped))).set(Arms, "@", **GUN)
    pull(made).seconds(0.5, *HANDS)
    assert bool(made.heard(Hit)) == hits


def test_changing_a_magazine_is_heard_by_the_dead_nearby() -> None:
    made = scene("#######\n#@.s..#\n#######")
    made.set(Arms, "@", weapon=Weapon.PISTOL, loaded=0, spare=7)
    made.press(Button.RELOAD).run(1, *HANDS).run(30, hear)
    assert made.of(Senses, "s").heard_at[0] >= 0
