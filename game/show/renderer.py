"""The world as a picture of 640 x 360, in the order that makes the dark dark.

Order: ground, marks, doors, things, the fallen, the living, what hides them, ash; light over all of it;
then what shines by itself; the sense; grain. The renderer reads the world and writes nothing in it. Apart
from what play has left behind (stains, the remembered plan, where the camera is) the same tick gives the
same picture.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pygame

from game.data.level import Level
from game.data.tiles import TILE_PX
from game.data.tuning import Tuning, load_tuning
from game.ecs.world import NOBODY, Entity
from game.show import actors, eyes, sense
from game.show.air import Air
from game.show.bake import baked
from game.show.camera import Camera
from game.show.compass import Frame, compass
from game.show.decals import Marks
from game.show.far import City
from game.show.flashes import GUNS, Flashes
from game.show.furniture import Furniture
from game.show.grain import Grain
from game.show.keepsake import Keepsake
from game.show.layers import HEIGHT, WIDTH, Layers, plain
from game.show.light import OWN_GLOW, OWN_REACH, Lighting
from game.show.overlay import Overlay
from game.show.quality import GRADES, Grade
from game.show.shots import shot_blits
from game.show.sprites import NAMES, cast, white
from game.show.torches import searchlights, torches
from game.show.view import View, viewer_row
from game.show.wind import Wind
from game.sim.components import Body, Hero, Pilot, Sort
from game.sim.happenings import Fired
from game.sim.resources import TICKS_PER_SECOND, Clock, Ground, Story
from game.sim.stillness import sight_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from game.ecs.column import Array
    from game.ecs.events import Told
    from game.ecs.world import World
    from game.show.bake import Baked

    Blit = tuple[pygame.Surface, list[int]]

__all__ = ["Renderer", "View"]

SEEN = 0.12  # sight below this shows nobody
OWN = (0.72 * OWN_GLOW, 0.86 * OWN_GLOW, 1.10 * OWN_GLOW)


class Renderer:
    """Draws one level.

    Args:
        level: which.
        quality: "high", "medium" or "low"; ``quality`` says what each leaves out.
        painted: the painted level, if it is at hand.

    Attributes:
        shake: 0..1, trauma to shake the picture with.
        jolts: 0..1, how much of a shot's kick is shown.
        flashes: 0..1, brightness of muzzle flashes.
    """

    def __init__(self, level: Level, quality: str = "high", painted: Baked | None = None) -> None:
        self.level, self.quality = level, quality
        painted = painted or baked(level)
        self.city = City(level)
        self.layers = Layers(painted, aloft=self.city.is_there)
        self.light = Lighting(level, painted.boxes)
        self.wind = Wind(level.wind)
        self.furniture = Furniture(level, self.wind)
        self.air = Air(level, self.furniture.fires, self.wind)
        self.marks, self.grain, self.overlay = Marks(level, self.layers), Grain(), Overlay()
        self.picture, self._spare = plain((WIDTH, HEIGHT)), plain((WIDTH, HEIGHT))
        feel = load_tuning().feel
        self.camera = Camera((level.width * TILE_PX, level.height * TILE_PX), feel)
        self.muzzles = Flashes(feel.flash_hz_cap, feel.flash_area_cap)
        self.shake, self.flashes, self.jolts = 0.0, 1.0, 1.0
        self._tick, self._viewer_id = 0, NOBODY
        _warm(level)
        self._circuits = sorted({lamp.circuit for lamp in level.lights if lamp.circuit})
        self._viewer = (np.zeros(2, np.float32), np.array([1, 0], np.float32))

    def hear(self, told: Sequence[Told]) -> None:
        """Take one tick's journal: blood, flashes, dust, kicks."""
        self.marks.hear(told)
        self.air.hear(told)
        self.muzzles.hear(told)
        for each in told:
            if isinstance(each.event, Fired):
                self._kick(each.event)

    def _kick(self, fired: Fired) -> None:
        """The viewer's own shots throw the picture back."""
        for x, y in fired.way[(fired.who == self._viewer_id) & np.isin(fired.weapon, GUNS)].tolist():
            self.camera.kick((x * self.jolts, y * self.jolts))

    def keepsake(self) -> str:
        """What is to be kept with a saved game: where one has been, and the marks of play."""
        return Keepsake(self.light.recollect(), self.marks.rows()).write()

    def remind(self, keepsake: str, tick: int) -> None:
        """Take a keepsake back, in a world that stands at ``tick``; one of another level is left out."""
        kept = Keepsake.read(keepsake, self.light.shape)
        if kept is not None:
            self.light.remind(kept.seen)
            self.marks.put_back(kept.marks, tick)

    def forget(self) -> None:
        """The world went back to a checkpoint: cut, and drop what was in the air."""
        self.air.forget()
        self.furniture.forget()
        self.muzzles.forget()
        self.camera.time_s = None

    def draw(
        self,
        target: pygame.Surface,
        world: World,
        alpha: float,
        time_s: float,
        viewer_id: int | None = None,
        *,
        lit: bool = False,
    ) -> View:
        """Draw the world.

        Args:
            target: 640 x 360.
            world: what is shown; it is only read.
            alpha: 0..1, how far the moment lies between the last two ticks.
            time_s: for the camera and for grain; animation goes by the world's own time.
            viewer_id: whose eyes; the first player's when None.
            lit: everything in full light and in sight, for authors and debugging.
        """
        place, _ = self._eye(world, alpha, viewer_id)
        corner = self._aim_camera(world, place, time_s)
        self._see(world, place, corner)
        tick = self._tell_time(world)
        self.marks.lay(self.light, tick)
        now = (tick + alpha) / TICKS_PER_SECOND
        box = actors.box_around(corner)
        living, fallen = actors.living(world, alpha, box), actors.fallen(world, alpha, box)
        self._draw_floor(world, corner, now, tick, lit=lit)
        shown = self._draw_bodies((fallen, living), corner, lit=lit)
        self.layers.draw_over(self.picture, corner)
        self._draw_air(world, corner, now, alpha)
        if not lit:
            self._light(world, living, (place, corner), now)
            self._draw_shining(world, shown, (place, corner), now)
            self._sense(world, living, (place, corner), viewer_id)
        if self.grade.has_grain:
            self.grain.add(self.picture, time_s)
        target.blit(self.picture, (0, 0))
        return View(*corner)

    @property
    def grade(self) -> Grade:
        """What the quality leaves out."""
        return GRADES[self.quality]

    # -- where from --------------------------------------------------------------------------

    def _eye(self, world: World, alpha: float, viewer_id: int | None) -> tuple[Array, Array]:
        """Place and heading of the viewer; the last ones when nobody is left to look."""
        row = viewer_row(world, viewer_id)
        if row is not None:
            self._viewer_id = int(world.view(Entity, slice(row, row + 1)).id[0])
            body = world.view(Body, slice(row, row + 1))
            self._viewer = body.was[0] + (body.pos[0] - body.was[0]) * np.float32(alpha), body.heading[0]
        return self._viewer

    def _tell_time(self, world: World) -> int:
        """Return the tick; where it went back, drop what has not happened yet."""
        tick = world.resource(Clock).tick
        if tick < self._tick:
            self.forget()
            self.marks.forget_after(tick)
        self._tick = tick
        return tick

    def _aim_camera(self, world: World, place: Array, time_s: float) -> tuple[int, int]:
        self.camera.trauma, self.camera.is_lifted = self.shake, bool(world.resource(Story).asking)
        row = viewer_row(world, None)
        self.camera.sight = sight_of(world, row) if row is not None else 1.0
        pilots = world.view(Pilot, world.rows(Pilot))
        aim = pilots.aim[0] * pilots.reach[0] if len(pilots.aim) else self._viewer[1]
        self.camera.follow((float(place[0]), float(place[1])), (float(aim[0]), float(aim[1])), time_s)
        return self.camera.corner()

    def _see(self, world: World, place: Array, corner: tuple[int, int]) -> None:
        running = world.resource(Story).circuits
        self.light.set_walls(world.resource(Ground).opaque)
        self.light.set_running({name for name, runs in running.items() if runs}, self._circuits)
        self.light.look(float(place[0]), float(place[1]), Frame.of(corner))

    # -- before the light --------------------------------------------------------------------

    def _draw_floor(self, world: World, corner: tuple[int, int], now: float, tick: int, *, lit: bool) -> None:
        self.city.draw(self.picture, corner)
        self.layers.draw_ground(self.picture, corner)
        self.picture.fblits(self.marks.blits(corner, tick, self.light))
        self.picture.fblits(self.furniture.doors(world, corner, self.light, lit=lit))
        self.picture.fblits(self.furniture.radios(corner, now))
        self.picture.fblits(self.furniture.pickups(world, corner, now))

    def _draw_bodies(
        self, groups: Sequence[actors.Shown], corner: tuple[int, int], *, lit: bool
    ) -> list[tuple[actors.Shown, Array]]:
        """Draw the fallen, then the living from north to south; return who was drawn."""
        drawn = []
        for shown in groups:
            rows = self._in_sight(shown, lit=lit)
            drawn.append((shown, rows))
            self.picture.fblits(_bodies(shown, rows, corner))
        return drawn

    def _in_sight(self, shown: actors.Shown, *, lit: bool) -> Array:
        """Whoever is in sight, northernmost first."""
        seen = self.light.seen(shown.pos[:, 0], shown.pos[:, 1]) > SEEN
        rows = np.arange(len(seen)) if lit else np.flatnonzero(seen)
        return rows[np.argsort(shown.pos[rows, 1], kind="stable")]

    def _draw_air(self, world: World, corner: tuple[int, int], now: float, alpha: float) -> None:
        self.picture.fblits(shot_blits(world, corner, alpha, self.light, glowing=False))
        self.picture.fblits(self.marks.shells.blits(corner, now, self.light))
        self.air.draw_lit(self.picture, corner, now, self.light, self.grade)

    # -- the light and what comes after ------------------------------------------------------

    def _light(
        self, world: World, living: actors.Shown, view: tuple[Array, tuple[int, int]], now: float
    ) -> None:
        place, corner = view
        beams = torches(world) + searchlights(self.level, world.resource(Story).circuits, now)
        self.light.shine(beams, living.pos, now)
        self.light.glow(float(place[0]), float(place[1]), OWN, OWN_REACH)
        self.muzzles.light(self.light, world.resource(Clock).tick, self.flashes)
        self.light.compose()
        self.overlay.lay(self.picture, self.light, corner, haze=self.grade.has_haze)

    def _draw_shining(
        self,
        world: World,
        shown: Sequence[tuple[actors.Shown, Array]],
        view: tuple[Array, tuple[int, int]],
        now: float,
    ) -> None:
        place, corner = view
        add = pygame.BLEND_RGB_ADD
        self.air.draw_over(self.picture, corner, now, self.light, self.grade)
        self.picture.fblits(self.furniture.shine(corner, self.light), add)
        self.picture.fblits(self.city.shine(corner, now), add)
        self.picture.fblits(shot_blits(world, corner, 1.0, self.light, glowing=True), add)
        self.picture.fblits(self.furniture.glints(world, corner, now, self.light), add)
        tick = world.resource(Clock).tick
        self.picture.fblits(self.muzzles.blits(self.light, corner, tick), add)
        people, _ = shown[1]
        bright = eyes.brightness(people, self.light, (float(place[0]), float(place[1])), now)
        self.picture.fblits(eyes.blits(people, bright, corner), add)

    def _sense(
        self,
        world: World,
        living: actors.Shown,
        view: tuple[Array, tuple[int, int]],
        viewer_id: int | None,
    ) -> None:
        row = viewer_row(world, viewer_id)
        if row is None or not world.view(Hero, slice(row, row + 1)).is_sensing[0]:
            return
        place, corner = view
        hero = (float(place[0]), float(place[1]))
        reach = world.resource(Tuning).hero[self.level.hero].sense_tiles
        sense.wash(self.picture, self._spare)
        sense.draw(self.picture, living, hero, reach, corner)


def _bodies(shown: actors.Shown, rows: Array, corner: tuple[int, int]) -> Iterator[Blit]:
    tables = cast()
    cell = tables.first[shown.look[rows]] + shown.cell[rows]
    art = [tables.cells[number] for number in cell.tolist()]
    for i in np.flatnonzero(shown.is_struck[rows]).tolist():
        art[i] = white(art[i])
    place = (shown.pos[rows] * TILE_PX).astype(int) - corner - tables.foot[cell]
    return zip(art, place.tolist(), strict=True)


def _warm(level: Level) -> None:
    """Load who may appear and make the tables, so that the first frame is as quick as any."""
    names = {level.hero, *(each.actor.value for each in level.spawns)}
    names |= {each.actor.value for each in level.fields}
    for name in sorted(names):
        sort = Sort[name.upper()]
        looks = np.arange(len(NAMES[sort]))
        cast().looks(np.full(len(looks), sort), looks)
    for right in (0, 1):
        for down in (0, 1):
            compass(right, down)
