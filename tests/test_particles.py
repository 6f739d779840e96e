from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from pictures import of, pixels, ready, renderer
from scenes import scene

from game.data.area import Area
from game.data.sketch import sketch
from game.data.things import LightZone
from game.ecs.events import Event, Told
from game.show import particles
from game.show.decals import Marks
from game.show.flashes import Flashes
from game.show.particles import BLOOD, Particles, burst, flight
from game.sim.components import Weapon
from game.sim.happenings import Fired, Heard, Impact, Noise, Wound

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


def test_a_wound_bleeds_for_a_moment() -> None:
    made = Particles(sketch(YARD), ())
    made.hear(wound(4))
    assert len(places(made.lit(CORNER, 1.1))) == BLOOD.count
    assert places(made.lit(CORNER, 1.0 + BLOOD.life_s + 0.01)) == []
    assert places(made.lit(CORNER, 0.9)) == [], "not before it happened"


def test_a_bullet_strikes_sparks_that_shine_and_dust_that_does_not() -> None:
    made = of(scene(YARD))
    made.particles.hear(
        told(Impact, pos=np.array([[4, 1.5]], "f4"), way=np.array([[1, 0]], "f4"), weapon=[Weapon.PISTOL])
    )
    assert len(places(made.particles.lit(CORNER, 1.05))) == particles.DUST.count
    assert len(places(made.particles.glowing(CORNER, 1.05, made.light))) == particles.SPARK.count


def test_steps_raise_ash_only_on_ash() -> None:
    made = Particles(sketch(YARD), ())
    made.hear(step(3))
    assert not made.bursts
    made.hear(step(10))
    assert len(made.bursts) == 1


def test_ash_falls_under_the_sky_and_not_in_rooms() -> None:
    open_air = Particles(sketch(YARD), ())
    indoors = Particles(sketch(YARD, things=[LightZone(area=Area.rect(0, 0, 20, 4), indoor=True)]), ())
    assert places(open_air.ash(CORNER, 3.0))
    assert places(indoors.ash(CORNER, 3.0)) == []


def test_ash_moves_with_the_world_when_the_picture_does() -> None:
    made = Particles(sketch(YARD), ())
    before, after = places(made.ash((0, 0), 3.0)), places(made.ash((5, 0), 3.0))
    moved = {round((a[0] - b[0]) % 640, 2) for a, b in zip(before, after, strict=True)}
    assert moved == {5.0}


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


def test_blood_stays_on_the_ground() -> None:
    made = renderer(sketch(YARD))
    before = pixels(made.layers.ground[0, 0])
    made.hear(wound(4))
    after = pixels(made.layers.ground[0, 0])
    rows, columns = np.nonzero((before != after).any(axis=2))
    assert len(rows) > 8
    assert abs(columns.mean() - 4 * 16) < 20
    assert abs(rows.mean() - 1.5 * 16) < 12


def marks() -> Marks:
    made = renderer(sketch(YARD))
    return made.marks


def test_only_ash_keeps_footprints() -> None:
    made = marks()
    for x in (2.0, 3.0, 9.6, 10.4, 11.2, 15.0):
        made.hear(step(x))
    assert len(made.prints) == 3


def test_footprints_fade() -> None:
    made = marks()
    made.hear(step(10, tick=0))
    assert len(list(made.blits(CORNER, 60))) == 1
    assert list(made.blits(CORNER, 31 * 60)) == []


def test_going_back_in_time_takes_later_footprints_back() -> None:
    made = marks()
    made.hear(step(10, tick=100))
    made.hear(step(11, tick=300))
    made.forget_after(200)
    assert [each.tick for each in made.prints] == [100]
