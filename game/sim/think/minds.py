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
    Pulse,
    Senses,
    Sort,
    Stage,
    Vec,
)  # fmt: skip
from game.sim.happenings import Cause, Noticed
from game.sim.maths import length, unit
from game.sim.resource_fields import Fields
from game.sim.resource_news import Cry, News
from game.sim.resource_sight import Sights
from game.sim.resources import Clock, Ground, Random, ticks
from game.sim.think.pursuit import Pursuit
from game.sim.think.walking import Part, chance, course, flat
from game.sim.turns import PERIOD, thinking

# plain numbers: comparing columns with an enum's member costs more than the comparison
ACT_NONE, STAGE_NONE, LURKER = int(Act.NONE), int(Stage.NONE), int(Sort.LURKER)
GAIT_STILL, GAIT_WALK = int(Gait.STILL), int(Gait.WALK)
ASLEEP, IDLE, WANDER, SUSPECT, SEARCH, HUNT = (
    int(mood) for mood in (Mood.ASLEEP, Mood.IDLE, Mood.WANDER, Mood.SUSPECT, Mood.SEARCH, Mood.HUNT)
)
SURE = np.float32(0.98)
"""Certainty that counts as full; a moment's fading is forgiven."""
MOST = np.float32(0.9)
"""Certainty that hearing alone can give."""
TURN_S = 0.7
"""A suspicious one first only turns, s."""
CRY_AGAIN_S = 5.0
"""Nobody cries out again before, s."""
NEAR = np.float32(0.9)
"""So near, one has arrived, tile."""
HASTE = np.float32(0.75)
"""Speed of a search, as a share of the hunt's."""
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
    pulse: Pulse,
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
    assert len(pulse.theta) == len(mind.mood)
    if turn is None or not len(mind.mood[turn]):
        return
    herd = _Herd(turn, mind, senses, drive, body, actor, health, deed, entity, clock.tick, tuning)
    woken = herd.take_in(noticed)
    herd.give_up(world)
    herd.stroll(random)
    _cry(herd, woken, news, ground, tuning)
    herd.go(ground, fields, Pursuit.of(world, sights, tuning, turn) if herd.is_in(HUNT).any() else None)


