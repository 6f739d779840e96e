"""What can be seen from a point: walls as segments, and the distance to the first one in every direction.

Rules of this module:
- Directions are equal angles, ``BINS`` unless asked for fewer, clockwise from east as on the screen.
  Lengths are tiles.
- Only faces turned toward the eye count, and each is tried only against the bins it spans: the work follows
  the number of bins times how many faces lie behind one another, not bins times faces.
- A face is hit where the middle of a bin crosses it, exactly (1-D shadow map).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np

from game.ecs.column import Array

BINS = 1024
TURN = 2 * np.pi
NEAREST = 1e-4  # tile; an eye this close to a face does not see it


@dataclass(frozen=True)
class Segments:
    """Borders between open and opaque tiles, merged into straight runs.

    Attributes:
        level: float32 ``(n,)``, y of a horizontal run, x of a vertical one.
        low, high: float32 ``(n,)``, its ends along the other axis.
        upright: bool ``(n,)``, vertical.
        side: float32 ``(n,)``, +1 if the open side has the larger ``level``, else -1.
    """

    level: Array
    low: Array
    high: Array
    upright: Array
    side: Array

    @cached_property
    def box(self) -> tuple[Array, Array, Array, Array]:
        """The least and the largest x, the least and the largest y of each: float32 ``(n,)``."""
        return (
            np.where(self.upright, self.level, self.low),
            np.where(self.upright, self.level, self.high),
            np.where(self.upright, self.low, self.level),
            np.where(self.upright, self.high, self.level),
        )


def segments(opaque: Array) -> Segments:
    """The borders of opaque tiles ``[h, w]``."""
    parts: list[tuple[Array, Array, Array, bool, int]]
    parts = [(*_runs(opaque, +1), False, +1), (*_runs(opaque, -1), False, -1)]
    parts += [(*_runs(opaque.T, +1), True, +1), (*_runs(opaque.T, -1), True, -1)]
    counts = [len(part[0]) for part in parts]
    level, low, high = (np.concatenate([part[i] for part in parts]).astype(np.float32) for i in range(3))
    upright = np.repeat([part[3] for part in parts], counts)
    return Segments(level, low, high, upright, np.repeat(np.array([p[4] for p in parts], np.float32), counts))


def _runs(opaque: Array, side: int) -> tuple[Array, Array, Array]:
    """Runs of border whose open tiles lie below (+1) or above (-1), as level, low and high."""
    first, second = opaque[:-1], opaque[1:]
    border = first & ~second if side > 0 else second & ~first
    marks = np.zeros((border.shape[0], border.shape[1] + 2), np.int8)
    marks[:, 1:-1] = border
    steps = np.diff(marks, axis=1)
    rows, low = np.nonzero(steps == 1)
    _, high = np.nonzero(steps == -1)
    return rows + 1, low, high


def _around(walls: Segments, eyes: Array, reach: float) -> Segments:
    """Those that come within ``reach`` of the box around eyes."""
    (left, top), (right, bottom) = eyes.min(axis=0) - reach, eyes.max(axis=0) + reach
    x0, x1, y0, y1 = walls.box
    return _only(walls, (x0 < right) & (x1 > left) & (y0 < bottom) & (y1 > top))


def _only(walls: Segments, keep: Array) -> Segments:
    return Segments(
        walls.level[keep], walls.low[keep], walls.high[keep], walls.upright[keep], walls.side[keep]
    )


def cast(walls: Segments, x: float, y: float, reach: float) -> Array:
    """Distance to the first wall from one eye, float32 ``(BINS,)``, at most ``reach``."""
    eye = np.array([[x, y]], np.float32)
    return np.asarray(cast_all(walls, eye, reach, np.zeros(1, np.intp), BINS, BINS)[0])


def cast_all(walls: Segments, eyes: Array, reach: float, first: Array, count: int, bins: int) -> Array:
    """Distance to the first wall from many eyes at once.

    Args:
        walls: whatever may be in the way.
        eyes: float32 ``(k, 2)``.
        reach: nothing comes out farther.
        first: int ``(k,)``, the bin from which each eye asks.
        count: how many bins it asks for.
        bins: there are all around.

    Returns:
        float32 ``(k, count)``, bins in order from ``first`` on.
    """
    walls = _around(walls, eyes, reach)
    best = np.full((len(eyes), bins), reach, np.float32)
    eye, face = _facing(walls, eyes, reach)
    begin, span = _span(walls, eyes[eye], face, bins)
    ahead = (begin - first[eye]) % bins
    asked = np.flatnonzero((ahead < count) | (ahead + span > bins))
    eye, face, begin, span = eye[asked], face[asked], begin[asked], span[asked]
    order = np.arange(span.sum()) - np.repeat(np.cumsum(span) - span, span)
    bin_ = (np.repeat(begin, span) + order) % bins
    far = _crossing(walls, eyes[eye], face, bin_, span, bins)
    np.minimum.at(
        best.ravel(), np.repeat(eye * bins, span) + bin_, np.where(far > NEAREST, far, np.float32(reach))
    )
    wanted = (first[:, None] + np.arange(count)) % bins
    return np.take_along_axis(best, wanted, axis=1)


@cache
def _slopes(bins: int) -> tuple[Array, Array]:
    """How a direction goes towards a face and along it: float32 ``(2 * bins,)``, first to a level one."""
    angle = (np.arange(bins) + 0.5) * (TURN / bins)
    cos, sin = np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)
    return np.concatenate([sin, cos]), np.concatenate([cos, sin])


def _facing(walls: Segments, eyes: Array, reach: float) -> tuple[Array, Array]:
    """Pairs of an eye and a face within its reach whose open side is the eye's: two ``(n,)``."""
    x, y = eyes.T[:, :, None]
    across = np.where(walls.upright, x, y) - walls.level
    along = np.where(walls.upright, y, x)
    keep = across * walls.side > NEAREST
    keep &= (np.abs(across) < reach) & (walls.low < along + reach) & (walls.high > along - reach)
    eye, face = keep.nonzero()
    return eye, face


