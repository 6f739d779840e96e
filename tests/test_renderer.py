from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pictures import Pixels, around, draw, of, pixels, ready
from scenes import Scene, scene

from game.data import paths
from game.data.area import Area
from game.data.enums import DoorKind
from game.data.level import Level
from game.data.script import Script
from game.data.sketch import sketch
from game.data.things import Light, Prop, Radio
from game.ecs.events import Event, Told
from game.play.session import Session
from game.play.simulation import Simulation
from game.show import eyes, sense
from game.show.actors import Shown, living
from game.show.door_leaf import State, leaf
from game.show.furniture import Furniture, is_fire
from game.show.renderer import Renderer
from game.show.shot import Stage, render_map
from game.show.wind import Wind
from game.sim.components import Body, Door, Health, Hero, Lamp, Pulse, Weapon
from game.sim.happenings import Cued, Died, DoorChange, DoorMoved, Fired, Impact, Wound
from game.sim.resources import Clock, Ground

STREET = """
    ##############################
    #............................#
    #..@.....s...................#
    #............................#
    #.........#########..........#
    #.........#...s...#.....B....#
    #.........#.......#..........#
    #.........####+####..........#
    #............................#
    ##############################
"""


@pytest.fixture(scope="module", autouse=True)
def _window() -> None:
    ready()


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))


@pytest.fixture
def street() -> Scene:
    made = scene(STREET, ambient=0.3)
    return made.set(Body, "s", heading=(-1.0, 0.0))


def place(made: Scene, name: str, x: float, y: float) -> Scene:
    return made.set(Body, name, pos=(x, y), was=(x, y))


def test_drawing_changes_nothing_in_the_world(street: Scene) -> None:
    street.set(Lamp, "@", is_on=True).set(Hero, "@", is_sensing=True)
    before = street.world.checksum()
    drawer = of(street)
    for time_s in (0.0, 0.5):
        draw(drawer, street.world, time_s)
        draw(drawer, street.world, time_s, lit=True)
    assert street.world.checksum() == before


def uproar(made: Scene) -> list[Told]:
    """One of everything that leaves something in the picture."""
    at, way = np.array([[5.5, 2.5]], "f4"), np.array([[1, 0]], "f4")
    some: list[tuple[type[Event], dict[str, Any]]] = [
        (Wound, {"who": [1], "pos": at, "way": way, "damage": [5], "weapon": [1]}),
        (Impact, {"pos": at, "way": way, "weapon": [Weapon.PISTOL]}),
        (Impact, {"pos": at + 1, "way": way, "weapon": [Weapon.BOTTLE]}),
        (Died, {"who": [1], "sort": [0], "side": [0], "thing": [0], "pos": at, "by": [1]}),
        (DoorMoved, {"door": [1], "thing": [1], "pos": at, "how": [DoorChange.BROKE]}),
        (Cued, {"what": np.array(["dust", "wind"], object), "lasts": [2, 2], "amount": [1, 1]}),
    ]
    told = [Told(0, kind.batch({k: np.asarray(v) for k, v in values.items()})) for kind, values in some]
    return [Told(0, one_shot(made)), *told]


def test_drawing_an_uproar_changes_nothing_in_the_world(street: Scene) -> None:
    street.set(Lamp, "@", is_on=True)
    before = street.world.checksum()
    drawer = of(street)
    drawer.hear(uproar(street))
    for tick in (0, 5, 60, 200):
        street.world.resource(Clock).tick = tick
        draw(drawer, street.world)
    street.world.resource(Clock).tick = 0
    assert street.world.checksum() == before


def test_the_same_uproar_gives_the_same_picture_at_every_tick(street: Scene) -> None:
    drawers = of(street), of(street)
    for drawer in drawers:
        drawer.hear(uproar(street))
    for tick in (0, 5, 60, 200):
        street.world.resource(Clock).tick = tick
        one, other = (draw(drawer, street.world) for drawer in drawers)
        assert (one == other).all()


def test_an_uproar_is_seen_and_leaves_its_marks(street: Scene) -> None:
    calm, drawer = of(street), of(street)
    drawer.hear(uproar(street))
    for tick in (5, 1200):
        street.world.resource(Clock).tick = tick
        assert (draw(drawer, street.world) != draw(calm, street.world)).any(axis=2).sum() > 60


def test_the_same_moment_gives_the_same_picture(street: Scene) -> None:
    street.set(Lamp, "@", is_on=True)
    assert (draw(of(street), street.world, 1.0) == draw(of(street), street.world, 1.0)).all()


