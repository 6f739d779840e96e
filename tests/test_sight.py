"""Who sees which tile: geometry, masks, symmetry."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scenes import SYMMETRIES, Scene, scene, turned

from game.sim.components import Body
from game.sim.rays import Grid, crossed, field_of_view
from game.sim.resource_sight import Sights
from game.sim.resources import Ground
from game.sim.sense.sight import see

RADIUS = 6
MAPS = arrays(np.bool_, (11, 13), elements=st.booleans())


def sees(opaque: Grid, one: tuple[int, int], other: tuple[int, int], radius: int = RADIUS) -> bool:
    dx, dy = other[0] - one[0], other[1] - one[1]
    if max(abs(dx), abs(dy)) > radius:
        return False
    return bool(field_of_view(opaque, *one, radius)[dy + radius, dx + radius])


@given(MAPS, st.integers(0, 12), st.integers(0, 10), st.integers(0, 12), st.integers(0, 10))
def test_if_i_see_you_you_see_me(opaque: Grid, x: int, y: int, u: int, v: int) -> None:
    assert sees(opaque, (x, y), (u, v)) == sees(opaque, (u, v), (x, y))


@given(MAPS, st.integers(0, 12), st.integers(0, 10))
def test_sight_turns_and_mirrors_with_the_map(opaque: Grid, x: int, y: int) -> None:
    seen = field_of_view(opaque, x, y, RADIUS)
    across = field_of_view(opaque[:, ::-1].copy(), 12 - x, y, RADIUS)
    aslant = field_of_view(opaque.T.copy(), y, x, RADIUS)
    assert (across == seen[:, ::-1]).all()
    assert (aslant == seen.T).all()


@given(MAPS, st.integers(0, 12), st.integers(0, 10), st.integers(0, 142))
def test_one_more_wall_never_shows_more(opaque: Grid, x: int, y: int, wall: int) -> None:
    walled = opaque.copy()
    walled.reshape(-1)[wall] = True
    assert not (field_of_view(walled, x, y, RADIUS) & ~field_of_view(opaque, x, y, RADIUS)).any()


@pytest.mark.parametrize(("dx", "dy"), [(5, 2), (-3, 4), (0, 6), (-6, -6), (1, 0), (0, 0)])
def test_a_line_passes_every_tile_it_crosses_and_neither_end(dx: int, dy: int) -> None:
    step = 1 / 997
    points = np.arange(step, 1, step)[:, None] * (dx, dy) + 0.5
    inside = {(int(x), int(y)) for x, y in np.floor(points)} - {(0, 0), (dx, dy)}
    assert {one for one, other in crossed(dx, dy) if one == other} == inside


def test_nobody_sees_through_the_corner_between_two_walls() -> None:
    opaque = np.zeros((4, 4), np.bool_)
    opaque[1, 2] = opaque[2, 1] = True
    assert not sees(opaque, (1, 1), (2, 2))
    opaque[2, 1] = False
    assert sees(opaque, (1, 1), (2, 2))


HALL = """
    ###########
    #a..#..c..#
    #...#.....#
    #.@......b#
    #...#.....#
    ###########
"""


def bit(made: Scene, name: str) -> bool:
    x, y = made.tile(name)
    return bool(made.world.resource(Sights).seen[y, x] & np.uint64(1))


@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_doorway_shows_what_lies_in_line_with_it(k: int) -> None:
    made = scene(turned(HALL, k)).run(1, see)
    assert [bit(made, name) for name in "abc"] == [True, True, False]


def test_masks_follow_those_who_move_and_doors_that_open() -> None:
    made = scene(HALL).run(1, see)
    made.set(Body, "@", pos=(6.5, 1.5)).run(1, see)
    assert [bit(made, name) for name in "abc"] == [False, True, True]
    ground = made.world.resource(Ground)
    ground.opaque[:, 4] = False
    ground.version += 1
    made.run(1, see)
    assert bit(made, "a")


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(1, 4)), min_size=1, max_size=6))
def test_masks_mended_step_by_step_are_those_made_at_once(steps: list[tuple[int, int]]) -> None:
    made, fresh = scene(HALL), scene(HALL)
    for x, y in steps:
        made.set(Body, "@", pos=(x + 0.5, y + 0.5)).run(1, see)
    fresh.set(Body, "@", pos=(steps[-1][0] + 0.5, steps[-1][1] + 0.5)).run(1, see)
    one, other = made.world.resource(Sights), fresh.world.resource(Sights)
    assert (one.seen == other.seen).all()
    assert (one.straight == other.straight).all()


def test_a_restored_world_looks_again() -> None:
    made = scene(HALL).run(1, see)
    before, kept = made.world.snapshot(), made.world.resource(Sights).seen.copy()
    made.set(Body, "@", pos=(6.5, 1.5)).run(1, see)
    made.world.restore(before)
    made.run(1, see)
    assert (made.world.resource(Sights).seen == kept).all()
