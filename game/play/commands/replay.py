"""``replay FILE``: play a recording again; ``--verify`` compares it, ``--watch`` shows it in a window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

WINDOW = "game.show.commands.watch"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    parser.add_argument("file", metavar="FILE", type=Path, help="a recording made by sim --record or by play")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--verify", action="store_true", help="compare every checksum; exit 1 if one differs")
    how.add_argument("--watch", dest="module", action="store_const", const=WINDOW, help="show it in a window")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")


def run(args: argparse.Namespace) -> int:
    """Play it again, and say how it ended."""
    from game.play.compare import open_recorded, play_again, verify
    from game.play.progress import progress
    from game.play.replay import read

    recording = read(args.file)
    session, parting = open_recorded(recording.opening, args.file), None
    with progress(str(args.file), recording.ticks) as tell:
        if args.verify:
            parting = verify(recording, session, tell)
        else:
            for tick in play_again(session, recording):
                tell(tick)
    result = {"file": str(args.file), "map": recording.opening.map, "seed": recording.opening.seed}
    result |= {"bot": recording.opening.bot, **session.result()}
    if args.verify:
        result |= {"verified": parting is None, "differs": str(parting) if parting else ""}
    print(json.dumps(result) if args.json else _line(result))
    return int(parting is not None)


def _line(result: dict[str, object]) -> str:
    said = f"{result['file']}: {result['map']} -> {result['outcome']}, {result['ticks']} ticks"
    if "verified" not in result:
        return f"{said}; {result['state_hash']}"
    return f"{said}; " + (f"differs at {result['differs']}" if result["differs"] else "every checksum agrees")
