"""Saves: written whole or not at all, with a backup; damage is put aside and said; no pickle."""

from __future__ import annotations

import errno
import json
import os
import zipfile
import zlib
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.data.errors import BadInput
from game.data.sketch import sketch
from game.data.tuning import Rules
from game.play import codec, files, save
from game.play.bots import RandomPresses
from game.play.game import play
from game.play.journey import LevelProgress, Onward, Progress
from game.play.session import Session
from game.play.simulation import Simulation
from game.sim.components import Body
from game.sim.resources import Random, Story

if TYPE_CHECKING:
    from pathlib import Path

    from game.data.level import Level

ROOM = """
############
#@....#....#
#.....+....#
#..........#
#.....#...E#
############
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folders, empty."""
    monkeypatch.setenv("AFTER_THE_CLASSROOM_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture(scope="module")
def room() -> Level:
    return sketch(ROOM)


def played(level: Level, ticks: int = 90) -> Session:
    """A session in the middle of things, with a checkpoint there."""
    session = play(Session(Simulation(level, seed=5)), RandomPresses(2), ticks)
    session.simulation.world.resource(Story).tags[3] = 40
    session.checkpoint, session.checkpoint_number = session.simulation.snapshot(), 3
    return session


# -- the checkpoint ------------------------------------------------------------------------------


def test_a_checkpoint_goes_on_exactly_where_it_was(room: Level) -> None:
    session = played(room)
    save.save_checkpoint(session, "room")
    kept = save.load_checkpoint()
    again = Session(Simulation(room, seed=kept.seed))
    kept.resume(again)
    assert (kept.map, kept.number, kept.notice) == ("room", 3, "")
    assert again.simulation.hashes() == session.simulation.hashes()
    for each in (session, again):
        play(each, RandomPresses(9), each.tally.ticks + 60)
    assert again.simulation.state_hash() == session.simulation.state_hash()
    assert again.tally.ticks == session.tally.ticks


def test_how_often_one_died_since_the_checkpoint_is_kept(room: Level) -> None:
    session = Session(Simulation(room))
    session.tally.deaths_here = 2
    save.save_checkpoint(session, "room")
    again = Session(Simulation(room))
    save.load_checkpoint().resume(again)
    assert again.tally.deaths_here == 2


def test_what_the_screen_wants_kept_comes_back_as_it_was(room: Level) -> None:
    save.save_checkpoint(played(room), "room", "plan and marks")
    assert save.load_checkpoint().keepsake == "plan and marks"
    save.save_checkpoint(played(room), "room")
    assert save.load_checkpoint().keepsake == ""


def test_a_checkpoint_of_another_map_is_refused(room: Level) -> None:
    save.save_checkpoint(played(room), "room")
    other = Session(Simulation(sketch(ROOM.replace("+", "."))))
    with pytest.raises(BadInput, match="the map has changed"):
        save.load_checkpoint().resume(other)


def test_a_checkpoint_made_under_other_rules_is_refused(room: Level) -> None:
    rules = Rules(without=frozenset({"packs"}))
    session = Session(Simulation(room, rules=rules))
    save.save_checkpoint(session, "room")
    with pytest.raises(BadInput, match="under other rules"):
        save.load_checkpoint().resume(Session(Simulation(room)))
    save.load_checkpoint().resume(Session(Simulation(room, rules=rules)))


def test_there_is_nothing_to_go_on_from_at_first_and_in_the_end(room: Level) -> None:
    assert not save.has_checkpoint()
    with pytest.raises(BadInput, match="no checkpoint"):
        save.load_checkpoint()
    save.save_checkpoint(played(room), "room")
    assert save.has_checkpoint()
    save.forget_checkpoint()
    assert not save.has_checkpoint()


def test_a_damaged_checkpoint_is_put_aside_and_its_backup_used(room: Level) -> None:
    session = played(room)
    for _ in range(2):
        save.save_checkpoint(session, "room")
    path = save.checkpoint_file()
    path.write_bytes(path.read_bytes()[:2000])
    assert save.load_checkpoint().notice == "error-save-damaged"
    assert files.beside(path, ".damaged").is_file()


def test_when_the_backup_is_damaged_too_nothing_is_deleted(room: Level) -> None:
    session = played(room)
    for _ in range(2):
        save.save_checkpoint(session, "room")
    path = save.checkpoint_file()
    for each in (path, files.beside(path, ".bak")):
        each.write_bytes(b"ruined")
    with pytest.raises(BadInput, match="damaged, and put aside"):
        save.load_checkpoint()
    assert files.beside(path, ".damaged").is_file()
    assert files.beside(files.beside(path, ".bak"), ".damaged").is_file()


def test_a_checkpoint_holds_no_pickle(room: Level) -> None:
    save.save_checkpoint(played(room), "room")
    with np.load(save.checkpoint_file(), allow_pickle=False) as parts:
        assert all(parts[name].dtype != object for name in parts.files)


# -- the codec -----------------------------------------------------------------------------------


def test_every_kind_of_value_comes_back_as_it_was(room: Level) -> None:
    simulation = Simulation(room)
    simulation.world.resource(Random)["weather"].random(3)
    told: dict[str, Any] = {"n": 1, "half": 0.5, "word": "이름표", "none": None}
    again, about = codec.decode(codec.encode(simulation.snapshot(), told))
    assert about == told
    twin = Simulation(room, seed=99)
    twin.restore(again)
    assert twin.hashes() == simulation.hashes()
    draw = [each.world.resource(Random)["weather"].random() for each in (twin, simulation)]
    assert draw[0] == draw[1]


class Stranger:
    """Not of the simulation."""


def test_what_it_does_not_know_it_does_not_write(room: Level) -> None:
    simulation = Simulation(room)
    simulation.world.resource(Story).choices["x"] = Stranger()  # type: ignore[assignment]  # the point of it
    with pytest.raises(TypeError, match="a Stranger cannot be saved"):
        codec.encode(simulation.snapshot(), {})


class Pair(NamedTuple):
    """A tuple with names: only the numbers would come back."""

    left: int
    right: int


def test_it_does_not_write_what_would_come_back_as_less(room: Level) -> None:
    simulation = Simulation(room)
    simulation.world.resource(Story).choices["x"] = Pair(1, 2)  # type: ignore[assignment]  # the point of it
    with pytest.raises(TypeError, match="a Pair would come back as a bare tuple"):
        codec.encode(simulation.snapshot(), {})


@pytest.mark.parametrize("name", ["os", "game.play.save", "builtins"])
def test_a_file_cannot_name_a_class_from_elsewhere(name: str) -> None:
    with pytest.raises(ValueError, match="not part of the simulation"):
        codec._read({"~object": [name, "Path", {}]}, [])


def test_a_file_cannot_name_what_a_module_only_imports() -> None:
    with pytest.raises(ValueError, match="has no class"):
        codec._read({"~object": ["game.sim.resources", "np", {}]}, [])


@cache
def packed() -> bytes:
    """A world on disk."""
    return codec.encode(Simulation(sketch(ROOM)).snapshot(), {"version": 1})


@given(where=st.floats(0, 0.999), byte=st.integers(0, 255), cut=st.booleans())
@settings(max_examples=100, deadline=None)
def test_any_damage_is_a_value_error_or_does_no_harm(where: float, byte: int, *, cut: bool) -> None:
    whole = packed()
    at = int(where * len(whole))
    damaged = whole[:at] if cut else whole[:at] + bytes([byte]) + whole[at + 1 :]
    with pytest.raises(ValueError, match=r".") if cut else suppress(ValueError):
        codec.decode(damaged)


def test_an_archive_that_would_fill_the_memory_is_refused(tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.setattr(codec, "MAX_UNPACKED", 1000)
    with zipfile.ZipFile(tmp_path / "bomb", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("tree.npy", b"\0" * 100_000)
    with pytest.raises(ValueError, match="too large"):
        codec.decode((tmp_path / "bomb").read_bytes())


# -- progress ------------------------------------------------------------------------------------


def test_progress_comes_back_as_it_was(room: Level) -> None:
    progress = Progress()
    progress.note(played(room))
    progress.note(played(room, 70), is_over=True)
    save.save_progress(progress)
    again, notice = save.load_progress()
    assert (again, notice) == (progress, "")
    told = again.levels[room.path.stem]
    assert (told.tags, told.finished, told.best_ticks) == ([3], 1, 70)


def test_a_slower_finish_does_not_spoil_the_best_time(room: Level) -> None:
    progress = Progress()
    for ticks in (80, 60, 100):
        progress.note(played(room, ticks), is_over=True)
    assert progress.levels[room.path.stem].best_ticks == 60


def test_nothing_saved_yet_is_no_fault() -> None:
    assert save.load_progress() == (Progress(), "")


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b'{"version": 1}', b'{"version": 2}', b"\xff\xfe", b"[" * 9999]
)
def test_damaged_progress_is_put_aside_and_the_backup_used(content: bytes, room: Level) -> None:
    progress = Progress()
    progress.note(played(room, 10))
    for _ in range(2):
        save.save_progress(progress)
    save.progress_file().write_bytes(content)
    assert save.load_progress() == (progress, "error-save-damaged")
    assert files.beside(save.progress_file(), ".damaged").read_bytes() == content


def test_progress_edited_by_hand_is_damaged() -> None:
    save.save_progress(Progress({"hyosan": LevelProgress(tags=[1])}))
    text = save.progress_file().read_text()
    save.progress_file().write_text(text.replace('"finished": 0', '"finished": 9'))
    assert save.load_progress() == (Progress(), "error-save-lost")


def test_progress_of_a_newer_game_is_left_as_it_is(room: Level) -> None:
    path = save.progress_file()
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 99}')
    progress, notice = save.load_progress()
    assert (progress, notice) == (Progress(), "error-save-newer")
    progress.note(played(room, 5))
    with pytest.raises(BadInput, match="newer game"):
        save.save_progress(progress)
    assert path.read_text() == '{"version": 99}'


