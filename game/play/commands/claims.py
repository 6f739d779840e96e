"""``claims [NAME...]``: what is said of the dead, measured; exit 1 when a bar is missed."""

from __future__ import annotations

import json
import math
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.data.errors import BadInput
from game.play.commands import given

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence

    from game.play.claims.claim import Claim, Results, Row

SEEDS = (1, 60)
WIDE = 150  # columns of a table that is written to a file
NEVER = "never"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    parser.add_argument("name", metavar="NAME", nargs="*", help="claims (default: all)")
    seeds = f"one game of each arm for each of these (default: {SEEDS[0]}-{SEEDS[1]})"
    parser.add_argument("--seeds", type=given.seeds, default=SEEDS, metavar="A-B", help=seeds)
    kept = "keep games in it as they end; begun again with the same, it goes on from there"
    parser.add_argument("--keep", type=given.out_file, metavar="FILE", help=kept)
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")
    parser.add_argument("--plots", type=Path, metavar="DIR", help="write a picture of each claim")


def run(args: argparse.Namespace) -> int:
    """Measure, and report."""
    from game.play.claims import claims
    from game.play.claims.kept import Kept
    from game.play.claims.runner import measure
    from game.play.progress import progress

    chosen = _chosen(claims(), args.name)
    _check_plots(args.plots)
    kept, (first, last) = Kept(args.keep), args.seeds
    games = sum(len(claim.arms) for claim in chosen) * (last - first + 1)
    with progress("playing", games) as tell:
        found = measure(chosen, range(first, last + 1), tell, kept=kept)
    rows = [row for claim in chosen for row in claim.judge(found[claim.name])]
    _draw(found, args.plots)
    if args.json:
        print(json.dumps({"seeds": args.seeds, "rows": [_plain(row) for row in rows]}))
    else:
        _show(rows)
    return int(not all(row.ok for row in rows))


def _chosen(known: Sequence[Claim], names: Sequence[str]) -> list[Claim]:
    """Return the claims of these names, or all, each once, in the order of the answer."""
    there = [claim.name for claim in known]
    for name in names:
        if name not in there:
            near = get_close_matches(name, there, n=1)
            meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(there)}"
            raise BadInput("claims", f"no claim is called {name[:40]!r}; {meant}")
    return [claim for claim in known if not names or claim.name in names]


def _check_plots(folder: Path | None) -> None:
    """Refuse what cannot be drawn before anything is measured."""
    if folder is None:
        return
    from game.play.claims import plots

    given.make_folder(folder)
    plots.check()


def _draw(found: Mapping[str, Results], folder: Path | None) -> None:
    if folder is None:
        return
    from game.play.claims import plots

    for name, results in found.items():
        plots.draw(name, results, folder)


def _plain(row: Row) -> dict[str, Any]:
    """Return a row as JSON has it: a time that never came is ``null``."""
    return vars(row) | {
        "value": _finite(row.value),
        "control": None if row.control is None else _finite(row.control),
        "interval": [_finite(bound) for bound in row.interval],
    }


def _finite(value: float) -> float | None:
    return round(value, 6) if math.isfinite(value) else None


def _show(rows: Sequence[Row]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table("claim", "measure", "value", "95 %", "without it", "bar", "")
    for row in rows:
        span = f"{_said(row.interval[0])} .. {_said(row.interval[1])}"
        control = "" if row.control is None else _said(row.control)
        verdict = Text("ok", "green") if row.ok else Text("MISSED", "bold red")
        table.add_row(row.claim, row.measure, _said(row.value), span, control, row.target, verdict)
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    console.print(table)


def _said(value: float) -> str:
    return f"{value:.3g}" if math.isfinite(value) else NEVER
