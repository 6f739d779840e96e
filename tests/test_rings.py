"""Rings: many close in from all sides, and attack together."""

from __future__ import annotations

import heapq
from typing import Any

import numpy as np
import pytest
import scenes
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scenes import SYMMETRIES, Scene, scene, turned, way

from game.data.sketch import sketch
from game.data.tuning import Rules, load_tuning
from game.ecs.schedule import Schedule
from game.sim.components import DEAD, Arms, Body, Health, Lamp, Mind, Mood, Plan, Senses, Task
from game.sim.ground import lay_ground
from game.sim.happenings import Cause, Noticed
from game.sim.resource_packs import CELLS, FAR, MARGIN, REACH, SIDE, Packs, Ring, Slots
from game.sim.resources import NEIGHBOURS, Clock, Ground
from game.sim.think import slots as ways
from game.sim.think.rings import is_time
from game.sim.think.sharing import held, shared_out, spread
from game.sim.tick import TICK

KEPT = {"take_intents", "wish", "accelerate", "move", "swing"}
LIVE = Schedule(
    {
        phase: tuple(s for s in systems if phase in {"sense", "think"} or s.name in KEPT)
        for phase, systems in TICK.phases.items()
    }
)
"""What rings need of the tick, so that a test has time for eight of them."""
SIDE_TILES = 31
OPEN = "\n".join(
    ["#" * SIDE_TILES, *["#" + "." * (SIDE_TILES - 2) + "#"] * (SIDE_TILES - 2), "#" * SIDE_TILES]
)
MIDDLE = (15.5, 15.5)


@pytest.fixture(autouse=True)
def _rings_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scenes, "TICK", LIVE)


def mapped(art: str) -> Ground:
    level = sketch(art)
    return lay_ground(level, np.zeros(level.solid.shape, np.bool_), load_tuning().noise)


def whole(ground: Ground, x: int, y: int, aim: int = -1) -> Slots:
    found = ways.begin(ground, y * ground.links.shape[1] + x, aim)
    for _ in range(200):
        if ways.advance(found, ground):
            return found
    raise AssertionError("never whole")


def places(found: Slots, width: int) -> NDArray[np.int64]:
    """Tiles of the slots, ``(16, 2)``; (-1, -1) where there is none."""
    y, x = np.divmod(found.cell, SIDE)
    there = np.stack([x - SIDE // 2 + found.tile % width, y - SIDE // 2 + found.tile // width], axis=1)
    return np.where(found.cell[:, None] >= 0, there, -1)


# -- sectors and slots -----------------------------------------------------------------------------


@given(st.integers(-400, 400), st.integers(-400, 400))
def test_a_quarter_turn_is_four_sectors_and_a_mirror_turns_them_back(x: int, y: int) -> None:
    of = ways.sector(np.array([[x, y], [-y, x], [x, -y]], np.float32))
    if x or y:
        assert of[1] == (of[0] + 4) % 16
        assert (of[0] + of[2]) % 16 == 0


def test_sectors_are_sixteenths_of_a_turn() -> None:
    angle = np.radians(np.arange(0, 360, 0.5) + 0.1)
    of = ways.sector(np.stack([np.cos(angle), np.sin(angle)], axis=1).astype(np.float32))
    assert of.tolist() == (np.round(angle / (2 * np.pi) * 16).astype(int) % 16).tolist()


def test_in_the_open_all_slots_lie_about_five_tiles_off_each_in_its_sector() -> None:
    away = places(whole(mapped(OPEN), 15, 15), SIDE_TILES) - 15
    assert np.allclose(np.hypot(*away.T), 5, atol=0.7)
    assert ways.sector(away.astype(np.float32)).tolist() == list(range(16))


@pytest.mark.parametrize("k", SYMMETRIES)
def test_what_lies_behind_a_wall_is_no_slot_unless_it_is_near_on_foot(k: int) -> None:
    rows = [list(row) for row in OPEN.splitlines()]
    for x in range(1, SIDE_TILES - 2):
        rows[13][x] = "#"  # open at one end, too far off
    ground = mapped(turned("\n".join("".join(row) for row in rows), k))
    away = places(whole(ground, 15, 15), SIDE_TILES)
    away = away[away[:, 0] >= 0] - 15
    assert len(away) in range(9, 12)
    assert (away @ np.array(way((0, -1), k)) <= 1).all()


# -- fields ----------------------------------------------------------------------------------------


def cheapest(found: Slots, layer: int) -> NDArray[np.int64]:
    """The cost of the way from every cell to a slot, found one cell at a time (Dijkstra 1959)."""
    sector = found.layer.tolist().index(layer)
    cost = np.full(CELLS, FAR, np.int64)
    todo = [(0, int(found.cell[sector]))]
    while todo:
        far, cell = heapq.heappop(todo)
        if far >= cost[cell]:
            continue
        cost[cell] = far
        for number, (dx, dy) in enumerate(NEIGHBOURS):
            other = cell - dy * SIDE - dx  # whose step number ``number`` leads here
            if 0 <= other < CELLS and found.toll[number, other] < FAR:
                heapq.heappush(todo, (far + int(found.toll[number, other]), other))
    return cost


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6), st.floats(0, 0.35), st.integers(-1, 15))
def test_every_field_is_the_shortest_way(seed: int, share: float, aim: int) -> None:
    rows = np.array([list(row) for row in OPEN.splitlines()])
    rows[np.random.default_rng(seed).random(rows.shape) < share] = "#"
    rows[15, 15] = "."
    found = whole(mapped("\n".join("".join(row) for row in rows)), 15, 15, aim)
    fields = found.cost[MARGIN:-MARGIN].reshape(-1, CELLS)
    for layer in range(0, len(fields), 5):
        assert np.array_equal(fields[layer], cheapest(found, layer))


