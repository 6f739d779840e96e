"""XML from strangers: a small tree with line numbers, or one clear refusal.

Rules of this module:
- Entity declarations, whatever they declare, are refused; a DOCTYPE without them is harmless and
  old Tiled files have one. Nothing outside the file is ever fetched.
- Size, nesting and number of elements are bounded while reading, not after.
- Every refusal is a BadInput that names file:line.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from xml.parsers import expat

from game.data.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_BYTES = 8 << 20  # byte; the largest map allowed (five layers of 131,072 cells) needs about 4 MB
MAX_NODES = 120_000  # element; 10,000 objects with ten properties each
MAX_DEPTH = 24  # element; Tiled nests about six deep, and groups add eight
MAX_ATTRIBUTES = 40  # attribute of one element; Tiled writes at most 20


@dataclass(slots=True)
class Node:
    """An element: what it says and where it stands.

    Attributes:
        tag: its name.
        attributes: as written.
        line: of its start, from 1.
        file: the file it stands in.
        children: elements inside, in order.
        text: characters directly inside, joined.
    """

    tag: str
    attributes: dict[str, str]
    line: int
    file: Path
    children: list[Node] = field(default_factory=list)
    text: str = ""

    @property
    def where(self) -> str:
        """``file:line``."""
        return f"{self.file}:{self.line}"

    def get(self, name: str, default: str = "") -> str:
        """An attribute, or ``default``."""
        return self.attributes.get(name, default)

    def find(self, tag: str) -> Node | None:
        """The first child with this tag."""
        return next(self.all(tag), None)

    def all(self, *tags: str) -> Iterator[Node]:
        """The children with one of these tags, in order."""
        return (child for child in self.children if child.tag in tags)


def read_xml(path: Path, expected: str) -> Node:
    """Read a file.

    Args:
        path: the file.
        expected: the tag its root must have.

    Raises:
        BadInput: it cannot be read, is no sound XML, declares entities, or is too large.
    """
    content = _bytes_of(path)
    root = _Tree(path).grow(content)
    if root.tag != expected:
        raise BadInput(root.where, f"holds <{root.tag[:40]}>, not <{expected}>: give another file")
    return root


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise BadInput(str(path), f"cannot be read ({reason})") from error
    if len(content) > MAX_BYTES:
        raise BadInput(str(path), f"is larger than {MAX_BYTES >> 20} MB: no level needs that much")
    return content


class _Tree:
    """Grows one tree from expat's events."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.open: list[Node] = []
        self.root: Node | None = None
        self.count = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters
        self.parser.EntityDeclHandler = self._entity
        self.parser.UnparsedEntityDeclHandler = self._entity
        self.parser.ExternalEntityRefHandler = self._external

    def grow(self, content: bytes) -> Node:
        try:
            self.parser.Parse(content, True)  # noqa: FBT003 - expat's own signature
        except expat.ExpatError as error:
            what = f"is not sound XML ({expat.ErrorString(error.code)}): save it again from Tiled"
            raise BadInput(f"{self.path}:{error.lineno}", what) from error
        except (ValueError, LookupError) as error:
            raise self._refusal("is in an unknown text encoding: save it as UTF-8") from error
        if self.root is None:
            raise self._refusal("is empty: save it again from Tiled")
        return self.root

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > MAX_NODES:
            raise self._refusal(f"has more than {MAX_NODES} elements: no level needs that many")
        if len(self.open) >= MAX_DEPTH:
            raise self._refusal(f"is nested more than {MAX_DEPTH} deep: flatten its groups")
        if len(attributes) > MAX_ATTRIBUTES:
            raise self._refusal(f"<{tag[:40]}> has more than {MAX_ATTRIBUTES} attributes")
        node = Node(tag, attributes, self.parser.CurrentLineNumber, self.path)
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        self.open.append(node)

    def _end(self, _tag: str) -> None:
        self.open.pop()

    def _characters(self, text: str) -> None:
        if not text.isspace():
            self.open[-1].text += text

    def _entity(self, *_declared: Any) -> None:
        raise self._refusal("declares XML entities, which no map needs: remove them")

    def _external(self, *_reference: Any) -> int:
        raise self._refusal("refers to something outside the file: remove it")

    def _refusal(self, what: str) -> BadInput:
        return BadInput(f"{self.path}:{self.parser.CurrentLineNumber}", what)
