from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.show.settings import Settings, load_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    chosen = Settings(difficulty="story", shake=40, language="ko")
    chosen.keys["use"] = "f"
    chosen.save(tmp_path / "settings.json")
    assert load_settings(tmp_path / "settings.json") == (chosen, "")


def test_without_a_file_the_game_starts_as_it_came(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == (Settings(), "")


@pytest.mark.parametrize("content", ["", "{", "[]", "12", '"x"', '{"keys": 5}', "\x00\x01"])
def test_a_damaged_file_is_put_aside_and_said(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content)
    settings, notice = load_settings(path)
    assert (settings, notice) == (Settings(), "ui-settings-damaged")
    assert (tmp_path / "settings.json.damaged").read_text() == content


@pytest.mark.parametrize(
    ("name", "value"),
    [("shake", 101), ("shake", "40"), ("difficulty", "godlike"), ("captions", 1), ("scale", 9)],
)
def test_a_value_out_of_range_falls_back_alone(tmp_path: Path, name: str, value: object) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({name: value, "game_speed": 50, "unheard_of": 1}))
    settings, notice = load_settings(path)
    assert notice == ""
    assert getattr(settings, name) == getattr(Settings(), name)
    assert settings.game_speed == 50


def test_words_go_round_and_sliders_stop_at_their_ends() -> None:
    settings = Settings()
    settings.step("difficulty", 1)
    assert settings.difficulty == "evolved"
    settings.step("difficulty", 1)
    assert settings.difficulty == "story"
    settings.step("shake", 1)
    assert settings.shake == 100
    settings.step("shake", -1)
    assert settings.shake == 90


@given(
    st.lists(st.tuples(st.sampled_from(sorted(Settings.choices())), st.sampled_from([-1, 1])), max_size=40)
)
def test_no_walk_through_the_menu_leaves_the_options(steps: list[tuple[str, int]]) -> None:
    settings = Settings()
    for name, by in steps:
        settings.step(name, by)
        assert getattr(settings, name) in Settings.choices()[name].options


def test_a_section_is_put_back_without_touching_the_others() -> None:
    settings = Settings(shake=0, difficulty="story")
    settings.keys["use"] = "x"
    settings.reset("picture")
    assert (settings.shake, settings.difficulty, settings.keys["use"]) == (100, "story", "x")
    settings.reset("keys")
    assert settings.keys["use"] == "e"


def test_a_folder_that_cannot_be_written_to_is_an_error_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    Settings(shake=10).save(path)
    (tmp_path / "settings.part").mkdir()
    with pytest.raises(OSError, match=r"settings\.part"):
        Settings(shake=20).save(path)
    assert load_settings(path)[0].shake == 10
