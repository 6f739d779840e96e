"""What is wrong with a level: each finding with file:line, layer, object and what to do.

Rules of this module:
- ``lint`` never raises for a bad map: what cannot be read at all is finding E001.
- What keeps a map from loading is found while reading it (see tiled); here is added what makes a
  level that loads a bad one: lost starts, sealed exits, conditions that nothing fulfils.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.data.errors import BadInput
from game.data.findings import Finding, as_json, render
from game.data.lint_places import check_places
from game.data.lint_reach import check_reach
from game.data.lint_story import check_story
from game.data.tiled import survey

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

__all__ = ["as_json", "lint", "render"]

UNREADABLE = "E001"


def lint(path: Path, events: Collection[str] | None = None) -> list[Finding]:
    """Everything wrong with a map, errors first, then by line.

    Args:
        path: the .tmx.
        events: the events that scripts fire, beside those of the map's own triggers; None when
            they are not known, which makes an unknown event a warning only.
    """
    try:
        seen = survey(path)
    except BadInput as fault:
        return [_unreadable(fault)]
    check_places(seen.level, seen.found)
    check_story(seen.level, seen.found, events)
    check_reach(seen.level, seen.found)
    return sorted(seen.found.found, key=lambda f: (f.severity, f.line, f.code))


def _unreadable(fault: BadInput) -> Finding:
    file, _, line = fault.where.rpartition(":")
    if file and line.isdecimal():
        return Finding(UNREADABLE, file, int(line), fault.what)
    return Finding(UNREADABLE, fault.where, 0, fault.what)
