"""Where they went, were seen and died, over the drawn map: one picture of many runs.

Rules of this module:
- The map is dimmed and grey; what is told lies over it. Each thing told differs from the others in shape or
  brightness as well as in hue: time is a glow a tile wide, who was seen is ringed, who died is crossed out.
- Time is an average a run, on a scale of logarithms: a corner one waits in must not hide the way there.
- What the signs mean, and the figures, stand below in words. The same tracks give the same picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pygame
from numpy.typing import NDArray

from game.play.sweep.watch import STEP_TICKS
from game.show import style
from game.show.canvas import Canvas
from game.show.layers import from_pixels, plain
from game.show.shot import render_map
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from game.data.level import Level
    from game.play.sweep.watch import Rows, Track
    from game.show.style import Colour

WHAT = ("walked", "seen", "died")
NARROWEST = 960  # pixels; a smaller map is enlarged by a whole number
WIDE_ENOUGH = 1200  # pixels; from here on words are set twice as large
CEILING = 72.0  # of 255; the brightest ground comes near this, so even a moment's glow is brighter
GREY = np.array((0.2126, 0.7152, 0.0722), np.float32)  # luminance, Rec. 709
GLOW: tuple[tuple[float, Colour], ...] = (
    (0.0, (128, 36, 116)),
    (0.35, (200, 60, 70)),
    (0.7, (248, 140, 32)),
    (1.0, (255, 240, 130)),
)
"""Share of the scale -> colour; brightness grows all the way, so it reads in grey."""
FAINTEST, STRONGEST = 0.6, 0.92  # alpha of a tile passed once, and of the one stayed on longest
SEEN, DIED = (96, 224, 240), (255, 255, 255)
CELL = 2  # tile; sightings in one such square make one ring
RING, RING_MORE, RING_MOST = 0.5, 0.25, 1.6  # tile: radius of one sighting, more by the root of their number
CROSS = 0.9  # tile; half its width
LEAST_ARM = 6  # pixels
ROW, MARGIN, SIGN = 17, 8, 54  # u: of the legend


@dataclass(frozen=True)
class Heat:
    """What tracks come to on one map.

    Attributes:
        level: the map.
        runs: how many.
        walked: ``(h, w)`` s on each tile, an average a run.
        seen: ``(k, 3)`` x, y (tile, middle of a square) and how often one was seen there, over all runs.
        died: ``(n, 2)`` x, y, tile.
    """

    level: Level
    runs: int
    walked: NDArray[np.float64]
    seen: NDArray[np.float64]
    died: NDArray[np.float64]


def gather(level: Level, tracks: Sequence[Track]) -> Heat:
    """Return what tracks come to; what lies outside the map is left out."""
    walked, seen, died = (
        _inside(level, [getattr(track, name) for track in tracks]) for name in ("walked", "seen", "died")
    )
    time = np.zeros((level.height, level.width))
    tiles = walked.astype(np.intp)
    np.add.at(time, (tiles[:, 1], tiles[:, 0]), STEP_TICKS / TICKS_PER_SECOND / max(1, len(tracks)))
    cells, counts = np.unique(seen.astype(np.intp) // CELL, axis=0, return_counts=True)
    rings = np.column_stack([(cells + 0.5) * CELL, counts])
    return Heat(level, len(tracks), time, rings, died)


def draw(heat: Heat, title: str, what: Collection[str] = WHAT) -> pygame.Surface:
    """Draw it over its map, with a legend below.

    Args:
        heat: what is told.
        title: of the picture.
        what: which of ``WHAT`` to show.
    """
    ground = _dimmed(render_map(heat.level))
    times = max(1, -(-NARROWEST // ground.shape[1]))
    picture = ground.repeat(times, axis=0).repeat(times, axis=1)
    tile = picture.shape[1] / heat.level.width
    if "walked" in what:
        _glow(picture, heat.walked, round(tile))
    drawn = from_pixels(picture.astype(np.uint8))
    if "seen" in what:
        for x, y, count in heat.seen.tolist():
            _ring(drawn, (x * tile, y * tile), tile * min(RING + RING_MORE * math.sqrt(count), RING_MOST))
    if "died" in what:
        for x, y in heat.died.tolist():
            _cross(drawn, (x * tile, y * tile), max(LEAST_ARM, CROSS * tile))
    return _with_legend(drawn, heat, title, [each for each in WHAT if each in what])


# -- what is counted -----------------------------------------------------------------------------


def _inside(level: Level, rows: Sequence[Rows]) -> NDArray[np.float64]:
    """Return the places of some rows ``(n, 2)`` that are on the map."""
    places = np.concatenate([np.zeros((0, 2)), *(each[:, 1:] for each in rows)])
    inside = (places >= 0).all(axis=1) & (places < (level.width, level.height)).all(axis=1)
    return places[inside]


# -- over the map --------------------------------------------------------------------------------


def _dimmed(picture: pygame.Surface) -> NDArray[np.float32]:
    """Return a picture in dark greys, ``[h, w, 3]``: its highlights are pressed down most."""
    pixels = pygame.surfarray.array3d(picture).transpose(1, 0, 2).astype(np.float32)
    grey = (pixels * GREY).sum(axis=2)
    dark = grey * np.float32(CEILING) / (grey + np.float32(CEILING))
    return np.repeat(dark[..., None], 3, axis=2)


def _glow(picture: NDArray[np.float32], seconds: NDArray[np.float64], tile: int) -> None:
    """Lay time over a picture, tile by tile."""
    share = _share(seconds)
    stops, colours = zip(*GLOW, strict=True)
    channels = [np.interp(share, stops, channel) for channel in zip(*colours, strict=True)]
    alpha = np.where(seconds > 0, FAINTEST + (STRONGEST - FAINTEST) * share, 0.0)
    colour = np.stack(channels, axis=2).repeat(tile, axis=0).repeat(tile, axis=1)
    cover = alpha.repeat(tile, axis=0).repeat(tile, axis=1)[..., None]
    picture *= 1 - cover
    picture += colour * cover


def _share(seconds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return where times stand on the scale, 0 (the least there is) to 1 (the most)."""
    least, most = _ends(seconds)
    if most <= least:
        return np.where(seconds > 0, 1.0, 0.0)
    return np.log(np.maximum(seconds, least) / least) / math.log(most / least)


