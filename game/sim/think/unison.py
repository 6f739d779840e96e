"""Breath: every one of the dead has a phase, and neighbours draw each other into step.

Rules of this module:
- The phase is a 16-bit fraction of a turn and advances at each one's own rate, every tick.
- Once in ``unison.every`` ticks it is drawn toward the mean phase of the own cell and its eight
  neighbours (Kuramoto 1975, with the mean field of a coarse grid); sleepers are drawn more strongly.
- Sines come from a table made once by a polynomial of + - * only, and sums are of whole numbers: the
  result is the same bits everywhere, in whatever order.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.schedule import system
from game.sim.components import Body, Int, Mind, Mood, Num, Pulse
from game.sim.resources import TICKS_PER_SECOND, Clock, Ground

ASLEEP = int(Mood.ASLEEP)
STEPS = 1024
"""Entries of the table, a full turn."""
SHIFT = 6
"""Bits of a 16-bit phase below the table's fineness."""
ONE = 16384
"""A sine of 1 in the table."""
RADIAN = np.float32(10430.378)
"""Phase units of one radian: 65536 / (2 pi)."""
HALF_PI = 1.5707963267948966
TERMS = (1.0, -1 / 6, 1 / 120, -1 / 5040, 1 / 362880, -1 / 39916800)
"""Taylor's series of the sine: below 6e-8 off up to a quarter turn."""


def _sine(angle: float) -> float:
    """Return the sine of 0..pi/2 by Horner's rule."""
    total = 0.0
    for term in reversed(TERMS):
        total = total * (angle * angle) + term
    return total * angle


def _table() -> NDArray[np.int32]:
    quarter = [round(_sine(HALF_PI * 4 * k / STEPS) * ONE) for k in range(STEPS // 4 + 1)]
    half = quarter + quarter[-2:0:-1]
    return np.array(half + [-value for value in half], np.int32)


SINES = _table()
"""``(STEPS,)`` sines of a full turn times ``ONE``."""


def sine(theta: Int) -> Int:
    """Return ``ONE`` times the sine of 16-bit phases."""
    return np.asarray(SINES[theta >> SHIFT])


def cosine(theta: Int) -> Int:
    """Return ``ONE`` times the cosine of 16-bit phases."""
    return np.asarray(SINES[((theta >> SHIFT) + STEPS // 4) % STEPS])


def order(theta: Int) -> float:
    """Return the order parameter of phases, 0 (each its own) to 1 (all as one)."""
    if not len(theta):
        return 0.0
    s, c = float(sine(theta).sum(dtype=np.int64)), float(cosine(theta).sum(dtype=np.int64))
    return float(np.sqrt(s * s + c * c)) / (ONE * len(theta))


@system
def beat(pulse: Mut[Pulse], mind: Mind, body: Body, clock: Clock, ground: Ground, tuning: Tuning) -> None:
    """Advance all phases, and let neighbours draw each other."""
    unison = tuning.unison
    if clock.tick % unison.every == 0:
        pull = _pull(pulse.theta, body.pos, ground.solid.shape, unison.cell_tiles)
        asleep = mind.mood == ASLEEP
        coupling = np.where(
            asleep, np.float32(unison.sleep_coupling_per_s), np.float32(unison.coupling_per_s)
        )
        seconds = np.float32(unison.every / TICKS_PER_SECOND)
        drawn = np.rint(pull * coupling * seconds * RADIAN).astype(np.int32)
        pulse.theta += drawn.astype(np.uint16)  # 16 bits wrap round, as a phase does
    pulse.theta += pulse.rate


def _pull(theta: Int, pos: NDArray[np.float32], shape: tuple[int, ...], cell: int) -> Num:
    """Return the sine of how far the neighbours' mean phase is ahead of each, ``(n,)``."""
    high, wide = shape[0] // cell + 3, shape[1] // cell + 3
    place = (pos[:, 1].astype(np.int32) // cell + 1) * wide + pos[:, 0].astype(np.int32) // cell + 1
    s, c = sine(theta), cosine(theta)
    field_s, field_c = (_around(part, place, high, wide) for part in (s, c))
    far = np.sqrt(field_s * field_s + field_c * field_c) + 1
    return np.asarray((field_s / far * c - field_c / far * s) / ONE, np.float32)


def _around(part: Int, place: Int, high: int, wide: int) -> NDArray[np.float64]:
    """Sum whole numbers over each one's own and the eight neighbouring cells, ``(n,)``."""
    cells = np.bincount(place, weights=part, minlength=high * wide).reshape(high, wide)
    rows = cells.copy()
    rows[:, 1:] += cells[:, :-1]
    rows[:, :-1] += cells[:, 1:]
    block = rows.copy()
    block[1:] += rows[:-1]
    block[:-1] += rows[1:]
    return np.asarray(block.reshape(-1)[place])