def without(made: Scene, name: str, picture: Pixels, drawer: Renderer) -> Pixels:
    """Where the picture differs from one without somebody, around where they stood."""
    at = made.pos(name)
    place(made, name, 27.5, 8.5)
    empty = draw(drawer, made.world, 1.0)
    place(made, name, *at)
    changed: Pixels = around(picture, drawer, at) != around(empty, drawer, at)
    return changed


def test_somebody_in_sight_is_drawn(street: Scene) -> None:
    drawer = of(street)
    assert without(street, "s", draw(drawer, street.world, 1.0), drawer).any()


def test_somebody_behind_a_wall_is_not_even_where_the_plan_is_remembered(street: Scene) -> None:
    drawer = of(street)
    drawer.light.remember_all()
    place(street, "s", 13.5, 5.5)
    assert draw(drawer, street.world, 1.0)[:, :, 0].max() > 0
    assert not without(street, "s", draw(drawer, street.world, 1.0), drawer).any()


def test_the_sense_shows_them_through_the_wall(street: Scene) -> None:
    drawer = of(street)
    place(street, "s", 13.5, 5.5)
    street.set(Hero, "@", is_sensing=True)
    draw(drawer, street.world, 1.0)
    changed = without(street, "s", draw(drawer, street.world, 1.0), drawer)
    assert changed.any()


def test_the_sense_shows_nobody_beyond_its_reach(street: Scene) -> None:
    everybody = actors_of(street)
    shown = list(sense.silhouettes(everybody, (3.5, 2.5), 10.0, (0, 0)))
    assert len(shown) == 1


def actors_of(made: Scene) -> Shown:
    return living(made.world, 1.0, (-99, -99, 999, 999))


def test_the_lit_picture_hides_nobody(street: Scene) -> None:
    drawer = of(street)
    place(street, "s", 13.5, 5.5)
    lit = draw(drawer, street.world, 1.0, lit=True)
    dark = draw(drawer, street.world, 1.0)
    assert lit.mean() > 2 * dark.mean()


def glow_of(made: Scene, heading: tuple[float, float], at: tuple[float, float] = (9.5, 2.5)) -> float:
    """How bright the shambler's eyes are for the hero."""
    place(made, "s", *at).set(Body, "s", heading=heading)
    drawer = of(made)
    draw(drawer, made.world, 1.0)
    everybody = actors_of(made)
    bright = eyes.brightness(everybody, drawer.light, made.pos("@"), 1.0)
    return float(bright[everybody.ids == made.who["s"]][0])


def test_eyes_shine_at_who_is_looked_at(street: Scene) -> None:
    assert glow_of(street, (-1.0, 0.0)) > 0.3


def test_eyes_that_turn_away_go_out(street: Scene) -> None:
    assert glow_of(street, (1.0, 0.0)) == 0


def test_eyes_brighten_and_dim_with_the_phase_of_their_owner(street: Scene) -> None:
    place(street, "s", 9.5, 2.5)
    bright = []
    for theta in (0, 16384, 32768, 49152):
        street.set(Pulse, "s", theta=theta)
        bright.append(glow_of(street, (-1.0, 0.0)))
    assert bright[0] > bright[1] > bright[2]
    assert bright[1] == pytest.approx(bright[3], rel=0.01)


def test_eyes_behind_a_wall_do_not_shine(street: Scene) -> None:
    assert glow_of(street, (-1.0, 0.0), at=(13.5, 5.5)) == 0


def test_who_is_struck_flashes_white(street: Scene) -> None:
    place(street, "s", 5.5, 2.5)
    drawer = of(street)
    calm = around(draw(drawer, street.world, 1.0, lit=True), drawer, (5.5, 2.5), 12)
    street.set(Health, "s", hurt_at=0)
    struck = around(draw(drawer, street.world, 1.0, lit=True), drawer, (5.5, 2.5), 12)
    assert (struck.min(axis=2) > 245).sum() > (calm.min(axis=2) > 245).sum() + 40


def test_the_torch_reveals_what_ambient_does_not(street: Scene) -> None:
    drawer = of(street)
    dark = around(draw(drawer, street.world, 1.0), drawer, (8.5, 2.5), 20).mean()
    street.set(Lamp, "@", is_on=True)
    lit = around(draw(drawer, street.world, 1.0), drawer, (8.5, 2.5), 20).mean()
    assert lit > 1.3 * dark


