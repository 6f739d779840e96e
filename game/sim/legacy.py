"""What is carried from one level to the next: how human one still is, what was decided, how many names.

Rules of this module: it is plain values; ``told`` and ``read`` are its form in files.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MOST_TAGS = 999


@dataclass(frozen=True)
class Legacy:
    """What the levels before have left.

    Attributes:
        humanity: 0..100.
        tags: name tags found in them.
        choices: (choice, answer), in the order they were made.
    """

    humanity: float = 50.0
    tags: int = 0
    choices: tuple[tuple[str, str], ...] = ()

    def told(self) -> dict[str, Any]:
        """Return it as JSON has it; nothing for what a first level begins with."""
        if self == NOTHING_BEFORE:
            return {}
        return {"humanity": self.humanity, "tags": self.tags, "choices": dict(self.choices)}

    @classmethod
    def read(cls, told: Mapping[str, Any]) -> Legacy:
        """Return what was told.

        Raises:
            ValueError: it is no legacy.
        """
        made = cls()
        try:
            humanity, tags = float(told.get("humanity", made.humanity)), int(told.get("tags", made.tags))
            choices = tuple((str(name), str(said)) for name, said in dict(told.get("choices", {})).items())
        except (TypeError, AttributeError, ValueError, OverflowError) as error:
            raise ValueError("not a legacy") from error
        if not (math.isfinite(humanity) and 0 <= humanity <= 100 and 0 <= tags <= MOST_TAGS):  # noqa: PLR2004
            raise ValueError("a legacy nobody can have")
        return cls(humanity, tags, choices)


NOTHING_BEFORE = Legacy()
"""What a first level begins with."""
