"""Every screen outside play by a name, for pictures of it: ``title``, ``card-hyosan``, ``ending-names``.

Rules of this module:
- A screen is opened the way the program opens it, and goes nowhere.
- What it shows of a person's progress is made up, so that the same name gives the same picture everywhere.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.data import paths
from game.data.content import meant
from game.data.errors import BadInput
from game.play.maps import load_map
from game.play.save import LevelProgress, Progress
from game.show.flow import Flow
from game.show.scenes.card import Card
from game.show.scenes.codex import all_tags
from game.show.scenes.settings_menu import TABS
from game.show.scenes.sure import Sure
from game.sim.story.endings import Ending

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.show.app import App

    Opener = Callable[[Flow], None]

MISSED = 5
"""Every so many-th tag was not found."""
BEST_TICKS = 11 * 60 * 60 + 42 * 60
NO_EVENT = pygame.event.Event(pygame.NOEVENT)


def _nowhere() -> None:
    """A picture goes nowhere."""


def _settings(tab: int, flow: Flow) -> None:
    flow.settings()
    for _ in range(tab):
        flow.app.scenes[-1].take("tab", NO_EVENT)


def _sure(flow: Flow) -> None:
    flow.title()
    flow.app.push(Sure(flow.app, "ui-new-game-sure", _nowhere))


def _card(name: str, flow: Flow) -> None:
    flow.app.become(Card(flow.app, load_map(name), _nowhere))


def _ending(ending: Ending, flow: Flow) -> None:
    flow.ending(ending, _nowhere)


def openers() -> dict[str, Opener]:
    """Return what opens each screen, by name; each level that ships has a card."""
    settings = {f"settings-{tab}": partial(_settings, number) for number, tab in enumerate(TABS)}
    levels = sorted(path.stem for path in paths.maps_folder().glob("*.tmx"))
    return {
        "title": Flow.title,
        "new-game": _sure,
        "places": Flow.places,
        "tags": Flow.codex,
        **settings,
        **{f"card-{name}": partial(_card, name) for name in levels},
        **{f"ending-{ending}": partial(_ending, ending) for ending in Ending},
    }


def open_screen(app: App, name: str) -> None:
    """Open a screen on an app.

    Raises:
        BadInput: there is no such screen.
    """
    known = openers()
    if name not in known:
        raise BadInput(name, f"no such screen.{meant(name, known)}")
    flow = Flow(app)
    flow.progress = _some_progress(app)
    known[name](flow)


def _some_progress(app: App) -> Progress:
    """Return the progress of somebody who has been through."""
    told: dict[str, LevelProgress] = {}
    for number, (place, tag) in enumerate(all_tags(app.words)):
        level = told.setdefault(place, LevelProgress(finished=1, best_ticks=BEST_TICKS))
        if number % MISSED != MISSED - 1:
            level.tags.append(tag)
    return Progress(told)
