"""Where a person would rather not go: a cost around everybody seen, while they are remembered.

Rules of this module: ticks are the bot's own, which never go back; costs are those of ``route``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.sim.components import Sort

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.play.observation import Observation, Others

Place = tuple[float, float]


@dataclass(frozen=True)
class Fear:
    """How somebody is kept away from.

    Attributes:
        reach: tiles around it that cost more.
        cost: tiles of walking that the tile it stands on is worth avoiding; nothing at ``reach``.
        ticks: how long it is remembered there.
    """

    reach: float
    cost: int
    ticks: int


ASLEEP = Fear(4.0, 6, 60 * 600)  # they stay where they are
IDLE = Fear(5.5, 7, 60 * 60)
HUNTER = Fear(4.5, 9, 60 * 6)  # it comes after one anyway; only do not run into its arms
SOLDIER = Fear(11.0, 14, 60 * 60)  # a bullet is faster than any leg
LURKER = Fear(5.0, 12, 60 * 180)  # it waits for just that
MOST = 25  # tiles of walking; beyond that all ways are equally bad


@dataclass
class Known:
    """Somebody seen, and when."""

    at: Place
    tick: int
    hunts: bool
    asleep: bool
    sort: int

    @property
    def fear(self) -> Fear:
        """How this one is kept away from."""
        if self.sort == Sort.SOLDIER:
            return SOLDIER
        if self.hunts:
            return HUNTER
        if self.sort == Sort.LURKER:
            return LURKER
        return ASLEEP if self.asleep else IDLE


class Danger:
    """Everybody who would do harm, as last seen."""

    def __init__(self) -> None:
        self.known: dict[int, Known] = {}
        self.fears_the_dead = True

    def look(self, seen: Observation, now: int) -> None:
        """Remember who is visible; forget who is not where they were, or was seen too long ago."""
        foes = seen.others.foes()
        for i, (who, (x, y)) in enumerate(zip(foes.id.tolist(), foes.pos.tolist(), strict=True)):
            mood = bool(foes.hunts[i]), bool(foes.asleep[i])
            self.known[who] = Known((x, y), now, *mood, int(foes.sort[i]))
        for who, known in list(self.known.items()):
            if now - known.tick > known.fear.ticks or (
                known.tick != now and _near(known.at, seen.me.pos, 2.0)
            ):
                del self.known[who]

    def cost(self, shape: tuple[int, ...]) -> NDArray[np.int32]:
        """What each tile is worth avoiding, ``[h, w]`` in tiles of walking, at least 1."""
        cost = np.ones(shape, np.int32)
        for known in self._feared():
            _stamp(cost, known.at, known.fear)
        return np.minimum(cost, MOST)

    def around(self, at: Place, reach: float) -> list[Known]:
        """Those remembered within ``reach`` tiles of a place."""
        return [known for known in self._feared() if _near(known.at, at, reach)]

    def _feared(self) -> list[Known]:
        """Everybody remembered who would do harm as things are."""
        return [k for k in self.known.values() if self.fears_the_dead or k.sort == Sort.SOLDIER]


def _near(a: Place, b: Place, reach: float) -> bool:
    dx, dy = a[0] - b[0], a[1] - b[1]
    return dx * dx + dy * dy <= reach * reach


def _stamp(cost: NDArray[np.int32], at: Place, fear: Fear) -> None:
    """Add a cone of cost around a place."""
    x0, y0 = max(int(at[0] - fear.reach), 0), max(int(at[1] - fear.reach), 0)
    x1, y1 = int(at[0] + fear.reach) + 1, int(at[1] + fear.reach) + 1
    window = cost[y0:y1, x0:x1]
    dy = np.arange(y0, y0 + window.shape[0])[:, None] + 0.5 - at[1]
    dx = np.arange(x0, x0 + window.shape[1])[None, :] + 0.5 - at[0]
    share = 1 - np.sqrt(dx * dx + dy * dy) / fear.reach
    window += (np.maximum(share, 0) * fear.cost).astype(np.int32)


def hunters(others: Others, at: Place, reach: float) -> Others:
    """The foes in sight that hunt, within ``reach`` tiles, nearest first."""
    foes = others.foes()
    away = foes.pos - np.array(at)
    far = np.sqrt((away * away).sum(axis=1))
    close = foes.only(foes.hunts & (far <= reach))
    away = close.pos - np.array(at)
    order = np.argsort((away * away).sum(axis=1), kind="stable")
    return close.only(order)
