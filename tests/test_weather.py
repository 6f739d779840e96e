from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from pictures import of, ready
from scenes import scene

from game.data.area import Area
from game.data.sketch import sketch
from game.data.things import Light, LightZone
from game.data.tiles import WALL_NUMBER
from game.ecs.events import Told
from game.show import moon, tags
from game.show.compass import Frame
from game.show.fires import Fires
from game.show.layers import add_pixels, plain
from game.show.light import Lighting
from game.show.veil import Veil
from game.show.weather import Weather, stretches
from game.show.wind import Wind
from game.sim.happenings import Cued

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


def lit(brightness: float = 1.0) -> Lighting:
    """The yard's light, the same everywhere."""
    made = Lighting(sketch(YARD), [])
    made.frame = Frame.of(CORNER)
    made.sight[:] = 1
    made.light[:] = brightness
    return made


def places(sprites: Any) -> list[tuple[float, float]]:
    return [place for _, place in sprites]


@pytest.mark.parametrize("strength", [0.0, 0.3, 1.0])
def test_the_wind_never_turns_and_carries_as_fast_as_it_blows(strength: float) -> None:
    wind, time_s = Wind(strength), np.arange(0, 120, 0.25)
    carried = wind.carried(time_s)
    speed = np.diff(carried) / 0.25
    assert (speed > 0).all()
    gusts = np.array([wind.gust(t) for t in time_s[:-1] + 0.125])
    assert speed == pytest.approx(gusts * wind.mean, rel=0.02)


def test_gusts_come_and_go() -> None:
    gusts = [Wind(0.5).gust(t / 4) for t in range(400)]
    assert min(gusts) < 0.4
    assert max(gusts) > 1.6


def cue(what: str, tick: int, lasts: float) -> list[Told]:
    columns = {"what": np.array([what], object), "lasts": np.array([lasts]), "amount": np.array([1.0])}
    return [Told(tick, Cued.batch(columns))]


def test_the_story_sends_a_squall_that_comes_and_goes_without_a_jump() -> None:
    calm, wind = Wind(0.5), Wind(0.5)
    wind.hear(cue("wind", 600, 4.0))
    assert wind.gust(9.9) == calm.gust(9.9)
    assert wind.gust(12.0) > calm.gust(12.0) + 2.5
    assert wind.gust(14.1) == calm.gust(14.1)
    time_s = np.arange(8, 16, 1 / 60)
    speed = np.diff(wind.carried(time_s)) * 60
    assert speed == pytest.approx([wind.gust(t + 1 / 120) * wind.mean for t in time_s[:-1]], rel=0.01)
    wind.forget()
    assert wind.gust(12.0) == calm.gust(12.0)


def test_dust_fills_the_air_and_settles() -> None:
    veil = Veil(Wind(0.5))
    veil.hear(cue("wind", 600, 4.0))
    assert not places(veil.blits(CORNER, 10.5))
    veil.hear(cue("dust", 600, 1.2))
    counts = [len(places(veil.blits(CORNER, time_s))) for time_s in (9.9, 10.2, 11.2, 14.0, 15.0)]
    assert counts[0] == counts[-1] == 0
    assert counts[2] > counts[1] > 0
    assert counts[2] > counts[3] > 0


def test_ash_falls_under_the_sky_and_not_in_rooms() -> None:
    roof = LightZone(area=Area.rect(0, 0, 20, 4), indoor=True)
    open_air, indoors = (Weather(sketch(YARD, things=t), Wind(0.5)) for t in ([], [roof]))
    pixels, _ = open_air.ash(CORNER, 3.0, lit())
    assert len(pixels) > 0
    pixels, _ = indoors.ash(CORNER, 3.0, lit())
    assert len(pixels) == 0


def test_ash_moves_with_the_world_when_the_picture_does() -> None:
    made = Weather(sketch(YARD), Wind(0.5))
    before, after = (made.ash(corner, 3.0, lit())[0] for corner in ((0, 0), (5, 0)))
    moved = {((x - 5) % 640, y) for x, y in before.tolist()}
    assert len(moved & set(map(tuple, after.tolist()))) > 0.9 * len(after)


def test_ash_shows_in_light_and_is_lost_in_the_dark() -> None:
    made, dark = Weather(sketch(YARD), Wind(0.5)), lit(0.0)
    dark.sight[:] = 0
    assert len(made.ash(CORNER, 3.0, dark)[0]) == 0
    _, added = made.ash(CORNER, 3.0, lit())
    assert (added > 100).all()


def test_ash_takes_the_colour_of_the_light_it_falls_through() -> None:
    made, red = Weather(sketch(YARD), Wind(0.5)), lit(0.0)
    red.light[0] = 1
    _, added = made.ash(CORNER, 3.0, red)
    assert (added[:, 0] > 2 * added[:, 2].astype(int)).all()


def test_near_flakes_are_two_pixels_wide_and_never_reach_over_the_edge() -> None:
    pixels, _ = Weather(sketch(YARD), Wind(1.0)).ash(CORNER, 3.0, lit())
    assert (pixels >= 0).all()
    assert (pixels < (640, 360)).all()
    places = set(map(tuple, pixels.tolist()))
    assert any({(x + 1, y), (x, y + 1), (x + 1, y + 1)} <= places for x, y in places)


