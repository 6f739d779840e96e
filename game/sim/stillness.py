"""Being still, as Cheong-san and On-jo are.

Rules of this module:
- Who knows how is still ``stillness.after_s`` after the last step, until the next. A torch in the hand
  undoes it: light is seen however still it is held.
- Who is still is noticed more slowly; who comes near enough to touch notices all the same.
- On-jo sees ``stillness.sight`` times as far meanwhile.
"""

from __future__ import annotations

import numpy as np

from game.data.enums import Hero as HeroName
from game.data.tuning import Tuning
from game.ecs.world import World
from game.sim.components import Actor, Flag, Hero, Int, Lamp, Num, Sort, Ticks
from game.sim.resources import Clock, ticks

STILL_HEROES = (HeroName.CHEONGSAN, HeroName.ONJO)
"""Who knows how to be still."""
KNOW_HOW = tuple(Sort[name.name].value for name in STILL_HEROES)


def is_still(sort: Int, quiet_since: Ticks, has_light: Flag, now: int, tuning: Tuning) -> Flag:
    """Return which heroes are still in the way that hides, ``(n,)``; all arguments are theirs."""
    rests = now - quiet_since >= ticks(tuning.stillness.after_s)
    return np.asarray(np.isin(sort, KNOW_HOW) & rests & ~has_light)


def ease_of(sort: Int, still: Flag, tuning: Tuning) -> Num:
    """Return what the speed of noticing each hero is multiplied by, ``(n,)``."""
    rules = tuning.stillness
    share = np.where(sort == Sort.ONJO.value, np.float32(rules.onjo), np.float32(rules.cheongsan))
    return np.asarray(np.where(still, share, np.float32(1)))


def how_still(world: World, row: int) -> float:
    """Return how far the stillness of the hero in a row has come, 0..1; 0 for who does not know how."""
    one = slice(row, row + 1)
    if world.view(Actor, one).sort[0] not in KNOW_HOW or world.view(Lamp, one).is_on[0]:
        return 0.0
    rests = world.resource(Clock).tick - int(world.view(Hero, one).quiet_since[0])
    return min(1.0, rests / ticks(world.resource(Tuning).stillness.after_s))


def sight_of(world: World, row: int) -> float:
    """Return how many times as far as others the hero in a row sees."""
    sees_far = world.view(Actor, slice(row, row + 1)).sort[0] == Sort.ONJO and how_still(world, row) >= 1
    return world.resource(Tuning).stillness.sight if sees_far else 1.0
