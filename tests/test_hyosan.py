"""What the level Hyosan promises its players: ways, gates, fairness, quiet, and nothing broken.

A promise here is about the map alone: where one can go and who waits there, not how anyone fights.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import ways

from game.data.enums import Actor, Faction, ItemKind
from game.data.paths import find_map
from game.data.tiled import load
from game.data.tiles import WALLS

if TYPE_CHECKING:
    from game.data.level import Level
    from game.data.things import Door, Spawn, SpawnField

    Grid = ways.Grid
    Tile = ways.Tile

WALK = 3.2  # tile/s, a careful walker
CHECKPOINT_S = 90.0  # s of walking between two checkpoints
SEEN_LIT, SEEN_DARK = 9, 3  # tile, how far the dead see a walker
SOLDIER_LIT, SOLDIER_DARK = 14, 6  # tile, how far a soldier sees one of the dead
HALF_CONE = 0.7  # tangent of 35 degrees, half the width of what a soldier watches
WAKES = 1.6  # tile, how far a sneaking step carries
BRIGHT = 0.45  # light from which one counts as lit
LONGEST_VIEW = 90.0  # tile
APART = 5  # tile between two ways of one passage
DEAD = {Actor.SHAMBLER, Actor.FLANKER, Actor.LURKER, Actor.SCREAMER, Actor.BRUTE}
SCRIPTED = {"bunker_open", "screech_done", "soldier_turned"}  # events the story fires, no trigger
NORTH_OF_THE_WALL = 28  # tile, y

BEATS: dict[str, Tile] = {
    "the hand": (12, 108),
    "school gate": (29, 65),
    "market street": (71, 59),
    "roundabout": (101, 50),
    "pharmacy": (94, 62),
    "gate": (107, 33),
    "chapel": (52, 20),
    "bunker yard": (146, 19),
}
MAIN_ROUTES = {
    "by the school": (1, 2, 3, 4, 6, 8, 9),
    "by the torch alley": (1, 5, 6, 8, 9),
    "by the hill": (1, 3, 7, 6, 8, 9),
}
QUIET_LEGS = (
    *((f"tag {a}", f"tag {b}") for a, b in ((1, 2), (2, 3), (1, 5), (3, 4), (4, 6), (5, 6), (3, 7), (7, 6))),
    ("the hand", "tag 1"),
    ("tag 6", "the wounded soldier"),
    ("the wounded soldier", "before the service gate"),
    ("the wounded soldier", "breaker in the camp"),
    ("breaker in the camp", "gate motor"),
    ("behind the service gate", "tag 8"),
    ("tag 8", "tag 9"),
    ("tag 9", "bunker yard"),
)
PLACES: dict[str, Tile] = {
    "before the service gate": (28, 33),
    "behind the service gate": (28, 27),
    "atrium": (68, 38),
}


class Hyosan:
    """The level and the grids that several promises are judged by."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.start = level.starts[0].area.at
        self.reached = ways.reached(ways.room_to_stand(level), self.start)
        self.free = ways.tiles_of(self.reached)
        self.opaque = level.opaque.copy()
        for door in level.doors:
            if not door.open:
                self.opaque |= ways.cells(door.area, self.free.shape)

    def place(self, name: str) -> Tile:
        """The free tile nearest to a beat, a place or a thing."""
        thing = self.level.named(name)
        x, y = BEATS.get(name) or PLACES.get(name) or (thing.area.at if thing else (0, 0))
        ys, xs = np.nonzero(self.free)
        best = int(np.argmin((xs + 0.5 - x) ** 2 + (ys + 0.5 - y) ** 2))
        return int(xs[best]), int(ys[best])

    def dead(self, *, asleep: bool) -> list[Spawn | SpawnField]:
        """Those of the dead who stand there from the start, and are nobody's friends."""
        everyone: list[Spawn | SpawnField] = [*self.level.fields, *self.level.spawns]
        return [
            one
            for one in everyone
            if one.actor in DEAD
            and one.faction in {Faction.NONE, Faction.DEAD}
            and one.asleep == asleep
            and not one.when.terms
        ]

    def standing(self, *, asleep: bool) -> Grid:
        """Free tiles on which one of the dead may stand."""
        return ways.covered((one.area for one in self.dead(asleep=asleep)), self.free)

    def unwatched(self) -> Grid:
        """Free tiles where a sneaking walker is neither seen nor heard, whichever way they look."""
        awake, asleep = self.standing(asleep=False), self.standing(asleep=True)
        watched = ways.seen_from(self.opaque, awake, SEEN_DARK)
        watched |= ways.seen_from(self.opaque, awake, SEEN_LIT) & (self.level.light >= BRIGHT)
        watched |= ways.seen_from(self.opaque, asleep, WAKES)
        return np.asarray(self.free & ~watched)

    def reach_with_shut(self, *shut: str) -> Grid:
        """Tiles one can come to while these doors are closed."""
        return ways.tiles_of(ways.reached(ways.room_to_stand(self.level, shut), self.start))

    def locked(self, *, but: tuple[str, ...] = ()) -> list[str]:
        """Names of the doors no hand opens, without those named."""
        return [d.name for d in self.level.doors if d.locked and not d.key and d.name not in but]


