"""Rings: many that hunt one foe close in from all sides, and attack together.

    phase     what they do                                         until
    gather    each goes to its slot, bent round the foe and out    most sectors are held, or it has taken long
              of its aim, and waits there                          enough, or the foe reloads or is at hand
    rush      everybody for itself                                 ``RUSH_S`` later; then it begins again

Rules of this module:
- A ring is drawn where ``LEAST`` or more hunt the same foe within ``NEAR_TILES`` of where it is *believed*
  to be: where one of them last saw or heard it. How it moves, faces and what its hands do is known only
  while one of them sees it. The hidden place of a foe is never read.
- Slots are shared out every half second (``sharing``).
- Nobody waits for a foe that moves on: then the fast ones cut it off (``Task.AHEAD``) and the others hunt.
- Who has a slot is kept told of what the others saw, half a second late.
- Screamers and lurkers keep to their own ways.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Rules, Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import NOBODY, SLOT_MASK, Entity, World
from game.sim.components import Actor, Body, Flag, Mind, Mood, Num, Plan, Senses, Sort, Task, Vec
from game.sim.happenings import Cause, Noticed
from game.sim.maths import dot, length, unit
from game.sim.resource_packs import Packs, Ring, Slots
from game.sim.resources import Clock, Ground, ticks
from game.sim.think import slots as ways
from game.sim.think.cutting_off import ahead_of
from game.sim.think.sharing import held, shared_out
from game.sim.think.tasks import PASSING
from game.sim.turns import thinking

HUNT, NO_TASK, SLOT, AHEAD = int(Mood.HUNT), int(Task.NONE), int(Task.SLOT), int(Task.AHEAD)
MUSTER_TICKS, MUSTER_AT = 30, 9
"""How often hunters are counted, and on which of these ticks."""
LOOK_TICKS = 12
"""Between two looks of a ring at itself."""
DRAW_TICKS, ASSIGN_TICKS = 30, 30
"""Between two times slots are looked for, and shared out."""
MOST_RINGS = 2
LEAST = 6
"""Fewer draw no ring."""
NEAR_TILES = np.float32(20)
"""Who hunts within so many tiles takes part."""
CANDIDATES = 48
"""No more are given slots: the nearest."""
ENOUGH = 0.75
"""Share of the open sectors that are held when all attack."""
WAIT_S, AT_MOST_S, RUSH_S = 5.0, 8.0, 4.0
"""Longest wait since the first stood in its slot, since it all began; and how long an attack lasts, s."""
AT_HAND, ENGAGED = PASSING, 3
"""A foe so near to so many is fought already, tile."""
IN_SLOT = np.float32(0.9)
"""So near its middle, one stands in a slot, tile."""
ONE_STEP = 14
"""A way that costs no more is one step, or none."""
MOVES_ON = np.float32(1.5)
"""A foe as fast is not waited for, tile/s."""
FRESH_S = 1.0
"""How long a foe's movement is trusted when nobody sees it any more, s."""
UNTIL_TICKS = ASSIGN_TICKS + 15
STRIDE = np.float32(2.0)
"""Where the way leads on is given so far ahead, for who is near its goal stops, tile."""
FACE = np.float32(0.3)
"""Who waits looks to a point so near, toward the foe, tile."""
KEEPS_OFF = np.isin(np.arange(len(Sort)), (Sort.SCREAMER, Sort.LURKER))
Rows = NDArray[np.intp]


class Dead(NamedTuple):
    """Their columns."""

    plan: Plan
    senses: Senses
    mind: Mind
    body: Body
    actor: Actor
    entity: Entity


@system
def encircle(
    plan: Mut[Plan],
    senses: Mut[Senses],
    mind: Mind,
    body: Body,
    actor: Actor,
    entity: Entity,
    packs: Packs,
    ground: Ground,
    clock: Clock,
    tuning: Tuning,
    rules: Rules,
    world: World,
    noticed: Emit[Noticed],
) -> None:
    """Draw rings, share out slots, and lead everybody to theirs."""
    tick = clock.tick
    if "packs" in rules.without or not (packs.rings or clock.every(MUSTER_TICKS, MUSTER_AT)):
        return
    dead = Dead(plan, senses, mind, body, actor, entity)
    if clock.every(MUSTER_TICKS, MUSTER_AT):
        draw_rings(packs, dead, tick)
    for ring in packs.rings:
        _work(ring, ground)
        if ring.due <= tick:
            ring.due = tick + LOOK_TICKS
            _look(ring, dead, world, ground, tuning, tick, noticed)
    turn = thinking(tick, len(plan.task))
    if turn is not None:
        _lead(packs, dead, turn, ground.solid.shape[1], tick)


