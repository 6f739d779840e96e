"""Who appears later, and how a level ends.

Rules of this module:
- A Spawn or SpawnField with a condition appears once, in the tick its condition comes to hold.
- An Exit lets out a hero who stands in it while its condition holds. One that leads nowhere ends the
  campaign.
"""

from __future__ import annotations

from functools import lru_cache

from game.data.level import Level
from game.data.things import Spawn, SpawnField
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.happenings import Reached
from game.sim.resources import Story
from game.sim.spawn import spawn_thing
from game.sim.story.endings import conclude
from game.sim.story.stage import heroes


@system
def arrive(world: World, level: Level, story: Story) -> None:
    """Let those appear whose time has come."""
    for thing in _later(level):
        if thing.id not in story.called and thing.when.holds(story):
            story.called.append(thing.id)
            spawn_thing(world, thing)


@system
def leave(world: World, level: Level, story: Story) -> None:
    """End the level for who walks out of it."""
    if story.outcome:
        return
    # The condition first: most of a level it does not hold, and it is the cheaper question.
    open_ways = [way_out for way_out in level.exits if way_out.needs.holds(story)]
    if not open_ways:
        return
    places = heroes(world)
    for way_out in open_ways:
        if way_out.area.inside(places[:, 0], places[:, 1]).any():
            story.outcome, story.way_out = "exit", way_out.id
            if not way_out.to_map:
                conclude(world)
            world.events.emit(Reached, what="exit", name=way_out.name)
            return


@lru_cache(maxsize=8)
def _later(level: Level) -> tuple[Spawn | SpawnField, ...]:
    """Return those who are not there from the start, in file order."""
    beginning = Story(circuits={power.circuit: True for power in level.powers if power.on})
    everybody: list[Spawn | SpawnField] = [*level.spawns, *level.fields]
    waiting = (each for each in everybody if not each.when.holds(beginning))
    return tuple(sorted(waiting, key=lambda each: each.id))
