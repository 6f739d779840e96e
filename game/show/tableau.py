"""A still that moves a little: layers that sway and breathe, points of light, ash before them.

The manifest in ``assets/art/stills`` says what moves and how far. Everything is a function of the tick:
the picture of a tick is the same picture each time.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pygame

from game.data import paths
from game.show import ashfall, style
from game.show.canvas import Canvas
from game.show.style import Colour
from game.sim.resources import TICKS_PER_SECOND

SWAY_S = 34.0
"""How long the view takes to drift to one side and back, s."""
BREATH_S = 3.8
"""One breath of a crowd, s: a sleeper's, slower than ours."""
LAMP_S = 2.4
"""A mast's lamp comes round, s; it is lit for a third of it."""
SPOT_RISES_S = 0.7
"""How long a point of light takes to come or go, s."""
GLOW = 0.34
"""Brightness of a glow beside its point of light."""
STEPS = 16
"""Steps of brightness a glow is kept in."""
Spot = tuple[int, int, Colour, int, int, int, str, float, float]
"""x, y, colour, side, halo, layer, beat, when it comes and goes: as in the manifest."""


@dataclass(frozen=True)
class Layer:
    """One layer and how it moves: px of the picture, ms, s.

    ``frames`` are cut down to what is drawn; ``corners`` says where each of them begins.
    """

    frames: list[pygame.Surface]
    corners: list[tuple[int, int]]
    sway: float = 0.0
    rise: float = 0.0
    drift: float = 0.0
    ms: int = 0
    fades: bool = False
    comes: tuple[float, float] = (0.0, 0.0)
    leaves: tuple[float, float] = (0.0, 0.0)

    @property
    def is_steady(self) -> bool:
        """Whether it is always there in full."""
        return not (self.fades or self.comes[1] or self.leaves[1])

    def at(self, seconds: float, bleed: int) -> tuple[float, float]:
        """Return where the layer's corner is, u."""
        if self.drift:
            return (seconds * self.drift) % style.WIDTH - style.WIDTH, 0.0
        return self.sway * swaying(seconds) - bleed, -self.rise * breathing(seconds)

    def presence(self, seconds: float) -> float:
        """Return how much of a layer that comes or leaves is there, 0..1."""
        come = _passed(self.comes, seconds) if self.comes[1] else 1.0
        return come - _passed(self.leaves, seconds) if self.leaves[1] else come


def _passed(span: tuple[float, float], seconds: float) -> float:
    begins, ends = span
    return max(0.0, min(1.0, (seconds - begins) / (ends - begins)))


def swaying(seconds: float) -> float:
    """Return how far the view has drifted, -1..1."""
    return math.sin(seconds / SWAY_S * 2 * math.pi)


def breathing(seconds: float) -> float:
    """Return how full a breath is, 0..1."""
    return 0.5 - 0.5 * math.cos(seconds / BREATH_S * 2 * math.pi)


def brightness(spot: Spot, number: int, seconds: float) -> float:
    """Return how bright a point of light is, 0..1."""
    beat, at, until = spot[6:]
    shown = min(1.0, (seconds - at) / SPOT_RISES_S) if at else 1.0
    if until:
        shown = min(shown, (until - seconds) / SPOT_RISES_S)
    return max(0.0, shown) * _beat(beat, number, seconds)


def _beat(beat: str, number: int, seconds: float) -> float:
    if beat == "breath":
        return 0.55 + 0.45 * breathing(seconds)
    if beat == "lamp":
        return 1.0 if (seconds / LAMP_S) % 1 < 1 / 3 else 0.12
    if beat == "twinkle":
        return 0.60 + 0.40 * math.sin(seconds * (0.9 + 0.13 * (number % 7)) + number * 2.4)
    if beat == "fire":
        return 0.80 + 0.20 * math.sin(seconds * 6.1 + number * 1.7) * math.sin(seconds * 2.3 + number)
    return 1.0


