"""``desync A B``: the first tick at which two recordings differ, and in which component."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from game.data.errors import BadInput

if TYPE_CHECKING:
    import argparse


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    parser.add_argument("a", metavar="A", type=Path, help="a recording")
    parser.add_argument("b", metavar="B", type=Path, help="another of the same beginning")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")


def run(args: argparse.Namespace) -> int:
    """Compare; a difference is a finding."""
    from game.play.compare import desync
    from game.play.progress import progress
    from game.play.replay import read

    a, b = read(args.a), read(args.b)
    for name in ("map", "digest", "seed", "difficulty", "without", "lives", "start", "legacy"):
        mine, theirs = getattr(a.opening, name), getattr(b.opening, name)
        if mine != theirs:
            raise BadInput(str(args.b), f"another beginning: {name} is {theirs!r}, not {mine!r}")
    with progress("comparing", min(a.ticks, b.ticks)) as tell:
        parting = desync(a, b, args.a, tell)
    said = {
        "same": parting is None,
        "tick": parting.bad if parting else None,
        "good": parting.good if parting else None,
        "parts": list(parting.parts) if parting else [],
    }
    print(json.dumps(said) if args.json else f"they part at {parting}" if parting else "the same")
    return int(parting is not None)
