"""Hearing: noise travels through the map, not through the air line.

Rules of this module:
- A noise starts with its loudness in tiles. Each tile straight takes 1, aslant 11/8; inside a wall half
  of what is left remains, inside a shut door seven tenths (``Ground.muffle``). It is reckoned in eighths of
  a tile, over the square of tiles the noise could reach, until nothing grows any more.
- The bestiary's ``hear`` scales what arrives; half a tile must be left, and near a machine that masks
  more. What is heard is acted on after a delay that grows with the distance.
- What arrives where depends on the tile, the loudness and the walls around alone. So it is remembered: a
  burst of shots, or a sentry's steps on his beat, spread once. Noises of a kind from one tile are one.
- Nobody minds the noises of their own side, but for a screech, an alarm and a bashed door. What stands
  there humming (``MACHINE``) is a noise nobody turns to.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Read
from game.ecs.schedule import system
from game.ecs.world import NOBODY, Entity, World
from game.sim.components import Actor, Body, Int, Mind, Mood, Num, Senses, Vec
from game.sim.happenings import Heard, Noise
from game.sim.maths import length
from game.sim.rays import window
from game.sim.resources import TICKS_PER_SECOND, Clock, Ground

EIGHTHS = 8
ASLANT = 11
"""What a step aslant takes, eighths of a tile."""
FINENESS_BITS = 6
FINENESS = 1 << FINENESS_BITS
"""Steps of ``muffle``; the loudest noise, in eighths, times this still fits 16 bits."""
LOUDEST = 62
"""No noise carries farther, tile."""
REMEMBERED = 128
"""Spreads of a noise kept for the next like it; the largest takes 63 KB."""
MOST = 8
"""Noises of one tick that are told apart; quieter ones drown."""
LEAST = np.float32(0.5)
"""What must be left at the ear, tile."""
OWN_DOOR = np.float32(1.6)
"""A door that moves so near is one's own doing, tile."""
# plain numbers: comparing columns with an enum's member costs more than the comparison
ASLEEP, MACHINE, DOOR, SCREECH = int(Mood.ASLEEP), int(Heard.MACHINE), int(Heard.DOOR), int(Heard.SCREECH)
ALARMING = (SCREECH, int(Heard.ALARM), int(Heard.DOOR_BASH))
"""Noises that even one's own side turns to."""


def carried(muffle: NDArray[np.float32], x: int, y: int, loudness: float) -> NDArray[np.int16]:
    """Return what is left of a noise around tile (x, y), in eighths of a tile.

    Args:
        muffle: ``(h, w)`` share that passes each tile; beyond the map nothing does.
        x: column of the tile the noise is made on.
        y: row of it.
        loudness: tiles it carries in the open.

    Returns:
        ``(2 * r + 1, 2 * r + 1)`` with r = ``loudness`` rounded up; the noise is in the middle.
    """
    radius = min(math.ceil(loudness), LOUDEST)
    there, here = window(muffle.shape, x, y, radius)
    side = 2 * radius + 1
    share = np.zeros((side, side), np.int16)
    share[here] = np.rint(muffle[there] * np.float32(FINENESS))
    return _spread(share.tobytes(), side, min(round(loudness * EIGHTHS), LOUDEST * EIGHTHS))


@lru_cache(maxsize=REMEMBERED)
def _spread(shares: bytes, side: int, loudness: int) -> NDArray[np.int16]:
    """Return what is left of a noise in the middle of a square of ``side`` tiles with these shares."""
    share = np.frombuffer(shares, np.int16).reshape(side, side)
    radius = side // 2
    field = np.zeros((side + 2, side + 2), np.int16)
    field[radius + 1, radius + 1] = loudness
    for ring in range(1, side * side):
        if not _grow(field, share, max(0, radius - ring), min(side, radius + ring + 1)):
            break
    field.flags.writeable = False
    return field[1:-1, 1:-1]


def _grow(field: NDArray[np.int16], share: NDArray[np.int16], low: int, high: int) -> bool:
    """Let the noise pass on by a tile inside [low, high) on both axes; return whether anything grew."""
    column = field[low : high + 2]
    beside = np.maximum(column[:-2], column[2:])  # the louder of above and below
    across = column[1:-1]
    west, middle, east = slice(low, high), slice(low + 1, high + 1), slice(low + 2, high + 2)
    straight = np.maximum(across[:, west], across[:, east])
    np.maximum(straight, beside[:, middle], out=straight)
    straight -= EIGHTHS
    aslant = np.maximum(beside[:, west], beside[:, east])
    aslant -= ASLANT
    np.maximum(straight, aslant, out=straight)
    straight *= share[low:high, low:high]
    straight >>= FINENESS_BITS
    now = across[:, middle]
    grew = bool((straight > now).any())
    np.maximum(now, straight, out=now)
    return grew


@lru_cache(maxsize=4)
def masking(level: Level, swallows: float) -> NDArray[np.float32]:
    """Return how much louder a noise must arrive at each tile for the machines around, ``(h, w)``, tile."""
    y, x = np.mgrid[: level.height, : level.width].astype(np.float32) + np.float32(0.5)
    extra = np.zeros((level.height, level.width), np.float32)
    for noise in level.noises:
        if noise.masks:
            dx, dy = x - np.float32(noise.area.at[0]), y - np.float32(noise.area.at[1])
            near = 1 - np.sqrt(dx * dx + dy * dy) / np.float32(max(noise.reach, 0.5))
            np.maximum(extra, near * np.float32(swallows), out=extra)
    return extra


