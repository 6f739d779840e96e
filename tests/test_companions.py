"""Companions follow, keep out of the way, and strike what strikes the player."""

from __future__ import annotations

import numpy as np
from scenes import Scene, scene

from game.sim.components import Act, Body, Deed, Health, Mind, Mood, Stage

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
