"""Runs claims: every arm, every seed, on all cores.

Rules of this module: a game is one task; tasks depend on nothing but their arm and seed, so their order
does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.claims.claim import Results
from game.play.workers import spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.play.claims.claim import Claim

    Task = tuple[Claim, str, int]


def measure(
    claims: Sequence[Claim], seeds: Sequence[int], tell: Callable[[float], None], workers: int = 0
) -> dict[str, Results]:
    """Play all arms of all claims.

    Args:
        claims: what to measure.
        seeds: of the games, in order.
        tell: is told how many games are over, for a progress bar.
        workers: processes; 0 is one a core, 1 plays in this process.

    Returns:
        the results of each claim by its name, in the order of ``claims``.

    Raises:
        BadInput: a worker was ended from outside.
    """
    tasks = [(claim, arm, seed) for claim in claims for arm in claim.arms for seed in seeds]
    found: dict[int, dict[str, float]] = {}
    for index, measured in spread(_play, tasks, workers):
        found[index] = measured
        tell(len(found))
    results = {}
    for claim in claims:
        mine = [index for index, task in enumerate(tasks) if task[0] is claim]
        results[claim.name] = Results(tuple(seeds), {tasks[index][1:]: found[index] for index in mine})
    return results


def _play(task: Task) -> dict[str, float]:
    claim, arm, seed = task
    return claim.run(arm, seed)