def draw_rings(packs: Packs, dead: Dead, tick: int) -> None:
    """Begin rings round those whom enough hunt, and let go of the others."""
    hunts = (dead.mind.mood == HUNT).nonzero()[0]
    foe = dead.mind.foe[hunts]
    hunts, foe = hunts[foe != NOBODY], foe[foe != NOBODY]
    wanted: list[int] = []
    if len(hunts) >= LEAST:
        count = np.bincount(foe & SLOT_MASK)
        many = (count >= LEAST).nonzero()[0]
        many = many[np.argsort(-count[many], kind="stable")][:MOST_RINGS]
        wanted = [int(foe[(foe & SLOT_MASK == slot).argmax()]) for slot in many.tolist()]
    known = [ring.foe for ring in packs.rings]
    dead.plan.task[(dead.plan.task == SLOT) & ~np.isin(dead.mind.foe, wanted)] = NO_TASK
    packs.rings = [ring for ring in packs.rings if ring.foe in wanted]
    packs.rings += [Ring(each, tick) for each in wanted if each not in known]


def _work(ring: Ring, ground: Ground) -> None:
    """Go on with the slots that are worked on; take them when they are whole."""
    if ring.coming is not None and ways.advance(ring.coming, ground):
        ring.slots, ring.coming = ring.coming, None


def _look(
    ring: Ring, dead: Dead, world: World, ground: Ground, tuning: Tuning, tick: int, noticed: Emit[Noticed]
) -> None:
    """See how it stands, and decide: gather, attack, or cut off."""
    rows = ((dead.mind.mood == HUNT) & (dead.mind.foe == ring.foe)).nonzero()[0]
    if not len(rows):
        return
    know(ring, dead, rows, world, tick)
    away = dead.body.pos[rows] - np.array(ring.spot, np.float32)
    near = length(away) <= NEAR_TILES
    rows, away = rows[near], away[near]
    far = length(away)
    if len(rows) < LEAST:
        return
    if _moves_on(ring, tick):
        _leave_slots(ring, dead, rows)
        _cut_off(ring, dead, rows, ground, tuning, tick, noticed)
        return
    _draw(ring, ground, tick)
    if ring.rush_until > tick:
        return
    if is_time(ring, away, far, tick):
        ring.rush_until = tick + ticks(RUSH_S)
        _leave_slots(ring, dead, rows)
    elif ring.slots is not None and ring.assign_at <= tick:
        ring.assign_at = tick + ASSIGN_TICKS
        _share_out(ring, dead, rows[far > PASSING], ground, tuning, tick, noticed)


def know(ring: Ring, dead: Dead, rows: Rows, world: World, tick: int) -> None:
    """Gather what these hunters know of their foe: the latest place, and how it moves while one sees it."""
    latest = rows[dead.senses.spot_at[rows].argmax()]
    x, y = dead.senses.spot[latest].tolist()
    ring.spot, ring.spot_at = (x, y), int(dead.senses.spot_at[latest])
    foe, alive = world.resolve(np.array([ring.foe], np.int64))
    ring.aim, ring.is_open = -1, False
    if alive[0] and bool((dead.senses.seen[rows] == ring.foe).any()):
        vx, vy = world.table["Body.vel"][foe[0]].tolist()
        ring.vel, ring.vel_at = (vx, vy), tick
        ring.aim = int(ways.sector(world.table["Body.heading"][foe])[0])
        ring.is_open = bool(world.table["Arms.reload_until"][foe[0]] > tick)


def _draw(ring: Ring, ground: Ground, tick: int) -> None:
    """Look for slots anew when the foe is elsewhere, aims elsewhere, or the ground has changed."""
    if ring.coming is not None or ring.drawn_at + DRAW_TICKS > tick:
        return
    high, wide = ground.solid.shape
    tile = min(max(int(ring.spot[1]), 0), high - 1) * wide + min(max(int(ring.spot[0]), 0), wide - 1)
    old = ring.slots
    is_old = old is None or (old.tile, old.version, old.aim) != (tile, ground.version, ring.aim)
    if is_old:
        ring.coming, ring.drawn_at = ways.begin(ground, tile, ring.aim), tick


def _moves_on(ring: Ring, tick: int) -> bool:
    """Whether the foe is known to run or walk."""
    x, y = ring.vel
    return tick - ring.vel_at <= ticks(FRESH_S) and x * x + y * y > float(MOVES_ON) ** 2


def is_time(ring: Ring, away: Vec, far: Num, tick: int) -> bool:
    """Whether all attack now."""
    if ring.is_open or int((far < AT_HAND).sum()) >= ENGAGED:
        return True
    if ring.began < 0 or ring.slots is None:
        return False
    late = tick - ring.began > ticks(AT_MOST_S)
    late |= ring.first_in >= 0 and tick - ring.first_in > ticks(WAIT_S)
    is_open = ring.slots.layer >= 0
    wanted = min(int(np.ceil(ENOUGH * is_open.sum())), len(far))
    return late or int((held(away, far) & is_open).sum()) >= wanted


def _leave_slots(ring: Ring, dead: Dead, rows: Rows) -> None:
    """Let go of all slots."""
    dead.plan.task[rows[dead.plan.task[rows] == SLOT]] = NO_TASK
    ring.began = ring.first_in = ring.anchor = -1
    ring.assign_at = 0


