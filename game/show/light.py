"""The light of a frame: static lamps, torches, flashes, the player's sight, and what is remembered.

Rules of this module:
- Light lives on texels of 2 x 2 pixels. The map of light is ``WIDTH`` x ``HEIGHT`` texels, ``RIM`` more than
  the picture on every side, so that scaling it up has no edge. Planes are float32 ``[3, h, w]``.
- light = shoulder((lamps + torches + flashes) * sight + lamps * afterglow) + ambient * (sight, or less where
  only remembered); each is multiplied when it is added. Lamps stand where they stand, so the plan keeps some
  of their light; a torch out of sight would tell of who carries it, so its light is not kept.
- What has been in sight once stays on the remembered plan; the rest of the plan is only guessed, faintly.
- Of a wall one sees ``BLEED`` tiles, its face; of a wreck or a heap ``PROP_BLEED``, that is its whole top.
- Surfaces over numpy memory are 'BGRA' from ``frombuffer``: zero-copy, never locked, native order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.show import lamps, moon, torch, visibility
from game.show.bake import abyss
from game.show.compass import AWAY, HEIGHT, RIM, WIDTH, Compass, Frame, compass
from game.show.fan import Fan
from game.show.lamps import BLEED, PROP_BLEED, TEXELS, Lit

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from game.data.level import Level
    from game.ecs.column import Array
    from game.show.torch import Torch

SPARE = 1.0  # tile; sight reaches so much further than the picture, so that its corners are no edge

AMBIENT = (0.285, 0.385, 0.565)  # 1; cold light of the night where the map's ambient is 0.18
AMBIENT_AT = 0.18  # 1; the map property that means ``AMBIENT``
AMBIENT_BEND = 0.34  # 1; dark rooms stay readable: (a / 0.18)^0.34
ALOFT = 1.6  # 1; on roofs under the open sky: no house stands between them and the moon
DEPTHS = 0.12  # share of the light of lamps and torches that reaches the city far below the roofs
ZONE_EDGE = 4  # texels; over so much, either way, a zone's light goes over into its neighbour's
REMEMBERED = 0.70  # share of ambient left on the plan where one no longer sees; below .5 streets fall black
GUESSED = 0.50  # share of that on ground never seen: it is her own town, and black wedges hide the way
AFTERGLOW = 0.45  # share of the light of lamps left on the remembered plan: they carry beyond what one sees
SHOULDER = 0.30  # 1; L / (1 + 0.3 L): light adds up without burning out
HAZE = 0.10  # share of light that dust scatters back
HAZE_STEP = 2  # texels; haze is soft, so that one of so many along a row and a column will do
HAZE_MOST = 60  # of 255; so that a lamp never whites out the picture
SHARPNESS = 4.0  # 1 / tile; how steep the edge of sight is
OWN_GLOW = 0.40  # 1; faint light around the player, so that one finds oneself
OWN_REACH = 4.5  # tile


class Lighting:
    """All light of one level, and what of it has been seen.

    Args:
        level: whose light.
        boxes: light of each lamp, as the painter baked it.
    """

    def __init__(self, level: Level, boxes: list[Array]) -> None:
        height, width = level.height * TEXELS, level.width * TEXELS
        self.margin = 2 * RIM + max(0, WIDTH - width, HEIGHT - height)
        self.shape = height, width
        self.lamps: list[Lit] = lamps.place(level, boxes)
        self.memory = self._padded(np.full(self.shape, GUESSED, np.float32), 0)
        self.ambient = self._padded(ambient_cells(level), 0)
        self.frame = Frame(0, 0)
        self.sight = np.zeros((HEIGHT, WIDTH), np.float32)  # until one looks, nothing is in sight
        self.light = np.zeros((3, HEIGHT, WIDTH), np.float32)
        self._moon = moon.shine_in(level)
        self._reached = self._padded(_within_reach(level), DEPTHS) if level.void.any() else None
        self._props = level.opaque & (level.walls < 0)
        self.fan = Fan()
        self._opaque: Array | None = None
        self._running: frozenset[str] | None = None
        self._spare = np.empty((3, HEIGHT, WIDTH), np.float32)
        self._vignette = _vignette()
        self._bent = self._vignette * np.float32(1 / SHOULDER)  # L / (1 + sL) is L / (L + 1 / s) / s
        self.map, self._map_bytes = _canvas(WIDTH, HEIGHT)
        self.haze, self._haze_bytes = _canvas(WIDTH // HAZE_STEP, HEIGHT // HAZE_STEP)

    def _padded(self, cells: Array, fill: float) -> Array:
        return np.pad(cells, self.margin, constant_values=fill)

    def window(self) -> tuple[slice, slice]:
        """The frame's part of arrays that were padded by ``margin``."""
        y, x = self.frame.y + self.margin, self.frame.x + self.margin
        return slice(y, y + HEIGHT), slice(x, x + WIDTH)

    def set_walls(self, opaque: Array) -> None:
        """Take the tiles nobody sees through; cheap when they have not changed."""
        if self._opaque is not None and np.array_equal(self._opaque, opaque):
            return
        self._opaque = opaque.copy()
        self.segments = visibility.segments(np.pad(opaque, 1, constant_values=True))
        tiles = np.where(self._props, np.float32(PROP_BLEED), np.float32(BLEED)) * opaque
        self.depth = self._padded(tiles.repeat(TEXELS, axis=0).repeat(TEXELS, axis=1), BLEED)
        self.deeper = np.rint(self.depth * TEXELS).astype(np.int32)

    def set_running(self, running: Container[str], names: Sequence[str]) -> None:
        """Take the circuits that run; sums the steady lamps anew when they changed."""
        now = frozenset(name for name in names if name in running)
        if self._running != now:
            self._running = now
            self.steady = lamps.steady_map(self.lamps, now, self.shape, self.margin)
            moon.add(self.steady, self._moon, self.margin)
            self.flickering = [
                lit for lit in lamps.burning(self.lamps, now) if lit.lamp.flicker > lamps.STEADY
            ]
            boxes = [(i.x, i.y, i.x + i.box.shape[1], i.y + i.box.shape[0]) for i in self.flickering]
            self._boxes = np.array(boxes, np.int64).reshape(-1, 4)

    def feeds(self, circuits: frozenset[str]) -> bool:
        """Whether one of these circuits runs."""
        return not circuits.isdisjoint(self._running or ())

    def look(self, x: float, y: float, frame: Frame) -> None:
        """Work out what is seen from (x, y), tiles, and remember it."""
        self.frame = frame
        free = visibility.cast(self.segments, x + 1, y + 1, frame.reach(x, y) + SPARE)
        table, window = self.compass_at(x, y)
        sight = self.sight
        np.take(free, table.bin[window], out=sight, mode="wrap")  # or it would be copied
        sight += self.depth[self.window()]
        sight -= table.distance[window]
        sight *= np.float32(SHARPNESS)
        sight += np.float32(0.5)
        np.clip(sight, 0, 1, out=sight)
        _smooth(sight, self._spare[0])
        part = self.memory[self.window()]
        np.maximum(part, sight, out=part)

    def compass_at(self, x: float, y: float) -> tuple[Compass, tuple[slice, slice]]:
        """The compass of an eye at (x, y) and its window on the frame."""
        px, py = int(x * 2 * TEXELS), int(y * 2 * TEXELS)
        table = compass(px % 2, py % 2)
        return table, table.window(px // 2 - self.frame.x, py // 2 - self.frame.y)

    def is_near(self, x: float, y: float) -> bool:
        """Whether a light at (x, y) stands close enough to be worked out."""
        column, row = x * TEXELS - self.frame.x, y * TEXELS - self.frame.y
        return -AWAY < column < WIDTH + AWAY - 1 and -AWAY < row < HEIGHT + AWAY - 1

    def shine(self, torches: Sequence[Torch], bodies: Array, time_s: float) -> None:
        """Sum lamps and torches into ``light``.

        Args:
            torches: those that burn.
            bodies: float32 ``(n, 2)``, places of whoever throws a shadow.
            time_s: for flicker.
        """
        window = self.window()
        self.light[:] = self.steady[:, window[0], window[1]]
        x, y, x1, y1 = self._boxes.T
        shows = (
            (x < self.frame.x + WIDTH)
            & (x1 > self.frame.x)
            & (y < self.frame.y + HEIGHT)
            & (y1 > self.frame.y)
        )
        for i in np.flatnonzero(shows).tolist():
            lit = self.flickering[i]
            lamps.add(self.light, lit, lit.level_at(time_s), -self.frame.x, -self.frame.y)
        self.light *= self._shown(window)
        near = [each for each in torches if self.is_near(each.x, each.y)]
        torch.add(self, near, bodies)

    def _shown(self, window: tuple[slice, slice]) -> Array:
        """Return the share of the lamps' light that shows: in sight all, on the remembered plan some."""
        share: Array = self._spare[0]
        np.subtract(1, self.sight, out=share)
        share *= self.memory[window]
        share *= np.float32(AFTERGLOW)
        share += self.sight
        return share

    def glow(self, x: float, y: float, colour: tuple[float, float, float], radius: float) -> None:
        """Add an unshadowed round light, as of a flash or of the player's own faint glow."""
        if not self.is_near(x, y):
            return
        column, row = x * TEXELS - self.frame.x, y * TEXELS - self.frame.y
        reach = radius * TEXELS
        x0, x1 = max(0, int(column - reach)), min(WIDTH, int(column + reach) + 2)
        y0, y1 = max(0, int(row - reach)), min(HEIGHT, int(row + reach) + 2)
        if x0 >= x1 or y0 >= y1:
            return
        table, window = self.compass_at(x, y)
        far = table.distance[window][y0:y1, x0:x1]
        part = np.clip(1 - far / np.float32(radius), 0, 1)
        part *= part
        part *= self.sight[y0:y1, x0:x1]
        for plane, share in zip(self.light, colour, strict=True):
            plane[y0:y1, x0:x1] += part * np.float32(share)

    def compose(self) -> None:
        """Turn light, sight and memory into the two maps that are laid over the picture."""
        light, spare, window = self.light, self._spare, self.window()
        np.add(light, np.float32(1 / SHOULDER), out=spare)
        light /= spare
        light *= self._bent
        plan = self.sight * np.float32(1 - REMEMBERED)
        plan += self.memory[window] * np.float32(REMEMBERED)
        plan *= self.ambient[window]
        plan *= self._vignette
        for c in range(3):
            self._write(c, plan, light[c] if self._reached is None else light[c] * self._reached[window])

    def _write(self, c: int, plan: Array, light: Array) -> None:
        """Write one colour: the map of the light that falls on things, and the haze of all light."""
        spare = self._spare[1]
        np.multiply(plan, np.float32(AMBIENT[c]), out=spare)
        spare += light
        spare *= np.float32(255)
        np.clip(spare, 0, 255, out=spare)
        self._map_bytes[..., 2 - c] = spare
        haze = self.light[c, ::HAZE_STEP, ::HAZE_STEP] * np.float32(HAZE * 255)
        self._haze_bytes[..., 2 - c] = np.clip(haze, 0, HAZE_MOST, out=haze)

    def seen(self, x: Array, y: Array) -> Array:
        """How much of each place, in tiles, is in sight: float32 ``(n,)``, 0 outside the frame."""
        row = np.floor(y * TEXELS).astype(np.intp) - self.frame.y
        column = np.floor(x * TEXELS).astype(np.intp) - self.frame.x
        inside = (row >= 0) & (row < HEIGHT) & (column >= 0) & (column < WIDTH)
        return np.asarray(self.sight[row * inside, column * inside] * inside)

    def sees(self, x: float, y: float) -> float:
        """How much of one place is in sight, 0 outside the frame."""
        row, column = int(y * TEXELS) - self.frame.y, int(x * TEXELS) - self.frame.x
        inside = 0 <= row < HEIGHT and 0 <= column < WIDTH
        return float(self.sight[row, column]) if inside else 0.0

    def lit(self, x: Array, y: Array) -> Array:
        """How bright each place is, before ambient: float32 ``(n,)``."""
        row, column = self.frame.texel(x, y)
        found: Array = self.light[1][row, column]
        return found

    def colour(self, x: Array, y: Array) -> Array:
        """Light at places in tiles once the frame is composed, ambient and all: float32 ``(3, n)``."""
        row, column = self.frame.texel(x, y)
        night = np.array(AMBIENT, np.float32)[:, None] * (self.sight[row, column] * np.float32(0.6))
        found: Array = self.light[:, row, column] + night
        return found

    def recollect(self) -> Array:
        """Which texels of the level have been in sight: bool ``[h, w]``."""
        height, width = self.shape
        part = self.memory[self.margin : self.margin + height, self.margin : self.margin + width]
        found: Array = part > (1 + GUESSED) / 2
        return found

    def remind(self, seen: Array) -> None:
        """Put texels of the level, bool ``[h, w]``, on the remembered plan."""
        height, width = self.shape
        part = self.memory[self.margin : self.margin + height, self.margin : self.margin + width]
        part[seen] = 1

    def remember_all(self) -> None:
        """Put the whole level on the remembered plan and in sight: for authors' pictures."""
        self.memory[:] = 1


def _canvas(width: int, height: int) -> tuple[pygame.Surface, Array]:
    """A surface and the bytes it shows, BGRA."""
    memory = np.zeros((height, width, 4), np.uint8)
    memory[..., 3] = 255
    return pygame.image.frombuffer(memory.data, (width, height), "BGRA"), memory


def _smooth(plane: Array, spare: Array) -> None:
    """Binomial blur, twice, in place: kills the stairs on the edges of sight."""
    for _ in range(2):
        np.add(plane[:, :-2], plane[:, 2:], out=spare[:, 1:-1])
        spare[:, 1:-1] *= np.float32(0.25)
        plane[:, 1:-1] *= np.float32(0.5)
        plane[:, 1:-1] += spare[:, 1:-1]
        np.add(plane[:-2], plane[2:], out=spare[1:-1])
        spare[1:-1] *= np.float32(0.25)
        plane[1:-1] *= np.float32(0.5)
        plane[1:-1] += spare[1:-1]


def ambient_cells(level: Level) -> Array:
    """Ambient of each texel as a share of ``AMBIENT``, softened at the borders of zones."""
    cells = np.full(level.opaque.shape, level.ambient, np.float32)
    for zone in level.zones:
        window, inside = zone.area.raster(cells.shape)
        cells[window][inside] = zone.level
    share = np.minimum((cells / AMBIENT_AT) ** np.float32(AMBIENT_BEND), 3).astype(np.float32)
    if level.void.any():
        share[~(moon.under_roof(level) | level.void)] *= np.float32(ALOFT)
    texels = share.repeat(TEXELS, axis=0).repeat(TEXELS, axis=1)
    return _mean_along(_mean_along(texels).T).T


def _within_reach(level: Level) -> Array:
    """Share of the light of lamps and torches that reaches what is drawn on each texel."""
    cells = np.where(abyss.far_below(level), np.float32(DEPTHS), np.float32(1))
    return cells.repeat(TEXELS, axis=0).repeat(TEXELS, axis=1)


def _mean_along(texels: Array) -> Array:
    """The mean of each texel and its ``ZONE_EDGE`` neighbours on either side, along axis 0."""
    width = 2 * ZONE_EDGE + 1
    padded = np.pad(texels, ((ZONE_EDGE + 1, ZONE_EDGE), (0, 0)), mode="edge")
    total = padded.cumsum(axis=0, dtype=np.float64)
    out: Array = ((total[width:] - total[:-width]) / width).astype(np.float32)
    return out


def _vignette() -> Array:
    """A little less light in the corners."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    off = ((x / WIDTH - 0.5) * 1.2) ** 2 + ((y / HEIGHT - 0.5) * 1.3) ** 2
    out: Array = np.clip(1.06 - 0.42 * off, 0, 1).astype(np.float32)
    return out
