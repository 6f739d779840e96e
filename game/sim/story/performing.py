"""Doing what a script says: one small function an action.

Rules of this module:
- A script may touch anything, but only by the ways everybody uses: events, the story's own state, and
  the minds of people it names. It never sets health, sight or speed.
- A name that fits nobody any more does nothing: they may have died.
"""

from __future__ import annotations

from functools import singledispatch

import numpy as np

from game.data import actions as a
from game.data.contract import Thing
from game.data.level import Level
from game.data.things import Door, Radio, Spawn, SpawnField
from game.data.things import Noise as NoiseThing
from game.data.tuning import Tuning
from game.ecs.world import NOBODY, World
from game.sim.components import Act, Body, Deed, Hero, Ids, Mind, Mood, Senses, Stage
from game.sim.happenings import Cued, DoorChange, DoorOrder, Heard, Hit, Reached, Said, Screech
from game.sim.resources import Clock, Siege, Sounding, Story, Tension
from game.sim.spawn import spawn_thing
from game.sim.story.choices import ask
from game.sim.story.objectives import complete, pass_to
from game.sim.story.radio import speak
from game.sim.story.stage import fire, hero_ids, named, people_named

MORTAL = 1e6  # HP; nobody has as many
SOUNDS = {"machine": Heard.MACHINE, "alarm": Heard.ALARM, "radio": Heard.RADIO, "voice": Heard.VOICE}


@singledispatch
def perform(action: a.Action, world: World) -> None:
    """Do one action now.

    Raises:
        NotImplementedError: nobody has taught the game this action.
    """
    raise NotImplementedError(type(action).__name__)


@perform.register
def _(action: a.Say, world: World) -> None:
    speak(world, action.say, action.by, action.at)


@perform.register
def _(action: a.Caption, world: World) -> None:
    world.events.emit(Said, line=action.caption, speaker="caption", pos=_place(world, action.at))


@perform.register
def _(action: a.Hint, world: World) -> None:
    world.events.emit(Said, line=action.hint, speaker="hint")


@perform.register
def _(action: a.On, world: World) -> None:
    world.resource(Story).circuits[action.on] = True


@perform.register
def _(action: a.Off, world: World) -> None:
    world.resource(Story).circuits.pop(action.off, None)


@perform.register
def _(action: a.Open, world: World) -> None:
    _order(world, action.open, DoorChange.OPENED)


@perform.register
def _(action: a.Shut, world: World) -> None:
    _order(world, action.shut, DoorChange.SHUT)


@perform.register
def _(action: a.Lock, world: World) -> None:
    _order(world, action.lock, DoorChange.LOCKED)


@perform.register
def _(action: a.Unlock, world: World) -> None:
    _order(world, action.unlock, DoorChange.UNLOCKED)


@perform.register
def _(action: a.Spawn, world: World) -> None:
    for thing in named(world.resource(Level), action.spawn):
        if isinstance(thing, (Spawn, SpawnField)):
            spawn_thing(world, thing)


@perform.register
def _(action: a.Wake, world: World) -> None:
    ids = _sleepers(world, people_named(world, action.wake))
    _set_mood(world, ids, Mood.IDLE)


@perform.register
def _(action: a.Calm, world: World) -> None:
    ids = people_named(world, action.calm)
    _set_mood(world, ids, Mood.IDLE)
    with world.edit(Senses, ids) as senses:
        senses.detect[...] = 0


@perform.register
def _(action: a.Remove, world: World) -> None:
    world.kill(people_named(world, action.remove))


@perform.register
def _(action: a.Kill, world: World) -> None:
    hero = hero_ids(world)
    source = int(hero[0]) if len(hero) else NOBODY
    world.events.emit(Hit, target=people_named(world, action.kill), source=source, damage=MORTAL)


@perform.register
def _(action: a.Join, world: World) -> None:
    _set_mood(world, people_named(world, action.join), Mood.FOLLOW)


@perform.register
def _(action: a.LayDown, world: World) -> None:
    _set_mood(world, people_named(world, action.lay_down), Mood.SURRENDER)


