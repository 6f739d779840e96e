"""Lives of a bot in the town: what the dead learn in one they know in the next.

Rules of this module:
- A life lasts until the bot is dead, ``LIFE_S`` at most. The dead stand about in squads of five, none
  within ``CLEAR`` tiles of the bot; one in three is a flanker, and one in 32 a screamer.
- Who stands where is drawn from the seed and the number of the life; the bot's habits, from the seed alone:
  also where it begins, as at a retry, if it keeps to the same places.
- Nothing passes from life to life but ``Lessons``, as at a retry.
- How far a life gets about is how many squares of the lattice of ``KnownWays.places`` it has set foot in.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from game.data.tuning import Rules
from game.play.bots.habits import HABITS
from game.play.bots.known_ways import KnownWays, Tile, known_ways, square
from game.play.claims.town import empty_game, place, town
from game.play.observe import Observer
from game.sim.components import PLAYER, Arms, Bag, Health, Mind, Mood, Sort, Weapon
from game.sim.happenings import Wound
from game.sim.intent import Intent
from game.sim.resource_lessons import HABITS as LESSONS
from game.sim.resource_lessons import Lessons, callers
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from game.play.bots import Bot
    from game.play.simulation import Simulation

LIFE_S = 60
SQUADS, SQUAD = 32, 5
CLEAR = 14.0  # tile
NEAR = 32.0  # tile; every other squad stands no farther off
SQUAD_TILES = 3.5
CROWD = SQUADS * SQUAD
OF_HABITS = ("evidence", "is_known", "carrier")
"""Fields of ``Lessons`` that say what is known of habits."""
OF_PLACES = ("use", "spot", "finds", "find_spot")
"""Fields of ``Places`` that say where the dead lie in wait."""
LOOK = 4
"""Ticks between two looks of a bot: nobody reacts faster."""


@dataclass(frozen=True)
class Life:
    """What became of one life.

    Attributes:
        seconds: it lasted.
        damage: HP lost.
        touched: s until the first wound; as long as it lasted when there was none.
        known: ``(Habit,)`` share of the time each lesson was known.
        lessons: what they knew at its end.
        places: it has been to.
    """

    seconds: float
    damage: float
    touched: float
    known: NDArray[np.float64]
    lessons: Lessons
    places: int = 0

    @property
    def per_minute(self) -> float:
        """HP lost a minute."""
        return self.damage / max(self.seconds, 1.0) * 60


def live(
    habit: str,
    seed: int,
    number: int,
    before: Life | None = None,
    rules: Rules | None = None,
    bot: Bot | None = None,
    *,
    is_held: bool = False,
) -> Life:
    """Play one life.

    Args:
        habit: name of a bot in ``HABITS``.
        seed: of the bot and, with ``number``, of the world.
        number: of the life.
        before: the life whose lessons the dead remember.
        rules: the usual ones unless given.
        bot: plays instead of the one of that name.
        is_held: what they know of habits and places stays as it was remembered: nothing is added or fades.
    """
    rng = np.random.default_rng((seed, number))
    ways = known_ways(town())
    one = HABITS[habit](ways, seed)
    start = one.home or ways.places[int(rng.integers(len(ways.places)))]
    simulation = _peopled(ways, start, rng, rules, seed * 1009 + number)
    if before is not None:
        passed = round(before.seconds * TICKS_PER_SECOND)
        simulation.world.resource(Lessons).inherit(before.lessons, passed, callers(simulation.world))
    return play(simulation, bot or one, is_held=is_held)


def play(simulation: Simulation, bot: Bot, *, is_held: bool = False) -> Life:
    """Let a bot play until it is dead, or its time is over; ``is_held``: as for ``live``."""
    observer, world = Observer(simulation), simulation.world
    lessons, hero = world.resource(Lessons), world.table["Entity.id"][world.span(PLAYER)][0]
    damage, touched, known = 0.0, 0.0, np.zeros(LESSONS)
    intent, places, held = Intent.IDLE, set[Tile](), deepcopy(lessons)
    for tick in range(LIFE_S * TICKS_PER_SECOND):
        if tick % LOOK == 0:
            seen = observer.see()
            intent = bot.act(seen)
            places.add(square(seen.me.pos))
        told = simulation.step([intent])
        if is_held:
            _hold(lessons, held)
        for wound in (each.event for each in told if isinstance(each.event, Wound)):
            lost = float(wound.damage[wound.who == hero].sum())
            touched = touched or (simulation.tick / TICKS_PER_SECOND if lost else 0.0)
            damage += lost
        known += lessons.is_known
        if simulation.outcome:
            break
    seconds = simulation.tick / TICKS_PER_SECOND
    return Life(seconds, damage, touched or seconds, known / simulation.tick, deepcopy(lessons), len(places))


def _hold(lessons: Lessons, held: Lessons) -> None:
    """Put what is known of habits and places back; where somebody is just now is still taken in."""
    for name in OF_HABITS:
        getattr(lessons, name)[...] = getattr(held, name)
    for name in OF_PLACES:
        getattr(lessons.places, name)[...] = getattr(held.places, name)


def _peopled(
    ways: KnownWays, start: Tile, rng: np.random.Generator, rules: Rules | None, seed: int
) -> Simulation:
    """Begin a game with the dead standing about."""
    simulation = empty_game(town(), seed, (start[0] + 0.5, start[1] + 0.5), rules)
    centres = np.array(ways.places, np.float32) + np.float32(0.5)
    away = np.sqrt(((centres - np.array(start) - 0.5) ** 2).sum(axis=1))
    sorts = [Sort.FLANKER if i % 3 == 0 else Sort.SHAMBLER for i in range(CROWD)]
    for i in range(0, CROWD, 32):
        sorts[i + 1] = Sort.SCREAMER
    free = np.argwhere(ways.field(start) < 1 << 20)[:, ::-1] + 0.5
    at = np.concatenate([_squad(free, centres, away, rng, is_near=bool(q % 2)) for q in range(SQUADS)])
    for sort in dict.fromkeys(sorts):
        place(simulation, sort, at[[s is sort for s in sorts]].astype(np.float32))
    _equip(simulation)
    return simulation


def _squad(
    free: NDArray[Any],
    centres: NDArray[np.float32],
    away: NDArray[Any],
    rng: np.random.Generator,
    *,
    is_near: bool,
) -> NDArray[np.float64]:
    able = np.flatnonzero((away > CLEAR + SQUAD_TILES) & (away < (NEAR if is_near else np.inf)))
    middle = centres[rng.choice(able)]
    around = free[((free - middle) ** 2).sum(axis=1) < SQUAD_TILES**2]
    return np.asarray(around[rng.integers(0, len(around), SQUAD)])


def _equip(simulation: Simulation) -> None:
    """Give the bot what its habit may need; whoever does not use it is none the better for it."""
    world = simulation.world
    hero = world.table["Entity.id"][world.span(PLAYER)][:1]
    with world.edit(Bag, hero) as bag:
        bag.bottles[...], bag.has_pistol[...] = 99, True
    with world.edit(Arms, hero) as arms:
        arms.weapon[...], arms.loaded[...], arms.spare[...] = Weapon.PISTOL, 7, 999
    assert world.view(Health, world.span(PLAYER)).hp[0] > 0
    assert (world.view(Mind, world.rows(Mind)).mood == Mood.IDLE).all()
