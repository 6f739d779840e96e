"""Orders: one button, and what is pointed at says which.

    the button   pointed at                          order
    tapped       a foe                               STRIKE it: all
    tapped       oneself or one's own; or twice      FOLLOW: all
    tapped       the ground                          HOLD there: the nearest who is free
    held         one of the dead, near (Nam-ra)      they are bound: up to ``command_most`` near the point
    held         the ground                          LURE there: the nearest companion who is free

Why one button: both hands are on moving and aiming, and what one looks at already says what is meant. Held
is the strong word, and costs time: ``orders.cast_s``, in which a wound breaks it off.

Rules of this module:
- What stands within ``point_tiles`` of the point, in sight, is meant. A stick gives a direction rather than
  a point: aimed far off, the first foe on the line is meant. Behind a wall nobody is, and nobody is sent.
- Companions who follow obey, and those of the dead the leader bound. The dead go, hold and strike, but lure
  nobody; callers are not bound: they are the horde's voice.
- Binding costs hunger; it is refused where that would end in frenzy. Who is bound beyond ``command_most``
  comes free, the oldest first.
- Orders are words in ``Orders``; minds carry them out.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import NOBODY, Entity, World
from game.sim.buttons import holds
from game.sim.components import (
    COMPANION,
    DEAD,
    LIVING,
    NEVER,
    Actor,
    Body,
    Button,
    Health,
    Hero,
    Mood,
    Order,
    Pilot,
    Side,
    Sort,
    Vec,
)
from game.sim.happenings import Ordered
from game.sim.intent import Inbox
from game.sim.maths import length
from game.sim.resource_orders import SPENT, Given, Orders
from game.sim.resources import Clock, Ground, ticks
from game.sim.sides import FOES
from game.sim.spawn import unblocked
from game.sim.trace import first_block, is_clear

Rows = NDArray[np.intp]
FAR_AIM = 8.5
"""Aimed farther off than this, a direction is meant: a stick's full tilt, tile."""
OFF_WALL = np.float32(0.6)
"""Nobody is sent nearer to a wall than this, tile."""
NOT_DOWN, TAPPED, HELD = range(3)


@system
def give_orders(
    hero: Mut[Hero],
    pilot: Pilot,
    body: Body,
    health: Health,
    entity: Entity,
    inbox: Inbox,
    orders: Orders,
    clock: Clock,
    ground: Ground,
    tuning: Tuning,
    world: World,
    ordered: Emit[Ordered],
) -> None:
    """Read the presses of the button, and give the orders they mean."""
    if not (orders.since or inbox.holds(Button.ORDER)):
        return
    can = (health.hp > 0) & (hero.frenzy_until <= clock.tick)
    down = holds(pilot, Button.ORDER) & can
    for row, slot in enumerate(pilot.slot.tolist()):
        cast = ticks(tuning.orders.cast_s)
        how = _press(
            orders, slot, is_down=bool(down[row]), hurt_at=int(health.hurt_at[row]), now=clock.tick, cast=cast
        )
        if how == NOT_DOWN or not can[row]:
            continue
        leader = _Leader(world, orders, ground, tuning, clock.tick, row, pilot)
        if how == HELD:
            hero.hunger[row] += leader.bind_or_lure(float(hero.hunger[row]))
        else:
            leader.tap(slot)
        for who, order, bond in leader.said:
            ordered(who=who, leader=entity.id[row], pos=body.pos[row], order=int(order), bond=bond)


def _press(orders: Orders, slot: int, *, is_down: bool, hurt_at: int, now: int, cast: int) -> int:
    """Follow one player's button; return whether it was tapped, or held long enough, this very tick."""
    since = orders.since.get(slot)
    if since is None:
        if is_down:
            orders.since[slot] = now
        return NOT_DOWN
    if not is_down:
        del orders.since[slot]
        return NOT_DOWN if since == SPENT else TAPPED
    if since == SPENT or (hurt_at <= since and now - since < cast):
        return NOT_DOWN
    orders.since[slot] = SPENT
    return NOT_DOWN if hurt_at > since else HELD


