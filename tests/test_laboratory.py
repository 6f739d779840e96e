"""What the laboratory promises its players: ways, circuits, light, fairness, quiet, and nothing broken.

A promise here is about the map alone: where one can go and who waits there, not how anyone fights.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
import ways

from game.data.enums import Actor, Faction, ItemKind
from game.data.lightmap import relight
from game.data.locale import LANGUAGES, Words
from game.data.paths import find_map
from game.data.script import load_script
from game.data.scriptcheck import check
from game.data.tiled import load
from game.data.tiles import WALLS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from game.data.level import Level
    from game.data.things import Spawn, SpawnField

    Grid = ways.Grid
    Tile = ways.Tile
    State = tuple[frozenset[str], frozenset[str], Tile]  # circuits that run, keys in hand, where one stands

WALK = 2.4  # tile/s, Cheong-san at his best
CHECKPOINT_S = 90.0  # s of walking between two checkpoints
SEEN_LIT, SEEN_DARK = 9, 3  # tile, how far the dead see a walker
WAKES = 1.6  # tile, how far a sneaking step carries
BRIGHT = 0.45  # light from which one counts as lit
SEEN = 0.2  # light by which one sees the floor
LONGEST_VIEW = 80.0  # tile
APART = 4  # tile between two ways of one passage
DEAD = {Actor.SHAMBLER, Actor.FLANKER, Actor.LURKER, Actor.SCREAMER, Actor.BRUTE}
CIRCUITS = ("1", "2", "3")
PAIRS = tuple(combinations(CIRCUITS, 2))
KEY = "archive"

PLACES: dict[str, Tile] = {
    "mortuary": (8, 8),
    "wards": (24, 21),
    "specimen hall": (51, 28),
    "theatre": (58, 12),
    "control room": (67, 38),
    "clean corridor": (93, 8),
    "cold store": (97, 10),
    "archive key": (121, 16),
    "archive": (73, 56),
    "the file": (77, 53),
    "ward C": (116, 51),
    "lower service": (92, 75),
    "corridor of glass": (80, 79),
    "bunker": (67, 83),
    "animal house": (54, 80),
    "service tunnel": (125, 60),
    "switch room": (11, 68),
    "generator hall": (20, 83),
    "generator cabin": (31, 87),
    "lift hall": (108, 85),
}
BEATS = (
    "wards",
    "control room",
    "cold store",
    "archive",
    "ward C",
    "corridor of glass",
    "generator hall",
    "lift hall",
)
TAG_WAY = (1, 2, 4, 5, 6, 8, 7)
CHOIR_NEAR = 5  # tile; a checkpoint nearer to sleepers in numbers could put one back among the waking
OPENS: dict[str, set[str]] = {
    "1": set(),
    "2": {"ward C", "service tunnel"},
    "3": {
        "ward C",
        "service tunnel",
        "lower service",
        "corridor of glass",
        "bunker",
        "animal house",
        "lift hall",
    },
}
WINGS: dict[str, tuple[int, int, int, int]] = {  # x0, y0, x1, y1: what a circuit lights
    "1": (46, 15, 66, 30),
    "2": (97, 4, 123, 30),
    "3": (106, 43, 122, 60),
}
QUIET_LEGS = (
    ("mortuary", "wards"),
    ("wards", "specimen hall"),
    ("wards", "control room"),
    ("control room", "clean corridor"),
    ("control room", "archive"),
    ("archive", "the file"),
    ("bunker", "corridor of glass"),
)


class Laboratory:
    """The level and the grids that several promises are judged by."""

    def __init__(self, level: Level) -> None:
        self.level = level
        self.everybody: list[Spawn | SpawnField] = [*level.fields, *level.spawns]
        self.start = level.starts[0].area.at
        self.reached = ways.reached(ways.room_to_stand(level), self.start)
        self.free = ways.tiles_of(self.reached)
        self.opaque = level.opaque.copy()
        for door in level.doors:
            if not door.open:
                self.opaque |= ways.cells(door.area, self.free.shape)

    def near(self, x: float, y: float) -> Tile:
        """The free tile nearest to a place."""
        ys, xs = np.nonzero(self.free)
        best = int(np.argmin((xs + 0.5 - x) ** 2 + (ys + 0.5 - y) ** 2))
        return int(xs[best]), int(ys[best])

    def place(self, name: str) -> Tile:
        """The free tile nearest to a named place or thing."""
        thing = self.level.named(name)
        at = PLACES.get(name) or (thing.area.at if thing else (0, 0))
        return self.near(*at)

    def dead(self, *, asleep: bool) -> list[Spawn | SpawnField]:
        """Those of the dead who stand there from the start."""
        of_the_dead = (one for one in self.everybody if one.actor in DEAD and one.faction is Faction.DEAD)
        return [one for one in of_the_dead if one.asleep == asleep and not one.when.terms]

    def standing(self, *, asleep: bool) -> Grid:
        """Free tiles on which one of the dead may stand."""
        return ways.covered((one.area for one in self.dead(asleep=asleep)), self.free)

    def shut(self, running: Collection[str], keys: Collection[str]) -> list[str]:
        """Names of the doors no hand opens while these circuits run."""
        return [
            door.name
            for door in self.level.doors
            if door.locked and door.key not in {*keys} - {""} and door.open == (door.circuit in running)
        ]

    @cache  # noqa: B019 - one laboratory a test run
    def regions(self, running: frozenset[str], keys: frozenset[str]) -> tuple[Grid, ...]:
        """The parts of the level that no hand can leave, each as the tiles one comes to."""
        room = ways.room_to_stand(self.level, self.shut(running, keys))
        found: list[Grid] = []
        for name in ("mortuary", *PLACES):
            x, y = self.place(name)
            if not any(part[y, x] for part in found):
                found.append(ways.tiles_of(ways.reached(room, (x + 0.5, y + 0.5))))
        return tuple(found)

    def reach(self, running: Iterable[str] = (), keys: Iterable[str] = ()) -> set[str]:
        """The places one comes to from the beginning."""
        first = self.regions(frozenset(running), frozenset(keys))[0]
        return {name for name in PLACES if first[self.place(name)[::-1]]}

    def has(self, part: Grid, at: tuple[float, float]) -> bool:
        """Whether something at a place is within a hand's reach of a part of the level."""
        x, y = self.near(*at)
        return bool(part[y, x])


