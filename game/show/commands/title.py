"""No command: the title screen; or, where there is no display, the built-in bot and a picture."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

PICTURE = Path("hyosan.png")
DEMO_TICKS = 60 * 60  # a minute


def run(args: argparse.Namespace) -> int:  # noqa: ARG001 - a command's signature
    """Show the title, or prove without a window that it works."""
    from game.show.run import has_display, run

    return run() if has_display() else demo(PICTURE)


def demo(picture: Path) -> int:
    """Say that there is no display, let the bot play Hyosan for a minute, and write what it sees."""
    from game.data.locale import Words, system_language

    print(Words(system_language()).text("error-no-display"), file=sys.stderr)
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.play.bots import make_bot
    from game.play.game import Setup, play
    from game.play.progress import progress
    from game.show.commands.shot import Onlooker

    session = Setup("hyosan").open()
    onlooker = Onlooker(session)
    with progress("hyosan", DEMO_TICKS) as tell:
        play(session, make_bot("campaign", 1), DEMO_TICKS, [onlooker], tell)
    onlooker.take_picture(picture)
    result = session.result()
    print(
        f"hyosan: {result['seconds']:.0f} s, {result['deaths']} deaths, {result['tags']} tags, "
        f"{result['kills']} kills, state {result['state_hash']}; picture: {picture}"
    )
    return 0
