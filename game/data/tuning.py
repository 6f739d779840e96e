"""Tuning: all constants of the rules in one frozen tree, and the rules a person chose to play by.

Rules of this module:
- ``load_tuning()`` reads ``assets/content/{tuning,bestiary,armoury}.toml``; what is wrong there is one
  ``BadInput`` with ``file: table.key``. It is read once and shared: nothing in it changes.
- What must hold between two constants is checked here; what one constant alone may be, where it is declared.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from game.data.content import at, load_toml, part, parts, read, read_rows, shown
from game.data.enums import Hero
from game.data.errors import BadInput
from game.data.gifts import Edges, Endings, Limp, Mains, Marking, Mending, Momentum, Stillness
from game.data.learning import Counters, Learning
from game.data.pacing import Aid, Bunker, Difficulty, Director, Feel, Scale
from game.data.paths import asset
from game.data.search import Scent, Search
from game.data.sections import (
    Army,
    Company,
    Detect,
    Hearing,
    HeroTraits,
    Horde,
    Hunger,
    Loudness,
    Melee,
    Motion,
    Orders,
    Paths,
    Player,
    Shooting,
    Sleep,
    Swarm,
    Unison,
)
from game.data.tables import SORTS, WEAPONS, Armoury, Bestiary

__all__ = ["ABLATIONS", "Armoury", "Assist", "Bestiary", "Difficulty", "Rules", "Tuning", "load_tuning"]


@dataclass(frozen=True, kw_only=True)
class Sections:
    """The tables of ``tuning.toml``; see ``sections`` for units, ranges and reasons."""

    player: Player = part(Player)
    hero: Mapping[str, HeroTraits] = parts(HeroTraits, tuple(Hero))
    momentum: Momentum = part(Momentum)
    edges: Edges = part(Edges)
    limp: Limp = part(Limp)
    stillness: Stillness = part(Stillness)
    mending: Mending = part(Mending)
    power: Mains = part(Mains)
    marking: Marking = part(Marking)
    endings: Endings = part(Endings)
    hunger: Hunger = part(Hunger)
    noise: Loudness = part(Loudness)
    motion: Motion = part(Motion)
    melee: Melee = part(Melee)
    shooting: Shooting = part(Shooting)
    detect: Detect = part(Detect)
    hearing: Hearing = part(Hearing)
    sleep: Sleep = part(Sleep)
    horde: Horde = part(Horde)
    swarm: Swarm = part(Swarm)
    paths: Paths = part(Paths)
    unison: Unison = part(Unison)
    learning: Learning = part(Learning)
    counters: Counters = part(Counters)
    search: Search = part(Search)
    scent: Scent = part(Scent)
    army: Army = part(Army)
    company: Company = part(Company)
    orders: Orders = part(Orders)
    director: Director = part(Director)
    bunker: Bunker = part(Bunker)
    feel: Feel = part(Feel)
    difficulty: Scale = part(Scale)
    assist: Aid = part(Aid)


@dataclass(frozen=True, kw_only=True)
class Tuning(Sections):
    """Every constant: the sections, who differs how (by ``Sort``) and weapons (by ``Weapon``)."""

    bestiary: Bestiary
    armoury: Armoury


def load_tuning(path: Path | None = None) -> Tuning:
    """Read all constants.

    Args:
        path: another ``tuning.toml``; ``bestiary.toml`` and ``armoury.toml`` are looked for beside it,
            and the shipped ones taken where there are none.

    Raises:
        BadInput: a file cannot be read, or a key is unknown, missing, of a wrong type or out of range.
    """
    return _shipped() if path is None else _load(path)


@dataclass(frozen=True, kw_only=True)
class Assist:
    """What a person switched on to be able to play; it locks nothing.

    Attributes:
        endless_stamina: sprinting costs no breath.
        resolve: damage is resisted, and more with each death.
        aim: shots bend to a foe within ``tuning.assist.aim_cos`` of the aim.
    """

    endless_stamina: bool = False
    resolve: bool = False
    aim: bool = False


ABLATIONS = {
    "alarm": "news does not go from mouth to mouth",
    "belief": "nobody reckons where an unseen foe could be",
    "caller": "no caller pulls the others into step",
    "coupling": "each of the dead keeps its own rate",
    "learning": "no evidence is gathered, no lesson taken up",
    "packs": "each hunts for itself",
    "scent": "nobody follows a scent",
    "separation": "bodies do not make room",
}
"""What can be taken out of the dead, to measure what it is worth: name -> what is different then."""


@dataclass(frozen=True)
class Rules:
    """How hard the world is for this game.

    Attributes:
        difficulty: which column of the scale.
        assist: what helps.
        learn: whether the dead may learn.
        without: names of ``ABLATIONS``; empty but where something is measured.
        scale, aid: the sections they are looked up in.

    Raises:
        BadInput: ``without`` names nothing that can be taken out.
    """

    difficulty: Difficulty = Difficulty.SURVIVOR
    assist: Assist = Assist()
    learn: bool = True
    without: frozenset[str] = frozenset()
    scale: Scale = field(default_factory=lambda: load_tuning().difficulty, repr=False)
    aid: Aid = field(default_factory=lambda: load_tuning().assist, repr=False)

    def __post_init__(self) -> None:
        for name in sorted(self.without - ABLATIONS.keys()):
            known = ", ".join(ABLATIONS)
            raise BadInput("without", f"nothing called {name[:40]!r} can be taken out; there are {known}")

    @property
    def damage(self) -> float:
        """What wounds of the player are multiplied by."""
        return self.scale.damage[self.difficulty]

    @property
    def budget(self) -> float:
        """What the director's means are multiplied by."""
        return self.scale.budget[self.difficulty]

    @property
    def detect(self) -> float:
        """What the speed of detection is multiplied by."""
        return self.scale.detect[self.difficulty]

    @property
    def evidence(self) -> float:
        """What the evidence the dead gather is multiplied by; 0 when they may not learn."""
        learns = self.learn and "learning" not in self.without
        return self.scale.evidence[self.difficulty] if learns else 0.0

    @property
    def ammo(self) -> float:
        """What rounds found are multiplied by."""
        return self.scale.ammo[self.difficulty]

    def let_through(self, deaths: int) -> float:
        """Return the share of damage that resolve lets through after so many deaths, 0..1."""
        if not self.assist.resolve:
            return 1.0
        return 1.0 - min(self.aid.resolve_cap, self.aid.resolve_start + self.aid.resolve_per_death * deaths)


