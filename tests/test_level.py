"""Levels: what tiles, turned props and lamps come to; areas; that nothing ever changes."""

from __future__ import annotations

import math
import pickle
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data.area import Area
from game.data.lightmap import relight
from game.data.paths import maps_folder
from game.data.sketch import sketch
from game.data.things import Door, Light, LightZone, Power, Prop, SpawnField
from game.data.tiled import load
from maps import CONCRETE, EXIT, layer, room, save, thing, tmx

if TYPE_CHECKING:
    from pathlib import Path

    from game.data.level import Level

HALL = "\n".join(["." * 12] * 12)


def prop(x: float, y: float, width: float, height: float, turn: float = 0.0) -> Prop:
    return Prop(area=Area.rect(x, y, width, height, turn), model="crate", solid=True, see=False)


def test_arrays_cannot_be_written() -> None:
    level = sketch(HALL)
    with pytest.raises(ValueError, match="read-only"):
        level.solid[0, 0] = True


def test_a_level_comes_back_from_a_pickle_frozen_and_the_same() -> None:
    level = sketch("@.E\n.T*")
    again: Level = pickle.loads(pickle.dumps(level))
    assert again.digest == level.digest
    assert again.things == level.things
    assert not again.light.flags.writeable


def test_the_digest_knows_what_is_played_and_not_where_it_was_written() -> None:
    level = sketch("@.E")
    assert level.digest == sketch("@.E", title="other").digest
    assert level.digest != sketch("@.E.").digest
    assert level.digest != sketch("@,E").digest
    moved = Door(area=Area.rect(0, 0, 1, 1), layer="x", line=9)
    assert (
        sketch("..", things=(moved,)).digest
        == sketch("..", things=(Door(area=Area.rect(0, 0, 1, 1)),)).digest
    )
    assert sketch("..", things=(moved,)).digest != sketch("..").digest


def test_things_are_found_by_class_id_and_name() -> None:
    level = sketch("@+E", things=(Door(id=9, name="gate", area=Area.rect(0, 0, 1, 1)),))
    assert [door.id for door in level.doors] == [1, 9]
    assert level.thing(9) is level.named("gate")
    assert level.named("none") is None
    with pytest.raises(KeyError):
        level.thing(77)


def test_an_upright_prop_covers_its_quarter_tiles() -> None:
    level = sketch(HALL, things=(prop(2, 3, 1.5, 0.5),))
    covered = np.argwhere(level.footprint) / 4
    assert level.footprint.sum() == 6 * 2
    assert covered.min(axis=0).tolist() == [3, 2]
    assert covered.max(axis=0).tolist() == [3.25, 3.25]


@pytest.mark.parametrize("turn", [90, 180, 270, -90, 360, 450])
def test_quarter_turns_cover_as_many_cells(turn: float) -> None:
    level = sketch(HALL, things=(prop(6, 6, 2, 1, turn),))
    assert level.footprint.sum() == 8 * 4


def test_a_prop_turns_clockwise_about_its_drawn_corner() -> None:
    level = sketch(HALL, things=(prop(6, 6, 2, 1, 90),))
    cells = np.argwhere(level.footprint)
    assert cells.min(axis=0).tolist() == [24, 20]
    assert cells.max(axis=0).tolist() == [31, 23]


@given(st.floats(-720, 720), st.floats(1, 4), st.floats(1, 4))
def test_a_turned_prop_covers_its_area_and_no_more(turn: float, width: float, height: float) -> None:
    area = Area.rect(6, 6, width, height, turn)
    window, inside = area.raster((400, 400), 32)
    del window
    whole = all(0 < x < 12.5 and 0 < y < 12.5 for x, y in area.corners)
    assert whole
    assert inside.sum() / 1024 == pytest.approx(width * height, rel=0.06)


@given(st.floats(-360, 360), st.floats(0, 12), st.floats(0, 12))
def test_inside_is_the_same_for_one_point_and_for_a_grid(turn: float, x: float, y: float) -> None:
    for area in (Area.rect(6, 6, 3, 2, turn), Area.ellipse(6, 6, 3, 2, turn)):
        assert area.contains(x, y) == bool(area.inside(np.array([x]), np.array([y]))[0])
    if not Area.rect(6, 6, 3, 2, turn).contains(x, y):
        assert not Area.ellipse(6, 6, 3, 2, turn).contains(x, y)


def test_a_polygon_holds_what_is_between_its_edges() -> None:
    area = Area("polygon", ((0, 0), (4, 0), (4, 4), (2, 1), (0, 4)))
    assert area.contains(0.5, 0.5)
    assert area.contains(3.5, 2.5)
    assert not area.contains(2, 3)
    assert area.box == (0.0, 0.0, 4.0, 4.0)
    assert area.at == (2.0, 2.0)


def test_a_point_holds_its_tile_and_a_line_nothing() -> None:
    assert Area.point(2.5, 2.5).contains(2.1, 2.9)
    assert not Area.point(2.5, 2.5).contains(3.1, 2.9)
    assert not Area("polyline", ((0, 0), (4, 4))).contains(2, 2)


def test_a_prop_blocks_a_tile_only_over_its_centre() -> None:
    level = sketch(HALL, things=(prop(3, 3, 0.4, 0.4), prop(7.2, 7.2, 0.6, 0.6)))
    assert np.argwhere(level.solid).tolist() == [[7, 7]]
    assert np.argwhere(level.opaque).tolist() == [[7, 7]]
    assert np.argwhere(level.shield).tolist() == [[7, 7]]


