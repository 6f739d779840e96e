"""The dead: what each makes of what reached it, as a table of moods.

    mood      does                           leaves it for
    ASLEEP    stands                         SUSPECT a noise well above hearing, the stir of a neighbour
                                             HUNT touched or hurt
    IDLE      stands, then WANDER            SUSPECT certainty >= suspicious_at (seen or heard)
    WANDER    strolls near home, then IDLE   SEARCH certainty >= search_at
    SUSPECT   turns, then goes to look       SEARCH as above; IDLE after investigate_s
    SEARCH    goes there, looks about        IDLE after search_s
    HUNT      goes for the foe (pursuit)     SEARCH after lose_s unseen, or where it was last known

    any of them -> HUNT at full certainty: seen long enough, touched, hurt; or told by a neighbour (alarm)

Rules of this module:
- Every mind thinks once in ``PERIOD`` ticks, by turns. It knows only its Senses and what it was told.
- Whoever becomes surer says what reached it (``Noticed``): that is the log fairness is judged by.
- New hunters cry out, woken sleepers stir (``News``). Lurkers move for nothing but the hunt.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import NOBODY, Entity, World
from game.sim.components import (
    Act,
    Actor,
    Body,
    Deed,
    Drive,
    Flag,
    Gait,
    Health,
    Mind,
    Mood,
    Num,
    Plan,
    Senses,
    Sort,
    Stage,
    Vec,
)  # fmt: skip
from game.sim.happenings import Cause, Noticed
from game.sim.maths import length, put, scaled, unit
from game.sim.resource_fields import Fields
from game.sim.resource_news import News
from game.sim.resource_sight import Sights
from game.sim.resources import TICKS_PER_SECOND, Clock, Ground, Random, ticks
from game.sim.think.alarm import cry_out
from game.sim.think.pursuit import Pursuit, paces
from game.sim.think.tasks import obey
from game.sim.think.walking import Part, chance, course
from game.sim.turns import PERIOD, thinking

# plain numbers: comparing columns with an enum's member costs more than the comparison
ACT_NONE, STAGE_NONE, WINDUP = int(Act.NONE), int(Stage.NONE), int(Stage.WINDUP)
GAIT_STILL, GAIT_WALK = np.uint8(Gait.STILL), np.uint8(Gait.WALK)
ASLEEP, IDLE, WANDER, SUSPECT, SEARCH, HUNT = (
    int(mood) for mood in (Mood.ASLEEP, Mood.IDLE, Mood.WANDER, Mood.SUSPECT, Mood.SEARCH, Mood.HUNT)
)
SURE = np.float32(0.98)
"""Certainty that counts as full; a moment's fading is forgiven."""
MOST = np.float32(0.9)
"""Certainty that hearing alone can give."""
TURN_S = 0.7
"""A suspicious one first only turns, s."""
GO_S = 0.5
"""A stroll has begun by then, s."""
STUCK = np.float32(0.2)
"""Who strolls no faster walks against something, tile/s."""
NEAR = np.float32(0.9)
"""So near, one has arrived, tile."""
AROUND = 4.0
"""A search looks about within so many tiles."""
Rows = NDArray[np.intp]
CALM = (IDLE, WANDER)


@system
def dead_minds(
    mind: Mut[Mind],
    senses: Mut[Senses],
    drive: Mut[Drive],
    body: Body,
    actor: Actor,
    health: Health,
    deed: Deed,
    plan: Mut[Plan],
    entity: Entity,
    clock: Clock,
    random: Random,
    ground: Ground,
    fields: Fields,
    sights: Sights,
    news: News,
    tuning: Tuning,
    noticed: Emit[Noticed],
    world: World,
) -> None:
    """Let those of the dead whose turn it is take in what reached them, and decide."""
    turn = thinking(clock.tick, len(mind.mood))
    if turn is None or not len(mind.mood[turn]):
        return
    herd = _Herd(turn, mind, senses, drive, body, actor, health, deed, entity, clock.tick, tuning)
    woken = herd.take_in(noticed)
    herd.give_up(world)
    herd.stroll(random)
    if herd.changed or len(woken):
        cry_out(news, ground, herd.mind, herd.body, woken, clock.tick, tuning)
    herd.go(plan, world, ground, fields, sights)


