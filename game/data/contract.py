"""How the map contract is declared: a class is a thing to draw, a field is a property in Tiled.

Rules of this module:
- Every property is declared once, with default, unit, range and a sentence; the Tiled project, the
  parser, lint and the authors' reference are all drawn from these declarations.
- Defaults live here: Tiled does not write a value that equals the default into the TMX.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, dataclass_transform

from game.data.area import NOWHERE, Area, Shape
from game.data.condition import ALWAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Colour = tuple[int, int, int]

MAX_TEXT = 500  # characters of a text property; a map holds ids, not prose
MAX_TILES = 1000.0  # tile; no length in a map is longer than the largest map is wide
MAX_SECONDS = 3600.0  # s; nothing in a level of a quarter of an hour waits longer


class Kind(StrEnum):
    """How a property is written in the TMX; the value is Tiled's type name where it has one."""

    BOOL = "bool"
    INT = "int"
    FLOAT = "float"
    TEXT = "string"
    COLOUR = "color"
    FILE = "file"
    REF = "object"
    ENUM = "enum"
    WHEN = "when"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Property:
    """One property of an object, tile or map.

    Attributes:
        kind: how it is written.
        default: the value when it is not in the file, as Python has it.
        doc: one sentence for authors.
        unit: "tile", "s", "degree", "HP" or empty.
        low, high: range of a number, both ends allowed.
        words: the list an ENUM picks from.
        target: class that a REF points at; empty for any.
        by_model: not written means "as the kind or model has it", not ``default``.
    """

    kind: Kind
    default: Any
    doc: str
    unit: str = ""
    low: float = 0.0
    high: float = 0.0
    words: type[StrEnum] | None = None
    target: str = ""
    by_model: bool = False


def _declare(made: Property) -> Any:
    return field(default=made.default, metadata={"property": made})


def flag(doc: str, *, default: bool = False, by_model: bool = False) -> Any:
    """A tick box."""
    return _declare(Property(Kind.BOOL, default, doc, by_model=by_model))


def whole(doc: str, default: int, low: int, high: int, unit: str = "", *, by_model: bool = False) -> Any:
    """A whole number."""
    return _declare(Property(Kind.INT, default, doc, unit, low, high, by_model=by_model))


def real(doc: str, default: float, low: float, high: float, unit: str = "") -> Any:
    """A number; a whole one in the file is read as well."""
    return _declare(Property(Kind.FLOAT, default, doc, unit, low, high))


def label(doc: str, default: str = "") -> Any:
    """A name or message id."""
    return _declare(Property(Kind.TEXT, default, doc))


def pick(doc: str, default: StrEnum) -> Any:
    """One word of a list."""
    return _declare(Property(Kind.ENUM, default, doc, words=type(default)))


def tint(doc: str, default: Colour) -> Any:
    """A colour, (red, green, blue) of 0..255 each."""
    return _declare(Property(Kind.COLOUR, default, doc))


def map_file(doc: str) -> Any:
    """The file name of another map beside this one."""
    return _declare(Property(Kind.FILE, "", doc))


def link(doc: str, target: str = "") -> Any:
    """Another object of the map, by id; 0 is none."""
    return _declare(Property(Kind.REF, 0, doc, target=target))


def clause(doc: str) -> Any:
    """A condition."""
    return _declare(Property(Kind.WHEN, ALWAYS, doc))


def words(doc: str) -> Any:
    """Words joined by commas."""
    return _declare(Property(Kind.WORDS, (), doc))


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """Anything an author places.

    Attributes:
        id: Tiled's object id, unique in the map.
        name: the author's name for it; may be empty.
        layer: the object layer it lies on.
        line: line in the TMX, for messages; 0 when it came from no file.
        area: where it is, in tiles.
    """

    SHAPES: ClassVar[tuple[Shape, ...]] = ()
    HOME: ClassVar[str] = ""
    TINT: ClassVar[str] = "#808080"

    id: int = 0
    name: str = ""
    layer: str = ""
    line: int = 0
    area: Area = NOWHERE


@cache
def properties(declared: type) -> Mapping[str, Property]:
    """The properties that a declared dataclass offers to authors, by name, in order."""
    return MappingProxyType(
        {f.name: f.metadata["property"] for f in fields(declared) if "property" in f.metadata}
    )


T = TypeVar("T", bound=Thing)


@dataclass_transform(kw_only_default=True, frozen_default=True)
def placed(*shapes: Shape, on: str, tint: str) -> Callable[[type[T]], type[T]]:
    """Declare a class of things.

    Args:
        shapes: how it may be drawn, the usual way first.
        on: the object layer it belongs on.
        tint: its colour in Tiled, #RRGGBB.
    """

    def declare(declared: type[T]) -> type[T]:
        made = dataclass(frozen=True, slots=True, kw_only=True)(declared)
        made.SHAPES, made.HOME, made.TINT = shapes, on, tint
        return made

    return declare