@pytest.fixture(scope="module")
def hyosan() -> Hyosan:
    return Hyosan(load(find_map("hyosan")))


@pytest.fixture(scope="module")
def unwatched(hyosan: Hyosan) -> Grid:
    return hyosan.unwatched()


# ---- nothing is broken ---------------------------------------------------------------------------


def test_whatever_can_be_met_or_taken_stands_where_a_body_can_come(hyosan: Hyosan) -> None:
    level = hyosan.level
    placed = (*level.starts, *level.spawns, *level.tags, *level.items, *level.radios, *level.powers)
    stuck = [(x.name, x.area.at) for x in placed if not ways.stands_at(hyosan.reached, x.area.at)]
    assert not stuck


def test_every_field_has_a_free_tile_for_each_of_its_dead(hyosan: Hyosan) -> None:
    cramped = [
        (field.name, field.count_max)
        for field in hyosan.level.fields
        if (ways.cells(field.area, hyosan.free.shape) & hyosan.free).sum() < field.count_max
    ]
    assert not cramped


def test_every_trigger_choice_and_exit_can_be_entered(hyosan: Hyosan) -> None:
    level = hyosan.level
    areas = (*level.triggers, *level.choices, *level.exits, *level.objectives)
    shape = hyosan.free.shape
    assert not [x.name for x in areas if not (ways.cells(x.area, shape) & hyosan.free).any()]


def test_no_free_ground_is_cut_off(hyosan: Hyosan) -> None:
    inside = ways.tiles_of(ways.room_to_stand(hyosan.level)) & ~hyosan.free
    assert inside.sum() <= 4  # tile; corners between furniture


def test_the_map_has_no_open_edge(hyosan: Hyosan) -> None:
    inner = np.zeros_like(hyosan.free)
    inner[1:-1, 1:-1] = True
    assert not (hyosan.free & ~inner).any()


def test_patrols_walk_on_free_ground_from_corner_to_corner(hyosan: Hyosan) -> None:
    blocked = {route.name: ways.blocked_on(route, hyosan.reached) for route in hyosan.level.routes}
    assert not any(blocked.values()), blocked


def test_every_event_that_is_waited_for_is_fired(hyosan: Hyosan) -> None:
    level = hyosan.level
    fired = {trigger.event for trigger in level.triggers} | SCRIPTED
    conditions = [x.needs for x in level.exits] + [x.when for x in level.triggers]
    conditions += [c for x in level.spawns for c in (x.when, x.wake)]
    conditions += [c for x in level.fields for c in (x.when, x.wake)]
    assert {name for c in conditions for name in c.names("event")} <= fired


def test_every_circuit_has_a_switch_and_every_switch_a_circuit(hyosan: Hyosan) -> None:
    level = hyosan.level
    fed = {door.circuit for door in level.doors} | {lamp.circuit for lamp in level.lights}
    assert fed - {""} == {power.circuit for power in level.powers}


def test_every_key_that_is_asked_for_lies_somewhere(hyosan: Hyosan) -> None:
    keys = {item.name for item in hyosan.level.items if item.kind is ItemKind.KEY}
    assert {door.key for door in hyosan.level.doors if door.key} == keys


