"""A progress bar on stderr: only on a terminal, and only when it takes more than two seconds."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress

PATIENCE_S = 2.0
REDRAW_S = 0.1


@contextmanager
def progress(label: str, total: float) -> Iterator[Callable[[float], None]]:
    """Yield a function to tell how much of ``total`` is done."""
    if not sys.stderr.isatty():
        yield _nobody_looks
        return
    bar = _Bar(label, total)
    try:
        yield bar.tell
    finally:
        bar.close()


def _nobody_looks(done: float) -> None:
    """Progress told to a file is noise."""


class _Bar:
    def __init__(self, label: str, total: float) -> None:
        self.label, self.total = label, total
        self.began = self.drawn_at = perf_counter()
        self.bar: Progress | None = None

    def tell(self, done: float) -> None:
        now = perf_counter()
        if now - self.began < PATIENCE_S or now - self.drawn_at < REDRAW_S:
            return
        self.drawn_at = now
        if self.bar is None:
            self.bar = self._show()
        self.bar.update(self.bar.task_ids[0], completed=done)

    def close(self) -> None:
        if self.bar is not None:
            self.bar.stop()

    def _show(self) -> Progress:
        from rich.console import Console  # noqa: PLC0415 - most commands are over before it is wanted
        from rich.progress import Progress  # noqa: PLC0415

        bar = Progress(console=Console(stderr=True), transient=True)
        bar.add_task(self.label, total=self.total)
        bar.start()
        return bar
