"""Hearing: noise travels through the map, not through the air line.

Rules of this module:
- A noise starts with its loudness in tiles. Each tile straight takes 1, aslant 11/8; inside a wall half
  of what is left remains, inside a shut door seven tenths (``Ground.muffle``). It is reckoned in eighths of
  a tile, over the square of tiles the noise could reach, until nothing grows any more.
- The bestiary's ``hear`` scales what arrives; half a tile must be left, and near a machine that masks
  more. What is heard is acted on after a delay that grows with the distance.
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
from game.ecs.world import Entity, World
from game.sim.components import Actor, Body, Int, Mind, Mood, Num, Senses, Vec
from game.sim.happenings import Heard, Noise
from game.sim.maths import length
from game.sim.rays import window
from game.sim.resources import TICKS_PER_SECOND, Clock, Ground

EIGHTHS = 8
ASLANT = 11
"""What a step aslant takes, eighths of a tile."""
FINENESS = 64
"""Steps of ``muffle``; 30 tiles of eighths times this still fit 16 bits."""
LOUDEST = 62
"""No noise carries farther, tile."""
MOST = 12
"""Noises of one tick that are told apart; quieter ones drown."""
LEAST = np.float32(0.5)
"""What must be left at the ear, tile."""
OWN_DOOR = np.float32(1.6)
"""A door that moves so near is one's own doing, tile."""
ALARMING = (Heard.SCREECH, Heard.ALARM, Heard.DOOR_BASH)
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
    share[here] = np.rint(muffle[there] * FINENESS)
    field = np.zeros((side + 2, side + 2), np.int16)
    field[radius + 1, radius + 1] = min(round(loudness * EIGHTHS), LOUDEST * EIGHTHS)
    for ring in range(1, side * side):
        if not _grow(field, share, max(0, radius - ring), min(side, radius + ring + 1)):
            break
    return field[1:-1, 1:-1]


def _grow(field: NDArray[np.int16], share: NDArray[np.int16], low: int, high: int) -> bool:
    """Let the noise pass on by a tile inside [low, high) on both axes; return whether anything grew."""
    a, z = low, high
    west, middle, east = slice(a, z), slice(a + 1, z + 1), slice(a + 2, z + 2)
    straight = np.maximum(field[middle, east], field[middle, west])
    np.maximum(straight, field[east, middle], out=straight)
    np.maximum(straight, field[west, middle], out=straight)
    straight -= EIGHTHS
    aslant = np.maximum(field[east, east], field[west, west])
    np.maximum(aslant, field[east, west], out=aslant)
    np.maximum(aslant, field[west, east], out=aslant)
    aslant -= ASLANT
    np.maximum(straight, aslant, out=straight)
    muffled = (straight.astype(np.int32) * share[low:high, low:high] // FINENESS).astype(np.int16)
    now = field[middle, middle]
    grew = bool((muffled > now).any())
    np.maximum(now, muffled, out=now)
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
    ears = _Ears(senses, mind, body, actor, entity.id, masking(level, tuning.hearing.mask_tiles), tuning)
    for i in np.argsort(noises.loudness, kind="stable")[-MOST:].tolist():
        heard = noises.heard[i]
        if heard != Heard.MACHINE and noises.loudness[i] >= LEAST:
            field = carried(
                ground.muffle, int(noises.pos[i, 0]), int(noises.pos[i, 1]), float(noises.loudness[i])
            )
            ears.listen(field, noises.pos[i], noises.side[i], noises.source[i], int(heard))
    ears.note(clock, world)


class _Ears:
    """The ears of all rows, and the loudest noise at each so far."""

    def __init__(
        self, senses: Senses, mind: Mind, body: Body, actor: Actor, ids: Int, masks: Num, tuning: Tuning
    ) -> None:
        self.senses, self.actor, self.ids, self.tuning = senses, actor, ids, tuning
        self.pos = body.pos
        self.tile = body.pos.astype(np.int32)
        self.keen = tuning.bestiary.hear[actor.sort]
        asleep = mind.mood == Mood.ASLEEP
        self.least = LEAST + masks[self.tile[:, 1], self.tile[:, 0]]
        self.least = np.where(asleep, np.float32(tuning.sleep.wake_left) + self.least - LEAST, self.least)
        self.left = np.zeros(len(asleep), np.float32)
        self.spot = np.zeros((len(asleep), 2), np.float32)
        self.source = np.full(len(asleep), -1, np.int64)

    def listen(self, field: NDArray[np.int16], pos: Vec, side: int, source: int, heard: int) -> None:
        """Take note of one noise where it arrives louder than those before."""
        radius = len(field) // 2
        place = self.tile - (pos.astype(np.int32) - radius)
        inside = ((place >= 0) & (place < len(field))).all(axis=1)
        if heard not in ALARMING:
            inside &= self.actor.side != side
        if heard == Heard.DOOR:
            inside &= length(self.pos - pos) > OWN_DOOR
        rows = np.flatnonzero(inside & (self.ids != source))
        left = field[place[rows, 1], place[rows, 0]].astype(np.float32) / EIGHTHS * self.keen[rows]
        louder = (left >= self.least[rows]) & (left >= self.left[rows])
        rows = rows[louder]
        self.left[rows] = left[louder]
        self.spot[rows] = np.floor(pos) + np.float32(0.5)
        self.source[rows] = source if heard == Heard.SCREECH else -1

    def note(self, clock: Clock, world: World) -> None:
        """Write down what was heard, and when it may be acted on."""
        rows = np.flatnonzero(self.left > np.maximum(self.senses.loud, 0))
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