class _Herd:
    """The dead whose turn it is."""

    def __init__(
        self,
        turn: slice,
        mind: Mind,
        senses: Senses,
        drive: Drive,
        body: Body,
        actor: Actor,
        health: Health,
        deed: Deed,
        entity: Entity,
        tick: int,
        tuning: Tuning,
    ) -> None:
        self.mind, self.senses, self.drive = Part(mind, turn), Part(senses, turn), Part(drive, turn)
        self.body, self.deed, self.health = Part(body, turn), Part(deed, turn), Part(health, turn)
        self.id, self.sort = entity.id[turn], actor.sort[turn]
        self.turn, self.tick, self.tuning = turn, tick, tuning
        self.sees = self.senses.seen >= 0
        self.hears = (self.senses.loud > 0) & (self.senses.react_at <= tick)
        self.changed = False

    def is_in(self, *moods: int) -> Flag:
        """Return who is in one of these moods, ``(k,)``."""
        found: Flag = self.mind.mood == moods[0]
        for mood in moods[1:]:
            found |= self.mind.mood == mood
        return found

    def take_in(self, noticed: Emit[Noticed]) -> Rows:
        """Become surer by what was seen, heard and felt; return who woke, ``(k,)``."""
        detect, mind, senses = self.tuning.detect, self.mind, self.senses
        uneasy = senses.detect >= np.float32(detect.suspicious_at)
        rows = (uneasy | self.sees | self.hears).nonzero()[0]  # nothing has reached the others
        if not len(rows):
            return np.asarray(rows)
        self._listen()
        mood, certainty = mind.mood[rows], senses.detect[rows]
        sees, hears = self.sees[rows], self.hears[rows]
        sure = certainty >= SURE
        sure &= sees | (senses.spot_at[rows] >= self.tick - PERIOD)
        sure &= mood != HUNT
        seen, roused, asleep = rows[sees], sees | hears, mood == ASLEEP
        put(seen, senses.spot.take(seen, axis=0), mind.goal)
        calm = ((mood == IDLE) | (mood == WANDER)) & ~sure
        looks = (calm | ((mood == SUSPECT) & ~sure)) & (certainty >= np.float32(detect.search_at))
        turns = calm & ~looks & (certainty >= np.float32(detect.suspicious_at))
        turns |= asleep & hears & ~sure
        mind.mood_until[rows[roused & (mood == SUSPECT)]] = self.tick + ticks(detect.investigate_s)
        mind.mood_until[rows[roused & (mood == SEARCH)]] = self.tick + ticks(detect.search_s)
        self._hunt(rows[sure], noticed)
        self._take_on(SEARCH, rows[looks], detect.search_s, noticed)
        self._take_on(SUSPECT, rows[turns], detect.investigate_s, noticed)
        return np.asarray(rows[asleep & (sure | turns)])

    def _listen(self) -> None:
        """Act on noises whose time has come."""
        rows = self.hears.nonzero()[0]
        if not len(rows):
            return
        detect, senses, mind = self.tuning.detect, self.senses, self.mind
        loud = np.float32(detect.noise_base) + np.float32(detect.noise_per_tile) * senses.loud[rows]
        senses.detect[rows] = np.maximum(senses.detect[rows], np.minimum(loud, MOST))
        senses.loud[rows] = 0
        mind.goal[rows] = senses.heard_spot[rows]
        mind.leg[rows[mind.mood[rows] != HUNT]] = 0
        blind = rows[(mind.mood[rows] == HUNT) & ~self.sees[rows]]
        senses.spot[blind], senses.spot_at[blind] = senses.heard_spot[blind], self.tick

    def _take_on(self, mood: int, rows: Rows, duration: float, noticed: Emit[Noticed] | None) -> None:
        """Change mood; tell it when something reached them."""
        if not len(rows):
            return
        self.changed = True
        mind = self.mind
        mind.mood[rows], mind.since[rows], mind.leg[rows] = mood, self.tick, 0
        mind.mood_until[rows] = self.tick + ticks(duration)
        if noticed:
            why = np.where(self.sees[rows], Cause.SIGHT, Cause.HEARING)
            why = np.where(~self.sees[rows] & (mood == HUNT), Cause.TOUCH, why)
            foe = np.where(self.sees[rows], self.senses.seen[rows], mind.foe[rows])
            noticed(who=self.id[rows], foe=foe, mood=mood, why=why)

    def _hunt(self, rows: Rows, noticed: Emit[Noticed]) -> None:
        """Begin to hunt whom they see, or who hurt them."""
        if not len(rows):
            return
        mind, seen = self.mind, self.senses.seen[rows]
        mind.foe[rows] = np.where(self.sees[rows], seen, self.health.hurt_by[rows])
        mind.hops[rows] = 0
        mind.goal[rows] = self.senses.spot.take(rows, axis=0)
        self._take_on(HUNT, rows, 0, noticed)

    def give_up(self, world: World) -> None:
        """Lose track, and lose patience."""
        mind, senses, detect = self.mind, self.senses, self.tuning.detect
        hunts = (mind.mood == HUNT).nonzero()[0]
        if len(hunts):
            sees = self.sees[hunts]
            switched = hunts[sees]
            mind.foe[switched] = senses.seen[switched]
            lost = self._lost(hunts[~sees], world)
            mind.goal[lost] = senses.spot.take(lost, axis=0)
            senses.detect[lost] = np.minimum(senses.detect[lost], np.float32(detect.search_at))
            self._take_on(SEARCH, lost, detect.search_s, None)
        over = (self.is_in(SUSPECT, SEARCH) & (mind.mood_until <= self.tick)).nonzero()[0]
        if len(over):
            mind.home[over], mind.foe[over], senses.detect[over] = self.body.pos[over], NOBODY, 0
            self._take_on(IDLE, over, 1.0, None)

    def _lost(self, blind: Rows, world: World) -> Rows:
        """Return which of these hunters, who see nobody, lose track."""
        spot, foe = self.senses.spot.take(blind, axis=0), self.mind.foe[blind]
        unseen = self.tick - self.senses.spot_at[blind]
        there = length(spot - self.body.pos.take(blind, axis=0)) < NEAR
        lost = (unseen > ticks(self.tuning.detect.lose_s)) | (there & (unseen > ticks(1.0)))
        lost |= ~world.resolve(foe)[1] & (foe != NOBODY)
        return np.asarray(blind[lost])

    def stroll(self, random: Random) -> None:
        """Stand a while, stroll a while unless something is seen; and look about where one searches."""
        mind, horde, rng = self.mind, self.tuning.horde, random["wander"]
        bored = (self.is_in(*CALM) & (mind.mood_until <= self.tick) & ~self.sees).nonzero()[0]
        if len(bored):
            walks = (mind.mood[bored] == IDLE) & (self.tuning.bestiary.idle[self.sort[bored]] > 0)
            mind.mood[bored] = np.where(walks, WANDER, IDLE)
            mind.since[bored] = self.tick
            wait = chance(rng, len(bored), *horde.wander_s) * TICKS_PER_SECOND
            mind.mood_until[bored] = self.tick + wait.astype(np.int32)
            aside = chance(rng, 2 * len(bored), -horde.wander_tiles, horde.wander_tiles)
            mind.goal[bored] = mind.home[bored] + aside.reshape(-1, 2)
        there = length(mind.goal - self.body.pos) < NEAR
        strolls = (mind.mood == WANDER).nonzero()[0]
        stuck = (self.tick - mind.since[strolls] > ticks(GO_S)) & (length(self.body.vel[strolls]) < STUCK)
        mind.mood_until[strolls[there[strolls] | stuck]] = self.tick
        done = (there & (mind.mood == SEARCH)).nonzero()[0]
        if len(done):
            mind.leg[done] = 1
            aside = chance(rng, 2 * len(done), -AROUND, AROUND)
            mind.goal[done] = self.body.pos[done] + aside.reshape(-1, 2)

    def go(self, plan: Plan, world: World, ground: Ground, fields: Fields, sights: Sights) -> None:
        """Decide where to walk, how fast, and what to do with the hands."""
        mind, drive, pos = self.mind, self.drive, self.body.pos
        drive.act[...] = ACT_NONE
        straight, exact = (mind.mood == WANDER) | (mind.leg > 0), mind.mood == HUNT
        goal, speed = mind.goal.copy(), self._pace()
        hunts = exact.nonzero()[0]
        if len(hunts):
            put(hunts, self.senses.spot.take(hunts, axis=0), mind.goal)
            hunt = Pursuit.of(world, sights, self.tuning, self, hunts, speed[hunts])
            hunt.plan(mind, drive, self.tick)
            put(hunts, hunt.goal, goal)
            speed[hunts], straight[hunts] = hunt.speed, hunt.straight
        exact |= obey(Part(plan, self.turn), self, (goal, speed, straight), self.tuning)
        mover = (speed > 0).nonzero()[0]
        here, there = pos.take(mover, axis=0), goal.take(mover, axis=0)
        road = course(fields, ground, here, there, straight[mover], exact[mover], self.tick)
        drive.want[...] = 0
        put(mover, scaled(road.way, speed[mover]), drive.want)
        drive.gait[...] = np.where(speed > 0, GAIT_WALK, GAIT_STILL)
        drive.accel[...] = self.tuning.bestiary.accel.take(self.sort)
        put(mover, road.way, drive.face)
        alert = ((mind.mood == SUSPECT) | (exact & self.sees)).nonzero()[0]
        put(alert, unit(goal.take(alert, axis=0) - pos.take(alert, axis=0)), drive.face)
        self._break(mover[road.is_shut], road.way[road.is_shut])

    def _pace(self) -> Num:
        """Return how fast each walks in its mood, tile/s."""
        mind, pos, table = self.mind, self.body.pos, paces(self.tuning.bestiary)
        pace = table.take(mind.mood.astype(np.intp) * len(Sort) + self.sort)
        looks = (mind.mood == SUSPECT).nonzero()[0]
        if len(looks):
            turning = self.tick - mind.since[looks] < ticks(TURN_S)
            there = length(mind.goal.take(looks, axis=0) - pos.take(looks, axis=0)) < NEAR
            pace[looks[turning | there]] = 0
        stage = self.deed.stage
        runs_on = (stage == WINDUP) & (self.tuning.bestiary.windup_pace.take(self.sort) > 0)
        pace[(stage != STAGE_NONE) & ~runs_on] = 0
        return np.asarray(pace)

    def _break(self, rows: Rows, way: Vec) -> None:
        """Strike the shut door that lies next on the way."""
        self.drive.act[rows] = int(Act.STRIKE)
        self.drive.aim[rows] = way
