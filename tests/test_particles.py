from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from pictures import Pixels, of, pixels, ready, renderer
from scenes import scene

from game.data.sketch import sketch
from game.ecs.events import Event, Told
from game.show import particles, shells
from game.show.compass import Frame
from game.show.decals import Marks
from game.show.flashes import Flashes
from game.show.light import Lighting
from game.show.particles import BLOOD, Particles, burst, flight
from game.show.renderer import Renderer
from game.show.shells import thrown
from game.sim.components import Weapon
from game.sim.happenings import DoorChange, DoorMoved, Fired, Heard, Impact, Noise, Wound

YARD = """
    ####################
    #@.......,,,,......#
    #........,,,,......#
    ####################
"""
CORNER = (0, 0)


@pytest.fixture(scope="module", autouse=True)
def _window() -> None:
    ready()


def told(kind: type[Event], tick: int = 60, **columns: Any) -> list[Told]:
    columns = {name: np.asarray(value) for name, value in columns.items()}
    return [Told(tick, kind.batch(columns))]


def shot(x: float, tick: int = 60, weapon: Weapon = Weapon.PISTOL) -> list[Told]:
    return told(
        Fired, tick, who=[1], pos=np.array([[x, 1.5]], "f4"), way=np.array([[1, 0]], "f4"), weapon=[weapon]
    )


def fired(x: float, weapon: Weapon = Weapon.PISTOL) -> Fired:
    event = shot(x, weapon=weapon)[0].event
    assert isinstance(event, Fired)
    return event


def vars_of(event: Fired) -> dict[str, Any]:
    return {"who": event.who, "pos": event.pos, "way": event.way, "weapon": event.weapon}


def wound(x: float) -> list[Told]:
    return told(
        Wound, who=[1], pos=np.array([[x, 1.5]], "f4"), way=np.array([[1, 0]], "f4"), damage=[5], weapon=[1]
    )


def step(x: float, tick: int = 60) -> list[Told]:
    return told(
        Noise, tick, pos=np.array([[x, 1.5]], "f4"), loudness=[3], heard=[Heard.STEP], source=[1], side=[1]
    )


def places(sprites: Any) -> list[tuple[float, float]]:
    return [place for _, place in sprites]


def test_where_a_particle_is_follows_from_its_birth_alone() -> None:
    at, way = np.array([3, 4], "f4"), np.array([1, 0], "f4")
    one, other = burst(BLOOD, at, way, 2.0, 0), burst(BLOOD, at, way, 2.0, 0)
    assert (flight(one, 0.3) == flight(other, 0.3)).all()
    assert (flight(one, 0.0) == np.array([48, 64])).all()
    assert flight(one, 0.3)[:, 0].mean() > 48, "it flies the way of the blow"


def all_in_sight(light: Lighting) -> Lighting:
    """Light of a level in which everything is in sight."""
    light.frame = Frame.of(CORNER)
    light.sight[:] = 1
    return light


def in_sight(made: Renderer) -> Lighting:
    return all_in_sight(made.light)


def test_a_wound_bleeds_for_a_moment() -> None:
    made, light = Particles(sketch(YARD)), all_in_sight(Lighting(sketch(YARD), []))
    made.hear(wound(4))
    assert len(places(made.lit(CORNER, 1.1, light))) == BLOOD.count
    assert places(made.lit(CORNER, 1.0 + BLOOD.life_s + 0.01, light)) == []
    assert places(made.lit(CORNER, 0.9, light)) == [], "not before it happened"


def test_blood_that_nobody_sees_fly_is_not_drawn() -> None:
    made, light = Particles(sketch(YARD)), all_in_sight(Lighting(sketch(YARD), []))
    made.hear(wound(4))
    light.sight[:] = 0
    assert places(made.lit(CORNER, 1.1, light)) == []


