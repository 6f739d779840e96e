"""The screech in unison: when it begins, who surges when it completes, and what stops it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scenes import SYMMETRIES, Scene, scene, turned

from game.data.tuning import load_tuning
from game.sim.act.deeds import deeds
from game.sim.components import NO_TICK, Act, Deed, Mind, Mood, Plan, Pulse, Senses, Stage
from game.sim.happenings import Cause, Hit, Noticed, Screech, Surged
from game.sim.resource_order import Order
from game.sim.resources import Clock
from game.sim.settle.damage import wound
from game.sim.settle.death import die
from game.sim.think.muster import OFFSET, PERIOD, muster
from game.sim.think.surge import surge
from game.sim.think.unison import beat, order

UNISON = load_tuning().unison
SYSTEMS = (beat, surge, muster, deeds, wound, die)
WINDUP = 72
"""Ticks from drawing breath to the call."""
YARD = """
    ######################
    #........ssssss......#
    #..c.....ssssss......#
    #........ssssss......#
    #....................#
    ######################
"""
FEW = """
    ######################
    #..c.....ssssss......#
    ######################
"""


def hunting(art: str = YARD, *, in_step: bool = True) -> Scene:
    """All of them hunt somebody near, for long; of equal rates, and in step if so wished."""
    made = scene(art)
    everybody = [each for letter in "cs" if letter in made.all for each in made.all[letter]]
    with made.world.edit(Mind, everybody) as mind:
        mind.mood[...], mind.since[...], mind.foe[...] = Mood.HUNT, -9999, 77
    with made.world.edit(Senses, everybody) as senses:
        senses.spot[...] = (10, 2)
    with made.world.edit(Pulse, everybody) as pulse:
        pulse.rate[...] = 1000
        if in_step:
            pulse.theta[...] = 9000
    made.world.resource(Clock).tick = OFFSET
    return made


def hit(made: Scene, name: str, damage: float) -> None:
    made.world.events.emit(Hit, target=made.who[name], damage=damage)


def begun(made: Scene) -> Scene:
    """Play until the caller draws breath."""
    for _ in range(300):
        if made.heard(Screech):
            return made
        made.run(1, *SYSTEMS)
    pytest.fail("nobody screeched")


def phases(made: Scene) -> np.ndarray[Any, Any]:
    return np.asarray(made.world.view(Pulse, made.world.rows(Pulse)).theta)


def stages(made: Scene) -> list[int]:
    return [told["stage"] for told in made.heard(Screech)]


@pytest.mark.parametrize("k", SYMMETRIES)
def test_hunters_in_unison_for_half_a_second_let_their_caller_screech(k: int) -> None:
    made = hunting(turned(YARD, k))
    made.run(30, *SYSTEMS)
    assert not made.heard(Screech)
    made.run(6, *SYSTEMS)
    assert [told["who"] for told in made.heard(Screech)] == [made.who["c"]]


def test_when_it_completes_all_surge_in_the_same_tick_for_as_long() -> None:
    made = begun(hunting())
    made.run(WINDUP - 1, *SYSTEMS)
    assert not made.heard(Surged)
    assert stages(made) == [Stage.WINDUP]
    made.run(1, *SYSTEMS)
    assert stages(made) == [Stage.WINDUP, Stage.ACTIVE]
    (told,) = made.heard(Surged)
    assert (told["caller"], told["count"]) == (made.who["c"], 19)
    now = made.world.resource(Clock).tick - 1
    surging = made.world.view(Plan, made.world.rows(Plan)).surge_until
    assert set(surging.tolist()) == {now + round(UNISON.surge_s * 60)}


def test_who_surges_says_that_the_order_reached_it() -> None:
    made = begun(hunting()).run(WINDUP, *SYSTEMS)
    told = [each for each in made.heard(Noticed) if each["why"] == Cause.ORDER]
    assert {each["who"] for each in told} == {*made.all["s"], *made.all["c"]}
    assert {(each["mood"], each["foe"]) for each in told} == {(Mood.HUNT, 77)}


@pytest.mark.parametrize("damage", [1, 999], ids=["wounded", "killed"])
@pytest.mark.parametrize("after", [1, 66, WINDUP - 1])
def test_a_caller_stopped_before_its_call_is_out_lets_nobody_surge(after: int, damage: float) -> None:
    made = begun(hunting()).run(after - 1, *SYSTEMS)
    hit(made, "c", damage)
    made.seconds(6, *SYSTEMS)
    assert stages(made) == [Stage.WINDUP, Stage.NONE]
    assert not made.heard(Surged)


def test_killed_at_1_3_s_it_has_called_already() -> None:
    made = begun(hunting()).run(77, *SYSTEMS)
    hit(made, "c", 999)
    made.seconds(1, *SYSTEMS)
    assert not made.lives("c")
    assert len(made.heard(Surged)) == 1


@pytest.mark.parametrize("stopped", [False, True])
def test_then_the_unison_is_broken_for_seven_seconds(stopped: bool) -> None:  # noqa: FBT001 - a case
    made = begun(hunting())
    made.run(20, *SYSTEMS)
    if stopped:
        hit(made, "c", 1)
    made.run(WINDUP - 20 + 1, *SYSTEMS)
    assert not made.world.view(Pulse, made.world.rows(Pulse)).draw.any()
    for _ in range(6):
        assert order(phases(made)) < 0.2
        made.seconds(1, *SYSTEMS)
    made.seconds(5, *SYSTEMS)
    assert order(phases(made)) > 0.9


@pytest.mark.parametrize("stopped", [False, True])
def test_the_next_comes_eighteen_seconds_later(stopped: bool) -> None:  # noqa: FBT001 - a case
    made = begun(hunting()).run(20, *SYSTEMS)
    if stopped:
        hit(made, "c", 1)
    made.run(WINDUP - 20, *SYSTEMS)
    before = len(made.heard(Screech))
    made.seconds(UNISON.again_s - 1.3, *SYSTEMS)
    assert len(made.heard(Screech)) == before
    made.seconds(1.5, *SYSTEMS)
    assert len(made.heard(Screech)) == before + 1


def test_seven_are_too_few() -> None:
    made = hunting(FEW).seconds(3, *SYSTEMS)
    assert made.world.resource(Order).groups[0].hunters == 7
    assert made.world.resource(Order).groups[0].order > 0.95
    assert not made.heard(Screech)


def test_out_of_step_nobody_screeches() -> None:
    made = hunting(in_step=False)
    for _ in range(10):
        with made.world.edit(Pulse, made.all["s"]) as pulse:
            pulse.theta[...] = np.arange(18) * 3000
        made.run(20, *SYSTEMS)
    assert not made.heard(Screech)


def test_a_call_that_completes_out_of_step_is_only_loud() -> None:
    made = hunting(in_step=False)
    made.set(Deed, "c", act=Act.SCREECH, stage=Stage.WINDUP, stage_until=OFFSET + 40)
    made.run(45, *SYSTEMS)
    assert stages(made) == [Stage.ACTIVE]
    assert not made.heard(Surged)


def test_a_screech_that_falls_out_of_step_lets_nobody_surge() -> None:
    made = begun(hunting()).run(40, *SYSTEMS)
    with made.world.edit(Pulse, made.all["s"]) as pulse:
        pulse.theta[...], pulse.draw[...] = np.arange(18) * 3600, 0
    made.run(WINDUP, beat, surge, deeds)
    assert stages(made) == [Stage.WINDUP, Stage.ACTIVE]
    assert not made.heard(Surged)


def test_a_call_under_way_becomes_the_groups_once_they_are_in_unison() -> None:
    made = hunting()
    made.set(Deed, "c", act=Act.SCREECH, stage=Stage.WINDUP, stage_until=OFFSET + 240)
    made.run(239, *SYSTEMS)
    assert made.world.resource(Order).groups[0].begun != NO_TICK
    made.run(2, *SYSTEMS)
    assert len(made.heard(Surged)) == 1


# -- the groups ------------------------------------------------------------------------------------


def grouped(art: str, **extra: Any) -> Scene:
    made = hunting(art)
    for name, mood in extra.items():
        made.set(Mind, name, mood=mood)
    return made.run(1, muster)


def group_of(made: Scene, name: str) -> int:
    return int(made.of(Pulse, name).group[0])


@pytest.mark.parametrize(
    ("art", "is_called"),
    [
        ("############\n#c........s#\n############", True),
        ("#" * 27 + "\n#c" + "." * 23 + "s#\n" + "#" * 27, True),
        ("#" * 28 + "\n#c" + "." * 24 + "s#\n" + "#" * 28, False),
        ("############\n#c....#...s#\n############", False),
        ("############\n#c....+...s#\n############", True),
        ("############\n#c....#...s#\n#..........#\n############", True),
        ("#" * 42 + "\n#c" + "." * 39 + "#\n" + "#" * 40 + ".#\n#s" + "." * 39 + "#\n" + "#" * 42, False),
    ],
    ids=[
        "near",
        "24 tiles",
        "25 tiles",
        "through a wall",
        "through a door",
        "round a corner",
        "the long way",
    ],
)
@pytest.mark.parametrize("k", SYMMETRIES)
def test_a_group_are_the_hunters_who_hear_the_caller(art: str, is_called: bool, k: int) -> None:  # noqa: FBT001 - a case
    made = grouped(turned(art, k))
    assert group_of(made, "c") == 0
    assert (group_of(made, "s") == 0) is is_called


@pytest.mark.parametrize("mood", [Mood.ASLEEP, Mood.IDLE, Mood.SEARCH])
def test_who_does_not_hunt_is_of_no_group_and_calls_nobody(mood: Mood) -> None:
    assert group_of(grouped(FEW, s=mood), "s") == -1
    made = grouped(FEW, c=mood)
    assert group_of(made, "s") == -1
    assert made.world.resource(Order).groups == []


def test_a_screamer_that_hears_a_caller_follows_it_and_leads_when_it_is_dead() -> None:
    made = grouped("##############\n#c....c..ssss#\n##############")
    (group,) = made.world.resource(Order).groups
    assert group.caller == made.who["c"]
    hit(made, "c", 999)
    made.run(1, wound, die).run(2 * PERIOD, *SYSTEMS)
    (group,) = made.world.resource(Order).groups
    assert group.caller == made.all["c"][1]


def test_a_caller_remains_the_caller() -> None:
    made = grouped("##############\n#c....c..ssss#\n##############", c=Mood.IDLE)
    assert made.world.resource(Order).groups[0].caller == made.all["c"][1]
    made.set(Mind, "c", mood=Mood.HUNT).run(PERIOD, *SYSTEMS)
    assert made.world.resource(Order).groups[0].caller == made.all["c"][1]


def draw(made: Scene) -> float:
    return float(made.of(Pulse, "s").draw[0])


def test_the_better_organised_they_are_the_stronger_they_are_drawn() -> None:
    many, alone, fresh, far = (grouped(YARD) for _ in range(4))
    full = draw(many)
    assert full == pytest.approx(UNISON.hunt_coupling_per_s * (19 / 24) * (0.5 + 0.25))
    assert draw(grouped(FEW)) == pytest.approx(full * 7 / 19)
    alone.set(Mind, "c", mood=Mood.IDLE).run(PERIOD, muster)
    assert draw(alone) == pytest.approx(UNISON.hunt_coupling_per_s * (18 / 24) * 0.5)
    with fresh.world.edit(Mind, [*fresh.all["s"], *fresh.all["c"]]) as mind:
        mind.since[...] = OFFSET + PERIOD - 240
    assert draw(fresh.run(PERIOD, muster)) == pytest.approx(full / 2, rel=0.01)
    with far.world.edit(Senses, far.all["s"]) as senses:
        senses.spot[...] = (90, 2)
    assert draw(far.run(PERIOD, muster)) == pytest.approx(full / 19)


def test_a_screamer_of_many_waits_for_them_and_one_of_few_calls_when_it_likes() -> None:
    waits, likes = grouped(YARD), grouped(FEW)
    assert waits.of(Mind, "c").ready_at[0] > waits.world.resource(Clock).tick + PERIOD
    assert likes.of(Mind, "c").ready_at[0] == 0