def rewritten(version: int, **parts: Any) -> bytes:
    """Progress as a game of that version would have written it."""
    body = {"version": version, "game": "0.0.9", **parts}
    return json.dumps(body | {"check": zlib.crc32(json.dumps(body, sort_keys=True).encode())}).encode()


def test_progress_of_an_older_game_reads_on_and_is_written_as_ours(room: Level) -> None:
    levels = {
        "hyosan": {"tags": [2], "choices": {}, "finished": 1, "best_ticks": 9, "deaths": 0, "brought": {}}
    }
    files.write(save.progress_file(), rewritten(1, levels=levels))
    progress, notice = save.load_progress()
    assert notice == ""
    assert progress == Progress({"hyosan": LevelProgress([2], finished=1, best_ticks=9)})
    progress.note(played(room, 5))
    save.save_progress(progress)
    assert save.load_progress() == (progress, "")


def test_endings_and_the_way_on_come_back_as_they_were() -> None:
    progress = Progress({"a": LevelProgress(lessons=["gun"])}, ["names"], Onward("seoul", 2, 7))
    save.save_progress(progress)
    assert save.load_progress() == (progress, "")


@pytest.mark.parametrize(
    "parts",
    [
        {},
        {"levels": {"a": {"hats": 3}}},
        {"levels": {"a": 3}},
        {"levels": {}, "onward": {"start": 1}},
        {"levels": {}, "onward": {"map": "a", "hat": 1}},
        {"levels": {}, "endings": 3},
    ],
)
def test_progress_with_a_part_missing_or_amiss_is_put_aside(parts: dict[str, Any]) -> None:
    whole = Progress(endings=["names"])
    for _ in range(2):
        save.save_progress(whole)
    save.progress_file().write_bytes(rewritten(2, **parts))
    assert save.load_progress() == (whole, "error-save-damaged")
    assert files.beside(save.progress_file(), ".damaged").read_bytes() == rewritten(2, **parts)


