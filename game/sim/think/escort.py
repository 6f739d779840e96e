"""Keeping by somebody: where a follower belongs, and whom it guards against.

Rules of this module:
- A follower's place is behind its leader; followers of one leader stand side by side there.
- Who stands in the line of fire, in the cone the leader points into, first steps out to the nearer side.
- A place nobody can stand on is given up for the leader's own.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.data.sections import Company
from game.data.tuning import Tuning
from game.ecs.world import World
from game.sim.components import COMPANION, DEAD, PLAYER, Act, Body, Flag, Num, Side, Stage, Vec
from game.sim.maths import cross, dot, length, unit
from game.sim.resources import Ground
from game.sim.think.walking import flat

Rows = NDArray[np.intp]
BLOW_TILES = np.float32(2.5)
"""A raised hand so near to one of one's own is meant for it, tile."""
ABREAST = np.float32(1.2)
"""Followers stand so far apart, tile."""
STEP_OUT = np.float32(1.5)
"""So far past the edge of the cone one steps, tile."""


@dataclass
class Escort:
    """Followers and their leaders; columns are of the followers.

    Attributes:
        leader: ``(k,)`` which player each follows: the nearest.
        goal: ``(k, 2)`` where each belongs, tile.
        away: ``(k,)`` how far its leader is, tile.
        in_fire: ``(k,)`` whether it stands where its leader points.
        company: constants.
    """

    leader: Rows
    goal: Vec
    away: Num
    in_fire: Flag
    company: Company

    @classmethod
    def of(cls, players: Body, pos: Vec, tuning: Tuning, ground: Ground) -> Escort:
        """Find everybody's place."""
        gap = players.pos[None, :, :] - pos[:, None, :]
        far = length(gap.reshape(-1, 2)).reshape(gap.shape[:2])
        leader = far.argmin(axis=1)
        near, wide = tuning.company.follow_tiles
        away = far[np.arange(len(pos)), leader]
        at, ahead = players.pos[leader], players.heading[leader]
        aside = np.stack([-ahead[:, 1], ahead[:, 0]], axis=1)
        rank = _rank(leader)
        goal = at - ahead * np.float32((near + wide) / 2) + aside * (rank * ABREAST)[:, None]
        in_fire = dot(unit(pos - at), ahead) > np.float32(tuning.company.fire_cos)
        in_fire &= away <= np.float32(tuning.company.leash_tiles)
        side = np.where(cross(ahead, pos - at) >= 0, np.float32(1), np.float32(-1))
        out = pos + (aside * side[:, None] - ahead) * STEP_OUT
        goal = np.where(in_fire[:, None], out, goal)
        goal = np.where((~in_fire & (away > np.float32(wide) * 2))[:, None], at, goal)
        stands = ground.links.reshape(-1).take(flat(goal, ground)) > 0
        goal = np.where(stands[:, None], goal, at).astype(np.float32)
        return cls(leader, goal, away, in_fire, tuning.company)

    def pace(self, walk: Num, run: Num) -> Num:
        """Return how fast each goes, tile/s."""
        near, wide = (np.float32(tiles) for tiles in self.company.follow_tiles)
        haste = np.maximum(self.away / wide, np.float32(1))
        left_behind = self.away > np.float32(self.company.leash_tiles)
        pace = np.where(left_behind, run, np.minimum(run, walk * haste))
        stays = (self.away <= wide) & (self.away >= near * np.float32(0.5)) & ~self.in_fire
        return np.where(stays, np.float32(0), pace).astype(np.float32)


def _rank(leader: Rows) -> Num:
    """Return how far beside the middle each stands: 0, 1, -1, 2, ... by row, for each leader."""
    rank = np.zeros(len(leader), np.float32)
    for who in np.unique(leader).tolist():
        mine = (leader == who).nonzero()[0]
        order = np.arange(len(mine))
        rank[mine] = (order + 1) // 2 * np.where(order % 2 == 1, 1, -1)
    return rank


def attackers(world: World) -> Rows:
    """Return the rows of the dead that raise their hand at a player or a companion, ``(k,)``."""
    dead, table = world.span(DEAD), world.table
    raised = (table["Deed.stage"][dead] != Stage.NONE.value) & (table["Actor.side"][dead] == Side.DEAD.value)
    raised &= (table["Deed.act"][dead] == Act.STRIKE.value) | (table["Deed.act"][dead] == Act.LUNGE.value)
    rows = raised.nonzero()[0] + dead.start
    if not len(rows):
        return np.asarray(rows)
    own = slice(world.span(PLAYER).start, world.span(COMPANION).stop)
    gap = table["Body.pos"][own][None, :, :] - table["Body.pos"][rows][:, None, :]
    far = length(gap.reshape(-1, 2)).reshape(gap.shape[:2])
    return np.asarray(rows[(far <= BLOW_TILES).any(axis=1)])
