from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pictures import ready

from game.data import paths
from game.data.area import Area
from game.data.enums import Facing
from game.data.level import Level
from game.data.sketch import sketch
from game.data.things import Light, Prop
from game.show.bake import art, baked, baking, grid, ground, noise, painter, props, store

YARD = """
    ####################
    #........,,,,......#
    #........,,,,......#
    #....####..........#
    #....####....f.....#
    #..~~~.......f..*..#
    #..~~~.............#
    ####################
"""


@pytest.fixture(scope="module", autouse=True)
def _window() -> None:
    ready()


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))


@pytest.fixture(scope="module")
def yard() -> Level:
    return sketch(YARD)


def painted(level: Level, window: grid.Window) -> painter.Band:
    return painter.paint(level, ground.beneath(level.ground), window)


def whole(level: Level) -> grid.Window:
    return grid.Window(0, 0, level.width, level.height)


def test_the_cheap_blur_is_the_blur_of_the_grown_cells() -> None:
    cells = np.random.default_rng(1).random((7, 9)) > 0.5
    sigma = 5.0
    reach = np.arange(-24, 25)
    kernel = np.exp(-(reach**2) / (2 * sigma**2))
    kernel /= kernel.sum()
    big = np.pad(grid.grow(cells).astype(float), 24, mode="edge")
    for axis in (0, 1):
        big = np.apply_along_axis(np.convolve, axis, big, kernel, "valid")
    assert np.abs(big - grid.soft(cells, sigma)).max() < 0.02


def test_the_distance_to_walls_is_the_true_one() -> None:
    walls = np.zeros((5, 5), bool)
    walls[2, 2] = True
    gap = grid.spread(grid.nearest(present=True, furthest=40.0), grid.pattern(walls))
    assert gap[2 * 16 + 7, 3 * 16] == pytest.approx(0.5)
    assert gap[3 * 16, 3 * 16] == pytest.approx(np.hypot(0.5, 0.5))
    assert gap[3 * 16 + 5, 2 * 16 + 3] == pytest.approx(5.5)


def test_a_wall_throws_its_shadow_to_the_south_east_and_nowhere_else() -> None:
    walls = np.zeros((3, 3), bool)
    walls[1, 1] = True
    shadow = grid.spread(grid.cast_shadow(9), grid.pattern(walls)) & ~grid.grow(walls)
    rows, columns = np.nonzero(shadow)
    assert len(rows)
    assert columns.max() >= 32 + 7, "it falls to the east"
    assert rows.max() >= 32 + 4, "and to the south"
    assert (columns >= 16).all()
    assert (rows >= 16).all()


def test_windows_join_without_a_seam(yard: Level) -> None:
    full = painted(yard, whole(yard)).ground
    part = painted(yard, grid.Window(4, 0, 12, yard.height)).ground
    assert (part[:, 64:-64] == full[:, 128 : 16 * 16 - 64]).all()


def test_noise_repeats_without_a_step() -> None:
    sheet = noise.fractal(8, 3)
    inside = np.abs(np.diff(sheet, axis=1)).max()
    assert np.abs(sheet[:, 0] - sheet[:, -1]).max() < 1.5 * inside


def test_a_share_of_the_ranked_noise_is_that_share() -> None:
    assert (noise.ranked(4, 50) > 0.7).mean() == pytest.approx(0.3, abs=0.01)


def test_the_face_of_a_wall_never_hides_a_head_in_front_of_it(yard: Level) -> None:
    mask = painted(yard, whole(yard)).mask
    last_row = mask[4 * 16 : 5 * 16, 5 * 16 : 9 * 16]
    assert last_row[:6].all(), "its top hides who stands behind"
    assert not last_row[6:].any(), "its skirt hides nobody"


def test_thin_walls_hide_nobody(yard: Level) -> None:
    assert not painted(yard, whole(yard)).mask[4 * 16 : 6 * 16, 13 * 16 : 14 * 16].any()


def test_ash_has_an_organic_edge(yard: Level) -> None:
    window = whole(yard)
    picture = ground.paint(yard, ground.beneath(yard.ground), window)
    bare = sketch(YARD.replace(",", "."))
    without = ground.paint(bare, ground.beneath(bare.ground), window)
    changed = (picture != without).any(axis=2)
    assert changed[1 * 16 + 8, 9 * 16 + 24], "its middle is ash"
    edge = [int(row.nonzero()[0][0]) for row in changed[20:44] if row.any()]
    assert len(set(edge)) > 4, "its border is not a line"


