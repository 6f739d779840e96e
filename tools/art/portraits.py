"""Radio portraits of 48x48: a bust under the level camera, then eyes, brows and mouth pixel by pixel.

Three columns: neutral, speaking, static (the signal is lost).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

import numpy as np

from tools.art.arrays import Pixels
from tools.art.busts import SITTERS, Sitter, bust
from tools.art.grid import opaque, over
from tools.art.noise import generator
from tools.art.palette import RAMPS, bayer
from tools.art.raycast import BackLight, Camera, Style, level, render, unit
from tools.art.solid import Solid
from tools.art.store import Work
from tools.art.strips import row

SIDE: Final = 48
LINE: Final = (14, 11, 14)

Colour = tuple[int, int, int]


def _rgb(ramp: str, tone: int, share: float = 1.0) -> Colour:
    r, g, b = (int(v * share) for v in RAMPS[ramp][tone])
    return r, g, b


@dataclass
class Canvas:
    """A portrait being painted: the picture, its sitter, and where model points lie on it."""

    picture: Pixels
    who: Sitter
    camera: Camera
    foot: tuple[float, float]

    def spot(self, x: float, y: float, z: float) -> tuple[int, int]:
        """Find the pixel of a model point: x, y."""
        right, down, _ = self.camera.project(np.array((x, y, z), float))
        return round(self.foot[0] + right - 0.5), round(self.foot[1] + down - 0.5)

    def dot(self, x: int, y: int, colour: Colour) -> None:
        """Set a pixel if it is on the picture."""
        if 0 <= x < SIDE and 0 <= y < SIDE:
            self.picture[y, x] = colour

    @property
    def side(self) -> int:
        """1 when the sitter looks to the right of the picture, -1 to the left."""
        return 1 if self.who.turn > 0 else -1


def _backdrop(rim: str) -> Pixels:
    """Paint a dark screen with a soft disc of signal light."""
    ramp = RAMPS[{"gold": "leather", "red": "maroon"}.get(rim, "teal")]
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    near = 1 - np.sqrt(((x - 24) / 26) ** 2 + ((y - 20) / 26) ** 2)
    value = np.clip(near, 0, 1) * 0.62 + (bayer(SIDE, SIDE) - 0.5) * 0.16
    out = ramp[np.clip((value * 3.2).astype(int), 0, 2)].copy()
    out[y % 3 == 0] = (out[y % 3 == 0] * 0.84).astype(np.uint8)
    return np.asarray(out)


def _bust(who: Sitter) -> Canvas:
    side = 1.0 if who.turn > 0 else -1.0
    camera, foot = level(who.turn, 0.06), (24.0 - 1.5 * side, 25.5)
    style = Style(
        light=unit((-0.62 * side, -0.55, 0.62)),
        ambient=0.10,
        rise=0.004,
        crease=0.10,
        dither=0.10,
        back=BackLight(unit((0.85 * side, -0.35, -0.25)), who.rim, 0.95, 2),
    )
    picture = _backdrop(who.rim)
    over(picture, render(bust(who), camera, SIDE, foot, style).colour, 0, 0)
    return Canvas(picture, who, camera, foot)


def _lids(canvas: Canvas, x: int, y: int, *, lit: bool) -> None:
    skin = canvas.who.skin
    white = (206, 200, 188) if lit else (126, 120, 116)
    for i in range(-2, 3):
        canvas.dot(x + i, y - 1, LINE)
        canvas.dot(x + i, y, white if abs(i) < 2 else _rgb(skin, 0, 0.55))
    for i in (-1, 0, 1):
        canvas.dot(x + i, y + 1, _rgb(skin, 1, 1.0 if lit else 0.8))


def _gold_iris(canvas: Canvas, x: int, y: int) -> None:
    for i, tone in ((-2, 1), (-1, 3), (1, 2), (2, 1)):
        canvas.dot(x + i, y, _rgb("gold", tone))
    for i, tone in ((-1, 1), (0, 2), (1, 1)):
        canvas.dot(x + i, y + 1, _rgb("gold", tone))
    canvas.dot(x, y, (30, 14, 4))


def _dark_iris(canvas: Canvas, x: int, y: int, *, lit: bool) -> None:
    for i in (-1, 0):
        canvas.dot(x + i, y, LINE)
        canvas.dot(x + i, y + 1, (34, 24, 24))
    canvas.dot(x - 1 if canvas.side > 0 else x, y, (150, 150, 146) if lit else LINE)
    canvas.dot(x + 1, y + 1, (154, 150, 141) if lit else (94, 90, 87))
    canvas.dot(x - 2, y + 1, _rgb(canvas.who.skin, 1))


def _brow(canvas: Canvas, x: int, y: int, side: int) -> None:
    who = canvas.who
    hair = (70, 68, 66) if who.hair == "grey" else _rgb(who.skin, 0, 0.45)
    for i in range(-3, 3):
        canvas.dot(x + i, y - 4 - round(who.brow * i * side * 0.28), hair)
    if who.mood == "flat":
        for i in range(-2, 3):
            canvas.dot(x + i, y - 2, _rgb(who.skin, 1, 0.75))


def _eyes(canvas: Canvas) -> None:
    for side in (-1, 1):
        if canvas.who.bandage and side > 0:
            continue
        x, y = canvas.spot(10.0, side * 4.3, 1.2)
        near = side * canvas.side < 0
        _lids(canvas, x, y, lit=near)
        if canvas.who.gold and near:
            _gold_iris(canvas, x, y)
        else:
            _dark_iris(canvas, x, y, lit=near)
        _brow(canvas, x, y, side)


def _mouth(canvas: Canvas, *, speaking: bool) -> None:
    who = canvas.who
    x, y = canvas.spot(9.6, 0, -7.0)
    for i in range(-3, 4):
        down = abs(i) == 3 and who.mood in ("sad", "stern")
        up = who.mood == "half" and i == -3 * canvas.side
        canvas.dot(x + i, y + down - up, _rgb(who.skin, 0, 0.5))
    if not speaking:
        for i in (-1, 0, 1):
            canvas.dot(x + i, y + 2, _rgb(who.skin, 2))
        return
    for i in range(-2, 3):
        canvas.dot(x + i, y + 1, (38, 12, 14))
    for i in (-1, 0, 1):
        canvas.dot(x + i, y, (150, 140, 130))
        canvas.dot(x + i, y + 2, (60, 20, 20))


def _age(canvas: Canvas) -> None:
    for side in (-1, 1) if canvas.who.old else ():
        x, y = canvas.spot(9, side * 5.0, -4.4)
        for i, j in ((0, 0), (side, 1), (side, 2)):
            canvas.dot(x + i, y + j, _rgb(canvas.who.skin, 1))


def _veins(canvas: Canvas) -> None:
    stream = generator(4)
    x, y = canvas.spot(8, -6.5 * canvas.side, -0.5)
    for _ in range(3 if canvas.who.veins else 0):
        at, down = x, y + 2
        for _ in range(9):
            canvas.dot(at, down, (88, 70, 74))
            at, down = at + int(stream.integers(-1, 2)), down + int(stream.integers(0, 2))


def _scanned(picture: Pixels) -> Pixels:
    picture[2::4] = (picture[2::4] * 0.93).astype(np.uint8)
    return picture


def portrait(who: Sitter, *, speaking: bool) -> Pixels:
    """Paint a sitter."""
    canvas = _bust(who)
    _eyes(canvas)
    _mouth(canvas, speaking=speaking)
    _age(canvas)
    _veins(canvas)
    return _scanned(canvas.picture)


def radio(*, speaking: bool) -> Pixels:
    """Paint the set itself: grille, dial, aerial; the lamp and the dial light up when somebody speaks."""
    body = Solid().box((0, 0, -6), (4, 13, 17), "metal", tone=-0.16)
    body.box((4, 0, -6), (0.4, 12, 16), "ink", tone=0.12)
    for line in range(6):
        body.box((4.6, 0, -8 - line * 2.4), (0.4, 9.5, 0.5), "metal", tone=0.05)
    body.box((4.6, -2, 4), (0.4, 8, 3.2), "gold" if speaking else "leather", shines=speaking)
    body.box((5.2, -4 if speaking else -8, 4), (0.4, 0.5, 3), "red").ball((5, 9, 4), (1.6, 2.2, 2.2), "metal")
    body.ball((5, 9, -1.6), (0.8, 1.2, 1.2), "red", shines=speaking)
    body.limb((0, 10, 11), (-1, 15, 26), 0.7, "metal")
    picture = _backdrop("teal")
    style = Style(
        light=unit((-0.6, -0.5, 0.6)),
        ambient=0.14,
        rise=0.0,
        back=BackLight(unit((0.8, -0.4, -0.3)), "cyan", 0.8, 1),
    )
    over(picture, render(body, level(0.3, 0.08), SIDE, (24, 25), style).colour, 0, 0)
    return _scanned(picture)


def static(seed: int) -> Pixels:
    """Paint noise with one bright band."""
    noise = generator(seed).random((SIDE, SIDE))
    noise[::3] *= 0.5
    band = np.clip(1 - np.abs(np.arange(SIDE) - 30) / 5, 0, 1)[:, None]
    return np.asarray(RAMPS["lab"][(np.clip(noise * 0.55 + band * 0.4, 0, 0.99) * 5).astype(int)])


PAINTERS: Final[dict[str, Callable[..., Pixels]]] = {
    "radio": radio,
    **{name: partial(portrait, who) for name, who in SITTERS.items()},
}
"""Painter of every portrait; all take ``speaking``."""


def portraits() -> Work:
    """Make ``portraits/<who>.png``, three columns each."""
    work = Work()
    for number, (name, paint) in enumerate(PAINTERS.items()):
        columns = [paint(speaking=False), paint(speaking=True), static(number)]
        work.pictures[f"assets/art/portraits/{name}.png"] = row([opaque(part) for part in columns])
    return work
