"""Detection: how sight, touch and pain become certainty.

Rules of this module:
- Everybody looks once in ``PERIOD`` ticks, by turns. Candidates come from the shared masks of ``Sights``;
  only those are looked at closely: range by light at the target, angle, then an exact line for a first
  sighting. Soldiers and companions find the dead by the same bits, read from the tiles of the dead.
- Whoever of the living sprints is seen from ``sprint_far`` times as far, though never from beyond the masks:
  what moves fast draws the eye, and else who runs from everybody in sight would never be met.
- Certainty fills in ``near_s`` close by to ``far_s`` at the edge of range; darkness, sneaking and a torch
  scale it. At the edge of the field of view it stops at suspicion. It fades when nothing is seen.
- Whoever is within ``touch_tiles`` is felt at once, by sleepers too. Who is hurt knows by whom.
- A beam shows whoever of the living stands in it to all; one of the dead only to who holds the torch.
- The dead do not notice a hero whom hunger masks. Those who have surrendered are nobody's foe.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.tuning import Rules, Tuning
from game.ecs.column import All, Mut
from game.ecs.schedule import system
from game.ecs.world import NOBODY, Entity, World
from game.sim.components import (
    COMPANION,
    DEAD,
    PLAYER,
    Body,
    Flag,
    Gait,
    Health,
    Mind,
    Mood,
    Num,
    Senses,
    Side,
)
from game.sim.light import light_now
from game.sim.maths import TINY, dot, length, put
from game.sim.resource_sight import BITS, Masks, Sights, bits
from game.sim.resources import TICKS_PER_SECOND, Clock, Ground, Story
from game.sim.sides import FOES
from game.sim.stillness import STILL_HEROES, ease_of, is_still
from game.sim.tiles import under
from game.sim.trace import is_clear
from game.sim.turns import PERIOD, looking

LOOK_S = np.float32(PERIOD / TICKS_PER_SECOND)
"""Time a look stands for, s."""
Rows = NDArray[np.intp]
# plain numbers: comparing columns with an enum's member costs more than the comparison
SURRENDER, ASLEEP, DEAD_SIDE = int(Mood.SURRENDER), int(Mood.ASLEEP), int(Side.DEAD)
SNEAK, SPRINT = int(Gait.SNEAK), int(Gait.SPRINT)


NOBODY_STILL = np.empty(0, np.float32)


class Looks(NamedTuple):
    """Pairs of which one sees or feels the other, ``(k,)`` each."""

    eye: Rows
    """Row of the table."""
    target: Rows
    """Row of the table."""
    rate: Num
    """Certainty gained a second."""
    clarity: Num
    """0..1."""
    is_edge: Flag
    """Whether it gives suspicion only."""
    is_touch: Flag
    """Whether the target is felt."""

    def only(self, keep: Rows | Flag) -> Looks:
        """Drop the others."""
        return Looks(
            self.eye[keep],
            self.target[keep],
            self.rate[keep],
            self.clarity[keep],
            self.is_edge[keep],
            self.is_touch[keep],
        )


@system
def feel(
    senses: Mut[Senses], health: Health, mind: Mind, bodies: All[Body], clock: Clock, world: World
) -> None:
    """Let those who were hurt a tick ago know by whom."""
    hurt = (health.hurt_at >= clock.tick - 1).nonzero()[0]
    if not len(hurt):
        return
    hurt = hurt[mind.mood[hurt] != SURRENDER]
    by, alive = world.resolve(health.hurt_by[hurt])
    hurt, by = hurt[alive], by[alive]
    senses.detect[hurt] = 1
    senses.spot[hurt] = bodies.pos[by]
    senses.spot_at[hurt] = senses.felt_at[hurt] = clock.tick


@system
def detect(
    senses: Mut[Senses],
    mind: Mind,
    entity: Entity,
    world: World,
    sights: Sights,
    ground: Ground,
    level: Level,
    story: Story,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
) -> None:
    """Let those whose turn it is look, and grow surer or less sure."""
    turn = looking(clock.tick, len(entity.id))
    if turn is None:
        return
    first = world.span(COMPANION).start
    eyes = _Eyes(world, sights, light_now(level, story, clock), tuning, rules)
    eye, target = eyes.pairs(slice(first, first + len(entity.id)), turn, mind.mood[turn] != SURRENDER)
    looks = _best(eyes.look(eye, target)) if len(eye) else None
    if looks is not None:
        known = senses.seen[looks.eye - first] == eyes.id[looks.target]
        looks = looks.only(_confirmed(eyes, looks, known, ground))
        before = senses.detect[looks.eye - first]
    senses.seen[turn] = NOBODY
    certainty = senses.detect[turn]
    certainty -= LOOK_S / np.float32(tuning.detect.forget_s)
    np.maximum(certainty, np.float32(0), out=certainty)
    if looks is not None:
        _note(senses, first, looks, before, eyes, clock, tuning)


def _confirmed(eyes: _Eyes, looks: Looks, known: Flag, ground: Ground) -> Flag:
    """Return which looks hold: a first sighting needs an exact line, ``(k,)``."""
    sure = known | looks.is_touch
    doubt = (~sure).nonzero()[0]
    if len(doubt):
        start, end = eyes.pos[looks.eye[doubt]], eyes.pos[looks.target[doubt]]
        sure[doubt] = is_clear(ground.opaque, start, end)
    return sure


def _note(
    senses: Senses, first: int, looks: Looks, before: Num, eyes: _Eyes, clock: Clock, tuning: Tuning
) -> None:
    """Write down what was seen."""
    rows, suspicious = looks.eye - first, np.float32(tuning.detect.suspicious_at)
    surer = np.where(looks.is_touch, np.float32(1), before + looks.rate * LOOK_S)
    most = np.where(looks.is_edge, np.maximum(before, suspicious), np.float32(1))
    senses.detect[rows] = np.minimum(surer, most)
    senses.seen[rows] = eyes.id[looks.target]
    senses.clarity[rows] = looks.clarity
    put(rows, eyes.pos[looks.target], senses.spot)
    senses.spot_at[rows] = senses.felt_at[rows] = clock.tick


def _best(looks: Looks) -> Looks:
    """Keep the strongest look of each eye, the lowest row among equals."""
    score = looks.rate + looks.is_touch * np.float32(100)
    order = np.argsort(-score, kind="stable")
    order = order[np.argsort(looks.eye[order], kind="stable")]
    eye = looks.eye[order]
    is_first = np.ones(len(eye), np.bool_)
    np.not_equal(eye[1:], eye[:-1], out=is_first[1:])
    return looks.only(order[is_first])


class _Eyes:
    """The columns that looking needs, of all rows."""

    def __init__(self, world: World, sights: Sights, light: Num, tuning: Tuning, rules: Rules) -> None:
        table = world.table
        self.world, self.sights, self.light = world, sights, light
        self.tuning, self.rules = tuning, rules
        self.pos, self.heading = table["Body.pos"], table["Body.heading"]
        self.id, self.sort, self.side = table["Entity.id"], table["Actor.sort"], table["Actor.side"]
        self.mood, self.gait = table["Mind.mood"], table["Drive.gait"]
        self.lamp, self.beam, self.reach = table["Lamp.is_on"], table["Lamp.spread"], table["Lamp.reach"]
        self.dead = world.span(DEAD).start
        self.eased = self._eased()

    def _eased(self) -> Num:
        """Return what eases noticing each hero, ``(players,)``; empty while nobody is still."""
        if self.world.resource(Level).hero not in STILL_HEROES:
            return NOBODY_STILL
        count, now = self.world.span(PLAYER).stop, self.world.resource(Clock).tick
        sort, quiet = self.sort[:count], self.world.table["Hero.quiet_since"][:count]
        still = is_still(sort, quiet, self.lamp[:count], now, self.tuning)
        return ease_of(sort, still, self.tuning) if still.any() else NOBODY_STILL

    def pairs(self, thinkers: slice, turn: slice, awake: Flag) -> tuple[Rows, Rows]:
        """Return who may see whom: eyes ``(k,)`` and targets ``(k,)``.

        Args:
            thinkers: rows of all who have eyes.
            turn: which of them look.
            awake: ``(n,)`` which of these still care.
        """
        masks = under(self.sights.seen, self.pos[thinkers])
        rows = np.arange(thinkers.start, thinkers.stop)[turn]
        open_eyes = masks[turn] * awake
        open_eyes &= self._foes().take(self.side[thinkers][turn])
        eye, target = _expand(open_eyes)
        people = rows[: np.searchsorted(rows, min(self.dead, BITS))]
        watching, dead = self._watchers(people[awake[: len(people)]], masks[self.dead - thinkers.start :])
        return np.concatenate([rows[eye], watching]), np.concatenate([target, dead])

    def _foes(self) -> Masks:
        """Return for each side the bits of those it would notice, ``(5,)``."""
        count = min(self.dead, BITS)
        notices = FOES[:, self.side[:count]] & (self.mood[:count] != SURRENDER)
        notices[DEAD_SIDE] &= ~self.world.table["Hero.is_masked"][:count]
        return bits(notices)

    def _watchers(self, people: Rows, masks: Masks) -> tuple[Rows, Rows]:
        """Return which of these, not dead themselves, may see which of the dead, given these' masks."""
        watching = np.zeros(BITS, np.bool_)
        watching[people] = FOES[self.side[people], DEAD_SIDE]
        dead, eye = _expand(masks & bits(watching))
        return eye, dead + self.dead

    def look(self, eye: Rows, target: Rows) -> Looks:
        """Look closely at pairs; return those of which one sees or feels the other."""
        detect, beasts = self.tuning.detect, self.tuning.bestiary
        away = self.pos[target] - self.pos[eye]
        far = length(away)
        ahead = np.asarray(dot(self.heading[eye], away) / np.maximum(far, TINY), np.float32)
        lit = self._lit(eye, target, ahead)
        sort, reach = self.sort[eye], self._reach(eye, target, lit)
        is_touch = far <= np.float32(detect.touch_tiles)
        in_view = (ahead >= beasts.fov_cos[sort]) & (far <= reach) & (self.mood[eye] != ASLEEP)
        keep = (in_view | is_touch).nonzero()[0]
        share = np.minimum(far / np.maximum(reach, TINY), np.float32(1))[keep]
        fill = np.float32(detect.near_s) + np.float32(detect.far_s - detect.near_s) * share
        rate = in_view[keep] * self._ease(target[keep], lit[keep]) / fill
        edge = ahead[keep] < np.float32(detect.edge_cos)
        return Looks(eye[keep], target[keep], rate, 1 - share, edge & ~is_touch[keep], is_touch[keep])

    def _reach(self, eye: Rows, target: Rows, lit: Num) -> Num:
        """Return from how far each eye sees its target, tile: by light, and who sprints from farther."""
        beasts, sort = self.tuning.bestiary, self.sort[eye]
        reach = beasts.see_dark[sort] + (beasts.see_lit - beasts.see_dark)[sort] * lit
        sprints = (self.gait[target] == SPRINT) & (target < self.dead)
        return np.where(sprints, reach * np.float32(self.tuning.detect.sprint_far), reach)

    def _lit(self, eye: Rows, target: Rows, ahead: Num) -> Num:
        """Return how well each target is lit, 0..1: by the place, its own torch, or a torch on it."""
        light = under(self.light, self.pos[target]) / np.float32(self.tuning.detect.lit_at)
        torch = self.lamp[target] | (self.lamp[eye] & (ahead >= self.beam[eye]))
        shown = self._in_beams()
        if len(shown):
            torch |= (target == shown[:, None]).any(axis=0)
        return np.where(torch, np.float32(1), np.minimum(light, np.float32(1)))

    def _in_beams(self) -> Rows:
        """Return who without a torch of their own stands in somebody's beam: rows, ``(k,)``."""
        lamp = self.lamp[: self.dead]
        torches, dark = lamp.nonzero()[0], (~lamp[:BITS]).nonzero()[0]
        if not (len(torches) and len(dark)):
            return dark[:0]
        masks = under(self.sights.seen, self.pos[torches])
        torch, who = (masks[:, None] >> dark.astype(np.uint64) & np.uint64(1)).nonzero()
        torch, who = torches[torch], dark[who]
        away = self.pos[who] - self.pos[torch]
        far = length(away)
        inside = (far <= self.reach[torch]) & (dot(self.heading[torch], away) >= self.beam[torch] * far)
        return np.unique(who[inside])

    def _ease(self, target: Rows, lit: Num) -> Num:
        """Return what multiplies the speed of detection of each target."""
        detect, one = self.tuning.detect, np.float32(1)
        dark = np.float32(detect.dark_mult)
        ease = np.asarray(dark + (one - dark) * lit, np.float32)
        ease *= np.where(self.lamp[target], np.float32(detect.flashlight_mult), one)
        ease *= np.where(self.gait[target] == SNEAK, np.float32(detect.sneak_mult), one)
        if len(self.eased):
            mine = (target < len(self.eased)).nonzero()[0]
            ease[mine] *= self.eased[target[mine]]
        return np.asarray(ease * np.where(target < self.dead, np.float32(self.rules.detect), one))


def _expand(masks: Masks) -> tuple[Rows, Rows]:
    """Turn masks ``(n,)`` into pairs: their indices ``(k,)`` and the numbers of the bits set ``(k,)``."""
    some = masks.nonzero()[0]
    if not len(some):
        return some, some.copy()
    each = masks[some].astype("<u8").view(np.uint8).reshape(-1, 8)
    index, number = np.unpackbits(each, axis=1, bitorder="little").nonzero()
    return some[index], number