@pytest.fixture(scope="module")
def lab() -> Laboratory:
    return Laboratory(load(find_map("laboratory")))


@pytest.fixture(scope="module")
def unwatched(lab: Laboratory) -> Grid:
    """Free tiles where a sneaking walker is neither seen nor heard, whichever way they look."""
    awake, asleep = lab.standing(asleep=False), lab.standing(asleep=True)
    watched = ways.seen_from(lab.opaque, awake, SEEN_DARK)
    watched |= ways.seen_from(lab.opaque, awake, SEEN_LIT) & (lab.level.light >= BRIGHT)
    watched |= ways.seen_from(lab.opaque, asleep, WAKES)
    return np.asarray(lab.free & ~watched)


# ---- nothing is broken ---------------------------------------------------------------------------


def test_whatever_can_be_met_or_taken_stands_where_a_body_can_come(lab: Laboratory) -> None:
    level = lab.level
    placed = (*level.starts, *level.spawns, *level.tags, *level.items, *level.radios)
    stuck = [(x.name, x.area.at) for x in placed if not ways.stands_at(lab.reached, x.area.at, slack=2)]
    assert not stuck


def test_every_switch_is_within_a_hands_reach(lab: Laboratory) -> None:
    far = [p.name for p in lab.level.powers if not ways.stands_at(lab.reached, p.area.at, slack=5)]
    assert not far


def test_every_field_has_a_free_tile_for_each_of_its_dead(lab: Laboratory) -> None:
    cramped = [
        (field.name, field.count_max)
        for field in lab.level.fields
        if (ways.cells(field.area, lab.free.shape) & lab.free).sum() < field.count_max
    ]
    assert not cramped


def test_every_trigger_choice_and_exit_can_be_entered(lab: Laboratory) -> None:
    level = lab.level
    areas = (*level.triggers, *level.choices, *level.exits)
    shape = lab.free.shape
    assert not [x.name for x in areas if not (ways.cells(x.area, shape) & lab.free).any()]


def test_no_free_ground_is_cut_off_but_what_hangs_in_the_column(lab: Laboratory) -> None:
    inside = ways.tiles_of(ways.room_to_stand(lab.level)) & ~lab.free
    assert inside[24, 59]
    assert inside.sum() <= 6  # tile; corners between furniture


