from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.data.tiles import TILE_PX
from game.data.tuning import load_tuning
from game.show.camera import HEIGHT, JUMP, LIFT, WIDTH, Camera

FEEL = load_tuning().feel
BIG = (4000, 3000)
MIDDLE = (125.0, 94.0)
STILL = (0.0, 0.0)


def at(target: tuple[float, float], aim: tuple[float, float] = STILL) -> Camera:
    camera = Camera(BIG, FEEL)
    camera.follow(target, aim, 0.0)
    return camera


def test_the_hero_is_in_the_middle_of_a_still_picture() -> None:
    left, top = at(MIDDLE).corner()
    assert (left, top) == (MIDDLE[0] * TILE_PX - WIDTH / 2, MIDDLE[1] * TILE_PX - HEIGHT / 2)


@given(st.floats(-60, 60), st.floats(-60, 60))
def test_the_picture_leads_toward_the_aim_but_never_too_far(x: float, y: float) -> None:
    dx, dy = (a - b * TILE_PX for a, b in zip(at(MIDDLE, (x, y)).middle, MIDDLE, strict=True))
    assert math.hypot(dx, dy) <= FEEL.cam_lead_max_px + 1e-6
    assert dx * x + dy * y >= 0


@given(st.floats(-50, 400), st.floats(-50, 300), st.floats(0, 1))
def test_the_picture_never_leaves_the_map(x: float, y: float, trauma: float) -> None:
    camera = at((x, y))
    camera.trauma = trauma
    left, top = camera.corner()
    assert 0 <= left <= BIG[0] - WIDTH
    assert 0 <= top <= BIG[1] - HEIGHT


def test_a_map_smaller_than_the_picture_is_centred() -> None:
    camera = Camera((320, 160), FEEL)
    camera.follow((3, 3), STILL, 0.0)
    assert camera.corner() == (-160, -100)


def test_it_follows_alike_at_every_frame_rate() -> None:
    ends = []
    for rate in (30, 60, 240):
        camera = at(MIDDLE)
        for frame in range(1, rate // 2 + 1):
            camera.follow((MIDDLE[0] + 5, MIDDLE[1]), STILL, frame / rate)
        ends.append(camera.middle[0])
    assert max(ends) - min(ends) < 0.01
    assert ends[0] > MIDDLE[0] * TILE_PX + 70


@pytest.mark.parametrize(("target", "time_s"), [((10.0, 10.0), 0.1), ((MIDDLE[0] + 3, MIDDLE[1]), -5.0)])
def test_it_cuts_to_far_places_and_when_time_goes_back(target: tuple[float, float], time_s: float) -> None:
    camera = at(MIDDLE)
    camera.follow(target, STILL, time_s)
    assert camera.middle == (target[0] * TILE_PX, target[1] * TILE_PX)
    assert math.dist((10 * TILE_PX, 10 * TILE_PX), (MIDDLE[0] * TILE_PX, MIDDLE[1] * TILE_PX)) > JUMP


@given(st.floats(0, 100), st.floats(0, 1))
def test_shake_keeps_to_its_limit(time_s: float, trauma: float) -> None:
    camera = at(MIDDLE)
    calm = camera.corner()
    camera.trauma, camera.time_s = trauma, time_s
    shaken = camera.corner()
    most = FEEL.shake_max_px * trauma**FEEL.shake_exp + 1
    assert abs(shaken[0] - calm[0]) <= most
    assert abs(shaken[1] - calm[1]) <= most


def test_no_trauma_is_no_shake() -> None:
    camera = at(MIDDLE)
    corners = set()
    for frame in range(30):
        camera.time_s = frame / 60
        corners.add(camera.corner())
    assert len(corners) == 1


def test_a_kick_goes_against_the_shot_and_comes_back() -> None:
    camera = at(MIDDLE)
    calm = camera.corner()[0]
    camera.kick((1.0, 0.0))
    assert camera.corner()[0] == calm - round(FEEL.cam_kick_px)
    camera.follow(MIDDLE, STILL, 1.0)
    assert camera.corner()[0] == calm


def test_a_question_lifts_the_hero_above_its_panel() -> None:
    camera = Camera(BIG, FEEL, is_lifted=True)
    camera.follow(MIDDLE, STILL, 0.0)
    assert camera.middle[1] == MIDDLE[1] * TILE_PX + LIFT


@given(st.floats(-60, 60), st.floats(-60, 60))
def test_who_sees_far_is_led_half_the_way_to_the_aim_and_stays_on_the_picture(x: float, y: float) -> None:
    camera = Camera(BIG, FEEL, sight=2.0)
    camera.follow(MIDDLE, (x, y), 0.0)
    dx, dy = (a - b * TILE_PX for a, b in zip(camera.middle, MIDDLE, strict=True))
    assert abs(dx) < WIDTH / 2 - 40
    assert abs(dy) < HEIGHT / 2 - 40
    assert math.isclose(dx, x * TILE_PX / 2, abs_tol=1e-6) or abs(dx) > WIDTH / 2 - 50