def _span(walls: Segments, eyes: Array, face: Array, bins: int) -> tuple[Array, Array]:
    """First bin and number of bins that each face spans, with one bin to spare at either end."""
    upright, level, (x, y) = walls.upright[face], walls.level[face], eyes.T
    ends = []
    for end in (walls.low[face], walls.high[face]):
        dx = np.where(upright, level, end) - x
        dy = np.where(upright, end, level) - y
        ends.append(np.arctan2(dy, dx) * np.float32(bins / TURN))
    turn = (ends[1] - ends[0] + bins / 2) % bins - bins / 2
    start = np.where(turn >= 0, ends[0], ends[1])
    first = np.floor(start).astype(np.intp) - 1
    return first, np.ceil(np.abs(turn)).astype(np.intp) + 3


def _crossing(walls: Segments, eyes: Array, face: Array, bin_: Array, span: Array, bins: int) -> Array:
    """Distance at which the bins that faces span cross them; infinite where one passes by.

    Args:
        walls: whose faces.
        eyes: float32 ``(n, 2)``, one a face.
        face: int ``(n,)``.
        bin_: int ``(m,)``, ``span`` of the first face, then of the next.
        span: int ``(n,)``.
        bins: there are all around.
    """
    upright, (x, y) = walls.upright[face], eyes.T
    along = np.where(upright, y, x)
    ends = walls.level[face] - np.where(upright, x, y), walls.low[face] - along, walls.high[face] - along
    off, low, high = np.stack(ends).repeat(span, axis=1)
    slope = np.repeat(upright * bins, span) + bin_
    toward, aside = (table[slope] for table in _slopes(bins))
    with np.errstate(divide="ignore", invalid="ignore"):
        far = off / toward
        place = far * aside
    slack = np.float32(1e-3)
    on = (place >= low - slack) & (place <= high + slack)
    return np.where(on & (far > 0), far, np.float32(np.inf))
