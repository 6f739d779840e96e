from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scenes import Scene, scene
from tales import box, story, tale, telling, walk_to

from game.data.area import Area
from game.data.enums import Actor as ActorName
from game.data.enums import Squad
from game.data.things import NameTag, SpawnField
from game.data.tuning import Difficulty, Rules, load_tuning
from game.ecs.schedule import System
from game.ecs.world import NOBODY, Entity
from game.sim.components import DEAD, Actor, Body, Health, Mind, Mood, Senses, Side
from game.sim.happenings import Died, Hit, Noticed, Wound
from game.sim.resources import Clock, Ground, Tension
from game.sim.settle.damage import wound
from game.sim.spawn import spawn_thing
from game.sim.story.approach import hidden
from game.sim.story.director import direct, refill
from game.sim.story.stage import people_of
from game.sim.story.tension import feel_tension, pace
from game.sim.trace import is_clear

DIRECTOR = load_tuning().director
WIDE, HIGH = 64, 40


def town(*, pillars: bool = True) -> str:
    """A square with blocks of houses all about: plenty of corners to come from."""
    rows = []
    for y in range(HIGH):
        edge = y in {0, HIGH - 1}
        house = [pillars and x % 8 in {3, 4, 5} and y % 8 in {3, 4, 5} for x in range(WIDE)]
        rows.append("".join("#" if edge or x in {0, WIDE - 1} or house[x] else "." for x in range(WIDE)))
    rows[20] = rows[20][:2] + "@" + rows[20][3:]
    return "\n".join(rows)


CROWD = SpawnField(id=80, area=box(60, 1, 2, 2), count_min=0, count_max=0, squad=Squad.PACK)
SYSTEMS = (feel_tension, pace, direct)


def streets(
    *, pillars: bool = True, difficulty: str = "survivor", seed: int = 1, hero: str = "namra"
) -> Scene:
    rules = Rules(difficulty=Difficulty(difficulty))
    return tale(town(pillars=pillars), things=[CROWD, NameTag(id=81, area=Area.point(32.5, 15.5))],
                seed=seed, rules=rules, hero=hero)  # fmt: skip


def tension(made: Scene) -> Tension:
    return made.world.resource(Tension)


def dead(made: Scene) -> Body:
    return made.world.view(Body, made.world.span(DEAD))


