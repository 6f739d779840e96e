"""Our own letters: strokes on a cell of 14 units of height, and the two that are eyes.

The two O of CLASSROOM, and the two rings of 이후, are a pair of eyes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from tools.art.arrays import Plane

Place = tuple[float, float]
Polyline = tuple[Place, ...]


@dataclass(frozen=True)
class Ring:
    """A circle or ellipse: centre, radius, and how much taller than wide it is."""

    x: float
    y: float
    radius: float
    tall: float = 1.0


@dataclass(frozen=True)
class Letter:
    """Width, polylines, and perhaps a ring that holds an eye."""

    width: float
    lines: tuple[Polyline, ...] = ()
    ring: Ring | None = None


LETTERS: Final[dict[str, Letter]] = {
    " ": Letter(5),
    "A": Letter(9, (((0, 14), (4.5, 0), (9, 14)), ((1.7, 9.4), (7.3, 9.4)))),
    "C": Letter(8, (((8, 2.6), (5.8, 0), (2.4, 0), (0, 2.6), (0, 11.4), (2.4, 14), (5.8, 14), (8, 11.4)),)),
    "E": Letter(7.5, (((7.5, 0), (0, 0), (0, 14), (7.5, 14)), ((0, 6.8), (6, 6.8)))),
    "F": Letter(7.5, (((7.5, 0), (0, 0), (0, 14)), ((0, 6.6), (6, 6.6)))),
    "H": Letter(8.2, (((0, 0), (0, 14)), ((8.2, 0), (8.2, 14)), ((0, 6.8), (8.2, 6.8)))),
    "L": Letter(7, (((0, 0), (0, 14), (7, 14)),)),
    "M": Letter(10, (((0, 14), (0, 0), (5, 8), (10, 0), (10, 14)),)),
    "O": Letter(11, (), Ring(5.5, 7.0, 5.6, 1.22)),
    "R": Letter(
        8.2,
        (((0, 14), (0, 0), (5.6, 0), (8, 2), (8, 5.2), (5.6, 7.4), (0, 7.4)), ((4.2, 7.4), (8.4, 14))),
    ),
    "S": Letter(
        8,
        (
            (
                *((7.8, 2.4), (5.8, 0), (2.2, 0), (0, 2), (0, 4.8), (2, 6.4)),
                *((6, 7.4), (8, 9.2), (8, 11.8), (5.8, 14), (2, 14), (0, 11.4)),
            ),
        ),
    ),
    "T": Letter(8.6, (((0, 0), (8.6, 0)), ((4.3, 0), (4.3, 14)))),
    "교": Letter(
        14,
        (
            ((2, 1.6), (11.4, 1.6), (11.4, 6.4)),
            ((4.6, 8.0), (4.6, 11.6)),
            ((9.0, 8.0), (9.0, 11.6)),
            ((0, 12), (14, 12)),
        ),
    ),
    "실": Letter(
        14,
        (
            ((4.6, 0.4), (1.0, 5.8)),
            ((4.6, 0.4), (8.2, 5.8)),
            ((12.4, 0), (12.4, 6.6)),
            ((2.2, 8.0), (12.4, 8.0), (12.4, 10.6), (2.4, 10.6), (2.4, 13.8), (13, 13.8)),
        ),
    ),
    "이": Letter(14, (((12, -0.2), (12, 14)),), Ring(4.2, 6.6, 3.9)),
    "후": Letter(
        14,
        (
            ((5.2, -0.8), (8.8, -0.8)),
            ((1.4, 1.7), (12.6, 1.7)),
            ((0, 10.6), (14, 10.6)),
            ((7, 10.6), (7, 14.4)),
        ),
        Ring(7, 6.0, 2.7),
    ),
}

FINE: Final = 4
"""Samples a pixel along each axis."""

AIR: Final = 14
"""Empty px round a word, for dust and glow."""

CELL: Final = 14.0
"""Height of a letter in its own units."""


@dataclass(frozen=True)
class Word:
    """Coverage 0..1 of every pixel, and the eyes: x, y, radius in px."""

    cover: Plane
    eyes: tuple[tuple[float, float, float], ...]


def _to_segment(x: Plane, y: Plane, a: Place, b: Place) -> Plane:
    dx, dy = b[0] - a[0], b[1] - a[1]
    part = np.clip(((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy + 1e-9), 0, 1)
    return np.asarray(np.sqrt((x - a[0] - dx * part) ** 2 + (y - a[1] - dy * part) ** 2))


def _to_ring(x: Plane, y: Plane, ring: Ring) -> Plane:
    return np.asarray(np.abs(np.sqrt((x - ring.x) ** 2 + ((y - ring.y) / ring.tall) ** 2) - ring.radius))


def _to_letter(x: Plane, y: Plane, letter: Letter) -> Plane:
    segments = [pair for line in letter.lines for pair in pairwise(line)]
    near = [_to_segment(x, y, a, b) for a, b in segments]
    if letter.ring is not None:
        near.append(_to_ring(x, y, letter.ring))
    return np.asarray(np.minimum.reduce(near)) if near else np.full(x.shape, 99.0)


def set_word(text: str, height: float, gap: float, weight: float) -> Word:
    """Set a word in strokes ``2 * weight`` units wide, letters ``gap`` units apart, ``height`` px tall."""
    scale = height / CELL
    width = int(sum(LETTERS[c].width + gap for c in text) * scale + 2 * scale) + 2 * AIR
    high = int(height + 2 * scale) + 2 * AIR
    y, x = np.mgrid[0 : high * FINE, 0 : width * FINE] / FINE + 0.5 / FINE
    x, y = (x - AIR) / scale - 1, (y - AIR) / scale - 1
    far, eyes, at = np.full(x.shape, 99.0), [], 0.0
    for char in text:
        letter = LETTERS[char]
        far = np.minimum(far, _to_letter(x - at, y, letter))
        if letter.ring is not None:
            ring = letter.ring
            centre = ((ring.x + at + 1) * scale + AIR, (ring.y + 1) * scale + AIR)
            eyes.append((*centre, ring.radius * scale))
        at += letter.width + gap
    cover = np.clip((weight - far) * scale * FINE + 0.5, 0, 1)
    return Word(cover.reshape(high, FINE, width, FINE).mean((1, 3)), tuple(eyes))
