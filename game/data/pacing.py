"""Constants of pacing, of the picture, and of how hard the world is; see ``sections`` for the others.

Rules of this module: as of ``sections``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.data.content import Span, cosine, real, span, table, whole


class Difficulty(StrEnum):
    """How hard the world is; settings never change what a place is."""

    STORY = "story"
    SURVIVOR = "survivor"
    EVOLVED = "evolved"


LEVELS = tuple(Difficulty)


@dataclass(frozen=True, kw_only=True)
class Director:
    """Pressure over time: build up, sustain, fade, relax."""

    b0: float = real("1/s", 0, 5, "those wanted a second when it begins to build")
    b1: float = real("1/s", 0, 5, "and at the end of the ramp")
    ramp_s: float = real("s", 1, 300, "from b0 to b1")
    peak: float = real("0..1", 0.1, 1, "intensity that ends the building")
    sustain: Span = span("s", 0, 30, "how long the peak is held; above, nobody lives")
    relax: Span = span("s", 5, 120, "quiet after a peak; below, there is none")
    fade_at: float = real("0..1", 0, 0.9, "must lie under peak, or fading never ends")
    decay: float = real("1/s", 0.001, 1, "intensity lost a second in quiet")
    hit: float = real("0..1", 0, 1, "what a wound adds")
    kill: float = real("0..1", 0, 1, "what a kill nearby adds")
    near: float = real("1/s", 0, 1, "what each hunter nearby adds a second, six at most")
    near_tiles: float = real("tile", 1, 30, "what counts as nearby")
    cap: Mapping[str, float] = table(LEVELS, "count", 0, 50, "most of its own alive at once")
    spawn_min_tiles: float = real("tile", 14, 60, "below 14 they appear in one's face (fairness)")
    spawn_max_tiles: float = real("tile", 15, 120, "farther off nobody ever meets them")
    no_spawn_near_tag_tiles: float = real("tile", 0, 30, "a tag must be a safe place to come back to")
    low: float = real("0..1", 0, 1, "intensity that counts as too little")
    low_s: float = real("s", 5, 300, "so long too little, and the nearest pack is led closer")
    astray_tiles: float = real("tile", 15, 80, "so far from where it looks, it is led on")
    nudge_tiles: Span = span("tile", 6, 40, "how far beside the player's place a pack is led; never onto it")


@dataclass(frozen=True, kw_only=True)
class Bunker:
    """The door that opens from within."""

    hold_s: float = real("s", 5, 60, "how long it holds in silence")
    noise_s: float = real("s/tile", 0, 1, "what a noise takes from that, a tile of loudness")
    least_s: float = real("s", 1, 30, "it holds at least this long, however loud one is")
    stroke_s: float = real("s", 0.2, 5, "between two blows; three, then a rest of one")
    hear_tiles: float = real("tile", 1, 60, "noises this near count")


@dataclass(frozen=True, kw_only=True)
class Feel:
    """What blows and shots do to the picture."""

    shake_max_px: float = real("px", 0, 16, "above, nobody can aim")
    shake_exp: float = real("1", 1, 4, "shake is trauma to this power")
    shake_decay_s: float = real("s", 0.1, 5, "from full trauma to none")
    cam_kick_px: float = real("px", 0, 16, "a shot's kick")
    cam_lead: float = real("1", 0, 1, "share of the way to the cursor the camera leads")
    cam_lead_max_px: float = real("px", 0, 160, "above, the hero leaves the picture")
    cam_lerp: float = real("1/s", 1, 60, "how fast the camera follows")
    flash_white_frames: int = whole("frame", 0, 6, "white silhouette of who is hit")
    flash_hz_cap: float = real("Hz", 0, 3, "more than 3 flashes a second is a danger (WCAG 2.3.1)")
    flash_area_cap: float = real("share", 0, 0.25, "a larger flashing area is a danger (WCAG 2.3.1)")
    trauma: Mapping[str, float] = table(
        ("pistol", "shotgun", "rifle", "hurt", "door_rip"), "0..1", 0, 1, "shake added"
    )
    hitstop_ms: Mapping[str, float] = table(
        ("melee", "kill", "brute", "hurt"), "ms", 0, 200, "above, the game seems to hang"
    )


@dataclass(frozen=True, kw_only=True)
class Scale:
    """What a difficulty multiplies; 1 is as written."""

    damage: Mapping[str, float] = table(LEVELS, "1", 0.1, 4, "wounds of the player")
    budget: Mapping[str, float] = table(LEVELS, "1", 0, 4, "what the director may spend")
    detect: Mapping[str, float] = table(LEVELS, "1", 0.1, 4, "how fast one is detected")
    evidence: Mapping[str, float] = table(LEVELS, "1", 0, 4, "how fast the dead learn; 0 is never")
    ammo: Mapping[str, float] = table(LEVELS, "1", 0.1, 4, "rounds found")


@dataclass(frozen=True, kw_only=True)
class Aid:
    """What assist options may do; they are separate from difficulty and lock nothing."""

    resolve_start: float = real("share", 0, 1, "of damage resisted with resolve on")
    resolve_per_death: float = real("share", 0, 1, "and more with each death")
    resolve_cap: float = real("share", 0, 0.95, "above, nothing matters any more")
    aim_cos: float = cosine("aim_deg", "how far off an aimed foe may be to be hit")
    skip_after_deaths: int = whole("count", 1, 20, "since one place; then the passage may be skipped")