def newcomers(made: Scene, seconds: int) -> list[tuple[float, float]]:
    """Where those stood who appeared, in the tick they did; the hero walks about meanwhile."""
    seen: set[int] = set()
    places = []
    for tick in range(60 * seconds):
        if tick % 120 == 0:
            walk_to(made, 2.5 + (tick // 120 * 7) % 56, 1.5 if tick % 240 else 17.5)
        hero = np.array([made.pos("@")], np.float32)
        made.run(1, *SYSTEMS)
        span = made.world.span(DEAD)
        for who, pos in zip(made.world.view(Entity, span).id.tolist(), dead(made).pos, strict=True):
            if who not in seen:
                seen.add(who)
                places.append((float(pos[0]), float(pos[1])))
                _is_fair(made, hero, pos)
    return places


def _is_fair(made: Scene, hero: np.ndarray, pos: np.ndarray) -> None:
    far = float(np.hypot(*(pos - hero[0])))
    assert far >= DIRECTOR.spawn_min_tiles, f"{far:.1f} tiles from the hero"
    opaque = made.world.resource(Ground).opaque
    assert not is_clear(opaque, hero, pos[None])[0], "in sight"
    assert np.hypot(pos[0] - 32.5, pos[1] - 15.5) > DIRECTOR.no_spawn_near_tag_tiles, "at a tag"
    assert not made.world.resource(Ground).blocked[int(pos[1] * 4), int(pos[0] * 4)], "in a wall"


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nobody_ever_appears_in_sight_or_near_or_at_a_tag(seed: int) -> None:
    assert len(newcomers(streets(seed=seed), 60)) >= 3


def test_in_the_open_nobody_appears_at_all() -> None:
    assert newcomers(streets(pillars=False), 60) == []


@pytest.mark.parametrize("difficulty", list(Difficulty))
def test_never_more_than_the_cap_are_about(difficulty: str) -> None:
    made = streets(difficulty=difficulty)
    most = 0
    for _ in range(300):
        made.run(30, *SYSTEMS)
        most = max(most, len(tension(made).extra))
    assert 3 <= most <= DIRECTOR.cap[difficulty]


def test_it_sends_more_when_some_have_died() -> None:
    made = streets()
    made.run(60 * 60, *SYSTEMS)
    first = tension(made).spent
    made.world.kill(np.array(tension(made).extra, np.int64))
    made.world.apply()
    made.run(60 * 60, *SYSTEMS)
    assert tension(made).spent > first


def test_health_and_damage_are_none_of_its_business() -> None:
    made = streets()
    made.run(60 * 60, *SYSTEMS)
    span = made.world.span(DEAD)
    health = made.world.view(Health, span)
    sorts = made.world.view(Actor, span).sort
    np.testing.assert_array_equal(health.hp, load_tuning().bestiary.hp[sorts])


def test_a_level_without_fields_is_left_alone() -> None:
    made = tale(town()).run(60 * 60, *SYSTEMS)
    assert len(dead(made).pos) == 0


def test_a_wound_a_death_nearby_and_hunters_raise_intensity() -> None:
    made = streets()
    made.run(1, telling(Wound, who=made.who["@"], damage=1), feel_tension)
    assert tension(made).intensity == pytest.approx(DIRECTOR.hit, abs=0.01)
    made.run(1, telling(Died, who=NOBODY, side=Side.DEAD, pos=made.pos("@")), feel_tension)
    assert tension(made).intensity == pytest.approx(DIRECTOR.hit + DIRECTOR.kill, abs=0.01)
    before = tension(made).intensity
    made.run(60, feel_tension)
    assert tension(made).intensity == pytest.approx(before - DIRECTOR.decay, abs=0.01)


def test_a_death_far_away_is_no_business_of_the_hero() -> None:
    made = streets()
    made.run(1, telling(Died, who=NOBODY, side=Side.DEAD, pos=(60, 30)), feel_tension)
    assert tension(made).intensity == 0


def test_after_a_peak_comes_quiet_long_enough_to_breathe() -> None:
    made = streets()
    tension(made).intensity = 1.0
    phases = []
    for _ in range(60 * 70):
        made.run(1, *SYSTEMS)
        phases.append(tension(made).phase)
    lasts = {phase: phases.count(phase) / 60 for phase in ("sustain", "relax")}
    order = list(dict.fromkeys(phases))
    assert order == ["sustain", "fade", "relax", "build"]
    assert DIRECTOR.sustain[0] <= lasts["sustain"] <= DIRECTOR.sustain[1] + 0.1
    assert DIRECTOR.relax[0] <= lasts["relax"] <= DIRECTOR.relax[1] + 0.1


@pytest.mark.parametrize("phase", ["fade", "relax"])
def test_nobody_comes_in_the_quiet(phase: str) -> None:
    made = streets()
    held = tension(made)
    held.phase, held.until, held.intensity, held.wanted = phase, 10**6, 0.5, 8.0
    for _ in range(60 * 20):
        held.intensity = 0.5
        made.run(1, *SYSTEMS)
    assert len(dead(made).pos) == 0


def test_nobody_comes_while_the_script_wants_peace() -> None:
    made = streets()
    tension(made).quiet_until = 60 * 40
    made.run(60 * 40, *SYSTEMS)
    assert len(dead(made).pos) == 0
    made.run(60 * 40, *SYSTEMS)
    assert len(dead(made).pos) > 0


@pytest.mark.parametrize(
    ("place", "fair"),
    [
        ((40.5, 2.5), True),  # behind houses, far off
        ((9.5, 13.5), False),  # behind houses, but near
        ((2.5, 38.5), False),  # down the street, in sight
        ((32.5, 11.5), False),  # behind houses, far off, but at a tag
    ],
)
def test_a_place_to_appear_at_is_far_and_out_of_sight_and_not_at_a_tag(
    place: tuple[float, float],
    fair: bool,  # noqa: FBT001
) -> None:
    assert bool(hidden(streets().world, np.array([place], np.float32))[0]) == fair


def test_nobody_is_led_anywhere_while_the_script_wants_peace() -> None:
    made = streets()
    spawn_thing(made.world, replace(CROWD, id=90, area=box(14, 33, 4, 4), count_min=3, count_max=3))
    made.world.apply()
    tension(made).quiet_until = 60 * 60
    made.run(60 * 59, direct)
    assert made.heard(Noticed) == []
    tension(made).quiet_until = 0
    made.run(60 * 30, direct)
    assert made.heard(Noticed) != []


def test_when_too_little_happens_the_nearest_idle_pack_comes_to_look_beside_the_hero() -> None:
    made = streets()
    pack = [replace(CROWD, id=90 + k, area=box(x, 33, 4, 4), count_min=3, count_max=3)
            for k, x in enumerate((14, 54))]  # fmt: skip
    ids = [spawn_thing(made.world, each).tolist() for each in pack]
    made.world.apply()
    tension(made).wanted, tension(made).phase, tension(made).until = 0.0, "build", 10**6
    made.world.resources[Tension].low_since = 0
    held = tension(made)
    for _ in range(int(DIRECTOR.low_s * 60) + 31):
        held.wanted = 0.0
        made.run(1, direct)
    near, _ = made.world.resolve(np.array(ids[0]))
    far, _ = made.world.resolve(np.array(ids[1]))
    mind = made.world.view(Mind)
    assert (mind.mood[near] == Mood.SUSPECT).all()
    assert (mind.mood[far] == Mood.IDLE).all()
    gap = np.hypot(*(mind.goal[near] - np.array(made.pos("@"))).T)
    assert (gap >= DIRECTOR.nudge_tiles[0]).all()
    assert (gap <= DIRECTOR.nudge_tiles[1]).all()
    assert sorted(row["who"] for row in made.heard(Noticed)) == sorted(ids[0])


def test_a_field_that_returns_does_so_in_its_time_and_out_of_sight() -> None:
    field = replace(CROWD, id=95, area=box(1, 1, 2, 2), count_min=4, count_max=4, respawn_s=10.0)
    made = tale(town(), things=[field])
    walk_to(made, 1.5, 10.5)
    made.run(60 * 30, refill)
    assert len(people_of(made.world, [field])) == 0
    walk_to(made, 60.5, 38.5).run(60 * 12, refill)
    assert len(people_of(made.world, [field])) == 4
    made.run(60 * 30, refill)
    assert len(people_of(made.world, [field])) == 4
    assert story(made).events == {}


def test_the_same_seed_sends_the_same_people() -> None:
    first, second = (streets(seed=5).run(60 * 40, *SYSTEMS) for _ in range(2))
    assert len(dead(first).pos) > 0
    assert first.world.checksum() == second.world.checksum()
    assert first.world.resource(Clock).tick == 2400


def test_dearer_dead_make_the_next_pack_wait_longer() -> None:
    spent = {}
    for actor in (ActorName.SHAMBLER, ActorName.FLANKER):
        made = tale(town(), things=[replace(CROWD, actor=actor)])
        tension(made).wanted, tension(made).phase = 8.0, "sustain"
        tension(made).until = 10**6
        while not tension(made).extra:
            made.run(1, direct)
        spent[actor] = (8.0 - tension(made).wanted) / len(tension(made).extra)
    assert spent == {ActorName.SHAMBLER: 1.0, ActorName.FLANKER: 2.0}


# -- whatever happens ----------------------------------------------------------------------------

NEXT = {"build": "sustain", "sustain": "fade", "fade": "relax", "relax": "build"}


def hardship(made: Scene, blows: int, deaths: int) -> None:
    """Feel so many blows and deaths nearby in this one tick."""
    hero, at = made.who["@"], made.pos("@")
    for _ in range(blows):
        made.world.events.emit(Wound, who=hero, damage=1)
    for _ in range(deaths):
        made.world.events.emit(Died, who=NOBODY, side=Side.DEAD, pos=at)
    made.run(1, feel_tension, pace)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=6, max_size=20), st.integers(1, 99))
