"""The shell of the campaign: its order, places once reached, tags by place, endings to see again."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pygame
import pytest
from windows import point, press, window

from game.data import campaign, paths
from game.data.campaign import LEVELS
from game.data.locale import LANGUAGES, Words
from game.play.journey import LevelProgress, Progress
from game.play.maps import load_map
from game.show.flow import Flow
from game.show.scenes import codex as tags_menu
from game.show.scenes.codex import Codex, all_tags, found_tags, parted
from game.show.scenes.ending import CLOSES_S, EndingScene
from game.show.scenes.endings import Endings, hints
from game.show.scenes.places import Places
from game.show.scenes.title import Title
from game.sim.legacy import Legacy
from game.sim.story.endings import Ending

if TYPE_CHECKING:
    from collections.abc import Iterator

    from game.show.app import App

UP, DOWN, LEFT, RIGHT = pygame.K_UP, pygame.K_DOWN, pygame.K_LEFT, pygame.K_RIGHT
ENTER, ESCAPE = pygame.K_RETURN, pygame.K_ESCAPE
WHOLE = Progress({place: LevelProgress(tags=list(range(1, 10))) for place in LEVELS})


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def app() -> Iterator[App]:
    yield window()
    pygame.display.quit()


def own(home: Path, *names: str) -> list[Path]:
    """Put maps where a person does."""
    (home / "maps").mkdir(exist_ok=True)
    made = [home / "maps" / f"{name}.tmx" for name in names]
    for path in made:
        path.write_text("")
    return made


# -- the order -----------------------------------------------------------------------------------


def test_each_level_leads_to_the_next_and_the_last_one_ends_it() -> None:
    first_to_last = [load_map(name) for name in LEVELS]
    leads = [[Path(way.to_map).stem for way in level.exits if way.to_map] for level in first_to_last]
    assert leads == [*([name] for name in LEVELS[1:]), []]
    assert all(level.path == paths.find_map(name) for name, level in zip(LEVELS, first_to_last, strict=True))


def test_the_menu_lists_the_campaign_in_its_order_then_ones_own_maps(home: Path) -> None:
    mine = own(home, "a", "seoul", "zoo")
    listed = campaign.levels()
    assert [path.stem for path in listed[: len(LEVELS)]] == [*LEVELS]
    assert listed[len(LEVELS) :] == mine


def test_a_map_of_ones_own_that_bears_a_level_s_name_is_another_place(home: Path) -> None:
    (mine,) = own(home, "seoul")
    assert campaign.key(mine) != campaign.key(paths.find_map("seoul")) == "seoul"
    assert paths.find_map(campaign.name(mine)) == mine
    assert campaign.name(paths.find_map("seoul")) == "seoul"
    assert campaign.key(Path("anywhere") / "yard.tmx") == "yard"


def test_a_level_is_called_by_its_bare_name_even_from_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(paths.maps_folder())
    assert campaign.name(Path("tower.tmx")) == "tower"


# -- places --------------------------------------------------------------------------------------


class Asked:
    """Stands in for the flow: notes what is begun."""

    def __init__(self, **levels: LevelProgress) -> None:
        self.progress = Progress(levels)
        self.begun: list[str] = []

    def begin(self, wanted: Any) -> None:
        self.begun.append(wanted.map)


def places_of(app: App, **levels: LevelProgress) -> tuple[Places, Any]:
    flow: Any = Asked(**levels)
    places = Places(app, flow)
    app.become(places)
    return places, flow


def words_of(app: App, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Draw a frame; return every line of text in it."""
    said: list[str] = []

    def text(*told: Any, **_: object) -> float:
        said.append(told[3])
        return 20.0

    with monkeypatch.context() as patch:
        patch.setattr("game.show.canvas.Canvas.text", text)
        app.frame(0.0)
    return said


def test_who_has_reached_nothing_may_begin_the_first_level_only(app: App) -> None:
    places, flow = places_of(app)
    for _ in LEVELS:
        press(app, ENTER, RIGHT)
    for column in range(len(LEVELS)):
        point(app, 24 + column * 150 + 50, 200, click=True)
    assert flow.begun == ["hyosan", "hyosan"]
    assert [places.is_open(path) for path in campaign.levels()] == [True, False, False, False]


def test_a_level_an_exit_has_led_to_may_be_begun_again_and_again(app: App) -> None:
    _, flow = places_of(app, hyosan=LevelProgress(finished=1), laboratory=LevelProgress())
    press(app, RIGHT, ENTER, RIGHT, ENTER, LEFT, ENTER)
    assert flow.begun == ["laboratory", "laboratory"]


