"""Little worlds from pictures: the picture is the spec.

    scene('''
        #######
        #@..s.#
        #######
    ''')

`@` the player (Nam-ra), `s` shambler, `f` flanker, `l` lurker, `c` screamer, `B` brute, `A` soldier,
`h` half-bie, `p` civilian, `%` a fence, `O` nothing at all. Walls and the like are ``game.data.sketch``'s;
any other small letter is plain floor with a name. Everybody looks east and stands idle.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import starmap
from textwrap import dedent
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from game.data.script import Script
from game.data.sketch import sketch, spots
from game.data.tuning import Rules, load_tuning
from game.ecs.column import Component
from game.ecs.events import Event, Told
from game.ecs.schedule import Schedule, System
from game.ecs.world import World
from game.sim.build import enter, furnish
from game.sim.components import Body, Button, Drive, Sort
from game.sim.intent import Inbox, Intent
from game.sim.resources import Clock, ticks
from game.sim.spawn import populate
from game.sim.tick import TICK

SYMMETRIES = range(8)
"""Numbers of the eight ways to turn and mirror a picture, for ``turned`` and ``way``."""
SORTS = {
    "s": Sort.SHAMBLER,
    "f": Sort.FLANKER,
    "l": Sort.LURKER,
    "c": Sort.SCREAMER,
    "B": Sort.BRUTE,
    "A": Sort.SOLDIER,
    "h": Sort.HALFBIE,
    "p": Sort.CIVILIAN,
}
EAST = (1.0, 0.0)
PHASES = tuple(TICK.phases)
C = TypeVar("C", bound=Component)


class Scene:
    """A world and who is where in it."""

    def __init__(self, world: World, names: dict[str, list[tuple[float, float]]]) -> None:
        self.world = world
        self.spots = names
        self.all: dict[str, list[int]] = {}
        self.who: dict[str, int] = {}
        self.told: list[Told] = []
        self.intent = Intent.IDLE

    def add(self, letter: str, ids: Iterable[int]) -> None:
        """Name entities by their letter; the first of them is ``who[letter]``."""
        self.all[letter] = [int(each) for each in ids]
        self.who[letter] = self.all[letter][0]

    def run(self, count: int, *systems: System) -> Scene:
        """Play so many ticks: of these systems in the order of their phases, or of the whole game."""
        schedule = _schedule(systems) if systems else TICK
        clock = self.world.resource(Clock)
        for _ in range(count):
            self.world.resource(Inbox).intents = [self.intent]
            self.world.events.tick = clock.tick
            schedule.tick(self.world)
            clock.tick += 1
            self.told += self.world.events.take_journal()
        return self

    def seconds(self, duration: float, *systems: System) -> Scene:
        """Play so long."""
        return self.run(ticks(duration), *systems)

    def press(
        self,
        held: Button = Button(0),  # noqa: B008 - a flag is a constant
        *,
        move: tuple[float, float] = (0, 0),
        aim: tuple[float, float] = EAST,
        at: tuple[float, float] | None = None,
    ) -> Scene:
        """From now on the player asks for this; ``at`` aims at a point so many tiles off."""
        self.intent = Intent.at(move, at, held) if at else Intent.of(move, aim, held)
        return self

    def row(self, name: str) -> int:
        """Row of somebody who lives."""
        rows, alive = self.world.resolve(np.array([self.who[name]]))
        assert alive[0], f"{name} is no more"
        return int(rows[0])

    def lives(self, name: str) -> bool:
        """Whether somebody is still there."""
        return bool(self.world.resolve(np.array([self.who[name]]))[1][0])

    def of(self, component: type[C], name: str) -> C:
        """One row of a component, to read: ``scene.of(Body, "s").pos`` is ``(1, 2)``."""
        row = self.row(name)
        return self.world.view(component, slice(row, row + 1))

    def set(self, component: type[Component], name: str, **values: Any) -> Scene:
        """Change somebody's columns; who is turned somewhere means to look there."""
        with self.world.edit(component, self.who[name]) as view:
            for key, value in values.items():
                getattr(view, key)[...] = value
        if "heading" in values:
            self.set(Drive, name, face=values["heading"])
        return self

    def pos(self, name: str) -> tuple[float, float]:
        """Where somebody is, or where a named spot is, tile."""
        if name not in self.who:
            return self.spots[name][0]
        x, y = self.of(Body, name).pos[0].tolist()
        return x, y

    def tile(self, name: str) -> tuple[int, int]:
        """The tile somebody is on: (column, row)."""
        x, y = self.pos(name)
        return int(x), int(y)

    def heard(self, kind: type[Event]) -> list[dict[str, Any]]:
        """Everything told of one kind since the scene began, one dict an event."""
        return [row for told in self.told if isinstance(told.event, kind) for row in told.event.rows()]

    def waiting(self, kind: type[Event]) -> list[dict[str, Any]]:
        """What is told and not yet drained: noises made in the last tick, say."""
        return self.world.events.read(kind).rows()


def scene(art: str, *, seed: int = 1, rules: Rules | None = None, **want: Any) -> Scene:
    """Make a world from a picture.

    Args:
        art: the picture.
        seed: of every stream of chance.
        rules: difficulty and assists.
        want: ``things=[...]`` and fields of ``MapProperties`` (hero, ambient, ...) for the level; and
            by letter the velocity somebody wants, tile/s: ``scene(art, s=(2, 0))``. For the player use
            ``press``.
    """
    wishes = {name: want.pop(name) for name in list(want) if len(name) == 1}
    ground = "".join("." if sign in SORTS else sign for sign in art)
    level = sketch(ground, {"%": "fence", "O": "void"}, **want)
    world = furnish(level, seed, (load_tuning(), rules or Rules(), Script()))
    made = Scene(world, spots(art))
    for letter, sort in SORTS.items():
        at = np.array(made.spots.get(letter, []), np.float32).reshape(-1, 2)
        if len(at):
            made.add(
                letter, populate(world, sort, at, heading=np.tile(np.array(EAST, np.float32), (len(at), 1)))
            )
    if level.starts:
        made.add("@", list(starmap(enter, [(world, start, slot) for slot, start in enumerate(level.starts)])))
    world.apply()
    for name, velocity in wishes.items():
        for each in made.all[name]:
            with world.edit(Drive, each) as drive:
                drive.want[...] = velocity
    return made


def grid(art: str) -> NDArray[np.str_]:
    """A picture as an array of signs; short lines are filled with walls."""
    rows = [line for line in dedent(art).splitlines() if line.strip()]
    width = max(map(len, rows))
    return np.array([list(row.ljust(width, "#")) for row in rows])


def turned(art: str, k: int) -> str:
    """The picture mirrored (k >= 4), then turned clockwise by ``k % 4`` quarters."""
    signs = grid(art)
    signs = np.rot90(signs[:, ::-1] if k >= 4 else signs, -(k % 4))
    return "\n".join("".join(row) for row in signs)


def way(vector: Sequence[float], k: int) -> tuple[float, float]:
    """A vector of the picture as it points in ``turned(art, k)``."""
    x, y = vector
    x = -x if k >= 4 else x
    for _ in range(k % 4):
        x, y = -y, x
    return x, y


def _schedule(systems: Sequence[System]) -> Schedule:
    """The systems by phase: a system's phase is the folder it lives in; a test's own ones think."""
    phases: dict[str, list[System]] = {phase: [] for phase in PHASES}
    for each in systems:
        home = each.run.__module__.split(".")
        phases[home[2] if home[:2] == ["game", "sim"] else "think"].append(each)
    return Schedule({phase: tuple(found) for phase, found in phases.items()})
