"""The name of the game in chalk, half wiped away by a sleeve; one of its eyes is gold and open."""

from __future__ import annotations

from typing import Final

import numpy as np

from tools.art.arrays import Mask, Pixels, Plane
from tools.art.noise import blur, fractal, generator
from tools.art.palette import colours
from tools.art.store import Work
from tools.art.strokes import AIR, Word, set_word

CHALK: Final = colours("2d2e34 45454a 615f60 807b76 a39c90 c6bda9 e4dcc6 f6f3e4")
IRIS: Final = colours("6e3f06 a8620d d68a14 f2b01e ffcf52 ffe07a fff7d6")
PUPIL: Final = (20, 9, 3)
GLEAM: Final = (255, 250, 226)
GLOW: Final = np.array((255.0, 160.0, 30.0))

GOLD: Final = 1
"""Which of the two eyes is open and gold."""


def _tiled(tile: Plane, height: int, width: int) -> Plane:
    rows, columns = -(-height // tile.shape[0]), -(-width // tile.shape[1])
    return np.tile(tile, (rows, columns))[:height, :width]


def _sweep(height: int, width: int) -> Plane:
    """One pass of a sleeve, rising to the right: strength of wiping, 0..1."""
    y, x = np.mgrid[0:height, 0:width]
    line = (y - height * 0.62 + (x - width * 0.62) * 0.16) / (height * 0.22)
    return np.asarray(np.exp(-(line**2)) * np.clip((x - width * 0.30) / (width * 0.3), 0, 1))


def _chalk(cover: Plane, seed: int, wipe: float) -> Plane:
    """Brightness of the chalk: grain, dry edges, what the sleeve left."""
    height, width = cover.shape
    y, x = np.mgrid[0:height, 0:width]
    cloud = _tiled(fractal(128, 32, seed, 3), height, width)
    streaks = fractal(128, 64, seed + 9, 2)[(y * 3 + (x * 0.16).astype(int)) % 128, (x // 9) % 128]
    value = cover * (0.86 + 0.22 * (cloud - 0.5))
    value = value - wipe * _sweep(height, width) * cover * (0.35 + 0.9 * streaks)
    return np.asarray(value - 0.22 * (generator(seed).random((height, width)) > 0.955) * cover)


class Board:
    """A picture of straight alpha under work: colour and coverage as floats, 0..255 and 0..1."""

    def __init__(self, height: int, width: int) -> None:
        self.colour: Plane = np.zeros((height, width, 3))
        self.alpha: Plane = np.zeros((height, width))

    def haze(self, y: int, x: int, colour: Plane, strength: Plane) -> None:
        """Lay a translucent colour over what is there."""
        here = (slice(y, y + strength.shape[0]), slice(x, x + strength.shape[1]))
        part, under = strength[..., None], self.alpha[here][..., None]
        total = part + under * (1 - part)
        mixed = colour * part + self.colour[here] * under * (1 - part)
        self.colour[here] = mixed / np.maximum(total, 1e-6)
        self.alpha[here] = total[..., 0]

    def solid(self, y: int, x: int, where: Mask, colour: Plane | Pixels | tuple[int, int, int]) -> None:
        """Set pixels to a full colour."""
        here = (slice(y, y + where.shape[0]), slice(x, x + where.shape[1]))
        self.colour[here][where] = colour
        self.alpha[here][where] = 1.0

    def pixels(self) -> Pixels:
        """Round to bytes."""
        alpha = np.clip(self.alpha, 0, 1) * 255
        return np.concatenate([self.colour, alpha[..., None]], -1).clip(0, 255).astype(np.uint8)


def _gold_eye(
    board: Board, top: int, left: int, eye: tuple[float, float, float], size: tuple[int, int]
) -> None:
    ex, ey, radius = eye
    y, x = np.mgrid[0 : size[0], 0 : size[1]] + 0.5
    far, ball = np.sqrt((x - ex) ** 2 + (y - ey) ** 2), radius * 0.62
    fade = np.clip(1 - far / (ball + AIR + 4), 0, 1)
    board.haze(top, left, GLOW, np.exp(-far / (radius * 1.1)) * 0.5 * fade * fade * (3 - 2 * fade))
    grain = generator(9).random(size)
    tone = np.clip(1.15 - far / ball * 0.75 + (grain - 0.5) * 0.3, 0, 0.99)
    inside = far < ball
    board.solid(top, left, inside, IRIS[(tone * 7).astype(int)][inside])
    slit = (np.abs(x - ex) < max(0.9, radius * 0.13)) & (np.abs(y - ey) < ball * 0.86)
    board.solid(top, left, slit, PUPIL)
    if radius > 5:
        gleam = (np.floor(y) == int(ey - ball * 0.42)) & (np.floor(x) == int(ex - ball * 0.5))
        board.solid(top, left, gleam, GLEAM)


def _dull_eye(
    board: Board, top: int, left: int, eye: tuple[float, float, float], size: tuple[int, int]
) -> None:
    y, x = np.mgrid[0 : size[0], 0 : size[1]] + 0.5
    far = np.sqrt((x - eye[0]) ** 2 + (y - eye[1]) ** 2)
    board.solid(top, left, far < eye[2] * 0.34, (58, 57, 60))
    board.solid(top, left, far < eye[2] * 0.15, (16, 16, 20))


def write(board: Board, word: Word, x: int, y: int, seed: int, wipe: float) -> None:
    """Write a word with its air at (x, y)."""
    cover = word.cover
    height, width = cover.shape
    grain = generator(9).random((height, width))
    value = _chalk(cover, seed, wipe)
    dust = np.array((150.0, 148.0, 142.0))
    smear = blur(cover, 2.2) * _sweep(height, width) * 0.22 + blur(cover, 3.0) * 0.05
    board.haze(y, x, dust, np.clip(smear, 0, 1))
    kept = value > 0.20 + 0.22 * grain
    tone = np.clip((value * 8.4 + (grain - 0.5) * 0.9).astype(int), 0, 7)
    board.solid(y, x, kept, CHALK[tone][kept])
    for number, eye in enumerate(word.eyes):
        draw = _gold_eye if number == GOLD else _dull_eye
        draw(board, y, x, eye, (height, width))


def english() -> Pixels:
    """AFTER THE over CLASSROOM, the Korean name below."""
    small, large = set_word("AFTER THE", 15, 4.4, 1.30), set_word("CLASSROOM", 34, 4.3, 1.24)
    korean = set_word("교실 이후", 19, 4.2, 0.98)
    board = Board(70 + korean.cover.shape[0], large.cover.shape[1] + 1)
    write(board, small, 1, 0, 4, 0.25)
    write(board, large, 0, 22, 3, 0.62)
    write(board, korean, 0, 70, 6, 0.3)
    return board.pixels()


def korean() -> Pixels:
    """교실 이후, the English name below."""
    large, small = set_word("교실 이후", 54, 2.6, 1.0), set_word("AFTER THE CLASSROOM", 12, 4.2, 1.28)
    board = Board(72 + small.cover.shape[0], max(large.cover.shape[1], small.cover.shape[1]))
    write(board, large, 0, 0, 3, 0.55)
    write(board, small, 0, 72, 6, 0.25)
    return board.pixels()


def logos() -> Work:
    """Make ``logo_en.png`` and ``logo_ko.png``: RGBA with 14 px of air on every side."""
    return Work({"assets/art/logo_en.png": english(), "assets/art/logo_ko.png": korean()})