class Tableau:
    """Draws one still.

    Args:
        name: of its manifest, such as ``ending-names``.
    """

    def __init__(self, name: str) -> None:
        told = _manifest(name)
        self.bleed: int = told["bleed"]
        self.layers = [_layer(about) for about in told["layers"]]
        self.spots: list[Spot] = [tuple(spot) for spot in told["spots"]]
        self.ash: tuple[Colour, int] = (tuple(told["ash"][0]), told["ash"][1])
        self._scaled: dict[tuple[int, int, int], pygame.Surface] = {}

    def draw(self, canvas: Canvas, tick: int) -> None:
        """Draw the still as it is at a tick."""
        seconds = tick / TICKS_PER_SECOND
        canvas.target.set_clip((canvas.x(0), canvas.y(0), canvas.px(style.WIDTH), canvas.px(style.HEIGHT)))
        for number, layer in enumerate(self.layers):
            self._draw_layer(canvas, number, layer, seconds)
        for number, spot in enumerate(self.spots):
            self._draw_spot(canvas, number, spot, seconds)
        ashfall.draw(canvas, seconds, *self.ash)
        canvas.target.set_clip(None)

    def _draw_layer(self, canvas: Canvas, number: int, layer: Layer, seconds: float) -> None:
        shown = layer.presence(seconds)
        if shown <= 0:
            return
        place = seconds * 1000 / layer.ms if layer.ms else 0.0
        frame = int(place) % len(layer.frames)
        self._blit(canvas, number, frame, shown, seconds)
        if layer.fades:
            self._blit(canvas, number, (frame + 1) % len(layer.frames), place % 1 * shown, seconds)

    def _blit(self, canvas: Canvas, number: int, frame: int, alpha: float, seconds: float) -> None:
        layer, picture = self.layers[number], self._picture(canvas.unit, number, frame)
        x, y = layer.at(seconds, self.bleed)
        x, y = x + layer.corners[frame][0], y + layer.corners[frame][1]
        if not layer.is_steady:
            has_holes = bool(picture.get_masks()[3])
            picture.set_alpha(round(255 * alpha) if alpha < 1 or has_holes else None)
        canvas.target.blit(picture, (canvas.x(x), canvas.y(y)))
        if layer.drift:
            canvas.target.blit(picture, (canvas.x(x + style.WIDTH), canvas.y(y)))

    def _picture(self, unit: int, number: int, frame: int) -> pygame.Surface:
        """Return a frame at the scale of the window; scaled anew each time it would cost the frame's time."""
        key, layer = (unit, number, frame), self.layers[number]
        if key not in self._scaled:
            found = layer.frames[frame]
            self._scaled[key] = pygame.transform.scale_by(found, unit) if unit > 1 else found.copy()
            if layer.is_steady and found.get_flags() & pygame.SRCALPHA:
                self._scaled[key].set_alpha(255, pygame.RLEACCEL)  # runs of nothing cost nothing
        return self._scaled[key]

    def _draw_spot(self, canvas: Canvas, number: int, spot: Spot, seconds: float) -> None:
        shown = brightness(spot, number, seconds)
        step = round(shown * STEPS)
        if step <= 0:
            return
        x, y, colour, side, halo, layer = spot[:6]
        off, up = self.layers[layer].at(seconds, self.bleed)
        left, top = x + off + self.bleed, y + up
        reach, strength = halo - (side - 1) // 2, step / STEPS
        light = _glow(tuple(colour), halo, step, canvas.unit)
        canvas.target.blit(light, (canvas.x(left - reach), canvas.y(top - reach)), None, pygame.BLEND_RGB_ADD)
        heart = [round(part * strength) for part in colour]
        box = (canvas.x(left), canvas.y(top), side * canvas.unit, side * canvas.unit)
        canvas.target.fill(heart, box, pygame.BLEND_RGB_MAX)


@lru_cache(maxsize=4)
def _manifest(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        paths.asset("art", "stills", f"{name}.json").read_text(encoding="utf-8")
    )
    return found


def _layer(about: dict[str, Any]) -> Layer:
    moves = dict(about)
    sheet = pygame.image.load(str(paths.asset("art", "stills", f"{moves.pop('file')}.png")))
    sheet = sheet.convert_alpha() if sheet.get_flags() & pygame.SRCALPHA else sheet.convert()
    count = moves.pop("frames")
    wide, high = sheet.get_width(), sheet.get_height() // count
    moves |= {key: tuple(moves.get(key, (0.0, 0.0))) for key in ("comes", "leaves")}
    whole = [sheet.subsurface((0, i * high, wide, high)) for i in range(count)]
    boxes = [frame.get_bounding_rect() for frame in whole]
    cut = [frame.subsurface(box) for frame, box in zip(whole, boxes, strict=True)]
    return Layer(cut, [box.topleft for box in boxes], **moves)


@lru_cache(maxsize=1024)
def _glow(colour: Colour, halo: int, step: int, unit: int) -> pygame.Surface:
    """Return the glow round a point of light, on black, to be added."""
    across = 2 * halo + 1
    sheet = pygame.Surface((across, across))
    for y in range(across):
        for x in range(across):
            near = max(0.0, 1 - math.hypot(x - halo, y - halo) / (halo + 0.5))
            share = GLOW * near**2.2 * step / STEPS
            sheet.set_at((x, y), [round(part * share) for part in colour])
    return pygame.transform.scale_by(sheet, unit) if unit > 1 else sheet
