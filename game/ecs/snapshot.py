"""A world, copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.ecs.column import Array

ALIGNED = 64  # bytes; where a column may begin


@dataclass(frozen=True)
class Snapshot:
    """Everything that can change about a world, copied."""

    table: dict[str, Array]
    counts: tuple[int, ...]
    generation: NDArray[np.int64]
    free: tuple[int, ...]
    resources: dict[type, dict[str, Any]]
    waiting: dict[type, Any]


def in_one_block(table: dict[str, Array]) -> dict[str, Array]:
    """Copy columns into one block of memory.

    A hundred small blocks go back to the system when a copy is dropped, and every page of the next one is
    faulted in anew: that costs several times the copying. One large block is kept by the allocator.
    """
    block = np.empty(sum(_padded(column) for column in table.values()), np.uint8)
    copies, start = {}, 0
    for key, column in table.items():
        part = block[start : start + column.nbytes].view(column.dtype).reshape(column.shape)
        part[...] = column
        copies[key] = part
        start += _padded(column)
    return copies


def _padded(column: Array) -> int:
    """Return the bytes of a column, up to the next that any type may begin at."""
    return -(-column.nbytes // ALIGNED) * ALIGNED
