"""How hard the player has it, and the rhythm that follows: build up, sustain, fade, relax.

Rules of this module (after the director of Left 4 Dead: Booth 2009, "The AI Systems of Left 4 Dead"):
- Intensity rises with wounds, deaths nearby and hunters nearby, and falls only while nobody hunts nearby.
- Build up until the peak; sustain it for a few seconds; fade until intensity has fallen; then relax, long
  enough to breathe. What the director may send grows only in the first two.
"""

from __future__ import annotations

import numpy as np

from game.data.tuning import Rules, Tuning
from game.ecs.events import Read
from game.ecs.schedule import system
from game.ecs.world import World
from game.sim.components import Body, Mind, Mood, Pilot, Pulse
from game.sim.happenings import Died, Wound
from game.sim.resources import DT, TICKS_PER_SECOND, Clock, Random, Tension
from game.sim.story.stage import distances, hero_ids, heroes

MOST_NEAR = 6  # hunters counted
PERIOD = 12  # ticks between two counts


@system
def feel_tension(
    world: World, tension: Tension, clock: Clock, tuning: Tuning, wounds: Read[Wound], died: Read[Died]
) -> None:
    """Read how hard it is."""
    director = tuning.director
    hits = int((wounds.who[:, None] == hero_ids(world)).sum()) if len(wounds) else 0
    if clock.every(PERIOD):
        tension.hunters = min(MOST_NEAR, hunters_near(world, director.near_tiles))
    near = tension.hunters
    kills = deaths_near(world, died, director.near_tiles) if len(died) else 0
    rise = director.hit * hits + director.kill * kills + director.near * float(DT) * near
    fall = director.decay * float(DT) if near == 0 else 0.0
    tension.intensity = min(1.0, max(0.0, tension.intensity + rise - fall))


@system
def pace(tension: Tension, clock: Clock, random: Random, rules: Rules, tuning: Tuning) -> None:
    """Move from phase to phase, and save up what may be sent."""
    director, now = tuning.director, clock.tick
    cap = director.cap[rules.difficulty]
    if now < tension.quiet_until:
        tension.wanted, tension.phase, tension.until, tension.since = 0.0, "relax", now, now
        return
    if tension.phase in {"build", "sustain"}:
        share = min(1.0, (now - tension.since) / TICKS_PER_SECOND / director.ramp_s)
        grown = 1.0 if tension.phase == "sustain" else share
        rate = (director.b0 + (director.b1 - director.b0) * grown) * rules.budget
        tension.wanted = min(cap, tension.wanted + rate * float(DT))
    if tension.phase == "build" and tension.intensity >= director.peak:
        _turn(tension, "sustain", clock, _draw(random, director.sustain))
    elif tension.phase == "sustain" and now >= tension.until:
        _turn(tension, "fade", clock, 0.0)
        tension.wanted = 0.0
    elif tension.phase == "fade" and tension.intensity <= director.fade_at:
        _turn(tension, "relax", clock, _draw(random, director.relax))
    elif tension.phase == "relax" and now >= tension.until:
        _turn(tension, "build", clock, 0.0)


def hunters_near(world: World, tiles: float) -> int:
    """Return how many of the dead hunt within so many tiles of a player."""
    rows = world.rows(Mind, Pulse)
    hunts = world.view(Mind, rows).mood == Mood.HUNT.value
    if not hunts.any():
        return 0
    places = world.view(Body, rows).pos[hunts]
    near = np.zeros(len(places), np.bool_)
    for x, y in world.view(Body, world.rows(Pilot)).pos.tolist():
        near |= distances(places, x, y) <= tiles
    return int(near.sum())


def deaths_near(world: World, died: Died, tiles: float) -> int:
    """Return how many died within so many tiles of a player."""
    return sum(int((distances(died.pos, x, y) <= tiles).sum()) for x, y in heroes(world))


def _turn(tension: Tension, phase: str, clock: Clock, seconds: float) -> None:
    tension.phase, tension.since, tension.until = phase, clock.tick, clock.after(seconds)


def _draw(random: Random, span: tuple[float, float]) -> float:
    low, high = span
    return low + float(random["director"].random()) * (high - low)
