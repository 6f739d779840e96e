"""Skipping a passage: she comes out where a walker would, and the story with her."""

from __future__ import annotations

from textwrap import dedent

import pytest
from scenes import Scene
from tales import box, events, lines, story, tale, walk_to

from game.data.area import Area
from game.data.enums import ItemKind, Task, TriggerOn
from game.data.level import Level
from game.data.sketch import sketch
from game.data.things import Choice, Door, Exit, Item, NameTag, Objective, Spawn, Trigger
from game.ecs.world import Entity
from game.play.maps import load_map
from game.play.session import Session
from game.play.simulation import Simulation
from game.sim.components import DEAD, Bag, Body, Health, Mind, Mood, Pilot
from game.sim.happenings import Cued
from game.sim.intent import Intent
from game.sim.resources import Story, Tension
from game.sim.spawn import spawn_thing
from game.sim.story.objectives import current
from game.sim.story.passage import ahead, lead

STREET = """
######################
#@.......#...........#
#........#...........#
#....................#
######################
"""


def goal(task: Task, x: float = 19.5, y: float = 1.5, target: int = 0, order: int = 1) -> Objective:
    return Objective(id=50 + order, area=Area.point(x, y), task=task, target=target, order=order, text="goal")


def follow(made: Scene) -> bool:
    """Skip the passage ahead, if there is one."""
    passage = ahead(made.world)
    if passage is not None:
        lead(made.world, passage)
    return passage is not None


def test_she_stands_where_the_objective_is_and_it_is_done() -> None:
    made = tale(STREET, things=[goal(Task.REACH)]).set(Body, "@", vel=(3, 0))
    assert follow(made)
    assert made.of(Body, "@").vel.tolist() == [[0, 0]]
    assert made.pos("@") == (19.5, 1.5)
    assert current(made.world.resource(Level), story(made)) is None
    assert made.world.resource(Tension).quiet_until >= 20 * 60


def test_what_she_would_have_walked_into_goes_off_in_order_and_nothing_else() -> None:
    gates = [(10, "door"), (3, "first"), (15, "last")]
    things = [Trigger(id=60 + x, area=box(x, 1, 1, 3), event=name) for x, name in gates]
    aside = Trigger(id=90, area=box(20, 3), event="aside")
    used = Trigger(id=91, area=box(5, 1, 1, 3), event="used", on=TriggerOn.USE)
    made = tale(STREET, things=[goal(Task.REACH), aside, used, *things])
    follow(made)
    assert events(made.run(1)) == ["first", "door", "last"]


def test_the_script_comes_to_pass_at_once_and_says_nothing() -> None:
    script = '[beat.met]\ndo = [{ say = "hello", by = "namra" }, { wait = 9 }, { on = "mill" }'
    script += ', { fire = "then" }]\n'
    script += '[beat.then]\ndo = [{ hint = "look" }, { cue = "black" }, { on = "lamp" }]'
    made = tale(STREET, script, [goal(Task.REACH), Trigger(id=60, area=box(9, 1, 1, 3), event="met")])
    follow(made)
    assert set(story(made).circuits) == {"mill", "lamp"}
    assert story(made).agenda == []
    assert lines(made.run(2)) == []
    assert made.heard(Cued) == []


def test_what_the_script_had_planned_before_keeps_its_time_and_its_words() -> None:
    script = '[beat.began]\ndo = [{ wait = 1 }, { say = "later", by = "namra" }]'
    here = Trigger(id=60, area=box(1, 1), event="began")
    made = tale(STREET, script, [goal(Task.REACH), here]).run(2)
    follow(made)
    assert lines(made.run(50)) == []
    assert lines(made.run(20)) == ["later"]


@pytest.mark.parametrize(("locked", "leads"), [(False, True), (True, False)])
def test_a_door_that_hands_open_is_on_the_way_and_a_barred_one_is_not(locked: bool, leads: bool) -> None:  # noqa: FBT001
    made = tale(STREET, things=[goal(Task.REACH), Door(id=70, area=box(9, 3), locked=locked)])
    assert follow(made) is leads
    assert made.pos("@") == ((19.5, 1.5) if leads else (1.5, 1.5))


def test_a_barred_door_opens_to_her_who_has_the_key_or_where_power_runs() -> None:
    door = Door(id=70, area=box(9, 3), locked=True, key="the key", circuit="mill")
    key = Item(id=71, name="the key", area=Area.point(1.5, 3.5), kind=ItemKind.KEY)
    for how in ("key", "power"):
        made = tale(STREET, things=[goal(Task.REACH), door, key])
        assert ahead(made.world) is None
        if how == "key":
            made.set(Bag, "@", keys=1)
        else:
            story(made).circuits["mill"] = True
        assert ahead(made.world) is not None


