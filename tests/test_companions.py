"""Companions follow, keep out of the way, and strike what strikes the player."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import Scene, grid, scene, turned, way

from game.data.area import Area
from game.data.things import Cover
from game.data.tuning import load_tuning
from game.sim.components import Act, Body, Button, Deed, Drive, Gait, Health, Mind, Mood, Nerve, Stage
from game.sim.happenings import Heard, Noise
from game.sim.resources import Clock

HALL = "\n".join(
    ["#" * 26, *["#" + "." * 24 + "#"] * 2, "#h..@" + "." * 20 + "#", *["#" + "." * 24 + "#"] * 2, "#" * 26]
)


def follower(art: str = HALL) -> Scene:
    return scene(art).set(Mind, "h", mood=Mood.FOLLOW)


def far(made: Scene) -> float:
    return float(np.hypot(*np.subtract(made.pos("h"), made.pos("@"))))


def test_she_follows_at_two_to_three_tiles_and_behind() -> None:
    made = follower().press(move=(1, 0), aim=(1, 0)).seconds(4)
    assert 1.2 < far(made) < 3.6
    assert made.pos("h")[0] < made.pos("@")[0]
    assert 1 < far(made.press(aim=(1, 0)).seconds(3)) < 3.6


def test_one_who_was_not_asked_stays() -> None:
    made = scene(HALL).press(move=(1, 0), aim=(1, 0)).seconds(3)
    assert made.pos("h") == made.spots["h"][0]


def test_left_far_behind_she_runs() -> None:
    made = follower().set(Body, "@", pos=(22.5, 3.5)).seconds(1)
    assert np.hypot(*made.of(Body, "h").vel[0]) > 3.5


def test_she_goes_round_walls() -> None:
    art = "\n".join(
        ["#" * 16, "#h...#.........#", "#....#.....@...#", "#....#.........#", "#..............#", "#" * 16]
    )
    assert far(follower(art).seconds(7)) < 4


def test_she_strikes_the_dead_that_raise_a_hand_and_no_others() -> None:
    made = follower("##############\n#h..@....s...#\n#............#\n##############")
    made.set(Mind, "s", mood=Mood.ASLEEP).seconds(2)
    assert made.of(Deed, "h").act[0] == Act.NONE
    made.set(Body, "s", pos=(5.4, 1.5)).set(Deed, "s", act=Act.STRIKE, stage=Stage.WINDUP, stage_until=999)
    made.set(Health, "s", hp=10).seconds(3)
    assert not made.lives("s")


def test_with_nobody_to_fight_she_looks_where_she_goes_and_at_nobody() -> None:
    made = follower("##############\n#h..@.......s#\n##############").set(Mind, "s", mood=Mood.ASLEEP)
    before = made.of(Drive, "h").aim[0].tolist()
    made.run(30)
    assert made.of(Drive, "h").aim[0].tolist() == before


FIRE_COS = load_tuning().company.fire_cos


def in_fire(made: Scene) -> bool:
    """Whether she stands where the player points."""
    gap = np.subtract(made.pos("h"), made.pos("@"))
    return float(gap @ made.of(Body, "@").heading[0]) > FIRE_COS * float(np.hypot(*gap))


@pytest.mark.parametrize("k", range(8))
def test_she_steps_out_of_the_line_of_fire_whichever_way_it_points(k: int) -> None:
    art = "\n".join(
        ["#" * 13, *["#" + "." * 11 + "#"] * 5, "#....@.h....#", *["#" + "." * 11 + "#"] * 5, "#" * 13]
    )
    assert grid(art).shape == (13, 13)
    made = scene(turned(art, k)).set(Mind, "h", mood=Mood.FOLLOW).press(aim=way((1, 0), k)).run(20)
    assert in_fire(made)
    assert not in_fire(made.seconds(1.5))
    assert far(made.seconds(2)) < 3.6
    assert not in_fire(made)


def test_two_of_them_do_not_stand_in_one_place_nor_in_the_line_of_fire() -> None:
    made = scene(HALL.replace("#h..@", "#hh.@"))
    for who in made.all["h"]:
        with made.world.edit(Mind, who) as mind:
            mind.mood[...] = Mood.FOLLOW
    made.press(move=(1, 0), aim=(1, 0)).seconds(3).press(aim=(1, 0)).seconds(2)
    one, two = made.world.table["Body.pos"][made.world.resolve(np.array(made.all["h"]))[0]]
    assert np.hypot(*(one - two)) > 0.7
    assert max(one[0], two[0]) < made.pos("@")[0] + 0.5


def test_she_sneaks_while_the_player_does_and_is_as_quiet() -> None:
    made = follower().press(move=(1, 0), aim=(1, 0)).seconds(1)
    made.press(Button.SNEAK, move=(1, 0), aim=(1, 0)).run(12)
    before = len(made.heard(Noise))
    for _ in range(30):
        assert made.run(6).of(Drive, "h").gait[0] in {Gait.SNEAK, Gait.STILL}
    steps = [n for n in made.heard(Noise)[before:] if n["source"] == made.who["h"]]
    assert steps
    assert max(n["loudness"] for n in steps) <= load_tuning().noise.sneak


def test_left_behind_while_the_player_sneaks_she_does_not_run_after() -> None:
    made = follower().set(Body, "@", pos=(22.5, 3.5)).press(Button.SNEAK, aim=(1, 0)).seconds(1)
    assert np.hypot(*made.of(Body, "h").vel[0]) < 2


def test_standing_by_she_makes_no_noise_and_strikes_nobody_who_has_not_noticed() -> None:
    art = "##############\n#h..@........#\n#..s.........#\n##############"
    made = follower(art).set(Mind, "s", mood=Mood.ASLEEP).press(Button.SNEAK, aim=(1, 0)).seconds(4)
    assert made.of(Deed, "h").act[0] == Act.NONE
    assert made.of(Health, "s").hp[0] == made.of(Health, "s").most[0]
    assert not [n for n in made.heard(Noise) if n["heard"] in {Heard.BLOW, Heard.VOICE}]


def test_the_dead_that_strike_at_a_door_far_from_everybody_are_not_gone_for() -> None:
    made = follower("##############\n#h..@....s...#\n#............#\n##############")
    made.set(Mind, "s", mood=Mood.ASLEEP).set(Body, "s", pos=(7.4, 1.5))
    made.set(Body, "h", pos=(3.0, 1.5))
    made.set(Deed, "s", act=Act.STRIKE, stage=Stage.WINDUP, stage_until=999)
    made.press(aim=(1, 0)).seconds(1)
    assert made.of(Mind, "h").foe[0] == -1


def test_under_fire_she_runs_behind_cover() -> None:
    box = Cover(id=90, name="", layer="", line=0, area=Area.rect(6, 1, 1, 1))
    made = scene(HALL, things=[box]).set(Mind, "h", mood=Mood.FOLLOW).press(aim=(1, 0)).run(6)
    tick = made.world.resource(Clock).tick
    made.set(Nerve, "h", pinned_until=tick + 120, threat=(20.5, 1.5)).seconds(1.9)
    assert np.hypot(*np.subtract(made.pos("h"), (5.5, 1.5))) < 1.1


def test_the_dead_find_no_more_to_hear_when_somebody_follows_a_sneaking_player() -> None:
    heard = []
    for followed in (True, False):
        made = scene(HALL) if not followed else follower()
        made.press(Button.SNEAK, move=(1, 0), aim=(1, 0)).seconds(3)
        loud = [n["loudness"] for n in made.heard(Noise)]
        heard.append(max(loud))
    assert heard[0] <= heard[1]
