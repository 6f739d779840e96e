from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from pictures import ready
from scenes import SYMMETRIES, turned, way

from game.data.area import Area
from game.data.level import Level
from game.data.sketch import sketch, spots
from game.data.things import Light, LightZone, Prop
from game.show import lamps, visibility
from game.show.compass import HEIGHT, WIDTH, Frame
from game.show.light import GUESSED, Lighting, ambient_cells
from game.show.torch import Torch

NOBODY = np.zeros((0, 2), np.float32)
ROOM = """
    ############
    #....#.....#
    #.a..#..b..#
    #..........#
    #....#..c..#
    ############
"""


@pytest.fixture(scope="module", autouse=True)
def _window() -> None:
    ready()


def lighting(level: Level) -> Lighting:
    made = Lighting(level, lamps.bake(level))
    made.set_walls(level.opaque)
    made.set_running((), ())
    return made


def looked(level: Level, at: tuple[float, float]) -> Lighting:
    made = lighting(level)
    made.look(*at, Frame.of((0, 0)))
    return made


def seen(made: Lighting, at: tuple[float, float]) -> float:
    return made.sees(*at)


def marched(opaque: NDArray[np.bool_], x: float, y: float, angle: float, reach: float) -> float:
    """The distance to the first opaque tile, by small steps."""
    for step in np.arange(0, reach, 0.005):
        row, column = int(y + math.sin(angle) * step), int(x + math.cos(angle) * step)
        if opaque[row, column]:
            return float(step)
    return reach


@pytest.mark.parametrize("k", SYMMETRIES)
def test_every_direction_reaches_to_the_first_wall(k: int) -> None:
    level = sketch(turned(ROOM, k))
    x, y = spots(turned(ROOM, k))["a"][0]
    free = visibility.cast(visibility.segments(level.opaque), x + 0.13, y - 0.21, 20)
    for number in range(0, visibility.BINS, 7):
        angle = (number + 0.5) * 2 * math.pi / visibility.BINS
        assert free[number] == pytest.approx(marched(level.opaque, x + 0.13, y - 0.21, angle, 20), abs=0.02)


def test_nothing_is_seen_further_than_the_reach() -> None:
    level = sketch(ROOM)
    assert visibility.cast(visibility.segments(level.opaque), 2.5, 2.5, 1.0).max() == 1.0


@pytest.mark.parametrize("k", SYMMETRIES)
def test_one_sees_through_the_gap_and_not_through_the_wall(k: int) -> None:
    art = turned(ROOM, k)
    level, places = sketch(art), spots(art)
    made = looked(level, places["a"][0])
    assert seen(made, places["c"][0]) > 0.9
    behind = places["b"][0]
    step = way((0, -1), k)
    assert seen(made, (behind[0] + step[0], behind[1] + step[1])) < 0.1


def test_one_sees_into_walls_but_not_through_them() -> None:
    made = looked(sketch(ROOM), (2.5, 2.5))
    assert seen(made, (2.5, 0.6)) > 0.9
    assert seen(made, (5.3, 2.0)) > 0.6


def test_a_door_that_shuts_hides_the_room() -> None:
    level = sketch(ROOM)
    made = looked(level, (2.5, 3.5))
    assert seen(made, (8.5, 3.5)) > 0.9
    shut = level.opaque.copy()
    shut[3, 5] = True
    made.set_walls(shut)
    made.look(2.5, 3.5, Frame.of((0, 0)))
    assert seen(made, (8.5, 3.5)) < 0.1


def test_the_plan_remembers_what_was_seen_and_only_guesses_the_rest() -> None:
    level = sketch(ROOM)
    made = looked(level, (2.5, 2.5))
    hidden, before = (10.5, 1.5), (2.5, 1.5)
    made.look(8.5, 1.5, Frame.of((0, 0)))

    def remembered(at: tuple[float, float]) -> float:
        row, column = (int(v * lamps.TEXELS) + made.margin for v in (at[1], at[0]))
        return float(made.memory[row, column])

    assert remembered(before) > 0.9
    assert remembered(hidden) > 0.9
    fresh = looked(level, (2.5, 2.5))
    row, column = (int(v * lamps.TEXELS) + fresh.margin for v in (hidden[1], hidden[0]))
    assert fresh.memory[row, column] == np.float32(GUESSED)


def brightness(made: Lighting, at: tuple[float, float]) -> float:
    return float(made.lit(np.array([at[0]]), np.array([at[1]]))[0])


HALL = "\n".join(["#" * 26, *["#" + "." * 24 + "#"] * 9, "#" * 26])


