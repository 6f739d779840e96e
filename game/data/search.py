"""Constants of the search for a foe whom nobody sees: belief, parties, scent. See ``sections``.

Rules of this module:
- As in ``sections``: lengths are tiles, times seconds; each number says what breaks outside its range.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.data.content import real, whole


@dataclass(frozen=True, kw_only=True)
class Search:
    """Where the dead take a lost foe to be, and how they share the search out."""

    most: int = whole("count", 1, 8, "foes searched for at once; each costs its share of a tick")
    window_tiles: int = whole("tile", 10, 60, "they reckon so far around the last sign; above, ticks spike")
    unseen_s: float = real("s", 0.1, 5, "unseen so long, a foe is lost; below, it flickers round corners")
    speed: float = real("tile/s", 1, 8, "how fast they take a foe to run; below a walk, they search too near")
    settle: float = real("share", 0, 1, "of the running mass, settles at a tile; 1 never leaves the spot")
    creep: float = real("share", 0, 1, "of the settled mass, drifts on; 1 is plain diffusion, which lags")
    creep_every: int = whole("count", 1, 20, "it drifts once in so many tiles that the running mass runs")
    doubt_per_s: float = real("share/s", 0, 1, "of all mass, spread anew; 0 never finds whom a look missed")
    nook_prior: float = real("1", 1, 20, "how much likelier one hides in a nook; above, nowhere else")
    nook_share: float = real("share", 0, 0.9, "of all tiles, the most closed in are nooks")
    smooth: int = whole("count", 1, 6, "a place is worth what lies so many tiles around")
    found_prior: float = real("1", 1, 20, "as nook_prior, where one was found before")
    found_s: float = real("s", 0, 60, "lost so long and found again, one was in a hiding place")
    lookers: int = whole("count", 1, 100, "looks reckoned with at once; above, ticks spike")
    keep_s: float = real("s", 0, 30, "a party keeps its goal so long; below, it dithers")
    ahead_s: float = real("s", 0.1, 20, "added to the way there; above, near goals are worth no more")
    apart_tiles: float = real("tile", 0, 20, "goals of two parties lie so far apart")
    apart_share: float = real("share", 0, 1, "a place near another goal is worth so much")
    goals: int = whole("count", 1, 20, "places gone to at once, of all searches; above, shared ways run out")
    crowd: int = whole("count", 1, 100, "so many keep one another searching; 1: nobody shakes off a lone one")
    search_s: float = real("s", 0, 120, "together they search so long after the last sign; above, no rest")


@dataclass(frozen=True, kw_only=True)
class Scent:
    """What people leave behind, and trackers follow."""

    lasts_s: float = real("s", 0, 60, "a scent lasts so long; above, nobody shakes a tracker off")
    ash_s: float = real("s", 0, 120, "a print in ash")
    haste: float = real("share", 0.5, 1, "of the hunt's pace, on a trail; below .8 no walker is caught")
    still_share: float = real("share", 0, 1, "of a scent, left by who is still and knows how")
