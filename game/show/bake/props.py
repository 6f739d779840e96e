"""Furniture, wrecks and trees, stamped with their own shadows.

Rules of this module:
- A prop stands on its foot; what rises more than a head above the front of its footprint is drawn again in
  the *over* picture, so that it hides whoever stands behind it and never whoever stands in front.
- What stands on top of masonry (a roof nobody reaches) is drawn over it, whole.
- Flat things come first, then the rest from north to south.
- A model whose picture is missing is left out: the level still plays.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data import paths
from game.data.enums import Facing
from game.data.tiles import TILE_PX
from game.show.bake import grid
from game.show.bake.art import read_manifest, read_picture
from game.show.bake.ground import masonry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from game.data.level import Level
    from game.data.things import Prop
    from game.ecs.column import Array
    from game.show.bake.grid import Window

TURNS = 16
HEAD = 12  # px; how far above its foot a body reaches
LOW = 5  # px; lower things throw a short shadow and hide nobody
SHADOW_LOW, SHADOW_HIGH = 3, 7  # px; length of the shadow
SHADOW = 0.5  # share of light left in it
FACINGS = tuple(Facing)


@dataclass(frozen=True)
class Sheet:
    """All prop pictures: colours, what shines, and where each model's cells are."""

    colours: Array
    glow: Array | None
    models: Mapping[str, Any]


@dataclass(frozen=True)
class Picture:
    """One prop as drawn: RGBA, its glow or None, and the pixel of its foot."""

    pixels: Array
    glow: Array | None
    foot: tuple[int, int]
    height: int


@cache
def sheet() -> Sheet | None:
    """The props that ship with the game; None while there are none."""
    if not paths.asset("art", "props.json").is_file():
        return None
    shine = paths.asset("art", "props_glow.png")
    return Sheet(
        read_picture(paths.asset("art", "props.png")),
        read_picture(shine) if shine.is_file() else None,
        read_manifest(paths.asset("art", "props.json")),
    )


def forget() -> None:
    """Let the pictures of props go: a level that is painted needs them no more."""
    sheet.cache_clear()


def turn_of(prop: Prop) -> int:
    """Which of the 16 turns shows a prop: its front's quarter turns and its rectangle's turn."""
    return round((FACINGS.index(prop.facing) * 90 + prop.area.turn) / (360 / TURNS)) % TURNS


def picture_of(prop: Prop) -> Picture | None:
    """How a prop looks; None when its model has no picture."""
    art = sheet()
    about = art.models.get(_model(prop)) if art else None
    if art is None or about is None:
        return None
    x, y, w, h = about["rect"]
    turns = int(about.get("turns", TURNS))
    left = x + w * (turn_of(prop) * turns // TURNS)
    top = y + h * (prop.id * 7 % int(about.get("variants", 1)))
    cut = np.s_[top : top + h, left : left + w]
    glow = None if art.glow is None else art.glow[cut]
    shines = glow is not None and bool(glow[..., 3].any())
    return Picture(art.colours[cut], glow if shines else None, tuple(about["foot"]), int(about["height"]))


def _model(prop: Prop) -> str:
    burnt = f"{prop.model}_burnt"
    art = sheet()
    is_burnt = "burn" in prop.name or prop.hp == BURNT_HP
    return burnt if is_burnt and art is not None and burnt in art.models else prop.model


BURNT_HP = 300  # HP; a wreck that the authors burnt out is given this
FLAT = ("mat", "corpse", "hand", "laundry")


def in_order(level: Level) -> list[Prop]:
    """All props, flat ones first, then from north to south."""
    return sorted(level.props, key=lambda p: (p.model not in FLAT, p.area.at[1], p.id))


def paint(level: Level, ground: Array, over: Array, mask: Array, window: Window) -> None:
    """Stamp every prop that reaches into the window; arguments as for ``walls.paint``."""
    filled = masonry(level)
    for prop in in_order(level):
        picture = picture_of(prop)
        if picture is not None:
            _stamp(prop, picture, (ground, over, mask), window, on_top=_on(filled, prop))


def _on(filled: Array, prop: Prop) -> bool:
    """Whether the middle of a prop lies on filled cells."""
    column, row = (math.floor(v) for v in prop.area.at)
    return bool(filled[min(max(row, 0), filled.shape[0] - 1), min(max(column, 0), filled.shape[1] - 1)])


def _stamp(
    prop: Prop, picture: Picture, layers: tuple[Array, Array, Array], window: Window, *, on_top: bool
) -> None:
    ground, over, mask = layers
    x, y = prop.area.at
    left = round((x - window.column) * TILE_PX) - picture.foot[0]
    top = round((y - window.row) * TILE_PX) - picture.foot[1]
    place, piece = overlap(ground, picture.pixels, left, top)
    if place is None or piece is None:
        return
    solid = picture.pixels[..., 3] > 0
    dark = _shadow(solid, picture.height)[piece]
    ground[place][dark] = ground[place][dark] * SHADOW
    shown = solid[piece]
    ground[place][shown] = picture.pixels[piece][shown][:, :3]
    if on_top:
        over[place][dark] = over[place][dark] * SHADOW
        over[place][shown] = picture.pixels[piece][shown][:, :3]
        mask[place] |= shown
    elif picture.height > LOW and prop.model not in FLAT:
        high = shown & (np.arange(picture.pixels.shape[0]) < _behind(prop, picture))[:, None][piece[0]]
        over[place][high] = picture.pixels[piece][high][:, :3]
        mask[place] |= high


def _behind(prop: Prop, picture: Picture) -> int:
    """Rows of the picture above this one hide whoever stands behind the prop."""
    _, top, _, _ = prop.area.box
    rear = math.floor((top - prop.area.at[1]) * TILE_PX)
    return picture.foot[1] + min(rear + 2, -HEAD)


def _shadow(solid: Array, height: int) -> Array:
    dark = np.zeros_like(solid)
    for step in range(1, (SHADOW_LOW if height <= LOW else SHADOW_HIGH) + 1):
        dark |= grid.shift(solid, step, int(step * 0.8))
    return dark & ~solid


def overlap(whole: Array, piece: Array, left: int, top: int) -> tuple[Any, Any]:
    """Where a piece put at (left, top) lies on the whole, and which part of it; (None, None) if nowhere."""
    height, width = piece.shape[:2]
    y0, x0 = max(top, 0), max(left, 0)
    y1, x1 = min(top + height, whole.shape[0]), min(left + width, whole.shape[1])
    if y0 >= y1 or x0 >= x1:
        return None, None
    return np.s_[y0:y1, x0:x1], np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
