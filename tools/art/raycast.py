"""Draws a solid: one ray a sample, 4x4 samples a pixel, then quantised to the ramps with an ink outline.

Two cameras share it. The game's is oblique from above: one px of height lifts a point 0.42 px up the
screen. The other looks level, for portraits.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from tools.art.arrays import Ints, Mask, Pixels, Plane
from tools.art.grid import clear, rim, shift
from tools.art.noise import generator
from tools.art.palette import RAMPS, bayer, shade
from tools.art.solid import Part, Solid, about_x, about_z

LIFT: Final = 0.42
"""Pixels up the screen for a pixel of height."""

SAMPLES: Final = 4
"""Samples a pixel along each axis."""

NOTHING: Final = -1e9
OUTLINE: Final = 225
"""Alpha of the ink line round a model."""

Key = tuple[str, bool]


@dataclass(frozen=True)
class Camera:
    """Turns model space into the screen: x right, y down, depth towards the eye; ``lift`` px a px."""

    turn: Plane
    lift: float

    def project(self, at: Plane) -> tuple[float, float, float]:
        """Screen x and y about the foot point, and depth."""
        x, y, z = (float(v) for v in self.turn @ at)
        return x, y - self.lift * z, z


def from_above(yaw: float) -> Camera:
    """See the model as the game does; 0 faces east, clockwise, in radians."""
    return Camera(about_z(yaw), LIFT)


def level(turn: float, tilt: float = 0.0) -> Camera:
    """Look the model in the face, ``turn`` to the side, ``tilt`` from above."""
    front = np.array([[0.0, 1, 0], [0, 0, -1], [1, 0, 0]])
    return Camera(about_x(tilt) @ front @ about_z(turn), 0.0)


def unit(direction: tuple[float, float, float]) -> Plane:
    """Scale to length one."""
    out = np.array(direction)
    return np.asarray(out / math.sqrt(float((out * out).sum())))


@dataclass(frozen=True)
class BackLight:
    """A coloured light from behind, on the outermost ``width`` pixels."""

    towards: Plane
    ramp: str
    strength: float
    width: int


@dataclass(frozen=True)
class Style:
    """How a model is lit and finished."""

    light: Plane = field(default_factory=lambda: unit((-0.48, -0.58, 0.80)))
    ambient: float = 0.27
    rise: float = 0.011
    crease: float = 0.15
    dither: float = 0.12
    wear: float = 0.0
    seed: int = 0
    outline: bool = True
    back: BackLight | None = None


@dataclass(frozen=True)
class Frame:
    """A finished picture: colour, what shines in it, and the depth of every pixel."""

    colour: Pixels
    glow: Pixels
    depth: Plane


@dataclass(frozen=True)
class _Shot:
    """What is drawn, how, and where its origin stands."""

    solid: Solid
    camera: Camera
    style: Style
    foot: tuple[float, float]


@dataclass
class _Samples:
    """Per sample: depth, number of the key (ramp and shine), brightness, strength of back light."""

    depth: Plane
    key: Ints
    value: Plane
    back: Plane
    keys: list[Key]

    def number(self, key: Key) -> int:
        if key not in self.keys:
            self.keys.append(key)
        return self.keys.index(key)


Hit = tuple[Mask, Plane, Plane]


def _meet_ball(origin: Plane, ray: Plane, half: Plane) -> Hit:
    o, d = origin / half, ray / half
    a, b, c = float((d * d).sum()), (o * d).sum(-1), (o * o).sum(-1) - 1
    inside = b * b - a * c
    far = (-b + np.sqrt(np.maximum(inside, 0))) / a
    normal = (origin + far[..., None] * ray) / (half * half)
    return inside > 0, far, normal / (np.sqrt((normal * normal).sum(-1, keepdims=True)) + 1e-9)


def _meet_box(origin: Plane, ray: Plane, half: Plane) -> Hit:
    d = np.where(np.abs(ray) < 1e-6, 1e-6, ray)
    one, two = (-half - origin) / d, (half - origin) / d
    enter, leave = np.minimum(one, two).max(-1), np.maximum(one, two)
    axis, far = leave.argmin(-1), leave.min(-1)
    return far > enter, far, np.sign(d) * (np.arange(3) == axis[..., None])


def _window(shot: _Shot, part: Part, size: int) -> tuple[int, int, int, int] | None:
    """Bound the samples a part can cover: top, bottom, left, right."""
    camera, foot = shot.camera, shot.foot
    turn, centre = camera.turn @ part.turn, camera.turn @ part.centre
    reach = np.abs(turn * part.half).sum(1) if part.boxy else np.sqrt(((turn * part.half) ** 2).sum(1))
    x, y = centre[0] + foot[0], centre[1] - camera.lift * centre[2] + foot[1]
    tall = reach[1] + camera.lift * reach[2]
    top, bottom = max(0, int((y - tall) * SAMPLES) - 1), min(size, int((y + tall) * SAMPLES) + 2)
    left, right = max(0, int((x - reach[0]) * SAMPLES) - 1), min(size, int((x + reach[0]) * SAMPLES) + 2)
    return None if top >= bottom or left >= right else (top, bottom, left, right)


def _stained(solid: Solid, part: Part, spot: Plane, samples: _Samples) -> tuple[Ints, Plane]:
    """Find key and extra tone of every surface point, given in model space."""
    key = np.full(spot.shape[:2], samples.number((part.ramp, part.shines)))
    tone = np.zeros(spot.shape[:2])
    for stain in solid.stains if not part.shines else ():
        if stain.only not in ("", part.ramp):
            continue
        off = np.abs(spot - stain.centre) / stain.half
        inside = off.max(-1) < 1 if stain.boxy else (off * off).sum(-1) < 1
        if inside.any():
            key = np.where(inside, samples.number((stain.ramp, False)), key)
            tone = np.where(inside, tone + stain.tone, tone)
    return key, tone


def _cast(shot: _Shot, part: Part, samples: _Samples) -> None:
    camera, style, foot = shot.camera, shot.style, shot.foot
    window = _window(shot, part, samples.depth.shape[0])
    if window is None:
        return
    top, bottom, left, right = window
    y, x = ((axis + 0.5) / SAMPLES for axis in np.mgrid[top:bottom, left:right])
    x, y = x - foot[0], y - foot[1]
    turn, centre = camera.turn @ part.turn, camera.turn @ part.centre
    origin = np.stack([x - centre[0], y - centre[1], np.full(x.shape, -centre[2])], -1) @ turn
    meet = _meet_box if part.boxy else _meet_ball
    hit, far, normal = meet(origin, np.array([0, camera.lift, 1.0]) @ turn, part.half)
    here = (slice(top, bottom), slice(left, right))
    win = hit & (far + part.bias > samples.depth[here])
    if not win.any():
        return
    normal = normal @ turn.T
    lit = np.clip(normal @ style.light, 0, 1)
    value = style.ambient + (1 - style.ambient) * lit * 0.95
    value = value + np.clip(far, -4, 40) * style.rise - 0.06 + part.tone
    spot = np.stack([x, y + camera.lift * far, far], -1) @ camera.turn
    key, tone = _stained(shot.solid, part, spot, samples)
    samples.depth[here] = np.where(win, far + part.bias, samples.depth[here])
    samples.key[here] = np.where(win, key, samples.key[here])
    samples.value[here] = np.where(win, value + tone, samples.value[here])
    if style.back is not None:
        edge = np.clip(1 - np.abs(normal[..., 2]), 0, 1) ** 1.5
        edge = edge * np.clip(normal @ style.back.towards, 0, 1)
        samples.back[here] = np.where(win, edge, samples.back[here])


def _by_pixel(samples: Plane | Ints, size: int) -> Plane:
    blocks = samples.reshape(size, SAMPLES, size, SAMPLES).swapaxes(1, 2)
    return np.asarray(blocks.reshape(size, size, SAMPLES * SAMPLES))


def _vote(keys: Plane, count: int, shining: list[bool]) -> Ints:
    """Choose the commonest key of every pixel; what shines counts double and more."""
    share = [(keys == k).mean(-1) * (2.2 if shining[k] else 1.0) for k in range(count)]
    return np.asarray(np.argmax(np.stack(share, -1), -1))


def _creases(depth: Plane) -> Mask:
    above, left, right = shift(depth, 1, 0), shift(depth, 0, 1), shift(depth, 0, -1)
    return (above - depth > 2.0) | (left - depth > 2.0) | (right - depth > 2.6)


def _worn(style: Style, size: int) -> Plane:
    if not style.wear:
        return np.zeros((size, size))
    chance = generator(style.seed).random((size, size))
    return -0.15 * (chance < style.wear) + 0.10 * (chance > 1 - style.wear * 0.6)


def _backlit(out: Pixels, solid: Mask, strength: Plane, back: BackLight) -> None:
    near = ~solid
    for _ in range(back.width):
        near = near | rim(near)
    ramp = RAMPS[back.ramp]
    tone = np.clip((strength * back.strength * len(ramp)).astype(int), 0, len(ramp) - 1)
    brighter = ramp[tone].sum(-1, dtype=int) > out[..., :3].sum(-1, dtype=int)
    lit = solid & near & (strength > 0.18) & brighter
    out[lit, :3] = ramp[tone][lit]


def _finish(samples: _Samples, size: int, style: Style) -> Frame:
    keys, values = _by_pixel(samples.key, size), _by_pixel(samples.value, size)
    there = keys >= 0
    solid = there.mean(-1) >= 0.45
    depth = np.where(there, _by_pixel(samples.depth, size), -99.0).max(-1)
    dim = style.crease * _creases(depth) - _worn(style, size)
    out, glow = clear(size, size), clear(size, size)
    best = _vote(keys, len(samples.keys), [shines for _, shines in samples.keys])
    grain = bayer(size, size)
    for number, (ramp, shines) in enumerate(samples.keys):
        mine, chosen = keys == number, solid & (best == number)
        mean = (values * mine).sum(-1) / np.maximum(mine.sum(-1), 1)
        colour = shade(np.clip(mean - dim, 0, 0.99), ramp, grain, style.dither)
        out[chosen, :3], out[chosen, 3] = (RAMPS[ramp][-2] if shines else colour[chosen]), 255
        if shines:
            glow[chosen, :3], glow[chosen, 3] = RAMPS[ramp][-2], 255
    if style.back is not None:
        _backlit(out, solid, _by_pixel(samples.back, size).max(-1), style.back)
    if style.outline:
        ring = rim(solid)
        out[ring, :3], out[ring, 3] = RAMPS["ink"][0], OUTLINE
    return Frame(out, glow, depth)


PLAIN: Final = Style()


def render(solid: Solid, camera: Camera, size: int, foot: tuple[float, float], style: Style = PLAIN) -> Frame:
    """Draw a model in a square of ``size`` px with its origin at ``foot`` (x, y)."""
    shape = (size * SAMPLES, size * SAMPLES)
    samples = _Samples(
        np.full(shape, NOTHING), np.full(shape, -1), np.zeros(shape), np.zeros(shape), [("ink", False)]
    )
    shot = _Shot(solid, camera, style, foot)
    for part in solid.parts:
        _cast(shot, part, samples)
    return _finish(samples, size, style)


FACING: Final = 0.10
"""Least cosine between an eye's normal and the camera for the eye to be seen."""

HIDDEN: Final = 2.0
"""An eye this many px behind what is drawn at its place is covered by it."""


def visible_eyes(
    solid: Solid, camera: Camera, frame: Frame, foot: tuple[float, float]
) -> list[tuple[int, int]]:
    """List the pixels of the eyes that face the camera and that nothing covers."""
    towards = np.array([0, camera.lift, 1.0]) / math.hypot(camera.lift, 1.0)
    size, seen = frame.depth.shape[0], []
    for eye in solid.eyes:
        x, y, depth = camera.project(eye.at)
        column, line = math.floor(foot[0] + x), math.floor(foot[1] + y)
        inside = 0 < column < size - 1 and 0 < line < size - 1
        if not inside or float((camera.turn @ eye.normal) @ towards) <= FACING:
            continue
        drawn = frame.colour[line, column, 3] > 0
        if drawn and frame.depth[line, column] - depth < HIDDEN and (column, line) not in seen:
            seen.append((column, line))
    return seen
