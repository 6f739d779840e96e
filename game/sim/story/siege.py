"""The door that opens from within.

Rules of this module:
- It holds ``bunker.hold_s`` in silence. Every noise within ``hear_tiles`` takes ``noise_s`` a tile of its
  loudness from that: whoever is inside hears that somebody is there. Louder is never longer.
- It holds at least ``least_s``, however loud: there is time to see what comes.
- Blows come three and three; its dent grows with each. The captions come at equal shares of the way.
"""

from __future__ import annotations

import numpy as np

from game.data.level import Level
from game.data.tuning import Tuning
from game.ecs.column import Mut
from game.ecs.events import Read
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import Door
from game.sim.happenings import DoorChange, DoorMoved, Heard, Noise, Said
from game.sim.resources import DT, TICKS_PER_SECOND, Clock, Siege, Story
from game.sim.story.stage import distances, fire

REST = 4  # every fourth moment there is no blow: three, and three


@system
def besiege(door: Mut[Door], world: World, story: Story, noise: Read[Noise]) -> None:
    """Wear the door down, and strike it."""
    siege = story.siege
    if not siege.door:
        return
    tuning, clock, level = world.resource(Tuning), world.resource(Clock), world.resource(Level)
    place = level.thing(siege.door).area.at
    elapsed = (clock.tick - siege.since + 1) / TICKS_PER_SECOND
    siege.worn = worn(tuning, siege.worn, elapsed, _heard(tuning, noise, place))
    share = siege.worn / tuning.bunker.hold_s
    if _strikes(siege, elapsed, tuning.bunker.stroke_s):
        door.dent[door.thing == siege.door] = np.float32(min(1.0, share))
        _bang(world, siege.door, place, tuning.noise.door_bash)
    _tell(world, siege, share, place)
    if share >= 1:
        story.siege = Siege()
        fire(world, siege.then)


def worn(tuning: Tuning, before: float, elapsed: float, loudness: float) -> float:
    """Return how much of its time is gone after one more tick, s.

    Args:
        tuning: ``bunker``.
        before: gone a tick ago, s.
        elapsed: since the first blow, s.
        loudness: of all noises heard in this tick together, tile.
    """
    bunker = tuning.bunker
    most = elapsed / bunker.least_s * bunker.hold_s
    return min(before + float(DT) + bunker.noise_s * loudness, most)


def _heard(tuning: Tuning, noise: Noise, place: tuple[float, float]) -> float:
    """Return how loud it is before the door. Its own blows come later in the tick, and do not count."""
    counts = distances(noise.pos, *place) <= tuning.bunker.hear_tiles
    return float(noise.loudness[counts].astype(np.float64).sum())


def _strikes(siege: Siege, elapsed: float, stroke_s: float) -> bool:
    """Whether a blow falls in this tick."""
    moments = int(elapsed / stroke_s)
    if moments == siege.blows:
        return False
    siege.blows = moments
    return moments % REST != 0


def _bang(world: World, thing: int, place: tuple[float, float], loudness: float) -> None:
    world.events.emit(Noise, pos=place, loudness=loudness, heard=Heard.DOOR_BASH)
    world.events.emit(DoorMoved, thing=thing, pos=place, how=DoorChange.DENTED)


def _tell(world: World, siege: Siege, share: float, place: tuple[float, float]) -> None:
    due = int(share * (len(siege.dents) + 1))
    for line in siege.dents[siege.told : due]:
        world.events.emit(Said, line=line, speaker="caption", pos=place)
    siege.told = max(siege.told, due)
