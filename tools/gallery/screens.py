"""Every screen of the interface in both languages; endings and cards over time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from game.data.locale import LANGUAGES
from game.show.app import App
from game.show.flow import Flow
from game.show.scenes.pause import Pause
from game.show.scenes.result import Result
from game.show.screens import open_screen, openers
from game.show.settings import Settings
from game.sim.resources import TICKS_PER_SECOND
from tools.gallery.camera import SIZE, film
from tools.gallery.picture import Picture, Pixels, contact, halved, of_surface

SCREEN_TICK: Final = 150
ENDING_TICKS: Final = (300, 840, 1740, 2580, 3000)
"""When an ending is looked at: before its words, at each line, at its name."""

PLAYED: Final = ("hyosan", 1, 3600)
"""The game that the screens over a game lie on: level, seed, tick."""


def screen(name: str, language: str, tick: int) -> Pixels:
    """Draw a screen as it is at a tick."""
    app = App(Settings(language=language), SIZE)
    open_screen(app, name)
    app.scenes[-1].update(tick / TICKS_PER_SECOND)
    app.draw()
    return of_surface(app.window)


def screens(languages: Sequence[str] = LANGUAGES) -> Iterator[Picture]:
    """Draw every menu, then the screens over a game."""
    menus = [name for name in openers() if not name.startswith(("ending-", "card-", "result-"))]
    for language in languages:
        made = [(name, screen(name, language, SCREEN_TICK)) for name in menus] + _over_a_game(language)
        for name, pixels in made:
            yield Picture("screens", f"{name}-{language}", pixels)
        yield Picture("screens", f"all-{language}", contact([(name, halved(p)) for name, p in made], 3))


def _over_a_game(language: str) -> list[tuple[str, Pixels]]:
    level, seed, tick = PLAYED
    session, camera = film(level, seed, [tick], language)
    app = camera.onlooker.app
    flow, made = Flow(app), [("play", camera.taken[tick])]
    app.push(Pause(app, flow, camera.onlooker.scene))
    app.draw()
    made.append(("pause", of_surface(app.window)))
    app.become(Result(app, session, flow.title))
    app.draw()
    return [*made, ("result", of_surface(app.window))]


def stills(languages: Sequence[str] = LANGUAGES) -> Iterator[Picture]:
    """Draw the endings as they go on, the cards and the results."""
    for language in languages:
        for name in openers():
            if name.startswith("ending-"):
                made = [
                    (f"{tick // TICKS_PER_SECOND} s", screen(name, language, tick)) for tick in ENDING_TICKS
                ]
                for number, (_, pixels) in enumerate(made):
                    yield Picture("stills", f"{name}-{number}-{language}", pixels)
                yield Picture(
                    "stills", f"{name}-all-{language}", contact([(t, halved(p)) for t, p in made], 2)
                )
            elif name.startswith(("card-", "result-")):
                yield Picture("stills", f"{name}-{language}", screen(name, language, SCREEN_TICK))
