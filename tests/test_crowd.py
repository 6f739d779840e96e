"""Everybody makes room for everybody."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray
from scenes import SYMMETRIES, Scene, scene, way

from game.data.script import Script
from game.data.sketch import sketch
from game.data.tuning import Rules, load_tuning
from game.sim.act.motion import accelerate, move
from game.sim.build import furnish
from game.sim.components import Body, Drive, Sort
from game.sim.resources import Crowd
from game.sim.sense.space import count_crowd
from game.sim.spawn import populate
from game.sim.think.crowd import separate
from game.sim.turns import ROOM_TICKS

STEPS = (count_crowd, separate, accelerate, move)
ROOM = "#" * 14 + ("\n#" + "." * 12 + "#") * 12 + "\n" + "#" * 14


def herd(at: NDArray[np.float64], sort: Sort = Sort.SHAMBLER, art: str = ROOM) -> Scene:
    """Some of the dead at these places, nobody else."""
    world = furnish(sketch(art), 1, (load_tuning(), Rules(), Script()))
    made = Scene(world, {})
    made.add("s", populate(world, sort, at.astype(np.float32)).tolist())
    world.apply()
    return made


def places(made: Scene) -> NDArray[np.float32]:
    return made.world.view(Body, slice(0, len(made.all["s"]))).pos.copy()


def nearest(pos: NDArray[np.float32]) -> NDArray[np.float32]:
    gap = np.sqrt(((pos[:, None] - pos[None]) ** 2).sum(-1))
    np.fill_diagonal(gap, 99)
    return np.asarray(gap.min(axis=1))


@pytest.mark.parametrize("k", SYMMETRIES)
def test_two_who_overlap_part_along_the_line_between_them(k: int) -> None:
    ahead = np.array(way((0.15, 0.05), k))
    middle = np.array((6.5, 6.5))
    made = herd(np.stack([middle - ahead, middle + ahead])).run(60, *STEPS)
    apart = np.subtract(*places(made)[::-1])
    assert np.hypot(*apart) > 0.6
    assert np.dot(apart, ahead) / np.hypot(*apart) / np.hypot(*ahead) > 0.95


def test_two_on_the_very_same_place_part_too() -> None:
    assert nearest(places(herd(np.array([(6.5, 6.5)] * 2)).run(90, *STEPS))).min() > 0.5


def test_a_packed_crowd_spreads_until_hardly_anybody_stands_in_another() -> None:
    packed = np.random.default_rng(3).uniform(5, 8, (60, 2))
    made = herd(packed)
    before = nearest(places(made))
    after = nearest(places(made.run(240, *STEPS)))
    assert np.median(before) < 0.25
    assert (after < 0.3).mean() <= 0.05
    assert np.median(after) > 0.55


def test_those_apart_are_left_alone() -> None:
    made = herd(np.array([(3.5, 3.5), (9.5, 9.5)])).run(30, *STEPS)
    assert np.abs(places(made) - [(3.5, 3.5), (9.5, 9.5)]).max() < 1e-6


def test_no_more_than_four_step_onto_one_tile_however_many_want_to() -> None:
    made = herd(np.random.default_rng(5).uniform(2, 12, (40, 2)))
    most = 0
    for _ in range(240):
        pos = places(made)
        for each, here in zip(made.all["s"], pos, strict=True):
            with made.world.edit(Drive, each) as drive:
                drive.want[...] = (np.array([6.5, 6.5]) - here) * 2
        made.run(1, *STEPS)
        most = max(most, int(made.world.resource(Crowd).count.max()))
    assert most <= 5


def test_near_a_player_every_pair_is_looked_at() -> None:
    made = scene("\n".join(["#########", *["#sssssss#"] * 3, "#...@...#", "#########"]))
    rng = np.random.default_rng(1)
    for each in made.all["s"]:
        with made.world.edit(Body, each) as body:
            body.pos[...] = rng.uniform((2.5, 1.5), (5.5, 4.5))
    made.run(240, *STEPS)
    first = made.row("s")
    after = nearest(made.world.view(Body, slice(first, first + 21)).pos)
    assert after.min() > 0.3


def test_a_player_is_pushed_less_than_the_dead() -> None:
    made = scene("#######\n#.....#\n#..@..#\n#..s..#\n#######")
    made.set(Body, "s", pos=(3.6, 2.7)).set(Body, "@", pos=(3.5, 2.5)).run(ROOM_TICKS, count_crowd, separate)
    mine, its = made.of(Body, "@").push[0], made.of(Body, "s").push[0]
    assert 0 < np.hypot(*mine) < 0.3 * np.hypot(*its)


def test_a_push_has_a_limit() -> None:
    made = herd(np.full((40, 2), 6.5) + np.random.default_rng(2).uniform(-0.1, 0.1, (40, 2)))
    made.run(ROOM_TICKS, count_crowd, separate)
    push = made.world.view(Body, slice(0, 40)).push
    assert np.hypot(*push.T).max() <= load_tuning().swarm.most + 1e-3


def test_the_count_says_who_stands_where() -> None:
    made = scene("#####\n#s@.#\n#####").run(ROOM_TICKS, count_crowd)
    crowd = made.world.resource(Crowd)
    assert crowd.count[1].tolist() == [0, 1, 1, 0, 0]
    assert crowd.dead[1].tolist() == [0, 1, 0, 0, 0]
