"""Recordings: what was played comes out the same again, and what is wrong with a file is said."""

from __future__ import annotations

import gzip
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import game.play.game
from game.__main__ import main
from game.data.errors import BadInput
from game.data.sketch import sketch
from game.data.tuning import Assist, Difficulty, Rules
from game.ecs.world import Entity
from game.play.bots import RandomPresses
from game.play.compare import desync, open_recorded, verify
from game.play.game import Setup, play
from game.play.orders import RETRY, SKIP, Order, play_by
from game.play.replay import FORMAT, Recorder, Recording, opening, read
from game.sim.components import Body, Button, Health, Pilot
from game.sim.happenings import Hit
from game.sim.intent import Intent

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from game.play.session import Session

ROOM = """
############
#@....#....#
#.....#....#
#..........#
#.....#...E#
############
"""
SETUP = Setup("room", seed=4)


@pytest.fixture(autouse=True)
def room(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every map is this one."""
    level = sketch(ROOM)
    monkeypatch.setattr(game.play.game, "load_map", lambda _: level)


def silent(_: float) -> None:
    """No progress is shown."""


def record(path: Path, seed: int = 4, ticks: int = 200) -> Session:
    """Let a bot press at random, and write it down."""
    session = SETUP.open()
    recorder = Recorder(path, opening(session, SETUP, "random"))
    play(session, RandomPresses(seed), ticks, [recorder])
    recorder.close(session)
    return session


def test_a_recording_played_again_ends_in_the_same_state(tmp_path: Path) -> None:
    path = tmp_path / "a"
    session = record(path)
    recording = read(path)
    assert recording.ticks == 200
    assert recording.state_hash == session.simulation.state_hash()
    assert verify(recording, open_recorded(recording.opening, path), silent) is None


def test_checksums_are_kept_every_second_and_at_the_end(tmp_path: Path) -> None:
    record(tmp_path / "a")
    assert sorted(read(tmp_path / "a").checks) == [60, 120, 180, 200]


def test_runs_of_one_intent_are_packed(tmp_path: Path) -> None:
    session = SETUP.open()
    recorder = Recorder(tmp_path / "a", opening(session, SETUP, "idle"))
    for _ in range(50):
        session.play([Intent((127, 0))])
        recorder.after(session, Intent((127, 0)))
    recorder.close(session)
    recording = read(tmp_path / "a")
    assert recording.asked == [(Intent((127, 0)), 50)]
    assert len(list(recording.wishes())) == 50


def test_verify_names_the_second_and_the_component_where_a_world_was_tampered_with(tmp_path: Path) -> None:
    record(tmp_path / "a")
    recording = read(tmp_path / "a")
    recording.checks[120]["Body"] ^= 1
    found = verify(recording, open_recorded(recording.opening, tmp_path), silent)
    assert found
    assert (found.good, found.bad, found.parts) == (60, 120, ("Body",))
    assert str(found) == "tick 61 to 120: Body"


def test_desync_finds_the_very_tick_when_what_was_asked_differs(tmp_path: Path) -> None:
    record(tmp_path / "a", ticks=130)
    a, b = read(tmp_path / "a"), read(tmp_path / "a")
    intents = [wish for wish in a.wishes() if isinstance(wish, Intent)]
    intents[99] = Intent((-intents[99].move[0] or 99, 99))
    b.asked = [(intent, 1) for intent in intents]
    b.checks = {60: a.checks[60]}
    found = desync(a, b, tmp_path, silent)
    assert found
    assert found.bad == 100
    assert "Pilot" in found.parts


@pytest.mark.parametrize(("what", "value"), [("lives", 3), ("start", 1), ("legacy", {"humanity": 20})])
def test_recordings_of_different_beginnings_are_not_compared(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str, value: Any
) -> None:
    record(tmp_path / "a")
    first, _, rest = gzip.decompress((tmp_path / "a").read_bytes()).partition(b"\n")
    began = json.dumps({**json.loads(first), what: value}).encode()
    (tmp_path / "b").write_bytes(gzip.compress(began + b"\n" + rest))
    assert main(["desync", str(tmp_path / "a"), str(tmp_path / "b")]) == 2
    assert what in capsys.readouterr().err


def test_two_recordings_of_one_game_are_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in "ab":
        record(tmp_path / name)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes(), "not even a date is in it"
    assert main(["desync", str(tmp_path / "a"), str(tmp_path / "b"), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["same"] is True


def test_the_command_exits_with_1_where_a_recording_differs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a"
    record(path)
    assert main(["replay", str(path), "--verify"]) == 0
    rewrite(path, swap_body)
    assert main(["replay", str(path), "--verify", "--json"]) == 1
    told = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert told["verified"] is False
    assert "tick 61 to 120: Body" in told["differs"]


def test_a_session_of_a_person_comes_back_when_the_person_does(tmp_path: Path) -> None:
    session = SETUP.open()
    recorder = Recorder(tmp_path / "a", opening(session, SETUP, ""))
    east = Intent((127, 0))
    for _ in range(70):
        session.step([east])
        recorder.after(session, east)
    RETRY.give(session)
    recorder.ordered(RETRY)
    for _ in range(20):
        session.step([east])
        recorder.after(session, east)
    recorder.close(session)
    recording = read(tmp_path / "a")
    assert verify(recording, open_recorded(recording.opening, tmp_path), silent) is None
    assert [wish == RETRY for wish, _ in recording.asked] == [False, False, True, False]


def test_a_passage_skipped_is_skipped_again(tmp_path: Path) -> None:
    session = SETUP.open()
    recorder = Recorder(tmp_path / "a", opening(session, SETUP, ""))
    for order in (SKIP, None, RETRY):
        if order:
            order.give(session)
            recorder.ordered(order)
        session.step([Intent.IDLE])
        recorder.after(session, Intent.IDLE)
    recorder.close(session)
    assert session.outcome == "exit"
    recording = read(tmp_path / "a")
    assert [wish for wish, _ in recording.asked if not isinstance(wish, Intent)] == [SKIP, RETRY]
    assert verify(recording, open_recorded(recording.opening, tmp_path), silent) is None


def test_other_rules_count_at_once_and_coming_back_does_not_undo_them() -> None:
    session, lost = SETUP.open(), []
    for rules in (Rules(Difficulty.EVOLVED), Rules(Difficulty.STORY, Assist(resolve=True))):
        play_by(rules).give(session)
        world = session.simulation.world
        world.events.emit(Hit, target=int(world.view(Entity, world.rows(Pilot)).id[0]), damage=10)
        session.step([])
        health = world.view(Health, world.rows(Pilot))
        lost.append(float(health.most[0] - health.hp[0]))
        session.retry()
        assert session.simulation.rules == rules
        assert world.resource(Rules) == rules
    assert lost == pytest.approx([13.5, 4.0])


def test_a_recording_knows_every_change_of_rules(tmp_path: Path) -> None:
    session = SETUP.open()
    recorder = Recorder(tmp_path / "a", opening(session, SETUP, ""))
    sprint = Intent((127, 0), held=Button.SPRINT)
    orders = [play_by(Rules(assist=Assist(endless_stamina=True))), play_by(Rules(Difficulty.STORY))]
    for order in orders:
        order.give(session)
        recorder.ordered(order)
        for _ in range(70):
            session.step([sprint])
            recorder.after(session, sprint)
    recorder.close(session)
    recording = read(tmp_path / "a")
    assert [wish for wish, _ in recording.asked if isinstance(wish, Order)] == orders
    assert verify(recording, open_recorded(recording.opening, tmp_path), silent) is None
    recording.asked = [(wish, count) for wish, count in recording.asked if wish != orders[0]]
    found = verify(recording, open_recorded(recording.opening, tmp_path), silent)
    assert found
    assert "Stamina" in found.parts


def test_a_recording_of_the_format_before_is_still_read(tmp_path: Path) -> None:
    record(tmp_path / "a", ticks=70)
    rewrite(tmp_path / "a", lambda line: line | {"format": 1} if isinstance(line, dict) else line)
    recording = read(tmp_path / "a")
    assert verify(recording, open_recorded(recording.opening, tmp_path), silent) is None


def test_a_map_that_has_changed_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    record(tmp_path / "a")
    other = sketch(ROOM.replace("E", "."))
    monkeypatch.setattr(game.play.game, "load_map", lambda _: other)
    with pytest.raises(BadInput, match="has changed since this was recorded"):
        open_recorded(read(tmp_path / "a").opening, tmp_path)


# -- files from outside --------------------------------------------------------------------------


def lines_of(path: Path) -> list[Any]:
    return [json.loads(line) for line in gzip.decompress(path.read_bytes()).splitlines()]


def rewrite(path: Path, change: Callable[[Any], Any]) -> None:
    lines = [change(line) for line in lines_of(path)]
    path.write_bytes(gzip.compress("\n".join(json.dumps(line) for line in lines).encode()))


def swap_body(line: Any) -> Any:
    """Change the checksum of Body at tick 120, and nothing else."""
    if not isinstance(line, list) or line[:2] != ["c", 120]:
        return line
    return ["c", 120, line[2] | {"Body": line[2]["Body"] ^ 1}]


def test_a_newer_recording_is_refused_by_name(tmp_path: Path) -> None:
    record(tmp_path / "a", ticks=5)
    rewrite(tmp_path / "a", lambda line: line | {"format": FORMAT + 1} if isinstance(line, dict) else line)
    with pytest.raises(BadInput, match="recorded by a newer game"):
        read(tmp_path / "a")


@pytest.mark.parametrize(
    "line",
    [
        ["i", 0, 0, 0, 0, 0, 0],
        ["i", 1, 500, 0, 0, 0, 0],
        ["i", 1, 0, 0, 99999, 0, 0],
        ["i", 1, 0, 0, 0, 0, -1],
        ["i", 1, 0, 0, 0, 0, 1 << 16],
        ["i"],
        ["c", "x", {}],
        ["c", 60, [1]],
        ["?"],
        ["s", 1],
        ["d", "godlike", False, False, False],
        ["d", "story", 1, False],
        ["d", "story", False, False, False, False],
        ["d"],
        [],
        "text",
        5,
        None,
        {},
    ],
)
def test_a_damaged_line_is_refused_with_its_number(line: Any, tmp_path: Path) -> None:
    record(tmp_path / "a", ticks=5)
    lines = lines_of(tmp_path / "a")
    content = [lines[0], line, *lines[1:]]
    (tmp_path / "a").write_bytes(gzip.compress("\n".join(map(json.dumps, content)).encode()))
    with pytest.raises(BadInput, match=r"a:2: the recording is damaged here"):
        read(tmp_path / "a")


def test_a_recording_without_its_end_was_cut_short(tmp_path: Path) -> None:
    record(tmp_path / "a", ticks=70)
    lines = lines_of(tmp_path / "a")[:-1]
    (tmp_path / "a").write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    with pytest.raises(BadInput, match="cut short"):
        read(tmp_path / "a")


def test_a_recording_that_lost_ticks_is_refused(tmp_path: Path) -> None:
    record(tmp_path / "a", ticks=70)
    lines = [line for line in lines_of(tmp_path / "a") if not (isinstance(line, list) and line[0] == "i")]
    (tmp_path / "a").write_bytes(gzip.compress("\n".join(map(json.dumps, lines)).encode()))
    with pytest.raises(BadInput, match="damaged here"):
        read(tmp_path / "a")


@pytest.mark.parametrize(
    "content", [b"", b"hello", gzip.compress(b"", mtime=0), gzip.compress(b"\xff\xfe", mtime=0)]
)
def test_what_is_no_recording_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(content)
    with pytest.raises(BadInput, match="not a recording"):
        read(tmp_path / "a")


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a good recording."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(game.play.game, "load_map", lambda _: sketch(ROOM))
        path = tmp_path_factory.mktemp("good") / "a"
        record(path, ticks=30)
    return path.read_bytes()


@given(where=st.floats(0, 0.999), byte=st.integers(0, 255), cut=st.booleans())
@settings(max_examples=80, deadline=None)
def test_any_damage_is_refused_or_does_no_harm(
    good: bytes, tmp_path_factory: pytest.TempPathFactory, where: float, byte: int, *, cut: bool
) -> None:
    at = int(where * len(good))
    path = tmp_path_factory.getbasetemp() / "fuzzed"
    path.write_bytes(good[:at] if cut else good[:at] + bytes([byte]) + good[at + 1 :])
    with suppress(BadInput):
        assert isinstance(read(path), Recording)


def test_a_recorder_that_cannot_write_says_so(tmp_path: Path) -> None:
    session = SETUP.open()
    with pytest.raises(BadInput, match="cannot be written"):
        Recorder(tmp_path / "no" / "such" / "folder", opening(session, SETUP, "idle"))


def test_watching_changes_nothing(tmp_path: Path) -> None:
    recorded = record(tmp_path / "a")
    plain = play(SETUP.open(), RandomPresses(4), 200)
    assert plain.simulation.state_hash() == recorded.simulation.state_hash()
    assert len(plain.simulation.world.view(Body).pos)


def test_what_was_taken_out_of_the_dead_is_recorded_and_taken_out_again(tmp_path: Path) -> None:
    setup = Setup("room", seed=4, without="packs,separation")
    session = setup.open()
    recorder = Recorder(tmp_path / "a", opening(session, setup, "random"))
    play(session, RandomPresses(4), 60, [recorder])
    recorder.close(session)
    began = read(tmp_path / "a").opening
    again = open_recorded(began, tmp_path / "a")
    assert again.simulation.rules.without == {"packs", "separation"}


def test_a_recording_that_takes_out_what_nobody_knows_is_refused(tmp_path: Path) -> None:
    session = SETUP.open()
    recorder = Recorder(tmp_path / "a", opening(session, Setup("room", without="teeth"), "random"))
    recorder.close(session)
    with pytest.raises(BadInput, match="'teeth' can be taken out"):
        open_recorded(read(tmp_path / "a").opening, tmp_path / "a")
