"""On-jo marks by radio.

Rules
  1. While she is still, a press of the sense button marks the foe nearest to what she points at, if it is
     within ``marking.near_tiles`` of that, in line of sight and not too far off.
  2. A mark lasts a while; of more than ``marking.most`` the oldest is dropped. To mark again is to renew.
     Whoever dies is marked no more.
  3. The radio is heard, as any is.
"""

from __future__ import annotations

import numpy as np

from game.data.enums import Hero as HeroName
from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.column import All
from game.ecs.events import Emit
from game.ecs.schedule import system
from game.ecs.world import NOBODY, Entity, World
from game.sim.buttons import pressed
from game.sim.components import Actor, Body, Button, Flag, Health, Hero, Lamp, Pilot, Vec
from game.sim.happenings import Heard, Marked, Noise
from game.sim.intent import Inbox
from game.sim.maths import length
from game.sim.resource_marks import Marks
from game.sim.resources import Clock, Ground
from game.sim.sides import FOES
from game.sim.stillness import is_still
from game.sim.trace import is_clear


@system
def mark(
    pilot: Pilot,
    hero: Hero,
    lamp: Lamp,
    body: Body,
    actor: Actor,
    entity: Entity,
    health: Health,
    bodies: All[Body],
    actors: All[Actor],
    healths: All[Health],
    entities: All[Entity],
    inbox: Inbox,
    clock: Clock,
    ground: Ground,
    level: Level,
    tuning: Tuning,
    marks: Marks,
    world: World,
    marked: Emit[Marked],
    noise: Emit[Noise],
) -> None:
    """Let marks end, and On-jo set new ones."""
    if marks.until:
        _expire(marks, clock, world)
    if level.hero != HeroName.ONJO or not inbox.presses(Button.SENSE):
        return
    still = is_still(actor.sort, hero.quiet_since, lamp.is_on, clock.tick, tuning)
    asks = still & pressed(pilot, Button.SENSE) & (health.hp > 0)
    for row in asks.nonzero()[0].tolist():
        foes = FOES[actor.side[row], actors.side] & (healths.hp > 0)
        point = body.pos[row] + pilot.aim[row] * pilot.reach[row]
        found = _pick(bodies.pos, foes, (body.pos[row], point), ground, tuning)
        who = int(entities.id[found]) if found >= 0 else NOBODY
        if who != NOBODY:
            _set(marks, who, clock.after(tuning.marking.lasts_s), tuning.marking.most)
            marked(who=who, thing=actors.thing[found], by=entity.id[row], pos=bodies.pos[found])
        noise(
            pos=body.pos[row],
            loudness=tuning.noise.radio,
            heard=Heard.RADIO,
            source=entity.id[row],
            side=actor.side[row],
        )


def _pick(pos: Vec, foes: Flag, line: tuple[Vec, ...], ground: Ground, tuning: Tuning) -> int:
    """Return the row of the foe nearest to the point aimed at that she sees, or -1."""
    (eye, point), rules = line, tuning.marking
    off = length(pos - point)
    near = foes & (off <= np.float32(rules.near_tiles)) & (length(pos - eye) <= np.float32(rules.far_tiles))
    rows = near.nonzero()[0]
    rows = rows[is_clear(ground.opaque, np.repeat(eye[None], len(rows), axis=0), pos[rows])]
    return int(rows[off[rows].argmin()]) if len(rows) else -1


def _set(marks: Marks, who: int, until: int, most: int) -> None:
    """Note a mark as the newest."""
    marks.until.pop(who, None)
    marks.until[who] = until
    while len(marks.until) > most:
        del marks.until[next(iter(marks.until))]


def _expire(marks: Marks, clock: Clock, world: World) -> None:
    """Forget marks that are over, and those of whoever is gone."""
    ids = np.array(list(marks.until), np.int64)
    lives = world.resolve(ids)[1].tolist()
    for who, is_there in zip(ids.tolist(), lives, strict=True):
        if not is_there or marks.until[who] <= clock.tick:
            del marks.until[who]
