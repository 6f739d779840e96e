"""Tracks in a file: where every run of a sweep led, as one ``.npz``.

The file holds ``runs``, a JSON list of what was played (map, bot, seed, difficulty, without), and for run
``i`` the arrays ``i/walked``, ``i/seen``, ``i/died``, ``i/kept`` and ``i/tension`` of ``watch.Track``.
numpy alone reads it; nothing in it is code.
"""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from dataclasses import fields
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data.errors import BadInput
from game.play import files
from game.play.sweep.watch import Track

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from game.play.sweep.run import Row

NAMES = tuple(each.name for each in fields(Track))
ABOUT = ("map", "bot", "seed", "difficulty", "without")
DAMAGE = (ValueError, KeyError, TypeError, EOFError, zlib.error, zipfile.BadZipFile)


def write(path: Path, rows: Sequence[Row], tracks: Sequence[Track]) -> None:
    """Write the tracks of some runs.

    Raises:
        BadInput: the disk is full or refuses.
    """
    about = [{name: getattr(row, name) for name in ABOUT} for row in rows]
    arrays: dict[str, Any] = {"runs": np.array(json.dumps(about))}
    for i, track in enumerate(tracks):
        arrays |= {f"{i}/{name}": getattr(track, name) for name in NAMES}
    packed = io.BytesIO()
    np.savez_compressed(packed, **arrays)
    files.replace(path, packed.getvalue())


def read(path: Path) -> list[tuple[dict[str, Any], Track]]:
    """Return what was played and where it led, run by run.

    Raises:
        BadInput: it is not there, or is no such file.
    """
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as kept:
            about = json.loads(str(kept["runs"]))
            return [(_about(each), _track(kept, i)) for i, each in enumerate(about)]
    except OSError as error:
        raise BadInput(str(path), f"cannot be read: {error.strerror or error}") from error
    except DAMAGE as error:
        raise BadInput(str(path), "holds no tracks; `sweep MAP --tracks FILE.npz` writes them") from error


def _about(given: Any) -> dict[str, Any]:
    return {name: given[name] for name in ABOUT}


def _track(kept: Any, i: int) -> Track:
    arrays = [np.asarray(kept[f"{i}/{name}"], np.float32) for name in NAMES]
    if any(rows.ndim != 2 or rows.shape[1] != 3 or not np.isfinite(rows).all() for rows in arrays):  # noqa: PLR2004
        raise ValueError(i)
    return Track(*arrays)
