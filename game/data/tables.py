"""Who differs how: the bestiary and the armoury, each a struct of arrays.

Rules of this module:
- A row is somebody or a weapon, in the order of ``SORTS`` and ``WEAPONS``, which is the order of the
  simulation's ``Sort`` and ``Weapon``; a column is a float32 array indexed by them.
- A key left out of a row is 0: it means nothing for that row. A width of 0 degrees is a cosine of 1.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.data.content import Row, cosine, half_cosine, real, sine
from game.data.enums import Actor, Hero

SORTS: tuple[str, ...] = (*Actor, *Hero)
WEAPONS = ("hands", "pipe", "pistol", "shotgun", "rifle", "bottle")


@dataclass(frozen=True, kw_only=True, eq=False)
class Bestiary:
    """Everybody with a body, by ``Sort``; heroes' rows come from the player's and heroes' sections."""

    hp: Row = real("HP", 1, 2000, "0 is born dead")
    radius: Row = real("tile", 0.2, 0.45, "above, doors of one tile are shut to it")
    idle: Row = real("tile/s", 0, 2, "strolling")
    sneak: Row = real("tile/s", 0, 3, "people only")
    walk: Row = real("tile/s", 0, 4.5, "patrols, followers")
    run: Row = real("tile/s", 0, 8, "people in a hurry")
    hunt: Row = real("tile/s", 0, 8, "a shambler must stay under a hero's walk")
    accel: Row = real("tile/s^2", 0, 120, "below 4 nobody turns a corner")
    dmg: Row = real("HP", 0, 200, "one blow, or one bullet of a soldier")
    windup_s: Row = real("s", 0, 3, "the warning; at least .35 s for a blow (fairness)")
    active_s: Row = real("s", 0, 1, "when it counts")
    recover_s: Row = real("s", 0, 3, "when it is paid for")
    windup_pace: Row = real("share", 0, 1, "of its pace, while a blow warns; 0 is rooted")
    reach: Row = real("tile", 0, 3, "from centre to centre; a shambler must touch")
    arc_cos: Row = half_cosine("arc_deg", "how wide a blow sweeps")
    knock: Row = real("1", 0, 3, "how far it pushes")
    see_lit: Row = real("tile", 0, 30, "how far it sees somebody in light")
    see_dark: Row = real("tile", 0, 30, "and in darkness; must not exceed see_lit")
    fov_cos: Row = half_cosine("fov_deg", "how wide it sees")
    hear: Row = real("1", 0, 3, "share of a noise's reach at which it still hears")
    react_s: Row = real("s", 0, 3, "from certainty to the first deed")
    cost: Row = real("1", 0, 20, "what the director pays for one")
    keep_off_aim_cos: Row = cosine("keep_off_aim_deg", "it comes from outside this angle of the foe's aim")
    pounce: Row = real("tile/s", 0, 14, "speed of a leap")
    pounce_s: Row = real("s", 0, 2, "and its length")
    trigger: Row = real("tile", 0, 12, "so near it leaps")
    trigger_back: Row = real("tile", 0, 12, "so near when one looks away")
    light_freeze_s: Row = real("s", 0, 10, "a beam on it holds it so long")
    keep_min: Row = real("tile", 0, 30, "it keeps at least this far off")
    keep_max: Row = real("tile", 0, 30, "and at most this far")
    screech_windup_s: Row = real("s", 0, 6, "from drawing breath to the call; the time to stop it")
    screech_cd_s: Row = real("s", 0, 120, "between two calls")
    charge: Row = real("tile/s", 0, 14, "speed of a charge")
    charge_s: Row = real("s", 0, 5, "and its length")
    stagger_at: Row = real("HP", 0, 500, "damage at once that stops it; 0: any hit")
    door_dmg: Row = real("HP", 0, 500, "what its blow takes from a door; 0: as horde.bash_dmg")
    burst: Row = real("count", 0, 30, "rounds in a row")
    burst_gap_s: Row = real("s", 0, 10, "between bursts")
    light: Row = real("tile", 0, 30, "reach of its torch")
    light_cos: Row = half_cosine("light_deg", "width of its torch")
    surrender_hp: Row = real("HP", 0, 200, "at or below this it gives up; 0 never")


@dataclass(frozen=True, kw_only=True, eq=False)
class Armoury:
    """Weapons, by ``Weapon``."""

    dmg: Row = real("HP", 0, 500, "one blow or one pellet")
    pellets: Row = real("count", 0, 20, "bullets a shot; 0 does not shoot")
    mag: Row = real("count", 0, 200, "rounds in a magazine")
    per_s: Row = real("1/s", 0, 20, "shots a second")
    spread_min: Row = sine("spread_min_deg", "at rest")
    spread_max: Row = sine("spread_max_deg", "fully opened by fire; must not lie below the other")
    speed: Row = real("tile/s", 0, 120, "of the bullet")
    reload_s: Row = real("s", 0, 10, "a magazine, or one shell of a shotgun")
    windup_s: Row = real("s", 0, 3, "before a blow counts")
    active_s: Row = real("s", 0, 1, "when it counts")
    recover_s: Row = real("s", 0, 3, "when it is paid for")
    reach: Row = real("tile", 0, 30, "of a blow, or of a throw")
    arc_cos: Row = half_cosine("arc_deg", "how wide a blow sweeps")
    knock: Row = real("1", 0, 5, "how far it pushes")
    noise: Row = real("tile", 0, 60, "how far it is heard")