def test_the_hill_has_no_open_edge(lab: Laboratory) -> None:
    inner = np.zeros_like(lab.free)
    inner[1:-1, 1:-1] = True
    assert not (lab.free & ~inner).any()


def test_rounds_are_walked_on_free_ground_from_corner_to_corner(lab: Laboratory) -> None:
    blocked = {route.name: ways.blocked_on(route, lab.reached) for route in lab.level.routes}
    assert not any(blocked.values()), blocked


def test_every_circuit_has_a_switch_and_every_switch_a_circuit(lab: Laboratory) -> None:
    level = lab.level
    fed = {door.circuit for door in level.doors} | {lamp.circuit for lamp in level.lights}
    assert fed - {""} == {power.circuit for power in level.powers} == {*CIRCUITS}


def test_nothing_runs_before_somebody_starts_it(lab: Laboratory) -> None:
    assert not [power.name for power in lab.level.powers if power.on]


def test_the_key_does_not_lie_behind_the_doors_it_opens(lab: Laboratory) -> None:
    (key,) = (item for item in lab.level.items if item.kind is ItemKind.KEY)
    assert {door.key for door in lab.level.doors} - {""} == {key.name} == {KEY}
    assert "the file" not in lab.reach(CIRCUITS)
    assert lab.has(lab.regions(frozenset(), frozenset())[0], key.area.at)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_fits_its_map_and_its_words(lab: Laboratory, language: str) -> None:
    words = Words(language)
    assert [str(finding) for finding in check(load_script(lab.level), lab.level, words)] == []
    level = lab.level
    ids = [level.title, f"{level.title}-line"]
    ids += [text for tag in level.tags for text in (tag.person, tag.text)]
    ids += [radio.channel for radio in level.radios] + [each.text for each in level.objectives]
    for choice in level.choices:
        named = [f"choice-{choice.choice}-{option}" for option in choice.options]
        ids += [f"choice-{choice.choice}", *named, *(f"{name}-cost" for name in named)]
    assert all(re.fullmatch(r"[a-z]+(-[a-zA-Z0-9_]+)+", text) for text in ids)
    assert [name for name in ids if not words.has(name)] == []


def test_every_trigger_does_something(lab: Laboratory) -> None:
    level = lab.level
    waking = [one.wake for one in lab.everybody]
    coming = [one.when for one in lab.everybody]
    heard = {name for clause in (*waking, *coming) for name in clause.names("event")}
    told = load_script(level).events | heard
    assert [t.event for t in level.triggers if t.event not in told] == []


# ---- circuits: light here is dark there ----------------------------------------------------------


@pytest.mark.parametrize("circuit", CIRCUITS)
def test_a_circuit_opens_what_it_should(lab: Laboratory, circuit: str) -> None:
    assert lab.reach([circuit]) - lab.reach() == OPENS[circuit]


def test_the_wards_the_clean_side_and_the_plant_need_no_power(lab: Laboratory) -> None:
    wanted = {"wards", "control room", "cold store", "archive", "switch room", "generator hall"}
    assert wanted <= lab.reach()


@pytest.mark.parametrize("running", PAIRS, ids="+".join)
def test_with_two_circuits_one_wing_is_dark(lab: Laboratory, running: tuple[str, str]) -> None:
    light = relight(lab.level, running)
    share = {}
    for name, (x0, y0, x1, y1) in WINGS.items():
        floor = lab.free[y0 : y1 + 1, x0 : x1 + 1]
        share[name] = float((light[y0 : y1 + 1, x0 : x1 + 1][floor] >= BRIGHT).mean())
    assert all(share[name] >= 0.5 for name in running)
    assert all(share[name] <= 0.15 for name in CIRCUITS if name not in running)


def test_the_dark_hall_keeps_its_landmark(lab: Laboratory) -> None:
    """The Column glimmers on its battery: who crosses by eyes alone still knows the way."""
    dark = relight(lab.level, ())
    assert dark[26, 59] >= SEEN
    hall = lab.free[15:37, 46:83]
    assert (dark[15:37, 46:83][hall] >= SEEN).mean() <= 0.3


def _trips(running: frozenset[str], started: str) -> list[frozenset[str]]:
    """What may run after a switch was thrown: of three, any but the new one may be tripped."""
    both = running | {started}
    return [both] if len(both) < len(CIRCUITS) else [both - {old} for old in running]


