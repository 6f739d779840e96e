"""``sim MAP``: a bot plays without a window; what came of it is the answer.

With ``--onward`` it goes on where the exit leads, as a person would, and every level is a part of the answer.
"""

from __future__ import annotations

import json
from time import perf_counter
from typing import TYPE_CHECKING, Any

from game.play.commands import given

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from game.play.game import Setup
    from game.play.session import Session

OUTCOME = ("state_hash", "deaths", "tags", "kills", "choices", "ending", "lessons")
TWENTY_MINUTES = 72_000  # ticks; as long as a level may take


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    add = parser.add_argument
    add("map", metavar="MAP", help="name of a level, or path of a .tmx")
    add("--bot", default="campaign", metavar="B", help="who plays (default: %(default)s)")
    add("--seed", type=given.seed, default=1, metavar="S", help="of all chance (default: 1)")
    ticks = "60 a second; stop after so many (default: %(default)s, 20 minutes)"
    add("--ticks", type=given.ticks, default=TWENTY_MINUTES, metavar="N", help=ticks)
    lives = "deaths that end it; after each it goes on at the last tag (default: %(default)s)"
    add("--lives", type=given.whole(1, 1000), default=5, metavar="N", help=lives)
    add("--difficulty", choices=given.DIFFICULTIES, default="survivor")
    taken_out = "take this out of the dead, to see what it is worth: packs, belief, ..."
    add("--without", type=given.ablations, metavar="A,B", help=taken_out)
    add("--record", type=given.out_file, metavar="FILE", help="write a recording, one a level")
    add(
        "--events",
        type=given.out_file,
        metavar="FILE",
        help="write all events, as JSON lines, a file a level",
    )
    add("--onward", action="store_true", help="go on to where the exit leads, until an ending")
    add("--heavy", action="store_true", help="save, put back and compare at every tick")
    add("--json", action="store_true", help="answer with one JSON object")


def run(args: argparse.Namespace) -> int:
    """Play, and report."""
    from game.play.game import Setup
    from game.play.onward import through

    setup = Setup(args.map, args.seed, args.difficulty, args.lives, args.without or "")
    reports, findings = [], 0
    for each, session in through(setup):
        report, found = _play(args, each, session)
        reports.append(report)
        findings += found
        if not args.json:
            print(_line(report), flush=True)
        if not args.onward:
            break
    if args.json:
        whole = {"levels": reports, "ending": reports[-1]["ending"]} if args.onward else reports[0]
        print(json.dumps(whole, ensure_ascii=False))
    return int(findings > 0)


def _play(args: argparse.Namespace, setup: Setup, session: Session) -> tuple[dict[str, Any], int]:
    """Play one level; return the report, and how many watchers found fault."""
    from game.play.bots import make_bot
    from game.play.game import play
    from game.play.progress import progress

    watchers = _watchers(args, setup, session)
    began = perf_counter()
    with progress(f"{setup.map}, {args.bot}", args.ticks) as tell:
        play(session, make_bot(args.bot, args.seed), args.ticks, watchers, tell)
    took = perf_counter() - began
    for each in watchers:
        each.close(session)
    return _report(args, session, took, watchers), sum(bool(each.finding) for each in watchers)


def _watchers(args: argparse.Namespace, setup: Setup, session: Session) -> list[Any]:
    from game.play.replay import Recorder, opening
    from game.play.watch import EventLog, Heavy, Order

    watchers: list[Any] = [Order()]
    if args.record:
        watchers.append(Recorder(_of_level(args, args.record, session), opening(session, setup, args.bot)))
    if args.events:
        watchers.append(EventLog(_of_level(args, args.events, session)))
    if args.heavy:
        watchers.append(Heavy(session))
    return watchers


def _of_level(args: argparse.Namespace, path: Path, session: Session) -> Path:
    """Return where a level's part of a file goes: its name is put in, where there may be several."""
    name = session.simulation.level.path.stem
    return path.with_name(f"{path.stem}-{name}{path.suffix}") if args.onward else path


def _report(args: argparse.Namespace, session: Session, took: float, watchers: list[Any]) -> dict[str, Any]:
    result = session.result()
    report = {
        "map": session.simulation.level.path.stem if args.onward else args.map,
        "bot": args.bot,
        "seed": args.seed,
        **{key: result[key] for key in ("outcome", "ticks", "seconds")},
        "ticks_per_s": round(session.tally.ticks / max(took, 1e-9), 1),
        **{key: result[key] for key in OUTCOME},
        "events": result["events"],
    }
    for each in watchers:
        report |= each.figures()
    return report


def _line(report: dict[str, Any]) -> str:
    return (
        f"{report['map']}: {report['bot']} (seed {report['seed']}) -> {report['outcome']} after "
        f"{report['seconds']:.0f} s, {report['deaths']} deaths, {report['tags']} tags, "
        f"{report['kills']} kills; {report['ticks_per_s']:.0f} ticks/s; {report['state_hash']}"
    )
