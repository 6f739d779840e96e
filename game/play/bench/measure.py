"""The stopwatch: medians, on one core, and what a row of the answer holds."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

WARM_UP = 3  # runs that do not count: caches fill, lazy tables are made


@dataclass(frozen=True)
class Row:
    """One measurement.

    Attributes:
        name: of the case.
        case: what was measured, in words.
        value: median, unless ``case`` says otherwise.
        unit: of ``value`` and ``target``.
        target: what it must not exceed.
        peer, peer_value: who does the same work in the same run, and their median; empty and 0 if none.
    """

    name: str
    case: str
    value: float
    unit: str
    target: float
    peer: str = ""
    peer_value: float = 0.0

    @property
    def is_ok(self) -> bool:
        """Whether the target is met."""
        return self.value <= self.target

    def to_json(self) -> dict[str, Any]:
        """The row as plain values; ``ratio`` is how many times faster than the peer, ``None`` without."""
        return {
            "name": self.name,
            "case": self.case,
            "value": round(self.value, 4),
            "unit": self.unit,
            "target": self.target,
            "ok": self.is_ok,
            "peer": self.peer or None,
            "peer_value": round(self.peer_value, 4) if self.peer else None,
            "ratio": round(self.peer_value / self.value, 2) if self.peer else None,
        }

    def __str__(self) -> str:
        verdict = "ok" if self.is_ok else "MISSED"
        beside = f"  ({self.peer}: {self.peer_value:.3g} {self.unit})" if self.peer else ""
        measured = f"{self.name:9} {self.case:48} {self.value:9.3f} {self.unit:3}"
        return f"{measured} of {self.target:g} {verdict}{beside}"


def median_ms(run: Callable[[], object], times: int) -> float:
    """Median time of ``run``, ms, over so many runs after a warm-up."""
    return median(times_ms(run, times))


def times_ms(run: Callable[[], object], times: int) -> list[float]:
    """Time of each of so many runs, ms, after a warm-up."""
    for _ in range(WARM_UP):
        run()
    return [_once(run) for _ in range(times)]


def _once(run: Callable[[], object]) -> float:
    began = perf_counter()
    run()
    return (perf_counter() - began) * 1000


def stay_on_one_core() -> None:
    """Keep this process on one core, where the system lets it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def machine() -> dict[str, str]:
    """What this was measured on."""
    return {
        "cpu": _cpu(),
        "cores_used": "1",
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
        "numpy": np.__version__,
    }


def _cpu() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text().splitlines() if told.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())
