"""Momentum, leaps over nothing, vaults, edges and falls."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scenes import SYMMETRIES, Scene, grid, scene, turned, way

from game.data.area import Area
from game.data.level import Level
from game.data.things import Gap, Ledge
from game.data.tuning import Rules, load_tuning
from game.sim.act.leaps import glide, leap, run_up, stop_at_edges
from game.sim.act.legs import breathe, dodge
from game.sim.act.motion import accelerate, move, tread
from game.sim.command.intents import take_intents, wish
from game.sim.components import Act, Body, Button, Corpse, Deed, Drive, Feet, Health, Stage, Stamina
from game.sim.edges import cut_links, storeys
from game.sim.happenings import Died, Fell, Heard, Leapt, Noise
from game.sim.resources import NEIGHBOURS, Ground
from game.sim.settle.death import die
from game.sim.settle.falls import drop, fall

TUNING = load_tuning()
LEGS = (
    take_intents,
    wish,
    run_up,
    leap,
    breathe,
    dodge,
    accelerate,
    move,
    glide,
    stop_at_edges,
    tread,
    fall,
    drop,
    die,
)
ROOFS = """
###############################
#@....................OOO.....#
#.....................OOO.....#
#.....................OOO.....#
###############################
"""
"""Two roofs three tiles apart; the edge is 20.5 tiles east of the start."""
EDGE = 20.5
FENCED = """
##########
#@.=.....#
#..=.....#
##########
"""
RUN = Button.SPRINT


def roofs(art: str = ROOFS, k: int = 0, hero: str = "suhyeok", **more: Any) -> Scene:
    return scene(turned(art, k), hero=hero, **more)


def along(made: Scene, k: int, start: tuple[float, float]) -> float:
    """How far the hero has come, as the picture points east."""
    return float(np.subtract(made.pos("@"), start) @ np.array(way((1, 0), k)))


def run_to(made: Scene, k: int, tiles: float) -> Scene:
    """Run until so many tiles from where the hero is now."""
    start = made.pos("@")
    made.press(RUN, move=way((1, 0), k))
    while along(made, k, start) < tiles:
        made.run(1, *LEGS)
    return made


def jump(made: Scene, k: int = 0) -> Scene:
    made.press(RUN | Button.DODGE, move=way((1, 0), k)).run(1, *LEGS)
    return made.press(RUN, move=way((1, 0), k))


def full(made: Scene) -> Scene:
    return made.set(Feet, "@", momentum=TUNING.momentum.gain_s)


def pace(made: Scene) -> float:
    return float(np.sqrt((made.of(Body, "@").vel ** 2).sum()))


@pytest.mark.parametrize("k", SYMMETRIES)
def test_who_runs_long_enough_clears_a_gap_of_three_tiles(k: int) -> None:
    made = roofs(k=k)
    start = made.pos("@")
    run_to(made, k, EDGE - 1.5)
    assert made.of(Feet, "@").momentum[0] == pytest.approx(TUNING.momentum.gain_s)
    jump(run_to(made, k, 1.0), k).seconds(0.8, *LEGS)
    assert along(made, k, start) > EDGE + 3
    assert not made.heard(Fell)
    assert len(made.heard(Leapt)) == 1


@pytest.mark.parametrize("k", SYMMETRIES)
def test_who_comes_from_a_standstill_falls_into_it_and_is_back_on_firm_ground(k: int) -> None:
    made = roofs(k=k)
    start = made.pos("@")
    edge = np.array(start) + np.array(way((EDGE - 1, 0), k))
    made.set(Body, "@", pos=edge, was=edge)
    jump(made, k).seconds(0.6, *LEGS)
    assert [each["who"] for each in made.heard(Fell)] == [made.who["@"]]
    made.press().seconds(0.2, *LEGS)
    assert EDGE - 1.5 < along(made, k, start) < EDGE
    assert made.of(Health, "@").hp[0] == TUNING.player.hp - TUNING.edges.fall_damage


def test_a_gap_may_say_itself_what_falling_into_it_costs() -> None:
    made = roofs(things=[Gap(area=Area.rect(22, 1, 3, 3), fall_damage=7)])
    run_to(made, 0, 15).set(Body, "@", pos=(23.5, 2.5)).seconds(0.3, *LEGS)
    assert made.of(Health, "@").hp[0] == TUNING.player.hp - 7


def test_a_fall_can_kill() -> None:
    made = roofs().set(Health, "@", hp=10).set(Body, "@", pos=(23.5, 2.5))
    made.seconds(0.3, *LEGS)
    assert made.of(Health, "@").hp[0] == 0


@pytest.mark.parametrize(("late", "holds"), [(4, True), (9, False)])
def test_the_edge_may_be_missed_by_a_tenth_of_a_second(late: int, holds: bool) -> None:  # noqa: FBT001
    made = full(roofs())
    start = made.pos("@")
    run_to(made, 0, EDGE)
    jump(made.run(late, *LEGS)).seconds(0.8, *LEGS)
    assert (along(made, 0, start) > EDGE + 3) is holds
    assert bool(made.heard(Fell)) is not holds


def test_momentum_takes_two_seconds_and_a_half_and_makes_a_fifth_faster() -> None:
    made = roofs().press(RUN, move=(1, 0)).seconds(2.4, *LEGS)
    sprint = pace(made)
    made.seconds(0.4, *LEGS)
    assert pace(made) == pytest.approx(sprint * 1.2, rel=0.01)


def test_stopping_loses_momentum_and_a_turn_does_not() -> None:
    made = roofs(".................\n" * 9 + "..@..............\n" + ".................\n" * 9)
    full(made.press(RUN, move=(1, 0)).seconds(0.5, *LEGS)).press(RUN, move=(0, 1)).seconds(0.5, *LEGS)
    assert made.of(Feet, "@").momentum[0] == TUNING.momentum.gain_s
    made.press().seconds(0.2, *LEGS)
    assert made.of(Feet, "@").momentum[0] == 0


def test_with_full_momentum_running_costs_no_breath() -> None:
    made = full(roofs()).press(RUN, move=(1, 0)).run(30, *LEGS)
    made.set(Stamina, "@", left=2.0)
    full(made).seconds(1, *LEGS)
    assert made.of(Stamina, "@").left[0] >= 2


def test_nobody_else_gathers_momentum() -> None:
    made = roofs(hero="onjo").press(RUN, move=(1, 0)).seconds(3, *LEGS)
    assert made.of(Feet, "@").momentum[0] == 0


def test_who_comes_down_is_heard_like_a_runner_and_nobody_in_the_air() -> None:
    made = full(roofs()).press(RUN, move=(1, 0)).run(30, *LEGS)
    jump(full(made)).run(20, *LEGS)
    before = len(made.waiting(Noise))
    made.run(15, *LEGS)
    steps = [each for each in made.heard(Noise) if each["heard"] == Heard.STEP]
    assert before == 0
    assert max(each["loudness"] for each in steps) == TUNING.noise.sprint


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_hand_on_a_low_barricade_vaults_it(k: int) -> None:
    made = roofs(FENCED, k)
    start = made.pos("@")
    made.press(move=way((1, 0), k)).seconds(0.6, *LEGS)
    assert along(made, k, start) < 1.3
    made.press(Button.USE, move=way((1, 0), k)).seconds(1, *LEGS)
    assert along(made, k, start) > 2.5
    assert [each["is_vault"] for each in made.heard(Leapt)] == [1]


def test_nobody_vaults_over_an_edge_nor_through_a_wall() -> None:
    for art in ("######\n#@=OO#\n######", "######\n#@=#.#\n######"):
        made = roofs(art).press(move=(1, 0)).seconds(0.4, *LEGS)
        made.press(Button.USE, move=(1, 0)).seconds(1, *LEGS)
        assert made.tile("@") == (1, 1)


def test_cheong_san_does_not_vault() -> None:
    made = roofs(FENCED, hero="cheongsan").press(move=(1, 0)).seconds(1, *LEGS)
    made.press(Button.USE, move=(1, 0)).seconds(1, *LEGS)
    assert made.tile("@") == (2, 1)


def test_a_wall_ends_a_leap() -> None:
    made = full(roofs("##########\n#@....#..#\n##########")).press(RUN, move=(1, 0)).run(20, *LEGS)
    jump(full(made)).seconds(1, *LEGS)
    assert made.tile("@") == (5, 1)


@pytest.mark.parametrize("k", SYMMETRIES)
@pytest.mark.parametrize("slant", [0.0, 0.5])
def test_the_dead_do_not_walk_over_an_edge(k: int, slant: float) -> None:
    art = turned("########\n#s..OO.#\n#...OO.#\n#...OO.#\n#...OO.#\n########", k)
    made = scene(art, s=way((2, slant), k)).seconds(3, *LEGS[6:])
    moved = np.subtract(made.pos("s"), scene(art).pos("s")) @ np.array([way((1, 0), k), way((0, 1), k)]).T
    assert 2.4 < moved[0] < 2.5
    assert moved[1] > 1 if slant else moved[1] == pytest.approx(0, abs=0.01)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_whoever_is_shoved_over_an_edge_is_gone_and_leaves_nothing(k: int) -> None:
    made = scene(turned("########\n#.s.OO.#\n########", k))
    made.set(Body, "s", shove=way((14, 0), k)).seconds(1, *LEGS[6:])
    assert not made.lives("s")
    assert len(made.heard(Fell)) == len(made.heard(Died)) == 1
    assert not len(made.world.view(Corpse, made.world.rows(Corpse)).sort)


def test_a_pounce_can_be_lured_over_an_edge() -> None:
    made = scene("##########\n#..l.OOO.#\n##########")
    made.set(Deed, "l", act=Act.LUNGE, stage=Stage.ACTIVE, stage_until=999, aim=(1, 0))
    made.seconds(1, *LEGS[6:])
    assert not made.lives("l")


@pytest.mark.parametrize("k", SYMMETRIES)
def test_no_way_of_the_dead_leads_over_nothing(k: int) -> None:
    made = scene(turned("#####\n#.O.#\n#...#\n#####", k))
    links, nothing = made.world.resource(Ground).links, made.world.resource(Level).void
    assert not links[nothing].any()
    assert links[~nothing].astype(bool).sum() == 5


def test_the_whole_game_plays_over_an_edge() -> None:
    made = roofs("###########\n#@..OO.s..#\n#...OO....#\n###########", rules=Rules())
    made.press(RUN, move=(1, 0)).seconds(3)
    assert made.heard(Fell)
    assert made.lives("s")


STEPS = """
##########
#@..n.s..#
#........#
##########
"""
"""A ledge between the third and the fourth column of floor; its low side lies east."""


def ledge(k: int, drop: int = 2) -> Ledge:
    """The ledge of ``STEPS``, as the picture is turned."""
    middle, (height, width) = np.array((5.0, 2.0)), grid(STEPS).shape
    now = np.array(grid(turned(STEPS, k)).shape[::-1]) / 2
    assert (width, height) == (10, 4)
    points = [tuple((now + way(np.array(at) - middle, k)).tolist()) for at in ((4.0, 4.0), (4.0, 0.0))]
    return Ledge(area=Area("polyline", tuple(points if k < 4 else points[::-1])), drop=drop)


def steps(k: int = 0, **more: Any) -> Scene:
    return roofs(STEPS, k, things=[ledge(k)], **more)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_ledge_leads_down_and_it_hurts(k: int) -> None:
    made = steps(k)
    start = made.pos("@")
    made.press(move=way((1, 0), k)).seconds(1.2, *LEGS)
    assert along(made, k, start) > 3
    assert made.of(Health, "@").hp[0] == TUNING.player.hp - 2 * TUNING.edges.storey_damage
    assert max(each["loudness"] for each in made.heard(Noise)) == TUNING.noise.sprint


@pytest.mark.parametrize("k", SYMMETRIES)
@pytest.mark.parametrize("slant", [0.0, 0.4])
def test_nobody_comes_up_a_ledge(k: int, slant: float) -> None:
    made = steps(k)
    start = np.array(made.pos("@"))
    made.set(Body, "@", pos=start + way((5, 0), k)).press(move=way((-1, slant), k)).seconds(2, *LEGS)
    assert 2.5 <= along(made, k, (float(start[0]), float(start[1]))) < 2.6


@pytest.mark.parametrize("k", SYMMETRIES)
def test_nor_leaps_up_it(k: int) -> None:
    made = full(steps(k))
    start = np.array(made.pos("@"))
    made.set(Body, "@", pos=start + way((6, 0), k)).press(RUN, move=way((-1, 0), k)).run(12, *LEGS)
    full(made).press(RUN | Button.DODGE, move=way((-1, 0), k)).run(30, *LEGS)
    assert made.heard(Leapt)
    assert along(made, k, (float(start[0]), float(start[1]))) >= 2.5


def test_who_leaps_down_a_ledge_is_unhurt() -> None:
    made = full(steps()).press(RUN, move=(1, 0)).run(12, *LEGS)
    jump(full(made)).seconds(0.5, *LEGS)
    assert made.pos("@")[0] > 4.5
    assert made.of(Health, "@").hp[0] == TUNING.player.hp


def test_who_leaps_down_a_ledge_is_heard_once_and_where_he_lands() -> None:
    made = full(steps()).press(RUN, move=(1, 0)).run(12, *LEGS)
    before = len(made.heard(Noise))
    jump(full(made)).seconds(0.7, *LEGS)
    thuds = [each for each in made.heard(Noise)[before:] if each["loudness"] == TUNING.noise.sprint]
    assert [each["pos"][0] > 5 for each in thuds] == [True]


def test_the_dead_leap_down_unhurt_when_they_lunge() -> None:
    made = scene("########\n#l.....#\n########", things=[_across(4.0)])
    made.set(Body, "l", pos=(3.5, 1.5))
    made.set(Deed, "l", act=Act.LUNGE, stage=Stage.ACTIVE, stage_until=999, aim=(1, 0))
    made.seconds(0.5, *LEGS[6:])
    assert made.pos("l")[0] > 4.5
    assert made.of(Health, "l").hp[0] == made.of(Health, "l").most[0]


def _across(x: float) -> Ledge:
    """A ledge from top to bottom; its low side lies east."""
    return Ledge(area=Area("polyline", ((x, 3.0), (x, 0.0))), drop=1)


def test_who_gets_up_after_a_fall_makes_no_noise_of_landing() -> None:
    made = roofs().press(move=(1, 0)).seconds(3, *LEGS)
    while not made.heard(Fell):
        made.run(1, *LEGS)
    fallen = len(made.heard(Noise))
    made.press().seconds(TUNING.edges.rise_s + 0.2, *LEGS)
    assert len(made.heard(Noise)) == fallen


@pytest.mark.parametrize("k", SYMMETRIES)
def test_the_dead_are_kept_by_a_ledge_on_either_side_and_can_be_shoved_down(k: int) -> None:
    art = turned("########\n#s.....#\n########", k)
    middle, now = np.array((4.0, 1.5)), np.array(grid(art).shape[::-1]) / 2
    points = [tuple((now + way(np.array(at) - middle, k)).tolist()) for at in ((4.0, 3.0), (4.0, 0.0))]
    edge = Ledge(area=Area("polyline", tuple(points if k < 4 else points[::-1])), drop=1)
    made = scene(art, things=[edge], s=way((2, 0), k)).seconds(3, *LEGS[6:])
    begun = np.array(scene(art).pos("s"))
    assert 2.4 < along_of(made, begun, k) <= 2.5
    made.set(Body, "s", shove=way((8, 0), k)).seconds(1, *LEGS[6:])
    assert along_of(made, begun, k) > 2.6
    assert made.of(Health, "s").hp[0] == made.of(Health, "s").most[0] - TUNING.edges.storey_damage
    made.set(Drive, "s", want=way((-2, 0), k)).seconds(3, *LEGS[6:])
    assert along_of(made, begun, k) >= 2.5


def along_of(made: Scene, begun: Any, k: int) -> float:
    """How far the shambler has come, as the picture points east."""
    return float((np.array(made.pos("s")) - begun) @ np.array(way((1, 0), k)))


@pytest.mark.parametrize("k", SYMMETRIES)
def test_no_way_of_the_dead_leads_over_a_ledge(k: int) -> None:
    made = steps(k)
    level = made.world.resource(Level)
    crossing = [
        (x, y, dx, dy)
        for y, x in np.argwhere(made.world.resource(Ground).links).tolist()
        for bit, (dx, dy) in enumerate(NEIGHBOURS)
        if made.world.resource(Ground).links[y, x] >> bit & 1
        and storeys(level, np.array([[x + 0.5, y + 0.5]]), np.array([[x + dx + 0.5, y + dy + 0.5]]))[0]
    ]
    assert not crossing
    assert cut_links(level).any()
