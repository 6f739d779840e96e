"""Claims: their arithmetic, their command, and a short turn of those that need no game of the group."""

from __future__ import annotations

import json
import os
import re
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

import game.play.claims
import game.sim
from game.__main__ import main
from game.data import tuning
from game.data.errors import BadInput
from game.data.tuning import ABLATIONS
from game.play.claims import claims, crowd, fairness, plots
from game.play.claims.claim import (
    Claim,
    Results,
    Row,
    at_least,
    at_most,
    mean_interval,
    median_interval,
    ratio_interval,
)
from game.play.claims.kept import Kept
from game.play.claims.runner import measure
from game.play.claims.town import empty_game, free_centres, place, town, zone
from game.sim.components import DEAD, PLAYER, Body, Sort

if TYPE_CHECKING:
    from game.play.claims.town import Zone

INF = float("inf")


def toss(arm: str, seed: int) -> dict[str, float]:
    """Play nothing: measures known beforehand."""
    return {"far": seed * (2.0 if arm == "played" else 1.0), "near@1": 0.0, "near@2": seed * 1.0}


def never(arm: str, seed: int) -> dict[str, float]:
    """Play nothing: what never came."""
    return {"time": INF if arm == "without" else seed * 1.0, "share@1": 0.0, "share@2": INF}


def ended(_: str, seed: int) -> dict[str, float]:
    """Play nothing: be ended from outside."""
    os.kill(os.getpid(), signal.SIGKILL)
    return {"time": seed}


def judge_far(results: Results) -> list[Row]:
    found = results.median("played", "far")
    span = median_interval(results.of("played", "far"))
    return [at_least("toss", "how far", found, 2, control=results.median("without", "far"), interval=span)]


def judge_never(results: Results) -> list[Row]:
    found = results.of("played", "time")
    control = results.median("without", "time")
    return [
        at_most(
            "never",
            "time, s",
            results.mean("played", "time"),
            1,
            control=control,
            interval=mean_interval(found),
        )
    ]


ARMS = ("played", "without")
TOSS, NEVER = Claim("toss", ARMS, toss, judge_far), Claim("never", ARMS, never, judge_never)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """These two are all that is claimed."""
    monkeypatch.setattr(game.play.claims, "claims", lambda: (TOSS, NEVER))


def silent(_: float) -> None:
    """No progress is shown."""


# -- arithmetic ------------------------------------------------------------------------------------


def test_results_come_in_the_order_of_the_seeds_whoever_was_first() -> None:
    found = measure([TOSS], range(1, 4), silent, workers=2)["toss"]
    assert found.of("played", "far").tolist() == [2, 4, 6]
    assert found.median("without", "far") == 2
    assert (found.arms(), found.measures()) == (ARMS, ("far", "near@1", "near@2"))


def test_workers_measure_what_one_process_measures() -> None:
    one, two = (measure([TOSS, NEVER], (7, 9), silent, workers=count) for count in (1, 2))
    assert {name: each.measured for name, each in one.items()} == {
        n: each.measured for n, each in two.items()
    }


def test_a_worker_that_is_ended_from_outside_is_said_in_a_line() -> None:
    claim = Claim("ended", ARMS, ended, judge_never)
    with pytest.raises(BadInput, match="ended from outside"):
        measure([claim], (1, 2), silent, workers=2)


def test_a_measurement_that_was_ended_goes_on_where_it_was(tmp_path: Path) -> None:
    played: list[int] = []

    def breaks_at_three(arm: str, seed: int) -> dict[str, float]:
        played.append(seed)
        if seed == 3 and played.count(3) == 1:
            raise KeyboardInterrupt
        return toss(arm, seed)

    claim, path = Claim("toss", ARMS, breaks_at_three, judge_far), tmp_path / "games.json"
    with pytest.raises(KeyboardInterrupt):
        measure([claim], range(1, 5), silent, workers=1, kept=Kept(path))
    told: list[float] = []
    found = measure([claim], range(1, 5), told.append, workers=1, kept=Kept(path))["toss"]
    assert found.of("played", "far").tolist() == [2, 4, 6, 8]
    assert [played.count(seed) for seed in (1, 2)] == [2, 2], "each arm once"
    assert told == [6, 8], "what was over counts as done"


@pytest.mark.usefixtures("few")
def test_games_of_other_code_are_refused_and_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for text in ('{"code": "old", "games": {}}', "[]", "{", '{"code": 1}'):
        path = tmp_path / "games.json"
        path.write_text(text)
        assert main(["claims", "toss", "--seeds", "1-2", "--keep", str(path)]) == 2
        assert "name another file" in capsys.readouterr().err
        assert path.read_text() == text


def test_an_interval_holds_the_truth_and_narrows_with_more_seeds() -> None:
    drawn = np.random.default_rng(5).normal(10, 2, 400)
    wide, narrow = median_interval(drawn[:20]), median_interval(drawn)
    assert wide[0] < 10 < wide[1]
    assert narrow[0] < 10 < narrow[1]
    assert narrow[1] - narrow[0] < (wide[1] - wide[0]) / 2


def test_a_ratio_is_taken_in_pairs() -> None:
    slow = np.random.default_rng(5).uniform(1, 100, 40)
    low, high = ratio_interval(slow, slow / 2)
    assert low == high == 2


