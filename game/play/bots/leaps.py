"""Leaping as Su-hyeok does: which gaps a run carries over, and when to take off.

Rules of this module:
- What was seen to be nothing is leapt over straight, where there is firm ground to run on before it and
  behind it.
- Who is pressed counts on a gap only while there is room to gather momentum on the way to it, or there is
  momentum already; who is not runs up first (see ``laps``).
- One takes off when the next stride would end in nothing and there is firm ground where the leap ends;
  before a gap that cannot be taken one stops, and so where one was about to cut a corner over nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data.enums import Hero
from game.sim.components import Button
from game.sim.intent import Intent
from game.sim.resources import NEIGHBOURS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.play.bots.route import Tile
    from game.play.observation import Me, Observation

Place = tuple[float, float]
WIDEST = 3
"""Tiles of nothing that a leap carries over."""
ROOM = 2
"""Tiles of firm ground before a gap and behind it."""
RUN_UP = 14.0
"""Tiles of running that full momentum takes."""
LEAP = 3.8
"""How far a leap carries, tile."""
AT_SPEED = 4.5
"""Tiles a second; slower than this nobody takes off."""
STRIDE = 0.7
"""How far ahead one looks where one treads, tile."""
EAST, SOUTH, WEST, NORTH = (NEIGHBOURS.index(way) for way in ((1, 0), (0, 1), (-1, 0), (0, -1)))


def leaps(me: Me) -> bool:
    """Whether one plays somebody who can."""
    return me.hero == Hero.SUHYEOK


def add_leaps(links: NDArray[np.uint8], seen: Observation, *, runs_up: bool) -> None:
    """Let the gaps that can be leapt be walked over, in ``links (h, w)``: straight, and both ways.

    Args:
        links: changed in place.
        seen: the latest observation.
        runs_up: whether there is time to gather momentum first.
    """
    firm = (links != 0) & seen.known & ~seen.void
    in_time = np.ones_like(firm) if runs_up else _in_time(seen)
    _add_along(links, firm, seen.void, in_time, (EAST, WEST))
    _add_along(links.T, firm.T, seen.void.T, in_time.T, (SOUTH, NORTH))


def _in_time(seen: Observation) -> NDArray[np.bool_]:
    """Tiles before which momentum will be full, ``(h, w)``."""
    rows, cols = np.ogrid[: seen.void.shape[0], : seen.void.shape[1]]
    x, y = seen.me.pos
    needs = RUN_UP * (1 - seen.me.momentum)
    far: NDArray[np.bool_] = (cols + 0.5 - x) ** 2 + (rows + 0.5 - y) ** 2 >= needs * needs
    return far


def _add_along(
    links: NDArray[np.uint8],
    firm: NDArray[np.bool_],
    void: NDArray[np.bool_],
    in_time: NDArray[np.bool_],
    bits: tuple[int, int],
) -> None:
    """Join, along the rows, what lies on both sides of a gap."""
    on, back = (np.uint8(1 << bit) for bit in bits)
    for wide in range(1, WIDEST + 1):
        span = wide + 2 * ROOM
        if void.shape[1] < span:
            return
        parts: Any = [each[:, k : each.shape[1] - span + k + 1] for each in (firm, void) for k in range(span)]
        grounds, nothing = parts[:span], parts[span:]
        may = in_time[:, : in_time.shape[1] - span + 1].copy()
        for k in range(span):
            may &= nothing[k] if ROOM <= k < ROOM + wide else grounds[k]
        for y, x in zip(*(each.tolist() for each in may.nonzero()), strict=True):
            links[y, x + ROOM - 1 : x + ROOM + wide] |= on
            links[y, x + ROOM : x + ROOM + wide + 1] |= back


def leap(seen: Observation, ahead: list[Tile], walks: Intent) -> Intent | None:
    """Return what to do at a gap that the way ahead leads over; ``None`` where there is none yet.

    Args:
        seen: the latest observation.
        ahead: the next tiles of the way.
        walks: what one would do on firm ground.
    """
    me, nothing = seen.me, seen.void
    gap = next(((x + 0.5, y + 0.5) for x, y in ahead if nothing[y, x]), None)
    if gap and nothing[_tile(me.pos)]:
        return Intent(walks.move, walks.aim, walks.held | Button.DODGE)
    speed = math.hypot(*me.vel)
    if speed < 1:
        return _back(me, gap) if gap and me.momentum < 1 else None
    way = me.vel[0] / speed, me.vel[1] / speed
    next_stride = _on(me.pos, way, STRIDE)
    if not _is_nothing(seen, next_stride):
        return None
    if gap and me.momentum >= 1 and speed >= AT_SPEED and _is_firm(seen, _on(me.pos, way, LEAP)):
        return Intent(walks.move, walks.aim, walks.held | Button.DODGE)
    return _back(me, gap or next_stride)


def _back(me: Me, edge: Place) -> Intent:
    """Step back from an edge."""
    away = me.pos[0] - edge[0], me.pos[1] - edge[1]
    far = max(math.hypot(*away), 1e-6)
    return Intent.at((away[0] / far, away[1] / far), (-away[0], -away[1]))


def _is_nothing(seen: Observation, at: Place) -> bool:
    """Whether there is nothing to tread on."""
    x, y = int(at[0]), int(at[1])
    height, width = seen.void.shape
    return 0 <= x < width and 0 <= y < height and bool(seen.void[y, x])


def _is_firm(seen: Observation, at: Place) -> bool:
    """Whether one can land there."""
    tile = _tile(at)
    inside = 0 <= tile[0] < seen.void.shape[0] and 0 <= tile[1] < seen.void.shape[1]
    return inside and not seen.void[tile] and bool(seen.known[tile] and seen.links[tile])


def _on(at: Place, way: Place, tiles: float) -> Place:
    return at[0] + way[0] * tiles, at[1] + way[1] * tiles


def _tile(at: Place) -> tuple[int, int]:
    """Row and column."""
    return int(at[1]), int(at[0])
