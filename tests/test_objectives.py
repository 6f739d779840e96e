from __future__ import annotations

import pytest
from scenes import Scene
from tales import box, story, tale, telling, walk_to

from game.data.area import Area
from game.data.condition import Condition
from game.data.enums import Actor, Task, TriggerOn
from game.data.level import Level
from game.data.things import Choice, Exit, NameTag, Objective, Spawn, Trigger
from game.sim.happenings import Reached, Took
from game.sim.spawn import spawn_thing
from game.sim.story.agenda import run_agenda
from game.sim.story.arrivals import leave
from game.sim.story.objectives import current, optional, pursue
from game.sim.story.stage import fire, people_named

HALL = """
    ######################
    #@..................E#
    ######################
"""
TAG = NameTag(id=51, area=Area.point(3.5, 1.5))
SWITCH = Trigger(id=52, area=box(6, 1), on=TriggerOn.USE, event="power")
MERCY = Choice(id=53, area=box(8, 1), choice="mercy", options=("yes", "no"))
BRUTE = Spawn(id=54, name="brute", area=box(12, 1), actor=Actor.BRUTE)
GOALS = [
    Objective(id=61, order=1, text="take", task=Task.TAKE, target=51),
    Objective(id=62, order=2, text="use", task=Task.USE, target=52),
    Objective(id=63, order=3, text="talk", task=Task.TALK, target=53),
    Objective(id=64, order=4, text="kill", task=Task.KILL, target=54),
    Objective(id=65, order=5, text="reach", task=Task.REACH, area=box(14, 1, 2, 1)),
    Objective(id=66, order=6, text="point", task=Task.REACH, area=Area.point(18.5, 1.5)),
    Objective(id=67, order=3, text="aside", task=Task.REACH, area=box(10, 1), optional=True),
]


def quest(script: str = "") -> Scene:
    made = tale(HALL, script, things=[TAG, SWITCH, MERCY, BRUTE, *GOALS])
    spawn_thing(made.world, BRUTE)
    made.world.apply()
    return made


def goal(made: Scene) -> str:
    found = current(level(made), story(made))
    return found.text if found else ""


def level(made: Scene) -> Level:
    return made.world.resource(Level)


def test_objectives_follow_one_another_as_their_targets_are_dealt_with() -> None:
    made = quest()
    seen = [goal(made)]
    made.run(1, telling(Took, thing=TAG.id), pursue)
    seen.append(goal(made))
    story(made).fired[SWITCH.id] = 1
    seen.append(goal(made.run(6, pursue)))
    story(made).choices["mercy"] = "no"
    seen.append(goal(made.run(6, pursue)))
    made.world.kill(people_named(made.world, "brute"))
    made.world.apply()
    seen.append(goal(made.run(6, pursue)))
    assert seen == ["take", "use", "talk", "kill", "reach"]


@pytest.mark.parametrize(("x", "now"), [(13.5, "take"), (14.5, "point"), (16.4, "take"), (16.6, "")])
def test_standing_in_a_later_one_passes_by_those_before_it(x: float, now: str) -> None:
    assert goal(walk_to(quest(), x, 1.5).run(6, pursue)) == now


def test_reaching_is_told_once() -> None:
    made = walk_to(quest(), 14.5, 1.5).run(60, pursue)
    assert made.heard(Reached) == [{"what": "objective", "name": "reach"}]


def test_an_optional_one_never_stands_in_the_way_and_is_shown_once_told_of() -> None:
    made = quest('[beat.it]\ndo = [{ aim = "aside" }]')
    assert optional(level(made), story(made)) == []
    fire(made.world, "it")
    made.run(1, run_agenda)
    assert [o.text for o in optional(level(made), story(made))] == ["aside"]
    assert goal(made) == "take"
    walk_to(made, 10.5, 1.5).run(6, pursue)
    assert optional(level(made), story(made)) == []
    assert goal(made) == "take"


@pytest.mark.parametrize(
    ("action", "now"),
    [
        ('{ aim = "kill" }', "kill"),
        ('{ done = "use" }', "talk"),
        ('{ aim = "kill" }, { aim = "use" }', "kill"),
    ],
)
def test_the_script_may_move_things_on_but_never_back(action: str, now: str) -> None:
    made = quest(f"[beat.it]\ndo = [{action}]")
    fire(made.world, "it")
    assert goal(made.run(1, run_agenda)) == now


def test_the_way_out_opens_when_its_condition_holds() -> None:
    out = Exit(id=70, name="out", area=box(15, 1), needs=Condition.parse("event:open"))
    made = tale(HALL, things=[out])
    walk_to(made, 15.5, 1.5).run(3, leave)
    assert story(made).outcome == ""
    story(made).events["open"] = 0
    made.run(3, leave)
    assert story(made).outcome == "exit"
    assert made.heard(Reached) == [{"what": "exit", "name": "out"}]
