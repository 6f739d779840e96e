"""How a content file is declared and read: a frozen dataclass is a TOML table, a field is a key.

Rules of this module:
- A number is declared once, with its unit, its range and what breaks outside; the value is in the TOML.
- An unknown or missing key, a wrong type or a number out of range is one ``BadInput`` that names
  ``file: table.key``; nothing is guessed, nothing has a silent default but rows of a table of sorts.
- Angles are written in degrees and kept as cosines or sines, rounded to six digits, so that every
  machine computes with the same bits. ``fov_deg`` in the file is ``fov_cos`` in the code.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from game.data.errors import BadInput
from game.data.paths import PACKAGE

T = TypeVar("T")
Row = npt.NDArray[np.float32]
"""Shape ``(sorts,)``: one number per row of a table."""
Span = tuple[float, float]
"""Two numbers, the smaller first."""
Read = Callable[[Any, "Key", str], Any]

DIGITS = 6  # decimals an angle's cosine keeps: finer than float32 needs, coarser than libms differ


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a content file.

    Attributes:
        read: turns what the file says into the value.
        unit: "tile", "s", "HP", "1" ...
        low, high: range of the number, both ends allowed.
        breaks: what goes wrong outside the range.
        spelt: the key in the file; empty when it is the field's name.
        words: the keys a table of numbers must have.
    """

    read: Read
    unit: str = ""
    low: float = 0.0
    high: float = 0.0
    breaks: str = ""
    spelt: str = ""
    words: tuple[str, ...] = ()


def _declare(key: Key) -> Any:
    return field(metadata={"key": key})


def real(unit: str, low: float, high: float, breaks: str) -> Any:
    """A number."""
    return _declare(Key(_real, unit, low, high, breaks))


def whole(unit: str, low: int, high: int, breaks: str) -> Any:
    """A whole number."""
    return _declare(Key(_whole, unit, low, high, breaks))


def span(unit: str, low: float, high: float, breaks: str) -> Any:
    """Two numbers, the smaller first."""
    return _declare(Key(_span, unit, low, high, breaks))


def table(words: Sequence[str], unit: str, low: float, high: float, breaks: str) -> Any:
    """One number for each of these words, all required."""
    return _declare(Key(_table, unit, low, high, breaks, words=tuple(words)))


def half_cosine(spelt: str, breaks: str) -> Any:
    """The width of a cone in degrees, kept as the cosine of HALF of it."""
    return _declare(Key(_half_cosine, "degree", 0, 360, breaks, spelt))


def cosine(spelt: str, breaks: str) -> Any:
    """An angle in degrees, kept as its cosine."""
    return _declare(Key(_cosine, "degree", 0, 180, breaks, spelt))


def sine(spelt: str, breaks: str) -> Any:
    """A small angle in degrees, kept as its sine."""
    return _declare(Key(_sine, "degree", 0, 45, breaks, spelt))


def part(made: type[Any]) -> Any:
    """A table of its own."""
    return _declare(Key(lambda value, _, where: read(made, value, where)))


def parts(made: type[Any], words: Sequence[str]) -> Any:
    """A table for each of these words, all required."""
    return _declare(Key(lambda value, key, where: _parts(made, value, key, where), words=tuple(words)))


def shown(path: Path) -> str:
    """A path as messages name it: from the game's folder when it lies inside."""
    root = PACKAGE.parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def load_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        BadInput: it cannot be read, or is no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(shown(path), f"cannot be read ({type(error).__name__})") from error
    except tomllib.TOMLDecodeError as error:
        raise BadInput(shown(path), f"not valid TOML: {error}") from error


def keys(made: type[Any]) -> dict[str, tuple[str, Key]]:
    """The keys a dataclass declares: key in the file -> (field, declaration)."""
    found = {f.name: f.metadata["key"] for f in fields(made) if "key" in f.metadata}
    return {key.spelt or name: (name, key) for name, key in found.items()}


