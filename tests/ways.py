"""Ways through a level, for tests that judge a map: where a body fits, how far, what sees what.

Rules of this module: plain grids in, plain grids out; walkable means that a body of radius 0.375
tiles stands there on the level's quarter tiles; a step is one tile; sight runs between centres.
"""

from __future__ import annotations

import heapq
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    import numpy.typing as npt

    from game.data.area import Area
    from game.data.level import Level
    from game.data.things import Route

    Grid = npt.NDArray[np.bool_]
    Lengths = npt.NDArray[np.float64]
    Tile = tuple[int, int]  # x, y

QUARTERS = 4
FAR = np.inf


def room_to_stand(level: Level, shut: Collection[str] = ()) -> Grid:
    """Quarter tiles on whose centre a body fits, with the doors named in ``shut`` closed."""
    taken = level.footprint.copy()
    for door in level.doors:
        if door.name in shut:
            window, inside = door.area.raster(taken.shape, QUARTERS)
            taken[window] |= inside
    near = np.pad(taken, 1, constant_values=True)
    rows, cols = taken.shape
    crowded = np.zeros_like(taken)
    for dy in range(3):
        for dx in range(3):
            crowded |= near[dy : dy + rows, dx : dx + cols]
    return ~crowded


def reached(room: Grid, start: tuple[float, float]) -> Grid:
    """Quarter tiles that a body starting at ``start`` (tiles) can come to."""
    width = room.shape[1]
    seen = np.zeros(room.size, dtype=bool)
    free = room.ravel()
    front = np.array([int(start[1] * QUARTERS) * width + int(start[0] * QUARTERS)])
    while front.size:
        seen[front] = True
        around = np.concatenate((front - 1, front + 1, front - width, front + width))
        front = np.unique(around[free[around] & ~seen[around]])
    return seen.reshape(room.shape)


def tiles_of(quarters: Grid) -> Grid:
    """Tiles of which at least a quarter can be stood on: fewer is only a corner of one."""
    rows, cols = quarters.shape
    cut = quarters.reshape(rows // QUARTERS, QUARTERS, cols // QUARTERS, QUARTERS)
    return np.asarray(cut.sum(axis=(1, 3)) >= QUARTERS)


def stands_at(quarters: Grid, at: tuple[float, float], slack: int = 1) -> bool:
    """Whether a body can be within ``slack`` quarter tiles of ``at`` (tiles)."""
    x, y = int(at[0] * QUARTERS), int(at[1] * QUARTERS)
    return bool(quarters[y - slack : y + slack + 1, x - slack : x + slack + 1].any())


def cells(area: Area, shape: tuple[int, ...]) -> Grid:
    """The tiles an area covers, as a grid."""
    grid = np.zeros(shape, dtype=bool)
    window, inside = area.raster(shape)
    grid[window] |= inside
    return grid


def covered(areas: Iterable[Area], free: Grid) -> Grid:
    """The free tiles that any of these areas covers, as a grid."""
    grid = np.zeros_like(free)
    for area in areas:
        grid |= cells(area, free.shape)
    return np.asarray(grid & free)


def along(line: Area, shape: tuple[int, ...]) -> Grid:
    """The tiles a polyline or the rim of a polygon runs over, as a grid."""
    grid = np.zeros(shape, dtype=bool)
    points = (*line.points, line.points[0]) if line.shape == "polygon" else line.points
    for (ax, ay), (bx, by) in pairwise(points):
        share = np.linspace(0.0, 1.0, int(4 * max(abs(bx - ax), abs(by - ay))) + 2)
        grid[(ay + (by - ay) * share).astype(int), (ax + (bx - ax) * share).astype(int)] = True
    return grid


def lengths(free: Grid, goals: Iterable[Tile], cost: Lengths | None = None) -> Lengths:
    """Walking length in tiles from every tile to the nearest goal (Dijkstra, eight neighbours).

    ``cost`` weighs the step onto a tile; a diagonal never cuts a corner.
    """
    rows, cols = free.shape
    price = np.ones(free.shape) if cost is None else cost
    length = np.full(free.shape, FAR)
    queue: list[tuple[float, int, int]] = []
    for x, y in goals:
        length[y, x] = 0.0
        queue.append((0.0, x, y))
    heapq.heapify(queue)
    open_ = free.tolist()
    while queue:
        so_far, x, y = heapq.heappop(queue)
        if so_far > length[y, x]:
            continue
        for dx, dy in STEPS:
            u, v = x + dx, y + dy
            if not (0 <= u < cols and 0 <= v < rows and open_[v][u]):
                continue
            if dx and dy and not (open_[y][u] and open_[v][x]):
                continue
            then = so_far + price[v, u] * (DIAGONAL if dx and dy else 1.0)
            if then < length[v, u]:
                length[v, u] = then
                heapq.heappush(queue, (then, u, v))
    return length


DIAGONAL = 2.0**0.5
STEPS = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))


