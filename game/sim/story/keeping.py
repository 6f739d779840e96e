"""Where one comes back to: where a name tag was taken, or where the script says so.

Rules of this module:
- A tag is taken, or a script asks, in the middle of a fight too. The place is kept once no more than ``FEW``
  hunt nearby and nobody was hurt for ``UNHURT_S``, most often in the same tick: who comes back among a pack,
  or under fire, at the end of their strength comes back to die, again and again. Who is down keeps no place:
  they would come back down.
"""

from __future__ import annotations

from game.data.tuning import Tuning
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import Health, Pilot
from game.sim.happenings import Reached
from game.sim.resources import Clock, Story, ticks
from game.sim.story.stage import heroes
from game.sim.story.tension import hunters_near

FEW = 2  # hunters nearby whom one can come back to
UNHURT_S = 4.0  # s; as long a pause there is not while one is under fire


@system
def keep_place(world: World, story: Story, tuning: Tuning, reached: Emit[Reached]) -> None:
    """Keep the place that is owed."""
    if not story.owes_place or not len(heroes(world)):
        return
    if not _was_hurt(world) and hunters_near(world, tuning.director.near_tiles) <= FEW:
        story.owes_place = False
        reached(what="checkpoint", name=str(story.checkpoint))


def _was_hurt(world: World) -> bool:
    """Whether a hero was hurt a moment ago."""
    health = world.view(Health, world.rows(Pilot))
    return bool((world.resource(Clock).tick - health.hurt_at < ticks(UNHURT_S)).any())
