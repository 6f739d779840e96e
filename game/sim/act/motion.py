"""Bodies move.

Rules
  1. A body is a point; what it cannot enter is in ``Ground.blocked``, a quarter tile grown.
  2. Velocity goes toward what is wanted, no faster than the legs allow; stopping is quicker. A blow
     under way roots the dead and slows people; a lunge carries the body along its aim.
  3. A step is taken on both axes; where one is shut the other slides. No step reaches a quarter tile,
     so none passes through anything.
  4. Who walks straight into a corner he nearly passes is led round it.
  5. One noise a stride, for those whose steps are heard.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.data.enums import SURFACES, Surface
from game.data.level import QUARTERS, Level
from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Act, Actor, Body, Deed, Drive, Flag, Gait, Num, Sort, Stage, Steps, Vec
from game.sim.happenings import Heard, Noise
from game.sim.maths import TINY, dot, length, limit, moves, turn
from game.sim.resources import DT, Ground

Cells = NDArray[np.intp]
LONGEST = np.float32(0.24)
"""No body moves farther along an axis in one tick, tile: less than a cell."""
MARGIN = np.float32(1 / 1024)
"""How far short of a shut cell a body stops, tile; exact in float32 up to 16,000 tiles."""
FACES = np.float32(0.9999)
"""Cosine within which a heading is where it should be: under a degree."""
ASTRAY = np.float32(0.3)
"""Sideways share of a way that still counts as straight ahead."""
TILE_PX = 16


@system
def accelerate(body: Mut[Body], drive: Drive, deed: Deed, actor: Actor, tuning: Tuning) -> None:
    """Turn velocity and heading toward what is wanted."""
    player = tuning.player
    want = drive.want * _pace(deed, actor, tuning)[:, None]
    stops = ~moves(want)
    legs = drive.accel * np.where(stops, np.float32(player.accel_s / player.stop_s), np.float32(1))
    change = want - body.vel
    moved = np.flatnonzero(moves(change))
    body.vel[moved] += limit(change[moved], legs[moved] * DT)
    leaps = np.flatnonzero((deed.act == Act.LUNGE) & (deed.stage == Stage.ACTIVE))
    beasts = tuning.bestiary
    body.vel[leaps] = deed.aim[leaps] * (beasts.pounce + beasts.charge)[actor.sort[leaps], None]
    _face(body, drive, actor, tuning.motion.turn)


def _pace(deed: Deed, actor: Actor, tuning: Tuning) -> Num:
    """Return the share of the wanted speed that a deed under way leaves, ``(n,)``."""
    pace = np.ones(len(deed.act), np.float32)
    busy = np.flatnonzero(HOLDS_STILL[deed.act])
    pace[busy] = np.where(
        actor.sort[busy] >= Sort.SOLDIER, np.float32(tuning.motion.blow_pace), np.float32(0)
    )
    return pace


def _face(body: Body, drive: Drive, actor: Actor, share: float) -> None:
    """Turn headings toward where bodies shall face: heroes at once, others by a share of the way."""
    turns = np.flatnonzero(dot(drive.face, body.heading) < FACES)
    if len(turns):
        face, heading = drive.face[turns], body.heading[turns]
        at_once = (actor.sort[turns] >= Sort.NAMRA) & (length(face) > TINY)
        body.heading[turns] = np.where(at_once[:, None], face, turn(heading, face, share))


HOLDS_STILL = np.isin(np.arange(len(Act)), (Act.STRIKE, Act.LUNGE, Act.SCREECH))
"""By ``Act``: deeds that root who does them. Shots and throws do not."""


@system
def move(body: Mut[Body], drive: Drive, ground: Ground, tuning: Tuning) -> None:
    """Go where velocity, crowd and blows carry each body, sliding along what is shut."""
    body.was = body.pos
    total = body.vel + body.push + body.shove
    who = np.flatnonzero(moves(total))
    want = np.clip(total[who] * DT, -LONGEST, LONGEST)
    step = _Step(ground.blocked, body.pos[who], want)
    body.pos[who] = step.taken()
    bumped = np.flatnonzero(step.shut[:, 0] | step.shut[:, 1])
    if len(bumped):
        _bump(body, drive, (who[bumped], step.shut[bumped], want[bumped]), ground, tuning)
    _fade(body, tuning)


def _bump(body: Body, drive: Drive, met: tuple[Cells, Flag, Vec], ground: Ground, tuning: Tuning) -> None:
    """Stop those who met a wall on the axis it shuts, and lead them round its corner if it ends near."""
    rows, shut, want = met
    body.vel[rows] = np.where(shut, 0, body.vel[rows])
    body.shove[rows] = np.where(shut, 0, body.shove[rows])
    walks = length(drive.want[rows]) > TINY
    rows, shut, want = rows[walks], shut[walks], want[walks]
    nudge = np.float32(tuning.player.corner_nudge_px / TILE_PX)
    body.pos[rows] = round_corners(ground.blocked, body.pos[rows], np.where(shut, want, 0), want, nudge)


def _fade(body: Body, tuning: Tuning) -> None:
    """Let shoves die away."""
    pushed = np.flatnonzero(moves(body.shove))
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
        return ~self.flat.take(y * self.width + x, mode="clip")


class _Step:
    """One step of many bodies: which axes are open, and where each comes to stand."""

    def __init__(self, blocked: NDArray[np.bool_], pos: Vec, want: Vec) -> None:
        self.pos, self.want = pos, want
        self.cell = np.floor(pos * np.float32(QUARTERS)).astype(np.intp)
        (x, y), (to_x, to_y) = self.cell.T, np.floor((pos + want) * np.float32(QUARTERS)).astype(np.intp).T
        tread = Tread(blocked.reshape(-1), blocked.shape[1])
        across, along = tread.is_free(to_x, y), tread.is_free(x, to_y)
        both = tread.is_free(to_x, to_y) & (across | along)
        wider = np.abs(want[:, 0]) >= np.abs(want[:, 1])
        goes_x = both | (across & (~along | wider))
        goes_y = both | (along & ~(goes_x & ~both))
        self.shut: Any = ~np.stack([goes_x, goes_y], axis=1)

    def taken(self) -> Vec:
        """Return where the bodies stand now, as near to what shuts them off as can be."""
        low = self.cell.astype(np.float32) * np.float32(1 / QUARTERS)
        edge = np.where(self.want > 0, low + np.float32(1 / QUARTERS) - MARGIN, low + MARGIN)
        halted = np.where(self.want == 0, self.pos, edge)
        return np.where(self.shut, halted, self.pos + self.want).astype(np.float32)


def round_corners(blocked: NDArray[np.bool_], pos: Vec, lost: Vec, want: Vec, nudge: np.float32) -> Vec:
    """Lead those round a corner who walk straight into it within ``nudge`` tiles of its end.

    Args:
        blocked: ``(4h, 4w)`` cells.
        pos: ``(k, 2)`` where they stand, tile.
        lost: ``(k, 2)`` of the step they wanted, what was shut off, tile.
        want: ``(k, 2)`` the whole of it, tile.
        nudge: tile.

    Returns:
        ``(k, 2)`` where they stand then.
    """
    tread = Tread(blocked.reshape(-1), blocked.shape[1])
    out = pos.copy()
    for ahead in (0, 1):
        side = 1 - ahead
        straight = np.abs(want[:, side]) <= ASTRAY * np.abs(lost[:, ahead])
        ways = [_detour(tread, pos, lost, ahead, sign * nudge) for sign in (-1, 1)]
        nearer = np.where(np.abs(ways[0]) < np.abs(ways[1]), ways[0], ways[1])
        undecided = np.abs(ways[0]) == np.abs(ways[1])
        far = np.where(straight & ~undecided & (np.abs(nearer) <= nudge), nearer, np.float32(0))
        most = np.abs(lost[:, ahead])
        out[:, side] += np.clip(far, -most, most)
    return out


def _detour(tread: Tread, pos: Vec, lost: Vec, ahead: int, sidestep: np.float32) -> Num:
    """Return how far aside the way ahead is open, signed; farther than ``sidestep`` when it is not."""
    side = 1 - ahead
    there = pos.copy()
    there[:, side] += sidestep
    beyond = there.copy()
    beyond[:, ahead] += np.sign(lost[:, ahead]) * np.float32(1 / QUARTERS)
    cell = [np.floor(p * np.float32(QUARTERS)).astype(np.intp) for p in (there, beyond)]
    is_open = tread.is_free(*cell[0].T) & tread.is_free(*cell[1].T) & (lost[:, ahead] != 0)
    low = cell[0][:, side].astype(np.float32) * np.float32(1 / QUARTERS)
    edge = low + MARGIN if sidestep > 0 else low + np.float32(1 / QUARTERS) - MARGIN
    return np.where(is_open, edge - pos[:, side], np.float32(2) * sidestep)


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
    walks = (speed > np.float32(tuning.motion.step_least)) & (drive.gait != Gait.DODGE)
    steps.walked += np.where(walks, speed * DT, -steps.walked)
    heard = np.flatnonzero(steps.walked >= np.float32(tuning.player.stride))
    steps.walked[heard] -= np.float32(tuning.player.stride)
    by_gait = np.array([0, tuning.noise.sneak, tuning.noise.walk, tuning.noise.sprint, 0], np.float32)
    y, x = np.floor(body.pos[heard]).astype(np.intp).T[::-1]
    on_glass = level.surface[y, x] == SURFACES.index(Surface.GLASS)
    noise(
        pos=body.pos[heard],
        loudness=by_gait[drive.gait[heard]] * level.hush[y, x],
        heard=np.where(on_glass, Heard.GLASS, Heard.STEP),
        source=entity.id[heard],
        side=actor.side[heard],
    )
