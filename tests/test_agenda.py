from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from scenes import Scene
from tales import box, events, lines, story, tale, walk_to

from game.data.area import Area
from game.data.condition import Condition
from game.data.enums import Actor, RouteMode, TriggerOn
from game.data.things import Door, Radio, Route, Spawn, SpawnField, Trigger
from game.ecs.world import NOBODY
from game.sim.components import Act, Body, Button, Deed, Health, Hero, Mind, Mood, Senses, Stage
from game.sim.components import Actor as Who
from game.sim.happenings import Cued, Died, DoorChange, DoorOrder, Hit, Marked, Noticed, Reached, Screech
from game.sim.resources import TICKS_PER_SECOND, Clock, Tension
from game.sim.spawn import spawn_thing
from game.sim.story.agenda import follow, happen, run_agenda, skip_words
from game.sim.story.arrivals import arrive
from game.sim.story.keeping import FEW, UNHURT_S, keep_place
from game.sim.story.stage import fire, hero_ids, people_named
from game.sim.story.waking import march, rouse
from game.sim.tick import TICK

ROOM = """
    ############
    #@.........#
    #..........#
    ############
"""
CONDITION = Condition.parse("event:now")
CALLER = Spawn(id=70, name="caller", area=box(6, 1), actor=Actor.SCREAMER)
SLEEPER = Spawn(id=71, name="sleeper", area=box(8, 1), actor=Actor.SHAMBLER, asleep=True)


def told(script: str, *things: Spawn | Door | Radio | Trigger | SpawnField, run: int = 1) -> Scene:
    """A room in which ``it`` happens, some ticks later."""
    made = tale(ROOM, f"[beat.it]\ndo = [{script}]", things=things)
    for thing in things:
        if isinstance(thing, Spawn):
            spawn_thing(made.world, thing)
    made.world.apply()
    fire(made.world, "it")
    return made.run(run, run_agenda)


def mind(made: Scene, name: str) -> Mind:
    rows, alive = made.world.resolve(people_named(made.world, name))
    assert alive.all()
    return made.world.view(Mind, rows)


def test_actions_happen_in_order_and_wait_as_long_as_they_say() -> None:
    made = told('{ say = "a", by = "x" }, { wait = 0.5 }, { say = "b", by = "x" }')
    assert lines(made) == ["a"]
    assert lines(made.run(29, run_agenda)) == ["a"]
    assert lines(made.run(1, run_agenda)) == ["a", "b"]


def test_an_event_happens_once_but_again_when_its_beat_says_so() -> None:
    made = tale(ROOM, '[beat.a]\ndo = [{ hint = "1" }]\n[beat.b]\nagain = true\ndo = [{ hint = "2" }]')
    for name in ("a", "a", "b", "b"):
        fire(made.world, name)
    assert lines(made.run(1, run_agenda)) == ["1", "2", "2"]


def test_two_beats_that_fire_one_another_for_ever_do_not_stop_the_game() -> None:
    beats = ('[beat.a]\nagain = true\ndo = [{ fire = "b" }]', '[beat.b]\nagain = true\ndo = [{ fire = "a" }]')
    made = tale(ROOM, "\n".join(beats))
    fire(made.world, "a")
    made.run(2, run_agenda)
    assert made.world.resource(Clock).tick == 2


def test_the_first_time_of_an_event_is_remembered() -> None:
    made = tale(ROOM)
    fire(made.world, "it")
    made.run(5, run_agenda)
    fire(made.world, "it")
    assert story(made).events == {"it": 0}


def test_skipping_drops_the_words_and_does_the_rest_at_once() -> None:
    made = tale(
        ROOM,
        '[beat.a]\nskip = true\ndo = [{ wait = 9 }, { say = "long", by = "x" }, { fire = "b" }]\n'
        '[beat.c]\ndo = [{ wait = 9 }, { fire = "d" }]',
    )
    fire(made.world, "a")
    fire(made.world, "c")
    made.press(Button.SKIP)
    everything = (*TICK.phases["command"][:1], skip_words, run_agenda)
    made.run(2, *everything)
    assert events(made) == ["a", "c", "b"]
    assert lines(made) == []


