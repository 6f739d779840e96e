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
    from game.play.session import Session

NAMES = (
    "ecs",
    "crowd",
    "sight",
    "fields",
    "hearing",
    "tick",
    "swarm",
    "horde",
    "frame",
    "load",
    "snapshot",
    "start",
)
FRAMES = 200  # drawn and timed a case
CROWD_SEEN = 2000  # of the dead added around the player where the picture is full of them
SQUAD_NEAR, SQUAD_TILES = 5, (5.0, 4.0)  # soldiers around the player, who make the torches eight; tile
CROWD_NEAR = 300  # of the dead added around the player in the frame case
MARKET = 2  # slot of the Start in the market: the brightest and busiest place
IN_PICTURE = (18.0, 10.0)  # tile; half of what a picture shows, less a border
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
        for each in _beside(row) if args.peers else (row,):
            rows.append(each)
            if not args.json:
                print(each, flush=True)
    if args.json:
        print(json.dumps({"machine": machine(), "rows": [row.to_json() for row in rows]}))
    return int(not all(row.is_ok for row in rows))


def _rows(wanted: tuple[str, ...]) -> Iterator[Row]:
    """The rows of the cases wanted, in the order of ``NAMES``."""
    from game.play.bench import horde, swarm, worlds

    cases: dict[str, Callable[[], Iterator[Row]]] = {
        "ecs": worlds.ecs,
        "tick": worlds.tick,
        "swarm": swarm.swarm,
        "horde": horde.horde,
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


def _beside(row: Row) -> Iterator[Row]:
    """Put a peer's figure beside a row, where there is a peer; of the swarm, in a row of its own too."""
    from dataclasses import replace

    from game.play.bench import peers
    from game.play.bench.worlds import MOVERS

    if row.name not in {"ecs", "swarm"}:
        yield row
        return
    theirs = peers.esper_ms(MOVERS) if row.name == "ecs" else peers.esper_swarm_ms()
    if theirs is None:
        print("esper is not installed: skipped", file=sys.stderr)
        yield row
        return
    yield replace(row, peer="esper", peer_value=theirs)
    if row.name == "swarm":
        yield replace(
            row, case="the same, as a share of esper's time", value=row.value / theirs, unit="x", target=0.02
        )


def frame() -> Iterator[Row]:
    """A frame as it is shown: the world drawn, lit by torches among the dead, and scaled to 1280x720."""
    from game.play.bench.measure import Row

    for crowd, squad, most in ((CROWD_NEAR, SQUAD_NEAR, 8.0), (CROWD_SEEN, 0, 14.0)):
        spent, near, beams = _drawn(crowd, squad)
        case = f"draw at 1280x720, {near} dead in the picture, {beams} torches"
        yield Row("frame", f"{case}: mean", sum(spent) / len(spent), "ms", most)
        yield Row("frame", f"{case}: 99 of 100 frames", sorted(spent)[len(spent) * 99 // 100], "ms", 14.0)


def _drawn(crowd: int, squad: int) -> tuple[list[float], int, int]:
    """Draw the market with so many dead and soldiers about; return the times, ms, the dead and the beams."""
    from game.play.bench.measure import times_ms
    from game.play.bench.worlds import MAP
    from game.play.maps import load_map
    from game.play.session import Session
    from game.play.simulation import Simulation
    from game.show.garbage import settle
    from game.show.shot import Stage
    from game.show.torches import torches
    from game.sim.components import Button
    from game.sim.intent import Intent

    session = Session(Simulation(load_map(MAP), start=MARKET))
    near = _surround(session, crowd)
    _call_squad(session, squad)
    stage = Stage(session, (1280, 720))
    session.step([Intent(held=Button.TORCH)])
    settle()
    spent, light = times_ms(stage.draw, FRAMES), stage.renderer.light
    return spent, near, sum(light.is_near(each.x, each.y) for each in torches(session.simulation.world))


def _call_squad(session: Session, count: int) -> None:
    """Put soldiers with torches about the hero, out of one another's light."""
    import numpy as np

    from game.sim.components import Body, Pilot, Sort
    from game.sim.spawn import populate

    world = session.simulation.world
    here = world.view(Body, world.rows(Pilot)).pos[0]
    turn = np.arange(count) * (2 * np.pi / max(count, 1))
    around = np.stack([np.cos(turn), np.sin(turn)], axis=1) * SQUAD_TILES
    populate(world, Sort.SOLDIER, (here + around).astype(np.float32))
    world.apply()


def _surround(session: Session, count: int) -> int:
    """Put dead all round the hero, as many as asked; return how many stand in the picture then."""
    import numpy as np

    from game.data.level import QUARTERS
    from game.sim.components import DEAD, Body, Pilot, Sort
    from game.sim.resources import Ground
    from game.sim.spawn import populate

    world = session.simulation.world
    here = world.view(Body, world.rows(Pilot)).pos[0].copy()
    y, x = np.nonzero(~world.resource(Ground).blocked)
    free = np.stack([x + 0.5, y + 0.5], axis=1) / QUARTERS
    away = np.abs(free - here)
    free = free[(away[:, 0] < IN_PICTURE[0]) & (away[:, 1] < IN_PICTURE[1])]
    chosen = np.linspace(0, len(free) - 1, count).astype(np.intp)
    populate(world, Sort.SHAMBLER, free[chosen].astype(np.float32))
    world.apply()
    away = np.abs(world.view(Body, world.span(DEAD)).pos - here)
    return int(((away[:, 0] < IN_PICTURE[0]) & (away[:, 1] < IN_PICTURE[1])).sum())


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
