"""Keeps what is written about the code true: the table of the tick in ARCHITECTURE.md.

``python -m tools.docs`` writes it, ``--check`` says whether it is current (exit 1 when it is not).
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game.sim.tick import TICK

PAGE = Path(__file__).resolve().parents[1] / "ARCHITECTURE.md"
BEGINS, ENDS = "<!-- the tick: written by tools/docs.py -->\n", "\n<!-- end of the tick -->"


def with_table(page: str) -> str:
    """Return the page with the schedule as it runs.

    Raises:
        ValueError: the page has no place for it.
    """
    before, begins, rest = page.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise ValueError(f"{PAGE.name} has lost the marks between which the table is written")
    return f"{before}{begins}{TICK.table()}{ends}{after}"


def main() -> int:
    """Write the page, or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    written = PAGE.read_text(encoding="utf-8")
    current = with_table(written)
    if parser.parse_args().check:
        if written != current:
            print(f"{PAGE.name}: the tick has changed; run python -m tools.docs")
        return int(written != current)
    PAGE.write_text(current, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
