"""Opening the window: the one function the command line calls to play."""

from __future__ import annotations

import os
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pygame

from game.data import paths
from game.data.errors import BadInput
from game.show.app import App
from game.show.flow import LAST, Flow
from game.show.settings import load_settings
from game.show.wanted import Wanted

if TYPE_CHECKING:
    from pathlib import Path


def has_display() -> bool:
    """Whether a window can be opened: a display is named and SDL finds a driver for it."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    if os.name == "posix" and os.uname().sysname == "Linux" and not any(os.environ.get(n) for n in named):
        return False
    try:
        pygame.display.init()
    except pygame.error:
        return False
    return True


def run(wanted: Wanted | None = None, language: str = "", size: tuple[int, int] | None = None) -> int:
    """Open the window at the title, or in the level that is wanted, and run until it is closed.

    Args:
        wanted: the level to begin with; ``None`` shows the title.
        language: en or ko for this run only; empty takes the settings'.
        size: of the window, px.

    Returns:
        The exit code: 0, or 1 when the program broke and left a log.

    Raises:
        BadInput: no window can be opened.
    """
    settings, damaged = load_settings()
    if language:
        settings.language = language
    try:
        app = App(settings, size)
    except pygame.error as error:
        raise BadInput("", f"no window could be opened: {error}") from error
    flow = Flow(app)
    try:
        if wanted:
            flow.load(wanted)
        else:
            flow.title(app.words.text(damaged) if damaged else "")
        app.run()
    except Exception:  # noqa: BLE001 - whatever broke is written down, said in one line, and ends the program
        print(_farewell(flow))  # noqa: T201 - the window is gone
        return 1
    finally:
        flow.end_recording()
        pygame.quit()
    return 0


def _farewell(flow: Flow) -> str:
    """Write down what broke; return what to say: where the log is, or all of it when it cannot be written."""
    told = f"{flow.describe()}\n\n{traceback.format_exc()}"
    try:
        return flow.app.words.text("error-crash", path=str(_log(flow, told)))
    except OSError:
        return told


def _log(flow: Flow, told: str) -> Path:
    """Write the log, and the session so far as a recording beside it; return the log."""
    folder = paths.logs()
    folder.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    log = folder / f"crash-{stamp}.txt"
    log.write_text(told, encoding="utf-8")
    if flow.end_recording():
        (folder / LAST).replace(folder / f"crash-{stamp}.replay")
    return log
