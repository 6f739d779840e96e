"""Where a thing of a map lies, in tiles.

Rules of this module:
- Lengths are tiles: 1.0 is one tile (16 px in Tiled). x grows to the east, y to the south.
- A turned rectangle keeps Tiled's meaning: turned clockwise about its top-left corner.
- A cell belongs to an area when the cell's CENTRE lies inside it.
- Sines are rounded to nine places, so that two machines whose maths libraries differ in the last
  bit still rasterise the same cells: levels feed a simulation that is exact to the bit.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

Point = tuple[float, float]
Shape = Literal["point", "rect", "ellipse", "polygon", "polyline"]

SIZED: tuple[Shape, ...] = ("rect", "ellipse")


def heading(degrees: float) -> Point:
    """Unit vector ``degrees`` clockwise from east (y grows to the south)."""
    radians = math.radians(degrees)
    return round(math.cos(radians), 9), round(math.sin(radians), 9)


def turned(points: Sequence[Point], pivot: Point, degrees: float) -> tuple[Point, ...]:
    """``points`` turned clockwise about ``pivot`` (all in tiles)."""
    (cos, sin), (px, py) = heading(degrees), pivot
    return tuple(
        (px + (x - px) * cos - (y - py) * sin, py + (x - px) * sin + (y - py) * cos) for x, y in points
    )


@dataclass(frozen=True, slots=True)
class Area:
    """A point, line or region of the map.

    Attributes:
        shape: what was drawn.
        points: tiles; one for a point, the four corners (clockwise from the drawn top-left, turn
            applied) for a rect or ellipse, the vertices for a polygon or polyline.
        size: drawn width and height in tiles before turning; (0, 0) but for rect and ellipse.
        turn: degrees clockwise, as Tiled writes it; already applied to ``points``.
    """

    shape: Shape
    points: tuple[Point, ...]
    size: Point = (0.0, 0.0)
    turn: float = 0.0

    @classmethod
    def point(cls, x: float, y: float) -> Area:
        """A single place."""
        return cls("point", ((float(x), float(y)),))

    @classmethod
    def rect(cls, x: float, y: float, width: float, height: float, turn: float = 0.0) -> Area:
        """A rectangle with its top-left corner at (x, y), turned clockwise about that corner."""
        return cls("rect", _corners(x, y, width, height, turn), (float(width), float(height)), turn)

    @classmethod
    def ellipse(cls, x: float, y: float, width: float, height: float, turn: float = 0.0) -> Area:
        """The ellipse inside ``rect`` of the same arguments."""
        return cls("ellipse", _corners(x, y, width, height, turn), (float(width), float(height)), turn)

    @property
    def box(self) -> tuple[float, float, float, float]:
        """The upright rectangle around it: (x0, y0, x1, y1) in tiles."""
        xs = [x for x, _ in self.points]
        ys = [y for _, y in self.points]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def at(self) -> Point:
        """The point itself, or the centre of the box, in tiles."""
        x0, y0, x1, y1 = self.box
        return (x0 + x1) / 2, (y0 + y1) / 2

    @property
    def corners(self) -> tuple[Point, ...]:
        """Four corners, clockwise: of the turned rectangle, or of the box of any other shape."""
        if self.shape in SIZED:
            return self.points
        x0, y0, x1, y1 = self.box
        return (x0, y0), (x1, y0), (x1, y1), (x0, y1)

    def contains(self, x: float, y: float) -> bool:
        """Whether (x, y) lies inside; a point holds its own tile, a polyline holds nothing."""
        return bool(self.inside(np.float64(x), np.float64(y)))

    def inside(self, x: Any, y: Any) -> Any:
        """``contains`` for arrays: bool of the broadcast shape of ``x`` and ``y`` (tiles)."""
        if self.shape in SIZED:
            return self._inside_sized(x, y)
        if self.shape == "polygon":
            return self._inside_polygon(x, y)
        if self.shape == "point":
            (px, py) = self.points[0]
            return (np.floor(x) == math.floor(px)) & (np.floor(y) == math.floor(py))
        return np.zeros(np.broadcast(x, y).shape, dtype=bool)

    def raster(
        self, shape: tuple[int, ...], per_tile: int = 1
    ) -> tuple[tuple[slice, slice], npt.NDArray[np.bool_]]:
        """The cells whose centres lie inside.

        Args:
            shape: rows and columns of the whole grid, in cells.
            per_tile: cells along one tile (4 for quarter tiles).

        Returns:
            A window into a grid of that shape and the mask inside that window.
        """
        x0, y0, x1, y1 = self.box
        rows = _window(y0, y1, per_tile, shape[0])
        cols = _window(x0, x1, per_tile, shape[1])
        y = (np.arange(rows.start, rows.stop)[:, None] + 0.5) / per_tile
        x = (np.arange(cols.start, cols.stop)[None, :] + 0.5) / per_tile
        return (rows, cols), self.inside(x, y)

    def _inside_sized(self, x: Any, y: Any) -> Any:
        """Along and across the drawn box, each in 0..1 inside it; half open, so tiles tile."""
        (ox, oy), (ux, uy), _, (vx, vy) = self.points
        width, height = self.size
        if width <= 0 or height <= 0:
            return np.zeros(np.broadcast(x, y).shape, dtype=bool)
        dx, dy = x - ox, y - oy
        along = (dx * (ux - ox) + dy * (uy - oy)) / (width * width)
        across = (dx * (vx - ox) + dy * (vy - oy)) / (height * height)
        if self.shape == "ellipse":
            return (2 * along - 1) * (2 * along - 1) + (2 * across - 1) * (2 * across - 1) <= 1
        return (along >= 0) & (along < 1) & (across >= 0) & (across < 1)

    def _inside_polygon(self, x: Any, y: Any) -> Any:
        """Even-odd rule (Franklin's PNPOLY): count the edges a ray to the east crosses."""
        odd = np.zeros(np.broadcast(x, y).shape, dtype=bool)
        for (ax, ay), (bx, by) in zip(self.points, self.points[1:] + self.points[:1], strict=True):
            if ay != by:
                crosses = (y < ay) != (y < by)
                odd = odd ^ (crosses & (x < ax + (y - ay) * (bx - ax) / (by - ay)))
        return odd


NOWHERE = Area.point(0.0, 0.0)


def _corners(x: float, y: float, width: float, height: float, turn: float) -> tuple[Point, ...]:
    x, y = float(x), float(y)
    upright = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
    return turned(upright, (x, y), turn) if turn else upright


def _window(low: float, high: float, per_tile: int, limit: int) -> slice:
    """The cells that [low, high] tiles may touch, clipped to the grid."""
    start = min(max(math.floor(low * per_tile), 0), limit)
    return slice(start, max(start, min(math.ceil(high * per_tile) + 1, limit)))
