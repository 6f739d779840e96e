"""The command line: ``python -m game ...``, installed as ``after-the-classroom``.

Rules of this module:
- A command lives on the lowest floor that can carry it out, in that floor's ``commands`` folder. This
  table is the only place that knows all of them, and it imports the one that was asked for: the title
  is on the screen before anything else is read.
- Exit codes: 0 done; 1 a finding (lint errors, a replay that differs, a bar missed); 2 cannot (bad
  arguments, unreadable file). Whatever came from outside is refused in one line, never a traceback.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

from game.data.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Sequence

PROGRAM = "python -m game"
COMMANDS = {
    "play": ("game.show.commands.play", "play in a window"),
    "sim": ("game.play.commands.sim", "let a bot play without a window, and report"),
    "shot": ("game.show.commands.shot", "write the picture a player would see, without a window"),
    "replay": ("game.play.commands.replay", "play a recording again; --verify compares it tick by tick"),
    "desync": ("game.play.commands.desync", "find where two recordings part, and in which component"),
    "lint": ("game.play.commands.lint", "say what is wrong with a map"),
    "claims": ("game.play.commands.claims", "measure what is said of the dead, with the ablation beside"),
    "sweep": ("game.play.commands.sweep", "let bots play many runs on all cores, a row each"),
    "heat": ("game.show.commands.heat", "draw where they walked, were seen and died, over the map"),
    "bench": ("game.show.commands.bench", "measure against the bars we hold ourselves to"),
}
TITLE = "game.show.commands.title"
DONE, FINDING, CANNOT, INTERRUPTED = 0, 1, 2, 130


class Parser(argparse.ArgumentParser):
    """Says what is wrong with the arguments in one line."""

    def error(self, message: str) -> NoReturn:
        """Refuse."""
        raise BadInput("", f"{message} (see {self.prog} --help)")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Read the arguments; ``module`` of the answer names who carries them out.

    Raises:
        BadInput: they make no sense.
    """
    parser = Parser(prog=PROGRAM, description="After the Classroom. Without a command: the title screen.")
    parser.add_argument("--version", action="store_true", help="say which version this is")
    parser.set_defaults(module=TITLE)
    several = parser.add_subparsers(metavar="COMMAND")
    for name, (module, purpose) in COMMANDS.items():
        each = several.add_parser(name, help=purpose, description=purpose.capitalize() + ".")
        each.set_defaults(module=module)
        if name in argv:
            import_module(module).arguments(each)
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out one command; returns the exit code."""
    os.environ.setdefault("PYGAME_HIDE_SUPPORT_PROMPT", "1")  # stdout belongs to the answer
    try:
        args = parse(sys.argv[1:] if argv is None else argv)
        if args.version:
            return _say_version()
        code: int = import_module(args.module).run(args)
    except BadInput as refusal:
        print(f"{PROGRAM}: {refusal}", file=sys.stderr)
        return CANNOT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read us has left
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _say_version() -> int:
    from game.play.version import VERSION

    print(f"After the Classroom {VERSION}")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