def read(made: type[T], found: Any, where: str) -> T:
    """Make a declared dataclass from a TOML table; ``where`` names its place.

    Raises:
        BadInput: a key is unknown, missing, of a wrong type or out of range.
    """
    declared = keys(made)
    check_words(found, declared, where)
    values = {name: key.read(found[spelt], key, at(where, spelt)) for spelt, (name, key) in declared.items()}
    return made(**values)


def read_rows(made: type[T], found: Mapping[str, Any], names: Sequence[str], where: str) -> T:
    """Make a struct of arrays: one row a name, one float32 array a field; a key left out is 0.

    Raises:
        BadInput: a row is unknown or missing, or a key is as in ``read``.
    """
    check_words(found, names, where)
    declared = keys(made)
    for name in names:
        check_words(found[name], declared, at(where, name), all_of_them=False)
    columns = {}
    for spelt, (attribute, key) in declared.items():
        cells = [key.read(found[n].get(spelt, 0), key, at(where, f"{n}.{spelt}")) for n in names]
        columns[attribute] = np.array(cells, np.float32)
        columns[attribute].flags.writeable = False
    return made(**columns)


def at(where: str, key: str) -> str:
    """Name the place of a key inside a place."""
    return f"{where}.{key}" if ": " in where else f"{where}: {key}"


def check_words(found: Any, known: Sequence[str] | Mapping[str, Any], where: str, *,
                all_of_them: bool = True) -> None:  # fmt: skip
    """Refuse what is no table, keys that are not known, and known ones that are missing.

    Raises:
        BadInput: one of these.
    """
    if not isinstance(found, Mapping):
        raise BadInput(where, f"must be a table, not {found!r}")
    for word in found:
        if word not in known:
            raise BadInput(at(where, word), f"unknown key.{meant(word, known)}")
    missing = [word for word in known if word not in found]
    if missing and all_of_them:
        raise BadInput(at(where, missing[0]), "this key is missing: write it")


def meant(word: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    """Return the end of a message that offers the nearest known word."""
    near = get_close_matches(word, map(str, known), n=1)
    return f" Did you mean {near[0]!r}?" if near else f" Known: {', '.join(known) or 'none'}."


def _real(value: Any, key: Key, where: str) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise BadInput(where, f"must be a number, not {value!r}")
    if not key.low <= value <= key.high:
        reach = f"{key.low:g}..{key.high:g}"
        raise BadInput(where, f"{value:g} is outside {reach} {key.unit} ({key.breaks})")
    return float(value)


def _whole(value: Any, key: Key, where: str) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise BadInput(where, f"must be a whole number, not {value!r}")
    return int(_real(value, key, where))


def _span(value: Any, key: Key, where: str) -> tuple[float, float]:
    if not isinstance(value, list) or len(value) != 2:  # noqa: PLR2004 - a span has two ends
        raise BadInput(where, f"must be two numbers, like [3, 5], not {value!r}")
    low, high = (_real(v, key, where) for v in value)
    if low > high:
        raise BadInput(where, f"the smaller number comes first: [{high:g}, {low:g}]")
    return low, high


def _table(value: Any, key: Key, where: str) -> dict[str, float]:
    check_words(value, key.words, where)
    return {word: _real(value[word], key, at(where, word)) for word in key.words}


def _half_cosine(value: Any, key: Key, where: str) -> float:
    return round(math.cos(math.radians(_real(value, key, where) / 2)), DIGITS)


def _cosine(value: Any, key: Key, where: str) -> float:
    return round(math.cos(math.radians(_real(value, key, where))), DIGITS)


def _sine(value: Any, key: Key, where: str) -> float:
    return round(math.sin(math.radians(_real(value, key, where))), DIGITS)


def _parts(made: type[Any], value: Any, key: Key, where: str) -> dict[str, Any]:
    check_words(value, key.words, where)
    return {word: read(made, value[word], at(where, word)) for word in key.words}
