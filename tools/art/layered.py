"""A still that moves a little: layers from far to near, each with its own small motion, and points of light.

Layers are ``BLEED`` px wider than the picture on either side, so that they can sway; the generator paints 640
px and mirrors the rest. The manifest says how a layer moves; ``game/show/tableau.py`` moves it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from tools.art.arrays import Mask, Pixels, Plane
from tools.art.still import HEIGHT, WIDTH, Colour
from tools.art.store import Work

BLEED: Final = 8
"""How far a layer reaches beyond the picture on either side, px."""

OPAQUE: Final = 250
"""From this alpha on, a layer hides what lies behind it."""

CLEAR: Final[Plane] = np.zeros((HEIGHT, WIDTH, 4))


def sheet() -> Plane:
    """Make an empty layer: RGBA floats, transparent."""
    return CLEAR.copy()


def cover(canvas: Plane, where: Mask, colour: Plane | Colour) -> None:
    """Paint a mask on a layer, opaque, from a colour or an RGB canvas."""
    canvas[where, :3] = colour[where] if isinstance(colour, np.ndarray) else colour
    canvas[where, 3] = 255


@dataclass(frozen=True)
class Layer:
    """One layer and how it moves.

    Attributes:
        frames: pictures of one size, RGB or RGBA floats, shown in turn.
        sway: how far it goes to either side, px.
        rise: how far it is lifted by a breath, px.
        drift: speed to the right of a layer that repeats, px/s.
        ms: how long a frame stays.
        mirrors: whether it goes on mirrored beyond the picture; if not, its border is repeated.
        fades: whether a frame melts into the next.
        comes, leaves: from when to when it appears and fades away, s; (0, 0) is always there.
    """

    frames: Sequence[Plane]
    sway: float = 0.0
    rise: float = 0.0
    drift: float = 0.0
    ms: int = 0
    fades: bool = False
    mirrors: bool = True
    comes: tuple[float, float] = (0.0, 0.0)
    leaves: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Spot:
    """A point of light.

    Attributes:
        x, y: px of the picture.
        colour: of its heart.
        size: side of its heart, px; halo: radius of its glow, px.
        layer: number of the layer it is fixed to.
        beat: ``steady``, ``breath``, ``twinkle``, ``lamp`` or ``fire``.
        at, until: when it comes on and goes out, s; ``until`` 0 stays.
    """

    x: int
    y: int
    colour: Colour
    size: int = 1
    halo: int = 3
    layer: int = 0
    beat: str = "steady"
    at: float = 0.0
    until: float = 0.0


@dataclass(frozen=True)
class Moving:
    """The whole picture; ``ash``: colour and number of the flakes that fall before it."""

    layers: Mapping[str, Layer]
    spots: Sequence[Spot] = ()
    ash: tuple[Colour, int] = ((120, 116, 108), 40)


def _pixels(frame: Plane, layer: Layer) -> Pixels:
    bytes_, margin = frame.clip(0, 255).astype(np.uint8), ((0, 0), (BLEED, BLEED), (0, 0))
    if layer.drift:
        return bytes_
    return np.pad(bytes_, margin, mode="reflect") if layer.mirrors else np.pad(bytes_, margin, mode="edge")


MOVES: Final = ("sway", "rise", "drift", "ms", "fades")


def _about(name: str, number: str, layer: Layer) -> dict[str, Any]:
    moves = {key: getattr(layer, key) for key in MOVES if getattr(layer, key)}
    spans = {key: list(getattr(layer, key)) for key in ("comes", "leaves") if getattr(layer, key)[1]}
    return {"file": f"{name}_{number}", "frames": len(layer.frames)} | moves | spans


def uncovered(moving: Moving) -> list[Spot]:
    """List the points of light that no nearer layer stands before."""
    layers = list(moving.layers.values())

    def is_seen(spot: Spot) -> bool:
        nearer = (layer.frames[0] for layer in layers[spot.layer + 1 :] if not layer.leaves[1])
        area = (slice(spot.y, spot.y + spot.size), slice(spot.x, spot.x + spot.size), 3)
        return not any((frame[area] > OPAQUE).any() for frame in nearer)

    return [spot for spot in moving.spots if is_seen(spot)]


def _spot(spot: Spot) -> list[Any]:
    return [
        spot.x,
        spot.y,
        list(spot.colour),
        spot.size,
        spot.halo,
        spot.layer,
        spot.beat,
        spot.at,
        spot.until,
    ]


def work(name: str, moving: Moving) -> Work:
    """Make ``stills/<name>_<layer>.png``, frames one below the other, and ``stills/<name>.json``."""
    pictures = {
        f"assets/art/stills/{name}_{number}.png": np.concatenate(
            [_pixels(frame, layer) for frame in layer.frames]
        )
        for number, layer in moving.layers.items()
    }
    manifest = {
        "bleed": BLEED,
        "layers": [_about(name, number, layer) for number, layer in moving.layers.items()],
        "ash": [list(moving.ash[0]), moving.ash[1]],
        "spots": [_spot(spot) for spot in uncovered(moving)],
    }
    return Work(pictures, {f"assets/art/stills/{name}.json": manifest})


def flat(moving: Moving) -> Plane:
    """Lay the first frames over one another: RGB floats, for a look at the whole."""
    out = np.zeros((HEIGHT, WIDTH, 3))
    for layer in moving.layers.values():
        if layer.leaves[1]:
            continue
        frame = layer.frames[0]
        part = frame[..., 3:] / 255 if frame.shape[2] == 4 else 1.0
        out = out * (1 - part) + frame[..., :3] * part
    for spot in uncovered(moving):
        if spot.until:
            continue
        out[spot.y : spot.y + spot.size, spot.x : spot.x + spot.size] = spot.colour
    return out
