"""A world, copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.ecs.column import Array


@dataclass(frozen=True)
class Snapshot:
    """Everything that can change about a world, copied."""

    table: dict[str, Array]
    counts: tuple[int, ...]
    generation: NDArray[np.int64]
    free: tuple[int, ...]
    resources: dict[type, dict[str, Any]]
    waiting: dict[type, Any]