def test_whatever_happens_the_curve_goes_its_way_and_means_grow_only_as_it_builds(
    hard: list[tuple[int, int]], seed: int
) -> None:
    made = streets(seed=seed)
    held, since = tension(made), {"build": 0.0}
    for second in range(100):
        for tick in range(60):
            phase, wanted, before = held.phase, held.wanted, held.intensity
            blows = hard[second % len(hard)] if tick == 0 else (0, 0)
            hardship(made, *blows)
            assert 0 <= held.intensity <= 1
            assert held.intensity <= before or any(blows)
            assert held.wanted <= DIRECTOR.cap["survivor"]
            assert held.wanted <= wanted or phase in {"build", "sustain"}
            if held.phase != phase:
                assert held.phase == NEXT[phase]
                lasted = second + tick / 60 - since.get(phase, 0.0)
                low, high = {"sustain": DIRECTOR.sustain, "relax": DIRECTOR.relax}.get(phase, (0, 1e9))
                assert low - 0.05 <= lasted <= high + 0.05
                assert held.phase != "fade" or held.wanted == 0
                since[held.phase] = second + tick / 60


def test_while_somebody_hunts_nearby_intensity_never_falls() -> None:
    made = streets()
    spawn_thing(made.world, replace(CROWD, id=90, area=box(6, 20, 3, 1), count_min=4, count_max=4))
    made.world.apply()
    made.world.table["Mind.mood"][made.world.span(DEAD)] = Mood.HUNT
    held, before = tension(made), 0.0
    for _ in range(240):
        made.run(1, feel_tension)
        assert held.intensity >= before
        before = held.intensity
    assert before == pytest.approx(4 * DIRECTOR.near * 4, abs=0.02)