def test_a_key_never_lies_behind_the_door_it_opens(hyosan: Hyosan) -> None:
    for item in hyosan.level.items:
        if item.kind is ItemKind.KEY:
            doors = [door.name for door in hyosan.level.doors if door.key == item.name]
            x, y = item.area.at
            assert hyosan.reach_with_shut(*doors)[int(y), int(x)], item.name


def test_the_map_holds_message_ids_and_no_prose(hyosan: Hyosan) -> None:
    level = hyosan.level
    ids = [tag.text for tag in level.tags] + [tag.person for tag in level.tags]
    ids += [radio.channel for radio in level.radios] + [x.text for x in level.objectives]
    assert all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text) for text in (*ids, level.title))


# ---- the way through -----------------------------------------------------------------------------


def test_nothing_beyond_the_wall_is_reached_while_its_gates_are_shut(hyosan: Hyosan) -> None:
    shut = hyosan.reach_with_shut(*hyosan.locked())
    assert not shut[:NORTH_OF_THE_WALL].any()


@pytest.mark.parametrize("gate", ["quarantine gate", "service gate"])
def test_either_gate_alone_leads_to_the_chapel_and_the_bunker_yard(hyosan: Hyosan, gate: str) -> None:
    reach = hyosan.reach_with_shut(*hyosan.locked(but=(gate,)))
    for beat in ("chapel", "bunker yard"):
        x, y = hyosan.place(beat)
        assert reach[y, x], beat


def test_the_exit_is_not_reached_before_the_bunker_opens(hyosan: Hyosan) -> None:
    (way_out,) = hyosan.level.exits
    reach = hyosan.reach_with_shut("bunker door")
    assert not (ways.cells(way_out.area, reach.shape) & reach).any()
    assert way_out.needs.names("event") == ("bunker_open",)
    assert way_out.to_map == "laboratory.tmx"


def test_everything_before_the_wall_is_reached_without_any_key(hyosan: Hyosan) -> None:
    keyed = [door.name for door in hyosan.level.doors if door.locked]
    reach = hyosan.reach_with_shut(*keyed)
    for beat in list(BEATS)[:6]:
        x, y = hyosan.place(beat)
        assert reach[y, x], beat


@pytest.mark.parametrize(("here", "there"), list(pairwise(BEATS)))
def test_between_two_beats_there_are_two_ways_well_apart(hyosan: Hyosan, here: str, there: str) -> None:
    pair = ways.two_ways(hyosan.free, hyosan.place(here), hyosan.place(there), APART)
    assert pair is not None


def test_three_ways_lead_out_of_the_yard(hyosan: Hyosan) -> None:
    events = ("chose_school", "chose_alley", "chose_wall")
    doors = [t.area for t in hyosan.level.triggers if t.event in events]
    cut = np.zeros(hyosan.free.shape, dtype=bool)
    for area in doors:
        cut |= ways.cells(area, cut.shape)
    start, gate = hyosan.place("the hand"), hyosan.place("school gate")
    for area in doors:
        one = hyosan.free & ~(cut & ~ways.cells(area, cut.shape))
        assert ways.way(one, start, gate), area


@pytest.mark.parametrize("route", MAIN_ROUTES)
def test_checkpoints_lie_at_most_ninety_seconds_of_walking_apart(hyosan: Hyosan, route: str) -> None:
    stops = [hyosan.place("the hand"), *(hyosan.place(f"tag {n}") for n in MAIN_ROUTES[route])]
    legs = [ways.long(ways.way(hyosan.free, a, b)) / WALK for a, b in pairwise(stops)]
    assert max(legs) <= CHECKPOINT_S


def test_no_place_is_farther_than_ninety_seconds_from_a_checkpoint(hyosan: Hyosan) -> None:
    tags = [hyosan.place(tag.name) for tag in hyosan.level.tags]
    length = ways.lengths(hyosan.free, tags)
    assert length[np.isfinite(length)].max() / WALK <= CHECKPOINT_S


def test_there_are_nine_tags_of_nine_people_in_order(hyosan: Hyosan) -> None:
    tags = hyosan.level.tags
    assert [tag.text for tag in tags] == [f"tag-hyosan-{n}" for n in range(1, 10)]
    assert len({tag.person for tag in tags}) == 9


