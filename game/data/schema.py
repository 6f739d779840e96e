"""Writes what Tiled and authors need from the one declaration of the map contract.

``python -m game.data.schema`` writes the Tiled project, its object types, the tilesets, the
templates, the blank level and the authors' reference into ``maps/``; ``--check`` says which of them
differ, and exits with 1.

Rules of this module: what is written depends on the declarations alone. Tiled rewrites its project
file when it closes; JSON is therefore compared by meaning, not by spelling.
"""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING, Any

from game.data.paths import maps_folder
from game.data.project import object_types, project
from game.data.reference import reference
from game.data.stock import blank, templates
from game.data.tiles import TILESETS
from game.data.tilesets import tileset

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def documents() -> dict[str, str]:
    """Text of every generated file, by its name in ``maps/``."""
    return {
        "after-the-classroom.tiled-project": _json(project()),
        "objecttypes.json": _json(object_types()),
        **{f"{name}.tsx": tileset(name) for name in TILESETS},
        **{f"templates/{name}": text for name, text in templates().items()},
        "templates/blank.tmx": blank(),
        "REFERENCE.md": reference(),
    }


def differing(folder: Path) -> list[str]:
    """Names of the generated files that are missing from ``folder`` or say something else."""
    return [name for name, text in documents().items() if not _same(folder / name, text)]


def write(folder: Path) -> None:
    """Write every generated file into ``folder``."""
    for name, text in documents().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Write or check; the exit code."""
    parser = argparse.ArgumentParser(prog="python -m game.data.schema", description=__doc__)
    parser.add_argument("--check", action="store_true", help="only say which files differ")
    folder = maps_folder()
    if not parser.parse_args(arguments).check:
        write(folder)
        return 0
    stale = differing(folder)
    for name in stale:
        sys.stdout.write(f"{folder / name}: differs. Run python -m game.data.schema\n")
    return 1 if stale else 0


def _json(value: Any) -> str:
    return json.dumps(value, indent=4, sort_keys=True, ensure_ascii=False) + "\n"


def _same(path: Path, text: str) -> bool:
    try:
        there = path.read_text(encoding="utf-8")
        if path.suffix in (".json", ".tiled-project"):
            return bool(json.loads(there) == json.loads(text))
    except (OSError, ValueError):
        return False
    return there == text


if __name__ == "__main__":
    sys.exit(main())
