"""What each picture quality leaves out, most costly first for least seen."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Grade:
    """One quality.

    Attributes:
        ash: share of the flakes that fall.
        smokes: fires smoke.
        papers: paper blows through the streets.
        has_haze: light hangs in the air.
        has_grain: the picture has grain, which hides the bands of a dark picture.
    """

    ash: float
    smokes: bool
    papers: bool
    has_haze: bool
    has_grain: bool


GRADES = {
    "high": Grade(1.0, smokes=True, papers=True, has_haze=True, has_grain=True),
    "medium": Grade(0.5, smokes=True, papers=False, has_haze=False, has_grain=True),
    "low": Grade(0.2, smokes=False, papers=False, has_haze=False, has_grain=False),
}
