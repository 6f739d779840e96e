"""Scent: it lies where somebody was, fades, and leads who stands on it to where it is fresher."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.tuning import Rules, load_tuning
from game.sim.act.motion import accelerate, move
from game.sim.components import NO_TICK, Body, Hero, Lamp, Mind, Mood, Senses
from game.sim.happenings import Cause, Noticed
from game.sim.resource_scent import Trails
from game.sim.resources import Clock, Ground
from game.sim.sense.scent import lay_scent
from game.sim.think.fields import route_fields
from game.sim.think.minds import dead_minds
from game.sim.think.tracking import fresher, track

SCENT = load_tuning().scent
BODIES = (accelerate, move)
CORNER = """
##############
#f.....abc...#
#......#######
#......#.....#
#......#.....#
##############
"""
WALLED = """
#########
#f..#...#
#...#.a.#
#...#...#
#########
"""


def trails(made: Scene) -> Trails:
    return made.world.resource(Trails)


def lay(made: Scene, *places: tuple[tuple[float, float], int], lasts: int = 600) -> Scene:
    """Lay a scent at each place and tick."""
    for spot, tick in places:
        square = trails(made).squares(np.array([spot], np.float32))
        trails(made).laid[square], trails(made).until[square] = tick, tick + lasts
        trails(made).spot[square] = spot
    return made


def on_trail(k: int, *, reverse: bool = False) -> Scene:
    """A flanker who searches, at the beginning of a trail that leads east from it."""
    made = scene(turned(CORNER, k), rules=Rules(without=frozenset({"belief"})))
    start = np.array(made.spots["f"][0])
    steps = [tuple(start + np.array(way((2 * i, 0), k))) for i in range(5)]
    laid = [90 - 10 * i if reverse else 10 + 10 * i for i in range(5)]
    lay(made, *zip([(float(x), float(y)) for x, y in steps], laid, strict=True))
    made.world.resource(Clock).tick = 100
    return made.set(Mind, "f", mood=Mood.SEARCH, mood_until=9999, goal=tuple(start), foe=3)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_tracker_follows_a_trail_to_its_fresh_end(k: int) -> None:
    made = on_trail(k)
    start = np.array(made.pos("f"))
    made.seconds(3, route_fields, track, dead_minds, *BODIES)
    moved = np.array(made.pos("f")) - start
    along = np.array(way((1, 0), k))
    assert moved @ along > 5.5
    assert np.abs(moved - (moved @ along) * along).max() < 1.2


@pytest.mark.parametrize("k", SYMMETRIES)
def test_nobody_follows_a_trail_backward(k: int) -> None:
    made = on_trail(k, reverse=True)
    made.run(12, track)
    assert made.of(Mind, "f").leg[0] == 0
    assert not made.heard(Noticed)


def test_taking_up_a_trail_is_logged_once() -> None:
    made = on_trail(0)
    made.seconds(2, route_fields, track, dead_minds, *BODIES)
    told = made.heard(Noticed)
    assert [(row["who"], row["why"], row["mood"]) for row in told] == [
        (made.who["f"], Cause.SCENT, Mood.SEARCH)
    ]


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_tracker_runs_along_the_trail_faster_than_anybody_walks(k: int) -> None:
    made = on_trail(k)
    made.run(30, route_fields, track, dead_minds, *BODIES)
    start = np.array(made.pos("f"))
    made.seconds(1, route_fields, track, dead_minds, *BODIES)
    assert np.linalg.norm(np.array(made.pos("f")) - start) > load_tuning().player.walk


def test_who_came_to_look_at_a_noise_takes_up_the_trail_it_finds_there() -> None:
    made = on_trail(0).set(Mind, "f", mood=Mood.SUSPECT).run(12, track)
    assert made.of(Mind, "f").mood[0] == Mood.SEARCH
    assert [row["why"] for row in made.heard(Noticed)] == [Cause.SCENT]


def test_nobody_tires_of_searching_on_a_trail() -> None:
    made = on_trail(0).set(Mind, "f", mood_until=110)
    made.seconds(1, route_fields, track, dead_minds, *BODIES)
    assert made.of(Mind, "f").mood[0] == Mood.SEARCH


def test_whoever_does_not_search_does_not_sniff() -> None:
    made = on_trail(0).set(Mind, "f", mood=Mood.IDLE).run(24, track)
    assert not made.heard(Noticed)
    made = on_trail(0).set(Senses, "f", seen=3).run(24, track)
    assert not made.heard(Noticed)


def test_shamblers_do_not_track() -> None:
    made = scene(CORNER.replace("f", "s"))
    start = made.pos("s")
    lay(made, (start, 10), ((start[0] + 2, start[1]), 20)).world.resource(Clock).tick = 100
    made.set(Mind, "s", mood=Mood.SEARCH, mood_until=9999).run(24, track)
    assert not made.heard(Noticed)


def test_off_the_trail_there_is_nothing_to_follow() -> None:
    made = scene(CORNER)
    x, y = made.pos("f")
    lay(made, ((x + 2, y), 20)).world.resource(Clock).tick = 100
    made.set(Mind, "f", mood=Mood.SEARCH, mood_until=9999).run(24, track)
    assert not made.heard(Noticed)


def test_no_scent_passes_a_wall() -> None:
    made = scene(WALLED)
    lay(made, ((3.5, 2.5), 10), ((5.5, 2.5), 20))
    pos = np.array([(3.5, 2.5)], np.float32)
    assert not fresher(trails(made), made.world.resource(Ground), pos, 100)[1].any()
    lay(made, ((3.5, 1.5), 30), ((2.5, 3.5), 25))
    lay(made, ((3.5, 2.5), 10))
    spot, leads = fresher(trails(made), made.world.resource(Ground), pos, 100)
    assert leads.all()
    assert spot[0].tolist() == [3.5, 1.5] or spot[0].tolist() == [2.5, 3.5]


def test_a_scent_that_is_over_leads_nowhere() -> None:
    made = on_trail(0)
    made.world.resource(Clock).tick = 10_000
    made.run(24, track)
    assert not made.heard(Noticed)


def test_a_scent_that_is_over_leads_nobody_on_from_one_that_is_not() -> None:
    made = on_trail(0)
    square = trails(made).squares(np.array([made.pos("f")], np.float32))
    trails(made).until[...] = 90
    trails(made).until[square] = 900
    made.run(24, track)
    assert not made.heard(Noticed)


# -- laying it -----------------------------------------------------------------------------------


def left(made: Scene) -> tuple[int, int]:
    """When the player's square was last scented and how long that lasts, ticks."""
    square = trails(made).squares(np.array([made.pos("@")], np.float32))[0]
    laid = int(trails(made).laid[square])
    return laid, int(trails(made).until[square]) - laid


