"""Where one comes back to, when the script says so and not a name tag.

Rules of this module:
- A script asks for a place at a moment of the story, which may be the middle of a fight. It is kept once
  nobody hunts nearby: who comes back among hunters at the end of their strength comes back to die. Who is
  down keeps no place: they would come back down.
"""

from __future__ import annotations

from game.data.tuning import Tuning
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.happenings import Reached
from game.sim.resources import Story
from game.sim.story.stage import heroes
from game.sim.story.tension import hunters_near


@system
def keep_place(world: World, story: Story, tuning: Tuning, reached: Emit[Reached]) -> None:
    """Keep the place that the script asked for."""
    if story.owes_place and len(heroes(world)) and not hunters_near(world, tuning.director.near_tiles):
        story.owes_place = False
        reached(what="checkpoint", name=str(story.checkpoint))
