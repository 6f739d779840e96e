"""Who wears what. Every outfit reads at one glance from above: colour of the shoulders, shape of the head.

The dead are never symmetrical: one torn sleeve, one bloody hand. One gold eye means half, two pale
eyes dead, two red eyes the one that calls.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Outfit:
    """Ramps of clothes and body, and what is worn on top of them (empty for nothing).

    ``style`` is the hair or headgear, ``sleeve`` is long, short or torn, ``eye`` none, gold, pale or
    red; ``scars`` counts patches of blood on the chest.
    """

    top: str
    pants: str
    skin: str = "skin"
    hair: str = "hair"
    style: str = "short"
    shoe: str = "leather"
    sleeve: str = "long"
    upper: str = ""
    eye: str = ""
    collar: str = ""
    tie: str = ""
    scarf: str = ""
    stripe: str = ""
    skirt: str = ""
    blanket: str = ""
    tag: bool = False
    vest: bool = False
    robe: bool = False
    coat: bool = False
    wound: bool = False
    bandage: bool = False
    mouth: bool = False
    dead: bool = False
    torn: bool = False
    scars: int = 0


def _dead(top: str, pants: str, **rest: str | bool | int) -> Outfit:
    worn = {"skin": "dead", "eye": "pale", "dead": True, "scars": 1} | rest
    return Outfit(top, pants, **worn)  # type: ignore[arg-type]  # the names carry the types


OUTFITS: Final[dict[str, Outfit]] = {
    "namra": Outfit("maroon", "ink", "pale", style="bob", eye="gold", collar="shirt", tag=True),
    "halfbie": Outfit("rust", "grey", "pale", style="long", eye="gold", scarf="ash", stripe="ash"),
    "soldier": Outfit("olive", "olive", hair="olive", style="helmet", vest=True),
    "civilian": Outfit("grey", "leather", style="messy", blanket="ash"),
    "cheongsan": Outfit("shirt", "navy", "pale", style="messy", tie="maroon", wound=True, bandage=True),
    "suhyeok": Outfit("yellow", "navy", shoe="white", stripe="white"),
    "onjo": Outfit("coat", "ink", style="tied", coat=True),
    "shambler_student": _dead("navy", "grey", style="messy", collar="shirt", tie="maroon", tag=True),
    "shambler_office": _dead("shirt", "ink", tie="red", scars=2),
    "shambler_army": _dead("olive", "grey", hair="hair", style="short", torn=True, scars=2),
    "shambler_hospital": _dead("gown", "dead", style="bald", robe=True, shoe="dead"),
    "shambler_casual": _dead("teal", "navy", style="long", stripe="white", collar="ash"),
    "flanker": _dead("navy", "leather", hair="navy", style="hood", stripe="white", sleeve="torn"),
    "screamer": _dead(
        "gown", "gown", style="veil", robe=True, shoe="dead", sleeve="short", mouth=True, eye="red"
    ),
}
