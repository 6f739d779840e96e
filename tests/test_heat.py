"""Heat: where they walked, were seen and died, over the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pygame
import pytest

import game.play.maps
from game.__main__ import main
from game.data.sketch import sketch
from game.play.sweep import tracks
from game.play.sweep.run import Row
from game.play.sweep.watch import Track
from game.show import heat

if TYPE_CHECKING:
    from pathlib import Path

    from game.data.level import Level

ROOM = """
    ############
    #@.........#
    #..........#
    #.........E#
    ############
"""
NOBODY = np.zeros((0, 3), np.float32)


def rows(*places: tuple[float, float]) -> Any:
    return np.array([(0, *place) for place in places], np.float32).reshape(-1, 3)


def track(walked: Any = NOBODY, seen: Any = NOBODY, died: Any = NOBODY) -> Track:
    return Track(walked, seen, died, NOBODY, NOBODY)


@pytest.fixture
def level(monkeypatch: pytest.MonkeyPatch) -> Level:
    """Every map that is asked for by name is this little room."""
    room = sketch(ROOM)
    monkeypatch.setattr(game.play.maps, "load_map", lambda _: room)
    return room


def pixels(picture: pygame.Surface) -> Any:
    return pygame.surfarray.array3d(picture).transpose(1, 0, 2).astype(int)


def changed(level: Level, shown: Track, what: str) -> Any:
    """Return which tiles look different from an empty picture, ``(h, w)``."""
    with_it, without = (
        pixels(heat.draw(heat.gather(level, [each]), "t", [what])) for each in (shown, track())
    )
    tile = with_it.shape[1] // level.width
    part = slice(0, tile * level.height)
    differs = (with_it[part] != without[part]).any(axis=2)
    return differs.reshape(level.height, tile, level.width, tile).any(axis=(1, 3))


def test_time_is_counted_by_tile_and_averaged_over_runs(level: Level) -> None:
    found = heat.gather(level, [track(rows((2.2, 1.1), (2.9, 1.9), (5, 2))), track()])
    assert found.walked[1, 2] == pytest.approx(0.1)
    assert found.walked[2, 5] == pytest.approx(0.05)
    assert found.walked.sum() == pytest.approx(0.15)


def test_who_was_seen_in_one_square_is_counted_together(level: Level) -> None:
    found = heat.gather(level, [track(seen=rows((2.2, 2.1), (3.9, 3.9), (4.1, 2.1)))])
    assert found.seen.tolist() == [[3, 3, 2], [5, 3, 1]]


def test_what_lies_outside_the_map_is_left_out(level: Level) -> None:
    found = heat.gather(level, [track(died=rows((-1, 1), (3, 3), (99, 1), (3, 5)))])
    assert found.died.tolist() == [[3, 3]]


@pytest.mark.parametrize("x", [2, 8])
@pytest.mark.parametrize("y", [1, 3])
def test_what_is_told_is_drawn_where_it_happened_and_nowhere_else(level: Level, x: int, y: int) -> None:
    here = rows((x + 0.5, y + 0.5))
    walked = changed(level, track(here), "walked")
    assert np.argwhere(walked).tolist() == [[y, x]]
    for name in ("seen", "died"):
        touched = np.argwhere(changed(level, track(**{name: here}), name))
        assert len(touched)
        assert (abs(touched - (y, x)).max(axis=1) <= 2).all()


def test_only_what_is_asked_for_is_drawn(level: Level) -> None:
    both = track(rows((2, 2)), died=rows((8, 2)))
    assert not changed(level, both, "walked")[:, 6:].any()
    assert not changed(level, both, "died")[:, :5].any()


def test_longer_is_brighter_in_grey_too(level: Level) -> None:
    places = [(2.5, 2.5)] + [(4.5, 2.5)] * 8 + [(6.5, 2.5)] * 80
    drawn = pixels(heat.draw(heat.gather(level, [track(rows(*places))]), "t", ["walked"])) @ heat.GREY
    tile = drawn.shape[1] // level.width
    light = [drawn[2 * tile : 3 * tile, x * tile : (x + 1) * tile].mean() for x in (3, 2, 4, 6)]
    assert light == sorted(light)
    assert min(np.diff(light)) > 10


def test_the_legend_says_the_figures_and_stays_inside_the_picture(
    level: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(heat, "WIDE_ENOUGH", 1)  # words as large as they get
    told = heat.gather(level, [track(rows((2, 2)), rows((3, 3)), rows((8, 2), (8, 2)))])
    picture = heat.draw(told, "a title that is much too long to stand in one line " * 5)
    edge = pixels(picture)[heat.NARROWEST * level.height // level.width :, -6:]
    assert (edge == edge[0, 0]).all()
    assert heat._died(told).startswith("2 deaths, 2 a run")
    assert "1 times a run" in heat._seen(told)
    assert heat._walked(heat.gather(level, [track()])) == "nowhere"


# -- the command -----------------------------------------------------------------------------------


@pytest.fixture
def led(tmp_path: Path) -> str:
    """Tracks of three runs on two maps."""
    about = [("one", 1), ("one", 2), ("two", 1)]
    ran = [Row(name, "idle", seed, "story", "", "exit") for name, seed in about]
    died = [track(died=rows(*[(2, 2)] * number)) for number in (1, 2, 4)]
    tracks.write(tmp_path / "led.npz", ran, died)
    return str(tmp_path / "led.npz")


@pytest.mark.usefixtures("level")
@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["--map", "one"], "2 runs of one, 3 deaths"),
        (["--map", "one", "--seeds", "2"], "1 runs of one, 2 deaths"),
    ],
)
def test_of_a_file_of_tracks_the_runs_asked_for_are_drawn(
    led: str, argv: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "heat.png"
    assert main(["heat", led, *argv, "--out", str(out)]) == 0
    assert said in capsys.readouterr().out
    assert pygame.image.load(str(out)).get_width() >= heat.NARROWEST


def test_a_map_is_played_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "heat.png"
    argv = [
        "tower",
        "--bot",
        "wander",
        "--seeds",
        "1-2",
        "--minutes",
        "0.02",
        "--jobs",
        "1",
        "--out",
        str(out),
    ]
    assert main(["heat", *argv]) == 0
    assert "2 runs of tower" in capsys.readouterr().out
    assert out.stat().st_size > 5000


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["{led}"], "choose with --map"),
        (["{led}", "--bot", "campaign"], "none of its 3 runs"),
        (["{led}", "hyosan"], "one map to play"),
        (["rows.csv"], "cannot be read"),
        (["hyosann"], "Did you mean"),
        (["hyosan", "--bot", "campain"], "did you mean"),
        (["{led}", "--what", "died,slept"], "slept"),
    ],
)
def test_what_cannot_be_drawn_is_refused_in_a_line(
    argv: list[str], said: str, led: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [each.format(led=led) for each in argv]
    assert main(["heat", *given, "--out", str(tmp_path / "x.png")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1
    assert not (tmp_path / "x.png").exists()
