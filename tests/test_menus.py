from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pygame
import pytest
from windows import pad, point, press, window

from game.data import paths
from game.show import style, widgets
from game.show.scenes.menu import Item, Menu
from game.show.scenes.settings_menu import SettingsMenu
from game.show.scenes.sure import Sure
from game.show.settings import Settings, load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.show.app import App

UP, DOWN, LEFT, RIGHT = pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT
ENTER, ESCAPE, TAB, RESET = pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_TAB, pygame.K_r


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[App]:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    yield window()
    pygame.display.quit()


class Four(Menu):
    """Four rows; the second is off."""

    def __init__(self, app: App) -> None:
        super().__init__(app, (100, 100, 200))
        self.done: list[str] = []
        rows = ("ui-yes", "ui-no", "ui-on", "ui-off")
        self.items = [Item(row, partial(self.done.append, row), is_on=row != "ui-no") for row in rows]


@pytest.fixture
def four(app: App) -> Four:
    menu = Four(app)
    app.become(menu)
    return menu


def middle(menu: Menu, row: int) -> tuple[float, float]:
    x, y, w = menu.box
    return x + w / 2, y + (row + 0.5) * style.ROW


# -- any menu ------------------------------------------------------------------------------------


def test_the_focus_goes_round_and_passes_rows_that_are_off(app: App, four: Four) -> None:
    rows = []
    for key in (DOWN, DOWN, DOWN, UP, pygame.K_w):
        press(app, key)
        rows.append(four.at)
    assert rows == [2, 3, 0, 3, 2]


def test_a_row_does_what_it_says_by_key_pad_and_mouse(app: App, four: Four) -> None:
    press(app, ENTER)
    press(app, DOWN, pygame.K_SPACE)
    pad(app, pygame.CONTROLLER_BUTTON_DPAD_DOWN)
    pad(app, pygame.CONTROLLER_BUTTON_A)
    point(app, *middle(four, 0), click=True)
    assert four.done == ["ui-yes", "ui-on", "ui-off", "ui-yes"]


def test_the_mouse_points_but_only_a_click_chooses(app: App, four: Four) -> None:
    point(app, *middle(four, 3))
    assert (four.at, four.done) == (3, [])


def test_the_mouse_cannot_take_a_row_that_is_off_nor_one_beside_the_menu(app: App, four: Four) -> None:
    point(app, *middle(four, 1), click=True)
    point(app, 20, 110, click=True)
    point(app, 150, 100 + 4.5 * style.ROW, click=True)
    assert (four.at, four.done) == (0, [])


@pytest.mark.parametrize("size", [(640, 360), (1000, 700), (1280, 720), (333, 222)])
def test_the_mouse_points_right_in_windows_of_any_size(app: App, four: Four, size: tuple[int, int]) -> None:
    pygame.display.set_mode(size)
    point(app, *middle(four, 2))
    if size[0] >= style.WIDTH:
        assert four.at == 2


def test_no_is_what_a_question_offers_first(app: App, four: Four) -> None:
    asked: list[str] = []
    app.push(Sure(app, "ui-new-game-sure", lambda: asked.append("yes")))
    press(app, ENTER)
    assert (asked, app.scenes) == ([], [four])
    app.push(Sure(app, "ui-new-game-sure", lambda: asked.append("yes")))
    press(app, DOWN, ENTER)
    assert asked == ["yes"]


# -- the settings --------------------------------------------------------------------------------


@pytest.fixture
def menu(app: App, four: Four) -> SettingsMenu:
    assert app.scenes == [four]
    made = SettingsMenu(app)
    app.push(made)
    return made


def go_to(app: App, menu: SettingsMenu, name: str) -> None:
    while name not in menu.names:
        press(app, TAB)
    while menu.name != name:
        press(app, DOWN)


def test_every_setting_and_every_action_has_its_row(app: App, menu: SettingsMenu) -> None:
    found = []
    for _ in range(4):
        found += menu.names
        press(app, TAB)
    assert sorted(found) == sorted([*Settings.choices(), *Settings().keys])


def test_left_and_right_change_the_row_with_the_focus(app: App, menu: SettingsMenu) -> None:
    go_to(app, menu, "shake")
    press(app, LEFT, LEFT, RIGHT)
    assert app.settings.shake == 90