def test_doors_block_nothing_for_they_move() -> None:
    level = sketch("#+#")
    assert level.solid.tolist() == [[True, False, True]]
    assert not level.footprint[:, 4:8].any()


def test_void_is_no_ground_to_stand_on_but_one_can_fall_in() -> None:
    level = sketch(".v.", {"v": "void"})
    assert level.void.tolist() == [[False, True, False]]
    assert level.solid[0, 1]
    assert not level.footprint.any()


def test_a_lamp_fades_with_distance_and_stops_at_a_wall() -> None:
    level = sketch(".......#...\n.*.....#...\n.......#...", ambient=0.1)
    row = level.light[1]
    assert row[1] == pytest.approx(0.9)
    assert (np.diff(row[1:6]) < 0).all()
    assert row[8] == pytest.approx(0.1)


def test_light_falls_alike_in_all_eight_directions() -> None:
    art = ["." * 11 for _ in range(11)]
    art[5] = ".....*....."
    light = sketch("\n".join(art), ambient=0.0).light
    for turned in (light.T, light[::-1], light[:, ::-1], np.rot90(light)):
        np.testing.assert_array_equal(light, turned)


def test_shadows_fall_alike_in_all_four_directions() -> None:
    lights = [sketch(art, ambient=0.0).light for art in ("......\n.*.#..\n......", "......\n..#.*.\n......")]
    np.testing.assert_array_equal(lights[0], lights[1][:, ::-1])
    assert lights[0][1, 5] == 0
    assert lights[0][1, 3] > 0


def test_a_beam_lights_only_where_it_points() -> None:
    lamp = Light(area=Area.point(6.5, 6.5), cone=60.0, angle=90.0, radius=6.0)
    light = sketch(HALL, ambient=0.0, things=(lamp,)).light
    assert light[9, 6] > 0.1
    assert light[3, 6] == light[6, 9] == light[6, 3] == 0


def test_a_zone_replaces_the_ambient() -> None:
    zone = LightZone(area=Area.rect(1, 1, 2, 2), level=0.03)
    light = sketch(HALL, ambient=0.5, things=(zone,)).light
    assert light[1, 1] == pytest.approx(0.03)
    assert light[4, 4] == pytest.approx(0.5)


def test_lamps_on_a_circuit_shine_while_it_runs() -> None:
    lamp = Light(area=Area.point(6.5, 6.5), circuit="hall")
    off = Power(area=Area.point(1, 1), circuit="hall")
    on = Power(area=Area.point(1, 1), circuit="hall", on=True)
    dark = sketch(HALL, ambient=0.0, things=(lamp, off))
    assert dark.light.max() == 0
    assert sketch(HALL, ambient=0.0, things=(lamp, on)).light.max() > 0.5
    assert relight(dark, {"hall"}).max() > 0.5


def test_light_is_the_same_every_time() -> None:
    first, second = (sketch(".*.#..*..\n...#.....", ambient=0.1).light for _ in range(2))
    assert first.tobytes() == second.tobytes()


def test_props_doors_and_actors_get_what_their_kind_has(tmp_path: Path) -> None:
    rect = 'width="16" height="16"'
    things = "".join(
        (
            EXIT,
            thing(3, "Prop", 32, 32, size=rect, model="bus"),
            thing(4, "Prop", 32, 32, size=rect, model="bus", see=True, hp=5, solid=False),
            thing(5, "Door", 48, 32, size=rect, kind="bunker"),
            thing(6, "Door", 64, 32, size=rect, kind="bunker", hp=7),
        )
    )
    soldiers = thing(7, "SpawnField", 32, 48, size=rect, actor="soldier", count_max=1)
    level = load(save(tmp_path, tmx(things=things, spawns=thing(1, "Start", 24, 24) + soldiers)))
    assert [(x.solid, x.see, x.hp) for x in level.props] == [(True, False, 200), (False, True, 5)]
    assert [door.hp for door in level.doors] == [900, 7]
    assert level.of(SpawnField)[0].faction == "army"


def test_shapes_arrive_in_tiles_with_their_turn(tmp_path: Path) -> None:
    line = '<polyline points="0,0 32,0"/>'
    things = EXIT + thing(3, "Ledge", 32, 32, size='rotation="90"', shape=line)
    (ledge,) = load(save(tmp_path, tmx(things=things))).ledges
    assert ledge.area.points == ((2.0, 2.0), (2.0, 4.0))


def test_a_tileset_may_say_otherwise(tmp_path: Path) -> None:
    path = save(tmp_path, tmx())
    tsx = tmp_path / "walls.tsx"
    tile = '<tile id="1"><properties><property name="walk" type="bool" value="true"/>'
    text = tsx.read_text().split("<tile id")[0] + tile + "</properties></tile></tileset>"
    tsx.write_text(text)
    level = load(path)
    assert not level.solid[0].any()
    assert level.opaque[0].all()


def test_ground_that_nobody_painted_is_void(tmp_path: Path) -> None:
    rows = [[CONCRETE] * 8 for _ in range(6)]
    rows[2][3] = 0
    level = load(save(tmp_path, tmx(layers=layer("ground", rows) + layer("walls", room(8, 6)))))
    assert np.argwhere(level.void).tolist() == [[2, 3]]


def test_the_largest_level_of_the_game_loads() -> None:
    path = maps_folder() / "hyosan.tmx"
    level = load(path)
    assert math.isclose(level.width / level.height, 4 / 3)
