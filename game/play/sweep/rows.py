"""Rows in a file: CSV, or JSON as ``--json`` prints it; whole at any moment, or as it was.

Rules of this module:
- One row a run, in the order of the cases however they ended. In CSV what is no number or word (choices,
  lessons, passages) is JSON in its cell.
- Whether a file can be written, and whether there is room, is tried before anything is played.
- While runs end the file is written again now and then: of an interrupted sweep nothing finished is lost.
"""

from __future__ import annotations

import csv
import io
import json
from contextlib import suppress
from dataclasses import fields
from time import monotonic
from typing import TYPE_CHECKING, Any

from game.data.errors import BadInput
from game.play import files
from game.play.sweep.medians import medians
from game.play.sweep.run import Row

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

COLUMNS = tuple(each.name for each in fields(Row))
ROOM = 4096
"""Bytes of disk that a row is taken to need at most."""
TRACK_ROOM = 65_536
"""And a track: 20 minutes of one, packed."""
EVERY_S = 5.0
"""Between two writings, s."""


class Ledger:
    """The file the rows of a sweep go to.

    Args:
        path: ends in .csv or .json.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._written_at = monotonic()

    def keep(self, rows: Sequence[Row]) -> None:
        """Write the rows so far, unless that was just done; a disk that is full now may not be at the end."""
        if monotonic() - self._written_at >= EVERY_S:
            with suppress(BadInput):
                self.write(rows)
            self._written_at = monotonic()

    def write(self, rows: Sequence[Row]) -> None:
        """Write all rows.

        Raises:
            BadInput: the disk is full or refuses.
        """
        text = as_csv(rows) if self.path.suffix.lower() == ".csv" else json.dumps(as_plain(rows), indent=1)
        files.replace(self.path, text.encode())


def as_csv(rows: Sequence[Row]) -> str:
    """Return rows as CSV with a header."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(getattr(row, column)) for column in COLUMNS])
    return text.getvalue()


def as_plain(rows: Sequence[Row]) -> dict[str, Any]:
    """Return rows, and what they come to, as JSON has it."""
    return {"runs": [vars(row) for row in rows], "medians": [vars(each) for each in medians(rows)]}


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value