def test_light_added_to_a_pixel_never_turns_over() -> None:
    picture = plain((4, 4))
    picture.fill((200, 20, 0))
    add_pixels(picture, np.array([[1, 2]]), np.array([[100, 100, 7]], np.uint8))
    assert picture.get_at((1, 2))[:3] == (255, 120, 7)
    assert picture.get_at((2, 1))[:3] == (200, 20, 0)


def test_less_ash_falls_where_less_is_asked_for() -> None:
    made = Weather(sketch(YARD), Wind(0.5))
    whole, half = (len(made.ash(CORNER, 3.0, lit(), share)[0]) for share in (1.0, 0.5))
    assert half == pytest.approx(whole / 2, rel=0.15)


def test_paper_blows_only_along_free_ground_under_the_sky() -> None:
    level = sketch(YARD)
    rows = stretches(level, np.zeros(level.ground.shape, bool))
    assert rows.tolist() == [[16, 36, 18 * 16 - 6]]
    assert not len(stretches(level, np.ones(level.ground.shape, bool)))
    made = Weather(level, Wind(0.5))
    for time_s in range(60):
        for x, y in places(made.paper(CORNER, float(time_s))):
            assert 16 <= x <= 19 * 16
            assert 16 <= y <= 48


def fire() -> Fires:
    return Fires([(5.0, 1.5, True), (15.0, 1.5, False)], Wind(0.5))


def test_smoke_rises_and_leans_with_the_wind() -> None:
    x, y = np.array(places(fire().smoke(CORNER, 20.0))).T
    assert y.min() < -30
    assert x.mean() > (5 + 15) / 2 * 16 - 22


def test_a_puff_of_smoke_goes_on_where_it_was() -> None:
    """Nothing jumps: from one frame to the next a puff moves a pixel or two, but for those born and gone."""
    for time_s in (3.0, 11.37, 64.2):
        before, after = (np.array(places(fire().smoke(CORNER, time_s + dt))) for dt in (0, 1 / 60))
        far = np.abs(before[:, None] - after[None]).max(axis=2).min(axis=1)
        assert (far > 3).sum() <= 2


def test_flames_show_only_in_sight_and_smoke_rises_over_walls() -> None:
    made, dark = fire(), lit()
    assert places(made.flames(CORNER, 2.0, lit()))
    dark.sight[:] = 0
    assert not places(made.flames(CORNER, 2.0, dark))


def test_a_tag_ripples_faster_in_a_strong_wind() -> None:
    def changes(strength: float) -> int:
        frames = [tags.frame(3, t / 30, Wind(strength)) for t in range(300)]
        return sum(a is not b for a, b in pairwise(frames))

    assert changes(0.9) > 2 * changes(0.05) > 0


ROOM = """
    ..............
    ..#########...
    ..#.......#...
    ..#.......#...
    ..#.......#...
    ..#########...
"""


def moonlit(*panes: tuple[int, int], roof: bool = True) -> Any:
    """Moonlight in a room whose panes are at these (column, row)."""
    zone = [LightZone(area=Area.rect(2, 1, 9, 5), indoor=True)] if roof else []
    level = sketch(ROOM, things=zone)
    walls, opaque = level.walls.copy(), level.opaque.copy()
    for column, row in panes:
        walls[row, column], opaque[row, column] = WALL_NUMBER["glass"], False
    object.__setattr__(level, "walls", walls)
    object.__setattr__(level, "opaque", opaque)
    return moon.shine_in(level)


def test_the_moon_shines_in_from_the_north_west_and_from_nowhere_else() -> None:
    assert moonlit((5, 1)).any()
    assert moonlit((2, 3)).any()
    assert not moonlit((5, 5)).any()
    assert not moonlit((10, 3)).any()
    assert not moonlit().any()


def test_a_patch_of_moonlight_lies_to_the_south_east_of_its_pane_and_fades() -> None:
    patch = moonlit((4, 1))
    rows, columns = np.nonzero(patch)
    assert columns.mean() / 8 > 4.5
    assert rows.mean() / 8 > 2
    assert patch[18].max() > patch[30].max() > 0


def test_there_is_no_moonlight_on_a_floor_under_the_sky() -> None:
    assert not moonlit((5, 1), roof=False).any()


def test_a_lamp_lights_the_remembered_plan_and_a_torch_does_not() -> None:
    lamp = Light(area=Area.point(5.5, 1.5), radius=6.0, strength=1.0)
    made = of(scene(YARD, things=[lamp])).light
    made.set_walls(sketch(YARD).opaque)
    made.set_running((), ())
    made.frame = Frame.of(CORNER)
    made.remember_all()
    made.sight[:] = 0
    made.shine([], np.zeros((0, 2), np.float32), 0.0)
    made.glow(15.5, 1.5, (1.0, 1.0, 1.0), 3.0)
    made.compose()
    lamp_at, torch_at = ((1.5 * 8, x * 8) for x in (5.5, 15.5))
    assert made.light[1][int(lamp_at[0]) + 2, int(lamp_at[1]) + 2] > 0.1
    assert made.light[1][int(torch_at[0]) + 2, int(torch_at[1]) + 2] == 0
