"""The pictures before the levels, by the name of the level's map."""

from __future__ import annotations

from tools.art.card_hyosan import hyosan
from tools.art.card_laboratory import laboratory
from tools.art.card_seoul import seoul
from tools.art.card_tower import tower
from tools.art.store import Work


def cards() -> Work:
    """Make ``card_<level>.png``."""
    made = {"hyosan": hyosan, "laboratory": laboratory, "seoul": seoul, "tower": tower}
    return Work({f"assets/art/card_{name}.png": paint() for name, paint in made.items()})
