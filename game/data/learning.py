"""Constants of what the dead learn, and of what they then do; see ``sections`` for the others.

Rules of this module: as of ``sections``.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.data.content import real, whole


@dataclass(frozen=True, kw_only=True)
class Learning:
    """Evidence of the player's habits, and when it becomes a lesson."""

    half_life_s: float = real("s", 10, 600, "evidence halves in this time; above, nothing is forgiven")
    adopt_at: float = real("1", 0.1, 5, "evidence a screech makes a lesson of; below, one shot teaches")
    keep_share: float = real("share", 0, 1, "of adopt_at; a lesson whose evidence is below is forgotten")
    most: int = whole("count", 0, 6, "lessons known at once; above, no habit is left to change to")
    cap: float = real("1", 0.2, 10, "evidence grows no further; above, a change of ways comes too late")
    shot: float = real("1", 0, 5, "evidence of GUN: a shot heard")
    torch_per_s: float = real("1/s", 0, 5, "evidence of LIGHT: a lit torch seen")
    found: float = real("1", 0, 5, "evidence of HIDE: found standing still after a time unseen")
    bottle: float = real("1", 0, 5, "evidence of THROW: a bottle heard")
    again: float = real("1", 0, 5, "evidence of ROUTE: seen in a place left a while ago")
    sprint_per_s: float = real("1/s", 0, 5, "evidence of RUN: a sprint seen")
    second_s: float = real("s", 0, 5, "a bottle so soon upon another takes them in; above, any row does")
    unseen_s: float = real("s", 1, 60, "so long unseen is hidden; below, every corner is a hiding place")
    still: float = real("tile/s", 0, 2, "slower is standing still")
    away_s: float = real("s", 1, 120, "so long gone is away; below, a fight on one spot is a route")
    zone_tiles: int = whole("tile", 3, 32, "side of a place; above, every street is one place")
    place_half_life_s: float = real("s", 30, 3600, "use of a place halves in this time")
    visit_per_s: float = real("1/s", 0, 5, "use of a place, while one is known to be there")
    visited_at: float = real("1", 0, 10, "use that makes a place known")


@dataclass(frozen=True, kw_only=True)
class Counters:
    """What the dead do about a lesson, those of them who are not in contact."""

    posts: int = whole("count", 0, 8, "places held at once for ROUTE, and as many for HIDE")
    post_size: int = whole("count", 1, 24, "how many hold one; above, the rest of the town is empty")
    post_apart: float = real("tile", 4, 60, "between two places held; below, all stand on one spot")
    haste: float = real("share", 0.3, 1, "of the hunt's pace, who is sent somewhere; above, none gets away")
    post_tiles: float = real("tile", 5, 60, "nobody is called from farther; above, they walk for minutes")
    look_s: float = real("s", 1, 300, "so long the corners are looked into around where one was lost")
    look_tiles: float = real("tile", 2, 30, "and so far around")
    corners: int = whole("count", 1, 12, "so many corners at a time, twice a second")
    patience: float = real("1", 1, 5, "so many times as long they search for who hides; above, for ever")
    nooks: float = real(
        "1", 1, 5, "so much likelier they take a nook to hide one; above, they look nowhere else"
    )
    lookers_tiles: int = whole("tile", 2, 32, "of a bottle's noise, one in a square so wide goes to look")
    trust_s: float = real("s", 1, 60, "so long they hold that a bottle came from where the player last was")
    weave: float = real("tile", 0, 5, "how far beside a gun's aim they come")
    dark_side: float = real("tile", 0, 6, "how far beside a torch's beam they come")
    sidle: float = real("tile", 2, 14, "nearer they come beside their aim; past paths.straight_tiles never")
    call_tiles: float = real("tile", 5, 60, "from so far they come to a shot or a torch, knowing it")
    ring_tiles: float = real("tile", 2, 14, "how far round about they gather; above, they lose it")
    ring_size: int = whole("count", 1, 12, "how many come from each of eight sides")
    leads_s: float = real("s", 0.5, 10, "so far ahead of a runner the first are sent; twice and thrice too")
    net_tiles: float = real("tile", 1, 20, "between those sent ahead of a runner, across its way")
    net_size: int = whole("count", 1, 12, "how many go to each place ahead of a runner")