def _ends(seconds: NDArray[np.float64]) -> tuple[float, float]:
    there = seconds[seconds > 0]
    return (float(there.min()), float(there.max())) if len(there) else (0.0, 0.0)


def _ring(drawn: pygame.Surface, at: tuple[float, float], radius: float) -> None:
    for colour, wide in ((style.INK, 4), (SEEN, 2)):
        pygame.draw.circle(drawn, colour, at, radius + wide // 2, wide)


def _cross(drawn: pygame.Surface, at: tuple[float, float], arm: float) -> None:
    x, y = at
    for colour, wide in ((style.INK, 7), (DIED, 3)):
        far = arm + wide // 3
        pygame.draw.line(drawn, colour, (x - far, y - far), (x + far, y + far), wide)
        pygame.draw.line(drawn, colour, (x - far, y + far), (x + far, y - far), wide)


# -- what it means -------------------------------------------------------------------------------


def _with_legend(drawn: pygame.Surface, heat: Heat, title: str, what: Sequence[str]) -> pygame.Surface:
    width, height = drawn.get_size()
    unit = 2 if width >= WIDE_ENOUGH else 1
    said = {"walked": _walked(heat), "seen": _seen(heat), "died": _died(heat)}
    room, pen = width / unit - 2 * MARGIN, Canvas(drawn, unit)
    titles = pen.wrap(title, room, "strong")
    lines = {name: pen.wrap(f"{name}: {said[name]}", room - SIGN) for name in what}
    high = (2 * MARGIN + ROW * (len(titles) + sum(map(len, lines.values())))) * unit
    picture = plain((width, height + high))
    picture.fill(style.PLATE)
    picture.blit(drawn, (0, 0))
    canvas = Canvas(picture.subsurface((0, height, width, high)), unit)
    canvas.left = canvas.top = 0
    _write(canvas, titles, lines)
    return picture


def _write(canvas: Canvas, titles: Sequence[str], lines: Mapping[str, Sequence[str]]) -> None:
    """Set the title, and each sign beside what it means."""
    y = MARGIN
    for line in titles:
        canvas.text(MARGIN, y, line, "strong")
        y += ROW
    for name, said in lines.items():
        _sign(canvas, name, y + ROW * 0.4)
        for line in said:
            canvas.text(MARGIN + SIGN, y, line, "body", style.SOFT)
            y += ROW


def _sign(canvas: Canvas, name: str, y: float) -> None:
    """Draw what stands for one thing told, around a height in u."""
    middle = (canvas.x(MARGIN + (SIGN - 10) / 2), canvas.y(y))
    if name == "walked":
        stops, colours = zip(*GLOW, strict=True)
        wide = SIGN - 10
        for x in range(wide):
            red, green, blue = (
                round(float(np.interp(x / (wide - 1), stops, each))) for each in zip(*colours, strict=True)
            )
            canvas.rect(MARGIN + x, y - 4, 1, 8, (red, green, blue))
    elif name == "seen":
        _ring(canvas.target, middle, canvas.px(4))
    else:
        _cross(canvas.target, middle, canvas.px(4))


def _walked(heat: Heat) -> str:
    least, most = _ends(heat.walked)
    if not most:
        return "nowhere"
    y, x = np.unravel_index(heat.walked.argmax(), heat.walked.shape)
    tiles = int((heat.walked > 0).sum())
    return (
        f"time on a tile, dark {least:.2g} s to bright {most:.3g} s a run (logarithmic), "
        f"{tiles} tiles, longest at {x}, {y}"
    )


def _seen(heat: Heat) -> str:
    if not len(heat.seen):
        return "by nobody"
    x, y, count = heat.seen[heat.seen[:, 2].argmax()].tolist()
    return (
        f"somebody became surer of the hero by sight, {heat.seen[:, 2].sum() / heat.runs:.3g} times a run, "
        f"a larger ring is more often, most at {x:.0f}, {y:.0f} ({count:.0f} in all)"
    )


def _died(heat: Heat) -> str:
    if not len(heat.died):
        return "nobody"
    return f"{len(heat.died)} deaths, {len(heat.died) / heat.runs:.3g} a run, a cross each"
