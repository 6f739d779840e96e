"""Looking about: into rooms and yards nobody has looked into yet, for a while at every goal.

A level is more than its goals: tags, medkits and what happened here lie off the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from game.data.enums import Hero, Task
from game.play.bots.conduct import SHAKEN
from game.play.bots.route import FAR, STRAIGHT
from game.play.bots.walk import tile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.play.bots.conduct import Scene
    from game.play.bots.route import Tile
    from game.play.observation import Goal
    from game.sim.intent import Intent

GLANCE, SEARCH = 60 * 20, 60 * 100  # ticks one looks about at every goal; of who seeks the tags
WORTH = 45  # tiles of way, danger included, that a look is worth
ROOM = 3  # tiles to every side: so much that is unknown is a place and not a corner
UNSEEN = 0.6  # share of those that were never seen
HALE = 45  # hit points under which one has other cares
CHOOSE_EVERY = 30  # ticks
GIVEN_UP = 60 * 12  # ticks spent going for one look
CALLED_AWAY = 60 * 2  # ticks of other cares after which one looks about from there


class LookAbout:
    """Goes where nobody has looked, before it goes on. Who limps does not, unless they seek something.

    Args:
        seeks: whether it looks for name tags.
    """

    def __init__(self, *, seeks: bool = False) -> None:
        self.seeks, self.patience = seeks, SEARCH if seeks else GLANCE
        self.goal, self.left = -1, 0
        self.spot: Tile | None = None
        self.since = self.looked = self.went = 0
        self.dull: set[Tile] = set()  # spots that could not be come to

    def act(self, scene: Scene) -> Intent | None:
        """Walk there; seeing it is enough."""
        goal = scene.seen.goal
        if goal is None or not self._may_look(scene, goal):
            return None
        if scene.now - self.went > CALLED_AWAY:
            self.spot = None
        if scene.now - self.looked >= CHOOSE_EVERY:
            self._choose(scene)
        if self.spot is None:
            return None
        self.left, self.went = self.left - 1, scene.now
        return scene.go({self.spot})

    def _may_look(self, scene: Scene, goal: Goal) -> bool:
        """Whether there is patience left for this goal, and nothing more pressing."""
        if goal.id != self.goal:
            self.goal, self.left, self.spot = goal.id, self.patience, None
        limps = scene.seen.me.hero == Hero.CHEONGSAN and not self.seeks
        return self.left > 0 and not limps and goal.task != Task.HOLD and not _has_other_cares(scene)

    def _choose(self, scene: Scene) -> None:
        """Keep to a spot until it is seen or was tried for too long; then the nearest other."""
        self.looked = scene.now
        if self.spot is not None and scene.now - self.since < GIVEN_UP and not _is_seen(scene, self.spot):
            return
        if self.spot is not None and not _is_seen(scene, self.spot):
            self.dull.add(self.spot)
        self.spot, self.since = self._nearest(scene), scene.now

    def _nearest(self, scene: Scene) -> Tile | None:
        """The unseen place that the cheapest way leads to; ``None`` when none is near enough."""
        away = scene.walker.ways(scene.seen).distance.copy()
        away[~unseen_places(scene.seen.known)] = FAR
        for x, y in self.dull:
            away[max(y - ROOM, 0) : y + ROOM + 1, max(x - ROOM, 0) : x + ROOM + 1] = FAR
        row, column = divmod(int(away.argmin()), away.shape[1])
        return (column, row) if away[row, column] <= WORTH * STRAIGHT else None


def _has_other_cares(scene: Scene) -> bool:
    return bool(len(scene.chasing)) or scene.seen.me.hp < HALE or scene.now - scene.hurt_at < SHAKEN


def _is_seen(scene: Scene, spot: Tile) -> bool:
    return bool(scene.seen.known[spot[1], spot[0]]) or tile(scene.seen.me.pos) == spot


def unseen_places(known: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Tiles ``[h, w]`` never seen, with little seen round them: the edge of the map counts as seen."""
    side = 2 * ROOM + 1
    framed = np.pad(~known, ROOM)
    sums = np.pad(framed.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    around = sums[side:, side:] - sums[:-side, side:] - sums[side:, :-side] + sums[:-side, :-side]
    places: NDArray[np.bool_] = ~known & (around >= UNSEEN * side * side)
    return places
