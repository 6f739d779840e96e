"""Painted levels on disk: painted once, loaded in a moment, painted again when anything changed.

Rules of this module:
- The name of a file holds a digest of the level, of the art and of ``VERSION``: a stale one is never read.
- It is written beside its place and moved there, so a crash leaves no half file.
- What cannot be read for any reason is painted again and replaced.
"""

from __future__ import annotations

import os
import zipfile
import zlib
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from game.data import paths
from game.show import lamps
from game.show.bake import painter
from game.show.bake.painter import CHUNK

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from game.data.level import Level
    from game.ecs.column import Array

    Step = tuple[float, str]

VERSION = 6  # raise it when the painter paints differently
ART = ("materials.png", "decals.png", "props.png", "props_glow.png", "props.json", "noise_blue.png")
LABEL = "ui-loading"
KEPT = 12  # files; older ones are deleted
DAMAGE = (OSError, ValueError, KeyError, EOFError, zlib.error, zipfile.BadZipFile)


@dataclass(frozen=True)
class Baked:
    """A painted level.

    Attributes:
        ground: uint8 ``[H, W, 3]``, sides are whole chunks.
        over: uint8 of the same shape: tops of walls and what rises behind actors.
        mask: bool ``[H, W]``, where ``over`` is painted.
        boxes: light of each lamp, as ``lamps.bake`` made it.
    """

    ground: Array
    over: Array
    mask: Array
    boxes: list[Array]


def baked(level: Level, *, use_cache: bool = True) -> Baked:
    """The painted level, from disk if it is there; ``use_cache=False`` neither reads nor writes it."""
    steps = baking(level, use_cache=use_cache)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            made: Baked = done.value
            return made


def baking(level: Level, *, use_cache: bool = True) -> Generator[Step, None, Baked]:
    """``baked``, in steps: yields (share done 0..1, message id) between pieces of work, returns the level."""
    file = paths.cache() / "levels" / f"{key(level)}.npz"
    found = _read(file, level) if use_cache else None
    if found is not None:
        return found
    made = yield from bake(level)
    if use_cache:
        _write(file, made)
    return made


def key(level: Level) -> str:
    """32 hex digits that name how a level looks."""
    state = blake2b(f"{VERSION} {CHUNK} {level.digest}".encode())
    for cells in (level.walls, level.decals, level.roof):
        state.update(np.ascontiguousarray(cells).tobytes())
    for name in ART:
        file = paths.asset("art", name)
        state.update(file.read_bytes() if file.is_file() else b"-")
    return state.hexdigest()[:32]


def bake(level: Level) -> Generator[Step, None, Baked]:
    """Paint a level now, in steps."""
    parts, count = [], painter.band_count(level) + 1
    for number, band in enumerate(painter.bands(level)):
        parts.append(band)
        yield (number + 1) / count, LABEL
    boxes = lamps.bake(level)
    yield 1.0, LABEL
    return Baked(
        np.concatenate([p.ground for p in parts]),
        np.concatenate([p.over for p in parts]),
        np.concatenate([p.mask for p in parts]),
        boxes,
    )


def _read(file: Path, level: Level) -> Baked | None:
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
            shape = tuple(kept["shape"].tolist())
            ground, over = (_unpack(kept[name]).reshape(*shape, 3) for name in ("ground", "over"))
            mask = np.unpackbits(_unpack(kept["mask"]))[: shape[0] * shape[1]].reshape(shape).astype(bool)
            return Baked(ground, over, mask, _split(_unpack(kept["light"]), kept["sizes"], level))
    except DAMAGE:
        return None


def _write(file: Path, made: Baked) -> None:
    """Keep it; a disk that is full or read-only only costs the next start its time."""
    half = file.with_suffix(f".{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with half.open("wb") as out:
            np.savez(
                out,
                shape=np.array(made.mask.shape),
                ground=_pack(made.ground),
                over=_pack(made.over),
                mask=_pack(np.packbits(made.mask)),
                light=_pack(np.concatenate([np.zeros(0, np.uint8), *(b.ravel() for b in made.boxes)])),
                sizes=np.array([b.shape for b in made.boxes], np.int64).reshape(-1, 2),
            )
        half.replace(file)
        _forget_oldest(file.parent)
    except OSError:
        half.unlink(missing_ok=True)


def _forget_oldest(folder: Path) -> None:
    files = sorted(folder.glob("*.npz"), key=lambda f: f.stat().st_mtime)
    for old in files[:-KEPT]:
        old.unlink(missing_ok=True)


def _pack(pixels: Array) -> Array:
    return np.frombuffer(zlib.compress(pixels.tobytes(), 1), np.uint8)


def _unpack(packed: Array) -> Array:
    return np.frombuffer(zlib.decompress(packed.tobytes()), np.uint8)


def _split(flat: Array, sizes: Array, level: Level) -> list[Array]:
    if len(sizes) != len(level.lights):
        raise ValueError("kept light is of other lamps")
    ends = np.cumsum(sizes.prod(axis=1)).tolist()
    starts = [0, *ends[:-1]]
    return [flat[a:b].reshape(*size) for a, b, size in zip(starts, ends, sizes.tolist(), strict=True)]