def test_no_order_of_switches_shuts_the_player_in(lab: Laboratory) -> None:
    """From whatever can be brought about, the key, the file and the lift can still be had."""
    level = lab.level
    (key,) = (item for item in level.items if item.kind is ItemKind.KEY)
    goals = {"key": key.area.at, "file": PLACES["the file"], "lift": PLACES["lift hall"]}
    start = (frozenset[str](), frozenset[str](), lab.place("mortuary"))
    ahead: dict[State, list[State]] = {}
    got: dict[State, set[str]] = {}
    front: list[State] = [start]
    while front:
        state = front.pop()
        running, keys, at = state
        if state in ahead:
            continue
        part = next(p for p in lab.regions(running, keys) if p[at[1], at[0]])
        got[state] = {name for name, spot in goals.items() if lab.has(part, spot)}
        after = [(running, keys | {KEY}, at)] if "key" in got[state] else []
        for power in level.powers:
            if power.circuit not in running and lab.has(part, power.area.at):
                x, y = lab.near(*power.area.at)
                after += [(then, keys, (x, y)) for then in _trips(running, power.circuit)]
        ahead[state] = after
        front += after
    assert len(ahead) > 20
    for goal in goals:
        leads = {state for state in ahead if goal in got[state]}
        while more := {s for s in ahead if s not in leads and any(a in leads for a in ahead[s])}:
            leads |= more
        assert not [state for state in ahead if state not in leads], goal


# ---- the way through -----------------------------------------------------------------------------


@pytest.mark.parametrize(("here", "there"), list(pairwise(BEATS)))
def test_between_two_beats_there_are_two_ways_apart(lab: Laboratory, here: str, there: str) -> None:
    assert ways.two_ways(lab.free, lab.place(here), lab.place(there), APART) is not None


def test_checkpoints_lie_at_most_ninety_seconds_of_limping_apart(lab: Laboratory) -> None:
    stops = [lab.place("mortuary"), *(lab.place(f"tag {n}") for n in TAG_WAY), lab.place("lift hall")]
    legs = [ways.long(ways.way(lab.free, a, b)) / WALK for a, b in pairwise(stops)]
    assert max(legs) <= CHECKPOINT_S


def test_no_place_is_farther_than_ninety_seconds_from_a_checkpoint(lab: Laboratory) -> None:
    tags = [lab.place(tag.name) for tag in lab.level.tags]
    length = ways.lengths(lab.free, tags)
    assert length[np.isfinite(length)].max() / WALK <= CHECKPOINT_S


def test_there_are_eight_tags_of_eight_people_in_order(lab: Laboratory) -> None:
    tags = lab.level.tags
    assert [tag.text for tag in tags] == [f"tag-laboratory-{n}" for n in range(1, 9)]
    assert len({tag.person for tag in tags}) == 8


def test_the_lift_is_not_entered_before_it_has_come(lab: Laboratory) -> None:
    (way_out,) = lab.level.exits
    assert way_out.needs.names("event") == ("lift_here",)
    shut = lab.shut(CIRCUITS, {KEY})
    assert "lift gate" in shut
    reach = ways.tiles_of(ways.reached(ways.room_to_stand(lab.level, shut), lab.start))
    assert not (ways.cells(way_out.area, reach.shape) & reach).any()


def test_the_ways_back_from_the_generator_are_two(lab: Laboratory) -> None:
    without = lab.free.copy()
    without[72:81, 62:74] = False  # the foyer of the bunker
    assert ways.way(without, lab.place("generator cabin"), lab.place("lift hall"))


# ---- fair ----------------------------------------------------------------------------------------


def test_no_waking_dead_can_see_the_hero_where_the_level_begins(lab: Laboratory) -> None:
    watched = ways.seen_from(lab.opaque, lab.standing(asleep=False), SEEN_LIT + 5)
    x, y = lab.start
    assert not watched[int(y), int(x)]


def test_the_first_of_the_dead_is_met_alone(lab: Laboratory) -> None:
    first = lab.level.named("the one who sits up")
    assert first is not None
    others = np.zeros(lab.free.shape, dtype=bool)
    for one in (*lab.dead(asleep=True), *lab.dead(asleep=False)):
        if one is not first:
            others |= ways.cells(one.area, others.shape)
    assert not (others & ways.seen_from(lab.opaque, ways.cells(first.area, others.shape), 9)).any()