def test_a_beat_happens_by_itself_once_its_condition_holds() -> None:
    made = tale(ROOM, '[beat.x]\nupon = { holds = "choice:mercy=yes" }').run(3, happen)
    assert events(made) == []
    story(made).choices["mercy"] = "yes"
    assert events(made.run(3, happen)) == ["x"]


def test_a_beat_follows_a_death() -> None:
    made = tale(ROOM, '[beat.x]\nupon = { dies = "caller" }', things=[CALLER, SLEEPER])
    made.world.events.emit(Died, who=NOBODY, thing=SLEEPER.id)
    made.run(1, follow)
    assert events(made) == []
    made.world.events.emit(Died, who=NOBODY, thing=CALLER.id)
    assert events(made.run(1, follow)) == ["x"]


def test_a_beat_follows_a_mark_by_radio() -> None:
    made = tale(ROOM, '[beat.x]\nupon = { marked = "caller" }', things=[CALLER, SLEEPER])
    made.world.events.emit(Marked, who=NOBODY, thing=SLEEPER.id)
    assert events(made.run(1, follow)) == []
    made.world.events.emit(Marked, who=NOBODY, thing=CALLER.id)
    assert events(made.run(1, follow)) == ["x"]


CALLS = '[beat.done]\nupon = { screams = "caller" }\n[beat.stopped]\nupon = { hushed = "caller" }'


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ((Stage.WINDUP, Stage.ACTIVE), ["done"]),
        ((Stage.WINDUP, Stage.NONE), ["stopped"]),
        ((Stage.WINDUP,), []),
        ((Stage.NONE,), []),
    ],
)
def test_a_beat_follows_a_call_that_completes_or_is_cut_off(
    stages: tuple[Stage, ...], expected: list[str]
) -> None:
    made = tale(ROOM, CALLS, things=[CALLER])
    who = int(spawn_thing(made.world, CALLER)[0])
    made.world.apply()
    for stage in stages:
        made.world.events.emit(Screech, who=who, stage=stage)
        made.run(1, follow)
    assert events(made) == expected


@pytest.mark.parametrize(("begun", "expected"), [(True, ["stopped"]), (False, [])])
def test_killing_a_caller_stops_a_call_only_if_it_has_begun(begun: bool, expected: list[str]) -> None:  # noqa: FBT001
    made = tale(ROOM, CALLS, things=[CALLER])
    story(made).calling = [CALLER.id] if begun else []
    made.world.events.emit(Died, who=NOBODY, thing=CALLER.id)
    assert events(made.run(1, follow)) == expected


# -- what actions do ---------------------------------------------------------------------------


def test_circuits_start_and_stop() -> None:
    assert story(told('{ on = "a" }, { on = "b" }, { off = "a" }')).circuits == {"b": True}


@pytest.mark.parametrize(
    ("verb", "how"),
    [
        ("open", DoorChange.OPENED),
        ("shut", DoorChange.SHUT),
        ("lock", DoorChange.LOCKED),
        ("unlock", DoorChange.UNLOCKED),
    ],
)
def test_doors_are_ordered_by_name(verb: str, how: DoorChange) -> None:
    made = told(f'{{ {verb} = "gate" }}', Door(id=40, name="gate", area=box(5, 1)))
    assert made.waiting(DoorOrder) == [{"thing": 40, "how": how, "source": NOBODY}]


def test_sleepers_wake_and_others_are_left_alone() -> None:
    made = told('{ wake = "sleeper" }, { wake = "caller" }', SLEEPER, CALLER)
    assert mind(made, "sleeper").mood.tolist() == [Mood.IDLE]


def test_those_who_are_calmed_forget_what_they_were_sure_of() -> None:
    made = told("{ wait = 1 }, { calm = 'caller' }", CALLER)
    who = people_named(made.world, "caller")
    with made.world.edit(Mind, who) as view, made.world.edit(Senses, who) as senses:
        view.mood[...], senses.detect[...] = Mood.HUNT, 1
    made.run(61, run_agenda)
    assert mind(made, "caller").mood.tolist() == [Mood.IDLE]
    assert made.world.view(Senses, made.world.resolve(who)[0]).detect.tolist() == [0]


@pytest.mark.parametrize(("verb", "mood"), [("join", Mood.FOLLOW), ("lay_down", Mood.SURRENDER)])
def test_people_change_sides_of_their_mind(verb: str, mood: Mood) -> None:
    friend = Spawn(id=72, name="friend", area=box(4, 1), actor=Actor.HALFBIE)
    assert mind(told(f'{{ {verb} = "friend" }}', friend), "friend").mood.tolist() == [mood]


