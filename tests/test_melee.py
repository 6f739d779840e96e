"""Blows: their warning, reach, arc and walls; what breaks them off; doors."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.tuning import load_tuning
from game.sim.act.deeds import deeds
from game.sim.act.melee import bash, strike
from game.sim.act.motion import accelerate, move
from game.sim.command.intents import take_intents, wish
from game.sim.components import Act, Actor, Arms, Body, Button, Deed, Drive, Health, Side, Sort, Stage, Weapon
from game.sim.happenings import DoorHit, Heard, Hit, Noise, Screech
from game.sim.resources import ticks
from game.sim.settle.damage import wound

TUNING = load_tuning()
FIGHT = (take_intents, wish, deeds, strike, bash, accelerate, move, wound)
LEFT, RIGHT = (-1, 0), (1, 0)
WARNING = 27  # ticks; a shambler's 0.45 s


def blow(made: Scene, name: str = "s", aim: tuple[float, float] = LEFT, act: Act = Act.STRIKE) -> Scene:
    return made.set(Drive, name, act=act, aim=aim, face=aim)


def duel(k: int = 0, gap: float = 0.8) -> Scene:
    made = scene(turned("#######\n#.@.s.#\n#######", k))
    at = np.array(made.pos("@")) + np.array(way((gap, 0), k))
    made.set(Body, "s", pos=at, heading=way(LEFT, k)).set(Body, "@", heading=way(RIGHT, k))
    made.press(aim=way(RIGHT, k))
    return made


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_blow_of_the_dead_warns_before_it_hits(k: int) -> None:
    made = blow(duel(k), aim=way(LEFT, k)).run(WARNING, *FIGHT)
    assert made.of(Health, "@").hp[0] == 100
    assert made.of(Deed, "s").stage[0] == Stage.WINDUP
    made.run(1, *FIGHT)
    assert made.of(Health, "@").hp[0] == 80


def test_a_blow_hits_once() -> None:
    made = blow(duel()).run(WARNING + 1, *FIGHT)
    made.set(Health, "@", immune_until=0).set(Drive, "s", act=Act.NONE).run(60, *FIGHT)
    assert made.of(Health, "@").hp[0] == 80
    assert len(made.heard(Hit)) == 1


def test_a_blow_whose_target_left_its_reach_misses() -> None:
    made = blow(duel()).run(WARNING - 2, *FIGHT)
    made.set(Body, "@", pos=(made.pos("s")[0] - 1.0, 1.5)).run(10, *FIGHT)
    assert not made.heard(Hit)


def test_a_blow_is_locked_late_so_that_stepping_aside_saves() -> None:
    made = scene("#####\n#...#\n#.@.#\n#.s.#\n#####").set(Body, "s", pos=(2.5, 3.3))
    blow(made, aim=(0, -1)).run(int(WARNING * TUNING.melee.lock_share) + 2, *FIGHT)
    made.set(Body, "@", pos=(3.3, 3.3)).set(Drive, "s", aim=RIGHT, face=RIGHT).run(20, *FIGHT)
    assert not made.heard(Hit)


def test_an_early_warning_still_follows_its_target() -> None:
    made = scene("#####\n#...#\n#.@.#\n#.s.#\n#####").set(Body, "s", pos=(2.5, 3.3))
    blow(made, aim=(0, -1)).run(5, *FIGHT)
    made.set(Body, "@", pos=(3.3, 3.3)).set(Drive, "s", aim=RIGHT, face=RIGHT).run(30, *FIGHT)
    assert len(made.heard(Hit)) == 1


def test_the_dead_stand_rooted_while_they_strike() -> None:
    made = blow(duel(gap=1.6)).set(Drive, "s", want=(-2, 0)).run(20, *FIGHT)
    assert made.pos("s")[0] == pytest.approx(4.1)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_no_blow_goes_through_the_corner_of_a_wall(k: int) -> None:
    made = pipe(scene(turned("#####\n#@#.#\n#.s.#\n#####", k)))
    made.set(Body, "@", pos=np.array(made.pos("@")) + np.array(way((0.24, 0), k)))
    made.set(Body, "s", pos=np.array(made.pos("s")) + np.array(way((0, -0.24), k)))
    aim = np.subtract(made.pos("s"), made.pos("@"))
    assert np.sqrt((aim * aim).sum()) < TUNING.armoury.reach[Weapon.PIPE]
    swing(made, (float(aim[0]), float(aim[1])))
    assert not made.heard(Hit)


def test_the_dead_do_not_strike_the_dead() -> None:
    made = scene("#####\n#ss.#\n#####").set(Body, "s", pos=(1.9, 1.5))
    blow(made, aim=RIGHT).run(60, *FIGHT)
    assert not made.heard(Hit)


def test_the_dead_hit_the_nearest_only() -> None:
    made = scene("######\n#hsh.#\n######")
    one, other = made.all["h"]
    for each, x in ((one, 1.9), (other, 1.75)):
        with made.world.edit(Body, each) as body:
            body.pos[...] = (x, 1.5)
    blow(made).run(60, *FIGHT)
    assert {hit["target"] for hit in made.heard(Hit)} == {one}


def pipe(made: Scene) -> Scene:
    return made.set(Arms, "@", weapon=Weapon.PIPE)


def swing(made: Scene, aim: tuple[float, float] = RIGHT) -> Scene:
    return made.press(Button.ATTACK, aim=aim).run(2, *FIGHT).press(aim=aim).run(10, *FIGHT)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_pipe_hits_everybody_in_its_arc_and_nobody_outside(k: int) -> None:
    made = pipe(scene(turned("#######\n#..s..#\n#..@ss#\n#..s..#\n#######", k)))
    places = [(0.9, 0.5), (1.0, 0), (0.9, -0.5), (-0.8, 0)]
    for each, place in zip(made.all["s"], places, strict=True):
        with made.world.edit(Body, each) as body:
            body.pos[...] = np.array(made.pos("@")) + np.array(way(place, k))
    swing(made, way(RIGHT, k))
    assert sorted(hit["target"] for hit in made.heard(Hit)) == made.all["s"][:3]


def test_a_blow_from_behind_is_twice_as_hard() -> None:
    made = swing(pipe(duel(gap=1.0)))
    facing = made.heard(Hit)[-1]["damage"]
    back = pipe(duel(gap=1.0)).set(Body, "s", heading=RIGHT).set(Drive, "s", face=RIGHT)
    assert swing(back).heard(Hit)[-1]["damage"] == facing * TUNING.melee.back_mult


def test_bare_hands_shove_far_and_hurt_little() -> None:
    made = swing(duel(gap=1.0))
    assert made.of(Health, "s").hp[0] == 36
    made.run(30, *FIGHT)
    assert made.pos("s")[0] - made.pos("@")[0] > 1.5


def test_a_blow_that_lands_is_heard() -> None:
    made = swing(pipe(duel(gap=1.0)))
    noises = [n for n in (*made.heard(Noise), *made.waiting(Noise)) if n["heard"] == Heard.BLOW]
    assert [n["loudness"] for n in noises] == [5]


def test_a_hit_breaks_off_the_blow_of_a_shambler_but_not_of_a_brute() -> None:
    weak = swing(pipe(blow(duel(gap=0.9))))
    assert weak.of(Deed, "s").stage[0] == Stage.RECOVER
    strong = pipe(scene("######\n#.@B.#\n######").press(aim=RIGHT))
    swing(blow(strong, "B"))
    assert strong.of(Deed, "B").stage[0] == Stage.WINDUP


def test_a_hero_is_not_thrown_off_a_blow_by_being_hit() -> None:
    made = blow(pipe(duel(gap=0.8))).run(WARNING - 2, *FIGHT)
    made.press(Button.ATTACK, aim=RIGHT).run(4, *FIGHT)
    assert made.of(Health, "@").hp[0] == 80
    assert made.of(Deed, "@").act[0] == Act.STRIKE


@pytest.mark.parametrize(("letter", "far"), [("l", 3.0), ("B", 4.5)])
@pytest.mark.parametrize("k", [0, 5])
def test_a_lunge_carries_the_body_and_hits_on_the_way(letter: str, far: float, k: int) -> None:
    made = scene(turned(f"##########\n#@......{letter}#\n##########", k))
    at = np.array(made.pos("@")) + np.array(way((far, 0), k))
    made.set(Body, letter, pos=at)
    warning = TUNING.bestiary.windup_s[Sort.LURKER if letter == "l" else Sort.BRUTE]
    blow(made, letter, way(LEFT, k), Act.LUNGE).seconds(float(warning), *FIGHT)
    assert not made.heard(Hit)
    made.seconds(1.2, *FIGHT)
    assert len(made.heard(Hit)) == 1


def test_a_lunge_that_meets_nobody_ends_by_itself() -> None:
    made = scene("############\n#.........l#\n############")
    blow(made, "l", LEFT, Act.LUNGE).seconds(0.6, *FIGHT)
    made.set(Drive, "l", act=Act.NONE).seconds(2, *FIGHT)
    assert 3.25 < 10.5 - made.pos("l")[0] < 4.1  # and a step or two to stop
    assert made.of(Deed, "l").stage[0] == Stage.NONE


def test_a_shambler_cannot_lunge() -> None:
    made = blow(duel(gap=1.5), act=Act.LUNGE).seconds(1, *FIGHT)
    assert made.of(Deed, "s").stage[0] == Stage.NONE


def test_a_screech_is_told_when_it_begins_and_when_it_is_done() -> None:
    made = blow(scene("#####\n#..c#\n#####"), "c", act=Act.SCREECH).run(1, *FIGHT)
    assert [s["stage"] for s in made.heard(Screech)] == [Stage.WINDUP]
    made.set(Drive, "c", act=Act.NONE).run(ticks(1.2) - 1, *FIGHT)
    assert len(made.heard(Screech)) == 1
    made.run(1, *FIGHT)
    assert [s["stage"] for s in made.heard(Screech)] == [Stage.WINDUP, Stage.ACTIVE]
    assert [n["loudness"] for n in made.waiting(Noise)] == [TUNING.noise.screech]


def test_any_hit_cuts_a_screech_off() -> None:
    made = scene("######\n#.@c.#\n######").press(aim=RIGHT)
    blow(made, "c", act=Act.SCREECH).run(30, *FIGHT)
    made.set(Drive, "c", act=Act.NONE)
    swing(made).seconds(2, *FIGHT)
    assert [s["stage"] for s in made.heard(Screech)] == [Stage.WINDUP, Stage.NONE]


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_blow_at_a_shut_door_strikes_the_door(k: int) -> None:
    made = scene(turned("#####\n#.+s#\n#####", k))
    blow(made, aim=way(LEFT, k)).seconds(1, *FIGHT)
    hits = made.heard(DoorHit)
    assert [hit["damage"] for hit in hits] == [TUNING.horde.bash_dmg]
    assert hits[0]["source"] == made.who["s"]


def test_a_blow_at_a_wall_strikes_no_door_behind_it() -> None:
    made = blow(scene("#######\n#+#s..#\n#######")).seconds(1, *FIGHT)
    assert not made.heard(DoorHit)


def test_those_who_stand_with_nobody_are_struck_by_the_player_alone() -> None:
    made = pipe(duel(gap=0.8)).set(Actor, "s", side=Side.NONE)
    blow(made).seconds(1, *FIGHT)
    assert not made.heard(Hit)
    assert len(swing(made).heard(Hit)) == 1


def test_the_fallen_strike_nobody() -> None:
    made = blow(duel()).set(Health, "s", hp=0).seconds(1, *FIGHT)
    assert not made.heard(Hit)