@pytest.mark.parametrize(("ground", "seconds"), [(".", SCENT.lasts_s), (",", SCENT.ash_s)])
def test_a_print_in_ash_lasts_longer(ground: str, seconds: float) -> None:
    made = scene(f"#####\n#{ground * 3}#\n#{ground}@{ground}#\n#{ground * 3}#\n#####", hero="onjo")
    with made.world.edit(Body, made.who["@"]) as body:
        body.pos[...] = (1.5, 1.5)
    made.run(6, lay_scent)
    assert left(made) == (3, int(seconds * 60))


def test_whom_hunger_masks_leaves_none() -> None:
    made = scene("#####\n#...#\n#.@.#\n#####")
    with made.world.edit(Hero, made.who["@"]) as hero:
        hero.is_masked[...] = True
    made.run(12, lay_scent)
    assert left(made)[0] == NO_TICK


@pytest.mark.parametrize(("hero", "share"), [("cheongsan", SCENT.still_share), ("onjo", 1)])
def test_cheongsan_stills_his_scent(hero: str, share: float) -> None:
    made = scene("#####\n#...#\n#.@.#\n#####", hero=hero)
    made.run(30, lay_scent)
    assert left(made)[1] == SCENT.lasts_s * 60
    made.run(60, lay_scent)
    assert left(made)[1] == pytest.approx(SCENT.lasts_s * 60 * share)
    with made.world.edit(Hero, made.who["@"]) as being:
        being.quiet_since[...] = 85
    made.run(12, lay_scent)
    assert left(made)[1] == SCENT.lasts_s * 60


def test_a_lit_torch_undoes_stillness_for_noses_too() -> None:
    made = scene("#####\n#...#\n#.@.#\n#####", hero="cheongsan").set(Lamp, "@", is_on=True)
    made.run(90, lay_scent)
    assert left(made)[1] == SCENT.lasts_s * 60


def test_without_scent_nothing_is_laid_or_followed() -> None:
    made = scene("#####\n#...#\n#.@.#\n#####", rules=Rules(without=frozenset({"scent"})))
    made.run(12, lay_scent)
    assert (trails(made).laid == NO_TICK).all()