def test_maps_of_ones_own_are_always_open_and_lie_beyond_the_campaign(app: App, home: Path) -> None:
    mine = own(home, "a", "tower")
    places, flow = places_of(app)
    press(app, *[RIGHT] * 4, ENTER)
    assert places.first == 1
    point(app, 24 + 3 * 150 + 50, 200, click=True)
    press(app, RIGHT, ENTER, RIGHT)
    assert flow.begun == [str(mine[0]), str(mine[0]), str(mine[1])]
    assert (places.at, places.first) == (0, 0)


def test_a_shut_level_shows_its_name_and_nothing_of_what_is_there(
    app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    places_of(app)
    said = words_of(app, monkeypatch)
    assert said.count("Not reached yet") == 3
    assert "Laboratory" in said
    assert {"0 / 9"} == {each for each in said if " / " in each}


def test_a_card_tells_what_was_done_there(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    done = LevelProgress([1, 4, 7], 8, {"ward_c": "hand_over"}, 2, 60 * 125, 6, ["light"])
    places_of(app, laboratory=done)
    said = words_of(app, monkeypatch)
    assert {"2:05", "6", "3 / 8", "number"} <= set(said)


def test_tags_of_ones_own_map_are_counted_once_one_was_there(
    app: App, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own(home, "yard")
    places_of(app, yard=LevelProgress([1], tags_there=3))
    press(app, LEFT)
    assert "1 / 3" in words_of(app, monkeypatch)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_on_a_card_runs_out_of_it(app: App, language: str) -> None:
    app.settings.language = language
    app.apply()
    page, words = app.canvas(), app.words
    for message in words.ids:
        kind, _, rest = message.partition("-")
        if kind == "choice" and "-" in rest and not rest.endswith("-cost"):
            assert len(page.wrap(words.text(message), 109, "small")) <= 2, message
    for place in LEVELS:
        assert len(page.wrap(words.text(f"level-{place}"), 126, "strong")) <= 2
    assert page.width(words.text("ui-not-reached"), "small") <= 126


def test_without_any_map_the_places_say_so_and_hold_still(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "levels", list)
    places, flow = places_of(app)
    press(app, RIGHT, ENTER, LEFT)
    assert (places.at, flow.begun) == (0, [])


# -- name tags -----------------------------------------------------------------------------------


def test_the_tags_lie_in_a_row_a_level_and_are_walked_so(app: App) -> None:
    codex = Codex(app, Progress())
    app.become(codex)
    assert [len(row) for row in codex.rows] == [9, 8, 6, 1]
    where = []
    for key in (RIGHT, DOWN, LEFT, UP, LEFT, DOWN, DOWN):
        press(app, key)
        where.append(codex.slots[codex.at])
    assert where == [
        ("hyosan", 2),
        ("laboratory", 2),
        ("laboratory", 1),
        ("hyosan", 1),
        ("tower", 1),
        ("hyosan", 1),
        ("laboratory", 1),
    ]


def test_the_mouse_finds_a_tag_and_no_tag_between_two(app: App) -> None:
    codex = Codex(app, Progress())
    app.become(codex)
    point(app, 24 + 5 * 39 + 10, 70 + 2 * 64 + 10)
    assert codex.slots[codex.at] == ("seoul", 6)
    for x, y in ((24 + 37, 80), (30, 70 + 50), (24 + 3 * 39 + 5, 70 + 3 * 64 + 10), (20, 80), (30, 60)):
        point(app, x, y)
    assert codex.slots[codex.at] == ("seoul", 6)


def test_tags_of_ones_own_maps_count_nowhere() -> None:
    words = Words("en")
    progress = Progress({"hyosan": LevelProgress([1, 9, 10]), "yard": LevelProgress([1, 2])})
    assert found_tags(progress, words) == {("hyosan", 1), ("hyosan", 9)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_tag_can_be_read_and_fits_its_plate(app: App, language: str) -> None:
    app.settings.language = language
    app.apply()
    codex = Codex(app, WHOLE)
    app.become(codex)
    assert codex.found == {*codex.slots}
    assert len(codex.slots) == 24
    page, read = app.canvas(), set()
    left, top, wide, high = tags_menu.PLATE
    for place, number in codex.slots:
        press(app, RIGHT)
        app.draw()
        read.add(pygame.image.tobytes(app.window.subsurface((left, top, wide, high)), "RGB"))
        name, told = parted(app.words.text(f"tag-{place}-{number}"))
        assert len(page.wrap(name, tags_menu.NAME_W, "strong")) <= 2
        assert tags_menu.TEXT_Y + len(page.wrap(told, tags_menu.TEXT_W)) * 17 <= top + high
    assert len(read) == len(codex.slots), "each tag says something of its own"


def test_a_title_is_part_of_the_name_on_a_tag() -> None:
    assert parted("Dr. Im Hye-ran. Filed each child. Never by number.") == (
        "Dr. Im Hye-ran",
        "Filed each child. Never by number.",
    )
    assert parted("A name alone") == ("A name alone", "A name alone")
    for language in LANGUAGES:
        words = Words(language)
        assert all(len(parted(words.text(f"tag-{place}-{n}"))[0]) > 2 for place, n in all_tags(words))


# -- endings -------------------------------------------------------------------------------------


def test_the_title_leads_to_the_endings_once_one_was_seen(app: App) -> None:
    flow = Flow(app)
    flow.title()
    title = app.scenes[-1]
    assert isinstance(title, Title)
    assert "ui-endings" not in [item.label for item in title.items]
    flow.progress.endings.append("silence")
    flow.title()
    title = app.scenes[-1]
    assert isinstance(title, Title)
    title.at = [item.label for item in title.items].index("ui-endings")
    press(app, ENTER)
    assert isinstance(app.scenes[-1], Endings)
    press(app, ESCAPE)
    assert app.scenes == [title]


def test_a_seen_ending_plays_again_and_leads_back_to_its_frame(app: App) -> None:
    flow = Flow(app)
    flow.progress = Progress(endings=["silence"])
    flow.endings()
    menu = app.scenes[-1]
    assert isinstance(menu, Endings)
    assert menu.endings[menu.at] == Ending.SILENCE
    press(app, ENTER)
    shown = app.scenes[-1]
    assert isinstance(shown, EndingScene)
    assert shown.ending == Ending.SILENCE
    press(app, ESCAPE)
    app.frame(CLOSES_S + 0.1)
    assert app.scenes == [menu]
    assert menu.endings[menu.at] == Ending.SILENCE


def test_an_unseen_ending_does_not_play_nor_tell_its_name(app: App, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Ending] = []
    menu = Endings(app, Progress(endings=["silence"]), asked.append)
    app.become(menu)
    for keys in ((UP,), (LEFT,), (DOWN,)):
        press(app, *keys, ENTER)
    assert asked == []
    said = words_of(app, monkeypatch)
    assert said.count("?") == 3
    for ending in (Ending.PURGE, Ending.EVOLUTION, Ending.NAMES):
        assert app.words.text(f"ending-{ending}") not in said
    point(app, 24 + 300 + 100, 54 + 136 + 40, click=True)
    assert asked == [Ending.SILENCE]


@pytest.mark.parametrize(
    ("ending", "humanity", "tags", "told"),
    [
        (Ending.NAMES, 61, 14, ["18 names. You have 15."]),
        (Ending.NAMES, 41, 14, ["18 names. You have 15.", "Humanity 50 or more. You have 41."]),
        (Ending.NAMES, 61, 17, ["Another answer at the tower"]),
        (Ending.EVOLUTION, 61, 0, ["Humanity below 35. You have 61."]),
        (Ending.EVOLUTION, 30, 0, ["Another answer at the tower"]),
        (Ending.SILENCE, 30, 0, ["Humanity 35 or more. You have 30."]),
        (Ending.PURGE, 30, 0, ["Another answer at the tower"]),
    ],
)
def test_a_hint_counts_how_far_off_one_is(
    ending: Ending, humanity: float, tags: int, told: list[str]
) -> None:
    brought = Legacy(humanity, tags).told()
    progress = Progress({"tower": LevelProgress(tags=[1], brought=brought)})
    assert hints(ending, progress, Words("en")) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_hint_fits_its_frame(app: App, language: str) -> None:
    words, page = Words(language), app.canvas()
    progress = Progress({"tower": LevelProgress(brought=Legacy(34.9, 10).told())})
    for ending in Ending:
        lines = hints(ending, progress, words)
        assert len(lines) <= 3
        assert max(page.width(line) for line in lines) < 280


def test_an_ending_of_another_game_in_the_save_is_passed_over(app: App) -> None:
    menu = Endings(app, Progress(endings=["ascension", "names"]), lambda _: None)
    assert [item.is_on for item in menu.items] == [False, False, True, False]


def test_a_copy_of_a_level_leaves_the_campaign_alone(home: Path) -> None:
    (home / "maps").mkdir()
    copy = Path(shutil.copy(paths.find_map("tower"), home / "maps" / "tower.tmx"))
    assert campaign.key(copy) == "own/tower"
