"""A claim: what is said of the dead, how it is measured, and what it is measured against.

Rules of this module:
- A claim has arms. The first is the game as it is played; each other takes something out (``Rules.without``)
  or puts something simpler in its place. Every arm plays the same seeds, so arms compare in pairs.
- ``run(arm, seed)`` plays one game and returns its measures; it depends on nothing else. A time that never
  came is ``inf``. A measure called ``name@2.5`` is a point of a curve: its value after 2.5 s, for the plots.
- Intervals hold 95 % of a percentile bootstrap over seeds (Efron 1979), from a generator of their own.
- A bar that is missed is reported as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]
Interval = tuple[float, float]
RESAMPLES = 2000
OUTSIDE = 0.025
"""Share of the resamples left out on either side."""


@dataclass(frozen=True)
class Row:
    """One measure of a claim beside its bar.

    Attributes:
        claim: its name.
        measure: what was measured, in words, with its unit.
        value: of the game as it is played.
        control: of the arm it is held against; ``None`` when the bar alone counts.
        interval: of ``value``, or of what the bar speaks of.
        target: the bar, such as ``>= 11``.
        ok: whether it is met.
    """

    claim: str
    measure: str
    value: float
    control: float | None
    interval: Interval
    target: str
    ok: bool


class Results:
    """The measures of one claim: every arm, every seed.

    Args:
        seeds: in order.
        measured: ``(arm, seed)`` -> measure -> value.
    """

    def __init__(
        self, seeds: tuple[int, ...], measured: Mapping[tuple[str, int], Mapping[str, float]]
    ) -> None:
        self.seeds = seeds
        self.measured = measured

    def of(self, arm: str, measure: str) -> Values:
        """Return a measure of an arm, one value a seed.

        Raises:
            KeyError: the arm or the measure is not there.
        """
        return np.array([self.measured[arm, seed][measure] for seed in self.seeds], np.float64)

    def median(self, arm: str, measure: str) -> float:
        """Return the median over the seeds."""
        return float(np.median(self.of(arm, measure)))

    def mean(self, arm: str, measure: str) -> float:
        """Return the mean over the seeds: for shares and counts."""
        return float(np.mean(self.of(arm, measure)))

    def arms(self) -> tuple[str, ...]:
        """Return the arms, in the order they were measured."""
        return tuple(dict.fromkeys(arm for arm, _ in self.measured))

    def measures(self) -> tuple[str, ...]:
        """Return the names of all measures, in the order of ``run``."""
        return tuple(dict.fromkeys(name for told in self.measured.values() for name in told))


Judge: TypeAlias = Callable[[Results], list[Row]]


@dataclass(frozen=True)
class Claim:
    """Something said of the dead.

    Attributes:
        name: of one word; what is given on the command line.
        arms: the first is the game as it is played.
        run: ``(arm, seed)`` -> measures; a function of a module, for it is sent to other processes.
        judge: what the measures come to.
    """

    name: str
    arms: tuple[str, ...]
    run: Callable[[str, int], dict[str, float]]
    judge: Judge


def at_least(
    claim: str, measure: str, value: float, bar: float, *, control: float | None = None, interval: Interval
) -> Row:
    """Return a row whose value must reach the bar."""
    return Row(claim, measure, value, control, interval, f">= {bar:g}", bool(value >= bar))


def at_most(
    claim: str, measure: str, value: float, bar: float, *, control: float | None = None, interval: Interval
) -> Row:
    """Return a row whose value must not exceed the bar."""
    return Row(claim, measure, value, control, interval, f"<= {bar:g}", bool(value <= bar))


def median_interval(a: Values) -> Interval:
    """Return the interval of the median of ``(n,)``."""
    return interval(np.median, a)


def mean_interval(a: Values) -> Interval:
    """Return the interval of the mean of ``(n,)``."""
    return interval(np.mean, a)


def ratio_interval(a: Values, b: Values) -> Interval:
    """Return the interval of ``median(a) / median(b)``, both ``(n,)`` and paired by seed."""
    drawn = _drawn(len(a))
    above, below = np.median(a[drawn], axis=1), np.median(b[drawn], axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return _middle(above / below)


def interval(statistic: Callable[..., Values], a: Values) -> Interval:
    """Return the interval of a statistic (such as ``np.median``: it takes an axis) of ``(n,)``."""
    return _middle(statistic(a[_drawn(len(a))], axis=1))


def _drawn(count: int) -> NDArray[np.int64]:
    return np.random.default_rng(1).integers(0, count, (RESAMPLES, count))


def _middle(resampled: Values) -> Interval:
    """Return the bounds of the middle 95 %; nothing is averaged, so ``inf`` stays what it is."""
    ordered, cut = np.sort(resampled), round(OUTSIDE * len(resampled))
    return float(ordered[cut]), float(ordered[-1 - cut])
