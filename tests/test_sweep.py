"""Sweeps: many runs, a row each; what they come to, what is kept of them, and what is refused first."""

from __future__ import annotations

import csv
import errno
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

import maps
from game.__main__ import main
from game.data.area import Area
from game.data.enums import Task
from game.data.errors import BadInput
from game.data.paths import maps_folder
from game.data.sketch import sketch
from game.data.things import Objective
from game.play import files
from game.play.bots import make_bot
from game.play.session import Session
from game.play.simulation import Simulation
from game.play.sweep import curves, run, tracks
from game.play.sweep.case import Case, cases
from game.play.sweep.medians import medians
from game.play.sweep.run import Row
from game.play.sweep.watch import PHASES, Passages, Tracker
from game.sim.components import PLAYER, Button, Health
from game.sim.intent import Intent

if TYPE_CHECKING:
    from pathlib import Path

BRIEF = ("--minutes", "0.02")  # 72 ticks
DOOMED = """
    ############
    #@...T....E#
    ############
"""


@pytest.fixture
def room(tmp_path: Path) -> str:
    """A map of one little room that other processes can read too."""
    for each in [*maps_folder().glob("*.tsx"), *maps_folder().glob("*.png")]:
        (tmp_path / each.name).write_bytes(each.read_bytes())
    (tmp_path / "room.tmx").write_text(maps.tmx(), encoding="utf-8")
    return str(tmp_path / "room.tmx")