def test_ground_keeps_dark_at_the_foot_of_walls(yard: Level) -> None:
    picture = np.full((*whole(yard).size, 3), 200, np.uint8)
    ground.shade(picture, ground.masonry(yard))
    assert picture[5 * 16 + 1, 6 * 16, 0] < picture[6 * 16, 6 * 16, 0] == 200


def test_exposure_brightens_and_keeps_the_hue() -> None:
    colours = np.array([[[40, 20, 10], [200, 100, 50], [255, 255, 255], [0, 0, 0]]], np.uint8)
    lit = art.expose(colours)[0].astype(int)
    assert (lit[:2] > colours[0, :2]).all()
    assert lit[2].min() > 240
    assert lit[0, 0] / lit[0, 1] == pytest.approx(2, abs=0.1)
    assert lit[1, 0] / lit[1, 1] == pytest.approx(2, abs=0.1)
    assert (lit[3] == 0).all()


def test_a_prop_is_turned_as_its_rectangle() -> None:
    turns = [Prop(area=Area.rect(1, 1, 2, 1, turn), model="car") for turn in (0, 45, 90, 359)]
    assert [props.turn_of(prop) for prop in turns] == [0, 2, 4, 0]
    assert props.turn_of(Prop(area=Area.rect(1, 1, 2, 1), model="car", facing=Facing.WEST)) == 8


def test_a_prop_without_a_picture_is_left_out() -> None:
    level = sketch(YARD, things=[Prop(area=Area.rect(2, 2, 1, 1), model="no such thing")])
    assert (painted(level, whole(level)).ground == painted(sketch(YARD), whole(level)).ground).all()


def test_a_prop_is_painted_where_it_stands_with_its_shadow() -> None:
    level = sketch(YARD, things=[Prop(area=Area.rect(14, 2, 2.2, 1), model="car", id=3)])
    changed = painted(level, whole(level)).ground != painted(sketch(YARD), whole(level)).ground
    rows, columns, _ = np.nonzero(changed)
    assert 13 * 16 < columns.min() < columns.max() < 18 * 16
    assert 1 * 16 < rows.min() < rows.max() < 5 * 16


def test_beyond_the_map_there_is_nothing(yard: Level) -> None:
    made = baked(yard, use_cache=False)
    assert made.ground.shape[:2] == (256, 512)
    assert made.ground[: yard.height * 16, : yard.width * 16].any(axis=(0, 2)).all()
    assert not made.ground[yard.height * 16 :].any()
    assert not made.ground[:, yard.width * 16 :].any()


def test_painting_says_how_far_it_is(yard: Level) -> None:
    said = [share for share, _ in baking(yard, use_cache=False)]
    assert said == sorted(said)
    assert said[-1] == 1.0


def same(a: store.Baked, b: store.Baked) -> bool:
    return (
        (a.ground == b.ground).all()
        and (a.mask == b.mask).all()
        and (a.over[a.mask] == b.over[b.mask]).all()
        and all((x == y).all() for x, y in zip(a.boxes, b.boxes, strict=True))
    )


def kept_files() -> list[Path]:
    return sorted((paths.cache() / "levels").iterdir())


def test_a_kept_level_is_the_painted_one(yard: Level, monkeypatch: pytest.MonkeyPatch) -> None:
    first = baked(yard)
    monkeypatch.setattr(store, "bake", lambda _level: pytest.fail("painted again"))
    assert same(first, baked(yard))


@pytest.mark.parametrize("harm", ["cut", "flip", "empty", "text"])
def test_a_damaged_cache_is_painted_again(yard: Level, harm: str) -> None:
    first = baked(yard)
    (file,) = kept_files()
    kept = file.read_bytes()
    middle = len(kept) // 2
    flipped = bytes(255 - each for each in kept[middle : middle + 64])
    harmed = {
        "cut": kept[:middle],
        "flip": kept[:middle] + flipped + kept[middle + 64 :],
        "empty": b"",
        "text": b"not a picture",
    }
    file.write_bytes(harmed[harm])
    assert same(first, baked(yard))
    assert file.stat().st_size == len(kept), "and it is replaced"


def test_another_wall_or_lamp_is_another_picture(yard: Level) -> None:
    other = sketch(YARD.replace("....f", "...ff"))
    lamp = sketch(YARD, things=[Light(area=Area.point(3, 3))])
    assert len({store.key(yard), store.key(other), store.key(lamp)}) == 3


def test_a_disk_that_cannot_be_written_costs_nothing_but_time(
    yard: Level, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any, **__: Any) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert baked(yard).mask.any()
    assert kept_files() == []


def test_only_so_many_levels_are_kept(yard: Level, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "KEPT", 1)
    baked(sketch("#####\n#...#\n#####"))
    baked(yard)
    assert len(kept_files()) == 1
