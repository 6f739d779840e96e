"""How the campaign bot behaves when it is hunted: outrun most, strike single ones, shoot when it must."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from game.data.enums import Hero
from game.play.bots.walk import tile, unit
from game.sim.components import Button, Side, Sort, Weapon
from game.sim.intent import Intent

if TYPE_CHECKING:
    from game.play.bots.conduct import Scene
    from game.play.observation import Others

Place = tuple[float, float]
ARM = 1.45  # tile; what a pipe reaches
BITE = 1.25  # tile; nearer than this its blow may land
MELEE = 2.6  # tile; a single hunter nearer than this is stood up to
TOO_MANY = 3  # hunters near that are run from, not stood up to
CROWD = 4.5  # tile; how near they count as together
BLOW = 1.9  # tile; a blow that is coming from so near may land
DODGE_TILES = 2.4  # how far a dodge carries
DODGE_BREATH = 1.0  # s; what a dodge takes, and a bit
SHOT = 6.5  # tile; farther off a pistol misses more than it hits
CORNERED = 3  # hunters within arm's length that leave nothing but the pistol
BREATHLESS = 0.8  # s; with less breath one runs no farther
SWAP = 16  # ticks between two changes of weapon
PATIENCE = 60 * 2  # ticks one waits for somebody near to come within reach
FUTILE = 60 * 10  # ticks after which whoever is struck at and still stands is out of reach after all
STRONG = 35  # hit points under which one does not stand up to anybody who can be outrun
RUN_TILES = (9, 12)  # how far a run leads before one thinks again
RUN_FOR = 45  # ticks a direction is kept


class Brawl:
    """Stands up to one or two: a pipe reaches farther than an arm, and they warn before they strike.

    Who does not come within reach for a while is kept off by something, and so is one whom no blow fells:
    nobody waits for that.
    """

    def __init__(self) -> None:
        self.met_at = 0
        self.foe, self.faced_at = -1, 0

    def act(self, scene: Scene) -> Intent | None:
        """Strike when it is in reach, give way while its blow comes."""
        foes = _dead(scene.chasing)
        close = _within(foes, scene.seen.me.pos, MELEE)
        if self._may_yet(scene, close):
            self.met_at = scene.now
        if (
            scene.now - self.met_at > PATIENCE
            or not len(close)
            or not _is_worth_it(scene, close, _within(foes, scene.seen.me.pos, CROWD))
        ):
            return None
        if scene.seen.me.has_pipe and scene.seen.me.weapon != Weapon.PIPE:
            return _swap(scene)
        return _strike(scene, close)

    def _may_yet(self, scene: Scene, close: Others) -> bool:
        """Whether nobody is there to wait for, or a blow may still fell them."""
        nearest = int(close.id[0]) if len(close) else -1
        if nearest != self.foe:
            self.foe, self.faced_at = nearest, scene.now
        if nearest < 0:
            return True
        in_reach = len(_within(close, scene.seen.me.pos, ARM)) > 0
        return in_reach and scene.now - self.faced_at <= FUTILE


class Evade:
    """Dodges a blow that is coming, to where they are farthest: in a crowd, or from who is quick or strong.

    From one who is slow a step back is enough, and keeps one's breath.
    """

    def act(self, scene: Scene) -> Intent | None:
        """Dodge."""
        me = scene.seen.me
        foes = _within(_dead(scene.chasing), me.pos, CROWD)
        strikes = _within(foes, me.pos, BLOW)
        strikes = strikes.only(strikes.winds_up)
        if not len(strikes) or me.breath < DODGE_BREATH:
            return None
        if len(foes) == 1 and strikes.sort[0] == Sort.SHAMBLER:
            return None
        way = _way_out(scene, foes)
        pressed = Button.DODGE if scene.now % 8 < 4 else Button(0)  # noqa: PLR2004 - half of the time down
        return None if way is None else Intent.at(way, _toward(me.pos, strikes.pos[0]), pressed)


class Shoot:
    """Shoots when cornered: a pistol calls everybody within 22 tiles, so it is the last word.

    Su-hyeok is cornered only when he is out of breath.
    """

    def act(self, scene: Scene) -> Intent | None:
        """Shoot whoever is nearest."""
        me = scene.seen.me
        foes = _within(_dead(scene.chasing), me.pos, SHOT)
        arms_length = len(_within(foes, me.pos, MELEE))
        if me.hero == Hero.SUHYEOK and me.breath > BREATHLESS:
            return None
        if not me.has_pistol or me.loaded + me.spare <= 0 or arms_length < CORNERED:
            return None
        if me.weapon != Weapon.PISTOL:
            return _swap(scene)
        back = _apart(me.pos, foes)
        trigger = Button.ATTACK if scene.now % 8 < 4 else Button(0)  # noqa: PLR2004 - half of the time down
        return Intent.at(back, _toward(me.pos, foes.pos[0]), trigger)


class BreakAway:
    """Runs from more than it can fight, and from what cannot be fought: on along the way if that is clear."""

    def __init__(self) -> None:
        self.until = 0
        self.refuge: set[tuple[int, int]] = set()

    def act(self, scene: Scene) -> Intent | None:
        """Run to where they are not."""
        me = scene.seen.me
        crowd = _within(scene.chasing, me.pos, CROWD)
        if scene.now >= self.until:
            if not len(crowd) or _way_is_clear(scene, crowd):
                return None
            self.refuge, self.until = _refuge(scene), scene.now + RUN_FOR
        if not self.refuge or tile(me.pos) in self.refuge:
            self.until = 0
            return None
        return scene.go(self.refuge)


def _way_out(scene: Scene, foes: Others) -> Place | None:
    """The direction of a dodge that ends on firm ground, the farthest from all of them."""
    seen = scene.seen
    angles = np.arange(16) * (math.pi / 8)
    ways = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    free = np.ones(len(ways), np.bool_)
    for share in (0.5, 1.0):
        cols, rows = (np.array(seen.me.pos) + ways * (DODGE_TILES * share)).astype(np.intp).T
        cols, rows = cols.clip(0, seen.links.shape[1] - 1), rows.clip(0, seen.links.shape[0] - 1)
        free &= (seen.links[rows, cols] != 0) & ~seen.void[rows, cols]
    ends = np.array(seen.me.pos) + ways * DODGE_TILES
    gaps = np.hypot(*(ends[:, None] - foes.pos).transpose(2, 0, 1)).min(axis=1)
    best = int(np.where(free, gaps, -1).argmax())
    return (float(ways[best, 0]), float(ways[best, 1])) if free[best] else None


def _is_worth_it(scene: Scene, close: Others, crowd: Others) -> bool:
    """Whether to stand: never to a brute or when weak, but always to who would catch one anyway.

    Su-hyeok is faster than all of them.
    """
    if scene.seen.me.hero == Hero.SUHYEOK:
        return len(crowd) == 1 and scene.seen.me.has_pipe
    if bool((close.sort == Sort.FLANKER).any()):
        return len(crowd) < 2 * TOO_MANY
    return len(crowd) < TOO_MANY and scene.seen.me.hp > STRONG and close.sort[0] != Sort.BRUTE


def _strike(scene: Scene, close: Others) -> Intent:
    me, foe = scene.seen.me, close.pos[0]
    far = math.dist(me.pos, foe)
    aim = _toward(me.pos, foe)
    if bool(close.winds_up[0]) and far < BITE and not me.is_busy:
        return Intent.at(unit(-aim[0], -aim[1]), aim)
    if far <= ARM:
        return Intent.at((0.0, 0.0), aim, Button.ATTACK if scene.now % 6 < 3 else Button(0))  # noqa: PLR2004
    return Intent.at((0.0, 0.0), aim)


def _swap(scene: Scene) -> Intent:
    return Intent((0, 0), (0, 0), Button.SWAP if scene.now % SWAP == 0 else Button(0))


def _way_is_clear(scene: Scene, crowd: Others) -> bool:
    """Whether the next tiles of the way do not lead toward them."""
    way = scene.walker.way[:7]
    if not way:
        return False
    x, y = way[-1][0] + 0.5, way[-1][1] + 0.5
    me = scene.seen.me.pos
    after = np.hypot(crowd.pos[:, 0] - x, crowd.pos[:, 1] - y)
    before = np.hypot(crowd.pos[:, 0] - me[0], crowd.pos[:, 1] - me[1])
    return bool((after > before).all())


def _refuge(scene: Scene) -> set[tuple[int, int]]:
    """The place around that is cheapest to reach and farthest from all of them."""
    me, best, refuge = scene.seen.me.pos, math.inf, set[tuple[int, int]]()
    height, width = scene.seen.links.shape
    for k in range(16):
        angle = k * math.pi / 8
        for far in RUN_TILES:
            x, y = int(me[0] + far * math.cos(angle)), int(me[1] + far * math.sin(angle))
            if not (0 <= x < width and 0 <= y < height) or scene.seen.links[y, x] == 0:
                continue
            cost = scene.walker.price(scene.seen, {(x, y)}) - 8 * _distance(scene, (x + 0.5, y + 0.5))
            if cost < best:
                best, refuge = cost, {(x, y)}
    return refuge


def _distance(scene: Scene, at: Place) -> float:
    """How far the nearest remembered foe is from there, at most 12, in tenths."""
    return min((10 * math.dist(known.at, at) for known in scene.danger.around(at, 12)), default=120.0)


def _dead(others: Others) -> Others:
    return others.only(others.side == Side.DEAD)


def _within(others: Others, at: Place, reach: float) -> Others:
    return others.only(np.hypot(others.pos[:, 0] - at[0], others.pos[:, 1] - at[1]) <= reach)


def _toward(at: Place, there: Place) -> Place:
    return float(there[0]) - at[0], float(there[1]) - at[1]


def _apart(at: Place, foes: Others) -> Place:
    """Away from the middle of them."""
    middle = foes.pos.mean(axis=0)
    return unit(at[0] - float(middle[0]), at[1] - float(middle[1]))
