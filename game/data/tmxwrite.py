"""What the gate writes anew: objects with their template's share, properties typed and plain.

Rules of this module: only checked values are written, each in the one spelling pytmx reads back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from game.data import tmxvalues as values
from game.data.safexml import Node

if TYPE_CHECKING:
    from game.data.tmxvalues import Value

KIND_OF: dict[type, str] = {bool: "bool", int: "int", float: "float", str: "string"}


def filled(node: Node, stock: Node) -> Node:
    """The object with what its template says where it says nothing itself."""
    kept = {key: value for key, value in stock.attributes.items() if key not in ("id", "x", "y")}
    attributes = {**kept, **node.attributes}
    return Node(node.tag, attributes, node.line, node.file, node.children)


def joined_properties(node: Node, stock: Node | None) -> dict[str, Value]:
    """Properties by name, each as Tiled inherits it: the object's own over the template's."""
    inherited = values.properties(stock) if stock is not None else {}
    return {**inherited, **values.properties(node)}


def write_properties(clean: ET.Element, found: dict[str, Value]) -> None:
    """Add ``found`` to an element as pytmx reads it."""
    if not found:
        return
    box = ET.SubElement(clean, "properties")
    for name, value in found.items():
        kind = KIND_OF[type(value)]
        text = str(value).lower() if isinstance(value, bool) else str(value)
        ET.SubElement(box, "property", {"name": name, "type": kind, "value": text})
