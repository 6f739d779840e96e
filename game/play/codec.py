"""A world's snapshot as bytes and back, without pickle: arrays as npz, all else as JSON.

Rules of this module:
- Plain values are written as they are; what JSON has no word for is ``{"~kind": ...}``.
- Dataclasses and enums are named by module and class, and only those of the simulation are made
  again: a file can bring values, never code.
- Whatever is not as expected raises ``ValueError`` with the reason; nobody else's exceptions leave.
"""

from __future__ import annotations

import enum
import io
import json
import struct
import zipfile
import zlib
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.ecs.world import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

Arrays = list[NDArray[Any]]
KIND = "~"  # begins the one key of what JSON has no word for
HOME = "game.sim."  # where classes may come from
TREE = "tree"  # name of the JSON among the arrays
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, OverflowError, MemoryError,
    NotImplementedError, RuntimeError,
)  # fmt: skip
"""What zipfile and numpy raise on bytes that were altered."""
MAX_ARRAYS = 20_000
MAX_UNPACKED = 512 * 1024 * 1024  # bytes; a snapshot of a full level is a few megabytes


def encode(snapshot: Snapshot, about: dict[str, Any]) -> bytes:
    """Return a snapshot and what is to be said about it as one compressed archive.

    Raises:
        TypeError: a resource holds something that cannot be written.
    """
    arrays: Arrays = []
    tree = {"about": about, "snapshot": _write(vars(snapshot), arrays)}
    named = {f"a{i}": array for i, array in enumerate(arrays)}
    text = np.frombuffer(json.dumps(tree, ensure_ascii=False).encode(), np.uint8)
    packed = io.BytesIO()
    np.savez_compressed(packed, allow_pickle=False, **{TREE: text}, **named)
    return packed.getvalue()


def decode(packed: bytes) -> tuple[Snapshot, dict[str, Any]]:
    """Return what ``encode`` was given.

    Raises:
        ValueError: these bytes are nothing it wrote, or are damaged.
    """
    try:
        tree, arrays = _unpack(packed)
        fields = _read(tree["snapshot"], arrays)
        about = tree["about"]
        return Snapshot(**fields), dict(about)
    except (LookupError, TypeError, AttributeError, ImportError, RecursionError) as error:
        raise ValueError(f"not as it was written ({type(error).__name__})") from error
    except DAMAGE as error:
        raise ValueError("the archive is damaged") from error


def _unpack(packed: bytes) -> tuple[dict[str, Any], Arrays]:
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        if sum(part.file_size for part in archive.infolist()) > MAX_UNPACKED:
            raise ValueError("it is too large")
    with np.load(io.BytesIO(packed), allow_pickle=False) as parts:
        tree = json.loads(parts[TREE].tobytes())
        count = len(parts.files) - 1
        if count > MAX_ARRAYS:
            raise ValueError("it has too many parts")
        return tree, [parts[f"a{i}"] for i in range(count)]


def _write(value: Any, arrays: Arrays) -> Any:
    """Return a value as JSON; arrays are put aside and numbered."""
    if isinstance(value, enum.Enum):
        return {KIND + "enum": [*_name(type(value)), value.value]}
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, (np.ndarray, np.generic, np.random.Generator)):
        return _write_numpy(value, arrays)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        raise TypeError(f"a {type(value).__name__} would come back as a bare tuple: make it a dataclass")
    if isinstance(value, (list, tuple, set, frozenset, dict)):
        return _write_container(value, arrays)
    return _write_own(value, arrays)


def _write_own(value: Any, arrays: Arrays) -> Any:
    """Write a class or an object of the simulation."""
    if isinstance(value, type):
        return {KIND + "class": _name(value)}
    if not type(value).__module__.startswith(HOME):
        raise TypeError(f"a {type(value).__name__} cannot be saved")
    return {KIND + "object": [*_name(type(value)), _write(vars(value), arrays)]}


def _put(array: NDArray[Any], kind: str, arrays: Arrays) -> dict[str, int]:
    arrays.append(array)
    return {KIND + kind: len(arrays) - 1}


def _write_numpy(value: Any, arrays: Arrays) -> Any:
    if isinstance(value, np.random.Generator):
        return {KIND + "chance": value.bit_generator.state}
    if isinstance(value, np.generic):
        return _put(np.asarray(value), "scalar", arrays)
    if value.dtype == object:
        return {KIND + "objects": [list(value.shape), [_write(each, arrays) for each in value.ravel()]]}
    return _put(value, "array", arrays)


def _write_container(value: Any, arrays: Arrays) -> Any:
    if isinstance(value, dict):
        if all(isinstance(key, str) and not key.startswith(KIND) for key in value):
            return {key: _write(each, arrays) for key, each in value.items()}
        return {KIND + "dict": [[_write(k, arrays), _write(v, arrays)] for k, v in value.items()]}
    if isinstance(value, list):
        return [_write(each, arrays) for each in value]
    kind = "tuple" if isinstance(value, tuple) else type(value).__name__
    each_in_order = value if isinstance(value, tuple) else sorted(value)
    return {KIND + kind: [_write(each, arrays) for each in each_in_order]}


def _read(value: Any, arrays: Arrays) -> Any:
    if isinstance(value, list):
        return [_read(each, arrays) for each in value]
    if not isinstance(value, dict):
        return value
    kind = next(iter(value), "")
    if not kind.startswith(KIND):
        return {key: _read(each, arrays) for key, each in value.items()}
    return _READERS[kind[len(KIND) :]](value[kind], arrays)


def _read_objects(told: Any, arrays: Arrays) -> NDArray[Any]:
    shape, values = told
    whole = np.empty(len(values), object)
    for i, each in enumerate(values):
        whole[i] = _read(each, arrays)
    return whole.reshape(shape)


def _read_object(told: Any, arrays: Arrays) -> Any:
    module, name, fields = told
    made: Any = object.__new__(_class(module, name))
    vars(made).update(_read(fields, arrays))
    return made


def _read_chance(told: Any, _: Arrays) -> np.random.Generator:
    generator = np.random.PCG64(0)
    generator.state = told
    return np.random.Generator(generator)


_READERS: dict[str, Callable[[Any, Arrays], Any]] = {
    "array": lambda told, arrays: arrays[told],
    "scalar": lambda told, arrays: arrays[told][()],
    "objects": _read_objects,
    "object": _read_object,
    "chance": _read_chance,
    "enum": lambda told, _: _class(told[0], told[1])(told[2]),
    "class": lambda told, _: _class(*told),
    "dict": lambda told, arrays: {_read(k, arrays): _read(v, arrays) for k, v in told},
    "tuple": lambda told, arrays: tuple(_read(each, arrays) for each in told),
    "set": lambda told, arrays: {_read(each, arrays) for each in told},
    "frozenset": lambda told, arrays: frozenset(_read(each, arrays) for each in told),
}


def _name(kind: type) -> list[str]:
    return [kind.__module__, kind.__qualname__]


def _class(module: str, name: str) -> type:
    """Find a class of the simulation by name; nothing else can be named."""
    if not module.startswith(HOME):
        raise ValueError(f"{module} is not part of the simulation")
    found = getattr(import_module(module), name)
    if not isinstance(found, type) or found.__module__ != module:
        raise ValueError(f"{module} has no class {name}")
    return found
