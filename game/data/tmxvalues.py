"""Numbers, words and tile data of an untrusted map, each checked as it is read.

Rules of this module: whatever is returned is in range; whatever is not raises BadInput with the
file:line of its element. No number leaves here as NaN, infinite or huge.
"""

from __future__ import annotations

import base64
import binascii
import math
import re
import zlib
from typing import TYPE_CHECKING, NoReturn

import numpy as np

from game.data.errors import BadInput

if TYPE_CHECKING:
    import numpy.typing as npt

    from game.data.safexml import Node

Value = str | bool | int | float

MAX_INT = 2**31 - 1
MAX_REAL = 1e6  # px or any other unit; 60 times the width of the largest map
MAX_CHARS = 2000  # character; a note may be longer, a property never is
MAX_PROPERTIES = 60  # property of one element
ID_BITS = 0x0FFFFFFF  # the gid without Tiled's four flip flags
CELL_BYTES = 4

_COLOUR = re.compile(r"(#([0-9a-fA-F]{6}|[0-9a-fA-F]{8}))?")
_CSV = re.compile(r"[0-9,\s]*")
_BOOLS = {"true": True, "false": False, "1": True, "0": False, "": False}


def refuse(node: Node, what: str) -> NoReturn:
    """Raise BadInput at ``node``."""
    raise BadInput(node.where, what)


def shown(text: str) -> str:
    """``text`` on one line, quoted and short, for a message."""
    return repr(text if len(text) <= 60 else f"{text[:57]}...")  # noqa: PLR2004 - a line's worth


def whole(node: Node, name: str, low: int, high: int, default: int | None = None) -> int:
    """An attribute that must be a whole number in low..high."""
    text = node.attributes.get(name)
    if text is None and default is not None:
        return default
    try:
        number = int(text or "")
    except ValueError:
        refuse(node, f"<{node.tag}> {name}={shown(text or '')} is not a whole number")
    if not low <= number <= high:
        refuse(node, f"<{node.tag}> {name}={shown(text or '')} is outside {low}..{high}")
    return number


def real(node: Node, name: str, default: float = 0.0, limit: float = MAX_REAL) -> float:
    """An attribute that must be a finite number within plus or minus ``limit``."""
    text = node.attributes.get(name)
    if text is None:
        return default
    return _real(node, f"<{node.tag}> {name}", text, limit)


def _real(node: Node, what: str, text: str, limit: float = MAX_REAL) -> float:
    try:
        number = float(text)
    except ValueError:
        refuse(node, f"{what}={shown(text)} is not a number")
    if not math.isfinite(number) or abs(number) > limit:
        refuse(node, f"{what}={shown(text)} is not a number within {limit:g}")
    return number


def points(node: Node, most: int) -> list[tuple[float, float]]:
    """The vertices of a polygon or polyline."""
    pairs = [pair.split(",") for pair in node.get("points").split()]
    if len(pairs) > most:
        refuse(node, f"<{node.tag}> has more than {most} points")
    if not pairs or any(len(pair) != 2 for pair in pairs):  # noqa: PLR2004 - x and y
        refuse(node, f"<{node.tag}> points={shown(node.get('points'))} must be x,y pairs")
    return [(_real(node, "x", x), _real(node, "y", y)) for x, y in pairs]


def properties(owner: Node) -> dict[str, Value]:
    """The custom properties of an element, typed as the file says."""
    box = owner.find("properties")
    if box is None:
        return {}
    found: dict[str, Value] = {}
    for node in box.all("property"):
        name = node.get("name")
        if not name or name in found:
            refuse(node, f"property {shown(name)} has no name of its own: rename it")
        found[name] = _value(node, name)
    if len(found) > MAX_PROPERTIES:
        refuse(box, f"more than {MAX_PROPERTIES} properties on one element")
    return found


def _value(node: Node, name: str) -> Value:
    text = node.attributes.get("value", node.text)
    if len(text) > MAX_CHARS or len(name) > MAX_CHARS:
        refuse(node, f"property {shown(name)} is longer than {MAX_CHARS} characters")
    kind = node.get("type", "string")
    if kind in ("string", "file"):
        return text
    if kind == "bool" and text in _BOOLS:
        return _BOOLS[text]
    if kind in ("int", "object"):
        return _whole_value(node, name, text)
    if kind == "float":
        return _real(node, f"property {name}", text)
    if kind == "color" and _COLOUR.fullmatch(text):
        return text
    if kind in ("class", "list"):
        refuse(node, f"property {shown(name)} is a {kind}; use plain properties")
    return refuse(node, f"property {shown(name)}={shown(text)} is not a {shown(kind)}")


def _whole_value(node: Node, name: str, text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        refuse(node, f"property {shown(name)}={shown(text)} is not a whole number")
    if abs(number) > MAX_INT:
        refuse(node, f"property {shown(name)}={shown(text)} is too large")
    return number


def cells(data: Node, count: int) -> npt.NDArray[np.int64]:
    """The gids of a tile layer, flip flags and all: exactly ``count``."""
    encoding, packing = data.get("encoding"), data.get("compression")
    if data.find("chunk") is not None:
        refuse(data, "is an infinite map: untick Map > Map Properties > Infinite and save again")
    if encoding == "csv":
        gids = _csv_cells(data, count)
    elif encoding == "base64" and packing in ("", "zlib", "gzip"):
        gids = _packed_cells(data, packing, count)
    else:
        form = packing or encoding or "XML"
        refuse(data, f"tile layer format {shown(form)}: set Map Properties > Tile Layer Format to CSV")
    if len(gids) != count:
        refuse(data, f"holds {len(gids)} cells where {count} belong: save it again from Tiled")
    return gids


def _csv_cells(data: Node, count: int) -> npt.NDArray[np.int64]:
    text = data.text.strip().removesuffix(",")
    if text.count(",") >= count:
        refuse(data, f"holds more than the {count} cells that belong: save it again from Tiled")
    if not _CSV.fullmatch(text):
        refuse(data, "holds a cell that is not a tile number: save it again from Tiled")
    try:
        gids = np.array([int(cell) for cell in text.split(",")], dtype=np.int64)
    except (ValueError, OverflowError):
        refuse(data, "holds a cell that is not a tile number: save it again from Tiled")
    return gids


def _packed_cells(data: Node, packing: str, count: int) -> npt.NDArray[np.int64]:
    """Base64, at most ``count`` cells of it unpacked whatever the stream claims."""
    try:
        packed = base64.b64decode("".join(data.text.split()), validate=True)
        room = count * CELL_BYTES + 1
        window = zlib.MAX_WBITS | 32  # zlib or gzip, as the header says
        plain = zlib.decompressobj(window).decompress(packed, room) if packing else packed
    except (ValueError, binascii.Error, zlib.error):
        refuse(data, "holds tile data that does not unpack: save it again from Tiled")
    if len(plain) > count * CELL_BYTES:
        refuse(data, f"holds more than the {count} cells that belong: save it again from Tiled")
    return np.frombuffer(plain[: len(plain) // CELL_BYTES * CELL_BYTES], "<u4").astype(np.int64)