def test_a_checkpoint_of_a_newer_game_is_said_and_stays(room: Level, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(save, "VERSION_OF_CHECKPOINT", 9)
        save.save_checkpoint(played(room), "room")
    content = save.checkpoint_file().read_bytes()
    with pytest.raises(BadInput, match="newer game"):
        save.load_checkpoint()
    assert save.checkpoint_file().read_bytes() == content


@pytest.mark.parametrize("tally", [{}, {"ticks": 1}, [], {"ticks": 1, "deaths": 1, "kills": 1, "told": 5}])
def test_a_checkpoint_with_a_part_missing_is_put_aside(room: Level, tally: Any) -> None:
    session = played(room)
    save.save_checkpoint(session, "room")
    _, about = codec.decode(save.checkpoint_file().read_bytes())
    files.write(save.checkpoint_file(), codec.encode(session.checkpoint, about | {"tally": tally}))
    assert save.load_checkpoint().notice == "error-save-damaged"


def test_a_checkpoint_that_kept_no_events_goes_on_without(room: Level) -> None:
    session = played(room)
    save.save_checkpoint(session, "room")
    _, about = codec.decode(save.checkpoint_file().read_bytes())
    del about["tally"]["told"]
    files.write(save.checkpoint_file(), codec.encode(session.checkpoint, about))
    resumed = Session(Simulation(room, seed=5))
    kept = save.load_checkpoint()
    kept.resume(resumed)
    assert (kept.notice, resumed.tally.ticks) == ("", session.tally.ticks)


# -- the disk ------------------------------------------------------------------------------------


def test_a_full_disk_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    first = Progress({"hyosan": LevelProgress(tags=[1])})
    save.save_progress(first)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(BadInput, match="No space left on device; what was saved before is kept"):
            save.save_progress(Progress())
    assert save.load_progress() == (first, "")


def test_no_half_written_file_stays_behind(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(BadInput):
        files.write(home / "deep" / "a", b"x")
    assert list((home / "deep").iterdir()) == []


def test_a_crash_between_the_two_renames_leaves_the_backup(home: Path) -> None:
    files.write(home / "a", b"one")
    (home / "a").replace(home / "a.bak")  # where a crash would leave it
    assert files.read(home / "a", bytes) == (b"one", files.State.DAMAGED)


def test_the_one_before_is_kept_as_the_backup(home: Path) -> None:
    for content in (b"one", b"two", b"three"):
        files.write(home / "a", content)
    assert (home / "a").read_bytes() == b"three"
    assert (home / "a.bak").read_bytes() == b"two"


def test_a_saved_world_is_small(room: Level) -> None:
    session = played(room)
    save.save_checkpoint(session, "room")
    assert save.checkpoint_file().stat().st_size < 200_000
    assert len(session.simulation.world.view(Body).pos)
