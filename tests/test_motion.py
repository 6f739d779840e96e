"""Bodies over the ground: speed, sliding, corners, dodges, breath, steps."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.tuning import Assist, Rules, load_tuning
from game.sim.act.legs import breathe, dodge
from game.sim.act.motion import accelerate, move, stepped, tread
from game.sim.command.intents import take_intents, wish
from game.sim.components import Body, Button, Drive, Gait, Health, Stamina
from game.sim.ground import is_blocked
from game.sim.happenings import Heard, Noise
from game.sim.resources import Ground

TUNING = load_tuning()
LEGS = (take_intents, wish, breathe, dodge, accelerate, move, tread)
GO = (accelerate, move)
HALL = """
    ############
    #@.........#
    #..........#
    #..........#
    ############
"""
NEAR = 2 / 1024


def distance(world: Scene, start: tuple[float, float], name: str = "@") -> float:
    gap = np.subtract(world.pos(name), start)
    return float(np.sqrt((gap * gap).sum()))


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_walker_slides_along_the_wall_it_meets(k: int) -> None:
    art = """
        #######
        #s....#
        #.....#
        #######
    """
    made = scene(turned(art, k), s=way((2, -1), k))
    start = made.pos("s")
    made.seconds(1, *GO)
    along = np.subtract(made.pos("s"), start) @ np.array(way((1, 0), k))
    aside = np.subtract(made.pos("s"), start) @ np.array(way((0, -1), k))
    assert 1.7 < along < 2.0
    assert aside == pytest.approx(0.25, abs=NEAR)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_nobody_walks_through_a_wall_however_long_they_push(k: int) -> None:
    made = scene(turned("######\n#s.#.#\n######", k), s=way((5, 0), k))
    made.seconds(2, *GO)
    start = np.array(scene(turned("######\n#s.#.#\n######", k)).pos("s"))
    assert abs((np.array(made.pos("s")) - start) @ np.array(way((1, 0), k)) - 1.25) < NEAR
    assert np.abs(made.of(Body, "s").vel).max() == 0


@pytest.mark.parametrize("drift", [0, -0.12])
@pytest.mark.parametrize("k", SYMMETRIES)
def test_who_walks_straight_into_a_corner_is_led_round_it(k: int, drift: float) -> None:
    art = turned(
        """
        #######
        #..#..#
        #s....#
        #######
    """,
        k,
    )
    made = scene(art, s=way((2.5, drift), k))
    lifted = np.array(made.pos("s")) + np.array(way((0, -0.4), k))
    made.set(Body, "s", pos=lifted)
    made.seconds(1.7, *GO)
    assert (np.array(made.pos("s")) - lifted) @ np.array(way((1, 0), k)) > 3


def test_who_walks_squarely_into_a_wall_stays_there() -> None:
    made = scene("######\n#..#.#\n#s.#.#\n#..#.#\n######", s=(3, 0))
    made.seconds(1, *GO)
    assert made.pos("s") == pytest.approx((2.75, 2.5), abs=NEAR)


def test_two_walls_touching_at_a_corner_let_nobody_between() -> None:
    made = scene("####\n#s##\n##.#\n####", s=(2, 2))
    made.seconds(2, *GO)
    assert made.tile("s") == (1, 1)


@pytest.mark.parametrize("way_", [(0.2, 0.2), (0.1, 0.2)])
def test_no_step_slips_between_two_cells_that_touch_at_a_corner(way_: tuple[float, float]) -> None:
    blocked = np.array([[0, 1], [1, 0]], np.bool_)
    here, step = np.array([[0.2, 0.2]], np.float32), np.array([way_], np.float32)
    assert (stepped(blocked, here, step)[0] < 0.25).all()
    assert (stepped(blocked & False, here, step)[0] == here + step).all()


@pytest.mark.parametrize("push", [5, 14, 40, 70])
def test_the_thinnest_thing_stops_the_hardest_push(push: float) -> None:
    made = scene("#########\n#s......#\n#########")
    made.world.resource(Ground).blocked[:, 13:16] = True  # a pole, grown
    made.set(Body, "s", shove=(push, 0)).run(30, *GO)
    assert made.pos("s")[0] < 13 / 4


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_fast_shove_never_passes_a_thin_wall(k: int) -> None:
    made = scene(turned("#####\n#s#.#\n#####", k))
    made.set(Body, "s", shove=way((70, 0), k)).run(30, *GO)
    assert made.tile("s") == scene(turned("#####\n#s#.#\n#####", k)).tile("s")


def test_a_shove_fades() -> None:
    made = scene("#########\n#s......#\n#########")
    made.set(Body, "s", shove=(8, 0)).seconds(1.5, *GO)
    assert made.pos("s")[0] - 1.5 == pytest.approx(8 * TUNING.melee.shove_fade_s, rel=0.15)
    assert np.abs(made.of(Body, "s").shove).max() == 0


@pytest.mark.parametrize(("held", "speed"), [(0, 3.3), (Button.SNEAK, 1.6), (Button.SPRINT, 5.2)])
def test_gaits_have_their_speeds(held: int, speed: float) -> None:
    made = scene(HALL).press(Button(held), move=(1, 0)).seconds(0.5, *LEGS)
    start = made.pos("@")
    made.seconds(0.5, *LEGS)
    assert distance(made, start) == pytest.approx(speed * 0.5, rel=0.01)


def test_a_hero_is_at_full_speed_after_the_acceleration_time_and_stands_after_the_stopping_time() -> None:
    made = scene(HALL).press(move=(1, 0)).seconds(TUNING.player.accel_s, *LEGS)
    assert made.of(Body, "@").vel[0, 0] == pytest.approx(3.3, rel=0.01)
    made.press().seconds(TUNING.player.stop_s + 1 / 60, *LEGS)
    assert made.of(Body, "@").vel[0, 0] == 0


def test_a_slanting_stick_is_no_faster() -> None:
    made = scene(HALL).press(move=(1, 1)).seconds(0.25, *LEGS)
    assert np.linalg.norm(made.of(Body, "@").vel) == pytest.approx(3.3, rel=0.01)


def test_breath_runs_out_and_comes_back_after_a_rest() -> None:
    art = "#" * 40 + "\n#@" + "." * 37 + "#\n" + "#" * 40
    made = scene(art).press(Button.SPRINT, move=(1, 0)).seconds(4.2, *LEGS)
    assert made.of(Stamina, "@").left[0] < 0.1
    assert made.of(Drive, "@").gait[0] == Gait.WALK
    made.press().seconds(0.9, *LEGS)
    assert made.of(Stamina, "@").left[0] < 0.1
    made.seconds(6, *LEGS)
    assert made.of(Stamina, "@").left[0] == TUNING.player.stamina_s


def test_endless_breath_is_an_assist() -> None:
    rules = Rules(assist=Assist(endless_stamina=True))
    made = scene(HALL, rules=rules).press(Button.SPRINT, move=(1, 0)).seconds(5, *LEGS)
    assert made.of(Stamina, "@").left[0] == TUNING.player.stamina_s


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_dodge_goes_its_way_and_cannot_be_hurt_at_first(k: int) -> None:
    made = scene(turned(HALL, k)).press(move=way((1, 0), k)).run(1, *LEGS)
    start = made.pos("@")
    made.press(Button.DODGE, move=way((1, 0), k)).run(1, *LEGS)
    assert made.of(Health, "@").immune_until[0] == 1 + round(TUNING.player.dodge_iframes_s * 60)
    made.press().run(round(TUNING.player.dodge_s * 60) - 1, *LEGS)
    assert distance(made, start) == pytest.approx(TUNING.player.dodge_tiles, rel=0.06)
    assert [n["heard"] for n in made.heard(Noise)].count(Heard.DODGE) == 1


def test_a_dodge_is_not_chained_but_a_press_a_moment_early_counts() -> None:
    made = scene(HALL).press(Button.DODGE, move=(1, 0)).run(1, *LEGS)
    ready = int(made.of(Stamina, "@").dodge_ready_at[0])
    made.press().run(10, *LEGS).press(Button.DODGE, move=(-1, 0)).run(2, *LEGS)
    assert made.of(Stamina, "@").dodge_ready_at[0] == ready
    made.press().run(ready - 13 - 3, *LEGS)
    made.press(Button.DODGE, move=(-1, 0)).run(6, *LEGS)
    assert made.of(Stamina, "@").dodge_ready_at[0] > ready


def test_a_dodge_from_standing_goes_backwards_from_the_aim() -> None:
    made = scene("#########\n#...@...#\n#########").press(Button.DODGE, aim=(1, 0)).run(10, *LEGS)
    assert made.pos("@")[0] < 4


@pytest.mark.parametrize(
    ("floor", "held", "loudness"),
    [(".", 0, 4), (".", Button.SNEAK, 1.5), (".", Button.SPRINT, 8), (",", 0, 4 * 0.6), ("~", 0, 4 * 1.3)],
)
def test_a_step_sounds_once_a_stride_as_loud_as_gait_and_floor(
    floor: str, held: int, loudness: float
) -> None:
    art = "#" * 20 + "\n#@" + floor * 17 + "#\n" + "#" * 20
    made = scene(art).press(Button(held), move=(1, 0)).seconds(2, *LEGS)
    steps = [n for n in made.heard(Noise) if n["heard"] == Heard.STEP]
    assert {n["source"] for n in steps} == {made.who["@"]}
    assert steps[-1]["loudness"] == pytest.approx(loudness)
    walked = distance(made, (1.5, 1.5))
    assert len(made.heard(Noise)) + len(made.waiting(Noise)) == int(walked / TUNING.player.stride)


def test_shards_underfoot_are_told_as_glass() -> None:
    from game.data.sketch import sketch  # noqa: PLC0415 - only here is the floor not a picture's

    assert sketch("...", {".": "glass shards"}).hush[0, 0] == pytest.approx(2.2)


def test_the_dead_make_no_noise_of_steps() -> None:
    made = scene("########\n#s.....#\n########", s=(2, 0)).seconds(2, accelerate, move, tread)
    assert not made.heard(Noise)
    assert not made.waiting(Noise)


def test_a_hero_faces_the_aim_at_once_and_the_dead_turn() -> None:
    made = scene("#####\n#@.s#\n#####").press(aim=(-1, 0))
    made.set(Drive, "s", face=(0, 1)).run(1, *LEGS)
    assert made.of(Body, "@").heading.tolist() == [[-1, 0]]
    assert 0 < made.of(Body, "s").heading[0, 1] < 0.7
    made.run(40, *LEGS)
    assert made.of(Body, "s").heading[0, 1] > 0.99


def test_a_dead_hero_does_not_move() -> None:
    made = scene(HALL).set(Health, "@", hp=0).press(Button.DODGE, move=(1, 0)).run(30, *LEGS)
    assert made.pos("@") == (1.5, 1.5)


def test_the_last_place_is_kept_for_drawing_between_ticks() -> None:
    made = scene(HALL).press(move=(1, 0)).run(20, *LEGS)
    body = made.of(Body, "@")
    assert body.pos[0, 0] - body.was[0, 0] == pytest.approx(3.3 / 60, rel=0.01)


MAZE = """
    ###############
    #@...s..#..=..#
    #.##..#.#.##..#
    #..#..#...#.s.#
    ##.####.###.#.#
    #s...#....s.#.#
    ###############
"""
ANY_WAY = st.tuples(st.floats(-15, 15), st.floats(-15, 15))


@settings(max_examples=25, deadline=None)
@given(wants=st.lists(st.tuples(ANY_WAY, ANY_WAY), min_size=1, max_size=12), k=st.sampled_from(SYMMETRIES))
def test_nobody_is_ever_where_no_body_may_be(
    wants: list[tuple[tuple[float, float], tuple[float, float]]], k: int
) -> None:
    made = scene(turned(MAZE, k))
    ground = made.world.resource(Ground)
    for want, shove in wants:
        for each in made.all["s"]:
            with made.world.edit(Drive, each) as drive, made.world.edit(Body, each) as body:
                drive.want[...] = want
                body.shove[...] = shove
        made.press(Button.DODGE, move=(want[0] / 15, want[1] / 15))
        for _ in range(8):
            made.run(1, *LEGS)
            assert not is_blocked(ground, made.world.view(Body, made.world.rows(Drive)).pos).any()