def walk(found: Slots, start: tuple[int, int], sector: int) -> NDArray[np.float64]:
    """The tiles one is led over, relative to the place."""
    pos, width = np.array([start], np.float32) + np.float32(0.5), SIDE_TILES
    passed = []
    for _ in range(80):
        step, cost = ways.onward(found, ways.cells_of(found, pos, width), np.array([sector]))
        passed.append(pos[0].copy() - np.array(MIDDLE))
        if not cost[0]:
            return np.array(passed, np.float64)
        pos += step
    raise AssertionError("it never arrives")


@pytest.mark.parametrize("sector", range(0, 16, 2))
def test_the_way_to_the_far_side_bends_round_the_foe(sector: int) -> None:
    found = whole(mapped(OPEN), 15, 15)
    start = places(found, SIDE_TILES)[(sector + 8) % 16]
    far = np.hypot(*walk(found, (int(start[0]), int(start[1])), sector).T)
    assert far.min() > 3.9
    assert far.max() < 8


@pytest.mark.parametrize(("aim", "side"), [(0, -1), (8, 1)])
def test_the_way_keeps_out_of_the_foes_aim(aim: int, side: int) -> None:
    path = walk(whole(mapped(OPEN), 15, 15, aim), (15, 26), 12)
    assert (path[:, 0] * side >= 0).all()


def test_in_a_street_it_passes_along_the_wall() -> None:
    art = "\n".join(["#" * 31, *["#" + "." * 29 + "#"] * 5, "#" * 31])
    found = whole(mapped(art), 15, 3)
    pos, lanes = np.array([[8.5, 3.5]], np.float32), []
    for _ in range(40):
        step, cost = ways.onward(found, ways.cells_of(found, pos, 31), np.array([0]))
        if not cost[0]:
            break
        pos += step
        lanes += [abs(float(pos[0, 1]) - 3.5)] if abs(pos[0, 0] - 15.5) < 1 else []
    assert min(lanes) == 2


def test_fields_are_used_only_once_they_are_whole_and_take_several_ticks() -> None:
    ground = mapped(OPEN)
    found = ways.begin(ground, 15 * SIDE_TILES + 15, -1)
    count = 1
    while not ways.advance(found, ground):
        count += 1
    assert 5 < count < 30


@pytest.mark.parametrize("at", [(1, 1), (29, 1), (1, 29), (29, 29)])
def test_at_the_edge_of_the_map_there_are_slots_inside_it_only(at: tuple[int, int]) -> None:
    found = whole(mapped(OPEN), *at)
    there = places(found, SIDE_TILES)[found.cell >= 0]
    assert len(there) in range(4, 8)
    assert (there > 0).all() and (there < SIDE_TILES - 1).all()  # noqa: PT018


