"""How far a person got: what was found and decided in each level, which endings were seen, and what is next.

Rules of this module:
- A level is reached when an exit led to it; what was taken along waits there, however often it is begun.
- It is plain values; ``save`` writes and reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from game.data import campaign
from game.sim.components import Hero, Pilot
from game.sim.happenings import Habit
from game.sim.legacy import NOTHING_BEFORE, Legacy
from game.sim.resource_lessons import Lessons
from game.sim.resources import Story
from game.sim.story.choices import made_here

if TYPE_CHECKING:
    from game.data.things import Exit
    from game.play.session import Session


@dataclass
class LevelProgress:
    """How far a person got in one level.

    Attributes:
        tags: numbers of the name tags found, ascending.
        tags_there: how many there are, 0 where nobody has looked yet.
        choices: answer of each choice made when it was last finished.
        finished: how often.
        best_ticks: of the fastest finish, 0 for none.
        deaths: in all.
        lessons: what the dead had learnt when it was last finished, by the name of the habit.
        brought: what the levels before have left to it, as ``Legacy`` tells it.
    """

    tags: list[int] = field(default_factory=list)
    tags_there: int = 0
    choices: dict[str, str] = field(default_factory=dict)
    finished: int = 0
    best_ticks: int = 0
    deaths: int = 0
    lessons: list[str] = field(default_factory=list)
    brought: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Onward:
    """The level an exit led to and nobody has left yet: its map, as ``find_map`` takes it, and where."""

    map: str
    start: int = 0
    seed: int = 1


@dataclass
class Progress:
    """How far a person got.

    Attributes:
        levels: each level that was entered or that an exit led to, by ``campaign.key``.
        endings: those that were seen, in the order they first were.
        onward: where one goes on when there is no checkpoint.
    """

    levels: dict[str, LevelProgress] = field(default_factory=dict)
    endings: list[str] = field(default_factory=list)
    onward: Onward | None = None

    def note(self, session: Session, *, is_over: bool = False) -> None:
        """Note the tags found in a level; once it was left, the choices, the time and what they leave too."""
        level, tally = session.simulation.level, session.tally
        told = self.levels.setdefault(campaign.key(level.path), LevelProgress())
        world = session.simulation.world
        story = world.resource(Story)
        told.tags, told.tags_there = sorted({*told.tags, *story.tags}), len(level.tags)
        if is_over:
            told.choices = made_here(level, story)
            told.finished += 1
            told.deaths += tally.deaths
            told.best_ticks = min(told.best_ticks or tally.ticks, tally.ticks)
            told.lessons = [habit.name.lower() for habit in Habit if world.resource(Lessons).knows(habit)]
            if story.ending and story.ending not in self.endings:
                self.endings.append(story.ending)
            self._leave_to_the_next(session, len(told.tags))

    def legacy(self, level: str) -> Legacy:
        """Return what the levels before have left to one, by its key; nothing unless one came from there."""
        told = self.levels.get(level)
        return Legacy.read(told.brought) if told else NOTHING_BEFORE

    def _leave_to_the_next(self, session: Session, tags: int) -> None:
        """Note where the exit leads and what is taken there; if nowhere, one is bound for here no more."""
        world, level = session.simulation.world, session.simulation.level
        there, here = exit_taken(session), campaign.name(level.path)
        if there is None:
            self.onward = None if self.onward and self.onward.map == here else self.onward
            return
        humanity = float(world.view(Hero, world.rows(Pilot)).humanity[0])
        choices = tuple(world.resource(Story).choices.items())
        left = Legacy(humanity, self.legacy(campaign.key(level.path)).tags + tags, choices)
        path = level.path.parent / there.to_map
        self.levels.setdefault(campaign.key(path), LevelProgress()).brought = left.told()
        self.onward = Onward(campaign.name(path), there.to_start, session.simulation.seed)


def exit_taken(session: Session) -> Exit | None:
    """Return the exit by which a level was left, if it leads on."""
    way_out = session.simulation.world.resource(Story).way_out
    exits = session.simulation.level.exits
    return next((each for each in exits if each.id == way_out and each.to_map), None)
