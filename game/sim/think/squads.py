"""Squads: who fights together, who leads, and what the leader says over the radio.

Rules of this module:
- Soldiers of one side within ``army.squad_tiles`` of one another make a squad, of ``squad_most`` at most. Who
  has one keeps it.
- The eldest who has not given up leads. When another has to take over, the squad is shaken for
  ``shaken_s``: it neither moves up nor calls.
- A squad is losing when no more than ``losing_share`` of those who began the fight are left, or of their
  hit points. Its leader then calls for help, and it falls back toward whoever comes, else home, else
  away from the foe.
- To a call comes the nearest squad of its side that is not fighting, to where the caller knows the foe.
- What is said is told (``Radioed``), and crackles: a radio is heard by whoever stands near.
- Once in ``PERIOD`` ticks.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from game.data.tuning import Tuning
from game.ecs.column import Has, Mut
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import Entity
from game.sim.components import Actor, Body, Health, Lamp, Mind, Mood, Senses, Vec
from game.sim.happenings import Heard, Noise, Radioed, Word
from game.sim.maths import length, unit
from game.sim.resource_squads import Band, Squads
from game.sim.resources import Clock, ticks

PERIOD, OFFSET = 30, 5
"""Once in so many ticks, at that one of them."""
NOBODYS = -1
"""Squad of who has none."""
AWAY = np.float32(10.0)
"""They fall back so far from the foe when nobody comes and home is no way out, tile."""
OUT = np.float32(0.3)
"""A place that leads no more than this share of ``AWAY`` away from the foe is no way out."""
AGAIN_S = 15.0
"""A squad calls for help no sooner again, s."""
# plain numbers: comparing columns with an enum's member costs more than the comparison
HUNT, SEARCH, SURRENDER = int(Mood.HUNT), int(Mood.SEARCH), int(Mood.SURRENDER)
Rows = NDArray[np.intp]


@system
def form_squads(
    actor: Mut[Actor],
    mind: Mut[Mind],
    senses: Senses,
    body: Body,
    health: Health,
    _: Has[Lamp],
    entity: Entity,
    squads: Squads,
    clock: Clock,
    tuning: Tuning,
    radioed: Emit[Radioed],
    noise: Emit[Noise],
) -> None:
    """Let soldiers without a squad join one, and each squad see to itself."""
    if not clock.every(PERIOD, OFFSET):
        return
    can_fight = (mind.mood != SURRENDER) & (health.hp > 0)
    for row in (can_fight & (actor.squad == NOBODYS)).nonzero()[0].tolist():
        actor.squad[row] = _squad_of(row, actor, body.pos, squads, tuning)
    force = _Force(actor, mind, senses, body, health, entity, squads, clock.tick, tuning)
    for number in np.unique(actor.squad[can_fight]).tolist():
        force.see_to(number, (can_fight & (actor.squad == number)).nonzero()[0])
    if not force.said:
        return
    said = np.array([row for row, _ in force.said], np.intp)
    radioed(who=entity.id[said], pos=body.pos[said], word=[int(word) for _, word in force.said])
    noise(
        pos=body.pos[said],
        loudness=tuning.noise.radio,
        heard=int(Heard.RADIO),
        source=entity.id[said],
        side=actor.side[said],
    )


def _squad_of(row: int, actor: Actor, pos: Vec, squads: Squads, tuning: Tuning) -> int:
    """Return the squad of the nearest mate that has room, or a new one."""
    far = length(pos - pos[row])
    mates = (actor.squad != NOBODYS) & (actor.side == actor.side[row])
    mates &= far <= np.float32(tuning.army.squad_tiles)
    near = mates.nonzero()[0]
    for mate in near[np.argsort(far[near], kind="stable")].tolist():
        if int((actor.squad == actor.squad[mate]).sum()) < tuning.army.squad_most:
            return int(actor.squad[mate])
    return squads.found()


class _Force:
    """All soldiers, and what was said this tick: rows and words."""

    def __init__(
        self,
        actor: Actor,
        mind: Mind,
        senses: Senses,
        body: Body,
        health: Health,
        entity: Entity,
        squads: Squads,
        tick: int,
        tuning: Tuning,
    ) -> None:
        self.actor, self.mind, self.senses, self.health = actor, mind, senses, health
        self.pos, self.id, self.squads = body.pos, entity.id, squads
        self.tick, self.army = tick, tuning.army
        self.said: list[tuple[int, Word]] = []

    def see_to(self, number: int, rows: Rows) -> None:
        """Let a squad, whose rows these are, find its leader, and notice that it is losing."""
        band = self._led(number, rows)
        mood = self.mind.mood[rows]
        fights = rows[mood == HUNT]
        if not len(fights):
            if not (mood == SEARCH).any():
                band.strength = len(rows)
            return
        band.strength = max(band.strength, len(rows))
        may_call = self.tick >= max(band.shaken_until, band.called_at + ticks(AGAIN_S))
        if may_call and self._is_losing(band, rows):
            self._call(number, band, rows, fights)

    def _led(self, number: int, rows: Rows) -> Band:
        """Return the squad; when its leader is not among ``rows`` any more, the eldest takes over."""
        eldest = rows[self.id[rows].argmin()]
        band = self.squads.bands.get(number)
        if band is None:
            band = self.squads.bands[number] = Band(int(self.id[eldest]), len(rows))
        elif not (self.id[rows] == band.leader).any():
            band.leader = int(self.id[eldest])
            band.shaken_until = self.tick + ticks(self.army.shaken_s)
            self.said.append((int(eldest), Word.LEAD))
        return band

    def _is_losing(self, band: Band, rows: Rows) -> bool:
        share = float(self.health.hp[rows].sum() / self.health.most[rows].max()) / band.strength
        return share <= self.army.losing_share

    def _call(self, number: int, band: Band, rows: Rows, fights: Rows) -> None:
        """Fall back, and call for help."""
        leader = int(rows[(self.id[rows] == band.leader).argmax()])
        foe = self.senses.spot[fights[0]].copy()
        band.called_at = self.tick
        band.falls_back_until = self.tick + ticks(self.army.retreat_s)
        self.said.append((leader, Word.HELP))
        mates = self._nearest(number, leader)
        if len(mates):
            self.mind.goal[mates], self.mind.since[mates] = foe, self.tick
            way = float(length(self.pos[mates] - foe).max())
            self.mind.mood[mates] = SEARCH
            self.mind.mood_until[mates] = self.tick + ticks(self.army.search_s + way)  # a tile a second
            coming = self.squads.bands[int(self.actor.squad[mates[0]])].leader
            self.said.append((int(mates[(self.id[mates] == coming).argmax()]), Word.COMING))
        band.rally = self._rally(leader, foe, mates)

    def _nearest(self, number: int, caller: int) -> Rows:
        """Return the rows of the nearest squad that can come, ``(k,)``."""
        actor, mood = self.actor, self.mind.mood
        far = length(self.pos - self.pos[caller])
        others = (actor.side == actor.side[caller]) & (actor.squad != number) & (mood != SURRENDER)
        others &= (actor.squad != NOBODYS) & (far <= np.float32(self.army.help_tiles))
        busy = np.unique(actor.squad[mood == HUNT])
        free = (others & ~np.isin(actor.squad, busy)).nonzero()[0]
        free = free[[squad in self.squads.bands for squad in actor.squad[free].tolist()]]
        if not len(free):
            return np.asarray(free)
        chosen = actor.squad[free[far[free].argmin()]]
        return np.asarray((others & (actor.squad == chosen)).nonzero()[0])

    def _rally(self, leader: int, foe: Vec, mates: Rows) -> tuple[float, float]:
        """Return where a squad falls back to, tile."""
        here = self.pos[leader]
        way = unit((here - foe)[None])[0]
        for place in (*self.pos[mates[:1]], self.mind.home[leader]):
            ahead = (place - here) * way
            if ahead[0] + ahead[1] > AWAY * OUT:
                x, y = place.tolist()
                return x, y
        x, y = (here + way * AWAY).tolist()
        return x, y
