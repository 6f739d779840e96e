"""Soldiers: what each makes of what reached him.

    mood        does                                      leaves it for
    PATROL      walks his round, waits at its stops       SUSPECT, SEARCH, HUNT by certainty, as the dead do
    GUARD       keeps his post, looks about               (detect.suspicious_at, detect.search_at, 1)
    SUSPECT     turns toward it                           his duty after investigate_s
    SEARCH      goes to look, torch ahead                 his duty after army.search_s
    HUNT        reacts, then fights                       SEARCH after lose_s unseen
    SURRENDER   stands with empty hands                   nothing

Rules of this module:
- He fights whom he sees (``firefight``), beside his squad (``squads``, ``bounding``).
- Who begins to fight calls it over the radio: mates within ``army.call_tiles`` come to look.
- At ``surrender_hp`` or below he gives up for good.
- A soldier who stands with the survivors is no mate of the army's, and shares no call with it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.column import Has, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import NOBODY, Entity, World
from game.sim.components import (
    Act,
    Actor,
    Arms,
    Body,
    Drive,
    Flag,
    Gait,
    Health,
    Lamp,
    Mind,
    Mood,
    Nerve,
    Senses,
    Sort,
    Vec,
)
from game.sim.doorways import NO_DOOR, Doorways
from game.sim.happenings import Cause, DoorChange, DoorOrder, Heard, Noise, Noticed, Radioed, Word
from game.sim.maths import length, moves, unit
from game.sim.resource_fields import Fields
from game.sim.resource_sight import Sights
from game.sim.resource_squads import Squads
from game.sim.resources import Clock, Ground, Random, ticks
from game.sim.think.bounding import drill
from game.sim.think.duty import do_duty
from game.sim.think.firefight import fight
from game.sim.think.minds import MOST, SURE
from game.sim.think.pursuit import straight_to
from game.sim.think.walking import Course, course
from game.sim.turns import PERIOD, people_think

Rows = NDArray[np.intp]
# plain numbers: comparing columns with an enum's member costs more than the comparison
ACT_NONE, GAIT_STILL, GAIT_WALK = int(Act.NONE), np.uint8(Gait.STILL), np.uint8(Gait.WALK)
SUSPECT, SEARCH, HUNT, PATROL, GUARD, SURRENDER = (
    int(mood) for mood in (Mood.SUSPECT, Mood.SEARCH, Mood.HUNT, Mood.PATROL, Mood.GUARD, Mood.SURRENDER)
)
SIGHT, TOUCH, HEARING = int(Cause.SIGHT), int(Cause.TOUCH), int(Cause.HEARING)
NOWHERE = Course(np.empty((0, 2), np.float32), np.empty(0, np.bool_))


@system
def soldier_minds(
    mind: Mut[Mind],
    senses: Mut[Senses],
    drive: Mut[Drive],
    body: Body,
    actor: Actor,
    health: Health,
    nerve: Nerve,
    arms: Arms,
    _: Has[Lamp],
    entity: Entity,
    clock: Clock,
    random: Random,
    ground: Ground,
    level: Level,
    fields: Fields,
    sights: Sights,
    squads: Squads,
    tuning: Tuning,
    noticed: Emit[Noticed],
    noise: Emit[Noise],
    radioed: Emit[Radioed],
    order: Emit[DoorOrder],
    doorways: Doorways,
    world: World,
) -> None:
    """Let the soldiers take in what reached them, and act, when it is their turn."""
    if not people_think(clock.tick):
        return
    who = Soldiers(mind, senses, drive, body, health, nerve, clock.tick, tuning)
    rows = who.surrender(np.arange(len(mind.mood)))
    fresh = who.take_in(rows, entity, noticed)
    if len(fresh):
        who.call(fresh, actor)
        radioed(who=entity.id[fresh], pos=body.pos[fresh], word=int(Word.CONTACT))
        noise(
            pos=body.pos[fresh],
            loudness=tuning.noise.voice,
            heard=int(Heard.VOICE),
            source=entity.id[fresh],
            side=actor.side[fresh],
        )
    who.give_up(rows, world)
    do_duty(who, rows, level, random)
    drive.act[rows] = ACT_NONE
    fights = rows[mind.mood[rows] == HUNT]
    if len(fights):
        turns = drill(squads, actor.squad[fights], entity.id[fights], clock.tick, tuning.army)
        fight(who, fights, arms, turns, level, ground)
    straight = straight_to(world, sights, senses.seen[rows], body.pos[rows])
    openers, shut = who.walk(rows, ground, fields, straight)
    if not len(openers):
        return
    door = doorways.at(shut)
    openers, door = openers[door != NO_DOOR], door[door != NO_DOOR]
    order(thing=doorways.things[door], how=int(DoorChange.OPENED), source=entity.id[openers])


class Soldiers:
    """All soldiers; methods take rows of theirs."""

    def __init__(
        self,
        mind: Mind,
        senses: Senses,
        drive: Drive,
        body: Body,
        health: Health,
        nerve: Nerve,
        tick: int,
        tuning: Tuning,
    ) -> None:
        self.mind, self.senses, self.drive, self.body, self.health = mind, senses, drive, body, health
        self.nerve = nerve
        self.tick, self.tuning = tick, tuning
        self.goal = body.pos.copy()
        self.speed = np.zeros(len(mind.mood), np.float32)
        self.look = np.zeros_like(self.goal)

    def beast(self, name: str) -> float:
        """Return a soldier's number from the bestiary."""
        return float(getattr(self.tuning.bestiary, name)[Sort.SOLDIER])

    def surrender(self, rows: Rows) -> Rows:
        """Let the beaten give up; return the others."""
        mind, drive = self.mind, self.drive
        mind.mood[self.health.hp <= np.float32(self.beast("surrender_hp"))] = SURRENDER
        done = mind.mood[rows] == SURRENDER
        given_up = rows[done]
        drive.want[given_up], drive.act[given_up], drive.gait[given_up] = 0, ACT_NONE, GAIT_STILL
        return np.asarray(rows[~done])

    def take_in(self, rows: Rows, entity: Entity, noticed: Emit[Noticed]) -> Rows:
        """Become surer by what was seen, heard and felt; return who begins to fight."""
        mind, senses, detect = self.mind, self.senses, self.tuning.detect
        hears = (senses.loud[rows] > 0) & (senses.react_at[rows] <= self.tick)
        sees = senses.seen[rows] != NOBODY
        uneasy = senses.detect[rows] >= np.float32(detect.suspicious_at)
        some = hears | sees | uneasy  # nothing has reached the others
        rows, hears, sees = rows[some], hears[some], sees[some]
        if not len(rows):
            return rows
        self._listen(rows[hears])
        mood, sure, stirred = mind.mood[rows], senses.detect[rows], sees | hears
        fights = mood == HUNT
        spots = np.where(sees[:, None], senses.spot[rows], senses.heard_spot[rows])
        told = stirred & ~fights
        mind.goal[rows[told]] = spots[told]
        hunts = (sure >= SURE) & (sees | (senses.spot_at[rows] >= self.tick - PERIOD)) & ~fights
        looks = (sure >= np.float32(detect.search_at)) & told & ~hunts
        calm = (mood != SUSPECT) & (mood != SEARCH) & ~fights
        turns = (sure >= np.float32(detect.suspicious_at)) & told & calm & ~looks & ~hunts
        self._take_on(rows[looks & (mood == SEARCH)], SEARCH, self.tuning.army.search_s)
        mind.foe[rows[hunts]] = np.where(sees, senses.seen[rows], self.health.hurt_by[rows])[hunts]
        for who, new, duration in (
            (hunts, HUNT, 0.0),
            (looks & (mood != SEARCH), SEARCH, self.tuning.army.search_s),
            (turns, SUSPECT, detect.investigate_s),
        ):
            if who.any():
                self._take_on(rows[who], new, duration)
                foe = np.where(sees, senses.seen[rows], mind.foe[rows])[who]
                why = np.where(sees, SIGHT, TOUCH if new == HUNT else HEARING)[who]
                noticed(who=entity.id[rows[who]], foe=foe, mood=new, why=why)
        fresh = rows[hunts]
        mind.ready_at[fresh] = self.tick + ticks(self.beast("react_s"))
        return np.asarray(fresh)

    def _listen(self, heard: Rows) -> None:
        """Act on noises whose time has come."""
        senses, detect = self.senses, self.tuning.detect
        loud = np.float32(detect.noise_base) + np.float32(detect.noise_per_tile) * senses.loud[heard]
        senses.detect[heard] = np.maximum(senses.detect[heard], np.minimum(loud, MOST))
        senses.loud[heard] = 0

    def _take_on(self, rows: Rows, mood: int, duration: float) -> None:
        if not len(rows):
            return
        self.mind.mood[rows], self.mind.since[rows] = mood, self.tick
        self.mind.mood_until[rows] = self.tick + ticks(duration)

    def call(self, fresh: Rows, actor: Actor) -> None:
        """Call mates over the radio; those who are not fighting come to look."""
        mind, army = self.mind, self.tuning.army
        for row in fresh.tolist():
            near = length(self.body.pos - self.body.pos[row]) <= np.float32(army.call_tiles)
            mates = near & (actor.side == actor.side[row])
            idle = mates & (mind.mood != HUNT) & (mind.mood != SURRENDER)
            mind.goal[idle] = self.senses.spot[row]
            self._take_on(idle.nonzero()[0], SEARCH, army.search_s)

    def give_up(self, rows: Rows, world: World) -> None:
        """Lose track, and go back to duty."""
        mind, senses = self.mind, self.senses
        mood, sees = mind.mood[rows], senses.seen[rows] != NOBODY
        fights = mood == HUNT
        switched, blind = rows[fights & sees], rows[fights & ~sees]
        mind.foe[switched] = senses.seen[switched]
        if len(blind):
            foe = mind.foe[blind]
            is_gone = (foe != NOBODY) & ~world.resolve(foe)[1]
            is_old = self.tick - senses.spot_at[blind] > ticks(self.tuning.detect.lose_s)
            lost = blind[is_gone | is_old]
            mind.goal[lost] = senses.spot[lost]
            self._take_on(lost, SEARCH, self.tuning.army.search_s)
            mood = mind.mood[rows]
        back = rows[((mood == SUSPECT) | (mood == SEARCH)) & (mind.mood_until[rows] <= self.tick)]
        if len(back):
            self._take_on(back, GUARD, 0)
            mind.mood[back] = np.where(mind.route[back] > 0, PATROL, GUARD)
            mind.foe[back] = NOBODY

    def walk(self, rows: Rows, ground: Ground, fields: Fields, straight: Flag) -> tuple[Rows, Vec]:
        """Set the legs going; return who stands before a shut door ``(k,)``, and where that is ``(k, 2)``."""
        speed, mood, drive = self.speed[rows], self.mind.mood[rows], self.drive
        mover = speed > 0
        who, want = rows[mover], np.zeros((len(rows), 2), np.float32)
        drive.gait[rows] = np.where(mover, GAIT_WALK, GAIT_STILL)
        drive.accel[rows] = self.beast("accel")
        road = NOWHERE
        if len(who):
            goal, pos = self.goal[who], self.body.pos[who]
            at_foe = (goal == self.senses.spot[who]).all(axis=1)
            exact = at_foe & (mood[mover] == HUNT)
            road = course(fields, ground, pos, goal, straight[mover] & at_foe, exact, self.tick)
            want[mover] = road.way * speed[mover][:, None]
        drive.want[rows] = want
        look = self.look[rows]
        drive.face[rows] = np.where(moves(look)[:, None], look, unit(want))
        openers = who[road.is_shut]
        return openers, self.body.pos[openers] + road.way[road.is_shut]
