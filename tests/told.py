"""A level that is told, not played: for tests that carry the hero through a whole story.

Nobody thinks or acts; doors, things that are taken, choices and the script are as in the game.
"""

from __future__ import annotations

from functools import cache

from game.data.level import Level
from game.data.paths import find_map
from game.data.script import load_script
from game.data.tiled import load
from game.data.tuning import Rules, load_tuning
from game.ecs.schedule import Schedule
from game.sim.build import build
from game.sim.components import Body, Button, Door, Mind, Mood
from game.sim.happenings import Reached, Said, Staged
from game.sim.intent import Inbox, Intent
from game.sim.resources import Clock, Story
from game.sim.story.objectives import current
from game.sim.story.stage import hero_ids, people_named
from game.sim.tick import TICK

MINDLESS = {"direct", "refill", "feel_tension", "pace", "march", "rouse"}
TELLING = Schedule(
    {
        "command": tuple(s for s in TICK.phases["command"] if s.name in {"take_intents", "ask_use"}),
        "sense": (),
        "settle": tuple(s for s in TICK.phases["settle"] if s.name not in {"batter", "bandage"}),
        "story": tuple(s for s in TICK.phases["story"] if s.name not in MINDLESS),
    }
)
NOTHING = Button(0)


@cache
def level(name: str) -> Level:
    """The level of this name, read once."""
    return load(find_map(name))


class Told:
    """A level with nobody thinking or acting: only what the story does."""

    def __init__(self, name: str) -> None:
        self.level = level(name)
        self.world = build(self.level, 1, Rules(), load_tuning(), load_script(self.level))
        self.story = self.world.resource(Story)
        self.said: list[str] = []
        self.staged: list[str] = []
        self.reached: list[str] = []

    def wait(self, seconds: float, held: Button = NOTHING) -> None:
        """Let the story go on."""
        clock = self.world.resource(Clock)
        for _ in range(round(seconds * 60)):
            self.world.resource(Inbox).intents = [Intent.of((0, 0), (1, 0), held)]
            self.world.events.tick = clock.tick
            TELLING.tick(self.world)
            clock.tick += 1
            for told in self.world.events.take_journal():
                for kind, column, log in (
                    (Said, "line", self.said),
                    (Staged, "name", self.staged),
                    (Reached, "name", self.reached),
                ):
                    if isinstance(told.event, kind):
                        log += [row[column] for row in told.event.rows()]

    def go(self, x: float, y: float, seconds: float = 0.2, held: Button = NOTHING) -> None:
        """Carry the hero somewhere; press what is held there."""
        with self.world.edit(Body, hero_ids(self.world)) as body:
            body.pos[...] = (x, y)
        self.wait(0.05)
        self.wait(0.05, held)
        self.wait(seconds)

    def is_open(self, name: str) -> bool:
        """Whether the door of this name is open."""
        doors = self.world.view(Door, self.world.rows(Door))
        thing = self.level.named(name)
        assert thing is not None
        return bool(doors.is_open[doors.thing == thing.id][0])

    def mood(self, name: str) -> Mood:
        """Mood of the first of this name."""
        rows, _ = self.world.resolve(people_named(self.world, name))
        return Mood(int(self.world.view(Mind, rows).mood[0]))

    def goal(self) -> str:
        """What is to be done now, as the hero is told."""
        found = current(self.level, self.story)
        return found.text if found else ""
