"""What whoever comes back after a death is given: time.

Rules of this module:
- The director sends nobody for the shortest of the quiets it gives after a peak.
- The dead who hunted or looked for the one who fell have lost them, and stand where they are. Their senses
  are as good as ever, so who comes back in the sight of one has its reaction time, and no more.
  Without this a place kept in the middle of a chase kills again and again.
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Tuning
from game.ecs.world import NOBODY, World
from game.sim.components import DEAD, NEVER, Body, Mind, Mood, Plan, Senses, Task
from game.sim.resources import Clock, Tension

KEEN = (Mood.SUSPECT, Mood.SEARCH, Mood.HUNT)


def give_respite(world: World) -> None:
    """Let whoever has just come back breathe."""
    tension, clock = world.resource(Tension), world.resource(Clock)
    shortest, _ = world.resource(Tuning).director.relax
    tension.quiet_until = max(tension.quiet_until, clock.after(shortest))
    _lose_track(world)


def _lose_track(world: World) -> None:
    """Let the dead forget whom they were after."""
    dead = world.span(DEAD)
    keen = np.isin(world.view(Mind, dead).mood, KEEN)
    ids = world.table["Entity.id"][dead][keen]
    here = world.view(Body, dead).pos[keen]
    with world.edit(Mind, ids) as mind:
        mind.mood[...], mind.foe[...], mind.home[...] = Mood.IDLE, NOBODY, here
        mind.since[...] = mind.mood_until[...] = world.resource(Clock).tick
    with world.edit(Senses, ids) as senses:
        senses.detect[...], senses.loud[...] = 0, 0
        senses.spot_at[...] = senses.heard_at[...] = senses.felt_at[...] = NEVER
    with world.edit(Plan, ids) as plan:
        plan.task[...], plan.sector[...], plan.surge_until[...] = Task.NONE, -1, 0