@perform.register
def _(action: a.Screech, world: World) -> None:
    ids, clock = people_named(world, action.screech), world.resource(Clock)
    _set_mood(world, _sleepers(world, ids), Mood.IDLE)
    with world.edit(Deed, ids) as deed:
        deed.act[...], deed.stage[...], deed.landed[...] = Act.SCREECH, Stage.WINDUP, False
        deed.stage_until[...] = clock.after(action.windup)
    rows, _ = world.resolve(ids)
    world.events.emit(Screech, who=ids, pos=world.view(Body).pos[rows], stage=Stage.WINDUP)


@perform.register
def _(action: a.Sound, world: World) -> None:
    story, clock = world.resource(Story), world.resource(Clock)
    lasts = action.lasts or world.resource(Tuning).noise.bell_s
    for thing in named(world.resource(Level), action.sound):
        loudness = action.loud or _reach(thing)
        story.sounding.append(
            Sounding(thing.id, clock.tick, clock.after(lasts), loudness, SOUNDS[action.kind])
        )


@perform.register
def _(action: a.Aim, world: World) -> None:
    pass_to(world, action.aim)


@perform.register
def _(action: a.Done, world: World) -> None:
    for objective in world.resource(Level).objectives:
        if objective.text == action.done:
            complete(world, objective)


@perform.register
def _(action: a.Fire, world: World) -> None:
    fire(world, action.fire)


@perform.register
def _(action: a.Ask, world: World) -> None:
    if action.ask not in world.resource(Story).choices:
        ask(world, action.ask, must_answer=True)


@perform.register
def _(action: a.Play, world: World) -> None:
    world.resource(Story).music = action.music


@perform.register
def _(action: a.Show, world: World) -> None:
    world.events.emit(Cued, what=action.cue, lasts=action.lasts, amount=action.amount)


@perform.register
def _(action: a.Hold, world: World) -> None:
    for thing in named(world.resource(Level), action.hold):
        if isinstance(thing, Door):
            since = world.resource(Clock).tick
            world.resource(Story).siege = Siege(thing.id, since, then=action.then, dents=action.dents)


@perform.register
def _(action: a.Quiet, world: World) -> None:
    world.resource(Tension).quiet_until = world.resource(Clock).after(action.quiet)


@perform.register
def _(action: a.Humanity, world: World) -> None:
    with world.edit(Hero, hero_ids(world)) as hero:
        hero.humanity[...] = np.clip(hero.humanity + np.float32(action.humanity), 0, 100)


@perform.register
def _(action: a.Hunger, world: World) -> None:
    with world.edit(Hero, hero_ids(world)) as hero:
        hero.hunger[...] = np.clip(hero.hunger + np.float32(action.hunger), 0, 100)


@perform.register
def _(_action: a.Checkpoint, world: World) -> None:
    world.resource(Story).owes_place = True


@perform.register
def _(action: a.End, world: World) -> None:
    world.resource(Story).outcome = action.end
    world.events.emit(Reached, what=action.end)


def _order(world: World, name: str, how: DoorChange) -> None:
    for thing in named(world.resource(Level), name):
        world.events.emit(DoorOrder, thing=thing.id, how=how)


def _place(world: World, name: str) -> tuple[float, float]:
    """Return where a named thing lies; (0, 0), which is nowhere, without a name."""
    found = named(world.resource(Level), name) if name else []
    return found[0].area.at if found else (0.0, 0.0)


def _reach(thing: Thing) -> float:
    return thing.reach if isinstance(thing, (Radio, NoiseThing)) else 0.0


def _sleepers(world: World, ids: Ids) -> Ids:
    rows, _ = world.resolve(ids)
    return ids[world.view(Mind).mood[rows] == Mood.ASLEEP] if len(ids) else ids


def _set_mood(world: World, ids: Ids, mood: Mood) -> None:
    with world.edit(Mind, ids) as mind:
        mind.mood[...], mind.mood_until[...] = mood, world.resource(Clock).tick