def test_whoever_stands_outside_the_window_has_no_cell() -> None:
    found = whole(mapped(OPEN), 15, 15)
    edge = np.array([[15.5 + REACH, 15.5], [16.6 + REACH, 15.5], [15.5, 2.4], [15.5, 3.4]], np.float32)
    assert (ways.cells_of(found, edge, SIDE_TILES) >= 0).tolist() == [True, False, False, True]
    assert not np.isfinite(ways.times(found, np.array([-1]), np.ones(1, np.float32))).any()


# -- sharing out -----------------------------------------------------------------------------------


def test_the_hardest_slot_goes_first_to_whoever_is_there_earliest() -> None:
    arrive = np.full((2, 16), np.inf, np.float32)
    arrive[0, [0, 8]] = 1, 2  # quick
    arrive[1, [0, 8]] = 2, 9
    assert shared_out(arrive, np.full(2, -1)).tolist() == [8, 0]


def test_first_each_slot_gets_one_then_a_second_and_never_a_third() -> None:
    arrive = np.full((7, 16), np.inf, np.float32)
    arrive[:, [2, 5, 9]] = 3
    given_to = shared_out(arrive, np.full(7, -1)).tolist()
    assert sorted(given_to) == [-1, 2, 2, 5, 5, 9, 9]
    assert sorted(shared_out(arrive[:3], np.full(3, -1)).tolist()) == [2, 5, 9]


def test_one_keeps_its_slot_when_another_is_only_a_little_nearer() -> None:
    arrive = np.full((2, 16), np.inf, np.float32)
    arrive[0, [4, 5]], arrive[1, [4, 5]] = (2.0, 2.6), (2.6, 2.0)
    assert shared_out(arrive, np.array([5, 4])).tolist() == [5, 4]
    arrive[0, 5], arrive[1, 4] = 9, 9
    assert shared_out(arrive, np.array([5, 4])).tolist() == [4, 5]


def test_who_has_arrived_stays_though_nobody_would_be_earlier_elsewhere() -> None:
    arrive = np.full((2, 16), np.inf, np.float32)
    arrive[0, [4, 8]], arrive[1, [4, 8]] = (0.2, 3.0), (0.9, 9.0)
    assert shared_out(arrive, np.array([4, -1])).tolist() == [4, 8]
    arrive[0, 4] = 0.8
    assert shared_out(arrive, np.array([4, -1])).tolist() == [8, 4]


def test_few_spread_evenly_over_the_sectors() -> None:
    gaps = np.diff(np.flatnonzero(spread(np.ones((5, 16), np.float32), 3)))
    assert set(gaps.tolist()) <= {3, 4}
    assert spread(np.ones((40, 16), np.float32), 0).all()
    assert not spread(np.full((4, 16), np.inf, np.float32), 0).any()
    assert not shared_out(np.empty((0, 16), np.float32), np.empty(0, np.int8)).size


def test_a_sector_is_held_from_two_to_eight_tiles_off() -> None:
    away = np.array([[1.9, 0], [0, 2.1], [-7.9, 0], [0, -8.1]], np.float32)
    assert np.flatnonzero(held(away, np.abs(away).sum(axis=1))).tolist() == [4, 8]


# -- hunting ---------------------------------------------------------------------------------------


