"""How the stills are painted: figures, cities, layers; painted again they are the committed ones."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tools.art.arrays import Plane
from tools.art.card_seoul import seoul
from tools.art.city import skyline, streaks
from tools.art.ending_silence import ending_silence
from tools.art.figures import Capsule, Garment, Lamp, draw
from tools.art.layered import BLEED, Layer, Moving, Spot, cover, flat, sheet, uncovered, work
from tools.art.stances import (
    CHEONGSAN,
    NAMRA,
    ONJO,
    PUPILS,
    SUHYEOK,
    Outfit,
    Stance,
    dressed,
    leaping,
    limping,
    reaching,
    resting,
    seated,
    standing,
)
from tools.art.still import HEIGHT, WIDTH, X
from tools.art.store import Work, faults, read_picture

ROOT = Path(__file__).resolve().parents[1]
LEFT, RIGHT = Lamp((-0.9, -0.3), (255, 0, 255), 1.0), Lamp((0.9, -0.3), (255, 0, 255), 1.0)
EVERYBODY = (NAMRA, ONJO, SUHYEOK, CHEONGSAN, *PUPILS)
STANCES = (standing(), standing(view="back"), limping(), leaping(), reaching(0.3), seated(), resting())


def drawn(garments: list[Garment], lamp: Lamp = LEFT, height: float = 100) -> Plane:
    canvas = sheet()
    draw(canvas, garments, 320, 300, height, lamp)
    return canvas


# -- figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize("outfit", EVERYBODY)
def test_who_stands_is_as_high_as_asked_with_the_feet_where_asked(outfit: Outfit) -> None:
    rows = np.nonzero(drawn(dressed(standing(), outfit))[..., 3].any(1))[0]
    assert rows.max() == pytest.approx(300, abs=3)
    assert rows.max() - rows.min() == pytest.approx(100, abs=6)


@pytest.mark.parametrize("stance", STANCES)
def test_nobody_falls_apart(stance: Stance) -> None:
    """Every row between head and foot has something in it, and so has every column between the hands."""
    solid = drawn(dressed(stance, SUHYEOK))[..., 3] > 0
    for axis in (0, 1):
        filled = np.nonzero(solid.any(axis))[0]
        assert len(filled) == filled.max() - filled.min() + 1


def test_the_lamp_behind_lights_the_side_it_is_on() -> None:
    ball = [Garment("ink", (Capsule(0, -0.5, 0.2, 0, -0.4, 0.2),))]
    for lamp, way in ((LEFT, -1), (RIGHT, 1)):
        canvas = drawn(ball, lamp)
        lit = (canvas[..., 0] > 120) & (canvas[..., 3] > 0)
        assert lit.any()
        assert np.sign(X[lit].mean() - 320) == way


def test_what_is_worn_later_lies_over_what_is_worn_first() -> None:
    below, above = (Garment(name, (Capsule(0, -0.5, 0.2, 0, -0.4, 0.2),)) for name in ("white", "ink"))
    assert drawn([below, above])[260, 320, :3].max() < 60
    assert drawn([above, below])[260, 320, :3].max() > 60


def test_a_figure_at_the_border_is_cut_and_nothing_breaks() -> None:
    canvas = sheet()
    draw(canvas, dressed(standing(), NAMRA), 2, HEIGHT + 30, 200, LEFT)
    assert canvas[..., 3].any()


# -- cities --------------------------------------------------------------------------------------


def test_every_window_is_inside_a_house() -> None:
    line = skyline(250, 22, (20, 52), (14, 60), 0.7)
    places = list(line.windows((7, 8), 244))
    assert len(places) > 50
    assert all(line.mask[y, x] for x, y in places)


def test_light_on_water_is_longer_than_it_is_high() -> None:
    water = streaks(9)
    across, down = np.abs(np.diff(water, axis=1)).mean(), np.abs(np.diff(water, axis=0)).mean()
    assert across < down / 3


# -- layers --------------------------------------------------------------------------------------


def wall() -> Plane:
    canvas = sheet()
    cover(canvas, X < 100, (9, 9, 9))
    return canvas


def ground() -> Plane:
    return np.zeros((HEIGHT, WIDTH, 3))


def test_a_light_behind_a_wall_is_left_out_and_one_on_it_is_not() -> None:
    behind, beside, on = (Spot(x, 50, (255, 0, 0), layer=layer) for x, layer in ((50, 0), (300, 0), (50, 1)))
    moving = Moving({"sky": Layer([ground()]), "wall": Layer([wall()])}, [behind, beside, on])
    assert uncovered(moving) == [beside, on]
    assert flat(moving)[50, 300].tolist() == [255, 0, 0]


def test_a_veil_that_leaves_hides_no_light() -> None:
    veil = Layer([np.full((HEIGHT, WIDTH, 4), 255.0)], leaves=(1.0, 2.0))
    moving = Moving({"sky": Layer([ground()]), "veil": veil}, [Spot(5, 5, (255, 0, 0))])
    assert len(uncovered(moving)) == 1


def test_a_layer_goes_on_beyond_the_picture_unless_it_repeats() -> None:
    made: Work = work("a", Moving({"sky": Layer([ground()] * 2, ms=100), "fog": Layer([wall()], drift=3.0)}))
    assert made.pictures["assets/art/stills/a_sky.png"].shape == (2 * HEIGHT, WIDTH + 2 * BLEED, 3)
    assert made.pictures["assets/art/stills/a_fog.png"].shape == (HEIGHT, WIDTH, 4)
    layers = made.manifests["assets/art/stills/a.json"]["layers"]
    assert layers == [{"file": "a_sky", "frames": 2, "ms": 100}, {"file": "a_fog", "frames": 1, "drift": 3.0}]


# -- painted again -------------------------------------------------------------------------------


def test_an_ending_painted_again_is_the_committed_one() -> None:
    assert faults(ROOT, ending_silence()) == []


def test_a_card_painted_again_is_the_committed_one() -> None:
    made = seoul()
    there = read_picture(ROOT / "assets" / "art" / "card_seoul.png", made)
    assert (made != there).any(-1).mean() < 1 / 2000
