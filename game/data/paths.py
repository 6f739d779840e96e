"""Where assets, maps, saves and settings live: in a checkout, installed from a wheel, or frozen.

Rules of this module:
- What ships is read-only and found beside the code: ``game/_assets`` and ``game/_maps`` in a wheel,
  ``assets`` and ``maps`` beside ``game`` in a checkout.
- What a person makes lives in the folders the system gives for it; the environment variable
  AFTER_THE_CLASSROOM_HOME puts all of it under one folder instead (tests, portable installs).
- Functions name folders; whoever writes makes them.
"""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path

from platformdirs import PlatformDirs

from game.data.errors import BadInput

APP = "after-the-classroom"
HOME_VARIABLE = "AFTER_THE_CLASSROOM_HOME"
PACKAGE = Path(__file__).resolve().parents[1]
_DIRS = PlatformDirs(APP, appauthor=False)


def asset(*parts: str) -> Path:
    """A shipped asset, such as ``asset("art", "props.png")``."""
    return _shipped("assets").joinpath(*parts)


def assets_folder() -> Path:
    """The folder of all shipped assets."""
    return _shipped("assets")


def maps_folder() -> Path:
    """The folder of the shipped maps, tilesets and templates."""
    return _shipped("maps")


def user_maps() -> Path:
    """Where a person puts maps that the menu should list."""
    return _own("maps", _DIRS.user_data_path / "maps")


def saves() -> Path:
    """Progress and checkpoints."""
    return _own("saves", _DIRS.user_data_path / "saves")


def cache() -> Path:
    """What can be made again, such as baked pictures of levels."""
    return _own("cache", _DIRS.user_cache_path)


def settings_file() -> Path:
    """The settings a person chose."""
    return _own("settings.json", _DIRS.user_config_path / "settings.json")


def logs() -> Path:
    """Logs and crash reports."""
    return _own("logs", _DIRS.user_log_path)


def levels() -> list[Path]:
    """Every map there is: the shipped ones, then the person's own, each by name."""
    return [path for folder in (maps_folder(), user_maps()) for path in sorted(folder.glob("*.tmx"))]


def find_map(name: str | Path) -> Path:
    """The file of a map.

    Args:
        name: a path to a .tmx, or the bare name of a shipped map or of one in ``user_maps``.

    Raises:
        BadInput: there is no such file; the message offers the nearest names.
    """
    given = Path(name)
    if given.is_file():
        return given
    if given.name == str(given):
        for folder in (maps_folder(), user_maps()):
            found = folder / f"{given.name.removesuffix('.tmx')}.tmx"
            if found.is_file():
                return found
    raise BadInput(str(name), f"no such map.{_meant(given)}")


def _meant(given: Path) -> str:
    known = [path.stem for path in levels()]
    near = get_close_matches(given.stem, known, n=1)
    if near:
        return f" Did you mean {near[0]!r}?"
    return f" Known maps: {', '.join(known)}." if known else " Give the path of a .tmx file."


def _shipped(folder: str) -> Path:
    packed = PACKAGE / f"_{folder}"
    return packed if packed.is_dir() else PACKAGE.parent / folder


def _own(name: str, usual: Path) -> Path:
    home = os.environ.get(HOME_VARIABLE)
    return Path(home).expanduser() / name if home else usual