def test_a_door_is_seen_to_open(street: Scene) -> None:
    place(street, "@", 14.5, 8.7)
    drawer = of(street)
    shut = around(draw(drawer, street.world, 1.0), drawer, (14.5, 7.5))
    doors = street.world.rows(Door)
    assert isinstance(doors, slice)
    ids = street.world.table["Entity.id"][doors]
    with street.world.edit(Door, ids) as door:
        door.is_open[...] = True
    opened = around(draw(drawer, street.world, 1.0), drawer, (14.5, 7.5))
    assert (shut != opened).mean() > 0.2


def test_a_door_out_of_sight_is_drawn_as_it_was_last_seen(street: Scene) -> None:
    drawer = of(street)
    drawer.light.remember_all()
    pictures = []
    for heard in (False, True):
        doors = street.world.rows(Door)
        assert isinstance(doors, slice)
        with street.world.edit(Door, street.world.table["Entity.id"][doors]) as door:
            door.is_open[...] = heard
        pictures.append(around(draw(drawer, street.world, 1.0), drawer, (14.5, 7.5)))
    assert (pictures[0] == pictures[1]).all(), "it opened unseen, behind the house"
    place(street, "@", 14.5, 8.7)
    draw(drawer, street.world, 1.0)
    place(street, "@", 3.5, 2.5)
    came_to_know = around(draw(drawer, street.world, 1.0), drawer, (14.5, 7.5))
    assert (pictures[0] != came_to_know).any()


def test_a_door_that_opens_lets_one_see_in(street: Scene) -> None:
    place(street, "@", 14.5, 8.7)
    drawer = of(street)
    draw(drawer, street.world, 1.0)
    assert drawer.light.sees(14.5, 5.5) < 0.1
    street.world.resource(Ground).opaque[7, 14] = False
    draw(drawer, street.world, 1.0)
    assert drawer.light.sees(14.5, 5.5) > 0.9


def test_each_quality_leaves_more_out() -> None:
    fire = Prop(area=Area.rect(7, 2, 1, 1), model="fire", see=True)
    lamp = Light(area=Area.point(9.5, 2.5), radius=9.0, strength=1.0)
    made = scene(STREET.replace(".", ",", 40), ambient=0.3, things=[fire, lamp])
    made.world.resource(Clock).tick = 600
    pictures = []
    for quality in ("low", "medium", "high"):
        drawer = of(made)
        drawer.quality = quality
        pictures.append(draw(drawer, made.world, 1.0).astype(int))
    changed = [np.abs(a - b).max(axis=2) > 6 for a, b in pairwise(pictures)]
    assert all(part.sum() > 1000 for part in changed)


def test_a_door_looks_different_for_each_way_it_stands() -> None:
    for upright in (False, True):
        size = (16, 32) if upright else (32, 16)
        looks = [
            pixels(leaf(DoorKind.WOOD, size, state, dents, upright=upright)).tobytes()
            for state, dents in (
                (State.SHUT, 0), (State.SHUT, 2), (State.SHUT, 4), (State.OPEN, 0), (State.BROKEN, 4)
            )
        ]  # fmt: skip
        assert len(set(looks)) == len(looks)


def test_what_was_kept_is_on_the_plan_again(street: Scene) -> None:
    drawer, later = of(street), of(street)
    draw(drawer, street.world, 1.0)
    later.remind(drawer.keepsake(), 0)
    place(street, "@", 27.5, 8.5)
    fresh, reminded = (
        around(draw(each, street.world, 1.0), each, (14.5, 2.5)) for each in (of(street), later)
    )
    assert reminded.mean() > 1.3 * fresh.mean()


@pytest.mark.parametrize("quality", ["low", "medium", "high"])
def test_every_quality_draws(street: Scene, quality: str) -> None:
    drawer = of(street)
    drawer.quality = quality
    assert draw(drawer, street.world, 1.0).any()


def test_the_view_says_where_the_hero_is_on_the_picture(street: Scene) -> None:
    drawer = of(street)
    view = drawer.draw(drawer._spare, street.world, 1.0, 1.0)
    x, y = view.to_screen(street.pos("@"))
    assert 0 < x < 640
    assert 0 < y < 360


def test_when_the_hero_is_gone_the_picture_stays_where_they_fell(street: Scene) -> None:
    drawer = of(street)
    before = drawer.draw(drawer._spare, street.world, 1.0, 1.0)
    street.world.kill(street.who["@"])
    street.world.apply()
    after = drawer.draw(drawer._spare, street.world, 1.0, 1.0)
    assert abs(after.top - before.top) < 10


