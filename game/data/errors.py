"""The one way to say that something from outside cannot be used.

Whoever reads a file or an argument raises ``BadInput`` with one line: what is wrong, where, what to do.
The command line prints that line and exits with 2; nothing else is caught there.
"""

from __future__ import annotations


class BadInput(Exception):  # noqa: N818 - it names the cause, not the mechanism
    """Something given from outside cannot be used; ``str(error)`` is one line for a person.

    Args:
        where: ``file``, ``file:line`` or ``file:key``; empty when there is no place to name.
        what: what is wrong and what to do about it, in one line.
    """

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}" if where else what)
        self.where = where
        self.what = what
