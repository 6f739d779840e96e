"""Fair: the dead act only on what reached them, and the measure of it sees a leak."""

from __future__ import annotations

import numpy as np
import pytest
from scenes import scene

from game.ecs.events import Told
from game.play.claims.claim import Results
from game.play.claims.fair import TIMED, Watch, begin_world, judge, run, twin, unlogged
from game.play.claims.search import BELIEF, TOLD, Case, case, seen_from, views
from game.play.claims.town import town
from game.sim.components import DEAD, Body, Plan, Senses
from game.sim.happenings import Cause, Noticed
from game.sim.sense.space import count_crowd
from game.sim.think.crowd import separate

HEAP = "\n".join(
    [
        "#" * 30,
        "#...ss..@" + "." * 20 + "#",
        "#...ss...." + "." * 19 + "#",
        *["#" + "." * 28 + "#"] * 2,
        "#" * 30,
    ]
)
PACKED = np.array([(4.98, 3.0), (5.02, 4.02), (4.97, 3.3), (5.03, 3.9)])


def told(*who: int) -> list[Told]:
    return [Told(0, Noticed(who=np.array(who), why=np.full(len(who), int(Cause.ORDER))))]


@pytest.fixture(scope="module")
def drawn() -> Case:
    return case(3)


def test_the_case_hides_the_player_from_everybody(drawn: Case) -> None:
    _, ids = begin_world(BELIEF, drawn, 3)
    assert len(ids) == len(drawn.at) == 18
    at = drawn.at.astype(int)
    seen = seen_from(np.array(drawn.hide, np.float32))
    assert not seen[at[:, 1], at[:, 0]].any()


def test_the_twin_differs_in_the_hiding_place_only(drawn: Case) -> None:
    other = twin(drawn, 3)
    assert other.hide != drawn.hide
    assert other.spot == drawn.spot
    assert np.array_equal(other.at, drawn.at)


def test_nothing_differs_before_something_reached_them() -> None:
    result = run(BELIEF, 3)
    assert result["differ before a stimulus"] == 0
    assert result["not in the log"] == 0
    assert result["stimulus, s"] <= result["difference, s"]


@pytest.mark.parametrize("leak", [TOLD, TIMED])
def test_a_leak_is_seen(leak: str) -> None:
    assert run(leak, 3)["seen to differ before a stimulus"] == 1


def test_who_was_sent_elsewhere_without_a_word_is_counted(drawn: Case) -> None:
    simulation, ids = begin_world(BELIEF, drawn, 3)
    watch = Watch()
    assert unlogged(watch, simulation, []) == 0
    with simulation.world.edit(Plan, ids[:3]) as plan:
        plan.goal[...] = 9
    assert unlogged(watch, simulation, told(int(ids[0]))) == 2
    assert unlogged(watch, simulation, []) == 0


def test_one_early_difference_in_sixty_worlds_fails_the_claim() -> None:
    fine = {"differ before a stimulus": 0.0, "seen to differ before a stimulus": 1.0, "not in the log": 0.0}
    seeds = tuple(range(60))
    measured = {(arm, seed): dict(fine) for arm in (BELIEF, TOLD, TIMED) for seed in seeds}
    assert all(row.ok for row in judge(Results(seeds, measured)))
    measured[BELIEF, 17]["differ before a stimulus"] = 1.0
    assert [row.ok for row in judge(Results(seeds, measured))] == [False, True, True, True]


def test_a_crowd_parts_alike_near_a_player_nobody_sees() -> None:
    pushes = []
    for place in ((8.5, 2.5), (25.5, 2.5)):
        made = scene(HEAP)
        with made.world.edit(Body, made.all["s"]) as body:
            body.pos[...] = PACKED
        with made.world.edit(Body, made.who["@"]) as hero:
            hero.pos[...] = place
        made.run(3, count_crowd, separate)
        pushes.append(made.world.view(Body, made.world.span(DEAD)).push.copy())
    assert np.array_equal(pushes[0], pushes[1])


def test_an_unseen_player_in_the_same_column_moves_nobody() -> None:
    column = "\n".join(["#" * 12, *["#.........@#"] * 15, "#" * 12])
    art = column.replace("@", ".", 14)
    pushes = []
    for place in ((3.5, 14.5), (9.5, 14.5)):
        made = scene(art.replace("#.......", "#sssss..", 1))
        with made.world.edit(Body, made.all["s"]) as body:
            body.pos[...] = [
                (3.9, 2.5),
                (3.5, 4.5),
                (3.5, 7.5),
                (3.5, 10.5),
                (4.1, 2.5),
            ]
        with made.world.edit(Body, made.who["@"]) as hero:
            hero.pos[...] = place
        made.run(6, count_crowd, separate)
        pushes.append(made.world.view(Body, made.world.span(DEAD)).push.copy())
    assert np.array_equal(pushes[0], pushes[1])
    assert pushes[0][0, 0] < 0


def test_and_exactly_near_one_whom_they_see() -> None:
    made = scene(HEAP)
    with made.world.edit(Body, made.all["s"]) as body:
        body.pos[...] = PACKED
    made.run(3, count_crowd, separate)
    coarse = made.world.view(Body, made.world.span(DEAD)).push.copy()
    made.set(Senses, "s", seen=made.who["@"]).run(3, count_crowd, separate)
    assert not np.array_equal(coarse, made.world.view(Body, made.world.span(DEAD)).push)


def test_hiding_places_see_little() -> None:
    seen = views()
    drawn = case(5)
    inside = seen[~town().solid]
    assert seen[int(drawn.hide[1]), int(drawn.hide[0])] < np.quantile(inside, 0.3)
