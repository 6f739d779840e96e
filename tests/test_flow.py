"""The way through the whole program, without a screen, and what may go wrong on it."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pygame
import pytest
from windows import press, window

from game.data import paths
from game.data.errors import BadInput
from game.play import files, replay
from game.play import save as saves
from game.play.compare import play_again, verify
from game.play.game import Setup
from game.play.orders import Order
from game.show import run as running
from game.show.app import App
from game.show.flow import Flow
from game.show.scenes.card import Card
from game.show.scenes.ending import CLOSES_S, EndingScene, ending_lines
from game.show.scenes.pause import Pause
from game.show.scenes.play import PlayScene
from game.show.scenes.result import Result
from game.show.scenes.settings_menu import SettingsMenu
from game.show.scenes.sure import Sure
from game.show.scenes.title import Title
from game.show.wanted import Wanted
from game.sim.components import Button
from game.sim.resources import Story
from game.sim.story.endings import Ending
from maps import CONCRETE, EXIT, START, layer, room, save, thing, tmx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from game.show.canvas import Canvas

ENTER, ESCAPE, DOWN = pygame.K_RETURN, pygame.K_ESCAPE, pygame.K_DOWN
PATIENCE_S = 30.0
LONG_EXIT = EXIT.replace('x="80"', 'x="144"')
TO_MAP = '<properties><property name="to_map" type="file" value="corridor.tmx"/></properties>'
LEADS_ON = LONG_EXIT.replace("/>", f">{TO_MAP}</object>")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    return tmp_path


@pytest.fixture
def map_path(tmp_path: Path) -> Path:
    """A corridor: the start, a tag, the way out."""
    tag = thing(3, "NameTag", 56, 24, person="person-baek", text="tag-hyosan-3")
    return save(tmp_path, tmx(width=12, things=LONG_EXIT + tag), "corridor.tmx")


@pytest.fixture
def app() -> Iterator[App]:
    yield window()
    pygame.display.quit()


@pytest.fixture
def flow(app: App) -> Iterator[Flow]:
    made = Flow(app)
    yield made
    made.end_recording()


def wait_for(app: App, kind: type, frames: int = 4000) -> Any:
    """Let frames pass until a scene of this kind is on top."""
    until = time.monotonic() + PATIENCE_S
    for _ in range(frames):
        if app.scenes and isinstance(app.scenes[-1], kind):
            return app.scenes[-1]
        assert time.monotonic() < until, f"no {kind.__name__}, but {app.scenes}"
        app.frame(1 / 60)
        time.sleep(0.0005)
    raise AssertionError(f"no {kind.__name__}, but {app.scenes}")


def play(app: App, flow: Flow, path: Path) -> PlayScene:
    """Begin a level and skip its card."""
    flow.load(Wanted(str(path)))
    wait_for(app, Card)
    press(app, ENTER)
    scene: PlayScene = wait_for(app, PlayScene)
    return scene


def walk(app: App, monkeypatch: pytest.MonkeyPatch, x: float) -> None:
    """Push the stick."""
    monkeypatch.setattr(app.input, "wish", lambda *_: ((x, 0.0), (1.0, 0.0), Button(0)))


# -- the whole way -------------------------------------------------------------------------------


def test_from_the_title_through_a_level_and_back(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    flow.title()
    title = wait_for(app, Title)
    assert not title.items[0].is_on
    play(app, flow, map_path)
    walk(app, monkeypatch, 1.0)
    wait_for(app, Result)
    press(app, ENTER)
    assert isinstance(app.scenes[-1], Title)
    told = saves.load_progress()[0].levels["corridor"]
    assert (told.tags, told.finished) == ([1], 1)
    assert not saves.has_checkpoint()
    recording = replay.read(home / "logs" / "last.replay")
    assert recording.outcome == "exit"


def test_a_way_out_leads_to_the_next_level_and_brings_what_was_decided(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = map_path.with_name("first.tmx")
    first.write_text(map_path.read_text().replace(LONG_EXIT, LEADS_ON))
    scene = play(app, flow, first)
    scene.world.resource(Story).choices["mercy"] = "spare"
    walk(app, monkeypatch, 1.0)
    wait_for(app, Result)
    press(app, ENTER)
    wait_for(app, Card)
    press(app, ENTER)
    again: PlayScene = wait_for(app, PlayScene)
    assert again.session.simulation.level.path.name == "corridor.tmx"
    story = again.world.resource(Story)
    assert (story.choices, story.tags_before) == ({"mercy": "spare"}, 1)


def test_the_last_level_ends_with_its_ending_line_by_line(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = play(app, flow, map_path)
    scene.world.resource(Story).choices["broadcast"] = "code"
    walk(app, monkeypatch, 1.0)
    shown: EndingScene = wait_for(app, EndingScene)
    assert shown.ending == Ending.PURGE
    for _ in range(len(ending_lines(app.words, shown.ending)) + 2):
        press(app, ENTER)
        app.frame(0.1)
    assert app.scenes[-1] is shown
    app.frame(CLOSES_S)
    wait_for(app, Result)


def test_a_recording_of_play_plays_again_to_the_same_state(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    scene = play(app, flow, map_path)
    walk(app, monkeypatch, 0.4)
    for _ in range(40):
        app.frame(1 / 60)
    scene._reached("dead")
    press(app, ENTER)
    for _ in range(30):
        app.frame(1 / 60)
    assert flow.end_recording()
    recording = replay.read(home / "logs" / "last.replay")

    again = Setup(str(map_path), 1, "survivor", lives=0).open()
    assert any(isinstance(wish, Order) for wish in recording.wishes())
    for _ in play_again(again, recording):
        pass
    assert again.simulation.state_hash() == recording.state_hash


def test_play_goes_on_from_the_last_tag_after_a_restart(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = play(app, flow, map_path)
    walk(app, monkeypatch, 1.0)
    while not saves.has_checkpoint():
        app.frame(1 / 60)
    kept = scene.session.checkpoint_tick
    been = scene.renderer.light.recollect()
    flow.leave()
    later = Flow(app)
    later.title()
    title = app.scenes[-1]
    assert isinstance(title, Title)
    assert title.items[title.at].label == "ui-continue"
    press(app, ENTER)
    again: PlayScene = wait_for(app, PlayScene)
    assert again.tape.recorder is None
    assert again.session.simulation.tick - kept <= 6
    assert again.session.checkpoint_number == 1
    assert been.any()
    assert again.renderer.light.recollect()[been].mean() > 0.9, "the plan is remembered"


def test_a_new_game_asks_before_a_place_is_lost(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(app, flow, map_path)
    walk(app, monkeypatch, 1.0)
    while not saves.has_checkpoint():
        app.frame(1 / 60)
    flow.title()
    press(app, DOWN, ENTER)
    assert isinstance(app.scenes[-1], Sure)
    press(app, ESCAPE)
    assert isinstance(app.scenes[-1], Title)


def test_pause_leads_to_settings_and_back_to_play(app: App, flow: Flow, map_path: Path) -> None:
    scene = play(app, flow, map_path)
    app.frame(1 / 60)
    press(app, ESCAPE)
    tick = scene.session.simulation.tick
    pause = wait_for(app, Pause)
    pause.at = [item.label for item in pause.items].index("ui-settings")
    press(app, ENTER)
    assert isinstance(app.scenes[-1], SettingsMenu)
    press(app, ESCAPE, ESCAPE)
    assert app.scenes == [scene]
    assert scene.session.simulation.tick == tick
    app.frame(1 / 30)
    assert scene.session.simulation.tick > tick


def test_leaving_a_level_asks_and_leads_to_the_title(app: App, flow: Flow, map_path: Path) -> None:
    play(app, flow, map_path)
    press(app, ESCAPE)
    pause = wait_for(app, Pause)
    pause.at = [item.label for item in pause.items].index("ui-to-title")
    press(app, ENTER, ENTER)
    assert app.scenes[-1] is pause
    press(app, ENTER, DOWN, ENTER)
    assert isinstance(app.scenes[-1], Title)


def test_one_can_go_back_to_the_last_tag_from_the_pause(app: App, flow: Flow, map_path: Path) -> None:
    scene = play(app, flow, map_path)
    for _ in range(20):
        app.frame(1 / 60)
    press(app, ESCAPE, DOWN, ENTER)
    assert app.scenes == [scene]
    assert scene.session.simulation.tick <= 1


def test_an_author_begins_where_he_asked_and_keeps_nothing(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    flow.load(Wanted(str(map_path), at="3"))
    scene: PlayScene = wait_for(app, PlayScene)
    app.frame(1 / 30)
    assert scene.session.checkpoint_number == 1
    assert not saves.has_checkpoint()
    assert not (home / "logs").exists()
    walk(app, monkeypatch, 1.0)
    wait_for(app, Result)
    assert saves.load_progress()[0].levels == {}


# -- the campaign ------------------------------------------------------------------------------


@pytest.fixture
def campaign_maps(map_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small campaign: the ruins lead to the laboratory, and that ends it."""
    folder = map_path.parent
    map_path.with_name("laboratory.tmx").write_text(map_path.read_text())
    leads_on = map_path.read_text().replace(LONG_EXIT, LEADS_ON.replace("corridor", "laboratory"))
    map_path.with_name("hyosan.tmx").write_text(leads_on)
    monkeypatch.setattr(paths, "maps_folder", lambda: folder)
    return folder


