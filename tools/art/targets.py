"""What can be built, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tools.art.actors import actor_target
from tools.art.cards import cards
from tools.art.effects import effects
from tools.art.ending_evolution import ending_evolution
from tools.art.ending_names import ending_names
from tools.art.ending_purge import ending_purge
from tools.art.ending_silence import ending_silence
from tools.art.eye import title_screen
from tools.art.far_city import far_city
from tools.art.icons import icons
from tools.art.lettering import logos
from tools.art.marks import decals
from tools.art.portraits import portraits
from tools.art.props import props
from tools.art.roster import ROSTER
from tools.art.store import Work
from tools.art.surfaces import materials, noise
from tools.art.tiles import tilesets

TARGETS: Final[Mapping[str, Callable[[], Work]]] = MappingProxyType(
    {
        "materials": materials,
        "noise": noise,
        "tiles": tilesets,
        "decals": decals,
        "props": props,
        "effects": effects,
        "city": far_city,
        "icons": icons,
        "portraits": portraits,
        "logos": logos,
        "title": title_screen,
        "cards": cards,
        "ending-purge": ending_purge,
        "ending-evolution": ending_evolution,
        "ending-names": ending_names,
        "ending-silence": ending_silence,
    }
    | {name: actor_target(name) for name in ROSTER}
)
