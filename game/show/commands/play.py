"""``play [MAP]``: a window, at the level that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.data.errors import BadInput
from game.play.commands import given

if TYPE_CHECKING:
    import argparse

HEROES = ("namra", "cheongsan", "suhyeok", "onjo")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    add = parser.add_argument
    add("map", metavar="MAP", nargs="?", default="hyosan", help="name of a level, or path of a .tmx")
    add("--at", metavar="OBJECT", default="", help="begin at this object of the map (its name or id)")
    add("--hero", choices=HEROES, default="", help="play as somebody else than the map says")
    add("--difficulty", choices=given.DIFFICULTIES, default="", help="default: what the settings say")
    add("--seed", type=given.seed, default=1, metavar="S", help="of all chance (default: %(default)s)")
    add("--lang", choices=("en", "ko"), default="", help="default: what the settings say")


def run(args: argparse.Namespace) -> int:
    """Look at the map before a window opens, then play."""
    from game.play.maps import begin_at, load_map

    begin_at(load_map(args.map), args.at, args.hero)
    from game.show.run import has_display, run
    from game.show.wanted import Wanted

    if not has_display():
        raise BadInput("", "no display to open a window on; `sim` and `shot` need none")
    return run(Wanted(args.map, args.seed, args.at, args.hero, args.difficulty), args.lang)