def beam(at: tuple[float, float], angle: float) -> Torch:
    return Torch(*at, math.radians(angle), 14.0, math.radians(25), (1.0, 1.0, 1.0))


@pytest.mark.parametrize(
    ("angle", "x", "y"), [(0, 8, 5.5), (180, 2, 5.5), (90, 5, 8), (-90, 5, 3), (45, 7, 7.5)]
)
def test_a_torch_lights_where_it_points_and_not_behind(angle: float, x: float, y: float) -> None:
    made = looked(sketch(HALL, ambient=0.2), (5, 5.5))
    made.shine([beam((5, 5.5), angle)], NOBODY, 0.0)
    assert brightness(made, (x, y)) > 0.15
    assert brightness(made, (10 - x, 11 - y)) < 0.05


def test_somebody_in_the_beam_throws_a_shadow_behind_them() -> None:
    made = looked(sketch(HALL), (3, 5.5))
    made.shine([beam((3, 5.5), 0)], NOBODY, 0.0)
    free = brightness(made, (10, 5.5)), brightness(made, (5, 5.5)), brightness(made, (10, 7.3))
    made.shine([beam((3, 5.5), 0)], np.array([[7, 5.5]], np.float32), 0.0)
    behind, before, beside = (
        brightness(made, (10, 5.5)),
        brightness(made, (5, 5.5)),
        brightness(made, (10, 7.3)),
    )
    assert behind < 0.75 * free[0]
    assert before == pytest.approx(free[1])
    assert beside == pytest.approx(free[2], rel=0.05)


def test_a_crowd_does_not_swallow_a_beam_whole() -> None:
    made = looked(sketch(HALL), (3, 5.5))
    crowd = np.array([[5 + i * 0.3, 5.5] for i in range(12)], np.float32)
    made.shine([beam((3, 5.5), 0)], NOBODY, 0.0)
    free = brightness(made, (10, 5.5))
    made.shine([beam((3, 5.5), 0)], crowd, 0.0)
    assert brightness(made, (10, 5.5)) > 0.15 * free


def test_a_wall_stops_a_beam_and_shows_its_face() -> None:
    level = sketch(ROOM)
    made = looked(level, (2.5, 2.5))
    made.sight[:] = 1
    made.shine([beam((2.5, 2.5), 0)], NOBODY, 0.0)
    assert brightness(made, (5.3, 2.5)) > 0.2
    assert brightness(made, (8.5, 2.5)) < 0.02


def test_a_torch_whose_beam_cannot_be_in_sight_changes_nothing() -> None:
    made = looked(sketch(HALL), (5, 5.5))
    made.sight[:] = 0
    made.shine([beam((5, 5.5), 0)], NOBODY, 0.0)
    assert made.light.max() == 0


def test_a_lamp_lights_its_room_and_not_the_next() -> None:
    level = sketch(ROOM, things=[Light(area=Area.point(2.5, 1.5), radius=8.0)])
    made = looked(level, (2.5, 2.5))
    made.shine([], NOBODY, 0.0)
    assert brightness(made, (3.5, 2.5)) > 0.2
    assert brightness(made, (10.5, 1.5)) < 0.02


def test_a_lamp_burns_while_its_circuit_runs() -> None:
    lamp = Light(area=Area.point(2.5, 1.5), circuit="hall", strength=1.0)
    made = looked(sketch(ROOM, things=[lamp]), (2.5, 2.5))
    made.set_running((), ("hall",))
    made.shine([], NOBODY, 0.0)
    assert brightness(made, (2.5, 2.5)) == 0
    made.set_running({"hall"}, ("hall",))
    made.shine([], NOBODY, 0.0)
    assert brightness(made, (2.5, 2.5)) > 0.3


def test_a_fire_on_a_wreck_shines_out_of_it_on_all_sides() -> None:
    wreck = Prop(area=Area.rect(10, 2.5, 5.4, 1.7, 40), model="bus", see=False)
    burning = Light(area=Area.point(11.6, 4.9), radius=12.0)
    level = sketch(HALL, things=[wreck, burning])
    assert level.opaque[4, 11], "the lamp stands on the wreck"
    made = looked(level, (9.5, 6.5))
    made.sight[:] = 1
    made.shine([], NOBODY, 0.0)
    for place in ((10.0, 1.9), (14.5, 3.5), (12.5, 8.9), (10.4, 2.6)):
        assert brightness(made, place) > 0.2, place


