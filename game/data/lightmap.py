"""Light that does not move: ambient, zones, and lamps behind walls.

Rules of this module:
- Basic operations in a fixed order only, so every machine bakes the same map.
- A lamp's light falls off as (1 - (d/r)^2)^2 (Karis, "Real Shading in Unreal Engine 4", 2013,
  without its inverse square) and adds to the others; the sum is clipped to 1.
- A tile is lit when the straight line from the lamp to its centre crosses no opaque tile. The
  tile itself and the lamp's own tile never stand in the way: a lit wall shows its face.
- A lamp with a circuit shines while the circuit runs.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from game.data.area import heading

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    import numpy.typing as npt

    from game.data.level import Level
    from game.data.things import Light, LightZone, Power

    Grid = npt.NDArray[np.bool_]
    Floats = npt.NDArray[np.float64]

SAMPLES_PER_TILE = 3  # along a ray; below 2 light leaks through the corners of walls

SHY = 1 - 2.0**-20  # a ray along an edge or through a corner keeps to the lamp's side of it


def relight(level: Level, running: Container[str]) -> npt.NDArray[np.float32]:
    """The level's light while just these circuits run: float32 [height, width], 0..1."""
    return bake(level.opaque, level.ambient, level.zones, level.lights, running)


def resting(powers: Iterable[Power]) -> frozenset[str]:
    """The circuits that run before anybody touches a switch."""
    return frozenset(power.circuit for power in powers if power.on)


def bake(
    opaque: Grid,
    ambient: float,
    zones: Iterable[LightZone],
    lights: Iterable[Light],
    running: Container[str],
) -> npt.NDArray[np.float32]:
    """Light on every tile.

    Args:
        opaque: bool [height, width], tiles that stop light.
        ambient: 0..1, where nothing else says otherwise.
        zones: their level replaces the ambient; a later zone covers an earlier one.
        lights: the lamps.
        running: names of the circuits that run.

    Returns:
        float32 [height, width], 0..1.
    """
    total = np.full(opaque.shape, ambient, dtype=np.float64)
    for zone in zones:
        window, inside = zone.area.raster(opaque.shape)
        total[window][inside] = zone.level
    for light in lights:
        if not light.circuit or light.circuit in running:
            _add(total, opaque, light)
    return np.clip(total, 0.0, 1.0).astype(np.float32)


def _add(total: Floats, opaque: Grid, light: Light) -> None:
    x, y = light.area.at
    rows = _span(y, light.radius, opaque.shape[0])
    cols = _span(x, light.radius, opaque.shape[1])
    if rows.start >= rows.stop or cols.start >= cols.stop:
        return
    dy = np.arange(rows.start, rows.stop)[:, None] + 0.5 - y
    dx = np.arange(cols.start, cols.stop)[None, :] + 0.5 - x
    fade = np.clip(1.0 - (dx * dx + dy * dy) / (light.radius * light.radius), 0.0, 1.0)
    seen = _seen(opaque, x, y, dx, dy)
    total[rows, cols] += light.strength * fade * fade * seen * _in_beam(light, dx, dy)


def _span(centre: float, radius: float, limit: int) -> slice:
    return slice(max(math.floor(centre - radius), 0), min(math.ceil(centre + radius), limit))


def _seen(opaque: Grid, x: float, y: float, dx: Floats, dy: Floats) -> Grid:
    """Tiles whose centre, (x + dx, y + dy), sees (x, y): rays walked for all tiles at once."""
    height, width = opaque.shape
    steps = max(2, math.ceil(SAMPLES_PER_TILE * max(np.abs(dx).max(), np.abs(dy).max())))
    share = (np.arange(1, steps) / steps * SHY)[:, None, None]
    col = np.clip(np.floor(x + dx * share).astype(np.intp), 0, width - 1)
    row = np.clip(np.floor(y + dy * share).astype(np.intp), 0, height - 1)
    target_col = np.floor(x + dx).astype(np.intp)
    target_row = np.floor(y + dy).astype(np.intp)
    stops = opaque[row, col]
    stops &= (row != target_row) | (col != target_col)
    stops &= (row != math.floor(y)) | (col != math.floor(x))
    seen: Grid = ~stops.any(axis=0)
    return seen


def _in_beam(light: Light, dx: Floats, dy: Floats) -> Grid | float:
    """Where the cone reaches: within half its width of where it points."""
    if light.cone >= 360:  # noqa: PLR2004 - degrees, all round
        return 1.0
    (east, south), (cos_half, _) = heading(light.angle), heading(light.cone / 2)
    return dx * east + dy * south >= cos_half * np.sqrt(dx * dx + dy * dy)
