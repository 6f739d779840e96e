"""``heat TRACKS...`` or ``heat MAP``: where they walked, were seen and died, over the map; one picture.

Rules of this module: what ``sweep --tracks`` has written is drawn as it is; a map is played first, as
``sweep`` would. ``--bot``, ``--seeds`` and ``--difficulty`` say which runs to play, or which of those in the
files to draw.
"""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.data.errors import BadInput
from game.play.commands import given

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from game.play.sweep.watch import Track

    Led = tuple[dict[str, Any], Track]

SEEDS = (1, 10)
TWENTY_MINUTES = 72_000  # ticks; as long as a level may take
WHAT = ("walked", "seen", "died")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    add = parser.add_argument
    add("runs", metavar="TRACKS|MAP", nargs="+", help="files of `sweep --tracks` (.npz), or one map to play")
    add("--out", type=given.png_file, required=True, metavar="PNG", help="where to write the picture")
    add("--what", type=_what, default=WHAT, metavar="A,B", help=f"any of {','.join(WHAT)} (default: all)")
    add("--map", metavar="M", help="of files with several maps, draw this one")
    add("--bot", metavar="B", help="who plays (default: campaign; of files, all)")
    add("--seeds", type=given.seeds, metavar="A-B", help="of all chance (default: 1-10; of files, all)")
    add("--difficulty", choices=given.DIFFICULTIES, help="(default: survivor; of files, all)")
    long = "of play, after which a run is stopped (default: 20)"
    add("--minutes", type=given.minutes, dest="ticks", default=TWENTY_MINUTES, metavar="M", help=long)
    add("--jobs", type=given.whole(1, 1024), default=0, metavar="N", help="processes (default: one a core)")


def run(args: argparse.Namespace) -> int:
    """Read or play, and draw.

    Raises:
        BadInput: there are no such runs, they are of several maps, or the picture cannot be written.
    """
    os.environ["SDL_VIDEODRIVER"] = "dummy"
    from game.play import files
    from game.play.maps import load_map

    is_file = [each.lower().endswith((".npz", ".csv", ".json")) for each in args.runs]
    if len(args.runs) > 1 and not all(is_file):
        raise BadInput("heat", "name one map to play, or files of `sweep --tracks`")
    files.check_room(args.out, 1)
    led = _read(args) if is_file[0] else _played(args)
    level = load_map(_only_map(led))

    from game.show.commands.shot import write_picture
    from game.show.heat import draw, gather

    heat = gather(level, [track for _, track in led])
    write_picture(draw(heat, _title([about for about, _ in led]), args.what), args.out)
    print(f"{args.out}: {len(led)} runs of {_only_map(led)}, {len(heat.died)} deaths")
    return 0


def _what(text: str) -> tuple[str, ...]:
    import argparse

    found = given.names(text)
    for each in found:
        if each not in WHAT:
            raise argparse.ArgumentTypeError(f"{each[:40]!r} is none of {', '.join(WHAT)}")
    return found


def _read(args: argparse.Namespace) -> list[Led]:
    """Return the runs in the files that are asked for."""
    from game.play.sweep import tracks

    there = [led for each in args.runs for led in tracks.read(Path(each))]
    found = [led for led in there if _is_asked(args, led[0])]
    if not found:
        raise BadInput(
            args.runs[0], f"none of its {len(there)} runs is of that map, bot, seed and difficulty"
        )
    return found


def _is_asked(args: argparse.Namespace, about: dict[str, Any]) -> bool:
    first, last = args.seeds or (0, given.MAX_SEED)
    return (
        args.map in {None, about["map"]}
        and args.bot in {None, about["bot"]}
        and args.difficulty in {None, about["difficulty"]}
        and first <= about["seed"] <= last
    )


def _played(args: argparse.Namespace) -> list[Led]:
    """Play the map."""
    from game.play.bots import make_bot
    from game.play.maps import load_map
    from game.play.progress import progress
    from game.play.sweep.case import cases
    from game.play.sweep.run import run_all

    bot, (first, last) = args.bot or "campaign", args.seeds or SEEDS
    make_bot(bot, 1)
    load_map(args.runs[0])
    hard, seeds = [args.difficulty or "survivor"], range(first, last + 1)
    asked = cases(args.runs, [bot], hard, [""], seeds, ticks=args.ticks)
    found: dict[int, Led] = {}
    with progress("playing", len(asked)) as tell, closing(run_all(asked, args.jobs, is_tracked=True)) as runs:
        for index, (row, track) in runs:
            if track is None:
                raise BadInput(row.map, f"the game of seed {row.seed} broke: {row.fault}")
            found[index] = vars(row), track
            tell(len(found))
    return [found[index] for index in sorted(found)]


def _only_map(led: Sequence[Led]) -> str:
    """Return the map the runs are of.

    Raises:
        BadInput: there are several.
    """
    maps = list(dict.fromkeys(str(about["map"]) for about, _ in led))
    if len(maps) > 1:
        raise BadInput("heat", f"the runs are of {', '.join(maps)}; choose with --map")
    return maps[0]


def _title(runs: Sequence[dict[str, Any]]) -> str:
    """Return what the runs have in common, and their number."""
    parts = [", ".join(dict.fromkeys(str(each[name]) for each in runs)) for name in ("bot", "difficulty")]
    without = dict.fromkeys(each["without"] for each in runs if each["without"])
    taken = [f"without {' or '.join(without)}"] if without else []
    seeds = sorted({each["seed"] for each in runs})
    spread = f"seed {seeds[0]}" if len(seeds) == 1 else f"seeds {seeds[0]} to {seeds[-1]}"
    return f"{Path(runs[0]['map']).stem}: {', '.join([*parts, *taken, spread])} ({len(runs)} runs)"
