"""The pictures of the README: a street, the title, the endings, and a few seconds of play that move."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
from PIL import Image

from game.data.tuning import Difficulty, Rules
from game.play.bots import make_bot
from game.play.game import play
from game.play.maps import begin_at, load_map
from game.play.session import Session
from game.play.simulation import Simulation
from game.show.commands.shot import Onlooker
from tools.gallery.picture import Picture, Pixels, contact, halved, of_surface
from tools.gallery.screens import screen

START, SEED, STREET_TICK = "market", 3, 420
"""Where, with which chance and when the street is seen."""

MOVING_FROM, MOVING_TICKS, EVERY = 300, 240, 6
"""When the moving picture begins, how long it is, and how many ticks lie between its frames."""

FRAME_MS: Final = 100
MOST_COLOURS: Final = 96
LARGEST_BYTES: Final = 3_000_000


def _street() -> tuple[Session, Onlooker]:
    level = begin_at(load_map("hyosan"), START)
    session = Session(Simulation(level, SEED, Rules(Difficulty.SURVIVOR)), None)
    return session, Onlooker(session)


def pictures() -> Iterator[Picture]:
    """Draw the still ones."""
    session, onlooker = _street()
    play(session, make_bot("campaign", SEED), STREET_TICK, [onlooker])
    onlooker.app.draw()
    yield Picture("pictures", "market", of_surface(onlooker.app.window))
    yield Picture("pictures", "title", screen("title", "en", 240))
    names = ("purge", "evolution", "names", "silence")
    tiles = [(name, halved(screen(f"ending-{name}", "en", 1500))) for name in names]
    yield Picture("pictures", "endings", contact(tiles, 2))


def moving(out: Path) -> None:
    """Write a few seconds of play as a GIF of half size."""
    session, onlooker = _street()
    onlooker.app.settings.quality = "low"  # grain would make every frame new to the packer
    bot, frames = make_bot("campaign", SEED), []
    for tick in range(MOVING_FROM, MOVING_FROM + MOVING_TICKS, EVERY):
        play(session, bot, tick, [onlooker])
        onlooker.app.draw()
        frames.append(halved(of_surface(onlooker.app.window)))
    _write_gif(out, frames)


def _write_gif(out: Path, frames: list[Pixels]) -> None:
    """One palette for all frames: what stands still stays the same bytes."""
    sample = Image.fromarray(np.concatenate(frames[:: max(1, len(frames) // 6)]))
    palette = sample.quantize(MOST_COLOURS)
    flat = Image.Dither.NONE
    first, *rest = (Image.fromarray(frame).quantize(palette=palette, dither=flat) for frame in frames)
    first.save(out, save_all=True, append_images=rest, duration=FRAME_MS, loop=0, optimize=True)
