"""One function over many tasks, on all cores: what comes back first is handed on first.

Rules of this module:
- A task is all its function gets, so neither the order nor the number of processes changes an answer.
- Processes are started once and play task after task.
- Whoever stops asking, or is interrupted, gets the prompt back at once: the processes are ended.
"""

from __future__ import annotations

import multiprocessing as mp
import os
import signal
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeVar

from game.data.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

T = TypeVar("T")
R = TypeVar("R")


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(
    work: Callable[[T], R], tasks: Sequence[T], workers: int = 0
) -> Generator[tuple[int, R], None, None]:
    """Do all tasks.

    Args:
        work: a function of a module, for its name is sent to other processes.
        tasks: can be pickled.
        workers: processes; 0 is one a core, 1 works in this process.

    Yields:
        the index of a task and its answer, as they come.

    Raises:
        BadInput: a process was ended from outside.
    """
    count = min(workers or cores(), len(tasks))
    if count <= 1:
        for index, task in enumerate(tasks):
            yield index, work(task)
    else:
        yield from _in_processes(work, tasks, count)


def _in_processes(
    work: Callable[[T], R], tasks: Sequence[T], count: int
) -> Generator[tuple[int, R], None, None]:
    way = "forkserver" if "forkserver" in mp.get_all_start_methods() else "spawn"
    with ProcessPoolExecutor(count, mp.get_context(way), _end_quietly) as pool:
        try:
            asked = {pool.submit(work, task): index for index, task in enumerate(tasks)}
            for future in as_completed(asked):
                yield asked[future], future.result()
        except BrokenProcessPool:
            raise BadInput("", "a process that played was ended from outside; is memory short?") from None
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for worker in mp.active_children():
                worker.terminate()
            raise


def _end_quietly() -> None:
    """Let an interrupt from the keyboard end a worker without a word: the first process speaks."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
