"""Scent: players leave it where they go, and prints in ash.

Rules of this module:
- A scent lasts ``scent.lasts_s``, a print in ash ``scent.ash_s``. Whom hunger masks smells like the dead.
- Cheong-san, while he is still, leaves ``scent.still_share`` of one.
- Nothing spreads: a scent is where somebody was, and nowhere else. So it tells nothing to whom it does not
  reach.
"""

from __future__ import annotations

import numpy as np

from game.data.enums import SURFACES, Surface
from game.data.level import Level
from game.data.tuning import Rules, Tuning
from game.ecs.schedule import system
from game.sim.components import Actor, Body, Health, Hero, Lamp, Sort
from game.sim.resource_scent import Trails
from game.sim.resources import Clock, ticks
from game.sim.stillness import is_still

EVERY, AT = 6, 3
"""Ticks between two times scents are laid, and when: a sprint is half a tile in between."""
ASH = SURFACES.index(Surface.ASH)
STILL = int(Sort.CHEONGSAN)


@system
def lay_scent(
    body: Body,
    hero: Hero,
    actor: Actor,
    health: Health,
    lamp: Lamp,
    trails: Trails,
    level: Level,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
) -> None:
    """Let every player leave a scent where he stands."""
    if not clock.every(EVERY, AT) or "scent" in rules.without:
        return
    who = ((health.hp > 0) & ~hero.is_masked).nonzero()[0]
    pos, scent = body.pos[who], tuning.scent
    x, y = pos.astype(np.intp).T
    lasts = np.where(level.surface[y, x] == ASH, ticks(scent.ash_s), ticks(scent.lasts_s))
    still = is_still(actor.sort, hero.quiet_since, lamp.is_on, clock.tick, tuning) & (actor.sort == STILL)
    lasts = np.where(still[who], np.rint(lasts * scent.still_share), lasts).astype(np.int32)
    square = trails.squares(pos)
    trails.laid[square], trails.until[square], trails.spot[square] = clock.tick, clock.tick + lasts, pos
