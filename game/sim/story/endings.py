"""The four endings, from what was decided, done and found.

Rules of this module:
- The code at the tower is **Purge**, whoever sends it. Otherwise ``endings.evolution_below`` of humanity is
  **Evolution**; names enough, and humanity enough to read them, are **Names**; all else is **Silence**.
- Who keeps silent reads no names.
"""

from __future__ import annotations

from enum import StrEnum

from game.data.gifts import Endings

CODE, KEEP_SILENT = "code", "silence"


class Ending(StrEnum):
    """What becomes of the world."""

    PURGE = "purge"
    EVOLUTION = "evolution"
    NAMES = "names"
    SILENCE = "silence"


def ending_of(answer: str, humanity: float, tags: int, rules: Endings) -> Ending:
    """Return the ending.

    Args:
        answer: to the choice "broadcast": ``code``, ``speak`` or ``silence``.
        humanity: 0..100, as carried to the tower.
        tags: name tags found in all levels.
        rules: where the endings divide.
    """
    if answer == CODE:
        return Ending.PURGE
    if humanity < rules.evolution_below:
        return Ending.EVOLUTION
    knows = tags >= rules.names_tags and humanity >= rules.names_humanity
    return Ending.NAMES if knows and answer != KEEP_SILENT else Ending.SILENCE
