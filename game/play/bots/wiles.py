"""What makes the campaign bot's way easier: things picked up, bottles thrown to draw groups off."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.play.bots.route import STRAIGHT
from game.play.bots.walk import tile, unit
from game.sim.components import Button, Goods
from game.sim.intent import Intent

if TYPE_CHECKING:
    from game.play.bots.conduct import Scene
    from game.play.bots.danger import Known
    from game.play.memory import Loot

DETOUR = {
    Goods.TAG: 45,  # a checkpoint
    Goods.MEDKIT: 14,
    Goods.PIPE: 20,
    Goods.PISTOL: 16,
    Goods.KEY: 16,
    Goods.BOTTLE: 7,
    Goods.AMMO: 7,
}  # tiles of way, danger included, that one is worth
WOUNDED, WEAK = 60, 35  # hit points
FOR_A_MEDKIT = 45
FOR_A_TAG_SOUGHT = 200
AT_ONES_HEELS = 4.0  # tile; with a hunter this near one does not stoop for anything
ENOUGH = {Goods.BOTTLE: 3, Goods.MEDKIT: 3}
LOOK_EVERY = 30  # ticks
GIVEN_UP = 60 * 8  # ticks spent going for one thing
SOUGHT_FOR = 60 * 40  # of a tag that is sought
NOT_NOW = 60 * 60  # ticks until what was given up is tried again
THROW_FAR = (4.0, 9.0)  # tile; how near and how far a group may stand to be drawn off
THROW_EVERY = 60 * 9  # ticks
GROUP = 3  # of the dead that are worth a bottle
BESIDE = 6.0  # tile; how far beside them it comes down
IN_THE_WAY = 4.0  # tile from the way


class Gather:
    """Picks up what lies near the way, and every name tag: tags are where one comes back.

    Args:
        seeks: whether tags are worth any way.
    """

    def __init__(self, *, seeks: bool = False) -> None:
        self.worth = DETOUR | {Goods.TAG: FOR_A_TAG_SOUGHT} if seeks else DETOUR
        self.patience = {Goods.TAG: SOUGHT_FOR} if seeks else {}
        self.wanted: Loot | None = None
        self.since = self.looked = 0
        self.given_up: dict[tuple[float, float], int] = {}

    def act(self, scene: Scene) -> Intent | None:
        """Go there; touching is taking, but a tag is taken with the use button too."""
        if len(scene.chasing) and math.dist(scene.chasing.pos[0], scene.seen.me.pos) < AT_ONES_HEELS:
            return None
        if scene.now - self.looked >= LOOK_EVERY:
            self._choose(scene)
        if self.wanted is None:
            return None
        x, y = self.wanted.at[0] - scene.seen.me.pos[0], self.wanted.at[1] - scene.seen.me.pos[1]
        if math.hypot(x, y) < 1.0:
            use = Button.USE if scene.presses() else Button(0)
            return Intent.at(unit(x, y), (x, y), use | scene.gait())
        return scene.go({tile(self.wanted.at)})

    def _choose(self, scene: Scene) -> None:
        self.looked = scene.now
        lying = [loot for loot in scene.seen.loot if self._is_worth(scene, loot)]
        if self.wanted is not None and self.wanted in lying:
            if scene.now - self.since < self.patience.get(self.wanted.goods, GIVEN_UP):
                return
            self.given_up[self.wanted.at] = scene.now + NOT_NOW
        self.wanted, self.since = None, scene.now
        lying.sort(key=lambda loot: math.dist(loot.at, scene.seen.me.pos))
        for loot in lying[:2]:
            if scene.walker.price(scene.seen, {tile(loot.at)}) <= self._detour(scene, loot) * STRAIGHT:
                self.wanted = loot
                return

    def _is_worth(self, scene: Scene, loot: Loot) -> bool:
        me = scene.seen.me
        have = {Goods.BOTTLE: me.bottles, Goods.MEDKIT: me.medkits}.get(loot.goods, 0)
        near = math.dist(loot.at, me.pos) <= self._detour(scene, loot)
        return near and have < ENOUGH.get(loot.goods, 1) and scene.now > self.given_up.get(loot.at, 0)

    def _detour(self, scene: Scene, loot: Loot) -> int:
        """Tiles of way that something is worth now: when hurt a medkit is worth many, a checkpoint none."""
        hp = scene.seen.me.hp
        if loot.goods == Goods.MEDKIT and hp <= WOUNDED:
            return FOR_A_MEDKIT
        if loot.goods == Goods.TAG and hp < WEAK:
            return 0  # one comes back there as one was
        return self.worth.get(loot.goods, 0)


class Decoy:
    """Throws a bottle beside a group that stands in the way: noise draws them, and it need not be ours."""

    def __init__(self) -> None:
        self.thrown = -THROW_EVERY

    def act(self, scene: Scene) -> Intent | None:
        """Throw beyond them, off the way."""
        if scene.seen.me.bottles <= 0 or len(scene.chasing) or scene.now - self.thrown < THROW_EVERY:
            return None
        group = [
            known for known in scene.danger.around(scene.seen.me.pos, THROW_FAR[1]) if _blocks(scene, known)
        ]
        if len(group) < GROUP:
            return None
        self.thrown = scene.now
        return Intent.at((0, 0), _beside(scene, group), Button.THROW)


def _blocks(scene: Scene, known: Known) -> bool:
    """Whether somebody unaware stands at the way ahead, in range of a throw."""
    near = math.dist(known.at, scene.seen.me.pos) >= THROW_FAR[0]
    return (
        near
        and not known.asleep
        and not known.hunts
        and any(math.dist(known.at, (x + 0.5, y + 0.5)) < IN_THE_WAY for x, y in scene.walker.way[:14])
    )


def _beside(scene: Scene, group: list[Known]) -> tuple[float, float]:
    """A point past the middle of them, to the side that the way does not take."""
    me = scene.seen.me.pos
    x = sum(known.at[0] for known in group) / len(group) - me[0]
    y = sum(known.at[1] for known in group) / len(group) - me[1]
    ahead = unit(x, y)
    last = scene.walker.way[min(len(scene.walker.way), 14) - 1]
    turn = ahead[0] * (last[1] + 0.5 - me[1]) - ahead[1] * (last[0] + 0.5 - me[0])
    side = (ahead[1], -ahead[0]) if turn > 0 else (-ahead[1], ahead[0])
    return x + side[0] * BESIDE, y + side[1] * BESIDE
