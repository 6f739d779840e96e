"""What a player may know, and nothing else: bots see through this, so the fog is honest.

Rules of this module:
- Somebody is visible in the cone or near, in line of sight, and by light: on a lit tile, in the own
  torch's beam, close by, or by the eyes when it is one of the dead and looks this way.
- What was seen is remembered as it was: tiles, doors, things that lie about. What moves is not. Of what is
  in the picture and was never seen, the plan is known, which is drawn there faintly.
- The place of the objective is known, for the screen shows its direction and distance.
- An observation changes nothing and nobody can change the world through it. Its map is the memory
  itself, which grows; everything else in it is a copy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.data.condition import ALWAYS
from game.data.enums import Hero as HeroName
from game.data.enums import Task
from game.data.level import Level
from game.data.tuning import Tuning
from game.play.eyes import Gaze, Grid, Sight
from game.play.memory import Memory
from game.play.observation import NO_WORDS, Cue, Goal, Me, Observation, Others, Place, Prompt
from game.sim.components import (
    Act,
    Actor,
    Arms,
    Bag,
    Body,
    Deed,
    Feet,
    Health,
    Hero,
    Lamp,
    Mind,
    Mood,
    Pilot,
    Side,
    Sort,
    Stage,
    Stamina,
)
from game.sim.happenings import Heard, Noise, Said
from game.sim.light import light_now
from game.sim.resource_marks import Marks
from game.sim.resource_orders import Orders
from game.sim.resources import Clock, Ground, Story, ticks
from game.sim.stillness import how_still, sight_of
from game.sim.story.objectives import current, optional

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.data.things import Objective
    from game.ecs.world import World
    from game.play.simulation import Simulation

LIT = 0.12  # light of a tile on which somebody stands out
CLOSE = 2.5  # tile; whoever is so near is seen in any dark
EYES_TURNED = 0.5  # cosine between its heading and the way here: both eyes show
CUES_KEPT = 24
REACH = 1.4  # tile; how near one must be to use something


class Observer:
    """Looks at a running simulation for one player, and remembers for them.

    Args:
        simulation: what is looked at, never changed.
        slot: number of the player.
    """

    def __init__(self, simulation: Simulation, slot: int = 0) -> None:
        self.simulation, self.slot = simulation, slot
        self.memory = Memory(simulation.level)
        self.cues: list[Cue] = []
        self.words_at = NO_WORDS
        self.gaze = Gaze.of(simulation.tuning)
        self.sight = Sight()
        self._last: Observation | None = None

    def see(self) -> Observation:
        """Look now. Somebody who is dead sees what they saw last.

        Raises:
            LookupError: there never was a player of this number.
        """
        world = self.simulation.world
        row = self._row(world)
        if row is None:
            if self._last is None:
                raise LookupError(f"no player {self.slot} in this world")
            return self._last
        light = light_now(self.simulation.level, world.resource(Story), world.resource(Clock))
        me, self.gaze = _me(world, row, light), Gaze.of(self.simulation.tuning, sight_of(world, row))
        in_sight = self.sight.tiles(world.resource(Ground), me.pos, self.gaze.far)
        self.memory.look(world, in_sight, me.pos, me.heading, self.gaze)
        self._listen(world, me)
        self._last = self._observation(world, me, self._others(world, me, row, in_sight))
        return self._last

    def _row(self, world: World) -> int | None:
        rows = _numbers(world.rows(Pilot))
        mine = rows[world.view(Pilot, rows).slot == self.slot]
        return int(mine[0]) if len(mine) else None

    def _observation(self, world: World, me: Me, others: Others) -> Observation:
        return Observation(
            tick=world.resource(Clock).tick,
            me=me,
            others=others,
            cues=tuple(self.cues),
            goal=_goal(self.simulation),
            asides=_asides(self.simulation),
            prompt=_prompt(self.simulation, me.pos),
            doors=tuple(self.memory.doors.values()),
            loot=tuple(self.memory.loot.values()),
            known=_to_read(self.memory.known),
            links=_to_read(self.memory.links),
            light=_to_read(self.memory.light),
            void=_to_read(self.memory.void),
            marks=_marks(world),
            words_at=self.words_at,
        )

    def _others(self, world: World, me: Me, row: int, in_sight: Grid) -> Others:
        rows = _numbers(world.rows(Body, Actor, Health))
        pos = world.view(Body).pos
        close = np.abs(pos[rows] - me.pos).max(axis=1) <= self.gaze.far
        rows = rows[close & (rows != row)]
        rows = rows[self.gaze.covers(np.array(me.pos), np.array(me.heading), pos[rows])]
        tiles = pos[rows].astype(np.intp)
        rows = rows[in_sight[tiles[:, 1], tiles[:, 0]]]
        return _seen(world, rows[_stands_out(world, rows, me, self.simulation)])

    def _listen(self, world: World, me: Me) -> None:
        muffle = world.resource(Ground).muffle
        for told in self.simulation.events:
            if isinstance(told.event, Noise):
                self.cues += _cues(told.tick, told.event, me.pos, muffle)
            elif isinstance(told.event, Said):
                self.words_at = told.tick
        del self.cues[:-CUES_KEPT]


def _numbers(rows: Any) -> NDArray[np.intp]:
    return np.arange(rows.start, rows.stop) if isinstance(rows, slice) else rows


def _to_read(whole: NDArray[Any]) -> NDArray[Any]:
    view = whole.view()
    view.flags.writeable = False
    return view


def _me(world: World, row: int, light: NDArray[np.float32]) -> Me:
    one = slice(row, row + 1)
    body, health, arms = world.view(Body, one), world.view(Health, one), world.view(Arms, one)
    hero, bag = world.view(Hero, one), world.view(Bag, one)
    tick = world.resource(Clock).tick
    x, y = float(body.pos[0, 0]), float(body.pos[0, 1])
    return Me(
        hero=HeroName(world.resource(Level).hero),
        pos=(x, y),
        vel=(float(body.vel[0, 0]), float(body.vel[0, 1])),
        heading=(float(body.heading[0, 0]), float(body.heading[0, 1])),
        hp=float(health.hp[0]),
        most=float(health.most[0]),
        breath=float(world.view(Stamina, one).left[0]),
        hunger=float(hero.hunger[0]),
        humanity=float(hero.humanity[0]),
        weapon=int(arms.weapon[0]),
        loaded=int(arms.loaded[0]),
        spare=int(arms.spare[0]),
        bottles=int(bag.bottles[0]),
        medkits=int(bag.medkits[0]),
        keys=int(bag.keys[0]),
        has_pistol=bool(bag.has_pistol[0]),
        has_pipe=bool(bag.has_pipe[0]),
        is_busy=bool(world.view(Deed, one).stage[0] != Stage.NONE),
        is_reloading=bool(arms.reload_until[0] > tick),
        torch_on=bool(world.view(Lamp, one).is_on[0]),
        light=float(light[int(y), int(x)]),
        casts=_cast(world, row, tick),
        momentum=_momentum(world, row),
        stillness=how_still(world, row),
    )


def _momentum(world: World, row: int) -> float:
    """How far momentum has come, 0..1."""
    feet = world.view(Feet, slice(row, row + 1))
    return float(feet.momentum[0]) / world.resource(Tuning).momentum.gain_s


def _marks(world: World) -> tuple[Place, ...]:
    """Where those are whom the radio tells of."""
    rows, alive = world.resolve(np.array(list(world.resource(Marks).until), np.int64))
    return tuple((float(x), float(y)) for x, y in world.view(Body).pos[rows[alive]])


def _cast(world: World, row: int, tick: int) -> float:
    """How far the order that is being spoken has come, 0..1."""
    slot = int(world.view(Pilot, slice(row, row + 1)).slot[0])
    cast = ticks(world.resource(Tuning).orders.cast_s)
    return min(1.0, world.resource(Orders).held(slot, tick) / cast)


def _stands_out(world: World, rows: NDArray[np.intp], me: Me, simulation: Simulation) -> NDArray[np.bool_]:
    """Whether light, the own torch, nearness or turned eyes show those rows, as ``(n,)``."""
    body = world.view(Body, rows)
    away = body.pos - np.array(me.pos)
    far = np.sqrt((away * away).sum(axis=1))
    x, y = body.pos.astype(np.intp).T
    light = light_now(simulation.level, world.resource(Story), world.resource(Clock))[y, x]
    player = simulation.world.resource(Tuning).player
    lamp = (far <= player.light_tiles) & ((away * me.heading).sum(axis=1) >= player.light_cos * far)
    looks_here = (body.heading * -away).sum(axis=1) >= EYES_TURNED * far
    eyes = looks_here & (world.view(Actor, rows).side == Side.DEAD)
    shown: NDArray[np.bool_] = (light >= LIT) | (far <= CLOSE) | eyes | (lamp & me.torch_on)
    return shown


def _seen(world: World, rows: NDArray[np.intp]) -> Others:
    body, actor, deed = world.view(Body, rows), world.view(Actor, rows), world.view(Deed, rows)
    mood = world.view(Mind, rows).mood
    return Others(
        id=world.table["Entity.id"][rows].copy(),
        pos=body.pos,
        vel=body.vel,
        heading=body.heading,
        sort=actor.sort,
        side=actor.side,
        hunts=mood == Mood.HUNT,
        asleep=(mood == Mood.ASLEEP) & (actor.sort != Sort.SOLDIER),
        obeys=mood == Mood.FOLLOW,
        winds_up=(deed.stage == Stage.WINDUP) & (deed.act != Act.NONE),
    )


def _cues(tick: int, noise: Noise, ear: Place, muffle: NDArray[np.float32]) -> list[Cue]:
    """The noises of a batch that reach an ear: loudness falls by a tile a tile, and behind walls."""
    away = noise.pos - np.array(ear)
    far = np.sqrt((away * away).sum(axis=1))
    left = noise.loudness * _passes(muffle, np.array(ear), noise.pos) - far
    return [
        Cue(tick, Heard(int(noise.heard[i])), _way(away[i], far[i]), float(left[i]))
        for i in np.flatnonzero((left > 0) & (far > 1))  # one's own steps are no news
    ]


def _passes(muffle: NDArray[np.float32], ear: NDArray[Any], places: NDArray[Any]) -> NDArray[np.float32]:
    """The least share of loudness along the straight line, as ``(k,)``: what one wall lets through."""
    line = ear + (places - ear)[:, None, :] * np.linspace(0, 1, 33)[:, None]
    x = np.clip(line[..., 0].astype(np.intp), 0, muffle.shape[1] - 1)
    y = np.clip(line[..., 1].astype(np.intp), 0, muffle.shape[0] - 1)
    share: NDArray[np.float32] = muffle[y, x].min(axis=1)
    return share


def _way(away: NDArray[Any], far: float) -> Place:
    return float(away[0] / far), float(away[1] / far)


def _goal(simulation: Simulation) -> Goal | None:
    """The first objective that is left; when none is, the way out."""
    objective = current(simulation.level, simulation.world.resource(Story))
    if objective is not None:
        return _goal_of(simulation, objective)
    for way_out in simulation.level.exits:
        return Goal(way_out.id, Task.REACH, way_out.area.at, way_out.area.box)
    return None


def _asides(simulation: Simulation) -> tuple[Goal, ...]:
    """The optional objectives told of and not done, in the order of telling."""
    story = simulation.world.resource(Story)
    left = {objective.id: objective for objective in optional(simulation.level, story)}
    return tuple(_goal_of(simulation, left[told]) for told in story.noted if told in left)


def _goal_of(simulation: Simulation, objective: Objective) -> Goal:
    held = objective.task is Task.HOLD  # one holds a place, whatever for
    aim = simulation.level.thing(objective.target) if objective.target and not held else objective
    area = aim.area
    return Goal(objective.id, objective.task, area.at, area.box)


def _prompt(simulation: Simulation, at: Place) -> Prompt:
    story, level = simulation.world.resource(Story), simulation.level
    options = next((c.options for c in level.choices if c.choice == story.asking), ())
    things: Sequence[Any] = [*(t for t in level.triggers if t.on == "use"), *level.choices]
    near = [
        t.area.at for t in things if _in_reach(t.area.box, at) and getattr(t, "when", ALWAYS).holds(story)
    ]
    boards = [each for each in level.powers if each.by_hand and each.circuit not in story.circuits]
    near += [each.area.at for each in boards if _in_reach(each.area.box, at)]
    return Prompt(story.asking, options if story.asking else (), tuple(near))


def _in_reach(box: tuple[float, float, float, float], at: Place) -> bool:
    x0, y0, x1, y1 = box
    return x0 - REACH <= at[0] <= x1 + REACH and y0 - REACH <= at[1] <= y1 + REACH
