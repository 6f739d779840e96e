from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from PIL import Image

from maps import save, tmx
from tools.gallery import __main__ as gallery
from tools.gallery.cast import faces
from tools.gallery.picture import contact, enlarged, halved, on_ground
from tools.gallery.readme import write_gif
from tools.gallery.vision import VISIONS, seen

if TYPE_CHECKING:
    from pathlib import Path

RED, GREEN, GREY = (200, 60, 50), (90, 130, 50), (120, 120, 120)


def plain(colour: tuple[int, int, int], size: tuple[int, int] = (4, 6)) -> np.ndarray:
    return np.full((*size, 3), colour, np.uint8)


# -- how others see ------------------------------------------------------------------------------


@pytest.mark.parametrize("vision", VISIONS)
def test_grey_stays_grey_to_everybody(vision: str) -> None:
    assert np.abs(seen(plain(GREY), vision).astype(int) - GREY[0]).max() <= 1


@pytest.mark.parametrize("vision", ["deuteranopia", "protanopia"])
def test_red_and_green_come_closer_without_one_kind_of_cone(vision: str) -> None:
    apart = np.abs(plain(RED).astype(int) - plain(GREEN)).sum(-1).max()
    seen_apart = np.abs(seen(plain(RED), vision).astype(int) - seen(plain(GREEN), vision)).sum(-1).max()
    assert seen_apart < 0.7 * apart


def test_without_colour_the_three_channels_are_one() -> None:
    grey = seen(plain(RED), "grey")
    assert (grey == grey[..., :1]).all()


# -- laying out ----------------------------------------------------------------------------------


def test_no_picture_of_a_sheet_lies_on_another() -> None:
    tiles = [("a", plain(RED, (20, 50))), ("b", plain(GREEN, (40, 30))), ("c", plain(GREY, (10, 10)))]
    sheet = contact(tiles, 2)
    for _, tile in tiles:
        assert (sheet == tile[0, 0]).all(-1).sum() == tile.shape[0] * tile.shape[1]


def test_enlarging_and_halving_gives_the_picture_back() -> None:
    picture = np.random.default_rng(1).integers(0, 255, (6, 8, 3)).astype(np.uint8)
    assert (halved(enlarged(picture, 2)) == picture).all()


def test_what_is_transparent_shows_the_ground() -> None:
    picture = np.zeros((2, 2, 4), np.uint8)
    picture[0, 0] = (10, 20, 30, 255)
    laid = on_ground(picture, (90, 90, 90))
    assert laid[0, 0].tolist() == [10, 20, 30]
    assert laid[1, 1].tolist() == [90, 90, 90]


# -- the command ---------------------------------------------------------------------------------


def test_a_place_hangs_lit_and_unlit_as_everybody_sees_it(tmp_path: Path) -> None:
    level = save(tmp_path, tmx(), "yard.tmx")
    assert gallery.main([str(tmp_path / "out"), "--only", "places", "--map", str(level)]) == 0
    for name in ("yard-lit", "yard-unlit"):
        sizes = set()
        for folder in ("", *VISIONS):
            with Image.open(tmp_path / "out" / folder / "places" / f"{name}.png") as picture:
                sizes.add(picture.size)
        assert len(sizes) == 1
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'src="places/yard-lit.png"' in page
    assert 'value="deuteranopia"' in page


def test_every_face_hangs() -> None:
    (made,) = faces()
    assert made.pixels.shape[0] > 3 * 48


@pytest.mark.parametrize("asked", [[], ["out", "--readme"], ["out", "--only", "plases"]])
def test_what_cannot_be_drawn_is_refused(asked: list[str]) -> None:
    with pytest.raises(SystemExit) as refusal:
        gallery.main(asked)
    assert refusal.value.code == 2


def test_a_moving_picture_keeps_its_frames(tmp_path: Path) -> None:
    frames = [plain((40 * n, 10, 10), (8, 8)) for n in range(5)]
    write_gif(tmp_path / "a.gif", frames)
    with Image.open(tmp_path / "a.gif") as picture:
        assert getattr(picture, "n_frames", 1) == 5