def test_a_bullet_strikes_sparks_that_shine_and_dust_that_does_not() -> None:
    made = of(scene(YARD))
    air, light = made.air.particles, in_sight(made)
    air.hear(
        told(Impact, pos=np.array([[4, 1.5]], "f4"), way=np.array([[1, 0]], "f4"), weapon=[Weapon.PISTOL])
    )
    assert len(places(air.lit(CORNER, 1.05, light))) == particles.CHIPS.count + particles.DUST.count
    assert len(places(air.glowing(CORNER, 1.05, light))) == particles.SPARK.count


def test_steps_raise_ash_only_on_ash() -> None:
    made = Particles(sketch(YARD))
    made.hear(step(3))
    assert not made.bursts
    made.hear(step(10))
    assert len(made.bursts) == 1


def test_a_door_that_only_opens_raises_no_splinters() -> None:
    made = Particles(sketch(YARD))
    for how, bursts in ((DoorChange.OPENED, 0), (DoorChange.DENTED, 1), (DoorChange.BROKE, 4)):
        made.hear(told(DoorMoved, door=[1], thing=[1], pos=np.array([[4, 1.5]], "f4"), how=[how]))
        assert len(made.bursts) == bursts


def test_at_most_two_flashes_light_up_each_second() -> None:
    made = Flashes(2.0, 0.1)
    for tick in range(0, 600, 4):
        made.hear(shot(3, tick))
    lit = [each.tick for each in made.shots if each.lights]
    assert min(b - a for a, b in pairwise(lit)) >= 30
    assert len(made.shots) > len(lit), "the other shots show their spark alone"


@pytest.mark.parametrize("most", [0.10, 0.02])
def test_no_flash_lights_more_of_the_picture_than_is_safe(most: float) -> None:
    made, muzzles = of(scene(YARD)), Flashes(2.0, most)
    made.light.set_walls(made.level.opaque)
    made.light.set_running((), ())
    made.light.look(2.5, 1.5, made.light.frame)
    made.light.shine([], np.zeros((0, 2), "f4"), 0.0)
    muzzles.hear(shot(3, tick=0))
    muzzles.light(made.light, 0, 1.0)
    assert 0 < (made.light.light[0] > 0.01).mean() < most


def test_a_bottle_or_a_fist_makes_no_flash() -> None:
    made = Flashes(2.0, 0.1)
    made.hear(shot(3, weapon=Weapon.BOTTLE))
    assert not made.shots


def test_a_flash_burns_out() -> None:
    made = Flashes(2.0, 0.1)
    made.hear(shot(3, 100))
    assert [len(list(made.burning(tick))) for tick in (99, 100, 103, 104)] == [0, 1, 1, 0]


def ground(made: Renderer) -> Pixels:
    return pixels(made.layers.ground[0, 0])


def later(made: Renderer, tick: int) -> None:
    """Lay what is due at a tick, all in sight."""
    made.marks.lay(in_sight(made), tick)


def test_blood_stays_on_the_ground() -> None:
    made = renderer(sketch(YARD))
    before = ground(made)
    made.hear(wound(4))
    later(made, 600)
    rows, columns = np.nonzero((before != ground(made)).any(axis=2))
    assert len(rows) > 8
    assert abs(columns.mean() - 4 * 16) < 24
    assert abs(rows.mean() - 1.5 * 16) < 14


def test_a_stain_that_nobody_saw_made_is_laid_when_its_place_comes_in_sight() -> None:
    made = renderer(sketch(YARD))
    before = ground(made)
    made.hear(wound(4))
    light = in_sight(made)
    light.sight[:] = 0
    made.marks.lay(light, 600)
    assert (ground(made) == before).all()
    later(made, 900)
    assert (ground(made) != before).any()


def test_going_back_in_time_takes_later_marks_off_the_ground() -> None:
    made = renderer(sketch(YARD))
    made.hear(wound(4))
    later(made, 600)
    before = ground(made)
    made.hear(shot(9, tick=700))
    later(made, 900)
    assert (ground(made) != before).any()
    made.marks.forget_after(650)
    assert (ground(made) == before).all()


