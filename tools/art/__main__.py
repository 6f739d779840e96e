"""``python -m tools.art [NAME...] [--check]``: build the pictures, or compare them with the files.

Exit code 0 when all is well, 1 when a file differs from what the generator makes, 2 for a bad name.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final

from rich.progress import track

from tools.art.store import faults, write
from tools.art.targets import TARGETS

ROOT: Final = Path(__file__).resolve().parents[2]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.art", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(TARGETS))
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    chosen = parser.parse_args()
    unknown = [name for name in chosen.names if name not in TARGETS]
    if unknown:
        parser.error(f"no such target: {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    return chosen


def main() -> int:
    """Build or check the targets named, or all."""
    chosen = _arguments()
    found: list[str] = []
    for name in track(chosen.names or list(TARGETS), description="drawing"):
        work = TARGETS[name]()
        if chosen.check:
            found += faults(ROOT, work)
        else:
            write(ROOT, work)
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
