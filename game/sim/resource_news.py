"""What goes from mouth to mouth: cries under way, as events of the future."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cry:
    """One cry, or the stir of one who wakes; it is heard when it is due."""

    due: int
    """Tick."""
    tile: int
    """Flat index of where it was uttered."""
    spot: tuple[float, float]
    """Where the foe is said to be, tile."""
    foe: int
    """Id, or NOBODY."""
    hops: int
    """How many mouths the news has come through."""
    is_stir: bool
    """Whether only sleepers nearby wake from it."""


@dataclass
class News:
    """Cries not yet heard, in the order they were uttered."""

    cries: list[Cry] = field(default_factory=list)

    def take(self, tick: int, most: int) -> list[Cry]:
        """Hand over what is due, the oldest first, at most so many; the rest waits for the next tick."""
        due: list[Cry] = []
        rest: list[Cry] = []
        for cry in self.cries:
            if cry.due <= tick and len(due) < most:
                due.append(cry)
            else:
                rest.append(cry)
        self.cries = rest
        return due
