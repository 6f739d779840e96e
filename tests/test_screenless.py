"""What draws without a display: shots, the demo where there is none, and recordings on a dummy window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pygame
import pytest

import game.play.game
from game.__main__ import main
from game.data.sketch import sketch
from game.play.bots import Wanderer
from game.play.compare import open_recorded
from game.play.game import Setup, play
from game.play.replay import Recorder, opening, read
from game.show.app import App
from game.show.settings import Settings
from game.show.theatre import Showing
from game.sim.resources import DT

ROOT = Path(__file__).resolve().parents[1]
ROOM = """
##########
#@...*...#
#........#
#.......E#
##########
"""


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every map is one little room, no window opens, and nothing of the person's is touched."""
    level = sketch(ROOM, ambient=0.4)
    monkeypatch.setattr(game.play.game, "load_map", lambda _: level)
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("AFTER_THE_CLASSROOM_HOME", str(tmp_path / "home"))


def shot(path: Path, *more: str) -> bytes:
    assert main(["shot", "room", "--out", str(path), "--bot", "wander", "--tick", "40", *more]) == 0
    return path.read_bytes()


def test_a_shot_has_the_size_asked_for_and_is_the_same_each_time(tmp_path: Path) -> None:
    first, second = (shot(tmp_path / name, "--size", "640x360") for name in ("a.png", "b.png"))
    assert first == second
    assert pygame.image.load(str(tmp_path / "a.png")).get_size() == (640, 360)


def test_a_shot_with_the_sense_held_looks_different(tmp_path: Path) -> None:
    plain, sensing = shot(tmp_path / "a.png"), shot(tmp_path / "b.png", "--sense")
    assert plain != sensing


def test_a_picture_that_cannot_be_written_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.png").symlink_to(tmp_path / "gone" / "a.png")
    assert main(["shot", "room", "--out", str(tmp_path / "a.png"), "--tick", "2"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_recording_is_shown_to_its_end(tmp_path: Path) -> None:
    setup = Setup("room")
    session = setup.open()
    recorder = Recorder(tmp_path / "a", opening(session, setup, "wander"))
    play(session, Wanderer(1), 50, [recorder])
    recorder.close(session)
    recording = read(tmp_path / "a")
    again = open_recorded(recording.opening, tmp_path)
    app = App(Settings(), (640, 360))
    showing = Showing(app, again, recording)
    app.become(showing)
    for _ in range(60):
        app.frame(float(DT) * 1.01)
    assert not app.is_running
    assert again.simulation.state_hash() == recording.state_hash


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_the_title_says_so_plays_a_minute_and_leaves_a_picture(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"}
    told = subprocess.run(
        [sys.executable, "-m", "game"],
        cwd=tmp_path,
        env={k: v for k, v in os.environ.items() if k not in hidden} | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert told.stderr.count("\n") == 1
    assert "60 s" in told.stdout
    assert pygame.image.load(str(tmp_path / "hyosan.png")).get_size() == (1280, 720)
