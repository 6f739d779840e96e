"""Level after level, as a person plays the campaign: an exit leads on, and what was found goes along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from game.data import campaign
from game.data.paths import find_map
from game.play.journey import Progress

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.play.game import Setup
    from game.play.session import Session


def through(setup: Setup) -> Iterator[tuple[Setup, Session]]:
    """Open a level; when it was left by an exit that leads on, the one it leads to; and so on.

    Where exits lead round, it ends before a level that was played.

    Args:
        setup: how the first level begins.

    Yields:
        how a level begins, and its session, to be played before the next is asked for.

    Raises:
        BadInput: a map cannot be read.
    """
    progress, played = Progress(), set[Path]()
    while True:
        session = setup.open()
        yield setup, session
        if session.outcome != "exit":
            return
        progress.note(session, is_over=True)
        played.add(session.simulation.level.path.resolve())
        onward = progress.onward
        if onward is None or find_map(onward.map).resolve() in played:
            return
        legacy = progress.legacy(campaign.key(find_map(onward.map)))
        setup = replace(setup, map=onward.map, start=onward.start, legacy=legacy)