def test_a_thing_to_take_is_taken_by_her_own_hand() -> None:
    tag = NameTag(id=70, area=Area.point(18.5, 2.5), person="p")
    made = tale(STREET, things=[goal(Task.TAKE, target=70), tag])
    follow(made)
    assert list(story(made.run(1)).tags) == [1]


def test_a_switch_is_used() -> None:
    switch = Trigger(id=70, area=box(19, 1), event="switched", on=TriggerOn.USE)
    made = tale(STREET, things=[goal(Task.USE, target=70), switch])
    follow(made)
    assert "switched" in story(made).events


def test_a_hard_choice_stays_hers() -> None:
    choice = Choice(id=70, area=box(18, 1, 3, 3), choice="who", options=("one", "two"))
    made = tale(STREET, things=[goal(Task.TALK, target=70), choice])
    follow(made)
    made.run(10)
    assert story(made).asking == "who"
    assert story(made).choices == {}
    assert ahead(made.world) is None, "and is not skipped"


def test_whoever_is_to_be_killed_falls() -> None:
    foe = Spawn(id=70, area=Area.point(18.5, 2.5))
    made = tale(STREET, things=[goal(Task.KILL, target=70), foe])
    spawn_thing(made.world, foe)
    made.world.apply()
    follow(made)
    made.run(2)
    assert len(made.world.view(Mind, made.world.span(DEAD)).mood) == 0


def test_a_door_that_is_held_has_given_way_and_the_holding_never_begins() -> None:
    script = '[beat.hold]\ndo = [{ hold = "gate", then = "open" }]\n[beat.open]\ndo = [{ on = "gate" }]'
    gate = Door(id=70, name="gate", area=box(20, 1), locked=True, circuit="gate")
    begins = Trigger(id=71, area=box(15, 1, 5, 3), event="hold", once=False)
    made = tale(STREET, script, [goal(Task.HOLD, 18.5, 1.5, 70), gate, begins])
    follow(made)
    walk_to(made.run(2), 3.5, 1.5).run(2)
    walk_to(made, 18.5, 1.5).run(3)
    assert "open" in story(made).events
    assert story(made).siege.door == 0


def test_those_who_follow_come_along() -> None:
    made = tale(STREET.replace("@..", "@h."), things=[goal(Task.REACH)]).set(Mind, "h", mood=Mood.FOLLOW)
    follow(made)
    assert made.pos("h")[0] > 17


def test_when_all_is_done_the_way_out_is_next() -> None:
    made = tale(STREET, things=[Exit(id=70, area=box(20, 1), to_map="")])
    follow(made)
    assert story(made.run(1)).outcome == "exit"


# -- sessions ------------------------------------------------------------------------------------


def hero(session: Session) -> int:
    world = session.simulation.world
    return int(world.view(Entity, world.rows(Pilot)).id[0])


def die(session: Session) -> None:
    with session.simulation.world.edit(Health, hero(session)) as health:
        health.hp[...] = 0
    session.step([Intent.IDLE])


def street(*things: Objective | Door) -> Session:
    return Session(Simulation(sketch(dedent(STREET), things=things)))


def test_the_third_death_since_one_place_lets_one_skip_and_then_it_counts_anew() -> None:
    session = street(goal(Task.REACH, 9.5, 3.5), goal(Task.REACH, order=2))
    offered = []
    for _ in range(3):
        die(session)
        offered.append(session.may_skip)
        if not offered[-1]:
            session.retry()
    assert offered == [False, False, True]
    session.skip()
    assert session.where() == (9.5, 3.5)
    die(session)
    assert not session.may_skip
    session.retry()
    assert session.where() == (9.5, 3.5), "where the passage ended one comes back"


def test_asking_whether_one_may_skip_changes_nothing() -> None:
    session = street(goal(Task.REACH))
    for _ in range(3):
        die(session)
        before = session.simulation.state_hash()
        told = session.events
        _ = session.may_skip
        assert session.simulation.state_hash() == before
        assert session.events is told
        if not session.may_skip:
            session.retry()


def test_where_no_way_leads_nothing_is_offered_and_skipping_is_trying_again() -> None:
    session = street(goal(Task.REACH), Door(id=70, area=box(9, 3), locked=True))
    for _ in range(3):
        session.retry()
        die(session)
    assert not session.may_skip
    session.skip()
    assert session.where() == (1.5, 1.5)


def test_all_of_hyosan_can_be_skipped_to_its_end() -> None:
    session = Session(Simulation(load_map("hyosan")))
    texts = []
    for _ in range(20):
        session.skip()
        story = session.simulation.world.resource(Story)
        now = current(session.simulation.level, story)
        texts.append(now.text if now else "")
        for _ in range(8):  # pick up what lies at her feet
            session.step([Intent.IDLE])
        if session.outcome:
            break
    assert session.outcome == "exit"
    assert len(texts) == len(set(texts)), "each skip leads on"
