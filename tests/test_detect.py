"""How sight, touch and pain become certainty."""

from __future__ import annotations

from typing import Any

import pytest
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.sim.components import Body, Drive, Gait, Health, Hero, Lamp, Mind, Mood, Senses
from game.sim.sense.detect import detect, feel
from game.sim.sense.sight import see

SENSES = (see, feel, detect)
STREET = """
    ############
    #s......@..#
    ############
"""
TICKS = 400


def certain_after(made: Scene, name: str = "s", until: float = 0.999) -> int:
    """Ticks until somebody is that sure; ``TICKS`` when never."""
    for tick in range(TICKS):
        if made.run(1, *SENSES).of(Senses, name).detect[0] >= until:
            return tick
    return TICKS


def street(distance: int, **want: Any) -> Scene:
    art = "#" * 16 + "\n#s" + "." * (distance - 1) + "@" + "." * (13 - distance) + "#\n" + "#" * 16
    return scene(art, **want)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_one_of_the_dead_that_looks_at_you_is_sure_within_a_second_and_a_half(k: int) -> None:
    made = scene(turned(STREET, k)).set(Body, "s", heading=way((1, 0), k))
    assert 30 <= certain_after(made) <= 90
    assert made.of(Senses, "s").seen[0] == made.who["@"]
    assert made.of(Senses, "s").spot.tolist() == made.of(Body, "@").pos.tolist()


@pytest.mark.parametrize("k", SYMMETRIES)
def test_behind_its_back_you_do_not_exist(k: int) -> None:
    made = scene(turned(STREET, k)).set(Body, "s", heading=way((-1, 0), k))
    assert certain_after(made, until=0.01) == TICKS


def test_certainty_takes_longer_the_farther_you_are_and_never_less_than_the_warning() -> None:
    taken = [certain_after(street(far)) for far in (1, 3, 6, 8)]
    assert taken == sorted(taken)
    assert taken[0] >= 0.35 * 60 - 4


def test_beyond_nine_tiles_by_day_and_three_by_night_nobody_is_seen() -> None:
    assert certain_after(street(9), until=0.01) < TICKS
    assert certain_after(street(10), until=0.01) == TICKS
    assert certain_after(street(3, ambient=0.0), until=0.01) < TICKS
    assert certain_after(street(4, ambient=0.0), until=0.01) == TICKS


def test_who_sprints_by_night_is_seen_from_four_tiles_and_by_day_from_thirteen() -> None:
    for far, light, sees in ((4, 0.0, True), (5, 0.0, False), (13, 1.0, True)):
        made = street(far, ambient=light).set(Drive, "@", gait=Gait.SPRINT)
        assert (certain_after(made, until=0.01) < TICKS) is sees


def test_the_best_eyes_see_nobody_from_farther_for_that() -> None:
    for far, sees in ((14, True), (15, False)):
        yard = "#" * 18 + "\n#A" + "." * (far - 1) + "@" + "." * (15 - far) + "#\n" + "#" * 18
        made = scene(yard).set(Drive, "@", gait=Gait.SPRINT)
        assert (certain_after(made, "A", until=0.01) < TICKS) is sees


def test_one_of_the_dead_that_runs_is_seen_from_no_farther() -> None:
    friend = "#" * 16 + "\n#h" + "." * 12 + "s#\n" + "#" * 16
    assert certain_after(scene(friend).set(Drive, "s", gait=Gait.SPRINT), "h", until=0.01) == TICKS


def test_a_torch_gives_you_away_in_the_dark() -> None:
    assert certain_after(street(8, ambient=0.0).set(Lamp, "@", is_on=True)) < TICKS


def test_sneaking_and_darkness_buy_time() -> None:
    plain, sneaks = street(3), street(3).set(Drive, "@", gait=Gait.SNEAK)
    assert certain_after(sneaks) > certain_after(plain) * 1.4
    assert certain_after(street(2, ambient=0.0)) > certain_after(street(2)) * 1.8


def test_the_edge_of_sight_gives_suspicion_and_no_more() -> None:
    made = scene("#######\n#.....#\n#s....#\n#.....#\n#..@..#\n#.....#\n#.....#\n#######")
    made.set(Body, "@", pos=(1.5 + 2.7, 2.5 + 2.9))  # 47 degrees off: past edge_deg / 2, inside fov_deg / 2
    assert certain_after(made, until=0.35) < TICKS
    assert certain_after(made, until=0.36) == TICKS


