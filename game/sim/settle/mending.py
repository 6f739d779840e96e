"""Mending: what Cheong-san is becoming closes its own wounds, while he stands still.

Rules of this module:
- He mends who has stood still and unhurt for ``mending.after_s``, slowly, and never past ``mending.most``:
  it gets one who cannot run to the next medkit, and is none itself.
- A torch in the hand undoes it, as it undoes all stillness. Who is down stays down.
"""

from __future__ import annotations

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.schedule import system
from game.sim.components import Actor, Health, Hero, Lamp, Sort
from game.sim.resources import DT, Clock, ticks

MENDS = int(Sort.CHEONGSAN)


@system
def mend(health: Mut[Health], hero: Hero, actor: Actor, lamp: Lamp, clock: Clock, tuning: Tuning) -> None:
    """Close the wounds of who stands still."""
    rules = tuning.mending
    since = clock.tick - ticks(rules.after_s)
    for row, sort in enumerate(actor.sort.tolist()):  # heroes are few: plain numbers cost a tenth of arrays
        hp, most = float(health.hp[row]), float(health.most[row]) * rules.most
        rests = hero.quiet_since[row] <= since and health.hurt_at[row] <= since
        if sort == MENDS and rests and not lamp.is_on[row] and 0 < hp < most:
            health.hp[row] = min(hp + rules.per_s * float(DT), most)
