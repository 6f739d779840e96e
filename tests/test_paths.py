"""Where things lie, and how a map is found by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from game.data import paths
from game.data.errors import BadInput

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    return tmp_path


def test_one_variable_moves_everything_a_person_makes(home: Path) -> None:
    own = (paths.user_maps(), paths.saves(), paths.cache(), paths.settings_file(), paths.logs())
    assert all(path.is_relative_to(home) for path in own)
    assert len(set(own)) == len(own)


def test_without_it_the_system_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    assert paths.APP in str(paths.saves())


def test_shipped_files_are_found_in_a_checkout() -> None:
    assert (paths.maps_folder() / "ground.tsx").is_file()
    assert paths.asset("fonts").is_relative_to(paths.assets_folder())


def test_shipped_files_are_found_in_an_installed_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "_maps").mkdir()
    monkeypatch.setattr(paths, "PACKAGE", tmp_path)
    assert paths.maps_folder() == tmp_path / "_maps"


def test_a_map_is_found_by_name_by_file_name_or_by_path(home: Path) -> None:
    own = home / "maps" / "my_yard.tmx"
    own.parent.mkdir()
    own.write_text("<map/>")
    for name in ("my_yard", "my_yard.tmx", str(own), own):
        assert paths.find_map(name) == own
    assert own in paths.levels()


def test_an_unknown_map_gets_the_nearest_names(home: Path) -> None:
    own = home / "maps" / "my_yard.tmx"
    own.parent.mkdir()
    own.write_text("<map/>")
    with pytest.raises(BadInput, match="Did you mean 'my_yard'"):
        paths.find_map("my_yrad")
    with pytest.raises(BadInput, match=r"Known maps: .*my_yard"):
        paths.find_map("zzzz")


def test_a_name_never_leads_out_of_the_map_folders(home: Path) -> None:
    (home / "maps").mkdir()
    for name in ("secret.tmx", "maps/my_yard.tmx"):
        (home / name).write_text("<map/>")
    for name in ("../secret", "elsewhere/my_yard"):
        with pytest.raises(BadInput):
            paths.find_map(name)


def test_the_blank_level_is_no_level_of_the_menu() -> None:
    assert "blank" not in [path.stem for path in paths.levels()]
