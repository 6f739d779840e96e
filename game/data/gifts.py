"""Constants of what only one hero can do, and of edges and falls. See ``sections``.

Rules of this module:
- As in ``sections``: lengths are tiles, times seconds; each number says what breaks outside its range.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.data.content import real, whole


@dataclass(frozen=True, kw_only=True)
class Momentum:
    """Su-hyeok refuses to stop moving."""

    gain_s: float = real("s", 0.2, 10, "of running until it is full; above, no roof is long enough for it")
    bonus: float = real("1", 1, 1.6, "times the sprint once it is full; above, a body passes 15 tile/s")
    keep: float = real("tile/s", 0.5, 8, "slower than this it is lost; above a walk, a corner costs it")
    leap_at: float = real("tile/s", 1, 10, "slower than this nobody leaps; above the sprint, never")
    leap_tiles: float = real("tile", 1, 8, "length of the flight; a gap needs half a tile to spare")


@dataclass(frozen=True, kw_only=True)
class Edges:
    """Where the ground ends, and what stands low enough to be climbed."""

    grace_s: float = real("s", 0, 0.3, "over nothing so long without falling; above, one walks on air")
    fall_damage: float = real("HP", 0, 500, "what a fall costs where no Gap says; above hp, every slip kills")
    storey_damage: float = real("HP", 0, 100, "a storey stepped down a ledge; above, nobody takes that way")
    rise_s: float = real("s", 0, 3, "on the ground after a fall; 0 lets a held key fall twice")
    vault_speed: float = real("tile/s", 1, 10, "over a barricade; faster bodies keep their speed")
    vault_reach: float = real("tile", 0.3, 2, "how near what is vaulted must be")
    vault_tiles: float = real("tile", 0.75, 4, "how far off one lands at most; above, two barricades are one")


@dataclass(frozen=True, kw_only=True)
class Limp:
    """Cheong-san limps: one beat after the other, however he walks."""

    beat_s: float = real("s", 0.4, 3, "between two beats; below, a limp is a walk")
    noise: float = real("tile", 0, 12, "of a beat on plain ground; above, he wakes a ward")
    sneak_noise: float = real("tile", 0, 12, "with the leg drawn after; above noise, it is no use")


@dataclass(frozen=True, kw_only=True)
class Stillness:
    """Who knows how to be still."""

    after_s: float = real("s", 0.1, 10, "without a step; below, every halt hides one")
    cheongsan: float = real("share", 0, 1, "of the speed Cheong-san is then noticed with; 1 hides nothing")
    onjo: float = real("share", 0, 1, "of the speed On-jo is then noticed with; 0 is nobody at all")
    sight: float = real("times", 1, 2, "as far On-jo then sees; above, she is off her own picture")


@dataclass(frozen=True, kw_only=True)
class Mending:
    """Cheong-san's wounds close while he stands still."""

    after_s: float = real("s", 0.5, 30, "still and unhurt; below, he mends between two blows")
    per_s: float = real("HP/s", 0, 50, "above, no wound matters; 0 is a hero like others")
    most: float = real("share", 0, 1, "of his HP, and no farther; at 1 no medkit is worth a step")


@dataclass(frozen=True, kw_only=True)
class Mains:
    """Cheong-san relights the laboratory, a part of it at a time."""

    most: int = whole("count", 1, 16, "circuits of boards that run at once; above what a map has, no choice")


@dataclass(frozen=True, kw_only=True)
class Marking:
    """On-jo tells by radio what she sees from above."""

    near_tiles: float = real("tile", 0.3, 6, "how near somebody is to what is pointed at; above, a guess")
    far_tiles: float = real("tile", 5, 64, "how far off she can still mark; above, off the picture")
    lasts_s: float = real("s", 1, 60, "a mark is known so long; below, it is gone before anybody looks")
    most: int = whole("count", 1, 16, "marked at once; the oldest is dropped")


@dataclass(frozen=True, kw_only=True)
class Endings:
    """What kind of world deserves to exist."""

    evolution_below: float = real("0..100", 0, 100, "less human than this, they are what comes after")
    names_humanity: float = real("0..100", 0, 100, "as human as this, they are remembered")
    names_tags: int = whole("count", 0, 24, "names known, of 24; above what the maps hold, never")
