"""The ground as it is now: what bodies cannot enter, where links lead, and how doors change it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scenes import SYMMETRIES, scene, turned

from game.data.level import Level
from game.data.sketch import sketch
from game.data.tuning import load_tuning
from game.sim.doorways import NO_DOOR, Doorways, at_hand
from game.sim.ground import Grid, is_blocked, lay_ground, mend
from game.sim.resources import NEIGHBOURS, Ground
from game.sim.trace import first_block, is_clear

LOUDNESS = load_tuning().noise


def ground_of(art: str) -> Ground:
    level = sketch(art)
    return lay_ground(level, np.zeros((level.height, level.width), np.bool_), LOUDNESS)


def link(ground: Ground, x: int, y: int, dx: int, dy: int) -> bool:
    return bool(ground.links[y, x] >> NEIGHBOURS.index((dx, dy)) & 1)


def test_a_body_keeps_a_quarter_tile_from_walls() -> None:
    ground = ground_of("####\n#..#\n####")
    near, off = np.array([[1.2, 1.5]], np.float32), np.array([[1.3, 1.5]], np.float32)
    assert is_blocked(ground, near)[0]
    assert not is_blocked(ground, off)[0]


def test_beyond_the_map_all_is_blocked() -> None:
    ground = ground_of("...\n...")
    outside = np.array([[-0.1, 1], [3.1, 1], [1, -5], [1, 2.2], [0.2, 1]], np.float32)
    assert is_blocked(ground, outside).all()


def test_a_corridor_of_one_tile_lets_a_body_through() -> None:
    ground = ground_of("#####\n#...#\n#####")
    assert link(ground, 1, 1, 1, 0)
    assert link(ground, 3, 1, -1, 0)
    assert not link(ground, 3, 1, 1, 0)


@pytest.mark.parametrize("k", SYMMETRIES)
def test_no_link_leads_aslant_past_a_corner(k: int) -> None:
    ground = ground_of(turned("....\n.#..\n....", k))
    height, width = ground.links.shape
    wall = np.argwhere(ground.solid)[0]
    for y in range(height):
        for x in range(width):
            for dx, dy in NEIGHBOURS:
                corner = [(x + dx, y), (x, y + dy), (x + dx, y + dy)]
                if (wall[1], wall[0]) in corner:
                    assert not link(ground, x, y, dx, dy)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 9999), st.floats(0, 0.06))
def test_every_link_has_its_way_back_between_furniture_too(seed: int, share: float) -> None:
    level = sketch("......\n.#....\n....#.\n......")
    furniture = np.random.default_rng(seed).random(level.footprint.shape) < share
    closed = np.zeros((level.height, level.width), np.bool_)
    ground = lay_ground(replace(level, footprint=level.footprint | furniture), closed, LOUDNESS)
    for y, x in np.argwhere(ground.links):
        for dx, dy in NEIGHBOURS:
            if link(ground, x, y, dx, dy):
                assert link(ground, x + dx, y + dy, -dx, -dy)


@settings(max_examples=30, deadline=None)
@given(
    rows=st.lists(st.text(".,#+", min_size=7, max_size=7), min_size=5, max_size=7),
    openings=st.lists(st.booleans(), min_size=40, max_size=40),
)
def test_mending_a_door_gives_the_same_ground_as_building_it_anew(
    rows: list[str], openings: list[bool]
) -> None:
    level = sketch("\n".join(rows))
    doorways = Doorways.of(level)
    closed = doorways.owner >= 0
    ground = lay_ground(level, closed, LOUDNESS)
    for box, opens in zip(doorways.boxes.tolist(), openings, strict=False):
        if opens:
            x0, y0, x1, y1 = box
            closed = closed.copy()
            closed[y0:y1, x0:x1] = False
            mend(ground, level, closed, LOUDNESS, (x0, y0, x1, y1))
    anew = lay_ground(level, closed, LOUDNESS)
    for name in ("blocked", "solid", "opaque", "shield", "muffle", "links"):
        assert np.array_equal(getattr(ground, name), getattr(anew, name)), name


def test_a_shut_door_blocks_hides_shields_and_muffles() -> None:
    level = sketch("###\n#+#\n###")
    ground = lay_ground(level, Doorways.of(level).owner >= 0, LOUDNESS)
    assert ground.solid[1, 1]
    assert ground.opaque[1, 1]
    assert ground.shield[1, 1]
    assert ground.muffle[1, 1] == np.float32(LOUDNESS.closed_door_mult)
    assert ground.muffle[0, 0] == np.float32(LOUDNESS.wall_mult)


def test_mending_tells_that_the_ground_changed() -> None:
    level = sketch("###\n#+#\n###")
    ground = lay_ground(level, Doorways.of(level).owner >= 0, LOUDNESS)
    mend(ground, level, np.zeros((3, 3), np.bool_), LOUDNESS, (1, 1, 2, 2))
    assert ground.version == 1


def brute_force(grid: Grid, a: list[float], b: list[float]) -> bool:
    """Whether a finely sampled line enters a set tile other than the first."""
    share = np.linspace(0, 1, 4001)[:, None]
    tiles = np.floor(np.array(a) + (np.array(b) - np.array(a)) * share).astype(int)
    inside = grid[np.clip(tiles[:, 1], 0, grid.shape[0] - 1), np.clip(tiles[:, 0], 0, grid.shape[1] - 1)]
    return bool((inside & (tiles != tiles[0]).any(axis=1)).any())


def keeps_off_corners(a: list[float], b: list[float]) -> bool:
    """Whether a line passes no corner of tiles so near that samples cannot tell on which side: see below."""
    corner = np.stack(np.meshgrid(np.arange(9), np.arange(9)), axis=-1).reshape(-1, 2) - np.array(a)
    way = np.array(b) - np.array(a)
    off = np.abs(corner[:, 0] * way[1] - corner[:, 1] * way[0]) / max(float(np.hypot(*way)), 1e-9)
    return bool(off.min() > 0.005)


SPOT = st.tuples(*[st.floats(0.01, 7.99, allow_subnormal=False)] * 2).map(list)


@settings(max_examples=150, deadline=None)
@given(seed=st.integers(0, 999), a=SPOT, b=SPOT)
def test_a_line_is_stopped_by_the_tiles_it_enters(seed: int, a: list[float], b: list[float]) -> None:
    assume(keeps_off_corners(a, b))
    grid = np.random.default_rng(seed).random((8, 8)) < 0.25
    start, end = np.array([a], np.float32), np.array([b], np.float32)
    share = float(first_block(grid, start, end)[0])
    if brute_force(grid, start[0].tolist(), end[0].tolist()):
        assert share < 1
    if share > 0.001:
        short = (start[0] + (end[0] - start[0]) * (share - 0.001)).tolist()
        assert not brute_force(grid, start[0].tolist(), short)


@settings(max_examples=100, deadline=None)
@given(seed=st.integers(0, 999), a=SPOT, b=SPOT)
def test_a_line_is_clear_both_ways_or_neither(seed: int, a: list[float], b: list[float]) -> None:
    grid = np.random.default_rng(seed).random((8, 8)) < 0.3
    start, end = np.array([a], np.float32), np.array([b], np.float32)
    assert is_clear(grid, start, end)[0] == is_clear(grid, end, start)[0]


def test_a_line_that_ends_on_a_corner_is_clear_both_ways_or_neither() -> None:
    grid = np.random.default_rng(0).random((8, 8)) < 0.3
    corners = np.stack(np.meshgrid(np.arange(1.0, 8), np.arange(1.0, 8)), axis=-1).reshape(-1, 2)
    one = np.repeat(corners, len(corners), axis=0).astype(np.float32)
    other = np.tile(corners, (len(corners), 1)).astype(np.float32)
    assert (is_clear(grid, one, other) == is_clear(grid, other, one)).all()


def test_a_line_through_a_gap_between_two_corners_is_stopped() -> None:
    grid = np.array([[0, 1], [1, 0]], np.bool_)
    assert first_block(grid, np.array([[0.5, 0.5]], np.float32), np.array([[1.5, 1.5]], np.float32))[0] == 0.5


def test_a_line_past_one_corner_goes_on() -> None:
    grid = np.array([[0, 1], [0, 0]], np.bool_)
    assert first_block(grid, np.array([[0.5, 0.5]], np.float32), np.array([[1.5, 1.5]], np.float32))[0] == 1


def test_doors_are_found_by_id_and_by_place() -> None:
    level: Level = sketch("#+#+#\n.....")
    doorways = Doorways.of(level)
    ids = np.array([level.doors[1].id, 999, level.doors[0].id])
    assert doorways.index(ids).tolist() == [1, NO_DOOR, 0]
    assert doorways.at(np.array([[3.5, 0.5], [2.5, 1.5]], np.float32)).tolist() == [1, NO_DOOR]


def test_a_hand_finds_the_door_it_faces() -> None:
    made = scene("#####\n+.@.+\n#####")
    doorways = made.world.resource(Doorways)
    spot = np.array(made.pos("@"), np.float32)
    assert at_hand(doorways, spot + 0, np.array([1, 0], np.float32), 2) == 1
    assert at_hand(doorways, spot + 0, np.array([-1, 0], np.float32), 2) == 0
    assert at_hand(doorways, spot + 0, np.array([1, 0], np.float32), 1.4) == NO_DOOR