def test_people_are_removed_and_killed() -> None:
    made = told('{ remove = "caller" }, { kill = "sleeper" }', CALLER, SLEEPER)
    assert len(people_named(made.world, "caller")) == 0
    (hit,) = made.waiting(Hit)
    assert hit["target"] == int(people_named(made.world, "sleeper")[0])
    assert hit["damage"] > 1000


def test_a_field_is_filled_when_the_script_says_so() -> None:
    crowd = SpawnField(id=73, name="crowd", area=box(3, 1, 6, 2), count_min=4, count_max=4)
    assert len(people_named(told('{ spawn = "crowd" }', crowd).world, "crowd")) == 4


def test_a_scripted_call_gives_the_time_it_says_to_stop_it() -> None:
    made = told('{ screech = "caller", windup = 4 }', CALLER)
    rows, _ = made.world.resolve(people_named(made.world, "caller"))
    deed = made.world.view(Deed, rows)
    assert (deed.act[0], deed.stage[0], deed.stage_until[0]) == (Act.SCREECH, Stage.WINDUP, 240)
    made.run(200, *TICK.phases["act"])
    assert [row["stage"] for row in made.heard(Screech)] == [Stage.WINDUP]
    made.run(45, *TICK.phases["act"])
    assert [row["stage"] for row in made.heard(Screech)] == [Stage.WINDUP, Stage.ACTIVE]


def test_who_called_before_calls_again_for_the_script_and_from_where_it_is() -> None:
    made = tale(ROOM, '[beat.it]\ndo = [{ screech = "caller", windup = 1 }]', things=[CALLER])
    ids = spawn_thing(made.world, CALLER)
    made.world.apply()
    with made.world.edit(Deed, ids) as deed, made.world.edit(Body, ids) as body:
        deed.landed[...], body.pos[...] = True, (2.5, 2.5)
    fire(made.world, "it")
    calls = made.run(70, run_agenda, *TICK.phases["act"]).heard(Screech)
    assert [each["stage"] for each in calls] == [Stage.WINDUP, Stage.ACTIVE]
    assert {tuple(each["pos"]) for each in calls} == {(2.5, 2.5)}


def test_hunger_and_humanity_change_within_their_bounds() -> None:
    hero = told("{ hunger = -60 }, { humanity = 70 }").of(Hero, "@")
    assert hero.hunger.tolist() == [0]
    assert hero.humanity.tolist() == [100]


def test_the_rest_of_the_stage_is_set() -> None:
    made = told(
        '{ music = "run" }, { quiet = 2 }, { cue = "shake", lasts = 1, amount = 0.5 }, { checkpoint = true },'
        '{ end = "exit" }'
    )
    assert story(made).music == "run"
    assert made.world.resource(Tension).quiet_until == 120
    assert made.heard(Cued) == [{"what": "shake", "lasts": 1.0, "amount": 0.5}]
    assert story(made).owes_place
    assert [row["what"] for row in made.heard(Reached)] == ["exit"]
    assert story(made).outcome == "exit"


def test_a_place_to_come_back_to_waits_until_few_hunt_nearby() -> None:
    crowd = [replace(CALLER, id=70 + i, area=box(5 + i, 1)) for i in range(FEW + 1)]
    made = told("{ checkpoint = true }", *crowd)
    who = people_named(made.world, "caller")
    assert len(who) == FEW + 1
    with made.world.edit(Mind, who) as view:
        view.mood[...] = Mood.HUNT
    made.run(30, keep_place)
    assert made.heard(Reached) == []
    with made.world.edit(Mind, who[:1]) as view:
        view.mood[...] = Mood.IDLE
    made.run(30, keep_place)
    assert [row["what"] for row in made.heard(Reached)] == ["checkpoint"], "and only once"
    assert not story(made).owes_place


def test_nor_is_a_place_kept_while_one_is_under_fire() -> None:
    made = told("{ checkpoint = true }", CALLER)
    with made.world.edit(Health, hero_ids(made.world)) as health:
        health.hurt_at[...] = made.world.resource(Clock).tick
    made.run(round(UNHURT_S * TICKS_PER_SECOND) - 2, keep_place)
    assert made.heard(Reached) == []
    made.run(4, keep_place)
    assert [row["what"] for row in made.heard(Reached)] == ["checkpoint"]


