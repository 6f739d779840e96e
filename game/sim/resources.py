"""What the world holds besides entities: time, chance, the map as it is now, and shared fields.

Resources are state only; the systems that fill them live in the phase folders. Fields named in
``derived`` are caches and stay out of snapshots and hashes.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from game.sim.waves import Wave

TICKS_PER_SECOND = 60
DT = np.float32(1 / TICKS_PER_SECOND)
"""Length of a tick, s."""


def ticks(seconds: float) -> int:
    """Return a duration in whole ticks, at least one unless it is zero."""
    return max(1, round(seconds * TICKS_PER_SECOND)) if seconds > 0 else 0


@dataclass
class Clock:
    """Fixed-step time."""

    tick: int = 0

    @property
    def seconds(self) -> float:
        """Time since the level began, s."""
        return self.tick / TICKS_PER_SECOND

    def after(self, seconds: float) -> int:
        """Return the tick that lies this far ahead."""
        return self.tick + ticks(seconds)

    def every(self, period: int, offset: int = 0) -> bool:
        """Whether this tick is one of every ``period``."""
        return self.tick % period == offset % period


class Random:
    """Named streams of chance, one per use, so that one more draw here changes nothing there."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.streams: dict[str, np.random.Generator] = {}

    def __getitem__(self, name: str) -> np.random.Generator:
        if name not in self.streams:
            key = [self.seed, zlib.crc32(name.encode())]
            self.streams[name] = np.random.Generator(np.random.PCG64(key))
        return self.streams[name]


@dataclass
class Ground:
    """The map as it is now: the level plus its doors. ``settle/doors.py`` keeps it true.

    Attributes:
        blocked: ``(4h, 4w)`` quarter-tile cells where no body's centre may be: everything solid,
            grown by a quarter tile. A body is a point here.
        solid: ``(h, w)`` tiles nobody walks on.
        opaque: ``(h, w)`` tiles nobody sees through.
        shield: ``(h, w)`` tiles no bullet passes.
        muffle: ``(h, w)`` share of loudness that passes a tile: 1 open, 0.7 closed door, 0.5 wall.
        links: ``(h, w)`` bit k is set where a body can walk straight to the neighbour ``NEIGHBOURS[k]``.
        version: grows whenever any of these changed.
    """

    blocked: NDArray[np.bool_]
    solid: NDArray[np.bool_]
    opaque: NDArray[np.bool_]
    shield: NDArray[np.bool_]
    muffle: NDArray[np.float32]
    links: NDArray[np.uint8]
    version: int = 0


NEIGHBOURS: tuple[tuple[int, int], ...] = (
    (1, 0),
    (1, 1),
    (0, 1),
    (-1, 1),
    (-1, 0),
    (-1, -1),
    (0, -1),
    (1, -1),
)
"""The eight neighbours (dx, dy), clockwise from east: the meaning of a link's bits."""
CORNER = 3
"""Links of a tile in a corner."""


@dataclass
class Siege:
    """A door that is being struck from within, until it gives."""

    door: int = 0  # id of the level's Door, 0 none
    since: int = 0  # tick
    worn: float = 0.0  # s of what it holds that are gone
    told: int = 0  # captions told
    blows: int = 0  # moments of striking that are past
    then: str = ""  # the event that follows
    dents: tuple[str, ...] = ()  # captions at equal shares of the way


@dataclass
class Sounding:
    """A thing of the level that makes noise for a while."""

    thing: int
    since: int  # tick
    until: int  # tick
    loudness: float  # tile
    heard: int  # Heard


@dataclass
class Story:
    """What has happened, as conditions ask for it; and what the script still has to do."""

    events: dict[str, int] = field(default_factory=dict)  # name -> tick it first happened
    circuits: dict[str, bool] = field(default_factory=dict)  # those that run, and no others
    tags: dict[int, int] = field(default_factory=dict)  # number -> tick it was taken
    choices: dict[str, str] = field(default_factory=dict)  # those of the levels before as well
    done: list[int] = field(default_factory=list)  # ids of objectives reached or passed by
    noted: list[int] = field(default_factory=list)  # ids of optional objectives the player was told of
    agenda: list[tuple[int, int, str]] = field(default_factory=list)  # (tick, order, "beat/action")
    asking: str = ""  # the choice on the table, "" when none
    must_answer: bool = False  # the script asked: walking away does not help
    checkpoint: int = 0  # number of the last tag, 0 is the start
    owes_place: bool = False  # a place to come back to was come by, and it is not kept yet
    outcome: str = ""  # "", "exit" or "dead"
    way_out: int = 0  # id of the Exit that was taken, 0 for none
    ending: str = ""  # what became of the world, once the last level is left
    tags_before: int = 0  # name tags found in the levels before
    deaths: int = 0  # of the hero so far; the session keeps it over retries
    fired: dict[int, int] = field(default_factory=dict)  # trigger id -> tick it last went off
    inside: list[int] = field(default_factory=list)  # ids of triggers the hero stood in a tick ago
    called: list[int] = field(default_factory=list)  # ids of spawns that appeared since the beginning
    calling: list[int] = field(default_factory=list)  # ids of spawns whose screamer draws breath
    radios: list[int] = field(default_factory=list)  # ids of radios switched on by hand
    sounding: list[Sounding] = field(default_factory=list)
    music: str = ""  # the script's last word on it
    siege: Siege = field(default_factory=Siege)


@dataclass
class Tension:
    """The director's reading of how hard the player has it, and what it does about it."""

    phase: str = "build"  # build, sustain, fade, relax
    since: int = 0
    until: int = 0
    intensity: float = 0.0
    hunters: int = 0  # near a player, when last counted
    wanted: float = 0.0
    spent: float = 0.0
    quiet_until: int = 0  # the script wants peace until then
    low_since: int = 0  # since when there is too little
    extra: list[int] = field(default_factory=list)  # ids of those it sent
    coming: list[int] = field(default_factory=list)  # those of them who were not told where to go yet
    size: int = 0  # of the pack that is to come next; 0 is not drawn yet
    search: Wave | None = None  # the way from the player outward, while it looks
    trail: list[tuple[float, ...]] = field(default_factory=list)  # where the player was at its last decisions
    emptied: dict[int, int] = field(default_factory=dict)  # SpawnField id -> tick its last one died


@dataclass
class Crowd:
    """Who stands on which tile this tick, rebuilt by ``sense/space.py``.

    Attributes:
        count: ``(h, w)`` living bodies on each tile.
        dead: ``(h, w)`` of them, the dead.
    """

    derived: ClassVar[frozenset[str]] = frozenset({"count", "dead"})
    count: NDArray[np.int32]
    dead: NDArray[np.int32]
