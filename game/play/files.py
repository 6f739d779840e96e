"""Writing files so that nothing is ever lost: a whole new file or the old one, and one backup.

Rules of this module: the new text is written beside the old and on the disk before it takes its name
(POSIX rename is atomic); the one before stays as ``.bak``; a file that cannot be read is put aside as
``.damaged``, never overwritten. Whoever cannot write is told in one line.
"""

from __future__ import annotations

import os
from contextlib import suppress
from enum import Enum
from typing import TYPE_CHECKING, TypeVar

from game.data.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")


class State(Enum):
    """How reading a file went."""

    WHOLE = "whole"  # or not there
    DAMAGED = "damaged"  # its backup was read
    LOST = "lost"  # and so was its backup


BACKUP, DAMAGED, UNFINISHED = ".bak", ".damaged", ".new"


def write(path: Path, content: bytes) -> None:
    """Replace a file, keeping the one before as its backup.

    Raises:
        BadInput: the disk is full or refuses; the file and its backup are as they were.
    """
    _write(path, content, keep=True)


def replace(path: Path, content: bytes) -> None:
    """Replace a file that can be made again: the one before is not kept.

    Raises:
        BadInput: the disk is full or refuses; the file is as it was.
    """
    _write(path, content, keep=False)


def check_room(path: Path, size: int) -> None:
    """Find out whether a file of ``size`` bytes could be written; nothing there is touched.

    Raises:
        BadInput: the disk is full or refuses, or something that is no file stands there.
    """
    if path.exists() and not path.is_file():
        raise BadInput(str(path), "is no file that could be written anew")
    trial = beside(path, UNFINISHED)
    try:
        _put_on_disk(trial, bytes(size))
    except OSError as error:
        raise BadInput(str(path), f"cannot be written: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            trial.unlink(missing_ok=True)


def read(path: Path, parse: Callable[[bytes], T]) -> tuple[T | None, State]:
    """Read a file, or its backup when it is damaged; what is damaged is put aside.

    Args:
        path: the file.
        parse: makes something of the content; raises ``ValueError`` when it is damaged.

    Returns:
        What was read, or ``None`` when there is nothing; and how it went.
    """
    spare = beside(path, BACKUP)
    found, is_whole = _try(path, parse)
    if found is not None or (is_whole and not spare.exists()):
        return found, State.WHOLE
    _put_aside(path)
    found, is_whole = _try(spare, parse)
    if not is_whole:
        _put_aside(spare)
    return found, State.DAMAGED if found is not None else State.LOST


def forget(path: Path) -> None:
    """Delete a file and its backup; what was put aside stays."""
    for each in (path, beside(path, BACKUP)):
        each.unlink(missing_ok=True)


def beside(path: Path, suffix: str) -> Path:
    """The name of a companion of a file."""
    return path.with_name(path.name + suffix)


def _write(path: Path, content: bytes, *, keep: bool) -> None:
    unfinished = beside(path, UNFINISHED)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _put_on_disk(unfinished, content)
        if keep and path.exists():
            path.replace(beside(path, BACKUP))
        unfinished.replace(path)
        _settle(path.parent)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise BadInput(str(path), f"cannot be saved: {reason}; what was saved before is kept") from error


def _try(path: Path, parse: Callable[[bytes], T]) -> tuple[T | None, bool]:
    """What is in a file, and whether it is whole; a file that is not there is."""
    try:
        return parse(path.read_bytes()), True
    except FileNotFoundError:
        return None, True
    except (OSError, ValueError):
        return None, False


def _put_aside(path: Path) -> None:
    with suppress(OSError):  # what cannot even be renamed stays where it is
        path.replace(beside(path, DAMAGED))


def _put_on_disk(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _settle(folder: Path) -> None:
    """Make the renaming itself last, where folders can be opened (not on Windows)."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