@system
def hear(
    senses: Mut[Senses],
    mind: Mind,
    body: Body,
    actor: Actor,
    entity: Entity,
    noises: Read[Noise],
    ground: Ground,
    level: Level,
    clock: Clock,
    tuning: Tuning,
    world: World,
) -> None:
    """Let everybody with ears take note of the loudest thing that reaches them."""
    if not len(noises):
        return
    told = _told_apart(noises)
    if not len(told):
        return
    ears = _Ears(senses, mind, body, actor, entity.id, masking(level, tuning.hearing.mask_tiles), tuning)
    for i in told:
        pos = noises.pos[i]
        field = carried(ground.muffle, int(pos[0]), int(pos[1]), float(noises.loudness[i]))
        ears.listen(field, pos, noises.side[i], noises.source[i], int(noises.heard[i]))
    ears.note(clock, world)


def _told_apart(noises: Noise) -> list[int]:
    """Return which noises are listened to, the loudest last: of one kind from one tile, the loudest."""
    order = np.argsort(noises.loudness, kind="stable")
    order = order[(noises.heard[order] != MACHINE) & (noises.loudness[order] >= LEAST)]
    x, y = noises.pos[order].astype(np.int32).T.tolist()
    kinds = zip(x, y, noises.heard[order].tolist(), noises.side[order].tolist(), strict=True)
    loudest = dict(zip(kinds, order.tolist(), strict=True))
    return sorted(loudest.values(), key=lambda i: (float(noises.loudness[i]), i))[-MOST:]


class _Ears:
    """The ears of all rows, and the loudest noise at each so far."""

    def __init__(
        self, senses: Senses, mind: Mind, body: Body, actor: Actor, ids: Int, masks: Num, tuning: Tuning
    ) -> None:
        self.senses, self.mind, self.actor, self.ids, self.tuning = senses, mind, actor, ids, tuning
        self.pos, self.masks = body.pos, masks
        self.x, self.y = body.pos[:, 0].astype(np.int32), body.pos[:, 1].astype(np.int32)
        self.left = np.zeros(len(ids), np.float32)
        self.spot = np.empty((len(ids), 2), np.float32)
        self.source = np.empty(len(ids), np.int64)

    def listen(self, field: NDArray[np.int16], pos: Vec, side: int, source: int, heard: int) -> None:
        """Take note of one noise where it arrives louder than those before."""
        radius = len(field) // 2
        column, row = pos.astype(np.int32).tolist()
        across, along = self.x - (column - radius), self.y - (row - radius)
        inside = (across >= 0) & (across < len(field)) & (along >= 0) & (along < len(field))
        rows = inside.nonzero()[0]
        loud = field[along[rows], across[rows]]
        minds = (loud > 0) & (self.ids[rows] != source)
        if heard not in ALARMING:
            minds &= self.actor.side[rows] != side
        if heard == DOOR:
            minds &= length(self.pos[rows] - pos) > OWN_DOOR
        rows, loud = rows[minds], loud[minds]
        left = loud / np.float32(EIGHTHS) * self.tuning.bestiary.hear[self.actor.sort[rows]]
        louder = left >= np.maximum(self._least(rows), self.left[rows])
        rows = rows[louder]
        self.left[rows] = left[louder]
        self.spot[rows] = np.floor(pos) + np.float32(0.5)
        self.source[rows] = source if heard == SCREECH else NOBODY

    def _least(self, rows: NDArray[np.intp]) -> Num:
        """Return how loud a noise must arrive to be heard by each, ``(k,)``, tile."""
        asleep = self.mind.mood[rows] == ASLEEP
        least = np.where(asleep, np.float32(self.tuning.sleep.wake_left), LEAST)
        return np.asarray(least + self.masks[self.y[rows], self.x[rows]])

    def note(self, clock: Clock, world: World) -> None:
        """Write down what was heard, and when it may be acted on."""
        rows = (self.left > np.maximum(self.senses.loud, 0)).nonzero()[0]
        if not len(rows):
            return
        far = length(self.spot[rows] - self.pos[rows])
        hearing, senses = self.tuning.hearing, self.senses
        delay = np.rint((hearing.delay_s + far * np.float32(hearing.delay_per_tile_s)) * TICKS_PER_SECOND)
        due = clock.tick + delay.astype(np.int32)
        waiting = senses.loud[rows] > 0
        senses.react_at[rows] = np.where(waiting, np.minimum(senses.react_at[rows], due), due)
        senses.loud[rows] = self.left[rows]
        senses.heard_at[rows] = clock.tick
        senses.felt_at[rows] = clock.tick
        senses.heard_spot[rows] = self._told(rows, world)

    def _told(self, rows: NDArray[np.intp], world: World) -> Vec:
        """Return where to look: at the noise, or, of a screech, where its caller knows the foe to be."""
        callers, alive = world.resolve(self.source[rows])
        knows = world.table["Senses.spot_at"][callers] >= 0
        spots = world.table["Senses.spot"][callers]
        return np.where((alive & knows)[:, None], spots, self.spot[rows]).astype(np.float32)
