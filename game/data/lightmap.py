"""Light that does not move: ambient, zones, and lamps behind walls.

Rules of this module:
- Basic operations in a fixed order only, so every machine bakes the same map.
- A lamp's light falls off as (1 - (d/r)^2)^2 (Karis, "Real Shading in Unreal Engine 4", 2013,
  without its inverse square) and adds to the others; the sum is clipped to 1.
- A tile is lit when the straight line from the lamp to its centre crosses no opaque tile. The
  tile itself and the lamp's own tile never stand in the way: a lit wall shows its face.
- A lamp with a circuit shines while the circuit runs.
- A beam that sweeps is worked out every ``AIM_STEP`` of its way; between two of them it stands still.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
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

AIM_STEP = 3.0  # degree; above, a beam jumps over people at its far end

SHY = 1 - 2.0**-20  # a ray along an edge or through a corner keeps to the lamp's side of it


def relight(level: Level, running: Container[str], seconds: float = 0.0) -> npt.NDArray[np.float32]:
    """The level's light while just these circuits run, at a time: float32 [height, width], 0..1."""
    return bake(level.opaque, level.ambient, level.zones, level.lights, running, seconds)


def resting(powers: Iterable[Power]) -> frozenset[str]:
    """The circuits that run before anybody touches a switch."""
    return frozenset(power.circuit for power in powers if power.on)


def bake(
    opaque: Grid,
    ambient: float,
    zones: Iterable[LightZone],
    lights: Iterable[Light],
    running: Container[str],
    seconds: float = 0.0,
) -> npt.NDArray[np.float32]:
    """Light on every tile.

    Args:
        opaque: bool [height, width], tiles that stop light.
        ambient: 0..1, where nothing else says otherwise.
        zones: their level replaces the ambient; a later zone covers an earlier one.
        lights: the lamps.
        running: names of the circuits that run.
        seconds: when, for beams that sweep.

    Returns:
        float32 [height, width], 0..1.
    """
    total = unlit(opaque.shape, ambient, zones)
    for light in lights:
        if shines(light, running):
            add(total, pool(light, opaque), light, aim_at(light, seconds))
    return clipped(total)


def shines(light: Light, running: Container[str]) -> bool:
    """Whether a lamp shines while just these circuits run."""
    return not light.circuit or light.circuit in running


def aim_at(light: Light, seconds: float) -> int:
    """Which way a beam points at a time: ``AIM_STEP`` degrees each, from the middle of its way."""
    return round(swung(light, seconds) / AIM_STEP)


def swung(light: Light, seconds: float) -> float:
    """How far a beam has swung from the middle of its way, degrees: to and fro, slower at the ends."""
    share = seconds / light.sweep_s % 1.0
    there = 4.0 * abs(share - 0.5) - 1.0
    return light.sweep * there * (1.5 - 0.5 * there * there)


def unlit(shape: tuple[int, ...], ambient: float, zones: Iterable[LightZone]) -> Floats:
    """Light on every tile before any lamp shines, [height, width]."""
    total = np.full(shape, ambient, dtype=np.float64)
    for zone in zones:
        window, inside = zone.area.raster(total.shape)
        total[window][inside] = zone.level
    return total


def clipped(total: Floats) -> npt.NDArray[np.float32]:
    """Light that has been added up, as the eye takes it: float32, 0..1."""
    return np.clip(total, 0.0, 1.0).astype(np.float32)


@dataclass(frozen=True)
class Pool:
    """What a lamp would light if it shone all round.

    Attributes:
        window: rows and columns of the map.
        dx, dy: float64 ``(1, w)`` and ``(h, 1)``, from the lamp to each tile's centre.
        light: float64 ``(h, w)``, what arrives there.
    """

    window: tuple[slice, slice]
    dx: Floats
    dy: Floats
    light: Floats


def pool(light: Light, opaque: Grid) -> Pool:
    """Walk the rays of a lamp."""
    x, y = light.area.at
    rows = _span(y, light.radius, opaque.shape[0])
    cols = _span(x, light.radius, opaque.shape[1])
    dy = np.arange(rows.start, rows.stop)[:, None] + 0.5 - y
    dx = np.arange(cols.start, cols.stop)[None, :] + 0.5 - x
    fade = np.clip(1.0 - (dx * dx + dy * dy) / (light.radius * light.radius), 0.0, 1.0)
    return Pool((rows, cols), dx, dy, light.strength * fade * fade * _seen(opaque, x, y, dx, dy))


def add(total: Floats, reached: Pool, light: Light, aim: int) -> None:
    """Add what a lamp lights when its beam points somewhere, as ``aim_at`` says."""
    total[reached.window] += reached.light * _in_beam(light, light.angle + aim * AIM_STEP, reached)


def _span(centre: float, radius: float, limit: int) -> slice:
    """Which of ``limit`` tiles lie within ``radius``; none if it is off the map."""
    start = min(max(math.floor(centre - radius), 0), limit)
    return slice(start, max(min(math.ceil(centre + radius), limit), start))


def _seen(opaque: Grid, x: float, y: float, dx: Floats, dy: Floats) -> Grid:
    """Tiles whose centre, (x + dx, y + dy), sees (x, y): rays walked for all tiles at once."""
    height, width = opaque.shape
    if not (dx.size and dy.size):
        return np.zeros((dy.size, dx.size), np.bool_)
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


def _in_beam(light: Light, angle: float, reached: Pool) -> Grid | float:
    """Where the cone reaches: within half its width of where it points, degrees."""
    if light.cone >= 360:  # noqa: PLR2004 - degrees, all round
        return 1.0
    (east, south), (cos_half, _) = heading(angle), heading(light.cone / 2)
    dx, dy = reached.dx, reached.dy
    inside: Grid = dx * east + dy * south >= cos_half * np.sqrt(dx * dx + dy * dy)
    return inside
