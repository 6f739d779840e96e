"""How doors look: shut, dented by blows, swung aside, or broken, with what is left of the leaf on the floor.

Rules of this module: a shut door's face looks south like a wall's skirt; in a wall that runs north and south
one sees its upper edge. Everything lies inside the doorway.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from game.data.enums import DoorKind
from game.data.tiles import TILE_PX
from game.show.bake.art import expose
from game.show.bake.grid import shift
from game.show.layers import from_pixels

if TYPE_CHECKING:
    import pygame

    from game.ecs.column import Array

    Colours = tuple[tuple[int, int, int], ...]

COLOURS: dict[DoorKind, Colours] = {
    DoorKind.WOOD: ((51, 35, 31), (77, 53, 38), (108, 78, 49), (141, 108, 66)),
    DoorKind.METAL: ((30, 36, 44), (50, 58, 67), (77, 86, 93), (114, 122, 122)),
    DoorKind.SHUTTER: ((30, 36, 44), (50, 58, 67), (66, 75, 82), (114, 122, 122)),
    DoorKind.BUNKER: ((30, 36, 44), (58, 62, 60), (88, 92, 86), (160, 164, 153)),
}
"""Dark to light: gap, panel, face, edge."""
STRIPE = (163, 113, 25)
FACE = 10  # px; height of a shut door's face, as a wall's skirt
LEAF = 6  # px; thickness of a door seen from above
SHADE = (6, 7, 11)
OPAQUE = 255
HOLLOW = 6  # px^2; square of a hollow's radius
CRACKS = 2  # dents beyond which the leaf is cracked
SLAB = (20, 7)  # px; most that lies on the floor of a broken leaf, long and broad
SLAB_TURN = 0.42  # radians; how far it lies out of the doorway's line
HALF = 0.5  # px; a crack is one pixel wide
STUB = 3  # px; what still hangs from the hinges


class State(Enum):
    """How a door stands."""

    SHUT = 0
    OPEN = 1
    BROKEN = 2


@cache
def leaf(kind: DoorKind, size: tuple[int, int], state: State, dents: int, *, upright: bool) -> pygame.Surface:
    """A door of this size in pixels."""
    width, height = size
    pixels = np.zeros((height, width, 4), np.uint8)
    colours = COLOURS[kind]
    if state is State.BROKEN:
        _splinters(pixels, colours)
        _slab(pixels, colours, upright=upright)
    elif state is State.OPEN:
        _aside(pixels, colours, upright=upright)
    elif upright:
        _edge(pixels, colours)
    else:
        _face(pixels, colours, kind)
    if state is State.SHUT:
        _dent(pixels, dents, upright=upright)
    pixels[..., :3] = expose(pixels[..., :3])
    return from_pixels(pixels)


def _fill(pixels: Array, where: tuple[slice, slice], colour: tuple[int, int, int], alpha: int = 255) -> None:
    pixels[where] = (*colour, alpha)


def _face(pixels: Array, colours: Colours, kind: DoorKind) -> None:
    height, width = pixels.shape[:2]
    top = height - FACE
    _fill(pixels, np.s_[max(top - 6, 0) : top, :], colours[0])
    _fill(pixels, np.s_[top:, :], colours[2])
    _fill(pixels, np.s_[top : top + 1, :], colours[3])
    _fill(pixels, np.s_[height - 1 :, :], colours[0])
    if kind is DoorKind.SHUTTER:
        for y in range(top + 2, height - 1, 2):
            _fill(pixels, np.s_[y : y + 1, :], colours[1])
        return
    for x in range(0, width, TILE_PX):
        _fill(pixels, np.s_[top + 2 : height - 2, x + 2 : x + TILE_PX - 2], colours[1])
        _fill(pixels, np.s_[top:, x : x + 1], colours[0])
    _fill(pixels, np.s_[top + 5 : top + 7, width // 2 + 2 : width // 2 + 4], colours[3])
    if kind is DoorKind.BUNKER:
        y, x = np.mgrid[0:height, 0:width]
        pixels[((x + y) // 4 % 2 == 0) & (y >= height - 4) & (y < height - 1)] = (*STRIPE, 255)


def _edge(pixels: Array, colours: Colours) -> None:
    middle = pixels.shape[1] // 2
    _fill(pixels, np.s_[:, middle - LEAF // 2 : middle + LEAF // 2], colours[2])
    _fill(pixels, np.s_[:, middle - LEAF // 2 : middle - LEAF // 2 + 1], colours[3])
    _fill(pixels, np.s_[:, middle + LEAF // 2 : middle + LEAF // 2 + 2], SHADE, 140)
    _fill(pixels, np.s_[-FACE:, middle - LEAF // 2 : middle + LEAF // 2], colours[1])


def _aside(pixels: Array, colours: Colours, *, upright: bool) -> None:
    """Swung against its frame."""
    if upright:
        _fill(pixels, np.s_[:4, :], colours[2])
        _fill(pixels, np.s_[:1, :], colours[3])
        _fill(pixels, np.s_[4:6, :], SHADE, 140)
    else:
        _fill(pixels, np.s_[:, :3], colours[2])
        _fill(pixels, np.s_[:, :1], colours[3])
        _fill(pixels, np.s_[:, 3:5], SHADE, 140)


def _dent(pixels: Array, dents: int, *, upright: bool) -> None:
    """Blows leave dark hollows with a bright lip, and from the third stage on a crack across."""
    height, width = pixels.shape[:2]
    chance = np.random.default_rng([height, width, 3])
    y, x = np.mgrid[0:height, 0:width]
    solid = pixels[..., 3] == OPAQUE
    rows, columns = np.nonzero(solid if upright else solid & (y >= height - FACE))
    for _ in range(dents * max(1, max(width, height) // TILE_PX)):
        at = int(chance.integers(len(rows)))
        hollow = ((x - columns[at]) ** 2 + (y - rows[at]) ** 2 < HOLLOW) & solid
        pixels[hollow, :3] = pixels[hollow, :3] // 2
        lip = shift(hollow, 1, 1) & ~hollow & solid
        pixels[lip, :3] = np.minimum(pixels[lip, :3].astype(np.uint16) * 3 // 2, 255)
    if dents > CRACKS:
        along, middle = (y, width / 2) if upright else (x, height - FACE / 2)
        across = x if upright else y
        bend = (1.0 if upright else 2.2) * np.sin(along * 0.31) + 0.9 * np.sin(along * 1.1)
        crack = (np.abs(across - middle - bend) < HALF) & (np.sin(along * 0.17 + 1) > -HALF)
        pixels[crack & solid, :3] = SHADE


def _slab(pixels: Array, colours: Colours, *, upright: bool) -> None:
    """What is left of the leaf: a slab askew on the floor, and stubs on the hinges."""
    height, width = pixels.shape[:2]
    y, x = np.mgrid[0:height, 0:width]
    turn = SLAB_TURN + (np.pi / 2 if upright else 0)
    dx, dy = x - width * 0.46, y - height * 0.56
    along, aside = dx * np.cos(turn) + dy * np.sin(turn), dy * np.cos(turn) - dx * np.sin(turn)
    long, broad = min(SLAB[0], max(width, height) * 0.7) / 2, SLAB[1] / 2
    torn = long - 1.5 * np.abs(np.sin(aside * 1.3 + 1))
    slab = (np.abs(along) < torn) & (np.abs(aside) < broad)
    pixels[(shift(slab, 1, 1) | shift(slab, 2, 2)) & ~slab] = (*SHADE, 150)
    pixels[slab] = (*colours[2], 255)
    pixels[slab & (np.abs(aside) < 1) & (np.abs(along) < long * 0.6)] = (*colours[1], 255)
    pixels[slab & ~shift(slab, 1, 1)] = (*colours[3], 255)
    pixels[slab & ~shift(slab, -1, -1)] = (*colours[0], 255)
    ends = (np.s_[:STUB, 2:-2], np.s_[-STUB:, 2:-2]) if upright else (np.s_[:, :STUB], np.s_[:, -STUB:])
    for end in ends:
        _fill(pixels, end, colours[1])


def _splinters(pixels: Array, colours: Colours) -> None:
    height, width = pixels.shape[:2]
    chance = np.random.default_rng([height, width, 4])
    for _ in range(7 * max(1, width * height // 256)):
        x, y = int(chance.integers(0, max(width - 5, 1))), int(chance.integers(0, max(height - 4, 1)))
        long, colour = int(chance.integers(2, 6)), colours[int(chance.integers(1, 4))]
        if chance.random() < 0.5:  # noqa: PLR2004 - half lie each way
            _fill(pixels, np.s_[y : y + 1, x : x + long], colour)
            _fill(pixels, np.s_[y + 1 : y + 2, x : x + long], SHADE, 120)
        else:
            _fill(pixels, np.s_[y : y + long, x : x + 1], colour)