def one_shot(made: Scene, whose: str = "@") -> Fired:
    return Fired.batch(
        {
            "who": np.array([made.who[whose]]),
            "pos": np.array([[3.5, 2.5]], "f4"),
            "way": np.array([[1, 0]], "f4"),
            "weapon": np.array([2], "u1"),
        }
    )


def test_a_shot_kicks_and_flashes_and_forgetting_ends_it(street: Scene) -> None:
    drawer = of(street)
    calm = draw(drawer, street.world, 1.0)
    drawer.hear([Told(0, one_shot(street))])
    flashed = draw(drawer, street.world, 1.0)
    assert around(flashed, drawer, (4.2, 2.5), 14).mean() > around(calm, drawer, (4.2, 2.5), 14).mean() + 8
    drawer.forget()
    assert not list(drawer.muzzles.burning(0))


@pytest.mark.parametrize(("jolts", "whose", "px"), [(1.0, "@", -3), (0.0, "@", 0), (1.0, "s", 0)])
def test_only_ones_own_shot_kicks_and_only_as_much_as_one_wants(
    street: Scene, jolts: float, whose: str, px: int
) -> None:
    drawer = of(street)
    drawer.jolts = jolts
    draw(drawer, street.world, 1.0)
    drawer.hear([Told(0, one_shot(street, whose))])
    assert drawer.camera.push == (px, 0)


def test_time_that_goes_back_takes_the_flash_with_it(street: Scene) -> None:
    drawer = of(street)
    street.world.resource(Clock).tick = 100
    draw(drawer, street.world, 1.0)
    drawer.muzzles.hear([Told(30, one_shot(street))])
    street.world.resource(Clock).tick = 30
    draw(drawer, street.world, 1.0)
    assert not drawer.muzzles.shots


def test_nothing_is_in_sight_before_one_has_looked(street: Scene) -> None:
    assert of(street).light.sees(4.5, 2.5) == 0


def test_a_shot_heard_before_the_first_picture_is_in_it(street: Scene) -> None:
    calm, drawer = of(street), of(street)
    before = draw(calm, street.world, 1.0)
    drawer.hear([Told(0, one_shot(street))])
    after = draw(drawer, street.world, 1.0)
    assert after.sum() > before.sum()


def test_a_radio_lies_where_it_was_put() -> None:
    made = scene(STREET, things=[Radio(area=Area.point(6.5, 2.5))])
    with_it, plain = of(made), of(scene(STREET))
    pictures = [draw(each, made.world, 1.0, lit=True) for each in (with_it, plain)]
    rows, columns = np.nonzero((pictures[0] != pictures[1]).any(axis=2))
    assert 0 < len(rows) < 400
    assert columns.max() - columns.min() < 20


def test_a_fire_is_a_lamp_that_is_orange_and_restless() -> None:
    def lamp(colour: tuple[int, int, int], flicker: float) -> Light:
        return Light(area=Area.point(1, 1), colour=colour, flicker=flicker)

    assert is_fire(lamp((255, 126, 40), 0.3))
    assert not is_fire(lamp((255, 126, 40), 0.05))
    assert not is_fire(lamp((230, 40, 40), 0.4)), "an alarm"
    assert not is_fire(lamp((170, 208, 255), 0.4)), "a broken tube"


def test_props_that_glow_are_known() -> None:
    level = sketch(STREET, things=[Prop(area=Area.rect(5, 5, 0.3, 0.3), model="candle")])
    assert len(Furniture(level, Wind(0.3)).glows) == 1


def session() -> Session:
    level = sketch(STREET.replace("s", ".").replace("B", "."), ambient=0.3)
    return Session(Simulation(level, script=Script()))


def test_a_shot_needs_no_window_and_repeats() -> None:
    one, other = (Stage(session()).draw() for _ in range(2))
    assert one.get_size() == (1280, 720)
    assert one.get_view("2").raw == other.get_view("2").raw


def test_a_whole_map_is_drawn_at_half_size() -> None:
    level: Level = sketch(STREET, ambient=0.2)
    lit, painted = render_map(level), render_map(level, lit=False)
    assert lit.get_size() == painted.get_size() == (level.width * 8, level.height * 8)
    assert np.mean(lit.get_at((40, 20))[:3]) < np.mean(painted.get_at((40, 20))[:3])
