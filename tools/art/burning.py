"""Fire and smoke: frames that loop, and a cloud that rolls, grows and thins."""

from __future__ import annotations

import math
from typing import Final

import numpy as np

from tools.art.arrays import Pixels
from tools.art.cells import axes, ball, put
from tools.art.grid import clear
from tools.art.noise import value_noise
from tools.art.palette import bayer

FLAME_FRAMES: Final = 12
FLAME_TONES: Final = (
    (0.02, "blood", 4, 80),
    (0.12, "blood", 5, 150),
    (0.30, "gold", 1, 240),
    (0.72, "gold", 2, 165),
    (1.12, "gold", 3, 200),
    (1.44, "gold", 4, 220),
)
"""From which strength of the field on, which colour, and how much of it is added."""


def flame(side: int) -> list[Pixels]:
    """Fire that loops; to be added. The foot is at the middle of the lower edge.

    Two sheets of noise rise through a tongue that narrows upward, the second twice as fast; both come round
    with the last frame.
    """
    high, wide = side * 3 // 2, side
    coarse, fine = np.tile(value_noise(64, 8, 77), (1, 2)), np.tile(value_noise(64, 16, 78), (1, 2))
    y, x = axes(high, wide)
    up = (high - 1 - y) / high
    frames = []
    for number in range(FLAME_FRAMES):
        turn = number / FLAME_FRAMES
        slow, fast = (y * 2 + round(turn * 64)) % 64, (y * 2 + round(turn * 128)) % 64
        lick = (coarse[slow, x * 2 % 64] - 0.5) * 1.5 + (fine[fast, x * 2 % 64] - 0.5) * 0.9
        sway = math.sin(2 * math.pi * turn + 2.2) * up * wide * 0.10
        half = wide * 0.40 * (1 - up) ** 0.8 + 0.6
        inside = 1.35 * (1 - (np.abs(x - (wide - 1) / 2 - sway) / half) ** 1.5)
        field = inside * (1 - up * 0.55) + lick * (0.25 + 0.9 * up) - np.clip(0.10 - up, 0, 1) * 5
        field = field + (bayer(high, wide) - 0.5) * 0.14
        out = clear(high, wide)
        for level, ramp, tone, alpha in FLAME_TONES:
            put(out, field > level, ramp, tone, alpha)
        frames.append(out)
    return frames


SMOKE_FRAMES: Final = 14
SMOKE_TONES: Final = ((4, "scorch", 2, 3, 4), (7, "scorch", 1, 2, 3), (SMOKE_FRAMES, "grey", 0, 1, 2))
"""Until which frame, which colours: its fire lights smoke from below, farther up the night has it."""


def smoke() -> list[Pixels]:
    """A cloud of soot that rolls, grows and thins; to be laid over the picture after its light."""
    noise = value_noise(64, 8, 15)
    y, x = axes(44, 44)
    frames = []
    for number in range(SMOKE_FRAMES):
        part = number / (SMOKE_FRAMES - 1)
        radius = 5.5 + 15.5 * part
        billow = noise[(y + number * 3) % 64, (x + 17) % 64] - 0.5
        field = 1 - ball(44, radius) + billow * (0.7 + 0.5 * part)
        lit = field + ((21.5 - x) + (21.5 - y)) / (radius * 5) + (bayer(44, 44) - 0.5) * 0.16
        ramp, *tones = next(tone[1:] for tone in SMOKE_TONES if number < tone[0])
        out, thin = clear(44, 44), (1 - part) ** 0.7 * min(1, 0.45 + number * 0.2)
        for where, tone, alpha in (
            (field > 0.06, tones[0], 70),
            (field > 0.20, tones[0], 150),
            ((field > 0.20) & (lit > 0.55), tones[1], 160),
            ((field > 0.20) & (lit > 0.85), tones[2], 150),
        ):
            put(out, where, ramp, tone, round(alpha * thin))
        frames.append(out)
    return frames
