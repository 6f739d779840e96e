"""Whole levels as their author would see them, and ten moments of each as a player does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from game.data import campaign, paths
from game.play.maps import load_map
from game.show.shot import render_map
from tools.gallery.camera import film
from tools.gallery.picture import Picture, contact, halved, of_surface

MOMENTS: Final = (150, 600, 1200, 1800, 2400, 3000, 3600, 4200, 4800, 5400)
"""Ticks at which a bot's game is looked at."""

SEED: Final = 1


def shipped() -> list[Path]:
    """List the levels that ship."""
    return [path for path in campaign.levels() if path.is_relative_to(paths.maps_folder())]


def places(maps: Sequence[Path]) -> Iterator[Picture]:
    """Draw each whole level by its own lamps, and as painted."""
    for path in maps:
        level = load_map(str(path))
        for name, lit in (("lit", True), ("unlit", False)):
            yield Picture("places", f"{path.stem}-{name}", of_surface(render_map(level, lit=lit)))


def moments(maps: Sequence[Path], ticks: Sequence[int] = MOMENTS) -> Iterator[Picture]:
    """Let the bot play each level and look at what the player sees, then all of it on one sheet."""
    for path in maps:
        _, camera = film(str(path), SEED, ticks)
        for tick, pixels in camera.taken.items():
            yield Picture("moments", f"{path.stem}-{tick:05d}", pixels)
        tiles = [(f"{path.stem} {tick}", halved(pixels)) for tick, pixels in camera.taken.items()]
        yield Picture("moments", f"{path.stem}-all", contact(tiles, 2))