def _share_out(
    ring: Ring, dead: Dead, rows: Rows, ground: Ground, tuning: Tuning, tick: int, noticed: Emit[Noticed]
) -> None:
    """Give slots to the nearest of these, and tell them what the others saw."""
    assert ring.slots is not None
    plan, sort = dead.plan, dead.actor.sort
    rows = _nearest(rows[~KEEPS_OFF[sort[rows]]], dead.body.pos, ring.spot)
    cell = ways.cells_of(ring.slots, dead.body.pos[rows], ground.solid.shape[1])
    arrive = ways.times(ring.slots, cell, tuning.bestiary.hunt[sort[rows]])
    own = np.where(plan.task[rows] == SLOT, plan.sector[rows], np.int8(-1))
    if ring.anchor < 0 and len(rows):
        ring.anchor = int(arrive.min(axis=0).argmin())
    number = shared_out(arrive, own, ring.anchor)
    goes = number >= 0
    plan.task[rows[~goes & (own >= 0)]] = NO_TASK
    rows, number = rows[goes], number[goes]
    is_new = plan.task[rows] != SLOT
    plan.task[rows], plan.sector[rows], plan.until[rows] = SLOT, number, tick + UNTIL_TICKS
    plan.goal[rows[is_new]] = dead.body.pos[rows[is_new]]
    if ring.began < 0 and len(rows):
        ring.began = tick
    _tell(ring, dead, rows)
    _order(ring, dead, rows[is_new], noticed)


def _nearest(rows: Rows, pos: Vec, spot: tuple[float, float]) -> Rows:
    """Return the candidates nearest to a place, nearest first."""
    away = pos[rows] - np.array(spot, np.float32)
    # sixteenths of a square tile: numbers of 16 bits are sorted by radix, in a fraction of the time
    near = np.minimum(dot(away, away) * 16, 65535).astype(np.uint16)
    return np.asarray(rows[np.argsort(near, kind="stable")[:CANDIDATES]])


def _tell(ring: Ring, dead: Dead, rows: Rows) -> None:
    """Let these know what one of them knew half a second ago, if that is newer than what they know."""
    old = rows[dead.senses.spot_at[rows] < ring.told_at]
    dead.senses.spot[old], dead.senses.spot_at[old] = ring.told, ring.told_at
    ring.told, ring.told_at = ring.spot, ring.spot_at


def _order(ring: Ring, dead: Dead, rows: Rows, noticed: Emit[Noticed]) -> None:
    """Put down in the log who now does something for the others."""
    if len(rows):
        noticed(who=dead.entity.id[rows], foe=ring.foe, mood=HUNT, why=int(Cause.ORDER))


def _cut_off(
    ring: Ring, dead: Dead, rows: Rows, ground: Ground, tuning: Tuning, tick: int, noticed: Emit[Noticed]
) -> None:
    """Send those who can be there first to where the foe will be."""
    rows = rows[~KEEPS_OFF[dead.actor.sort[rows]]]
    speed = tuning.bestiary.hunt[dead.actor.sort[rows]]
    goes, goal = ahead_of(ring.spot, ring.vel, dead.body.pos[rows], speed, ground)
    rows, plan = rows[goes], dead.plan
    is_new = plan.task[rows] != AHEAD
    plan.task[rows], plan.goal[rows], plan.until[rows] = AHEAD, goal[goes], tick + LOOK_TICKS * 2
    _order(ring, dead, rows[is_new], noticed)


def _lead(packs: Packs, dead: Dead, turn: slice, wide: int, tick: int) -> None:
    """Give everybody who has a slot the next step there; whose time is over has none."""
    first, step = turn.start or 0, turn.step or 1
    busy = (dead.plan.task[turn] == SLOT).nonzero()[0] * step + first
    foe = dead.mind.foe[busy]
    led = np.zeros(len(busy), np.bool_)
    for ring in packs.rings:
        mine = (foe == ring.foe).nonzero()[0]
        if ring.slots is not None and len(mine):
            led[mine] = _step(ring, ring.slots, dead, busy[mine], wide, tick)
    dead.plan.task[busy[~led | (dead.plan.until[busy] <= tick)]] = NO_TASK


def _step(ring: Ring, slots: Slots, dead: Dead, rows: Rows, wide: int, tick: int) -> Flag:
    """Lead these on; return who has a way, ``(k,)``."""
    plan, pos = dead.plan, dead.body.pos[rows]
    cell, number = ways.cells_of(slots, pos, wide), plan.sector[rows]
    led = (cell >= 0) & (number >= 0) & (slots.layer[number] >= 0)
    rows, pos, cell, number = rows[led], pos[led], cell[led], number[led]
    ahead, cost = ways.onward(slots, cell, number)
    centre = np.floor(pos) + np.float32(0.5) + ahead
    waits = (cost <= ONE_STEP) & (length(centre - pos) < IN_SLOT)
    if ring.first_in < 0 and waits.any():
        ring.first_in = tick
    onward = pos + unit(centre - pos) * STRIDE
    toward = pos + unit(np.array(ring.spot, np.float32) - pos) * FACE
    plan.goal[rows] = np.where(waits[:, None], toward, onward)
    return led
