"""Copying and hashing whatever a resource holds, so that a world can be saved, compared and put back.

A resource is any object with a ``__dict__``. Fields named in its class attribute ``derived`` are caches:
pure functions of everything else, left out of copies and hashes.
"""

from __future__ import annotations

import copy
import enum
import zlib
from typing import Any

import numpy as np


def kept(resource: object) -> dict[str, Any]:
    """Return the fields that are state, not cache."""
    derived: frozenset[str] = getattr(type(resource), "derived", frozenset())
    return {name: value for name, value in vars(resource).items() if name not in derived}


def duplicate(resource: object) -> dict[str, Any]:
    """Return a deep copy of a resource's state."""
    return copy.deepcopy(kept(resource))


def put_back(resource: object, state: dict[str, Any]) -> None:
    """Give a resource the state that ``duplicate`` returned; the copy stays untouched."""
    vars(resource).update(copy.deepcopy(state))


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