def test_between_a_peak_and_the_next_to_come_lies_the_quiet() -> None:
    made, known = streets(seed=4), set[int]()
    held, comings, peaks = tension(made), list[float](), list[float]()
    for tick in range(60 * 150):
        if tick % 60 == 0 and held.phase == "build" and len(held.extra) >= 3:
            held.intensity = 1.0  # they got to the hero, who then killed them
            made.world.kill(np.array(held.extra, np.int64))
            made.world.apply()
        was = held.phase
        made.run(1, *SYSTEMS)
        if (was, held.phase) == ("sustain", "fade"):
            peaks.append(tick / 60)
        comings += [tick / 60] * bool(set(held.extra) - known)
        known |= set(held.extra)
    assert len(peaks) >= 2
    for peak in peaks:
        later = [coming for coming in comings if coming > peak]
        assert not later or later[0] - peak >= DIRECTOR.relax[0]


def test_who_is_sent_knows_nothing_and_is_led_beside_the_hero_never_to_him() -> None:
    made = streets()
    walk_to(made, 8.5, 1.5).run(60 * 40, *SYSTEMS)
    span, hero = made.world.span(DEAD), np.array(made.pos("@"))
    mind, senses = made.world.view(Mind, span), made.world.view(Senses, span)
    assert len(mind.mood) >= 3
    assert (mind.foe == NOBODY).all()
    assert (senses.detect == 0).all()
    led = mind.mood == Mood.SUSPECT
    assert led.any()
    assert np.hypot(*(mind.goal[led] - hero).T).min() >= DIRECTOR.nudge_tiles[0]


@pytest.mark.parametrize("phase", ["build", "sustain", "fade", "relax"])
@pytest.mark.parametrize("intensity", [0.0, 1.0])
def test_a_blow_hurts_the_same_in_every_phase(phase: str, intensity: float) -> None:
    made = streets()
    held = tension(made)
    held.phase, held.intensity, held.until = phase, intensity, 10**6
    made.run(1, telling(Hit, target=made.who["@"], source=NOBODY, damage=17), wound, *SYSTEMS)
    assert made.of(Health, "@").hp[0] == 100 - 17


@pytest.mark.parametrize("each", [feel_tension, pace, direct, refill], ids=lambda each: each.name)
def test_it_has_no_hand_in_bodies_health_or_weapons(each: System) -> None:
    assert each.named("mut", "emit") == []


def test_a_place_is_hidden_only_if_it_is_from_every_player() -> None:
    art = town().splitlines()
    art[38] = art[38][:62] + "@" + art[38][63:]
    down_the_street = np.array([[62.5, 10.5]], np.float32)
    assert hidden(streets().world, down_the_street)[0]
    assert not hidden(scene("\n".join(art), things=[CROWD]).world, down_the_street)[0]


# -- ahead of whoever walks on -------------------------------------------------------------------


def gone_by(made: Scene, at: tuple[float, float]) -> None:
    """Let the hero be seen walking, so far and so fast that it is plain where to."""
    x, y = made.pos("@")
    for share in np.linspace(0, 1, 8):
        walk_to(made, x + (at[0] - x) * share, y + (at[1] - y) * share)
        made.run(30, direct)


