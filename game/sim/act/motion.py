"""Bodies move.

Rules
  1. A body is a point; what it cannot enter is in ``Ground.blocked``, a quarter tile grown.
  2. Velocity goes toward what is wanted, no faster than the legs allow; stopping is quicker. A blow
     under way slows people and roots the dead, but for those who run on while it warns; a lunge carries the
     body along its aim.
  3. A step is taken on both axes; where one is shut the other slides. No step reaches a quarter tile,
     so none passes through anything.
  4. Who walks straight into a corner he nearly passes is led round it.
  5. One noise a stride, for those whose steps are heard. Cheong-san limps: one a beat, fast or slow.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.data.enums import SURFACES, Hero, Surface
from game.data.level import QUARTERS, Level
from game.data.tiles import TILE_PX
from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Act, Actor, Body, Deed, Drive, Flag, Gait, Int, Num, Sort, Stage, Steps, Vec
from game.sim.happenings import Heard, Noise
from game.sim.maths import choose, differ, dot, length, limit, moves, put, turn
from game.sim.resources import DT, Clock, Ground

Cells = NDArray[np.int32] | NDArray[np.intp]
LONGEST = np.float32(0.24)
"""No body moves farther along an axis in one tick, tile: less than a cell."""
MARGIN = np.float32(1 / 1024)
"""How far short of a shut cell a body stops, tile; exact in float32 up to 16,000 tiles."""
BACK_AND_FORTH = np.array([[-1], [1]], np.float32)
NEAR_EDGE = np.array([[1 / QUARTERS], [0]], np.float32) + BACK_AND_FORTH * MARGIN
"""Where in a cell one stands who came into it from the other side, going back or forth, tile."""
FACES = np.float32(0.999)
"""Cosine within which a heading is where it should be: two degrees and a half, a tenth of a drawn turn."""
OTHERS = 3
"""Ticks between two times others than heroes are led round corners."""
ASTRAY = np.float32(0.3)
"""Sideways share of a way that still counts as straight ahead."""
LIMPS = int(Sort.CHEONGSAN)
NO_ROWS = np.empty(0, np.intp)


@system
def accelerate(body: Mut[Body], drive: Drive, deed: Deed, actor: Actor, tuning: Tuning) -> None:
    """Turn velocity and heading toward what is wanted."""
    player, beasts = tuning.player, tuning.bestiary
    busy = deed.act.nonzero()[0]
    busy = busy[HOLDS_STILL[deed.act[busy]]]
    wanted = drive.want
    if len(busy):
        wanted = wanted.copy()
        wanted[busy] *= _pace(actor.sort[busy], deed.stage[busy], tuning)[:, None]
    who = differ(wanted, body.vel).nonzero()[0]
    want, vel = wanted.take(who, axis=0), body.vel.take(who, axis=0)
    quicker = np.where(moves(want), np.float32(1), np.float32(player.accel_s / player.stop_s))
    put(who, vel + limit(want - vel, drive.accel[who] * quicker * DT), body.vel)
    leaps = busy[(deed.act[busy] == Act.LUNGE.value) & (deed.stage[busy] == Stage.ACTIVE.value)]
    if len(leaps):
        body.vel[leaps] = deed.aim[leaps] * (beasts.pounce + beasts.charge)[actor.sort[leaps], None]
    _face(body, drive, actor, tuning.motion.turn)


def _pace(sort: Int, stage: Int, tuning: Tuning) -> Num:
    """Return the share of the wanted speed that a deed under way leaves, ``(k,)``."""
    warns = stage == Stage.WINDUP.value
    of_dead = np.where(warns, tuning.bestiary.windup_pace[sort], np.float32(0))
    return np.where(sort >= Sort.SOLDIER.value, np.float32(tuning.motion.blow_pace), of_dead)


def _face(body: Body, drive: Drive, actor: Actor, share: float) -> None:
    """Turn headings toward where bodies shall face: heroes at once, others by a share of the way."""
    turns = differ(drive.face, body.heading).nonzero()[0]
    if not len(turns):
        return
    face = drive.face.take(turns, axis=0)
    turned = turn(body.heading.take(turns, axis=0), face, share)
    there = (dot(face, turned) >= FACES) | ((actor.sort[turns] >= Sort.NAMRA.value) & moves(face))
    put(turns, choose(there, face, turned), body.heading)


HOLDS_STILL = np.isin(np.arange(len(Act)), (Act.STRIKE, Act.LUNGE, Act.SCREECH))
"""By ``Act``: deeds that root who does them. Shots and throws do not."""


@system
def move(body: Mut[Body], drive: Drive, actor: Actor, clock: Clock, ground: Ground, tuning: Tuning) -> None:
    """Go where velocity, crowd and blows carry each body, sliding along what is shut."""
    step = body.vel + body.push
    step += body.shove
    step *= DT
    np.minimum(step, LONGEST, out=step)
    np.maximum(step, -LONGEST, out=step)
    body.was = body.pos
    body.pos, met, shut = stepped(ground.blocked, body.was, step)
    if len(met):
        _bump(body, drive, (met, shut, step[met]), _turns(met, actor, clock), ground, tuning)
    _fade(body, tuning)


def stepped(blocked: NDArray[np.bool_], pos: Vec, want: Vec) -> tuple[Vec, Cells, Flag]:
    """Take one step, as far as what is shut lets it go.

    Args:
        blocked: ``(4h, 4w)`` cells.
        pos: ``(k, 2)`` where bodies stand, tile.
        want: ``(k, 2)`` the step, shorter than a cell along either axis, tile.

    Returns:
        where they stand then ``(k, 2)``; which of them met something shut ``(m,)``; on which axes ``(m, 2)``.
    """
    there = pos + want
    here, to = _cells(pos), _cells(there)
    crosses = differ(here, to).nonzero()[0]  # within its cell everybody is free to go
    ways = _open_ways(blocked, here.take(crosses, axis=0).T, to.take(crosses, axis=0).T)
    stops = (~(ways[0] & ways[1] & ways[2])).nonzero()[0]
    met = crosses[stops]
    shut = _shut(ways[:, stops], want[met])
    there[met] = _halted(pos[met], want[met], shut)
    return there, met, shut


def _open_ways(blocked: NDArray[np.bool_], here: Cells, to: Cells) -> Flag:
    """Return whether steps may go along x alone, along y alone, and along both, ``(3, k)``.

    Args:
        blocked: ``(4h, 4w)`` cells.
        here: ``(2, k)`` columns and rows of the cells they leave.
        to: ``(2, k)`` of those they enter.
    """
    tread = Tread(blocked.reshape(-1), blocked.shape[1])
    ways = np.empty((3, here.shape[1]), np.bool_)
    ways[0], ways[1] = tread.is_free(to[0], here[1]), tread.is_free(here[0], to[1])
    ways[2] = tread.is_free(to[0], to[1])
    return ways


def _shut(ways: Flag, want: Vec) -> Flag:
    """Return which axes stay shut to steps ``want (k, 2)``, ``(k, 2)``: where one is, the other slides."""
    (across, along, both), size = ways, np.abs(want)
    both = both & (across | along)
    goes_x = both | (across & (~along | (size[:, 0] >= size[:, 1])))
    goes_y = both | (along & ~(goes_x & ~both))
    shut = np.empty(want.shape, np.bool_)
    shut[:, 0], shut[:, 1] = ~goes_x, ~goes_y
    return shut


def _halted(pos: Vec, want: Vec, shut: Flag) -> Vec:
    """Return where bodies come to stand, as near to what shuts them off as can be, ``(k, 2)``."""
    low = np.floor(pos * np.float32(QUARTERS)) * np.float32(1 / QUARTERS)
    edge = np.where(want > 0, low + np.float32(1 / QUARTERS) - MARGIN, low + MARGIN)
    stays = np.where(want == 0, pos, edge)
    return np.where(shut, stays, pos + want)


def _cells(pos: Vec) -> Cells:
    """Return the columns and rows ``(k, 2)`` of the cells that places ``(k, 2)`` lie in; none is negative."""
    return (pos * np.float32(QUARTERS)).astype(np.int32)


def _turns(rows: Cells, actor: Actor, clock: Clock) -> Num:
    """Return for how many ticks each is led round a corner now: heroes for one, others ``OTHERS`` or none."""
    others = OTHERS if clock.every(OTHERS) else 0
    return np.where(actor.sort[rows] >= Sort.NAMRA.value, np.float32(1), np.float32(others))


def _bump(
    body: Body, drive: Drive, met: tuple[Cells, Flag, Vec], turns: Num, ground: Ground, tuning: Tuning
) -> None:
    """Stop those who met a wall on the axis it shuts, and lead them round its corner if it ends near.

    Nobody is led who goes along the wall: who wants to, and gets on. By the step alone a slow drift would
    hold a body in a notch for good, for the wall has taken the rest of its speed; by the wish alone two who
    push one another aside would stand before a gap.
    """
    rows, shut, step = met
    body.vel[rows] = body.vel.take(rows, axis=0) * ~shut
    body.shove[rows] = body.shove.take(rows, axis=0) * ~shut
    wanted = drive.want.take(rows, axis=0)
    walks = ((turns > 0) & (shut[:, 0] | shut[:, 1]) & moves(wanted)).nonzero()[0]
    if not len(walks):
        return
    rows, shut, turns = rows[walks], shut[walks], turns[walks, None]
    want = np.clip(wanted[walks] * (turns * DT), -LONGEST, LONGEST)
    drift = np.minimum(np.abs(want), np.abs(step[walks]) * turns)
    nudge = np.float32(tuning.player.corner_nudge_px / TILE_PX)
    body.pos[rows] = round_corners(ground.blocked, body.pos[rows], want * shut, drift, nudge)


def _fade(body: Body, tuning: Tuning) -> None:
    """Let shoves die away."""
    pushed = moves(body.shove).nonzero()[0]
    if not len(pushed):
        return
    left = body.shove[pushed] * np.float32(max(0.0, 1 - float(DT) / tuning.melee.shove_fade_s))
    left[length(left) < np.float32(tuning.motion.step_least)] = 0
    body.shove[pushed] = left


@dataclass(frozen=True)
class Tread:
    """Cells of a flat grid, looked up by column and row."""

    flat: NDArray[np.bool_]
    width: int

    def is_free(self, x: Cells, y: Cells) -> Flag:
        """Whether bodies may be in these cells ``(k,)``."""
        return self.is_open(y * self.width + x)

    def is_open(self, cell: Cells) -> Flag:
        """The same, for flat numbers of cells."""
        return ~self.flat.take(cell, mode="clip")


def round_corners(blocked: NDArray[np.bool_], pos: Vec, lost: Vec, drift: Vec, nudge: np.float32) -> Vec:
    """Lead those round a corner who walk straight into it within ``nudge`` tiles of its end.

    Args:
        blocked: ``(4h, 4w)`` cells.
        pos: ``(k, 2)`` where they stand, tile.
        lost: ``(k, 2)`` of the step they wanted, what was shut off, tile.
        drift: ``(k, 2)`` how far they get along the wall, tile.
        nudge: tile.

    Returns:
        ``(k, 2)`` where they stand then.
    """
    size, out = np.abs(lost), pos.copy()
    along_x = (size[:, 0] > 0) & (drift[:, 1] <= ASTRAY * size[:, 0])
    along_y = (size[:, 1] > 0) & (drift[:, 0] <= ASTRAY * size[:, 1])
    who = (along_x | along_y).nonzero()[0]  # nobody walks straight along both
    if not len(who):
        return out
    ahead = along_y[who].astype(np.intp)
    tread = Tread(blocked.reshape(-1), blocked.shape[1])
    ways = _detours(tread, pos[who], np.sign(lost[who, ahead]), ahead, nudge)
    far = np.abs(ways)
    nearer = np.where(far[0] < far[1], ways[0], ways[1])
    leads = (far[0] != far[1]) & (np.abs(nearer) <= nudge)
    most = size[who, ahead]
    out[who, 1 - ahead] += np.clip(nearer * leads, -most, most)
    return out


def _detours(tread: Tread, pos: Vec, way: Num, ahead: Cells, nudge: np.float32) -> Vec:
    """Return how far aside, back and forth, the way is open, ``(2, k)``; more than ``nudge`` if it is not.

    Args:
        tread: the cells.
        pos: ``(k, 2)`` where they stand, tile.
        way: ``(k,)`` -1 or 1, the way they walk ...
        ahead: ``(k,)`` ... along this axis.
        nudge: tile.
    """
    row = np.arange(len(pos))
    along, beside = pos[row, ahead], pos[row, 1 - ahead]
    lane = np.floor((beside + BACK_AND_FORTH * nudge) * np.float32(QUARTERS))
    here = np.floor(along * np.float32(QUARTERS)).astype(np.intp)
    beyond = np.floor((along + way * np.float32(1 / QUARTERS)) * np.float32(QUARTERS)).astype(np.intp)
    aside, forward = np.where(ahead, 1, tread.width), np.where(ahead, tread.width, 1)  # from cell to cell
    start = lane.astype(np.intp) * aside
    is_open = tread.is_open(start + here * forward) & tread.is_open(start + beyond * forward)
    edge = lane * np.float32(1 / QUARTERS) + NEAR_EDGE
    return np.where(is_open, edge - beside, BACK_AND_FORTH * np.float32(2) * nudge)


@system
def tread(
    steps: Mut[Steps],
    body: Body,
    drive: Drive,
    actor: Actor,
    entity: Entity,
    level: Level,
    tuning: Tuning,
    noise: Emit[Noise],
) -> None:
    """Sound one noise a stride: as loud as the gait, times what is underfoot."""
    speed = length(body.vel)
    limps = (actor.sort == LIMPS).nonzero()[0] if level.hero == Hero.CHEONGSAN else NO_ROWS
    walks = (speed > np.float32(tuning.motion.step_least)) & (drive.gait != Gait.DODGE.value)
    steps.walked += np.where(walks, speed * DT, -steps.walked)
    if len(limps):
        _limp(steps, limps[walks[limps]], speed, tuning)
    heard = (steps.walked >= np.float32(tuning.player.stride)).nonzero()[0]
    if not len(heard):
        return
    steps.walked[heard] -= np.float32(tuning.player.stride)
    by_gait = np.array([0, tuning.noise.sneak, tuning.noise.walk, tuning.noise.sprint, 0], np.float32)
    loud = by_gait[drive.gait[heard]]
    if len(limps):
        beats = (actor.sort[heard] == LIMPS).nonzero()[0]
        drags = drive.gait[heard[beats]] == Gait.SNEAK.value
        loud[beats] = np.where(drags, np.float32(tuning.limp.sneak_noise), np.float32(tuning.limp.noise))
    x, y = np.floor(body.pos[heard]).astype(np.intp).T
    on_glass = level.surface[y, x] == SURFACES.index(Surface.GLASS)
    noise(
        pos=body.pos[heard],
        loudness=loud * level.hush[y, x],
        heard=np.where(on_glass, Heard.GLASS, Heard.STEP),
        source=entity.id[heard],
        side=actor.side[heard],
    )


def _limp(steps: Steps, who: Cells, speed: Num, tuning: Tuning) -> None:
    """Let who limps come nearer to the next beat by time, not by the way gone this tick."""
    share = np.float32(float(DT) * tuning.player.stride / tuning.limp.beat_s)
    steps.walked[who] += share - speed[who] * DT