def test_whoever_wakes_the_choir_in_the_keepers_booth_has_a_second_way_out(lab: Laboratory) -> None:
    without = lab.free.copy()
    without[16:18, 117] = False  # the door to the cold store
    assert ways.way(without, lab.place("archive key"), lab.place("archive"))


def test_no_checkpoint_lies_among_a_horde(lab: Laboratory) -> None:
    for field in lab.level.fields:
        if field.squad == "horde":
            asleep = ways.within(ways.cells(field.area, lab.free.shape), CHOIR_NEAR)
            inside = [t.name for t in lab.level.tags if asleep[int(t.area.at[1]), int(t.area.at[0])]]
            assert not inside, field.name


@pytest.mark.parametrize("leg", QUIET_LEGS, ids=" to ".join)
def test_a_careful_walker_passes_unseen_and_wakes_nobody(
    lab: Laboratory, unwatched: Grid, leg: tuple[str, str]
) -> None:
    start, goal = (lab.place(name) for name in leg)
    assert ways.way(unwatched, start, goal)


def test_the_hunter_comes_from_afar_and_along_the_corridor(lab: Laboratory) -> None:
    hunter = lab.level.named("the hunter")
    assert hunter is not None
    (sniff,) = (t for t in lab.level.triggers if t.event == "hunter_comes")
    assert hunter.area.at[0] - sniff.area.box[2] >= 10


def test_whoever_comes_later_comes_from_out_of_sight(lab: Laboratory) -> None:
    level = lab.level
    places = {t.event: t.area.at for t in level.triggers}
    for one in lab.everybody:
        for event in one.when.names("event"):
            x, y = lab.near(*places[event])
            way = ways.way(lab.free, (x, y), lab.near(*one.area.at))
            assert ways.long(way) >= 14, one.name


def test_there_is_enough_to_throw_to_mend_and_to_strike_with(lab: Laboratory) -> None:
    amount: Counter[str] = Counter()
    for item in lab.level.items:
        amount[item.kind] += item.amount
    assert amount["bottle"] >= 12
    assert amount["medkit"] >= 7
    assert amount["ammo"] >= 20
    assert amount["pipe"] == amount["pistol"] == 1


# ---- full ----------------------------------------------------------------------------------------


def test_some_two_hundred_dead_stand_in_the_laboratory_and_most_sleep(lab: Laboratory) -> None:
    awake, asleep = lab.dead(asleep=False), lab.dead(asleep=True)
    sleeping = sum(getattr(one, "count_max", 1) for one in asleep)
    waking = sum(getattr(one, "count_max", 1) for one in awake)
    assert 140 <= sleeping + waking <= 240
    assert waking <= 0.25 * sleeping


def test_the_choir_sleeps_together_and_wakes_together(lab: Laboratory) -> None:
    choir = [one for one in lab.everybody if one.name.startswith("the choir")]
    assert {one.wake.names("event") for one in choir} == {("choir_wakes",)}
    assert sum(getattr(one, "count_max", 1) for one in choir) >= 20


def test_somebody_stands_behind_each_pane_until_the_set_runs(lab: Laboratory) -> None:
    behind = [one for one in lab.level.spawns if one.name == "behind glass"]
    assert len(behind) >= 12
    assert all(one.asleep and one.wake.names("event") == ("glass_run",) for one in behind)


def test_the_three_of_c5_are_behind_a_door_that_only_the_story_opens(lab: Laboratory) -> None:
    three = [one for one in lab.level.spawns if one.actor is Actor.HALFBIE]
    assert {one.name for one in three} == {"Yu-na", "Hyun", "Da-in"}
    shut = lab.shut(CIRCUITS, {KEY})
    reach = ways.tiles_of(ways.reached(ways.room_to_stand(lab.level, shut), lab.start))
    assert not [one.name for one in three if reach[int(one.area.at[1]), int(one.area.at[0])]]


def test_no_view_is_longer_than_the_hill_would_let_it_be(lab: Laboratory) -> None:
    length, _, _ = ways.longest_sight(lab.opaque, lab.free)
    assert length <= LONGEST_VIEW


def test_the_corridor_of_glass_is_of_glass(lab: Laboratory) -> None:
    glass = lab.level.walls == list(WALLS).index("glass")
    assert glass[72, 46:63].sum() >= 10
    assert glass[76, 46:63].sum() >= 10
    assert glass[77, 74:91].sum() >= 10
    assert glass[81, 74:91].sum() >= 10