def swept(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, Any]:
    """Sweep, and return the one object it answers with."""
    assert main(["sweep", *argv, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def a_row(**figures: Any) -> Row:
    return replace(Row("room", "idle", 1, "story", "", "exit"), **figures)


def kill(session: Session) -> None:
    """Let the hero die in the next tick."""
    world = session.simulation.world
    with world.edit(Health, world.table["Entity.id"][world.span(PLAYER)][:1]) as health:
        health.hp[...] = 0


# -- what is played --------------------------------------------------------------------------------


def test_every_combination_is_played_once_and_seeds_change_fastest() -> None:
    asked = cases(["a", "b", "a"], ["x"], ["story", "evolved"], ["", "packs"], range(1, 4), ticks=9)
    assert len(asked) == len(set(asked)) == 2 * 1 * 2 * 2 * 3
    assert [case.seed for case in asked[:4]] == [1, 2, 3, 1]
    assert (asked[3].without, asked[6].difficulty, asked[12].map) == ("packs", "evolved", "b")


def test_rows_are_the_same_however_many_processes_play(room: str, capsys: pytest.CaptureFixture[str]) -> None:
    argv = (room, "--bots", "random,wander", "--seeds", "1-2", *BRIEF)
    one, two = (swept(capsys, *argv, "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two
    assert len({row["state_hash"] for row in one["runs"]}) == 4, "seeds play games of their own"


def test_a_run_does_not_depend_on_those_before_it(room: str) -> None:
    first, other = Case(room, "random", 3, ticks=60), Case(room, "wander", 4, ticks=60)
    alone = run.run(first)[0]
    run.run(other)
    assert run.run(first)[0] == alone


def test_who_runs_out_of_time_has_timed_out(room: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = swept(capsys, room, "--bots", "idle", "--seeds", "5", "--jobs", "1", *BRIEF)
    (row,) = told["runs"]
    assert (row["outcome"], row["ticks"], row["seed"]) == ("timeout", 72, 5)
    assert told["medians"][0]["seconds"] is None, "the time of those who got through, and of nobody else"


def test_a_game_that_breaks_is_a_finding_and_the_others_are_played(
    room: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fragile(name: str, seed: int) -> Any:
        if seed == 2:
            raise ZeroDivisionError("seed two")
        return make_bot(name, seed)

    monkeypatch.setattr(run, "make_bot", fragile)
    assert main(["sweep", room, "--bots", "idle", "--seeds", "1-3", "--jobs", "1", *BRIEF]) == 1
    out = capsys.readouterr().out
    assert "1 broken, 2 timeout" in out
    assert "(seed 2) broke: ZeroDivisionError: seed two" in out


# -- passages and tracks ---------------------------------------------------------------------------


def test_a_death_counts_for_the_passage_it_happened_in_not_for_where_one_comes_back() -> None:
    there = Objective(order=1, text="there", task=Task.REACH, area=Area.rect(7, 1, 1, 1))
    session = Session(Simulation(sketch(DOOMED, things=[there]), seed=1), lives=5)
    passages, tracker = Passages(session), Tracker()

    def play(ticks: int, intent: Intent) -> None:
        for _ in range(ticks):
            session.play([intent])
            passages.after(session, intent)
            tracker.after(session, intent)

    def walk_until(passage: str) -> None:
        for _ in range(300):
            if passages.here != passage:
                play(1, Intent.of(move=(1, 0), aim=(1, 0), held=Button.USE))

    kill(session)
    play(2, Intent.IDLE)
    walk_until("tag 1 > the way out")
    kill(session)
    play(30, Intent.IDLE)
    assert passages.deaths == {"start > there": 1, "tag 1 > there": 0, "tag 1 > the way out": 1}
    assert passages.here == "tag 1 > there"
    track = tracker.track(session)
    assert len(track.died) == session.tally.deaths == 2
    assert [int(x) for x in track.died[:, 1]] == [1, 7], "they died where they died"
    assert np.ptp(track.walked[:, 1]) > 4
    assert set(track.tension[:, 2].tolist()) <= set(range(len(PHASES)))


def test_the_worst_passage_is_the_first_of_equals_and_has_its_share() -> None:
    assert run.worst({"a": 0, "b": 2, "c": 2}) == ("b", 0.5)
    assert run.worst({"a": 0}) == ("", 0.0)


def test_tracks_are_read_as_they_were_written(room: str, tmp_path: Path) -> None:
    row, track = run.run(Case(room, "wander", 1, ticks=90), is_tracked=True)
    assert track is not None
    tracks.write(tmp_path / "t.npz", [row], [track])
    ((about, read),) = tracks.read(tmp_path / "t.npz")
    assert (about["map"], about["bot"], about["seed"]) == (room, "wander", 1)
    assert all(np.array_equal(getattr(read, name), getattr(track, name)) for name in tracks.NAMES)
    assert len(read.walked) == 90 // 6


def test_what_is_no_file_of_tracks_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.npz").write_text("no archive")
    np.savez(tmp_path / "other.npz", a=np.zeros(3))
    np.savez(tmp_path / "bent.npz", runs=np.array('[{"map": 1}]'))
    for name in ("text", "other", "bent"):
        with pytest.raises(BadInput, match="holds no tracks"):
            tracks.read(tmp_path / f"{name}.npz")
    with pytest.raises(BadInput, match="cannot be read"):
        tracks.read(tmp_path / "none.npz")


# -- what it comes to ------------------------------------------------------------------------------


def test_times_are_of_those_who_got_through_and_deaths_of_all() -> None:
    rows = [a_row(seed=1, seconds=10.0), a_row(seed=2, seconds=30.0, deaths=1, passages={"p": 1})]
    rows += [a_row(seed=3, seconds=99.0, outcome="dead", deaths=5, passages={"p": 2, "q": 3})]
    rows += [a_row(seed=4, outcome="broken"), a_row(bot="random", seconds=7.0)]
    idle, random = medians(rows)
    assert (idle.runs, idle.outcomes) == (4, {"broken": 1, "dead": 1, "exit": 2})
    assert (idle.seconds, idle.deaths) == ((20, 10, 30), (1, 0, 5))
    assert (idle.worst, idle.worst_share, idle.died) == ("p", 0.5, 6)
    assert (random.bot, random.runs, random.worst) == ("random", 1, "")


def test_rows_are_written_as_csv_and_json_alike(
    room: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    argv = (room, "--bots", "idle", "--seeds", "1-2", "--jobs", "1", *BRIEF)
    told = swept(capsys, *argv, "--out", str(tmp_path / "rows.json"))
    assert json.loads((tmp_path / "rows.json").read_text()) == told
    swept(capsys, *argv, "--out", str(tmp_path / "rows.csv"))
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        written = list(csv.DictReader(file))
    assert [row["state_hash"] for row in written] == [row["state_hash"] for row in told["runs"]]
    assert [json.loads(row["passages"]) for row in written] == [row["passages"] for row in told["runs"]]


def test_who_interrupts_keeps_what_had_ended(
    room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(name: str, seed: int) -> Any:
        if seed == 3:
            raise KeyboardInterrupt
        return make_bot(name, seed)

    monkeypatch.setattr(run, "make_bot", interrupted)
    out, led = tmp_path / "rows.csv", tmp_path / "led.npz"
    kept = ("--out", str(out), "--tracks", str(led))
    assert main(["sweep", room, "--bots", "idle", "--seeds", "1-9", "--jobs", "1", *BRIEF, *kept]) == 130
    assert "2 of 9 runs" in capsys.readouterr().err
    assert [row["seed"] for row in csv.DictReader(out.read_text().splitlines())] == ["1", "2"]
    assert len(tracks.read(led)) == 2


# -- what is refused before anything is played -----------------------------------------------------


@pytest.fixture
def nobody_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever plays fails the test."""
    monkeypatch.setattr(run, "run_all", lambda *_args, **_options: pytest.fail("it played first"))


@pytest.mark.usefixtures("nobody_plays")
@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["hyosann"], "Did you mean 'hyosan'"),
        (["hyosan", "--bots", "campain"], "did you mean 'campaign'"),
        (["hyosan", "--bots", "idle,"], "no list of names"),
        (["hyosan", "--difficulty", "story,nightmare"], "nightmare"),
        (["hyosan", "--without", "paks"], "paks"),
        (["hyosan", "--minutes", "0"], "number of minutes"),
        (["hyosan", "--minutes", "nan"], "number of minutes"),
        (["hyosan", "--jobs", "-1"], "whole number"),
        (["hyosan", "--seeds", "3-1"], "not a run of seeds"),
        (["hyosan", "--out", "rows.txt"], "end the name in .csv or .json"),
        (["hyosan", "--out", "/nowhere/rows.csv"], "no folder"),
        (["hyosan", "--tracks", "led.csv"], "end the name in .npz"),
        (["hyosan", "--curves", "/dev/null/x"], "no folder to write to"),
    ],
)
def test_what_makes_no_sense_is_refused_in_a_line(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sweep", *argv]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


@pytest.mark.usefixtures("nobody_plays")
def test_a_full_disk_is_found_out_first_and_what_is_there_stays(
    room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    old = tmp_path / "rows.csv"
    old.write_text("precious")
    monkeypatch.setattr(files, "_put_on_disk", full)
    assert main(["sweep", room, "--out", str(old)]) == 2
    assert "No space left" in capsys.readouterr().err
    assert old.read_text() == "precious"
    assert not list(tmp_path.glob("*.new"))


@pytest.mark.usefixtures("nobody_plays")
def test_without_matplotlib_no_curve_is_begun(
    room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(curves, "find_spec", lambda _: None)
    assert main(["sweep", room, "--curves", str(tmp_path / "c")]) == 2
    assert "pip install" in capsys.readouterr().err


def test_each_run_gets_its_curve(room: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("matplotlib")
    argv = (room, "--bots", "idle", "--seeds", "1-2", "--jobs", "1", *BRIEF)
    swept(capsys, *argv, "--curves", str(tmp_path / "c"))
    pictures = sorted((tmp_path / "c").iterdir())
    assert [each.name[-5] for each in pictures] == ["1", "2"]
    assert all(each.stat().st_size > 5000 for each in pictures)


def test_runs_that_differ_have_curves_of_different_names() -> None:
    rows = [a_row(), a_row(seed=2), a_row(without="packs"), a_row(map="a/room"), a_row(bot="random")]
    names = {curves.file_name(row) for row in rows}
    assert len(names) == len(rows)
    assert not any("/" in name for name in names)