# ---- fair ----------------------------------------------------------------------------------------


def test_no_waking_dead_can_see_the_hero_where_the_game_begins(hyosan: Hyosan) -> None:
    watched = ways.seen_from(hyosan.opaque, hyosan.standing(asleep=False), SEEN_LIT + 5)
    x, y = hyosan.start
    assert not watched[int(y), int(x)]


@pytest.mark.parametrize("slot", range(6))
def test_nobody_stands_within_sight_of_an_entrance(hyosan: Hyosan, slot: int) -> None:
    (entrance,) = (start for start in hyosan.level.starts if start.slot == slot)
    watched = ways.seen_from(hyosan.opaque, hyosan.standing(asleep=False), SEEN_LIT)
    x, y = entrance.area.at
    assert not watched[int(y), int(x)] or hyosan.level.light[int(y), int(x)] < BRIGHT


def test_the_first_of_the_dead_is_met_alone(hyosan: Hyosan) -> None:
    first = hyosan.level.named("the one who turns")
    assert first is not None
    others = np.zeros(hyosan.free.shape, dtype=bool)
    for one in (*hyosan.dead(asleep=True), *hyosan.dead(asleep=False)):
        if one is not first:
            others |= ways.cells(one.area, others.shape)
    x, y = first.area.at
    assert not ways.within(others, 6)[int(y), int(x)]


@pytest.mark.parametrize("leg", QUIET_LEGS, ids=" to ".join)
def test_a_careful_walker_passes_unseen_and_wakes_nobody(
    hyosan: Hyosan, unwatched: Grid, leg: tuple[str, str]
) -> None:
    start, goal = (hyosan.place(name) for name in leg)
    assert ways.way(unwatched, start, goal)


def test_the_hordes_stand_off_the_quiet_way(hyosan: Hyosan, unwatched: Grid) -> None:
    hordes = np.zeros(hyosan.free.shape, dtype=bool)
    for field in hyosan.level.fields:
        if field.squad == "horde":
            hordes |= ways.cells(field.area, hordes.shape)
    for leg in QUIET_LEGS:
        here, there = (hyosan.place(name) for name in leg)
        walked = ways.way(unwatched, here, there)
        assert not [at for at in walked if hordes[at[1], at[0]]], leg


def _covered(hyosan: Hyosan) -> Grid:
    """Tiles in the torch cones of those who face south at the checkpoint, and near the round."""
    shape = hyosan.free.shape
    covered = np.zeros(shape, dtype=bool)
    ys, xs = np.nonzero(~covered)
    for gunner in (s for s in hyosan.level.spawns if s.name.startswith("squad 2 gunner")):
        assert gunner.facing == "south"
        across, down = xs + 0.5 - gunner.area.at[0], ys + 0.5 - gunner.area.at[1]
        cone = ((down > 0) & (np.abs(across) <= down * HALF_CONE)).reshape(shape)
        stands = ways.cells(gunner.area, shape)
        covered |= ways.seen_from(hyosan.opaque, stands, SOLDIER_LIT) & cone
    walked = hyosan.level.named("squad 2 round")
    assert walked is not None
    return covered | ways.seen_from(hyosan.opaque, ways.along(walked.area, shape), 4)


@pytest.mark.parametrize(
    "leg",
    [
        ("the wounded soldier", "breaker in the camp"),
        ("breaker in the camp", "atrium"),
        ("atrium", "gate motor"),
    ],
    ids=" to ".join,
)
def test_power_and_motor_are_reached_outside_the_torches_of_the_checkpoint(
    hyosan: Hyosan, unwatched: Grid, leg: tuple[str, str]
) -> None:
    start, goal = (hyosan.place(name) for name in leg)
    assert ways.way(unwatched & ~_covered(hyosan), start, goal)


