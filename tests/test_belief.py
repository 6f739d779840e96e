"""Belief: where a foe could be whom nobody sees; never read off the foe itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scenes import SYMMETRIES, Scene, scene, turned

from game.data.search import Search
from game.data.tuning import Rules, load_tuning
from game.sim.components import Body, Mind, Mood, Senses
from game.sim.happenings import Habit
from game.sim.rays import field_of_view
from game.sim.resource_belief import Belief, Beliefs
from game.sim.resource_lessons import Lessons
from game.sim.resources import Clock, Ground
from game.sim.think.belief import believe
from game.sim.think.occupancy import begin, carry_over, clear, move_on, smooth, walk_on
from game.sim.views import AWAY, OFFSETS, RADIUS, Views

SEARCH = load_tuning().search
CORRIDOR = "#" * 23 + "\n#" + "." * 21 + "#\n" + "#" * 23
ROOMS = """
#################
#...#.......#...#
#...#.......#...#
#.......s.......#
#...#.......#...#
#...#.......#...#
##.####...#######
#..#......#.....#
#..#............#
#################
"""


def ground_of(art: str) -> Ground:
    return scene(art).world.resource(Ground)


def known(
    art: str, spot: tuple[float, float], found: Sequence[tuple[int, int]] = (), search: Search = SEARCH
) -> Belief:
    """A belief whose walk is known."""
    belief = begin(ground_of(art), 7, spot, 0, search)
    while belief.flow is None:
        walk_on(belief, list(found), search)
    return belief


def after(belief: Belief, seconds: float, search: Search = SEARCH) -> Belief:
    """The belief so much later, when nobody looks."""
    for tick in range(0, int(seconds * 60) + 1, 12):
        move_on(belief, tick, search)
    return belief


def mass(belief: Belief) -> NDArray[np.float32]:
    """All mass, ``(height, width)`` of the map inside the window."""
    window = belief.window
    return (belief.run + belief.rest).reshape(window.height, window.width)[1:-1, 1:-1]


def lost(art: str, **want: Any) -> Scene:
    """A scene whose shamblers search the player, last seen at ``x``."""
    made = scene(art, **want)
    for each in made.all["s"]:
        with made.world.edit(Mind, each) as mind, made.world.edit(Senses, each) as senses:
            mind.mood[...], mind.foe[...], mind.mood_until[...] = Mood.SEARCH, made.who["@"], 9999
            senses.spot[...], senses.spot_at[...] = made.pos("x"), 0
    return made


def beliefs(made: Scene) -> Beliefs:
    return made.world.resource(Beliefs)


# -- the grid ------------------------------------------------------------------------------------


def test_mass_runs_outward_only_and_as_fast_as_the_foe() -> None:
    belief = after(known(CORRIDOR, (11.5, 1.5)), 2.0)
    row = mass(belief)[1]
    assert belief.steps == int(2.0 * SEARCH.speed)
    run = belief.run.reshape(belief.window.height, belief.window.width)[2, 1:-1]
    assert sorted(np.flatnonzero(run > 1e-4)) == [11 - belief.steps, 11 + belief.steps]
    assert row.sum() == pytest.approx(1, abs=1e-4)
    assert row[11 - 2] > 0.03  # some has settled on the way


def test_no_mass_enters_a_wall() -> None:
    art = ROOMS.strip()
    solid = ground_of(art).solid
    belief = after(known(art, (8.5, 3.5)), 12)
    assert mass(belief)[solid].max() == 0


def test_all_settles_where_no_way_leads_on() -> None:
    plain = replace(SEARCH, nook_prior=1, creep=0, doubt_per_s=0)
    belief = known(CORRIDOR, (11.5, 1.5), search=plain)
    after(belief, 6, plain)
    assert belief.run.sum() < 1e-6
    assert mass(belief)[1, 1] == pytest.approx(0.5 * (1 - plain.settle) ** 10, rel=1e-3)


def test_what_reaches_the_end_of_the_window_stops_there() -> None:
    road = "#" * 63 + "\n#" + "." * 61 + "#\n" + "#" * 63
    small = replace(SEARCH, window_tiles=10, doubt_per_s=0)
    belief = known(road, (31.5, 1.5), search=small)
    after(belief, 6, small)
    assert mass(belief).shape == (3, 21)
    assert mass(belief).sum() == pytest.approx(1, abs=1e-4)
    assert mass(belief)[1, [0, 20]].min() > 0.04


@pytest.mark.parametrize("k", SYMMETRIES)
def test_belief_turns_with_the_map(k: int) -> None:
    art, plain = turned(ROOMS, k), ROOMS.strip()
    spots = [scene(each).spots["s"][0] for each in (plain, art)]
    one, other = (after(known(each, spot), 3) for each, spot in zip((plain, art), spots, strict=True))
    want = np.rot90(mass(one)[:, ::-1] if k >= 4 else mass(one), -(k % 4))
    np.testing.assert_allclose(mass(other), want, atol=2e-5)


def test_one_hides_in_a_nook_rather_than_in_the_open() -> None:
    belief = known(ROOMS.strip(), (8.5, 3.5))
    assert belief.flow is not None
    prior = belief.flow.prior.reshape(belief.window.height, belief.window.width)[1:-1, 1:-1]
    assert prior[8, 1] == SEARCH.nook_prior
    assert prior[4, 8] == 1


def test_where_one_was_found_one_may_hide_again() -> None:
    art, spot = CORRIDOR, (11.5, 1.5)
    plain, wise = (after(known(art, spot, found), 5) for found in ([], [(6, 1)]))
    assert mass(wise)[1, 6] > 2 * mass(plain)[1, 6]


def test_doubt_gives_mass_back_to_what_was_looked_at_and_could_be_reached() -> None:
    belief = known(CORRIDOR, (11.5, 1.5))
    places = np.arange(len(belief.run))
    clear(
        belief,
        places[belief.window.place(9, 1) : belief.window.place(13, 1) + 1],
        np.full(5, 0.95),
        0,
        SEARCH,
    )
    belief.run[...] = belief.rest[...] = 0
    belief.rest[belief.window.place(12, 1)] = 1
    move_on(belief, 60, SEARCH)
    row = mass(belief)[1]
    assert row[10] > 0
    assert row[11 - 5] == row[11 + 5] == 0


def test_a_look_takes_its_chance_and_the_rest_grows() -> None:
    belief = after(known(CORRIDOR, (11.5, 1.5)), 5)
    before = mass(belief).copy()
    here, there = belief.window.place(4, 1), belief.window.place(20, 1)
    clear(belief, np.array([here, here]), np.array([0.5, 0.5], np.float32), 300, SEARCH)
    ratio = mass(belief)[1] / np.maximum(before[1], 1e-9)
    assert ratio[4] / ratio[20] == pytest.approx(0.25, rel=1e-3)
    assert ratio[20] > 1
    assert mass(belief).sum() == pytest.approx(1, abs=1e-4)
    assert there > here


def test_when_all_was_looked_at_the_foe_may_be_anywhere_in_reach() -> None:
    belief = after(known(CORRIDOR, (11.5, 1.5)), 2)
    belief.run[...] = belief.rest[...] = 0
    clear(belief, np.empty(0, np.intp), np.empty(0, np.float32), 120, SEARCH)
    row = mass(belief)[1]
    assert row.sum() == pytest.approx(1, abs=1e-4)
    assert row[11 - 6 : 11 + 7].min() > 0
    assert row[:4].max() == 0


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 360), st.floats(0, 0.95)), max_size=40), st.floats(0.2, 9))
def test_mass_is_never_lost_nor_negative(looks: list[tuple[int, float]], seconds: float) -> None:
    belief = after(known(ROOMS.strip(), (8.5, 3.5)), seconds)
    places = np.array([place % len(belief.run) for place, _ in looks], np.intp)
    clear(belief, places, np.array([share for _, share in looks], np.float32), int(seconds * 60), SEARCH)
    assert mass(belief).min() >= 0
    assert float(belief.run.sum() + belief.rest.sum()) == pytest.approx(1, abs=1e-3)
    assert smooth(belief, SEARCH).min() >= 0


def test_a_noise_keeps_some_of_what_was_believed_before() -> None:
    old = after(known(CORRIDOR, (5.5, 1.5)), 3)
    new = begin(ground_of(CORRIDOR), 7, (15.5, 1.5), 180, SEARCH)
    carry_over(old, new, 0.3)
    assert mass(new)[1, 15] == pytest.approx(0.7 + 0.3 * mass(old)[1, 15], abs=1e-5)
    assert mass(new)[1, 5] == pytest.approx(0.3 * mass(old)[1, 5], abs=1e-5)


# -- views ---------------------------------------------------------------------------------------


def test_views_are_fields_of_view_and_are_made_anew_when_the_ground_changes() -> None:
    ground, views = ground_of(ROOMS.strip()), Views()
    high, wide = ground.opaque.shape
    for _ in range(2):
        for x, y in ((8, 3), (1, 8), (14, 1)):
            seen = views.of(ground, np.array([y * wide + x]))[0]
            inside = (
                (x + OFFSETS[0] >= 0)
                & (x + OFFSETS[0] < wide)
                & (y + OFFSETS[1] >= 0)
                & (y + OFFSETS[1] < high)
            )
            exact = field_of_view(ground.opaque, x, y, RADIUS)[OFFSETS[1] + RADIUS, OFFSETS[0] + RADIUS]
            assert ((seen & inside) == exact).all()
        ground.opaque[3, 5] = True
        ground.version += 1
    assert len(AWAY) == OFFSETS.shape[1]


# -- what the dead know --------------------------------------------------------------------------

HIDDEN = """
###############
#......#......#
#x.s...#...@..#
#......+......#
#......#......#
###############
"""


def test_a_foe_is_lost_after_half_a_second_and_believed_where_it_was_last_seen() -> None:
    made = lost(HIDDEN)
    made.run(28, believe)
    assert not beliefs(made).lost
    made.run(20, believe)
    (belief,) = beliefs(made).lost
    assert (belief.foe, belief.spot) == (made.who["@"], made.pos("x"))


def test_nobody_is_lost_whom_somebody_sees() -> None:
    made = lost(HIDDEN)
    made.set(Senses, "s", seen=made.who["@"])
    made.run(90, believe)
    assert not beliefs(made).lost


def test_without_belief_nobody_reckons() -> None:
    made = lost(HIDDEN, rules=Rules(without=frozenset({"belief"})))
    made.run(90, believe)
    assert not beliefs(made).lost


def test_belief_ends_when_nobody_cares_any_more() -> None:
    made = lost(HIDDEN)
    made.run(60, believe)
    assert beliefs(made).lost
    made.set(Mind, "s", mood=Mood.IDLE).run(12, believe)
    assert not beliefs(made).lost


def test_the_place_where_one_long_lost_is_seen_is_remembered() -> None:
    made = lost(HIDDEN)
    made.run(400, believe)
    made.set(Senses, "s", seen=made.who["@"], spot=made.pos("@"), spot_at=400).run(12, believe)
    assert beliefs(made).found == [made.tile("@")]
    assert not beliefs(made).lost


def test_one_seen_again_at_once_was_in_no_hiding_place() -> None:
    made = lost(HIDDEN)
    made.run(100, believe)
    made.set(Senses, "s", seen=made.who["@"], spot=made.pos("@"), spot_at=100).run(12, believe)
    assert beliefs(made).found == []


def test_a_noise_moves_belief_when_it_may_be_acted_on_and_not_before() -> None:
    made = lost(HIDDEN)
    made.run(240, believe)
    made.set(Senses, "s", heard_spot=(12.5, 1.5), heard_at=240, react_at=270)
    made.run(24, believe)
    assert beliefs(made).lost[0].spot == made.pos("x")
    made.run(24, believe)
    assert beliefs(made).lost[0].spot == (12.5, 1.5)


def test_what_one_sees_empty_is_empty_and_behind_the_back_is_not() -> None:
    open_room = "#" * 17 + ("\n#" + "." * 15 + "#") * 7 + "\n" + "#" * 17
    rows = [list(row) for row in open_room.splitlines()]
    rows[4][8], rows[4][7], rows[1][1] = "s", "x", "@"
    made = lost("\n".join("".join(row) for row in rows))
    made.run(300, believe)
    held = mass(beliefs(made).lost[0])
    assert held[4, 12] < 0.2 * held[4, 4]
    assert held.sum() == pytest.approx(1, abs=1e-3)


def test_a_wall_hides_what_lies_behind_it_from_a_look() -> None:
    made = lost("###########\n#x..s.#..@#\n#.....#...#\n#.........#\n###########")
    made.run(400, believe)
    held = mass(beliefs(made).lost[0])
    assert held[1, 5] < 0.1 * held[1, 8]


def test_belief_is_the_same_wherever_the_foe_hides() -> None:
    worlds = [lost(HIDDEN), lost(HIDDEN)]
    with worlds[1].world.edit(Body, worlds[1].who["@"]) as body:
        body.pos[...] = (12.5, 4.5)
    for made in worlds:
        made.run(300, believe)
    one, other = (beliefs(made).lost[0] for made in worlds)
    assert np.array_equal(one.run, other.run)
    assert np.array_equal(one.rest, other.rest)


def test_belief_survives_a_snapshot_to_the_bit() -> None:
    made = lost(HIDDEN)
    made.run(150, believe)
    old = made.world.snapshot()
    made.run(150, believe)
    then = made.world.hashes()
    made.world.restore(old)
    assert made.world.resource(Clock).tick == 150
    made.run(150, believe)
    assert made.world.hashes() == then


def test_who_knows_of_hiding_takes_nooks_and_found_places_for_likelier() -> None:
    plain, wise = lost(HIDDEN), lost(HIDDEN)
    lessons = wise.world.resource(Lessons)
    lessons.is_known[Habit.HIDE] = True
    lessons.places.finds[0], lessons.places.find_spot[0] = 1, (4.5, 2.5)
    priors = []
    for made in (plain, wise):
        flow = beliefs(made.run(90, believe)).lost[0].flow
        assert flow is not None
        priors.append(flow.prior)
    nooks = priors[0] == SEARCH.nook_prior
    assert (priors[1][nooks] == SEARCH.nook_prior * load_tuning().counters.nooks).all()
    assert ((priors[1] > 1) & ~nooks).sum() > 0  # where somebody was found
