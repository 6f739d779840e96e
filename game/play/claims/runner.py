"""Runs claims: every arm, every seed, on all cores.

Rules of this module: a task is all arms of a claim on one seed, played in one process, so that what arms have
in common is played once. Tasks depend on nothing but their seed, so their order does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.claims.claim import Results
from game.play.workers import spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.play.claims.claim import Claim

    Task = tuple[Claim, int]


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
    tasks = [(claim, seed) for claim in claims for seed in seeds]
    games = {claim.name: dict[tuple[str, int], dict[str, float]]() for claim in claims}
    for index, measured in spread(_play, tasks, workers):
        claim, seed = tasks[index]
        games[claim.name] |= {(arm, seed): values for arm, values in measured.items()}
        tell(sum(len(played) for played in games.values()))
    return {claim.name: _in_order(claim, tuple(seeds), games[claim.name]) for claim in claims}


def _in_order(
    claim: Claim, seeds: tuple[int, ...], games: dict[tuple[str, int], dict[str, float]]
) -> Results:
    return Results(seeds, {(arm, seed): games[arm, seed] for arm in claim.arms for seed in seeds})


def _play(task: Task) -> dict[str, dict[str, float]]:
    claim, seed = task
    return {arm: claim.run(arm, seed) for arm in claim.arms}
