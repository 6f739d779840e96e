"""What Seoul's rooftops and the tower promise: ways to walk and to leap, light, quiet, nothing broken.

A promise here is about the maps alone: where one can go and who waits there, not how anyone fights.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

import leaps
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
from game.data.tiles import GROUND_NUMBER

if TYPE_CHECKING:
    from game.data.level import Level
    from game.data.things import Spawn, SpawnField

    Grid = ways.Grid
    Tile = ways.Tile

WALK = 3.2  # tile/s, a careful walker
CHECKPOINT_S = 90.0  # s of walking between two checkpoints
LONGEST_LEAP = 3.0  # tile
LANDING = 3  # tile of ground behind a leap, and before it
SEEN_LIT = 9  # tile, how far the dead see a walker in the light
BRIGHT = 0.45  # light from which one counts as lit
APART = 4  # tile between two ways of one passage
SCOPE = 32.0  # tile, how far she sees who stands still
DEAD = {Actor.SHAMBLER, Actor.FLANKER, Actor.LURKER, Actor.SCREAMER, Actor.BRUTE}
LEAP_ONLY = {(62, 2, 75, 18), (76, 4, 82, 12)}  # x0, y0, x1, y1: the cinema, the fallen sign
SLOW_CROSSINGS = (
    (12, 60, 18, 64),
    (109, 65, 116, 69),
    (121, 64, 130, 68),
    (54, 66, 56, 74),
    (90, 57, 91, 70),
    (137, 61, 138, 67),
)
"""Footbridges, the jammed road, and the trays beside the leaps."""
EAST_OF_THE_SITE = 155  # tile, x
HEROES_WAY = ("tag 1", "hill", "tag 3", "school end", "store", "billboard", "market", "deck", "site", "annex")
PLACES: dict[str, Tile] = {
    "start": (8, 117),
    "hill": (50, 48),
    "kindergarten": (12, 52),
    "school end": (54, 10),
    "store": (94, 8),
    "billboard": (100, 40),
    "cram school": (90, 80),
    "market": (100, 98),
    "deck": (121, 99),
    "site": (135, 88),
    "annex": (135, 46),
    "podium": (165, 66),
    "tower door": (178, 61),
    "staff room": (89, 29),
}


class Roofs:
    """A level, the ground one walks, and the ground one comes to by leaping too."""

    def __init__(self, name: str) -> None:
        self.level: Level = load(find_map(name))
        self.free = leaps.ground(self.level)
        self.start = leaps.tile(self.level.starts[0].area.at)
        self.walked = leaps.walked(self.free, self.start)
        self.reached = leaps.reached(self.level, self.free, self.start)

    def place(self, name: str) -> Tile:
        """The reached tile nearest to a place or a thing."""
        thing = self.level.named(name)
        x, y = PLACES.get(name) or (thing.area.at if thing else (0, 0))
        ys, xs = np.nonzero(self.reached)
        best = int(np.argmin((xs + 0.5 - x) ** 2 + (ys + 0.5 - y) ** 2))
        return int(xs[best]), int(ys[best])

    def with_shut(self, *shut: str) -> Grid:
        """Tiles one comes to while these doors are closed."""
        return leaps.reached(self.level, leaps.ground(self.level, shut), self.start)

    def dead(self) -> list[Spawn | SpawnField]:
        everyone: list[Spawn | SpawnField] = [*self.level.fields, *self.level.spawns]
        mine = {Faction.NONE, Faction.DEAD}
        return [one for one in everyone if one.actor in DEAD and one.faction in mine]

    def waking(self) -> Grid:
        """Where one of the dead may stand awake from the start."""
        awake = (one.area for one in self.dead() if not one.asleep and not one.when.terms)
        return ways.covered(awake, self.reached)


@pytest.fixture(scope="module")
def seoul() -> Roofs:
    return Roofs("seoul")


@pytest.fixture(scope="module")
def tower() -> Roofs:
    return Roofs("tower")


@pytest.fixture(params=["seoul", "tower"])
def roofs(request: pytest.FixtureRequest) -> Roofs:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Roofs)
    return found


# ---- nothing is broken ---------------------------------------------------------------------------


def test_whatever_can_be_met_or_taken_stands_where_one_can_come(roofs: Roofs) -> None:
    level = roofs.level
    placed = (*level.starts, *level.spawns, *level.tags, *level.items, *level.radios, *level.powers)
    stuck = []
    for thing in placed:
        x, y = leaps.tile(thing.area.at)
        if not roofs.reached[y - 1 : y + 2, x - 1 : x + 2].any():
            stuck.append((thing.name, (x, y)))
    assert not stuck


def test_every_field_has_a_free_tile_for_each_of_its_dead(roofs: Roofs) -> None:
    room = {f.name: (ways.cells(f.area, roofs.free.shape) & roofs.reached).sum() for f in roofs.level.fields}
    assert not [f.name for f in roofs.level.fields if room[f.name] < f.count_max]


def test_every_trigger_choice_exit_and_objective_can_be_entered(roofs: Roofs) -> None:
    level = roofs.level
    areas = (*level.triggers, *level.choices, *level.exits, *level.objectives)
    assert not [x.name for x in areas if not (ways.cells(x.area, roofs.free.shape) & roofs.reached).any()]


def test_no_free_ground_is_cut_off(roofs: Roofs) -> None:
    assert not (roofs.free & ~roofs.reached).any()


def test_rounds_are_walked_on_free_ground_from_corner_to_corner(roofs: Roofs) -> None:
    for route in roofs.level.routes:
        closed = (*route.area.points, route.area.points[0])
        for (ax, ay), (bx, by) in pairwise(closed if route.mode == "loop" else route.area.points):
            steps = int(4 * max(abs(bx - ax), abs(by - ay))) + 1
            line = [(ax + (bx - ax) * n / steps, ay + (by - ay) * n / steps) for n in range(steps)]
            off = [at for at in line if roofs.level.void[int(at[1]), int(at[0])]]
            room = ways.room_to_stand(roofs.level)
            assert not off, route.name
            assert all(ways.stands_at(room, at, slack=2) for at in line), route.name


def test_every_circuit_has_a_switch_and_every_switch_a_circuit(roofs: Roofs) -> None:
    level = roofs.level
    fed = {door.circuit for door in level.doors} | {lamp.circuit for lamp in level.lights}
    assert fed - {""} == {power.circuit for power in level.powers}


def test_every_trigger_does_something(roofs: Roofs) -> None:
    level = roofs.level
    comers: list[Spawn | SpawnField] = [*level.spawns, *level.fields]
    clauses = [clause for one in comers for clause in (one.wake, one.when)]
    clauses += [trigger.when for trigger in level.triggers]
    heard = {name for clause in clauses for name in clause.names("event")}
    assert [t.event for t in level.triggers if t.event not in load_script(level).events | heard] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_story_fits_its_map_and_its_words(roofs: Roofs, language: str) -> None:
    level, words = roofs.level, Words(language)
    assert [str(finding) for finding in check(load_script(level), level, words)] == []
    ids = [level.title, f"{level.title}-line"]
    ids += [text for tag in level.tags for text in (tag.person, tag.text)]
    ids += [radio.channel for radio in level.radios] + [each.text for each in level.objectives]
    for choice in level.choices:
        named = [f"choice-{choice.choice}-{option}" for option in choice.options]
        ids += [f"choice-{choice.choice}", *named, *(f"{name}-cost" for name in named)]
    assert all(re.fullmatch(r"[a-z]+(-[a-zA-Z0-9_]+)+", text) for text in ids)
    assert [name for name in ids if not words.has(name)] == []


def test_the_campaign_has_twenty_four_tags_of_different_people() -> None:
    names = ("hyosan", "laboratory", "seoul", "tower")
    tags = [tag for name in names for tag in load(find_map(name)).tags]
    assert len(tags) == len({tag.person for tag in tags}) == len({tag.text for tag in tags}) == 24


# ---- leaps ---------------------------------------------------------------------------------------


def test_no_gap_is_wider_than_a_leap_and_each_has_ground_before_and_behind(seoul: Roofs) -> None:
    for gap in seoul.level.gaps:
        wide, long = sorted(gap.area.size)
        assert wide <= LONGEST_LEAP, gap.name
        assert wide < long, gap.name
        good = [leap for leap in leaps.leaps_of(seoul.level, gap) if _has_room(seoul.free, leap)]
        assert len(good) >= 2, gap.name


def _has_room(free: Grid, leap: leaps.Leap) -> bool:
    """Whether ``LANDING`` tiles of ground lie straight before a leap and behind it."""
    (ax, ay), (bx, by) = leap
    dx, dy = np.sign(bx - ax), np.sign(by - ay)
    return all(free[ay - n * dy, ax - n * dx] and free[by + n * dy, bx + n * dx] for n in range(LANDING))


def test_gaps_lie_over_nothing(seoul: Roofs) -> None:
    for gap in seoul.level.gaps:
        assert seoul.level.void[ways.cells(gap.area, seoul.free.shape)].all(), gap.name


def test_the_first_gap_forgives_and_nobody_is_near(seoul: Roofs) -> None:
    first = min(
        seoul.level.gaps, key=lambda gap: float(np.hypot(gap.area.at[0] - 8.5, gap.area.at[1] - 117.5))
    )
    assert first.fall_damage == 0
    assert sum(gap.fall_damage == 0 for gap in seoul.level.gaps) == 1
    x, y = leaps.tile(first.area.at)
    everyone = np.zeros_like(seoul.free)
    for one in seoul.dead():
        everyone |= ways.cells(one.area, everyone.shape) & seoul.reached
    assert not ways.within(everyone, 4)[y, x]
    assert not everyone[:, :25][100:].any()  # nobody at all on the first roof


def test_all_but_the_cinema_and_the_fallen_sign_is_walked_to(seoul: Roofs) -> None:
    only = seoul.reached & ~seoul.walked
    assert only.any()
    for x0, y0, x1, y1 in LEAP_ONLY:
        only[y0:y1, x0:x1] = False
    assert not only.any()


def test_the_avenue_is_crossed_three_times_by_leaping_alone(seoul: Roofs) -> None:
    cut = seoul.free.copy()
    for x0, y0, x1, y1 in SLOW_CROSSINGS:
        assert cut[y0:y1, x0:x1].any()
        cut[y0:y1, x0:x1] = False
    cut[:, EAST_OF_THE_SITE:] = False  # nor round by the tower
    x, y = seoul.place("annex")
    assert leaps.reached(seoul.level, cut, seoul.start)[y, x]
    assert not leaps.walked(cut, seoul.start)[y, x]


@pytest.mark.parametrize(("here", "there"), list(pairwise(HEROES_WAY)))
def test_between_two_beats_there_are_two_ways_apart(seoul: Roofs, here: str, there: str) -> None:
    ground = leaps.with_gaps(seoul.level, seoul.free)
    assert ways.two_ways(ground, seoul.place(here), seoul.place(there), APART) is not None


def test_one_leaves_a_roof_only_where_its_parapet_is_open_on_purpose(seoul: Roofs) -> None:
    """Every free tile at an edge lies by a gap, on something narrow, or on what nobody finished."""
    level = seoul.level
    void = level.void
    edge = np.zeros_like(void)
    edge[1:-1, 1:-1] = void[:-2, 1:-1] | void[2:, 1:-1] | void[1:-1, :-2] | void[1:-1, 2:]
    edge &= seoul.free
    hangs = np.isin(
        level.ground,
        [GROUND_NUMBER[n] for n in ("planks", "metal grating", "stair", "carpet", "glass shards")],
    )
    by_gap = np.zeros_like(void)
    for gap in level.gaps:
        by_gap |= ways.within(ways.cells(gap.area, void.shape), 2)
    unfinished = np.zeros_like(void)
    for x0, y0, x1, y1 in (*LEAP_ONLY, (120, 72, 143, 93), (76, 93, 117, 103)):
        unfinished[y0:y1, x0:x1] = True
    stray = edge & ~hangs & ~by_gap & ~unfinished & ~ways.within(hangs, 2)
    assert [(int(x), int(y)) for y, x in zip(*np.nonzero(stray), strict=True)] == []


# ---- the way through -----------------------------------------------------------------------------


def test_checkpoints_lie_at_most_ninety_seconds_of_walking_apart(seoul: Roofs) -> None:
    stops = ["start", *(f"tag {n}" for n in range(1, 7)), "tower door", "up to the deck"]
    legs = [ways.way(seoul.free, seoul.place(a), seoul.place(b)) for a, b in pairwise(stops)]
    assert all(legs)
    assert max(ways.long(leg) for leg in legs) / WALK <= CHECKPOINT_S


def test_no_place_is_farther_than_ninety_seconds_from_a_checkpoint(seoul: Roofs) -> None:
    length = ways.lengths(seoul.free, [seoul.place(tag.name) for tag in seoul.level.tags])
    assert length[np.isfinite(length)].max() / WALK <= CHECKPOINT_S


def test_the_tower_opens_by_the_generator_and_the_generator_by_the_key(seoul: Roofs) -> None:
    doors = {door.name: door for door in seoul.level.doors}
    (key,) = (item for item in seoul.level.items if item.kind is ItemKind.KEY)
    assert doors["generator cage"].key == key.name
    assert doors["tower door"].circuit == doors["podium gate"].circuit == "tower"
    shut = seoul.with_shut("tower door", "podium gate", "generator cage")
    assert _near(shut, key.area.at)
    (way_out,) = seoul.level.exits
    assert not (ways.cells(way_out.area, shut.shape) & shut).any()
    assert way_out.to_map == "tower.tmx"


def test_the_last_run_is_shorter_back_than_out(seoul: Roofs) -> None:
    """Out by the ledge, back by the gate that the power opens."""
    shut = leaps.ground(seoul.level, ["podium gate"])
    foot, cage = seoul.place("tower door"), seoul.place("generator")
    back = ways.long(ways.way(seoul.free, cage, foot))
    assert leaps.reached(seoul.level, shut, foot)[cage[1], cage[0]]
    assert back < ways.long(ways.way(shut, cage, foot))
    assert back / 6.0 < 20  # s at a run


def test_the_one_who_cannot_jump_can_be_carried_on_foot(seoul: Roofs) -> None:
    walked = ways.way(seoul.free, seoul.place("Ha-rin"), seoul.place("staff room"))
    assert walked
    assert ways.long(walked) / WALK <= CHECKPOINT_S


def test_the_bell_breakers_and_cupboard_are_ways_for_the_clever(seoul: Roofs) -> None:
    used = {trigger.event for trigger in seoul.level.triggers if trigger.on == "use"}
    assert used >= {"ring_bell", "cut_floodlights", "cut_site", "start_generator"}
    cupboard = next(door for door in seoul.level.doors if door.name == "staff cupboard")
    assert cupboard.locked
    assert not cupboard.key


# ---- fair ----------------------------------------------------------------------------------------


def test_no_waking_dead_can_see_the_hero_where_a_level_begins(roofs: Roofs) -> None:
    watched = ways.seen_from(roofs.level.opaque, roofs.waking(), SEEN_LIT)
    x, y = roofs.start
    assert not watched[y, x] or roofs.level.light[y, x] < BRIGHT


def test_the_greenhouse_is_lit_and_nobody_is_near(seoul: Roofs) -> None:
    rest = ways.cells(
        next(t.area for t in seoul.level.triggers if t.event == "greenhouse_rest"), seoul.free.shape
    )
    assert seoul.level.light[rest].max() >= BRIGHT
    everyone = np.zeros_like(seoul.free)
    for one in seoul.dead():
        everyone |= ways.cells(one.area, everyone.shape)
    assert not (ways.within(everyone, 8) & rest).any()


def test_those_who_pour_stand_behind_a_shut_door_that_the_story_opens(seoul: Roofs) -> None:
    script = (find_map("seoul").parent.parent / "assets" / "content" / "seoul.toml").read_text("utf-8")
    doors = {
        d.name: ways.within(ways.cells(d.area, seoul.free.shape), 4) for d in seoul.level.doors if not d.open
    }
    opened = {name for name in doors if f'open = "{name}"' in script}
    shut = seoul.with_shut(*doors)
    for field in seoul.level.fields:
        if field.name.endswith((" pours", " pour")) and "ramp" not in field.name:
            area = ways.cells(field.area, shut.shape)
            assert not (area & shut).any(), field.name
            assert [name for name in opened if (doors[name] & area).any()], field.name


def test_the_searchlights_sweep_the_ways_that_are_leapt_until_somebody_cuts_them(seoul: Roofs) -> None:
    level = seoul.level
    truss, arm = np.s_[55:71, 87:90], np.s_[56:73, 134:137]
    walk = ~level.void
    wired = {power.circuit for power in level.powers}
    swept = np.array([relight(level, wired, seconds) for seconds in range(63)])  # both come round in 63 s
    bright, dark = swept.max(axis=0), relight(level, set())
    for part in (truss, arm):
        assert (bright[part][walk[part]] >= BRIGHT).mean() > 0.3
        lit = (swept[:, part[0], part[1]] >= BRIGHT).mean(axis=0)[walk[part] & (dark[part] < BRIGHT)]
        assert lit.max() < 0.7, "every place has its moment in the dark"
        assert (dark[part][walk[part]] >= BRIGHT).mean() < 0.2


def test_three_hundred_dead_stand_on_the_roofs_of_seoul(seoul: Roofs) -> None:
    single = sum(isinstance(one.area.size, tuple) and not hasattr(one, "count_min") for one in seoul.dead())
    fewest = sum(f.count_min for f in seoul.level.fields) + single
    most = sum(f.count_max for f in seoul.level.fields) + single
    assert 240 <= fewest <= most <= 420


# ---- the tower -----------------------------------------------------------------------------------


def test_she_cannot_fall_from_the_deck(tower: Roofs) -> None:
    deck = leaps.walked(leaps.ground(tower.level, ["stair door"]), tower.start)
    near = np.zeros_like(deck)
    void = tower.level.void
    near[1:-1, 1:-1] = void[:-2, 1:-1] | void[2:, 1:-1] | void[1:-1, :-2] | void[1:-1, 2:]
    assert deck.any()
    assert not (deck & near).any()


def test_nobody_comes_up_while_the_stair_door_holds(tower: Roofs) -> None:
    deck = leaps.walked(leaps.ground(tower.level, ["stair door"]), tower.start)
    for one in tower.dead():
        if not one.when.terms:
            assert not (ways.cells(one.area, deck.shape) & deck).any(), one.name


@pytest.mark.parametrize("side", ["west", "south", "east"])
def test_each_caller_is_seen_from_its_scope(tower: Roofs, side: str) -> None:
    scope, caller = tower.level.named(f"scope {side}"), tower.level.named(f"caller {side}")
    assert scope is not None
    assert caller is not None
    (ax, ay), (bx, by) = scope.area.at, caller.area.at
    assert np.hypot(ax - bx, ay - by) <= SCOPE
    steps = [(ax + (bx - ax) * n / 200, ay + (by - ay) * n / 200) for n in range(201)]
    assert not any(tower.level.opaque[int(y), int(x)] for x, y in steps)


def test_a_caller_comes_out_when_the_one_before_is_silent(tower: Roofs) -> None:
    after = {one.name: one.when.names("event") for one in tower.level.spawns if one.name.startswith("caller")}
    assert after == {
        "caller west": ("west_ready",),
        "caller south": ("mark_west",),
        "caller east": ("mark_south",),
    }


def test_from_scope_to_scope_is_a_walk_of_less_than_a_callers_breath(tower: Roofs) -> None:
    places = [tower.place(f"scope {side}") for side in ("west", "south", "east")]
    assert max(ways.long(ways.way(tower.free, a, b)) for a, b in pairwise(places)) / WALK < 8


def test_the_desk_is_shut_until_the_power_is_up_and_ends_the_campaign(tower: Roofs) -> None:
    (way_out,) = tower.level.exits
    shut = tower.with_shut("control room")
    assert not (ways.cells(way_out.area, shut.shape) & shut).any()
    assert way_out.to_map == ""
    (choice,) = tower.level.choices
    assert choice.options == ("code", "speak", "silence")


def _near(grid: Grid, at: tuple[float, float]) -> bool:
    x, y = leaps.tile(at)
    return bool(grid[y - 1 : y + 2, x - 1 : x + 2].any())