def test_who_is_down_keeps_no_place() -> None:
    made = told("{ checkpoint = true }", CALLER)
    with made.world.edit(Health, hero_ids(made.world)) as health:
        health.hp[...] = 0
    made.run(30, keep_place)
    assert "checkpoint" not in [row["what"] for row in made.heard(Reached)]


def test_names_that_fit_nobody_any_more_do_nothing() -> None:
    made = told(
        '{ kill = "x" }, { join = "x" }, { screech = "x", windup = 1 }, { calm = "x" }, { wake = "x" }'
    )
    assert made.waiting(Hit) == []


# -- who appears, who wakes, who walks -----------------------------------------------------------


def test_those_with_a_condition_appear_when_it_comes_to_hold_and_only_once() -> None:
    later = Spawn(id=74, name="later", area=box(5, 1), when=CONDITION)
    made = tale(ROOM, things=[later]).run(5, arrive)
    assert len(people_named(made.world, "later")) == 0
    story(made).events["now"] = 5
    made.run(5, arrive)
    assert len(people_named(made.world, "later")) == 1


def test_a_sleeper_wakes_when_its_condition_holds_and_turns_to_what_it_heard_last() -> None:
    sleeper = Spawn(id=75, name="s", area=box(8, 1), asleep=True, wake=CONDITION)
    made = tale(ROOM, things=[sleeper])
    spawn_thing(made.world, sleeper)
    made.world.apply()
    made.run(12, rouse)
    assert mind(made, "s").mood.tolist() == [Mood.ASLEEP]
    with made.world.edit(Senses, people_named(made.world, "s")) as senses:
        senses.heard_at[...], senses.heard_spot[...] = 10, (2.0, 2.0)
    story(made).events["now"] = 12
    made.run(6, rouse)
    assert mind(made, "s").mood.tolist() == [Mood.SUSPECT]
    np.testing.assert_allclose(mind(made, "s").goal, [(2, 2)])
    assert len(made.heard(Noticed)) == 1


def test_one_of_the_dead_walks_its_route_to_the_end_and_stays() -> None:
    route = Route(id=80, area=Area("polyline", ((3.5, 1.5), (9.5, 1.5), (9.5, 2.5))), mode=RouteMode.ONCE)
    walker = Spawn(id=76, name="w", area=box(3, 1), route=80)
    made = tale(ROOM, things=[route, walker])
    made.add("w", spawn_thing(made.world, walker))
    made.world.apply()
    walk_to(made, 1.5, 2.5)
    schedule = [s for name in ("think", "act") for s in TICK.phases[name]]
    made.run(60 * 12, *schedule, march)
    x, y = made.pos("w")
    assert math.dist((x, y), (9.5, 2.5)) < 1.05
    assert mind(made, "w").route.tolist() == [0]
    assert made.of(Who, "w").thing.tolist() == [76]


def test_one_of_the_dead_walks_its_route_there_and_back() -> None:
    corners = ((3.5, 1.5), (6.5, 1.5), (9.5, 1.5))
    route = Route(id=80, area=Area("polyline", corners), mode=RouteMode.PINGPONG)
    walker = Spawn(id=76, name="w", area=box(3, 1), route=80)
    made = tale(ROOM, things=[route, walker])
    made.add("w", spawn_thing(made.world, walker))
    made.world.apply()
    walk_to(made, 1.5, 2.5)
    schedule = [s for name in ("think", "act") for s in TICK.phases[name]]
    met = []
    for _ in range(60 * 4):
        x, y = made.run(15, *schedule, march).pos("w")
        met += [k for k, corner in enumerate(corners) if math.dist((x, y), corner) < 1.05]
    walked = [k for k, before in zip(met, [-1, *met], strict=False) if k != before]
    assert walked[:6] == [0, 1, 2, 1, 0, 1]


def test_a_trigger_of_the_map_sets_a_beat_off_in_the_whole_game() -> None:
    door = Trigger(id=77, area=box(1, 1), on=TriggerOn.ENTER, event="it")
    made = tale(ROOM, '[beat.it]\ndo = [{ say = "hello", by = "x" }]', things=[door]).run(3)
    assert lines(made) == ["hello"]
