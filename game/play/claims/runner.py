"""Runs claims: every arm, every seed, on all cores.

Rules of this module:
- A game is one task. Tasks depend on nothing but their arm and seed, so their order does not matter.
- Whoever interrupts gets the prompt back at once: the workers are ended.
"""

from __future__ import annotations

import multiprocessing as mp
import os
import signal
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from game.data.errors import BadInput
from game.play.claims.claim import Results

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.play.claims.claim import Claim

    Measured = dict[tuple[str, int], dict[str, float]]
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
    count = min(workers or cores(), len(tasks))
    found = _here(tasks, tell) if count <= 1 else _in_workers(tasks, tell, count)
    results = {}
    for claim in claims:
        ordered = {(arm, seed): found[claim.name, arm, seed] for arm in claim.arms for seed in seeds}
        results[claim.name] = Results(tuple(seeds), ordered)
    return results


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _here(
    tasks: Sequence[Task], tell: Callable[[float], None]
) -> dict[tuple[str, str, int], dict[str, float]]:
    found = {}
    for done, (claim, arm, seed) in enumerate(tasks, 1):
        found[claim.name, arm, seed] = claim.run(arm, seed)
        tell(done)
    return found


def _in_workers(
    tasks: Sequence[Task], tell: Callable[[float], None], workers: int
) -> dict[tuple[str, str, int], dict[str, float]]:
    found = {}
    way = "forkserver" if "forkserver" in mp.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(workers, mp.get_context(way), _end_quietly) as pool:
        try:
            asked = {pool.submit(claim.run, arm, seed): (claim.name, arm, seed) for claim, arm, seed in tasks}
            for done, future in enumerate(as_completed(asked), 1):
                found[asked[future]] = future.result()
                tell(done)
        except BrokenProcessPool:
            raise BadInput(
                "claims", "a process that played was ended from outside; is memory short?"
            ) from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in mp.active_children():
                worker.terminate()
            raise
    return found


def _end_quietly() -> None:
    """Let an interrupt from the keyboard end a worker without a word: the first process speaks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
