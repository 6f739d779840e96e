"""An observation: what a player may know at one moment, in plain values and arrays.

Rules of this module: it only says what an observation holds; ``observe`` makes them. Places are tiles,
``(x, y)``; maps are ``[row, column]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from game.data.enums import Hero, Task
from game.sim.components import Side
from game.sim.happenings import Heard

if TYPE_CHECKING:
    from game.play.memory import DoorSeen, Loot

Place = tuple[float, float]
Box = tuple[float, float, float, float]
"""``(x0, y0, x1, y1)``, tile."""
NO_WORDS = -9999


@dataclass(frozen=True)
class Me:
    """The player's own state, as on the screen.

    Attributes:
        hero: whom one plays.
        pos, vel, heading: tile, tile/s, unit vector.
        hp, most: hit points left and at best.
        breath: seconds of sprinting left.
        hunger, humanity: 0..100.
        weapon, loaded, spare: number of a Weapon, rounds in it, rounds carried.
        bottles, medkits, keys: carried; keys as bits.
        has_pistol, has_pipe: what could be held.
        is_busy: a blow, shot or throw is under way.
        is_reloading, torch_on: so.
        light: of the tile stood on, 0..1.
        casts: how far a word that is held has come, 0..1.
        momentum: how far it has come, 0..1; 1 leaps.
        stillness: how far it has come, 0..1; 1 hides.
    """

    hero: Hero
    pos: Place
    vel: Place
    heading: Place
    hp: float
    most: float
    breath: float
    hunger: float
    humanity: float
    weapon: int
    loaded: int
    spare: int
    bottles: int
    medkits: int
    keys: int
    has_pistol: bool
    has_pipe: bool
    is_busy: bool
    is_reloading: bool
    torch_on: bool
    light: float
    casts: float
    momentum: float
    stillness: float


@dataclass(frozen=True)
class Others:
    """Everybody visible now, one row each; arrays of equal length.

    Attributes:
        id: the same over time, as a face is.
        pos, vel, heading: ``(n, 2)`` tile, tile/s, unit vector.
        sort, side: who, and whose.
        hunts: it runs at somebody: one sees that.
        asleep: it stands with its eyes shut.
        winds_up: a blow is coming.
        obeys: it follows the player, or is bound to.
    """

    id: NDArray[Any]
    pos: NDArray[Any]
    vel: NDArray[Any]
    heading: NDArray[Any]
    sort: NDArray[Any]
    side: NDArray[Any]
    hunts: NDArray[np.bool_]
    asleep: NDArray[np.bool_]
    winds_up: NDArray[np.bool_]
    obeys: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.id)

    def only(self, which: NDArray[Any]) -> Others:
        """Those of them for whom a mask ``(n,)`` is true, or those numbered ``(k,)``, in that order."""
        return Others(*(getattr(self, name)[which] for name in self.__dataclass_fields__))

    def foes(self) -> Others:
        """The dead and the army."""
        return self.only((self.side == Side.DEAD) | (self.side == Side.ARMY))


@dataclass(frozen=True)
class Cue:
    """A noise that reached the player.

    Attributes:
        tick: when.
        heard: what kind of noise.
        way: unit vector toward it.
        loudness: tiles it would have carried on.
    """

    tick: int
    heard: Heard
    way: Place
    loudness: float


@dataclass(frozen=True)
class Goal:
    """What to do next: what the marker on the screen shows.

    Attributes:
        id: of the level's Objective, or of the Exit when nothing else is left.
        task: what it asks for.
        at: where, tile.
        box: the area, tile.
    """

    id: int
    task: Task
    at: Place
    box: Box


@dataclass(frozen=True)
class Prompt:
    """What the screen offers: a choice on the table, or a thing in reach to use.

    Attributes:
        choice: its name, empty when none is asked.
        options: its answers in order.
        use: places of what the use button would act on here, tile.
    """

    choice: str
    options: tuple[str, ...]
    use: tuple[Place, ...]


@dataclass(frozen=True)
class Observation:
    """One look at the world; arrays of the map are the player's memory and read-only.

    Attributes:
        tick: of the game, which goes back at a retry.
        me, others, cues, goal, prompt: the player, and what reaches them now.
        asides: goals one was told of that may be left out, in the order of telling.
        doors, loot: as last seen.
        known: ``[h, w]`` tiles seen so far.
        links: ``[h, w]`` ways to the 8 neighbours as last seen (bits as in ``NEIGHBOURS``); by the faint
            plan, doors left out, what was in the picture; all set where nothing is known.
        light: ``[h, w]`` as last seen, 0 where nothing is known.
        void: ``[h, w]`` tiles seen to be nothing: one falls.
        marks: where those are whom a radio told of, oldest first, seen or not.
        words_at: tick of the last words on the screen; ``NO_WORDS`` before there were any.
    """

    tick: int
    me: Me
    others: Others
    cues: tuple[Cue, ...]
    goal: Goal | None
    asides: tuple[Goal, ...]
    prompt: Prompt
    doors: tuple[DoorSeen, ...]
    loot: tuple[Loot, ...]
    known: NDArray[np.bool_]
    links: NDArray[np.uint8]
    light: NDArray[np.float32]
    void: NDArray[np.bool_]
    marks: tuple[Place, ...]
    words_at: int
