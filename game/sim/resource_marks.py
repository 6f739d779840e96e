"""Whom On-jo has marked: everybody who listens to her radio knows where they are."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Marks:
    """The marks there are.

    Attributes:
        until: id of who is marked -> tick the mark ends, oldest first.
    """

    until: dict[int, int] = field(default_factory=dict)
