"""Copying and hashing whatever a resource holds, so that a world can be saved, compared and put back.

A resource is any object with a ``__dict__``. Fields named in its class attribute ``derived`` are caches:
pure functions of everything else, left out of copies and hashes.

Numbers, text, enums, tuples and frozen dataclasses are values: they never change, nor does what they hold,
so copies share them. Arrays, lists, dicts, sets, generators and other objects are copied.
"""

from __future__ import annotations

import enum
import zlib
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable


def kept(resource: object) -> dict[str, Any]:
    """Return the fields that are state, not cache."""
    derived: frozenset[str] = getattr(type(resource), "derived", frozenset())
    return {name: value for name, value in vars(resource).items() if name not in derived}


def duplicate(resource: object) -> dict[str, Any]:
    """Return a copy of a resource's state that shares nothing which can change."""
    return {name: copied(value) for name, value in kept(resource).items()}


def put_back(resource: object, state: dict[str, Any]) -> None:
    """Give a resource the state that ``duplicate`` returned; the copy stays untouched."""
    vars(resource).update({name: copied(value) for name, value in state.items()})


def copied(value: Any) -> Any:
    """Return a copy of a value, or the value itself where it cannot change."""
    kind = type(value)
    copies = _COPIES.get(kind)
    if copies is None:
        copies = _COPIES[kind] = _way_to_copy(kind)
    return copies(value)


def _way_to_copy(kind: type) -> Callable[[Any], Any]:
    """Return how values of a kind are copied.

    Raises:
        TypeError: it is of a kind whose content is not known, a ``deque``, say.
    """
    if issubclass(kind, VALUES) or is_frozen(kind):
        return _share
    if kind.__new__ is object.__new__ and "__dict__" in dir(kind):
        return _object
    raise TypeError(f"cannot copy a {kind.__name__}")


def is_frozen(kind: type) -> bool:
    """Whether objects of a kind never change: a frozen dataclass."""
    return is_dataclass(kind) and bool(kind.__dataclass_params__.frozen)  # type: ignore[attr-defined]  # unlisted


def _share(value: Any) -> Any:
    return value


def _array(value: np.ndarray[Any, Any]) -> Any:
    if value.dtype != object:
        return value.copy()
    whole = np.empty_like(value)
    for place, each in np.ndenumerate(value):
        whole[place] = copied(each)
    return whole


def _object(value: Any) -> Any:
    twin = object.__new__(type(value))
    vars(twin).update({name: copied(each) for name, each in vars(value).items()})
    return twin


def _generator(value: np.random.Generator) -> np.random.Generator:
    twin = type(value.bit_generator)(_ANY_SEED)
    twin.state = value.bit_generator.state
    return np.random.Generator(twin)


VALUES = (int, float, complex, str, bytes, bool, type(None), type, enum.Enum, tuple, frozenset, np.generic)
_ANY_SEED = np.random.SeedSequence(0)  # made once: the state is put over it
_COPIES: dict[type, Callable[[Any], Any]] = {
    np.ndarray: _array,
    list: lambda value: [copied(each) for each in value],
    dict: lambda value: {key: copied(each) for key, each in value.items()},
    set: set.copy,
    np.random.Generator: _generator,
}


def digest(value: Any, crc: int = 0) -> int:
    """Return a CRC-32 of a value's content: arrays, numbers, text, containers, dataclasses, generators.

    Raises:
        TypeError: the value is of a kind whose content has no agreed order (a set of objects, say).
    """
    if isinstance(value, np.ndarray) and value.dtype != object:
        return zlib.crc32(np.ascontiguousarray(value).data, zlib.crc32(repr(value.shape).encode(), crc))
    if isinstance(value, (str, bytes, int, float, bool, type(None), np.generic, enum.Enum)):
        return zlib.crc32(repr(value).encode(), crc)
    return _each(_parts(value), crc)


def _parts(value: Any) -> list[Any]:
    """Return what a container is made of, in a fixed order."""
    if isinstance(value, np.random.Generator):
        return [str(value.bit_generator.state)]
    if isinstance(value, dict):
        return [part for pair in value.items() for part in pair]
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    if isinstance(value, (list, tuple, np.ndarray)):
        return list(value)
    if hasattr(value, "__dict__"):
        return [type(value).__name__, kept(value)]
    raise TypeError(f"cannot hash a {type(value).__name__}")


def _each(parts: list[Any], crc: int) -> int:
    crc = zlib.crc32(str(len(parts)).encode(), crc)
    for part in parts:
        crc = digest(part, crc)
    return crc
