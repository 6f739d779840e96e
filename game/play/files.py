"""Writing files so that nothing is ever lost: a whole new file or the old one, and one backup.

Rules of this module: the new text is written beside the old and on the disk before it takes its name
(POSIX rename is atomic); the one before stays as ``.bak``; a file that cannot be read is put aside as
``.damaged``, never overwritten. Whoever cannot write is told in one line.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, TypeVar

from game.data.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")
BACKUP, DAMAGED, UNFINISHED = ".bak", ".damaged", ".new"


def write(path: Path, content: bytes) -> None:
    """Replace a file, keeping the one before as its backup.

    Raises:
        BadInput: the disk is full or refuses; the file and its backup are as they were.
    """
    unfinished = beside(path, UNFINISHED)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _put_on_disk(unfinished, content)
        if path.exists():
            path.replace(beside(path, BACKUP))
        unfinished.replace(path)
        _settle(path.parent)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise BadInput(str(path), f"cannot be saved: {reason}; what was saved before is kept") from error


def read(path: Path, parse: Callable[[bytes], T]) -> tuple[T | None, str]:
    """Read a file, or its backup when it is damaged.

    Args:
        path: the file.
        parse: makes something of the content; raises ``ValueError`` when it is damaged.

    Returns:
        What was read, or ``None`` when there is nothing; and one line to tell a person, or nothing.
    """
    found, fault = _try(path, parse)
    if not fault:
        return found, ""
    aside = _put_aside(path)
    backup, backup_fault = _try(beside(path, BACKUP), parse)
    if backup is None or backup_fault:
        return None, f"{path.name} is damaged ({fault}) and was put aside as {aside}; there is no backup"
    return backup, f"{path.name} is damaged ({fault}) and was put aside as {aside}; its backup is used"


def beside(path: Path, suffix: str) -> Path:
    """The name of a companion of a file."""
    return path.with_name(path.name + suffix)


def _try(path: Path, parse: Callable[[bytes], T]) -> tuple[T | None, str]:
    try:
        return parse(path.read_bytes()), ""
    except FileNotFoundError:
        return None, ""
    except OSError as error:
        return None, error.strerror or str(error)
    except ValueError as error:
        return None, str(error)


def _put_aside(path: Path) -> str:
    aside = beside(path, DAMAGED)
    try:
        path.replace(aside)
    except OSError:
        return path.name  # it cannot even be renamed: it stays where it is
    return aside.name


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