def test_flicker_stays_within_what_the_author_allows() -> None:
    lit = lamps.Lit(Light(area=Area.point(0, 0), flicker=0.3, id=5), np.zeros((1, 1), np.uint8), 0, 0)
    levels = [lit.level_at(t / 50) for t in range(500)]
    assert 0.7 <= min(levels) < max(levels) <= 1.1


def test_a_cone_lights_only_where_it_points() -> None:
    lamp = Light(area=Area.point(12, 5.5), radius=9.0, cone=60.0, angle=0.0)
    made = looked(sketch(HALL, things=[lamp]), (12, 4.5))
    made.shine([], NOBODY, 0.0)
    assert brightness(made, (17, 5.5)) > 4 * brightness(made, (7, 5.5)) >= 0


def test_a_dark_zone_is_darker_than_the_street() -> None:
    zone = LightZone(area=Area.rect(1, 1, 4, 4), level=0.02)
    made = looked(sketch(ROOM, things=[zone], ambient=0.2), (4.5, 3.5))
    made.shine([], NOBODY, 0.0)
    made.compose()
    picture = made._map_bytes.astype(int)

    def at(x: float, y: float) -> int:
        column, row = int(x * lamps.TEXELS) - made.frame.x, int(y * lamps.TEXELS) - made.frame.y
        return int(picture[row, column].sum())

    assert at(3.5, 3.5) < at(8.5, 3.5)


def test_the_moon_lies_on_roofs_beside_the_open_air_and_not_in_their_rooms() -> None:
    shed = LightZone(area=Area.rect(1, 1, 3, 2), indoor=True, level=0.18)
    street = sketch(ROOM, things=[shed], ambient=0.18)
    void = np.zeros_like(street.void)
    void[1:5, 9:] = True
    roof = ambient_cells(replace(street, void=void))
    assert roof[36, 64] > 1.5 * ambient_cells(street)[36, 64]
    assert roof[14, 14] == ambient_cells(street)[14, 14]
    assert roof[20, 84] == ambient_cells(street)[20, 84], "nor on what lies far below"


def test_a_lamp_does_not_light_the_city_far_below() -> None:
    lamp = Light(area=Area.point(17.5, 5.5), radius=9.0)
    level = sketch(HALL, things=[lamp], ambient=0.2)
    void = np.zeros_like(level.void)
    void[1:10, 16:25] = True
    pictures = []
    for each in (level, replace(level, void=void)):
        made = lighting(each)
        made.sight[:] = 1
        made.frame = Frame.of((0, 0))
        made.shine([], NOBODY, 0.0)
        made.compose()
        pictures.append(made._map_bytes[..., :3].astype(int))
    flat, high = pictures
    roof, air = (44, 14 * 8), (44, 19 * 8)
    assert high[air].sum() < 0.6 * flat[air].sum()
    assert high[roof].sum() >= flat[roof].sum()


def test_zones_go_over_into_one_another_softly() -> None:
    zone = LightZone(area=Area.rect(4, 0, 4, 6), level=0.0)
    cells = ambient_cells(sketch(ROOM, things=[zone], ambient=0.18))
    row = cells[20]
    assert row[4] == pytest.approx(1, abs=1e-3)
    assert row[6 * 8] == pytest.approx(0, abs=1e-3)
    assert np.abs(np.diff(row)).max() < 0.2


def test_what_was_never_seen_is_far_darker_than_what_is_and_not_black() -> None:
    made = looked(sketch(ROOM, ambient=0.2), (2.5, 2.5))
    made.shine([], NOBODY, 0.0)
    made.compose()
    hidden = int(1.5 * lamps.TEXELS) - made.frame.y, int(10.5 * lamps.TEXELS) - made.frame.x
    shown = int(2.5 * lamps.TEXELS) - made.frame.y, int(3.5 * lamps.TEXELS) - made.frame.x
    guessed, plain = (int(made._map_bytes[at][:3].max()) for at in (hidden, shown))
    assert 10 < guessed < 0.4 * plain


def test_a_map_smaller_than_the_picture_is_lit_as_any_other() -> None:
    level = sketch("#####\n#...#\n#####")
    made = lighting(level)
    made.look(2.5, 1.5, Frame.of((-280, -156)))
    made.shine([beam((2.5, 1.5), 0)], NOBODY, 0.0)
    made.compose()
    assert made.sight.shape == (HEIGHT, WIDTH)
    assert seen(made, (1.5, 1.5)) > 0.9


def test_a_torch_far_outside_the_picture_is_left_out() -> None:
    made = looked(sketch(HALL), (5, 5.5))
    made.shine([beam((5000, 5.5), 0)], NOBODY, 0.0)
    assert made.light.max() == 0
