"""A bot that goes on from level to level, and what it takes along."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from game.__main__ import main
from game.play.bots import make_bot
from game.play.game import Setup, play
from game.play.onward import through
from maps import EXIT, save, thing, tmx

if TYPE_CHECKING:
    from pathlib import Path

MINUTE = 3600
LONG_EXIT = EXIT.replace('x="80"', 'x="144"')
LEADS_ON = LONG_EXIT.replace(
    "/>", '><properties><property name="to_map" type="file" value="second.tmx"/></properties></object>'
)
TAG = thing(3, "NameTag", 56, 24, person="person-baek", text="tag-hyosan-3")


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Two corridors: a name tag lies in the first, which leads on to the second."""
    save(tmp_path, tmx(width=12, things=LONG_EXIT), "second.tmx")
    return save(tmp_path, tmx(width=12, things=LEADS_ON + TAG), "first.tmx")


def test_an_exit_leads_on_and_what_was_found_goes_along(first: Path) -> None:
    played = []
    for setup, session in through(Setup(str(first))):
        play(session, make_bot("campaign", 1), MINUTE)
        played.append((session.simulation.level.path.stem, setup.legacy.tags, session.outcome))
    assert played == [("first", 0, "exit"), ("second", 1, "exit")]


def test_exits_that_lead_round_come_to_an_end(first: Path) -> None:
    round_again = LEADS_ON.replace("second.tmx", "first.tmx")
    save(first.parent, tmx(width=12, things=round_again), "second.tmx")
    sessions = [play(each, make_bot("campaign", 1), MINUTE) for _, each in through(Setup(str(first)))]
    assert [each.outcome for each in sessions] == ["exit", "exit"]


def test_who_does_not_get_out_goes_nowhere(first: Path) -> None:
    sessions = [session for _, session in through(Setup(str(first)))]
    assert [session.outcome for session in sessions] == [""]


def test_sim_plays_on_and_records_each_level(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    kept = first.with_name("run.rec")
    assert main(["sim", str(first), "--onward", "--record", str(kept), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [level["map"] for level in answer["levels"]] == ["first", "second"]
    assert answer["ending"] == ""
    for name in ("first", "second"):
        assert main(["replay", str(first.with_name(f"run-{name}.rec")), "--verify"]) == 0


def test_sim_without_it_plays_one_level(first: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sim", str(first)]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1
