"""Marks that play leaves on the level: blood, shells, pits of bullets, splinters, and footprints in ash.

Rules of this module:
- A mark is stamped into the ground's chunks: it stays and costs nothing afterwards. It is laid when its time
  has come and its place is in sight: what happens unseen is found later, and tells nothing before.
- The list of marks is kept beside the chunks, so that going back in time takes later ones away, and a saved
  game brings them back.
- Footprints are drawn each frame and fade after ``PRINT_S``; trackers of the dead read the same ash.
- Which stain and where exactly follows from the place and the tick, never from a generator that drifts.
"""

from __future__ import annotations

from collections import deque
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

import numpy as np

from game.data.tiles import TILE_PX
from game.show import stains
from game.show.actors import direction_of
from game.show.layers import HEIGHT, WIDTH
from game.show.shells import REST_TICKS, Shells, thrown
from game.show.stains import Kind
from game.sim.components import Weapon
from game.sim.happenings import Died, DoorChange, DoorMoved, Fired, Heard, Impact, Noise, Wound
from game.sim.resources import TICKS_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pygame

    from game.data.level import Level
    from game.ecs.column import Array
    from game.ecs.events import Event, Told
    from game.show.layers import Layers
    from game.show.light import Lighting

PRINT_S = 30.0  # s; how long ash holds a print
PRINTS = 400  # prints kept
ASIDE = 2.0  # px; left and right foot
THROWN = 7.0  # px; how far behind somebody their blood falls
SPATTER = (11.0, 19.0)  # px; where drops fall beyond it
SPREADS = ((Kind.POOL_SMALL, 25), (Kind.POOL_HALF, 70), (Kind.POOL, 130))
"""A pool spreads in stages: which, and how many ticks after the death."""
LAID, WAITING = 6000, 600  # marks listed; the oldest beyond that only stay until one goes back in time
SEEN = 0.3  # sight below this lays no mark


@dataclass(frozen=True)
class Mark:
    """One mark: what, which variant, where on the map (px), from which tick's event, and when it is laid."""

    kind: Kind
    variant: int
    x: int
    y: int
    tick: int
    due: int


@dataclass(frozen=True)
class Print:
    """One footprint: its pixel on the map, when it was made, which of 16 ways it points, and which foot."""

    x: int
    y: int
    tick: int
    direction: int
    foot: int


