"""The dead that Nam-ra bound: they stand with her, and go for what is hers to fight.

    order     does
    FOLLOW    comes to its leader
    HOLD      goes where it was sent, and stays
    STRIKE    goes for the one that was pointed at

Rules of this module:
- Who is bound changes sides: nothing it does hurts its leader or hers, and nothing of theirs hurts it. Its
  own kind does not notice, nor does the army: to both it is one of the dead.
- Its own senses stay its own: it hunts a soldier it sees or is hurt by. Beyond that it goes for those of the
  dead that hunt nearby, in its sight.
- When its time is over, or its leader's, it forgets all of it: it must notice somebody anew to hunt.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import All, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import NOBODY, Entity, World
from game.sim.components import (
    DEAD,
    NEVER,
    Act,
    Actor,
    Body,
    Drive,
    Gait,
    Health,
    Mind,
    Mood,
    Order,
    Plan,
    Senses,
    Side,
    Task,
)
from game.sim.happenings import Cause, Noticed, Ordered
from game.sim.maths import length, unit
from game.sim.resource_fields import Fields
from game.sim.resource_orders import Given, Orders
from game.sim.resources import Clock, Ground
from game.sim.think.errands import NO_ROW, quarry
from game.sim.think.pursuit import strike_from
from game.sim.think.walking import course
from game.sim.trace import is_clear

HEEL = np.float32(1.8)
"""So near its leader it stands, tile."""
THERE = np.float32(0.6)
"""So near the place it was sent to, it has arrived, tile."""
DEAD_SIDE, OWN_SIDE = np.uint8(Side.DEAD), np.uint8(Side.HALFBIE)
FOLLOW, HUNT = int(Mood.FOLLOW), int(Mood.HUNT)


@system
def obey_leader(
    mind: Mut[Mind],
    senses: Mut[Senses],
    drive: Mut[Drive],
    actor: Mut[Actor],
    plan: Mut[Plan],
    body: Body,
    entity: Entity,
    bodies: All[Body],
    healths: All[Health],
    orders: Orders,
    clock: Clock,
    ground: Ground,
    fields: Fields,
    tuning: Tuning,
    noticed: Emit[Noticed],
    ordered: Emit[Ordered],
    world: World,
) -> None:
    """Let the bound do as they were told, and free those whose time is over."""
    if not orders.given:
        return
    bound = _Bound(mind, senses, drive, actor, plan, body, world, ground, tuning)
    for given in orders.bound():
        (who, leader), alive = world.resolve(np.array([given.who, given.leader]))
        row = int(who) - world.span(DEAD).start
        over = clock.tick >= given.free_at or not alive[1] or healths.hp[leader] <= 0
        if not alive[0] or over:
            orders.given.remove(given)
        if not alive[0]:
            continue
        if over:
            bound.let_go(row)
            ordered(who=given.who, leader=given.leader, pos=body.pos[row], bond=-1)
            continue
        if actor.side[row] == DEAD_SIDE:
            bound.take(row)
            noticed(who=entity.id[row], mood=FOLLOW, why=int(Cause.ORDER))
        bound.steer(row, given, bodies.pos[leader], fields, clock.tick)


class _Bound:
    """The dead, of whom some are bound; rows are theirs."""

    def __init__(
        self,
        mind: Mind,
        senses: Senses,
        drive: Drive,
        actor: Actor,
        plan: Plan,
        body: Body,
        world: World,
        ground: Ground,
        tuning: Tuning,
    ) -> None:
        self.mind, self.senses, self.drive, self.actor = mind, senses, drive, actor
        self.plan, self.pos, self.world = plan, body.pos, world
        self.ground, self.tuning = ground, tuning

    def take(self, row: int) -> None:
        """Bind one: it forgets whom it hunted."""
        self._forget(row)
        self.actor.side[row], self.mind.mood[row] = OWN_SIDE, FOLLOW

    def let_go(self, row: int) -> None:
        """Free one."""
        self._forget(row)
        self.actor.side[row], self.mind.mood[row] = DEAD_SIDE, Mood.IDLE
        self.mind.home[row] = self.pos[row]

    def _forget(self, row: int) -> None:
        mind, senses, plan = self.mind, self.senses, self.plan
        mind.foe[row], mind.leg[row], mind.mood_until[row] = NOBODY, 0, 0
        senses.seen[row], senses.detect[row], senses.loud[row] = NOBODY, 0, 0
        senses.spot_at[row] = NEVER
        plan.task[row], plan.sector[row] = Task.NONE, -1
        plan.surge_until[row] = 0

    def steer(self, row: int, given: Given, leader: NDArray[np.float32], fields: Fields, tick: int) -> None:
        """Lead one of them for a tick, unless it fights somebody it sees itself."""
        if given.order is not Order.STRIKE and self._fights(row):
            return
        self.mind.mood[row], self.plan.task[row] = FOLLOW, Task.NONE
        foe = self._foe(row, given, leader, tick)
        if foe != NO_ROW:
            self._go(row, self.world.table["Body.pos"][foe], self._reach(row), fields, tick, strikes=True)
        elif given.order is Order.FOLLOW:
            self._go(row, leader, HEEL, fields, tick, strikes=False)
        else:
            goal = np.array(given.goal, np.float32)
            self._go(row, goal, THERE, fields, tick, strikes=False)

    def _fights(self, row: int) -> bool:
        """Whether it hunts a soldier, as its own senses led it to."""
        foe, lives = self.world.resolve(self.mind.foe[row : row + 1])
        side = self.world.table["Actor.side"][foe[0]]
        return bool(self.mind.mood[row] == HUNT and lives[0] and side == Side.ARMY.value)

    def _reach(self, row: int) -> np.float32:
        return np.float32(strike_from(self.tuning.bestiary)[self.actor.sort[row]])

    def _foe(self, row: int, given: Given, leader: NDArray[np.float32], tick: int) -> int:
        """Return the row of the table of whom it goes for, or ``NO_ROW``."""
        if given.order is Order.STRIKE:
            eyes = np.stack([self.pos[row], leader])
            return quarry(given, self.world, self.ground, eyes, tick)
        span, table = self.world.span(DEAD), self.world.table
        hunts = (self.mind.mood == HUNT) & (self.actor.side == DEAD_SIDE)
        far = length(self.pos - self.pos[row])
        near = (hunts & (far <= np.float32(self.tuning.company.defend_tiles))).nonzero()[0]
        if len(near):
            here = np.broadcast_to(self.pos[row], (len(near), 2))
            near = near[is_clear(self.ground.opaque, here, table["Body.pos"][span][near])]
        return int(near[far[near].argmin()]) + span.start if len(near) else NO_ROW

    def _go(
        self,
        row: int,
        goal: NDArray[np.float32],
        near: np.float32,
        fields: Fields,
        tick: int,
        *,
        strikes: bool,
    ) -> None:
        """Walk somewhere, and strike or stand there."""
        drive, beasts, one = self.drive, self.tuning.bestiary, slice(row, row + 1)
        away = (goal - self.pos[row])[None]
        arrived = bool(length(away)[0] <= near)
        no, yes = np.zeros(1, np.bool_), np.ones(1, np.bool_)
        road = course(fields, self.ground, self.pos[one], goal[None], no, yes, tick)
        pace = np.float32(0) if arrived else beasts.hunt[self.actor.sort[row]]
        drive.want[one] = road.way * pace
        drive.gait[row] = Gait.STILL if arrived else Gait.WALK
        drive.accel[row] = beasts.accel[self.actor.sort[row]]
        drive.aim[one] = unit(away)
        if strikes or not arrived:
            drive.face[one] = drive.aim[one]
        drive.act[row] = Act.STRIKE if strikes and arrived else Act.NONE
