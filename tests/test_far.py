"""The city below the roofs: it moves less than they do, and what shines there shines through air alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pygame
import pytest
from pictures import ready

from game.data.level import Level
from game.data.sketch import sketch
from game.ecs.column import Array
from game.show.far import SLOWER, WINDOWS, City
from game.show.layers import HEIGHT, WIDTH, plain

ACROSS, DOWN = 60, 40


@pytest.fixture(scope="module", autouse=True)
def _window() -> None:
    ready()


@pytest.fixture(scope="module")
def roofs() -> Level:
    """A roof on the left, air on the right."""
    flat = sketch("\n".join(["." * ACROSS] * DOWN))
    void = np.zeros((DOWN, ACROSS), bool)
    void[:, 20:] = True
    return replace(flat, void=void)


def seen(city: City, camera: tuple[int, int]) -> Array:
    picture = plain((WIDTH, HEIGHT))
    city.draw(picture, camera)
    return pygame.surfarray.array3d(picture)


def test_it_moves_half_as_far_as_the_roofs(roofs: Level) -> None:
    city, step = City(roofs), 40
    moved = int(step * SLOWER)
    assert (seen(city, (step, 0))[:-moved] == seen(city, (0, 0))[moved:]).all()


def test_it_fills_the_picture_wherever_the_camera_is(roofs: Level) -> None:
    city = City(roofs)
    for camera in ((-50, -30), (0, 0), (1999, 3001)):
        assert seen(city, camera).any(axis=2).mean() > 0.99


def test_ten_windows_are_lit_over_the_whole_level(roofs: Level) -> None:
    nowhere = replace(roofs, void=np.ones_like(roofs.void))
    city = City(nowhere)
    cameras = ((x, y) for x in range(0, ACROSS * 16, 8) for y in range(0, DOWN * 16, 8))
    found = {
        (x + int(c[0] * SLOWER), y + int(c[1] * SLOWER)) for c in cameras for _, (x, y) in city.windows(c)
    }
    assert len(found) == WINDOWS


def test_nothing_shines_through_a_roof(roofs: Level) -> None:
    for left, top in (at for _, at in City(roofs).shine((0, 0), 3.0)):
        assert left + 9 >= 20 * 16
        assert -9 <= top < HEIGHT
    covered = replace(roofs, void=roofs.void & (np.arange(DOWN) > 30)[:, None])
    assert not [at for _, at in City(covered).shine((0, 0), 3.0) if at[1] > 0]


def test_a_level_without_a_drop_lies_above_no_city() -> None:
    city = City(sketch("\n".join(["." * ACROSS] * DOWN)))
    assert not city.is_there
    assert not seen(city, (0, 0)).any()
    assert not list(city.shine((0, 0), 1.0))