class _Leader:
    """A player who gives an order; ``said`` is what comes of it: ids, orders, bonds."""

    def __init__(
        self, world: World, orders: Orders, ground: Ground, tuning: Tuning, tick: int, row: int, pilot: Pilot
    ) -> None:
        table = world.table
        self.world, self.orders, self.ground, self.tick = world, orders, ground, tick
        self.rules, self.hunger = tuning.orders, tuning.hunger
        self.row, self.id, self.pos = row, int(table["Entity.id"][row]), table["Body.pos"][row].copy()
        self.side, self.sort = int(table["Actor.side"][row]), int(table["Actor.sort"][row])
        self.way, self.reach = pilot.aim[row], float(pilot.reach[row])
        self.point = self.pos + self.way * np.float32(min(self.reach, self.rules.reach_tiles))
        self.said: list[tuple[int, Order, int]] = []

    def tap(self, slot: int) -> None:
        """Give the order that fits what is pointed at."""
        before = self.orders.tapped.get(slot, NEVER)
        self.orders.tapped[slot] = self.tick
        followers, meant = self._followers(), self._meant()
        twice = self.tick - before <= ticks(self.rules.twice_s)
        at_hand = min(self.reach, self.rules.reach_tiles) <= self.rules.point_tiles
        if twice or at_hand or (meant >= 0 and self._id(meant) in followers):
            for who in followers:
                self._give(Given(who, self.id))
        elif meant >= 0 and self._is_foe(meant):
            for who in followers:
                until = self.tick + ticks(self.rules.strike_s)
                self._give(Given(who, self.id, Order.STRIKE, self._place(meant), self._id(meant), until))
        else:
            self._send(followers, Order.HOLD)

    def bind_or_lure(self, hunger: float) -> float:
        """Bind the dead pointed at, or send somebody to lure; return what it costs, hunger."""
        meant, rules = self._meant(), self.rules
        companions = self._companions()
        near = self._bindable()
        if len(near) and (meant in near.tolist() or not companions):
            if hunger + rules.command_hunger >= self.hunger.frenzy_at:
                return 0.0
            self._bind(near)
            return rules.command_hunger
        self._send(companions, Order.LURE)
        return 0.0

    # -- who ---------------------------------------------------------------------------------

    def _companions(self) -> list[int]:
        """Return the ids of those who follow, in the order of their rows."""
        span, table = self.world.span(COMPANION), self.world.table
        follows = (table["Mind.mood"][span] == Mood.FOLLOW.value) & (table["Health.hp"][span] > 0)
        ids: list[int] = table["Entity.id"][span][follows].tolist()
        return ids

    def _followers(self) -> list[int]:
        """Return the ids of all who obey."""
        bound = np.array([g.who for g in self.orders.bound() if g.leader == self.id], np.int64)
        alive: list[int] = bound[self.world.resolve(bound)[1]].tolist()
        return self._companions() + alive

    def _meant(self) -> int:
        """Return the row of who is pointed at, -1 when it is nobody."""
        live = self.world.rows(*LIVING)
        body = self.world.view(Body, live)
        gap = body.pos - self.pos
        along = gap[:, 0] * self.way[0] + gap[:, 1] * self.way[1]
        aside = np.abs(gap[:, 0] * self.way[1] - gap[:, 1] * self.way[0])
        there = self.world.view(Health, live).hp > 0
        there[self.row] = False
        far = length(body.pos - self.point)
        near = np.where(there & (far <= np.float32(self.rules.point_tiles)), far, np.float32(np.inf))
        if self.reach > FAR_AIM and not np.isfinite(near).any():
            ahead = there & FOES[self.side, self.world.view(Actor, live).side]
            ahead &= (aside <= np.float32(self.rules.point_tiles)) & (along > 0)
            near = np.where(ahead & (along <= np.float32(self.rules.reach_tiles)), along, np.float32(np.inf))
        rows = np.isfinite(near).nonzero()[0]
        rows = rows[self._sees(body.pos[rows])]
        return int(rows[near[rows].argmin()]) if len(rows) else -1

    def _sees(self, places: Vec) -> NDArray[np.bool_]:
        return np.asarray(is_clear(self.ground.opaque, np.broadcast_to(self.pos, places.shape), places))

    def _is_foe(self, row: int) -> bool:
        table = self.world.table
        gave_up = table["Mind.mood"][row] == Mood.SURRENDER.value
        return bool(FOES[self.side, table["Actor.side"][row]] and not gave_up)

    def _id(self, row: int) -> int:
        return int(self.world.table["Entity.id"][row])

    def _place(self, row: int) -> tuple[float, float]:
        x, y = self.world.table["Body.pos"][row].tolist()
        return x, y

    # -- what --------------------------------------------------------------------------------

    def _give(self, given: Given, bond: int = 0) -> None:
        """Put a word in the place of the one before; a bound one stays bound as long as it was."""
        old = self.orders.of(given.who)
        if old is not None:
            self.orders.given.remove(old)
            given.free_at = max(given.free_at, old.free_at)
        if given.order is not Order.FOLLOW or given.is_bound:
            self.orders.given.append(given)
        self.said.append((given.who, given.order, bond))

    def _send(self, followers: list[int], order: Order) -> None:
        """Send the nearest who is free to the point, or, when all are busy, the nearest."""
        if not followers:
            return
        given = [self.orders.of(who) for who in followers]
        free = [w for w, g in zip(followers, given, strict=True) if g is None or g.order is Order.FOLLOW]
        ids = np.array(free or followers, np.int64)
        goal = self._ground_at()
        far = length(self.world.table["Body.pos"][self.world.resolve(ids)[0]] - goal)
        x, y = goal[0].tolist()
        until = self.tick + ticks(self.rules.travel_s)
        self._give(Given(int(ids[far.argmin()]), self.id, order, (x, y), NOBODY, until))

    def _ground_at(self) -> Vec:
        """Return the point aimed at, before the first wall, where one can stand, ``(1, 2)``."""
        way = self.point - self.pos
        share = float(first_block(self.ground.solid, self.pos[None], self.point[None])[0])
        whole = float(length(way[None])[0])
        cut = 1.0 if share >= 1 else max(0.0, share - float(OFF_WALL) / max(whole, 0.01))
        return unblocked(self.ground, (self.pos + way * np.float32(cut))[None])

    def _bindable(self) -> Rows:
        """Return the rows of the dead that would obey, the nearest to the point first."""
        if self.sort != Sort.NAMRA:
            return np.empty(0, np.intp)
        span, table = self.world.span(DEAD), self.world.table
        pos = table["Body.pos"][span]
        can = (table["Actor.side"][span] == Side.DEAD.value) & (table["Health.hp"][span] > 0)
        can &= table["Actor.sort"][span] != Sort.SCREAMER.value
        can &= length(pos - self.pos) <= np.float32(self.rules.command_tiles)
        rows = can.nonzero()[0]
        rows = rows[self._sees(pos[rows])]
        order = np.argsort(length(pos[rows] - self.point), kind="stable")
        return np.asarray(rows[order] + span.start)

    def _bind(self, near: Rows) -> None:
        """Bind as many of those as obey at once."""
        new = near[: self.rules.command_most].tolist()
        free_at = self.tick + ticks(self.rules.command_s)
        mine = [g for g in self.orders.bound() if g.leader == self.id]
        for old in mine[: max(0, len(mine) + len(new) - self.rules.command_most)]:
            old.free_at = self.tick
        for row in new:
            self._give(Given(self._id(row), self.id, free_at=free_at), bond=1)