def test_words_and_sliders_are_set_where_the_mouse_clicks(app: App, menu: SettingsMenu) -> None:
    go_to(app, menu, "shake")
    row = menu.at - menu.top
    y = menu.box[1] + (row + 0.5) * style.ROW
    for share, value in ((0.5, 50), (0.0, 0), (1.0, 100)):
        point(app, widgets.VALUE_X + share * widgets.SLIDER_W, y, click=True)
        assert app.settings.shake == value
    press(app, TAB, TAB)
    y = menu.box[1] + 0.5 * style.ROW
    assert menu.name == "language"
    boxes = widgets.choice_boxes(app.canvas(), ["As the system", "English", "한국어"], 1, focus=True)
    point(app, boxes[2][0] + 8, y, click=True)
    assert (app.settings.language, app.words.language) == ("ko", "ko")


def test_a_section_opens_where_the_mouse_clicks(app: App, menu: SettingsMenu) -> None:
    left, wide = menu._tab_boxes(app.canvas())[2]
    point(app, left + wide / 2, 44, click=True)
    assert "dead_zone" in menu.names


def test_the_wheel_scrolls_long_sections(app: App, menu: SettingsMenu) -> None:
    go_to(app, menu, "hold_sprint")
    for _ in range(14):
        app.hear(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=-1))
    assert menu.at == 14
    assert menu.top == 4


def test_a_key_that_is_bound_again_swaps_with_whoever_had_it(app: App, menu: SettingsMenu) -> None:
    go_to(app, menu, "use")
    press(app, ENTER)
    assert menu.waiting == "key"
    press(app, pygame.K_f)
    assert (app.settings.keys["use"], app.settings.keys["torch"], menu.waiting) == ("f", "e", "")


def test_a_mouse_button_can_be_bound_but_not_the_wheel(app: App, menu: SettingsMenu) -> None:
    go_to(app, menu, "use")
    press(app, ENTER)
    click: dict[str, Any] = {"pos": (5, 5)}
    app.hear(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=pygame.BUTTON_WHEELUP, **click))
    assert menu.waiting == "key"
    app.hear(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=pygame.BUTTON_X1, **click))
    assert app.settings.keys["use"] == "mouse 4"


def test_escape_leaves_a_binding_as_it_was(app: App, menu: SettingsMenu) -> None:
    go_to(app, menu, "use")
    press(app, ENTER, ESCAPE)
    assert (app.settings.keys["use"], menu.waiting) == ("e", "")
    assert app.scenes[-1] is menu


def test_pad_buttons_and_triggers_are_bound_when_the_pad_asks(app: App, menu: SettingsMenu) -> None:
    go_to(app, menu, "use")
    pad(app, pygame.CONTROLLER_BUTTON_A)
    assert menu.waiting == "pad"
    pad(app, pygame.CONTROLLER_BUTTON_X)
    assert (app.settings.pad["use"], app.settings.pad["reload"]) == ("X", "A")
    pad(app, pygame.CONTROLLER_BUTTON_A)
    trigger: dict[str, Any] = {"axis": pygame.CONTROLLER_AXIS_TRIGGERRIGHT, "instance_id": 0}
    app.hear(pygame.event.Event(pygame.CONTROLLERAXISMOTION, value=3000, **trigger))
    assert menu.waiting == "pad"
    app.hear(pygame.event.Event(pygame.CONTROLLERAXISMOTION, value=30000, **trigger))
    assert app.settings.pad["use"] == "RT"


def test_a_section_goes_back_to_how_it_came(app: App, menu: SettingsMenu) -> None:
    app.settings.keys["use"] = "x"
    go_to(app, menu, "dead_zone")
    press(app, RESET)
    assert app.settings.keys["use"] == "e"


def test_leaving_writes_the_settings_down(app: App, menu: SettingsMenu, tmp_path: Path) -> None:
    go_to(app, menu, "shake")
    press(app, LEFT, ESCAPE)
    assert load_settings(tmp_path / "settings.json")[0].shake == 90
    assert isinstance(app.scenes[-1], Four)


def test_a_disk_that_refuses_the_settings_is_said_and_the_menu_is_left(
    app: App, menu: SettingsMenu, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Settings, "save", full)
    press(app, ESCAPE)
    assert menu not in app.scenes
    assert app.told == "Settings were not saved: No space left on device"


def test_another_language_leaves_the_window_as_it_is(app: App, menu: SettingsMenu) -> None:
    pygame.display.set_mode((900, 500))
    go_to(app, menu, "language")
    press(app, RIGHT)
    assert pygame.display.get_window_size() == (900, 500)
