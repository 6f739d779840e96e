"""What one sees beside a roof: faces of houses to their south, planks that hang, and the dark."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from pictures import ready

from game.data.level import Level
from game.data.sketch import sketch
from game.data.tiles import GROUND_NUMBER, TILE_PX
from game.ecs.column import Array
from game.show.bake import abyss, grid

WIDTH, HEIGHT = 20, 24
ROOF = np.s_[2:12, 3:13]
PLANK = np.s_[5:8, 13:18]
BELOW = 12  # tile; the first row south of the roof


@pytest.fixture(scope="module", autouse=True)
def _window() -> None:
    ready()


@pytest.fixture(scope="module")
def roofs() -> Level:
    """One roof of ten by ten, a plank that leads east, and nothing else."""
    flat = sketch("\n".join(["." * WIDTH] * HEIGHT))
    void = np.ones((HEIGHT, WIDTH), bool)
    void[ROOF] = void[PLANK] = False
    ground = np.where(void, GROUND_NUMBER["void"], flat.ground).astype(np.uint8)
    return replace(flat, void=void, ground=ground)


def painted(level: Level, row: int = 0, rows: int = HEIGHT) -> Array:
    window = grid.Window(0, row, WIDTH, rows)
    picture = np.full((*window.size, 3), 100, np.uint8)
    abyss.paint(level, picture, window)
    return picture


def test_a_house_is_what_is_thick_both_ways(roofs: Level) -> None:
    found = abyss.houses(roofs)
    assert found[ROOF].all()
    assert found.sum() == 100


def test_a_face_hangs_south_of_the_roof_storey_by_storey(roofs: Level) -> None:
    found = abyss.storeys(roofs)
    assert found[BELOW : BELOW + 5, 5].tolist() == [1, 2, 3, 4, 0]
    assert found[:, :3].max() == found[:2].max() == found[8:12, 13:].max() == 0


def test_what_is_walked_on_keeps_its_colour_and_beside_it_is_air(roofs: Level) -> None:
    picture = painted(roofs)
    assert (picture[grid.grow(~roofs.void)] == 100).all()
    assert (picture[:16, :16] == abyss.AIR).all()


def test_a_hole_in_a_floor_is_dark_and_no_air(roofs: Level) -> None:
    void = roofs.void.copy()
    void[5:7, 6:9] = True
    holed = replace(roofs, void=void)
    assert not abyss.open_air(holed)[5:7, 6:9].any()
    assert abyss.open_air(holed).sum() == roofs.void.sum()
    assert (painted(holed)[5 * 16 + 8 : 7 * 16, 6 * 16 : 9 * 16] == int(100 * abyss.STREET_LIGHT)).all()


def test_air_that_winds_about_roofs_hangs_together() -> None:
    void = np.zeros((HEIGHT, WIDTH), bool)
    void[::2] = True
    void[1::4, -1] = void[3::4, 0] = True
    level = replace(sketch("\n".join(["." * WIDTH] * HEIGHT)), void=void)
    assert (abyss.open_air(level) == void).all()


def test_nothing_but_air_is_as_black_as_air(roofs: Level) -> None:
    window = grid.Window(0, 0, WIDTH, HEIGHT)
    picture = np.zeros((*window.size, 3), np.uint8)
    abyss.close(roofs, picture, window)
    assert (picture.any(axis=2) == grid.grow(~roofs.void)).all()


def test_a_face_is_lost_in_the_dark_below(roofs: Level) -> None:
    black = np.zeros((HEIGHT * TILE_PX, WIDTH * TILE_PX, 3), np.uint8)
    abyss.paint(roofs, black, grid.Window(0, 0, WIDTH, HEIGHT))
    top, bottom = BELOW * TILE_PX + abyss.THICK, (BELOW + abyss.STOREYS) * TILE_PX
    light = black[top:bottom, 64:128, 0].max(axis=1).astype(int)
    seen = (black[top:bottom, 64:128] != abyss.AIR).any(axis=2).mean(axis=1)
    assert light[:8].max() == light.max() > 2 * light[-8:].max()
    assert seen[:16].min() == 1
    assert seen[-8:].mean() < seen[-24:-8].mean() < 1


def test_a_plank_shows_its_thickness_and_no_face(roofs: Level) -> None:
    under = painted(roofs)[8 * TILE_PX : 9 * TILE_PX, 14 * TILE_PX]
    assert (under[: abyss.THICK] == abyss.EDGE).all()
    assert (under[abyss.THICK :] == abyss.AIR).all()


def test_windows_of_the_picture_join_without_a_seam(roofs: Level) -> None:
    part, whole = painted(roofs, BELOW, 6)[TILE_PX:], painted(roofs)
    assert (part == whole[(BELOW + 1) * TILE_PX : (BELOW + 6) * TILE_PX]).all()


def test_a_level_without_a_drop_is_left_alone() -> None:
    assert (painted(sketch("\n".join(["." * WIDTH] * HEIGHT))) == 100).all()