def crowd(
    sorts: str = "s" * 8,
    k: int = 0,
    *,
    hero: tuple[float, float] = MIDDLE,
    first: int = 8,
    rules: Rules | None = None,
    **want: Any,
) -> Scene:
    """A crowd that hunts, to the west of a hero who stands in the light and looks at it."""
    rows = [list(row) for row in OPEN.splitlines()]
    rows[int(hero[1])][int(hero[0])] = "@"
    for number, letter in enumerate(sorts):
        rows[12 + number % 7][first + number // 7] = letter
    made = scene(turned("\n".join("".join(row) for row in rows), k), rules=rules, **want)
    toward = way((-1, 0), k)
    made.press(aim=toward).set(Body, "@", heading=toward).set(Health, "@", hp=1e6, most=1e6)
    made.set(Lamp, "@", is_on=True)
    for each in [each for letter in sorted(set(sorts)) for each in made.all[letter]]:
        with made.world.edit(Mind, each) as mind:
            mind.mood[...], mind.foe[...] = Mood.HUNT, made.who["@"]
        with made.world.edit(Senses, each) as senses:
            senses.spot[...], senses.spot_at[...], senses.detect[...] = made.pos("@"), 0, 1
        with made.world.edit(Body, each) as body:
            body.heading[...] = way((1, 0), k)
    return made


def tasks(made: Scene, what: Task = Task.SLOT) -> int:
    return int((made.world.table["Plan.task"][made.world.span(DEAD)] == what).sum())


def ring(made: Scene) -> Ring:
    return made.world.resource(Packs).rings[0]


def gathered(made: Scene) -> Scene:
    """Play until slots are given."""
    for _ in range(120):
        if tasks(made):
            return made
        made.run(1)
    raise AssertionError("no slot is given")


def holding(made: Scene) -> int:
    away = made.world.table["Body.pos"][made.world.span(DEAD)] - np.array(made.pos("@"), np.float32)
    return int(held(away, np.hypot(*away.T)).sum())


@pytest.mark.parametrize("k", SYMMETRIES)
def test_twenty_from_one_side_hold_eleven_sectors_when_they_attack_within_eight_seconds(k: int) -> None:
    made = gathered(crowd("f" * 8 + "s" * 12, k, first=3))
    for _ in range(8 * 60):
        if ring(made).rush_until > 0:
            break
        made.run(1)
    assert ring(made).rush_until > 0
    assert holding(made) >= 11


def test_they_attack_all_at_once_and_for_four_seconds_nobody_holds_a_slot() -> None:
    made = gathered(crowd("f" * 12))
    while ring(made).rush_until < 0:
        made.run(1)
    assert tasks(made) == 0
    near = holding(made)
    made.run(60)
    away = made.world.table["Body.pos"][made.world.span(DEAD)] - np.array(made.pos("@"), np.float32)
    assert near >= 8
    assert (np.hypot(*away.T) < 3).sum() >= 9
    assert max(tasks(made.run(6)) for _ in range(28)) == 0


def test_five_draw_no_ring_and_six_do() -> None:
    assert not crowd("s" * 5).run(60).world.resource(Packs).rings
    assert crowd("s" * 6).run(60).world.resource(Packs).rings


def test_who_is_far_off_does_not_count() -> None:
    made = crowd(hero=(24.5, 15.5))
    for number, each in enumerate(made.all["s"]):
        with made.world.edit(Body, each) as body:
            body.pos[...] = body.was[...] = (1.5, 1.5 + number) if number < 5 else (18.5, 10.5 + number)
    assert made.run(60).world.resource(Packs).rings
    assert tasks(made) == 0


def test_taken_out_there_are_no_rings() -> None:
    made = crowd(rules=Rules(without=frozenset({"packs"}))).run(90)
    assert not made.world.resource(Packs).rings
    assert tasks(made) == 0


def test_a_ring_is_let_go_of_when_the_hunt_is_over() -> None:
    made = gathered(crowd())
    for each in made.all["s"]:
        with made.world.edit(Mind, each) as mind:
            mind.mood[...] = Mood.IDLE
        with made.world.edit(Senses, each) as senses:
            senses.detect[...] = 0
    made.set(Body, "@", pos=(29.5, 1.5), was=(29.5, 1.5)).set(Lamp, "@", is_on=False).run(36)
    assert not made.world.resource(Packs).rings
    assert tasks(made) == 0


def test_whoever_is_given_a_slot_says_so_once() -> None:
    made = gathered(crowd()).run(1)
    orders = [n for n in made.heard(Noticed) if n["why"] == Cause.ORDER]
    assert sorted(n["who"] for n in orders) == sorted(made.all["s"])
    assert {n["foe"] for n in orders} == {made.who["@"]}
    again = len([n for n in made.run(90).heard(Noticed) if n["why"] == Cause.ORDER])
    assert again == len(orders)


def test_screamers_and_lurkers_keep_to_their_own_ways() -> None:
    made = gathered(crowd("ssssssclB"))
    assert made.of(Plan, "s").task[0] == made.of(Plan, "B").task[0] == Task.SLOT
    assert made.of(Plan, "c").task[0] == made.of(Plan, "l").task[0] == Task.NONE


def test_a_foe_that_reloads_is_attacked_at_once() -> None:
    made = gathered(crowd())
    made.set(Arms, "@", reload_until=9999).run(24)
    assert ring(made).rush_until > 0


def test_a_foe_that_fights_three_already_is_attacked_by_all_but_one_is_no_reason() -> None:
    for close, attack in ((1, False), (3, True)):
        made = gathered(crowd("s" * 12))
        for number, each in enumerate(made.all["s"][:close]):
            with made.world.edit(Body, each) as body:
                body.pos[...] = body.was[...] = np.array(MIDDLE) + [(-1, 0), (0, -1), (0, 1)][number]
        made.run(24)
        assert (ring(made).rush_until > 0) is attack


@pytest.mark.parametrize(
    ("began", "first_in", "attack"),
    [(600, -1, False), (519, -1, True), (600, 700, False), (600, 699, True), (-1, -1, False)],
)
def test_they_wait_five_seconds_for_the_last_and_eight_in_all(
    began: int,
    first_in: int,
    attack: bool,  # noqa: FBT001
) -> None:
    made = Ring(1, 0, began=began, first_in=first_in, slots=whole(mapped(OPEN), 15, 15))
    away = np.array([[5, 0], [-5, 0], [12, 0], [-12, 0]], np.float32)
    assert is_time(made, away, np.hypot(*away.T), 1000) is attack


def test_they_attack_when_three_quarters_of_the_sectors_are_held() -> None:
    made = Ring(1, 0, began=990, first_in=995, slots=whole(mapped(OPEN), 15, 15))
    for count in (11, 12):
        away = np.zeros((20, 2), np.float32) + ways.middles()[0] * 5
        away[:count] = ways.middles()[:count] * 5
        assert is_time(made, away, np.hypot(*away.T), 1000) is (count == 12)


def test_nobody_waits_for_a_foe_that_walks_and_the_fast_go_where_it_will_be_if_they_are_there_first() -> None:
    made = gathered(crowd("s" * 6 + "f" * 2)).press(move=(0, 1), aim=(-1, 0)).run(30)
    assert tasks(made) == 0
    plan = made.world.view(Plan, made.world.resolve(np.array(made.all["f"]))[0])
    behind, beside = plan.task.tolist()
    assert (behind, beside) == (Task.NONE, Task.AHEAD)
    assert plan.goal[1, 1] > made.pos("@")[1] + 1
    assert abs(plan.goal[1, 0] - made.pos("@")[0]) < 0.5
    assert made.of(Plan, "s").task[0] == Task.NONE


def test_once_it_stands_they_gather_again() -> None:
    made = gathered(crowd()).press(move=(0, 1), aim=(-1, 0)).run(40)
    assert tasks(made) == 0
    assert tasks(gathered(made.press(aim=(-1, 0)))) >= 6


# -- honesty ---------------------------------------------------------------------------------------


def history(made: Scene, count: int) -> list[bytes]:
    told = []
    for _ in range(count):
        span = made.run(1).world.span(DEAD)
        keys = sorted(
            key for key in made.world.table if key.startswith(("Plan.", "Senses.", "Body.", "Mind."))
        )
        told.append(b"".join(np.ascontiguousarray(made.world.table[key][span]).tobytes() for key in keys))
    return told


def test_a_ring_lies_round_where_the_foe_is_believed_to_be_wherever_it_hides() -> None:
    def hidden(at: tuple[float, float]) -> list[bytes]:
        made = crowd().set(Lamp, "@", is_on=False).set(Body, "@", pos=at, was=at)
        told = history(made, 100)
        assert tasks(made) == 8
        assert ring(made).aim == -1
        return told

    assert hidden((29.5, 1.5)) == hidden((29.5, 29.5))


def test_who_has_a_slot_and_sees_nothing_is_told_what_the_others_saw_half_a_second_late() -> None:
    made = gathered(crowd())
    blind, told = made.all["s"][3], []
    row = made.world.resolve(np.array([blind]))[0][0]
    made.world.table["Senses.spot_at"][row] = known = 0
    for _ in range(110):
        with made.world.edit(Body, blind) as body:
            body.heading[...] = (-1, 0)
        made.run(1)
        now, before = made.world.resource(Clock).tick, known
        known = int(made.world.table["Senses.spot_at"][row])
        told += [now - known] if known != before else []
    assert len(told) >= 2
    assert 30 <= min(told) <= max(told) < 50


def test_a_world_restored_in_the_middle_of_a_ring_goes_on_the_same() -> None:
    made = gathered(crowd("f" * 4 + "s" * 4)).run(7)
    before = made.world.snapshot()
    first = made.run(80).world.checksum()
    made.world.restore(before)
    made.world.resource(Clock).tick = before.resources[Clock]["tick"]
    assert made.run(80).world.checksum() == first
