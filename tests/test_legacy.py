"""What is carried from level to level: choices, humanity, names; and how it all ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data.area import Area
from game.data.condition import Condition
from game.data.enums import Actor
from game.data.sketch import sketch
from game.data.things import Choice, Exit, Spawn
from game.play import save
from game.play.compare import open_recorded, play_again
from game.play.game import Setup
from game.play.journey import LevelProgress, Progress
from game.play.replay import Recorder, opening, read
from game.play.session import Session
from game.play.simulation import Simulation
from game.sim.components import DEAD, Hero, Pilot
from game.sim.intent import Intent
from game.sim.legacy import NOTHING_BEFORE, Legacy
from game.sim.resources import Story

WALK = "##########\n#@.......#\n##########"
EAST = Intent((127, 0))
BROUGHT = Legacy(61.5, 9, (("soldier", "spare"), ("ward", "free")))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A person's folders, empty."""
    monkeypatch.setenv("AFTER_THE_CLASSROOM_HOME", str(tmp_path))
    return tmp_path


def begin(to_map: str = "", legacy: Legacy = NOTHING_BEFORE, *things: Any) -> Session:
    """A corridor with a way out at its end."""
    way_out = Exit(id=5, area=Area.rect(6, 1, 2, 1), to_map=to_map, to_start=2)
    choice = Choice(id=6, area=Area.point(1.5, 1.5), choice="broadcast", options=("code", "speak", "silence"))
    return Session(Simulation(sketch(WALK, things=[way_out, choice, *things]), legacy=legacy))


def walk_out(session: Session) -> Story:
    for _ in range(240):
        session.play([EAST])
        if session.outcome:
            break
    assert session.outcome == "exit"
    return session.simulation.world.resource(Story)


def humanity(session: Session) -> float:
    world = session.simulation.world
    return float(world.view(Hero, world.rows(Pilot)).humanity[0])


def test_a_hero_begins_as_human_as_the_last_level_was_left() -> None:
    assert humanity(begin()) == 50
    assert humanity(begin(legacy=BROUGHT)) == 61.5


def test_what_was_decided_before_counts_in_conditions_from_the_first_tick() -> None:
    guard = Spawn(
        id=8, area=Area.point(8.5, 1.5), actor=Actor.SHAMBLER, when=Condition.parse("choice:soldier=spare")
    )
    for legacy, count in ((NOTHING_BEFORE, 0), (BROUGHT, 1)):
        session = begin("", legacy, guard)
        for _ in range(5):
            session.play([Intent.IDLE])
        world = session.simulation.world
        assert world.span(DEAD).stop - world.span(DEAD).start == count


def test_only_what_was_decided_here_is_told_of_a_level() -> None:
    session = begin(legacy=BROUGHT)
    session.simulation.world.resource(Story).choices["broadcast"] = "speak"
    assert session.result()["choices"] == {"broadcast": "speak"}


def test_a_twin_has_the_same_legacy() -> None:
    session = begin(legacy=BROUGHT)
    assert session.simulation.clone().hashes() == session.simulation.hashes()
    assert begin().simulation.hashes() != session.simulation.hashes()


@pytest.mark.parametrize(
    ("answer", "legacy", "ending"),
    [
        ("code", Legacy(90, 24), "purge"),
        ("speak", Legacy(34, 24), "evolution"),
        ("speak", Legacy(50, 18), "names"),
        ("speak", Legacy(50, 17), "silence"),
        ("silence", Legacy(90, 24), "silence"),
        ("", Legacy(90, 24), ""),
    ],
)
def test_who_leaves_the_last_level_comes_to_the_ending_of_the_table(
    answer: str, legacy: Legacy, ending: str
) -> None:
    session = begin(legacy=legacy)
    if answer:
        session.simulation.world.resource(Story).choices["broadcast"] = answer
    assert walk_out(session).ending == ending
    assert session.result()["ending"] == ending


def test_tags_of_this_level_count_for_the_ending() -> None:
    session = begin(legacy=Legacy(50, 17))
    session.simulation.world.resource(Story).choices["broadcast"] = "speak"
    session.simulation.world.resource(Story).tags[1] = 0
    assert walk_out(session).ending == "names"


def test_no_ending_comes_where_the_way_leads_on() -> None:
    session = begin("tower.tmx")
    session.simulation.world.resource(Story).choices["broadcast"] = "speak"
    story = walk_out(session)
    assert (story.ending, story.way_out) == ("", 5)


# -- what is kept ----------------------------------------------------------------------------------


def test_progress_leaves_to_the_next_level_what_this_one_was_left_with() -> None:
    session = begin("second.tmx", BROUGHT)
    session.simulation.world.resource(Story).choices["broadcast"] = "code"
    session.simulation.world.resource(Story).tags.update({1: 0, 4: 0})
    walk_out(session)
    progress = Progress()
    progress.note(session, is_over=True)
    save.save_progress(progress)
    kept, notice = save.load_progress()
    assert (kept, notice) == (progress, "")
    left = kept.legacy("second")
    assert (left.humanity, left.tags) == (61.5, 2)
    assert left.choices == (*BROUGHT.choices, ("broadcast", "code"))
    assert kept.legacy("elsewhere") == NOTHING_BEFORE


def test_names_add_up_along_the_way() -> None:
    progress = Progress()
    here = begin().simulation.level.path.stem
    progress.levels[here] = LevelProgress(brought=BROUGHT.told())
    session = begin("second.tmx", progress.legacy(here))
    session.simulation.world.resource(Story).tags[1] = 0
    walk_out(session)
    progress.note(session, is_over=True)
    assert progress.legacy("second").tags == BROUGHT.tags + 1


def test_a_legacy_nobody_can_have_is_a_damaged_save() -> None:
    progress = Progress({"a": LevelProgress(brought={"humanity": 1e9})})
    save.save_progress(progress)
    assert save.load_progress() == (Progress(), "error-save-lost")


def test_a_recording_begins_with_what_was_brought(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    level = begin().simulation.level
    monkeypatch.setattr("game.play.game.load_map", lambda _: level)
    setup = Setup("walk", legacy=BROUGHT)
    session = setup.open()
    recorder = Recorder(tmp_path / "a", opening(session, setup, "random"))
    for _ in range(30):
        session.play([EAST])
        recorder.after(session, EAST)
    recorder.close(session)
    recording = read(tmp_path / "a")
    again = open_recorded(recording.opening, tmp_path)
    assert again.simulation.legacy == BROUGHT
    for _ in play_again(again, recording):
        pass
    assert again.simulation.state_hash() == recording.state_hash


@given(
    st.builds(
        Legacy,
        st.floats(0, 100).map(lambda value: float(np.float32(value))),
        st.integers(0, 24),
        st.lists(st.tuples(st.text(), st.text()), unique_by=lambda pair: pair[0]).map(tuple),
    )
)
def test_a_legacy_comes_back_as_it_was(legacy: Legacy) -> None:
    assert Legacy.read(legacy.told()) == legacy


@pytest.mark.parametrize(
    "told",
    [
        {"humanity": 101},
        {"humanity": -1},
        {"humanity": float("nan")},
        {"humanity": None},
        {"tags": -1},
        {"tags": 10**6},
        {"tags": "x"},
        {"choices": 5},
        {"choices": [1]},
    ],
)
def test_what_is_no_legacy_is_refused(told: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="legacy"):
        Legacy.read(told)
