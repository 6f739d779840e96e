"""The command line: one line for whatever is wrong, one object for --json, and the exit codes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import game.play.game
from game.__main__ import COMMANDS, PROGRAM, main, parse
from game.data.errors import BadInput
from game.data.paths import maps_folder
from game.data.sketch import sketch
from game.play.commands import given

if TYPE_CHECKING:
    from pathlib import Path

    from game.data.level import Level

ROOM = """
#########
#@......#
#.......#
#......E#
#########
"""


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> Level:
    """Every map that a command opens by name is this little room."""
    level = sketch(ROOM)
    monkeypatch.setattr(game.play.game, "load_map", lambda _: level)
    return level


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run a command that cannot be carried out; return its one line."""
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"{PROGRAM}: ")
    assert err.count("\n") == 1
    return err.strip()


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["dance"], "dance"),
        (["sim"], "MAP"),
        (["sim", "hyosan", "--seed", "minus one"], "whole number from 0"),
        (["sim", "hyosan", "--seed", "-1"], "--seed"),
        (["sim", "hyosan", "--seed", str(2**32)], "4294967295"),
        (["sim", "hyosan", "--seed", "9" * 5000], "whole number"),
        (["sim", "hyosan", "--ticks", "0"], "from 1 to"),
        (["sim", "hyosan", "--ticks", "1e3"], "whole number"),
        (["sim", "hyosan", "--lives", "0"], "from 1 to"),
        (["sim", "hyosan", "--difficulty", "nightmare"], "nightmare"),
        (["sim", "hyosan", "--record", "/nowhere/at/all/x"], "no folder"),
        (["sim", "hyosan", "--bot", "campain"], "did you mean 'campaign'"),
        (["sim", "hyosann"], "Did you mean 'hyosan'"),
        (["sim", "/nowhere/x.tmx"], "no such map"),
        (["shot", "hyosan"], "--out"),
        (["shot", "hyosan", "--out", "x.png", "--size", "12"], "1280x720"),
        (["shot", "hyosan", "--out", "x.png", "--size", "0x20"], "1280x720"),
        (["shot", "hyosan", "--out", "x.png", "--size", "99999x99999"], "1280x720"),
        (["shot", "hyosan", "--out", "x.jpg"], "end the name in .png"),
        (["replay", "/nowhere/x.replay"], "no such recording"),
        (["replay", "a", "--verify", "--watch"], "not allowed with"),
        (["desync", "a"], "B"),
        (["lint"], "MAP"),
        (["lint", "hyosann"], "no such map"),
        (["bench", "sleep"], "no case"),
        (["play", "hyosan", "--lang", "fr"], "fr"),
        (["play", "hyosan", "--at", "the moon"], "no object is called 'the moon'"),
    ],
)
def test_whatever_cannot_be_done_is_refused_in_one_line(
    argv: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert said in refused(capsys, *argv)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    said = capsys.readouterr().out
    assert all(name in said for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_its_arguments(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert f"{PROGRAM} {name}" in capsys.readouterr().out


def test_the_version_is_that_of_the_project(capsys: pytest.CaptureFixture[str], pytestconfig: Any) -> None:
    assert main(["--version"]) == 0
    told = (pytestconfig.rootpath / "pyproject.toml").read_text()
    written = re.search(r'^version = "(.+)"', told, re.MULTILINE)
    assert written
    assert written[1] in capsys.readouterr().out


@pytest.mark.usefixtures("room")
def test_sim_answers_with_one_json_object_and_nothing_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sim", "room", "--bot", "random", "--seed", "3", "--ticks", "90", "--json"]) == 0
    out, err = capsys.readouterr()
    told = json.loads(out)
    assert err == ""
    assert (told["map"], told["bot"], told["seed"], told["ticks"]) == ("room", "random", 3, 90)
    assert told["outcome"] == "timeout"
    assert re.fullmatch("[0-9a-f]{16}", told["state_hash"])
    assert {
        "seconds",
        "ticks_per_s",
        "deaths",
        "tags",
        "kills",
        "lessons",
        "order_max",
        "events",
    } <= told.keys()


@pytest.mark.usefixtures("room")
def test_the_same_seed_plays_the_same_game_and_another_seed_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def state(seed: str) -> str:
        main(["sim", "room", "--bot", "random", "--seed", seed, "--ticks", "120", "--json"])
        return str(json.loads(capsys.readouterr().out)["state_hash"])

    assert state("1") == state("1") != state("2")


@pytest.mark.usefixtures("room")
def test_events_are_written_as_json_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log = tmp_path / "events.jsonl"
    assert main(["sim", "room", "--bot", "wander", "--ticks", "200", "--events", str(log)]) == 0
    told = [json.loads(line) for line in log.read_text().splitlines()]
    assert any(each["event"] == "Noise" for each in told), "a walker's steps sound"
    assert all(0 <= each["tick"] < 200 and each["rows"] for each in told)
    assert "room: wander" in capsys.readouterr().out


@pytest.mark.usefixtures("room")
def test_heavy_mode_finds_nothing_in_a_whole_world(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sim", "room", "--bot", "random", "--ticks", "60", "--heavy", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["heavy"] == "ok"


@pytest.mark.parametrize(("text", "size"), [("1280x720", (1280, 720)), ("64x7680", (64, 7680))])
def test_a_size_is_read(text: str, size: tuple[int, int]) -> None:
    assert given.size(text) == size


def test_arguments_are_read_without_reading_the_game() -> None:
    assert parse(["sim", "hyosan"]).module == "game.play.commands.sim"
    assert parse(["replay", "x", "--watch"]).module == "game.show.commands.watch"
    assert parse([]).module == "game.show.commands.title"
    with pytest.raises(BadInput, match="see python -m game sim --help"):
        parse(["sim"])


def test_a_sound_map_is_no_finding(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lint", "hyosan", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["maps"], told["errors"]) == (["hyosan"], 0)


def test_what_is_wrong_with_a_map_is_said_with_file_and_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.tmx").write_text("<map>\n")
    assert main(["lint", str(tmp_path / "bad.tmx")]) == 2
    out = capsys.readouterr().out
    assert f"{tmp_path / 'bad.tmx'}:" in out
    assert "1 maps, 1 errors" in out


def test_a_script_that_names_what_is_not_there_is_a_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for each in [*maps_folder().glob("*.tsx"), *maps_folder().glob("*.png")]:
        (tmp_path / each.name).write_bytes(each.read_bytes())
    (tmp_path / "mine.tmx").write_bytes((maps_folder() / "hyosan.tmx").read_bytes())
    (tmp_path / "mine.toml").write_text('[beat.gate_motor]\ndo = [{ on = "gaet" }]\n')
    assert main(["lint", str(tmp_path / "mine.tmx")]) == 1
    out = capsys.readouterr().out
    assert "E601" in out
    assert "'gate'" in out
