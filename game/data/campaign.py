"""The campaign: the levels it leads through, in order, and how a level is called in what is kept.

Rules of this module:
- The order is written down here and nowhere else; a test holds it to the exits of the maps.
- A level of the campaign is a map that ships. Somebody's own map of the same file name is another place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.data import paths

if TYPE_CHECKING:
    from pathlib import Path

LEVELS = ("hyosan", "laboratory", "seoul", "tower")
"""Bare names, first to last."""
FIRST = LEVELS[0]
"""The level a new game begins with."""


def levels() -> list[Path]:
    """Every level the menu lists: the campaign's in its order, then all others, each folder by name."""
    return sorted(paths.levels(), key=lambda path: LEVELS.index(path.stem) if is_ours(path) else len(LEVELS))


def is_ours(path: Path) -> bool:
    """Whether a map is a level of the campaign."""
    return path.stem in LEVELS and path.resolve().parent == paths.maps_folder().resolve()


def key(path: Path) -> str:
    """Return what progress calls a level: its bare name, marked when only the campaign's may have that."""
    return f"own/{path.stem}" if path.stem in LEVELS and not is_ours(path) else path.stem


def name(path: Path) -> str:
    """Return what ``find_map`` finds a level by from anywhere, even when the game itself has moved."""
    return path.stem if is_ours(path) else str(path.resolve())