def _cry(herd: _Herd, woken: Flag, news: News, ground: Ground, tuning: Tuning) -> None:
    """New hunters call the neighbours; the woken stir sleepers."""
    if not (herd.changed or woken.any()):
        return
    hunts = (herd.mind.mood == HUNT) & (herd.mind.since == herd.tick)
    calls = hunts & (herd.tick - herd.mind.shared_at > ticks(CRY_AGAIN_S))
    calls &= herd.mind.hops < tuning.horde.relay_hops
    herd.mind.shared_at[calls] = herd.tick
    for is_stir, who, delay in (
        (False, calls, tuning.horde.share_delay_s),
        (True, woken, tuning.sleep.wave_s),
    ):
        rows = np.flatnonzero(who)
        if not len(rows):
            continue
        tiles = flat(herd.body.pos[rows], ground)
        _, first = np.unique(tiles, return_index=True)
        due = herd.tick + ticks(delay)
        for row, tile in zip(rows[first].tolist(), tiles[first].tolist(), strict=True):
            spot = herd.mind.goal[row].tolist()
            foe, hops = int(herd.mind.foe[row]), int(herd.mind.hops[row])
            news.cries.append(Cry(due, tile, (spot[0], spot[1]), foe, hops, is_stir))


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
        self.tick, self.tuning = tick, tuning
        self.sees = self.senses.seen >= 0
        self.hears = (self.senses.loud > 0) & (self.senses.react_at <= tick)
        self.changed = False

    def is_in(self, *moods: int) -> Flag:
        """Return who is in one of these moods, ``(k,)``."""
        found = np.zeros(len(self.mind.mood), np.bool_)
        for mood in moods:
            found |= self.mind.mood == mood
        return found

    def take_in(self, noticed: Emit[Noticed]) -> Flag:
        """Become surer by what was seen, heard and felt; return who woke, ``(k,)``."""
        detect, mind, senses = self.tuning.detect, self.mind, self.senses
        asleep = self.is_in(ASLEEP)
        self._listen()
        sure = (senses.detect >= SURE) & (self.sees | (senses.spot_at >= self.tick - PERIOD))
        sure &= mind.mood != HUNT
        mind.goal[self.sees] = senses.spot[self.sees]
        calm, awake = self.is_in(*CALM), ~asleep & ~sure
        looks = awake & (calm | self.is_in(SUSPECT)) & (senses.detect >= np.float32(detect.search_at))
        turns = awake & calm & ~looks & (senses.detect >= np.float32(detect.suspicious_at))
        turns |= asleep & self.hears & ~sure
        roused = self.hears | self.sees
        self._stay(self.is_in(SUSPECT) & roused, detect.investigate_s)
        self._stay(self.is_in(SEARCH) & roused, detect.search_s)
        self._hunt(sure, noticed)
        self._take_on(SEARCH, looks, detect.search_s, noticed)
        self._take_on(SUSPECT, turns, detect.investigate_s, noticed)
        woken: Flag = asleep & (mind.mood != ASLEEP)
        return woken

    def _listen(self) -> None:
        """Act on noises whose time has come."""
        rows = np.flatnonzero(self.hears)
        if not len(rows):
            return
        detect, senses, mind = self.tuning.detect, self.senses, self.mind
        loud = np.float32(detect.noise_base) + np.float32(detect.noise_per_tile) * senses.loud[rows]
        senses.detect[rows] = np.maximum(senses.detect[rows], np.minimum(loud, MOST))
        senses.loud[rows] = 0
        mind.goal[rows] = senses.heard_spot[rows]
        mind.leg[rows] = 0
        blind = rows[(mind.mood[rows] == HUNT) & ~self.sees[rows]]
        senses.spot[blind], senses.spot_at[blind] = senses.heard_spot[blind], self.tick

    def _stay(self, who: Flag, duration: float) -> None:
        self.mind.mood_until[who] = self.tick + ticks(duration)

    def _take_on(self, mood: int, who: Flag, duration: float, noticed: Emit[Noticed] | None) -> None:
        """Change mood; tell it when something reached them."""
        rows = np.flatnonzero(who)
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

    def _hunt(self, who: Flag, noticed: Emit[Noticed]) -> None:
        """Begin to hunt whom they see, or who hurt them."""
        foe = np.where(self.sees, self.senses.seen, self.health.hurt_by)
        self.mind.foe[who], self.mind.hops[who] = foe[who], 0
        self.mind.goal[who] = self.senses.spot[who]
        self._take_on(HUNT, who, 0, noticed)

    def give_up(self, world: World) -> None:
        """Lose track, and lose patience."""
        mind, senses, detect = self.mind, self.senses, self.tuning.detect
        hunts = self.is_in(HUNT)
        if hunts.any():
            switched = hunts & self.sees
            mind.foe[switched] = senses.seen[switched]
            unseen = self.tick - senses.spot_at
            there = length(senses.spot - self.body.pos) < NEAR
            lost = hunts & ~self.sees & ((unseen > ticks(detect.lose_s)) | (there & (unseen > ticks(1.0))))
            lost |= hunts & ~self.sees & ~world.resolve(mind.foe)[1] & (mind.foe != NOBODY)
            mind.goal[lost] = senses.spot[lost]
            senses.detect[lost] = np.minimum(senses.detect[lost], np.float32(detect.search_at))
            self._take_on(SEARCH, lost, detect.search_s, None)
        over = self.is_in(SUSPECT, SEARCH) & (mind.mood_until <= self.tick)
        mind.home[over], mind.foe[over], senses.detect[over] = self.body.pos[over], NOBODY, 0
        self._take_on(IDLE, over, 1.0, None)

    def stroll(self, random: Random) -> None:
        """Stand a while, stroll a while; and look about where one searches."""
        mind, horde, rng = self.mind, self.tuning.horde, random["wander"]
        bored = np.flatnonzero(self.is_in(*CALM) & (mind.mood_until <= self.tick))
        if len(bored):
            walks = (mind.mood[bored] == IDLE) & (self.tuning.bestiary.idle[self.sort[bored]] > 0)
            mind.mood[bored] = np.where(walks, WANDER, IDLE)
            mind.since[bored] = self.tick
            wait = chance(rng, len(bored), *horde.wander_s) * ticks(1.0)
            mind.mood_until[bored] = self.tick + wait.astype(np.int32)
            aside = chance(rng, 2 * len(bored), -horde.wander_tiles, horde.wander_tiles)
            mind.goal[bored] = mind.home[bored] + aside.reshape(-1, 2)
        there = length(mind.goal - self.body.pos) < NEAR
        mind.mood_until[self.is_in(WANDER) & there] = self.tick
        done = np.flatnonzero(self.is_in(SEARCH) & there)
        if len(done):
            mind.leg[done] = 1
            aside = chance(rng, 2 * len(done), -AROUND, AROUND)
            mind.goal[done] = self.body.pos[done] + aside.reshape(-1, 2)

    def go(self, ground: Ground, fields: Fields, pursuit: Pursuit | None) -> None:
        """Decide where to walk, how fast, and what to do with the hands."""
        mind, drive, pos = self.mind, self.drive, self.body.pos
        drive.act[...] = ACT_NONE
        straight = (mind.mood == WANDER) | (mind.leg > 0)
        goal = mind.goal.copy()
        speed = self._pace(length(goal - pos))
        hunts = None if pursuit is None else self.is_in(HUNT)
        if pursuit is not None and hunts is not None:
            mind.goal[hunts] = goal[hunts] = self.senses.spot[hunts]
            pursuit.plan(self.senses, mind, self.body, drive, self.sort, hunts, goal, speed, self.tick)
            straight = np.where(hunts, pursuit.straight, straight)
        mover = np.flatnonzero(speed > 0)
        exact = np.zeros(len(mover), np.bool_) if hunts is None else hunts[mover]
        road = course(fields, ground, pos[mover], goal[mover], straight[mover], exact, self.tick)
        drive.want[...] = 0
        drive.want[mover] = road.way * speed[mover][:, None]
        drive.gait[...] = GAIT_STILL
        drive.gait[mover] = GAIT_WALK
        drive.accel[...] = self.tuning.bestiary.accel[self.sort]
        drive.face[mover] = road.way
        alert = np.flatnonzero(self.is_in(SUSPECT) | (self.is_in(HUNT) & self.sees))
        drive.face[alert] = unit(goal[alert] - pos[alert])
        self._break(mover[road.is_shut], road.way[road.is_shut])

    def _pace(self, far: Num) -> Num:
        """Return how fast each walks in its mood, tile/s."""
        beasts, mood = self.tuning.bestiary, self.mind.mood
        pace = np.zeros(len(mood), np.float32)
        for each, speed in ((WANDER, beasts.idle), (HUNT, beasts.hunt), (SEARCH, beasts.hunt * HASTE)):
            rows = np.flatnonzero(mood == each)
            pace[rows] = speed[self.sort[rows]]
        looks = np.flatnonzero(mood == SUSPECT)
        if len(looks):
            turning = self.tick - self.mind.since[looks] < ticks(TURN_S)
            stroll = np.maximum(beasts.walk, beasts.hunt * np.float32(0.5))[self.sort[looks]]
            pace[looks] = np.where(turning | (far[looks] < NEAR), np.float32(0), stroll)
        pace[(self.sort == LURKER) & (mood != HUNT)] = 0
        pace[self.deed.stage != STAGE_NONE] = 0
        return pace

    def _break(self, rows: Rows, way: Vec) -> None:
        """Strike the shut door that lies next on the way."""
        self.drive.act[rows] = int(Act.STRIKE)
        self.drive.aim[rows] = way