@pytest.mark.parametrize("wall", ["#", "+"])
def test_walls_and_shut_doors_hide(wall: str) -> None:
    assert certain_after(scene(f"#########\n#s..{wall}..@#\n#########"), until=0.01) == TICKS


@pytest.mark.parametrize("clear", ["g", "f", "="])
def test_glass_fences_and_low_things_do_not(clear: str) -> None:
    assert certain_after(scene(f"#########\n#s..{clear}..@#\n#########"), until=0.01) < TICKS


def test_what_is_out_of_sight_is_slowly_forgotten() -> None:
    made = street(3)
    certain_after(made)
    made.set(Body, "s", heading=(-1, 0)).run(60, *SENSES)
    sure = made.of(Senses, "s")
    assert sure.seen[0] == -1
    assert sure.detect[0] == pytest.approx(1 - 1 / 6, abs=0.03)


def test_the_dead_take_a_masked_hero_for_one_of_them_and_soldiers_do_not() -> None:
    made = scene("############\n#s......@..#\n#A.........#\n############").set(Hero, "@", is_masked=True)
    assert certain_after(made, "s", until=0.01) == TICKS
    assert made.of(Senses, "A").detect[0] > 0


def test_whoever_touches_you_from_behind_feels_you_even_asleep() -> None:
    made = scene("#####\n#s@.#\n#####").set(Body, "s", heading=(-1, 0)).set(Mind, "s", mood=Mood.ASLEEP)
    assert certain_after(made, until=0.01) == TICKS
    made.set(Body, "@", pos=(2.2, 1.5))
    assert certain_after(made) < 5


def test_a_sleeper_sees_nothing() -> None:
    assert certain_after(street(2).set(Mind, "s", mood=Mood.ASLEEP), until=0.01) == TICKS


def test_whoever_is_hurt_knows_by_whom() -> None:
    made = scene(STREET).set(Body, "s", heading=(-1, 0)).run(10, *SENSES)
    made.set(Health, "s", hurt_at=9, hurt_by=made.who["@"]).run(1, *SENSES)
    assert made.of(Senses, "s").detect[0] > 0.98
    assert made.of(Senses, "s").spot.tolist() == made.of(Body, "@").pos.tolist()


def test_soldiers_and_the_dead_see_one_another() -> None:
    made = scene("#########\n#A.....s#\n#########").set(Body, "s", heading=(-1, 0)).run(90, *SENSES)
    assert made.of(Senses, "A").seen[0] == made.who["s"]
    assert made.of(Senses, "s").seen[0] == made.who["A"]


def test_those_who_have_surrendered_are_left_alone() -> None:
    made = scene("#########\n#A.....s#\n#########").set(Body, "s", heading=(-1, 0))
    made.set(Mind, "A", mood=Mood.SURRENDER).run(90, *SENSES)
    assert made.of(Senses, "s").seen[0] == made.of(Senses, "A").seen[0] == -1


def test_the_nearer_of_two_is_the_one_looked_at() -> None:
    made = scene("##########\n#s...A..@#\n##########").run(8, *SENSES)
    assert made.of(Senses, "s").seen[0] == made.who["A"]


def test_a_first_sighting_needs_an_exact_line_but_a_known_foe_is_not_lost_for_it() -> None:
    # from tile to tile there is a line; from where they stand the wall is in between
    made = scene("########\n#s..#..#\n#....@.#\n########")
    made.set(Body, "s", pos=(1.5, 1.05)).set(Body, "@", pos=(5.5, 2.05)).run(8, *SENSES)
    assert made.of(Senses, "s").seen[0] == -1
    made.set(Senses, "s", seen=made.who["@"]).run(2, *SENSES)
    assert made.of(Senses, "s").seen[0] == made.who["@"]
    made.set(Senses, "s", seen=-1).set(Body, "s", pos=(1.5, 1.5)).set(Body, "@", pos=(5.5, 2.5)).run(
        4, *SENSES
    )
    assert made.of(Senses, "s").seen[0] == made.who["@"]
