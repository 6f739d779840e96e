"""The layers of the debug view by name, in the order of their keys: light enough for the command line."""

from __future__ import annotations

import argparse
from difflib import get_close_matches
from typing import Final

LAYERS: Final = ("flow", "belief", "noise", "sight", "phases", "packs", "lessons", "tasks")
"""Key ``1`` is the first."""
DEFAULT: Final = ("belief", "packs", "tasks")
"""What is shown when the view is first opened."""
ALL: Final = "all"


def layers(text: str) -> tuple[str, ...]:
    """Read names of layers, separated by commas; ``all`` are all of them."""
    if text == ALL:
        return LAYERS
    asked = text.split(",")
    for name in asked:
        if name not in LAYERS:
            near = get_close_matches(name, LAYERS, n=1)
            meant = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(LAYERS)}, {ALL}"
            raise argparse.ArgumentTypeError(f"no layer is called {name[:40]!r}; {meant}")
    return tuple(name for name in LAYERS if name in asked)
