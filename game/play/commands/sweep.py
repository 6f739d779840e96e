"""``sweep MAP...``: every map with every bot, seed and setting; a row each, and what they come to.

Rules of this module:
- A sweep measures and judges nothing: however the runs end, the exit code is 0. It is 1 when a game broke.
- What cannot be written or drawn, and who cannot be played, is refused before anything is played.
- Whoever interrupts keeps the rows, tracks and curves of the runs that had ended.
"""

from __future__ import annotations

import json
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from game.play.commands import given

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from game.play.sweep.case import Case
    from game.play.sweep.medians import Line
    from game.play.sweep.run import Answer, Row

SEEDS = (1, 10)
TWENTY_MINUTES = 72_000  # ticks; as long as a level may take
WIDE = 170  # columns of a table that is written to a file
NOTHING = "none"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    add = parser.add_argument
    add("map", metavar="MAP", nargs="+", help="names of levels, or paths of .tmx")
    add(
        "--bots", type=given.names, default=("campaign",), metavar="B,C", help="who plays (default: campaign)"
    )
    add("--seeds", type=given.seeds, default=SEEDS, metavar="A-B", help="of all chance (default: 1-10)")
    hard = f"any of {', '.join(given.DIFFICULTIES)} (default: survivor)"
    add("--difficulty", type=given.difficulties, default=("survivor",), metavar="D,E", help=hard)
    taken = "take this out of the dead; given again it is another setting; 'none' is the game as it is played"
    add("--without", type=_without, action="append", metavar="A,B", help=taken)
    long = "of play, after which a run has timed out (default: 20)"
    add("--minutes", type=given.minutes, dest="ticks", default=TWENTY_MINUTES, metavar="M", help=long)
    add(
        "--lives",
        type=given.whole(1, 1000),
        default=5,
        metavar="N",
        help="deaths that end a run (default: 5)",
    )
    add("--jobs", type=given.whole(1, 1024), default=0, metavar="N", help="processes (default: one a core)")
    add("--out", type=given.table_file, metavar="FILE", help="write the rows, as .csv or .json")
    add("--tracks", type=given.track_file, metavar="NPZ", help="write where each run led, for `heat`")
    add("--curves", type=Path, metavar="DIR", help="draw the director's curve of each run (matplotlib)")
    add("--json", action="store_true", help="answer with one JSON object")


def run(args: argparse.Namespace) -> int:
    """Play all, and report.

    Raises:
        KeyboardInterrupt: somebody interrupts; what had ended is kept and shown first.
    """
    from game.play.sweep.case import cases
    from game.play.sweep.run import BROKEN

    first, last = args.seeds
    settings = (args.map, args.bots, args.difficulty, args.without or [""], range(first, last + 1))
    asked = cases(*settings, ticks=args.ticks, lives=args.lives)
    _check(args, asked)
    ended: dict[int, Answer] = {}
    try:
        _play(args, asked, ended)
    except KeyboardInterrupt:
        _report(args, ended)
        print(f"interrupted: {len(ended)} of {len(asked)} runs had ended", file=sys.stderr)
        raise
    _report(args, ended)
    return int(any(row.outcome == BROKEN for row, _ in ended.values()))


def _without(text: str) -> str:
    return "" if text == NOTHING else given.ablations(text)


def _check(args: argparse.Namespace, asked: Sequence[Case]) -> None:
    """Refuse what cannot be done before anything is played."""
    from game.play import files
    from game.play.bots import make_bot
    from game.play.maps import load_map
    from game.play.sweep import curves, rows

    for bot in args.bots:
        make_bot(bot, 1)
    for each in dict.fromkeys(args.map):
        load_map(each)
    if args.curves:
        given.make_folder(args.curves)
        curves.check()
    for path, room in ((args.out, rows.ROOM), (args.tracks, rows.TRACK_ROOM)):
        if path:
            files.check_room(path, room * len(asked))


def _play(args: argparse.Namespace, asked: Sequence[Case], ended: dict[int, Answer]) -> None:
    """Play all; what has ended is in ``ended`` at any moment."""
    from game.play.progress import progress
    from game.play.sweep import curves
    from game.play.sweep.rows import Ledger
    from game.play.sweep.run import run_all

    ledger = Ledger(args.out) if args.out else None
    tracked = bool(args.curves or args.tracks)
    with (
        progress("playing", len(asked)) as tell,
        closing(run_all(asked, args.jobs, is_tracked=tracked)) as runs,
    ):
        for index, (row, track) in runs:
            ended[index] = row, track if args.tracks else None
            tell(len(ended))
            if ledger:
                ledger.keep(_rows(ended))
            if args.curves and track:
                curves.draw(row, track, args.curves)


def _rows(ended: dict[int, Answer]) -> list[Row]:
    """Return the rows in the order of the cases, whichever ended first."""
    return [ended[index][0] for index in sorted(ended)]


def _report(args: argparse.Namespace, ended: dict[int, Answer]) -> None:
    """Show what it comes to, then write: what cannot be written has at least been seen."""
    from game.play.sweep import tracks
    from game.play.sweep.medians import medians
    from game.play.sweep.rows import Ledger, as_plain

    rows = _rows(ended)
    if args.json:
        print(json.dumps(as_plain(rows), ensure_ascii=False))
    else:
        _show(medians(rows))
        for row in rows:
            if row.fault:
                print(f"{row.map}: {row.bot}, {row.difficulty} (seed {row.seed}) broke: {row.fault}")
    if args.out:
        Ledger(args.out).write(rows)
    if args.tracks:
        led = [(row, track) for row, track in (ended[index] for index in sorted(ended)) if track]
        tracks.write(args.tracks, [row for row, _ in led], [track for _, track in led])


def _show(lines: Sequence[Line]) -> None:
    from rich.console import Console
    from rich.table import Table

    is_ablated = any(line.without for line in lines)
    table = Table("map", "bot", "difficulty", *(["without"] if is_ablated else []))
    for title in ("completed", "time, s", "deaths", "passage with most deaths"):
        table.add_column(title)
    for line in lines:
        taken = [line.without or NOTHING] if is_ablated else []
        share = f"{line.worst} ({line.worst_share:.0%} of {line.died})" if line.worst else "-"
        spans = (_span(line.seconds), _span(line.deaths))
        table.add_row(line.map, line.bot, line.difficulty, *taken, _completed(line), *spans, share)
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    console.print(table)


def _completed(line: Line) -> str:
    """Return how many came to the exit, and what became of the others."""
    others = [f"{count} {outcome}" for outcome, count in line.outcomes.items() if outcome != "exit"]
    aside = f" ({', '.join(others)})" if others else ""
    return f"{line.outcomes.get('exit', 0)} of {line.runs}{aside}"


def _span(values: tuple[float, float, float] | None) -> str:
    if values is None:
        return "-"
    middle, least, most = values
    return f"{middle:.4g} ({least:.4g}-{most:.4g})"
