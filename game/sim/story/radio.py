"""Voices, radios, and things that sound.

Rules of this module:
- A line by "radio" comes from the radio the hero carries, or from a Radio of the map; then only who stands
  within its reach hears it. Either way a radio is a noise, for the dead too (``noise.radio``).
- A line from a Spawn comes from whoever came from it, wherever they are now; the dead say nothing.
- A radio of the map is switched with the use button. Switched on it says its lines once, and sounds as far
  as its reach for ``noise.radio_s``: a lure for who can wait.
- A thing that sounds repeats its noise every ``noise.bell_s``.
"""

from __future__ import annotations

import numpy as np

from game.data.level import Level
from game.data.script import Script
from game.data.things import Radio, Spawn
from game.data.tuning import Tuning
from game.ecs.events import Emit, Read
from game.ecs.schedule import system
from game.ecs.world import NOBODY, World
from game.sim.components import Body, Side
from game.sim.hands import radio_at
from game.sim.happenings import Heard, Noise, Said, Use
from game.sim.resources import Clock, Sounding, Story, ticks
from game.sim.story.stage import distances, hero_ids, heroes, named, people_of


def speak(world: World, line: str, speaker: str, at: str = "") -> None:
    """Let somebody say a line, from a named thing or from nowhere in particular."""
    source = next(iter(named(world.resource(Level), at)), None) if at else None
    if isinstance(source, Radio) and not _hears(world, source):
        return
    place = source.area.at if source else (0.0, 0.0)
    if isinstance(source, Spawn):
        rows, _ = world.resolve(people_of(world, [source]))
        if not len(rows):
            return
        place = tuple(world.view(Body).pos[rows[0]].tolist())
    world.events.emit(Said, line=line, speaker=speaker, pos=place)
    if speaker == "radio":
        _crackle(world, source)


@system
def switch_radios(world: World, level: Level, story: Story, use: Read[Use]) -> None:
    """Switch the nearest radio within a hand's reach of whoever pressed use."""
    reach = world.resource(Tuning).player.use_tiles
    for x, y in use.pos.tolist():
        radio = radio_at(level, (x, y), reach)
        if radio is None:
            continue
        if radio.id in story.radios:
            story.radios.remove(radio.id)
            story.sounding = [each for each in story.sounding if each.thing != radio.id]
        else:
            _switch_on(world, radio)


@system
def sound_out(level: Level, story: Story, clock: Clock, tuning: Tuning, noise: Emit[Noise]) -> None:
    """Let everything that sounds sound again, until its time is over."""
    story.sounding = [each for each in story.sounding if each.until > clock.tick]
    for each in story.sounding:
        is_due = (clock.tick - each.since) % ticks(tuning.noise.bell_s) == 0
        if is_due and each.loudness > 0:
            place = level.thing(each.thing).area.at
            noise(pos=place, loudness=each.loudness, heard=each.heard, side=Side.NONE)


def _hears(world: World, radio: Radio) -> bool:
    return bool((distances(heroes(world), *radio.area.at) <= radio.reach).any())


def _crackle(world: World, source: object) -> None:
    """Make the noise of a radio, where it is or where the hero is."""
    places = np.array([source.area.at], np.float32) if isinstance(source, Radio) else heroes(world)
    loudness = world.resource(Tuning).noise.radio
    carrier = hero_ids(world)[:1] if not isinstance(source, Radio) else np.array([NOBODY])
    if len(places):
        world.events.emit(
            Noise, pos=places[:1], loudness=loudness, heard=Heard.RADIO, source=carrier, side=Side.NONE
        )


def _switch_on(world: World, radio: Radio) -> None:
    story, clock, tuning = world.resource(Story), world.resource(Clock), world.resource(Tuning)
    first = radio.id not in story.fired
    story.fired[radio.id] = clock.tick
    story.radios.append(radio.id)
    until = clock.after(tuning.noise.radio_s)
    story.sounding.append(Sounding(radio.id, clock.tick, until, radio.reach, Heard.RADIO))
    if not first:
        return
    for line in world.resource(Script).radios.get(radio.name, ()):
        world.events.emit(Said, line=line, speaker="radio", pos=radio.area.at)
