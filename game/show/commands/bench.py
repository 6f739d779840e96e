"""``bench [NAME...]``: how fast it is, each case beside its target; exit 1 when one is missed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from difflib import get_close_matches
from statistics import median
from typing import TYPE_CHECKING

from game.data.errors import BadInput

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from game.play.bench.measure import Row

NAMES = ("ecs", "crowd", "sight", "fields", "hearing", "tick", "frame", "load", "snapshot", "start")
CROWD_NEAR = 300  # of the dead around the player in the frame case
TITLE_SHOWN = """
import os, time
began = float(os.environ["BEGAN"])
from game.show.app import App
from game.show.flow import Flow
from game.show.settings import Settings
app = App(Settings())
Flow(app).title()
app.frame(0.0)
print(time.time() - began)
"""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    parser.add_argument("name", metavar="NAME", nargs="*", help=f"cases (default: all): {', '.join(NAMES)}")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")
    parser.add_argument("--peers", action="store_true", help="measure others beside us, where installed")


def run(args: argparse.Namespace) -> int:
    """Measure."""
    for name in args.name:
        if name not in NAMES:
            near = get_close_matches(name, NAMES, n=1)
            meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(NAMES)}"
            raise BadInput("bench", f"no case is called {name!r}; {meant}")
    from game.play.bench.measure import machine, stay_on_one_core

    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    stay_on_one_core()
    rows = []
    for row in _rows(args.name or NAMES):
        rows.append(_beside(row) if args.peers else row)
        if not args.json:
            print(rows[-1], flush=True)
    if args.json:
        print(json.dumps({"machine": machine(), "rows": [row.to_json() for row in rows]}))
    return int(not all(row.is_ok for row in rows))


def _rows(wanted: tuple[str, ...]) -> Iterator[Row]:
    """The rows of the cases wanted, in the order of ``NAMES``."""
    from game.play.bench import worlds

    cases: dict[str, Callable[[], Iterator[Row]]] = {
        "ecs": worlds.ecs,
        "tick": worlds.tick,
        "frame": frame,
        "load": worlds.load,
        "snapshot": worlds.snapshot,
        "start": start,
    }
    parts = tuple(name for name in NAMES if name in wanted and name in worlds.PARTS)
    if parts:
        yield from worlds.parts(parts)
    for name in NAMES:
        if name in wanted and name in cases:
            yield from cases[name]()


def _beside(row: Row) -> Row:
    """Put a peer's figure beside a row, where there is a peer."""
    from dataclasses import replace

    from game.play.bench.peers import esper_ms
    from game.play.bench.worlds import MOVERS

    if row.name != "ecs":
        return row
    theirs = esper_ms(MOVERS)
    if theirs is None:
        print("esper is not installed: skipped", file=sys.stderr)
        return row
    return replace(row, peer="esper", peer_value=theirs)


def frame() -> Iterator[Row]:
    """A frame as it is shown: the world drawn, lit and scaled to 1280x720."""
    from game.play.bench.measure import Row, median_ms
    from game.play.bench.worlds import MAP, WALK
    from game.play.maps import load_map
    from game.play.session import Session
    from game.play.simulation import Simulation
    from game.show.shot import Stage

    session = Session(Simulation(load_map(MAP), crowd=CROWD_NEAR))
    stage = Stage(session, (1280, 720))
    session.step([WALK])
    yield Row("frame", f"draw {MAP} at 1280x720", median_ms(stage.draw, 120), "ms", 8.0)


def start() -> Iterator[Row]:
    """From nothing to the title: a new process, imports and all."""
    from game.play.bench.measure import Row

    value = median(_cold_start() for _ in range(3))
    yield Row("start", "a new process until the title is drawn", value, "s", 1.5)


def _cold_start() -> float:
    import time

    environment = os.environ | {"SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    environment["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
    environment["BEGAN"] = str(time.time())
    told = subprocess.run(  # noqa: S603 - our own interpreter, our own words
        [sys.executable, "-c", TITLE_SHOWN], env=environment, capture_output=True, text=True, check=False
    )
    if told.returncode:
        raise BadInput("start", f"the title does not come up: {told.stderr.strip().splitlines()[-1]}")
    return float(told.stdout)
