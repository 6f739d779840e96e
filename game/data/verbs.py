"""The words a story script is made of: what a field may name, cues, music, and how a field is declared.

Rules of this module: the value of an enum is the word in the TOML. Add at the end; never rename one, for
scripts outside this repository use them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Names(StrEnum):
    """What the text of a field names."""

    LINE = "line"
    SPEAKER = "speaker"
    THING = "thing"
    DOOR = "door"
    CIRCUIT = "circuit"
    OBJECTIVE = "objective"
    CHOICE = "choice"
    EVENT = "event"
    CUE = "cue"
    MUSIC = "music"
    SOUND = "sound"
    ENDING = "ending"


class Cue(StrEnum):
    """What only shows: the picture's part of the story."""

    BLACK = "black"  # the picture is gone
    EYE = "eye"  # one gold eye opens in the black
    HAND = "hand"  # the black lifts: a hand claws out of the ash
    RINGS = "rings"  # how far steps carry is drawn
    WIND = "wind"  # a gust takes the tag
    SHAKE = "shake"  # the ground jolts
    DUST = "dust"  # dust fills the yard
    BREATH = "breath"  # many breathe together, louder and louder
    FAR_SCREECH = "far_screech"  # a cry beyond the roofs
    STROKES = "strokes"  # three blows on steel


class Music(StrEnum):
    """What the music does."""

    WIND = "wind"  # none: only the wind
    CALM = "calm"
    UNEASE = "unease"
    RUN = "run"
    DREAD = "dread"
    MERCY = "mercy"


class Sounding(StrEnum):
    """What kind of noise a thing makes; the simulation's ``Heard`` has the same names."""

    MACHINE = "machine"
    ALARM = "alarm"
    RADIO = "radio"
    VOICE = "voice"


ENDINGS = ("exit",)


@dataclass(frozen=True, slots=True)
class Field:
    """How one field of an action is written.

    Attributes:
        names: what its text names; None for a number or a tick box.
        low, high, unit: range of a number.
        optional: it may be left out.
        many: it is a list of names.
        flag: it is a tick box, and must be ``true``.
    """

    names: Names | None = None
    low: float = 0.0
    high: float = 0.0
    unit: str = ""
    optional: bool = False
    many: bool = False
    flag: bool = False


_UNSET: Any = object()


def names(what: Names, default: Any = _UNSET, *, many: bool = False) -> Any:
    """Declare a field that names something; with a default it may be left out."""
    if default is _UNSET:
        return field(metadata={"field": Field(what, many=many)})
    return field(default=default, metadata={"field": Field(what, optional=True, many=many)})


def number(low: float, high: float, unit: str, default: Any = _UNSET) -> Any:
    """Declare a number; with a default it may be left out."""
    if default is _UNSET:
        return field(metadata={"field": Field(low=low, high=high, unit=unit)})
    return field(default=default, metadata={"field": Field(low=low, high=high, unit=unit, optional=True)})


def tick() -> Any:
    """Declare a tick box."""
    return field(metadata={"field": Field(flag=True)})
