"""The gate every map comes through: a hostile or broken .tmx becomes one clear line.

Rules of this module:
- A map is untrusted. Nothing but this gate sees its XML; what it lets through is written anew,
  from a list of known elements and attributes, every number checked, in one tree that refers to
  no further file: templates filled in, tilesets put inside, tile data as plain CSV.
- Every refusal is a BadInput with file:line, in less than a second and 200 MB.
- It judges whether a map can be read, not whether it is good: that is lint's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import numpy as np

from game.data import tmxvalues as values
from game.data.safexml import Node, read_xml
from game.data.tiles import TILE_PX
from game.data.tmxfiles import Shelf, near
from game.data.tmxvalues import refuse, shown
from game.data.tmxwrite import filled, joined_properties, write_properties

if TYPE_CHECKING:
    from pathlib import Path

    import numpy.typing as npt

    from game.data.tmxvalues import Value

MAX_SIDE = 512  # tile
MAX_CELLS = 131_072  # tile; five times the largest level planned
MAX_PAINTED = 6 * MAX_CELLS  # cell of all tile layers together
MAX_LAYERS = 60
MAX_GROUPS = 8  # groups inside groups
MAX_OBJECTS = 10_000
MAX_POINTS = 1000  # vertex of one shape
MAX_ALL_POINTS = 50_000
MAX_SAID = 4_000_000  # character of all object properties, templates counted at each use
MAX_TILESETS = 30
MAX_TILES = 4096  # tile of one tileset
MAX_IMAGE = 8192  # px, either side
MAX_TURN = 36_000.0  # degree
MAX_GID = 0xFFFFFFFF  # 32 bits: the number and its flip flags
OFF = "//"  # a layer or group whose name starts so is switched off
SHAPES = ("point", "ellipse", "polygon", "polyline", "text", "capsule")


@dataclass(frozen=True, slots=True)
class Tileset:
    """A tileset of the map.

    Attributes:
        name: as its author called it; ``ground``, ``walls`` and ``decals`` mean something.
        first: gid of its tile 0.
        count: how many tiles.
        tiles: custom properties by tile number.
        where: file:line it came from.
    """

    name: str
    first: int
    count: int
    tiles: dict[int, dict[str, Value]]
    where: str


@dataclass(frozen=True, slots=True)
class DrawnLayer:
    """What lint wants to know of a layer: kind is layer, objectgroup or imagelayer."""

    name: str
    kind: str
    line: int
    offset: tuple[float, float]
    visible: bool


@dataclass(frozen=True, slots=True)
class Admitted:
    """A map that may be read.

    Attributes:
        path: the map.
        root: the clean tree; an object also says its ``shape`` and ``line``.
        about: the map's own properties.
        tilesets: by first gid.
        layers: those switched on, bottom to top.
        line: of the map element.
    """

    path: Path
    root: ET.Element
    about: dict[str, Value]
    tilesets: tuple[Tileset, ...]
    layers: tuple[DrawnLayer, ...]
    line: int


def admit(path: Path) -> Admitted:
    """Check a map and everything it refers to.

    Raises:
        BadInput: it cannot be used; one line with file:line says why and what to do.
    """
    source = read_xml(near(path), "map")
    return _Gate(source, Shelf(path)).admit()


class _Gate:
    """One map on its way through."""

    def __init__(self, source: Node, shelf: Shelf) -> None:
        self.source, self.shelf = source, shelf
        self.tilesets: list[Tileset] = []
        self.layers: list[DrawnLayer] = []
        self.ids: dict[int, Node] = {}
        self.seen_layers = self.objects = self.painted = self.vertices = self.said = 0
        self.width, self.height = _size(source)
        sides = {"width": str(self.width), "height": str(self.height)}
        pixels = {"tilewidth": str(TILE_PX), "tileheight": str(TILE_PX)}
        self.root = ET.Element("map", {"orientation": "orthogonal", **sides, **pixels})

    def admit(self) -> Admitted:
        about = values.properties(self.source)
        for node in self.source.all("tileset"):
            self._tileset(node)
        self._check_ranges()
        self._layers(self.source, (0.0, 0.0), depth=0, on=True)
        return Admitted(
            self.source.file,
            self.root,
            about,
            tuple(self.tilesets),
            tuple(self.layers),
            self.source.line,
        )

    def _tileset(self, node: Node) -> None:
        if len(self.tilesets) >= MAX_TILESETS:
            refuse(node, f"more than {MAX_TILESETS} tilesets")
        first = values.whole(node, "firstgid", 1, values.ID_BITS)
        source = self.shelf.tileset(node) if "source" in node.attributes else node
        _check_images(source, self.shelf)
        size = values.whole(source, "tilewidth", 1, MAX_IMAGE)
        count = values.whole(source, "tilecount", 0, MAX_TILES)
        tiles = {
            values.whole(tile, "id", 0, MAX_TILES): values.properties(tile) for tile in source.all("tile")
        }
        name = source.get("name")
        self.tilesets.append(Tileset(name, first, count, tiles, node.where))
        numbers = {"firstgid": first, "tilewidth": size, "tileheight": size, "tilecount": count}
        clean = {key: str(number) for key, number in numbers.items()}
        ET.SubElement(self.root, "tileset", {"name": name, **clean})

    def _check_ranges(self) -> None:
        """No gid may belong to two tilesets."""
        self.tilesets.sort(key=lambda t: t.first)
        for before, after in pairwise(self.tilesets):
            if before.first + before.count > after.first:
                refuse(
                    self.source,
                    f"tilesets {shown(before.name)} and {shown(after.name)} share tile numbers: "
                    "remove one and add it again in Tiled",
                )

    def _layers(self, parent: Node, shift: tuple[float, float], depth: int, *, on: bool) -> None:
        if depth > MAX_GROUPS:
            refuse(parent, f"groups are nested more than {MAX_GROUPS} deep")
        for node in parent.all("layer", "objectgroup", "imagelayer", "group"):
            self.seen_layers += 1
            if self.seen_layers > MAX_LAYERS:
                refuse(node, f"more than {MAX_LAYERS} layers")
            name = node.get("name")
            used = on and not name.startswith(OFF)
            moved = shift[0] + values.real(node, "offsetx"), shift[1] + values.real(node, "offsety")
            if node.tag == "group":
                self._layers(node, moved, depth + 1, on=used)
                continue
            clean = self._layer(node, name)
            if used:
                visible = node.get("visible", "1") not in ("0", "false")
                self.layers.append(DrawnLayer(name, node.tag, node.line, moved, visible))
                if clean is not None:
                    self.root.append(clean)

    def _layer(self, node: Node, name: str) -> ET.Element | None:
        if node.tag == "layer":
            return self._tile_layer(node, name)
        if node.tag == "objectgroup":
            return self._object_layer(node, name)
        _check_images(node, self.shelf)
        return None

    def _tile_layer(self, node: Node, name: str) -> ET.Element:
        size = tuple(values.whole(node, side, 1, MAX_SIDE) for side in ("width", "height"))
        if size != (self.width, self.height):
            here, there = f"{size[0]}x{size[1]}", f"{self.width}x{self.height}"
            refuse(node, f"layer {shown(name)} is {here} but the map is {there}: resize the map")
        data = node.find("data")
        if data is None:
            refuse(node, f"layer {shown(name)} has no tile data: save it again from Tiled")
        self.painted += self.width * self.height
        if self.painted > MAX_PAINTED:
            refuse(node, f"more than {MAX_PAINTED} cells in all layers: remove layers")
        gids = values.cells(data, self.width * self.height)
        self._check_gids(data, name, gids)
        sides = {"width": str(self.width), "height": str(self.height)}
        clean = ET.Element("layer", {"name": name, **sides})
        written = ET.SubElement(clean, "data", {"encoding": "csv"})
        written.text = ",".join(map(str, gids.tolist()))
        return clean

    def _check_gids(self, data: Node, name: str, gids: npt.NDArray[np.int64]) -> None:
        """Each cell is empty or a tile of one tileset."""
        if gids.max(initial=0) > MAX_GID:
            refuse(data, f"layer {shown(name)} holds a number above {MAX_GID}")
        plain = gids & values.ID_BITS
        firsts = np.array([t.first for t in self.tilesets] or [MAX_GID + 1])
        ends = np.array([t.first + t.count for t in self.tilesets] or [0])
        owner = np.searchsorted(firsts, plain, side="right") - 1
        lost = (plain > 0) & ((owner < 0) | (plain >= ends[owner]))
        if lost.any():
            y, x = divmod(int(np.flatnonzero(lost)[0]), self.width)
            number = int(plain[y * self.width + x])
            place = f"layer {shown(name)} tile ({x},{y})"
            refuse(data, f"{place}: tile number {number} is in no tileset: erase the tile")

    def _object_layer(self, node: Node, name: str) -> ET.Element:
        clean = ET.Element("objectgroup", {"name": name})
        for drawn in node.all("object"):
            clean.append(self._object(drawn))
        return clean

    def _object(self, node: Node) -> ET.Element:
        self.objects += 1
        if self.objects > MAX_OBJECTS:
            refuse(node, f"more than {MAX_OBJECTS} objects")
        number = values.whole(node, "id", 1, values.MAX_INT)
        if number in self.ids:
            line = self.ids[number].line
            refuse(node, f"object id {number} is used already in line {line}: cut and paste it")
        self.ids[number] = node
        return self._clean_object(node, number)

    def _clean_object(self, node: Node, number: int) -> ET.Element:
        stock = self.shelf.template(node) if "template" in node.attributes else None
        whole = node if stock is None else filled(node, stock)
        sides = [values.real(whole, side) for side in ("width", "height")]
        if min(sides) < 0:
            refuse(node, f"object {number} has a negative size: draw it again")
        attributes = {
            "id": str(number),
            "name": whole.get("name")[: values.MAX_CHARS],
            "type": whole.get("type") or whole.get("class"),
            "x": repr(values.real(whole, "x")),
            "y": repr(values.real(whole, "y")),
            "width": repr(sides[0]),
            "height": repr(sides[1]),
            "rotation": repr(values.real(whole, "rotation", limit=MAX_TURN)),
            "line": str(node.line),
        }
        self._shape(whole, stock, attributes, clean := ET.Element("object"))
        clean.attrib.update(attributes)
        said = joined_properties(node, stock)
        self.said += sum(len(name) + len(str(value)) for name, value in said.items())
        if self.said > MAX_SAID:
            refuse(node, f"more than {MAX_SAID} characters in the properties of all objects")
        write_properties(clean, said)
        return clean

    def _shape(self, node: Node, stock: Node | None, attributes: dict[str, str], clean: ET.Element) -> None:
        drawn = next(node.all(*SHAPES), None) or (next(stock.all(*SHAPES), None) if stock else None)
        attributes["shape"] = drawn.tag if drawn is not None else "rect"
        if "gid" in node.attributes:
            self._check_gid(node)
            attributes["shape"] = "tile"
        if drawn is not None and drawn.tag in ("polygon", "polyline"):
            vertices = values.points(drawn, MAX_POINTS)
            self.vertices += len(vertices)
            if self.vertices > MAX_ALL_POINTS:
                refuse(drawn, f"more than {MAX_ALL_POINTS} points in all shapes")
            text = " ".join(f"{x!r},{y!r}" for x, y in vertices)
            ET.SubElement(clean, drawn.tag, {"points": text})

    def _check_gid(self, node: Node) -> None:
        gid = values.whole(node, "gid", 0, MAX_GID) & values.ID_BITS
        if not any(t.first <= gid < t.first + t.count for t in self.tilesets):
            refuse(node, f"tile number {gid} is in no tileset: delete the object")


def _size(source: Node) -> tuple[int, int]:
    """Width and height in tiles of a map of the one kind that is played."""
    if source.get("infinite", "0") not in ("0", "false"):
        refuse(source, "is an infinite map: untick Map > Map Properties > Infinite and save again")
    if source.get("orientation", "orthogonal") != "orthogonal":
        refuse(source, f"orientation is {shown(source.get('orientation'))}: make it orthogonal")
    tile = [values.whole(source, side, 1, MAX_IMAGE) for side in ("tilewidth", "tileheight")]
    if tile != [TILE_PX, TILE_PX]:
        refuse(source, f"tiles are {tile[0]}x{tile[1]} px: they must be {TILE_PX}x{TILE_PX}")
    width, height = (values.whole(source, side, 1, MAX_SIDE) for side in ("width", "height"))
    if width * height > MAX_CELLS:
        refuse(source, f"is {width}x{height}: at most {MAX_CELLS} tiles are allowed")
    return width, height


def _check_images(owner: Node, shelf: Shelf) -> None:
    """Pictures are not loaded here; still none may lead outside or claim to be huge."""
    for image in owner.all("image"):
        shelf.file(image, image.get("source"))
        for side in ("width", "height"):
            values.whole(image, side, 1, MAX_IMAGE, default=1)