def leave(app: App, flow: Flow, monkeypatch: pytest.MonkeyPatch, name: str) -> PlayScene:
    """Begin a level of the campaign and walk out of it."""
    flow.load(Wanted(name))
    wait_for(app, Card)
    press(app, ENTER)
    scene: PlayScene = wait_for(app, PlayScene)
    walk(app, monkeypatch, 1.0)
    return scene


def again(app: App) -> Title:
    """Start the program again; return its title."""
    later = Flow(app)
    later.title()
    title = app.scenes[-1]
    assert isinstance(title, Title)
    return title


@pytest.mark.usefixtures("campaign_maps")
def test_who_quits_at_the_result_goes_on_in_the_next_level_with_all_that_was_left_to_it(
    app: App, flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = leave(app, flow, monkeypatch, "hyosan")
    scene.world.resource(Story).choices["hyosan_soldier"] = "spare"
    wait_for(app, Result)
    title = again(app)
    assert not saves.has_checkpoint()
    assert title.items[title.at].label == "ui-continue"
    for _ in range(2):  # and once more, when that one was left before its first tag
        press(app, ENTER)
        wait_for(app, Card)
        press(app, ENTER)
        walk(app, monkeypatch, 0.0)
        ahead: PlayScene = wait_for(app, PlayScene)
        assert ahead.session.simulation.level.path.name == "laboratory.tmx"
        story = ahead.world.resource(Story)
        assert (story.choices, story.tags_before) == ({"hyosan_soldier": "spare"}, 1)
        title.flow.end_recording()
        title = again(app)


@pytest.mark.usefixtures("campaign_maps")
def test_a_checkpoint_in_the_next_level_comes_before_its_beginning(
    app: App, flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(app, flow, monkeypatch, "hyosan")
    wait_for(app, Result)
    leave(app, flow, monkeypatch, "laboratory")
    while not saves.has_checkpoint():
        app.frame(1 / 60)
    again(app)
    press(app, ENTER)
    scene: PlayScene = wait_for(app, PlayScene)
    assert scene.session.checkpoint_number == 1
    assert saves.load_checkpoint().map == "laboratory", "found wherever the game lies"


@pytest.mark.usefixtures("campaign_maps")
def test_once_the_campaign_has_ended_there_is_nothing_to_continue_and_its_ending_is_kept(
    app: App, flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(app, flow, monkeypatch, "hyosan")
    wait_for(app, Result)
    scene = leave(app, flow, monkeypatch, "laboratory")
    scene.world.resource(Story).choices["broadcast"] = "silence"
    wait_for(app, EndingScene)
    press(app, ESCAPE)
    app.frame(CLOSES_S)
    wait_for(app, Result)
    press(app, ENTER)
    wait_for(app, Title)
    title = again(app)
    assert not title.items[0].is_on
    assert "ui-endings" in [item.label for item in title.items]
    assert saves.load_progress()[0].endings == ["silence"]


def test_a_map_of_ones_own_does_not_lose_the_way_of_the_campaign(
    app: App, flow: Flow, campaign_maps: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(app, flow, monkeypatch, "hyosan")
    wait_for(app, Result)
    leave(app, flow, monkeypatch, str(campaign_maps / "corridor.tmx"))
    wait_for(app, Result)
    onward = saves.load_progress()[0].onward
    assert onward
    assert onward.map == "laboratory"


@pytest.mark.usefixtures("campaign_maps")
def test_a_reached_level_is_begun_from_the_places_without_a_question_when_nothing_is_lost(
    app: App, flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave(app, flow, monkeypatch, "hyosan")
    wait_for(app, Result)
    flow.begin(Wanted("laboratory"))
    wait_for(app, Card)
    flow.begin()
    assert isinstance(app.scenes[-1], Sure)


@pytest.mark.usefixtures("campaign_maps")
def test_a_full_disk_at_the_exit_is_said_and_the_way_goes_on(
    app: App, flow: Flow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(files, "_put_on_disk", full)
    leave(app, flow, monkeypatch, "hyosan")
    wait_for(app, Result)
    press(app, ENTER)
    wait_for(app, Card)
    assert app.told.startswith("Not saved: ")
    assert flow.progress.legacy("laboratory").tags == 1


def test_shots_fired_before_a_checkpoint_are_still_counted_after_it(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scene = play(app, flow, map_path)
    scene.session.tally.told["Fired"] = 7
    walk(app, monkeypatch, 1.0)
    while not saves.has_checkpoint():
        app.frame(1 / 60)
    again(app)
    press(app, ENTER)
    resumed: PlayScene = wait_for(app, PlayScene)
    assert resumed.session.result()["events"]["Fired"] == 7


# -- what goes wrong -----------------------------------------------------------------------------


def test_a_map_that_cannot_be_read_leads_to_the_title_with_one_line(
    app: App, flow: Flow, tmp_path: Path
) -> None:
    path = save(tmp_path, tmx(spawns=""), "broken.tmx")
    flow.load(Wanted(str(path)))
    title = wait_for(app, Title)
    assert "broken.tmx" in title.notice
    assert "\n" not in title.notice
    app.frame(0.0)


def test_a_checkpoint_of_a_changed_map_leads_to_the_title_with_one_line(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(app, flow, map_path)
    walk(app, monkeypatch, 1.0)
    while not saves.has_checkpoint():
        app.frame(1 / 60)
    ground = layer("ground", [[CONCRETE] * 12] * 5) + layer("walls", room(12, 5))
    save(map_path.parent, tmx(width=12, height=5, layers=ground, spawns=START), "corridor.tmx")
    flow.carry_on()
    title = wait_for(app, Title)
    assert "the map has changed" in title.notice


def test_a_full_disk_at_a_tag_is_said_in_one_line_and_play_goes_on(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    scene = play(app, flow, map_path)
    monkeypatch.setattr(files, "_put_on_disk", full)
    walk(app, monkeypatch, 1.0)
    while not scene.session.checkpoint_number:
        app.frame(1 / 60)
    assert app.told.startswith("Not saved: ")
    assert "No space left" in app.told
    wait_for(app, Result)
    press(app, ENTER)
    title = wait_for(app, Title)
    assert title.notice.startswith("Not saved: ")


def test_a_log_folder_that_refuses_costs_the_recording_only(
    app: App, flow: Flow, map_path: Path, home: Path
) -> None:
    (home / "logs").write_text("a file where the folder should be")
    scene = play(app, flow, map_path)
    assert scene.tape.recorder is None


def test_a_crash_leaves_a_log_and_a_recording_and_says_where(
    map_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    def faulty(scene: PlayScene, canvas: Canvas) -> None:
        if scene.session.simulation.tick > 10:
            raise ZeroDivisionError("a fault of ours")
        drawn(scene, canvas)

    drawn = PlayScene.draw
    monkeypatch.setattr(PlayScene, "draw", faulty)
    monkeypatch.setattr("game.show.scenes.card.STAYS_S", 0.0)
    assert running.run(Wanted(str(map_path)), "en", (640, 360)) == 1
    (log,) = (home / "logs").glob("crash-*.txt")
    told = log.read_text()
    assert "ZeroDivisionError: a fault of ours" in told
    assert "corridor.tmx seed 1 tick 1" in told
    assert str(log) in capsys.readouterr().out
    assert replay.read(log.with_suffix(".replay")).ticks > 10


def test_a_crash_that_cannot_be_logged_is_told_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    def faulty(*_: object) -> None:
        raise ZeroDivisionError("a fault of ours")

    (home / "logs").write_text("a file where the folder should be")
    monkeypatch.setattr(Title, "draw", faulty)
    assert running.run(None, "en", (640, 360)) == 1
    assert "ZeroDivisionError: a fault of ours" in capsys.readouterr().out


def test_without_a_window_the_reason_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise pygame.error("No available video device")

    monkeypatch.setattr(pygame.display, "set_mode", refuse)
    with pytest.raises(BadInput, match="no window could be opened: No available video device"):
        running.run(None, "en", (640, 360))


@pytest.mark.parametrize("frames", [0, 1, 5, 40])
def test_the_window_may_be_closed_at_any_moment(
    map_path: Path, monkeypatch: pytest.MonkeyPatch, frames: int
) -> None:
    drawn = [0]
    flip = pygame.display.flip

    def close_later() -> None:
        flip()
        drawn[0] += 1
        if drawn[0] > frames:
            pygame.event.post(pygame.event.Event(pygame.QUIT))

    monkeypatch.setattr(pygame.display, "flip", close_later)
    assert running.run(Wanted(str(map_path)), "en", (640, 360)) == 0


def test_f11_switches_the_whole_screen_and_is_kept(app: App, flow: Flow, home: Path) -> None:
    flow.title()
    press(app, pygame.K_F11)
    assert app.settings.fullscreen
    assert (home / "settings.json").exists()
    press(app, pygame.K_F11)
    assert not app.settings.fullscreen


def test_a_damaged_save_is_said_on_the_title(app: App, home: Path) -> None:
    (home / "saves").mkdir()
    (home / "saves" / "progress.json").write_text("{")
    flow = Flow(app)
    flow.title()
    assert isinstance(app.scenes[-1], Title)
    assert app.scenes[-1].notice == app.words.text("error-save-lost")


def test_a_level_begun_with_assists_is_recorded_and_other_rules_as_well(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    app.settings.endless_stamina = True
    scene = play(app, flow, map_path)
    held = lambda *_: ((0.4, 0.0), (1.0, 0.0), Button.SPRINT)  # noqa: E731 - hands that sprint
    monkeypatch.setattr(app.input, "wish", held)
    for _ in range(30):
        app.frame(1 / 60)
    scene.pause(scene)
    app.settings.endless_stamina = False
    app.settings.difficulty = "evolved"
    press(app, pygame.K_ESCAPE)
    assert app.scenes == [scene]
    for _ in range(30):
        app.frame(1 / 60)
    assert flow.end_recording()
    recording = replay.read(home / "logs" / "last.replay")
    said = [wish.said for wish in recording.wishes() if isinstance(wish, Order)]
    assert said == [("survivor", True, False, False), ("evolved", False, False, False)]
    again = Setup(str(map_path), 1, "survivor", lives=0).open()
    assert verify(recording, again, lambda _: None) is None


def test_going_on_is_as_hard_as_the_settings_say(
    app: App, flow: Flow, map_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(app, flow, map_path)
    walk(app, monkeypatch, 0.4)
    while not saves.has_checkpoint():
        app.frame(1 / 60)
    app.settings.difficulty = "story"
    flow.carry_on()
    scene = wait_for(app, PlayScene)
    assert scene.session.simulation.rules.difficulty == "story"
