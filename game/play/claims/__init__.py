"""What is claimed of the dead, measured on the game as it is played, with the ablation beside.

Rules of this package:
- ``claim`` says what a claim is, ``town`` where most are measured, ``runner`` runs them on all cores,
  ``plots`` draws them. Every other module is a topic and exports ``CLAIMS``.
- A claim that misses its bar is reported as it is, then mended in the dead, never in the measure.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play.claims.claim import Claim

TOPICS = ("encircle", "search", "crowd", "fairness", "fair", "unison", "alarm", "learn", "brittle")
"""Modules of this package, in the order of the answer."""


def claims() -> tuple[Claim, ...]:
    """Return every claim, in the order of the answer."""
    return tuple(claim for topic in TOPICS for claim in import_module(f"game.play.claims.{topic}").CLAIMS)