class Marks:
    """What play has left on one level."""

    def __init__(self, level: Level, layers: Layers) -> None:
        self.level, self.layers = level, layers
        self.prints: deque[Print] = deque(maxlen=PRINTS)
        self.shells = Shells()
        self.laid: deque[Mark] = deque(maxlen=LAID)
        self.waiting: deque[Mark] = deque(maxlen=WAITING)
        self._spots: Array | None = None  # x, y and due tick of those that wait
        self._last: dict[int, tuple[float, float]] = {}

    # -- what is heard -----------------------------------------------------------------------

    def hear(self, told: Sequence[Told]) -> None:
        """Take the marks of one tick's journal."""
        for each in told:
            self._take(each.event, each.tick)

    def _take(self, event: Event, tick: int) -> None:
        if isinstance(event, Wound):
            self._bleed(event, tick)
        elif isinstance(event, Died):
            for kind, after in SPREADS:
                self._add(kind, event.pos * TILE_PX, tick, after)
        elif isinstance(event, Fired):
            self._shells(event, tick)
        elif isinstance(event, Impact):
            bottle = event.weapon == Weapon.BOTTLE
            self._add(Kind.SHARDS, event.pos[bottle] * TILE_PX, tick, 20)
            self._add(Kind.PIT, event.pos[~bottle] * TILE_PX, tick, 0)
        elif isinstance(event, DoorMoved):
            self._add(Kind.SPLINTERS, event.pos[event.how == DoorChange.BROKE] * TILE_PX, tick, 24)
        elif isinstance(event, Noise):
            self._steps(event, tick)

    def _bleed(self, wound: Wound, tick: int) -> None:
        """A splash behind the wounded, and drops farther along the blow."""
        places, way = wound.pos * TILE_PX, wound.way
        self._add(Kind.SPLASH, places + way * np.float32(THROWN), tick, 8)
        aside = np.stack([-way[:, 1], way[:, 0]], axis=1) * np.float32(tick % 9 - 4)
        for far in SPATTER:
            self._add(Kind.DROPS, places + way * np.float32(far) + aside, tick, 12)

    def _shells(self, fired: Fired, tick: int) -> None:
        for shell in thrown(fired, self.level, tick):
            self.shells.flying.append(shell)
            kind = Kind.RED_SHELL if shell.is_red else Kind.SHELL
            x, y = int(shell.to_x), int(shell.to_y)
            self._wait(Mark(kind, shell.turn, x, y, tick, tick + REST_TICKS))

    def _add(self, kind: Kind, places: Array, tick: int, after: int) -> None:
        for x, y in places.astype(int).tolist():
            self._wait(Mark(kind, (x * 7 + y * 13 + tick) % stains.VARIANTS, x, y, tick, tick + after))

    def _wait(self, mark: Mark) -> None:
        self.waiting.append(mark)
        self._spots = None

    def _steps(self, noise: Noise, tick: int) -> None:
        for i in np.flatnonzero(noise.heard == Heard.STEP).tolist():
            x, y, who = float(noise.pos[i, 0]), float(noise.pos[i, 1]), int(noise.source[i])
            row, column = int(y), int(x)
            inside = 0 <= row < self.level.height and 0 <= column < self.level.width
            if inside and self.level.ash[row, column]:
                self.prints.append(self._print(x, y, who, tick))
            self._last[who] = (x, y)

    def _print(self, x: float, y: float, who: int, tick: int) -> Print:
        """Beside the way from the last step, left and right in turn."""
        before = self._last.get(who, (x - 1, y))
        way = np.array([[x - before[0], y - before[1]]])
        dx, dy = (way[0] / max(float(np.hypot(*way[0])), 1e-3)).tolist()
        foot = len(self.prints) % 2 if len(self.prints) < PRINTS else tick % 2
        side = ASIDE if foot else -ASIDE
        at = round(x * TILE_PX - dy * side), round(y * TILE_PX + dx * side)
        return Print(*at, tick, int(direction_of(way)[0]), foot)

    # -- what is drawn -----------------------------------------------------------------------

    def lay(self, light: Lighting, tick: int) -> None:
        """Stamp the marks whose time has come and whose place is in sight."""
        if not self.waiting:
            return
        if self._spots is None:
            self._spots = np.array([(m.x / TILE_PX, m.y / TILE_PX, m.due) for m in self.waiting])
        x, y, due = self._spots.T
        ready = (due <= tick) & (light.seen(x, y) > SEEN)
        if ready.any():
            marks = list(self.waiting)
            for i in np.flatnonzero(ready).tolist():
                self._stamp(marks[i])
            self.waiting = deque((marks[i] for i in np.flatnonzero(~ready).tolist()), WAITING)
            self._spots = None

    def _stamp(self, mark: Mark) -> None:
        art = stains.pictures(mark.kind)
        picture = art[mark.variant % len(art)]
        width, height = picture.get_size()
        self.layers.stamp(picture, mark.x - width // 2, mark.y - height // 2)
        self.laid.append(mark)

    def blits(
        self, camera: tuple[int, int], tick: int, light: Lighting
    ) -> Iterator[tuple[pygame.Surface, tuple[int, int]]]:
        """Footprints in sight that have not faded."""
        lasts = PRINT_S * TICKS_PER_SECOND
        for each in self.prints:
            age, x, y = (tick - each.tick) / lasts, each.x - camera[0], each.y - camera[1]
            inside = 0 <= x < WIDTH and 0 <= y < HEIGHT and 0 <= age < 1
            if inside and light.sees(each.x / TILE_PX, each.y / TILE_PX) > SEEN:
                art = stains.footprint(each.direction, each.foot, int((1 - age) * stains.PRINT_LEVELS))
                yield art, (x - art.get_width() // 2, y - art.get_height() // 2)

    # -- time that goes back, and games that are saved ---------------------------------------

    def forget_after(self, tick: int) -> None:
        """Time went back to a checkpoint: later marks and prints were never made."""
        while self.prints and self.prints[-1].tick > tick:
            self.prints.pop()
        self._last.clear()
        self.shells.flying.clear()
        self.waiting = deque((mark for mark in self.waiting if mark.tick <= tick), WAITING)
        self._spots = None
        if any(mark.tick > tick for mark in self.laid):
            self._lay_anew([mark for mark in self.laid if mark.tick <= tick])

    def _lay_anew(self, marks: list[Mark]) -> None:
        self.layers.clean()
        self.laid.clear()
        for mark in marks:
            self._stamp(mark)

    def rows(self) -> Array:
        """Every mark, laid or waiting, as int32 ``(n, 6)``, to keep with a saved game."""
        found = [astuple(mark) for mark in (*self.laid, *self.waiting)]
        return np.array(found, np.int32).reshape(-1, 6)

    def put_back(self, rows: Array, tick: int) -> None:
        """Lay kept marks of no later tick again; those that would lie outside the level are left out."""
        x, y, made = rows[:, 2], rows[:, 3], rows[:, 4]
        inside = (x >= 0) & (y >= 0) & (x < self.level.width * TILE_PX) & (y < self.level.height * TILE_PX)
        known = np.isin(rows[:, 0], [int(kind) for kind in Kind]) & (rows[:, 1] >= 0)
        kept = rows[inside & known & (made <= tick)].tolist()
        marks = [Mark(Kind(kind), *rest) for kind, *rest in kept]
        self._lay_anew([mark for mark in marks if mark.due <= tick])
        self.waiting.extend(mark for mark in marks if mark.due > tick)
        self._spots = None
