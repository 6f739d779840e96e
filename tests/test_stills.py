"""Endings and cards: layers that fit, a picture that is a function of the tick, a scene that goes on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
import pygame
import pytest
from PIL import Image
from windows import press, window

from game.__main__ import CANNOT, DONE, main
from game.data import paths
from game.data.locale import LANGUAGES, Words
from game.show import style
from game.show.canvas import Canvas
from game.show.flow import Flow
from game.show.scenes.codex import Codex
from game.show.scenes.ending import (
    CLOSES_S,
    FIRST_S,
    LINE_S,
    NAME_S,
    OPENS_S,
    EndingScene,
    balanced,
    ending_lines,
)
from game.show.scenes.title import Title
from game.show.screens import open_screen, openers
from game.show.tableau import Tableau, breathing, brightness, swaying
from game.sim.story.endings import Ending

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.show.app import App

STILLS = paths.asset("art", "stills")
ALL = list(Ending)
ENTER, ESCAPE = pygame.K_RETURN, pygame.K_ESCAPE


def manifest(ending: Ending) -> Any:
    return json.loads((STILLS / f"ending-{ending}.json").read_text(encoding="utf-8"))


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[App]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    yield window()
    pygame.display.quit()


def drawn(tableau: Tableau, tick: int) -> bytes:
    target = pygame.Surface((640, 360))
    tableau.draw(Canvas(target), tick)
    return pygame.image.tobytes(target, "RGB")


def lightness(picture: bytes) -> float:
    return float(np.frombuffer(picture, np.uint8).mean())


# -- what is drawn ahead -------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ALL)
def test_a_layer_reaches_as_far_beyond_the_picture_as_it_sways(ending: Ending) -> None:
    about = manifest(ending)
    for layer in about["layers"]:
        with Image.open(STILLS / f"{layer['file']}.png") as picture:
            wide, high = picture.size
        assert high == 360 * layer["frames"]
        assert wide == 640 + (0 if "drift" in layer else 2 * about["bleed"])
        assert layer.get("sway", 0) <= about["bleed"]


@pytest.mark.parametrize("ending", ALL)
def test_the_farthest_layer_fills_the_picture(ending: Ending) -> None:
    with Image.open(STILLS / f"{manifest(ending)['layers'][0]['file']}.png") as picture:
        assert picture.mode == "RGB"


@pytest.mark.parametrize("ending", ALL)
def test_every_point_of_light_is_in_the_picture_on_a_layer_that_is_there(ending: Ending) -> None:
    about = manifest(ending)
    for x, y, colour, side, halo, layer, beat, at, until in about["spots"]:
        assert 0 <= x <= 640 - side
        assert 0 <= y <= 360 - side
        assert len(colour) == 3
        assert halo >= side / 2
        assert 0 <= layer < len(about["layers"])
        assert beat in {"steady", "breath", "twinkle", "lamp", "fire"}
        assert until == 0 or until > at


def test_as_many_windows_are_lit_as_the_words_say() -> None:
    assert "Thirty-one" in Words("en").text("ending-names-3")
    assert len([spot for spot in manifest(Ending.NAMES)["spots"] if spot[7] > 0]) == 31
    assert "Ten windows" in Words("en").text("ending-silence-3")
    assert len([spot for spot in manifest(Ending.SILENCE)["spots"] if spot[6] == "fire"]) == 10


def test_one_eye_is_open_before_all_the_others() -> None:
    first, *others = sorted(spot[7] for spot in manifest(Ending.EVOLUTION)["spots"])
    assert first == 0
    assert min(others) >= 4
    assert len(others) > 80


# -- what moves ----------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ALL)
def test_a_tick_has_one_picture_and_another_tick_another(app: App, ending: Ending) -> None:
    assert app.scenes == []
    first, again = Tableau(f"ending-{ending}"), Tableau(f"ending-{ending}")
    early = drawn(first, 300)
    late = drawn(first, 1500)
    assert early != late
    assert drawn(again, 1500) == late
    assert drawn(first, 300) == early


def test_the_night_leaves_while_the_names_are_read(app: App) -> None:
    assert app.scenes == []
    tableau = Tableau("ending-names")
    light = [lightness(drawn(tableau, tick)) for tick in (60, 1500, 2600)]
    assert light == sorted(light)
    assert light[2] > 1.5 * light[0]


def test_a_light_comes_on_when_it_is_time_and_goes_when_it_is_over() -> None:
    spot = (1, 1, (255, 255, 255), 1, 2, 0, "steady", 5.0, 9.0)
    shown = [brightness(spot, 0, seconds) for seconds in (4.9, 5.0, 6.0, 8.9, 9.0, 60.0)]
    assert shown[:3] == [0, 0, 1]
    assert 0 < shown[3] < 1
    assert shown[4:] == [0, 0]


def test_nothing_moves_faster_than_a_breath() -> None:
    seconds = np.arange(0, 80, 1 / 60)
    breath = np.array([breathing(s) for s in seconds])
    sway = np.array([swaying(s) for s in seconds])
    assert breath.min() >= 0
    assert breath.max() <= 1
    assert np.abs(np.diff(breath)).max() < 0.03
    assert np.abs(np.diff(sway)).max() < 0.01


# -- the scene -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("ending", ALL)
def test_every_ending_has_a_name_and_lines(ending: Ending, language: str) -> None:
    words = Words(language)
    assert words.has(f"ending-{ending}")
    assert len(ending_lines(words, ending)) >= 3


def test_an_ending_comes_out_of_the_dark_and_goes_back_into_it(app: App) -> None:
    done: list[str] = []
    scene = EndingScene(app, Ending.SILENCE, lambda: done.append("over"))
    app.become(scene)
    light = []
    whole = FIRST_S + 3 * LINE_S + NAME_S + CLOSES_S
    for at in (0.1, OPENS_S + 1, FIRST_S + 2, whole - 0.1):
        scene.update(at - scene.age)
        app.draw()
        light.append(lightness(pygame.image.tobytes(app.window, "RGB")))
    ink = sum(style.INK) / 3
    assert light[0] == pytest.approx(ink, abs=1)
    assert light[2] > light[1]
    assert light[1] > ink + 4
    assert light[3] == pytest.approx(ink, abs=1)
    assert done == []
    scene.update(0.2)
    assert done == ["over"]


def test_any_key_goes_on_to_the_next_line_and_escape_to_the_end(app: App) -> None:
    scene = EndingScene(app, Ending.PURGE, lambda: None)
    app.become(scene)
    ages = []
    for key in (ENTER, ENTER, ENTER, ENTER, ENTER, ENTER):
        press(app, key)
        ages.append(scene.age)
    assert ages[:4] == [FIRST_S + LINE_S * n for n in range(4)]
    assert ages[4:] == [FIRST_S + 3 * LINE_S + NAME_S] * 2
    app.become(scene)
    press(app, ESCAPE)
    assert scene.age == FIRST_S + 3 * LINE_S + NAME_S


def test_hurrying_the_words_does_not_make_the_picture_jump(app: App) -> None:
    scene = EndingScene(app, Ending.EVOLUTION, lambda: None)
    app.become(scene)
    scene.update(4.0)
    press(app, ENTER, ENTER)
    assert scene.shown_for == pytest.approx(4.0)


def test_after_an_ending_comes_the_title(app: App) -> None:
    flow = Flow(app)
    flow.ending(Ending.NAMES)
    press(app, ESCAPE)
    app.scenes[-1].update(CLOSES_S)
    assert isinstance(app.scenes[-1], Title)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [100, 200])
def test_words_over_an_ending_stay_inside_the_picture(language: str, size: int, app: App) -> None:
    app.settings.language, app.settings.caption_size = language, size
    app.apply()
    canvas = app.canvas()
    for ending in ALL:
        for line in ending_lines(app.words, ending):
            lines = balanced(canvas, line, size / 100)
            assert len(lines) <= 4
            assert max(canvas.width(each, "caption", size / 100) for each in lines) < 600


# -- pictures of screens -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", [name for name in openers() if not name.startswith(("card-", "ending-", "result-"))]
)
def test_every_screen_can_be_drawn_by_its_name(app: App, name: str) -> None:
    open_screen(app, name)
    app.scenes[-1].update(2.5)
    app.draw()
    assert lightness(pygame.image.tobytes(app.window, "RGB")) > 3


def test_the_pictures_of_the_tags_show_some_that_were_found_and_some_that_were_not(app: App) -> None:
    open_screen(app, "tags")
    codex = app.scenes[-1]
    assert isinstance(codex, Codex)
    assert 0 < len(codex.found) < len(codex.slots)


def test_a_level_is_announced_by_its_own_card(app: App) -> None:
    open_screen(app, "card-hyosan")
    app.scenes[-1].update(2.5)
    app.draw()
    card = np.asarray(Image.open(paths.asset("art", "card_hyosan.png")).convert("RGB"), int)
    shown = np.frombuffer(pygame.image.tobytes(app.window, "RGB"), np.uint8).reshape(360, 640, 3).astype(int)
    assert np.abs(shown[100:] - card[100:]).mean() < 1


def test_a_shot_of_a_screen_is_the_same_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    files = [tmp_path / "a.png", tmp_path / "b.png"]
    for file in files:
        assert (
            main(["shot", "--scene", "ending-purge", "--lang", "ko", "--tick", "700", "--out", str(file)])
            == DONE
        )
    assert "ending-purge at tick 700" in capsys.readouterr().out
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["--scene", "ending-nmaes"], "Did you mean 'ending-names'?"),
        ([], "name either a map or, with --scene, a screen"),
        (["hyosan", "--scene", "title"], "name either a map or, with --scene, a screen"),
    ],
)
def test_a_shot_of_nothing_known_is_refused_in_one_line(
    asked: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["shot", *asked, "--out", str(tmp_path / "x.png")]) == CANNOT
    error = capsys.readouterr().err
    assert told in error
    assert error.count("\n") == 1