def met_on_the_way(seed: int, x: float, hero: str = "namra") -> Scene:
    """A hero who has gone ten tiles east, and has been met since by whoever comes."""
    made = streets(seed=seed, hero=hero)
    walk_to(made, x, 17.5)
    held = tension(made)
    held.phase, held.until, held.wanted = "build", 10**6, 0.0
    gone_by(made, (x + 10, 17.5))
    held.wanted = 8.0
    return made.run(120, direct)


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_packs_come_from_ahead_of_a_hero_who_walks_and_look_there(seed: int) -> None:
    made = met_on_the_way(seed, 20.5)
    span = made.world.span(DEAD)
    mind, hero = made.world.view(Mind, span), np.array(made.pos("@"))
    assert len(mind.mood) >= 3
    for place in (*dead(made).pos, *mind.goal):
        assert place[0] > hero[0], f"at {place}, behind"
        assert abs(place[1] - hero[1]) <= 2 * (place[0] - hero[0]), f"at {place}, aside"


def test_a_pack_whose_place_the_hero_has_left_behind_is_led_on() -> None:
    made = streets()
    held = tension(made)
    held.phase, held.until, held.wanted = "sustain", 10**6, 8.0
    made.run(120, direct)
    pack = np.array(held.extra)
    rows, _ = made.world.resolve(pack)
    first = made.world.table["Mind.goal"][rows].copy()
    x, y = first[0]
    held.wanted = 0.0
    walk_to(made, (x + DIRECTOR.astray_tiles + 4) % WIDE, y).run(60, direct)
    then = made.world.table["Mind.goal"][rows]
    assert (then != first).any()
    gap = np.hypot(*(then - np.array(made.pos("@"))).T)
    assert (gap <= DIRECTOR.nudge_tiles[1]).all()
    assert (gap >= DIRECTOR.nudge_tiles[0]).all()


def test_who_cannot_run_is_not_followed_by_a_pack_left_behind() -> None:
    made = streets(hero="cheongsan")
    held = tension(made)
    held.phase, held.until, held.wanted = "sustain", 10**6, 8.0
    made.run(120, direct)
    rows, _ = made.world.resolve(np.array(held.extra))
    first = made.world.table["Mind.goal"][rows].copy()
    x, y = first[0]
    held.wanted = 0.0
    walk_to(made, (x + DIRECTOR.astray_tiles + 4) % WIDE, y).run(60, direct)
    np.testing.assert_array_equal(made.world.table["Mind.goal"][rows], first)


def test_who_cannot_run_is_met_from_behind_as_well_as_from_ahead() -> None:
    behind = []
    for seed in range(1, 7):
        made = met_on_the_way(seed, 24.5, hero="cheongsan")
        behind.append(bool((dead(made).pos[:, 0] < made.pos("@")[0]).any()))
    assert any(behind)


def test_who_hunts_is_not_led_away_from_the_hunt() -> None:
    made = streets()
    held = tension(made)
    held.phase, held.until, held.wanted = "sustain", 10**6, 8.0
    made.run(120, direct)
    rows, _ = made.world.resolve(np.array(held.extra))
    made.world.table["Mind.mood"][rows] = Mood.HUNT
    first = made.world.table["Mind.goal"][rows].copy()
    held.wanted = 0.0
    walk_to(made, 60.5, 38.5).run(60, direct)
    np.testing.assert_array_equal(made.world.table["Mind.goal"][rows], first)


@pytest.mark.parametrize(("hero", "makes_room"), [("namra", True), ("cheongsan", False)])
def test_a_pack_too_far_off_to_be_met_makes_room_for_another_and_stays_in_the_world(
    hero: str,
    makes_room: bool,  # noqa: FBT001
) -> None:
    made = streets(hero=hero)
    held = tension(made)
    held.phase, held.until, held.wanted = "sustain", 10**6, 8.0
    made.run(120, direct)
    left = held.extra
    made.world.table["Body.pos"][made.world.resolve(np.array(left))[0]] = (62.5, 38.5)
    walk_to(made, 2.5, 1.5)
    held.wanted = 8.0
    made.run(120, direct)
    assert held.extra
    assert bool(set(held.extra) & set(left)) != makes_room
    assert made.world.resolve(np.array(left))[1].all()


@pytest.mark.parametrize(("hero", "largest"), [("namra", 6), ("cheongsan", 3)])
def test_packs_come_in_all_sizes_but_small_to_who_cannot_run(hero: str, largest: int) -> None:
    sizes = set()
    for seed in range(1, 13):
        made = streets(seed=seed, hero=hero)
        held = tension(made)
        held.phase, held.until = "build", 10**6
        while not held.extra:
            held.wanted += 0.01
            made.run(1, direct)
        sizes.add(len(held.extra))
    assert sizes == set(range(3, largest + 1))
