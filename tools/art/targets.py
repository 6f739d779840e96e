"""What can be built, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tools.art.marks import decals
from tools.art.store import Work
from tools.art.surfaces import materials, noise
from tools.art.tiles import tilesets

TARGETS: Final[Mapping[str, Callable[[], Work]]] = MappingProxyType(
    {
        "materials": materials,
        "noise": noise,
        "tiles": tilesets,
        "decals": decals,
    }
)