@cache
def _shipped() -> Tuning:
    return _load(asset("content", "tuning.toml"))


def _load(path: Path) -> Tuning:
    made = read(Sections, load_toml(path), shown(path))
    _check_pairs(made, shown(path))
    return Tuning(**vars(made), bestiary=_bestiary(path, made), armoury=_armoury(path))


def _bestiary(beside: Path, made: Sections) -> Bestiary:
    path = _sibling(beside, "bestiary.toml")
    rows = load_toml(path)
    for hero in Hero:
        if hero in rows:
            raise BadInput(at(shown(path), hero), "heroes are described in tuning.toml: remove this table")
        traits = made.hero[hero]
        rows[hero] = {
            "hp": made.player.hp,
            "radius": made.player.radius,
            "sneak": traits.sneak,
            "walk": traits.walk,
            "run": traits.sprint,
        }
    return read_rows(Bestiary, rows, SORTS, shown(path))


def _armoury(beside: Path) -> Armoury:
    path = _sibling(beside, "armoury.toml")
    return read_rows(Armoury, load_toml(path), WEAPONS, shown(path))


def _sibling(path: Path, name: str) -> Path:
    near = path.with_name(name)
    return near if near.is_file() else asset("content", name)


def _check_pairs(made: Sections, where: str) -> None:
    """Refuse constants that contradict one another."""
    ordered = (
        ("player.sneak", made.player.sneak, "player.walk", made.player.walk),
        ("player.walk", made.player.walk, "player.sprint", made.player.sprint),
        ("noise.sneak", made.noise.sneak, "noise.walk", made.noise.walk),
        ("noise.walk", made.noise.walk, "noise.sprint", made.noise.sprint),
        ("detect.near_s", made.detect.near_s, "detect.far_s", made.detect.far_s),
        ("hunger.masks_you_at", made.hunger.masks_you_at, "hunger.frenzy_at", made.hunger.frenzy_at),
        (
            "hunger.frenzy_humanity",
            made.hunger.frenzy_humanity,
            "hunger.feed_corpse_humanity",
            made.hunger.feed_corpse_humanity,
        ),
        (
            "endings.evolution_below",
            made.endings.evolution_below,
            "endings.names_humanity",
            made.endings.names_humanity,
        ),
        ("director.fade_at", made.director.fade_at, "director.peak", made.director.peak),
        ("bunker.least_s", made.bunker.least_s, "bunker.hold_s", made.bunker.hold_s),
    )
    for small, low, large, high in ordered:
        if low > high:
            raise BadInput(at(where, small), f"{low:g} must not exceed {large} ({high:g})")
