"""Every screen outside play by a name, for pictures of it: ``title``, ``card-hyosan``, ``ending-names``.

Rules of this module:
- A screen is opened the way the program opens it, and goes nowhere.
- What it shows of a person's progress is made up, so that the same name gives the same picture everywhere.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.data.campaign import FIRST, LEVELS
from game.data.content import meant
from game.data.errors import BadInput
from game.play.game import Setup
from game.play.journey import LevelProgress, Progress
from game.play.maps import load_map
from game.show.flow import Flow
from game.show.scenes.card import Card
from game.show.scenes.codex import all_tags
from game.show.scenes.result import Result
from game.show.scenes.settings_menu import TABS
from game.show.scenes.sure import Sure
from game.sim.happenings import Habit
from game.sim.legacy import Legacy
from game.sim.resource_lessons import Lessons
from game.sim.resources import Story
from game.sim.story.endings import Ending, conclude

if TYPE_CHECKING:
    from collections.abc import Callable

    from game.show.app import App

    Opener = Callable[[Flow], None]

MISSED = 5
"""Every so many-th tag was not found."""
BEST_TICKS = 11 * 60 * 60 + 42 * 60
DEATHS, KILLS, SHOTS = 3, 21, 17
BROUGHT = Legacy(62, 13)
TAUGHT = (Habit.LIGHT, Habit.ROUTE)
SEEN = (Ending.SILENCE, Ending.PURGE)
DECIDED = {"hyosan_soldier": "spare", "ward_c": "hand_over", "seoul_harin": "carry", "broadcast": "silence"}
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


def _beginner(opener: Opener, flow: Flow) -> None:
    """Open a screen as somebody sees it who has begun the first level and got nowhere."""
    flow.progress = Progress({FIRST: LevelProgress(tags=[1])})
    opener(flow)


def _result(name: str, flow: Flow) -> None:
    """Open the result of a level that was left by its first exit, every choice made."""
    session = Setup(name, lives=0).open()
    world, level = session.simulation.world, session.simulation.level
    session.tally.ticks, session.tally.deaths, session.tally.kills = BEST_TICKS, DEATHS, KILLS
    session.tally.told["Fired"] = SHOTS
    story, known = world.resource(Story), world.resource(Lessons)
    story.tags = dict.fromkeys(range(1, len(level.tags)), 0)
    story.choices = {choice.choice: DECIDED.get(choice.choice, choice.options[0]) for choice in level.choices}
    for habit in TAUGHT:
        known.is_known[habit], known.evidence[habit] = True, 1
    way_out = level.exits[0]
    if not way_out.to_map:
        conclude(world)
    flow.app.become(Result(flow.app, session, _nowhere, way_out.to_map.removesuffix(".tmx")))


def openers() -> dict[str, Opener]:
    """Return what opens each screen, by name; each level of the campaign has a card and a result."""
    settings = {f"settings-{tab}": partial(_settings, number) for number, tab in enumerate(TABS)}
    return {
        "title": Flow.title,
        "new-game": _sure,
        "places": Flow.places,
        "places-begun": partial(_beginner, Flow.places),
        "tags": Flow.codex,
        "endings": Flow.endings,
        **settings,
        **{f"card-{name}": partial(_card, name) for name in LEVELS},
        **{f"result-{name}": partial(_result, name) for name in LEVELS},
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
    decided = {place: {name: made} for place, (name, made) in zip(LEVELS, DECIDED.items(), strict=True)}
    taught = [habit.name.lower() for habit in TAUGHT]
    told = {
        place: LevelProgress(
            choices=decided[place], finished=1, best_ticks=BEST_TICKS, deaths=DEATHS, lessons=taught
        )
        for place in LEVELS
    }
    told[LEVELS[-1]].brought = BROUGHT.told()
    for number, (place, tag) in enumerate(all_tags(app.words)):
        if number % MISSED != MISSED - 1:
            told[place].tags.append(tag)
    return Progress(told, [*SEEN])