def test_the_army_does_not_open_fire_before_the_player_comes(hyosan: Hyosan) -> None:
    """A rifle is heard for 28 tiles: one shot at the start would wake half the town."""
    level, shape = hyosan.level, hyosan.free.shape
    watch = np.zeros(shape, dtype=bool)
    for soldier in level.spawns:
        if soldier.faction is Faction.ARMY:
            watch |= ways.cells(soldier.area, shape)
            watch |= ways.along(level.thing(soldier.route).area, shape) if soldier.route else watch
    targets = hyosan.standing(asleep=False) | hyosan.standing(asleep=True)
    seen = ways.seen_from(hyosan.opaque, watch, SOLDIER_DARK)
    seen |= ways.seen_from(hyosan.opaque, watch, SOLDIER_LIT) & (level.light >= BRIGHT)
    in_view = {one.name for one in level.fields if (ways.cells(one.area, shape) & targets & seen).any()}
    assert not in_view


def test_there_is_enough_to_throw_to_mend_and_to_shoot(hyosan: Hyosan) -> None:
    amount: Counter[str] = Counter()
    for item in hyosan.level.items:
        amount[item.kind] += item.amount
    assert amount["bottle"] >= 12
    assert amount["medkit"] >= 8
    assert amount["ammo"] >= 40
    assert amount["pipe"] >= 1


# ---- full ----------------------------------------------------------------------------------------


def test_three_to_five_hundred_dead_stand_in_hyosan(hyosan: Hyosan) -> None:
    single = sum(s.actor in DEAD and s.faction is Faction.DEAD for s in hyosan.level.spawns)
    fewest = sum(field.count_min for field in hyosan.level.fields) + single
    most = sum(field.count_max for field in hyosan.level.fields) + single
    assert fewest >= 300
    assert most <= 500


def test_sixty_sleep_in_the_gym_and_only_the_gym_wakes_them(hyosan: Hyosan) -> None:
    gym = next(f for f in hyosan.level.fields if f.name == "gym, breathing as one")
    assert gym.asleep
    assert gym.wake.names("event") == ("gym_wakes",)
    assert 55 <= gym.count_min <= 60 <= gym.count_max <= 65


def test_the_first_caller_can_be_reached_before_it_has_called(hyosan: Hyosan) -> None:
    caller = hyosan.level.named("first caller")
    assert caller is not None
    (trap,) = (t for t in hyosan.level.triggers if t.event == "first_screech")
    walked = ways.way(hyosan.free, hyosan.place("first screech"), hyosan.place("first caller"))
    assert ways.long(walked) <= 4 * 5.2  # tile: four seconds of wind-up at a sprint
    assert trap.area.at[0] < caller.area.at[0]


def test_two_squads_of_soldiers_one_that_walks_and_one_that_stands(hyosan: Hyosan) -> None:
    soldiers = [s for s in hyosan.level.spawns if s.actor is Actor.SOLDIER and s.faction is Faction.ARMY]
    assert sum(bool(s.route) for s in soldiers) >= 4
    assert sum(bool(s.post) for s in soldiers) >= 4


def test_those_who_walk_past_are_nobodys_enemy_and_wait_behind_the_door(hyosan: Hyosan) -> None:
    walkers = [s for s in hyosan.level.spawns if s.name.startswith("those who walk past")]
    shut = hyosan.reach_with_shut("bunker door")
    assert len(walkers) == 12
    for one in walkers:
        x, y = one.area.at
        assert one.faction is Faction.HALFBIE
        assert one.wake.names("event") == ("bunker_open",)
        assert not shut[int(y), int(x)]


def test_no_view_is_longer_than_the_city_would_let_it_be(hyosan: Hyosan) -> None:
    length, _, _ = ways.longest_sight(hyosan.opaque, hyosan.free)
    assert length <= LONGEST_VIEW


def test_the_bars_stand_on_the_city_side_of_the_wall(hyosan: Hyosan) -> None:
    bars = hyosan.level.walls == list(WALLS).index("bars")
    assert bars[NORTH_OF_THE_WALL + 4].sum() > 90  # the row below the wall: it holds the city in


def _opened(door: Door) -> bool:
    return door.open or not door.locked


def test_the_way_in_and_out_of_the_chapel_needs_no_key(hyosan: Hyosan) -> None:
    chapel = [d for d in hyosan.level.doors if d.name in {"chapel door", "vestry door"}]
    assert len(chapel) == 2
    assert all(_opened(door) for door in chapel)
