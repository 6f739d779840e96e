"""Where a foe could be whom nobody sees: chances over tiles, one grid a foe.

Rules of this module:
- A grid is a window of the map around the last sign of the foe, with a border of one tile that is never
  entered; it lies flat, row after row, so that a neighbour is a fixed number of places away.
- RUNNING mass is a foe still on its way, SETTLED mass one that has stopped. Together they are 1.
- All of it is state: it is worked on over many ticks and remembers what was looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from game.sim.waves import Wave

Grid = NDArray[np.float32]
"""Flat, one number a tile of a window."""


@dataclass(frozen=True)
class Window:
    """Where on the map a grid lies, border included.

    Attributes:
        left, top: tile of the map under the grid's first place; -1 when the window touches the map's edge.
        width, height: tiles.
    """

    left: int
    top: int
    width: int
    height: int

    def place(self, x: int, y: int) -> int:
        """Return the place of a tile of the map, -1 when it is not inside the border."""
        column, row = x - self.left, y - self.top
        inside = 0 < column < self.width - 1 and 0 < row < self.height - 1
        return row * self.width + column if inside else -1

    def tile(self, place: int) -> tuple[int, int]:
        """Return the tile (x, y) of a place."""
        return self.left + place % self.width, self.top + place // self.width


@dataclass
class Flow:
    """How mass may move; made once the way from the last sign to every tile is known.

    Attributes:
        open: ``(8, m)`` 1 where a link leads to that neighbour, of all places but the first and last
            ``width + 1``.
        into: ``(8, m)`` 1 where mass running in that neighbour may run on to here.
        stay: ``(n,)`` share of the running mass that settles in a step.
        split: ``(n,)`` part of what runs on that goes to each next tile.
        prior: ``(n,)`` how likely one hides here, as a factor; 0 where nobody can be.
        even: ``(n,)`` part of what creeps out that goes to each neighbour, times that one's prior.
    """

    open: NDArray[np.float32]
    into: NDArray[np.float32]
    stay: Grid
    split: Grid
    prior: Grid
    even: Grid


@dataclass
class Parties:
    """Who goes where together.

    Attributes:
        who: ``(k,)`` ids.
        party: ``(k,)`` the number of each one's party.
        goal: ``(p,)`` place in the window each party goes to, -1 for none yet.
        worth: ``(p,)`` what the mass around it was when it was chosen.
        since: ``(p,)`` tick it was chosen.
        place: ``(p, 2)`` where its first one last got on, tile.
        moved_at: ``(p,)`` tick of that.
    """

    who: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    party: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, np.intp))
    goal: NDArray[np.intp] = field(default_factory=lambda: np.empty(0, np.intp))
    worth: NDArray[np.float32] = field(default_factory=lambda: np.empty(0, np.float32))
    since: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))
    place: NDArray[np.float32] = field(default_factory=lambda: np.empty((0, 2), np.float32))
    moved_at: NDArray[np.int64] = field(default_factory=lambda: np.empty(0, np.int64))


@dataclass
class Belief:
    """What the searchers of one foe take for possible.

    Attributes:
        foe: id.
        at: tick of the last sign of it.
        spot: where that was, tile.
        window: where the grids lie.
        wave: the walk from the last sign to every tile, under way until its front is empty.
        links: ``(n,)`` as ``Ground.links``, none across the border.
        run, rest: ``(n,)`` running and settled mass.
        steps: tiles the running mass has run.
        doubted_at: tick of the last doubt.
        flow: None until the walk is known.
        next_look: how many looks were taken: whose turn it is.
        parties: who goes where together.
    """

    foe: int
    at: int
    spot: tuple[float, float]
    window: Window
    wave: Wave
    links: NDArray[np.uint8]
    run: Grid
    rest: Grid
    doubted_at: int
    steps: int = 0
    flow: Flow | None = None
    next_look: int = 0
    parties: Parties = field(default_factory=Parties)


@dataclass
class Beliefs:
    """Every foe that is lost, in the order they were; and where some were found.

    Attributes:
        lost: at most ``belief.most``.
        found: tiles where somebody lost for a while was found, the latest last.
    """

    lost: list[Belief] = field(default_factory=list)
    found: list[tuple[int, int]] = field(default_factory=list)
