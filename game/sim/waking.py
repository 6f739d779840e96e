"""What wakes sleepers: the conditions a level names, numbered.

``Mind.wake`` is an index into ``wakings(level)``; -1 is somebody whom only noise, touch or pain wakes.
"""

from __future__ import annotations

from functools import lru_cache

from game.data.condition import Condition
from game.data.level import Level


@lru_cache(maxsize=8)
def wakings(level: Level) -> tuple[Condition, ...]:
    """Return the waking conditions of a level, each once, in file order."""
    found = [thing.wake for thing in level.spawns] + [thing.wake for thing in level.fields]
    return tuple(dict.fromkeys(wake for wake in found if wake.terms))