def way(free: Grid, start: Tile, goal: Tile, cost: Lengths | None = None) -> list[Tile]:
    """The cheapest way from ``start`` to ``goal``, both included; empty when there is none."""
    length = lengths(free, [goal], cost)
    x, y = start
    if not (free[goal[1], goal[0]] and np.isfinite(length[y, x])):
        return []
    found = [start]
    while (x, y) != goal:
        ahead = ((x + dx, y + dy) for dx, dy in STEPS if free[y, x + dx] and free[y + dy, x])
        x, y = min(ahead, key=lambda at: float(length[at[1], at[0]]))
        found.append((x, y))
    return found


def long(walked: Sequence[Tile]) -> float:
    """Length of a way in tiles."""
    steps = pairwise(walked)
    return sum(DIAGONAL if a[0] != b[0] and a[1] != b[1] else 1.0 for a, b in steps)


def within(marked: Grid, tiles: float) -> Grid:
    """Tiles no farther than ``tiles`` from a marked one, as the crow flies."""
    reach = int(tiles)
    rows, cols = marked.shape
    padded = np.pad(marked, reach)
    near = np.zeros_like(marked)
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            if dx * dx + dy * dy <= tiles * tiles:
                y, x = reach + dy, reach + dx
                near |= padded[y : y + rows, x : x + cols]
    return near


def seen_from(opaque: Grid, eyes: Grid, tiles: float) -> Grid:
    """Tiles that some marked tile sees within ``tiles``, walls in between hiding what is behind."""
    rows, cols = opaque.shape
    ys, xs = np.nonzero(eyes)
    seen = eyes.copy()
    reach = int(tiles)
    for dy in range(-reach, reach + 1):
        for dx in range(-reach, reach + 1):
            if 0 < dx * dx + dy * dy <= tiles * tiles:
                x, y = xs + dx, ys + dy
                ok = (x >= 0) & (y >= 0) & (x < cols) & (y < rows)
                clear = _clear(opaque, xs[ok], ys[ok], dx, dy)
                seen[y[ok][clear], x[ok][clear]] = True
    return seen


def _clear(opaque: Grid, xs: npt.NDArray[np.int64], ys: npt.NDArray[np.int64], dx: int, dy: int) -> Grid:
    """Whether the straight line from each tile to the one at (dx, dy) from it meets no wall."""
    steps = max(abs(dx), abs(dy))
    clear = np.ones(xs.shape, dtype=bool)
    for step in range(1, steps):
        x = xs + (2 * dx * step + steps) // (2 * steps)
        y = ys + (2 * dy * step + steps) // (2 * steps)
        clear &= ~opaque[y, x]
    return clear


def longest_sight(opaque: Grid, free: Grid, headings: int = 72) -> tuple[float, Tile, float]:
    """Longest straight view in tiles from any free tile: (length, from where, degrees)."""
    rows, cols = opaque.shape
    ys, xs = np.nonzero(free)
    best = (0.0, (0, 0), 0.0)
    for turn in range(headings):
        angle = turn * 2 * np.pi / headings
        across, down = float(np.cos(angle)), float(np.sin(angle))
        x, y, number = xs + 0.5, ys + 0.5, np.arange(xs.size)
        length = 0.0
        while number.size:
            x, y, length = x + 0.5 * across, y + 0.5 * down, length + 0.5
            ok = (x >= 0) & (y >= 0) & (x < cols) & (y < rows)
            ok[ok] = ~opaque[y[ok].astype(int), x[ok].astype(int)]
            if not ok.any() and length > best[0]:
                first = int(number[0])
                best = (length, (int(xs[first]), int(ys[first])), 360.0 * turn / headings)
            x, y, number = x[ok], y[ok], number[ok]
    return best


def two_ways(free: Grid, here: Tile, there: Tile, apart: int) -> tuple[list[Tile], list[Tile]] | None:
    """Two ways that stay ``apart`` tiles from one another but near their ends; None if none is found.

    The first way is pushed off the last failure by raising the price of its surroundings.
    """
    ends = within(_marked(free.shape, [here, there]), 2.0 * apart)
    first = way(free, here, there)
    for push in (0.0, 3.0, 8.0):
        around = within(_marked(free.shape, first), apart + 2.0) & ~ends
        other = way(free, here, there, np.where(around, 1.0 + push, 1.0)) if push else first
        kept = free & (~within(_marked(free.shape, other), float(apart)) | ends)
        second = way(kept, here, there)
        if second:
            return other, second
        first = other
    return None


def _marked(shape: tuple[int, ...], tiles: Sequence[Tile]) -> Grid:
    grid = np.zeros(shape, dtype=bool)
    for x, y in tiles:
        grid[y, x] = True
    return grid


def blocked_on(route: Route, reached: Grid) -> list[tuple[float, float]]:
    """Places on a route where nobody can stand, looked at four times a tile."""
    points = route.area.points
    closed = (*points, points[0]) if route.area.shape == "polygon" else points
    blocked: list[tuple[float, float]] = []
    for (ax, ay), (bx, by) in pairwise(closed):
        steps = int(4 * max(abs(bx - ax), abs(by - ay))) + 1
        line = [(ax + (bx - ax) * n / steps, ay + (by - ay) * n / steps) for n in range(steps)]
        blocked += [at for at in line if not stands_at(reached, at, slack=2)]
    return blocked
