"""The layers of a map: which there are, and the tile numbers painted on them.

Rules of this module: each tile layer is painted from one tileset, known by its name; tiles of
others are reported and left out. What is wrong goes to ``Findings``.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data.compose import Layers, Palette
from game.data.findings import Findings, did_you_mean
from game.data.parse import parse_properties
from game.data.tiles import (
    GROUND,
    OBJECT_LAYERS,
    PAINTED_FROM,
    TILE_LAYERS,
    TILESETS,
    WALLS,
    Tile,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from game.data.tmxgate import Admitted, DrawnLayer, Tileset

    Numbers = npt.NDArray[np.int64]

NEEDED = ("ground", "walls")
_NAMES = {"layer": TILE_LAYERS, "objectgroup": OBJECT_LAYERS}


def check_layers(admitted: Admitted, found: Findings) -> None:
    """Report layers that are missing, unknown, doubled, shifted, hidden or out of order."""
    first: dict[str, int] = {}
    for layer in admitted.layers:
        _check_name(layer, first, found)
        _check_place(layer, found)
        first.setdefault(layer.name, layer.line)
    _check_order([x for x in admitted.layers if x.name in TILE_LAYERS], found)
    for name in NEEDED:
        if name not in first:
            found.whole("E106", f"has no tile layer {name!r}. Add it")


def _check_name(layer: DrawnLayer, first: dict[str, int], found: Findings) -> None:
    names = _NAMES.get(layer.kind, ())
    if not names:
        _say(layer, "W108", "image layers are not drawn. Remove it", found)
    elif layer.name in first:
        text = f"is the second of this name; the first is in line {first[layer.name]}. Merge them"
        _say(layer, "W107", text, found)
    elif layer.name not in names:
        hint = did_you_mean(layer.name, names)
        if layer.kind == "layer":
            text = f"tile layer name is not known, it will not be drawn.{hint}"
            _say(layer, "W101", text, found)
        else:
            text = f"object layer name is not known; its objects count all the same.{hint}"
            _say(layer, "W104", text, found)


def _check_place(layer: DrawnLayer, found: Findings) -> None:
    if any(layer.offset):
        x, y = layer.offset
        _say(layer, "E103", f"is shifted by {x:g}, {y:g} px. Set its offset to 0", found)
    if not layer.visible and layer.kind == "objectgroup":
        text = "is hidden in Tiled, yet its objects count. Begin its name with // to switch it off"
        _say(layer, "W105", text, found)


def _check_order(tile_layers: Sequence[DrawnLayer], found: Findings) -> None:
    for below, above in pairwise(tile_layers):
        if TILE_LAYERS.index(above.name) < TILE_LAYERS.index(below.name):
            text = f"lies above {below.name!r}. From the bottom: {', '.join(TILE_LAYERS)}"
            _say(above, "W109", text, found)


def _say(layer: DrawnLayer, code: str, text: str, found: Findings) -> None:
    found.layer(layer.name, layer.line, code, text)


def paint(tmx: Any, admitted: Admitted, found: Findings) -> Layers:
    """The tile layers as tile numbers; ``tmx`` is what pytmx read from ``admitted``."""
    painted = {name: np.full((tmx.height, tmx.width), -1, dtype=np.int64) for name in PAINTED_FROM}
    lines = {layer.name: layer.line for layer in admitted.layers}
    gid_of = np.zeros(tmx.maxgid + 1, dtype=np.int64)
    for own, gid in tmx.tiledgidmap.items():
        gid_of[own] = gid
    for layer in tmx.layers:
        if layer.name not in TILE_LAYERS or not hasattr(layer, "data"):
            continue
        gids = gid_of[np.array(layer.data, dtype=np.int64)]
        if layer.name == "props":
            if gids.any():
                text = "is seen in Tiled only. Place Prop objects instead"
                found.layer(layer.name, lines[layer.name], "W110", text)
            continue
        numbers = _numbers(gids, layer.name, admitted.tilesets, lines[layer.name], found)
        painted[layer.name] = np.where(numbers >= 0, numbers, painted[layer.name])
    return Layers(**painted)


def _numbers(gids: Numbers, layer: str, tilesets: Sequence[Tileset], line: int, found: Findings) -> Numbers:
    """Tile numbers in the one tileset this layer is painted from; -1 where there is nothing."""
    wanted = PAINTED_FROM[layer]
    numbers = np.full(gids.shape, -1, dtype=np.int64)
    for tileset in tilesets:
        inside = (gids >= tileset.first) & (gids < tileset.first + tileset.count)
        if not inside.any():
            continue
        here = gids - tileset.first
        fits = inside & (here < len(TILESETS.get(wanted, ()))) & (tileset.name == wanted)
        if (inside & ~fits).any():
            y, x = np.argwhere(inside & ~fits)[0].tolist()
            text = f"tile ({x},{y}) is from tileset {tileset.name!r}. Paint from {wanted!r}"
            found.layer(layer, line, "E111", text)
        numbers = np.where(fits, here, numbers)
    return numbers


def palette_of(tilesets: Iterable[Tileset], found: Findings) -> Palette:
    """What the tiles do: the game's own, changed where a tileset of the map says so."""
    tiles = {"ground": list(GROUND.values()), "walls": list(WALLS.values())}
    for tileset in tilesets:
        known = tiles.get(tileset.name, [])
        for number, written in tileset.tiles.items():
            if number < len(known) and written:
                known[number] = _tile(known[number], number, written, tileset.where, found)
    return Palette(tuple(tiles["ground"]), tuple(tiles["walls"]))


def _tile(usual: Tile, number: int, written: Any, where: str, found: Findings) -> Tile:
    def complain(code: str, text: str) -> None:
        found.whole(code, f"tile {number} of the tileset in {where}: {text}")

    return replace(usual, **parse_properties(Tile, written, complain))
