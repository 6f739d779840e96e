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
        due = [cry for cry in self.cries if cry.due <= tick][:most]
        if due:
            last = due[-1]
            index = next(i for i, cry in enumerate(self.cries) if cry is last)
            self.cries = [cry for cry in self.cries[: index + 1] if cry.due > tick] + self.cries[index + 1 :]
        return due
