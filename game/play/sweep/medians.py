"""What runs come to: a line for each map, bot, difficulty and thing taken out.

Rules of this module: the time is that of the runs that came to the exit, and of no others; deaths are of
all that were played; runs that broke are counted and left out of everything else.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from game.play.sweep.run import BROKEN, worst

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from game.play.sweep.run import Row


@dataclass(frozen=True)
class Line:
    """The runs that differ in nothing but the seed.

    Attributes:
        map, bot, difficulty, without: what they have in common.
        runs: how many.
        outcomes: outcome -> how many ended so.
        seconds: median, least and most of those that came to the exit; ``None`` when none did.
        deaths: median, least and most of all that did not break; ``None`` when there are none.
        died: how often, all of them together.
        worst: the passage with most deaths, the first of equals, over all of them; empty when nobody died.
        worst_share: of all their deaths, 0..1.
    """

    map: str
    bot: str
    difficulty: str
    without: str
    runs: int
    outcomes: dict[str, int]
    seconds: tuple[float, float, float] | None
    deaths: tuple[float, float, float] | None
    died: int
    worst: str
    worst_share: float


def medians(rows: Sequence[Row]) -> list[Line]:
    """Return a line for every combination there is, in the order of the rows."""
    groups: dict[tuple[str, str, str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.map, row.bot, row.difficulty, row.without), []).append(row)
    return [_line(of, group) for of, group in groups.items()]


def _line(of: tuple[str, str, str, str], rows: Sequence[Row]) -> Line:
    played = [row for row in rows if row.outcome != BROKEN]
    passages: Counter[str] = Counter()
    for row in played:
        passages.update(row.passages)
    name, share = worst(passages)
    return Line(
        *of,
        runs=len(rows),
        outcomes=dict(sorted(Counter(row.outcome for row in rows).items())),
        seconds=_spread(row.seconds for row in played if row.outcome == "exit"),
        deaths=_spread(row.deaths for row in played),
        died=passages.total(),
        worst=name,
        worst_share=share,
    )


def _spread(values: Iterable[float]) -> tuple[float, float, float] | None:
    there = list(values)
    return (median(there), min(there), max(there)) if there else None
