"""Runs claims: every arm, every seed, on all cores.

Rules of this module: a task is all arms of a claim on one seed, played in one process, so that what arms have
in common is played once. Tasks depend on nothing but their seed, so their order does not matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.claims.claim import Results
from game.play.claims.kept import Kept
from game.play.workers import spread

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.play.claims.claim import Claim

    Task = tuple[Claim, int]


def measure(
    claims: Sequence[Claim],
    seeds: Sequence[int],
    tell: Callable[[float], None],
    workers: int = 0,
    kept: Kept | None = None,
) -> dict[str, Results]:
    """Play all arms of all claims.

    Args:
        claims: what to measure.
        seeds: of the games, in order.
        tell: is told how many games are over, for a progress bar.
        workers: processes; 0 is one a core, 1 plays in this process.
        kept: games that need not be played again, and where those that are played are kept.

    Returns:
        the results of each claim by its name, in the order of ``claims``.

    Raises:
        BadInput: a worker was ended from outside, or what is kept cannot be written.
    """
    kept = kept or Kept()
    tasks = [(claim, seed) for claim in claims for seed in seeds]
    left = [(claim, seed) for claim, seed in tasks if kept.get(claim.name, seed).keys() != set(claim.arms)]
    over = sum(len(claim.arms) for claim, _ in tasks) - sum(len(claim.arms) for claim, _ in left)
    for index, measured in spread(_play, left, workers):
        claim, seed = left[index]
        kept.add(claim.name, seed, measured)
        over += len(measured)
        tell(over)
    return {claim.name: _results(claim, tuple(seeds), kept) for claim in claims}


def _results(claim: Claim, seeds: tuple[int, ...], kept: Kept) -> Results:
    games = {(arm, seed): kept.get(claim.name, seed)[arm] for arm in claim.arms for seed in seeds}
    return Results(seeds, games)


def _play(task: Task) -> dict[str, dict[str, float]]:
    claim, seed = task
    return {arm: claim.run(arm, seed) for arm in claim.arms}
