"""``replay FILE --watch``: a recording in a window, at the speed it was played."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.data.errors import BadInput

if TYPE_CHECKING:
    import argparse


def run(args: argparse.Namespace) -> int:
    """Show it until it ends or the window is closed."""
    from game.play.compare import open_recorded
    from game.play.replay import read

    recording = read(args.file)
    session = open_recorded(recording.opening, args.file)
    from game.show.run import has_display
    from game.show.theatre import show

    if not has_display():
        raise BadInput("", "no display to open a window on; `replay --verify` needs none")
    show(session, recording)
    return 0