def test_what_never_came_stays_never() -> None:
    assert median_interval(np.array([1.0, INF, INF])) == (1, INF)
    assert ratio_interval(np.array([INF, INF]), np.array([1.0, 2.0])) == (INF, INF)


def test_a_value_on_the_bar_passes() -> None:
    for row in (at_least, at_most):
        assert row("c", "m", 2, 2, interval=(1, 3)).ok
    assert not at_least("c", "m", 1.9, 2, interval=(1, 3)).ok
    assert not at_most("c", "m", 2.1, 2, interval=(1, 3)).ok


# -- the command -----------------------------------------------------------------------------------


@pytest.mark.usefixtures("few")
def test_json_has_every_row_and_a_missed_bar_is_a_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "--seeds", "1-3", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["seeds"] == [1, 3]
    assert [(row["claim"], row["value"], row["control"], row["ok"]) for row in told["rows"]] == [
        ("toss", 4, 2, True),
        ("never", 2, None, False),
    ]
    assert told["rows"][0]["interval"] == [2, 6]
    assert told["rows"][0]["target"] == ">= 2"


@pytest.mark.usefixtures("few")
def test_the_table_says_what_was_missed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "toss", "--seeds", "2"]) == 0
    assert "how far" in capsys.readouterr().out
    assert main(["claims", "never", "--seeds", "2"]) == 1
    out = capsys.readouterr().out
    assert "MISSED" in out
    assert "never" in out
    assert "how far" not in out


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["crwd"], "did you mean 'crowd'?"),
        (["--seeds", "3-1"], "not a run of seeds"),
        (["--seeds", "1-"], "whole number"),
        (["--seeds", "1-99999"], "10000 at most"),
        (["--plots", "/dev/null/x"], "no folder"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_line(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["claims", *argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.usefixtures("few")
def test_without_matplotlib_nothing_is_measured_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(plots, "find_spec", lambda _: None)
    assert main(["claims", "--plots", str(tmp_path)]) == 2
    assert "pip install" in capsys.readouterr().err


@pytest.mark.usefixtures("few")
def test_each_claim_gets_its_picture(tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    main(["claims", "--seeds", "1-3", "--plots", str(tmp_path / "new")])
    pictures = sorted(tmp_path.rglob("*.png"))
    assert [each.name for each in pictures] == ["never.png", "toss.png"]
    assert all(each.stat().st_size > 5000 for each in pictures)


# -- the town --------------------------------------------------------------------------------------


def test_the_town_is_one_piece_and_half_lit() -> None:
    level = town()
    assert level.solid.shape == (96, 96)
    assert 0.3 < (level.light[~level.solid] >= 0.5).mean() < 0.7


@pytest.mark.parametrize(("kind", "least"), [("open", 300), ("street", 200), ("rooms", 1500)])
def test_its_zones_are_free_ground_and_apart(kind: Zone, least: int) -> None:
    here = zone(kind)
    assert here.sum() > least
    assert not (here & town().solid).any()
    others: list[Zone] = [each for each in ("open", "street", "rooms") if each != kind]
    assert not any((here & zone(other)).any() for other in others)


def test_the_hero_stands_where_asked_and_nobody_else_is_there() -> None:
    simulation = empty_game(town(), 3, (25.5, 10.5))
    world = simulation.world
    assert len(world) == 1
    simulation.step()
    assert world.view(Body, world.span(PLAYER)).pos.tolist() == [[25.5, 10.5]]
    ids = place(simulation, Sort.BRUTE, free_centres(town(), zone("open"))[:5])
    assert len(ids) == len(world.view(Body, world.span(DEAD)).pos) == 5


# -- a short turn ----------------------------------------------------------------------------------


def test_the_densest_crowd_keeps_apart_and_without_separation_it_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crowd, "PEN", 10)
    monkeypatch.setattr(crowd, "SETTLE_S", 3.0)
    monkeypatch.setattr(crowd, "MEASURE_S", 1.0)
    (claim,) = crowd.CLAIMS
    rows = claim.judge(measure([claim], (1, 2), silent, workers=1)["crowd"])
    assert all(row.ok for row in rows)
    assert all(row.control is not None and row.control > 0.9 for row in rows)


def test_blows_warn_and_the_log_explains_and_half_the_warning_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fairness, "PLAY_S", 8)
    (claim,) = fairness.CLAIMS
    found = measure([claim], (1, 2), silent, workers=1)["warned"]
    assert found.of("played", "hits").min() > 0
    rows = claim.judge(found)
    assert all(row.ok for row in rows)
    assert rows[0].control is not None
    assert rows[0].control < 0.25


@pytest.mark.parametrize("name", ABLATIONS)
def test_what_can_be_taken_out_is_asked_for_in_the_simulation(name: str) -> None:
    sources = (Path(game.sim.__file__).parent.rglob("*.py")), [Path(tuning.__file__)]
    asked = re.compile(rf'"{name}" (not )?in \S*without')
    assert any(asked.search(file.read_text("utf-8")) for files in sources for file in files)


def test_claims_and_their_arms_have_names_of_their_own() -> None:
    known = claims()
    assert len({claim.name for claim in known}) == len(known)
    assert all(len(set(claim.arms)) == len(claim.arms) > 0 for claim in known)
