"""Companions: half-bies who follow the player, keep out of the way, and do what they are told.

    order     does
    FOLLOW    keeps ``company.follow_tiles`` behind the nearest player
    HOLD      goes where it was sent, and stays
    LURE      goes there, knocks for a while, comes back
    STRIKE    goes for the one that was pointed at

Rules of this module:
- Only those in FOLLOW act; the others stand where the story left them.
- They never stand where the player points (``company.fire_cos``): who does steps out to the nearer side.
- They never break stealth: they sneak while the nearest player does, and never run then; they make no noise
  but the one they are sent to make, and begin no fight they were not sent into.
- One of the dead that raises its hand near a player or a companion, within ``defend_tiles``, is gone for,
  whatever the order. Farther off than ``leash_tiles`` a follower runs.
- Under fire (``Nerve``) they run behind cover.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import NOBODY, Entity, World
from game.sim.buttons import holds
from game.sim.components import (
    COMPANION,
    PLAYER,
    Act,
    Actor,
    Body,
    Button,
    Drive,
    Flag,
    Gait,
    Mind,
    Mood,
    Nerve,
    Num,
    Order,
    Pilot,
    Vec,
)
from game.sim.happenings import Heard, Noise
from game.sim.maths import length, unit
from game.sim.resource_fields import Fields
from game.sim.resource_orders import Given, Orders
from game.sim.resources import Clock, Ground, ticks
from game.sim.think.cover import shelter
from game.sim.think.errands import NO_ROW, quarry
from game.sim.think.escort import Escort, attackers
from game.sim.think.walking import course
from game.sim.turns import company_thinks

Rows = NDArray[np.intp]
FOLLOW = int(Mood.FOLLOW)
CLOSE = np.float32(0.9)
"""Share of the reach at which one strikes."""
THERE = np.float32(0.7)
"""So near the place one was sent to, one has arrived, tile."""


@system
def companion_minds(
    mind: Mut[Mind],
    drive: Mut[Drive],
    body: Body,
    actor: Actor,
    nerve: Nerve,
    entity: Entity,
    clock: Clock,
    ground: Ground,
    level: Level,
    fields: Fields,
    orders: Orders,
    tuning: Tuning,
    noise: Emit[Noise],
    world: World,
) -> None:
    """Follow, obey and defend."""
    span, players = world.span(COMPANION), world.span(PLAYER)
    count = span.stop - span.start
    if not company_thinks(clock.tick) or not count or players.stop == players.start:
        return
    rows = (mind.mood[:count] == FOLLOW).nonzero()[0]
    if not len(rows):
        return
    company = _Company(world, ground, tuning, rows, body.pos[rows], actor.sort[rows], clock.tick)
    for index, who in enumerate(entity.id[rows].tolist()):
        given = orders.of(who)
        if given is not None and company.obey(index, given, noise):
            orders.given.remove(given)
    company.take_cover(nerve, level)
    company.defend()
    mind.foe[rows] = np.where(company.foe >= 0, world.table["Entity.id"][company.foe], np.int64(NOBODY))
    company.act(drive, fields)


class _Company:
    """Those who follow; columns are of them only.

    Attributes:
        goal: ``(k, 2)`` where each goes, tile.
        speed: ``(k,)`` how fast, tile/s.
        foe: ``(k,)`` row of the table of whom each strikes, ``NO_ROW`` when it is nobody.
    """

    def __init__(
        self,
        world: World,
        ground: Ground,
        tuning: Tuning,
        rows: Rows,
        pos: Vec,
        sort: NDArray[np.uint8],
        tick: int,
    ) -> None:
        self.world, self.ground, self.tuning = world, ground, tuning
        self.rows, self.pos, self.sort, self.tick = rows, pos, sort, tick
        escort = Escort.of(world.view(Body, world.span(PLAYER)), pos, tuning, ground)
        self.leader, self.goal = escort.leader, escort.goal
        beasts = tuning.bestiary
        self.speed = escort.pace(beasts.walk[sort], beasts.run[sort])
        self.foe = np.full(len(rows), NO_ROW, np.intp)
        pilot = world.view(Pilot, world.span(PLAYER))
        self.sneaks = holds(pilot, Button.SNEAK)[self.leader]

    def obey(self, index: int, given: Given, noise: Emit[Noise]) -> bool:
        """Let one do as it was told; return whether the order is over."""
        if given.order is Order.STRIKE:
            leader_at = self.world.table["Body.pos"][self.leader[index]]
            eyes = np.stack([self.pos[index], leader_at])
            self.foe[index] = quarry(given, self.world, self.ground, eyes, self.tick)
        if given.order is Order.FOLLOW:
            return True
        away = float(length((np.array(given.goal, np.float32) - self.pos[index])[None])[0])
        self.goal[index] = given.goal
        there = away <= float(THERE)
        self.speed[index] = 0 if there else self.tuning.bestiary.walk[self.sort[index]]
        if given.order is Order.LURE:
            return self._lure(index, given, noise, there=there)
        return given.order is Order.STRIKE and self.tick >= given.until

    def _lure(self, index: int, given: Given, noise: Emit[Noise], *, there: bool) -> bool:
        """Knock at the place; return whether that is done."""
        rules = self.tuning.orders
        if there and not given.next_at:
            given.next_at, given.until = self.tick, self.tick + ticks(rules.lure_s)
        if given.next_at and self.tick >= given.next_at:
            given.next_at += ticks(rules.lure_every_s)
            row = self.rows[index] + self.world.span(COMPANION).start
            noise(
                pos=self.pos[index : index + 1],
                loudness=rules.lure_noise,
                heard=int(Heard.BLOW),
                source=self.world.table["Entity.id"][row],
                side=self.world.table["Actor.side"][row],
            )
        return self.tick >= given.until

    def take_cover(self, nerve: Nerve, level: Level) -> None:
        """Run behind cover from fire."""
        hit = (nerve.pinned_until[self.rows] > self.tick).nonzero()[0]
        if len(hit):
            threat = nerve.threat[self.rows[hit]]
            has, place = shelter(level, self.pos[hit], threat, self.tuning.army.cover_tiles)
            goes = hit[has]
            self.goal[goes] = place[has]
            far = length(place[has] - self.pos[goes])
            self.speed[goes] = np.where(far <= THERE, 0, self.tuning.bestiary.run[self.sort[goes]])

    def defend(self) -> None:
        """Go for whoever raises its hand at one's own."""
        foes = attackers(self.world)
        if not len(foes):
            return
        gap = self.world.table["Body.pos"][foes][None, :, :] - self.pos[:, None, :]
        far = length(gap.reshape(-1, 2)).reshape(gap.shape[:2])
        best = far.argmin(axis=1)
        near = far[np.arange(len(best)), best] <= np.float32(self.tuning.company.defend_tiles)
        self.foe[near] = foes[best[near]]

    def act(self, drive: Drive, fields: Fields) -> None:
        """Ask legs and hands for it."""
        beasts, rows = self.tuning.bestiary, self.rows
        fights = self.foe >= 0
        foe_at = np.where(fights[:, None], self.world.table["Body.pos"][self.foe], self.pos)
        self.goal[fights] = foe_at[fights]
        strikes = fights & (length(foe_at - self.pos) <= beasts.reach[self.sort] * CLOSE)
        speed = np.where(fights, beasts.hunt[self.sort], self.speed)
        sneaks = self.sneaks & ~fights
        speed = np.where(sneaks, np.minimum(speed, beasts.sneak[self.sort]), speed)
        speed[strikes] = 0
        straight = np.zeros(len(rows), np.bool_)
        road = course(fields, self.ground, self.pos, self.goal, straight, fights, self.tick)
        drive.want[rows] = road.way * speed[:, None]
        drive.accel[rows] = beasts.accel[self.sort]
        drive.gait[rows] = _gait(speed, beasts.walk[self.sort], sneaks)
        drive.aim[rows[fights]] = unit(foe_at - self.pos)[fights]
        drive.face[rows] = unit(np.where(fights[:, None], drive.aim[rows], drive.want[rows]))
        drive.act[rows] = np.where(strikes, np.uint8(Act.STRIKE), np.uint8(Act.NONE))


def _gait(speed: Num, walk: Num, sneaks: Flag) -> NDArray[np.uint8]:
    moving = np.where(speed > walk, np.uint8(Gait.SPRINT), np.uint8(Gait.WALK))
    moving = np.where(sneaks, np.uint8(Gait.SNEAK), moving)
    return np.where(speed > 0, moving, np.uint8(Gait.STILL))