def test_a_shell_falls_rolls_and_stays_where_the_ground_is_free() -> None:
    for x in (1.05, 4.0, 18.9):
        (shell,) = thrown(fired(x), sketch(YARD), 60)
        heights = [shell.place(age / 60)[2] for age in range(shells.REST_TICKS + 1)]
        assert max(heights) > 8
        assert heights[-1] == 0
        end = shell.place(shells.REST_TICKS / 60)
        assert end[:2] == pytest.approx((shell.to_x, shell.to_y))
        assert not sketch(YARD).solid[int(end[1] / 16), int(end[0] / 16)]


def test_a_shell_is_thrown_less_far_where_a_wall_is_near() -> None:
    for tick in range(40):
        beside_a_wall = fired(4.0)
        at = beside_a_wall.pos + np.array([0, 0.85], "f4")
        event = Fired.batch({**vars_of(beside_a_wall), "pos": at})
        (shell,) = thrown(event, sketch(YARD), tick)
        assert shell.to_y < 48
        assert (shell.to_x, shell.to_y) != (shell.x, shell.y)


def test_a_blow_throws_no_shell() -> None:
    assert not thrown(fired(4, Weapon.PIPE), sketch(YARD), 60)


def test_marks_come_back_with_a_saved_game() -> None:
    made, other = renderer(sketch(YARD)), renderer(sketch(YARD))
    made.hear(wound(4))
    made.hear(shot(9))
    later(made, 600)
    made.light.remind(np.indices(made.light.shape).sum(axis=0) % 3 == 0)
    other.remind(made.keepsake(), 600)
    assert (ground(other) == ground(made)).all()
    assert (other.light.recollect() == made.light.recollect()).all()
    assert 0.3 < other.light.recollect().mean() < 0.4


def test_a_keepsake_brings_nothing_from_later_than_the_world() -> None:
    made, other = renderer(sketch(YARD)), renderer(sketch(YARD))
    bare = ground(made)
    made.hear(shot(9, tick=500))
    later(made, 600)
    other.remind(made.keepsake(), 400)
    later(other, 900)
    assert (ground(other) == bare).all()


@pytest.mark.parametrize("damaged", ["", "?", "AAAA", "x" * 40])
def test_a_keepsake_that_cannot_be_read_is_left_out(damaged: str) -> None:
    made = renderer(sketch(YARD))
    made.remind(damaged, 0)
    assert not made.light.recollect().any()
    assert not made.marks.laid


def test_a_keepsake_of_another_level_is_left_out() -> None:
    made, other = renderer(sketch(YARD)), renderer(sketch("#####\n#...#\n#####"))
    made.light.remember_all()
    other.remind(made.keepsake(), 0)
    assert not other.light.recollect().any()


def marks() -> Marks:
    made = renderer(sketch(YARD))
    return made.marks


def test_only_ash_keeps_footprints() -> None:
    made = marks()
    for x in (2.0, 3.0, 9.6, 10.4, 11.2, 15.0):
        made.hear(step(x))
    assert len(made.prints) == 3


def test_left_and_right_foot_take_turns_and_point_the_way_one_goes() -> None:
    made = marks()
    for x in (9.6, 10.4, 11.2):
        made.hear(step(x))
    assert [each.foot for each in made.prints] == [0, 1, 0]
    assert {each.direction for each in made.prints} == {0}


def test_footprints_fade_and_show_only_where_one_sees() -> None:
    made = renderer(sketch(YARD))
    made.hear(step(10, tick=0))
    light = in_sight(made)
    assert len(list(made.marks.blits(CORNER, 60, light))) == 1
    assert list(made.marks.blits(CORNER, 31 * 60, light)) == []
    light.sight[:] = 0
    assert list(made.marks.blits(CORNER, 60, light)) == []


def test_going_back_in_time_takes_later_footprints_back() -> None:
    made = marks()
    made.hear(step(10, tick=100))
    made.hear(step(11, tick=300))
    made.forget_after(200)
    assert [each.tick for each in made.prints] == [100]
